"""Did you mean: other queries to suggest for one that finds nothing, or too little.

* An unknown word is replaced by one that is spelled like it; two words that were run together are split, and
  one that was split is joined; speakers' names are compared with one another. The rest of the query stays as
  it was typed.
* A query whose words all occur, but in no passage together, is tried with fewer of them.
* Each query is tried first, so that none is suggested that finds nothing.
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
    Speller,
    WordCounter,
    find_corrections,
    is_sure_match,
)

# Suggestions with another spelling, and suggestions with fewer words.
MAX_SPELLING_SUGGESTIONS, MAX_SHORTER_SUGGESTIONS = 3, 4
# A query with more words is not taken for a name.
MAX_NAME_WORDS = 4
# Spellings that are tried for each unknown word, and queries that are tried in all.
MAX_SPELLINGS_PER_WORD, MAX_TRIED_QUERIES = 3, 8
# Only the rarest clauses of a query are tried alone and in pairs: they tell most.
MAX_RAREST_CLAUSES = 4

HitCounter = Callable[[str], int]


def suggest_queries(
    query: SearchQuery,
    lexicon: Lexicon,
    count_words: WordCounter,
    count_hits: HitCounter,
    language: str | None = None,
) -> tuple[str, ...]:
    """Whole queries to suggest, best first; each of them finds something.

    Args:
        query: what found nothing, or too little.
        lexicon: the words of the archive.
        count_words: returns how often a folded word, or one with the same stem, occurs.
        count_hits: returns how many hits the text of a query has.
        language: suggest only words of this language; None for all.
    """
    by_speaker = _queries_with_hits(_speaker_queries(query, lexicon), count_hits, max_count=1)
    return (*by_speaker, *_suggest_other_words(query, lexicon, count_words, count_hits, language))


def _speaker_queries(query: SearchQuery, lexicon: Lexicon) -> Iterator[str]:
    """A query for what a speaker says, when all words are those of names, or nearly so."""
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
    similar = lexicon.similar_words(form, among=lexicon.names)
    return similar[0].form if similar and is_sure_match(similar[0]) else ""


def _suggest_other_words(
    query: SearchQuery,
    lexicon: Lexicon,
    count_words: WordCounter,
    count_hits: HitCounter,
    language: str | None,
) -> tuple[str, ...]:
    found = find_corrections(query, lexicon, count_words, language)
    corrections = [correction for correction in found if correction.replacements]
    respelled = _queries_with_hits(_respelled_queries(query.text, corrections), count_hits)
    if respelled:
        return respelled
    best = parse_query(
        replace_spans(
            query.text, {correction.span: correction.replacements[0] for correction in corrections}
        )
    )
    doubtful = Speller(best.text, lexicon, count_words, language).doubtful_corrections(
        locate_words(best)
    )
    respelled = _queries_with_hits(_respelled_queries(best.text, doubtful), count_hits)
    return respelled or _shorter_queries(best, count_words, count_hits, than=query.text)


def _respelled_queries(text: str, corrections: Sequence[Correction]) -> Iterator[str]:
    """The query with its unknown words corrected in all ways, the best correction of each first."""
    if not corrections:
        return
    ways = product(*(range(len(one.replacements[:MAX_SPELLINGS_PER_WORD])) for one in corrections))
    for way in sorted(islice(ways, MAX_SPELLINGS_PER_WORD**4), key=sum):
        chosen = zip(corrections, way, strict=True)
        yield replace_spans(text, {one.span: one.replacements[number] for one, number in chosen})


def _queries_with_hits(
    texts: Iterable[str], count: HitCounter, max_count: int = MAX_SPELLING_SUGGESTIONS
) -> tuple[str, ...]:
    """The first queries that find something, `max_count` at most."""
    return tuple(islice(filter(count, islice(dict.fromkeys(texts), MAX_TRIED_QUERIES)), max_count))


def _shorter_queries(
    query: SearchQuery, count_words: WordCounter, count_hits: HitCounter, than: str
) -> tuple[str, ...]:
    """Queries with less in them.

    First without quotation marks, without conditions, without the words that do not occur; if none of these
    finds anything, with two of the rarest clauses, or one.
    """
    clauses = locate_words(query).clauses
    counts = {
        clause_text(query.text, clause): _max_count(clause, count_words) for clause in clauses
    }
    unquoted = [text.replace('"', "") for text in counts]
    occurring = [text for text, occurrences in counts.items() if occurrences]
    conditions = list(condition_texts(query))
    candidates = map(" ".join, ([*unquoted, *conditions], unquoted, [*occurring, *conditions]))
    found = _queries_with_hits(
        (text for text in candidates if text not in {"", than}), count_hits, max_count=1
    )
    if found:
        return found
    rarest = sorted(occurring, key=lambda text: (counts[text], text))[:MAX_RAREST_CLAUSES]
    pairs = [sorted(pair, key=occurring.index) for pair in combinations(rarest, 2)]
    pairs = [pair for pair in pairs if count_hits(" ".join([*pair, *conditions]))]
    alone = [[text] for text in rarest if not any(text in pair for pair in pairs)]
    texts = (" ".join([*some, *conditions]) for some in (*pairs, *alone))
    return _queries_with_hits(
        (text for text in texts if text != than), count_hits, max_count=MAX_SHORTER_SUGGESTIONS
    )


def _max_count(clause: LocatedClause, count_words: WordCounter) -> int:
    """An upper bound for how often a clause occurs."""
    return sum(min(count_words(word.form) for word in words) for _, words in clause)
