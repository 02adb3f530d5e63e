"""Words that are broken at the end of a line with a hyphen: "con-" and "tract".

Whether the hyphen belongs to the word ("well-being") is told by the other places of the track where the word
stands, else by its parts. A word that somebody breaks off in mid-speech ("I was go- we went") is not joined.
"""

from collections import Counter
from collections.abc import Iterable
from enum import Enum
from functools import cached_property

import regex

from showcase.core.text.common_words import COMMON_WORDS, ENGLISH_WORDS

# The end of a line, and the beginning of the next one.
BROKEN_END = regex.compile(r"(?<![\p{L}\p{M}'’])([\p{L}\p{M}]{1,40})[-‐]$")
_NEXT_WORD = regex.compile(r"([\p{L}\p{M}]{1,40})([-‐'’]?)")
_TOKEN = regex.compile(r"[\p{L}\p{M}]+(?:[-‐'’][\p{L}\p{M}]+)*")
# "pre- and postwar", "ein- oder zweimal".
_CONJUNCTIONS = frozenset(
    [
        "and",
        "or",
        "to",
        "und",
        "oder",
        "bis",
        "et",
        "ou",
        "y",
        "o",
        "e",
        "ni",
        "och",
        "eller",
        "of",
        "en",
        "i",
        "lub",
    ]
)
# Endings that are no words of their own, and beginnings that take a hyphen as often as not.
_ENGLISH_ENDINGS = frozenset(
    [
        "able",
        "al",
        "als",
        "ance",
        "ances",
        "ation",
        "ations",
        "ed",
        "ence",
        "ences",
        "ency",
        "er",
        "ers",
        "est",
        "ful",
        "fully",
        "ible",
        "ic",
        "ical",
        "ies",
        "ing",
        "ings",
        "ion",
        "ions",
        "ise",
        "ised",
        "ism",
        "isms",
        "ist",
        "ists",
        "ities",
        "ity",
        "ive",
        "ives",
        "ize",
        "ized",
        "izing",
        "izer",
        "izers",
        "less",
        "ly",
        "ment",
        "mental",
        "ments",
        "ness",
        "ous",
        "ously",
        "s",
        "sion",
        "sions",
        "ter",
        "ters",
        "tic",
        "tical",
        "tion",
        "tional",
        "tions",
        "tive",
        "tives",
        "ture",
        "tures",
        "ty",
        "ty's",
        "uing",
        "ular",
        "ure",
        "ures",
        "y",
    ]
)
_ENGLISH_HYPHEN_BEGINNINGS = frozenset(
    [
        "all",
        "anti",
        "co",
        "cross",
        "ex",
        "extra",
        "half",
        "mid",
        "multi",
        "non",
        "post",
        "pre",
        "pro",
        "re",
        "self",
        "semi",
        "sub",
        "super",
        "t",
        "ultra",
        "un",
        "under",
        "well",
        "x",
    ]
)
# Languages that hyphenate at the end of lines far more often than they spell words with hyphens.
_LANGUAGES_THAT_JOIN = frozenset(
    ["cs", "da", "de", "es", "fi", "hu", "it", "nb", "nl", "pl", "sk", "sv"]
)


class WordBreak(Enum):
    """What the hyphen at the end of a line is."""

    JOINED = "no part of the word"
    HYPHENED = "part of the word, which goes on in the next line"
    APART = "the end of a word that is broken off"


class TrackWords:
    """The words of a track, to compare broken ones with.

    Args:
        texts: of its cues.
        language: a BCP 47 tag.
    """

    def __init__(self, texts: Iterable[str], language: str) -> None:
        self._texts = texts
        self._language = language.partition("-")[0].lower()

    @cached_property
    def _counts(self) -> Counter[str]:
        return Counter(
            token[0].lower().replace("‐", "-")
            for text in self._texts
            for token in _TOKEN.finditer(text)
        )

    def judge_break(self, before: str, after: str) -> WordBreak:
        """What the hyphen between two lines is.

        Args:
            before: a line that ends as BROKEN_END says.
            after: the next line.
        """
        end, begin = BROKEN_END.search(before), _NEXT_WORD.match(after)
        if not end or not begin:
            return WordBreak.APART
        first, second = end[1].lower(), begin[1].lower()
        if self._counts[first + second]:
            return WordBreak.JOINED
        if self._counts[f"{first}-{second}"]:
            return WordBreak.HYPHENED
        if not begin[1][0].islower() or second in _CONJUNCTIONS or second.startswith(first):
            return WordBreak.APART
        if begin[2] in ("-", "‐"):
            return WordBreak.HYPHENED
        return self._judge_parts(first, second)

    def _judge_parts(self, first: str, second: str) -> WordBreak:
        joined = first + second
        common = COMMON_WORDS.get(self._language, "").split()
        if second in common and joined not in ENGLISH_WORDS:
            return WordBreak.APART
        if self._language == "en":
            return _judge_english(first, second)
        if self._language not in _LANGUAGES_THAT_JOIN:
            return WordBreak.HYPHENED
        # The part itself counts as one.
        return WordBreak.APART if self._counts[second] > 1 else WordBreak.JOINED


def _judge_english(first: str, second: str) -> WordBreak:
    if first + second in ENGLISH_WORDS or second in _ENGLISH_ENDINGS:
        return WordBreak.JOINED
    if first in _ENGLISH_HYPHEN_BEGINNINGS or first in ENGLISH_WORDS:
        return WordBreak.HYPHENED
    return WordBreak.APART if second in ENGLISH_WORDS else WordBreak.JOINED
