"""A quotation: the words of a moment, with their speaker, time and URL."""

import re
from dataclasses import dataclass

from showcase.core.catalog.models import Video
from showcase.core.text.spans import Span
from showcase.core.text.truncate import cluster_prefix
from showcase.core.timing.moments import Moment
from showcase.core.timing.timecodes import format_clock
from showcase.core.transcript.excerpts import (
    Excerpt,
    Utterance,
    excerpt_from_span,
    shorten_utterances,
    voices_of,
)
from showcase.web.context.urls import UrlBuilder
from showcase.web.context.video_view import VideoView
from showcase.web.i18n.formatting import join_with_and

# Some minutes of speech. Of longer moments the beginning is quoted, as on cards: nobody sends an hour.
MAX_QUOTED_CHARS = 5_000
# So many words find a place; a whole page of them would make an address that nobody can send.
_MAX_PHRASE_WORDS = 12
_MAX_PHRASE_CHARS = 120
# Marks that would end the phrase.
_QUOTATION_MARKS = re.compile('["“”„«»]')


@dataclass(frozen=True, slots=True)
class Quotation:
    """The words of a moment: what is shared, quoted, cited and drawn on a card.

    Attributes:
        video: in which they are said.
        language: of the words, a BCP 47 tag.
        link_language: the value of `lang` in links, "" for the video's own language.
        moment: the value of `t` in links: the requested moment, or exactly that of the selected words; None
            where the transcript has no times. Then links search for the words.
        key: of the passage with the first word.
        excerpt: all words of the moment, by speaker, with their times.
        utterances: what is quoted of them, by speaker: all, or their beginning and an ellipsis.
        urls: builds the links.
    """

    video: Video
    language: str
    link_language: str
    moment: Moment | None
    key: str
    excerpt: Excerpt
    utterances: tuple[Utterance, ...]
    urls: UrlBuilder

    @property
    def text(self) -> str:
        """What is quoted; a line feed is between two speakers."""
        return "\n".join(said.text for said in self.utterances)

    @property
    def voices(self) -> tuple[str, ...]:
        """Who says what is quoted, each once, in order."""
        return voices_of(self.utterances)

    @property
    def speaker(self) -> str:
        """Who says the words, in the original names; "" where nobody is named."""
        return join_with_and(self.voices) if self.voices else ""

    @property
    def organization(self) -> str:
        """The organization of the speakers where all have the same one; else ""."""
        theirs = {self.video.organization_of_speaker(voice) for voice in self.voices}
        return theirs.pop() if len(theirs) == 1 else ""

    @property
    def clock(self) -> str:
        """When the moment starts: "1:52"; "" without times."""
        return format_clock(self.moment.start_ms) if self.moment else ""

    @property
    def end_clock(self) -> str:
        """When the words end: "2:09"; "" without times."""
        moment = self.excerpt.moment
        return format_clock(moment.end_ms or 0) if moment else ""

    @property
    def path(self) -> str:
        """The path of the moment's page."""
        lang = self.link_language
        if self.moment:
            return self.urls.permalink(self.video.slug, self.moment, lang=lang)
        return self.urls.permalink(self.video.slug, anchor=self.key, q=self._phrase, lang=lang)

    @property
    def _phrase(self) -> str:
        """The first of the words as a query that finds them as they stand."""
        words = _QUOTATION_MARKS.sub(" ", self.text).split()
        return f"“{cluster_prefix(' '.join(words[:_MAX_PHRASE_WORDS]), _MAX_PHRASE_CHARS)}”"

    @property
    def url(self) -> str:
        """The whole URL of the moment's page."""
        return self.urls.absolute(self.path)


def requested_quotation(view: VideoView) -> Quotation | None:
    """The words of the requested moment; None where there are none."""
    excerpt = view.excerpt
    return _build_quotation(view, view.moment, excerpt) if excerpt and view.moment else None


def selected_quotation(view: VideoView, span: Span) -> Quotation | None:
    """The words that a span of the transcript's text touches, whole words; None where it touches none.

    Args:
        view: the video and its transcript.
        span: half-open, in characters.
    """
    excerpt = excerpt_from_span(view.words.transcript, span) if view.words else None
    return _build_quotation(view, excerpt.moment, excerpt) if excerpt else None


def _build_quotation(view: VideoView, moment: Moment | None, excerpt: Excerpt) -> Quotation:
    passage = next((each for each in view.passages if excerpt.words.start in each.words), None)
    return Quotation(
        video=view.video,
        language=view.language,
        link_language=view.link_language,
        moment=moment,
        key=passage.key if passage else "",
        excerpt=excerpt,
        utterances=shorten_utterances(excerpt.utterances, MAX_QUOTED_CHARS),
        urls=view.urls,
    )
