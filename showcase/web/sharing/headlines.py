"""Quotes and facts in one line: for titles, previews and lists of other sites."""

import regex

from showcase.core.catalog.localized import VideoTexts
from showcase.core.text.typography import between_marks, line_of_parts, line_of_words
from showcase.web.i18n.formatting import listing, written_date
from showcase.web.sharing.quotation import Quoted

# Less of the line than this, and it is cut within a word, or in a script that has no spaces.
_ENOUGH = 2 / 3
_TITLE_MOST = 120
_LEFT_AT_END = " ,;:.،؛、。–—-"


def cut(text: str, most: int) -> str:
    """At most that many characters of a text, cut behind a word (else behind a letter), with an ellipsis."""
    line = " ".join(text.split())
    if len(line) <= most:
        return line
    at = line.rfind(" ", 0, most)
    if at < most * _ENOUGH:
        letters = regex.finditer(r"\X", line)
        at = max(found.end() for found in letters if found.end() < most)
    return line[:at].rstrip(_LEFT_AT_END) + "…"


def quoted_line(texts: VideoTexts, quoted: Quoted, most: int) -> str:
    """The words, at most so many characters of them, and who says them: “so” — Rosa Field."""
    words = between_marks(cut(quoted.text, most), quoted.language)
    line = line_of_words(words, quoted.language)
    who = speaker(texts, quoted)
    return f"{line} — {line_of_parts(who)}" if who else line


def described(texts: VideoTexts, quoted: Quoted | None, most: int) -> str:
    """What is said of a video; of a moment, who speaks, for whom, in which video, of which date.

    Args:
        texts: the video for who reads it.
        quoted: the words of the moment, None for all of the video.
        most: characters.
    """
    if quoted is None:
        return cut(str(texts.summary or texts.title), most)
    parts = (
        speaker(texts, quoted),
        str(texts.organization(quoted.organization)),
        cut(str(texts.title), _TITLE_MOST),
        written_date(texts.video.date),
    )
    return cut(line_of_parts(*(part for part in parts if part)), most)


def speaker(texts: VideoTexts, quoted: Quoted) -> str:
    """Who says the words, as readers call them; "" when nobody is named."""
    voices = [str(texts.person(voice)) for voice in quoted.excerpt.voices]
    return listing(voices) if voices else ""
