"""A video with its transcript and the query parameters: what every page of it is made from."""

from dataclasses import dataclass

from showcase.core.captions.cues import Cue
from showcase.core.catalog.localized import LocalizedVideo
from showcase.core.catalog.models import Track, Video
from showcase.core.catalog.withdrawals import begins_in, overlaps
from showcase.core.search.results import Answer
from showcase.core.text.languages import native_name, same_language
from showcase.core.text.spans import Span
from showcase.core.timing.moments import Moment
from showcase.core.transcript.excerpts import Excerpt, excerpt_at
from showcase.core.transcript.passages import Passage
from showcase.core.transcript.transcript import Transcript
from showcase.web.context.query import QueryParameters
from showcase.web.context.urls import UrlBuilder

# What programs are told that ask for such a time.
REPLACED_SENTENCE = (
    "This may be a moment of another recording, which was here before: ask the page of the video for "
    "addresses of this one."
)


@dataclass(frozen=True, slots=True)
class TranscriptView:
    """The transcript that is shown, with the results of a search in it.

    Attributes:
        transcript: the words with their times.
        passages: of the transcript, in order.
        answer: the results; None where nothing was searched for.
        near_answers: where nothing was found, the results of queries that are near, best first.
        descriptions: cues of the descriptions track in the same language, which tell what is to be seen. They
            are shown among the words but are no part of the transcript.
    """

    transcript: Transcript
    passages: tuple[Passage, ...]
    answer: Answer | None = None
    descriptions: tuple[Cue, ...] = ()
    near_answers: tuple[Answer, ...] = ()


@dataclass(frozen=True, slots=True)
class VideoView:
    """A video and what the request asks of it.

    Attributes:
        video: the video.
        words: the transcript that is shown; None where the video has none.
        parameters: of the query string.
        urls: builds the links of the page.
        reader_locale: the language that the URL or the browser asks for; "" where it is none of ours.
        parallel_transcript: of a second language to read beside the first; None where one is read alone.
        asks_for_replaced: a time was asked for that may be one of another recording, which was here before.
            It is not in `parameters`: nobody may get the words of this one for it.
    """

    video: Video
    words: TranscriptView | None
    parameters: QueryParameters
    urls: UrlBuilder
    reader_locale: str = ""
    parallel_transcript: Transcript | None = None
    asks_for_replaced: bool = False

    @property
    def texts(self) -> LocalizedVideo:
        """Title, summary and other texts of the video, in the reader's language where translated."""
        return LocalizedVideo(self.video, self.reader_locale)

    @property
    def language(self) -> str:
        """The language of the transcript that is shown, a BCP 47 tag; "" where there is none."""
        return self.words.transcript.language if self.words else ""

    @property
    def passages(self) -> tuple[Passage, ...]:
        """The passages of the transcript that is shown; none where there is no transcript."""
        return self.words.passages if self.words else ()

    @property
    def has_timed_words(self) -> bool:
        """True where a transcript is shown whose words have times."""
        return self.words is not None and self.words.transcript.has_times

    @property
    def link_language(self) -> str:
        """The value of `lang` in links to moments and in links to be shared; "" for none."""
        return link_language(self.video, self.language)

    @property
    def page_language(self) -> str:
        """The value of `lang` in links to this page without a moment; "" for none."""
        return page_language(self.video, self.language, self.reader_locale)

    @property
    def moment(self) -> Moment | None:
        """The requested moment; None where there is none, or it starts after the end of the video."""
        moment, ends_ms = self.parameters.moment, self.video.duration_ms
        return None if moment and ends_ms and moment.start_ms >= ends_ms else moment

    @property
    def played_moment(self) -> Moment | None:
        """What is played of that moment: whoever comes from a search wants to hear on behind the words."""
        moment = self.moment
        return moment.without_end() if moment and self.parameters.query else moment

    @property
    def excerpt(self) -> Excerpt | None:
        """The words of that moment; None where nothing is said then, or the transcript has no times."""
        if self.moment is None or self.words is None:
            return None
        return excerpt_at(self.words.transcript, self.passages, self.moment)

    @property
    def selected_span(self) -> Span:
        """The characters that are marked as that moment; empty where it has no end (its line is marked)."""
        closed = self.moment is not None and self.moment.end_ms is not None
        excerpt = self.excerpt if closed else None
        return excerpt.span if excerpt else Span(0, 0)


def is_moment_withdrawn(view: VideoView) -> bool:
    """True where a link leads to withdrawn words: it begins there, or nothing else is left of its moment."""
    moment, ranges = view.moment, view.video.withdrawn
    if moment is None or not overlaps(moment, ranges):
        return False
    return begins_in(moment, ranges) or view.excerpt is None


def select_speech_track(video: Video, language: str) -> Track | None:
    """The speech track of a language, else the video's first; None where it has no transcript."""
    return next(
        (t for t in video.speech_tracks if t.language == language),
        next(iter(video.speech_tracks), None),
    )


def link_language(video: Video, language: str) -> str:
    """The value of `lang` in links to words in a language: "" for the video's own."""
    own = select_speech_track(video, "")
    return "" if own and own.language == language else language


def requested_language(video: Video, parameters: QueryParameters, reader: str) -> str:
    """The language of the transcript to show: that of `?lang=`, else the reader's.

    A URL with a moment or a span of words means the video's own language where it has no `lang`: what was
    shared stays the same, whoever opens it.

    Args:
        video: the one to show.
        parameters: of the query string.
        reader: the language of the page's reader; "" where unknown.

    Returns:
        A BCP 47 tag that the video need not have; "" for the video's own language.
    """
    if parameters.language or parameters.names_place:
        return parameters.language
    return _default_language(video, reader)


def parallel_track(video: Video, language: str, beside: str) -> Track | None:
    """The speech track to read beside another one.

    Args:
        video: whose tracks are searched.
        language: of the transcript that is shown.
        beside: the language that is asked for; "" for none.

    Returns:
        None where both are the same language, or there is no such track, or the times of the two do not go
        together: what stands beside what, only times tell.
    """
    others = parallel_tracks(video, language)
    return next((track for track in others if track.language == beside), None)


def parallel_tracks(video: Video, language: str) -> list[Track]:
    """The speech tracks that can be read beside the one of a language."""
    own = select_speech_track(video, language)
    if own is None or not tells_places(own):
        return []
    others = (track for track in video.speech_tracks if track.language != language)
    return [track for track in others if tells_places(track)]


def tells_places(track: Track) -> bool:
    """True where a time in the track is the same time in the others of its video."""
    return track.has_times and track.is_aligned


def page_language(video: Video, language: str, reader: str) -> str:
    """The value of `lang` in links to a page without a moment: "" where the page shows that language anyway.

    Args:
        video: of the page.
        language: of the transcript to link to.
        reader: the language of the page's reader; "" where unknown.
    """
    track = select_speech_track(video, _default_language(video, reader))
    return "" if track and track.language == language else language


def _default_language(video: Video, reader: str) -> str:
    """The language of the transcript that a reader is shown by default; "" for the video's own."""
    spoken = [track.language for track in video.speech_tracks if reader]
    near = (language for language in spoken if same_language(language, reader))
    return reader if reader in spoken else next(near, "")


def language_name(video: Video, language: str) -> str:
    """The name of a language of the video: the label of its track, else what its readers call it."""
    labels = (track.label for track in video.speech_tracks if track.language == language)
    return next(labels, "") or native_name(language)
