"""An index that is open for reading: where each form occurs, and what each passage says."""

from array import array
from collections.abc import Iterable, Sequence
from functools import cached_property

from showcase.core.search.hit_builder import ExtendedPassage
from showcase.core.search.lexicon import Lexicon
from showcase.core.text.positions import WordPositions
from showcase.core.text.sorted_forms import forms_beginning_with
from showcase.core.text.tokenizer import tokenize
from showcase.store.damage import DamagedError
from showcase.store.lru_cache import LruCache
from showcase.store.search.documents import (
    StoredPassage,
    decode_passage,
    decode_track_header,
    index_term,
    join_passages,
    mark_compound,
    unmark_compound,
)
from showcase.store.search.numbering import NumberedTrack, WordNumbering, rank_tracks
from showcase.store.search.posting_buckets import POSITION_TYPECODE, Posting
from showcase.store.search.posting_store import PostingStore
from showcase.store.search.stemmer import stem_function

# Positions that are kept in memory, four bytes each, 64 MB in all. In an archive of a million cues, the 32
# most frequent words were read again for each search when this was a quarter as many.
MAX_CACHED_POSITIONS = 16_000_000
# Terms of tracks that are kept in memory for queries that are being typed, about 100 bytes each.
MAX_CACHED_TERMS = 200_000
# Passages that are kept in memory: all of 10,000 cues, about 10 MB.
MAX_CACHED_PASSAGES = 2_000


class IndexReader:
    """An open index, for any number of threads; every method may raise DamagedError.

    Attributes:
        numbering: the numbers of words, passages and tracks.
        track_ranks: for each track, its rank among equal hits.
    """

    def __init__(self, postings: PostingStore) -> None:
        """Read an open index, or a view of it without some videos.

        Raises:
            DamagedError: a file is damaged.
        """
        self._index = postings
        self.numbering = WordNumbering(decode_track_header(data) for data in self._index.headers)
        self.track_ranks = rank_tracks(self.numbering.tracks)
        self._position_cache: LruCache[WordPositions] = LruCache(MAX_CACHED_POSITIONS)
        self._terms_cache: LruCache[list[str]] = LruCache(MAX_CACHED_TERMS)
        self._passage_cache: LruCache[StoredPassage] = LruCache(MAX_CACHED_PASSAGES)

    def positions(self, language: str, form: str) -> WordPositions:
        """The positions of a form in all tracks of a language, ascending, as numbers in the archive."""
        if not self.has_form(language, form):
            return ()
        form = index_term(language, form)
        return self._position_cache.get(form, lambda: self._read_positions(form))

    def positions_in_track(self, track: NumberedTrack, form: str) -> WordPositions:
        """The positions of a form in one track, ascending, as numbers in the archive."""
        if not self.has_form(track.header.language, form):
            return ()
        return self._position_cache.get(
            (track.number, form), lambda: self._read_track_positions(track, form)
        )

    def _read_track_positions(self, track: NumberedTrack, form: str) -> tuple[WordPositions, int]:
        posting = self._index.posting(index_term(track.header.language, form), track.number)
        found = array(POSITION_TYPECODE, _archive_positions(track, posting))
        return found, len(found) + 10

    def has_form(self, language: str, form: str) -> bool:
        """Does a form, or the form of a compound, occur in a language?

        The lexicon says so in a hundredth of the time that the index takes.
        """
        return self.lexicon.count(unmark_compound(form), language) > 0

    def forms_beginning_with(
        self, language: str, beginning: str, track: NumberedTrack | None
    ) -> list[str]:
        """The longer forms of a language that begin with a folded text, those of compounds marked.

        Args:
            language: BCP 47 tag.
            beginning: folded, not empty.
            track: only forms of this track, which is in that language; None for all.
        """
        terms = self._all_terms if track is None else self._track_terms(track)
        return [
            term.partition(":")[2]
            for start in (beginning, mark_compound(beginning))
            for term in forms_beginning_with(terms, index_term(language, start))
        ]

    def _track_terms(self, track: NumberedTrack) -> list[str]:
        def read() -> tuple[list[str], int]:
            terms = self._index.track_terms(track.number)
            return terms, len(terms) + 10

        return self._terms_cache.get(track.number, read)

    @cached_property
    def _all_terms(self) -> list[str]:
        return sorted(self._index.term_counts())

    def _read_positions(self, form: str) -> tuple[WordPositions, int]:
        found = array(POSITION_TYPECODE)
        for posting in self._index.postings(form):
            track = self.numbering.tracks[posting.track]
            found.extend(_archive_positions(track, posting))
        return found, len(found) + 10

    @cached_property
    def lexicon(self) -> Lexicon:
        """All words of the archive, and the names of the speakers."""
        counts_by_language: dict[str, dict[str, int]] = {}
        for tag, count in self._index.term_counts().items():
            language, _, form = tag.partition(":")
            counts = counts_by_language.setdefault(language, {})
            form = unmark_compound(form)
            counts[form] = counts.get(form, 0) + count
        return Lexicon(counts_by_language, frozenset[str]().union(*self.speaker_name_words))

    @cached_property
    def speaker_name_words(self) -> list[frozenset[str]]:
        """For each speaker of the numbering, the folded words of the name."""
        names = [name or "" for name, _ in self.numbering.speakers]
        return [frozenset(word.form for word in tokenize(name)) for name in names]

    def family(self, language: str, form: str) -> tuple[str, ...]:
        """The other words of a language with the same stem, most frequent first."""
        return self.lexicon.family(language, form, stem_function(language))

    def word_count(self, form: str) -> int:
        """How often a word or one with the same stem occurs, in all languages."""
        lexicon = self.lexicon
        return sum(
            lexicon.count(other, language)
            for language in lexicon.languages
            for other in (form, *self.family(language, form))
        )

    def stored_passage(self, passage: int) -> StoredPassage:
        """A passage of the archive."""
        return self._passage_cache.get(passage, lambda: (self._read_passage(passage), 1))

    def _read_passage(self, passage: int) -> StoredPassage:
        track = self.numbering.track_for_passage(passage)
        number = passage - track.passages.start
        data = self._index.passage(track.number, number)
        return decode_passage(data, track.header, number)

    def extended_passage(self, passages: Sequence[int]) -> ExtendedPassage:
        """The first of some passages of a track that follow one another, extended by the others."""
        return join_passages([self.stored_passage(passage).passage for passage in passages])

    def forms(self, words: range) -> list[tuple[str, ...]]:
        """For each of some words of a track that follow one another, the forms under which it is found."""
        first = self.numbering.passage_by_word[words.start]
        last = self.numbering.passage_by_word[words.stop - 1]
        forms = [
            form
            for passage in range(first, last + 1)
            for form in self.stored_passage(passage).forms
        ]
        skipped = words.start - self.numbering.first_word_by_passage[first]
        return forms[skipped : skipped + len(words)]


def _archive_positions(track: NumberedTrack, posting: Posting) -> Iterable[int]:
    """Positions in a track as positions in the archive."""
    if max(posting.positions, default=-1) - posting.first_word >= len(track.words):
        message = f"a posting of {track.header.video} has a position after its last word"
        raise DamagedError(message)
    return map((track.words.start - posting.first_word).__add__, posting.positions)
