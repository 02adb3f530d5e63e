"""Quotations and descriptions in one line: for page titles, link previews and sitemaps."""

from showcase.core.catalog.localized import LocalizedVideo
from showcase.core.text.truncate import truncate_line
from showcase.core.text.typography import (
    add_quotation_marks,
    join_isolated_parts,
    mark_line_direction,
)
from showcase.web.i18n.formatting import join_with_and, localized_date
from showcase.web.sharing.quotation import Quotation

_MAX_TITLE_CHARS = 120


def quote_headline(texts: LocalizedVideo, quotation: Quotation, max_chars: int) -> str:
    """The quoted words and who says them: “We wrote the rules” — Rosa Field.

    Args:
        texts: the video in the reader's language, for the names.
        quotation: the words.
        max_chars: of the words, without quotation marks and names.
    """
    words = add_quotation_marks(truncate_line(quotation.text, max_chars), quotation.language)
    line = mark_line_direction(words, quotation.language)
    who = speaker_names(texts, quotation)
    return f"{line} — {join_isolated_parts(who)}" if who else line


def preview_description(texts: LocalizedVideo, quotation: Quotation | None, max_chars: int) -> str:
    """The summary of a video; for a moment: the speaker, the organization, the video and its date.

    Args:
        texts: the video in the reader's language.
        quotation: the words of the moment, None for the whole video.
        max_chars: of the whole description.
    """
    if quotation is None:
        return truncate_line(str(texts.summary or texts.title), max_chars)
    parts = (
        speaker_names(texts, quotation),
        str(texts.organization(quotation.organization)),
        truncate_line(str(texts.title), _MAX_TITLE_CHARS),
        localized_date(texts.video.date),
    )
    return truncate_line(join_isolated_parts(*(part for part in parts if part)), max_chars)


def speaker_names(texts: LocalizedVideo, quotation: Quotation) -> str:
    """Who says the words, by the names in the reader's language; "" where nobody is named."""
    voices = [str(texts.person(voice)) for voice in quotation.voices]
    return join_with_and(voices) if voices else ""
