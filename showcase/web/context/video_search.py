"""What is asked of a search in one video."""

from collections.abc import Callable
from dataclasses import replace

from showcase.core.catalog.models import Video
from showcase.core.search.results import Answer
from showcase.core.search.search_request import SearchRequest

# More marks than this help nobody to find a place, and would make a page of megabytes.
MAX_HIT_COUNT = 500

SearchFunction = Callable[[SearchRequest], Answer]


def search_video(search: SearchFunction, query: str, video: Video, language: str) -> Answer | None:
    """The answer of the words that are shown; of the video's other words where those have none.

    Returns:
        None where nothing was asked.
    """
    if not query:
        return None
    question = SearchRequest(query, video.slug, language, limit=MAX_HIT_COUNT, facets=False)
    answer = search(question)
    if _is_direct_answer(answer) or len({track.language for track in video.speech_tracks}) == 1:
        return answer
    other = search(replace(question, language=None, reads=language))
    return replace(other, instead=answer.instead) if _is_direct_answer(other) else answer


def _is_direct_answer(answer: Answer) -> bool:
    """Is this what was asked for, rather than what comes near it?"""
    return bool(answer.hits) and answer.kind != "nearest" and not answer.corrected
