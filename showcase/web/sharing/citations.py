"""Citations of a video or a moment: as text to copy, and as files for reference managers."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from urllib.parse import quote as percent

from showcase.core.catalog.models import Video
from showcase.core.citations.formats import bibtex, csl_json, ris
from showcase.core.citations.styles import CitationData, apa, chicago, join_names, mla
from showcase.core.text.truncate import cluster_prefix
from showcase.core.timing.moments import Moment
from showcase.web.context.request import snapshot
from showcase.web.context.video_view import VideoView
from showcase.web.sharing.quotation import Quotation, requested_quotation

# Characters that some file system forbids, and those that reverse how a name is displayed ("gpj.exe").
_UNSAFE_FILE_NAME_CHARS = re.compile(r'[\\/:*?"<>|\u202a-\u202e\u2066-\u2069]+')
# With the time after it, and at four bytes a letter, it stays under the 255 bytes of most file systems.
_MAX_FILE_NAME_CHARS = 50


@dataclass(frozen=True, slots=True)
class FormattedCitation:
    """A citation in one style or file format.

    Attributes:
        name: of the style ("APA 7") or the format ("BibTeX").
        text: to be copied; APA and MLA have the in-text citation on a second line.
        href: the path of its file, "" for a style, which has none, and for words without times, which no path
            names.
    """

    name: str
    text: str
    href: str = ""


@dataclass(frozen=True, slots=True)
class CitationFormat:
    """A file format of citations: its name, its media type and the function that writes it."""

    name: str
    media_type: str
    write: Callable[[CitationData], str]


_CITATION_STYLES = (("APA 7", apa), ("MLA 9", mla), ("Chicago 17", chicago))
# By the last part of their URLs. JSON is always UTF-8 and needs no charset (RFC 8259, section 8.1).
CITATION_FORMATS = {
    "bib": CitationFormat("BibTeX", "application/x-bibtex; charset=utf-8", bibtex),
    "ris": CitationFormat("RIS", "application/x-research-info-systems; charset=utf-8", ris),
    "json": CitationFormat("CSL-JSON", "application/vnd.citationstyles.csl+json", csl_json),
}


def build_citations(quotation: Quotation, today: date) -> list[FormattedCitation]:
    """A quotation cited in every style and format; `today` is the day of the visit."""
    cited = _cite_quotation(quotation, today)
    slug, moment, language = quotation.video.slug, quotation.moment, quotation.link_language
    texts = [FormattedCitation(name, style(cited)) for name, style in _CITATION_STYLES]
    return texts + [
        FormattedCitation(
            to_file.name,
            to_file.write(cited).replace("\r", "").rstrip("\n"),
            quotation.urls.citation(slug, kind, moment, lang=language) if moment else "",
        )
        for kind, to_file in CITATION_FORMATS.items()
    ]


def requested_citation(view: VideoView, today: date) -> CitationData:
    """What to cite of the requested moment, whether or not anybody speaks then, or of the whole video.

    Args:
        view: the video and its moment.
        today: the day of the visit.
    """
    if quotation := requested_quotation(view):
        return _cite_quotation(quotation, today)
    path = view.urls.video(view.video.slug, view.moment, lang=view.link_language)
    return _cite_video(view.video, view.urls.absolute(path), today, view.moment)


def content_disposition(cited: CitationData, kind: str) -> str:
    """The value of Content-Disposition: an ASCII file name, and one with the title (RFC 6266, section 5).

    Args:
        cited: its key and title are in the names.
        kind: the extension, "bib", "ris" or "json".
    """
    title = (
        " ".join(
            cluster_prefix(
                _UNSAFE_FILE_NAME_CHARS.sub(" ", cited.title), _MAX_FILE_NAME_CHARS
            ).split()
        )
        or cited.slug
    )
    time = f", {cited.clock.replace(':', '.')}" if cited.clock else ""
    name = percent(f"{title}{time}.{kind}", safe="")
    return f"attachment; filename=\"{cited.key}.{kind}\"; filename*=UTF-8''{name}"


def _cite_quotation(quotation: Quotation, today: date) -> CitationData:
    return replace(
        _cite_video(quotation.video, quotation.url, today, quotation.moment),
        speaker=join_names(quotation.excerpt.voices),
    )


def _cite_video(video: Video, url: str, today: date, moment: Moment | None) -> CitationData:
    # Where video.toml names no author, the site that shows the video is its author (APA 7, 10.12).
    site = snapshot().catalog.site.name
    return CitationData(
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
