"""Cues that hold a part of a word, as whisper.cpp writes them: a space before the text begins a word."""

from collections.abc import Sequence

from showcase.store.captions.parsed_file import ParsedCue

# A few cues that begin with a space are a habit of typing.
_MIN_SPACED_SHARE = 0.3
_MIN_SPACED_CUES = 3


def find_word_rests(cues: Sequence[ParsedCue], lines: Sequence[str]) -> frozenset[int]:
    """The lines of cues that go on with the word of the cue before.

    Args:
        cues: of a file.
        lines: the whole file.

    Returns:
        Empty for a file whose words do not begin with spaces.
    """
    short = [cue.line for cue in cues if cue.text.text and " " not in cue.text.text]
    spaced = [line for line in short if line < len(lines) and lines[line].startswith(" ")]
    if len(spaced) < max(_MIN_SPACED_CUES, _MIN_SPACED_SHARE * len(cues)):
        return frozenset()
    return frozenset(short) - frozenset(spaced)
