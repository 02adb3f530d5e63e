"""Descriptions of the picture within the transcript: the cues of that track, each before the next passage.

They are not speech: they are not searched, quoted, counted or selected.
"""

from bisect import bisect_left
from collections import defaultdict
from dataclasses import dataclass, field

from showcase.core.timing.moments import Moment
from showcase.core.timing.timecodes import format_seconds
from showcase.web.context.video_view import VideoView
from showcase.web.i18n.formatting import localized_clock


@dataclass(frozen=True, slots=True)
class Description:
    """A cue of the track.

    Attributes:
        start_ms: milliseconds.
        start: the same in seconds, as the page's scripts read it.
        clock: the same as visitors read it: "1:52".
        href: the moment of the cue.
    """

    start_ms: int
    start: str
    clock: str
    href: str
    text: str


@dataclass(frozen=True, slots=True)
class DescriptionIndex:
    """All descriptions by their place in the transcript.

    Attributes:
        before_passage: by the key of the passage that comes next.
        after_last_passage: those that start after the last passage starts; all where passages have no times.
    """

    before_passage: dict[str, list[Description]] = field(default_factory=dict)
    after_last_passage: list[Description] = field(default_factory=list)

    def __bool__(self) -> bool:
        """True if there are any."""
        return bool(self.before_passage or self.after_last_passage)


def build_descriptions(view: VideoView) -> DescriptionIndex:
    """The descriptions for the transcript that is shown; none if it has no such track."""
    if view.words is None or not view.words.descriptions:
        return DescriptionIndex()
    passages = view.words.passages if view.words.transcript.has_times else ()
    before: dict[str, list[Description]] = defaultdict(list)
    after: list[Description] = []
    for cue in view.words.descriptions:
        number = bisect_left(passages, cue.start_ms, key=lambda passage: passage.start_ms)
        place = before[passages[number].key] if number < len(passages) else after
        place.append(_build_description(view, cue.start_ms, cue.text))
    return DescriptionIndex(dict(before), after)


def _build_description(view: VideoView, start_ms: int, text: str) -> Description:
    return Description(
        start_ms=start_ms,
        start=format_seconds(start_ms),
        clock=localized_clock(start_ms),
        href=view.urls.video(view.video.slug, Moment(start_ms), lang=view.link_language),
        text=" ".join(text.split()),
    )
