"""The headers of every response: what a page may load, who may frame it, how long it may be kept."""

from flask import Flask, Response, current_app, g, request

from showcase.core.catalog.models import Source
from showcase.web.http.compression import Packings, accepted_coding, pack, pack_kept
from showcase.web.http.providers import ProviderOrigins, source_origin

COMMON_HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Resource-Policy": "same-origin",
}
# These concern what is opened by itself; style sheets, modules and tracks would only carry their weight.
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
# A picture that is opened by itself (a drawing is a document then) needs nothing; each page has several.
_IMAGE_POLICY = "default-src 'none'; frame-ancestors 'none'"
_SUBRESOURCE_TYPES = ("text/css", "text/javascript", "font/woff2", "text/vtt")
_COMPRESSIBLE_TYPES = (
    "text/", "image/svg+xml", "application/json", "application/xml", "application/atom+xml",
    "application/problem+json", "application/ld+json", "application/manifest+json",
)  # fmt: skip
# Posters and captions: small, read anew for each answer, and the same until somebody changes them.
_COMPRESSION_CACHED_TYPES = ("image/svg+xml", "text/vtt")
# Below this a compressed response is hardly smaller: one packet is sent either way.
_MIN_COMPRESSION_BYTES = 860


class CachedResponse(Response):
    """The response with a body that is kept, and its packings with it."""

    def __init__(self, packings: Packings, content_type: str) -> None:
        """Send this body."""
        super().__init__(packings.body, content_type=content_type)
        self.compressed_body = packings


def content_security_policy(
    source: Source | None, providers: ProviderOrigins, *, framed: bool = False
) -> str:
    """What a page may load: ours, and of others only what its own video is played from.

    `framed` pages may be shown in frames of any site, others in none.
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
    # A player of HLS in script fetches the pieces itself and plays them from memory, in a worker of ours.
    return {
        "media-src": f"'self' blob: {host}",
        "connect-src": f"'self' {host}",
        "worker-src": "'self'",
    }


def is_not_modified(tag: str) -> bool:
    """True when the browser holds the page already, so that no work need be done."""
    return request.if_none_match.contains_weak(tag) and not request.if_none_match.star_tag


def add_headers(app: Flask) -> None:
    """Give every response of an app its headers."""
    app.after_request(_add_response_headers)


def allow_framing() -> None:
    """Let any site show the response of this request in a frame."""
    g.framed = True


def allow_cross_origin() -> None:
    """Let scripts and pages of any site read the response of this request; nothing in it is anybody's own."""
    g.shared = True


def set_version_caching(response: Response, *, is_current: bool) -> None:
    """Of what has its hash in its address: this version is kept for ever, another is asked for again."""
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
    # A browser puts the headers of a 304 in the place of those it holds; what the page may load it knows.
    if response.mimetype not in _SUBRESOURCE_TYPES and response.status_code != 304:  # noqa: PLR2004
        response.headers.update(_document_headers(response.mimetype or ""))
    if (tag := g.get("page_tag")) and response.status_code in (200, 304):
        response.set_etag(tag, weak=True)
        response.cache_control.no_cache = True
        # A 304 does not know the type of the page that it stands for: all of these may be compressed.
        response.vary.add("Accept-Encoding")
        if g.get("by_language"):
            response.vary.add("Accept-Language")
    elif response.status_code >= 400:  # noqa: PLR2004 - what is not there now may be there soon
        response.cache_control.no_store = True
    return _compress_response(response)


def _document_headers(mimetype: str) -> dict[str, str]:
    """What concerns a response that can be opened by itself."""
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
        return response.compressed_body.pack(coding)
    packing = pack_kept if response.mimetype in _COMPRESSION_CACHED_TYPES else pack
    return packing(response.get_data(), coding)


def _is_worth_compressing(response: Response) -> bool:
    return (
        not response.is_streamed
        and not response.direct_passthrough
        and response.status_code not in (204, 206, 304)
        and "Content-Encoding" not in response.headers
        and len(response.get_data()) >= _MIN_COMPRESSION_BYTES
    )
