"""The passages of one speaker in a video, as lists show them."""

from typing import NamedTuple

from showcase.core.timing.moments import Moment


class SpokenPassage(NamedTuple):
    """A passage of a speaker.

    Attributes:
        key: its name in an address and in HTML, as that of `Passage`.
        text: all of its words.
        moment: when it is spoken; None where the transcript has no times.
    """

    key: str
    text: str
    moment: Moment | None


class SpokenPassages(NamedTuple):
    """Some of a speaker's passages in a video, in order; `total` is the number of all."""

    total: int = 0
    passages: tuple[SpokenPassage, ...] = ()


class VoiceInVideo(NamedTuple):
    """Whose passages are meant: a voice, in the transcript of a video in a language (a BCP 47 tag)."""

    slug: str
    language: str
    voice: str
