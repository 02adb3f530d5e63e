"""Language tags as people type them."""

import regex

from showcase.core.text.languages import preferred_subtags

# What file names and video.toml need of BCP 47: a language, then a script, a region or variants.
_LANGUAGE_TAG = regex.compile(r"[a-z]{2,3}(?:-[a-z0-9]{1,8})*", regex.IGNORECASE | regex.ASCII)
# What yt-dlp adds to the tag of captions in the language that is spoken.
_ORIGINAL = regex.compile(r"(?:-x)?-orig(?=-|$)", regex.IGNORECASE)
_SCRIPT_LETTERS, _REGION_LETTERS = 4, 2


def parse_language_tag(text: str) -> str | None:
    """A language tag as its standard prefers it (RFC 5646, sections 2.1.1 and 4.5).

    Returns:
        "pt-BR" for "PT-br" and "pt_BR", "zh-Hant" for "zh-hant", "en" for "eng", "he" for "iw", "en" for
        "en-orig", as YouTube names the language that is spoken; None for no tag.
    """
    text = text.replace("_", "-")
    if not _LANGUAGE_TAG.fullmatch(text):
        return None
    first, *rest = _ORIGINAL.sub("", text).split("-")
    if rest and len(rest[-1]) == 1:  # The beginning of an extension that does not follow.
        return None
    language, script = preferred_subtags(first)
    subtags = [_normalize_subtag(subtag) for subtag in rest]
    has_script = bool(subtags) and subtags[0].isalpha() and len(subtags[0]) == _SCRIPT_LETTERS
    return "-".join([language, *([script] if script and not has_script else []), *subtags])


def _normalize_subtag(text: str) -> str:
    if text.isalpha() and len(text) == _REGION_LETTERS:
        return text.upper()
    return text.title() if text.isalpha() and len(text) == _SCRIPT_LETTERS else text.lower()
