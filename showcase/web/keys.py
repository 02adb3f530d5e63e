"""The keys of a page with a video, as its list says them; what they do is in static/js/page/shortcuts.js."""

from typing import NamedTuple

from showcase.web.locales import t


class Cap(NamedTuple):
    """A key: as browsers name it (UI Events, `KeyboardEvent.key`), and as it is printed on keyboards."""

    key: str
    label: str


class Key(NamedTuple):
    """Keys that do a thing, and what that is."""

    caps: tuple[Cap, ...]
    does: str


class Group(NamedTuple):
    """Keys that belong together."""

    title: str
    keys: tuple[Key, ...]


def key_groups(*, player: bool, words: bool) -> list[Group]:
    """What keys do on a page with a player, with words, or with both."""
    groups = []
    if player:
        groups.append(Group(t("Video"), _of_player()))
    if words:
        groups += [Group(t("Words"), _of_words()), Group(t("Search"), _of_search())]
    return [*groups, Group(t("Help"), (_key(t("This list"), "?"),))]


def _of_player() -> tuple[Key, ...]:
    return (
        _key(t("Play or pause"), " ", "k"),
        _key(t("10 seconds back or ahead"), "j", "l"),
        _key(t("5 seconds back or ahead, with the focus in the player"), "ArrowLeft", "ArrowRight"),
        _key(t("One frame back or ahead, while paused"), ",", "."),
        _key(t("Slower or faster"), "<", ">"),
        _key(t("Captions on or off"), "c"),
        _key(t("Sound on or off"), "m"),
        _key(t("Full screen on or off"), "f"),
    )


def _of_words() -> tuple[Key, ...]:
    return (
        _key(t("The line before or after"), "ArrowUp", "ArrowDown"),
        _key(t("The first or the last line"), "Home", "End"),
        _key(t("Play from the line"), "Enter"),
        _key(t("Share the passage of the line"), "s"),
        _key(t("Select the word before or after"), "ArrowLeft", "ArrowRight"),
        _key(
            t("Select more words, or fewer, to share them"), "Shift+ArrowLeft", "Shift+ArrowRight"
        ),
    )


def _of_search() -> tuple[Key, ...]:
    return (
        _key(t("To the search field"), "/"),
        _key(t("The next match or the one before"), "n", "N"),
        _key(t("The same from the search field"), "Enter", "Shift+Enter"),
        _key(t("Clear the search field"), "Escape"),
    )


def _key(does: str, *names: str) -> Key:
    return Key(tuple(Cap(name, _label(name)) for name in names), does)


def _label(name: str) -> str:
    """What stands on a key: of letters the capital, as on most keyboards; "N" is Shift and that key."""
    printed = {
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
        return f"{t('Shift')} {_label(name.removeprefix('Shift+'))}"
    return printed.get(name) or name.upper()
