"""Updates the message catalogs of all languages from the sentences in the code: `make messages` runs it.

New sentences are added without a translation, unused ones are removed, and translations are kept.
"""

import io
import sys
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_file
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
TRANSLATIONS = ROOT / "showcase" / "translations"
# Files, Babel's extraction method for them, and the functions that mark sentences.
_SOURCES = (
    ("showcase/web/**/*.py", "python", {"t": None, "tn": (1, 2), "gettext_noop": None}),
    ("templates/**/*.html", "jinja2", {"_": None, "ngettext": (1, 2)}),
    ("static/js/**/*.js", "javascript", {"t": None, "tn": (1, 2)}),
)
_WIDTH = 110
# Headers with dates and names of programs, which would change with every run.
_OMITTED_HEADERS = (
    b'"POT-Creation-Date', b'"PO-Revision-Date', b'"Report-Msgid-Bugs-To', b'"Last-Translator',
    b'"Language-Team', b'"Generated-By',
)  # fmt: skip


def extract() -> Catalog:
    """All sentences in the code, in the order of their files and lines."""
    catalog = Catalog(project="showcase", fuzzy=False)
    for path, line, message, comments in _messages():
        catalog.add(message, None, [(path, line)], auto_comments=comments)
    return catalog


def _messages() -> Iterator[tuple[str, int, str | tuple[str, ...], list[str]]]:
    for pattern, method, keywords in _SOURCES:
        options = {"trimmed": "true", "silent": "false"} if method == "jinja2" else {}
        for path in sorted(ROOT.glob(pattern)):
            if "vendor" in path.parts:
                continue
            found = extract_from_file(
                method,
                path,
                keywords,
                comment_tags=("L10N:",),
                options=options,
                strip_comment_tags=True,
            )
            for line, message, comments, _context in found:
                yield path.relative_to(ROOT).as_posix(), line, message, comments


def update(tag: str, sentences: Catalog) -> bytes:
    """The updated catalog of a language, as the content of its file.

    Args:
        tag: the language.
        sentences: those in the code, from `extract`.
    """
    with path_of(tag).open("rb") as source:
        catalog = read_po(source, locale=tag)
    catalog.update(
        sentences, no_fuzzy_matching=True, update_header_comment=False, update_creation_date=False
    )
    catalog.obsolete.clear()
    return write(catalog)


def write(catalog: Catalog) -> bytes:
    """The content of a catalog's file, without line numbers, which every edit of the code would change."""
    written = io.BytesIO()
    write_po(
        written, catalog, _WIDTH, include_lineno=False, sort_by_file=True, ignore_obsolete=True
    )
    lines = written.getvalue().splitlines(keepends=True)
    return b"".join(line for line in lines if not line.startswith(_OMITTED_HEADERS))


def path_of(tag: str) -> Path:
    """The path of a language's catalog."""
    return TRANSLATIONS / tag / "LC_MESSAGES" / "messages.po"


def untranslated(catalog: Catalog) -> list[str]:
    """The sentences without a translation, or with an unchecked ("fuzzy") one."""
    return [str(message.id) for message in catalog if message.id and not _is_translated(message)]


def _is_translated(message: Message) -> bool:
    forms = (message.string,) if isinstance(message.string, str) else tuple(message.string or ("",))
    return all(forms) and not message.fuzzy


def main() -> None:
    """Update all catalogs, and print how many sentences each has and lacks."""
    sentences = extract()
    for folder in sorted(TRANSLATIONS.iterdir()):
        path_of(folder.name).write_bytes(update(folder.name, sentences))
        with path_of(folder.name).open("rb") as source:
            catalog = read_po(source)
        missing = untranslated(catalog)
        sys.stdout.write(f"{folder.name}: {len(catalog)} sentences, {len(missing)} untranslated\n")


if __name__ == "__main__":
    main()
