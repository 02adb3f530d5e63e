"""What is asked of a search in one video."""

from collections.abc import Callable
from dataclasses import replace

from showcase.core.catalog.models import Video
from showcase.core.search.request import Question
from showcase.core.search.results import Answer

# More marks than this help nobody to find a place, and would make a page of megabytes.
MOST_HITS = 500

Search = Callable[[Question], Answer]


def ask(search: Search, query: str, video: Video, language: str) -> Answer | None:
    """The answer of the words that are shown; of the video's other words where those have none.

    Returns:
        None where nothing was asked.
    """
    if not query:
        return None
    question = Question(query, video.slug, language, limit=MOST_HITS, facets=False)
    answer = search(question)
    if _is_met(answer) or len({track.language for track in video.speech}) == 1:
        return answer
    other = search(replace(question, language=None, reads=language))
    return replace(other, instead=answer.instead) if _is_met(other) else answer


def _is_met(answer: Answer) -> bool:
    """Is this what was asked for, rather than what comes near it?"""
    return bool(answer.hits) and answer.kind != "nearest" and not answer.corrected
