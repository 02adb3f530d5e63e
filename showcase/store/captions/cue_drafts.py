"""Cue drafts: what readers of formats without WebVTT's cue text collect, and the cues made of them.

A draft's text is written as WebVTT cue text (section 6.4), so that one parser reads voices, word times and
character references of all formats.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from showcase.core.captions.cue_text import parse_cue_text
from showcase.core.timing.timecodes import format_vtt_timestamp
from showcase.store.captions.cue_limit import check_cue_count
from showcase.store.captions.parsed_file import ParsedCue

# A cue whose format or file names no end is shown until the next one starts, but not longer than this.
_MAX_OPEN_CUE_MS = 30_000
# The last cue, when it has no end (Netflix timed text style guide: the longest that a cue should be shown).
_LAST_OPEN_CUE_MS = 7_000
# A speaker of 200 words a minute says as many in 25 minutes; no cue is so long.
_MAX_TAGS = 5_000
_TIME_TAG = re.compile(r"<\d[\d:.]*>")


class CueDraft(NamedTuple):
    """A cue that a reader has found.

    Attributes:
        line: that it begins on, from 1.
        start_ms: milliseconds from the start of the recording.
        end_ms: milliseconds; None where the file does not say.
        markup: its text as WebVTT cue text.
    """

    line: int
    start_ms: int
    end_ms: int | None
    markup: str


def escape_words(text: str) -> str:
    """Words as WebVTT cue text writes them: "Q&A" becomes "Q&amp;A"."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def voice_markup(name: str, markup: str) -> str:
    """Cue text that somebody speaks.

    Args:
        name: of the speaker, "" when nobody is named.
        markup: cue text.
    """
    clean = " ".join(name.split())
    return f"<v {escape_words(clean)}>{markup}</v>" if clean else markup


def time_markup(ms: int) -> str:
    """The timestamp tag of a word that begins at these milliseconds."""
    return f"<{format_vtt_timestamp(ms)}>"


def finish_cues(drafts: Sequence[CueDraft]) -> list[ParsedCue]:
    """The cues of drafts, in order of start, each with an end.

    Args:
        drafts: in any order; those that start together keep theirs.

    Raises:
        TooManyCuesError: there are more than any recording needs.
    """
    check_cue_count(len(drafts))
    ordered = sorted(drafts, key=lambda draft: draft.start_ms)
    starts = [draft.start_ms for draft in ordered]
    return [
        ParsedCue(
            draft.line,
            draft.start_ms,
            _find_end_ms(draft.start_ms, starts) if draft.end_ms is None else draft.end_ms,
            parse_cue_text(_limit_times(draft.markup)),
        )
        for draft in ordered
    ]


def _limit_times(markup: str) -> str:
    """Cue text without the times of its words where it has too many."""
    too_many = markup.count("<") > _MAX_TAGS and len(_TIME_TAG.findall(markup)) > _MAX_TAGS
    return _TIME_TAG.sub("", markup) if too_many else markup


def _find_end_ms(start_ms: int, starts: Sequence[int]) -> int:
    following = bisect_right(starts, start_ms)
    if following == len(starts):
        return start_ms + _LAST_OPEN_CUE_MS
    return min(starts[following], start_ms + _MAX_OPEN_CUE_MS)
