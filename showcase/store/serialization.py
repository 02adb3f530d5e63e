"""Values as JSON, and back.

What is read back was sealed with its SHA-256 when it was written (manifest.py), so nothing is checked
here a second time.
"""

import json
from dataclasses import fields, is_dataclass
from functools import cache
from types import NoneType, UnionType
from typing import Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from showcase.core.captions.cues import Cue, TimedWord

T = TypeVar("T")

# A cue as a list, in this order; an archive has a million of them.
_TURN_FLAG, _SOUND_FLAG = 1, 2


def to_json(value: object) -> bytes:
    """A value as JSON in UTF-8, the same bytes for the same value."""
    return json.dumps(_to_json_value(value), ensure_ascii=False, separators=(",", ":")).encode()


def from_json(kind: type[T], data: bytes) -> T:
    """The value of a kind that to_json wrote."""
    return cast("T", _from_json_value(kind, json.loads(data)))


def _to_json_value(value: object) -> object:
    if isinstance(value, Cue):
        return cue_to_list(value)
    if is_dataclass(value):
        return {entry.name: _to_json_value(getattr(value, entry.name)) for entry in fields(value)}
    return [_to_json_value(entry) for entry in value] if isinstance(value, tuple) else value


def cue_to_list(cue: Cue) -> list[object]:
    """A cue as a list that JSON can write."""
    flags = _TURN_FLAG * cue.turn | _SOUND_FLAG * cue.sound
    words = [number for word in cue.words for number in (word.at, word.start_ms)]
    return [cue.start_ms, cue.end_ms, cue.text, cue.voice, flags, words]


def cue_from_list(plain: list[Any]) -> Cue:
    """The cue that plain_cue wrote."""
    start_ms, end_ms, text, voice, flags, words = plain
    times = tuple(map(TimedWord, words[::2], words[1::2]))
    return Cue(
        start_ms, end_ms, text, voice, bool(flags & _TURN_FLAG), bool(flags & _SOUND_FLAG), times
    )


def _from_json_value(kind: object, plain: object) -> object:
    if kind is Cue:
        return cue_from_list(cast("list[Any]", plain))
    if isinstance(kind, type) and is_dataclass(kind):
        hints = _field_types(kind)
        entries = cast("dict[str, object]", plain).items()
        return kind(**{name: _from_json_value(hints[name], entry) for name, entry in entries})
    if get_origin(kind) is tuple:
        return tuple(
            _from_json_value(get_args(kind)[0], entry) for entry in cast("list[object]", plain)
        )
    if get_origin(kind) in (Union, UnionType) and plain is not None:
        return _from_json_value(next(k for k in get_args(kind) if k is not NoneType), plain)
    return plain


@cache
def _field_types(kind: type) -> dict[str, object]:
    return get_type_hints(kind)
