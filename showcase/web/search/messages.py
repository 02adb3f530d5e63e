"""What is said of an answer: short sentences, for eyes and for screen readers."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from showcase.core.quotes.matcher import Likeness, likeness
from showcase.core.search.results import Answer, Difference, Hit
from showcase.core.text.tokenizer import tokenize
from showcase.web.i18n.catalogs import t, tn, written_number
from showcase.web.i18n.formatting import matches, shorten

# A longer query is a quote, and who pasted it knows the rest.
LONG_QUERY = 60
# Stands where a template puts a link into a sentence; no query holds it (asked.clean).
_GAP = "\0"


class Told(NamedTuple):
    """What is said of a result.

    Attributes:
        status: one sentence that is announced.
        lead: what stands above the rows in its place, because it must stay while matches are stepped
            through; "" where the status itself is seen.
        behind: what stands behind the corrected query, with which the lead goes on where there is one.
    """

    status: str
    lead: str = ""
    behind: str = ""


def tell(answer: Answer, found: int, passages: int) -> Told:
    """How many matches there are in the words that are shown, and what kind of answer they are."""
    if not found:
        return Told(t("No matches"))
    if answer.corrected:
        return _tell_corrected(answer.query, answer.corrected, found)
    if answer.kind == "nearest":
        status = tn(
            "Not said here in these words; %(n)s place comes nearest",
            "Not said here in these words; %(n)s places come nearest",
            found,
        )
        return Told(status, t("Nobody says this in these words. Nearest:"))
    if near := _near_matches(_likeness(answer.hits[0], answer.kind), matches(found)):
        return Told(near, near)
    if answer.kind == "quote":
        return Told(matches(found))
    where = tn("%(n)s passage", "%(n)s passages", passages)
    shown = t("%(matches)s in %(passages)s", matches=matches(found), passages=where)
    more = answer.total > len(answer.hits)
    return Told(t("The first %(matches)s", matches=shown) if more else shown)


def _tell_corrected(query: str, corrected: str, found: int) -> Told:
    def said(instead: str) -> str:
        return t(
            "No one says %(query)s. %(matches)s for %(instead)s",
            query=quoted(query), matches=matches(found), instead=instead,
        )  # fmt: skip

    lead, _, behind = said(_GAP).partition(_GAP)
    return Told(said(quoted(corrected)), lead.rstrip(), behind)


def tell_other(found: int, shown: str, other: str) -> Told:
    """That the words stand in another language only; languages by their names."""
    sentence = t(
        "No matches in %(shown)s; %(number)s in %(other)s",
        shown=shown, number=written_number(found), other=other,
    )  # fmt: skip
    return Told(sentence, sentence)


def quoted(query: str) -> str:
    """A query as it stands in a sentence."""
    return f"“{shorten(query, LONG_QUERY)}”"


def nearness(hit: Hit, kind: str) -> str:
    """How near a quote is to the words that were spoken; nothing where they are the same."""
    sentences: Mapping[Likeness, str] = {
        "exact": "",
        "almost": t("Almost word for word"),
        "nearly": t("In nearly these words"),
        "similar": t("In similar words"),
        "partly": t("Partly in these words"),
    }
    return sentences[_likeness(hit, kind)]


def _near_matches(near: Likeness, found: str) -> str:
    """The same behind the number of matches: "1 match, in nearly these words"."""
    sentences: Mapping[Likeness, str] = {
        "exact": "",
        "almost": t("%(matches)s, almost word for word", matches=found),
        "nearly": t("%(matches)s, in nearly these words", matches=found),
        "similar": t("%(matches)s, in similar words", matches=found),
        "partly": t("%(matches)s, partly in these words", matches=found),
    }
    return sentences[near]


def _likeness(hit: Hit, kind: str) -> Likeness:
    return likeness(hit.similarity) if kind == "quote" else "exact"


def kept_words(differences: Sequence[Difference]) -> str:
    """How much of a quote was said: "11 of your 13 words were said"; "" where all of it was."""
    said = sum(len(tokenize(each.quoted)) for each in differences if each.relation == "same")
    asked = sum(len(tokenize(each.quoted)) for each in differences)
    return _kept(said, asked) if said < asked else ""


def _kept(said: int, asked: int) -> str:
    return tn(
        "%(said)s of your %(n)s word was said",
        "%(said)s of your %(n)s words were said",
        asked,
        said=written_number(said),
    )
