"""Whether a text is in the language that its tag says, by its function words and its script.

Not every language is known here, and nothing is said where there is doubt: of a mixed text, a short one, or
one in a language that is like that of the tag.
"""

from collections import Counter
from itertools import islice

import regex

from showcase.core.text.function_words import ALIKE, FUNCTION_WORDS
from showcase.core.text.languages import likely_script

_WORD = regex.compile(r"[\p{L}\p{M}]+(?:['’][\p{L}\p{M}]+)*")
# So many words of a text are enough, and so many are needed.
_MAX_WORDS = 2_000
_MIN_WORDS = 30
# Half of what people say is function words; a third of these lists' is certain.
_MIN_SHARE = 0.15
# For a language whose function words are not known here.
_MIN_SHARE_OF_UNKNOWN = 0.3
# Words of the tag's language for each of the other's: a name, a title that is quoted.
_MAX_OWN_SHARE = 0.12
# Scripts that tell a language apart (ISO 15924).
_SCRIPTS = {
    "Latn": r"\p{Latin}", "Cyrl": r"\p{Cyrillic}", "Grek": r"\p{Greek}", "Arab": r"\p{Arabic}",
    "Hebr": r"\p{Hebrew}", "Deva": r"\p{Devanagari}", "Beng": r"\p{Bengali}", "Thai": r"\p{Thai}",
    "Hani": r"\p{Han}", "Kana": r"[\p{Hiragana}\p{Katakana}]", "Hang": r"\p{Hangul}",
}  # fmt: skip
_MIN_SCRIPT_SHARE = 0.95
_MIN_LETTERS = 100
_MAX_LETTERS = 20_000


def other_language(text: str, tag: str) -> str | None:
    """The language that a text is in, where that is beyond doubt another one than its tag says.

    Args:
        text: what is said.
        tag: BCP 47.

    Returns:
        A primary subtag; None where the tag is right, or may be.
    """
    own = tag.partition("-")[0].lower()
    words = [
        found[0].lower().replace("’", "'") for found in islice(_WORD.finditer(text), _MAX_WORDS)
    ]
    if len(words) < _MIN_WORDS:
        return None
    counts = Counter(words)
    shares = {
        language: sum(counts[word] for word in known) / len(words)
        for language, known in FUNCTION_WORDS.items()
    }
    best = max(shares, key=lambda language: shares[language])
    if best == own or any({best, own} <= alike for alike in ALIKE):
        return None
    return best if _is_other(counts, len(words), own, best, tag) else None


def _is_other(counts: Counter[str], total: int, own: str, other: str, tag: str) -> bool:
    known = FUNCTION_WORDS.get(own)
    if known is None:
        latin = likely_script(tag) == "Latn"
        least = _MIN_SHARE_OF_UNKNOWN if latin else _MIN_SHARE
        share = sum(counts[word] for word in FUNCTION_WORDS[other]) / total
        return share >= least and (other == "en" or not latin)
    only_other = sum(counts[word] for word in FUNCTION_WORDS[other] - known)
    only_own = sum(counts[word] for word in known - FUNCTION_WORDS[other])
    return only_other >= _MIN_SHARE * total and only_own <= _MAX_OWN_SHARE * only_other


def other_script(text: str, tag: str) -> str | None:
    """The script that a text is in, where its language is written in Latin letters and the text is not.

    Returns:
        An ISO 15924 code ("Cyrl"); None where the tag is right, or may be.
    """
    if likely_script(tag) != "Latn":
        return None
    text = text[:_MAX_LETTERS]
    counts = {script: len(regex.findall(pattern, text)) for script, pattern in _SCRIPTS.items()}
    best = max(counts, key=lambda script: counts[script])
    total = sum(counts.values())
    sure = total >= _MIN_LETTERS and counts[best] >= _MIN_SCRIPT_SHARE * total
    return best if sure and best != "Latn" else None
