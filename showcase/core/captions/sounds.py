"""Sounds in the text of cues: "[applause]", "(laughs)", "♪♪"."""

import re

_BRACKETS = r"(?:\[[^\[\]]*\]|\([^()]*\)|（[^（）]*）|【[^【】]*】|［[^［］]*］|\{[^{}]*\})"
_MUSIC_NOTES = r"[\s♪♫♬#*]*"
_SOUND = re.compile(rf"{_MUSIC_NOTES}(?:{_BRACKETS}[\s♪♫♬#*.,;!-]*+)++|(?=.*[♪♫♬]){_MUSIC_NOTES}")
# "(Based on a true story.)" is text on the screen, not a sound.
_BRACKETED_SENTENCE = re.compile(r"\s*\((?:[^\s()]+\s+){3}[^()]*[.?]\s*\)\s*")


def is_sound(text: str) -> bool:
    """True for "[applause]", "(laughs)", "♪♪": brackets or notes and nothing else."""
    if text[:1].isalnum() or text[-1:].isalnum():
        return False
    return _SOUND.fullmatch(text) is not None and not _BRACKETED_SENTENCE.fullmatch(text)
