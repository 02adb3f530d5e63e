"""The headers of every response: what a page may load, who may frame it, how long it may be cached."""

from flask import Flask, Response, current_app, g, request

from showcase.core.catalog.models import Source
from showcase.web.http.compression import CompressedBody, accepted_coding, compress, compress_cached
from showcase.web.http.providers import ProviderOrigins, source_origin

COMMON_HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Resource-Policy": "same-origin",
}
# For what can be opened by itself; on style sheets, modules and tracks they would be dead weight.
DOCUMENT_HEADERS = {
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=(), "
    "browsing-topics=()",
}
_BASE_POLICY = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self'",
    "media-src": "'self'",
    "font-src": "'self'",
    "connect-src": "'self'",
    "manifest-src": "'self'",
    "form-action": "'self'",
    "base-uri": "'none'",
    "frame-ancestors": "'none'",
}
# A picture that is opened by itself (an SVG is a document then) needs nothing; each page has several.
_IMAGE_POLICY = "default-src 'none'; frame-ancestors 'none'"
_SUBRESOURCE_TYPES = ("text/css", "text/javascript", "font/woff2", "text/vtt")
_COMPRESSIBLE_TYPES = (
    "text/", "image/svg+xml", "application/json", "application/xml", "application/atom+xml",
    "application/problem+json", "application/ld+json", "application/manifest+json",
)  # fmt: skip
# Posters, captions and tokens: small, made for each response, and the same until somebody changes them.
_COMPRESSION_CACHED_TYPES = ("image/svg+xml", "text/vtt", "text/css")
# Below this a compressed response is hardly smaller: one packet is sent either way.
_MIN_COMPRESSION_BYTES = 500


class CachedResponse(Response):
    """A response whose body is in the page cache, in its compressed forms too."""

    def __init__(self, body: CompressedBody, content_type: str) -> None:
        """Send a body, in the coding that the browser accepts.

        Args:
            body: with its compressed forms.
            content_type: the value of Content-Type, with its charset.
        """
        super().__init__(body.plain, content_type=content_type)
        self.compressed_body = body


def content_security_policy(
    source: Source | None, providers: ProviderOrigins, *, framed: bool = False
) -> str:
    """The Content-Security-Policy of a page: it loads our own files, and from elsewhere only its own video.

    Args:
        source: the recording of the page's video; None for a page without one.
        providers: the origins of other sites' players.
        framed: True for a page that any site may show in a frame; False for one that none may.
    """
    policy = _BASE_POLICY | (_source_directives(source, providers) if source else {})
    if framed:
        policy["frame-ancestors"] = "*"
    return "; ".join(f"{directive} {value}" for directive, value in policy.items())


def _source_directives(source: Source, providers: ProviderOrigins) -> dict[str, str]:
    if frame := providers.origin(source.kind):
        return {"frame-src": frame}
    if not (host := source_origin(source)):
        return {}
    if source.kind == "file":
        return {"media-src": f"'self' {host}"}
    # Our HLS player fetches the segments itself, in a worker, and plays them from memory.
    return {
        "media-src": f"'self' blob: {host}",
        "connect-src": f"'self' {host}",
        "worker-src": "'self'",
    }


def is_not_modified(tag: str) -> bool:
    """True when the browser holds the response with this ETag, so that no work needs to be done.

    Args:
        tag: the opaque part of the ETag. "*" in If-None-Match names none in particular and never matches.
    """
    return request.if_none_match.contains_weak(tag) and not request.if_none_match.star_tag


def add_headers(app: Flask) -> None:
    """Have an app add these headers to every response."""
    app.after_request(_add_response_headers)


def allow_framing() -> None:
    """Let any site show the response of this request in a frame."""
    g.framed = True


def allow_cross_origin() -> None:
    """Let scripts and pages of any site read the response of this request: nothing in it is private."""
    g.shared = True


def set_version_caching(response: Response, *, is_current: bool) -> None:
    """Set the Cache-Control of a file whose URL holds a version.

    Args:
        response: gets the header.
        is_current: True where the URL names the version that is sent: it is cached for a year without being
            asked for again. False where it names another: it is revalidated each time.
    """
    if is_current:
        response.cache_control.max_age = 31_536_000
        response.cache_control.public = True
        response.cache_control.immutable = True
    else:
        response.cache_control.no_cache = True


def _add_response_headers(response: Response) -> Response:
    response.headers.update(COMMON_HEADERS)
    if g.get("framed") or g.get("shared"):
        response.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
    if g.get("shared"):
        response.headers["Access-Control-Allow-Origin"] = "*"
    if g.get("noindex"):
        response.headers["X-Robots-Tag"] = "noindex"
    # A browser replaces those headers that a 304 has (RFC 9111, section 3.2) and keeps the policies it holds.
    if response.mimetype not in _SUBRESOURCE_TYPES and response.status_code != 304:  # noqa: PLR2004
        response.headers.update(_document_headers(response.mimetype or ""))
    if (tag := g.get("page_tag")) and response.status_code in (200, 304):
        response.set_etag(tag, weak=True)
        response.cache_control.no_cache = True
        # A 304 does not know the type of the 200 it replaces: any response with such a tag may be compressed.
        response.vary.add("Accept-Encoding")
        if g.get("by_language"):
            response.vary.add("Accept-Language")
    elif response.status_code >= 400:  # noqa: PLR2004 - what is missing now may be there soon
        response.cache_control.no_store = True
    return _compress_response(response)


def _document_headers(mimetype: str) -> dict[str, str]:
    """The headers of a response that can be opened by itself."""
    if mimetype.startswith("image/"):
        return {"Content-Security-Policy": _IMAGE_POLICY}
    policy = content_security_policy(
        g.get("source"), current_app.extensions["providers"], framed=bool(g.get("framed"))
    )
    return DOCUMENT_HEADERS | {"Content-Security-Policy": policy}


def _compress_response(response: Response) -> Response:
    if not (response.mimetype or "").startswith(_COMPRESSIBLE_TYPES):
        return response
    response.vary.add("Accept-Encoding")
    coding = accepted_coding(request.accept_encodings)
    if coding and _is_worth_compressing(response):
        response.set_data(_encode_body(response, coding))
        response.headers["Content-Encoding"] = coding
    return response


def _encode_body(response: Response, coding: str) -> bytes:
    if isinstance(response, CachedResponse):
        return response.compressed_body.compress(coding)
    encode = compress_cached if response.mimetype in _COMPRESSION_CACHED_TYPES else compress
    return encode(response.get_data(), coding)


def _is_worth_compressing(response: Response) -> bool:
    return (
        not response.is_streamed
        and not response.direct_passthrough
        and response.status_code not in (204, 206, 304)
        and "Content-Encoding" not in response.headers
        and len(response.get_data()) >= _MIN_COMPRESSION_BYTES
    )
