"""Citations as files that reference managers read: BibTeX, RIS and CSL-JSON."""

import json

import regex

from showcase.core.citations.styles import CitationData, date_parts
from showcase.core.timing.timecodes import format_clock

_BIBTEX_MONTHS = (
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
)  # fmt: skip
# Braces by their names, not as "\{": BibTeX counts braces before TeX reads backslashes (btxdoc, section 4.6).
_TEX_ESCAPES = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "{": r"\textbraceleft{}",
        "}": r"\textbraceright{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
        **{mark: f"\\{mark}" for mark in "%&$#_"},
    }
)
# Pairs that TeX sets as one character: "--" as a dash, "``" as a quotation mark, "?`" as an inverted one.
_TEX_LIGATURES = regex.compile(r"(?<=-)(?=-)|(?<=[`?!])(?=`)|(?<=')(?=')|(?<=,)(?=,)")


def bibtex(citation: CitationData) -> str:
    """An entry for BibTeX and biblatex, to be encoded in UTF-8.

    `@misc`, which every style of BibTeX knows; only biblatex knows `@online`, and reads `@misc` as well. The
    braces around a name keep "and" and commas in it from being taken apart, those around a title keep its
    capitals (btxdoc, section 3.2). `url` is read verbatim and so is not escaped; `date` is written where
    the day is known, for which plain BibTeX has no field.
    """
    _, *rest = date_parts(citation.date) or [0]
    site = f", {{{_escape_tex(citation.site)}}}" if citation.has_author else ""
    fields = {
        "author": f"{{{{{_escape_tex(citation.author)}}}}}",
        "title": f"{{{{{_escape_tex(citation.title)}}}}}",
        "year": f"{{{citation.date[:4]}}}" if citation.date else "",
        "month": _BIBTEX_MONTHS[rest[0] - 1] if rest else "",
        "date": f"{{{citation.date}}}" if len(rest) > 1 else "",
        "howpublished": f"{{Video{site}}}",
        "note": f"{{{_escape_tex(_locator_note(citation))}}}" if citation.moment else "",
        "url": f"{{{citation.url}}}",
        "urldate": f"{{{citation.accessed.isoformat()}}}",
    }
    lines = [f"  {name} = {value},\n" for name, value in fields.items() if value]
    return f"@misc{{{citation.key},\n{''.join(lines)}}}\n"


def ris(citation: CitationData) -> str:
    """A record in the RIS format, to be encoded in UTF-8: one tag a line, each line ended by CR and LF.

    TY comes first, ER last; a date keeps its slashes where a part is unknown ("2017/12//"). RIS cannot mark
    the name of a group, so a program may read one with a comma as a person's.
    """
    tags = (
        ("TY", "VIDEO"),
        ("ID", citation.key),
        ("TI", citation.title),
        ("AU", citation.author),
        ("PY", citation.date[:4]),
        ("DA", _ris_date(citation.date)),
        ("PB", citation.site),
        ("LA", citation.language),
        ("N1", _locator_note(citation)),
        ("UR", citation.url),
        ("Y2", _ris_date(citation.accessed.isoformat())),
    )
    lines = [f"{tag}  - {value}\r\n" for tag, value in tags if value]
    return "".join(lines) + "ER  - \r\n"


def csl_json(citation: CitationData) -> str:
    """An array in CSL-JSON with one item, to be encoded in UTF-8.

    `motion_picture` is CSL's type for videos (specification 1.0.2, appendix III); `medium` has styles write
    "[Video]". A site that is its own author is not the publisher too: APA would name it twice.
    """
    item = {
        "id": citation.key,
        "type": "motion_picture",
        "title": citation.title,
        "author": [{"literal": citation.author}],
        "publisher": citation.site if citation.has_author else "",
        "medium": "Video",
        "dimensions": format_clock(citation.duration_ms) if citation.duration_ms else "",
        "issued": {"date-parts": [date_parts(citation.date)]} if citation.date else None,
        "accessed": {"date-parts": [date_parts(citation.accessed.isoformat())]},
        "language": citation.language,
        "locator": citation.clock_range,
        "note": _locator_note(citation),
        "URL": citation.url,
    }
    known = {name: value for name, value in item.items() if value}
    return json.dumps([known], ensure_ascii=False, indent=2) + "\n"


def _locator_note(citation: CitationData) -> str:
    """The speaker and the time: "Rosa Field, 1:52–2:09"."""
    return ", ".join(filter(None, (citation.speaker, citation.clock_range)))


def _escape_tex(text: str) -> str:
    return _TEX_LIGATURES.sub("{}", text.translate(_TEX_ESCAPES))


def _ris_date(day: str) -> str:
    """As in "2017/12/29/", "2017/12//" or "2017///"."""
    return "/".join([*day.split("-"), "", "", ""][:4]) if day else ""
