"""Citations of a moment as people write them: APA 7, MLA 9 and Chicago 17, each with the time.

All three are plain text, to be pasted. Where a manual wants italics, whoever pastes it sets them: APA for the
title, MLA for the site. Titles stand as they are on the page; no program knows which words are names, so
neither the sentence case of APA (6.18) nor the headlines of MLA and Chicago (8.159) are made of them.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import regex

from showcase.core.timing.moments import Moment
from showcase.core.timing.timecodes import format_clock

_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
# MLA 9, appendix 1: names of more than four letters are cut.
_MLA_MONTHS = (
    "Jan.", "Feb.", "Mar.", "Apr.", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec.",
)  # fmt: skip
# What no line of text holds: control characters, separators of lines, half letters.
_UNWRITABLE = regex.compile(r"[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]+")
_SPACES = regex.compile(r" {2,}")
_SENTENCE_ENDS = tuple(".?!…。？！।؟۔")
# "in the U.S." and "and then..." keep their last period in front of a comma, "We won." does not.
_KEEPS_PERIOD = regex.compile(r"\.\S*\.$")
_SINGLE = str.maketrans("“”", "‘’")


def speakers(voices: Sequence[str]) -> str:
    """Who says the words, in a row, as citations are written: "Rosa Ito and Ana Luz"; "" for nobody."""
    *first, last = voices or ("",)
    return f"{', '.join(first)} and {last}" if first else last


@dataclass(frozen=True, slots=True)
class Cited:
    """A video, or a moment of it, with what the manuals ask for; every text is made one line.

    Attributes:
        slug: of the video, ASCII; the key of the entry is made of it.
        site: what the showcase calls itself.
        author: who made the video or put it where it can be seen (APA 7, 10.12: "the person or group who
            uploaded the video"); the site where nobody else is named.
        url: the address of the moment, for other sites.
        accessed: the day of the visit.
        date: "2017", "2017-12", "2017-12-29", or "" when it is unknown.
        language: of the recording, a BCP 47 tag.
        duration_ms: of the recording, 0 when unknown.
        moment: None cites the whole video.
        speaker: who says the words, "" when nobody is named.
    """

    slug: str
    title: str
    site: str
    author: str
    url: str
    accessed: date
    date: str = ""
    language: str = ""
    duration_ms: int = 0
    moment: Moment | None = None
    speaker: str = ""

    def __post_init__(self) -> None:
        for name in ("title", "site", "author", "speaker"):
            object.__setattr__(self, name, one_line(getattr(self, name)))

    @property
    def has_author(self) -> bool:
        """Is the author somebody else than the site?"""
        return self.author != self.site

    @property
    def clock(self) -> str:
        """When the moment begins: "1:52"; "" for a whole video."""
        return format_clock(self.moment.start_ms) if self.moment else ""

    @property
    def end_clock(self) -> str:
        """When it ends; "" where it plays on or ends within the second in which it begins."""
        if self.moment is None or self.moment.end_ms is None:
            return ""
        end = format_clock(min(self.moment.end_ms, self.duration_ms or self.moment.end_ms))
        return "" if end == self.clock else end

    @property
    def clock_range(self) -> str:
        """The time of the moment: "1:52–2:09", "1:52" where it plays on; "" for a whole video."""
        return "–".join(filter(None, (self.clock, self.end_clock)))

    @property
    def key(self) -> str:
        """Names the entry in files, the same one for ever: "wsr" or "wsr-t112.3-129"."""
        return f"{self.slug}-t{self.moment}".replace(",", "-") if self.moment else self.slug


def one_line(text: str) -> str:
    """A text without what no line of text holds, in Unicode's view and every parser's."""
    return _SPACES.sub(" ", _UNWRITABLE.sub(" ", text)).strip()


def date_parts(day: str) -> list[int]:
    """Year, month and day, as far as they are known: "2017-12" is [2017, 12], "" is []."""
    return [int(part) for part in day.split("-")] if day else []


def apa(cited: Cited) -> str:
    """APA 7: the reference (10.12) and, on a line of its own, the citation in the text.

    The site is not named again where it is the author (9.33). An unknown date is "n.d." (9.17); what does not
    change needs no day of retrieval (9.16). The citation in the text has the time at which the words begin,
    in the place of a page (8.28); who says them is not the author, and is named in front of it.
    """
    author, site = _ended(cited.author), f"{_ended(cited.site)} " if cited.has_author else ""
    reference = f"{author} ({_apa_date(cited.date)}). {cited.title} [Video]. {site}{cited.url}"
    where = _joined(cited.author, cited.date[:4] or "n.d.", cited.clock)
    return f"{reference}\n{_named(cited.speaker)}({where})"


def mla(cited: Cited) -> str:
    """MLA 9: the entry of the works-cited list and, on a line of its own, the citation in the text.

    Chapter 5: a site that is its own author stands as the container only; a date that is unknown is left out,
    and the day of the visit given instead. Chapter 6: the time, in hours, minutes and seconds, belongs
    to the citation in the text, which begins as the entry does, a title without its subtitle.
    """
    author = f"{_ended(cited.author)} " if cited.has_author else ""
    visit = "" if cited.date else f" Accessed {_mla_date(cited.accessed.isoformat())}."
    place = _joined(cited.site, _mla_date(cited.date), cited.url)
    entry = f"{author}{_in_quotes(cited.title, '.')} {place}.{visit}"
    head = cited.author if cited.has_author else _in_quotes(cited.title.partition(": ")[0])
    return f"{entry}\n{_named(cited.speaker)}({head}{_mla_time(cited)})"


def chicago(cited: Cited) -> str:
    """Chicago 17, a note: who says it in what, site, date, length and time, address (14.267).

    A site that is its own author stands as the site only (14.207). The day of the visit is given where no
    date is known (14.12). A comma stands within quotation marks (6.9), behind "?" and "!" too (6.125).
    """
    speaker = f"{cited.speaker}, in " if cited.speaker else ""
    author = f"{cited.author}, " if cited.has_author else ""
    length = format_clock(cited.duration_ms) if cited.duration_ms else ""
    time = f"at {cited.clock}" if cited.moment else ""
    visit = "" if cited.date else f"accessed {_american(cited.accessed.isoformat())}"
    when = _joined(_american(cited.date), "video", f"{length} {time}".strip(), visit)
    return f"{speaker}{author}{_in_quotes(cited.title, ',')} {cited.site}, {when}, {cited.url}."


def _joined(*parts: str) -> str:
    return ", ".join(filter(None, parts))


def _named(speaker: str) -> str:
    return f"{speaker} " if speaker else ""


def _apa_date(day: str) -> str:
    """As in "2017, December 29", "2017, December", "2017" or "n.d."."""
    year, _, rest = day.partition("-")
    return f"{year}, {_month_and_day(day)}" if rest else year or "n.d."


def _american(day: str) -> str:
    """As in "December 29, 2017", "December 2017" or "2017" (Chicago 17, 6.38)."""
    comma = "," if day.count("-") > 1 else ""
    return f"{_month_and_day(day)}{comma} {day[:4]}".strip()


def _month_and_day(day: str) -> str:
    _, *parts = date_parts(day) or [0]
    return " ".join([*(_MONTHS[month - 1] for month in parts[:1]), *map(str, parts[1:])])


def _mla_date(day: str) -> str:
    """As in "29 Dec. 2017", "Dec. 2017" or "2017"."""
    _, *parts = date_parts(day) or [0]
    months = [_MLA_MONTHS[month - 1] for month in parts[:1]]
    return " ".join([*map(str, parts[1:]), *months, day[:4]])


def _mla_time(cited: Cited) -> str:
    """As in " 00:01:52–02:09": of the end, only what differs and what stands behind it."""
    if not cited.clock:
        return ""
    start, end = _hours(cited.clock), _hours(cited.end_clock or cited.clock)
    differs = [at for at in (0, 3, 6) if start[at : at + 2] != end[at : at + 2]]
    return f" {start}–{end[differs[0] :]}" if differs else f" {start}"


def _hours(clock: str) -> str:
    """With hours, minutes and seconds: "1:52" is "00:01:52"."""
    return "00:00:00"[: 8 - len(clock)] + clock


def _ended(text: str) -> str:
    """A sentence: with a period, unless it ends with one, or asks or calls."""
    return text if text.endswith(_SENTENCE_ENDS) else f"{text}."


def _in_quotes(title: str, mark: str = "") -> str:
    """A title in double quotation marks; a period or comma behind it goes inside.

    Its own double quotation marks become single ones (Chicago 17, 13.30; MLA 9 likewise).
    """
    inner = _single(title)
    closing = "’" if inner.endswith("’") and not title.endswith("’") else ""
    return f"“{_marked(inner.removesuffix(closing), mark)}{closing}”"


def _single(title: str) -> str:
    """Its double quotation marks as single ones; one `"` alone is no quotation mark but an inch."""
    first, *pieces = title.split('"')
    if len(pieces) % 2 == 0:
        title = first + "".join("‘’"[at % 2] + piece for at, piece in enumerate(pieces))
    return title.translate(_SINGLE)


def _marked(text: str, mark: str) -> str:
    if mark == ".":
        return _ended(text)
    if mark and text.endswith(".") and not _KEEPS_PERIOD.search(text):
        text = text[:-1]
    return text + mark
