"""Which encoding makes sense of bytes that are not Unicode, and whether that is beyond doubt.

A text in the wrong encoding gives itself away: capital letters inside words, letters of two scripts in one
word, signs between letters, letters that no language has together. docs/decisions/0020-encodings.md compares
this with charset-normalizer.
"""

import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

import regex

from showcase.core.text.common_words import COMMON_WORDS
from showcase.store.captions.alphabets import LATIN_LETTERS
from showcase.store.captions.known_encodings import (
    EAST_ASIAN_ENCODINGS,
    LATIN_ENCODINGS,
    OTHER_ENCODINGS,
)
from showcase.store.captions.letter_evidence import (
    WORD,
    judge_east_asian,
    judge_latin,
    judge_other,
)

_DEFAULT_ENCODING = "cp1252"
# So much of a file is looked at; ten minutes of speech.
_MAX_SAMPLE_BYTES = 12_000
# With fewer letters, another language or script is not beyond doubt.
_MIN_CERTAIN_LETTERS, _MIN_CERTAIN_CHARACTERS = 12, 6
_MIN_CERTAIN_MARKED_LETTERS = 4
_MIN_PLAUSIBILITY, _MIN_LEAD = 0.55, 0.1
# What the language in a file's name weighs.
_HINT_BONUS = 0.1
# What frequent words weigh, where all of those that were found are of one language.
_WORDS_BONUS = 0.25
# Encodings that were rare by the time that captions were made in files.
_RARE = frozenset(
    {"mac_cyrillic", "mac_roman", "cp850", "cp852", "cp737", "iso8859_13", "iso8859_15"}
)
_RARITY_COST = 0.12
# Grave, acute, tilde, hook above, dot below.
_TONES = "\u0300\u0301\u0303\u0309\u0323"
_NON_ASCII_LINE = regex.compile(rb"[^\r\n]*[\x80-\xff][^\r\n]*")
_PLAIN_WORD = regex.compile(rb"(?<![\w\x80-\xff])[a-z]+(?![\w\x80-\xff])")
_BAD_CHAR = regex.compile(r"[\p{Cc}\p{Co}\p{Cn}--[\t\n\r]]", regex.VERSION1)


@dataclass(frozen=True, slots=True)
class EncodingGuess:
    """An encoding, by Python's name of its codec, and whether it is beyond doubt."""

    encoding: str
    is_certain: bool


@dataclass(frozen=True, slots=True)
class _Reading:
    """A text as one encoding reads it, and from 0 to 1 how well it reads as one of its languages."""

    encoding: str
    language: str
    text: str
    plausibility: float


def guess_encoding(data: bytes, language: str) -> EncodingGuess:
    """The encoding in which bytes make sense.

    Args:
        data: neither UTF-8 nor UTF-16, with a byte above 127.
        language: a BCP 47 tag that may be wrong, or "".
    """
    hint = language.partition("-")[0].lower()
    readings = sorted(_readings(data, hint), key=lambda reading: -reading.plausibility)
    if not readings or readings[0].plausibility < _MIN_PLAUSIBILITY:
        return EncodingGuess(_fallback(data), is_certain=False)
    best = readings[0]
    rival = next((reading for reading in readings if reading.text != best.text), None)
    lead = best.plausibility - (rival.plausibility if rival else 0)
    enough = _count_telling_letters(best.text) >= _min_certain_letters(best, hint)
    certain = enough and lead >= _MIN_LEAD and not _lacks_tones(best)
    return EncodingGuess(best.encoding, is_certain=certain)


def _lacks_tones(reading: _Reading) -> bool:
    """Is it Vietnamese without a tone? Every second word has one; "kâđưdư" may be Turkish."""
    letters = unicodedata.normalize("NFD", reading.text)
    return reading.language == "vi" and not any(tone in letters for tone in _TONES)


def _min_certain_letters(reading: _Reading, hint: str) -> int:
    """So many letters that ASCII lacks put it beyond doubt; more, where the file's name does not say it."""
    if reading.language in LATIN_LETTERS:
        if reading.encoding in _RARE:
            return _MIN_CERTAIN_LETTERS
        expected = reading.language == hint or reading.encoding == _DEFAULT_ENCODING
        return 0 if expected else _MIN_CERTAIN_MARKED_LETTERS
    if reading.encoding in EAST_ASIAN_ENCODINGS:
        return _MIN_CERTAIN_CHARACTERS
    return _MIN_CERTAIN_LETTERS * (1 if reading.language == hint else 2)


def _fallback(data: bytes) -> str:
    return _DEFAULT_ENCODING if _can_decode(data, _DEFAULT_ENCODING) else "latin_1"


def _readings(data: bytes, hint: str) -> Iterable[_Reading]:
    """Every way to read the bytes that is possible at all."""
    sample = _telling_lines(data)
    # Where each byte is a character, it is enough that each can be read once.
    distinct = bytes(set(data))
    bonuses = _word_bonuses(data)
    if hint:
        bonuses[hint] += _HINT_BONUS
    for encodings, judge in (
        (EAST_ASIAN_ENCODINGS, judge_east_asian),
        (OTHER_ENCODINGS, judge_other),
        (LATIN_ENCODINGS, judge_latin),
    ):
        for encoding, languages in encodings.items():
            # The sample may end within a character.
            text = _normalize(sample.decode(encoding, "ignore"), encoding)
            whole = data if encodings is EAST_ASIAN_ENCODINGS else distinct
            if _BAD_CHAR.search(text) or not _can_decode(whole, encoding):
                continue
            for language in languages.split():
                value = judge(text, language)
                bonus = bonuses[language] - (_RARITY_COST if encoding in _RARE else 0)
                yield _Reading(encoding, language, text, value + (bonus if value > 0 else 0))


def _word_bonuses(data: bytes) -> defaultdict[str, float]:
    """What the frequent words of a text say about its language, in Latin script."""
    words = Counter(_PLAIN_WORD.findall(data[: _MAX_SAMPLE_BYTES * 4].lower()))
    found = {
        language: sum(words[word.encode()] for word in common.split())
        for language, common in COMMON_WORDS.items()
    }
    most = max(found.values(), default=0)
    weight = _WORDS_BONUS if most > 1 else 0.0
    return defaultdict(
        float,
        {language: weight * (number / max(most, 1)) ** 2 for language, number in found.items()},
    )


def _telling_lines(data: bytes) -> bytes:
    """Lines with bytes that encodings read differently."""
    lines: list[bytes] = []
    size = 0
    for found in _NON_ASCII_LINE.finditer(data):
        lines.append(found[0][:_MAX_SAMPLE_BYTES])
        size += len(found[0])
        if size > _MAX_SAMPLE_BYTES:
            break
    return b"\n".join(lines)


def _can_decode(data: bytes, encoding: str) -> bool:
    try:
        data.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True


def _normalize(text: str, encoding: str) -> str:
    """Windows-1258 has the tones of Vietnamese as characters of their own."""
    return unicodedata.normalize("NFC", text) if encoding == "cp1258" else text


def _count_telling_letters(text: str) -> int:
    """Letters outside ASCII; of a word that comes again, only once: it says nothing new."""
    words = {word.lower() for word in WORD.findall(text)}
    return sum(not char.isascii() and char.isalpha() for word in words for char in word)
