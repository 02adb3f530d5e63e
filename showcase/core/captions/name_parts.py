"""The parts of a label: the name, and what is kept off it (titles, degrees, pronouns).

A label is what is before a colon, in brackets, or in a cue's identifier. Here it is looked at alone;
`label_evidence.py` weighs what the file has to say.
"""

import re
from enum import Enum
from typing import NamedTuple
from unicodedata import normalize

from showcase.core.captions.everyday_words import COMMON_WORDS
from showcase.core.captions.known_names import (
    WORD_NAMES,
    is_known_name,
)
from showcase.core.captions.label_words import BIBLE_BOOKS, LABEL_WORDS, PHRASE_STARTS
from showcase.core.captions.letter_case import begins_small, is_small
from showcase.core.captions.name_additions import (
    are_pronouns,
    cut_degrees,
    cut_pronouns,
    is_telephone,
)
from showcase.core.captions.name_likeness import APOSTROPHES, is_initial, name_likeness
from showcase.core.captions.role_words import (
    ABBREVIATIONS,
    COMMON_ROLES,
    DEVICES,
    NAME_PARTICLES,
    NOBODY,
    NUMBERED_ROLES,
    ROLES,
    TITLE_ABBREVIATIONS,
    TITLE_WORDS,
)
from showcase.core.captions.unnamed_people import is_definite_role, is_unnamed


class LabelKind(Enum):
    """What a label is by itself; its value is what the evidence calls it, "" for nothing."""

    PERSON = "[[people]]"
    PRONOUNS = "pronouns"
    TITLE = "title"
    DEGREE = "degree"
    TELEPHONE = "telephone number"
    DEVICE = "device"
    NUMBERED = "number of a speaker"
    ROLE = "role"
    DEFINITE_ROLE = "role with an article"
    UNNAMED = "somebody who is not named"
    NOBODY = "unknown speaker"
    COMMON_ROLE = "role that is common"
    NAME = "known name"
    WORD_NAME = "known name that is a word"
    COMMON = "common words"
    WORDS = "words"
    UNREAD = "one of too many labels"
    OTHER = ""


class NameParts(NamedTuple):
    """A label that may be a name.

    Attributes:
        written: the label as it is written.
        name: without titles, degrees and pronouns.
        key: the name as it is compared: casefolded, with one kind of apostrophe.
        kind: what it is by itself.
        cased: the script has capitals, and so do all of its words but particles.
        upper: it is written in capitals only.
        words: how many words it has.
        likeness: 2 where it is written as only names are ("J. R. Ortiz", "O'Brien", "van Beek", "王小明"),
            1 where words are often, too ("李华"), else 0.
        qualifier: what tells two of one name apart: "mr", "vermont"; casefolded, "" without any.
    """

    written: str
    name: str
    key: str
    kind: LabelKind
    cased: bool
    upper: bool
    words: int
    likeness: int
    qualifier: str = ""


# Two words of a first name, two of a last name; particles are not counted.
_MAX_NAME_WORDS = 4
_MAX_TITLES = 3
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_QUALIFIER = re.compile(r"\s*[\[(（【]([^\[\]()（）【】]*)[\])）】]$")
_NUMBERED = re.compile(
    rf"(?:{'|'.join(NUMBERED_ROLES)})(?:[\s_#-]*\d{{1,3}}|[\s_#-]+[a-z])", re.IGNORECASE
)
_NUMBER_AT_END = re.compile(r".*\d$", re.DOTALL)
# Names begin like phrases of German: "von der Heide".
_NOBLE = ("von der ", "von den ", "von dem ")
# Who asks from now on, in records of courts: "BY MS. RUIZ:".
_BY = re.compile(r"BY (?=M[RS]S?\. )")
_POSSESSIVE = re.compile(r"\w(?:'s|s') ")
# Not in a name. A period is, after an initial or an abbreviation.
_FOREIGN_CHARS = re.compile(
    r"[!?;()（）…\"“”«»<>|=\\{}@%*♪♫♬。！？、，]|//|\.(?=\w{3})|\w{6,}\.|--"
)
# Robert "Bob" Smith
_NICKNAME = re.compile(r"(?<=\w) [\"“”«][^\W\d_]+[\"“”»] (?=\w)")
# "That's" begins a phrase like "that".
_CONTRACTION = re.compile(r"(?<=\w)'(?:s|re|ll|ve|d|m)$")
_ELISION = re.compile(r"(?:[ldcjmnst]|qu)'(?=\w)")


def fold_name(name: str) -> str:
    """A name as it is compared: casefolded, with one kind of apostrophe and of space."""
    return " ".join(normalize("NFC", name).translate(APOSTROPHES).casefold().split())


def parse_name(label: str) -> NameParts | None:
    """Take a label apart.

    Args:
        label: without colon and brackets around it.

    Returns:
        None when it cannot be a name: "He said", "10".
    """
    label = " ".join(_INVISIBLE.sub("", label).split())
    spoken_of = cut_pronouns(label)
    whole = spoken_of.name if spoken_of else label
    qualifier = _QUALIFIER.search(whole)
    bare = whole[: qualifier.start()] if qualifier else whole
    if not bare or _FOREIGN_CHARS.search(_NICKNAME.sub(" ", bare)):
        return _build(label, whole, LabelKind.TELEPHONE) if is_telephone(whole) else None
    more = [qualifier[1]] if qualifier and not are_pronouns(qualifier[1]) else []
    more += [spoken_of.more] if spoken_of else []
    starts = bare.split()[0].casefold() in PHRASE_STARTS
    apart = spoken_of.apart and not starts if spoken_of else qualifier is not None and not more
    parts = _without_title(label, bare, " ".join(more), pronouns=apart)
    if parts and spoken_of and not starts and (parts.kind is LabelKind.NAME or parts.words > 1):
        return parts._replace(kind=LabelKind.PRONOUNS)
    return parts


def _without_title(label: str, bare: str, more: str, *, pronouns: bool) -> NameParts | None:
    bare, degree = cut_degrees(_BY.sub("", bare))
    name, title = _cut_titles(bare)
    sure = title or (LabelKind.DEGREE if degree else LabelKind.OTHER)
    parts = _build(label, name, LabelKind.PRONOUNS if pronouns else sure) if name else None
    titles = bare[: len(bare) - len(name)].replace(".", "")
    return parts._replace(qualifier=fold_name(f"{titles} {more}")) if parts else None


def _cut_titles(name: str) -> tuple[str, LabelKind | None]:
    """The name after "Dr." or "Senator"; an abbreviation proves it, a word does not."""
    words = name.split()
    kind: LabelKind | None = None
    for _ in range(_MAX_TITLES):
        title = words[0].rstrip(".").casefold()
        following = words[1] if len(words) > 1 else ""
        if not following or following[0].islower():
            break
        if title in TITLE_ABBREVIATIONS or title.replace(".", "") in TITLE_ABBREVIATIONS:
            kind = LabelKind.TITLE
        elif title in TITLE_WORDS and any(map(is_known_name, fold_name(name).split()[1:])):
            kind = kind or LabelKind.NAME
        else:
            break
        words = words[1:]
    return " ".join(words), kind


def _build(written: str, name: str, kind: LabelKind) -> NameParts | None:
    key = fold_name(name)
    words = name.replace(",", " ").split()
    if kind is LabelKind.OTHER:
        kind = _kind_of(name, key)
    if kind is LabelKind.OTHER or kind is LabelKind.NAME:
        if not _has_name_shape(name, words):
            return None
        kind = _kind_of_words(key, kind)
        if kind is LabelKind.COMMON and name_likeness(words) > 1:
            kind = LabelKind.OTHER
    return describe_name(written, name, key, kind)


def describe_name(written: str, name: str, key: str, kind: LabelKind) -> NameParts:
    """The parts of a label whose name and kind are known.

    Args:
        written: the label.
        name: without titles and the like.
        key: the name as `fold_name` writes it.
        kind: what it is by itself.
    """
    words = name.replace(",", " ").split()
    letters = _without_particles(words)
    capitals = bool(letters) and not any(map(begins_small, letters))
    return NameParts(
        written,
        name,
        key,
        kind,
        cased=capitals and name != name.lower(),
        upper=name.isupper() and len(name) > 1,
        words=len(words),
        likeness=name_likeness(words),
    )


def _kind_of(name: str, key: str) -> LabelKind:
    """What a label is as a whole."""
    if key in NOBODY:
        return LabelKind.NOBODY
    if is_telephone(name):
        return LabelKind.TELEPHONE
    if _NUMBERED.fullmatch(key):
        return LabelKind.NUMBERED
    if key in ROLES:
        return LabelKind.COMMON_ROLE if key in COMMON_ROLES else LabelKind.ROLE
    return LabelKind.DEVICE if _is_device(key) else _kind_of_somebody(key.split())


def _kind_of_somebody(words: list[str]) -> LabelKind:
    if is_definite_role(words):
        return LabelKind.DEFINITE_ROLE
    return LabelKind.UNNAMED if is_unnamed(words) else LabelKind.OTHER


def _is_device(key: str) -> bool:
    """True for "ana's tablet" and "iphone de rosa", not for "phone calls"."""
    words = key.split()
    owned = _POSSESSIVE.search(key) is not None or any(map(is_known_name, words))
    return owned and len(words) > 1 and any(word in DEVICES for word in words)


def _has_name_shape(name: str, words: list[str]) -> bool:
    """True for "Ana de la Cruz", "SPEAKER", "narrator", "Field, Rosa"; not for "He said"."""
    if not name[0].isalpha() or name.count(",") > 1 or name.endswith(","):
        return False
    if any(word.endswith(".") and not _is_abbreviated(word) for word in words[:-1]):
        return False
    counted = _without_particles(words)
    if not 0 < len(counted) <= _MAX_NAME_WORDS:
        return False
    return len(words) == 1 or not any(map(is_small, [*counted, words[-1]]))


def _is_abbreviated(word: str) -> bool:
    """True for "J." and "St.", not for the last word of a sentence: "Good. Rosa"."""
    bare = word.rstrip(".").casefold()
    return is_initial(word) or bare in ABBREVIATIONS or bare in TITLE_ABBREVIATIONS


def _without_particles(words: list[str]) -> list[str]:
    """The words that count: "Ana", "Cruz" of "Ana de la Cruz". A word alone is no particle: "Ben"."""
    if len(words) == 1:
        return words
    return [word for word in words if word.casefold() not in NAME_PARTICLES]


def _kind_of_words(key: str, kind: LabelKind) -> LabelKind:
    words = [_ELISION.sub("", word.strip(".,")) for word in key.split()]
    if len(key) == 1:
        return kind
    known = kind is LabelKind.NAME or any(map(is_known_name, words))
    first = _CONTRACTION.sub("", key.split(maxsplit=1)[0].strip(".,"))
    phrase = first in PHRASE_STARTS and not key.startswith(_NOBLE)
    if phrase and (len(words) > 1 or not known):
        return LabelKind.WORDS
    counted = _without_particles(words)
    texts = any(word in LABEL_WORDS for word in words)
    if texts and all(map(_is_in_texts, counted)):
        return LabelKind.WORDS
    if _NUMBER_AT_END.fullmatch(key):
        is_chapter = not known and len(words) > 1 and words[-2] in BIBLE_BOOKS
        return LabelKind.WORDS if is_chapter else LabelKind.COMMON
    if known:
        return LabelKind.WORD_NAME if key in WORD_NAMES else LabelKind.NAME
    return LabelKind.COMMON if all(map(_is_common, counted)) else LabelKind.OTHER


def _is_in_texts(word: str) -> bool:
    return word in LABEL_WORDS or word in PHRASE_STARTS or word in COMMON_WORDS or word.isdigit()


def _is_common(word: str) -> bool:
    return word.casefold() in COMMON_WORDS
