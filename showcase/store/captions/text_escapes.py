"""Escapes in the text of cues that do not belong there: of SubStation Alpha, of SBV, or done once too often.

They are looked for in a whole file first, so that a file without them costs nothing.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from html import unescape

from showcase.store.captions.cue_blocks import CueBlock
from showcase.store.captions.findings import Finding, Findings

# Style overrides of SubStation Alpha, which are also found in SubRip files ({\an8}, {\i1}), and those of
# MicroDVD ({y:i}, {c:$0000ff}).
_OVERRIDE = re.compile(r"\{\\[^{}]*\}|\{[yYcCfFsSPHo]:[^{}\s]*\}")
_SBV_LINE_BREAK = re.compile(r"\[br\]", re.IGNORECASE)
# SubStation Alpha's line break \N, and \n and \h behind a word, as in "one\ntwo". In "C:\news" and "\nabla"
# they are letters.
_PATH = r"[A-Za-z]:\\\S*|\\\\\S*"
# A slip of the finger: "nothing can \happen". Nobody writes a space that does not break after another space.
_SLIP = r"(?<=\w )\\h[a-z]{2,}"
_BACKSLASH_ESCAPE = re.compile(
    rf"{_PATH}|{_SLIP}|(?P<line>\\N|(?<=[^\s\\])\\n)|(?P<space>(?:\\h)+)"
)
_AMPERSAND = re.compile(
    "&(?:amp;)?(?:(?P<reference>[A-Za-z]{2,8}|#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6});)?"
)
# The references that programs write; "&copy;" in a text about HTML is none of them.
_WRITTEN_REFERENCE = re.compile("amp|lt|gt|quot|apos|nbsp|lrm|rlm|#.*")
_ESCAPED_TAG = re.compile(
    r"&lt;(/?)(?:[ibu]|em|strong|font|c|v)(?:[ .](?:(?!&[lg]t;).){0,80})?&gt;", re.IGNORECASE
)
_TAG = re.compile(r"<(?:/?[A-Za-z.]|\d)")


@dataclass(frozen=True, slots=True)
class TextEscapes:
    """Which escapes a file has to be rid of.

    Attributes:
        substation: braces or backslashes of SubStation Alpha may be in it.
        sbv: line breaks are written "[br]".
        twice: its character references are escaped: "&amp;gt;" for "&gt;".
        tags: its tags are escaped: "&lt;i&gt;" for "<i>".
    """

    substation: bool = False
    sbv: bool = False
    twice: bool = False
    tags: bool = False

    def clean(self, text: str) -> str:
        """The text of a cue as it should have been written."""
        if self.substation:
            text = _BACKSLASH_ESCAPE.sub(_decode_backslash, _OVERRIDE.sub("", text))
        if self.sbv:
            text = _SBV_LINE_BREAK.sub("\n", text)
        if self.twice:
            text = text.replace("&amp;", "&")
        if self.tags:
            text = _ESCAPED_TAG.sub(lambda tag: unescape(tag[0]), text)
        return text


def clean_escapes(blocks: Sequence[CueBlock], notes: Findings, *, sbv: bool) -> Sequence[CueBlock]:
    """The cues of a file without escapes that do not belong there.

    Args:
        blocks: all of its cues.
        notes: what was decoded is appended.
        sbv: True for a file of SBV.
    """
    escapes = _find_escapes(blocks, sbv=sbv)
    if escapes == TextEscapes():
        return blocks
    cleaned = [block._replace(raw_text=escapes.clean(block.raw_text)) for block in blocks]
    if escapes.twice or escapes.tags:
        _note_escaped_twice(blocks, cleaned, notes)
    return cleaned


def find_double_escapes(texts: Sequence[str]) -> TextEscapes:
    """Which of the escapes in the texts of a file's cues were done once too often."""
    escaped = [text for text in texts if "&" in text]
    return TextEscapes(twice=_is_escaped_twice(escaped), tags=_has_escaped_tags(escaped, texts))


def _find_escapes(blocks: Sequence[CueBlock], *, sbv: bool) -> TextEscapes:
    texts = [block.raw_text for block in blocks]
    substation = any("\\" in text or "{" in text for text in texts)
    return replace(find_double_escapes(texts), substation=substation, sbv=sbv)


def _is_escaped_twice(texts: Sequence[str]) -> bool:
    """Is every "&" of a file the first of "&amp;gt;", "&amp;#39;", "&amp;amp;"?"""
    found = [sign for text in texts for sign in _AMPERSAND.finditer(text)]
    return bool(found) and all(
        sign[0].startswith("&amp;") and _WRITTEN_REFERENCE.fullmatch(sign["reference"] or "")
        for sign in found
    )


def _has_escaped_tags(escaped: Sequence[str], texts: Sequence[str]) -> bool:
    """Are tags escaped, in pairs, in a file that has no others?"""
    tags = [tag for text in escaped for tag in _ESCAPED_TAG.finditer(text.replace("&amp;", "&"))]
    closing = sum(tag[1] == "/" for tag in tags)
    return 0 < closing * 2 == len(tags) and not any(_TAG.search(text) for text in texts)


def _note_escaped_twice(
    before: Sequence[CueBlock], after: Sequence[CueBlock], notes: Findings
) -> None:
    changed = [
        old.line for old, new in zip(before, after, strict=True) if old.raw_text != new.raw_text
    ]
    more = f", here and in {len(changed) - 1} other cues" if len(changed) > 1 else ""
    message = f"signs are escaped once too often (&amp;gt; for &gt;){more}; they were decoded"
    notes.append(Finding(changed[0], "escaped-twice", message, "escape them once"))


def _decode_backslash(escape: re.Match[str]) -> str:
    if escape["line"]:
        return "\n"
    return " " if escape["space"] else escape[0]
