"""Slugs: the names of videos in addresses, made from those of their folders."""

from unicodedata import normalize

import regex

_SLUG = regex.compile(r"[a-z0-9-]+", regex.ASCII)
_NOT_SLUG = regex.compile(r"[^a-z0-9]+")


def slugify(name: str) -> str:
    """A folder's name as addresses have it: "Día 1" becomes "dia-1"; "" when no letter can be kept."""
    if _SLUG.fullmatch(name):
        return name
    plain = normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return _NOT_SLUG.sub("-", plain).strip("-")
