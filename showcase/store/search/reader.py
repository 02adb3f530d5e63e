"""An open index as searches see it: where each form stands, and what each passage says."""

from array import array
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path

from showcase.core.search.hit_builder import Stretch
from showcase.core.search.lexicon import Lexicon
from showcase.core.search.positions import Numbers
from showcase.core.text.tokenizer import tokenize
from showcase.store.lru_cache import Recent
from showcase.store.search.documents import (
    SaidPassage,
    joined,
    read_head,
    read_passage,
    tagged,
    without_mark,
)
from showcase.store.search.numbering import Layout, Track, in_order
from showcase.store.search.posting_store import NUMBERS, WordIndex
from showcase.store.search.stemmer import stem_function

# Numbers of words that are held in memory, four bytes each: what common words need again and again. Of a
# million cues that is 64 MB; with a quarter of it, the 32 commonest words were read anew at each search.
NUMBERS_HELD = 16_000_000
# Passages that are held in memory: of 10,000 cues all, about 10 MB.
PASSAGES_HELD = 2_000


class Archive:
    """What an index holds; any number of threads may ask it.

    Attributes:
        layout: which number each word has.
        ranks: of each track, its place in the order of hits that are equally good.
    """

    def __init__(self, folder: Path) -> None:
        """Open it.

        Raises:
            Exception: of almost any kind when the files are damaged.
        """
        self._index = WordIndex(folder)
        self.layout = Layout(read_head(data) for data in self._index.heads)
        self.ranks = in_order(self.layout.tracks)
        self._numbers: Recent[Numbers] = Recent(NUMBERS_HELD)
        self._passages: Recent[SaidPassage] = Recent(PASSAGES_HELD)

    def close(self) -> None:
        """Give files and memory back."""
        self._index.close()

    def numbers(self, language: str, form: str) -> Numbers:
        """Where a form stands in all tracks of a language."""
        if not self.is_said(language, form):
            return ()
        form = tagged(language, form)
        return self._numbers.get(form, lambda: self._read(form))

    def numbers_in(self, track: Track, form: str) -> Numbers:
        """Where a form stands in one track."""
        if not self.is_said(track.head.language, form):
            return ()
        words = self._index.posting(tagged(track.head.language, form), track.number)
        return array(NUMBERS, map(track.words.start.__add__, words))

    def is_said(self, language: str, form: str) -> bool:
        """Does a form stand anywhere in a language?

        A look into the lexicon takes a hundredth of the time of a look into the index.
        """
        return self.lexicon.count(without_mark(form), language) > 0

    def _read(self, form: str) -> tuple[Numbers, int]:
        found = array(NUMBERS)
        for posting in self._index.postings(form):
            first = self.layout.tracks[posting.track].words.start
            found.extend(map(first.__add__, posting.words))
        return found, len(found) + 10

    @cached_property
    def lexicon(self) -> Lexicon:
        """All words of the archive, and the names of those who speak."""
        said: dict[str, dict[str, int]] = {}
        for tag, count in self._index.counts().items():
            language, _, form = tag.partition(":")
            counts = said.setdefault(language, {})
            form = without_mark(form)
            counts[form] = counts.get(form, 0) + count
        return Lexicon(said, frozenset[str]().union(*self.voice_words))

    @cached_property
    def voice_words(self) -> list[frozenset[str]]:
        """Of each voice, the words of its name."""
        names = [name or "" for name, _ in self.layout.voices]
        return [frozenset(word.form for word in tokenize(name)) for name in names]

    def family(self, language: str, form: str) -> tuple[str, ...]:
        """The other forms of a word that are said in a language."""
        return self.lexicon.family(language, form, stem_function(language))

    def known(self, form: str) -> int:
        """How often a word is said, in any of its forms."""
        lexicon = self.lexicon
        return sum(
            lexicon.count(other, language)
            for language in lexicon.languages
            for other in (form, *self.family(language, form))
        )

    def said(self, passage: int) -> SaidPassage:
        """What a passage says."""
        return self._passages.get(passage, lambda: (self._read_passage(passage), 1))

    def _read_passage(self, passage: int) -> SaidPassage:
        track = self.layout.track(passage)
        number = passage - track.passages.start
        head = track.head
        voice = head.voices[head.speaks[number]]
        data = self._index.passage(track.number, number)
        return read_passage(data, head.language, number, voice)

    def stretch(self, passages: Sequence[int]) -> Stretch:
        """Passages that follow one another in a track."""
        return joined([self.said(passage).stretch for passage in passages])

    def forms(self, words: range) -> list[tuple[str, ...]]:
        """The forms of words that follow one another in a track."""
        first = self.layout.passage_of[words.start]
        last = self.layout.passage_of[words.stop - 1]
        forms = [form for passage in range(first, last + 1) for form in self.said(passage).forms]
        skipped = words.start - self.layout.first_word[first]
        return forms[skipped : skipped + len(words)]
