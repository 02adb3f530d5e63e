"""Which words of a passage answer a query: the rule that marks and counts follow.

The index finds passages by the same forms of the same words; this module says where in them.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence

from showcase.core.hits import Hit
from showcase.core.moments import Moment
from showcase.core.passages import Passage
from showcase.core.queries import SearchQuery, Term
from showcase.core.spans import Span
from showcase.core.transcripts import Transcript
from showcase.core.words import Word

Stem = Callable[[str], str]


def matched_words(
    query: SearchQuery, transcript: Transcript, passage: Passage, stem: Stem
) -> set[int]:
    """The numbers of the words that answer `query`, for a passage that the index found for it.

    Wherever they stand together, from this passage on, if they do: who types "human rights" means those two
    in a row, not every "rights" around them. Else all terms, where each clause is answered in the passage.
    """
    found = [_clause_words(clause, transcript, passage, stem) for clause in query.clauses]
    together = set(_run_words(query.run, transcript, passage)) if len(query.run) > 1 else set()
    if together := together | _in_a_row(query, found):
        return together
    return {number for words in found for number in words} if all(found) else set()


def _in_a_row(query: SearchQuery, found: Sequence[set[int]]) -> set[int]:
    """Words in a row that answer single words in the order typed, by their stems too."""
    if len(found) < 2 or len(query.run) != len(found):  # noqa: PLR2004 (one word is no row)
        return set()
    firsts = [n for n in found[0] if all(n + step in words for step, words in enumerate(found))]
    return {n + step for n in firsts for step in range(len(found))}


def _clause_words(
    clause: Sequence[Term], transcript: Transcript, passage: Passage, stem: Stem
) -> set[int]:
    return {n for term in clause for n in term_words(term, transcript, passage, stem)}


def term_words(term: Term, transcript: Transcript, passage: Passage, stem: Stem) -> Iterator[int]:
    """The numbers of the words that answer one term, where they begin in the passage."""
    wanted, root = term.words[0], "" if term.exact else stem(term.words[0])
    if len(term.words) > 1:
        yield from _run_words(term.words, transcript, passage)
        wanted, root = term.joined, ""
    for number in passage.words if wanted else ():
        word = transcript.words[number]
        if word.compound == wanted:
            yield from range(number, number + word.compound_words)
        elif wanted in word.forms or (root and stem(word.form) == root):
            yield number


def _run_words(run: Sequence[str], transcript: Transcript, passage: Passage) -> Iterator[int]:
    for first in runs(run, transcript.words, passage.words):
        yield from range(first, first + len(run))


def runs(run: Sequence[str], words: Sequence[Word], begins: Iterable[int]) -> Iterator[int]:
    """Where, among the word numbers `begins`, all words of `run` stand together in order."""
    opening, last = run[0], len(words) - len(run)
    for first in begins:
        if (
            opening in words[first].forms
            and first <= last
            and all(form in words[first + step].forms for step, form in enumerate(run))
        ):
            yield first


def build_hit(
    video: str, transcript: Transcript, passage: Passage, words: Iterable[int],
    similarity: float = 1.0,
) -> Hit:  # fmt: skip
    """A hit with its marks, from the numbers of the matched words; the first lies in the passage.

    Without any matched word (only a speaker was asked for) the moment is the whole passage.
    """
    numbers = sorted(words)
    start = passage.span.start
    end = max(passage.span.end, _cue_end(transcript, numbers[-1]) if numbers else 0)
    groups = list(_unbroken(numbers))
    return Hit(
        video=video,
        language=transcript.language,
        speaker=passage.voice,
        passage=passage.number,
        key=passage.key,
        text=transcript.text[start:end],
        at=start,
        marks=tuple(_span(transcript, number, number, start) for number in numbers),
        matches=tuple(_span(transcript, group[0], group[-1], start) for group in groups),
        match_starts_ms=tuple(transcript.word_start_ms(group[0]) for group in groups),
        moment=_moment(transcript, passage, numbers),
        similarity=similarity,
    )


def _cue_end(transcript: Transcript, number: int) -> int:
    return transcript.cue_spans[transcript.word_cues[number]].end


def _unbroken(numbers: Sequence[int]) -> Iterator[list[int]]:
    """Numbers in runs without a gap: 3 4 5, 9."""
    group: list[int] = []
    for number in numbers:
        if group and number != group[-1] + 1:
            yield group
            group = []
        group.append(number)
    if group:
        yield group


def _span(transcript: Transcript, first: int, last: int, start: int) -> Span:
    words = transcript.words
    return Span(words[first].start - start, words[last].end - start)


def _moment(transcript: Transcript, passage: Passage, numbers: Sequence[int]) -> Moment:
    if not numbers:
        return Moment(passage.start_ms, passage.end_ms)
    start = transcript.word_start_ms(numbers[0])
    return Moment(start, max(transcript.word_end_ms(numbers[-1]), start + 1))
