"""Previews of links on other sites: Open Graph (https://ogp.me) and the cards of X.

A URL that names a language has its preview in that language, as far as the video is translated; any other URL
in the video's own. The browser's languages do not matter: a site keeps one preview for all who see the link.
"""

from collections.abc import Iterator
from typing import NamedTuple

from showcase.core.cards.canvases import WIDE_CARD_HEIGHT_PX, WIDE_CARD_WIDTH_PX
from showcase.core.cards.content import MAX_CARD_QUOTE_MS
from showcase.core.catalog.dates import full_date
from showcase.core.catalog.localized import LocalizedSite, LocalizedVideo
from showcase.core.catalog.models import MediaFile
from showcase.core.catalog.recordings import is_sound, is_sound_type
from showcase.core.catalog.site_catalog import Site
from showcase.core.timing.moments import Moment
from showcase.web.context.video_view import VideoView
from showcase.web.http.media_types import HTML_TYPE, PNG_TYPE
from showcase.web.i18n.catalogs import offered_locales, url_locale
from showcase.web.sharing.card_content import card_alt, title_alt
from showcase.web.sharing.embed_code import frame_size
from showcase.web.sharing.headlines import preview_description, quote_headline
from showcase.web.sharing.quotation import Quotation

# Sites show two lines of a title, and cut the description after 200 characters.
_MAX_TITLE_CHARS, _MAX_DESCRIPTION_CHARS = 140, 200

# Open Graph writes "ll_CC": the locale that Facebook knows for each language without a country.
_OPEN_GRAPH_LOCALES = {
    "ar": "ar_AR", "bn": "bn_IN", "de": "de_DE", "en": "en_US", "es": "es_LA", "fa": "fa_IR",
    "fr": "fr_FR", "he": "he_IL", "hi": "hi_IN", "ht": "ht_HT", "it": "it_IT", "ja": "ja_JP",
    "ko": "ko_KR", "pt": "pt_BR", "ru": "ru_RU", "sv": "sv_SE", "th": "th_TH", "ur": "ur_PK",
    "vi": "vi_VN", "zh": "zh_CN",
}  # fmt: skip
_COUNTRY_CODE_CHARS = 2


class MetaTag(NamedTuple):
    """A `<meta>`: its name or property, and its content."""

    name: str
    content: str


def open_graph_tags(view: VideoView, quotation: Quotation | None, site: Site) -> list[MetaTag]:
    """The properties of a video's page; properties that are not known are left out.

    Args:
        view: the video and what the address asks of it.
        quotation: the words of the moment, None for the whole video.
        site: for its name.
    """
    tags = [
        # Of recorded speech without a picture Open Graph has no type, and a page without one is a website.
        MetaTag("og:type", "website" if is_sound(view.video.source) else "video.other"),
        MetaTag("og:site_name", str(LocalizedSite(site, url_locale()).name)),
        MetaTag("og:title", preview_title(view, quotation)),
        MetaTag(
            "og:description",
            preview_description(_preview_texts(view), quotation, _MAX_DESCRIPTION_CHARS),
        ),
        MetaTag("og:url", preview_url(view)),
        *_image_tags(view, quotation, site),
        *_locale_tags(view),
        *([] if is_sound(view.video.source) else _video_tags(view)),
        *_recording_tags(view),
    ]
    return [tag for tag in tags if tag.content]


def x_card_tags(view: VideoView, quotation: Quotation | None, site: Site) -> list[MetaTag]:
    """The same for X, which plays only over https."""
    player = _player_url(view)
    plays = player.startswith("https:")
    size = frame_size(view.video)
    tags = [
        MetaTag("twitter:card", "player" if plays else "summary_large_image"),
        MetaTag("twitter:title", preview_title(view, quotation)),
        MetaTag(
            "twitter:description",
            preview_description(_preview_texts(view), quotation, _MAX_DESCRIPTION_CHARS),
        ),
        MetaTag("twitter:image", card_url(view, quotation)),
        MetaTag("twitter:image:alt", _image_alt(view, quotation, site)),
    ]
    player_tags = [
        MetaTag("twitter:player", player),
        MetaTag("twitter:player:width", str(size.width)),
        MetaTag("twitter:player:height", str(size.height)),
    ]
    return tags + player_tags if plays else tags


def preview_title(view: VideoView, quotation: Quotation | None) -> str:
    """The title of a preview: the words of the moment, else the video's title."""
    texts = _preview_texts(view)
    return quote_headline(texts, quotation, _MAX_TITLE_CHARS) if quotation else str(texts.title)


def card_url(view: VideoView, quotation: Quotation | None) -> str:
    """The URL of the picture: the card of the words, else that of the video's title."""
    moment = _card_moment(quotation) if quotation else None
    path = view.urls.card(view.video.slug, moment, lang=view.link_language if quotation else None)
    return view.urls.absolute(path)


def open_graph_locale(language: str) -> str:
    """A BCP 47 tag as Open Graph writes it: "pt-PT" is "pt_PT"; "" if there is none."""
    primary, *rest = language.split("-")
    country = next((part for part in rest if len(part) == _COUNTRY_CODE_CHARS), "")
    if country:
        return f"{primary.lower()}_{country.upper()}"
    return _OPEN_GRAPH_LOCALES.get(primary.lower(), "")


def _card_moment(quotation: Quotation) -> Moment | None:
    """The moment of the card: only the beginning of a long one; None where the words have no times."""
    moment, spoken = quotation.moment, quotation.excerpt.moment
    if (
        moment is None
        or spoken is None
        or moment.end_ms is None
        or moment.end_ms - moment.start_ms <= MAX_CARD_QUOTE_MS
    ):
        return moment
    return Moment(spoken.start_ms, spoken.start_ms + MAX_CARD_QUOTE_MS)


def _preview_texts(view: VideoView) -> LocalizedVideo:
    return LocalizedVideo(view.video, url_locale())


def preview_url(view: VideoView) -> str:
    """The URL of the page in the language that its address names: sites read the preview there."""
    slug, urls, named = view.video.slug, view.urls, url_locale()
    if not named:
        return urls.absolute(urls.permalink(slug, view.moment, lang=view.link_language))
    lang = view.link_language if view.moment else view.page_language
    return urls.absolute(urls.for_locale(named).video(slug, view.moment, lang=lang))


def _image_alt(view: VideoView, quotation: Quotation | None, site: Site) -> str:
    texts = _preview_texts(view)
    if quotation:
        return card_alt(texts, quotation)
    return title_alt(texts, LocalizedSite(site, url_locale()))


def _image_tags(view: VideoView, quotation: Quotation | None, site: Site) -> list[MetaTag]:
    return [
        MetaTag("og:image", card_url(view, quotation)),
        MetaTag("og:image:type", PNG_TYPE),
        MetaTag("og:image:width", str(WIDE_CARD_WIDTH_PX)),
        MetaTag("og:image:height", str(WIDE_CARD_HEIGHT_PX)),
        MetaTag("og:image:alt", _image_alt(view, quotation, site)),
    ]


def _locale_tags(view: VideoView) -> Iterator[MetaTag]:
    """The language of the page if its address names one, else that of the words, which the preview shows."""
    own = open_graph_locale(url_locale() or view.language)
    yield MetaTag("og:locale", own)
    spoken = (track.language for track in view.video.speech_tracks)
    others = dict.fromkeys(open_graph_locale(tag) for tag in (*spoken, *offered_locales()))
    yield from (MetaTag("og:locale:alternate", other) for other in others if own and other != own)


def _video_tags(view: VideoView) -> list[MetaTag]:
    seconds = view.video.duration_ms // 1000
    return [
        MetaTag("video:duration", str(seconds) if seconds else ""),
        MetaTag("video:release_date", full_date(view.video)),
        *_player_tags(view),
    ]


def _player_url(view: VideoView) -> str:
    """The URL of the page for a frame, "" if there is no recording."""
    urls, lang = view.urls, view.link_language
    if view.video.source is None:
        return ""
    return urls.absolute(urls.embed(view.video.slug, view.moment, lang=lang))


def _player_tags(view: VideoView) -> list[MetaTag]:
    if not (player := _player_url(view)):
        return []
    size = frame_size(view.video)
    return [
        MetaTag("og:video", player),
        MetaTag("og:video:secure_url", player if player.startswith("https:") else ""),
        MetaTag("og:video:type", HTML_TYPE),
        MetaTag("og:video:width", str(size.width)),
        MetaTag("og:video:height", str(size.height)),
    ]


def _recording_tags(view: VideoView) -> Iterator[MetaTag]:
    """The recording's files, for programs that play them without our page."""
    files = view.video.source.files if view.video.source else ()
    for file in files:
        yield from _file_tags(view, file)


def _file_tags(view: VideoView, file: MediaFile) -> list[MetaTag]:
    address = view.urls.absolute(view.urls.media(view.video.slug, file.name))
    name = "og:audio" if is_sound_type(file.type) else "og:video"
    return [
        MetaTag(name, address),
        MetaTag(f"{name}:secure_url", address if address.startswith("https:") else ""),
        MetaTag(f"{name}:type", file.type),
    ]
