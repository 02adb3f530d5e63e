"""A few invented videos that tests share: their speakers, their words, and queries for them."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from hypothesis import strategies as st

from showcase.core.captions.cues import Cue
from showcase.core.transcript.passages import Passage, build_passages
from showcase.core.transcript.transcript import Transcript, build_transcript
from showcase.store.search.documents import IndexableTrack
from showcase.store.search.engine import build_index, open_index
from showcase.store.search.search_index import SearchIndex

CUE_MS = 3_000

INES = "Inés Calderón"
MARC = "Marc-Antoine Délice"
ROSA = "Rosa Ito"

Line = tuple[str | None, str]
Key = tuple[str, str]
Read = tuple[Transcript, tuple[Passage, ...]]

# Each line is a cue of three seconds. A change of speaker begins a passage.
DAIRY: tuple[Line, ...] = (
    (INES, "We milked the cows at three in the morning,"),
    (INES, "and nobody had asked us whether the barn was safe."),
    (INES, "Then the workers wrote a code of their own:"),
    (INES, "a worker-driven program, with rest days and gloves."),
    (MARC, "The buyers signed it because the café owners"),
    (MARC, "would not sell milk from a barn without rights."),
    (ROSA, "No more fear."),
    (MARC, "Human"),
    (ROSA, "rights are"),
    (INES, "not a gift, they are what a worker brings to the table."),
    (None, "[applause]"),
    (INES, "Don’t organize for us, organizing is ours; we organized the barn."),
)
HUERTA: tuple[Line, ...] = (
    (INES, "Los trabajadores de la huerta pidieron sombra y agua."),
    (INES, "El trabajador que canta también pide respeto."),
    (ROSA, "Nadie nos preguntó por el señor Núñez."),
)
JADEN: tuple[Line, ...] = (
    (MARC, "M'ap travay nan jaden an depi maten."),
    (MARC, "Nou pa vle pè ankò, n ap mande respè."),
)
TANBO: tuple[Line, ...] = (
    (ROSA, "田んぼで働く人の権利を守る"),
    (ROSA, "約束を書きました。"),
    (ROSA, "ありがとう"),
)
PRESS: tuple[Line, ...] = (
    (MARC, "Le travail de l’homme de la ferme vaut plus d'un été."),
    (MARC, "Human dignity comes first, rights follow."),
)


def cues(lines: Sequence[Line]) -> tuple[Cue, ...]:
    """Lines as cues that follow each other; a line in brackets is a sound."""
    return tuple(
        Cue(n * CUE_MS, (n + 1) * CUE_MS, text, voice, sound=text.startswith("["))
        for n, (voice, text) in enumerate(lines)
    )


def read(language: str, lines: Sequence[Line]) -> Read:
    """Lines as a transcript and its passages."""
    transcript = build_transcript(language, cues(lines))
    return transcript, build_passages(transcript)


def archive() -> dict[Key, Read]:
    """All videos of the cast."""
    return {
        ("dairy", "en"): read("en", DAIRY),
        ("huerta", "es"): read("es", HUERTA),
        ("jaden", "ht"): read("ht", JADEN),
        ("tanbo", "ja"): read("ja", TANBO),
        ("press", "fr"): read("fr", PRESS),
    }


def documents(videos: Mapping[Key, Read]) -> list[IndexableTrack]:
    """Videos as the index takes them."""
    return [IndexableTrack(slug, language, *words) for (slug, language), words in videos.items()]


def index_of(folder: Path, videos: Mapping[Key, Read]) -> SearchIndex:
    """A new index of some videos, open."""
    build_index(folder, documents(videos))
    return open_index(folder)


# What has broken searches elsewhere, and what could break this one.
HOSTILE = (
    "", " ", "  ", "(", ")", "()", "|", "b*", "a?", "*", "?", "c++", "\\", "R&D #1", "%", "%s", "span",
    "undefined", "a", "x" * 500, "e\u0301te\u0301", "👩‍👩‍👧", "❤️", '"', '""', '"human', 'human"', "“human",
    "«", "»", "“”", "»human", "\0", "human\0rights", "\ud800", "human \udfff rights", '"\ud800"',
    "speaker:\ud800", "[TO]", "[a TO z]", "{a TO z}", "NOT", "NOT human", "AND", "OR", "OR OR",
    "OR " * 1000, "a OR " * 1000,
    "a OR b " * 300, "-", "--", "-human", '-"human rights"', "- human", "-speaker:rosa", "speaker:",
    "speaker: ", 'speaker:"', 'speaker:""', "speaker:rosa", "speaker:-rosa", "speaker:a " * 300,
    "words:human", "human^9", "human~2", "hum*n", "/hum.n/", "<script>alert(1)</script>", "&amp;", "'", "’",
    "' OR 1=1 --", "../../etc/passwd", "a/" * 900, "a-" * 900, '"a" ' * 500, '"' * 2000, "the " * 400,
    "-a " * 600, "…" * 1000, "a … " * 500, "a" * 1_000_000, "a " * 500_000, "(" * 100_000, "\u200d" * 50,
    "\u0301" * 50, "\U00011f50", "田" * 2000, "ﷺ", "İ", "ß", "１２３", "\x1f", "human\x1frights", "en:human",
)  # fmt: skip

# Any text a browser could send, lone surrogates and NUL too, often in the words of the scanner.
QUERIES = st.one_of(
    st.text(),
    st.text(st.characters(categories=("Cs", "Cc", "Mn", "Sk", "Nd", "Lo"))),
    st.lists(
        st.sampled_from([
            *'"“”«»-−:()…', "OR", "speaker:", "-speaker:", " ", "human", "rights", "worker-driven", "m'ap",
            "田んぼ", "...", "\0", "\ud800", "don’t", "é",
        ])
    ).map(" ".join),
    st.lists(st.sampled_from([*'"“”«»-: ', "OR", "speaker:", "human", "rights"])).map("".join),
)  # fmt: skip
