"""The page of one video."""

from dataclasses import dataclass
from unicodedata import category

from showcase.core.catalog.localized import ChapterTexts, Text, VideoTexts
from showcase.core.catalog.models import Video
from showcase.core.text.languages import direction
from showcase.core.timing.moments import Moment
from showcase.core.timing.timecodes import format_seconds
from showcase.web.context.video_view import (
    Shown,
    Words,
    choose_track,
    language_name,
    link_language,
    page_language,
)
from showcase.web.i18n.catalogs import t
from showcase.web.i18n.formatting import (
    listing,
    sentences,
    spoken_duration,
    written_clock,
    written_date,
)
from showcase.web.metadata.head import Head, build_head
from showcase.web.search.hit_rows import Reader
from showcase.web.search.in_video import Result, build_result
from showcase.web.sharing.panel import Share, share_asked
from showcase.web.video.descriptions import Descriptions, build_descriptions
from showcase.web.video.downloads import Download, build_downloads
from showcase.web.video.featured_quotes import Quote, build_quotes, passage_key
from showcase.web.video.moment_notice import Linked, linked_sentence
from showcase.web.video.parallel import Beside, build_beside
from showcase.web.video.people import Entry, Spoken, build_people
from showcase.web.video.player import Player, Providers, build_player
from showcase.web.video.sheets import cut_sheets
from showcase.web.video.transcript import NOTHING, Reading, Turn, build_turns

_LAST_LATIN = "\u024f"
_BREADTHS = {"Mn": 0, "Mc": 1}


@dataclass(frozen=True, slots=True)
class ChapterLink:
    """A chapter in the list; `start` in seconds."""

    start: str
    clock: str
    texts: ChapterTexts
    href: str


@dataclass(frozen=True, slots=True)
class LanguageLink:
    """A language the words can be read in."""

    language: str
    label: str
    href: str
    current: bool


@dataclass(frozen=True, slots=True)
class VideoPage:
    """Everything the template of a video writes, in the page's order.

    Attributes:
        path: the address of the video.
        title_size: "xl", "l", "m" or "s", by the headline's length.
        language: of the words that are shown, "" when there are none.
        shown_language: for links to moments, and for others; "" for the video's own.
        form_language: for the search of these words; "" for those that the page shows by itself.
        besides: the languages that can be read beside it; `alone` leads back, "" where it is read alone.
        moment: that was asked for, None when there is none in this video.
        share: the panel of the words that are marked, None where none are.
    """

    video: Video
    texts: VideoTexts
    moment: Moment | None
    path: str
    head: Head
    title_size: str
    facts: str
    player: Player | None
    linked: Linked | None
    chapters: list[ChapterLink]
    quotes: list[Quote]
    language: str
    shown_language: str
    form_language: str
    direction: str
    track_note: Text
    languages: list[LanguageLink]
    besides: list[LanguageLink]
    alone: str
    beside: Beside | None
    described: Descriptions
    query: str
    result: Result
    sheets: list[list[Turn]]
    people: list[Entry]
    downloads: list[Download]
    share: Share | None


def build_search(shown: Shown) -> Result:
    """What was found in the words that are shown."""
    if shown.words is None or shown.words.answer is None:
        return Result()
    return build_result(shown.words.answer, _reader(shown, shown.words))


def _reader(shown: Shown, words: Words) -> Reader:
    video, to, query = shown.video, shown.to, shown.asked.query

    def to_moment(moment: Moment, key: str, language: str) -> str:
        lang = link_language(video, language)
        return to.video(video.slug, moment, anchor=key, q=query, lang=lang)

    return Reader(
        text=words.transcript.text,
        language=words.transcript.language,
        name=lambda language: language_name(video, language),
        to_moment=to_moment,
        to_query=lambda query: to.video(
            video.slug, q=query, lang=shown.page_language, anchor="search"
        ),
    )


def build_video_page(shown: Shown, providers: Providers) -> VideoPage:
    """Put together what the page shows."""
    video, to, moment = shown.video, shown.to, shown.moment
    result = build_search(shown)
    track = choose_track(video, shown.language)
    return VideoPage(
        video=video,
        texts=shown.texts,
        moment=moment,
        path=to.video(video.slug),
        head=build_head(shown),
        title_size=title_size(str(shown.texts.heading)),
        facts=_facts(video),
        player=build_player(shown, providers),
        linked=_linked(shown),
        chapters=_chapters(shown),
        quotes=build_quotes(shown),
        language=shown.language,
        shown_language=shown.link_language,
        form_language=shown.page_language,
        direction=direction(shown.language),
        track_note=shown.texts.note(track) if track else Text(""),
        languages=_languages(shown),
        besides=_besides(shown),
        alone=_read_alone(shown) if shown.beside else "",
        beside=build_beside(shown),
        described=build_descriptions(shown),
        query=shown.asked.query,
        result=result,
        sheets=cut_sheets(_turns(shown, result)),
        people=build_people(Spoken(shown.texts, shown.passages, shown.link_language, to)),
        downloads=build_downloads(shown),
        share=share_asked(shown) if shown.selected != NOTHING else None,
    )


def title_size(headline: str) -> str:
    """The size that lets a headline fill a line or two: by its length and its longest word.

    What the display face does not have comes from the device's, whose letters are twice as wide.
    """
    length, longest = _breadth(headline), max(map(_breadth, headline.split()), default=0)
    for size, most, word in (("xl", 16, 8), ("l", 24, 11), ("m", 44, 14)):
        if length <= most and longest <= word:
            return size
    return "s"


def _breadth(text: str) -> int:
    """How many Latin letters would be as wide; a mark above or below a letter takes no room."""
    return sum(
        1 if letter <= _LAST_LATIN else _BREADTHS.get(category(letter), 2) for letter in text
    )


def _turns(shown: Shown, result: Result) -> list[Turn]:
    if (words := shown.words) is None:
        return []
    reading = Reading(
        texts=shown.texts,
        transcript=words.transcript,
        passages=words.passages,
        matches=result.spans,
        moment=shown.moment,
        selected=shown.selected,
        language=shown.link_language,
    )
    return build_turns(reading, shown.to)


def _facts(video: Video) -> str:
    """Length, date and languages: "2 minutes 34 seconds. December 2017. Words in English."."""
    languages = listing([track.label for track in video.speech]) if video.speech else ""
    facts = (
        spoken_duration(video.duration_ms) if video.duration_ms else "",
        written_date(video.date) if video.date else "",
        t("Words in %(language)s", language=languages) if languages else "",
    )
    return sentences(facts)


def _linked(shown: Shown) -> Linked | None:
    moment = shown.moment
    key = passage_key(shown.passages, moment) if moment else ""
    href = shown.to.video(shown.video.slug, moment, anchor=key, lang=shown.link_language)
    sentence = linked_sentence(shown.video, shown.asked, moment)
    return Linked(sentence, href if key else "") if sentence else None


def _chapters(shown: Shown) -> list[ChapterLink]:
    video, language = shown.video, shown.link_language
    return [
        ChapterLink(
            start=format_seconds(chapter.start_ms),
            clock=written_clock(chapter.start_ms),
            texts=shown.texts.chapter(chapter),
            href=shown.to.video(
                video.slug, Moment(chapter.start_ms), anchor=f"chapter-{number}", lang=language
            ),
        )
        for number, chapter in enumerate(video.chapters, 1)
    ]


def _languages(shown: Shown) -> list[LanguageLink]:
    """The languages of the words, none where there is nothing to choose from."""
    tags = _tags(shown.video)
    links = [
        _language_link(shown, tag, _read_in(shown, tag), current=tag == shown.language)
        for tag in tags
    ]
    return links if len(links) > 1 else []


def _besides(shown: Shown) -> list[LanguageLink]:
    """The languages that can be read beside the one that is read; none in a frame, which is too narrow."""
    if shown.to.framed:
        return []
    beside = shown.beside.language if shown.beside else ""
    others = [tag for tag in _tags(shown.video) if tag != shown.language]
    return [
        _language_link(shown, tag, _read_beside(shown, tag), current=tag == beside)
        for tag in others
    ]


def _tags(video: Video) -> list[str]:
    return list(dict.fromkeys(track.language for track in video.speech))


def _language_link(shown: Shown, tag: str, href: str, *, current: bool) -> LanguageLink:
    return LanguageLink(tag, language_name(shown.video, tag), href, current)


def _read_in(shown: Shown, tag: str) -> str:
    """The words in another language; if it is the one that is read beside, the two change places."""
    same = shown.beside is not None and shown.beside.language == tag
    beside = shown.language if same else shown.to.beside
    lang = page_language(shown.video, tag, shown.reader)
    return shown.to.video(shown.video.slug, lang=lang, anchor="transcript", beside=beside)


def _read_beside(shown: Shown, tag: str) -> str:
    return shown.to.video(
        shown.video.slug, lang=shown.page_language, beside=tag, anchor="transcript"
    )


def _read_alone(shown: Shown) -> str:
    return _read_beside(shown, "")
