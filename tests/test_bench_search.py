"""The search benchmark measures what it says it measures."""

import json
import random
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from benchmarks.search import documents, folders, judge, mangle, slips, targets
from benchmarks.search.archive import Archive
from benchmarks.search.building import BuildCost
from benchmarks.search.chart import draw
from benchmarks.search.corpus import LANGUAGES, short_talk, talks
from benchmarks.search.figures import ArchiveFigures, Figures, KindFigures
from benchmarks.search.folders import write_talks
from benchmarks.search.mangle import KINDS, TypedQuote
from benchmarks.search.measure import NOT_THERE, OURS, Measure
from benchmarks.search.peers import Fts5, Tantivy
from benchmarks.search.queries import WordQuery
from benchmarks.search.source_quotes import SourceQuote, cut_quote, join_pieces, words_from
from benchmarks.search.table import render
from benchmarks.search.timing import Spread
from showcase.core.captions.cues import Cue
from showcase.core.export.webvtt import write_vtt
from showcase.core.text.spans import Span
from showcase.core.transcript.transcript import build_transcript
from showcase.store.captions.reader import read_captions
from showcase.store.snapshots.builder import build_snapshot
from tools.document_parts import fill

pytestmark = pytest.mark.slow

SAID = (
    "We milked the cows at three in the morning, and nobody had asked us whether the barn was safe."
)
OTHERS = ("xylem", "quartz")
BUILT = BuildCost(cpu_s=1.0, clock_s=1.5, peak_mb=60, bytes=3_000_000)


def chance(seed: int = 1) -> random.Random:
    return random.Random(seed)  # noqa: S311 (repeatable, not secret)


def quote(text: str = SAID, language: str = "en") -> SourceQuote:
    transcript = build_transcript(language, [Cue(0, 9_000, text)])
    return cut_quote("barn", transcript, range(len(transcript.words)))


# ---- the made archive


def test_the_same_seed_makes_the_same_talks_and_another_makes_others() -> None:
    assert [*talks(300)] == [*talks(300)]
    assert [*talks(300)] != [*talks(300, seed=2)]


@pytest.mark.parametrize("cues", [1, 300, 1_500])
def test_an_archive_has_as_many_cues_as_were_asked_for(cues: int) -> None:
    assert sum(len(talk.cues) for talk in talks(cues)) == cues


def test_talks_are_made_one_at_a_time() -> None:
    assert next(talks(1_000_000)) == next(talks(10_000))


def test_talks_have_several_languages_and_voices_and_are_read_back_as_they_were_made() -> None:
    made = [*talks(len(LANGUAGES) * 25, cues_per_talk=20)]
    assert {talk.language for talk in made} == {*LANGUAGES}
    assert len({cue.voice for talk in made for cue in talk.cues}) > 5
    for talk in made:
        data = write_vtt(talk.cues, talk.language).encode()
        assert read_captions(data, f"captions.{talk.language}.vtt").cues == talk.cues


# ---- quotes


def test_a_quote_is_written_as_the_transcript_writes_it_but_without_sounds() -> None:
    cues = [
        Cue(0, 1, "“A worker-driven"),
        Cue(1, 2, "[applause]", sound=True),
        Cue(2, 3, "code, don’t you think?” Yes."),
    ]
    transcript = build_transcript("en", cues)
    taken = cut_quote("barn", transcript, range(7))
    assert taken.pieces == ("“A", "worker-driven", "code,", "don’t", "you", "think?”")
    assert [transcript.text[s.start : s.end] for s in taken.spans] == [*taken.pieces]


def test_where_a_script_has_no_spaces_three_characters_are_a_word() -> None:
    transcript = build_transcript("ja", [Cue(0, 1, "田んぼで働く人の権利を守る。")])
    assert words_from(transcript, 1, 2) == range(1, 7)
    assert join_pieces(cut_quote("rice", transcript, range(1, 4)).pieces) == "んぼで"


def test_word_for_word_changes_nothing_and_typography_changes_no_word() -> None:
    assert KINDS["word for word"](quote(), chance(), OTHERS).text == SAID
    for seed in range(50):
        typed = mangle.typography(quote(), chance(seed), OTHERS).text
        assert judge.words_of(typed) == judge.words_of(SAID)


def test_one_or_two_elisions_leave_five_words_and_both_ends() -> None:
    for seed in range(50):
        typed = mangle.leave_out(quote(), chance(seed), OTHERS)
        parts = [judge.words_of(part) for part in judge.split_at_ellipses(typed.text)]
        assert len(parts) in (2, 3)
        words = judge.words_of(typed.text)
        assert (len(words) >= 5, words[0], words[-1]) == (True, "we", "safe")
        assert judge.contains_parts(judge.words_of(SAID), parts)


@pytest.mark.parametrize(
    ("kind", "least", "most"),
    [
        ("one word wrong, missing, added or misspelt", 1, 1),
        # Two neighbors that trade places are two words to an edit distance.
        ("one word in five changed", 3, 8),
        ("one word in three changed", 4, 12),
    ],
)
def test_as_many_words_change_as_the_kind_says_and_both_ends_stay(
    kind: str, least: int, most: int
) -> None:
    before = SAID.split()
    for seed in range(100):
        after = KINDS[kind](quote(), chance(seed), OTHERS).text.split()
        changes = judge.distance(before, after, lambda _one, _other: 1.0)
        assert least <= changes <= most
        assert (after[0], after[-1]) == (before[0], before[-1])


def test_where_any_word_may_change_the_first_and_last_kept_words_are_known() -> None:
    mangled = [KINDS["one in three, any word"](quote(), chance(n), OTHERS) for n in range(50)]
    assert {typed.first for typed in mangled} > {0}
    assert {typed.last for typed in mangled} > {len(quote().pieces) - 1}


def test_two_sentences_trade_places_at_the_full_stop() -> None:
    text = "Nobody had asked us. Then the workers wrote a code."
    typed = mangle.swap_sentences(quote(text), chance(), OTHERS).text
    assert typed == "Then the workers wrote a code. Nobody had asked us."


def test_half_of_a_paraphrase_keeps_the_first_half() -> None:
    typed = mangle.half(quote(), chance(), OTHERS)
    assert typed.text.startswith("We milked the cows at three in the morning, and")
    assert typed.last == 9
    assert {*typed.text.split()[10:]} <= {*OTHERS}


@pytest.mark.parametrize(
    ("slip", "word", "language", "possible"),
    [
        (slips.number, "25", "en", {"twenty-five"}),
        (slips.number, "siete", "es", {"7"}),
        (slips.number, "barn", "en", {None}),
        (slips.small_word, "on", "en", {"in", "at"}),
        (slips.small_word, "barn", "en", {None}),
        (slips.ending, "worked", "en", {"work", "works", "working", "worker", "workly"}),
        (
            slips.parted,
            "barnyard",
            "en",
            {f"{'barnyard'[:n]} {'barnyard'[n:]}" for n in range(2, 7)},
        ),
        (slips.parted, "barn", "en", {None}),
        (slips.heard, "v", "en", {"b"}),
    ],
)
def test_a_slip_is_of_its_kind(
    slip: slips.Slip, word: str, language: str, possible: set[str | None]
) -> None:
    found = {slip(word, language, chance(seed)) for seed in range(60)}
    assert found <= possible | {word}


def test_a_misspelt_word_is_another_and_never_empty() -> None:
    for word in ("a", "barn", "田"):
        found = {slips.misspelt(word, "", chance(seed)) for seed in range(40)}
        assert found.isdisjoint({word, "", None})


# ---- what is right


@pytest.mark.parametrize(
    ("typed", "found", "near"),
    [
        (SAID, SAID, True),
        (SAID.replace("cows", "goats"), SAID.replace("cows", "ewes"), False),
        # Nobody can tell which of two was meant.
        ("we milked the red cows", "we milked the cows", True),
        (SAID, SAID.partition(" ")[2], False),
        (SAID, f"{SAID} Then", False),
    ],
)
def test_words_elsewhere_are_right_if_they_are_as_similar(
    typed: str, found: str, near: object
) -> None:
    original = judge.words_of(SAID if len(typed) > 30 else "we milked the two cows")
    asked = TypedQuote(typed, 0, 0)
    assert judge.is_as_similar(asked, judge.words_of(found), original) is near


@pytest.mark.parametrize(
    ("found", "near"),
    [("a b x d e", True), ("a b d e", True), ("a b x y z d e", False), ("a b x d f", False)],
)
def test_an_ellipsis_may_replace_other_words_but_not_more_of_them(found: str, near: object) -> None:
    asked = TypedQuote("a b … d e", 0, 4, elided=True)
    assert judge.is_as_similar(asked, found.split(), list("abccde")) is near


@pytest.mark.parametrize(
    ("there", "right"),
    [
        ("a b c d e f", True),
        ("b c d e f", True),  # another word, the same cue
        ("c d e f", False),
        ("a b c d", False),
        ("a b c d e f g h i", False),
    ],
)
def test_an_answer_begins_and_ends_in_the_cues_of_the_quote(there: str, right: object) -> None:
    cues = [Cue(n, n + 1, text) for n, text in enumerate(["a b", "c d", "e f g h", "i j"])]
    said = build_transcript("en", cues)
    taken = cut_quote("letters", said, range(6))
    start = said.text.index(there)
    found = Span(start, start + len(there))
    assert judge.is_in_its_cues(said, taken, TypedQuote("", 0, 5), found) is right


# ---- folders of captions


@pytest.mark.parametrize(
    ("name", "language", "title"),
    [
        ("barn_captions_pt-br.vtt", "pt-BR", "barn"),
        ("barn.en.vtt", "en", "barn"),
        ("milk__german.srt", "de", "milk"),
        ("captions.ht.vtt", "ht", "video"),
        ("barn.vtt", "en", "barn"),
        ("code-captions_en_test.vtt", "en", "code-test"),
    ],
)
def test_a_file_name_has_language_and_title(name: str, language: str, title: str) -> None:
    assert (folders.language_of(name), folders.title_of(name)) == (language, title)


def test_the_languages_of_a_recording_are_one_video_and_files_without_speech_are_left_out(
    tmp_path: Path,
) -> None:
    there = tmp_path / "there" / "farm"
    there.mkdir(parents=True)
    vtt = write_vtt(short_talk(1, 3).cues, "en")
    for name in ("a.en.vtt", "a.es.vtt", "a_en.vtt", "b.chapters.vtt", "c_descriptions_en.vtt"):
        (there / name).write_text(vtt, "utf-8")
    (there / "empty.vtt").write_text("WEBVTT\n", "utf-8")
    ((name, files),) = folders.caption_folders(tmp_path / "there").items()
    gathered = folders.gather(name, files, tmp_path / "made")
    tracks = {(track.slug, track.language) for track in gathered.tracks}
    assert (name, tracks) == ("farm", {("a", "en"), ("a", "es"), ("a-2", "en")})
    assert gathered.unreadable == ("empty.vtt",)


# ---- a whole run, a small one


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Archive:
    root = tmp_path_factory.mktemp("archive")
    tracks = [*write_talks([*talks(60), short_talk(1, 40)], root / "transcripts")]
    build_snapshot(root / "transcripts", root / "state")
    return Archive("made", tracks, root / "transcripts", root / "state", BUILT)


def test_a_small_archive_is_measured(archive: Archive) -> None:
    measure = Measure(archive, None, 1, lambda _line: None)
    found = measure.quotes(2)
    assert [*found] == [*KINDS]
    assert found["word for word"].percent == {OURS: 100}


def test_a_foreign_quote_that_is_in_the_archive_does_not_count(archive: Archive) -> None:
    foreign = quote("Quartz xylem zephyr, vortex gypsum: all of it nonsense.")
    others = _Others([archive.quote(chance()), foreign])
    found = Measure(archive, None, 1, lambda _line: None).refused([others], 1)
    assert (others.said, found.percent) == ([], {OURS: 100})


class _Others(Archive):
    """An archive that says a few things, each once."""

    def __init__(self, said: list[SourceQuote]) -> None:
        self.said = said

    def quote(self, _rng: random.Random) -> SourceQuote:
        return self.said.pop(0)


@pytest.mark.parametrize("engine", [Fts5, Tantivy])
def test_a_peer_finds_words_phrases_speakers_and_the_passage_of_a_quote(
    engine: type[Fts5 | Tantivy], tmp_path: Path
) -> None:
    rows = [("The cows were milked.", "Inés Ríos"), (SAID, "Ben"), ("Café au lait", "Ben")]
    peer = engine(tmp_path, rows)
    asked = [
        WordQuery(("milked", "cow")),
        WordQuery(("the", "cows"), phrase=True),
        WordQuery(("milked",), speaker="ines"),
        WordQuery(("cafe",)),
        WordQuery(('"', "cows")),
    ]
    counts = [peer.words(query) for query in asked]
    best = peer.quote("nobody asked whether the barn was red")
    peer.close()
    assert counts[:4] == [2, 2, 1, 1]
    assert best == 1


# ---- what is printed


def figures(percent: float = 100, ms: float = 1, sizes: tuple[int, ...] = (10_000,)) -> Figures:
    kind = KindFigures(asked=2, right={OURS: percent, "tantivy": 70}, ms={OURS: (ms, ms)})
    spreads = {OURS: (ms, 3 * ms), "tantivy": (0.1, 0.2)}
    archives = [
        ArchiveFigures(
            name="made", made=True, cues=size, tracks=9, quotes=dict.fromkeys([*KINDS, NOT_THERE], kind),
            words={"a rare word": spreads}, mix=spreads, mangled=spreads, hostile=[("a|b <i>", ms)],
            index=BUILT, snapshot=BUILT, change=BUILT, unreadable=[],
        )
        for size in sizes
    ]  # fmt: skip
    return Figures(date="2026-11-23", machine={"cores": "2"}, archives=archives)


def test_each_figure_is_printed_with_its_target() -> None:
    good, bad = render(figures()), render(figures(percent=50, ms=900))
    assert "| word for word | 100 | 100.0 met |" in good
    assert "| words, word pairs, phrases | 1.0/3.0 (target 2/6) met |" in good
    assert "| word for word | 100 | 50.0 **not met** |" in bad
    assert "| slowest of the hostile queries | 900 (target 50) **not met** |" in bad
    for kind in targets.MIN_RIGHT_PERCENT:
        assert kind in good


def test_every_row_of_a_table_has_as_many_cells_as_its_head() -> None:
    for part in render(figures(sizes=(10_000, 100_000))).split("\n\n"):
        rows = [line.replace("\\|", "") for line in part.splitlines() if line.startswith("|")]
        assert len({row.count("|") for row in rows}) <= 1


@pytest.mark.parametrize("sizes", [(10_000,), (10_000, 100_000, 1_000_000)])
def test_the_chart_is_svg_that_describes_its_figures_in_words(sizes: tuple[int, ...]) -> None:
    svg = ET.fromstring(draw(figures(sizes=sizes)))  # noqa: S314 (we drew it)
    space = "{http://www.w3.org/2000/svg}"
    assert svg.findtext(f"{space}title")
    assert f"{sizes[-1]:,} cues: showcase 1 and 3, tantivy 0.1 and 0.2" in (
        svg.findtext(f"{space}desc") or ""
    )
    assert len(svg.findall(f"{space}polyline")) == 2 * 2 * 2


@pytest.mark.parametrize(
    ("cues", "target"), [(37, 0.2), (10_000, 0.2), (10_001, 0.5), (5_000_000, 2)]
)
def test_an_archive_has_the_target_of_the_next_larger_size(cues: int, target: float) -> None:
    assert targets.target_for(targets.MAX_CHANGE_SECONDS, cues) == target


def test_a_spread_is_the_median_and_the_95th_percentile() -> None:
    assert Spread.of([float(n) for n in range(101)]) == Spread(50, 95)


def test_the_page_and_the_chart_of_docs_show_what_was_measured() -> None:
    measured = json.loads(documents.FIGURES.read_text("utf-8"))
    page = documents.PAGE.read_text("utf-8")
    assert page == fill(page, {"tables": render(measured)}), "run: make search-figures"
    assert documents.CHART.read_text("utf-8") == draw(measured), "run: make search-figures"


def test_no_module_of_the_benchmark_is_long() -> None:
    folder = Path(folders.__file__).parent
    assert [
        p.name for p in folder.glob("*.py") if len(p.read_text("utf-8").splitlines()) > 300
    ] == []
