"""Who speaks is read from caption files of every kind, and what is in doubt is told with its line."""

import pytest

from showcase.core.captions.speakers import KnownSpeaker, SpeakerHints
from showcase.store.captions.read_options import ReadOptions
from showcase.store.captions.reader import CaptionFile, read_captions

Said = list[tuple[str | None, str]]


def read(text: str, *people: str, name: str = "captions.en.vtt") -> CaptionFile:
    hints = SpeakerHints(tuple(KnownSpeaker(person) for person in people))
    return read_captions(text.encode(), name, ReadOptions("captions", "en", hints))


def said(file: CaptionFile) -> Said:
    return [("#" if cue.sound else cue.voice, cue.text) for cue in file.cues]


def notes(file: CaptionFile, code: str) -> list[tuple[str, str]]:
    return [(note.place, note.message) for note in file.notes if note.code == code]


FILES: list[tuple[str, str, Said]] = [
    (
        "the identifiers of a meeting",
        """WEBVTT

1 "Ines Moreno" (4711)
00:01.000 --> 00:02.000
The well is dry.

2 "" (0)
00:02.000 --> 00:03.000
Since when?

3 "Tom Hale (he/him)" (4712)
00:03.000 --> 00:04.000
Since May.
""",
        [("Ines Moreno", "The well is dry."), (None, "Since when?"), ("Tom Hale", "Since May.")],
    ),
    (
        "tags with identifiers that say nothing",
        """WEBVTT

0b8e7a12-5f3c/9-0
00:01.000 --> 00:02.000
<v Ines Moreno>The well is dry.</v>

0b8e7a12-5f3c/9-1
00:02.000 --> 00:03.000
<v ->Since when?</v>

0b8e7a12-5f3c/10-0
00:03.000 --> 00:04.000
<v Hale, Tom>Since May.</v>
""",
        [("Ines Moreno", "The well is dry."), (None, "Since when?"), ("Hale, Tom", "Since May.")],
    ),
    (
        "names in brackets, sounds, and a cue that goes on",
        """WEBVTT

00:01.000 --> 00:02.000
- [Narrator] The well was dug by hand.

00:02.000 --> 00:03.000
It took a summer.

00:03.000 --> 00:04.000
(bucket clanking)

00:04.000 --> 00:05.000
- [Ines] My aunt dug most of it.

00:05.000 --> 00:06.000
(Tom)
She did.
-
(Ines)
She sang, too.
""",
        [
            ("Narrator", "The well was dug by hand."),
            ("Narrator", "It took a summer."),
            ("#", "(bucket clanking)"),
            ("Ines", "My aunt dug most of it."),
            ("Tom", "She did."),
            ("Ines", "She sang, too."),
        ],
    ),
]


@pytest.mark.parametrize(
    ("text", "expected"), [row[1:] for row in FILES], ids=[r[0] for r in FILES]
)
def test_the_speakers_of_a_file_are_named(text: str, expected: Said) -> None:
    file = read(text)
    assert said(file) == expected
    assert notes(file, "doubtful-speaker") == []


def test_a_cue_of_subrip_may_have_a_name_for_its_number() -> None:
    text = """Speaker 1
00:00:01,000 --> 00:00:02,000
The well is dry.

Speaker 2
00:00:02,000 --> 00:00:03,000
Since when?
"""
    expected = [("Speaker 1", "The well is dry."), ("Speaker 2", "Since when?")]
    assert said(read(text, name="captions.en.srt")) == expected


DOUBTFUL = """WEBVTT

00:01.000 --> 00:02.000
Ines: The well is dry.

00:02.000 --> 00:03.000
I asked
Zuzka: Since when?

00:03.000 --> 00:04.000
Zuzka: And why?
"""


def test_a_doubtful_label_is_noted_once_with_its_line_and_nobody_is_named() -> None:
    file = read(DOUBTFUL)
    assert said(file)[1:] == [
        ("Ines", "I asked"),
        (None, "Zuzka: Since when?"),
        (None, "Zuzka: And why?"),
    ]
    message = '"Zuzka" reads like a speaker (and in 1 more places), so nobody is named after it'
    assert notes(file, "doubtful-speaker") == [("captions.en.vtt:8", message)]


def test_people_of_video_toml_are_never_doubtful() -> None:
    file = read(DOUBTFUL, "Zuzka Benda")
    assert said(file)[2:] == [("Zuzka Benda", "Since when?"), ("Zuzka Benda", "And why?")]
    assert file.notes == ()


def test_two_spellings_that_are_not_joined_are_noted() -> None:
    file = read(DOUBTFUL.replace("Ines", "Rosa Fielt"), "Rosa Field")
    assert notes(file, "speaker-spelling") == [
        ("captions.en.vtt:4", '"Rosa Field" and "Rosa Fielt" may be one person')
    ]


def test_of_very_many_doubtful_labels_the_first_are_noted() -> None:
    cues = (
        f"{n // 60:02}:{n % 60:02}.000 --> {n // 60:02}:{n % 60:02}.900\nZu{chr(0x4E00 + n)}a: Yes.\n"
        for n in range(210)
    )
    found = notes(read("WEBVTT\n\n" + "\n".join(cues)), "doubtful-speaker")
    assert len(found) == 201
    assert ("captions.en.vtt", "10 more labels read like speakers") in found


def test_captions_that_roll_tell_the_line_of_a_doubtful_label() -> None:
    lines = ["hello there all", ">> Zuzka: What now", "and then we went", "to the well"]
    cues = "\n\n".join(
        f"00:{n:02}.000 --> 00:{n + 1:02}.000\n{before}\n{line}"
        for n, (before, line) in enumerate(zip([" ", *lines], lines, strict=False))
    )
    ((place, _),) = notes(read(f"WEBVTT\n\n{cues}\n"), "doubtful-speaker")
    assert place == "captions.en.vtt:9"


def test_webvtt_under_the_name_of_subrip_is_noted() -> None:
    text = "WEBVTT\n\n00:01.000 --> 00:02.000\nThe well is dry.\n"
    assert notes(read(text, name="captions.en.srt"), "wrong-suffix") == [
        ("captions.en.srt", "holds WebVTT, but its name ends in .srt")
    ]
    assert notes(read(text), "wrong-suffix") == []


def test_a_placeholder_of_converters_is_no_name() -> None:
    text = (
        "[Events]\nFormat: Start, End, Name, Text\n"
        "Dialogue: 0:00:01.00,0:00:02.00,NTP,The well is dry.\n"
        "Dialogue: 0:00:02.00,0:00:03.00,Ines,Since when?\n"
    )
    assert said(read(text, name="captions.en.ssa")) == [
        (None, "The well is dry."),
        ("Ines", "Since when?"),
    ]


def test_a_name_between_angle_brackets_is_told_with_its_line() -> None:
    text = (
        "WEBVTT\n\n00:01.000 --> 00:02.000\nInes Moreno: The well is dry.\n\n"
        "00:02.000 --> 00:03.000\n<Zed> Since when?\n\n"
        "00:03.000 --> 00:04.000\nInes Moreno: Since May.\n"
    )
    file = read(text)
    assert said(file)[1] == (None, "<Zed> Since when?")
    assert notes(file, "doubtful-speaker") == [
        ("captions.en.vtt:7", '"Zed" reads like a speaker, so nobody is named after it')
    ]
    assert notes(file, "unknown-tag") == []
