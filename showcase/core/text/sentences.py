"""Where sentences end, in the languages we know: Latin and Arabic, Devanagari danda (Bengali too), Han."""

from collections.abc import Iterator

import regex

_CLOSING = r"['\"’”»)\]」』]*"
_SENTENCE_END = regex.compile(rf"[.!?…؟۔।॥。！？]{_CLOSING}\s*$")
# A full stop of Han needs no space after it. "... by the rules we wrote… we" does not end there.
_INNER_END = regex.compile(
    rf"[.!?…؟۔।॥]{_CLOSING}\s+(?!\p{{Ll}})|[。！？]{_CLOSING}\s*(?![。！？])"
)
# "... by the rules we wrote…" is not the end where "we are going to" follows.
_CONTINUES_SENTENCE = regex.compile(r"\W*\p{Ll}")


def ends_sentence(text: str) -> bool:
    """Is the end of a text the end of a sentence?"""
    if text[-1:].isalnum():
        return False
    return _SENTENCE_END.search(text, max(len(text) - 20, 0)) is not None


def continues_sentence(text: str) -> bool:
    """Does a text begin with a small letter, as the rest of a sentence does?"""
    return _CONTINUES_SENTENCE.match(text) is not None


def sentence_starts(text: str) -> Iterator[int]:
    """Where sentences begin inside a text, in characters; not its own beginning."""
    for found in _INNER_END.finditer(text):
        if found.end() < len(text):
            yield found.end()
