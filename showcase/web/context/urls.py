"""Every address of the showcase is made here, none in a template."""

from dataclasses import dataclass
from typing import ClassVar
from urllib.parse import quote, urlsplit

from showcase.core.catalog.models import Track
from showcase.core.timing.moments import Moment, moment_url
from showcase.core.transcript.passages import Passage


@dataclass(frozen=True, slots=True)
class Addresses:
    """Makes addresses for one request.

    Attributes:
        framed: True for a page in a frame of another site, whose links out of it open a window.
        origin: scheme and host as the world sees them ("https://example.org").
        root: the path in front of all of ours, "" or "/archive".
        locale: the language that the address of this page names ("es"), and so the links in it;
            "" where it names none. What is sent to others names none: they read it in theirs.
        version: the hash of all static files; it stands in their addresses.
        beside: the language that is read beside another one: links in the page keep it, links for
            others do not.
    """

    framed: ClassVar[bool] = False

    origin: str = ""
    root: str = ""
    version: str = "0"
    locale: str = ""
    beside: str = ""

    def home(self) -> str:
        """The first page."""
        return f"{self._pages}/"

    def video(
        self, slug: str, moment: Moment | None = None, *, anchor: str = "", **query: str | None
    ) -> str:
        """A video, or a moment of it, as it is shown here: in this language, and in a frame in that frame."""
        query = {"beside": self.beside, **query}
        return moment_url(f"{self._pages}{_video(slug)}", moment, anchor=anchor, **query)

    def page(
        self, slug: str, moment: Moment | None = None, *, anchor: str = "", **query: str | None
    ) -> str:
        """The page of a video, or of a moment of it, wherever it is linked from and whoever reads it."""
        return moment_url(self._video(slug), moment, anchor=anchor, **query)

    def passage(self, slug: str, passage: Passage, lang: str = "") -> str:
        """A passage, for as long as its words and times stay what they are."""
        moment = Moment(passage.start_ms, passage.end_ms)
        return self.page(slug, moment, anchor=passage.key, lang=lang)

    def search(self, query: str = "", page: int = 1, **how: str | None) -> str:
        """The search over all videos; `how` says how it is narrowed and sorted."""
        number = str(page) if page > 1 else None
        return moment_url(f"{self._pages}/search", None, anchor="", q=query, **how, page=number)

    def track(self, slug: str, track: Track) -> str:
        """A track as a WebVTT file."""
        return f"{self._video(slug)}/tracks/{quote(track_name(track))}"

    def media(self, slug: str, name: str) -> str:
        """A file that lies beside `video.toml`."""
        return f"{self._video(slug)}/media/{quote(name)}"

    def words(self, slug: str, track: Track, kind: str) -> str:
        """A track's words as a file to take along: `kind` is "vtt", "srt", "txt" or "json"."""
        return self.track(slug, track).removesuffix("vtt") + kind

    def printed(self, slug: str, language: str = "") -> str:
        """A video's words to be printed."""
        path = f"{self._pages}{_video(slug)}/print"
        return moment_url(path, lang=language, beside=self.beside)

    def card(self, slug: str, moment: Moment | None = None, **query: str | None) -> str:
        """A picture of a moment's words; without a moment, of the video's title."""
        return moment_url(f"{self._video(slug)}/card.png", moment, anchor="", **query)

    def citation(self, slug: str, kind: str, moment: Moment | None = None, lang: str = "") -> str:
        """A file that cites a video or a moment: `kind` is "bib", "ris" or "json"."""
        return moment_url(f"{self._video(slug)}/cite.{kind}", moment, lang=lang)

    def annotation(self, slug: str, moment: Moment, lang: str = "") -> str:
        """A moment as a Web Annotation."""
        return moment_url(f"{self._video(slug)}/annotation", moment, lang=lang)

    def manifest(self, slug: str, part: str = "manifest") -> str:
        """A video's IIIF manifest, or another resource of it."""
        return f"{self.root}/iiif/{quote(slug, safe='')}/{quote(part)}.json"

    def embed(self, slug: str, moment: Moment | None = None, **query: str | None) -> str:
        """A video in a frame of another site's page."""
        return moment_url(f"{self.root}/embed/{quote(slug, safe='')}", moment, anchor="", **query)

    def oembed(self, url: str, kind: str = "json") -> str:
        """What other sites ask before they embed a page of ours: `url` is that page's."""
        return moment_url(f"{self.root}/oembed", url=url, format=kind)

    def api(self, path: str, **query: str | None) -> str:
        """A resource for programs: "videos", "videos/wsr", "openapi.json"."""
        return moment_url(f"{self.root}/api/{quote(path)}", None, anchor="", **query)

    def feed(self) -> str:
        """The feed of all videos."""
        return f"{self.root}/feed.xml"

    def web_manifest(self) -> str:
        """What a phone reads to put the showcase on its home screen."""
        return f"{self._pages}/manifest.webmanifest"

    def sitemap(self, part: int = 0) -> str:
        """The list of all pages, for search engines; with a number, one part of a long one, from 1."""
        return f"{self.root}/sitemap-{part}.xml" if part else f"{self.root}/sitemap.xml"

    def static(self, name: str) -> str:
        """A file of the showcase itself; modules and style sheets find their neighbors beside it."""
        return f"{self.root}/static/{self.version}/{quote(name)}"

    def tokens(self, key: str) -> str:
        """The tokens of an archive that looks like itself."""
        return f"{self.root}/tokens-{key}.css"

    def icons(self) -> str:
        """The file of all icons; "" where they stand in the page itself."""
        return self.static("img/icons.svg")

    def absolute(self, path: str) -> str:
        """An address for other sites."""
        return self.origin + path

    def of(self, locale: str) -> "Addresses":
        """The same for pages in a language, "" for those that name none; out of any frame."""
        return Addresses(self.origin, self.root, self.version, locale)

    def in_locale(self, locale: str, path: str) -> str:
        """A page by its path without root and language ("/videos/wsr?q=a"), in a language; "" for none."""
        return f"{self.root}/{locale}{path}" if locale else f"{self.root}{path}"

    @property
    def _pages(self) -> str:
        return self.in_locale(self.locale, "")

    def _video(self, slug: str) -> str:
        return f"{self.root}{_video(slug)}"


@dataclass(frozen=True, slots=True)
class FramedAddresses(Addresses):
    """The addresses of a page in a frame of another site: videos and moments lead to the same frame.

    Attributes:
        theme: "light" or "dark", which such links keep; "" as the device has it.
    """

    framed: ClassVar[bool] = True

    theme: str = ""

    def video(
        self, slug: str, moment: Moment | None = None, *, anchor: str = "", **query: str | None
    ) -> str:
        """A video, or a moment of it, in this frame."""
        path = f"{self._pages}/embed/{quote(slug, safe='')}"
        return moment_url(path, moment, anchor=anchor, **query, theme=self.theme)

    def tokens(self, key: str) -> str:
        """The tokens, in the theme of this frame."""
        return moment_url(f"{self.root}/tokens-{key}.css", None, anchor="", theme=self.theme)

    def icons(self) -> str:
        """They stand in the page: one whose origin was taken away may not point into a file."""
        return ""


def framed(to: Addresses, theme: str = "") -> FramedAddresses:
    """The same addresses, for a page in a frame."""
    return FramedAddresses(to.origin, to.root, to.version, to.locale, theme=theme)


def addresses_under(base: str, version: str, locale: str = "") -> Addresses:
    """Addresses under a base address: "https://example.org" or "https://example.org/archive/"."""
    parts = urlsplit(base)
    origin = f"{parts.scheme}://{parts.netloc}" if parts.netloc else ""
    return Addresses(origin, parts.path.rstrip("/"), version, locale)


def _video(slug: str) -> str:
    return f"/videos/{quote(slug, safe='')}"


def track_name(track: Track) -> str:
    """A track's file name in addresses: "captions.en.vtt", whatever format it came in."""
    return f"{track.kind}.{track.language}.vtt"
