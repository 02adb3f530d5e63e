"""What people mistype in a video.toml: the message says what it is, and what to type."""

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from showcase.store.ingest.check import check_folders
from showcase.store.ingest.toml_file import MAX_SYNTAX_FAULTS, TomlFile
from showcase.store.ingest.toml_lines import key_lines
from showcase.store.ingest.video_toml import read_video_toml
from tests.store.made_transcripts import LINES, make_video, vtt

EN = vtt(LINES)

# What is written, in which line something is wrong, its code, and what to type.
SLIPS = [
    ("title = “Día de la leche”", 1, "curly-quotes", 'write title = "Día de la leche"'),
    ("title = „Milch“", 1, "curly-quotes", 'write title = "Milch"'),
    ("title = «Lait»  # French", 1, "curly-quotes", 'write title = "Lait"'),
    ("title = ‘Milk’", 1, "curly-quotes", 'write title = "Milk"'),
    ("title = ＂牛奶＂", 1, "curly-quotes", 'write title = "牛奶"'),
    ('title = “He said "no"”', 1, "curly-quotes", "write title = 'He said \"no\"'"),
    ('title = "Milk”', 1, "curly-quotes", 'write title = "Milk"'),
    ('title = "A"\nsource = [“a.webm”, “a.mp4”]', 2, "curly-quotes", 'write source = ["a.webm", "a.mp4"]'),
    ('title = "A"\nsource = [\n  “a.mp4”,\n]', 3, "curly-quotes", 'write "a.mp4",'),
    ('title = "A"\n[tracks.“captions.es.vtt”]', 2, "curly-quotes", 'write [tracks."captions.es.vtt"]'),
    ('title\u00a0= "A"', 1, "invisible-character", 'write title = "A"'),
    ('\u200btitle = "A"', 1, "invisible-character", 'write title = "A"'),
    ('title: "A"', 1, "no-equals-sign", 'write title = "A"'),
    ("title: A", 1, "no-equals-sign", 'write title = "A"'),
    ('"title": "A",', 1, "no-equals-sign", 'write title = "A"'),
    ('title\t"A"', 1, "no-equals-sign", 'write title = "A"'),
    ('title "A"', 1, "no-equals-sign", 'write title = "A"'),
    ("title： “A”", 1, "no-equals-sign", 'write title = "A"'),
    ('title := "A"', 1, "no-equals-sign", 'write title = "A"'),
    ('title = "A', 1, "missing-quote", 'write title = "A"'),
    ('title = A"', 1, "missing-quote", 'write title = "A"'),
    ("title = 'A", 1, "missing-quote", 'write title = "A"'),
    ("title = Milk with dignity", 1, "unquoted-text", 'write title = "Milk with dignity"'),
    ('title = "A"\nduration = 2:23', 2, "unquoted-text", 'write duration = "2:23"'),
    ('title = "A"\ndate = 2017-12', 2, "unquoted-text", 'write date = "2017-12"'),
    ('title = "A"\nsource = https://youtu.be/x', 2, "unquoted-text", 'write source = "https://youtu.be/x"'),
    ('title = "She said "no" to it"', 1, "quote-in-text", "write title = 'She said \"no\" to it'"),
    ('title = "A"\nsource = "C:\\videos\\a.mp4"', 2, "backslash", r"write source = 'C:\videos\a.mp4'"),
    ('title = "A",', 1, "trailing-punctuation", 'write title = "A"'),
    ('title = "A";', 1, "trailing-punctuation", 'write title = "A"'),
    ('title = "A"\n[[people]\nname = "B"', 2, "missing-bracket", "write [[people]]"),
    ('title = "A"\n[tracks."captions.en.vtt"\n', 2, "missing-bracket", 'write [tracks."captions.en.vtt"]'),
    ('title = "A"\n[tracks.captions es.vtt]', 2, "unquoted-file-name", 'write [tracks."captions es.vtt"]'),
    ('title = "A"\n[tracks."c"]\naccept = True', 3, "unquoted-text", "write accept = true"),
    ('title = "A"\n// a remark', 2, "unmarked-comment", "write # a remark"),
    ('title = "A"\n; a remark', 2, "unmarked-comment", "write # a remark"),
    ('title = "one\ntwo"', 1, "broken-line", "put all of it on one line"),
    ('title = "A"\nsummary = """\nB', 2, "open-text", 'write """ after its last word'),
    ('title = "A"\nsource = ["a.mp4"\ndate = "2017"', 3, "open-list", "write ] after its last entry"),
    ('title = "A"\ntitle = "B"', 2, "duplicate-key", "keep one of the two"),
    ('title = "A"\n[notice]\ntitle = "a"\ntext = "b"\n[notice]\n', 5, "duplicate-table", "first"),
    ('title = "A"\n[people]\nname = "B"\n[people]\nname = "C"', 4, "duplicate-table", "with [[people]]"),
    ("title =", 1, "missing-value", 'write title = "…"'),
    ('title = "A"\n???', 2, "broken-toml", "on a line of its own"),
    ('title = "JosÃ©"', 1, "mojibake", 'write "José"'),
    ('title = "A"\n[[people]]\nname = "Enrique BalcÃ¡zar"', 3, "mojibake", 'write "Enrique Balcázar"'),
    ('title = "A"\nsource = ["dÃ­a.mp4"]', 2, "mojibake", 'write "día.mp4"'),
    ('title = "A"\nsummary = "Itâ€™s ours"', 2, "mojibake", 'write "It’s ours"'),
    ('title = "Jos\N{REPLACEMENT CHARACTER}"', 1, "lost-character", "type it again"),
    ('title = "A"\n[[people]]\nname = "B"\n\nposter = "a.png"', 5, "key-after-table", "move this line above"),
    ('title = "A"\n[tracks."c.vtt"]\nsummary = "B"', 3, "key-after-table", "move this line above"),
    ('[[links]]\nlabel = "B"\nurl = "mailto:a"\ntitle = "A"', 4, "key-after-table", "move this line above"),
    ('title = "A"\nsumary = "B"', 2, "unknown-key", 'write "summary"'),
]  # fmt: skip


@pytest.mark.parametrize(("content", "line", "code", "fix"), SLIPS)
def test_a_slip_is_named_with_its_line_and_what_to_type(
    content: str, line: int, code: str, fix: str
) -> None:
    (fault,) = read_video_toml(content, "v").faults
    assert (fault.line, fault.code) == (line, code)
    assert fix in fault.fix


def test_a_key_below_a_table_is_told_to_which_table_it_belongs() -> None:
    (fault,) = read_video_toml('title = "A"\n[[people]]\nname = "B"\nposter = "c.png"', "v").faults
    assert (
        fault.message
        == '"poster" is below [[people]], which begins in line 2, and so belongs to it'
    )


def test_what_is_said_is_one_line_without_control_sequences() -> None:
    (fault,) = read_video_toml('title = "A"\n"\\u001b[31m\\n" = 1', "v").faults
    assert str(fault).isprintable()


def test_every_slip_of_a_file_is_named_at_once_up_to_a_number() -> None:
    content = "title = “A”\nkicker: B\nauthor = C\n"
    assert [fault.line for fault in read_video_toml(content, "v").faults] == [1, 2, 3]
    many = "".join(f"key{number} = “A”\n" for number in range(50))
    assert len(read_video_toml(many, "v").faults) == MAX_SYNTAX_FAULTS


def test_a_file_of_another_encoding_is_told_what_to_save_it_as(tmp_path: Path) -> None:
    for data in ("title = 'A'".encode("utf-16"), "title = 'A'".encode("utf-16-le")):
        make_video(
            tmp_path,
            files={"video.toml": data, "captions.en.vtt": EN},
        )
        (fault,) = check_folders(tmp_path).all_faults()
        assert (fault.code, fault.message) == ("not-utf-8", "The file is UTF-16, not UTF-8")
        assert "Encoding: UTF-8" in fault.fix


def test_a_byte_that_is_not_utf_8_is_shown_with_its_word(tmp_path: Path) -> None:
    toml = 'title = "A"\nauthor = "Enrique Balcázar y José"\n'.encode("latin-1")
    make_video(
        tmp_path,
        files={"video.toml": toml, "captions.en.vtt": EN},
    )
    (fault,) = check_folders(tmp_path).all_faults()
    assert (fault.line, fault.code) == (2, "not-utf-8")
    assert '"Balcázar"' in fault.message


@pytest.mark.slow
@pytest.mark.parametrize(
    "content",
    [
        'summary = """\n' + "x\n" * 100_000 + '"""\ntitle = 1',
        'title = "' + '\\"' * 200_000,
        "[" * 100_000,
        "a = [" * 20_000,
        '"""' * 60_000,
        "'" * 200_001,
        "title = “" + "“" * 200_000,
        "x = 1\n" * 50_000,
        "\u200b" * 100_000,
    ],
)
def test_a_hostile_file_takes_no_longer_than_its_length(content: str) -> None:
    started = time.process_time()
    assert read_video_toml(content, "v").faults
    assert key_lines(content) is not None
    assert time.process_time() - started < 20


@given(st.text(alphabet="ab=\"'[]{}\n#.,“” \\:", max_size=60))
def test_every_text_is_read_or_has_a_fault_with_a_line_of_it(content: str) -> None:
    file = TomlFile(content, "v")
    file.values()
    lines = content.count("\n") + 1
    assert all(fault.line and 1 <= fault.line <= lines for fault in file.faults)


@pytest.mark.parametrize(
    ("content", "header"),
    [
        ('title = "A"\n[[people]]\nname = "B"\nposter = "a.png"', "below [[people]], which"),
        ('title = "A"\n[tracks."c.vtt"]\nsummary = "B"', "below [tracks], which"),
    ],
)
def test_a_table_is_named_as_it_is_written(content: str, header: str) -> None:
    (fault,) = read_video_toml(content, "v").faults
    assert header in fault.message
