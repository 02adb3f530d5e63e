"""The quotes a page shows large, each with the moment that plays exactly it."""

from collections.abc import Sequence
from dataclasses import dataclass

from showcase.core.catalog.localized import LocalizedText
from showcase.core.catalog.models import FeaturedQuote
from showcase.core.timing.moments import Moment
from showcase.core.transcript.parallel import cues_during
from showcase.core.transcript.passages import Passage
from showcase.web.context.video_view import VideoView
from showcase.web.i18n.formatting import localized_clock


@dataclass(frozen=True, slots=True)
class FeaturedQuoteView:
    """A quote in three parts, of which the middle one is lit.

    Attributes:
        language: in which it was spoken.
        translation: the same moment in the words that are shown, empty where those are its own.
        href: "" when its words are not in the transcript.
        play_range: "120.84,128.2", seconds; "" when there is nothing to play.
    """

    before: str
    emphasis: str
    after: str
    language: str
    translation: LocalizedText
    speaker: LocalizedText
    organization: LocalizedText
    href: str
    play_range: str
    clock: str
    end_clock: str


def build_quotes(view: VideoView) -> list[FeaturedQuoteView]:
    """The quotes of a video, in its order; each leads to the passages of the language that is shown."""
    return [_build_quote(view, quote) for quote in view.video.quotes]


def passage_key(passages: Sequence[Passage], moment: Moment) -> str:
    """The name of the passage in which a moment begins, "" where there is none."""
    begun = [passage for passage in passages if passage.start_ms <= moment.start_ms]
    return begun[-1].key if begun else ""


def _build_quote(view: VideoView, quote: FeaturedQuote) -> FeaturedQuoteView:
    before, lit, after = _split_emphasis(quote)
    video, texts, moment = view.video, view.texts, quote.moment
    return FeaturedQuoteView(
        before=before,
        emphasis=lit,
        after=after,
        language=video.language,
        translation=_translation(view, moment) if moment else LocalizedText(""),
        speaker=texts.person(quote.speaker),
        organization=texts.organization(
            quote.organization or video.organization_of_speaker(quote.speaker)
        ),
        href=_href(view, moment) if moment else "",
        play_range=str(moment) if moment and video.source else "",
        clock=localized_clock(moment.start_ms) if moment else "",
        end_clock=localized_clock(moment.end_ms) if moment and moment.end_ms else "",
    )


def _href(view: VideoView, moment: Moment) -> str:
    key = passage_key(view.passages, moment)
    return view.urls.video(view.video.slug, moment, anchor=key, lang=view.link_language)


def _translation(view: VideoView, moment: Moment) -> LocalizedText:
    """What a translation says at that moment: readers of it understand the quote, too."""
    if view.words is None or not view.link_language:
        return LocalizedText("")
    transcript = view.words.transcript
    spans = [transcript.cue_spans[number] for number in cues_during(transcript.cues, moment)]
    text = transcript.text[spans[0].start : spans[-1].end] if spans else ""
    return LocalizedText(text, view.language)


def _split_emphasis(quote: FeaturedQuote) -> tuple[str, str, str]:
    if not quote.emphasis or quote.emphasis not in quote.text:
        return quote.text, "", ""
    before, _, after = quote.text.partition(quote.emphasis)
    return before, quote.emphasis, after
