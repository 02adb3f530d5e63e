"""304: its headers are those of the 200 that the browser holds (RFC 9110, section 15.4.5; RFC 9111, 3.2)."""

from dataclasses import replace

import pytest
from werkzeug.test import TestResponse

from tests.web.routes import addresses
from tests.web.small_showcase import Showcase

# Sent without an ETag: kept for ever under their hash, or never.
UNTAGGED = {
    "media.healthz", "assets.static_file", "tokens.tokens", "branding.brand_file", "branding.drawn_poster",
}  # fmt: skip
# What describes the content, or is read with it: a cache goes on with what it holds.
HELD_WITH_THE_CONTENT = {
    "Content-Type",
    "Content-Length",
    "Content-Encoding",
    "Content-Disposition",
    "Accept-Ranges",
    "Link",
    # Policies of documents: known from the 200, and as long as all other headers together.
    "Content-Security-Policy",
    "Referrer-Policy",
    "Cross-Origin-Opener-Policy",
    "Permissions-Policy",
}


@pytest.fixture
def showcase(showcase: Showcase) -> Showcase:
    current = showcase.library.current
    site = replace(current.catalog.site, tokens=":root { --sun: red }")
    current.catalog = replace(current.catalog, site=site)
    return showcase


def lasting_headers(answer: TestResponse) -> dict[str, str]:
    """The headers that both responses must have; lists are sorted, since their order means nothing."""
    return {
        name: ", ".join(sorted(value.split(", ")))
        for name, value in answer.headers.items()
        if name not in HELD_WITH_THE_CONTENT | {"Date"}
    }


def test_says_what_200_says_at_every_address(showcase: Showcase) -> None:
    known = addresses(showcase.add_page().client.application)
    untagged = set()
    for endpoint, address in known.items():
        for coding in ("br", "identity"):
            headers = {"Accept-Encoding": coding, "Origin": "https://other.example"}
            whole = showcase.get(address, headers)
            assert whole.status_code == 200, address
            if not (tag := whole.headers.get("ETag")):
                untagged.add(endpoint)
                continue
            unchanged = showcase.get(address, {**headers, "If-None-Match": tag})
            assert (unchanged.status_code, unchanged.data) == (304, b""), address
            assert lasting_headers(unchanged) == lasting_headers(whole), address
            told = {
                name: value
                for name, value in unchanged.headers.items()
                if name in HELD_WITH_THE_CONTENT
            }
            assert told.items() <= dict(whole.headers).items(), address
    assert untagged == UNTAGGED


@pytest.mark.parametrize("address", ["/embed/orchard", "/es/embed/orchard", "/feed.xml",
                                     "/oembed?url=http://localhost/videos/orchard"])  # fmt: skip
def test_is_read_by_the_sites_that_may_read_the_page(showcase: Showcase, address: str) -> None:
    tag = showcase.get(address).headers["ETag"]
    unchanged = showcase.get(address, {"If-None-Match": tag})
    assert unchanged.status_code == 304
    assert unchanged.headers["Cross-Origin-Resource-Policy"] == "cross-origin"
    assert unchanged.headers["Access-Control-Allow-Origin"] == "*"
