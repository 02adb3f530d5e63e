"""The index of passages: the one module that knows Whoosh.

A document is a passage. Its words stand at their places, each under all its forms; behind them, as
borrowed words, the first of what follows. Every word, own or borrowed, stands there once more with a mark
that says "in a row". A phrase is its first word without the mark and the others with it, so one that
crosses into the next passages is found in the passage where it begins, once.

The files are pickles: the folder is private and never taken from outside.
"""

import threading
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from whoosh import fields, index, query, scoring
from whoosh.analysis import Token, Tokenizer

from showcase.core.passages import Passage
from showcase.core.queries import SearchQuery, Term
from showcase.core.transcripts import Transcript
from showcase.core.words import tokenize
from showcase.store.stems import stem_function

# Exact beats stem: somebody who types "organizing" wants it before "organization".
EXACT_BOOST = 4.0
STEM_BOOST = 1.0
# Words that stand together in the order typed are what was meant, more than the same words apart.
RUN_BOOST = 8.0

# How many words of what follows a passage borrows; the longest phrase that is looked up at once is one more.
LOOK_AHEAD = 12
RUN_MOST = LOOK_AHEAD + 1

_IN_A_ROW = "»"
_NEXT_FORM = "\x1f"
_MEMORY_MB = 128


class Place(NamedTuple):
    """A passage that was found: its video's slug, its language, its number."""

    video: str
    language: str
    passage: int


@dataclass(frozen=True, slots=True)
class Found:
    """Passages, best first, and how many there are in all."""

    total: int
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class VideoWords:
    """What is indexed of one track of a video."""

    slug: str
    language: str
    transcript: Transcript
    passages: tuple[Passage, ...]


class FormsTokenizer(Tokenizer):
    """Reads words that were already cut: places parted by spaces, the forms of one by U+001F."""

    def __call__(self, value: str, **_options: object) -> Iterator[Token]:
        """Whoosh's protocol: the same token object, changed for each form."""
        token = Token(positions=True, boost=1.0)
        for token.pos, forms in enumerate(value.split(" ")):
            for token.text in forms.split(_NEXT_FORM):
                if token.text:
                    yield token


# Whoosh calls it, whatever its type says: a tokenizer alone is an analyzer.
_ANALYZER: Any = FormsTokenizer()


class _Either(query.Or):
    """An Or that merges its parts as they come.

    In small indexes Whoosh would set up an array of scores instead, at 2 ms each time; and it bounds a sum
    by its largest part, so that the best passages could get lost.
    """

    matcher_type = query.Or.DEFAULT_MATCHER


def _schema() -> fields.Schema:
    return fields.Schema(
        video=fields.ID(stored=True),
        language=fields.ID(stored=True),
        passage=fields.STORED(),
        speaker=fields.TEXT(analyzer=_ANALYZER, phrase=False),
        words=fields.TEXT(analyzer=_ANALYZER, phrase=True),
        stems=fields.TEXT(analyzer=_ANALYZER, phrase=False),
    )


def build_index(folder: Path, documents: Iterable[VideoWords]) -> None:
    """Make a new index in an empty folder."""
    _write(index.create_in(str(folder), _schema()), (), documents)


def update_index(folder: Path, removed: Iterable[str], documents: Iterable[VideoWords]) -> None:
    """Take videos out of an index, by slug, and put others in. No existing file is changed in place."""
    _write(index.open_dir(str(folder)), removed, documents)


def _write(whoosh_index: Any, removed: Iterable[str], documents: Iterable[VideoWords]) -> None:
    writer = whoosh_index.writer(limitmb=_MEMORY_MB)
    for slug in removed:
        writer.delete_by_term("video", slug)
    for document in documents:
        stem = stem_function(document.language)
        for passage in document.passages:
            writer.add_document(**_document(document, passage, stem))
    writer.commit()
    whoosh_index.close()


def _document(document: VideoWords, passage: Passage, stem: Any) -> dict[str, object]:
    words = document.transcript.words
    own = [words[number] for number in passage.words]
    ahead = words[passage.words.stop : passage.words.stop + LOOK_AHEAD]
    places = [_NEXT_FORM.join((*word.forms, *_in_a_row(word.forms))) for word in own]
    borrowed = [_NEXT_FORM.join(_in_a_row(word.forms)) for word in ahead]
    # Behind all others: a compound written together stands in no row.
    compounds = [word.compound for word in own if word.compound]
    return {
        "video": document.slug,
        "language": document.language,
        "passage": passage.number,
        "speaker": " ".join(speaker_forms(passage.voice)),
        "words": " ".join((*places, *borrowed, *compounds)),
        "stems": " ".join(
            f"{document.language}:{stem(word.form)}" for word in own if stem(word.form)
        ),
    }


def _in_a_row(words: Iterable[str]) -> list[str]:
    return [_IN_A_ROW + word for word in words]


def speaker_forms(voice: str | None) -> tuple[str, ...]:
    """The folded words of a speaker's name."""
    return tuple(word.form for word in tokenize(voice or ""))


class PassageIndex:
    """An index that is open for reading; any number of threads may ask it."""

    def __init__(self, folder: Path) -> None:
        self._index: Any = index.open_dir(str(folder))
        self._own = threading.local()
        self._searchers: list[Any] = []
        with self._index.searcher() as searcher:
            self.languages = tuple(sorted(searcher.reader().field_terms("language")))

    def close(self) -> None:
        """Give files and memory back; nothing can be asked any more."""
        for searcher in self._searchers:
            searcher.close()
        self._index.close()

    def find(
        self, asked: SearchQuery, *, video: str | None, language: str | None, limit: int | None
    ) -> Found:
        """The passages that answer a query."""
        return self._search(self._query(asked), video, language, limit)

    def find_run(self, run: Sequence[str], *, video: str | None, language: str | None) -> Found:
        """The passages where the first words of `run` (RUN_MOST of them) begin, in this order."""
        return self._search(_together(run), video, language, None)

    def find_some(
        self, words: Iterable[str], *, video: str | None, language: str | None, limit: int
    ) -> Found:
        """The passages that have the most of `words`, rare ones counting more."""
        some = _Either([query.Term("words", word) for word in words])
        return self._search(some, video, language, limit)

    def frequency(self, word: str) -> int:
        """In how many passages a folded word stands."""
        return int(self._searcher().doc_frequency("words", word))

    def _searcher(self) -> Any:
        """A searcher is not thread-safe: each thread has its own."""
        if not hasattr(self._own, "searcher"):
            self._own.searcher = self._index.searcher(weighting=scoring.TF_IDF())
            self._searchers.append(self._own.searcher)
        return self._own.searcher

    def _search(
        self, asked: query.Query, video: str | None, language: str | None, limit: int | None
    ) -> Found:
        wanted = {"video": video, "language": language}
        narrow = [query.Term(name, value) for name, value in wanted.items() if value is not None]
        # No limit of Whoosh's own: to count all it would look a second time, which takes twice as long.
        results = self._searcher().search(
            asked, limit=None, filter=query.And(narrow) if narrow else None
        )
        places = (Place(hit["video"], hit["language"], hit["passage"]) for hit in results[:limit])
        return Found(len(results), tuple(places))

    def _query(self, asked: SearchQuery) -> query.Query:
        """The whole query: every clause, or all words in a row; not what is unwanted; who speaks."""
        every = [_Either([self._term(term) for term in clause]) for clause in asked.clauses]
        wanted: query.Query = query.And(every) if every else query.NullQuery
        if len(asked.run) > 1 and len(asked.clauses) > 1:
            wanted = _Either([wanted, _together(asked.run, RUN_BOOST)])
        if asked.speakers:
            speaks = _Either([_speaker(words) for words in asked.speakers])
            wanted = query.And([wanted, speaks]) if every else speaks
        unwanted = [*map(_exactly, asked.without), *map(_speaker, asked.not_speakers)]
        return query.AndNot(wanted, _Either(unwanted)) if unwanted else wanted

    def _term(self, term: Term) -> query.Query:
        if term.exact or len(term.words) > 1:
            return _exactly(term)
        stems = [(lang, stem_function(lang)(term.words[0])) for lang in self.languages]
        alike = [
            query.Term("stems", f"{lang}:{stem}", boost=STEM_BOOST) for lang, stem in stems if stem
        ]
        return _Either([_exactly(term), *alike])


def _exactly(term: Term) -> query.Query:
    together = _together(term.words)
    if not term.joined:
        return together
    return _Either([together, query.Term("words", term.joined, boost=EXACT_BOOST)])


def _together(run: Sequence[str], boost: float = 1.0) -> query.Query:
    """Words in a row that begin in the passage itself."""
    if len(run) == 1:
        return query.Term("words", run[0], boost=EXACT_BOOST)
    return query.Phrase("words", [run[0], *_in_a_row(run[1:RUN_MOST])], boost=boost)


def _speaker(words: Sequence[str]) -> query.Query:
    return query.And([query.Term("speaker", word) for word in words])
