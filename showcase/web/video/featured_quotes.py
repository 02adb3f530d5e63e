"""The quotes a page shows large, each with the moment that plays exactly it."""

from collections.abc import Sequence
from dataclasses import dataclass

from showcase.core.catalog.localized import Text
from showcase.core.catalog.models import FeaturedQuote
from showcase.core.timing.moments import Moment
from showcase.core.transcript.parallel import cues_during
from showcase.core.transcript.passages import Passage
from showcase.web.context.video_view import Shown
from showcase.web.i18n.formatting import written_clock


@dataclass(frozen=True, slots=True)
class Quote:
    """A quote in three parts, of which the middle one is lit.

    Attributes:
        language: in which it was spoken.
        translation: the same moment in the words that are shown, empty where those are its own.
        href: "" when its words are not in the transcript.
        play: "120.84,128.2", seconds; "" when there is nothing to play.
    """

    before: str
    lit: str
    after: str
    language: str
    translation: Text
    speaker: Text
    organization: Text
    href: str
    play: str
    clock: str
    end_clock: str


def build_quotes(shown: Shown) -> list[Quote]:
    """The quotes of a video, in its order; each leads to the passages of the language that is shown."""
    return [_quote(shown, quote) for quote in shown.video.quotes]


def passage_key(passages: Sequence[Passage], moment: Moment) -> str:
    """The name of the passage in which a moment begins, "" where there is none."""
    begun = [passage for passage in passages if passage.start_ms <= moment.start_ms]
    return begun[-1].key if begun else ""


def _quote(shown: Shown, quote: FeaturedQuote) -> Quote:
    before, lit, after = _light(quote)
    video, texts, moment = shown.video, shown.texts, quote.moment
    return Quote(
        before=before,
        lit=lit,
        after=after,
        language=video.language,
        translation=_translation(shown, moment) if moment else Text(""),
        speaker=texts.person(quote.speaker),
        organization=texts.organization(quote.organization or video.organization_of(quote.speaker)),
        href=_href(shown, moment) if moment else "",
        play=str(moment) if moment and video.source else "",
        clock=written_clock(moment.start_ms) if moment else "",
        end_clock=written_clock(moment.end_ms) if moment and moment.end_ms else "",
    )


def _href(shown: Shown, moment: Moment) -> str:
    key = passage_key(shown.passages, moment)
    return shown.to.video(shown.video.slug, moment, anchor=key, lang=shown.link_language)


def _translation(shown: Shown, moment: Moment) -> Text:
    """What a translation says at that moment: readers of it understand the quote, too."""
    if shown.words is None or not shown.link_language:
        return Text("")
    transcript = shown.words.transcript
    spans = [transcript.cue_spans[number] for number in cues_during(transcript.cues, moment)]
    text = transcript.text[spans[0].start : spans[-1].end] if spans else ""
    return Text(text, shown.language)


def _light(quote: FeaturedQuote) -> tuple[str, str, str]:
    if not quote.emphasis or quote.emphasis not in quote.text:
        return quote.text, "", ""
    before, _, after = quote.text.partition(quote.emphasis)
    return before, quote.emphasis, after
