"""Writes the parts of docs/reference that come from the code: settings, commands, keys and the API.

    make docs

tests/test_reference.py fails if a page differs from the code.
"""

from collections.abc import Iterator, Mapping
from dataclasses import MISSING, Field, fields
from pathlib import Path
from typing import Any

from showcase.cli import commands as cli
from showcase.cli.exit_codes import exit_code_meanings
from showcase.settings import Settings, environment_variable, setting_help
from showcase.web.video.shortcuts import shortcut_groups
from tools import api_reference
from tools.document_parts import fill

FOLDER = Path(__file__).resolve().parent.parent / "docs" / "reference"
# Columns of the help texts, whatever the width of the terminal.
WIDTH_CHARS = 80


def _default(entry: Field[Any]) -> str:
    if entry.default is MISSING:
        return setting_help(entry).default
    if entry.default is None:
        return "none"
    value = ", ".join(entry.default) if entry.name == "hosts" else str(entry.default)
    return f"`{value}`" if value else "none"


def settings() -> Iterator[str]:
    """A section for each setting."""
    for entry in fields(Settings):
        help_ = setting_help(entry)
        yield f"### `{environment_variable(entry)}`\n\n{help_.purpose}\n"
        yield f"* Takes {help_.accepts}.\n* Default: {_default(entry)}.\n"


def _help(name: str) -> str:
    settings = {**cli.main.context_settings, "terminal_width": WIDTH_CHARS}
    context = cli.main.context_class(cli.main, info_name="showcase", **settings)
    if name:
        command = cli.main.get_command(context, name)
        if command is None:
            raise KeyError(name)
        context = command.context_class(command, parent=context, info_name=name)
    return f"```text\n{context.get_help()}\n```"


def exit_codes() -> Iterator[str]:
    """A row for each exit code."""
    yield "| code | meaning |\n|---|---|"
    for code, meaning in exit_code_meanings().items():
        yield f"| {code.value} | {meaning} |"


def keys() -> Iterator[str]:
    """A table for each group of keys, in English."""
    for group in shortcut_groups(player=True, words=True):
        yield f"### {group.title}\n\n| keys | what they do |\n|---|---|"
        for key in group.shortcuts:
            yield f"| {' '.join(f'`{cap.label}`' for cap in key.caps)} | {key.action} |"
        yield ""


def pages() -> Mapping[str, Mapping[str, str]]:
    """The generated parts of each page, as Markdown, by file name and name of the part."""
    help_texts = {name: _help(name) for name in cli.COMMANDS}
    commands = {"showcase": _help(""), **help_texts, "exit codes": "\n".join(exit_codes())}
    return {
        "settings.md": {"settings": "\n".join(settings())},
        "commands.md": commands,
        "keyboard.md": {"keys": "\n".join(keys())},
        "api.md": api_reference.parts(),
    }


def main() -> None:
    """Write all pages."""
    for name, parts in pages().items():
        page = FOLDER / name
        page.write_text(fill(page.read_text("utf-8"), parts), "utf-8")


if __name__ == "__main__":
    main()
