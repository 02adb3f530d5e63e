"""Searches one video: its shown transcript first, then its other languages."""

from collections.abc import Callable
from dataclasses import replace

from showcase.core.catalog.models import Video
from showcase.core.search.near_phrases import near_phrases
from showcase.core.search.results import Answer
from showcase.core.search.search_request import SearchRequest

# More marks than this help nobody find a place, and would make a page of megabytes.
MAX_HIT_COUNT = 500

SearchFunction = Callable[[SearchRequest], Answer]


def search_video(
    search: SearchFunction, query: str, video: Video, language: str, *, is_typing: bool = False
) -> Answer | None:
    """The results in the transcript that is shown; in the video's other languages where that one has none.

    Args:
        search: searches the snapshot.
        query: what the visitor typed; "" searches for nothing.
        video: the one to search.
        language: of the transcript that is shown.
        is_typing: True while the last word of the query may be unfinished. Where it is not said with the
            others, words that begin with it are looked for: "the" finds no "they", "opened ou" "opened our".

    Returns:
        None where nothing was searched for.
    """
    if not query:
        return None
    question = SearchRequest(query, video.slug, (language,), limit=MAX_HIT_COUNT, facets=False)
    answer = search(question)
    if is_typing and not (_is_direct_answer(answer) and answer.hits[0].similarity == 1):
        typed = search(replace(question, is_typing=True))
        if _is_direct_answer(typed) or not _is_direct_answer(answer):
            question, answer = replace(question, is_typing=True), typed
    if _is_direct_answer(answer) or len({track.language for track in video.speech_tracks}) == 1:
        return answer
    other = search(replace(question, languages=(), reads=language))
    return replace(other, instead=answer.instead) if _is_direct_answer(other) else answer


def find_near_answers(
    search: SearchFunction, answer: Answer | None, video: Video, language: str
) -> tuple[Answer, ...]:
    """The answers to queries that are near one that found nothing, best first (core/search/near_phrases.py).

    Args:
        search: searches the snapshot.
        answer: to that query; None, or one with hits, needs no other.
        video: the one that was searched.
        language: of the transcript that is shown.
    """
    if answer is None or answer.hits:
        return ()
    question = SearchRequest(
        "", video.slug, (language,), limit=MAX_HIT_COUNT, facets=False, corrects=False
    )
    found: dict[str, Answer] = {}

    def is_said(phrase: str) -> bool:
        near = search(replace(question, text=phrase))
        found[phrase] = near
        return near.kind == "words" and bool(near.hits)

    said = near_phrases(answer.query, language, answer.instead, is_said)
    return tuple(found[phrase] for phrase in said)


def _is_direct_answer(answer: Answer) -> bool:
    """Is this what was searched for, rather than a near match or a corrected spelling?"""
    return bool(answer.hits) and answer.kind != "nearest" and not answer.corrected
