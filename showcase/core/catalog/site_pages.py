"""The pages that an owner writes: about, privacy, accessibility, imprint."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from showcase.core.branding.site_pictures import SitePicture
from showcase.core.catalog.translations import find_translation

PageName = Literal["about", "privacy", "accessibility", "imprint"]
# In the order of the links to them.
PAGE_NAMES: tuple[PageName, ...] = ("about", "privacy", "accessibility", "imprint")
PAGES_FOLDER = "pages"


@dataclass(frozen=True, slots=True)
class SitePage:
    """A page in one language.

    Attributes:
        name: its address.
        language: BCP 47 tag; "" where it is that of site.toml, which names none.
        title: its first heading; "" where it has none.
        text: Markdown, without the title.
        summary: its first paragraph as plain text, for search engines.
        pictures: those in the folder of pages that it shows.
    """

    name: PageName
    language: str
    title: str
    text: str
    summary: str = ""
    pictures: tuple[SitePicture, ...] = ()


def find_page(
    pages: Iterable[SitePage], name: str, own_language: str, reader: str
) -> SitePage | None:
    """A page for readers of a language, in that of the site where it is not in theirs; None for no such page.

    Args:
        pages: of the site.
        name: of the page.
        own_language: of the site's own texts, "" when it is unknown.
        reader: the language of the readers, a BCP 47 tag; "" for the site's own.
    """
    named = [page for page in pages if page.name == name]
    original = next((page for page in named if page.language == own_language), None)
    return find_translation(named, own_language, reader) or original or next(iter(named), None)
