"""The sentences of our scripts in the languages of the page: one script a language, js/i18n/es.js."""

import json
from collections.abc import Iterator

from showcase.web.locales import FALLBACK, LOCALES, Sentence, own_digits, script_sentences

OURS = "0123456789"


def script_catalogs() -> Iterator[tuple[str, bytes]]:
    """A script for every language but English, by its path in the static folder."""
    for tag in LOCALES:
        if tag != FALLBACK:
            said = json.dumps(_catalog(tag), ensure_ascii=False, separators=(",", ":"))
            yield f"js/i18n/{tag}.js", f"globalThis.showcaseCatalog = {said};\n".encode()


def _catalog(tag: str) -> dict[str, Sentence]:
    """Its sentences; a language with digits of its own brings them along, by those of English."""
    digits = {} if own_digits(tag) == OURS else {OURS: own_digits(tag)}
    return {**digits, **dict(script_sentences(tag))}
