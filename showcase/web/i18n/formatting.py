"""Numbers with nouns, durations, dates, lists and file sizes in the language of the page."""

from collections.abc import Sequence

from showcase.core.timing.moments import Moment
from showcase.core.timing.timecodes import format_clock
from showcase.web.i18n.catalogs import localize_digits, localized_number, t, tn

# From so many minutes on, speech is told in hours.
_MIN_HOURS_IN_MINUTES = 120


def match_count(number: int) -> str:
    """A number of matches: "3 matches"."""
    return tn("%(n)s match", "%(n)s matches", number)


def moment_count(number: int) -> str:
    """A number of moments: "12 moments"."""
    return tn("%(n)s moment", "%(n)s moments", number)


def duration_in_words(ms: int) -> str:
    """A duration in milliseconds as it is read aloud: "1 hour 2 minutes 34 seconds"."""
    minutes, seconds = divmod(ms // 1000, 60)
    hours, minutes = divmod(minutes, 60)
    parts = (
        tn("%(n)s hour", "%(n)s hours", hours) if hours else "",
        tn("%(n)s minute", "%(n)s minutes", minutes) if minutes else "",
        tn("%(n)s second", "%(n)s seconds", seconds) if seconds or not (hours or minutes) else "",
    )
    return " ".join(filter(None, parts))


def spoken_time(ms: int) -> str:
    """How long somebody speaks, in milliseconds: "speaks for about 12 minutes"."""
    return t("speaks for %(time)s", time=_about(ms))


def _about(ms: int) -> str:
    """A time no more exactly than anybody needs it."""
    minutes = round(ms / 60_000)
    if not minutes:
        return t("less than a minute")
    if minutes < _MIN_HOURS_IN_MINUTES:
        return tn("about %(n)s minute", "about %(n)s minutes", minutes)
    return tn("about %(n)s hour", "about %(n)s hours", round(minutes / 60))


def video_count(number: int) -> str:
    """A number of videos: "3 videos"."""
    return tn("%(n)s video", "%(n)s videos", number)


def part_label(number: int) -> str:
    """A part of a series: "Part 2"."""
    return t("Part %(n)s", n=localized_number(number))


def localized_clock(ms: int) -> str:
    """A time in milliseconds as pages show it: "1:52", in Bengali "১:৫২"."""
    return localize_digits(format_clock(ms))


def moment_clock(moment: Moment | None) -> str:
    """When a moment starts, as pages show it: "1:52"; "" for none."""
    return localized_clock(moment.start_ms) if moment else ""


def join_sentences(facts: Sequence[str]) -> str:
    """Facts as short sentences: "2 minutes 34 seconds. December 2017."; empty facts are left out."""
    # L10N: the end of a short sentence that is made of one fact ("December 2017.").
    return " ".join(t("%(fact)s.", fact=fact[:1].upper() + fact[1:]) for fact in facts if fact)


def localized_date(date: str) -> str:
    """A date of a video in words: "2017-12" is "December 2017"; "2017" and "2017-12-29" are possible, too."""
    year, *rest = date.split("-")
    if not rest:
        return localize_digits(year)
    fields = {"month": _month_name(int(rest[0])), "year": year}
    if rest[1:]:
        return localize_digits(t("%(month)s %(day)s, %(year)s", day=int(rest[1]), **fields))
    return localize_digits(t("%(month)s %(year)s", **fields))


def _month_name(number: int) -> str:
    """Babel has French names for the months in Haitian Creole, so the names are messages of the catalogs."""
    names = (
        t("January"), t("February"), t("March"), t("April"), t("May"), t("June"), t("July"),
        t("August"), t("September"), t("October"), t("November"), t("December"),
    )  # fmt: skip
    return names[number - 1]


def join_with_and(items: Sequence[str]) -> str:
    """One or more items as a list: "English and Español", "a, b and c"."""
    *first, last = items
    return t("%(first)s and %(last)s", first=", ".join(first), last=last) if first else last


def localized_file_size(size: int) -> str:
    """A size in bytes for people: "820 kB", "1.9 MB". A kilobyte has 1,000 bytes (IEC 80000-13)."""
    for unit, bytes_ in (("GB", 10**9), ("MB", 10**6)):
        if size >= bytes_:
            return f"{localized_number(size / bytes_, '0.0')} {unit}"
    return f"{localized_number(max(round(size / 1000), 1))} kB"
