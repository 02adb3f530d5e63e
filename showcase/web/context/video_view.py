"""A video and what was asked of it: what every page of it is made from."""

from dataclasses import dataclass

from showcase.core.captions.cues import Cue
from showcase.core.catalog.localized import VideoTexts
from showcase.core.catalog.models import Track, Video
from showcase.core.search.results import Answer
from showcase.core.text.languages import own_name, same_language
from showcase.core.text.spans import Span
from showcase.core.timing.moments import Moment
from showcase.core.transcript.excerpts import Excerpt, excerpt_at
from showcase.core.transcript.passages import Passage
from showcase.core.transcript.transcript import Transcript
from showcase.web.context.query import Asked
from showcase.web.context.urls import Addresses


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a video that are shown, with the answer to what was searched in them.

    `descriptions` tell what is seen (the track of that kind in the same language): they are read among the
    words, and are none of them.
    """

    transcript: Transcript
    passages: tuple[Passage, ...]
    answer: Answer | None = None
    descriptions: tuple[Cue, ...] = ()


@dataclass(frozen=True, slots=True)
class Shown:
    """A video and what was asked of it.

    Attributes:
        words: None where it has none.
        reader: the language of those who read the page; "" where nobody asked for one.
        beside: the words of a second language, None where one is read alone.
    """

    video: Video
    words: Words | None
    asked: Asked
    to: Addresses
    reader: str = ""
    beside: Transcript | None = None

    @property
    def texts(self) -> VideoTexts:
        """What is said about the video, to those who read the page."""
        return VideoTexts(self.video, self.reader)

    @property
    def language(self) -> str:
        """Of the words that are shown, "" when there are none."""
        return self.words.transcript.language if self.words else ""

    @property
    def passages(self) -> tuple[Passage, ...]:
        """Of the words that are shown."""
        return self.words.passages if self.words else ()

    @property
    def link_language(self) -> str:
        """What links to a moment of these words, and links for others, say of their language."""
        return link_language(self.video, self.language)

    @property
    def page_language(self) -> str:
        """What an address of this page without a moment says of their language."""
        return page_language(self.video, self.language, self.reader)

    @property
    def moment(self) -> Moment | None:
        """The moment that was asked for, None when it begins behind the end of the video."""
        moment, ends_ms = self.asked.moment, self.video.duration_ms
        return None if moment and ends_ms and moment.start_ms >= ends_ms else moment

    @property
    def excerpt(self) -> Excerpt | None:
        """The words of that moment, None where there are none."""
        if self.moment is None or self.words is None:
            return None
        return excerpt_at(self.words.transcript, self.passages, self.moment)

    @property
    def selected(self) -> Span:
        """The characters that are marked as that moment: none where it plays on, its line is marked then."""
        closed = self.moment is not None and self.moment.end_ms is not None
        excerpt = self.excerpt if closed else None
        return excerpt.span if excerpt else Span(0, 0)


def choose_track(video: Video, language: str) -> Track | None:
    """The speech track of a language, else the video's own; None when it has no words."""
    return next((t for t in video.speech if t.language == language), next(iter(video.speech), None))


def link_language(video: Video, language: str) -> str:
    """What links say of a language: nothing of the video's own."""
    own = choose_track(video, "")
    return "" if own and own.language == language else language


def asked_language(video: Video, asked: Asked, reader: str) -> str:
    """The language in which words are read: as the address says, else as its page is read.

    An address that names a moment or words is of the video's own words where it says nothing else: so those
    that were shared stay what they are, whoever opens them.
    """
    if asked.language or asked.time_text or asked.moment or asked.words:
        return asked.language
    return _read_in(video, reader)


def beside_track(video: Video, language: str, beside: str) -> Track | None:
    """The track that is asked for beside a language, None where it is the same, or there is none."""
    others = (track for track in video.speech if track.language != language)
    return next((track for track in others if track.language == beside), None)


def page_language(video: Video, language: str, reader: str) -> str:
    """What an address without a moment says of the words' language: nothing of those it shows by itself."""
    track = choose_track(video, _read_in(video, reader))
    return "" if track and track.language == language else language


def _read_in(video: Video, reader: str) -> str:
    """The language of the words for readers of a page; "" for the video's own."""
    spoken = [track.language for track in video.speech if reader]
    near = (language for language in spoken if same_language(language, reader))
    return reader if reader in spoken else next(near, "")


def language_name(video: Video, language: str) -> str:
    """What a language of the video's words is called: as its track says, else as its readers do."""
    labels = (track.label for track in video.speech if track.language == language)
    return next(labels, "") or own_name(language)
