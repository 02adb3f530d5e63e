"""Slips of an owner that nothing else would show: each is a note with its code, its line and what to do."""

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from showcase.errors import Fault
from showcase.store.ingest import picture_notes
from showcase.store.ingest.check import check_folders
from showcase.store.ingest.theme_contrast import check_tokens
from tests.store.made_transcripts import LINES, make_video, vtt

EN = vtt(LINES)
TOML = 'title = "A"\n'
PEOPLE = '[[people]]\nname = "Ana Reyes"\n[[people]]\nname = "Bo Lind"\n'
ALIASES = '[[people]]\nname = "Ana R."\naliases = ["Ana Reyes", "Doña Ana"]\n'
ORGANIZATIONS = '[[organizations]]\nname = "Migrant Justice"\nshort = "MJ"\n'


def notes_of(root: Path) -> list[Fault]:
    report = check_folders(root)
    assert report.all_faults() == ()
    return [*report.notes, *(note for video in report.videos for note in video.notes)]


def picture(width: int, height: int, kind: str = "PNG") -> bytes:
    data = BytesIO()
    Image.new("RGB", (width, height)).save(data, kind)
    return data.getvalue()


NAMES = [
    (f'[[people]]\nname = "Ana Reyes"\norganization = "Migrant Justis"\n{ORGANIZATIONS}', 4,
     "unknown-organization", 'write "Migrant Justice"'),
    (f'{ORGANIZATIONS}[[quotes]]\ntext = "kept the hours"\norganization = "Migrant Justise"\n', 7,
     "unknown-organization", 'write "Migrant Justice"'),
    ('[[people]]\nname="Carla"\norganization="Growers U"\n[[people]]\nname="Zoe"\norganization="Grower U"', 7,
     "unknown-organization", 'write "Growers U"'),
    ('[[quotes]]\ntext = "kept the hours"\nspeaker = "Anna Reyes"\n', 4,
     "unknown-speaker", 'write "Ana Reyes"'),
    ('[[quotes]]\ntext = "kept the hours"\nspeaker = "Somebody Else"\n', 4,
     "unknown-speaker", "correct the name, or add it to [[people]]"),
    (f'{PEOPLE}[[quotes]]\ntext = "and the crew leader kept the hours"\nspeaker = "Bo Lind"\n', 8,
     "quote-of-another-speaker", "correct the one that is wrong"),
    ('[[people]]\nname = "Zoe Lind"\n[[people]]\nname = "Bo Lind"\naliases = ["zoe lind"]\n', 6,
     "shared-alias", "give it to one of them"),
]  # fmt: skip


@pytest.mark.parametrize(("more", "line", "code", "fix"), NAMES)
def test_a_name_that_is_misspelt_or_somebody_else_s_is_a_note(
    tmp_path: Path, more: str, line: int, code: str, fix: str
) -> None:
    make_video(tmp_path, toml=TOML + more)
    (note,) = notes_of(tmp_path)
    assert (note.file, note.line, note.code) == ("farm/video.toml", line, code)
    assert note.fix == fix


RIGHT = [
    f'[[people]]\nname = "Ana Reyes"\norganization = "MJ"\n{ORGANIZATIONS}',
    f'[[people]]\nname = "Ana Reyes"\norganization = "City of Burlington"\n{ORGANIZATIONS}',
    '[[quotes]]\ntext = "kept the hours"\nspeaker = "ANA REYES"\n',
    f'{ALIASES}[[quotes]]\ntext = "kept the hours"\nspeaker = "Doña Ana"\n',
    '[[people]]\nname = "Bo Lind"\n[[quotes]]\ntext = "kept the hours"\nspeaker = "Bo Lind"\n',
]


@pytest.mark.parametrize("more", RIGHT)
def test_names_that_agree_are_not_noted(tmp_path: Path, more: str) -> None:
    make_video(tmp_path, toml=TOML + more)
    assert notes_of(tmp_path) == []


POSTERS = [
    (b"\x8f\x02random bytes", ["unreadable-poster"]),
    (b"", []),
    (picture(600, 800), ["poster-shape"]),
    (picture(800, 800), ["poster-shape"]),
    (picture(1280, 720), []),
    (picture(1280, 720, "JPEG"), []),
    (picture(1280, 720)[:60], []),
]


@pytest.mark.parametrize(("data", "codes"), POSTERS)
def test_a_poster_that_is_no_picture_or_has_another_shape_is_a_note(
    tmp_path: Path, data: bytes, codes: list[str]
) -> None:
    toml = f'{TOML}poster = "a.png"\nposter_alt = "A cow"\n' if data else TOML
    make_video(tmp_path, toml=toml, files={"captions.en.vtt": EN, "a.png": data})
    notes = notes_of(tmp_path)
    assert [note.code for note in notes] == codes
    assert all(note.line == 2 for note in notes)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.svg", b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>'),
        ("a.avif", b"\0\0\0\x1cftypavif" + bytes(20)),
        ("a.webp", picture(1600, 900, "WEBP")),
        ("a.gif", picture(1600, 900, "GIF")),
    ],
)
def test_a_poster_of_any_kind_that_browsers_show_is_right(
    tmp_path: Path, name: str, data: bytes
) -> None:
    toml = f'{TOML}poster = "{name}"\nposter_alt = ""\n'
    make_video(tmp_path, toml=toml, files={"captions.en.vtt": EN, name: data})
    assert notes_of(tmp_path) == []


def test_a_heavy_poster_is_a_note_and_is_not_read_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(picture_notes, "MAX_POSTER_BYTES", 100)
    toml = f'{TOML}poster = "a.png"\nposter_alt = "A cow"\n'
    folder = make_video(
        tmp_path, toml=toml, files={"captions.en.vtt": EN, "a.png": picture(160, 90)}
    )
    with (folder / "a.png").open("ab") as file:
        file.truncate(187_000_000)  # a sparse file
    (note,) = notes_of(tmp_path)
    assert (note.code, note.line) == ("large-poster", 2)
    assert '"a.png" has 187 MB' in note.message


def test_a_poster_without_words_for_it_is_a_note(tmp_path: Path) -> None:
    toml = f'{TOML}poster = "a.png"\n'
    make_video(tmp_path, toml=toml, files={"captions.en.vtt": EN, "a.png": picture(160, 90)})
    assert [note.code for note in notes_of(tmp_path)] == ["no-poster-alt"]


@pytest.mark.parametrize(
    ("language", "codes"), [("fr", ["no-pages-in-language"]), ("es", []), ("es-MX", [])]
)
def test_texts_of_the_site_in_a_language_without_pages_are_a_note(
    tmp_path: Path, language: str, codes: list[str]
) -> None:
    make_video(tmp_path)
    (tmp_path / "site.toml").write_text('name = "Voices"\nlanguage = "en"\n')
    (tmp_path / f"site.{language}.toml").write_text('name = "V"\n')
    assert [note.code for note in notes_of(tmp_path)] == codes


DARK = "@media (prefers-color-scheme: dark) {\n  :root {\n    %s\n  }\n}\n"
TOKENS = [
    (":root {\n  --grond: #fff;\n}", [(2, "unknown-token", "write --ground")]),
    (":root { --mine: 2px; }\nh1 { border: var(--mine) }", []),
    (":root { /* --grond: #fff; */ --band: #b92a17; }", []),
    (":root {\n  --text: #eeeeee;\n  --ground: #ffffff;\n}", [
        (2, "low-contrast", "at least 4.5 to 1"),
        # What is only in :root is in the dark theme, too, where other text is light.
        (2, "low-contrast", "at least 4.5 to 1"), (3, "low-contrast", "at least 3 to 1"),
    ]),
    (DARK % "--link: #333;", [(3, "low-contrast", "at least 4.5 to 1")]),
    (":root { --band: rgb(255, 255, 255); }", [(1, "low-contrast", "at least 4.5 to 1")] * 2),
    (":root { --act: var(--loop); --loop: var(--act); }", []),
    (":root { --text: color-mix(in srgb, red, blue); }", []),
]  # fmt: skip


@pytest.mark.parametrize(("css", "found"), TOKENS)
def test_tokens_that_are_misspelt_or_hard_to_read_are_notes(
    css: str, found: list[tuple[int, str, str]]
) -> None:
    notes = list(check_tokens(css, "tokens.css"))
    assert [(note.line, note.code) for note in notes] == [(line, code) for line, code, _ in found]
    assert all(fix in note.fix for note, (_, _, fix) in zip(notes, found, strict=True))


def test_eeeeee_on_white_is_told_with_its_contrast() -> None:
    note = next(check_tokens(":root { --text: #eeeeee; --ground: #ffffff; }", "tokens.css"))
    assert note.message == "--text on --ground has a contrast of 1.2 to 1 in the light theme"
