"""How the command line prints answers; the answers are written by hand."""

import json
import re
import shlex
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner

from showcase.cli import commands as cli
from showcase.cli.search_output import answer_json, answer_lines
from showcase.core.catalog.models import Video
from showcase.core.catalog.site_catalog import Catalog, Site
from showcase.core.search.results import Answer, Difference, FacetValue, Hit, ParallelText
from showcase.core.text.spans import Span
from showcase.core.timing.moments import Moment


def hit_of(text: str, *, speaker: str | None = None, similarity: float = 1.0) -> Hit:
    return Hit(
        video="talk",
        language="en",
        speaker=speaker,
        passage=0,
        key="p0",
        text=text,
        text_start=0,
        marks=(Span(0, 4),),
        matches=(Span(0, 4),),
        match_starts_ms=(0,),
        moment=Moment(61_500),
        similarity=similarity,
    )


TALK = Catalog(Site(), (Video("talk", "A talk", "en"),))


def test_a_quote_that_is_not_exact_says_how_alike_it_is_and_how_many_hits_are_not_shown() -> None:
    answer = Answer("word", "quote", 2, (hit_of("word by word", similarity=0.875),))
    assert list(answer_lines(answer, TALK, str.upper)) == [
        "2 hits, 1 shown:",
        "",
        "1:01  talk  88% alike",
        "    WORD by word",
    ]


def test_a_quote_that_is_not_exact_is_shown_beside_what_was_said() -> None:
    differences = (
        Difference("same", Span(0, 4), "word"),
        Difference("changed", Span(5, 7), "for"),
        Difference("not said", Span(8, 8), "each"),
        Difference("elided", Span(8, 12), ""),
        Difference("not quoted", Span(13, 17), ""),
    )
    hit = replace(hit_of("word by word said aloud"), similarity=0.5, differences=differences)
    answer = Answer("word for each … aloud", "quote", 1, (hit,), {"talk": 1})
    assert list(answer_lines(answer, TALK, str.upper))[2:] == [
        "1:01  talk  50% alike",
        "    WORD [-for-] {+by+} [-each-] … {+said+}",
    ]
    [found] = json.loads(json.dumps(answer_json(answer, TALK)))["hits"]
    assert found["differences"][1] == {"relation": "changed", "said": [5, 7], "quoted": "for"}


def test_a_hit_in_another_language_is_shown_in_the_one_that_is_read() -> None:
    other = ParallelText("es", "p60000", "palabra por\x1b[2J palabra")
    answer = Answer("word", "words", 1, (replace(hit_of("word by word"), elsewhere=other),))
    assert list(answer_lines(answer, TALK, str))[-1] == "    es: palabra por [2J palabra"
    [found] = json.loads(json.dumps(answer_json(answer, TALK)))["hits"]
    assert found["elsewhere"] == {
        "language": "es",
        "text": other.text,
        "url": "/videos/talk?t=61.5&lang=es",
    }


HIT = hit_of("word by word")


@pytest.mark.parametrize(
    ("answer", "lines"),
    [
        (Answer("word", "words", 1, (HIT,), {"talk": 1}), ["1 hit"]),
        (
            Answer("word", "words", 12, (HIT,), {"talk": 9, "mill": 3}),
            ["12 hits, 1 shown:", "talk 9, mill 3"],
        ),
        (
            Answer("word", "words", 10, (HIT,), {f"v{number}": 1 for number in range(10)}),
            [
                "10 hits, 1 shown:",
                "v0 1, v1 1, v2 1, v3 1, v4 1, v5 1, v6 1, v7 1 and 2 more videos",
            ],
        ),
        (
            Answer("wrod", "words", 1, (HIT,), instead=("word", "rod"), corrected="word"),
            ['No one says "wrod". These are hits for "word".', "1 hit", "Did you mean: rod?"],
        ),
        (
            Answer("wor\x07", "words", 0, (), instead=("word", "wor\x1b")),
            ["Nothing was found.", "Did you mean: word, wor ?"],
        ),
        (
            Answer("a word or two", "nearest", 1, (HIT,)),
            ['No one says "a word or two". Nearest to it:', "1 hit"],
        ),
    ],
)
def test_the_query_and_the_counts_come_before_the_hits(answer: Answer, lines: list[str]) -> None:
    said = list(answer_lines(answer, TALK, str))
    assert said[: len(lines)] == lines
    assert len(said) == len(lines) + 3 * len(answer.hits)


def test_json_holds_what_else_could_be_asked() -> None:
    answer = Answer(
        "wrod", "words", 1, (HIT,), {"talk": 1}, {"speaker": (FacetValue("Eve", 1),)}, ("word",), "word"
    )  # fmt: skip
    found = json.loads(json.dumps(answer_json(answer, TALK)))
    assert (found["corrected"], found["instead"], found["videos"], found["facets"]) == (
        "word",
        ["word"],
        {"talk": 1},
        {"speaker": [{"value": "Eve", "count": 1}]},
    )


def test_captions_send_no_commands_to_the_terminal() -> None:
    answer = Answer(
        "word", "words", 1, (hit_of("word \x1b[2J by\x07 word", speaker="Eve\x1b]0;x"),)
    )
    assert all(line.isprintable() for line in answer_lines(answer, TALK, str))


def test_a_moment_without_an_end_ends_where_it_starts() -> None:
    found = answer_json(Answer("word", "words", 1, (hit_of("word"),)), TALK)
    assert '"start": 61.5, "end": 61.5' in json.dumps(found)


HOW_TO = Path(__file__).parents[2] / "docs" / "how-to" / "search.md"
EXAMPLES = re.findall(r"^    showcase (search .+)$", HOW_TO.read_text("utf-8"), re.MULTILINE)


@pytest.mark.parametrize("example", EXAMPLES)
def test_every_example_of_the_guide_finds_something(
    example: str, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SHOWCASE_STATE", str(tmp_path_factory.getbasetemp() / "guide"))
    result = CliRunner().invoke(cli.main, shlex.split(example))
    assert result.exit_code == 0
    assert "Balcazar" in result.output or "**" in result.output


def test_a_hit_without_a_time_leads_to_its_passage() -> None:
    answer = Answer("word", "words", 1, (replace(hit_of("word"), moment=None, speaker="Ada"),))
    assert list(answer_lines(answer, TALK, str.upper))[2:] == ["Ada  talk", "    WORD"]
    printed = json.dumps(answer_json(answer, TALK))
    assert '"start": null, "end": null' in printed
    assert '"url": "/videos/talk#p0"' in printed
