"""An address of every route: a new route with a new argument needs a value for it here."""

from collections.abc import Mapping
from urllib.parse import urlencode

from flask import Flask

# Values for the arguments of routes, those of one endpoint first.
_ARGUMENTS: Mapping[str, Mapping[str, object]] = {
    "": {"slug": "orchard", "locale": "es", "part": 1, "track": "captions.en", "number": 1},
    "listings.show_list": {"kind": "speakers"},
    "listings.show_entry": {"kind": "speakers", "slug": "rosa-field"},
    "listings.show_passages": {"slug": "rosa-field", "video": "orchard"},
    "media.track": {"stem": "captions.en"},
    "media.media": {"name": "poster.svg"},
    "words.words": {"stem": "captions.en", "kind": "txt"},
    "cites.citation": {"kind": "bib"},
    "assets.static_file": {"version": "0", "name": "css/page.css"},
    "tokens.tokens": {"key": "0"},
    "branding.brand_file": {"key": "0", "name": "icon-180.png"},
    "branding.drawn_poster": {"key": "0"},
    "branding.page_picture": {"name": "tree.svg"},
    "site_pages.site_page": {"name": "about"},
    "site_pages_in.site_page": {"name": "about"},
}
_QUERIES: Mapping[str, Mapping[str, str]] = {
    "pages.search": {"q": "rules"},
    "pages_in.search": {"q": "rules"},
    "oembed.oembed": {"url": "http://localhost/videos/orchard"},
    "api.search": {"q": "rules"},
    "api.quote": {"q": "we wrote the rules ourselves"},
    "api.annotation": {"t": "8,12"},
}


def addresses(app: Flask) -> dict[str, str]:
    """An address that is answered with 200, by the endpoint, for every route that is asked with GET."""
    rules = [rule for rule in app.url_map.iter_rules() if "GET" in (rule.methods or ())]
    urls = app.url_map.bind("localhost")
    found: dict[str, str] = {}
    for rule in rules:
        own = _ARGUMENTS.get(rule.endpoint.replace("_in.", "."), {})
        known = {**_ARGUMENTS[""], **own}
        missing = rule.arguments - known.keys()
        assert not missing, f"{rule}: give {missing} a value in {__name__}"
        path = urls.build(rule.endpoint, {name: known[name] for name in rule.arguments})
        query = urlencode(_QUERIES.get(rule.endpoint, {}))
        found[rule.endpoint] = f"{path}?{query}" if query else path
    return found
