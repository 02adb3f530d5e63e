"""Builds every URL of the showcase; templates build none."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import ClassVar
from urllib.parse import quote, urlencode, urlsplit

from showcase.core.branding.brand import Brand
from showcase.core.catalog.models import Track, Video
from showcase.core.listings.listing import ListingKind
from showcase.core.timing.moments import Moment, moment_url
from showcase.core.transcript.passages import Passage


def _no_edition(_: str) -> str:
    return ""


@dataclass(frozen=True, slots=True)
class UrlBuilder:
    """Builds URLs for one request: paths with their query, of which `absolute` makes whole URLs.

    Attributes:
        framed: True for a page in a frame of another site; its links out of it open a window.
        origin: scheme and host as visitors see them ("https://example.org"); "" for untrusted hosts.
        root: the path before all of ours, "" or "/archive".
        version: the hash of all static files, a part of their URLs.
        locale: the language in the path of this page ("es") and in its links to pages; "" where it has none.
            Links to be shared have none: others read the page in their own language.
        parallel_language: the second language that is read beside the first. Links within the page keep it,
            links to be shared do not.
        brand: the names of the archive's own pictures.
        edition_of: what links to moments of the video with a slug say of its edition; "" for nothing.
    """

    framed: ClassVar[bool] = False

    origin: str = ""
    root: str = ""
    version: str = "0"
    locale: str = ""
    parallel_language: str = ""
    brand: Brand = field(default_factory=Brand)
    edition_of: Callable[[str], str] = field(default=_no_edition, repr=False, compare=False)

    def home(self) -> str:
        """The first page."""
        return f"{self._localized_root}/"

    def video(
        self, slug: str, moment: Moment | None = None, *, anchor: str = "", **query: str | None
    ) -> str:
        """The page of a video, or of a moment of it, for links in this page.

        They keep its language, the second language and the frame.

        Args:
            slug: of the video.
            moment: its time is in the query; None for the whole video.
            anchor: the fragment, without "#"; "" for none.
            query: further parameters; those that are None or "" are left out.
        """
        query = {"beside": self.parallel_language, **query}
        path = f"{self._localized_root}{_video_path(slug)}"
        return self._moment_url(slug, path, moment, anchor=anchor, **query)

    def video_times(self, slug: str, lang: str | None) -> Callable[[str, str], str]:
        """What `video` does for the moments of a thousand lines, as a function of their time and anchor.

        The time is in seconds, as links write it.
        """
        before, _, after = self.video(slug, Moment(0), lang=lang).partition("?t=0")
        return lambda time, anchor: f"{before}?t={time}{after}#{quote(anchor, errors='replace')}"

    def permalink(
        self, slug: str, moment: Moment | None = None, *, anchor: str = "", **query: str | None
    ) -> str:
        """The page of a video or a moment, for links to be shared; the arguments are those of `video`."""
        return self._moment_url(slug, self._shared_video_path(slug), moment, anchor=anchor, **query)

    def passage(self, slug: str, passage: Passage, lang: str = "") -> str:
        """A passage; the link works as long as the times of the passage stay the same.

        Without times it works as long as no passage is put before it.

        Args:
            slug: of the video.
            passage: its times are in the query if it has any, its key is the fragment.
            lang: of its words; "" for the video's own language.
        """
        return self.permalink(slug, passage.moment, anchor=passage.key, lang=lang)

    def listing(self, kind: ListingKind, slug: str = "", video: str = "", page: int = 1) -> str:
        """A list, or a page of an entry of it.

        Args:
            kind: of the list.
            slug: of the entry; "" for the list itself.
            video: the slug of a video whose passages are meant; "" for all of the entry.
            page: from 1.
        """
        parts = [kind, *([quote(slug, safe="")] if slug else [])]
        parts += ["in", quote(video, safe="")] if video else []
        parts += ["page", str(page)] if page > 1 else []
        return "/".join([self._localized_root, *parts])

    def search(
        self, query: str = "", page: int = 1, how: Iterable[tuple[str, str]] = (), anchor: str = ""
    ) -> str:
        """The search over all videos.

        Args:
            query: the words; "" for the empty form.
            page: of the results, from 1.
            how: names and values of the filters and of the order; a name may be there several times.
            anchor: the fragment, without "#"; "" for none.
        """
        asked = [("q", query), *how, ("page", str(page) if page > 1 else "")]
        address = _with_query(f"{self._localized_root}/search", asked)
        return f"{address}#{quote(anchor)}" if anchor else address

    def track(self, slug: str, track: Track) -> str:
        """A track as a WebVTT file; one without times as plain text, because WebVTT is made of times."""
        return self.track_file(slug, track, "vtt" if track.has_times else "txt")

    def media(self, slug: str, name: str) -> str:
        """A file beside `video.toml`: a recording or a poster."""
        return f"{self._shared_video_path(slug)}/media/{quote(name)}"

    def track_file(self, slug: str, track: Track, kind: str) -> str:
        """A track as a file to download: `kind` is "vtt", "srt", "txt" or "json"."""
        name = track_file_name(track).removesuffix("vtt") + kind
        return f"{self._shared_video_path(slug)}/tracks/{quote(name)}"

    def print_page(self, slug: str, language: str = "") -> str:
        """The transcript of a video for printing; `language` is "" for that of the page's readers."""
        path = f"{self._localized_root}{_video_path(slug)}/print"
        return moment_url(path, lang=language, beside=self.parallel_language)

    def corrections(self, slug: str) -> str:
        """The page of what was put right in a video since it was published."""
        return f"{self._localized_root}{_video_path(slug)}/corrections"

    def card(self, slug: str, moment: Moment | None = None, **query: str | None) -> str:
        """The card of a moment's words; without a moment, of the video's title.

        Args:
            slug: of the video.
            moment: whose words are drawn.
            query: `lang`, `size` and `theme`; those that are None or "" are left out.
        """
        path = f"{self._shared_video_path(slug)}/card.png"
        return self._moment_url(slug, path, moment, anchor="", **query)

    def citation(self, slug: str, kind: str, moment: Moment | None = None, lang: str = "") -> str:
        """The citation of a video or a moment as a file: `kind` is "bib", "ris" or "json"."""
        path = f"{self._shared_video_path(slug)}/cite.{kind}"
        return self._moment_url(slug, path, moment, lang=lang)

    def annotation(self, slug: str, moment: Moment, lang: str = "") -> str:
        """A moment as a Web Annotation."""
        path = f"{self._shared_video_path(slug)}/annotation"
        return self._moment_url(slug, path, moment, lang=lang)

    def iiif_resource(self, slug: str, part: str = "manifest") -> str:
        """A video's IIIF manifest, or another resource of it."""
        return f"{self.root}/iiif/{quote(slug, safe='')}/{quote(part)}.json"

    def embed(self, slug: str, moment: Moment | None = None, **query: str | None) -> str:
        """A video, or a moment of it, for a frame in a page of another site."""
        path = f"{self.root}/embed/{quote(slug, safe='')}"
        return self._moment_url(slug, path, moment, anchor="", **query)

    def oembed(self, url: str, kind: str = "json") -> str:
        """The oEmbed response for a page; `url` is the page's, `kind` is "json" or "xml"."""
        return moment_url(f"{self.root}/oembed", url=url, format=kind)

    def api(self, path: str, query: Iterable[tuple[str, str]] = ()) -> str:
        """A resource of the API: "videos", "videos/orchard", "openapi.json"; `query` as in `search`."""
        return _with_query(f"{self.root}/api/{quote(path)}", query)

    def feed(self) -> str:
        """The Atom feed."""
        return f"{self.root}/feed.xml"

    def web_manifest(self) -> str:
        """The web app manifest, with which a phone puts the showcase on its home screen."""
        return f"{self._localized_root}/manifest.webmanifest"

    def sitemap(self, part: int = 0) -> str:
        """The sitemap; with a number from 1, one part of a long one."""
        return f"{self.root}/sitemap-{part}.xml" if part else f"{self.root}/sitemap.xml"

    def static(self, name: str) -> str:
        """A file of the static folder by its path; its relative imports keep the version."""
        return f"{self.root}/static/{self.version}/{quote(name)}"

    def theme_stylesheet(self, key: str) -> str:
        """The design tokens of the archive; `key` is their hash."""
        return f"{self.root}/tokens-{key}.css"

    def brand_file(self, name: str) -> str:
        """A picture of the whole archive: its logo, poster or ornament, or an icon of its logo."""
        return f"{self.root}/brand/{self.brand.key}/{quote(name)}"

    def drawn_poster(self, slug: str) -> str:
        """The poster that is drawn from the name of a video."""
        return self.brand_file(f"posters/{slug}.svg")

    def logo(self) -> str:
        """The mark of the archive."""
        return self.brand_file(self.brand.logo)

    def ornament(self) -> str:
        """The archive's drawing for pages without a player, where it has one."""
        return self.brand_file(self.brand.ornament)

    def site_page(self, name: str) -> str:
        """A page that the owner wrote: "about", "privacy", "accessibility" or "imprint"."""
        return f"{self._localized_root}/{name}"

    def page_picture(self, name: str) -> str:
        """A picture in such a page."""
        return f"{self.root}/pages/{quote(name)}"

    def icons(self) -> str:
        """The file of all icons; "" where they are in the page itself."""
        return self.static("img/icons.svg")

    def absolute(self, path: str) -> str:
        """The URL of a path, for other sites; the path alone where the origin is unknown."""
        return self.origin + path

    def for_locale(self, locale: str) -> "UrlBuilder":
        """A builder of links to pages in a language, "" for those that name none; it leaves any frame."""
        return UrlBuilder(
            self.origin,
            self.root,
            self.version,
            locale,
            brand=self.brand,
            edition_of=self.edition_of,
        )

    def localized_path(self, locale: str, path: str) -> str:
        """A page in a language, by its path without root and language ("/search?q=a"); "" names none."""
        return f"{self.root}/{locale}{path}" if locale else f"{self.root}{path}"

    def _moment_url(
        self, slug: str, path: str, moment: Moment | None, *, anchor: str = "", **query: str | None
    ) -> str:
        """The address of a moment of a video, with its edition where times could mean another one."""
        edition = self.edition_of(slug) if moment else ""
        return moment_url(path, moment, anchor=anchor, **{"edition": edition, **query})

    @property
    def _localized_root(self) -> str:
        return self.localized_path(self.locale, "")

    def _shared_video_path(self, slug: str) -> str:
        return f"{self.root}{_video_path(slug)}"


def url_builder_for_base(base: str, version: str, locale: str = "") -> UrlBuilder:
    """A builder of URLs below a base URL.

    Args:
        base: "https://example.org" or "https://example.org/archive/"; a path where the origin is unknown.
        version: the hash of all static files.
        locale: the language in the path of the page; "" for none.
    """
    parts = urlsplit(base)
    origin = f"{parts.scheme}://{parts.netloc}" if parts.netloc else ""
    return UrlBuilder(origin, parts.path.rstrip("/"), version, locale)


def _video_path(slug: str) -> str:
    return f"/videos/{quote(slug, safe='')}"


def _with_query(path: str, query: Iterable[tuple[str, str]]) -> str:
    """A path with a query of names and values; values that are empty are left out."""
    question = urlencode([pair for pair in query if pair[1]], errors="replace")
    return f"{path}?{question}" if question else path


def track_file_name(track: Track) -> str:
    """A track's file name in URLs, "captions.en.vtt", whatever format it was written in."""
    return f"{track.kind}.{track.language}.vtt"


def poster_url(video: Video, urls: UrlBuilder) -> str:
    """The path of the video's own poster, else of the archive's, else of one that is drawn from its name."""
    if video.poster:
        return urls.media(video.slug, video.poster.name)
    if urls.brand.poster:
        return urls.brand_file(urls.brand.poster)
    return urls.drawn_poster(video.slug)
