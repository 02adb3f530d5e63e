"""The one tokenizer: what is found is what is marked and what is counted.

Index, queries, quotes, marks and counts all cut text into words here. A word keeps its characters in
the original text, so nothing has to be mapped back later.

What counts as one word:

* letters, digits and their marks (Bengali vowel signs too), joined by zero-width joiners;
* an apostrophe between letters stays inside: `don't`, Kreyol `m'ap`. The whole is found with and without
  it, and so are its parts;
* a hyphen parts words: `hand-picked` is two. The two written together are found as well;
* where a script puts no spaces between words (Han, Kana, Thai, ...), each character.
"""

from functools import lru_cache
from itertools import groupby
from typing import NamedTuple
from unicodedata import decimal, normalize

import regex

_APOSTROPHES = "'’‘ʼʻ＇´`′"
_HYPHENS = "-‐‑–"
# Scripts that put no spaces between words; the long-vowel marks of Kana belong to no script. Their digits
# make numbers as everywhere.
_UNSPACED_SCRIPTS = (
    r"[\p{Han}\p{Hiragana}\p{Katakana}ーｰ\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}--\p{Nd}]"
)
_UNSPACED = rf"{_UNSPACED_SCRIPTS}\p{{M}}*"
# A mark alone is no word: an emoji has an invisible one behind it.
_FIRST_LETTER = rf"[\w--[\p{{M}}\p{{Pc}}\u200c\u200d]--{_UNSPACED_SCRIPTS}]"
_LETTERS = rf"{_FIRST_LETTER}[[\w\u00ad\u200c\u200d]--_--{_UNSPACED_SCRIPTS}]*"
_WORD = regex.compile(
    rf"(?V1){_UNSPACED}|{_LETTERS}(?:[{_APOSTROPHES}]{_LETTERS})*",
)
_HYPHEN = regex.compile(f"[{_HYPHENS}]")
_APOSTROPHE = regex.compile(f"[{_APOSTROPHES}]")
_UNSPACED_ONLY = regex.compile(f"(?V1){_UNSPACED}")
_LATIN_MARKS = regex.compile(r"(\p{Latin})\p{M}+")
# Arabic vowel signs and the stretching tatweel, zero-width joiners, soft hyphens, what makes an emoji of
# a letter: writers leave them out as they please.
_IGNORED_CHARS = regex.compile(r"[\u0640\u064b-\u0652\u0670\u200b-\u200d\u00ad\ufe0e\ufe0f]")
# Latin letters that Unicode does not decompose.
_LATIN_FALLBACKS = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "ħ": "h", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th"}
)
_DIGITS = regex.compile(r"\p{Nd}")
# What is longer is no word that somebody says twice.
_MAX_REPEATED_CHARS = 40
# Half the time of Word(...), which is a function in Python that does the same.
_new_tuple = tuple.__new__


class Word(NamedTuple):
    """One word of a text.

    Attributes:
        start, end: its characters in the text.
        forms: what it is found as, folded; the first is the whole word, the others are its parts.
        compound: when it opens a hyphenated compound, all of it written together, else "".
        compound_words: how many words that compound has, else 1.
    """

    start: int
    end: int
    forms: tuple[str, ...]
    compound: str = ""
    compound_words: int = 1

    @property
    def form(self) -> str:
        """The whole word, folded."""
        return self.forms[0]


@lru_cache(maxsize=100_000)
def fold(text: str) -> str:
    """Text as it is compared: without case, accents of Latin letters, and the digits of one script.

    Only Latin letters lose their marks: a mark is a vowel in Bengali or Hindi, and й is not и.
    """
    if text.isascii():
        return text.lower()
    text = _IGNORED_CHARS.sub("", normalize("NFC", text)).casefold()
    text = _LATIN_MARKS.sub(r"\1", normalize("NFD", text)).translate(_LATIN_FALLBACKS)
    return str(_DIGITS.sub(_ascii_digit, normalize("NFC", text)))


def _ascii_digit(digit: regex.Match[str]) -> str:
    # regex knows digits of newer Unicodes than Python does; those stay as they are.
    return str(decimal(digit[0], digit[0]))


@lru_cache(maxsize=100_000)
def _word_forms(text: str) -> tuple[str, ...]:
    """The whole without its apostrophes, then its parts: "m'ap" is ("map", "m", "ap")."""
    parts = _APOSTROPHE.split(fold(text))
    return tuple(dict.fromkeys(form for form in ("".join(parts), *parts) if form))


def tokenize(text: str) -> list[Word]:
    """The words of a text, in order.

    No word has a space in it, and no compound either. So the text is cut at spaces, and what stands between
    two of them ("tomatoes,") is read once: speech repeats itself.
    """
    words: list[Word] = []
    at = 0
    for piece in text.split(" "):
        found = _repeated_words(piece) if len(piece) <= _MAX_REPEATED_CHARS else _words(piece)
        for start, end, forms, compound, count in found:
            words.append(_new_tuple(Word, (start + at, end + at, forms, compound, count)))
        at += len(piece) + 1
    return words


@lru_cache(maxsize=50_000)
def _repeated_words(text: str) -> tuple[Word, ...]:
    return tuple(_words(text))


def _words(text: str) -> list[Word]:
    if text.isalpha() and text.isascii():
        return [Word(0, len(text), _word_forms(text))]
    words = [
        Word(found.start(), found.end(), forms)
        for found in _WORD.finditer(text)
        if (forms := _word_forms(found[0]))
    ]
    return _mark_compounds(text, words) if len(words) > 1 and _HYPHEN.search(text) else words


def count_words(text: str) -> int:
    """How many words a text has; in a script without spaces, how many characters."""
    return len(_WORD.findall(text))


def _mark_compounds(text: str, words: list[Word]) -> list[Word]:
    """Tell the first word of each hyphenated compound what the compound is written together."""
    compound_of = [0] * len(words)
    for number in range(1, len(words)):
        between = text[words[number - 1].end : words[number].start]
        joined = len(between) == 1 and _HYPHEN.match(between)
        compound_of[number] = compound_of[number - 1] + (0 if joined else 1)
    return [
        word for _, group in groupby(range(len(words)), compound_of.__getitem__)
        for word in _mark_compound([words[number] for number in group])
    ]  # fmt: skip


def _mark_compound(words: list[Word]) -> list[Word]:
    if len(words) == 1:
        return words
    joined = "".join(word.form for word in words)
    return [words[0]._replace(compound=joined, compound_words=len(words)), *words[1:]]


def is_unspaced(form: str) -> bool:
    """True for a word of a script without spaces: its neighbors belong to it."""
    return not form.isascii() and _UNSPACED_ONLY.fullmatch(form) is not None
