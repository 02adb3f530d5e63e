"""Sentences about a search result, to be read and to be announced by screen readers."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from showcase.core.quotes.matcher import SimilarityLevel, similarity_level
from showcase.core.search.results import Answer, Difference, Hit
from showcase.core.text.tokenizer import tokenize
from showcase.core.text.truncate import truncate
from showcase.web.i18n.catalogs import localized_number, t, tn
from showcase.web.i18n.formatting import match_count

# A longer query is cut in a sentence: it is a pasted quote.
MAX_QUOTED_QUERY_CHARS = 60
# Marks where the template puts a link into a sentence; no query contains it (query.clean_text).
_QUERY_PLACEHOLDER = "\0"


class ResultMessage(NamedTuple):
    """The sentence about a result.

    Attributes:
        status: one sentence, which screen readers announce.
        lead: a visible sentence above the rows, if it must stay while the visitor steps through the matches
            (which changes the status); "" if the status itself is visible.
        lead_suffix: what follows the corrected query, if `lead` ends before one.
    """

    status: str
    lead: str = ""
    lead_suffix: str = ""


def result_message(answer: Answer, found: int) -> ResultMessage:
    """The sentence about a result in the transcript that is shown.

    Args:
        answer: of one video.
        found: how many matches there are.
    """
    if not found:
        return ResultMessage(t("No matches"))
    if answer.corrected:
        return _corrected_message(answer.query, answer.corrected, found)
    if answer.kind == "nearest":
        status = tn(
            "Not said here in these words; %(n)s place comes nearest",
            "Not said here in these words; %(n)s places come nearest",
            found,
        )
        return ResultMessage(status, t("Nobody says this in these words. Nearest:"))
    if near := _similar_match_count(
        _hit_similarity(answer.hits[0], answer.kind), match_count(found)
    ):
        return ResultMessage(near, near)
    if answer.kind == "quote":
        return ResultMessage(match_count(found))
    more = answer.total > len(answer.hits)
    matches = match_count(found)
    return ResultMessage(t("The first %(matches)s", matches=matches) if more else matches)


def _corrected_message(query: str, corrected: str, found: int) -> ResultMessage:
    def sentence(instead: str) -> str:
        return t(
            "No one says %(query)s. %(matches)s for %(instead)s",
            query=quote_query(query), matches=match_count(found), instead=instead,
        )  # fmt: skip

    lead, _, suffix = sentence(_QUERY_PLACEHOLDER).partition(_QUERY_PLACEHOLDER)
    return ResultMessage(sentence(quote_query(corrected)), lead.rstrip(), suffix)


def other_language_message(found: int, view: str, other: str) -> ResultMessage:
    """The sentence about a result in another language only.

    Args:
        found: how many matches there are.
        view: the name of the language that is shown.
        other: the name of the language that has the matches.
    """
    sentence = t(
        "No matches in %(shown)s; %(number)s in %(other)s",
        shown=view, number=localized_number(found), other=other,
    )  # fmt: skip
    return ResultMessage(sentence, sentence)


def quote_query(query: str) -> str:
    """A query between quotation marks, cut if it is long."""
    return f"“{truncate(query, MAX_QUOTED_QUERY_CHARS)}”"


def similarity_text(hit: Hit, kind: str) -> str:
    """How similar a quote is to the words that were spoken; "" if they are the same.

    Args:
        hit: with its similarity.
        kind: of the answer; only a "quote" is similar to something.
    """
    sentences: Mapping[SimilarityLevel, str] = {
        "exact": "",
        "almost": t("Almost word for word"),
        "nearly": t("In nearly these words"),
        "similar": t("In similar words"),
        "partly": t("Partly in these words"),
    }
    return sentences[_hit_similarity(hit, kind)]


def _similar_match_count(near: SimilarityLevel, found: str) -> str:
    """The same after the number of matches: "1 match, in nearly these words"."""
    sentences: Mapping[SimilarityLevel, str] = {
        "exact": "",
        "almost": t("%(matches)s, almost word for word", matches=found),
        "nearly": t("%(matches)s, in nearly these words", matches=found),
        "similar": t("%(matches)s, in similar words", matches=found),
        "partly": t("%(matches)s, partly in these words", matches=found),
    }
    return sentences[near]


def _hit_similarity(hit: Hit, kind: str) -> SimilarityLevel:
    return similarity_level(hit.similarity) if kind == "quote" else "exact"


def matched_words_text(differences: Sequence[Difference]) -> str:
    """How much of a quote was said: "11 of your 13 words were said"; "" if all of it was."""
    said = sum(len(tokenize(each.quoted)) for each in differences if each.relation == "same")
    quoted = sum(len(tokenize(each.quoted)) for each in differences)
    return _matched_words_sentence(said, quoted) if said < quoted else ""


def _matched_words_sentence(said: int, quoted: int) -> str:
    return tn(
        "%(said)s of your %(n)s word was said",
        "%(said)s of your %(n)s words were said",
        quoted,
        said=localized_number(said),
    )
