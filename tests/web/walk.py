"""A walk through every route of a showcase that is built from a real folder of transcripts.

A new route fails the walk until it is listed here with what it shows.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal
from urllib.parse import unquote_plus, urlencode

from flask import Flask
from werkzeug.test import TestResponse

from showcase.app import create_app
from showcase.settings import Settings
from showcase.store.snapshots.builder import BuildReport, build_snapshot
from showcase.store.snapshots.library import Library

# What a route shows: one video, what is found in several videos, or neither.
Shows = Literal["video", "several", "nothing"]
SHOWS: Mapping[str, Shows] = {
    "pages.home": "several",
    "pages.web_manifest": "nothing",
    "pages.show_video": "video",
    "pages.show_corrections": "video",
    "pages.search": "several",
    "listings.show_list": "several",
    "listings.show_entry": "several",
    "listings.show_passages": "several",
    "embeds.embed": "video",
    "prints.printed": "video",
    "media.track": "video",
    "media.media": "video",
    "media.healthz": "nothing",
    "assets.static_file": "nothing",
    "tokens.tokens": "nothing",
    "branding.brand_file": "nothing",
    "branding.drawn_poster": "nothing",
    "branding.page_picture": "nothing",
    "site_pages.site_page": "several",
    "cards.card": "video",
    "cites.citation": "video",
    "oembed.oembed": "several",
    "words.words": "video",
    "machines.sitemap": "several",
    "machines.sitemap_part": "several",
    "machines.feed": "several",
    "machines.robots": "nothing",
    "api.openapi": "several",
    "api.index": "several",
    "api.videos": "several",
    "api.video": "video",
    "api.cues": "video",
    "api.passages": "video",
    "api.search": "several",
    "api.quote": "several",
    "api.annotation": "video",
    "api.manifest": "video",
    "api.cue_annotations": "video",
}
# The queries of a route beside the bare address: of a video with its moments, of several with searches.
_MOMENTS = ("", "t=1", "t=1,4")
_QUERIES: Mapping[str, tuple[str, ...]] = {
    "pages.search": ("q={word}", "q={misspelt}", "q={quote}", "q={quote}&language=en", "q=the&sort=time"),
    "api.search": ("q={word}", "q={misspelt}", "q={quote}", "q=the"),
    "api.quote": ("q={quote}", "q={misspelt}"),
    "api.annotation": ("t=1,4",),
    "oembed.oembed": ("url=http://localhost/", "url=http://localhost/es/&format=xml"),
}  # fmt: skip
_ARGUMENTS: Mapping[str, tuple[Mapping[str, str], ...]] = {
    "media.track": ({"stem": "captions.en"}, {"stem": "subtitles.es"}),
    "media.media": ({"name": "poster.svg"}, {"name": "take.webm"}),
    "words.words": tuple(
        {"stem": stem, "kind": kind} for stem in ("captions.en", "subtitles.es")
        for kind in ("srt", "txt", "json")
    ),
    "cites.citation": ({"kind": "bib"}, {"kind": "ris"}, {"kind": "json"}),
    "api.cue_annotations": ({"track": "captions.en"}, {"track": "subtitles.es"}),
    "assets.static_file": ({"version": "0", "name": "css/pages.css"},),
    "tokens.tokens": ({"key": "0"},),
    "branding.brand_file": ({"key": "0", "name": "logo.svg"}, {"key": "0", "name": "icon-512.png"}),
    "branding.drawn_poster": ({"key": "0", "slug": "harvest"},),
    "branding.page_picture": ({"name": "hall.svg"},),
    "site_pages.site_page": ({"name": "about"},),
    "machines.sitemap_part": ({"part": "1"},),
    "listings.show_list": tuple(
        {"kind": kind, "number": "1"} for kind in ("speakers", "organizations", "series", "topics", "dates")
    ),
    "listings.show_entry": tuple(
        {"kind": kind, "slug": slug, "number": "1"}
        for kind, slug in (
            ("speakers", "zelda-quincey"), ("speakers", "foreman"), ("organizations", "quince-union"),
            ("series", "orchard-talks"), ("topics", "hidden-fruit"), ("dates", "2029"), ("dates", "2020"),
        )
    ),
    "listings.show_passages": (
        {"slug": "zelda-quincey", "video": "quince", "number": "1"},
        {"slug": "foreman", "video": "mill", "number": "1"},
    ),
}  # fmt: skip
_PAGE_QUERIES = ("q={word}", "q={misspelt}", "part=search&q={word}", "part=share&t=1,4", "lang=es")


@dataclass(frozen=True)
class Words:
    """What a walk looks for: words of a video that no other has."""

    word: str
    misspelt: str
    quote: str


@dataclass
class Walk:
    """A showcase of a folder of transcripts, and the instant that its clock tells."""

    transcripts: Path
    state: Path
    instant: datetime = datetime(2030, 1, 1, tzinfo=UTC)
    app: Flask = field(init=False)
    library: Library = field(init=False)

    def __post_init__(self) -> None:
        settings = Settings(transcripts=self.transcripts, state=self.state)
        self.library = Library(self.transcripts, self.state, check_interval_seconds=0)
        self.app = create_app(settings, self.library, lambda: self.instant)

    def write(self, folder: str, name: str, text: str) -> None:
        """Write a file of a video."""
        (self.transcripts / folder).mkdir(parents=True, exist_ok=True)
        (self.transcripts / folder / name).write_text(text, "utf-8")

    def publish(self) -> BuildReport:
        """Build what has changed."""
        return build_snapshot(self.transcripts, self.state)

    def get(self, address: str, **headers: str) -> TestResponse:
        """A response, read to its end; `Accept_Language="es"` is the header Accept-Language."""
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        return self.app.test_client().get(address, headers=named, buffered=True)

    def read(self, address: str) -> str:
        """What a response says; of pictures only what is readable."""
        return self.get(address).get_data().decode("utf-8", "ignore")

    def addresses(self, slug: str, words: Words, shows: Shows) -> Iterator[str]:
        """Addresses of all routes that show one video, or several, or nothing."""
        for rule in self.app.url_map.iter_rules():
            endpoint = rule.endpoint
            known = endpoint.replace("_in.", ".")
            assert known in SHOWS, f"{rule}: say in {__name__} what it shows"
            if "GET" not in (rule.methods or ()) or SHOWS[known] != shows:
                continue
            for arguments in _ARGUMENTS.get(known, ({},)):
                values = {"slug": slug, "locale": "es", **arguments}
                own = {name: values[name] for name in rule.arguments}
                path = self.app.url_map.bind("localhost").build(endpoint, own)
                for query in _queries(known, slug, words):
                    yield f"{path}?{query}" if query else path

    def video_addresses(self, slug: str, words: Words) -> list[str]:
        """All addresses of one video, those that oEmbed is asked about among them."""
        oembed = [
            f"/oembed?{urlencode({'url': f'http://localhost{path}/{slug}', 'format': kind})}"
            for path in ("/videos", "/es/videos", "/embed")
            for kind in ("json", "xml")
        ]
        return [*self.addresses(slug, words, "video"), *oembed]

    def traces(
        self, marks: tuple[str, ...], words: Words, others: tuple[str, ...] = ()
    ) -> list[tuple[str, str]]:
        """Where something of a video is to be read in what is made of several, and what it is.

        Args:
            marks: what tells of it.
            words: to search for.
            others: slugs of other videos, whose pages are looked at too.
        """
        shown = [*self.addresses("", words, "several"), *self.addresses("", words, "nothing")]
        shown += [f"/videos/{other}?q={words.misspelt}" for other in others]
        shown += ["/nowhere", "/es/nowhere", "/videos/nowhere", "/embed/nowhere"]
        found: list[tuple[str, str]] = []
        for address in shown:
            # What was asked is repeated on a page; it is no trace.
            text, asked = self.read(address), unquote_plus(address)
            found += [(address, mark) for mark in marks if mark in text and mark not in asked]
        return found


def _queries(endpoint: str, slug: str, words: Words) -> tuple[str, ...]:
    fields = {"word": words.word, "misspelt": words.misspelt, "quote": words.quote}
    if endpoint in _QUERIES:
        return tuple(query.format(**fields) for query in _QUERIES[endpoint])
    if SHOWS[endpoint] != "video" or not slug:
        return ("",)
    if endpoint in ("pages.show_video", "embeds.embed"):
        return (*_MOMENTS, *(query.format(**fields) for query in _PAGE_QUERIES))
    return _MOMENTS if endpoint in ("cards.card", "cites.citation") else ("",)
