"""What an answer has besides its hits: videos, facets, other languages, suggestions."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from showcase.core.captions.cues import number_cues
from showcase.core.search.results import Answer, ParallelText
from showcase.core.search.search_request import SearchRequest
from showcase.core.transcript.passages import build_passages
from showcase.core.transcript.transcript import build_transcript
from showcase.store.search import facets as facet_values
from showcase.store.search import quote_terms
from showcase.store.search.documents import IndexableTrack
from showcase.store.search.engine import build_index, open_index
from showcase.store.search.search_index import SearchIndex
from tests.sample_videos import INES, MARC, ROSA, Line, cues, read

GUILD, UNION = "Guild of Pickers", "Dairy Union"
ORGANIZATIONS = {INES: GUILD, MARC: GUILD, ROSA: UNION}

# Slug, date, original language, and for each language its lines, at the same moments.
ARCHIVE: dict[str, tuple[str, str, dict[str, list[Line]]]] = {
    "orchard": ("2019", "en", {
        "en": [
            (INES, "Shade is a right in every orchard."), (MARC, "Water is a right too."),
            (ROSA, "We asked for a right to rest."), (MARC, "The orchard has shade now."),
            (INES, "A right is a right."), (MARC, "And a right it is."),
        ],
        "es": [
            (INES, "La sombra es un derecho."), (MARC, "El agua también es un derecho."),
            (ROSA, "Pedimos el derecho a descansar."), (MARC, "Ahora hay sombra en el huerto."),
            (INES, "Un derecho es un derecho."), (MARC, "Y es un derecho."),
        ],
    }),
    "barn": ("2021-05", "en", {"en": [(ROSA, "The barn has a right to be safe."), (INES, "And warm.")]}),
    "jaden": ("", "ht", {
        "ht": [(MARC, "Dwa nou se dwa tout moun."), (ROSA, "Orchard la bèl.")],
        "es": [(MARC, "Nuestro derecho es de todos."), (ROSA, "El huerto es bello.")],
    }),
}  # fmt: skip


def documents() -> Iterator[IndexableTrack]:
    for slug, (date, own, tracks) in ARCHIVE.items():
        for language, lines in tracks.items():
            yield IndexableTrack(
                slug, language, *read(language, lines),
                organizations=ORGANIZATIONS, is_original=language == own, date=date,
            )  # fmt: skip


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SearchIndex]:
    folder = tmp_path_factory.mktemp("index")
    build_index(folder, documents())
    opened = open_index(folder)
    yield opened
    opened.close()


def facets(answer: Answer) -> dict[str, str]:
    """Facets as a page shows them: "Inés Calderón 2, Rosa Ito 1"."""
    return {
        name: ", ".join(f"{value.value} {value.count}" for value in values)
        for name, values in answer.facets.items()
    }


def places(answer: Answer) -> list[str]:
    return [
        f"{hit.video} {hit.language} {hit.moment.start_ms // 3000}"
        for hit in answer.hits
        if hit.moment
    ]


class TestLanguages:
    @pytest.mark.parametrize(
        ("query", "reads", "found"),
        [
            ("derecho", None, ["orchard es", "jaden es"]),
            ("derecho", "en", ["orchard es", "jaden es"]),
            ("shade OR sombra", None, ["orchard en"]),
            ("shade OR sombra", "es", ["orchard es"]),
            ("shade OR sombra", "es-MX", ["orchard es"]),
            ("shade OR sombra", "fr", ["orchard en"]),
            ("speaker:marc dwa OR derecho", None, ["orchard es", "jaden ht"]),
        ],
    )
    def test_each_video_answers_in_one_the_visitors_if_it_can(
        self, index: SearchIndex, query: str, reads: str | None, found: list[str]
    ) -> None:
        answer = index.search(SearchRequest(query, reads=reads, limit=None))
        assert {f"{hit.video} {hit.language}" for hit in answer.hits} == set(found)

    def test_a_hit_in_another_shows_the_same_moment_in_the_visitors(
        self, index: SearchIndex
    ) -> None:
        answer = index.search(SearchRequest("descansar", reads="en"))
        (hit,) = answer.hits
        assert (hit.language, hit.text) == ("es", "Pedimos el derecho a descansar.")
        assert hit.elsewhere == ParallelText("en", "p6000", "We asked for a right to rest.")

    @pytest.mark.parametrize(
        ("query", "reads"), [("descansar", "es"), ("descansar", None), ("huerto bello", "en")]
    )
    def test_there_is_no_other_moment_where_none_is_needed_or_known(
        self, index: SearchIndex, query: str, reads: str | None
    ) -> None:
        (hit,) = index.search(SearchRequest(query, reads=reads)).hits
        assert hit.elsewhere is None

    def test_there_is_no_other_moment_where_nothing_is_written_then(self, tmp_path: Path) -> None:
        build_index(tmp_path, [
            IndexableTrack(
                "a", "en", *read("en", [(INES, "Nobody came."), (MARC, "Nobody saw.")]), is_original=True
            ),
            IndexableTrack("a", "es", *read("es", [(INES, "Nadie vino.")])),
            IndexableTrack("b", "ja", *read("ja", [(INES, "人の"), (INES, "権利")]), is_original=True),
            IndexableTrack("b", "en", *read("en", [(INES, "Human rights"), (INES, "of us")])),
        ])  # fmt: skip
        index = open_index(tmp_path)
        first, *others = index.search(SearchRequest("nobody", languages=("en",), reads="es")).hits
        assert first.elsewhere == ParallelText("es", "p0", "Nadie vino.")
        assert [other.elsewhere for other in others] == [None]
        (hit,) = index.search(SearchRequest('"rights of"', reads="ja")).hits
        assert hit.elsewhere == ParallelText("ja", "p0", "人の権利")
        index.close()

    def test_the_facet_counts_hits_of_all(self, index: SearchIndex) -> None:
        answer = index.search(SearchRequest("orchard OR huerto", reads="en", limit=None))
        assert places(answer) == ["orchard en 0", "orchard en 3", "jaden ht 1"]
        assert facets(answer)["language"] == "en 2, es 2, ht 1"


def narrowed_by(name: str, query: str, value: str) -> SearchRequest:
    """A search narrowed by a value of a facet."""
    chosen: dict[str, Any] = {"video": value} if name == "video" else {f"{name}s": (value,)}
    return SearchRequest(query, limit=None, **chosen)


class TestFacets:
    def test_they_count_what_would_be_left(self, index: SearchIndex) -> None:
        answer = index.search(SearchRequest("right"))
        assert answer.total == 6
        assert facets(answer) == {
            "speaker": "Inés Calderón 2, Marc-Antoine Délice 2, Rosa Ito 2",
            "organization": "Guild of Pickers 4, Dairy Union 2",
            "video": "orchard 5, barn 1",
        }

    @pytest.mark.parametrize(
        ("chosen", "total", "expected"),
        [
            (
                {"speakers": (ROSA,)}, 2,
                {
                    "speaker": "Inés Calderón 2, Marc-Antoine Délice 2, Rosa Ito 2",
                    "video": "barn 1, orchard 1",
                },
            ),
            (
                {"video": "barn"}, 1,
                {"video": "orchard 5, barn 1"},
            ),
            (
                {"organizations": (GUILD,)}, 4,
                {
                    "speaker": "Inés Calderón 2, Marc-Antoine Délice 2",
                    "organization": "Guild of Pickers 4, Dairy Union 2",
                },
            ),
            (
                {"languages": ("en",), "speakers": (INES,)}, 2,
                {
                    "speaker": "Inés Calderón 2, Marc-Antoine Délice 2, Rosa Ito 2",
                    "language": "en 2",
                },
            ),
            # One of several values is enough, and one of each kind is needed.
            (
                {"speakers": (ROSA, INES, "Nobody")}, 4,
                {
                    "speaker": "Inés Calderón 2, Marc-Antoine Délice 2, Rosa Ito 2",
                    "organization": "Dairy Union 2, Guild of Pickers 2",
                    "video": "orchard 3, barn 1",
                },
            ),
            (
                {"speakers": (ROSA, INES), "organizations": (GUILD,)}, 2,
                {
                    "speaker": "Inés Calderón 2, Marc-Antoine Délice 2",
                    "organization": "Dairy Union 2, Guild of Pickers 2",
                },
            ),
        ],
    )  # fmt: skip
    def test_what_was_chosen_narrows_all_but_itself(
        self, index: SearchIndex, chosen: dict[str, Any], total: int, expected: dict[str, str]
    ) -> None:
        answer = index.search(SearchRequest("right", **chosen))
        assert answer.total == len(answer.hits) == total
        assert facets(answer) == expected

    @pytest.mark.parametrize("name", ["speaker", "organization", "language", "video"])
    def test_every_value_leads_to_as_many_hits_as_it_says(
        self, index: SearchIndex, name: str
    ) -> None:
        for query in ("right", "orchard OR huerto OR derecho", "speaker:marc"):
            answer = index.search(SearchRequest(query, limit=None))
            for value in answer.facets.get(name, ()):  # type: ignore[call-overload]
                narrowed = index.search(narrowed_by(name, query, value.value))
                assert narrowed.total == len(narrowed.hits) == value.count

    def test_a_video_answers_in_one_of_the_languages_that_are_chosen(
        self, index: SearchIndex
    ) -> None:
        query = "orchard OR huerto OR derecho OR right"
        answer = index.search(SearchRequest(query, languages=("es", "ht"), limit=None))
        found = {(hit.video, hit.language) for hit in answer.hits}
        assert found == {("orchard", "es"), ("jaden", "ht")}

    def test_a_value_that_is_chosen_is_counted_however_many_have_more(
        self, index: SearchIndex, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(facet_values, "MAX_FACET_VALUES", 1)
        answer = index.search(SearchRequest("right", speakers=(ROSA,)))
        assert facets(answer)["speaker"] == "Inés Calderón 2, Rosa Ito 2"

    def test_one_that_would_not_narrow_anything_is_left_out(self, index: SearchIndex) -> None:
        assert facets(index.search(SearchRequest("warm"))) == {}
        assert facets(index.search(SearchRequest("right", facets=False))) == {}

    def test_what_nobody_has_can_be_chosen_and_finds_nothing(self, index: SearchIndex) -> None:
        answer = index.search(SearchRequest("right", speakers=("Nobody",)))
        assert (answer.total, answer.hits) == (0, ())
        assert facets(answer)["speaker"].startswith("Inés")


class TestOrder:
    def test_hits_are_grouped_by_video_the_best_first(self, index: SearchIndex) -> None:
        answer = index.search(SearchRequest("right", each=2, limit=10))
        assert dict(answer.videos) == {"orchard": 5, "barn": 1}
        assert [*answer.videos] == ["orchard", "barn"]
        assert places(answer) == ["orchard en 4", "orchard en 0", "barn en 0"]
        assert answer.total == 6

    def test_in_order_of_time_the_newest_video_comes_first(self, index: SearchIndex) -> None:
        answer = index.search(SearchRequest("right OR dwa", each=3, sort="time"))
        assert [*answer.videos] == ["barn", "orchard", "jaden"]
        assert places(answer)[:3] == ["barn en 0", "orchard en 0", "orchard en 1"]
        flat = index.search(SearchRequest("right OR dwa", sort="time"))
        assert places(flat)[:3] == ["barn en 0", "orchard en 0", "orchard en 1"]

    def test_pages_of_videos_are_stretches_of_all(self, index: SearchIndex) -> None:
        every = index.search(SearchRequest("right OR dwa OR warm", each=3, limit=None))
        pages = [
            index.search(SearchRequest("right OR dwa OR warm", each=3, limit=1, offset=n))
            for n in range(4)
        ]
        assert [hit for page in pages for hit in page.hits] == [*every.hits]
        assert {page.total for page in pages} == {every.total}

    def test_the_same_question_has_the_same_answer(
        self, index: SearchIndex, tmp_path: Path
    ) -> None:
        """Whatever the order in which videos were indexed."""
        build_index(tmp_path, reversed(list(documents())))
        other = open_index(tmp_path)
        for query in ("right", "derecho OR orchard", "a right to rest of us all", "speaker:rosa"):
            for each in (None, 2):
                question = SearchRequest(query, each=each, limit=None)
                assert other.search(question) == index.search(question)
        other.close()


class TestOtherWords:
    @pytest.mark.parametrize(
        ("query", "corrected", "found"),
        [
            ("orchrad", "orchard", 3),
            ("sombrra", "sombra", 2),
            ("rigth to rest", "right to rest", 1),
            ("zzzzzz", "", 0),
            ("barn orchard", "", 0),
        ],
    )
    def test_a_word_that_nobody_says_is_read_as_a_similar_one(
        self, index: SearchIndex, query: str, corrected: str, found: int
    ) -> None:
        answer = index.search(SearchRequest(query))
        assert (answer.query, answer.corrected, answer.total) == (query, corrected, found)
        assert (answer.instead[:1] == (corrected,)) is bool(corrected)

    def test_words_that_are_never_together_are_suggested_separately(
        self, index: SearchIndex
    ) -> None:
        assert {*index.search(SearchRequest("barn orchard")).instead} == {"barn", "orchard"}

    def test_what_is_offered_finds_something(self, index: SearchIndex) -> None:
        for query in ("orchrad", "barn orchard", "speaker:roza", "wter is", "orchardshade"):
            for instead in index.search(SearchRequest(query)).instead:
                assert index.search(SearchRequest(instead)).total > 0

    def test_nothing_is_offered_where_enough_is_found(self, index: SearchIndex) -> None:
        assert index.search(SearchRequest("right")).instead == ()


class TestNames:
    @pytest.mark.parametrize(
        ("query", "name"),
        [("Inés Calderón", "ines calderon"), ("calderon", "calderon"), ("Rosa Itto", "rosa ito")],
    )
    def test_who_types_a_name_may_hear_whose_it_is(
        self, index: SearchIndex, query: str, name: str
    ) -> None:
        answer = index.search(SearchRequest(query))
        assert answer.total == 0
        assert answer.instead[0] == f'speaker:"{name}"'
        assert index.search(SearchRequest(answer.instead[0])).total > 0


SLOGAN = "we are the people of the land and of the sea"


def test_what_is_said_again_and_again_is_found_everywhere(tmp_path: Path) -> None:
    """In more places than are read one by one."""
    lines: list[Line] = [(INES, SLOGAN), (MARC, "and so are we, of the hills")] * 50
    build_index(tmp_path, [IndexableTrack("a", "en", *read("en", lines))])
    index = open_index(tmp_path)
    assert index.search(SearchRequest(SLOGAN, limit=None)).total == 50
    near = index.search(SearchRequest(SLOGAN.replace("people", "peple"), limit=None))
    assert near.kind == "quote"
    assert near.total > 10
    index.close()


def test_of_a_quote_only_a_few_words_are_looked_up_where_all_are_common(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(quote_terms, "MAX_VOTES", 5)
    lines: list[Line] = [(INES, SLOGAN), (MARC, "and so are we, of the hills")] * 50
    build_index(tmp_path, [IndexableTrack("a", "en", *read("en", lines))])
    index = open_index(tmp_path)
    answer = index.search(SearchRequest(SLOGAN.replace("people", "peple"), limit=None))
    assert answer.kind == "quote"
    assert {hit.speaker for hit in answer.hits} == {INES}
    index.close()


class TestWithoutTimes:
    """A transcript without times is found like any other; what is said elsewhere then, nobody knows."""

    @pytest.fixture
    def mixed(self, tmp_path: Path) -> Iterator[SearchIndex]:
        tracks = ARCHIVE["orchard"][2]
        spanish = number_cues(cues(tracks["es"]))
        untimed = build_transcript("es", spanish, has_times=False)
        build_index(
            tmp_path,
            [
                IndexableTrack("orchard", "en", *read("en", tracks["en"]), is_original=True),
                IndexableTrack("orchard", "es", untimed, build_passages(untimed)),
            ],
        )
        opened = open_index(tmp_path)
        yield opened
        opened.close()

    @pytest.mark.parametrize(
        "query", ["descansar", "pedimos el derecho a descansar", "speaker:rosa"]
    )
    def test_it_is_found_without_a_moment(self, mixed: SearchIndex, query: str) -> None:
        [hit] = mixed.search(SearchRequest(query, languages=("es",))).hits
        assert (hit.key, hit.moment, hit.elsewhere) == ("p2", None, None)

    def test_nothing_of_it_is_shown_beside_a_hit_with_a_time(self, mixed: SearchIndex) -> None:
        [hit] = mixed.search(SearchRequest("rest", reads="es")).hits
        assert hit.moment is not None
        assert hit.elsewhere is None


@pytest.mark.parametrize("odd", ["en", "es"])
def test_where_the_times_of_a_track_do_not_fit_no_other_words_are_shown(
    tmp_path: Path, odd: str
) -> None:
    tracks = ARCHIVE["orchard"][2]
    build_index(
        tmp_path,
        [
            IndexableTrack("orchard", tag, *read(tag, tracks[tag]), is_aligned=tag != odd)
            for tag in ("en", "es")
        ],
    )
    opened = open_index(tmp_path)
    [hit] = opened.search(SearchRequest("descansar", reads="en", languages=("es",))).hits
    assert hit.elsewhere is None
    opened.close()
