"""Signs that a machine wrote captions: needed where a video has two files of one language."""

import re
from collections.abc import Iterable, Sequence
from itertools import islice

from showcase.core.captions.cues import Cue

# YouTube's automatic captions give each word but the first of a line its time: `<00:00:01.520><c> word</c>`.
_TIMED_WORD = re.compile(r"\d><c[.\w]{0,40}>[^<]*</c>")
_SENTENCE_MARK = re.compile(r"[.?!,;:…]")
# Below this nothing can be told: a person writes short captions without marks, too.
_MIN_WORDS = 50
# Of a script without spaces between words.
_MIN_CHARS = 250
# A person ends a sentence, or pauses in one, more often than every hundredth word.
_MAX_MARKS_A_WORD = 0.01
# A habit shows within minutes of speech.
_SAMPLE_CHARS = 20_000
# Machines write Latin, Cyrillic or Greek in small letters; scripts without them often have no marks at all.
_MIN_CASED_SHARE = 0.8


def looks_automatic(text: str, cues: Sequence[Cue]) -> bool:
    """Do captions look like a machine's? They have YouTube's timed words, or sentences without any marks.

    Args:
        text: the whole file.
        cues: that were read from it.
    """
    timed_words = sum(1 for _ in _TIMED_WORD.finditer(text)) if "><c" in text else 0
    if timed_words > len(cues):
        words = sum(len(cue.text.split()) for cue in cues)
        if timed_words > min(_MIN_WORDS, words // 2):
            return True
    return _has_no_marks(cue.text for cue in islice(cues, _SAMPLE_CHARS))


def is_enough_to_tell(cues: Sequence[Cue]) -> bool:
    """Are captions long enough for `looks_automatic` to tell from their marks who wrote them?"""
    # Each cue has a word or a character at least, so the first few tell.
    told = cues[:_MIN_CHARS]
    words = sum(len(cue.text.split()) for cue in told)
    return words >= _MIN_WORDS or sum(len(cue.text) for cue in told) >= _MIN_CHARS


def _has_no_marks(texts: Iterable[str]) -> bool:
    spoken = " ".join(texts)[:_SAMPLE_CHARS]
    words = spoken.split()
    letters = [char for char in spoken if char.isalpha()]
    if len(words) < _MIN_WORDS or not letters:
        return False
    cased = sum(char.islower() or char.isupper() for char in letters)
    marks = len(_SENTENCE_MARK.findall(spoken))
    return cased >= _MIN_CASED_SHARE * len(letters) and marks <= _MAX_MARKS_A_WORD * len(words)
