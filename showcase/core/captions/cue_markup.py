"""The markup of a cue: its tags, voices, character references, timestamp tags and readings.

The rules are those of WebVTT sections 6.4 and 6.5 (cue text tokenizer, DOM construction), with one
difference: a `<` that cannot start a tag, or that is never closed, is text. The standard drops
everything after it ("a < b", "I <3 you", "if x <y"), and words must not be lost.
"""

import re
from dataclasses import dataclass, field
from html import unescape

from showcase.core.captions.known_names import WORD_NAMES, is_known_name
from showcase.core.captions.sound_words import SOUND_WORDS
from showcase.core.text.unseen_characters import remove_unseen
from showcase.core.timing.timecodes import parse_time

_TAG = re.compile(
    r"<(?:"
    r"/(?P<end>[^<>]*)"
    r"|(?P<time>\d+:[\d:.,]*)\s*"
    r"|(?=[A-Za-z.])(?P<name>[^\s.<>]*)(?:\.[^\s.<>]*)*(?:\s(?P<annotation>[^<>]*))?"
    r")>"
    # A tag that is cut off by the end of the cue, where it cannot be words.
    r"|<(?:/|[bciuv]\.|lang\.|ruby\.|rt\.)[^\s<>]*\Z"
)
# The tags of WebVTT, and those of HTML that are common in SubRip files.
_KNOWN_TAGS = frozenset({
    "b", "c", "i", "u", "v", "lang", "ruby", "rt", "rp", "rb", "rtc", "font", "span", "p", "br", "s", "em",
    "strong", "big", "small", "div", "a",
})  # fmt: skip
_NAME = re.compile(r"[A-Z][^<>=/.:]{0,39}")
_END_NAME = re.compile(r"</([^\s<>]*)")
# Blanks and dashes before a name at the start of a line.
_MAX_INDENT_CHARS = 80
_WORDS_AFTER = re.compile(r":?[ \t]+[^\s<]")
_RUBY_TAGS = frozenset({"ruby", "rt", "rp"})
# More digits than any character needs: Python refuses to parse very long numbers.
_HUGE_REFERENCE = re.compile(r"&#(?:0*[1-9]\d{7,}|[xX]0*[1-9A-Fa-f][0-9A-Fa-f]{6,});?")


@dataclass(slots=True)
class CueMarkup:
    """The text of a cue without its tags, and what the tags say of it.

    Attributes:
        chunks: (text, voice, whether a `<v>` tag of this cue decides the voice), in order.
        timestamps: (character of all the text, milliseconds).
        open_voices: those whose `<v>` is not closed, the last one inside the others.
        unknown: names of tags that no standard has.
        ruby: (first character, character after the last, reading) of all the text.
        base_start: where the part begins that the next `<rt>` gives the reading of; None outside of `<ruby>`.
        reading: the chunks of an `<rt>` that is open; None where none is.
        length: of the text so far.
        tagged: True behind a `<v>`.
    """

    chunks: list[tuple[str, str | None, bool]] = field(default_factory=list)
    timestamps: list[tuple[int, int]] = field(default_factory=list)
    open_voices: list[str | None] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)
    ruby: list[tuple[int, int, str]] = field(default_factory=list)
    base_start: int | None = None
    reading: list[str] | None = None
    length: int = 0
    tagged: bool = False

    def add_text(self, raw: str) -> None:
        """Add text between tags, with its character references."""
        text = remove_unseen(decode_entities(raw))
        if self.reading is not None:
            self.reading.append(text)
            return
        self.chunks.append((text, self.open_voices[-1] if self.open_voices else None, self.tagged))
        self.length += len(text)

    def add_tag(self, tag: re.Match[str]) -> None:
        """Add what a tag says: a match of `_TAG`."""
        if tag["time"]:
            self._add_timestamp(tag["time"])
        elif tag["name"]:
            self._start_tag(tag["name"].lower(), tag["annotation"] or "")
        else:
            self._end_tag((tag["end"] or "").strip().lower())

    def end(self) -> None:
        """The cue ends. A reading that nothing has closed may be words, so it is kept as words."""
        if self.reading is not None:
            words, self.reading = self.reading, None
            for text in words:
                self.add_text(text)

    def _add_timestamp(self, time: str) -> None:
        ms = parse_time(time.replace(",", "."))
        if ms is not None:
            self.timestamps.append((self.length, ms))

    def _start_tag(self, name: str, annotation: str) -> None:
        if name == "v":
            voice = remove_unseen(decode_entities(annotation))
            self.open_voices.append(" ".join(voice.split()) or None)
            self.tagged = True
        elif name == "br" or name.startswith("br/"):
            self.add_text("\n")
        elif name in _RUBY_TAGS:
            self._start_ruby_tag(name)
        elif name not in _KNOWN_TAGS:
            self.unknown.append(name)

    def _start_ruby_tag(self, name: str) -> None:
        self._end_reading()
        if name == "ruby":
            self.base_start = self.length
        elif self.base_start is not None and name in ("rt", "rp"):
            self.reading = []

    def _end_tag(self, name: str) -> None:
        if name == "v" and self.open_voices:
            self.open_voices.pop()
        elif name == "rp":
            # Brackets for programs that do not know ruby.
            self.reading = None
        elif name in _RUBY_TAGS:
            self._end_reading()
            if name == "ruby":
                self.base_start = None

    def _end_reading(self) -> None:
        """Give the part before an `<rt>` its reading; the next part begins behind it."""
        if self.reading is None or self.base_start is None:
            return
        reading = " ".join("".join(self.reading).split())
        if reading and self.base_start < self.length:
            self.ruby.append((self.base_start, self.length, reading))
        self.base_start, self.reading = self.length, None


def decode_entities(text: str) -> str:
    """Decode character references as HTML does: "&amp;", "&nbsp;", "&#233;"."""
    return unescape(_HUGE_REFERENCE.sub("\ufffd", text)) if "&" in text else text


def _may_be_name(raw: str, tag: re.Match[str], ended: frozenset[str]) -> bool:
    """True for "<Rosa> Did it come?" and "<rosa>Yes": a name, as in logs of chats, and no tag that is known.

    Args:
        raw: the text of a cue.
        tag: a tag in it.
        ended: names of its end tags, in small letters.
    """
    written = tag[0][1:-1]
    if is_known_name(written) and written not in WORD_NAMES:
        return written not in ended and _begins_line(raw, tag)
    if not _NAME.fullmatch(written):
        return False
    words = written.lower().split()
    if words[0] in _KNOWN_TAGS or not SOUND_WORDS.isdisjoint(words):
        return False
    followed = _WORDS_AFTER.match(raw, tag.end()) is not None
    return _begins_line(raw, tag) and followed and words[0] not in ended


def _begins_line(raw: str, tag: re.Match[str]) -> bool:
    before = raw[max(tag.start() - _MAX_INDENT_CHARS, 0) : tag.start()]
    return not before.rpartition("\n")[2].strip(" \t>-")


def parse_markup(raw: str) -> CueMarkup:
    """Part the text of a cue from its tags.

    Args:
        raw: as in the file, lines separated by line feeds.
    """
    markup = CueMarkup()
    ended = frozenset(_END_NAME.findall(raw.lower())) if "</" in raw else frozenset[str]()
    at = 0
    for tag in _TAG.finditer(raw) if "<" in raw else ():
        if at < tag.start():
            markup.add_text(raw[at : tag.start()])
        if _may_be_name(raw, tag, ended):
            markup.add_text(tag[0])
        else:
            markup.add_tag(tag)
        at = tag.end()
    markup.add_text(raw[at:])
    markup.end()
    return markup
