"""A small showcase for tests: two invented videos, with the real search."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from bs4 import BeautifulSoup
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from showcase.core.branding.site_pictures import SitePicture
from showcase.core.captions.cues import Cue
from showcase.core.catalog.models import (
    Chapter,
    FeaturedQuote,
    Link,
    MediaFile,
    Notice,
    Organization,
    Person,
    Source,
    Track,
    TrackKind,
    Video,
)
from showcase.core.catalog.site_catalog import Catalog
from showcase.core.catalog.site_pages import SitePage
from showcase.core.search.results import Answer
from showcase.core.search.search_request import SearchRequest
from showcase.core.timing.moments import Moment
from showcase.core.transcript.passages import Passage, build_passages
from showcase.core.transcript.spoken_passages import SpokenPassages, VoiceInVideo
from showcase.core.transcript.transcript import Transcript, build_transcript
from showcase.store.search.documents import IndexableTrack
from showcase.store.search.engine import build_index, open_index
from showcase.store.search.search_index import SearchIndex

HAND = "Rosa Field"

ORCHARD_CUES = (
    Cue(0, 4_000, "We pick the apples before the sun is up.", "Narrator"),
    Cue(4_000, 8_000, "Nobody asked what we <b>needed</b> & why.", "Narrator"),
    Cue(8_000, 12_000, "Then we wrote the rules ourselves,\nword by word.", HAND),
    Cue(12_000, 16_000, "And the rules hold 🍎 because buyers signed.", HAND),
    Cue(16_000, 18_000, "[bell rings]", None, sound=True),
    Cue(22_000, 24_000, "The rules are read aloud every spring.", "Narrator"),
)
ORCHARD_CUES_ES = (
    Cue(0, 8_000, "Recogemos las manzanas antes del sol.", "Narrator"),
    Cue(8_000, 24_000, "Luego escribimos las reglas.", HAND),
)
MILL_CUES = (
    Cue(0, 5_000, "The mill has rules too.", "Foreman"),
    Cue(5_000, 9_000, "Its doors stay open.", "Foreman"),
)

ORCHARD = Video(
    slug="orchard",
    title="The orchard: how the rules were written",
    language="en",
    headline="Rules we wrote",
    summary="Apple pickers tell how they wrote their own rules.",
    kicker="A sample",
    date="2017-12",
    duration_ms=24_000,
    source=Source("file", (MediaFile("take.webm", "video/webm", 11),)),
    poster=MediaFile("poster.svg", "image/svg+xml", 60),
    poster_alt="Apple trees",
    voice="synthetic",
    notice=Notice("Sample.", "Nobody you hear is real.", Link("Why", "https://example.org/why")),
    links=(Link("The announcement", "https://example.org/news"),),
    people=(Person(HAND, "Pickers United", "picker"), Person("Narrator")),
    organizations=(
        Organization("Silent Watch", place="Ohio"),
        Organization("Pickers United", "PU", "Kent", "https://example.org/pu", "Wrote the rules."),
    ),
    quotes=(
        FeaturedQuote(
            "Then we wrote the rules ourselves", HAND, "", "the rules", Moment(8_000, 10_500)
        ),
        FeaturedQuote("Words that nobody said"),
    ),
    chapters=(Chapter(0, 8_000, "Before"), Chapter(8_000, 24_000, "The rules", "Kent")),
    tracks=(
        Track("captions", "en", "English", cues=6),
        Track("subtitles", "es", "Español", "Not yet reviewed.", cues=2),
        Track("chapters", "en", "English", cues=2),
    ),
)
MILL = Video(
    slug="mill",
    title="The mill",
    language="en",
    duration_ms=9_000,
    tracks=(Track("captions", "en", "English", cues=2),),
)

# A page that the owner wrote, with a picture.
TREE = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 3"><path d="M0 0h4v3H0z"/></svg>'
ABOUT = SitePage(
    name="about",
    language="en",
    title="About the samples",
    text="# About the samples\n\nThey were *grown* here.\n\n![A tree](tree.svg)\n",
    summary="They were grown here.",
    pictures=(SitePicture("tree.svg", "image/svg+xml", 400, 300, "0"),),
)

Words = dict[tuple[str, str], tuple[Cue, ...]]
WORDS: Words = {
    ("orchard", "en"): ORCHARD_CUES,
    ("orchard", "es"): ORCHARD_CUES_ES,
    ("mill", "en"): MILL_CUES,
}


ReadWords = tuple[Transcript, tuple[Passage, ...]]


@lru_cache(maxsize=100)
def read_words(
    language: str, cues: tuple[Cue, ...], chapters: tuple[Chapter, ...], *, has_times: bool
) -> ReadWords:
    """A track as the pages and the index take it. It cannot be changed, so all tests share it."""
    transcript = build_transcript(language, cues, has_times=has_times)
    return transcript, build_passages(transcript, chapters)


def has_times(video: Video | None, language: str) -> bool:
    """False for a video's transcript without times."""
    tracks = video.speech_tracks if video else ()
    return all(track.has_times for track in tracks if track.language == language)


class SharedIndexes:
    """Indexes by what is in them. Nothing changes an index, so all tests share those of equal words."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._open: dict[object, SearchIndex] = {}

    def open(self, videos: tuple[Video, ...], words: Words) -> SearchIndex:
        key = videos, tuple(words.items())
        if key not in self._open:
            folder = self._folder / str(len(self._open))
            folder.mkdir()
            known = {video.slug: video for video in videos}
            build_index(
                folder,
                (
                    _indexed(known[slug], language, cues)
                    for (slug, language), cues in words.items()
                    if slug in known
                ),
            )
            self._open[key] = open_index(folder)
        return self._open[key]

    def close(self) -> None:
        for index in self._open.values():
            index.close()


def _indexed(video: Video, language: str, cues: tuple[Cue, ...]) -> IndexableTrack:
    return IndexableTrack(
        video.slug,
        language,
        *read_words(language, cues, video.chapters, has_times=has_times(video, language)),
        organizations={person.name: person.organization for person in video.people},
        is_original=language == video.language,
        date=video.date,
    )


@dataclass
class StandInSnapshot:
    """Core values behind the interface that the pages ask."""

    catalog: Catalog
    words: Words
    folder: Path
    index: SearchIndex
    id: str = "snapshot-1"

    def _read(self, slug: str, language: str) -> ReadWords:
        video = self.catalog.find(slug)
        return read_words(
            language,
            self.words[slug, language],
            video.chapters if video else (),
            has_times=has_times(video, language),
        )

    def transcript(self, slug: str, language: str) -> Transcript:
        return self._read(slug, language)[0]

    def passages(self, slug: str, language: str) -> tuple[Passage, ...]:
        return self._read(slug, language)[1]

    def cues(self, slug: str, kind: TrackKind, language: str) -> tuple[Cue, ...]:
        video = self.catalog.find(slug)
        if kind == "chapters" and video:
            return tuple(Cue(c.start_ms, c.end_ms, c.title) for c in video.chapters)
        return self.words[slug, language]

    def media(self, slug: str, name: str) -> Path | None:
        path = self.folder / slug / name
        return path if path.is_file() else None

    def site_file(self, path: str) -> Path | None:
        return self.folder / path if path in self.catalog.site.files else None

    def search(self, question: SearchRequest) -> Answer:
        return self.index.search(question)

    def spoken_passages(self, asked: VoiceInVideo, first: int, limit: int) -> SpokenPassages:
        return self.index.spoken_passages(asked, first, limit)


@dataclass
class StandInLibrary:
    """Holds one snapshot, which a test may swap."""

    current: StandInSnapshot

    def snapshot(self) -> StandInSnapshot:
        return self.current


@lru_cache(maxsize=64)
def parse(html: str) -> BeautifulSoup:
    """A page as a browser's parser reads it. Tests share it: who changes it, changes a copy."""
    return BeautifulSoup(html, "html5lib")


@dataclass
class Showcase:
    """A running showcase and what stands behind it."""

    client: FlaskClient
    library: StandInLibrary

    def add_page(self) -> "Showcase":
        """Give it a page that its owner wrote, with a picture."""
        current = self.library.current
        (current.folder / "pages").mkdir()
        (current.folder / "pages" / "tree.svg").write_text(TREE, "utf-8")
        site = replace(current.catalog.site, pages=(ABOUT,))
        current.catalog = replace(current.catalog, site=site)
        return self

    def get(self, address: str, headers: dict[str, str] | None = None) -> TestResponse:
        """A response, read to its end, so that its file is closed."""
        return self.client.get(address, headers=headers, buffered=True)

    def page(self, address: str, status: int = 200) -> BeautifulSoup:
        """A page, as a browser's parser reads it."""
        response = self.client.get(address)
        assert response.status_code == status, response.text
        return parse(response.text)


Build = Callable[..., Showcase]
