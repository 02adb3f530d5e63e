"""Line signatures: the lines by which formats that are written in lines give themselves away."""

import re
from collections.abc import Sequence

SUBSTATION, MICRODVD, SCC, LRC = "substation", "microdvd", "scc", "lrc"
_OTHER = "other"
_LRC_TIME = r"\[\d{1,3}:\d{1,2}[.,]\d{1,3}\]"
_EVENT_CLOCK = r"\d{1,5}:\d\d:\d\d[.,:]?\d{0,3}"
_SIGNATURE = re.compile(
    rf"""[\s\ufeff]*(?:
    (?P<substation>\[(?:script\ info|v4\+?\ styles\+?|events)\]\s*\Z
        |(?:dialogue|comment)\s*:[^,]*,\s*{_EVENT_CLOCK}\s*,\s*{_EVENT_CLOCK}\s*,)
    |(?P<microdvd>\{{\d{{1,9}}\}}\{{\d{{0,9}}\}})
    |(?P<scc>scenarist_scc\b|\d\d:\d\d:\d\d[:;.,]\d\d(?:\s+[0-9a-f]{{4}})+\s*\Z)
    |(?P<lrc>{_LRC_TIME}|(?:\[\d{{1,3}}:\d\d\]\s*){{2}}
        |\[(?:ti|ar|al|au|by|re|ve|la|offset|length|tool)\s*:[^\]]*\]\s*\Z)
    |(?P<other>webvtt(?:\s|\Z)|\d[^>]*-->|\d{{1,5}}:\d\d?:\d\d?(?:\.\d+)?\s*,\s*\d+:)
    )""",
    re.IGNORECASE | re.VERBOSE,
)


def find_line_format(lines: Sequence[str]) -> str:
    """Which format has the first line that only one format has.

    Args:
        lines: the whole file.

    Returns:
        SUBSTATION, MICRODVD, SCC or LRC; "" where it is another format, or none.
    """
    for line in lines:
        if found := _SIGNATURE.match(line):
            return "" if found.lastgroup == _OTHER else str(found.lastgroup)
    return ""
