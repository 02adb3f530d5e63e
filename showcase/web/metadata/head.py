"""The `<head>` of a video's page: title, links, and metadata for search engines and previews."""

from dataclasses import dataclass, replace
from functools import partial

from showcase.core.catalog.localized import LocalizedSite
from showcase.core.catalog.site_catalog import Site
from showcase.web.context import language_links as locale_links
from showcase.web.context.request import is_static_site, snapshot
from showcase.web.context.urls import UrlBuilder
from showcase.web.context.video_view import VideoView
from showcase.web.http.media_types import (
    ANNOTATION_TYPE,
    ATOM_TYPE,
    IIIF_MANIFEST_TYPE,
    OEMBED_JSON_LINK_TYPE,
    OEMBED_XML_LINK_TYPE,
)
from showcase.web.metadata.json_ld import JsonObject, video_object
from showcase.web.metadata.open_graph import (
    MetaTag,
    open_graph_tags,
    preview_title,
    preview_url,
    x_card_tags,
)
from showcase.web.sharing.headlines import preview_description, quote_headline
from showcase.web.sharing.quotation import Quotation

# A browser tab and a result of a search engine show about so much of a title.
_MAX_QUOTE_CHARS = 65
_MAX_DESCRIPTION_CHARS = 200


@dataclass(frozen=True, slots=True)
class AlternateFormat:
    """A `<link rel="alternate">`: the page in another format, by its media type."""

    type: str
    href: str
    title: str


@dataclass(frozen=True, slots=True)
class PageHead:
    """Everything in the `<head>` that differs from page to page.

    Attributes:
        canonical: URL of the video's page in the language of this page, without moment and query.
        languages: the page in all languages; none if another page is the canonical one.
        robots: the value of the robots `<meta>`; "" allows everything.
        named_metas: each `<meta>` with a name.
        property_metas: each `<meta>` with a property.
        alternates: the page in other formats.
        json_ld: the video for search engines.
    """

    title: str
    canonical: str
    languages: list[locale_links.AlternateLanguage]
    robots: str
    named_metas: list[MetaTag]
    property_metas: list[MetaTag]
    alternates: list[AlternateFormat]
    json_ld: JsonObject


def build_head(view: VideoView, quotation: Quotation | None) -> PageHead:
    """The head of a video's page; that of a moment if something is said during it.

    Args:
        view: what the page is made from.
        quotation: the words of the requested moment; None for none.
    """
    site, urls = snapshot().catalog.site, view.urls
    return PageHead(
        title=_page_title(view, quotation, site),
        canonical=urls.absolute(_video_url(view, urls.for_locale(urls.locale))),
        languages=_alternate_languages(view),
        robots=_robots(view),
        named_metas=[
            MetaTag(
                "description", preview_description(view.texts, quotation, _MAX_DESCRIPTION_CHARS)
            ),
            *x_card_tags(view, quotation, site),
        ],
        property_metas=open_graph_tags(view, quotation, site),
        alternates=_alternate_formats(view, quotation, site),
        json_ld=video_object(view, site),
    )


def _robots(view: VideoView) -> str:
    """Search results are not for the index of a search engine, nor what its owner keeps out of it."""
    if not view.video.visibility.is_indexable:
        return "noindex"
    return "noindex, follow" if view.parameters.query else ""


def _video_url(view: VideoView, urls: UrlBuilder) -> str:
    return urls.video(view.video.slug)


def _alternate_languages(view: VideoView) -> list[locale_links.AlternateLanguage]:
    if view.parameters.query or view.moment or view.parameters.language or view.parallel_transcript:
        return []
    return locale_links.alternate_languages(partial(_video_url, view), view.urls)


def _page_title(view: VideoView, quotation: Quotation | None, site: Site) -> str:
    title = (
        quote_headline(view.texts, quotation, _MAX_QUOTE_CHARS)
        if quotation
        else str(view.texts.title)
    )
    name = str(LocalizedSite(site, view.reader_locale).name)
    return title if title == name else f"{title} | {name}"


def _alternate_formats(
    view: VideoView, quotation: Quotation | None, site: Site
) -> list[AlternateFormat]:
    urls, slug, title = view.urls, view.video.slug, preview_title(view, quotation)
    page = preview_url(view)
    formats = [
        *([] if is_static_site() else _oembed_formats(page, title, urls)),
        AlternateFormat(IIIF_MANIFEST_TYPE, urls.iiif_resource(slug), view.video.title),
        AlternateFormat(ATOM_TYPE, urls.feed(), site.name),
    ]
    if quotation and quotation.moment:
        address = urls.annotation(slug, quotation.moment, quotation.link_language)
        formats.append(AlternateFormat(ANNOTATION_TYPE, address, title))
    return [replace(alternate, href=urls.absolute(alternate.href)) for alternate in formats]


def _oembed_formats(page: str, title: str, urls: UrlBuilder) -> list[AlternateFormat]:
    return [
        AlternateFormat(OEMBED_JSON_LINK_TYPE, urls.oembed(page, "json"), title),
        AlternateFormat(OEMBED_XML_LINK_TYPE, urls.oembed(page, "xml"), title),
    ]
