"""JSON objects: seconds, not milliseconds; null for what is not known."""

from dataclasses import replace

from showcase.core.captions.cues import Cue
from showcase.core.catalog.models import Person, Video
from showcase.core.catalog.site_catalog import Catalog, Site
from showcase.core.export.json_objects import (
    DifferenceObject,
    ElsewhereObject,
    FacetValueObject,
    answer_object,
    cue_object,
    hit_object,
    passage_object,
)
from showcase.core.search.results import Answer, Difference, FacetValue, Hit, ParallelText
from showcase.core.text.spans import Span
from showcase.core.timing.moments import Moment
from showcase.core.transcript.passages import build_passages
from showcase.core.transcript.transcript import build_transcript

TALK = Video("talk", "A talk", "en", people=(Person("Ada", "Makers"), Person("Bo")))
CATALOG = Catalog(Site(), (TALK,))
HIT = Hit(
    video="talk",
    language="en",
    speaker="Ada",
    passage=0,
    key="p0",
    text="word by word",
    text_start=0,
    marks=(Span(0, 4), Span(8, 12)),
    matches=(Span(0, 4),),
    match_starts_ms=(61_500,),
    moment=Moment(61_500, 63_000),
)


def link(hit: Hit, language: str) -> str:
    return f"{hit.video}?t={hit.moment}&lang={language}"


def test_a_cue_has_its_times_in_seconds() -> None:
    cue = cue_object(Cue(1_500, 4_000, "Then we\nsang.", "Ada"))
    assert (cue.start, cue.end, cue.speaker, cue.sound) == (1.5, 4, "Ada", False)
    assert cue.text == "Then we\nsang."
    assert cue_object(Cue(0, 1, "[bell]", sound=True)).speaker is None


def test_a_passage_has_its_words_its_address_and_who_says_it_for_whom() -> None:
    words = build_transcript(
        "en", (Cue(0, 1_000, "We sang", "Ada"), Cue(1_000, 2_500, "aloud.", "Ada"))
    )
    [passage] = build_passages(words)
    told = passage_object(TALK, words, passage, lambda passage: f"/talk#{passage.key}")
    assert (told.key, told.start, told.end) == ("p0", 0, 2.5)
    assert (told.speaker, told.organization) == ("Ada", "Makers")
    assert (told.text, told.url) == ("We sang aloud.", "/talk#p0")


def test_a_hit_says_where_and_by_whom() -> None:
    told = hit_object(HIT, CATALOG, link)
    assert (told.title, told.organization) == ("A talk", "Makers")
    assert (told.start, told.end, told.marks) == (61.5, 63, ((0, 4), (8, 12)))
    assert told.url == "talk?t=61.5,63&lang=en"


def test_what_is_not_known_of_a_hit_is_null() -> None:
    unknown = replace(HIT, speaker="Bo", moment=Moment(61_500))
    told = hit_object(unknown, CATALOG, link)
    assert (told.organization, told.elsewhere, told.end) == (None, None, 61.5)


def test_a_hit_of_a_video_that_the_catalog_lacks_is_called_by_its_slug() -> None:
    told = hit_object(HIT, Catalog(Site(), ()), link)
    assert (told.title, told.organization) == ("talk", None)


def test_a_hit_shows_how_a_quote_differs_and_the_moment_in_another_language() -> None:
    hit = replace(
        HIT,
        differences=(Difference("changed", Span(5, 7), "for"),),
        elsewhere=ParallelText("es", "p0", "palabra"),
    )
    told = hit_object(hit, CATALOG, link)
    assert told.differences == (DifferenceObject("changed", (5, 7), "for"),)
    assert told.elsewhere == ElsewhereObject("es", "palabra", "talk?t=61.5,63&lang=es")


def test_an_answer_has_its_hits_with_all_their_properties() -> None:
    facets = {"speaker": (FacetValue("Ada", 1),)}
    answer = Answer("wrod", "words", 1, (HIT,), {"talk": 1}, facets, ("word",), "word")  # type: ignore[arg-type]
    told = answer_object(answer, CATALOG, link)
    assert (told.query, told.kind, told.total, told.corrected) == ("wrod", "words", 1, "word")
    assert (told.instead, told.videos) == (("word",), {"talk": 1})
    assert told.facets == {"speaker": (FacetValueObject("Ada", 1),)}
    assert [hit.video for hit in told.hits] == ["talk"]


def test_what_has_no_times_has_null_instead() -> None:
    cue = cue_object(Cue(3, 4, "We sang."), has_times=False)
    words = build_transcript("en", (Cue(0, 1, "We sang."),), has_times=False)
    [passage] = build_passages(words)
    hit = hit_object(replace(HIT, moment=None), CATALOG, link)
    for told in (cue, passage_object(TALK, words, passage, lambda _: "/talk"), hit):
        assert (told.start, told.end) == (None, None)
