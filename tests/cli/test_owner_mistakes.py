"""Mistakes that owners make, each named by `showcase check` with its place and how to mend it."""

import json
import os
import re
import shutil
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from click.testing import CliRunner
from PIL import Image

from showcase.cli.commands import main
from showcase.core.timing.timecodes import format_vtt_timestamp, parse_time
from tests.conftest import ROOT, slow_after
from tests.store.intake.given import silence

VIDEO = "wsr/video.toml"
ENGLISH, SPANISH = "wsr/captions.en.vtt", "wsr/captions.es.vtt"
CLOCK = re.compile(r"\d\d:\d\d:\d\d\.\d{3}")
# A change to a folder of transcripts.
Change = Callable[[Path], object]


def write(name: str, content: str | bytes) -> Change:
    data = content.encode() if isinstance(content, str) else content
    return lambda root: (root / name).write_bytes(data)


def edit(name: str, pattern: str, now: str) -> Change:
    def change(root: Path) -> None:
        before = (root / name).read_text("utf-8")
        after = re.sub(pattern, now, before, count=1, flags=re.MULTILINE)
        assert after != before
        (root / name).write_text(after, "utf-8")

    return change


def append(name: str, more: str) -> Change:
    return lambda root: write(name, (root / name).read_text("utf-8") + more)(root)


def rename(name: str, now: str) -> Change:
    return lambda root: (root / name).rename(root / now)


def copy(name: str, now: str) -> Change:
    return lambda root: shutil.copy(root / name, root / now)


def move_times(name: str, rate: float = 1, by_ms: int = 0) -> Change:
    def moved(found: re.Match[str]) -> str:
        return format_vtt_timestamp(round((parse_time(found[0]) or 0) * rate) + by_ms)

    return lambda root: write(name, CLOCK.sub(moved, (root / name).read_text("utf-8")))(root)


def both(*changes: Change) -> Change:
    return lambda root: [change(root) for change in changes]


def poster(data: bytes, size: int = 0) -> Change:
    def change(root: Path) -> None:
        (root / "wsr/p.png").write_bytes(data)
        os.truncate(root / "wsr/p.png", size or len(data))
        edit(VIDEO, r"^poster = .*", 'poster = "p.png"')(root)

    return change


def picture(width: int, height: int) -> bytes:
    file = BytesIO()
    Image.new("RGB", (width, height)).save(file, "PNG")
    return file.getvalue()


TRAINS = "WEBVTT\n" + "".join(
    f"\n00:{3 * n // 60:02d}:{3 * n % 60:02d}.000 --> 00:{3 * n // 60:02d}:{3 * n % 60 + 2:02d}.000\n"
    f"El tren número {n} salió de la estación con mucho retraso.\n"
    for n in range(20)
)

# What the owner did, the code of the finding, the file that it names, and what the mend has in it.
MISTAKES: list[tuple[str, Change, str, str, str]] = [
    (
        "captions of three minutes on eight seconds",
        both(
            write("wsr/short.wav", silence(8)),
            edit(VIDEO, r"^source = .*", 'source = "short.wav"'),
            edit(VIDEO, r"^duration = .*", ""),
        ),
        "after-the-end",
        ENGLISH,
        "put the captions of this recording there",
    ),
    (
        "captions of another video",
        write(SPANISH, TRAINS),
        "unrelated-track",
        SPANISH,
        "another recording",
    ),
    (
        "a first cue at an hour",
        move_times(ENGLISH, by_ms=3_600_000),
        "clock-offset",
        ENGLISH,
        'offset = "-1:00:00"',
    ),
    (
        "a track that drifts",
        move_times(SPANISH, rate=25 / 24),
        "track-drift",
        SPANISH,
        "time it again",
    ),
    (
        "a track that is late",
        move_times(SPANISH, by_ms=4_000),
        "track-offset",
        SPANISH,
        'offset = "-0:04"',
    ),
    (
        "a chapter behind the end",
        append("wsr/chapters.en.vtt", "\n\n00:10:00.000 --> 00:11:00.000\nLate\n"),
        "late-chapter",
        "wsr/chapters.en.vtt",
        "correct its time",
    ),
    (
        "a length that is too short",
        edit(VIDEO, "2:41", "1:00"),
        "other-length",
        VIDEO,
        'duration = "2:41"',
    ),
    (
        "a length that is too long",
        edit(VIDEO, "2:41", "1:02:34"),
        "other-length",
        VIDEO,
        'duration = "2:41"',
    ),
    ("a broken é", edit(VIDEO, "Enrique", "Jos\u00c3\u00a9"), "mojibake", VIDEO, "José"),
    (
        "a language that is none",
        both(rename(SPANISH, "wsr/captions.xx.vtt")),
        "undetermined-language",
        "wsr/captions.xx.vtt",
        "captions.en.vtt",
    ),
    (
        "English as Spanish",
        copy(ENGLISH, SPANISH),
        "other-language",
        SPANISH,
        "name the file after its language",
    ),
    (
        "an organization misspelt",
        edit(VIDEO, '^organization = "Migrant Justice"', 'organization = "Migrant Justis"'),
        "unknown-organization",
        VIDEO,
        "Migrant Justice",
    ),
    (
        "a speaker misspelt",
        edit(VIDEO, '^speaker = "Enrique', 'speaker = "Enriqe'),
        "unknown-speaker",
        VIDEO,
        "Enrique Balcazar",
    ),
    (
        "a quote with a word more",
        edit(VIDEO, r'(\[\[quotes\]\]\ntext = ")In the', r"\1In all the"),
        "inexact-quote",
        VIDEO,
        "correct the quote",
    ),
    (
        "a quote that nobody said",
        edit(VIDEO, r'(\[\[quotes\]\]\ntext = ")[^"]*', r"\1Trains are late in autumn"),
        "quote-not-found",
        VIDEO,
        "remove it",
    ),
    (
        "French without pages in French",
        write("site.fr.toml", 'name = "RST"\n'),
        "no-pages-in-language",
        "site.fr.toml",
        "translate the pages first",
    ),
    (
        "a token misspelt",
        write("tokens.css", ":root { --heroo: #123456; }\n"),
        "unknown-token",
        "tokens.css",
        "--hero",
    ),
    (
        "grey on white",
        write("tokens.css", ":root { --text: #eeeeee; --page: #ffffff; }\n"),
        "low-contrast",
        "tokens.css",
        "4.5 to 1",
    ),
    (
        "a poster of random bytes",
        poster(bytes(range(256)) * 9),
        "unreadable-poster",
        VIDEO,
        "export it again",
    ),
    (
        "a poster of 187 MB",
        poster(picture(1600, 900), 187_000_000),
        "large-poster",
        VIDEO,
        "1600 by 900",
    ),
    ("an upright poster", poster(picture(600, 800)), "poster-shape", VIDEO, "16:9"),
    (
        "a poster without a description",
        edit(VIDEO, r"^poster_alt = .*\n", ""),
        "no-poster-alt",
        VIDEO,
        "poster_alt",
    ),
    (
        "curly quotes",
        edit(VIDEO, '"The path we want"', "“The path we want”"),
        "curly-quotes",
        VIDEO,
        'headline = "The path we want"',
    ),
    (
        "a key behind a table",
        both(edit(VIDEO, r"^poster = .*\n", ""), append(VIDEO, '\nposter = "poster.svg"\n')),
        "key-after-table",
        VIDEO,
        "above the first line",
    ),
    (
        "captions named .srt.txt",
        write("wsr/captions.fr.srt.txt", "1\n00:00:01,000 --> 00:00:02,000\nBonjour\n"),
        "wrong-suffix",
        "wsr/captions.fr.srt.txt",
        "captions.fr.srt",
    ),
    (
        "UTF-16",
        lambda root: write(VIDEO, (root / VIDEO).read_text("utf-8").encode("utf-16"))(root),
        "not-utf-8",
        VIDEO,
        "save it as UTF-8",
    ),
    (
        "a track removed that a table names",
        lambda root: (root / SPANISH).unlink(),
        "unknown-track",
        VIDEO,
        '[tracks."captions.es.vtt"]',
    ),
]


@pytest.mark.parametrize("mistake", slow_after(4, MISTAKES), ids=[name for name, *_ in MISTAKES])
def test_it_is_named_with_its_place_and_how_to_mend_it(
    mistake: tuple[str, Change, str, str, str], tmp_path: Path
) -> None:
    _, change, code, file, fix = mistake
    root = tmp_path / "transcripts"
    shutil.copytree(ROOT / "transcripts", root)
    change(root)
    said = CliRunner().invoke(main, ["check", "--json"], env={"SHOWCASE_TRANSCRIPTS": str(root)})
    findings = [json.loads(line) for line in said.stdout.splitlines()]
    named = [each for each in findings if (each["code"], each["file"]) == (code, file)]
    assert named, findings
    assert fix in named[0]["fix"]
    if file == VIDEO and code != "not-utf-8":
        assert named[0]["line"]
    # One mistake is not told in twenty ways.
    assert len({each["code"] for each in findings}) <= 3


def test_what_comes_with_the_showcase_has_none_of_them(tmp_path: Path) -> None:
    root = tmp_path / "transcripts"
    shutil.copytree(ROOT / "transcripts", root)
    said = CliRunner().invoke(main, ["check", "--json"], env={"SHOWCASE_TRANSCRIPTS": str(root)})
    assert said.stdout.strip() == ""
