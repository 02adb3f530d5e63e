"""Queries that are no quotes: words, pairs of words, phrases; and hostile queries, which must not be slow."""

import random
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from benchmarks.search.archive import Archive
from benchmarks.search.judge import words_of
from benchmarks.search.mangle import share
from benchmarks.search.quoted import Quoted

# Ranks of the most frequent words, and of those that come after them; all others are rare.
COMMON, MIDDLE = 100, 1_500
MAX_WORDS_APART = 30  # for two words of one passage
MAX_QUERY_CHARS = 2_000
MAX_QUERY_WORDS = 32
MAX_NAME_CHARS = 24


@dataclass(frozen=True, slots=True)
class WordQuery:
    """A query that any full-text search understands.

    Attributes:
        words: all of them must be found.
        phrase: True if they must follow one another.
        speaker: a word of the speaker's name, "" for anybody.
    """

    words: tuple[str, ...]
    phrase: bool = False
    speaker: str = ""

    @property
    def text(self) -> str:
        """The query as it is typed into the search field."""
        words = " ".join(self.words)
        words = f'"{words}"' if self.phrase else words
        return f"speaker:{self.speaker} {words}" if self.speaker else words


class WordQueries:
    """Generates queries from the words of an archive."""

    def __init__(self, archive: Archive, rng: random.Random) -> None:
        self._rng = rng
        self._said = [words_of(archive.any_transcript(rng)[1].text) for _ in range(30)]
        self._voices = _voices(archive, rng)
        counts = Counter(word for said in self._said for word in said)
        self.ranked = [word for word, _ in counts.most_common()]

    def mix(self, count: int) -> list[tuple[str, WordQuery]]:
        """`count` queries of each sort, in turn, each with the name of its sort."""
        return [(name, make(self)) for _ in range(count) for name, make in SORTS.items()]

    def among(self, first: int, stop: int | None) -> WordQuery:
        """A word of a rank from `first` to before `stop`; None for the last."""
        return WordQuery((self._rng.choice(self.ranked[first:stop] or self.ranked),))

    def together(self, least: int, most: int, *, phrase: bool) -> WordQuery:
        """From `least` to `most` words that were said one after the other."""
        said = self._rng.choice(self._said)
        count = self._rng.randint(least, most)
        first = self._rng.randrange(len(said) - count)
        return WordQuery(tuple(said[first : first + count]), phrase=phrase)

    def apart(self) -> WordQuery:
        """Two words that were said near each other."""
        said = self._rng.choice(self._said)
        first = self._rng.randrange(len(said) - MAX_WORDS_APART)
        return WordQuery((said[first], said[first + self._rng.randint(2, MAX_WORDS_APART)]))

    def spoken_by(self) -> WordQuery:
        """A word that somebody said."""
        (word,) = self.among(0, MIDDLE).words
        return WordQuery((word,), speaker=self._rng.choice(self._voices))


SORTS: dict[str, Callable[[WordQueries], WordQuery]] = {
    "a common word": lambda queries: queries.among(0, COMMON),
    "a middle word": lambda queries: queries.among(COMMON, MIDDLE),
    "a rare word": lambda queries: queries.among(MIDDLE, None),
    "two words together": lambda queries: queries.together(2, 2, phrase=False),
    "two words apart": lambda queries: queries.apart(),
    "a phrase of 2 to 5 words": lambda queries: queries.together(2, 5, phrase=True),
    "a word of one speaker": lambda queries: queries.spoken_by(),
}


def _voices(archive: Archive, rng: random.Random) -> list[str]:
    """Words of the names of speakers, as they are typed."""
    cues = (cue for _ in range(5) for cue in archive.any_transcript(rng)[1].cues)
    names = {word for cue in cues if cue.voice for word in words_of(cue.voice)}
    return sorted(names) or ["nobody"]


# Queries that have broken searches, and that could.
ODD = (
    "", " ", "  ", "(", ")", "|", "b*", "a?", "*", "?", "c++", "\\", "R&D #1", "%", "span", "undefined",
    "a", "x" * 500, "e\u0301te\u0301", "👩‍👩‍👧", '"', '""', '"human', "“human", "«", "»human", "\0",
    "human\0rights", "\ud800", '"\ud800"', "[TO]", "[a TO z]", "{a TO z}", "NOT", "NOT human", "AND",
    "OR", "OR OR", "OR " * 1_000, "a OR " * 1_000, "a OR b " * 300, "-", "--", "-human",
    '-"human rights"', "-speaker:ana", "speaker:", 'speaker:"', "speaker:-ana", "speaker:a " * 300,
    "words:human", "human^9", "human~2", "hum*n", "/hum.n/", "<script>alert(1)</script>", "&amp;", "'",
    "' OR 1=1 --", "../../etc/passwd", "a/" * 900, "a-" * 900, '"a" ' * 500, '"' * 2_000, "the " * 400,
    "-a " * 600, "…" * 1_000, "a … " * 500, "a" * 1_000_000, "a " * 500_000, "(" * 100_000,
    "\u200d" * 50, "\u0301" * 50, "田" * 2_000, "ﷺ", "İ", "１２３", "\x1f", "en:human",
)  # fmt: skip


def hostile(archive: Archive, ranked: Sequence[str], rng: random.Random) -> dict[str, str]:
    """The most expensive queries, each with a name."""
    common = ranked[:MAX_QUERY_WORDS]
    made = {
        "a page of speech with one word in five changed": _page(archive, rng),
        "a page of speech with one word in three changed": _page(archive, rng, 3),
        "the 32 commonest words": " ".join(common),
        "the 32 commonest words, the other way round": " ".join(reversed(common)),
        "the 32 commonest words with OR": " OR ".join(common),
        "the 32 commonest words as a phrase": f'"{" ".join(common)}"',
        "the five commonest words": " ".join(common[:5]),
        "the five commonest words as a phrase": f'"{" ".join(common[:5])}"',
        "the two commonest words as a phrase": f'"{" ".join(common[:2])}"',
        "the commonest word": common[0],
        "the commonest word, sixty times": f"{common[0]} " * 60,
        "the commonest words with ellipses": " … ".join(common),
        "the 16 commonest pairs as phrases": " ".join(
            f'"{one} {other}"' for one, other in pairwise(common[:17])
        ),
        "all but the commonest words": " ".join(f"-{word}" for word in common),
        "40 common words in no order": " ".join(rng.choices(ranked[:COMMON], k=40)),
        "400 words in no order": " ".join(rng.choices(ranked, k=400)),
        "40 words, all misspelt": " ".join(f"{word}x" for word in rng.choices(ranked, k=40)),
        "30 letters that begin no word": "q" * 30,
        "a phrase across the archive": f'"{common[0]}" "{common[1]}" "{common[2]}"',
    }
    return made | {_short(query): query for query in ODD}


def _page(archive: Archive, rng: random.Random, part: int = 5) -> str:
    """As many words as a query can have, one in `part` changed."""
    slug, transcript = archive.any_transcript(rng)
    pieces = tuple(transcript.text.split()[: MAX_QUERY_CHARS // 5])
    quote = Quoted(slug, transcript.language, pieces, ())
    return share(part)(quote, rng, archive.words(transcript.language)).text[:MAX_QUERY_CHARS]


def _short(query: str) -> str:
    shown = "".join(c if c.isprintable() else ascii(c)[1:-1] for c in query[: MAX_NAME_CHARS + 1])
    cut = f"{shown[:MAX_NAME_CHARS]}… ({len(query):,} characters)"
    return shown if len(query) <= MAX_NAME_CHARS else cut
