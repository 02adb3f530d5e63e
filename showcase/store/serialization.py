"""Values as JSON, and back.

What is read back was sealed with its SHA-256 when it was written (manifest.py), so nothing is checked
here a second time.
"""

import json
from dataclasses import dataclass, fields, is_dataclass
from functools import cache
from types import NoneType, UnionType
from typing import Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from showcase.core.captions.cues import Cue, TimedWord
from showcase.core.catalog.models import Track, Video

T = TypeVar("T")

# A cue as a list, in this order; an archive has a million of them.
_TURN, _SOUND = 1, 2


@dataclass(frozen=True, slots=True)
class TrackCues:
    """A track with its cues."""

    track: Track
    cues: tuple[Cue, ...]


@dataclass(frozen=True, slots=True)
class VideoRecord:
    """Everything about a video: what its page needs."""

    video: Video
    tracks: tuple[TrackCues, ...]


def to_json(value: object) -> bytes:
    """A value as JSON in UTF-8, the same bytes for the same value."""
    return json.dumps(_plain(value), ensure_ascii=False, separators=(",", ":")).encode()


def from_json(kind: type[T], data: bytes) -> T:
    """The value of a kind that to_json wrote."""
    return cast("T", _value(kind, json.loads(data)))


def _plain(value: object) -> object:
    if isinstance(value, Cue):
        return plain_cue(value)
    if is_dataclass(value):
        return {entry.name: _plain(getattr(value, entry.name)) for entry in fields(value)}
    return [_plain(entry) for entry in value] if isinstance(value, tuple) else value


def plain_cue(cue: Cue) -> list[object]:
    """A cue as a list that JSON can write."""
    flags = _TURN * cue.turn | _SOUND * cue.sound
    words = [number for word in cue.words for number in (word.at, word.start_ms)]
    return [cue.start_ms, cue.end_ms, cue.text, cue.voice, flags, words]


def cue_of(plain: list[Any]) -> Cue:
    """The cue that plain_cue wrote."""
    start_ms, end_ms, text, voice, flags, words = plain
    times = tuple(map(TimedWord, words[::2], words[1::2]))
    return Cue(start_ms, end_ms, text, voice, bool(flags & _TURN), bool(flags & _SOUND), times)


def _value(kind: object, plain: object) -> object:
    if kind is Cue:
        return cue_of(cast("list[Any]", plain))
    if isinstance(kind, type) and is_dataclass(kind):
        hints = _hints(kind)
        entries = cast("dict[str, object]", plain).items()
        return kind(**{name: _value(hints[name], entry) for name, entry in entries})
    if get_origin(kind) is tuple:
        return tuple(_value(get_args(kind)[0], entry) for entry in cast("list[object]", plain))
    if get_origin(kind) in (Union, UnionType) and plain is not None:
        return _value(next(k for k in get_args(kind) if k is not NoneType), plain)
    return plain


@cache
def _hints(kind: type) -> dict[str, object]:
    return get_type_hints(kind)
