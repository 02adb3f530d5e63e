"""Reads what describes the whole site: site.toml, its translations, pages and tokens.css."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from showcase.core.catalog.site_catalog import Site
from showcase.core.catalog.site_pages import SitePage
from showcase.core.text.languages import native_name, same_language
from showcase.errors import Diagnosis, Fault
from showcase.store.ingest.picture_files import PictureFolder
from showcase.store.ingest.site_languages import page_languages
from showcase.store.ingest.site_page_files import read_site_pages
from showcase.store.ingest.site_toml import read_site_toml
from showcase.store.ingest.text_files import read_text_file
from showcase.store.ingest.theme_contrast import check_tokens
from showcase.store.ingest.theme_css import TOKENS_CSS, check_theme_css
from showcase.store.ingest.translation_files import TranslationFile, find_translation_files
from showcase.store.ingest.translation_toml import read_site_translation

SITE_TOML = "site.toml"


@dataclass(slots=True)
class SiteFiles:
    """What was read of the whole site.

    Attributes:
        texts: of site.toml and its translations, without tokens and pages; None where one has a fault.
        pages: what the owner wrote in Markdown; None where one of them has a fault.
        tokens: the content of tokens.css; None where it has a fault.
        faults: what is wrong with these files.
        notes: what should be looked at.
    """

    texts: Site | None = field(default_factory=Site)
    pages: tuple[SitePage, ...] | None = ()
    tokens: str | None = ""
    faults: list[Fault] = field(default_factory=list)
    notes: list[Fault] = field(default_factory=list)

    def site(self, before: Site | None) -> Site:
        """The site to publish.

        Args:
            before: what was published before; it stays in place of what has faults. None where nothing was.
        """
        kept = before or Site()
        tokens = kept.tokens if self.tokens is None else self.tokens
        pages = kept.pages if self.pages is None else self.pages
        return replace(kept if self.texts is None else self.texts, tokens=tokens, pages=pages)


def read_site_files(root: Path, names: Collection[str]) -> SiteFiles:
    """Read the files of the whole site. Raises nothing: errors are among the faults.

    Args:
        root: the folder of transcripts.
        names: of all files in it.
    """
    read = SiteFiles()
    read.texts = _read_texts(root, names, read)
    read.pages = _read_pages(root, read)
    read.tokens = _read_theme_css(root, names, read)
    return read


def _read_texts(root: Path, names: Collection[str], read: SiteFiles) -> Site | None:
    if SITE_TOML not in names:
        site = Site()
    else:
        content = read_text_file(root, SITE_TOML)
        if isinstance(content, Fault):
            read.faults.append(content)
            return None
        site, faults, notes = read_site_toml(content, SITE_TOML, PictureFolder(root, names))
        read.faults += faults
        read.notes += notes
    return None if read.faults else _read_translations(root, names, site, read)


def _read_translations(
    root: Path, names: Iterable[str], site: Site, read: SiteFiles
) -> Site | None:
    files, wrong = find_translation_files(names, SITE_TOML, site.language)
    read.faults += wrong
    translations = []
    for file in files:
        content = read_text_file(root, file.name)
        if isinstance(content, Fault):
            read.faults.append(content)
            continue
        read.notes += _note_no_pages(file)
        parsed = read_site_translation(content, file.name, file.language, site)
        read.faults += parsed.faults
        read.notes += parsed.notes
        translations += [parsed.translation] if parsed.translation else []
    return None if read.faults else replace(site, translations=tuple(translations))


def _note_no_pages(file: TranslationFile) -> Iterator[Fault]:
    """A note for texts in a language that no page is in, so that nobody sees them."""
    if not any(same_language(file.language, language) for language in page_languages()):
        message = (
            f"There are no pages in {native_name(file.language)}, so these texts are not shown"
        )
        fix = "remove the file, or translate the pages first (docs/how-to/translate.md)"
        yield Diagnosis("no-pages-in-language", message, fix).at(file.name)


def _read_pages(root: Path, read: SiteFiles) -> tuple[SitePage, ...] | None:
    found = read_site_pages(root, read.texts.language if read.texts else "")
    read.faults += found.faults
    read.notes += found.notes
    return None if found.faults else tuple(found.pages)


def _read_theme_css(root: Path, names: Collection[str], read: SiteFiles) -> str | None:
    if TOKENS_CSS not in names:
        return ""
    content = read_text_file(root, TOKENS_CSS)
    fault = content if isinstance(content, Fault) else check_theme_css(content, TOKENS_CSS)
    if fault:
        read.faults.append(fault)
        return None
    if isinstance(content, str):
        read.notes += check_tokens(content, TOKENS_CSS)
    return content if isinstance(content, str) else None
