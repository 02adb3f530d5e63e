"""The share panel: every form in which the words of a moment can be shared."""

from dataclasses import dataclass

from showcase.core.text.spans import EMPTY_SPAN, Span, Utf16Offsets
from showcase.web.context.request import snapshot, today
from showcase.web.context.video_view import VideoView
from showcase.web.i18n.catalogs import localize_digits, tn
from showcase.web.sharing.citations import FormattedCitation, build_citations
from showcase.web.sharing.embed_code import embed_code
from showcase.web.sharing.mistake_report import report_url
from showcase.web.sharing.quotation import Quotation, selected_quotation
from showcase.web.sharing.quote_text import (
    clock_range,
    quote_text,
    short_quote_text,
)
from showcase.web.sharing.share_card import ShareCard, build_share_card
from showcase.web.sharing.share_links import (
    ShareLink,
    mailto_url,
    site_links,
)


@dataclass(frozen=True, slots=True)
class SharePanel:
    """The values that the template of the panel shows.

    Attributes:
        words_span: where the words are in the transcript, half-open, in UTF-16 code units: "12-40".
        language: of the words, a BCP 47 tag.
        moment: the value of `t=` that leads to them; "" where the transcript has no times.
        key: of the passage with the last of the words; the panel is after it.
        clock: when they are said, "2:03–2:12", in the digits of the page's language; "" without times.
        count: how many words there are, as a phrase.
        title: of the video.
        url: of the moment, to be shared.
        play_range: start and end in seconds for the player; "" without a recording or times.
        play_href: the path that plays the words without JavaScript.
        quote: the words, who says them, where and when, and the URL, as plain text.
        short_quote: the words, shortened, and who says them, for sites that take few characters.
        card: None where the words last longer than a card holds, or have no times to name it by.
        citations: in every style and format.
        embed: HTML to be pasted.
        site_links: to pages of other sites where the quotation can be posted; nothing of theirs is loaded.
        mailto_url: opens an e-mail with the quotation.
        report_url: reports a mistake in the words to the owner; "" where the owner takes none.
    """

    words_span: str
    language: str
    moment: str
    key: str
    clock: str
    count: str
    title: str
    url: str
    play_range: str
    play_href: str
    quote: str
    short_quote: str
    card: ShareCard | None
    citations: list[FormattedCitation]
    embed: str
    site_links: list[ShareLink]
    mailto_url: str
    report_url: str


def requested_share_panel(view: VideoView, of_moment: Quotation | None) -> SharePanel | None:
    """The panel of the words that a request names by their span (`?words=`) or else by their moment.

    Args:
        view: what the page is made from.
        of_moment: the words of its moment; None for none.

    Returns:
        None where the request names no words.
    """
    quoted = of_moment
    if view.words is not None and view.parameters.words_span is not None:
        offsets = Utf16Offsets(view.words.transcript.text)
        quoted = selected_quotation(view, offsets.span_from_utf16(view.parameters.words_span))
    return build_share_panel(quoted, view) if quoted else None


def moment_offsets(view: VideoView) -> str:
    """The span of the words that are marked as the requested moment, "12-40"; "" where none are marked.

    It is half-open and counts UTF-16 code units, as JavaScript does.
    """
    return _utf16_span(view.selected_span, view) if view.selected_span != EMPTY_SPAN else ""


def _utf16_span(span: Span, view: VideoView) -> str:
    return Utf16Offsets(view.words.transcript.text if view.words else "").format_span(span)


def build_share_panel(quotation: Quotation, view: VideoView) -> SharePanel:
    """The panel of a quotation.

    Args:
        quotation: the words to share.
        view: the video and the transcript that they are from.
    """
    video, excerpt = quotation.video, quotation.excerpt
    played = video.source is not None and excerpt.moment is not None
    return SharePanel(
        words_span=_utf16_span(excerpt.span, view),
        language=quotation.language,
        moment=str(quotation.moment or ""),
        key=next((p.key for p in reversed(view.passages) if p.span.start < excerpt.span.end), ""),
        clock=localize_digits(clock_range(quotation)),
        count=tn("%(n)s word", "%(n)s words", len(excerpt.words)),
        title=video.title,
        url=quotation.url,
        play_range=str(excerpt.moment) if played else "",
        play_href=quotation.urls.video(
            video.slug, excerpt.moment, anchor="player", lang=quotation.link_language
        ),
        quote=quote_text(quotation),
        short_quote=short_quote_text(quotation),
        card=build_share_card(quotation),
        citations=build_citations(quotation, today()),
        embed=embed_code(
            video,
            quotation.urls,
            quotation.moment,
            quotation.link_language,
            ", ".join(part for part in (video.title, clock_range(quotation)) if part),
        ),
        site_links=site_links(short_quote_text(quotation), quotation.url),
        mailto_url=mailto_url(quotation),
        report_url=report_url(snapshot().catalog.site.contact, quotation),
    )
