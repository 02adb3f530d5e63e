"""How lines and cues become running text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from showcase.core.captions.cues import Cue, Ruby, TimedWord
from showcase.core.transcript.line_joins import join_lines
from showcase.core.transcript.transcript import build_transcript


def running(language: str, *texts: str) -> str:
    cues = [Cue(n * 1_000, n * 1_000 + 1_000, text) for n, text in enumerate(texts)]
    return build_transcript(language, cues).text


@pytest.mark.parametrize(
    ("language", "lines", "text"),
    [
        ("en", "One\ntwo", "One two"),
        ("ja", "農園で\n働く", "農園で働く"),
        ("ja", "働く。\n水を、\n運ぶ", "働く。水を、運ぶ"),
        ("ja", "人です!\n水", "人です!水"),
        ("ja", "「はい」\n「いいえ」", "「はい」「いいえ」"),
        ("ja", "2024\n年", "2024年"),
        ("ja", "コーヒー\nを", "コーヒーを"),
        ("zh", "你好，\n世界", "你好，世界"),
        ("zh", "我们\nhello", "我们 hello"),
        ("ko", "우리는\n모였다", "우리는 모였다"),
        ("th", "เรา\nมา", "เรามา"),
        ("km", "ខ្ញុំ\nទៅ", "ខ្ញុំទៅ"),
        ("fr", "l’été\nà", "l’été à"),
        ("fr", "été …\n…", "été … …"),
    ],
)
def test_scripts_without_spaces_go_on_without_one(language: str, lines: str, text: str) -> None:
    assert running(language, lines) == text
    assert running(language, *lines.split("\n")) == text


BROKEN = [
    ("en", "in a con-\ntract that", "in a contract that"),
    ("en", "the agree-\nment was", "the agreement was"),
    ("en", "well-\nbeing", "well-being"),
    ("en", "well-being, well-\nbeing", "well-being, well-being"),
    ("en", "polices police-\nman policeman", "polices policeman policeman"),
    ("en", "sister-\nin-law", "sister-in-law"),
    ("en", "some-\none", "someone"),
    ("en", "self-\nreliant", "self-reliant"),
    ("en", "pre- and two-\nor three", "pre- and two- or three"),
    ("en", "I was go-\nwe went", "I was go- we went"),
    ("en", "to the sto-\npeople", "to the sto- people"),
    ("en", "th-\nthe th-\nthese", "th- the th- these"),
    ("en", "Anglo-\nAmerican", "Anglo- American"),
    ("en", "dash -\nhere --\nthere-\n5", "dash - here -- there- 5"),
    ("de", "die Verein-\nbarung", "die Vereinbarung"),
    ("de", "wir, ich wol-\nwir", "wir, ich wol- wir"),
    ("de", "Rede rede, er gin-\nrede", "Rede rede, er gin- rede"),
    ("fr", "peut-\nêtre", "peut-être"),
    ("xx", "one-\ntwo", "one-two"),
]


@pytest.mark.parametrize(("language", "lines", "text"), BROKEN)
def test_a_word_that_a_line_end_breaks_is_put_together(
    language: str, lines: str, text: str
) -> None:
    assert running(language, lines) == text
    assert running(language, *lines.split("\n")) == text


@pytest.mark.parametrize(
    "following",
    [
        Cue(1_000, 2_000, "tract", voice="Ana"),
        Cue(1_000, 2_000, "tract", turn=True),
        Cue(1_000, 2_000, "tract", sound=True),
        Cue(9_000, 9_500, "tract"),
    ],
)
def test_a_word_does_not_go_on_in_another_mouth_or_behind_a_pause(following: Cue) -> None:
    assert build_transcript("en", [Cue(0, 1_000, "con-"), following]).text == "con- tract"


def test_words_and_readings_keep_their_characters() -> None:
    cue = Cue(
        0, 3_000, "農\n園で con-\ntract",
        words=(TimedWord(0, 100), TimedWord(2, 200), TimedWord(5, 300)),
        ruby=(Ruby(0, 1, "のう"), Ruby(2, 3, "えん")),
    )  # fmt: skip
    (joined,) = join_lines([cue], "en")
    assert joined.text == "農園で contract"
    assert [joined.text[word.at] for word in joined.words] == ["農", "園", "c"]
    assert [joined.text[r.start : r.end] for r in joined.ruby] == ["農", "園"]


def test_a_word_over_two_cues_is_one_word_from_the_first_to_the_second() -> None:
    transcript = build_transcript("en", [Cue(0, 1_000, "con-"), Cue(1_000, 2_000, "tract")])
    assert [word.forms for word in transcript.words] == [("contract",)]
    assert transcript.word_start_ms(0) == 0


def test_the_track_keeps_its_line_breaks() -> None:
    cues = (Cue(0, 1_000, "con-\ntract"),)
    assert build_transcript("en", cues).track_cues == cues


@given(st.lists(st.text(st.sampled_from("ab農で。，한 -\n3.")), max_size=6))
def test_no_letter_is_lost_or_moved(texts: list[str]) -> None:
    cues = [Cue(n, n + 1, text) for n, text in enumerate(texts)]
    transcript = build_transcript("en", cues)

    def letters(text: str) -> list[str]:
        return [char for char in text if char not in " -\n"]

    assert letters(transcript.text) == letters("".join(texts))
    for cue, span in zip(transcript.cues, transcript.cue_spans, strict=True):
        assert letters(transcript.text[span.start : span.end]) == letters(
            cue.text.strip("\u00ad\u2060")
        )
