import pytest

from showcase.core.intake.replacement import belongs_to_recording, synthetic_people
from showcase.core.intake.video_facts import (
    MAX_SUMMARY_CHARS,
    VideoFacts,
    date_of_digits,
    duration_text,
    plain_line,
    summary_of,
)


def test_what_is_known_first_counts_and_empty_values_say_nothing() -> None:
    facts = VideoFacts()
    facts.offer({"source": "a.mp4", "title": "", "date": "2023"}, "one")
    facts.offer({"title": "A", "date": "2024"}, "two")
    assert facts.ordered() == {"title": "A", "date": "2023", "source": "a.mp4"}
    assert facts.origins == {"source": "one", "date": "one", "title": "two"}


def test_the_summary_is_the_first_paragraph_in_one_line() -> None:
    assert summary_of("What they say,\nin short.\n \nLinks: …") == "What they say, in short."
    assert len(summary_of("word " * 1_000)) <= MAX_SUMMARY_CHARS


@pytest.mark.parametrize(
    ("seconds", "text"),
    [(0, ""), (-3, ""), (0.2, "0:01"), (160, "2:40"), (160.2, "2:41"), (3723, "1:02:03")],
)
def test_a_duration_is_never_shorter_than_the_recording(seconds: float, text: str) -> None:
    assert duration_text(seconds) == text


@pytest.mark.parametrize(
    ("digits", "date"),
    [("20171229", "2017-12-29"), ("20171329", ""), ("2017", ""), ("", ""), ("2017122x", "")],
)
def test_eight_digits_are_a_date(digits: str, date: str) -> None:
    assert date_of_digits(digits) == date


def test_a_line_has_no_control_characters() -> None:
    assert plain_line("a\x1b[31m\n b\0") == "a [31m b"


@pytest.mark.parametrize(
    ("name", "goes"),
    [
        ("preview.mp4", True),
        ("captions.es.vtt", True),
        ("chapters.en.vtt", True),
        ("descriptions.en.vtt", True),
        ("poster.svg", False),
        ("video.es.toml", False),
        ("preview.mp4.txt", False),
    ],
)
def test_what_goes_with_a_recording(name: str, *, goes: bool) -> None:
    assert belongs_to_recording(name, ["preview.mp4"]) == goes


def test_voices_that_are_no_persons_go_with_it() -> None:
    people = [{"name": "Rosa"}, {"name": "Narrator", "voice": "synthetic"}, {"voice": "human"}]
    assert synthetic_people(people) == ["Narrator"]
