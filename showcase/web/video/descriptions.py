"""What is seen, told among the words: the cues of a track of descriptions, each before the next passage.

They are no speech: nothing of them is searched, quoted, counted or selected.
"""

from bisect import bisect_left
from collections import defaultdict
from dataclasses import dataclass, field

from showcase.core.timing.moments import Moment
from showcase.core.timing.timecodes import format_seconds
from showcase.web.context.video_view import Shown
from showcase.web.i18n.formatting import written_clock


@dataclass(frozen=True, slots=True)
class Description:
    """A cue of the track; `start` in seconds, `href` its moment."""

    start: str
    clock: str
    href: str
    text: str


@dataclass(frozen=True, slots=True)
class Descriptions:
    """All of them by their place.

    Attributes:
        before: by the key of the passage that comes next.
        after: those behind the last passage.
    """

    before: dict[str, list[Description]] = field(default_factory=dict)
    after: list[Description] = field(default_factory=list)

    def __bool__(self) -> bool:
        """True when there are any."""
        return bool(self.before or self.after)


def build_descriptions(shown: Shown) -> Descriptions:
    """Where each description of the words that are shown is read."""
    if shown.words is None or not shown.words.descriptions:
        return Descriptions()
    passages = shown.words.passages
    before: dict[str, list[Description]] = defaultdict(list)
    after: list[Description] = []
    for cue in shown.words.descriptions:
        number = bisect_left(passages, cue.start_ms, key=lambda passage: passage.start_ms)
        place = before[passages[number].key] if number < len(passages) else after
        place.append(_description(shown, cue.start_ms, cue.text))
    return Descriptions(dict(before), after)


def _description(shown: Shown, start_ms: int, text: str) -> Description:
    return Description(
        start=format_seconds(start_ms),
        clock=written_clock(start_ms),
        href=shown.to.video(shown.video.slug, Moment(start_ms), lang=shown.link_language),
        text=" ".join(text.split()),
    )
