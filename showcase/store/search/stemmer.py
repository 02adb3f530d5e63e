"""Stems: the one module that knows the Snowball stemmers."""

from collections.abc import Callable
from functools import lru_cache, partial

import Stemmer

# BCP 47 primary subtags to the stemmer's name. Haitian Creole and Bengali have none: they are folded only.
_STEMMERS = {
    "ar": "arabic", "ca": "catalan", "da": "danish", "de": "german", "el": "greek",
    "en": "english", "es": "spanish", "eu": "basque", "fi": "finnish", "fr": "french",
    "hi": "hindi", "hu": "hungarian", "hy": "armenian", "id": "indonesian", "it": "italian",
    "lt": "lithuanian", "nb": "norwegian", "ne": "nepali", "nl": "dutch", "no": "norwegian",
    "pt": "portuguese", "ro": "romanian", "ru": "russian", "sv": "swedish", "ta": "tamil",
    "tr": "turkish",
}  # fmt: skip


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


# The words of a talk are few and come back: from here one takes a fifth of the time.
@lru_cache(maxsize=50_000)
def _stem(name: str, word: str) -> str:
    # A stemmer keeps the word it works on in itself, and threads must not share one. A new one for each
    # word is as fast as one for each thread.
    try:
        return str(Stemmer.Stemmer(name, 0).stemWord(word))
    except UnicodeEncodeError:
        # Half a surrogate pair cannot be said in UTF-8, so no stemmer knows it.
        return word
