"""Packs what is sent: with Brotli where the browser takes it, which it does over HTTPS, else with gzip.

The one owner of brotli, which saves a twelfth of our pages, and a seventh of what is packed once and sent for
years.
"""

import gzip
import hashlib
import zlib
from collections.abc import Mapping
from functools import lru_cache, partial

import brotli
from werkzeug.datastructures import Accept

from showcase.store.byte_cache import ByteCache

# In the order of our preference (RFC 9110, section 12.5.3; RFC 7932).
CODINGS = ("br", "gzip")
# Made for one request: 3 ms of CPU for a page of 38 kB. The next better one costs 20.
_ONCE = {"br": 5, "gzip": 6}
# Made once and kept. A library of several hundred kilobytes would hold up its first request for a second.
_KEPT = {"br": 11, "gzip": 9}
_KEPT_MOST = 100_000
# Made again while somebody waits, and kept: 30 ms for a ninth less. The best one costs 75.
_AGAIN = {"br": 10, "gzip": 9}


def accepted_coding(accepted: Accept) -> str:
    """The best coding that a browser takes; "" where it takes none of them."""
    return next((coding for coding in CODINGS if accepted[coding]), "")


def pack(body: bytes, coding: str) -> bytes:
    """A body in a coding, at the cost that a single answer is worth."""
    return _pack(body, coding, _ONCE)


@lru_cache(maxsize=64)
def pack_kept(body: bytes, coding: str) -> bytes:
    """A body in a coding, as small as it gets; the ones that were asked for last are remembered."""
    return _pack(body, coding, _levels_to_keep(body))


class Packings:
    """A body that may be sent again, in every coding: quickly packed for the first, well for all others."""

    def __init__(self, body: bytes) -> None:
        """Pack nothing yet."""
        self.body = body
        self._packed: dict[str, bytes] = {}
        self._quickly: set[str] = set()  # codings that are worth a second time

    def pack(self, coding: str) -> bytes:
        """The body in a coding. Two that ask at once may both pack it: nobody waits for another."""
        if coding not in self._packed:
            self._packed[coding] = pack(self.body, coding)
            self._quickly.add(coding)
        elif coding in self._quickly and len(self.body) <= _KEPT_MOST:
            self._quickly.discard(coding)
            self._packed[coding] = _pack(self.body, coding, _AGAIN)
        return self._packed[coding]


class KeptPackings:
    """A body that is sent for years, in every coding: packed as small as it gets, once it is asked for."""

    def __init__(self, body: bytes, cache: ByteCache | None) -> None:
        """Pack nothing yet. `cache` keeps what is packed for the next process; None keeps it for this one."""
        self._body, self._cache = body, cache
        self._packed: dict[str, bytes] = {}

    def pack(self, coding: str) -> bytes:
        """The body in a coding. Two that ask at once may both pack it, and get the same."""
        if coding not in self._packed:
            make = partial(_pack, self._body, coding, _levels_to_keep(self._body))
            self._packed[coding] = (
                self._cache.get(self._key(coding), make) if self._cache else make()
            )
        return self._packed[coding]

    def _key(self, coding: str) -> str:
        """A name for what is packed and what packs it."""
        level = _levels_to_keep(self._body)[coding]
        recipe = f"{coding} {level} {brotli.__version__} {zlib.ZLIB_RUNTIME_VERSION}\n"
        return f"{hashlib.sha256(recipe.encode() + self._body).hexdigest()}.{coding}"


def _levels_to_keep(body: bytes) -> Mapping[str, int]:
    return _KEPT if len(body) <= _KEPT_MOST else _ONCE


def _pack(body: bytes, coding: str, levels: Mapping[str, int]) -> bytes:
    if coding == "gzip":
        return gzip.compress(body, levels["gzip"], mtime=0)
    packed: bytes = brotli.compress(body, mode=brotli.MODE_TEXT, quality=levels["br"])
    return packed
