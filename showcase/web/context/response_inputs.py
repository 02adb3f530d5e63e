"""Everything that a response is made from: its ETag and its key in the page cache are made of this alone."""

from hashlib import sha256
from typing import NamedTuple

from showcase.resources import program_version
from showcase.web.context.urls import UrlBuilder
from showcase.web.http.providers import ProviderOrigins

_ETAG_HEX_DIGITS = 24


class ResponseInputs(NamedTuple):
    """What a response depends on besides the program: equal inputs give equal bytes, whoever asks.

    Attributes:
        snapshot: the id of the snapshot.
        urls: the URL builder of the request, with the origin, the path's language and the static version.
        providers: the origins of other sites' players.
        path: of the URL, decoded, without the root.
        query_string: of the URL, as `request_query_string` has it: links to the same page in other languages
            repeat it.
        requested_locale: the language that the URL or the browser asks for, "" where neither asks for one of
            ours. Such a page is in English too, but names of a video stay in the language of the video.
        reader_language: the language of the words that the visitor reads, "" where it makes no difference.
        day: the date of the visit in ISO 8601, "" where the response has no date.
    """

    snapshot: str
    urls: UrlBuilder
    providers: ProviderOrigins
    path: str
    query_string: bytes
    requested_locale: str
    reader_language: str = ""
    day: str = ""

    def etag(self) -> str:
        """The opaque part of an ETag (RFC 9110, section 8.8.3): a hash of these inputs and of the program."""
        made_from = repr((program_version(), *self))
        return sha256(made_from.encode("utf-8", "backslashreplace")).hexdigest()[:_ETAG_HEX_DIGITS]
