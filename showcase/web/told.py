"""What is said of an answer: short sentences, for eyes and for screen readers."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from showcase.core.hits import Answer, Difference, Hit
from showcase.core.quotes import Likeness, likeness
from showcase.core.words import tokenize
from showcase.web.phrases import count, matches, shorten

# A longer query is a quote, and who pasted it knows the rest.
LONG_QUERY = 60
_NEARNESS: Mapping[Likeness, str] = {
    "exact": "",
    "almost": ", almost word for word",
    "nearly": ", in nearly these words",
    "similar": ", in similar words",
    "partly": ", partly in these words",
}


class Told(NamedTuple):
    """What is said of a result.

    Attributes:
        status: one sentence that is announced.
        lead: what stands above the rows in its place, because it must stay while matches are stepped
            through; "" where the status itself is seen. That of a corrected query ends with the query.
    """

    status: str
    lead: str = ""


def tell(answer: Answer, found: int, passages: int) -> Told:
    """How many matches there are in the words that are shown, and what kind of answer they are."""
    if not found:
        return Told("No matches")
    if answer.corrected:
        lead = f"No one says {quoted(answer.query)}. {matches(found)} for"
        return Told(f"{lead} {quoted(answer.corrected)}", lead)
    if answer.kind == "nearest":
        comes = "comes" if found == 1 else "come"
        status = f"Not said here in these words; {count(found, 'place')} {comes} nearest"
        return Told(status, "Nobody says this in these words. Nearest:")
    if near := nearness(answer.hits[0], answer.kind):
        return Told(matches(found) + near, matches(found) + near)
    if answer.kind == "quote":
        return Told(matches(found))
    shown = f"{matches(found)} in {count(passages, 'passage')}"
    return Told(f"The first {shown}" if answer.total > len(answer.hits) else shown)


def tell_other(found: int, shown: str, other: str) -> Told:
    """That the words stand in another language only; languages by their names."""
    sentence = f"No matches in {shown}; {found:,} in {other}"
    return Told(sentence, sentence)


def quoted(query: str) -> str:
    """A query as it stands in a sentence."""
    return f"“{shorten(query, LONG_QUERY)}”"


def nearness(hit: Hit, kind: str) -> str:
    """How near a quote is to the words that were spoken; nothing where they are the same."""
    return _NEARNESS[likeness(hit.similarity)] if kind == "quote" else ""


def kept_words(differences: Sequence[Difference]) -> str:
    """How much of a quote was said: "11 of your 13 words were said"; "" where all of it was."""
    said = sum(len(tokenize(each.quoted)) for each in differences if each.relation == "same")
    asked = sum(len(tokenize(each.quoted)) for each in differences)
    return f"{said} of your {count(asked, 'word')} were said" if said < asked else ""
