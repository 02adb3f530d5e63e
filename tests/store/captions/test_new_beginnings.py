"""Files that are joined of several, whose times begin again."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.captions.writers import ASS, SCC, event, scc_bytes
from showcase.store.captions.new_beginnings import NumberedTimes, find_new_beginnings
from showcase.store.captions.reader import read_captions

Cue = tuple[int, int, str]
FIRST: list[Cue] = [(0, 3, "One."), (3, 6, "Two."), (6, 9, "Three.")]
AGAIN: list[Cue] = [(0, 3, "Another."), (3, 6, "Film."), (6, 9, "Begins.")]


def clock(seconds: int, mark: str) -> str:
    return f"00:{seconds // 60:02}:{seconds % 60:02}{mark}000"


def srt(*files: list[Cue], numbered: str = "again") -> str:
    blocks = []
    number = 0
    for file in files:
        number = 0 if numbered == "again" else number
        for start, end, text in file:
            number += 1
            above = "" if numbered == "not" else f"{number}\n"
            blocks.append(f"{above}{clock(start, ',')} --> {clock(end, ',')}\n{text}\n")
    return "\n".join(blocks)


def vtt(*files: list[Cue]) -> str:
    cues = [
        f"{clock(start, '.')} --> {clock(end, '.')}\n{text}\n"
        for file in files
        for start, end, text in file
    ]
    return "WEBVTT\n\n" + "\n".join(cues)


def sbv(*files: list[Cue]) -> str:
    return "\n".join(
        f"0:00:0{start}.000,0:00:0{end}.000\n{text}\n"
        for file in files
        for start, end, text in file
    )


def microdvd(*files: list[Cue]) -> str:
    return "{1}{1}25\n" + "\n".join(
        f"{{{start * 25}}}{{{end * 25}}}{text}" for file in files for start, end, text in file
    )


def table(*files: list[Cue]) -> str:
    return "start\tend\ttext\n" + "\n".join(
        f"{start}000\t{end}000\t{text}" for file in files for start, end, text in file
    )


def mpl2(*files: list[Cue]) -> str:
    return "\n".join(
        f"[{start * 10}][{end * 10}]{text}" for file in files for start, end, text in file
    )


def tmplayer(*files: list[Cue]) -> str:
    return "\n".join(f"00:00:0{start}:{text}" for file in files for start, _, text in file)


def lrc(*files: list[Cue]) -> str:
    return "\n".join(f"[00:0{start}.00]{text}" for file in files for start, _, text in file)


def events(file: list[Cue]) -> str:
    return "".join(
        event(text, start=f"0:00:0{start}.00", end=f"0:00:0{end}.00") for start, end, text in file
    )


def ass(file: list[Cue]) -> str:
    return ASS + events(file)


def scc(file: list[Cue]) -> str:
    shown = (
        f"00:00:0{start}:00\t9420 9420 9440 9440 {scc_bytes(text)} 942f 942f\n\n"
        for start, _, text in file
    )
    return SCC + "".join(shown) + "00:00:09:00\t942c 942c\n\n"


def text(*files: list[Cue]) -> str:
    return "\n".join(f"[00:0{start}] {text}" for file in files for start, _, text in file)


@pytest.mark.parametrize(
    ("name", "content", "line"),
    [
        ("captions.en.srt", srt(FIRST, AGAIN), 14),
        ("captions.en.srt", srt(FIRST, AGAIN).replace("\n\n", "\n"), 11),
        ("captions.en.srt", srt(FIRST[:1], AGAIN[:1]), 6),
        ("captions.en.srt", srt(FIRST, AGAIN, numbered="not"), 10),
        ("captions.en.srt", srt(FIRST) + "\nWEBVTT\n\n" + vtt(AGAIN)[8:], 13),
        ("captions.en.vtt", vtt(FIRST, AGAIN), 12),
        ("captions.en.vtt", vtt(FIRST) + "\n" + vtt(AGAIN), 12),
        ("captions.en.vtt", vtt(FIRST[:1]) + "\n" + vtt(AGAIN[:1]), 6),
        ("captions.en.sbv", sbv(FIRST, AGAIN), 10),
        ("captions.en.sub", microdvd(FIRST, AGAIN), 5),
        ("captions.en.tsv", table(FIRST, AGAIN), 5),
        ("captions.en.txt", text(FIRST, AGAIN), 4),
        ("captions.en.txt", mpl2(FIRST, AGAIN), 4),
        ("captions.en.txt", tmplayer(FIRST, AGAIN), 4),
        ("captions.en.lrc", lrc(FIRST, AGAIN), 4),
        ("captions.en.ass", ass(FIRST) + ass(AGAIN), 24),
        ("captions.en.ass", ass(FIRST) + "[Events]\n" + events(AGAIN), 15),
        ("captions.en.scc", scc(FIRST) + scc(AGAIN), 13),
    ],
)
def test_times_that_begin_again_are_an_error_in_every_format(
    name: str, content: str, line: int
) -> None:
    read = read_captions(content.encode(), name)
    found = [(fault.code, fault.line) for fault in read.faults]
    assert found == [("times-begin-again", line)]


@pytest.mark.parametrize(
    ("what", "content"),
    [
        ("two cues in the wrong order", srt([(10, 12, "Later.")], [(1, 3, "Sooner.")], numbered="on")),
        ("a block that fills a gap", srt(FIRST, [(30, 33, "X.")], [(10, 13, "a"), (13, 16, "b")])),
        ("numbers that begin again, and times that go on", srt(FIRST, [(9, 12, "Four.")])),
        ("all numbers are 1", srt([(0, 3, "a")], [(3, 6, "b")], [(6, 9, "c")])),
        ("people who talk at once", srt([*FIRST, (5, 7, "a"), (8, 9, "b")], numbered="on")),
        ("one speaker after the other", srt([(0, 2, "a"), (6, 8, "c")], [(3, 5, "b"), (9, 11, "d")])),
        ("a sign at the end", srt([*FIRST, (1, 8, "A FARM")], numbered="on")),
    ],
)  # fmt: skip
def test_cues_in_the_wrong_place_are_none(what: str, content: str) -> None:
    assert read_captions(content.encode(), "captions.en.srt").faults == (), what


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("captions.en.lrc", "[00:01.00][00:20.00]Again.\n[00:03.00][00:22.00]And.\n[00:09.00]Once."),
        ("captions.en.lrc", "[00:01.00]One.\n[00:01.00]Uno.\n[00:03.00]Two.\n[00:03.00]Dos."),
        ("captions.en.ass", ass(FIRST) + events(AGAIN)),
        ("captions.en.ass", ass(FIRST) + ass([(9, 9, "Four.")])),
        ("captions.en.scc", scc(FIRST)),
    ],
)  # fmt: skip
def test_lines_and_events_stand_in_the_order_of_their_format(name: str, content: str) -> None:
    found = {fault.code for fault in read_captions(content.encode(), name).faults}
    assert "times-begin-again" not in found


@given(st.lists(st.tuples(st.integers(0, 50), st.integers(0, 9), st.none() | st.integers(0, 3))))
def test_a_file_in_order_never_begins_again(entries: list[tuple[int, int, int | None]]) -> None:
    times = [NumberedTimes(at, at * 10, at * 10 + 5 + end, number) for at, end, number in entries]
    in_order = sorted({cue.start_ms: cue for cue in times}.values(), key=lambda cue: cue.start_ms)
    assert list(find_new_beginnings(in_order)) == []


def test_a_file_in_no_order_is_not_taken_for_files() -> None:
    times = [NumberedTimes(at, (at * 7_919) % 1_000, (at * 7_919) % 1_000 + 9) for at in range(900)]
    assert list(find_new_beginnings(times)) == []
