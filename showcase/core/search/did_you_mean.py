"""Did you mean: other queries for one that finds nothing, or too little.

* A word that stands nowhere is replaced by one that is spelt like it; two words that were run together are
  parted, and one that was parted is joined; a speaker is looked for among the names. All else of the query
  stays as it was typed.
* A query whose words all stand somewhere, but nowhere together, is asked with fewer of them.
* What would find nothing is never suggested: each query is tried first.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import combinations, islice, pairwise, product

from showcase.core.search.lexicon import Lexicon, Nearby
from showcase.core.search.query_edits import (
    Asked,
    Clause,
    read_asked,
    rewrite,
    typed_clause,
    typed_conditions,
)
from showcase.core.search.query_parser import SearchQuery, scan
from showcase.core.text.spans import Span
from showcase.core.text.tokenizer import Word, fold, is_unspaced

# Suggestions that respell, and suggestions that ask for less.
RESPELLED_MOST, FEWER_MOST = 3, 4
# Where more words stand nowhere, they are no slips: it is another language, or another archive.
WRONG_MOST = 6
# With one letter off, a word this long is hardly another.
SURE_LETTERS = 5
# A name has so many words at most.
NAME_WORDS_MOST = 4
# Each of a query's wrong words is tried in so many ways, and all of them together in so many.
WAYS_MOST, TRIED_MOST = 3, 8
# Of a query with many words only the rarest are tried alone and in pairs: they say most.
RAREST_MOST = 4
# The parts of what may be two words have so many letters at least: "humanrights", not "a" and "lot". So do
# names.
PART_LETTERS_LEAST = 3
# A word that does stand somewhere may still be a slip, when one that sounds the same is said so much more.
FAR_MORE = 20

# How many passages have a word, by its stem too; how many hits a whole query has.
Known = Callable[[str], int]
Count = Callable[[str], int]


@dataclass(frozen=True, slots=True)
class Correction:
    """What of a query stands nowhere.

    Attributes:
        span: its characters in the query's text.
        instead: what to write there, best first; empty where nothing is spelt like it.
        sure: True when the first of them may be taken without asking: it sounds the same, or is the same in
            two words, or differs in one letter of many. "goverment" is not "movement", nor "rent" "rest".
    """

    span: Span
    instead: tuple[str, ...]
    sure: bool = field(default=True, compare=False)


def corrections(
    query: SearchQuery, lexicon: Lexicon, known: Known, language: str | None = None
) -> tuple[Correction, ...]:
    """The words of a query that stand nowhere, in order.

    Words that must not be found need no correction. Names of speakers are corrected to other names.
    """
    speller = _Speller(query.text, lexicon, known, language)
    asked = read_asked(query)
    found = [*speller.words(asked), *speller.names(asked)]
    return tuple(sorted(found, key=lambda correction: correction.span))


def corrected(
    query: SearchQuery, lexicon: Lexicon, known: Known, language: str | None = None
) -> str:
    """The query with the best word in place of each that stands nowhere.

    Returns:
        "" when all words stand somewhere, or when nothing is surely what is meant by one that does not.
    """
    found = corrections(query, lexicon, known, language)
    if not found or not all(correction.instead and correction.sure for correction in found):
        return ""
    return rewrite(query.text, {correction.span: correction.instead[0] for correction in found})


def did_you_mean(
    query: SearchQuery, lexicon: Lexicon, known: Known, count: Count, language: str | None = None
) -> tuple[str, ...]:
    """Whole queries to try instead, best first; each of them finds something.

    Args:
        query: what found nothing, or too little.
        lexicon: the words that were said.
        known: how many passages have a folded word, or one of its stem.
        count: how many hits a query has.
        language: only words of this language; None for all.
    """
    speaks = _tried(_as_speaker(query, lexicon), count, most=1)
    return (*speaks, *_in_other_words(query, lexicon, known, count, language))


def _as_speaker(query: SearchQuery, lexicon: Lexicon) -> Iterator[str]:
    """Who types a name may want to hear whose it is."""
    if not 0 < len(query.run) <= NAME_WORDS_MOST:
        return
    if any(len(form) < PART_LETTERS_LEAST for form in query.run):
        return
    words = [form if form in lexicon.names else _nearest_name(form, lexicon) for form in query.run]
    if all(words):
        yield f'speaker:"{" ".join(words)}"'


def _nearest_name(form: str, lexicon: Lexicon) -> str:
    near = lexicon.near(form, among=lexicon.names)
    return near[0].form if near and _is_sure(near[0]) else ""


def _in_other_words(
    query: SearchQuery, lexicon: Lexicon, known: Known, count: Count, language: str | None
) -> tuple[str, ...]:
    found = corrections(query, lexicon, known, language)
    wrong = [correction for correction in found if correction.instead]
    respelled = _tried(_respelled(query.text, wrong), count)
    if respelled:
        return respelled
    best = scan(
        rewrite(query.text, {correction.span: correction.instead[0] for correction in wrong})
    )
    doubtful = _Speller(best.text, lexicon, known, language).doubtful(read_asked(best))
    respelled = _tried(_respelled(best.text, doubtful), count)
    return respelled or _fewer(best, known, count, than=query.text)


def _respelled(text: str, wrong: Sequence[Correction]) -> Iterator[str]:
    """The query in all ways to write its wrong words, the best of each first."""
    if not wrong:
        return
    ways = product(*(range(len(one.instead[:WAYS_MOST])) for one in wrong))
    for way in sorted(islice(ways, WAYS_MOST**4), key=sum):
        chosen = zip(wrong, way, strict=True)
        yield rewrite(text, {one.span: one.instead[number] for one, number in chosen})


def _tried(texts: Iterable[str], count: Count, most: int = RESPELLED_MOST) -> tuple[str, ...]:
    """The first queries that find something."""
    return tuple(islice(filter(count, islice(dict.fromkeys(texts), TRIED_MOST)), most))


class _Speller:
    """Looks for other words than those of a query."""

    def __init__(self, text: str, lexicon: Lexicon, known: Known, language: str | None) -> None:
        self._text = text
        self._lexicon = lexicon
        self._known = known
        self._language = language

    def words(self, asked: Asked) -> Iterator[Correction]:
        """Words that stand nowhere, and what may stand there instead."""
        wrong = {word for words in asked.terms for word in words if self._stands_nowhere(word)}
        wrong -= {word for words in asked.terms if self._is_compound(words) for word in words}
        joined: set[Word] = set()
        for one, other, form in self._joined(asked):
            if joined.isdisjoint({one, other}) and not wrong.isdisjoint({one, other}):
                joined |= {one, other}
                yield self._correction(one.start, other.end, [form])
        wrong -= joined
        for word in wrong:
            sure, less_sure = self._instead(word) if len(wrong) <= WRONG_MOST else ([], [])
            forms = [*sure, *less_sure]
            yield self._correction(word.start, word.end, forms, sure=bool(sure))

    def names(self, asked: Asked) -> Iterator[Correction]:
        """Words of speakers that nobody is called."""
        names = self._lexicon.names
        for word in asked.names:
            if names and word.form not in names:
                near = self._lexicon.near(word.form, among=names)
                forms = [nearby.form for nearby in near]
                yield self._correction(
                    word.start, word.end, forms, sure=any(map(_is_sure, near[:1]))
                )

    def doubtful(self, asked: Asked) -> list[Correction]:
        """Words that stand somewhere, and what was more likely meant."""
        found = [self._correction(a.start, b.end, [form]) for a, b, form in self._joined(asked)]
        if found:
            return found[:1]
        words = [word for words in asked.terms for word in words][:WRONG_MOST]
        more = [(word, self._said_far_more(word.form)) for word in words]
        return [self._correction(word.start, word.end, forms) for word, forms in more if forms]

    def _stands_nowhere(self, word: Word) -> bool:
        return not self._known(word.form)

    def _is_compound(self, words: Sequence[Word]) -> bool:
        """True when the words were typed with a hyphen, and are written as one somewhere."""
        return any(word.compound and self._known(word.compound) for word in words)

    def _joined(self, asked: Asked) -> Iterator[tuple[Word, Word, str]]:
        """Neighbors that are one word elsewhere: "work force"."""
        for one, other in pairwise(word for words in asked.terms for word in words):
            form = one.form + other.form
            spaced = self._text[one.end : other.start] == " "
            if spaced and not is_unspaced(one.form) and self._known(form):
                yield one, other, form

    def _instead(self, word: Word) -> tuple[list[str], list[str]]:
        """What was surely meant, and what may have been, best first."""
        parts = [part for part in word.forms[1:] if len(part) >= PART_LETTERS_LEAST]
        near = self._lexicon.near(word.form, self._language)
        sure = [one.form for one in near if _is_sure(one)]
        known = [form for form in (*parts, *sure) if self._known(form)]
        less_sure = [one.form for one in near if one.form not in sure and self._known(one.form)]
        return [*known, *self._parted(word.form)], less_sure

    def _parted(self, form: str) -> list[str]:
        """Two words that were run together; where there are several ways, the one of common words."""
        cuts = range(PART_LETTERS_LEAST, len(form) - PART_LETTERS_LEAST + 1)
        ways = {cut: min(self._said(form[:cut]), self._said(form[cut:])) for cut in cuts}
        best = max(ways, key=ways.__getitem__, default=0)
        return [f"{form[:best]} {form[best:]}"] if ways.get(best) else []

    def _said(self, form: str) -> int:
        return self._lexicon.count(form, self._language)

    def _said_far_more(self, form: str) -> list[str]:
        enough = FAR_MORE * max(self._known(form), 1)
        near = self._lexicon.near(form, self._language)
        return [one.form for one in near if one.sounds_alike and self._known(one.form) >= enough]

    def _correction(
        self, start: int, end: int, forms: Iterable[str], *, sure: bool = True
    ) -> Correction:
        typed = self._text[start:end]
        instead = dict.fromkeys(_written_like(typed, form) for form in forms)
        return Correction(Span(start, end), tuple(instead), sure)


def _is_sure(nearby: Nearby) -> bool:
    one_off = nearby.distance == 1 and len(nearby.form) >= SURE_LETTERS
    return nearby.sounds_alike or one_off


def _written_like(typed: str, form: str) -> str:
    """A folded word with the capitals of what was typed."""
    written = form.upper() if typed.isupper() and len(typed) > 1 else form
    if typed[:1].isupper():
        written = written[:1].upper() + written[1:]
    return written if fold(written) == form and written != "OR" else form


@dataclass(frozen=True, slots=True)
class _Part:
    """A clause of a query, as it was typed, and how many passages may have it."""

    text: str
    count: int


def _fewer(query: SearchQuery, known: Known, count: Count, than: str) -> tuple[str, ...]:
    """Queries that ask for less.

    First without quotation marks, without conditions, without the words that stand nowhere; if that is not
    enough, for two of the rarest words, or one.
    """
    clauses = read_asked(query).clauses
    typed = {typed_clause(query.text, clause): _passages(clause, known) for clause in clauses}
    loose = [text.replace('"', "") for text in typed]
    somewhere = [text for text, passages in typed.items() if passages]
    conditions = list(typed_conditions(query))
    wholes = map(" ".join, ([*loose, *conditions], loose, [*somewhere, *conditions]))
    found = _tried((text for text in wholes if text not in {"", than}), count, most=1)
    if found:
        return found
    rarest = sorted(somewhere, key=lambda text: (typed[text], text))[:RAREST_MOST]
    pairs = [sorted(pair, key=somewhere.index) for pair in combinations(rarest, 2)]
    pairs = [pair for pair in pairs if count(" ".join([*pair, *conditions]))]
    alone = [[text] for text in rarest if not any(text in pair for pair in pairs)]
    texts = (" ".join([*some, *conditions]) for some in (*pairs, *alone))
    return _tried((text for text in texts if text != than), count, most=FEWER_MOST)


def _passages(clause: Clause, known: Known) -> int:
    """How many passages may have a clause, at most."""
    return sum(min(known(word.form) for word in words) for _, words in clause)
