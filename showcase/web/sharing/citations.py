"""Citations of what a page shows: as text to copy, and as files to take along."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from urllib.parse import quote as percent

from showcase.core.catalog.models import Video
from showcase.core.citations.formats import bibtex, csl_json, ris
from showcase.core.citations.styles import Cited, apa, chicago, mla, speakers
from showcase.core.timing.moments import Moment
from showcase.web.context.request import snapshot
from showcase.web.context.video_view import Shown
from showcase.web.sharing.quotation import Quoted, quote_asked

# What some file system takes in no name, and what would show its end as something else ("gpj.exe").
_NOT_IN_NAMES = re.compile(r'[\\/:*?"<>|\u202a-\u202e\u2066-\u2069]+')
# With the time behind it, and four bytes a letter, it stays under the 255 bytes of most file systems.
_NAME_MOST = 50


@dataclass(frozen=True, slots=True)
class Citation:
    """A citation in one style.

    Attributes:
        name: of the style or the format.
        text: to be copied; APA and MLA have the citation in the text on a second line.
        href: the address of its file, "" where it has none.
    """

    name: str
    text: str
    href: str = ""


@dataclass(frozen=True, slots=True)
class Format:
    """A format of files: its name, its media type and what writes it."""

    name: str
    type: str
    write: Callable[[Cited], str]


_STYLES = (("APA 7", apa), ("MLA 9", mla), ("Chicago 17", chicago))
# By the last part of their addresses. JSON says itself that it is UTF-8 (RFC 8259, section 8.1).
FORMATS = {
    "bib": Format("BibTeX", "application/x-bibtex; charset=utf-8", bibtex),
    "ris": Format("RIS", "application/x-research-info-systems; charset=utf-8", ris),
    "json": Format("CSL-JSON", "application/vnd.citationstyles.csl+json", csl_json),
}


def build_citations(quoted: Quoted, today: date) -> list[Citation]:
    """The words of a moment, cited in every style and format; `today` is the day of the visit."""
    cited = _cited(quoted, today)
    slug, moment, language = quoted.video.slug, quoted.moment, quoted.link_language
    texts = [Citation(name, style(cited)) for name, style in _STYLES]
    return texts + [
        Citation(
            to_file.name,
            to_file.write(cited).replace("\r", "").rstrip("\n"),
            quoted.to.citation(slug, kind, moment, lang=language),
        )
        for kind, to_file in FORMATS.items()
    ]


def cite_asked(shown: Shown, today: date) -> Cited:
    """The moment that was asked for, or the whole video; words need not be spoken then."""
    if quoted := quote_asked(shown):
        return _cited(quoted, today)
    path = shown.to.video(shown.video.slug, shown.moment, lang=shown.link_language)
    return _cited_video(shown.video, shown.to.absolute(path), today, shown.moment)


def file_names(cited: Cited, kind: str) -> str:
    """The value of Content-Disposition: a name of ASCII, and the title in UTF-8 (RFC 6266, section 5)."""
    title = " ".join(_NOT_IN_NAMES.sub(" ", cited.title)[:_NAME_MOST].split()) or cited.slug
    time = f", {cited.clock.replace(':', '.')}" if cited.clock else ""
    name = percent(f"{title}{time}.{kind}", safe="")
    return f"attachment; filename=\"{cited.key}.{kind}\"; filename*=UTF-8''{name}"


def _cited(quoted: Quoted, today: date) -> Cited:
    return replace(
        _cited_video(quoted.video, quoted.url, today, quoted.moment),
        speaker=speakers(quoted.excerpt.voices),
    )


def _cited_video(video: Video, url: str, today: date, moment: Moment | None) -> Cited:
    # Where video.toml does not say who made a video, who shows it is its author (APA 7, 10.12).
    site = snapshot().catalog.site.name
    return Cited(
        slug=video.slug,
        title=video.title,
        site=site,
        author=video.author or site,
        url=url,
        accessed=today,
        date=video.date,
        language=video.language,
        duration_ms=video.duration_ms,
        moment=moment,
    )
