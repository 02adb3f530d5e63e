"""The sentences of our scripts in the languages of the page: one script a language, js/i18n/es.js."""

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
    """A script for every language but English, by its path in the static folder."""
    for tag in LOCALES:
        if tag != DEFAULT_LOCALE:
            said = json.dumps(_script_catalog(tag), ensure_ascii=False, separators=(",", ":"))
            yield f"js/i18n/{tag}.js", f"globalThis.showcaseCatalog = {said};\n".encode()


def _script_catalog(tag: str) -> dict[str, Message]:
    """Its sentences; a language with digits of its own brings them along, by those of English."""
    digits = {} if locale_digits(tag) == ASCII_DIGITS else {ASCII_DIGITS: locale_digits(tag)}
    return {**digits, **dict(script_messages(tag))}
