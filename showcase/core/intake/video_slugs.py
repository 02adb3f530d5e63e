"""The name of a video's folder, and so of its address, from its title."""

from unicodedata import normalize

import regex

MAX_SLUG_CHARS = 60
_SLUG = regex.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*", regex.ASCII)
_NOT_SLUG = regex.compile(r"[^a-z0-9]+")


def slug_of_title(title: str) -> str:
    """The folder's name for a title: "Día 1: the harvest" is "dia-1-the-harvest".

    Returns:
        At most 60 characters, cut between words where there are several; "" where no letter can be part of an
        address, as in a title in Bengali.
    """
    plain = normalize("NFKD", title).encode("ascii", "ignore").decode().lower().replace("'", "")
    slug = _NOT_SLUG.sub("-", plain).strip("-")
    if len(slug) <= MAX_SLUG_CHARS:
        return slug
    cut = slug[: MAX_SLUG_CHARS + 1].rpartition("-")[0]
    return cut or slug[:MAX_SLUG_CHARS]


def is_slug(text: str) -> bool:
    """True for a name that an address has as it is: letters a to z, digits, and single hyphens between."""
    return _SLUG.fullmatch(text) is not None
