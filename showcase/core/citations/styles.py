"""Citation styles for people to read: APA 7, MLA 9 and Chicago 17, each with the time of the moment.

All three are plain text, to be pasted. Italics are left to those who paste it: APA wants them for the title,
MLA for the site. Titles are as on the page, neither in the sentence case of APA (6.18) nor in the headline
case of MLA and Chicago (8.159): a program does not know which words are names.
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
# MLA 9, appendix 1: names of more than four letters are abbreviated.
_MLA_MONTHS = (
    "Jan.", "Feb.", "Mar.", "Apr.", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec.",
)  # fmt: skip
# Control characters, lone surrogates, and separators of lines and paragraphs.
_UNWRITABLE = regex.compile(r"[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]+")
_SPACES = regex.compile(r" {2,}")
_SENTENCE_ENDS = tuple(".?!…。？！।؟۔")
# "in the U.S." and "and then..." keep their last period before a comma, "We won." does not.
_KEEPS_PERIOD = regex.compile(r"\.\S*\.$")
_SINGLE_QUOTATION_MARKS = str.maketrans("“”", "‘’")


def join_names(names: Sequence[str]) -> str:
    """Names in a row, in English: "Rosa Ito and Ana Luz"; "" for no names."""
    *first, last = names or ("",)
    return f"{', '.join(first)} and {last}" if first else last


@dataclass(frozen=True, slots=True)
class CitationData:
    """A video, or a moment of it, with the data that the manuals require; every text is made one line.

    Attributes:
        slug: of the video, ASCII; it starts the key of the entry.
        title: of the video, in its own language.
        site: the name of the showcase.
        author: who made the video or put it where it can be seen (APA 7, 10.12: "the person or group who
            uploaded the video"); the site where nobody else is named.
        url: the whole URL of the moment's page.
        accessed: the day of the visit.
        date: of the video: "2017", "2017-12", "2017-12-29", or "" where it is unknown.
        language: of the recording, a BCP 47 tag.
        duration_ms: of the recording, 0 where it is unknown.
        moment: None for a citation of the whole video.
        speaker: who says the words, "" where nobody is named.
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
        """True where the author is somebody else than the site."""
        return self.author != self.site

    @property
    def clock(self) -> str:
        """When the moment starts: "1:52"; "" for a whole video."""
        return format_clock(self.moment.start_ms) if self.moment else ""

    @property
    def end_clock(self) -> str:
        """When it ends; "" where it has no end, or ends in the second in which it starts."""
        if self.moment is None or self.moment.end_ms is None:
            return ""
        end = format_clock(min(self.moment.end_ms, self.duration_ms or self.moment.end_ms))
        return "" if end == self.clock else end

    @property
    def clock_range(self) -> str:
        """The time of the moment: "1:52–2:09", "1:52" where it has no end; "" for a whole video."""
        return "–".join(filter(None, (self.clock, self.end_clock)))

    @property
    def key(self) -> str:
        """The key of the entry in files, which never changes: "orchard" or "orchard-t112.3-129"."""
        return f"{self.slug}-t{self.moment}".replace(",", "-") if self.moment else self.slug


def one_line(text: str) -> str:
    """A text in one line, with single spaces, without control characters and lone surrogates."""
    return _SPACES.sub(" ", _UNWRITABLE.sub(" ", text)).strip()


def date_parts(day: str) -> list[int]:
    """Year, month and day, as far as they are known: "2017-12" is [2017, 12], "" is []."""
    return [int(part) for part in day.split("-")] if day else []


def apa(citation: CitationData) -> str:
    """APA 7: the reference (10.12) and, on a second line, the in-text citation.

    The site is not named again where it is the author (9.33). An unknown date is "n.d." (9.17); what does not
    change needs no date of retrieval (9.16). The in-text citation has the time at which the words start,
    instead of a page (8.28); the speaker is not the author, and is named before the parentheses.
    """
    author, site = (
        _with_period(citation.author),
        f"{_with_period(citation.site)} " if citation.has_author else "",
    )
    reference = (
        f"{author} ({_apa_date(citation.date)}). {citation.title} [Video]. {site}{citation.url}"
    )
    where = _join_with_commas(citation.author, citation.date[:4] or "n.d.", citation.clock)
    return f"{reference}\n{_speaker_prefix(citation.speaker)}({where})"


def mla(citation: CitationData) -> str:
    """MLA 9: the entry of the works-cited list and, on a second line, the in-text citation.

    Chapter 5: a site that is its own author is named as the container only; an unknown date is left out, and
    the day of the visit is given instead. Chapter 6: the in-text citation has the time in hours, minutes and
    seconds, and starts as the entry does, with the author or the title without its subtitle.
    """
    author = f"{_with_period(citation.author)} " if citation.has_author else ""
    visit = "" if citation.date else f" Accessed {_mla_date(citation.accessed.isoformat())}."
    place = _join_with_commas(citation.site, _mla_date(citation.date), citation.url)
    entry = f"{author}{_in_quotes(citation.title, '.')} {place}.{visit}"
    head = citation.author if citation.has_author else _in_quotes(citation.title.partition(": ")[0])
    return f"{entry}\n{_speaker_prefix(citation.speaker)}({head}{_mla_time(citation)})"


def chicago(citation: CitationData) -> str:
    """Chicago 17, a note: speaker, author, title, site, date, length, time and URL (14.267).

    A site that is its own author is named as the site only (14.207). The day of the visit is given where the
    date is unknown (14.12). A comma is within quotation marks (6.9), after "?" and "!" too (6.125).
    """
    speaker = f"{citation.speaker}, in " if citation.speaker else ""
    author = f"{citation.author}, " if citation.has_author else ""
    length = format_clock(citation.duration_ms) if citation.duration_ms else ""
    time = f"at {citation.clock}" if citation.moment else ""
    visit = "" if citation.date else f"accessed {_chicago_date(citation.accessed.isoformat())}"
    when = _join_with_commas(
        _chicago_date(citation.date), "video", f"{length} {time}".strip(), visit
    )
    return f"{speaker}{author}{_in_quotes(citation.title, ',')} {citation.site}, {when}, {citation.url}."


def _join_with_commas(*parts: str) -> str:
    return ", ".join(filter(None, parts))


def _speaker_prefix(speaker: str) -> str:
    return f"{speaker} " if speaker else ""


def _apa_date(day: str) -> str:
    """As in "2017, December 29", "2017, December", "2017" or "n.d."."""
    year, _, rest = day.partition("-")
    return f"{year}, {_month_and_day(day)}" if rest else year or "n.d."


def _chicago_date(day: str) -> str:
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


def _mla_time(citation: CitationData) -> str:
    """As in " 00:01:52–02:09": of the end, the first part that differs and all after it."""
    if not citation.clock:
        return ""
    start, end = _pad_clock(citation.clock), _pad_clock(citation.end_clock or citation.clock)
    differs = [at for at in (0, 3, 6) if start[at : at + 2] != end[at : at + 2]]
    return f" {start}–{end[differs[0] :]}" if differs else f" {start}"


def _pad_clock(clock: str) -> str:
    """A time in hours, minutes and seconds: "1:52" is "00:01:52"."""
    return "00:00:00"[: 8 - len(clock)] + clock


def _with_period(text: str) -> str:
    """A text with a period, unless it ends with one, or with a question or exclamation mark."""
    return text if text.endswith(_SENTENCE_ENDS) else f"{text}."


def _in_quotes(title: str, mark: str = "") -> str:
    """A title in double quotation marks, with a period or comma after it inside them.

    Its own double quotation marks become single ones (Chicago 17, 13.30; MLA 9 likewise).

    Args:
        title: as on the page.
        mark: "." or ",", "" for none.
    """
    inner = _to_single_quotation_marks(title)
    closing = "’" if inner.endswith("’") and not title.endswith("’") else ""
    return f"“{_with_punctuation(inner.removesuffix(closing), mark)}{closing}”"


def _to_single_quotation_marks(title: str) -> str:
    """A title with single quotation marks for double ones; a `"` without a partner is kept (an inch)."""
    first, *pieces = title.split('"')
    if len(pieces) % 2 == 0:
        title = first + "".join("‘’"[at % 2] + piece for at, piece in enumerate(pieces))
    return title.translate(_SINGLE_QUOTATION_MARKS)


def _with_punctuation(text: str, mark: str) -> str:
    if mark == ".":
        return _with_period(text)
    if mark and text.endswith(".") and not _KEEPS_PERIOD.search(text):
        text = text[:-1]
    return text + mark
