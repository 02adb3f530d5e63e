"""What a search engine must provide.

Everything outside this package knows an engine as `SearchIndex` alone, so that another engine can replace
this one.
"""

from typing import Protocol

from showcase.core.search.results import Answer
from showcase.core.search.search_request import SearchRequest
from showcase.core.transcript.spoken_passages import SpokenPassages, VoiceInVideo


class SearchIndex(Protocol):
    """An index of transcripts that is open for searching: what every search engine must provide.

    An index is built from the tracks that build_index or update_index were given, and does not change while
    it is open. Two indexes of the same tracks give equal answers to equal requests, whatever updates led to
    them: no order and no count may depend on tracks that were removed, or on the order in which videos were
    added.

    Any number of threads may call an index at once.
    """

    def search(self, request: SearchRequest) -> Answer:
        """Answer a search request.

        Every request has an answer; text that nothing can be found for has one without hits. How text is read
        is in core.search.query_parser and core.quotes.quote, the order of hits in core.search.ranking, what
        counts as a quote in core.quotes.matcher. An engine must keep to these rules:

        1. Text with words enough for a quote (`SearchQuery.may_be_quote`) is looked for as a quote: first
           word for word, then as what was said most similarly. If found, the answer's kind is "quote".
        2. Otherwise, or if it was not found, a hit is a passage in which every clause of the query occurs, or
           in which a row of all its words begins; it has no excluded term, and one of the speakers that the
           query names. The answer's kind is "words".
        3. If no passage is a hit, four words or more are looked for once more: what may be a quote in the
           passages that have the most of its rare words (kind "nearest"), fewer words as a quote.
        4. If kind is "words" and there are no hits, or at most MAX_DOUBTFUL_HITS for a single word, other
           queries are suggested (core.search.did_you_mean). If there are no hits, and every unknown word has
           a sure correction (core.search.spelling), the answer is that of the corrected query.

        Of each video the hits in one language count, unless the request names a language.

        Args:
            request: what to look for and where. `limit`, `offset` and `each` select a page of hits; `facets`
                set to False saves the time of counting. Videos in `hidden` are as if they were not there.
                Videos, languages, speakers and organizations that the index does not have leave no hits; they
                are no error.

        Returns:
            The hits of the page, in the order that `Answer.hits` describes; equal scores in order of newest
            video, slug, language, time. `total`, `videos` and `facets` count all hits, not only those of the
            page. Times are milliseconds from the start of the recording; spans are half-open ranges of
            characters (code points) of the hit's text.

        Raises:
            DamagedError: a file of the index is missing or damaged, or the index was closed. The caller
                builds the index again, or uses the current one. Any other exception is a mistake in the
                program.
        """

    def spoken_passages(self, asked: VoiceInVideo, first: int, limit: int) -> SpokenPassages:
        """The passages that somebody speaks in a video, in order, without those that have no word.

        Args:
            asked: whose passages; of a video, a language or a voice that the index does not have, there are
                none. Whether the video may be seen is for the caller to ask.
            first: how many passages to pass over.
            limit: how many to return.

        Raises:
            DamagedError: as `search` does.
        """

    def close(self) -> None:
        """Release files and memory. A search that is running, or begins later, may raise DamagedError."""
