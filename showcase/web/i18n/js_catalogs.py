"""The messages of the static scripts: a script for each language, as in js/i18n/es.js."""

import json
from collections.abc import Iterator

from showcase.web.i18n.catalogs import (
    DEFAULT_LOCALE,
    LOCALES,
    Message,
    locale_digits,
    script_messages,
)

ASCII_DIGITS = "0123456789"


def script_catalogs() -> Iterator[tuple[str, bytes]]:
    """The script of every language but English, with its path in the static folder."""
    for tag in LOCALES:
        if tag != DEFAULT_LOCALE:
            said = json.dumps(_script_catalog(tag), ensure_ascii=False, separators=(",", ":"))
            yield f"js/i18n/{tag}.js", f"globalThis.showcaseCatalog = {said};\n".encode()


def _script_catalog(tag: str) -> dict[str, Message]:
    """The messages of a language; one with digits of its own has these, too, as the message "0123456789"."""
    digits = {} if locale_digits(tag) == ASCII_DIGITS else {ASCII_DIGITS: locale_digits(tag)}
    return {**digits, **dict(script_messages(tag))}
