"""Peers: SQLite FTS5 and tantivy, with the same passages and the same queries.

Both stem English words and fold accents as far as they can, and return the texts of the best 20 passages and
the total; neither marks words, counts facets or knows where a passage begins. A quote is a query for any of
its words, best score (BM25) first, as a site would do it that has nothing better.
"""

import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import tantivy

from benchmarks.search.archive import Archive
from benchmarks.search.judge import words_of
from benchmarks.search.queries import WordQuery
from benchmarks.search.quoted import Quoted

MAX_HITS = 20
_WRITER_MEMORY_BYTES = 128_000_000


@dataclass(frozen=True, slots=True)
class Place:
    """A passage: its video and language, and its characters in the transcript (end excluded)."""

    video: str
    language: str
    start: int
    end: int


# Text and speaker.
Row = tuple[str, str]


class Peer(Protocol):
    """Another engine with the same passages."""

    name: str

    def words(self, query: WordQuery) -> int:
        """Fetch the best 20 passages, and return how many there are."""

    def quote(self, text: str) -> int | None:
        """The number of the passage with the best score for any of these words, from 0; None without hits."""

    def close(self) -> None:
        """Release files and memory."""


class Fts5:
    """SQLite's full-text search, in a file."""

    name = "SQLite FTS5"

    def __init__(self, folder: Path, rows: Iterable[Row]) -> None:
        self._database = sqlite3.connect(folder / "fts5.db")
        self._database.execute(
            "CREATE VIRTUAL TABLE passage USING fts5(text, speaker, "
            "tokenize = 'porter unicode61 remove_diacritics 2')"
        )
        with self._database:
            self._database.executemany("INSERT INTO passage (text, speaker) VALUES (?, ?)", rows)
            self._database.execute("INSERT INTO passage (passage) VALUES ('optimize')")

    def words(self, query: WordQuery) -> int:
        """Fetch the best 20 passages, and return how many there are."""
        quoted = [_quoted(word) for word in query.words]
        words = _quoted(" ".join(query.words)) if query.phrase else " AND ".join(quoted)
        speaker = f" AND speaker : {_quoted(query.speaker)}" if query.speaker else ""
        match = f"text : ({words}){speaker}"
        self._best(match, MAX_HITS)
        counted = self._database.execute(
            "SELECT count(*) FROM passage WHERE passage MATCH ?", (match,)
        )
        return int(counted.fetchone()[0])

    def quote(self, text: str) -> int | None:
        """The number of the passage with the best score, from 0; None without hits."""
        words = " OR ".join(map(_quoted, dict.fromkeys(words_of(text))))
        best = self._best(f"text : ({words})", 1) if words else []
        return best[0][0] - 1 if best else None

    def _best(self, match: str, limit: int) -> list[tuple[int, str]]:
        return self._database.execute(
            "SELECT rowid, text FROM passage WHERE passage MATCH ? ORDER BY rank LIMIT ?",
            (match, limit),
        ).fetchall()

    def close(self) -> None:
        """Close the file."""
        self._database.close()


def _quoted(text: str) -> str:
    escaped = text.replace('"', '""')
    return f'"{escaped}"'


class Tantivy:
    """A search library written in Rust, through its Python package."""

    name = "tantivy"

    def __init__(self, folder: Path, rows: Iterable[Row]) -> None:
        path = folder / "tantivy"
        path.mkdir()
        fields = tantivy.SchemaBuilder()
        for field in ("text", "speaker"):
            fields.add_text_field(field, stored=True, tokenizer_name="folded")
        fields.add_unsigned_field("number", stored=True)
        self._index = tantivy.Index(fields.build(), str(path))
        self._analyzer = _analyzer()
        self._index.register_tokenizer("folded", self._analyzer)
        self._fill(rows)
        self._searcher = self._index.searcher()

    def _fill(self, rows: Iterable[Row]) -> None:
        writer = self._index.writer(_WRITER_MEMORY_BYTES, 1)
        for number, (text, speaker) in enumerate(rows):
            writer.add_document(tantivy.Document(text=text, speaker=speaker, number=number))
        writer.commit()
        writer.wait_merging_threads()
        self._index.reload()

    def words(self, query: WordQuery) -> int:
        """Fetch the best 20 passages, and return how many there are."""
        terms = [term for word in query.words for term in self._analyzer.analyze(word)]
        must = [self._term("text", term) for term in terms]
        if query.phrase and len(terms) > 1:
            must = [tantivy.Query.phrase_query(self._index.schema, "text", [*terms])]
        must += [self._term("speaker", term) for term in self._analyzer.analyze(query.speaker)]
        request = tantivy.Query.boolean_query([(tantivy.Occur.Must, part) for part in must])
        found = self._searcher.search(request, MAX_HITS)
        for _, address in found.hits:
            self._searcher.doc(address).get_first("text")
        return int(getattr(found, "count", 0) or 0)

    def quote(self, text: str) -> int | None:
        """The number of the passage with the best score, from 0; None without hits."""
        terms = dict.fromkeys(
            term for word in words_of(text) for term in self._analyzer.analyze(word)
        )
        parts = [(tantivy.Occur.Should, self._term("text", term)) for term in terms]
        hits = self._searcher.search(tantivy.Query.boolean_query(parts), 1).hits
        return int(self._searcher.doc(hits[0][1])["number"][0]) if hits else None

    def _term(self, field: str, term: str) -> tantivy.Query:
        return tantivy.Query.term_query(self._index.schema, field, term)

    def close(self) -> None:
        """Nothing to close."""


def _analyzer() -> tantivy.TextAnalyzer:
    builder = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.simple())
    for step in (
        tantivy.Filter.lowercase(),
        tantivy.Filter.ascii_fold(),
        tantivy.Filter.stemmer("english"),
    ):
        builder = builder.filter(step)
    return builder.build()


class Peers:
    """All peers of one archive, with the places of its passages."""

    def __init__(self, archive: Archive, folder: Path) -> None:
        self._places: list[Place] = []
        self.all: tuple[Peer, ...] = tuple(
            engine(folder, self._rows(archive)) for engine in (Fts5, Tantivy)
        )

    def _rows(self, archive: Archive) -> Iterator[Row]:
        self._places.clear()
        for track in archive.tracks:
            text = archive.transcript(track.slug, track.language).text
            for passage in archive.passages(track.slug, track.language):
                span = passage.span
                self._places.append(Place(track.slug, track.language, span.start, span.end))
                yield text[span.start : span.end], passage.voice or ""

    def is_right(self, archive: Archive, quoted: Quoted, number: int | None) -> bool:
        """True if the passage has the first word of the quote, or the same words elsewhere."""
        if number is None:
            return False
        place = self._places[number]
        if (place.video, place.language) == (quoted.video, quoted.language):
            return place.start <= quoted.spans[0].end - 1 < place.end
        there = archive.transcript(place.video, place.language).text[place.start : place.end]
        own = archive.transcript(quoted.video, quoted.language).text
        said = " ".join(words_of(own[quoted.spans[0].start : quoted.spans[-1].end]))
        return f" {said} " in f" {' '.join(words_of(there))} "

    def close(self) -> None:
        """Release files and memory."""
        for peer in self.all:
            peer.close()
