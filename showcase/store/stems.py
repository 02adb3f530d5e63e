"""Stems: the one module that knows the Snowball stemmers."""

import threading
from collections.abc import Callable
from functools import lru_cache, partial
from typing import Any

import snowballstemmer

# BCP 47 primary subtags to the stemmer's name. Haitian Creole and Bengali have none: they are folded only.
_STEMMERS = {
    "ar": "arabic", "ca": "catalan", "da": "danish", "de": "german", "el": "greek",
    "en": "english", "es": "spanish", "eu": "basque", "fi": "finnish", "fr": "french",
    "hi": "hindi", "hu": "hungarian", "hy": "armenian", "id": "indonesian", "it": "italian",
    "lt": "lithuanian", "ne": "nepali", "nl": "dutch", "no": "norwegian", "pt": "portuguese",
    "ro": "romanian", "ru": "russian", "sv": "swedish", "ta": "tamil", "tr": "turkish",
}  # fmt: skip

# A stemmer keeps the word it works on in itself, so each thread has its own.
_own = threading.local()


def stem_function(language: str) -> Callable[[str], str]:
    """What turns a folded word into its stem.

    Args:
        language: BCP 47 tag.

    Returns:
        A function; for a language without a stemmer, of a word it gives "": nothing is alike.
    """
    name = _STEMMERS.get(language.partition("-")[0].lower())
    return partial(_stem, name) if name else _no_stem


def _no_stem(_word: str) -> str:
    return ""


@lru_cache(maxsize=200_000)
def _stem(name: str, word: str) -> str:
    stemmers: dict[str, Any] = _own.__dict__.setdefault("stemmers", {})
    if name not in stemmers:
        stemmers[name] = snowballstemmer.stemmer(name)
    return str(stemmers[name].stemWord(word))
