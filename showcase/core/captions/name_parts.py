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
    CHINESE_SURNAMES,
    KNOWN_NAMES,
    KOREAN_SURNAMES,
    WORD_NAMES,
)
from showcase.core.captions.label_words import LABEL_WORDS, PHRASE_STARTS
from showcase.core.captions.role_words import (
    COMMON_ROLES,
    DEGREES,
    DEVICES,
    FOREIGN_PARTICLES,
    NAME_PARTICLES,
    NOBODY,
    NUMBERED_ROLES,
    PRONOUNS,
    ROLES,
    TITLE_ABBREVIATIONS,
    TITLE_WORDS,
)


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
_APOSTROPHES = str.maketrans(dict.fromkeys("’ʼ‘ʻ`´′＇", "'"))
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_QUALIFIER = re.compile(r"\s*[\[(（【]([^\[\]()（）【】]*)[\])）】]$")
_TELEPHONE = re.compile(r"\+\d[\d\s().*xX-]{5,20}|\(?\d{3}\)?[-. ][\d*xX]{3}[-. ][\d*xX]{4}")
_NUMBERED = re.compile(
    rf"(?:{'|'.join(NUMBERED_ROLES)})(?:[\s_#-]*\d{{1,3}}|[\s_#-]+[a-z])", re.IGNORECASE
)
_NUMBER_AT_END = re.compile(r".*\d$", re.DOTALL)
_POSSESSIVE = re.compile(r"\w(?:'s|s') ")
_INITIAL = re.compile(r"[^\W\d_]\.(?:-?[^\W\d_]\.)*")
_NAME_PREFIX = re.compile(r"(?:[ODN]'|Mc|Mac)[^\W\d_]{3,}", re.IGNORECASE)
_HAN = re.compile("[\u3400-\u9fff]{2,3}")
_HANGUL = re.compile("[\uac00-\ud7a3]{3}")
# Not in a name. A period is, after an initial or an abbreviation.
_FOREIGN_CHARS = re.compile(r"[!?;…\"“”«»<>|=\\{}@%*♪♫♬。！？、，]|//|\.(?=\w{3})|\w{6,}\.|--")
# Robert "Bob" Smith
_NICKNAME = re.compile(r"(?<=\w) [\"“”«][^\W\d_]+[\"“”»] (?=\w)")
_INNER_CAPITAL = re.compile(r"[^\W\d_]{1,4}'([^\W\d_])[^\W\d_]+")
_ELISION = re.compile(r"(?:[ldcjmnst]|qu)'(?=\w)")


def fold_name(name: str) -> str:
    """A name as it is compared: casefolded, with one kind of apostrophe and of space."""
    return " ".join(normalize("NFC", name).translate(_APOSTROPHES).casefold().split())


def parse_name(label: str) -> NameParts | None:
    """Take a label apart.

    Args:
        label: without colon and brackets around it.

    Returns:
        None when it cannot be a name: "He said", "10".
    """
    label = " ".join(_INVISIBLE.sub("", label).split())
    qualifier = _QUALIFIER.search(label)
    bare = label[: qualifier.start()] if qualifier else label
    if not bare or _FOREIGN_CHARS.search(_NICKNAME.sub(" ", bare)):
        return _telephone_or_none(label, bare)
    sure = LabelKind.PRONOUNS if qualifier and _are_pronouns(qualifier[1]) else LabelKind.OTHER
    more = qualifier[1] if qualifier and sure is LabelKind.OTHER else ""
    bare, degree = _cut_degrees(bare)
    name, title = _cut_titles(bare)
    if sure is LabelKind.OTHER and (degree or title):
        sure = title or LabelKind.DEGREE
    parts = _build(label, name, sure) if name else None
    titles = bare[: len(bare) - len(name)].replace(".", "")
    return parts._replace(qualifier=fold_name(f"{titles} {more}")) if parts else None


def _telephone_or_none(label: str, bare: str) -> NameParts | None:
    return _build(label, bare, LabelKind.TELEPHONE) if _TELEPHONE.fullmatch(bare) else None


def _are_pronouns(text: str) -> bool:
    parts = re.split(r"[\s/,|]+", text.casefold().strip())
    return bool(parts) and all(part in PRONOUNS for part in parts)


def _cut_degrees(name: str) -> tuple[str, bool]:
    """The name before ", PhD" or ", M.D., RN", and whether there was one."""
    first, *others = re.split(r"\s*,\s*", name)
    degrees = [other for other in others if other.replace(".", "").casefold() in DEGREES]
    if not degrees or len(degrees) != len(others):
        return name, False
    return first, True


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
        elif title in TITLE_WORDS and any(map(_is_known, fold_name(name).split()[1:])):
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
    capitals = bool(letters) and not any(word[0].islower() for word in letters)
    return NameParts(
        written,
        name,
        key,
        kind,
        cased=capitals and name != name.lower(),
        upper=name.isupper() and len(name) > 1,
        words=len(words),
        likeness=_likeness(words),
    )


def _kind_of(name: str, key: str) -> LabelKind:
    """What a label is as a whole."""
    if key in NOBODY:
        return LabelKind.NOBODY
    if _TELEPHONE.fullmatch(name):
        return LabelKind.TELEPHONE
    if _NUMBERED.fullmatch(key):
        return LabelKind.NUMBERED
    if key in ROLES:
        return LabelKind.COMMON_ROLE if key in COMMON_ROLES else LabelKind.ROLE
    return LabelKind.DEVICE if _is_device(key) else LabelKind.OTHER


def _is_device(key: str) -> bool:
    """True for "ana's tablet" and "iphone de rosa", not for "phone calls"."""
    words = key.split()
    owned = _POSSESSIVE.search(key) is not None or any(map(_is_known, words))
    return owned and len(words) > 1 and any(word in DEVICES for word in words)


def _has_name_shape(name: str, words: list[str]) -> bool:
    """True for "Ana de la Cruz", "SPEAKER", "narrator", "Field, Rosa"; not for "He said"."""
    if not name[0].isalpha() or name.count(",") > 1 or name.endswith(","):
        return False
    counted = _without_particles(words)
    if not 0 < len(counted) <= _MAX_NAME_WORDS:
        return False
    return len(words) == 1 or not any(word == word.lower() != word.upper() for word in counted)


def _without_particles(words: list[str]) -> list[str]:
    """The words that count: "Ana", "Cruz" of "Ana de la Cruz". A word alone is no particle: "Ben"."""
    if len(words) == 1:
        return words
    return [word for word in words if word.casefold() not in NAME_PARTICLES]


def _kind_of_words(key: str, kind: LabelKind) -> LabelKind:
    words = [_ELISION.sub("", word.strip(".,")) for word in key.split()]
    if len(key) == 1:
        return kind
    known = kind is LabelKind.NAME or any(map(_is_known, words))
    if words[0] in PHRASE_STARTS and (len(words) > 1 or not known):
        return LabelKind.WORDS
    counted = _without_particles(words)
    texts = any(word in LABEL_WORDS for word in words)
    if texts and all(map(_is_in_texts, counted)):
        return LabelKind.WORDS
    if _NUMBER_AT_END.fullmatch(key):
        return LabelKind.COMMON
    if known:
        return LabelKind.WORD_NAME if key in WORD_NAMES else LabelKind.NAME
    return LabelKind.COMMON if all(map(_is_common, counted)) else LabelKind.OTHER


def _is_known(word: str) -> bool:
    if word in KNOWN_NAMES:
        return True
    return "-" in word and all(part in KNOWN_NAMES for part in word.split("-"))


def _is_in_texts(word: str) -> bool:
    return word in LABEL_WORDS or word in PHRASE_STARTS or word in COMMON_WORDS or word.isdigit()


def _is_common(word: str) -> bool:
    return word.casefold() in COMMON_WORDS


def _likeness(words: list[str]) -> int:
    straight = [word.translate(_APOSTROPHES) for word in words]
    if any(_NAME_PREFIX.fullmatch(word) or _has_inner_capital(word) for word in straight):
        return 2
    if len(words) == 1:
        return _east_asian_likeness(words[0])
    particle = any(word in FOREIGN_PARTICLES for word in straight[1:-1])
    return 2 if particle or any(map(_INITIAL.fullmatch, straight)) else 0


def _east_asian_likeness(word: str) -> int:
    """A last name, and one or two characters more: those of two characters are often words."""
    if _HANGUL.fullmatch(word) and word[0] in KOREAN_SURNAMES:
        return 2
    return len(word) - 1 if _HAN.fullmatch(word) and word[0] in CHINESE_SURNAMES else 0


def _has_inner_capital(word: str) -> bool:
    """True for "Ta'Niya", not for "Don't" and "DON'T"."""
    found = _INNER_CAPITAL.fullmatch(word)
    return found is not None and found[1].isupper() and not word.isupper()
