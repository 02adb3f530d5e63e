"""Language tags as people type them."""

import regex

# What file names and video.toml need of BCP 47: a language, then a script, a region or variants.
_LANGUAGE_TAG = regex.compile(r"[a-z]{2,3}(?:-[a-z0-9]{1,8})*", regex.IGNORECASE | regex.ASCII)
_SCRIPT_LETTERS, _REGION_LETTERS = 4, 2


def parse_language_tag(text: str) -> str | None:
    """A language tag in the case its standard recommends (RFC 5646, section 2.1.1).

    Returns:
        "pt-BR" for "PT-br", "zh-Hant" for "zh-hant"; None when it is no tag.
    """
    if not _LANGUAGE_TAG.fullmatch(text):
        return None
    language, *rest = text.split("-")
    return "-".join([language.lower(), *map(_normalize_subtag, rest)])


def _normalize_subtag(text: str) -> str:
    if text.isalpha() and len(text) == _REGION_LETTERS:
        return text.upper()
    return text.title() if text.isalpha() and len(text) == _SCRIPT_LETTERS else text.lower()
