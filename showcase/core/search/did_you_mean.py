"""Did you mean: other queries for one that finds nothing, or too little.

* A word that stands nowhere is replaced by one that is spelt like it; two words that were run together are
  parted, and one that was parted is joined; a speaker is looked for among the names. All else of the query
  stays as it was typed.
* A query whose words all stand somewhere, but nowhere together, is asked with fewer of them.
* What would find nothing is never suggested: each query is tried first.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import combinations, islice, product

from showcase.core.search.lexicon import Lexicon
from showcase.core.search.query_edits import (
    LocatedClause,
    clause_text,
    condition_texts,
    locate_words,
    replace_spans,
)
from showcase.core.search.query_parser import SearchQuery, parse_query
from showcase.core.search.spelling import (
    MIN_PART_CHARS,
    Correction,
    PassageCounter,
    Speller,
    find_corrections,
    is_sure_match,
)

# Suggestions that respell, and suggestions that ask for less.
MAX_SPELLING_SUGGESTIONS, MAX_SHORTER_SUGGESTIONS = 3, 4
# A name has so many words at most.
MAX_NAME_WORDS = 4
# Each of a query's wrong words is tried in so many ways, and all of them together in so many.
MAX_SPELLINGS_PER_WORD, MAX_TRIED_QUERIES = 3, 8
# Of a query with many words only the rarest are tried alone and in pairs: they say most.
MAX_RAREST_CLAUSES = 4

HitCounter = Callable[[str], int]


def suggest_queries(
    query: SearchQuery,
    lexicon: Lexicon,
    count_passages: PassageCounter,
    count_hits: HitCounter,
    language: str | None = None,
) -> tuple[str, ...]:
    """Whole queries to try instead, best first; each of them finds something.

    Args:
        query: what found nothing, or too little.
        lexicon: the words that were said.
        count_passages: how many passages have a folded word, or one of its stem.
        count_hits: how many hits a query has.
        language: only words of this language; None for all.
    """
    speaks = _queries_with_hits(_speaker_queries(query, lexicon), count_hits, max_count=1)
    return (*speaks, *_suggest_other_words(query, lexicon, count_passages, count_hits, language))


def _speaker_queries(query: SearchQuery, lexicon: Lexicon) -> Iterator[str]:
    """Who types a name may want to hear whose it is."""
    if not 0 < len(query.plain_words) <= MAX_NAME_WORDS:
        return
    if any(len(form) < MIN_PART_CHARS for form in query.plain_words):
        return
    words = [
        form if form in lexicon.names else _nearest_name(form, lexicon)
        for form in query.plain_words
    ]
    if all(words):
        yield f'speaker:"{" ".join(words)}"'


def _nearest_name(form: str, lexicon: Lexicon) -> str:
    near = lexicon.similar_words(form, among=lexicon.names)
    return near[0].form if near and is_sure_match(near[0]) else ""


def _suggest_other_words(
    query: SearchQuery,
    lexicon: Lexicon,
    known: PassageCounter,
    count: HitCounter,
    language: str | None,
) -> tuple[str, ...]:
    found = find_corrections(query, lexicon, known, language)
    wrong = [correction for correction in found if correction.replacements]
    respelled = _queries_with_hits(_respelled_queries(query.text, wrong), count)
    if respelled:
        return respelled
    best = parse_query(
        replace_spans(
            query.text, {correction.span: correction.replacements[0] for correction in wrong}
        )
    )
    doubtful = Speller(best.text, lexicon, known, language).doubtful_corrections(locate_words(best))
    respelled = _queries_with_hits(_respelled_queries(best.text, doubtful), count)
    return respelled or _shorter_queries(best, known, count, than=query.text)


def _respelled_queries(text: str, wrong: Sequence[Correction]) -> Iterator[str]:
    """The query in all ways to write its wrong words, the best of each first."""
    if not wrong:
        return
    ways = product(*(range(len(one.replacements[:MAX_SPELLINGS_PER_WORD])) for one in wrong))
    for way in sorted(islice(ways, MAX_SPELLINGS_PER_WORD**4), key=sum):
        chosen = zip(wrong, way, strict=True)
        yield replace_spans(text, {one.span: one.replacements[number] for one, number in chosen})


def _queries_with_hits(
    texts: Iterable[str], count: HitCounter, max_count: int = MAX_SPELLING_SUGGESTIONS
) -> tuple[str, ...]:
    """The first queries that find something."""
    return tuple(islice(filter(count, islice(dict.fromkeys(texts), MAX_TRIED_QUERIES)), max_count))


def _shorter_queries(
    query: SearchQuery, known: PassageCounter, count: HitCounter, than: str
) -> tuple[str, ...]:
    """Queries that ask for less.

    First without quotation marks, without conditions, without the words that stand nowhere; if that is not
    enough, for two of the rarest words, or one.
    """
    clauses = locate_words(query).clauses
    typed = {
        clause_text(query.text, clause): _max_passage_count(clause, known) for clause in clauses
    }
    loose = [text.replace('"', "") for text in typed]
    somewhere = [text for text, passages in typed.items() if passages]
    conditions = list(condition_texts(query))
    wholes = map(" ".join, ([*loose, *conditions], loose, [*somewhere, *conditions]))
    found = _queries_with_hits(
        (text for text in wholes if text not in {"", than}), count, max_count=1
    )
    if found:
        return found
    rarest = sorted(somewhere, key=lambda text: (typed[text], text))[:MAX_RAREST_CLAUSES]
    pairs = [sorted(pair, key=somewhere.index) for pair in combinations(rarest, 2)]
    pairs = [pair for pair in pairs if count(" ".join([*pair, *conditions]))]
    alone = [[text] for text in rarest if not any(text in pair for pair in pairs)]
    texts = (" ".join([*some, *conditions]) for some in (*pairs, *alone))
    return _queries_with_hits(
        (text for text in texts if text != than), count, max_count=MAX_SHORTER_SUGGESTIONS
    )


def _max_passage_count(clause: LocatedClause, known: PassageCounter) -> int:
    """How many passages may have a clause, at most."""
    return sum(min(known(word.form) for word in words) for _, words in clause)
