"""The text of SubStation Alpha: override tags, line breaks, drawings and karaoke times."""

import re
from dataclasses import dataclass, field

from showcase.store.captions.cue_drafts import escape_words, time_markup

# A brace that is never closed is text, as libass shows it.
_TOKEN = re.compile(r"\{(?P<block>[^{}]*)\}|\\(?P<escape>[Nnh{}])")
# \k, \K, \kf and \ko give a syllable's length in hundredths of a second; \kt gives its start.
_BLOCK_TAG = re.compile(r"\\(?:(?P<karaoke>kt|k[fo]?|K)(?P<length>\d{1,6})|p(?P<drawing>\d{1,2}))")
_MS_PER_KARAOKE_UNIT = 10
_ESCAPES = {"N": "\n", "n": "\n", "h": " ", "{": "{", "}": "}"}


@dataclass(slots=True)
class _SubstationText:
    """The text of an event while it is read.

    Attributes:
        start_ms: of the event.
        karaoke_ms: when the next syllable starts, from the start of the event.
        word_ms: when the next word starts, None when that is not said.
        is_drawing: in drawing mode, where the text is the outline of a shape.
    """

    start_ms: int
    pieces: list[str] = field(default_factory=list)
    last_char: str = ""
    karaoke_ms: int = 0
    word_ms: int | None = None
    is_drawing: bool = False
    has_drawing: bool = False

    def add_words(self, text: str) -> None:
        if not text:
            return
        if self.is_drawing:
            self.has_drawing = True
            return
        if self.word_ms is not None:
            if not self.last_char.strip():
                self.pieces.append(time_markup(self.word_ms))
            self.word_ms = None
        self.pieces.append(escape_words(text))
        self.last_char = text[-1]

    def add_block(self, block: str) -> None:
        for tag in _BLOCK_TAG.finditer(block):
            if tag["drawing"]:
                self.is_drawing = int(tag["drawing"]) > 0
            elif tag["karaoke"] == "kt":
                self.karaoke_ms = int(tag["length"]) * _MS_PER_KARAOKE_UNIT
            else:
                self.word_ms = self.start_ms + self.karaoke_ms
                self.karaoke_ms += int(tag["length"]) * _MS_PER_KARAOKE_UNIT


def substation_markup(text: str, start_ms: int) -> tuple[str, bool]:
    """The text of an event as WebVTT cue text.

    Args:
        text: as in the file, with override tags.
        start_ms: of the event; the times of its syllables count from there.

    Returns:
        The cue text, and True when drawings were left out of it.
    """
    read = _SubstationText(start_ms)
    at = 0
    for token in _TOKEN.finditer(text):
        read.add_words(text[at : token.start()])
        if token["escape"]:
            read.add_words(_ESCAPES[token["escape"]])
        else:
            read.add_block(token["block"])
        at = token.end()
    read.add_words(text[at:])
    return "".join(read.pieces), read.has_drawing
