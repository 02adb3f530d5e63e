"""The languages of pages that site.toml offers: those that the showcase has."""

from collections.abc import Sequence
from functools import cache

from showcase.core.text.languages import native_name
from showcase.errors import Diagnosis
from showcase.resources import find_folder
from showcase.store.ingest.toml_file import TomlFile
from showcase.store.ingest.toml_lines import KeyPath
from showcase.store.ingest.toml_schema import language, one_or_more_texts

# Of the pages as they are written; all other languages are translations.
OWN_LANGUAGE = "en"


@cache
def page_languages() -> tuple[str, ...]:
    """The languages that there are pages in: BCP 47 tags."""
    folders = find_folder("translations").iterdir()
    return OWN_LANGUAGE, *sorted(path.name for path in folders if path.is_dir())


def offered_languages(value: object, path: KeyPath, file: TomlFile) -> tuple[str, ...] | None:
    """One or more languages of the pages."""
    written = one_or_more_texts(value, path, file)
    if not isinstance(written, tuple):
        return None
    read = [page_language(each, path, file) for each in written]
    return tuple(dict.fromkeys(tag for tag in read if tag)) if all(read) and read else None


def page_language(value: object, path: KeyPath, file: TomlFile) -> str | None:
    """A language of the pages."""
    tag = language(value, path, file)
    if tag is None or tag in page_languages():
        return tag
    message = f"There are no pages in {native_name(tag)}"
    fix = f"choose among {', '.join(page_languages())}, or translate the pages (docs/how-to/translate.md)"
    file.add_fault(path, Diagnosis("no-pages-in-language", message, fix))
    return None


def check_default(offered: Sequence[str], default: str, file: TomlFile) -> None:
    """Add a fault for a default language that is not offered; () offers all, "" is no default."""
    if default and offered and default not in offered:
        message = f'"{default}" is not among the languages that are offered'
        fix = f'add it to "languages", or write default_language = "{offered[0]}"'
        file.add_fault(("default_language",), Diagnosis("unknown-word", message, fix))
