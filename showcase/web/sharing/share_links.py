"""Links that share a moment on other sites and by e-mail."""

from dataclasses import dataclass
from urllib.parse import quote, urlencode

from showcase.web.sharing.quotation import Quotation
from showcase.web.sharing.quote_text import (
    quote_text,
)

# Mastodon is many sites. Its makers' page asks for the visitor's own, and its server never sees the fragment.
_MASTODON_URL = "https://share.joinmastodon.org/"


@dataclass(frozen=True, slots=True)
class ShareLink:
    """A link with its label."""

    label: str
    href: str


def site_links(text: str, url: str) -> list[ShareLink]:
    """Links to the pages on which sites let their users post a text; nothing of theirs is loaded.

    Args:
        text: the quotation, without its URL.
        url: of the moment.
    """
    both = f"{text}\n{url}"
    sites = {
        "WhatsApp": ("https://wa.me/", {"text": both}),
        "Mastodon": (_MASTODON_URL, {"text": both}),
        "Bluesky": ("https://bsky.app/intent/compose", {"text": both}),
        "X": ("https://twitter.com/intent/tweet", {"text": text, "url": url}),
        "Facebook": ("https://www.facebook.com/sharer/sharer.php", {"u": url}),
    }
    return [ShareLink(name, _share_url(site, what)) for name, (site, what) in sites.items()]


def _share_url(site: str, what: dict[str, str]) -> str:
    """The URL of a site's page with its parameters: in the query, for Mastodon's page in the fragment."""
    mark = "#" if site == _MASTODON_URL else "?"
    return f"{site}{mark}{urlencode(what, quote_via=quote)}"


def mailto_url(quotation: Quotation) -> str:
    """A `mailto:` URL of an e-mail with the quotation; its lines end with %0D%0A (RFC 6068, section 5)."""
    text = quote_text(quotation).replace("\n", "\r\n")
    return "mailto:?" + urlencode({"subject": quotation.video.title, "body": text}, quote_via=quote)
