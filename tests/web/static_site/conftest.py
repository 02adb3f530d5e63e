"""An archive of a folder of transcripts as plain files."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from showcase.app import create_app
from showcase.settings import Settings
from showcase.store.snapshots.builder import build_snapshot
from showcase.store.snapshots.library import Library
from showcase.store.static_site.listed_snapshot import listed_library
from showcase.web.static_site.address_rewriting import Base
from showcase.web.static_site.exported_site import write_site
from showcase.web.static_site.site_crawl import marker_url

BASE = "https://me.example/archive"
NOW = datetime(2030, 1, 1, tzinfo=UTC)


@dataclass
class Archive:
    """A folder of transcripts, and the files of its exported site."""

    folder: Path
    marker: str = ""
    files: dict[str, bytes] = field(default_factory=dict)

    def write(self, name: str, text: str) -> None:
        """Write a file of the owner's."""
        path = self.folder / "transcripts" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")

    def export(self, url: str = BASE) -> dict[str, bytes]:
        """The files of the site, by their paths."""
        settings = Settings(transcripts=self.folder / "transcripts", state=self.folder / "state")
        report = build_snapshot(settings.transcripts, settings.state)
        assert report.faults == ()
        library = Library(settings.transcripts, settings.state)
        listed = listed_library(library.snapshot(), NOW)
        self.files, base = {}, Base(url)
        self.marker = marker_url(base)
        app = create_app(replace(settings, url=self.marker), listed, lambda: NOW, is_static=True)
        write_site(app, base, listed.snapshot(), self._keep, lambda _: None)
        library.close()
        return self.files

    def _keep(self, name: str, chunks: Iterable[bytes]) -> int:
        assert name not in self.files
        self.files[name] = b"".join(chunks)
        return len(self.files[name])

    def text(self, name: str) -> str:
        """A file as text; of pictures only what is readable."""
        return self.files[name].decode("utf-8", "ignore")


CAPTIONS = """\
WEBVTT

00:00.000 --> 00:04.000
<v Rosa Field>{0} the first line.

00:04.000 --> 00:08.000
<v Narrator>The second, of the {0}.

00:08.000 --> 00:09.000
[thunder]
"""
TOML = """\
title = "The {0}"
date = "2020-01-0{1}"
{2}
"""
FULL = """\
former = ["old orchard", "grove"]
source = "take.webm"
poster = "poster.svg"
poster_alt = "Trees"
summary = "Of trees."

[[people]]
name = "Rosa Field"
organization = "Pickers United"

[[corrections]]
date = "2029-03-05"
was = "The orchid"
now = "The orchard"
time = "0:04"
"""
CHAPTERS = """\
WEBVTT

00:00.000 --> 00:04.000
Before

00:04.000 --> 00:08.000
After
"""


def write_archive(archive: Archive) -> None:
    """Videos that are shown, of one and of two languages, and such as nobody may see."""
    shown = {"orchard": FULL, "mill": ""}
    hidden = {
        "quince": "listed = false",
        "medlar": "publish_on = 2031-01-01",
        "sorb": "sealed_until = 2031-01-01\nformer = ['service-tree']",
        "damson": "withdrawn = true",
    }
    for number, (slug, keys) in enumerate({**shown, **hidden}.items(), 1):
        archive.write(f"{slug}/video.toml", TOML.format(slug, number, keys))
        archive.write(f"{slug}/captions.en.vtt", CAPTIONS.format(slug))
    archive.write("orchard/subtitles.es.vtt", CAPTIONS.format("huerto"))
    archive.write("orchard/chapters.en.vtt", CHAPTERS)
    archive.write("orchard/take.webm", "hello world")
    archive.write("orchard/poster.svg", '<svg xmlns="http://www.w3.org/2000/svg"/>')
    archive.write("site.toml", 'name = "Trees & stones"\n')
    archive.write("pages/about.md", "# Who we are\n\nFriends of trees.\n\n![A tree](tree.svg)\n")
    archive.write("pages/tree.svg", '<svg xmlns="http://www.w3.org/2000/svg"/>')
    archive.write("tokens.css", ":root {\n  --paper: #fff;\n}\n")


@pytest.fixture(scope="session")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Archive:
    """The exported archive; tests only read it."""
    made = Archive(tmp_path_factory.mktemp("archive"))
    write_archive(made)
    made.export()
    return made
