"""The language that words are in, by py3langid; it says nothing of short or mixed texts.

docs/decisions/0026-language-detector.md says why this library. It is loaded when it is first needed.
"""

from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

import regex

from showcase.core.intake.language_choice import ContentLanguage
from showcase.core.text.language_evidence import other_language
from showcase.core.text.language_tags import parse_language_tag
from showcase.core.text.languages import native_name

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

# The languages of our pages, those of many recordings, and the neighbors that could be taken for one of them.
CANDIDATES = (
    "af", "am", "ar", "az", "be", "bg", "bn", "br", "bs", "ca", "cs", "cy", "da", "de", "el", "en", "eo",
    "es", "et", "eu", "fa", "fi", "fr", "ga", "gcf", "gcr", "gl", "gu", "ha", "he", "hi", "hr", "ht", "hu",
    "hy", "id", "ig", "is", "it", "ja", "ka", "kk", "km", "kn", "ko", "ku", "la", "lo", "lt", "lv", "mg",
    "mk", "ml", "mr", "ms", "mt", "my", "ne", "nl", "nn", "no", "oc", "om", "pa", "pl", "ps", "pt", "qu",
    "ro", "ru", "rw", "si", "sk", "sl", "so", "sq", "sr", "st", "sv", "sw", "ta", "te", "tg", "th", "tl",
    "tr", "uk", "ur", "uz", "vi", "xh", "yo", "zh", "zu",
)  # fmt: skip
# So many letters are needed; of a longer text, the parts are looked at one by one.
MIN_LETTERS = 120
_PART_LETTERS = 400
_MAX_PARTS = 8
_MIN_PROBABILITY = 0.99
_LETTER = regex.compile(r"\p{L}")


def detect_language(texts: Sequence[str]) -> ContentLanguage:
    """The language of what is said.

    It is beyond doubt where every part of the text is in it with a probability of 99 %, and its function
    words do not tell of another one.

    Args:
        texts: what is said, piece by piece, without sounds and names.
    """
    parts = _split(texts)
    if not parts:
        return ContentLanguage()
    ranked = [_identifier().rank(part)[0] for part in parts]
    tags = sorted({parse_language_tag(tag) or tag for tag, _ in ranked})
    if len(tags) > 1:
        names = " and ".join(native_name(tag) for tag in tags[:3])
        return ContentLanguage("", reason=f"reads like {names} in different places")
    tag = tags[0]
    sure = all(share >= _MIN_PROBABILITY for _, share in ranked)
    if not sure or other_language("\n".join(texts), tag):
        reason = f"reads like {native_name(tag)} ({tag}), but not beyond doubt"
        return ContentLanguage(tag, reason=reason)
    return ContentLanguage(tag, is_certain=True, reason=f"reads like {native_name(tag)} ({tag})")


def _split(texts: Sequence[str]) -> list[str]:
    """Parts of some hundred letters, from the whole text; none where there are too few letters."""
    parts, open_part, letters = [], [], 0
    for text in texts:
        open_part.append(text)
        letters += len(_LETTER.findall(text))
        if letters >= _PART_LETTERS:
            parts.append(" ".join(open_part))
            open_part, letters = [], 0
    if letters >= MIN_LETTERS:
        parts.append(" ".join(open_part))
    step = max(1, len(parts) // _MAX_PARTS)
    return parts[::step]


@cache
def _identifier() -> "LanguageIdentifier":
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # noqa: PLC0415 - numpy and a model

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages(CANDIDATES)
    return identifier
