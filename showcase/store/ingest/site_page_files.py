"""Reads the pages that an owner writes: pages/about.md, pages/about.es.md, and the pictures in them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path

from showcase.core.branding.site_pictures import SitePicture
from showcase.core.catalog.page_links import read_page_link
from showcase.core.catalog.site_pages import PAGE_NAMES, PAGES_FOLDER, PageName, SitePage
from showcase.errors import Diagnosis, Fault
from showcase.store.ingest.picture_files import PictureFolder
from showcase.store.ingest.text_files import read_text_file, unreadable_fault
from showcase.store.ingest.track_names import is_stray
from showcase.store.ingest.translation_files import TranslationFile, find_translation_files
from showcase.store.site_pages.markdown import MarkdownItem, MarkdownOutline, outline_markdown

_SUFFIX = ".md"


@dataclass(slots=True)
class SitePageFiles:
    """What was read of the folder of pages.

    Attributes:
        pages: those without faults.
        faults: what is wrong in them.
        notes: what should be looked at.
    """

    pages: list[SitePage] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    notes: list[Fault] = field(default_factory=list)


def read_site_pages(root: Path, language: str) -> SitePageFiles:
    """Read the pages. Raises nothing: errors are among the faults.

    Args:
        root: the folder of transcripts.
        language: of site.toml, a BCP 47 tag; "" where it names none.
    """
    read = SitePageFiles()
    if not (root / PAGES_FOLDER).is_dir():
        return read
    try:
        names = sorted(entry.name for entry in (root / PAGES_FOLDER).iterdir())
    except OSError as error:
        read.faults.append(unreadable_fault(PAGES_FOLDER, error))
        return read
    names = [name for name in names if not name.startswith(".") and not is_stray(name)]
    read.notes += _unknown_page_notes(names)
    folder = PictureFolder(root, names, PAGES_FOLDER)
    for page in PAGE_NAMES:
        _read_page(page, names, language, folder, read)
    return read


def _unknown_page_notes(names: Iterable[str]) -> Iterator[Fault]:
    for name in names:
        stem = name.partition(".")[0]
        if name.lower().endswith(_SUFFIX) and stem not in PAGE_NAMES:
            alike = get_close_matches(stem.lower(), PAGE_NAMES, n=1)
            known = ", ".join(f"{page}{_SUFFIX}" for page in PAGE_NAMES)
            fix = f"rename it {alike[0]}{name[len(stem) :]}" if alike else f"the pages are {known}"
            message = "There is no page of this name, so nobody sees it"
            yield Diagnosis("unknown-page", message, fix).at(f"{PAGES_FOLDER}/{name}")


def _read_page(
    page: PageName, names: list[str], language: str, folder: PictureFolder, read: SitePageFiles
) -> None:
    original = f"{page}{_SUFFIX}"
    own = language if original in names else ""
    files, faults = find_translation_files(names, original, own, f"{PAGES_FOLDER}/")
    read.faults += faults
    if original in names:
        files.insert(0, TranslationFile(language, original))
    for file in files:
        place = f"{PAGES_FOLDER}/{file.name}"
        content = read_text_file(folder.root, place)
        if isinstance(content, Fault):
            read.faults.append(content)
            continue
        outline = outline_markdown(content)
        pictures, problems = _find_pictures(outline, folder)
        problems += _link_problems(outline)
        read.faults += [diagnosis.at(place, line) for line, diagnosis in problems]
        read.notes += [diagnosis.at(place, line) for line, diagnosis in _notes(outline)]
        title, summary = outline.title, outline.summary
        read.pages.append(SitePage(page, file.language, title, content, summary, tuple(pictures)))


_Problem = tuple[int, Diagnosis]


def _find_pictures(
    outline: MarkdownOutline, folder: PictureFolder
) -> tuple[list[SitePicture], list[_Problem]]:
    pictures, problems = {}, []
    for item in outline.pictures:
        found = folder.find(item.target)
        if isinstance(found, Diagnosis):
            problems.append((item.line, found))
        else:
            pictures[found.name] = found
    return list(pictures.values()), problems


def _link_problems(outline: MarkdownOutline) -> list[_Problem]:
    fix = 'write all of it, as in "https://example.org/page", "mailto:us@example.org" or "/videos/name"'
    return [
        (link.line, Diagnosis("not-an-address", f'"{link.target}" is no address for a link', fix))
        for link in outline.links
        if read_page_link(link.target) is None
    ]


def _notes(outline: MarkdownOutline) -> Iterator[_Problem]:
    if not outline.title:
        fix = 'begin the page with a line like "# About us"'
        yield 1, Diagnosis("no-page-title", "The page has no title", fix)
    yield from (_no_alt_note(picture) for picture in outline.pictures if not picture.text)
    for item in outline.raw_html:
        message = f'"{item.target}" is shown as it is typed: pages have no HTML'
        yield item.line, Diagnosis("html-in-page", message, "write it in Markdown")


def _no_alt_note(picture: MarkdownItem) -> _Problem:
    message = f'Nothing says what "{picture.target}" shows, for those who cannot see it'
    fix = f"write ![what it shows]({picture.target})"
    return picture.line, Diagnosis("no-picture-alt", message, fix)
