"""Language tags as people type them."""

import regex

# What file names and video.toml need of BCP 47: a language, then a script, a region or variants.
_TAG = regex.compile(r"[a-z]{2,3}(?:-[a-z0-9]{1,8})*", regex.IGNORECASE | regex.ASCII)
_SCRIPT, _REGION = 4, 2


def read_tag(text: str) -> str | None:
    """A language tag in the case its standard recommends (RFC 5646, section 2.1.1).

    Returns:
        "pt-BR" for "PT-br", "zh-Hant" for "zh-hant"; None when it is no tag.
    """
    if not _TAG.fullmatch(text):
        return None
    language, *rest = text.split("-")
    return "-".join([language.lower(), *map(_subtag, rest)])


def _subtag(text: str) -> str:
    if text.isalpha() and len(text) == _REGION:
        return text.upper()
    return text.title() if text.isalpha() and len(text) == _SCRIPT else text.lower()
