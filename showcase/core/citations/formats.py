"""Citations as files that reference managers read: BibTeX, RIS and CSL-JSON."""

import json

import regex

from showcase.core.citations.styles import Cited, date_parts
from showcase.core.timing.timecodes import format_clock

_BIBTEX_MONTHS = (
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
)  # fmt: skip
# Braces by name, not as "\{": BibTeX counts braces before TeX sees the backslash (btxdoc, section 4.6).
_TEX = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "{": r"\textbraceleft{}",
        "}": r"\textbraceright{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
        **{mark: f"\\{mark}" for mark in "%&$#_"},
    }
)
# Pairs that TeX sets as one sign: "--" as a dash, "``" as a quotation mark, "?`" turned.
_TEX_PAIRS = regex.compile(r"(?<=-)(?=-)|(?<=[`?!])(?=`)|(?<=')(?=')|(?<=,)(?=,)")


def bibtex(cited: Cited) -> str:
    """An entry for BibTeX and biblatex, UTF-8.

    `@misc`, which every style of BibTeX knows; only biblatex knows `@online`, and reads `@misc` as well. The
    braces around a name keep "and" and commas in it from being taken apart, those around a title keep its
    capitals (btxdoc, section 3.2). `url` is read as it stands and so is not escaped; a `date` is given
    where there is a day, for which plain BibTeX has no field.
    """
    _, *rest = date_parts(cited.date) or [0]
    site = f", {{{_tex(cited.site)}}}" if cited.has_author else ""
    fields = {
        "author": f"{{{{{_tex(cited.author)}}}}}",
        "title": f"{{{{{_tex(cited.title)}}}}}",
        "year": f"{{{cited.date[:4]}}}" if cited.date else "",
        "month": _BIBTEX_MONTHS[rest[0] - 1] if rest else "",
        "date": f"{{{cited.date}}}" if len(rest) > 1 else "",
        "howpublished": f"{{Video{site}}}",
        "note": f"{{{_tex(_note(cited))}}}" if cited.moment else "",
        "url": f"{{{cited.url}}}",
        "urldate": f"{{{cited.accessed.isoformat()}}}",
    }
    lines = [f"  {name} = {value},\n" for name, value in fields.items() if value]
    return f"@misc{{{cited.key},\n{''.join(lines)}}}\n"


def ris(cited: Cited) -> str:
    """A record of the RIS format, UTF-8: one tag a line, each line ended by CR and LF.

    TY comes first, ER last; a date keeps its slashes where a part is unknown ("2017/12//"). RIS has no mark
    for the name of a group, so a reader may take one with a comma for a person's.
    """
    tags = (
        ("TY", "VIDEO"),
        ("ID", cited.key),
        ("TI", cited.title),
        ("AU", cited.author),
        ("PY", cited.date[:4]),
        ("DA", _ris_date(cited.date)),
        ("PB", cited.site),
        ("LA", cited.language),
        ("N1", _note(cited)),
        ("UR", cited.url),
        ("Y2", _ris_date(cited.accessed.isoformat())),
    )
    lines = [f"{tag}  - {value}\r\n" for tag, value in tags if value]
    return "".join(lines) + "ER  - \r\n"


def csl_json(cited: Cited) -> str:
    """The item of CSL-JSON, alone in its array.

    `motion_picture` is CSL's type of videos (specification 1.0.2, appendix III), `medium` what makes a style
    write "[Video]". A site that is its own author is not the publisher too: APA would name it twice.
    """
    item = {
        "id": cited.key,
        "type": "motion_picture",
        "title": cited.title,
        "author": [{"literal": cited.author}],
        "publisher": cited.site if cited.has_author else "",
        "medium": "Video",
        "dimensions": format_clock(cited.duration_ms) if cited.duration_ms else "",
        "issued": {"date-parts": [date_parts(cited.date)]} if cited.date else None,
        "accessed": {"date-parts": [date_parts(cited.accessed.isoformat())]},
        "language": cited.language,
        "locator": cited.clock_range,
        "note": _note(cited),
        "URL": cited.url,
    }
    known = {name: value for name, value in item.items() if value}
    return json.dumps([known], ensure_ascii=False, indent=2) + "\n"


def _note(cited: Cited) -> str:
    """Who says it and when: "Enrique Balcazar, 1:52–2:09"."""
    return ", ".join(filter(None, (cited.speaker, cited.clock_range)))


def _tex(text: str) -> str:
    return _TEX_PAIRS.sub("{}", text.translate(_TEX))


def _ris_date(day: str) -> str:
    """As in "2017/12/29/", "2017/12//" or "2017///"."""
    return "/".join([*day.split("-"), "", "", ""][:4]) if day else ""
