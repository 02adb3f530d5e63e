"""The head of a video's page: what browsers, search engines and previews read of it."""

from dataclasses import dataclass, replace
from functools import partial

from showcase.core.catalog.localized import SiteTexts
from showcase.core.catalog.models import Site
from showcase.web.context import language_links as locale_links
from showcase.web.context.request import snapshot
from showcase.web.context.urls import Addresses
from showcase.web.context.video_view import Shown
from showcase.web.metadata.json_ld import JsonObject, video_object
from showcase.web.metadata.open_graph import Meta, open_graph, preview_title, x_card
from showcase.web.sharing.headlines import described, quoted_line
from showcase.web.sharing.quotation import Quoted, quote_asked

# A tab and a result of a search engine show about so much of a title.
_QUOTE_MOST = 65
_DESCRIPTION_MOST = 200
# Media types with the profiles that tell these two kinds of JSON-LD apart.
ANNOTATION_TYPE = 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"'
MANIFEST_TYPE = 'application/ld+json; profile="http://iiif.io/api/presentation/3/context.json"'


@dataclass(frozen=True, slots=True)
class Alternate:
    """A `<link rel="alternate">`: the same in another format."""

    type: str
    href: str
    title: str


@dataclass(frozen=True, slots=True)
class Head:
    """Everything in the head that is this page's own.

    Attributes:
        canonical: the address of the video in the language that is asked for, whatever the moment.
        languages: the same in all languages; none where another page is the canonical one.
        robots: what search engines may do with the page; "" for everything.
        names: metas with a name.
        properties: metas with a property.
        json_ld: the video for search engines.
    """

    title: str
    canonical: str
    languages: list[locale_links.Alternate]
    robots: str
    names: list[Meta]
    properties: list[Meta]
    alternates: list[Alternate]
    json_ld: JsonObject


def build_head(shown: Shown) -> Head:
    """The head of the page that a request asks for: of a moment where words are spoken then."""
    site, quoted, to = snapshot().catalog.site, quote_asked(shown), shown.to
    return Head(
        title=_title(shown, quoted, site),
        canonical=to.absolute(_own(shown, to.of(to.locale))),
        languages=_languages(shown),
        # What somebody searched for is no page of its own.
        robots="noindex, follow" if shown.asked.query else "",
        names=[
            Meta("description", described(shown.texts, quoted, _DESCRIPTION_MOST)),
            *x_card(shown, quoted),
        ],
        properties=open_graph(shown, quoted, site),
        alternates=_alternates(shown, quoted, site),
        json_ld=video_object(shown, site),
    )


def _own(shown: Shown, to: Addresses) -> str:
    return to.video(shown.video.slug)


def _languages(shown: Shown) -> list[locale_links.Alternate]:
    if shown.asked.query or shown.moment or shown.asked.language or shown.beside:
        return []
    return locale_links.alternates(partial(_own, shown), shown.to)


def _title(shown: Shown, quoted: Quoted | None, site: Site) -> str:
    own = quoted_line(shown.texts, quoted, _QUOTE_MOST) if quoted else str(shown.texts.title)
    name = str(SiteTexts(site, shown.reader).name)
    return own if own == name else f"{own} | {name}"


def _alternates(shown: Shown, quoted: Quoted | None, site: Site) -> list[Alternate]:
    to, slug, title = shown.to, shown.video.slug, preview_title(shown, quoted)
    page = to.absolute(to.page(slug, shown.moment, lang=shown.link_language))
    found = [
        Alternate("application/json+oembed", to.oembed(page, "json"), title),
        Alternate("text/xml+oembed", to.oembed(page, "xml"), title),
        Alternate(MANIFEST_TYPE, to.manifest(slug), shown.video.title),
        Alternate("application/atom+xml", to.feed(), site.name),
    ]
    if quoted:
        address = to.annotation(slug, quoted.moment, quoted.link_language)
        found.append(Alternate(ANNOTATION_TYPE, address, title))
    return [replace(alternate, href=to.absolute(alternate.href)) for alternate in found]
