"""What is known of a video before its video.toml is written, as its keys have it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date as Date  # noqa: N812 - a type, and `date` is a key here

import regex

from showcase.core.text.printable import replace_control_chars
from showcase.core.text.truncate import truncate_at_sentence
from showcase.core.timing.timecodes import format_clock

MAX_SUMMARY_CHARS = 600
_PARAGRAPH_END = regex.compile(r"\n\s*\n")
_EIGHT_DIGITS = regex.compile(r"\d{8}", regex.ASCII)
_MS_PER_SECOND = 1_000
# The order in which keys are written.
KEY_ORDER = (
    "title", "author", "summary", "language", "date", "duration", "poster", "source", "edition",
    "without_captions",
)  # fmt: skip


@dataclass(slots=True)
class VideoFacts:
    """Keys of video.toml with their values, and where each is from.

    Attributes:
        values: text, or a list of file names for `source`.
        origins: for each key, what it was read from: "talk.info.json".
    """

    values: dict[str, object] = field(default_factory=dict)
    origins: dict[str, str] = field(default_factory=dict)

    def offer(self, values: Mapping[str, object], origin: str) -> None:
        """Take what is not known yet; empty values say nothing."""
        for key, value in values.items():
            if value and key not in self.values:
                self.values[key] = value
                self.origins[key] = origin

    def ordered(self) -> dict[str, object]:
        """The values in the order in which they are written."""
        return {key: self.values[key] for key in KEY_ORDER if key in self.values}


def summary_of(description: str) -> str:
    """The first paragraph of a description in one line, at most 600 characters.

    What follows on the sites of videos are links, credits and chapters.
    """
    first = _PARAGRAPH_END.split(description.strip(), maxsplit=1)[0]
    return truncate_at_sentence(plain_line(first), MAX_SUMMARY_CHARS)


def plain_line(text: str) -> str:
    """A text in one line, without characters that video.toml does not take."""
    return " ".join(replace_control_chars(text).split())


def duration_text(seconds: float) -> str:
    """A duration as video.toml has it, never shorter than it is: 160.2 seconds are "2:41"; "" for none."""
    whole = -int(-seconds // 1)
    return format_clock(whole * _MS_PER_SECOND) if whole > 0 else ""


def date_of_digits(digits: str) -> str:
    """The date of yt-dlp's eight digits: "20171229" is "2017-12-29"; "" for anything else."""
    if not _EIGHT_DIGITS.fullmatch(digits):
        return ""
    try:
        return Date(int(digits[:4]), int(digits[4:6]), int(digits[6:])).isoformat()
    except ValueError:
        return ""
