"""The words of a moment with what is to be said of them, for everything that leaves the page."""

from dataclasses import dataclass

from showcase.core.catalog.models import Video
from showcase.core.text.spans import Span
from showcase.core.timing.moments import Moment
from showcase.core.timing.timecodes import format_clock
from showcase.core.transcript.excerpts import Excerpt, excerpt_of_span
from showcase.web.context.urls import Addresses
from showcase.web.context.video_view import Shown
from showcase.web.i18n.formatting import listing


@dataclass(frozen=True, slots=True)
class Quoted:
    """The words of a moment: what is shared, quoted, cited and drawn on a card.

    Attributes:
        language: of the words.
        link_language: what links say of it, "" for the video's own.
        moment: what links ask for: as it was asked, or exactly the words that were selected.
    """

    video: Video
    language: str
    link_language: str
    moment: Moment
    excerpt: Excerpt
    to: Addresses

    @property
    def text(self) -> str:
        """Exactly what is said; a change of voice is a line feed."""
        return self.excerpt.text

    @property
    def speaker(self) -> str:
        """Who says it, "" when nobody is named."""
        return listing(self.excerpt.voices) if self.excerpt.voices else ""

    @property
    def organization(self) -> str:
        """Theirs, where all of them have the same one; else ""."""
        theirs = {self.video.organization_of(voice) for voice in self.excerpt.voices}
        return theirs.pop() if len(theirs) == 1 else ""

    @property
    def clock(self) -> str:
        """When it begins: "1:52"."""
        return format_clock(self.moment.start_ms)

    @property
    def end_clock(self) -> str:
        """When the words end: "2:09"."""
        return format_clock(self.excerpt.moment.end_ms or 0)

    @property
    def path(self) -> str:
        """The address of the moment's page, on this site."""
        return self.to.page(self.video.slug, self.moment, lang=self.link_language)

    @property
    def url(self) -> str:
        """The address of the moment, for other sites."""
        return self.to.absolute(self.path)


def quote_asked(shown: Shown) -> Quoted | None:
    """The words of the moment that was asked for, None where there are none."""
    excerpt = shown.excerpt
    return _quoted(shown, shown.moment, excerpt) if excerpt and shown.moment else None


def quote_selected(shown: Shown, span: Span) -> Quoted | None:
    """The words that a stretch of the running text touches, None where it touches none."""
    excerpt = excerpt_of_span(shown.words.transcript, span) if shown.words else None
    return _quoted(shown, excerpt.moment, excerpt) if excerpt else None


def _quoted(shown: Shown, moment: Moment, excerpt: Excerpt) -> Quoted:
    return Quoted(
        video=shown.video,
        language=shown.language,
        link_language=shown.link_language,
        moment=moment,
        excerpt=excerpt,
        to=shown.to,
    )
