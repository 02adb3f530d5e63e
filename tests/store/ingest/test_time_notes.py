"""Mistakes of an owner in times and languages that are notes of `showcase check`."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from showcase.core.timing.timecodes import format_vtt_timestamp
from showcase.errors import Fault
from showcase.store.ingest.check import check_folders
from tests.store.made_transcripts import make_video

EN_LINES = (
    "We kept the hours",
    "and they were right",
    "for all of the people",
    "who were on the farm",
)
ES_LINES = (
    "Apuntamos las horas",
    "y eran las justas",
    "para toda la gente",
    "que estaba en la finca",
)


def vtt(starts: Sequence[float], lines: Sequence[str] = EN_LINES, seconds: float = 2) -> str:
    """A cue for each start, in seconds."""
    cues = ["WEBVTT\n"]
    for number, start in enumerate(starts):
        times = [format_vtt_timestamp(round(ms * 1000)) for ms in (start, start + seconds)]
        cues.append(f"{' --> '.join(times)}\n{lines[number % len(lines)]}\n")
    return "\n".join(cues)


def notes_of(
    root: Path, duration: str, files: Mapping[str, str], toml: str = ""
) -> tuple[Fault, ...]:
    duration = f'duration = "{duration}"\n' if duration else ""
    make_video(root, toml=f'title = "A"\nlanguage = "en"\n{duration}{toml}', files=files)
    report = check_folders(root)
    assert report.all_faults() == ()
    return report.videos[0].notes


USUAL = [1 + 3.1 * n for n in range(45)]  # to 2:19


@pytest.mark.parametrize("duration", ["", "2:20", "2:23", "2:18", "3:00"])
def test_times_that_fit_have_no_note(tmp_path: Path, duration: str) -> None:
    chapters = "WEBVTT\n\n00:00.000 --> 02:00.000\nOne\n\n02:10.000 --> 02:20.000\nThe end\n"
    files = {"captions.en.vtt": vtt(USUAL), "captions.es.vtt": vtt(USUAL, ES_LINES)}
    assert notes_of(tmp_path, duration, {**files, "chapters.en.vtt": chapters}) == ()


@pytest.mark.parametrize(
    ("duration", "starts", "code", "message"),
    [
        ("0:08", USUAL, "after-the-end", "the last words end at 2:19, after the end of the recording"),
        ("1:00", USUAL, "after-the-end", "at 1:00"),
        ("1:02:34", USUAL, "ends-early", "long before the end of the recording at 1:02:34"),
        ("4:00", USUAL, "ends-early", "the last words end at 2:19"),
        ("3:00:00", [*range(10, 9000, 30)], "ends-early", "end at 2:29:42"),
        ("", [3610 + n for n in USUAL], "clock-offset", "the first words come at 1:00:11"),
        ("2:30", [3600 + n for n in USUAL], "clock-offset", "seems to begin at 1:00:00"),
        ("2:30", [36_000 + n for n in USUAL], "clock-offset", "seems to begin at 10:00:00"),
        ("2:30", [3599, *(3600 + n for n in USUAL)], "clock-offset", "at 1:00:00"),
        ("", [600 + n for n in USUAL], "first-cue-late", "the first words come at 10:01"),
        ("5:00", [150 + n for n in USUAL], "first-cue-late", "the first words come at 2:31"),
        ("2:23", [60 + n for n in USUAL], "after-the-end", "end at 3:19"),
    ],
)  # fmt: skip
def test_times_that_do_not_fit_the_recording_are_noted(
    tmp_path: Path, duration: str, starts: list[float], code: str, message: str
) -> None:
    (note,) = notes_of(tmp_path, duration, {"captions.en.vtt": vtt(starts)})
    assert (note.code, note.place) == (code, "farm/captions.en.vtt")
    assert message in note.message
    assert note.fix


def test_a_three_hour_recording_whose_first_words_come_late_begins_at_no_hour(
    tmp_path: Path,
) -> None:
    starts = [*range(3_700, 10_000, 4)]
    (note,) = notes_of(tmp_path, "3:00:00", {"captions.en.vtt": vtt(starts)})
    assert note.code == "first-cue-late"


@pytest.mark.parametrize(
    ("duration", "first_s", "toml", "offset"),
    [
        ("2:30", 3600, "", "-1:00:00"),
        ("2:30", 7200, 'offset = "-1:00:00"', "-2:00:00"),
        ("2:30", 60.5, "", "-1:01.5"),
    ],
)
def test_the_note_says_the_offset_that_mends_it(
    tmp_path: Path, duration: str, first_s: float, toml: str, offset: str
) -> None:
    table = f'[tracks."captions.en.vtt"]\n{toml}\n'
    files = {"captions.en.vtt": vtt([first_s + n for n in USUAL])}
    (note,) = notes_of(tmp_path, duration, files, table)
    assert f'offset = "{offset}" into [tracks."captions.en.vtt"]' in note.fix
    mended = f'[tracks."captions.en.vtt"]\noffset = "{offset}"\n'
    assert notes_of(tmp_path, duration, files, mended) == ()


@pytest.mark.parametrize(
    ("duration", "start", "message"),
    [
        ("2:23", "10:00.000", 'the chapter "Credits" begins at 10:00, after the end at 2:23'),
        ("", "10:00.000", 'the chapter "Credits" begins at 10:00, after the last words'),
    ],
)
def test_a_chapter_after_the_end_is_noted(
    tmp_path: Path, duration: str, start: str, message: str
) -> None:
    chapters = f"WEBVTT\n\n00:00.000 --> 01:00.000\nOne\n\n{start} --> 11:00.000\nCredits\n"
    files = {"captions.en.vtt": vtt(USUAL), "chapters.en.vtt": chapters}
    (note,) = notes_of(tmp_path, duration, files)
    assert (note.code, note.place) == ("late-chapter", "farm/chapters.en.vtt")
    assert message in note.message


# Cues that begin at no rhythm, so that those of another recording hardly ever begin with them.
UNEVEN = [1.0]
for _n in range(44):
    UNEVEN.append(UNEVEN[-1] + 2.2 + (_n * 7 % 11) / 4)


@pytest.mark.parametrize(
    ("starts", "code", "message"),
    [
        ([n * 0.61 for n in UNEVEN[:20]], "unrelated-track", "20 cues to 0:"),
        ([n * 1.31 + 0.6 for n in UNEVEN], "unrelated-track", "its times do not fit those of"),
        ([n + 2.5 for n in UNEVEN], "track-offset", "2.5 s later than those of captions.en.vtt"),
        ([n + 59.25 for n in UNEVEN], "track-offset", '"-0:59.25" into [tracks."captions.es.vtt"]'),
        (UNEVEN[:10], "ends-differ", "ends at 0:"),
    ],
)
def test_a_translation_that_does_not_fit_is_noted(
    tmp_path: Path, starts: list[float], code: str, message: str
) -> None:
    files = {"captions.en.vtt": vtt(UNEVEN), "captions.es.vtt": vtt(starts, ES_LINES, 1)}
    (note,) = notes_of(tmp_path, "", files)
    assert (note.code, note.place) == (code, "farm/captions.es.vtt")
    assert message in str(note)


@pytest.mark.parametrize(
    "starts",
    [
        UNEVEN,
        [n + 0.2 for n in UNEVEN],
        UNEVEN[::2],
        UNEVEN[:40],
        # A translator's own times, to the same end.
        [n * 2.9 + 1.4 for n in range(int(UNEVEN[-1] / 2.9))],
        UNEVEN[1:3],
    ],
)
def test_a_translation_that_fits_has_no_note(tmp_path: Path, starts: list[float]) -> None:
    files = {"captions.en.vtt": vtt(UNEVEN), "captions.es.vtt": vtt(starts, ES_LINES, 1)}
    codes = [note.code for note in notes_of(tmp_path, "", files)]
    assert codes == ([] if len(starts) > 2 else ["ends-differ"])


def test_words_in_another_language_than_the_name_says_are_noted(tmp_path: Path) -> None:
    hebrew = ("אנחנו רשמנו את השעות", "והן היו נכונות")
    files = {
        "captions.en.vtt": vtt(USUAL),
        "captions.es.vtt": vtt(USUAL, [*EN_LINES, "[music]"]),
        "captions.fr.vtt": vtt(USUAL, hebrew),
        "descriptions.es.vtt": vtt(USUAL),
    }
    first, second = notes_of(tmp_path, "", files)
    assert (first.code, first.place) == ("other-language", "farm/captions.es.vtt")
    assert "reads like English (en), but its name says Español (es)" in first.message
    assert (second.code, second.place) == ("other-script", "farm/captions.fr.vtt")
    assert "is written in Hebrew letters" in second.message


def test_check_counts_the_cues_of_speech(tmp_path: Path) -> None:
    chapters = "WEBVTT\n\n00:00.000 --> 01:00.000\nOne\n"
    make_video(tmp_path, files={"captions.en.vtt": vtt(USUAL), "chapters.en.vtt": chapters})
    assert check_folders(tmp_path).videos[0].cues == len(USUAL)
