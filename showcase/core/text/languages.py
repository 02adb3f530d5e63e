"""Languages by their own names, and which way they are written, from Unicode's CLDR as Babel packages it.

Tags are BCP 47 ("es", "pt-BR", "az-Arab"). Of a tag that CLDR does not know, nothing is guessed.
"""

import re
from functools import lru_cache

from babel import Locale, UnknownLocaleError
from babel.core import get_global

# Where CLDR differs from what readers write.
_NATIVE_NAMES = {"ht": "Kreyòl ayisyen"}
# ISO 15924 codes of the scripts in use that are written from right to left (bidirectional classes R and AL of
# Unicode Standard Annex 9).
_RTL_SCRIPTS = frozenset({
    "Adlm", "Arab", "Aran", "Gara", "Hebr", "Mand", "Mend", "Nkoo", "Rohg", "Samr", "Syrc", "Thaa", "Yezi",
})  # fmt: skip
# Language, script and region of a tag (RFC 5646, section 2.1); what comes after them is ignored.
_TAG = re.compile(
    r"(?P<language>[a-z]{2,3})(-(?P<script>[a-z]{4}))?(-(?P<region>[a-z]{2}|[0-9]{3}))?(-|$)",
    re.IGNORECASE,
)
_UNDETERMINED = "und"
# Tags can come from addresses, so there is no end of them.
_MAX_CACHED_TAGS = 1024


@lru_cache(_MAX_CACHED_TAGS)
def preferred_subtags(language: str) -> tuple[str, str]:
    """The language that BCP 47 prefers for a subtag, and the script that it implies, else "".

    Codes of three letters become those of two ("eng" and "fre" of ISO 639-2, "fra" of ISO 639-3), old ones
    the new ones ("iw" is "he"), and varieties what is written for them ("cmn" is "zh"; "sh" is "sr" in Latin
    letters).
    """
    preferred, _, script = _alias(language.lower()).partition("_")
    return preferred, script


def _alias(language: str) -> str:
    return str(get_global("language_aliases").get(language, language))


@lru_cache(_MAX_CACHED_TAGS)
def is_known_language(tag: str) -> bool:
    """True for a language that CLDR knows; false for "und", which says that nobody knows it, and for "xx"."""
    language = preferred_subtags(tag.partition("-")[0])[0]
    return language != _UNDETERMINED and (
        language in get_global("likely_subtags") or _cldr_name(language) is not None
    )


@lru_cache(_MAX_CACHED_TAGS)
def native_name(tag: str) -> str:
    """What readers of a language call it: "es-MX" is "Español", "az-Arab" is "آذربایجان تۆرکجه‌سی".

    It begins with a capital letter where the script has them. A tag without a known language is its own name.
    """
    language, script = _language_and_script(tag)
    name = _NATIVE_NAMES.get(language) or _cldr_name(language, script) or _cldr_name(language)
    return _capitalize_first_word(name) if name else tag


def same_language(one: str, other: str) -> bool:
    """Can readers of one read the other? "pt-BR" and "pt" are the same language (RFC 4647, section 3.3)."""
    return (
        preferred_subtags(one.partition("-")[0])[0] == preferred_subtags(other.partition("-")[0])[0]
    )


@lru_cache(_MAX_CACHED_TAGS)
def direction(tag: str) -> str:
    """The value of an HTML `dir` attribute, by the script: "rtl" or "ltr"; "ltr" where it is unknown."""
    return "rtl" if _language_and_script(tag)[1] in _RTL_SCRIPTS else "ltr"


def likely_script(tag: str) -> str:
    """The script of a tag, or the usual one of its language (ISO 15924: "Cyrl"); "" where it is unknown."""
    return _language_and_script(tag)[1]


def _language_and_script(tag: str) -> tuple[str, str]:
    """The language, and the script that the tag names or that is usual there; "" where unknown.

    "az-IR" is ("az", "Arab"): what is usual depends on the region too (Unicode Technical Standard 35,
    "Likely Subtags").
    """
    parts = _TAG.match(tag)
    if parts is None:
        return "", ""
    language = parts["language"].lower()
    if parts["script"]:
        return language, parts["script"].title()
    likely = get_global("likely_subtags")
    region = (parts["region"] or "").upper()
    whole = likely.get(f"{language}_{region}") or likely.get(language, "")
    return language, whole.split("_")[1] if whole else ""


def _cldr_name(language: str, script: str = "") -> str | None:
    """What CLDR calls a language in the language itself; None where it has no name."""
    if language in ("", _UNDETERMINED):
        return None
    try:
        return Locale.parse(f"{language}_{script}" if script else language).get_language_name()
    except UnknownLocaleError:
        return None


def _capitalize_first_word(name: str) -> str:
    """As at the beginning of a line: "Español", but "isiZulu", which has its capital letter inside."""
    first = name.partition(" ")[0]
    # Title case, because the upper case of Georgian is for whole lines.
    return name[:1].title() + name[1:] if first.islower() else name
