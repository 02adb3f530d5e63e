"""The quotes that a page features, each with the moment that plays exactly it."""

from collections.abc import Sequence
from dataclasses import dataclass

from showcase.core.catalog.localized import LocalizedText
from showcase.core.catalog.models import FeaturedQuote
from showcase.core.timing.moments import Moment
from showcase.core.transcript.parallel import cues_during
from showcase.core.transcript.passages import Passage
from showcase.web.context.video_view import VideoView, select_speech_track, tells_places
from showcase.web.i18n.formatting import localized_clock, moment_clock


@dataclass(frozen=True, slots=True)
class FeaturedQuoteView:
    """A quote in three parts, of which the second is emphasized.

    Attributes:
        language: that it was spoken in, a BCP 47 tag.
        translation: the same moment in the transcript that is shown; empty if that is in this language.
        speaker, organization: empty if they are not known.
        href: the moment, "" if the quote is not in the transcript, or that has no times.
        play_range: start and end in seconds, "120.84,128.2"; "" if there is nothing to play.
        clock, end_clock: when it starts and ends: "2:00"; "" likewise.
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
    """The quotes of a video, in the order of video.toml; links lead into the transcript that is shown."""
    return [_build_quote(view, quote) for quote in view.video.quotes]


def passage_key(passages: Sequence[Passage], moment: Moment) -> str:
    """The key of the last passage that has started when a moment starts, "" before the first one.

    It is "" also where the passages have no times.
    """
    started = [
        passage
        for passage in passages
        if passage.moment and passage.moment.start_ms <= moment.start_ms
    ]
    return started[-1].key if started else ""


def _build_quote(view: VideoView, quote: FeaturedQuote) -> FeaturedQuoteView:
    before, emphasis, after = _split_emphasis(quote)
    video, texts, moment = view.video, view.texts, quote.moment
    return FeaturedQuoteView(
        before=before,
        emphasis=emphasis,
        after=after,
        language=video.language,
        translation=_translation(view, quote) if quote.moment else LocalizedText(""),
        speaker=texts.person(quote.speaker),
        organization=texts.organization(
            quote.organization or video.organization_of_speaker(quote.speaker)
        ),
        href=_href(view, moment) if moment else "",
        play_range=str(moment) if moment and video.source else "",
        clock=moment_clock(moment),
        end_clock=localized_clock(moment.end_ms) if moment and moment.end_ms else "",
    )


def _href(view: VideoView, moment: Moment) -> str:
    key = passage_key(view.passages, moment)
    # A transcript without times cannot show the words: the video's own language may.
    lang = view.link_language if view.has_timed_words else ""
    return view.urls.video(view.video.slug, moment, anchor=key, lang=lang)


def _translation(view: VideoView, quote: FeaturedQuote) -> LocalizedText:
    """What the translation that is shown says at that moment; empty where that is not beyond doubt.

    It is in doubt where the track has no times, or not those of the recording, or somebody else speaks then.
    """
    if view.words is None or not view.link_language or not _is_aligned(view) or not quote.moment:
        return LocalizedText("")
    transcript = view.words.transcript
    numbers = cues_during(transcript.cues, quote.moment)
    voices = {transcript.cues[number].voice for number in numbers}
    if quote.speaker and voices - {quote.speaker, None}:
        return LocalizedText("")
    spans = [transcript.cue_spans[number] for number in numbers]
    text = transcript.text[spans[0].start : spans[-1].end] if spans else ""
    return LocalizedText(text, view.language)


def _is_aligned(view: VideoView) -> bool:
    track = select_speech_track(view.video, view.language)
    return track is not None and tells_places(track)


def _split_emphasis(quote: FeaturedQuote) -> tuple[str, str, str]:
    if not quote.emphasis or quote.emphasis not in quote.text:
        return quote.text, "", ""
    before, _, after = quote.text.partition(quote.emphasis)
    return before, quote.emphasis, after
