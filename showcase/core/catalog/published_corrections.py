"""What was put right in a video since it was published."""

from dataclasses import dataclass

from showcase.core.timing.moments import Moment


@dataclass(frozen=True, slots=True)
class PublishedCorrection:
    """Something in a video that was wrong when it was published, and was put right.

    Texts are "" where they are not given.

    Attributes:
        date: the day on which it was put right (ISO 8601).
        was: the words as they were.
        now: the words as they are.
        what: what was changed, in a sentence.
        moment: where the words are; None where that is not known.
        language: of the track that `moment` is in, a BCP 47 tag; "" for the video's own.
    """

    date: str
    was: str = ""
    now: str = ""
    what: str = ""
    moment: Moment | None = None
    language: str = ""
