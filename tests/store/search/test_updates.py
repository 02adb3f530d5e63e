"""An index that was changed piece by piece, or hides videos, gives the answers of one that was built anew."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import cycle
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from showcase.core.search.results import Answer
from showcase.core.search.search_request import SearchRequest
from showcase.store.search.documents import IndexableTrack
from showcase.store.search.engine import build_index, open_index, update_index
from showcase.store.search.search_index import SearchIndex
from tests.conftest import examples
from tests.sample_videos import INES, MARC, ROSA, Line, read

# A video's tracks by language: the lines of each.
Tracks = Mapping[str, Sequence[Line]]
# One publication: the videos that are new or different, None for those that are removed.
Change = Mapping[str, Tracks | None]

SLUGS = ("barn", "farm", "mill", "orchard")
DATES = {"barn": "2024", "farm": "2026-02-03", "mill": "2024", "orchard": ""}
ORGANIZATIONS = {INES: "Growers", MARC: "Buyers"}

# Nobody says "agreemnt": whether it is corrected depends on whether somebody says "agreement".
VOCABULARY = (
    "the", "the", "and", "workers", "worker", "tomatoes", "worker-driven", "agreement", "signed",
    "sunrise", "potatoes", "l’été", "rights", "crew", "leader", "organize", "organized",
)  # fmt: skip
QUERIES = (
    "", "the", "worker", "workers", "tomatos", "tomatoes", "potatos", "agreemnt signed", "workerdriven",
    "worker-driven", "work ers", "crewleader", "sunrise OR rights", "the -workers", '"crew leader"',
    '"the workers"', "speaker:ines", "speaker:iness the", "ines", "rights speaker:marc", "organise",
    "sunrise agreement potatoes", "tomatoes agreement ete the crew", "the workers signed the agreement",
    "the wrkers signd the agrement and the crew", "and the crew leader organized the workers rights",
    "crew leader of nobody else here", "the and the and the and", "nowhere tomatoes nothing sunrise at all",
)  # fmt: skip
SHAPES = (
    SearchRequest("", limit=None),
    SearchRequest("", limit=2, offset=1, reads="es"),
    SearchRequest("", limit=3, each=1, sort="time"),
    SearchRequest("", limit=None, video="farm", facets=False),
    SearchRequest("", limit=None, languages=("es",), speakers=(INES,)),
)

LINES = st.lists(
    st.tuples(
        st.sampled_from([INES, MARC, ROSA, None]),
        st.lists(st.sampled_from(VOCABULARY), max_size=8).map(" ".join),
    ),
    min_size=1,
    max_size=6,
)
TRACKS = st.dictionaries(st.sampled_from(["en", "es"]), LINES, min_size=1)
CHANGES = st.lists(
    st.dictionaries(st.sampled_from(SLUGS), st.none() | TRACKS, min_size=1), min_size=2, max_size=7
)


def documents(videos: Mapping[str, Tracks | None], slugs: Iterable[str]) -> list[IndexableTrack]:
    """Videos as the index takes them."""
    return [
        IndexableTrack(
            slug, language, *read(language, lines), ORGANIZATIONS, language == "en", DATES[slug]
        )
        for slug in sorted(slugs)
        for language, lines in (videos[slug] or {}).items()
    ]


def answers(
    index: SearchIndex, hidden: frozenset[str] = frozenset()
) -> dict[SearchRequest, Answer]:
    """What an index says to every query, each asked in two ways."""
    requests = [
        replace(shape, text=query)
        for query, another in zip(QUERIES, cycle(SHAPES[1:]))
        for shape in (SHAPES[0], another)
    ]
    return {request: index.search(replace(request, hidden=hidden)) for request in requests}


def in_order(answer: Answer) -> tuple[Answer, list[str]]:
    """Dictionaries are equal in any order, but videos have one."""
    return answer, list(answer.videos)


def check_same_answers(folder: Path, videos: Mapping[str, Tracks | None]) -> None:
    updated = open_index(folder)
    with TemporaryDirectory() as anew:
        build_index(Path(anew), documents(videos, videos))
        fresh = open_index(Path(anew))
        expected = answers(fresh)
        fresh.close()
    for request, answer in answers(updated).items():
        assert in_order(answer) == in_order(expected[request]), request
    updated.close()


EARLY: Tracks = {"en": [(INES, "the crew leader signed"), (MARC, "the tomatoes and the rights")]}
LATE: Tracks = {"en": [(MARC, "the crew leader signed")], "es": [(ROSA, "l’été tomatoes")]}


@settings(deadline=None, max_examples=examples(15))
@given(CHANGES)
@example([{"barn": EARLY, "mill": LATE}, {"barn": LATE}])
@example([{"barn": EARLY, "mill": LATE}, {"barn": None}])
@example([{"mill": EARLY}, {"barn": EARLY}, {"mill": LATE}, {"farm": EARLY}])
@example([{slug: EARLY} for slug in (*SLUGS, *SLUGS, *SLUGS)])
@example([{"barn": EARLY}, {"barn": None}, {"barn": LATE}])
@pytest.mark.slow
def test_an_index_changed_piece_by_piece_answers_as_one_built_anew(
    changes: Sequence[Change],
) -> None:
    videos: dict[str, Tracks | None] = {}
    with TemporaryDirectory() as name:
        folder = Path(name)
        build_index(folder, [])
        for change in changes:
            videos |= change
            update_index(folder, change, documents(videos, change))
        check_same_answers(folder, videos)


@settings(deadline=None, max_examples=examples(15))
@given(st.dictionaries(st.sampled_from(SLUGS), TRACKS, min_size=1), st.data())
def test_an_index_answers_as_one_without_the_videos_that_it_hides(
    videos: dict[str, Tracks | None], data: st.DataObject
) -> None:
    hidden = frozenset(data.draw(st.sets(st.sampled_from([*videos]))))
    shown = {slug: tracks for slug, tracks in videos.items() if slug not in hidden}
    with TemporaryDirectory() as whole, TemporaryDirectory() as part:
        build_index(Path(whole), documents(videos, videos))
        build_index(Path(part), documents(shown, shown))
        index, without = open_index(Path(whole)), open_index(Path(part))
        expected = answers(without)
        for request, answer in answers(index, hidden).items():
            assert in_order(answer) == in_order(expected[request]), request
        index.close()
        without.close()


def test_a_word_that_nobody_says_any_more_is_corrected_at_once(tmp_path: Path) -> None:
    said: dict[str, Tracks | None] = {
        "barn": {"en": [(INES, "agreemnt and agreement")]},
        "mill": {"en": [(MARC, "the agreement")]},
    }
    build_index(tmp_path, documents(said, said))
    said["barn"] = {"en": [(INES, "no more")]}
    update_index(tmp_path, ["barn"], documents(said, ["barn"]))
    index = open_index(tmp_path)
    answer = index.search(SearchRequest("agreemnt"))
    assert (answer.corrected, answer.instead, answer.total) == ("agreement", ("agreement",), 1)
    index.close()
