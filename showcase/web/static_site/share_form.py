"""The share panel of a page that is a file: without words, which a script fills in."""

from showcase.core.text.typography import add_quotation_marks
from showcase.web.context.request import is_static_site
from showcase.web.context.video_view import VideoView
from showcase.web.sharing.embed_code import embed_code
from showcase.web.sharing.panel import SharePanel

# Where the script finds what is around the words of a quote, and a clock.
_WORDS_PLACE = "…"


def empty_share_panel(view: VideoView) -> SharePanel | None:
    """The panel without words; None where a server is asked for each panel.

    Quote cards, citations and links to other sites are left out: they would need the words.
    """
    if not is_static_site():
        return None
    video, urls = view.video, view.urls
    address = urls.permalink(video.slug, lang=view.link_language)
    return SharePanel(
        words_span="",
        language=view.language,
        moment="",
        key="",
        clock=_WORDS_PLACE,
        count="",
        title=video.title,
        url=urls.absolute(address),
        play_range=_WORDS_PLACE if video.source and view.has_timed_words else "",
        play_href=address,
        quote=add_quotation_marks(_WORDS_PLACE, view.language),
        short_quote="",
        card=None,
        citations=[],
        embed=embed_code(video, urls, None, view.link_language, video.title),
        site_links=[],
        mailto_url="mailto:?",
        report_url="",
    )
