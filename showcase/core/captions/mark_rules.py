"""Which marks count in a file: those that it uses as marks."""

import re
from collections.abc import Sequence
from typing import NamedTuple

CHEVRON = re.compile(r"(?:^|(?<=\s))(?:>>>?|> >|＞＞)\s*")
_QUESTIONS = frozenset("QA")
QUESTION = re.compile(r"([QA])[.)]\s+(?=\S)")
# One "A." may be of a list, or the end of a sentence: "Vitamin / A. and so on".
_MIN_QUESTIONS = 2


class MarkRules(NamedTuple):
    """Which marks count in a cue.

    Attributes:
        chevrons: `>>` does, also inside a line: the file uses it.
        dashes: a dash at the start of a line is a change of speaker.
        questions: "Q." and "A." at the start of a cue are labels: the file has several of both.
    """

    chevrons: bool = False
    dashes: bool = True
    questions: bool = False


NO_LEADS = MarkRules(chevrons=False, dashes=False)


def find_rules(texts: Sequence[str]) -> MarkRules:
    """The rules of a file.

    Args:
        texts: of its cues.
    """
    found = [
        match[1] for text in texts if text[:1] in _QUESTIONS and (match := QUESTION.match(text))
    ]
    questions = min(found.count("Q"), found.count("A")) >= _MIN_QUESTIONS
    return MarkRules(chevrons=any(map(_has_chevron, texts)), questions=questions)


def _has_chevron(text: str) -> bool:
    """True when a line of the text starts with `>>`."""
    return (">>" in text or "> >" in text or "＞＞" in text) and any(
        CHEVRON.match(line) for line in text.split("\n")
    )
