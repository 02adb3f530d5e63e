"""What other sites show of a link: Open Graph (https://ogp.me) and the cards of X.

An address that names a language is shown in it, as far as the video is translated; any other in the video's
own, whoever asks: a preview is kept for all who see the link.
"""

from collections.abc import Iterator
from typing import NamedTuple

from showcase.core.cards.content import LONGEST_MS
from showcase.core.catalog.localized import SiteTexts, VideoTexts
from showcase.core.catalog.models import MediaFile, Site, Video
from showcase.core.timing.moments import Moment
from showcase.web.context.video_view import Shown
from showcase.web.i18n.catalogs import LOCALES, named_locale
from showcase.web.sharing.card_content import card_alt, title_alt
from showcase.web.sharing.embed_code import frame_size
from showcase.web.sharing.headlines import described, quoted_line
from showcase.web.sharing.quotation import Quoted

CARD_WIDTH, CARD_HEIGHT = 1200, 630
# Two lines of a preview's headline; what is under it is cut behind 200 characters everywhere.
_TITLE_MOST, _DESCRIPTION_MOST = 140, 200
_WHOLE_DATE = len("2017-12-29")

# Open Graph says "ll_CC", and Facebook knows these: one for each language that is written without a country.
_LOCALES = {
    "ar": "ar_AR", "bn": "bn_IN", "de": "de_DE", "en": "en_US", "es": "es_LA", "fa": "fa_IR",
    "fr": "fr_FR", "he": "he_IL", "hi": "hi_IN", "ht": "ht_HT", "it": "it_IT", "ja": "ja_JP",
    "ko": "ko_KR", "pt": "pt_BR", "ru": "ru_RU", "sv": "sv_SE", "th": "th_TH", "ur": "ur_PK",
    "vi": "vi_VN", "zh": "zh_CN",
}  # fmt: skip
_COUNTRY_LETTERS = 2


class Meta(NamedTuple):
    """A `<meta>`: its name or property, and what it says."""

    name: str
    content: str


def open_graph(shown: Shown, quoted: Quoted | None, site: Site) -> list[Meta]:
    """The properties of a video's page, or of a moment of it; what is not known is left out."""
    found = [
        Meta("og:type", "video.other"),
        Meta("og:site_name", str(SiteTexts(site, named_locale()).name)),
        Meta("og:title", preview_title(shown, quoted)),
        Meta("og:description", described(_told(shown), quoted, _DESCRIPTION_MOST)),
        Meta("og:url", _address(shown)),
        *_image(shown, quoted),
        *_languages(shown),
        *_facts(shown.video),
        *_players(shown),
        *_recordings(shown),
    ]
    return [meta for meta in found if meta.content]


def x_card(shown: Shown, quoted: Quoted | None) -> list[Meta]:
    """The same for X, which plays nothing that does not come by https."""
    player = _player(shown)
    plays = player.startswith("https:")
    size = frame_size(shown.video)
    found = [
        Meta("twitter:card", "player" if plays else "summary_large_image"),
        Meta("twitter:title", preview_title(shown, quoted)),
        Meta("twitter:description", described(_told(shown), quoted, _DESCRIPTION_MOST)),
        Meta("twitter:image", card_address(shown, quoted)),
        Meta("twitter:image:alt", _alt(shown, quoted)),
    ]
    framed = [
        Meta("twitter:player", player),
        Meta("twitter:player:width", str(size.width)),
        Meta("twitter:player:height", str(size.height)),
    ]
    return found + framed if plays else found


def preview_title(shown: Shown, quoted: Quoted | None) -> str:
    """The headline of a preview: the words, else the video's title."""
    texts = _told(shown)
    return quoted_line(texts, quoted, _TITLE_MOST) if quoted else str(texts.title)


def card_address(shown: Shown, quoted: Quoted | None) -> str:
    """The picture: the card of the words, else that of the video's title."""
    moment = _carded(quoted) if quoted else None
    path = shown.to.card(shown.video.slug, moment, lang=shown.link_language if quoted else None)
    return shown.to.absolute(path)


def whole_date(video: Video) -> str:
    """The date where its day is known ("2017-12-29"), else ""."""
    return video.date if len(video.date) == _WHOLE_DATE else ""


def locale(language: str) -> str:
    """A BCP 47 tag as Open Graph writes it: "pt-PT" is "pt_PT"; "" where none is known."""
    primary, *rest = language.split("-")
    country = next((part for part in rest if len(part) == _COUNTRY_LETTERS), "")
    if country:
        return f"{primary.lower()}_{country.upper()}"
    return _LOCALES.get(primary.lower(), "")


def _carded(quoted: Quoted) -> Moment:
    """A card holds no more than the beginning of a long moment."""
    moment, starts = quoted.moment, quoted.excerpt.moment.start_ms
    if moment.end_ms is None or moment.end_ms - moment.start_ms <= LONGEST_MS:
        return moment
    return Moment(starts, starts + LONGEST_MS)


def _told(shown: Shown) -> VideoTexts:
    return VideoTexts(shown.video, named_locale())


def _address(shown: Shown) -> str:
    """Of the page in the language that its address names: sites look there for what they show."""
    slug, to, named = shown.video.slug, shown.to, named_locale()
    if not named:
        return to.absolute(to.page(slug, shown.moment, lang=shown.link_language))
    lang = shown.link_language if shown.moment else shown.page_language
    return to.absolute(to.of(named).video(slug, shown.moment, lang=lang))


def _alt(shown: Shown, quoted: Quoted | None) -> str:
    return card_alt(_told(shown), quoted) if quoted else title_alt(_told(shown))


def _image(shown: Shown, quoted: Quoted | None) -> list[Meta]:
    return [
        Meta("og:image", card_address(shown, quoted)),
        Meta("og:image:type", "image/png"),
        Meta("og:image:width", str(CARD_WIDTH)),
        Meta("og:image:height", str(CARD_HEIGHT)),
        Meta("og:image:alt", _alt(shown, quoted)),
    ]


def _languages(shown: Shown) -> Iterator[Meta]:
    """Of the page where its address names one, else of the words: those are in the preview."""
    own = locale(named_locale() or shown.language)
    yield Meta("og:locale", own)
    spoken = (track.language for track in shown.video.speech)
    others = dict.fromkeys(locale(tag) for tag in (*spoken, *LOCALES))
    yield from (Meta("og:locale:alternate", other) for other in others if own and other != own)


def _facts(video: Video) -> list[Meta]:
    seconds = video.duration_ms // 1000
    return [
        Meta("video:duration", str(seconds) if seconds else ""),
        Meta("video:release_date", whole_date(video)),
    ]


def _player(shown: Shown) -> str:
    """The address of the player alone, "" where there is no recording."""
    to, lang = shown.to, shown.link_language
    if shown.video.source is None:
        return ""
    return to.absolute(to.embed(shown.video.slug, shown.moment, lang=lang))


def _players(shown: Shown) -> list[Meta]:
    if not (player := _player(shown)):
        return []
    size = frame_size(shown.video)
    return [
        Meta("og:video", player),
        Meta("og:video:secure_url", player if player.startswith("https:") else ""),
        Meta("og:video:type", "text/html"),
        Meta("og:video:width", str(size.width)),
        Meta("og:video:height", str(size.height)),
    ]


def _recordings(shown: Shown) -> Iterator[Meta]:
    """The files themselves, for what plays them without our page."""
    files = shown.video.source.files if shown.video.source else ()
    for file in files:
        yield from _recording(shown, file)


def _recording(shown: Shown, file: MediaFile) -> list[Meta]:
    address = shown.to.absolute(shown.to.media(shown.video.slug, file.name))
    name = "og:audio" if file.type.startswith("audio/") else "og:video"
    return [
        Meta(name, address),
        Meta(f"{name}:secure_url", address if address.startswith("https:") else ""),
        Meta(f"{name}:type", file.type),
    ]
