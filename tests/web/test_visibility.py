"""Who may see a video: every route, with a moved clock, for each key that says so."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from urllib.parse import urlencode

import pytest

from showcase.core.search.search_request import SearchRequest
from tests.store.index_content import everything_stored
from tests.web.walk import Walk, Words

NEW_YEAR = datetime(2031, 1, 1, 12, tzinfo=UTC)
SECOND = timedelta(seconds=1)

MILL = """\
WEBVTT

00:00.000 --> 00:05.000
<v Foreman>The mill has doors that stay open to the river.
"""
MILL_TOML = """\
title = "The mill"
date = "2020"
[[people]]
name = "Foreman"
"""
QUINCE = """\
WEBVTT

00:00.000 --> 00:04.000
<v Zelda Quincey>We hid the quinces under the floor of the chapel.

00:04.000 --> 00:08.000
<v Zelda Quincey>Nobody at the mill knew how we carried them.
"""
QUINCE_ES = """\
WEBVTT

00:00.000 --> 00:04.000
<v Zelda Quincey>Escondimos los membrillos bajo el suelo de la capilla.
"""
QUINCE_TOML = """\
title = "Quince harvest"
summary = "Of quinces."
date = "2029-03-04"
source = "take.webm"
poster = "poster.svg"
poster_alt = "Quinces in a row"
series = {{ name = "Orchard talks", number = 2 }}
topics = ["Hidden fruit"]
{keys}
[[people]]
name = "Zelda Quincey"
organization = "Quince Union"
portrait = "zelda.svg"
portrait_alt = "Zelda beside a tree"

[[organizations]]
name = "Quince Union"

[[quotes]]
text = "We hid the quinces under the floor"
speaker = "Zelda Quincey"

[[corrections]]
date = "2029-03-05"
was = "We hit the quinces"
now = "We hid the quinces"
"""
WORDS = Words("quinces", "quincez", "We+hid+the+quinces+under+the+floor")
# Whatever tells that the video exists.
MARKS = (
    "Quince harvest", "Of quinces", "Zelda", "Quincey", "Quince Union", "quinces", "membrillos", "chapel",
    "quince", "Orchard talks", "Hidden fruit", "2029",
)  # fmt: skip


def write_quince(walk: Walk, keys: str = "", folder: str = "quince") -> None:
    walk.write(folder, "video.toml", QUINCE_TOML.format(keys=keys))
    walk.write(folder, "captions.en.vtt", QUINCE)
    walk.write(folder, "subtitles.es.vtt", QUINCE_ES)
    walk.write(folder, "take.webm", "hello world")
    walk.write(folder, "poster.svg", '<svg xmlns="http://www.w3.org/2000/svg"/>')
    walk.write(folder, "zelda.svg", '<svg xmlns="http://www.w3.org/2000/svg"/>')


@pytest.fixture
def walk(tmp_path: Path) -> Iterator[Walk]:
    """A showcase of a mill, beside which a test puts the quinces."""
    started = Walk(tmp_path / "transcripts", tmp_path / "state")
    started.write("mill", "video.toml", MILL_TOML)
    started.write("mill", "captions.en.vtt", MILL)
    yield started
    started.library.close()


def statuses(walk: Walk, slug: str = "quince") -> dict[str, int]:
    return {address: walk.get(address).status_code for address in walk.video_addresses(slug, WORDS)}


def test_the_walk_finds_a_video_that_all_may_see(walk: Walk) -> None:
    write_quince(walk)
    walk.publish()
    assert set(statuses(walk).values()) == {200}
    found = walk.traces(MARKS, WORDS, ("mill",))
    assert {mark for _, mark in found} == {*MARKS}
    places = {address.partition("?")[0] for address, _ in found}
    assert places >= {
        "/", "/es/", "/search", "/feed.xml", "/sitemap.xml", "/sitemap-1.xml", "/api/videos", "/api/search",
        "/api/quote", "/nowhere", "/api/openapi.json", "/speakers", "/speakers/zelda-quincey",
        "/speakers/zelda-quincey/in/quince", "/organizations", "/organizations/quince-union", "/series",
        "/series/orchard-talks", "/topics", "/topics/hidden-fruit", "/dates", "/dates/2029", "/es/speakers",
    }  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize("key", ["publish_on", "sealed_until"])
def test_before_its_time_nothing_of_a_video_is_anywhere(walk: Walk, key: str) -> None:
    write_quince(walk, f'{key} = 2031-01-01T12:00:00Z\nformer = ["plum"]')
    walk.publish()
    walk.instant = NEW_YEAR - SECOND
    for slug in ("quince", "plum"):
        assert set(statuses(walk, slug).values()) == {404}
    assert walk.traces(MARKS, WORDS, ("mill",)) == []
    walk.instant = NEW_YEAR
    assert set(statuses(walk).values()) == {200}
    assert {mark for _, mark in walk.traces(MARKS, WORDS, ("mill",))} == {*MARKS}


LISTS = (
    "/speakers/zelda-quincey", "/speakers/zelda-quincey/in/quince", "/organizations/quince-union", "/series",
    "/series/orchard-talks", "/topics", "/topics/hidden-fruit", "/dates/2029", "/es/speakers/zelda-quincey",
)  # fmt: skip


@pytest.mark.parametrize(
    "key", ["publish_on = 2031-01-01T12:00:00Z", "listed = false", "withdrawn = true"]
)
def test_no_list_is_of_a_video_that_may_not_be_seen_in_lists(walk: Walk, key: str) -> None:
    write_quince(walk)
    walk.publish()
    assert {walk.get(address).status_code for address in LISTS} == {200}
    write_quince(walk, key)
    walk.publish()
    walk.instant = NEW_YEAR - SECOND
    assert {walk.get(address).status_code for address in LISTS} == {404}
    assert "Foreman" in walk.get("/speakers").text
    walk.instant = NEW_YEAR
    shown = {200} if key.startswith("publish_on") else {404}
    assert {walk.get(address).status_code for address in LISTS} == shown


@pytest.mark.slow
def test_pages_get_new_tags_when_the_time_of_a_video_comes(walk: Walk) -> None:
    write_quince(walk, "publish_on = 2031-01-01T12:00:00Z")
    built = walk.publish().id
    walk.instant = NEW_YEAR - 2 * SECOND
    shown = [*walk.addresses("", WORDS, "several")]
    before = {address: walk.get(address).headers.get("ETag", "") for address in shown}
    tagged = [address for address, tag in before.items() if tag]
    assert len(tagged) > 10
    walk.instant = NEW_YEAR - SECOND
    for address in tagged:
        assert walk.get(address, If_None_Match=before[address]).status_code == 304, address
    walk.instant = NEW_YEAR
    for address in tagged:
        assert walk.get(address, If_None_Match=before[address]).status_code != 304, address
    assert walk.library.snapshot().id == built


def test_before_its_time_suggestions_and_counts_are_those_of_the_others(walk: Walk) -> None:
    walk.publish()
    asked = ["the", "mill", "quincez", "speaker:zelda", "doors that stay open to the rivers"]
    alone = [walk.get(f"/api/search?{urlencode({'q': q})}").json for q in asked]
    requests = [SearchRequest(query) for query in asked]
    without = [walk.library.snapshot().search(each) for each in requests]
    write_quince(walk, "sealed_until = 2031-01-01")
    walk.publish()
    assert [walk.get(f"/api/search?{urlencode({'q': q})}").json for q in asked] == alone
    with walk.app.test_request_context():
        from showcase.web.context.request import snapshot  # noqa: PLC0415

        assert [snapshot().search(each) for each in requests] == without


@pytest.mark.slow
def test_an_unlisted_video_is_found_by_its_address_alone(walk: Walk) -> None:
    write_quince(walk, "listed = false")
    walk.publish()
    assert set(statuses(walk).values()) == {200}
    assert walk.traces(MARKS, WORDS, ("mill",)) == []
    page = walk.get("/videos/quince?q=quinces")
    assert "2 matches" in page.text or "1 match" in page.text
    assert '<meta name="robots" content="noindex">' in walk.get("/videos/quince").text
    for address in walk.video_addresses("quince", WORDS):
        assert walk.get(address).headers["X-Robots-Tag"] == "noindex", address


def test_search_engines_are_asked_to_leave_a_video_out(walk: Walk) -> None:
    write_quince(walk, "noindex = true")
    walk.publish()
    assert '<meta name="robots" content="noindex">' in walk.get("/videos/quince").text
    assert walk.get("/videos/quince").headers["X-Robots-Tag"] == "noindex"
    assert "X-Robots-Tag" not in walk.get("/videos/mill").headers
    assert "quince" not in walk.get("/sitemap.xml").text
    assert "quince" in walk.get("/feed.xml").text
    assert "Quince harvest" in walk.get("/").text


def test_the_page_of_the_only_video_may_be_left_out_too(walk: Walk) -> None:
    write_quince(walk, "noindex = true")
    (walk.transcripts / "mill" / "video.toml").unlink()
    walk.publish()
    assert walk.get("/").headers["X-Robots-Tag"] == "noindex"
    assert "<loc>" not in walk.get("/sitemap.xml").text


@pytest.mark.slow
def test_every_former_address_leads_to_that_of_now(walk: Walk) -> None:
    write_quince(walk, 'former = ["plum", "Old Plum"]')
    walk.publish()
    for slug in ("plum", "old-plum"):
        for address in walk.video_addresses(slug, WORDS):
            moved = walk.get(address)
            assert moved.status_code == 308, address
            assert moved.headers["Location"] == walk_to(address, slug)
            assert walk.get(moved.headers["Location"]).status_code == 200, address


def test_a_search_in_a_video_follows_its_former_address(walk: Walk) -> None:
    write_quince(walk, 'former = ["plum"]')
    walk.publish()
    for path in ("/search", "/es/search", "/api/search", "/api/quote"):
        moved = walk.get(f"{path}?q=we+hid&video=plum&language=en")
        assert moved.status_code == 308
        assert moved.headers["Location"] == f"{path}?q=we+hid&video=quince&language=en"


def walk_to(address: str, slug: str) -> str:
    return address.replace(f"/{slug}", "/quince").replace(f"%2F{slug}", "%2Fquince")


def test_an_address_of_now_is_not_led_elsewhere(walk: Walk) -> None:
    write_quince(walk, 'former = ["mill"]')
    report = walk.publish()
    assert [fault.code for fault in report.faults] == ["former-taken"]
    assert walk.get("/videos/mill").status_code == 200
    assert walk.get("/videos/quince").status_code == 404


class TestWithdrawnVideo:
    @pytest.mark.slow
    def test_is_forgotten_and_its_links_say_so(self, walk: Walk) -> None:
        write_quince(walk)
        walk.publish()
        walk.get("/videos/quince/card.png?t=1,4")
        write_quince(walk, 'former = ["plum"]\nwithdrawn = true')
        report = walk.publish()
        assert (report.removed, report.faults) == (("quince",), ())
        for slug in ("quince", "plum"):
            assert set(statuses(walk, slug).values()) == {410}
        assert walk.traces(MARKS, WORDS, ("mill",)) == []
        # The address itself is kept, or it could not say so.
        assert traces_on_disk(walk, MARKS) == [("catalog.json", "quince")]

    @pytest.mark.parametrize(
        ("language", "sentence"),
        [
            ("en", "What this link led to was withdrawn."),
            ("es", "Lo que mostraba este enlace fue retirado."),
            ("ht", "Yo retire sa lyen sa a te montre a."),
            ("bn", "এই লিংকে যা ছিল তা প্রত্যাহার করা হয়েছে।"),
        ],
    )
    def test_says_so_in_the_language_of_the_visitor(
        self, walk: Walk, language: str, sentence: str
    ) -> None:
        write_quince(walk, "withdrawn = true")
        walk.publish()
        for address in walk.video_addresses("quince", WORDS):
            if not address.startswith("/es/") and "%2Fes%2F" not in address:
                gone = walk.get(address, Accept_Language=language)
                assert sentence in gone.text, address
                assert gone.headers["Cache-Control"] == "no-store"

    def test_needs_nothing_but_its_key(self, walk: Walk) -> None:
        walk.write("quince", "video.toml", "withdrawn = true\n")
        assert walk.publish().faults == ()
        assert walk.get("/videos/quince").status_code == 410

    def test_may_be_the_only_one(self, walk: Walk) -> None:
        walk.publish()
        walk.write("mill", "video.toml", "withdrawn = true\n")
        walk.publish()
        assert walk.get("/videos/mill").status_code == 410
        assert walk.get("/").status_code == 200
        assert {walk.get(each).status_code for each in walk.addresses("", WORDS, "several")} <= {
            200, 404,
        }  # fmt: skip
        assert traces_on_disk(walk, ("Foreman", "The mill")) == []

    def test_stays_so_when_its_file_is_broken(self, walk: Walk) -> None:
        write_quince(walk)
        walk.publish()
        write_quince(walk, "withdrawn = true")
        walk.publish()
        walk.write("quince", "video.toml", "withdrawn = tru\n")
        assert walk.publish().left_out == ("quince",)
        assert walk.get("/videos/quince").status_code == 410

    @pytest.mark.slow
    def test_is_gone_also_where_its_file_was_broken_at_once(self, walk: Walk) -> None:
        write_quince(walk)
        walk.publish()
        for broken in ("withdrawn = yes", "withdrwan = true", "withdrawn = true\nsummary = 3 x"):
            write_quince(walk, broken)
            walk.publish()
            assert walk.get("/videos/quince").status_code == 404
            write_quince(walk)
            walk.publish()
            assert walk.get("/videos/quince").status_code == 200


PERSON = 'name = "Zelda Quincey"\nwithdrawn = true\n'
NAMES = ("Zelda", "Quincey", "quinces", "membrillos", "chapel", "carried")


class TestWithdrawnPerson:
    @pytest.fixture
    def gone(self, walk: Walk) -> Walk:
        """A video of two people, one of whom is withdrawn after it was published."""
        write_quince(walk)
        both = (
            QUINCE + "\n00:08.000 --> 00:12.000\n<v Host>Thank you, Zelda Quincey, for the jam.\n"
        )
        walk.write("quince", "captions.en.vtt", both)
        walk.publish()
        assert "Zelda" in walk.get("/videos/quince").text
        walk.get("/videos/quince/card.png?t=1,4")
        toml = QUINCE_TOML.format(keys="").replace('name = "Zelda Quincey"\n', PERSON)
        walk.write("quince", "video.toml", toml.replace("Of quinces.", "Of jam."))
        assert walk.publish().faults == ()
        return walk

    @pytest.mark.slow
    def test_is_in_nothing_that_is_answered(self, gone: Walk) -> None:
        assert gone.traces(NAMES, WORDS, ("mill", "quince")) == []
        for address in gone.video_addresses("quince", WORDS):
            asked = address.replace("+", " ")
            shown = gone.read(address)
            assert [name for name in NAMES if name in shown and name not in asked] == [], address
        assert "jam" in gone.get("/videos/quince").text

    def test_has_no_portrait_and_no_page(self, gone: Walk) -> None:
        assert gone.get("/videos/quince/media/zelda.svg").status_code == 404
        assert gone.get("/speakers/zelda-quincey").status_code == 404
        assert gone.get("/speakers/zelda-quincey/in/quince").status_code == 404
        assert "speaks" not in gone.get("/series/orchard-talks").text

    def test_is_in_no_file(self, gone: Walk) -> None:
        assert traces_on_disk(gone, NAMES) == []

    def test_links_to_the_words_say_so(self, gone: Walk) -> None:
        for address in (
            "/videos/quince?t=1", "/videos/quince?t=1,4", "/es/videos/quince?t=2", "/embed/quince?t=1,4",
            "/videos/quince/card.png?t=1,4", "/videos/quince/cite.bib?t=1", "/videos/quince/annotation?t=1,4",
            "/oembed?url=http://localhost/videos/quince?t=1,4", "/videos/quince?part=share&t=1,4",
        ):  # fmt: skip
            assert gone.get(address).status_code == 410, address
        assert gone.get("/videos/quince?t=9").status_code == 200
        assert gone.get("/videos/quince").status_code == 200

    def test_is_not_brought_back_by_a_mistake(self, gone: Walk) -> None:
        gone.write("quince", "captions.en.vtt", "WEBVTT\n\nbroken")
        assert gone.publish().kept == ("quince",)
        assert "jam" in gone.get("/videos/quince").text
        assert "Zelda" not in gone.get("/videos/quince").text


@pytest.mark.slow
def test_a_person_is_taken_out_of_what_is_kept_while_captions_are_broken(walk: Walk) -> None:
    write_quince(walk)
    walk.publish()
    toml = QUINCE_TOML.format(keys="").replace('name = "Zelda Quincey"\n', PERSON)
    walk.write("quince", "video.toml", toml)
    walk.write("quince", "captions.en.vtt", "WEBVTT\n\nbroken")
    assert walk.publish().kept == ("quince",)
    assert "Zelda" not in walk.get("/videos/quince").text
    assert walk.traces(("Zelda", "Quincey", "chapel"), WORDS) == []
    assert traces_on_disk(walk, ("Zelda", "chapel")) == []


def test_a_video_is_sealed_also_while_its_captions_are_broken(walk: Walk) -> None:
    write_quince(walk)
    walk.publish()
    write_quince(walk, "sealed_until = 2031-01-01T12:00:00Z")
    walk.write("quince", "captions.en.vtt", "WEBVTT\n\nbroken")
    walk.publish()
    assert walk.get("/videos/quince").status_code == 404
    walk.instant = NEW_YEAR
    assert walk.get("/videos/quince").status_code == 200


PASSAGES = [
    '[[withdrawn]]\nwords = "under the floor of the chapel"',
    '[[withdrawn]]\nfrom = "0:00"\nto = 4',
]


@pytest.mark.parametrize("table", PASSAGES)
@pytest.mark.slow
def test_a_passage_is_forgotten_in_every_language(walk: Walk, table: str) -> None:
    write_quince(walk)
    walk.publish()
    toml = QUINCE_TOML.format(keys="").replace("Of quinces.", "Of fruit.")
    walk.write("quince", "video.toml", toml + table)
    assert walk.publish().faults == ()
    gone = ("chapel", "floor", "membrillos", "capilla")
    assert traces_on_disk(walk, gone) == []
    assert walk.traces(gone, WORDS, ("mill", "quince")) == []
    for address in walk.video_addresses("quince", WORDS):
        shown = walk.read(address)
        assert [word for word in gone if word in shown and word not in address] == [], address
    assert walk.get("/videos/quince?t=3,3.9").status_code == 410
    assert "Nobody at the mill knew" in walk.get("/videos/quince").text


def test_words_that_are_not_there_are_an_error(walk: Walk) -> None:
    write_quince(walk)
    walk.write(
        "quince", "video.toml", QUINCE_TOML.format(keys="") + PASSAGES[0].replace("floor", "roof")
    )
    (fault,) = walk.publish().faults
    assert (fault.code, fault.line) == ("withdrawn-not-found", 27)


def traces_on_disk(walk: Walk, marks: tuple[str, ...]) -> list[tuple[str, str]]:
    """Which files of the state folder hold something of what was withdrawn, as it is or compressed."""
    found: list[tuple[str, str]] = []
    files = [path for path in walk.state.rglob("*") if path.is_file()]
    for path in files:
        text = path.read_bytes().decode("utf-8", "ignore")
        found += [(path.name, mark) for mark in marks if mark in text]
    stored = [
        data
        for folder in (walk.state / "snapshots").glob("*/index")
        for data in everything_stored(folder)
    ]
    found += [("index", mark) for mark in marks if mark.encode() in b" ".join(stored)]
    assert len([*(walk.state / "snapshots").iterdir()]) == 1
    assert not [*(walk.state / "cards").glob("*")]
    return found
