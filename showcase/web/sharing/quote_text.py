"""A quotation as plain text: the words, who says them, and where they are from."""

from showcase.core.text.truncate import truncate_line
from showcase.core.text.typography import (
    add_quotation_marks,
    join_isolated_parts,
    mark_line_direction,
)
from showcase.web.sharing.quotation import Quotation

# With the speaker and the URL this is less than the site with the lowest limit accepts (280 characters).
MAX_SHORT_QUOTE_CHARS = 160


def quote_text(quotation: Quotation) -> str:
    """The words, who says them, where and when, and the URL: three lines or more."""
    return "\n".join((*_quote_lines(quotation), _attribution(quotation), quotation.url))


def short_quote_text(quotation: Quotation) -> str:
    """At most 160 characters of the words in one line, and who says them in a second."""
    words = truncate_line(quotation.text, MAX_SHORT_QUOTE_CHARS)
    line = mark_line_direction(add_quotation_marks(words, quotation.language), quotation.language)
    return f"{line}\n— {join_isolated_parts(quotation.speaker)}" if quotation.speaker else line


def single_line(quotation: Quotation) -> str:
    """The words of a quotation in one line."""
    return quotation.text.replace("\n", " ")


def _quote_lines(quotation: Quotation) -> list[str]:
    """The words in quotation marks; where several people speak, a line for each, with the name."""
    language, turns = quotation.language, quotation.utterances
    if len(turns) == 1:
        return [mark_line_direction(add_quotation_marks(quotation.text, language), language)]
    return [
        mark_line_direction(
            (f"{turn.voice}: " if turn.voice else "") + add_quotation_marks(turn.text, language),
            language,
        )
        for turn in turns
    ]


def _attribution(quotation: Quotation) -> str:
    return f"— {join_isolated_parts(*attribution_parts(quotation))}"


def attribution_parts(quotation: Quotation) -> list[str]:
    """Speaker, organization, title of the video and time, without those that are unknown."""
    parts = (
        quotation.speaker,
        quotation.organization,
        quotation.video.title,
        clock_range(quotation),
    )
    return [part for part in parts if part]


def clock_range(quotation: Quotation) -> str:
    """When the words are said: "2:03–2:12", or "2:03" where they start and end in the same second.

    Without times it is "".
    """
    clock, end = quotation.clock, quotation.end_clock
    return clock if clock == end else f"{clock}–{end}"
