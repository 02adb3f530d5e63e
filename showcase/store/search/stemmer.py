"""Stems of words, from the Snowball stemmers. No other module knows them."""

from collections.abc import Callable
from functools import lru_cache, partial

import Stemmer

# BCP 47 primary subtag to the name of a Snowball stemmer. Haitian Creole and Bengali have none: their words
# are only folded.
_STEMMERS = {
    "ar": "arabic", "ca": "catalan", "da": "danish", "de": "german", "el": "greek",
    "en": "english", "es": "spanish", "eu": "basque", "fi": "finnish", "fr": "french",
    "hi": "hindi", "hu": "hungarian", "hy": "armenian", "id": "indonesian", "it": "italian",
    "lt": "lithuanian", "nb": "norwegian", "ne": "nepali", "nl": "dutch", "no": "norwegian",
    "pt": "portuguese", "ro": "romanian", "ru": "russian", "sv": "swedish", "ta": "tamil",
    "tr": "turkish",
}  # fmt: skip


def stem_function(language: str) -> Callable[[str], str]:
    """The function that turns a folded word of a language into its stem.

    Args:
        language: BCP 47 tag.

    Returns:
        The function; for a language without a stemmer, one that returns "", which means no stem.
    """
    name = _STEMMERS.get(language.partition("-")[0].lower())
    return partial(_stem, name) if name else _no_stem


def _no_stem(_word: str) -> str:
    return ""


# Talks repeat their words; one from the cache takes a fifth of the time.
@lru_cache(maxsize=50_000)
def _stem(name: str, word: str) -> str:
    # A stemmer has state while it works, so threads must not share one. A new one for each word is as fast as
    # one for each thread.
    try:
        return str(Stemmer.Stemmer(name, 0).stemWord(word))
    except UnicodeEncodeError:
        # A lone surrogate cannot be encoded as UTF-8, which the stemmers read.
        return word
