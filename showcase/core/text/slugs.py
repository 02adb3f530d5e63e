"""Slugs: names as addresses have them, those of videos and of what lists are of."""

from hashlib import sha256
from unicodedata import normalize

import regex

_SLUG = regex.compile(r"[a-z0-9-]+", regex.ASCII)
_NOT_SLUG = regex.compile(r"[^a-z0-9]+")
_HASH_HEX_DIGITS = 8
# Longer than the names of people and series; a topic may be a sentence.
_MAX_SLUG_CHARS = 80


def slugify(name: str) -> str:
    """A folder's name as addresses have it: "Día 1" becomes "dia-1"; "" when no letter can be kept."""
    if _SLUG.fullmatch(name):
        return name
    plain = normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return _NOT_SLUG.sub("-", plain).strip("-")


def slugify_name(name: str) -> str:
    """The name of a person, a series or the like as addresses have it; never "".

    A name whose letters an address cannot have gets a hash of the whole name: without it "Мир 1" and "Год 1"
    would both be "1". "José" is "jose"; "Søren" is "sren" with its hash, because "ø" is no "o" with a mark. A
    very long name is cut, and has its hash, too.
    """
    slug = slugify(name)
    plain = normalize("NFKD", name)
    is_whole = all(char.isascii() or not char.isalnum() for char in plain)
    if slug and is_whole and len(slug) <= _MAX_SLUG_CHARS:
        return slug
    return "-".join(filter(None, (slug[:_MAX_SLUG_CHARS].strip("-"), name_hash(name))))


def name_hash(*names: str) -> str:
    """Eight hexadecimal digits that tell names apart and stay the same as long as these do."""
    return sha256("\0".join(names).encode()).hexdigest()[:_HASH_HEX_DIGITS]
