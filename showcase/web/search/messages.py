"""What is said of an answer: short sentences, for eyes and for screen readers."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from showcase.core.quotes.matcher import SimilarityLevel, similarity_level
from showcase.core.search.results import Answer, Difference, Hit
from showcase.core.text.tokenizer import tokenize
from showcase.core.text.truncate import truncate
from showcase.web.i18n.catalogs import localized_number, t, tn
from showcase.web.i18n.formatting import match_count

# A longer query is a quote, and who pasted it knows the rest.
MAX_QUOTED_QUERY_CHARS = 60
# Stands where a template puts a link into a sentence; no query holds it (asked.clean).
_QUERY_PLACEHOLDER = "\0"


class ResultMessage(NamedTuple):
    """What is said of a result.

    Attributes:
        status: one sentence that is announced.
        lead: what stands above the rows in its place, because it must stay while matches are stepped
            through; "" where the status itself is seen.
        lead_suffix: what stands behind the corrected query, with which the lead goes on where there is one.
    """

    status: str
    lead: str = ""
    lead_suffix: str = ""


def result_message(answer: Answer, found: int, passages: int) -> ResultMessage:
    """How many matches there are in the words that are shown, and what kind of answer they are."""
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
    if near := _similar_match_count(_hit_likeness(answer.hits[0], answer.kind), match_count(found)):
        return ResultMessage(near, near)
    if answer.kind == "quote":
        return ResultMessage(match_count(found))
    where = tn("%(n)s passage", "%(n)s passages", passages)
    view = t("%(matches)s in %(passages)s", matches=match_count(found), passages=where)
    more = answer.total > len(answer.hits)
    return ResultMessage(t("The first %(matches)s", matches=view) if more else view)


def _corrected_message(query: str, corrected: str, found: int) -> ResultMessage:
    def said(instead: str) -> str:
        return t(
            "No one says %(query)s. %(matches)s for %(instead)s",
            query=quote_query(query), matches=match_count(found), instead=instead,
        )  # fmt: skip

    lead, _, behind = said(_QUERY_PLACEHOLDER).partition(_QUERY_PLACEHOLDER)
    return ResultMessage(said(quote_query(corrected)), lead.rstrip(), behind)


def other_language_message(found: int, view: str, other: str) -> ResultMessage:
    """That the words stand in another language only; languages by their names."""
    sentence = t(
        "No matches in %(shown)s; %(number)s in %(other)s",
        shown=view, number=localized_number(found), other=other,
    )  # fmt: skip
    return ResultMessage(sentence, sentence)


def quote_query(query: str) -> str:
    """A query as it stands in a sentence."""
    return f"“{truncate(query, MAX_QUOTED_QUERY_CHARS)}”"


def similarity_text(hit: Hit, kind: str) -> str:
    """How near a quote is to the words that were spoken; nothing where they are the same."""
    sentences: Mapping[SimilarityLevel, str] = {
        "exact": "",
        "almost": t("Almost word for word"),
        "nearly": t("In nearly these words"),
        "similar": t("In similar words"),
        "partly": t("Partly in these words"),
    }
    return sentences[_hit_likeness(hit, kind)]


def _similar_match_count(near: SimilarityLevel, found: str) -> str:
    """The same behind the number of matches: "1 match, in nearly these words"."""
    sentences: Mapping[SimilarityLevel, str] = {
        "exact": "",
        "almost": t("%(matches)s, almost word for word", matches=found),
        "nearly": t("%(matches)s, in nearly these words", matches=found),
        "similar": t("%(matches)s, in similar words", matches=found),
        "partly": t("%(matches)s, partly in these words", matches=found),
    }
    return sentences[near]


def _hit_likeness(hit: Hit, kind: str) -> SimilarityLevel:
    return similarity_level(hit.similarity) if kind == "quote" else "exact"


def matched_words_text(differences: Sequence[Difference]) -> str:
    """How much of a quote was said: "11 of your 13 words were said"; "" where all of it was."""
    said = sum(len(tokenize(each.quoted)) for each in differences if each.relation == "same")
    parameters = sum(len(tokenize(each.quoted)) for each in differences)
    return _matched_words_sentence(said, parameters) if said < parameters else ""


def _matched_words_sentence(said: int, parameters: int) -> str:
    return tn(
        "%(said)s of your %(n)s word was said",
        "%(said)s of your %(n)s words were said",
        parameters,
        said=localized_number(said),
    )
