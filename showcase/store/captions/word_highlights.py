"""Captions that highlight each word as it is said: a sentence comes again for each of its words.

Whisper writes `<u>` around the word that is said; other programs use `<b>`, `<font>` or `<c>`, or let the
highlight grow. The sentence is kept once, and where the highlight begins tells the times of its words. A
refrain comes again as well, but its highlight goes back to the beginning, or there is none.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import islice, pairwise
from typing import NamedTuple

from showcase.core.captions.cue_text import parse_cue_text
from showcase.core.captions.cues import TimedWord
from showcase.store.captions.parsed_file import ParsedCue

_HIGHLIGHT = re.compile(r"<(u|b|i|c|em|strong|font|span)(?=[\s.>])[^<>]*>", re.IGNORECASE)
# One word is highlighted; the others may be in italics, or in the color of a speaker.
_MAX_TAGS = 8
# After so long a silence, the same words are said anew.
_MAX_PAUSE_MS = 3_000


class _Highlight(NamedTuple):
    """The characters of a cue's text that are highlighted."""

    start: int
    end: int


class _Stage(NamedTuple):
    """A cue, with what is highlighted in it; None for nothing."""

    cue: ParsedCue
    highlight: _Highlight | None


def merge_highlights(cues: Sequence[ParsedCue], raw_texts: Sequence[str]) -> list[ParsedCue]:
    """Keep a sentence whose words are highlighted one after the other once, with their times.

    Args:
        cues: in the order of the file.
        raw_texts: their texts, with tags.
    """
    if not any("<" in raw and _HIGHLIGHT.search(raw) for raw in raw_texts):
        return list(cues)
    groups = list(_group_stages(cues, raw_texts))
    if not any(map(_moves, groups)):
        return list(cues)
    merged: list[ParsedCue] = []
    for group in groups:
        # Once words are highlighted, a sentence that also comes without highlight was shown in a pause.
        highlighted = any(stage.highlight for stage in group)
        merged += [_merge(group)] if highlighted else [stage.cue for stage in group]
    return merged


def _group_stages(cues: Sequence[ParsedCue], raw_texts: Sequence[str]) -> Iterator[list[_Stage]]:
    """Cues in a row of the same text, as long as the highlight moves on."""
    group: list[_Stage] = []
    same = [_is_same(before, cue) for before, cue in pairwise(cues)]
    last: _Highlight | None = None
    for at, cue in enumerate(cues):
        repeated = (at > 0 and same[at - 1]) or (at < len(same) and same[at])
        stage = _Stage(cue, _find_highlight(raw_texts[at]) if repeated else None)
        if group and not (same[at - 1] and _moves_on(last, stage)):
            yield group
            group, last = [], None
        group.append(stage)
        last = stage.highlight or last
    if group:
        yield group


def _is_same(before: ParsedCue, cue: ParsedCue) -> bool:
    return (
        before.text.text == cue.text.text != ""
        and before.start_ms <= cue.start_ms <= before.end_ms + _MAX_PAUSE_MS
    )


def _moves_on(last: _Highlight | None, stage: _Stage) -> bool:
    return (
        not last
        or not stage.highlight
        or (stage.highlight.end > last.end and stage.highlight.start >= last.start)
    )


def _moves(group: Sequence[_Stage]) -> bool:
    return sum(stage.highlight is not None for stage in group) > 1


def _find_highlight(raw: str) -> _Highlight | None:
    """The shortest part of a text that is in a tag of its own; None where many parts are."""
    tags = list(islice(_HIGHLIGHT.finditer(raw), _MAX_TAGS + 1))
    if len(tags) > _MAX_TAGS:
        return None
    found = [
        _Highlight(_text_length(raw[: tag.start()] + "x") - 1, _text_length(raw[:end]))
        for tag in tags
        if (end := raw.find(f"</{tag[1]}", tag.end())) > 0
    ]
    return min(found, key=lambda part: part.end - part.start, default=None)


def _text_length(raw: str) -> int:
    """How many characters of a text are left without its tags."""
    if raw.isascii() and "<" not in raw and "&" not in raw:
        return len(" ".join(raw.split()))
    return len(parse_cue_text(raw).text)


def _merge(group: Sequence[_Stage]) -> ParsedCue:
    first, last = group[0].cue, group[-1].cue
    words: list[TimedWord] = []
    said = 0
    for cue, highlight in group:
        if highlight:
            at = max(highlight.start, said)
            while first.text.text[at : at + 1].isspace():
                at += 1
            words.append(TimedWord(at, cue.start_ms))
            said = highlight.end
    text = first.text._replace(words=tuple(words))
    return first._replace(end_ms=max(first.start_ms, last.end_ms), text=text)
