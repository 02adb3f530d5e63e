"""Media types of what the showcase sends and links to, as the IANA registry has them."""

HTML_TYPE = "text/html"
PLAIN_TEXT_TYPE = "text/plain"
JSON_TYPE = "application/json"
XML_TYPE = "application/xml"
ATOM_TYPE = "application/atom+xml"
VTT_TYPE = "text/vtt"
# SubRip has no registered type; programs and servers use this one.
SRT_TYPE = "application/x-subrip"
PNG_TYPE = "image/png"
SVG_TYPE = "image/svg+xml"
# RFC 8216, section 10.
HLS_TYPE = "application/vnd.apple.mpegurl"
WEB_MANIFEST_TYPE = "application/manifest+json"
# RFC 9457.
PROBLEM_TYPE = "application/problem+json"
# What an answer of oEmbed 1.0 is, and the two types by which a page links to it.
OEMBED_XML_TYPE = "text/xml"
OEMBED_JSON_LINK_TYPE = "application/json+oembed"
OEMBED_XML_LINK_TYPE = "text/xml+oembed"
# Both are JSON-LD: their profiles tell them apart.
ANNOTATION_TYPE = 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"'
IIIF_MANIFEST_TYPE = 'application/ld+json; profile="http://iiif.io/api/presentation/3/context.json"'

# The files that a track can be downloaded as, by extension.
TRACK_FILE_TYPES = {
    "txt": PLAIN_TEXT_TYPE,
    "srt": SRT_TYPE,
    "vtt": VTT_TYPE,
    "json": JSON_TYPE,
}


def content_type(media_type: str) -> str:
    """The Content-Type of a body in UTF-8; JSON says itself that it is (RFC 8259, section 8.1)."""
    return media_type if media_type.endswith("json") else f"{media_type}; charset=utf-8"
