"""The headers of every response: what a page may load, who may frame it, how long it may be kept."""

from hashlib import sha256

from flask import Flask, Response, current_app, g, request

from showcase.core.catalog.models import Source
from showcase.resources import program_version
from showcase.web.http.compression import Packings, accepted_coding, pack, pack_kept
from showcase.web.video.player import Providers, source_origin

ALWAYS = {
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Resource-Policy": "same-origin",
}
# These concern what is opened by itself; style sheets, modules and tracks would only carry their weight.
OF_DOCUMENTS = {
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=(), "
    "browsing-topics=()",
}
_POLICY = {
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
_OF_PICTURES = "default-src 'none'; frame-ancestors 'none'"
_PARTS = ("text/css", "text/javascript", "font/woff2", "text/vtt")
_TEXT = (
    "text/", "image/svg+xml", "application/json", "application/xml", "application/atom+xml",
    "application/problem+json", "application/ld+json", "application/manifest+json",
)  # fmt: skip
# Posters and captions: small, read anew for each answer, and the same until somebody changes them.
_SAME_FOR_ALL = ("image/svg+xml", "text/vtt")
# Below this a compressed response is hardly smaller: one packet is sent either way.
_WORTH_PACKING = 860


class KeptResponse(Response):
    """The response with a body that is kept, and its packings with it."""

    def __init__(self, packings: Packings, content_type: str) -> None:
        """Send this body."""
        super().__init__(packings.body, content_type=content_type)
        self.packings = packings


def content_security_policy(
    source: Source | None, providers: Providers, *, framed: bool = False
) -> str:
    """What a page may load: ours, and of others only what its own video is played from.

    `framed` pages may be shown in frames of any site, others in none.
    """
    policy = _POLICY | (_allowances(source, providers) if source else {})
    if framed:
        policy["frame-ancestors"] = "*"
    return "; ".join(f"{directive} {value}" for directive, value in policy.items())


def _allowances(source: Source, providers: Providers) -> dict[str, str]:
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


def page_tag(snapshot: str, version: str, language: str) -> str:
    """An ETag of what a page is made from: the snapshot, the program and its files, what was asked, by whom.

    `language` is the one that the visitor reads, "" where that makes no difference.
    """
    made_from = f"{snapshot}\n{program_version()}\n{version}\n{language}\n{request.url}"
    return sha256(made_from.encode("utf-8", "replace")).hexdigest()[:24]


def is_unchanged(tag: str) -> bool:
    """True when the browser holds the page already, so that no work need be done."""
    return request.if_none_match.contains_weak(tag) and not request.if_none_match.star_tag


def add_headers(app: Flask) -> None:
    """Give every response of an app its headers."""
    app.after_request(_finish)


def frame_anywhere() -> None:
    """Let any site show the response of this request in a frame."""
    g.framed = True


def share_with_all() -> None:
    """Let scripts and pages of any site read the response of this request; nothing in it is anybody's own."""
    g.shared = True


def keep_version(response: Response, *, is_current: bool) -> None:
    """Of what has its hash in its address: this version is kept for ever, another is asked for again."""
    if is_current:
        response.cache_control.max_age = 31_536_000
        response.cache_control.public = True
        response.cache_control.immutable = True
    else:
        response.cache_control.no_cache = True


def _finish(response: Response) -> Response:
    response.headers.update(ALWAYS)
    if g.get("framed") or g.get("shared"):
        response.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
    if g.get("shared"):
        response.headers["Access-Control-Allow-Origin"] = "*"
    # A browser puts the headers of a 304 in the place of those it holds; what the page may load it knows.
    if response.mimetype not in _PARTS and response.status_code != 304:  # noqa: PLR2004
        response.headers.update(_own_headers(response.mimetype or ""))
    if (tag := g.get("page_tag")) and response.status_code in (200, 304):
        response.set_etag(tag, weak=True)
        response.cache_control.no_cache = True
        if g.get("by_language"):
            response.vary.add("Accept-Language")
    elif response.status_code >= 400:  # noqa: PLR2004 - what is not there now may be there soon
        response.cache_control.no_store = True
    return _pack(response)


def _own_headers(mimetype: str) -> dict[str, str]:
    """What concerns a response that can be opened by itself."""
    if mimetype.startswith("image/"):
        return {"Content-Security-Policy": _OF_PICTURES}
    policy = content_security_policy(
        g.get("source"), current_app.extensions["providers"], framed=bool(g.get("framed"))
    )
    return OF_DOCUMENTS | {"Content-Security-Policy": policy}


def _pack(response: Response) -> Response:
    if not _packable(response):
        return response
    response.vary.add("Accept-Encoding")
    if coding := accepted_coding(request.accept_encodings):
        response.set_data(_packed(response, coding))
        response.headers["Content-Encoding"] = coding
    return response


def _packed(response: Response, coding: str) -> bytes:
    if isinstance(response, KeptResponse):
        return response.packings.pack(coding)
    packing = pack_kept if response.mimetype in _SAME_FOR_ALL else pack
    return packing(response.get_data(), coding)


def _packable(response: Response) -> bool:
    return (
        not response.is_streamed
        and not response.direct_passthrough
        and response.status_code not in (204, 206, 304)
        and "Content-Encoding" not in response.headers
        and (response.mimetype or "").startswith(_TEXT)
        and len(response.get_data()) >= _WORTH_PACKING
    )
