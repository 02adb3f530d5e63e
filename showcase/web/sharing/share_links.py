"""Links that share a moment: other sites, and e-mail."""

from dataclasses import dataclass
from urllib.parse import quote, urlencode

from showcase.web.sharing.quotation import Quotation
from showcase.web.sharing.quote_text import (
    quote_text,
)

# Mastodon is many sites. Its makers' page asks for the visitor's, and never sees what stands behind "#".
_MASTODON_URL = "https://share.joinmastodon.org/"


@dataclass(frozen=True, slots=True)
class ShareLink:
    """A link with what it says."""

    label: str
    href: str


def site_links(text: str, url: str) -> list[ShareLink]:
    """Addresses at which these sites take a text to be shared; nothing of theirs is loaded."""
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
    """The address at which a site takes a text; Mastodon's page reads it behind "#"."""
    mark = "#" if site == _MASTODON_URL else "?"
    return f"{site}{mark}{urlencode(what, quote_via=quote)}"


def mailto_url(quotation: Quotation) -> str:
    """A letter with the words; RFC 6068 has lines end with %0D%0A."""
    text = quote_text(quotation).replace("\n", "\r\n")
    return "mailto:?" + urlencode({"subject": quotation.video.title, "body": text}, quote_via=quote)
