"""Many who ask a real server at once: a crowd behind one address, greedy programs, bots that want cards."""

import itertools
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest

from benchmarks.search.corpus import generate_talk
from benchmarks.search.folders import write_talk
from tests.conftest import environ_of, get, server_starts

CUES = 1_500
TALK = "/videos/talk"
CENTER, GREEDY, NINTH = "203.0.113.1", "203.0.113.2", "203.0.113.9"
# What somebody types, letter by letter, and looks at.
TYPED = ("wo", "wor", "work", "worke", "worker", "workers")
VISITORS = 30


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A server of two processes with four threads each, with a talk of an hour."""
    folder = tmp_path_factory.mktemp("site")
    write_talk(generate_talk("talk", CUES), folder / "transcripts")
    environ = environ_of(folder / "transcripts", folder / "state")
    with server_starts(environ, folder) as start:
        yield start(SHOWCASE_WORKERS="2", SHOWCASE_THREADS="4").address


def status(address: str, path: str, visitor: str) -> int:
    return get(f"{address}{path}", X_Forwarded_For=visitor).status


def visit(number: int) -> list[str]:
    """What one of many visitors asks for in a minute."""
    moment = f"t={number * 20},{number * 20 + 9}"
    letters = [f"?q={typed}&part=search&typing=1" for typed in TYPED]
    looked_at = ["", *letters, "?q=workers&part=hits", f"?{moment}", f"?{moment}&part=share"]
    others = [f"{TALK}/card.png?{moment}", f"/search?q=rights+{number}"]
    return [*(TALK + query for query in looked_at), *others]


def test_thirty_visitors_behind_one_address_are_never_refused(address: str) -> None:
    paths = [path for steps in zip(*map(visit, range(VISITORS)), strict=True) for path in steps]
    with ThreadPoolExecutor(VISITORS) as visitors:
        found = Counter(visitors.map(lambda path: status(address, path, CENTER), paths))
    assert found == {200: len(paths)}


def test_who_asks_for_the_dearest_is_refused_while_all_others_are_served(address: str) -> None:
    queries = (f"{TALK}?q=the+of+{number}" for number in itertools.count())
    with ThreadPoolExecutor(16) as greedy:
        for _ in range(60):
            statuses = set(
                greedy.map(lambda q: status(address, q, GREEDY), itertools.islice(queries, 64))
            )
            assert status(address, f"{TALK}?t=5,9", NINTH) == 200
            assert statuses <= {200, 429, 503}
            if statuses == {429}:
                break
        else:
            pytest.fail("nobody was refused")
        assert status(address, TALK, GREEDY) == 200
        assert status(address, "/search?q=workers", NINTH) == 200


def test_eight_who_want_new_cards_do_not_starve_the_ninth(address: str) -> None:
    def cards(client: int) -> list[int]:
        return [
            status(
                address,
                f"{TALK}/card.png?t={client * 100 + n},{client * 100 + n + 9}",
                f"198.51.100.{client}",
            )
            for n in range(6)
        ]

    with ThreadPoolExecutor(9) as clients:
        many = [clients.submit(cards, client) for client in range(8)]
        ninth = [status(address, f"{TALK}/card.png?t=1200,{1205 + n}", NINTH) for n in range(3)]
        assert {code for each in many for code in each.result()} == {200}
    assert ninth == [200, 200, 200]


def test_sixteen_who_ask_for_the_dearest_do_not_stop_the_others(address: str) -> None:
    """Each has an address of its own, so that no limit helps: whoever asks is next after those before."""
    answered = itertools.count()
    count = [0]

    def ask(number: int) -> int:
        moment = f"t={number % 300},{900 + number}"
        code = status(address, f"{TALK}?{moment}&q=the", f"198.51.100.{number % 16}")
        count[0] = next(answered)
        return code

    with ThreadPoolExecutor(16) as greedy:
        asked = [greedy.submit(ask, number) for number in range(320)]
        overtaken = []
        while not asked[-16].done():
            before = count[0]
            assert status(address, "/healthz", NINTH) == 200
            overtaken.append(count[0] - before)
        assert {each.result() for each in asked} <= {200, 429, 503}
    assert len(overtaken) > 5
    assert max(overtaken) <= 3 * 16
