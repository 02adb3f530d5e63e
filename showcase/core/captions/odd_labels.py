"""What is written like a label and is no name: "rosa@example.org:", "Rosa?:", "user 12:", "2:", "<Zed>".

In a file that names its speakers, somebody else may begin to speak there. Sentences with a colon in them must
not be taken for it: "Here is what happened: they came", "10:30", "My mother always said: no".
"""

import re

from showcase.core.captions.everyday_words import COMMON_WORDS
from showcase.core.captions.known_names import is_known_name
from showcase.core.captions.label_reader import LabelReader
from showcase.core.captions.label_words import LABEL_WORDS, PHRASE_STARTS, SPEECH_VERBS
from showcase.core.captions.letter_case import begins_small, has_case, is_small
from showcase.core.captions.role_words import ABBREVIATIONS, NAME_PARTICLES, ROLES

_SHAPE = re.compile(r"(?P<label>\S(?:[^\n]{0,59}?\S)??)\s*(?:[:∶﹕꞉](?=\s|$)|：|>>(?=\s))\s*")
_WINGED = re.compile(r"[{‹<](?P<label>[^{}‹›<>\n]{1,40})[}›>]\s?:?\s+(?=\S)")
_BRACKETED = re.compile(r"[\[(（【［][^\[\]()（）【】［］\n]*[\])）】］]")
# "2", "#2", "???": nobody has such a name, but a speaker may have such a number.
_NUMBER = re.compile(r"[#№]?\d{1,2}|\?{1,3}")
_SENTENCE_END = re.compile(r"(?P<last>[^\s.!?…。！？]*)[.!?…。！？][\"”»)]*\s")
_NUMBER_FIRST = re.compile(r"\d{1,2}[.)]\s+")
_SIGN = re.compile(r"[^\w\s.,'’ʼ&/()-]|\d")
_APOSTROPHE = re.compile("['’ʼ]")
_INNER_PERIOD = re.compile(r"\w\.\w{2}")
_SIGNS_AROUND = " \"'“”„«»‹›‘’*_~•·#@!?¿¡()[]{}<>.,;|-–—"
_SMALL_WORDS_OF_NAMES = NAME_PARTICLES | {"for", "in", "at", "from", "on", "with"}
_MAX_WORDS = 6
_MAX_SMALL_WORDS = 2


def find_odd_label(text: str, labels: LabelReader) -> str:
    """Words before a colon that may be of somebody, though they are no name; "" in a sentence.

    Args:
        text: a line without a label that can be read.
        labels: knows which words are no speakers.
    """
    found = _WINGED.match(text) or _SHAPE.match(text)
    if found is None:
        return ""
    label = found["label"]
    if labels.is_words(label) or _BRACKETED.match(label):
        return ""
    if _NUMBER.fullmatch(label):
        return label
    goes_on = begins_small(text[found.end() :])
    return label if _is_of_somebody(_NUMBER_FIRST.sub("", label), goes_on=goes_on) else ""


def _is_of_somebody(label: str, *, goes_on: bool) -> bool:
    if not has_case(label) or _has_sentence_end(label):
        return False
    words = [bare for word in label.split() if (bare := word.strip(_SIGNS_AROUND))]
    folded = [word.casefold() for word in words]
    if not words or _is_sentence(words, folded):
        return False
    counted = [word for word in words if word.casefold() not in _SMALL_WORDS_OF_NAMES]
    if not 0 < len(counted) <= _MAX_WORDS:
        return False
    small = [word for word in counted if is_small(word)]
    if not small or (_has_sign(label) and not is_small(words[0])):
        return True
    if len(words) == 1:
        return _has_sign(label)
    about_somebody = is_known_name(folded[0]) or folded[0] in ROLES
    named = not any(map(is_small, words[:2]))
    short = len(words) <= _MAX_SMALL_WORDS and (_has_sign(label) or not goes_on)
    return about_somebody or named or short


def _has_sentence_end(label: str) -> bool:
    ends = (found["last"].casefold() for found in _SENTENCE_END.finditer(label))
    return any(len(last) > 1 and last not in ABBREVIATIONS for last in ends)


def _is_sentence(words: list[str], folded: list[str]) -> bool:
    """True where the first or the last word says so, or all are words of texts."""
    # "That’s" begins like "that".
    first = _APOSTROPHE.split(folded[0])[0] or folded[0]
    goes_on_small = len(words) == 1 or any(map(is_small, words[1:]))
    starts = first in PHRASE_STARTS or (first in LABEL_WORDS and goes_on_small)
    return starts or folded[-1] in SPEECH_VERBS or all(map(_is_in_texts, folded))


def _is_in_texts(word: str) -> bool:
    return any(word in words for words in (LABEL_WORDS, PHRASE_STARTS, COMMON_WORDS))


def _has_sign(label: str) -> bool:
    """True for "Rosa Field @ CIW", "user 12" and "rosa.field"."""
    return _SIGN.search(label) is not None or _INNER_PERIOD.search(label) is not None
