"""The benchmark of pages shows what was measured, of ours and of others, and says what was not."""

import json
from pathlib import Path

import pytest

from benchmarks.page.documents import generated_parts
from benchmarks.page.figures import ROWS, table
from benchmarks.page.harness import HarnessError, Selectors, query_of
from benchmarks.page.peer_bench import failures, without_details
from benchmarks.page.peer_pages import Film, write_page
from benchmarks.page.peers import MODULES, PEERS, Peer, has_search, package_folder, package_versions
from benchmarks.page.values import Figures
from showcase.core.captions.cues import Cue, TimedWord
from showcase.core.catalog.models import MediaFile

PAGE: Figures = {
    "date": "2026-11-26T00:00:00Z",
    "cues": 65,
    "load": {
        "requests": 9,
        "bytesNoMedia": 58_487,
        "thirdParty": ["https://fonts.example/a"],
        "cls": 0.037,
        "transcriptReadyMs": 1_725,
        "fcpMs": 344,
    },
    "axe": {"ids": ["region", "target-size"]},
    "axeAfterSearch": {"ids": []},
    "search": {"latencyMs": 14.2, "needsEnter": True},
    "clickSeek": {"within03Ms": 17.0, "worstMissS": 0.68},
    "searchClickSeeks": {"ok": False},
    "lighthouse": {"performance": 58, "accessibility": 100, "best-practices": 96, "seo": 100},
    "playing": {"scriptPercent": 0.4},
    "keyboard": {"tabReachesLine": False, "tabsTried": 60},
    "packages": {"video.js-5": {"version": "5.20.5", "license": "Apache-2.0"}},
    "long": {"load": {"domNodes": 11_219}},
}
FILM = Film(
    "A talk of R&D",
    (
        Cue(0, 1_000, "Look at\nyour <plate>,", voice="Ana", words=(TimedWord(0, 100),)),
        Cue(1_000, 2_000, "[applause]", sound=True),
    ),
    Path(),
    (MediaFile("film.webm", "video/webm", 1),),
)
PLAIN = PEERS[0]


def cells(figures: Figures, name: str) -> list[str]:
    """The cells of the row whose name begins so."""
    rows = [line.strip("| ").split(" | ") for line in table(figures).splitlines()]
    return next(cells[1:] for cells in rows if cells[0].startswith(name))


@pytest.mark.parametrize(
    ("row", "shown"),
    [
        ("Sent before play", "58"),
        ("Of these, to third parties", "1"),
        ("Lighthouse", "58/100/96/100"),
        ("Layout shift", "0.037"),
        ("Broken axe rules", "2 / 0"),
        ("Transcript visible", "1,725 / 344"),
        ("Last key press", "14 / - (after Enter)"),
        ("Largest miss", "0.68 / -"),
        ("A click on the first hit", "no"),
        ("A phrase", "-"),
        ("Tab stops", "not reached"),
        ("DOM elements with 3,600 cues", "11,219"),
        ("Time to load", "-"),
    ],
)
def test_a_row_of_the_table_shows_what_was_measured(row: str, shown: str) -> None:
    assert cells(PAGE, row) == [f"**{shown}**"]


def test_a_page_that_was_not_measured_has_a_dash_in_every_row() -> None:
    figures = {**PAGE, "peers": {"Ramp": {"date": "2026-11-26", "packages": {}}}}
    rows = [line.strip("| ").split(" | ")[2] for line in table(figures).splitlines()[2:]]
    assert rows == ["-"] * len(ROWS)


def test_a_transcript_that_appears_after_a_click_is_marked_so() -> None:
    hidden = {**PAGE, "load": {**PAGE["load"], "transcriptReadyMs": None}}
    assert cells(hidden, "Transcript visible") == ["**after a click**"]


def test_a_peer_that_could_not_be_measured_has_no_column_and_is_named_with_the_reason() -> None:
    figures = {**PAGE, "peers": {"Ramp": {"error": "it is away"}, "Able": PAGE}}
    parts = generated_parts(figures)
    assert parts["table"].splitlines()[0] == "|  | the showcase | Able |"
    assert "* Ramp: not measured, it is away" in parts["sources"].splitlines()
    assert "* Able: video.js 5.20.5 (Apache-2.0), measured on 2026-11-26" in parts["sources"]


def test_steps_that_failed_are_listed_with_their_reason() -> None:
    figures = {"errors": {"axe": "gone"}, "long": {"error": "not done"}}
    assert failures(figures) == ["not done", "axe: gone"]


def test_a_page_without_findings_is_not_one_that_was_not_checked() -> None:
    clean = without_details({"axe": {"serious": 0, "rules": []}})
    assert clean == {"axe": {"serious": 0, "ids": []}}
    assert cells({**PAGE, **clean}, "Broken axe rules") == ["**0 / 0**"]


def test_no_text_of_a_peer_is_kept() -> None:
    rules = [{"id": "region", "example": "<b>theirs</b>"}]
    kept = without_details(
        {"axe": {"serious": 0, "rules": rules}, "search": {"hits": 1, "text": "theirs"}}
    )
    assert kept == {"axe": {"serious": 0, "ids": ["region"]}, "search": {"hits": 1}}


def test_a_peers_page_has_the_words_without_what_peers_cannot_read(tmp_path: Path) -> None:
    write_page(PLAIN, FILM, tmp_path / "page", "http://127.0.0.1:1/page")
    html = (tmp_path / "page" / "index.html").read_text("utf-8")
    assert '<button data-start="0.0">Look at your &lt;plate&gt;,</button>' in html
    assert "<title>A talk of R&amp;D</title>" in html
    words = (tmp_path / "page" / "words.vtt").read_text("utf-8")
    assert words.startswith("WEBVTT\n\n00:00:00.000 --> 00:00:01.000\nLook at your &lt;plate&gt;,")


def test_a_peers_manifest_links_to_the_recording_and_its_captions(tmp_path: Path) -> None:
    write_page(PLAIN, FILM, tmp_path / "page", "http://127.0.0.1:1/page")
    canvas = json.loads((tmp_path / "page" / "manifest.json").read_text("utf-8"))["items"][0]
    bodies = [canvas[part][0]["items"][0]["body"]["id"] for part in ("items", "annotations")]
    assert bodies == ["http://127.0.0.1:1/page/film.webm", "http://127.0.0.1:1/page/words.vtt"]


def test_code_that_is_not_installed_is_named_and_a_setting_names_its_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    peer = Peer(
        "One",
        "plain",
        Selectors("p", search="#q"),
        ("some-player",),
        search={"some-player/find.js": "f.js"},
    )
    monkeypatch.setenv("PEER_SOME_PLAYER", str(tmp_path))
    with pytest.raises(HarnessError, match="some-player is not installed"):
        package_versions(peer)
    (tmp_path / "package.json").write_text('{"version": "1.2", "license": "MIT"}')
    assert package_versions(peer) == {"some-player": {"version": "1.2", "license": "MIT"}}
    assert not has_search(peer)
    (tmp_path / "find.js").touch()
    assert has_search(peer)


def test_every_peer_has_its_page_and_pins_what_it_is_made_from() -> None:
    folder = Path(__file__).parent.parent / "benchmarks" / "page" / "peers"
    pinned = json.loads((folder / "package.json").read_text("utf-8"))["dependencies"]
    pages = {path.stem for path in (folder / "pages").glob("*.html")}
    wanted = {package for peer in PEERS for package in peer.packages}
    assert {peer.page for peer in PEERS} <= pages
    assert wanted - pinned.keys() == {"ableplayer", "@samvera/ramp"}


@pytest.mark.parametrize(
    ("package", "variable"),
    [
        ("ableplayer", "PEER_ABLEPLAYER"),
        ("@samvera/ramp", "PEER_RAMP"),
        ("js-cookie", "PEER_JS_COOKIE"),
    ],
)
def test_a_setting_names_the_folder_of_a_package(
    package: str, variable: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert package_folder(package) == MODULES / package
    monkeypatch.setenv(variable, str(tmp_path))
    assert package_folder(package) == tmp_path


def test_the_query_is_consecutive_words_of_one_cue() -> None:
    cues = [Cue(0, 1, "few"), Cue(1, 2, "one two, three four\nfive")]
    assert query_of(cues) == "two three four"
