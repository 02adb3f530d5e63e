"""An open index as searches see it: where each form stands, and what each passage says."""

from array import array
from collections.abc import Iterable, Sequence
from functools import cached_property
from pathlib import Path

from showcase.core.search.hit_builder import ExtendedPassage
from showcase.core.search.lexicon import Lexicon
from showcase.core.text.positions import WordPositions
from showcase.core.text.tokenizer import tokenize
from showcase.store.damage import DamagedError
from showcase.store.lru_cache import LruCache
from showcase.store.search.documents import (
    StoredPassage,
    decode_passage,
    decode_track_header,
    index_term,
    join_passages,
    unmark_compound,
)
from showcase.store.search.numbering import NumberedTrack, WordNumbering, rank_tracks
from showcase.store.search.posting_store import POSITION_TYPECODE, PostingStore
from showcase.store.search.stemmer import stem_function

# Numbers of words that are held in memory, four bytes each: what common words need again and again. Of a
# million cues that is 64 MB; with a quarter of it, the 32 commonest words were read anew at each search.
MAX_CACHED_POSITIONS = 16_000_000
# Passages that are held in memory: of 10,000 cues all, about 10 MB.
MAX_CACHED_PASSAGES = 2_000


class IndexReader:
    """What an index holds; any number of threads may ask it.

    Attributes:
        numbering: which number each word has.
        track_ranks: of each track, its place in the order of hits that are equally good.
    """

    def __init__(self, folder: Path) -> None:
        """Open it.

        Raises:
            DamagedError: a file is missing or damaged.
        """
        self._index = PostingStore(folder)
        self.numbering = WordNumbering(decode_track_header(data) for data in self._index.headers)
        self.track_ranks = rank_tracks(self.numbering.tracks)
        self._position_cache: LruCache[WordPositions] = LruCache(MAX_CACHED_POSITIONS)
        self._passage_cache: LruCache[StoredPassage] = LruCache(MAX_CACHED_PASSAGES)

    def close(self) -> None:
        """Give files and memory back."""
        self._index.close()

    def positions(self, language: str, form: str) -> WordPositions:
        """Where a form stands in all tracks of a language."""
        if not self.has_form(language, form):
            return ()
        form = index_term(language, form)
        return self._position_cache.get(form, lambda: self._read_positions(form))

    def positions_in_track(self, track: NumberedTrack, form: str) -> WordPositions:
        """Where a form stands in one track."""
        if not self.has_form(track.header.language, form):
            return ()
        words = self._index.posting(index_term(track.header.language, form), track.number)
        return array(POSITION_TYPECODE, _archive_positions(track, words))

    def has_form(self, language: str, form: str) -> bool:
        """Does a form stand anywhere in a language?

        A look into the lexicon takes a hundredth of the time of a look into the index.
        """
        return self.lexicon.count(unmark_compound(form), language) > 0

    def _read_positions(self, form: str) -> tuple[WordPositions, int]:
        found = array(POSITION_TYPECODE)
        for posting in self._index.postings(form):
            track = self.numbering.tracks[posting.track]
            found.extend(_archive_positions(track, posting.positions))
        return found, len(found) + 10

    @cached_property
    def lexicon(self) -> Lexicon:
        """All words of the archive, and the names of those who speak."""
        said: dict[str, dict[str, int]] = {}
        for tag, count in self._index.term_counts().items():
            language, _, form = tag.partition(":")
            counts = said.setdefault(language, {})
            form = unmark_compound(form)
            counts[form] = counts.get(form, 0) + count
        return Lexicon(said, frozenset[str]().union(*self.speaker_name_words))

    @cached_property
    def speaker_name_words(self) -> list[frozenset[str]]:
        """Of each voice, the words of its name."""
        names = [name or "" for name, _ in self.numbering.speakers]
        return [frozenset(word.form for word in tokenize(name)) for name in names]

    def family(self, language: str, form: str) -> tuple[str, ...]:
        """The other forms of a word that are said in a language."""
        return self.lexicon.family(language, form, stem_function(language))

    def word_count(self, form: str) -> int:
        """How often a word is said, in any of its forms."""
        lexicon = self.lexicon
        return sum(
            lexicon.count(other, language)
            for language in lexicon.languages
            for other in (form, *self.family(language, form))
        )

    def stored_passage(self, passage: int) -> StoredPassage:
        """What a passage says."""
        return self._passage_cache.get(passage, lambda: (self._read_passage(passage), 1))

    def _read_passage(self, passage: int) -> StoredPassage:
        track = self.numbering.track_for_passage(passage)
        number = passage - track.passages.start
        header = track.header
        voice = header.speakers[header.speaker_indexes[number]]
        data = self._index.passage(track.number, number)
        return decode_passage(data, header.language, number, voice)

    def extended_passage(self, passages: Sequence[int]) -> ExtendedPassage:
        """Passages that follow one another in a track."""
        return join_passages([self.stored_passage(passage).passage for passage in passages])

    def forms(self, words: range) -> list[tuple[str, ...]]:
        """The forms of words that follow one another in a track."""
        first = self.numbering.passage_by_word[words.start]
        last = self.numbering.passage_by_word[words.stop - 1]
        forms = [
            form
            for passage in range(first, last + 1)
            for form in self.stored_passage(passage).forms
        ]
        skipped = words.start - self.numbering.first_word_by_passage[first]
        return forms[skipped : skipped + len(words)]


def _archive_positions(track: NumberedTrack, positions: "array[int]") -> Iterable[int]:
    """Positions in a track as positions in the archive."""
    if max(positions, default=-1) >= len(track.words):
        message = f"a posting of {track.header.video} has a position after its last word"
        raise DamagedError(message)
    return map(track.words.start.__add__, positions)
