"""The quotes a page shows large, each with the moment that plays exactly it."""

from collections.abc import Sequence
from dataclasses import dataclass

from showcase.core.moments import Moment
from showcase.core.passages import Passage
from showcase.core.videos import FeaturedQuote, Video
from showcase.web.addresses import Addresses
from showcase.web.phrases import written_clock


@dataclass(frozen=True, slots=True)
class Quote:
    """A quote in three parts, of which the middle one is lit.

    Attributes:
        href: "" when its words are not in the transcript.
        play: "120.84,128.2", seconds; "" when there is nothing to play.
    """

    before: str
    lit: str
    after: str
    speaker: str
    organization: str
    href: str
    play: str
    clock: str
    end_clock: str


def build_quotes(
    video: Video, passages: Sequence[Passage], language: str, to: Addresses
) -> list[Quote]:
    """The quotes of a video, in its order; each leads to the passages of the language that is shown."""
    return [
        _quote(video, quote, _href(video, quote.moment, passages, language, to))
        for quote in video.quotes
    ]


def passage_key(passages: Sequence[Passage], moment: Moment) -> str:
    """The name of the passage in which a moment begins, "" where there is none."""
    begun = [passage for passage in passages if passage.start_ms <= moment.start_ms]
    return begun[-1].key if begun else ""


def _href(
    video: Video,
    moment: Moment | None,
    passages: Sequence[Passage],
    language: str,
    to: Addresses,
) -> str:
    if moment is None:
        return ""
    return to.video(video.slug, moment, anchor=passage_key(passages, moment), lang=language)


def _quote(video: Video, quote: FeaturedQuote, href: str) -> Quote:
    before, lit, after = _light(quote)
    moment = quote.moment
    return Quote(
        before=before,
        lit=lit,
        after=after,
        speaker=quote.speaker,
        organization=quote.organization or video.organization_of(quote.speaker),
        href=href,
        play=str(moment) if moment and video.source else "",
        clock=written_clock(moment.start_ms) if moment else "",
        end_clock=written_clock(moment.end_ms) if moment and moment.end_ms else "",
    )


def _light(quote: FeaturedQuote) -> tuple[str, str, str]:
    if not quote.emphasis or quote.emphasis not in quote.text:
        return quote.text, "", ""
    before, _, after = quote.text.partition(quote.emphasis)
    return before, quote.emphasis, after
