"""The list of keyboard shortcuts on a video's page; static/js/page/shortcuts.js carries them out."""

from typing import NamedTuple

from showcase.web.i18n.catalogs import t


class KeyCap(NamedTuple):
    """A key: its name in browsers (UI Events, `KeyboardEvent.key`), and its label on keyboards."""

    key: str
    label: str


class Shortcut(NamedTuple):
    """The keys that do one thing, and what that is."""

    caps: tuple[KeyCap, ...]
    action: str


class ShortcutGroup(NamedTuple):
    """A titled part of the list."""

    title: str
    shortcuts: tuple[Shortcut, ...]


def shortcut_groups(*, player: bool, words: bool, lines: bool = True) -> list[ShortcutGroup]:
    """The list for a page.

    Args:
        player: whether there is one.
        words: whether there is a transcript.
        lines: whether its lines lead to moments, so that keys go from line to line.
    """
    groups = []
    if player:
        groups.append(ShortcutGroup(t("Video"), _player_shortcuts()))
    if words and lines:
        groups.append(ShortcutGroup(t("Words"), _transcript_shortcuts()))
    if words:
        groups.append(ShortcutGroup(t("Search"), _search_shortcuts()))
    return [*groups, ShortcutGroup(t("Help"), (_shortcut(t("This list"), "?"),))]


def _player_shortcuts() -> tuple[Shortcut, ...]:
    return (
        _shortcut(t("Play or pause"), " ", "k"),
        _shortcut(t("10 seconds back or ahead"), "j", "l"),
        _shortcut(
            t("5 seconds back or ahead, with the focus in the player"), "ArrowLeft", "ArrowRight"
        ),
        _shortcut(t("One frame back or ahead, while paused"), ",", "."),
        _shortcut(t("Slower or faster"), "<", ">"),
        _shortcut(t("Captions on or off"), "c"),
        _shortcut(t("Sound on or off"), "m"),
        _shortcut(t("Full screen on or off"), "f"),
    )


def _transcript_shortcuts() -> tuple[Shortcut, ...]:
    return (
        _shortcut(t("The line before or after"), "ArrowUp", "ArrowDown"),
        _shortcut(t("The first or the last line"), "Home", "End"),
        _shortcut(t("Play from the line"), "Enter"),
        _shortcut(t("Share the passage of the line"), "s"),
        _shortcut(t("Select the word before or after"), "ArrowLeft", "ArrowRight"),
        _shortcut(
            t("Select more words, or fewer, to share them"), "Shift+ArrowLeft", "Shift+ArrowRight"
        ),
    )


def _search_shortcuts() -> tuple[Shortcut, ...]:
    return (
        _shortcut(t("To the search field"), "/"),
        _shortcut(t("The next match or the one before"), "n", "N"),
        _shortcut(t("The same from the search field"), "Enter", "Shift+Enter"),
        _shortcut(t("To the list of all matches"), "ArrowDown"),
        _shortcut(t("Clear the search field"), "Escape"),
    )


def _shortcut(action: str, *names: str) -> Shortcut:
    return Shortcut(tuple(KeyCap(name, _key_label(name)) for name in names), action)


def _key_label(name: str) -> str:
    """The label of a key: letters are capitals, as on most keyboards; "N" is Shift and that key."""
    labels = {
        " ": t("Space"),
        "ArrowLeft": "←",
        "ArrowRight": "→",
        "ArrowUp": "↑",
        "ArrowDown": "↓",
        "Home": t("Home"),
        "End": t("End"),
        "Enter": t("Enter"),
        "Escape": t("Esc"),
        "N": t("Shift") + " N",
    }
    if name.startswith("Shift+"):
        return f"{t('Shift')} {_key_label(name.removeprefix('Shift+'))}"
    return labels.get(name) or name.upper()
