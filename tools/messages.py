"""Brings the catalogs of the pages' languages up to date with the sentences in the code.

New sentences come in without a translation, those that nobody says any more go, and what is translated stays.
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
# What is looked into, how, and by which names sentences are said there.
_SOURCES = (
    ("showcase/web/**/*.py", "python", {"t": None, "tn": (1, 2), "gettext_noop": None}),
    ("templates/**/*.html", "jinja2", {"_": None, "ngettext": (1, 2)}),
    ("static/js/**/*.js", "javascript", {"t": None, "tn": (1, 2)}),
)
_WIDTH = 110
# Headers that say when and by which program, and so would change with every run.
_UNSAID = (
    b'"POT-Creation-Date', b'"PO-Revision-Date', b'"Report-Msgid-Bugs-To', b'"Last-Translator',
    b'"Language-Team', b'"Generated-By',
)  # fmt: skip


def extract() -> Catalog:
    """All sentences of the code, in the order of their places."""
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


def update(tag: str, said: Catalog) -> bytes:
    """A language's catalog with just these sentences, as it is to be written."""
    with path_of(tag).open("rb") as source:
        catalog = read_po(source, locale=tag)
    catalog.update(
        said, no_fuzzy_matching=True, update_header_comment=False, update_creation_date=False
    )
    catalog.obsolete.clear()
    return write(catalog)


def write(catalog: Catalog) -> bytes:
    """A catalog as text. Files are named without lines, or every change of the code would touch it."""
    written = io.BytesIO()
    write_po(
        written, catalog, _WIDTH, include_lineno=False, sort_by_file=True, ignore_obsolete=True
    )
    lines = written.getvalue().splitlines(keepends=True)
    return b"".join(line for line in lines if not line.startswith(_UNSAID))


def path_of(tag: str) -> Path:
    """Where a language's catalog is."""
    return TRANSLATIONS / tag / "LC_MESSAGES" / "messages.po"


def untranslated(catalog: Catalog) -> list[str]:
    """The sentences that a language still lacks."""
    return [str(message.id) for message in catalog if message.id and not _is_said(message)]


def _is_said(message: Message) -> bool:
    forms = (message.string,) if isinstance(message.string, str) else tuple(message.string or ("",))
    return all(forms) and not message.fuzzy


def main() -> None:
    """Bring all of them up to date, and say what they lack."""
    said = extract()
    for folder in sorted(TRANSLATIONS.iterdir()):
        path_of(folder.name).write_bytes(update(folder.name, said))
        with path_of(folder.name).open("rb") as source:
            catalog = read_po(source)
        lacking = untranslated(catalog)
        sys.stdout.write(f"{folder.name}: {len(catalog)} sentences, {len(lacking)} untranslated\n")


if __name__ == "__main__":
    main()
