"""`showcase add`, `undo` and `new`, as an owner types them."""

import os
import shutil
import sys
import tomllib
from collections.abc import Callable, Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from click.testing import CliRunner, Result
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from showcase import resources
from showcase.app import create_app
from showcase.cli import questions
from showcase.cli.build_output import build_or_keep
from showcase.cli.commands import ExitCode, main
from showcase.settings import Settings
from showcase.store.intake import file_steps
from showcase.store.intake.journal import HISTORY_FOLDER, ChangeJournal
from tests.conftest import examples
from tests.store.intake.given import (
    CREOLE,
    ENGLISH,
    SPANISH,
    silence,
    subrip,
    webvtt,
    write_family,
    write_feed,
)

ROOT = Path(__file__).resolve().parents[2]
Run = Callable[..., Result]
Put = Callable[..., str]


@pytest.fixture
def run(environ: dict[str, str]) -> Run:
    """Runs a command with a small folder of transcripts."""

    def invoke(*arguments: str, **more: str) -> Result:
        return CliRunner().invoke(main, arguments, env=environ | more, catch_exceptions=False)

    return invoke


@pytest.fixture
def put(tmp_path: Path) -> Put:
    """Writes a file somewhere else, as an owner has it at hand; gives its path."""

    def write(name: str, content: str | bytes = b"film") -> str:
        path = tmp_path / "at hand" / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return str(path)

    return write


def read(root: Path) -> dict[str, bytes]:
    """All files of a folder, the journal's left out."""
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in sorted(root.rglob("*"))
        if path.is_file() and HISTORY_FOLDER not in path.parts
    }


def page(transcripts: Path, tmp_path: Path, address: str) -> str:
    """A page, as visitors get it."""
    served = Settings(transcripts=transcripts, state=tmp_path / "served")
    build_or_keep(served)
    answer = create_app(served).test_client().get(address)
    assert answer.status_code == 200
    return answer.text


@pytest.mark.slow
def test_a_recording_and_its_captions_become_a_page(
    run: Run, put: Put, transcripts: Path, tmp_path: Path
) -> None:
    said = run("add", put("harvest talk.mp4"), put("talk.en.srt", subrip(ENGLISH)), "--yes")
    assert said.exit_code == ExitCode.SUCCESS, said.output
    assert sorted(read(transcripts / "harvest-talk")) == [
        "captions.en.srt",
        "harvest-talk.mp4",
        "video.toml",
    ]
    assert (transcripts / "harvest-talk/video.toml").read_text() == (
        'title = "harvest talk"\nlanguage = "en"\nsource = "harvest-talk.mp4"\n'
    )
    html = page(transcripts, tmp_path, "/videos/harvest-talk")
    assert "We wrote the rules of the orchard ourselves" in html
    assert "harvest-talk.mp4" in html


@pytest.mark.slow
def test_it_shows_each_file_and_key_and_why(run: Run, put: Put) -> None:
    said = run("add", put("talk.mp4"), put("words.srt", subrip(ENGLISH * 2)), "--yes")
    for line in (
        "/videos/talk, a new video:",
        "  new       talk/talk.mp4  (from talk.mp4)",
        "  new       talk/captions.en.srt  (from words.srt; English: by its words)",
        '  new       title = "talk"  (the name of the file)',
        '  new       language = "en"  (the captions)',
        '  new       source = "talk.mp4"',
    ):
        assert line in said.output.splitlines()


def test_the_same_again_changes_nothing_and_says_so(run: Run, put: Put, transcripts: Path) -> None:
    given = [put("talk.mp4"), put("talk.en.srt", subrip(ENGLISH)), put("a.png", "picture")]
    run("add", *given, "--yes")
    before = read(transcripts)
    said = run("add", *given)
    assert said.exit_code == ExitCode.SUCCESS
    assert "Nothing is to be written: everything is there." in said.output
    assert read(transcripts) == before


def test_without_a_terminal_nothing_is_written_unless_yes_is_said(
    run: Run, put: Put, transcripts: Path
) -> None:
    before = read(transcripts)
    said = run("add", put("talk.mp4"), put("talk.en.srt", subrip(ENGLISH)))
    assert said.exit_code == ExitCode.ERROR
    assert "there is no terminal to ask on, so say --yes" in said.stderr
    assert "talk/captions.en.srt" in said.stdout
    assert read(transcripts) == before
    assert not (transcripts / HISTORY_FOLDER).exists()


@pytest.mark.parametrize("answer", ["y", "n"])
def test_on_a_terminal_it_asks(
    environ: dict[str, str], put: Put, monkeypatch: pytest.MonkeyPatch, answer: str
) -> None:
    monkeypatch.setattr(questions, "has_terminal", lambda: True)
    given = [put("talk.mp4"), put("talk.en.srt", subrip(ENGLISH))]
    said = CliRunner().invoke(main, ["add", *given], input=f"{answer}\n", env=environ)
    assert "Write this? [y/N]" in said.output
    assert said.exit_code == ExitCode.SUCCESS
    assert Path(environ["SHOWCASE_TRANSCRIPTS"], "talk").exists() == (answer == "y")
    assert ("Nothing was written." in said.output) == (answer == "n")


DOUBTFUL = [
    ("talk.srt", subrip(ENGLISH[:1]), "talk.srt: Its language is not beyond doubt (its name does not"),
    ("talk.es.srt", subrip(ENGLISH * 2), "its name says Español (es), but it reads like English (en)"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "content", "message"), DOUBTFUL)
def test_a_language_that_is_not_beyond_doubt_is_asked_for(
    run: Run, put: Put, name: str, content: str, message: str
) -> None:
    given = [put("talk.mp4"), put(name, content)]
    said = run("add", *given, "--yes")
    assert said.exit_code == ExitCode.ERROR
    assert message in said.stderr
    said = run("add", *given, "--yes", "--language", "en")
    assert said.exit_code == ExitCode.SUCCESS
    assert "  new       talk/captions.en.srt  (" in said.output


def test_captions_that_check_refuses_are_refused_with_its_words(
    run: Run, put: Put, transcripts: Path
) -> None:
    broken = webvtt(ENGLISH).replace("00:04.000 -->", "00:xx.000 -->")
    said = run("add", put("talk.mp4"), put("talk.en.vtt", broken), "--yes")
    assert said.exit_code == ExitCode.ERROR
    assert "talk/captions.en.vtt:6: " in said.stderr
    assert not (transcripts / "talk").exists()


def test_what_a_person_wrote_stays_and_what_is_missing_is_filled_in(
    run: Run, transcripts: Path, tmp_path: Path
) -> None:
    toml = transcripts / "orchard" / "video.toml"
    written = '# Ours.\ntitle = "The orchard"   # short\n\n# Who speaks.\n[[people]]\nname = "Rosa Field"\n'
    toml.write_text(written)
    captions = (transcripts / "orchard/captions.en.vtt").read_bytes()
    said = run("add", str(write_family(tmp_path / "given")), "--video", "orchard", "--yes")
    assert said.exit_code == ExitCode.SUCCESS, said.output
    assert toml.read_text() == (
        '# Ours.\ntitle = "The orchard"   # short\nauthor = "Orchard Radio"\n'
        'summary = "Pickers tell how they wrote the rules."\nlanguage = "en"\ndate = "2023-01-17"\n'
        'duration = "0:16"\nposter = "poster.webp"\n'
        'source = "https://www.youtube.com/watch?v=dQw4w9WgXcQ"\n'
        '\n# Who speaks.\n[[people]]\nname = "Rosa Field"\n'
    )
    assert (transcripts / "orchard/captions.en.vtt").read_bytes() == captions
    assert (transcripts / "orchard/captions.es.vtt").exists()
    assert '  kept      title = "The orchard"  (not "Who wrote the rules")' in said.output
    assert "is not written over it: --replace does that" in said.output


def test_a_podcast_becomes_a_page(run: Run, transcripts: Path, tmp_path: Path) -> None:
    feed = str(write_feed(tmp_path / "feed"))
    assert "It has 2 episodes" in run("add", feed, "--yes").stderr
    assert run("add", feed, "--yes", "--title", "Who wrote the rules").exit_code == 0
    html = page(transcripts, tmp_path, "/videos/who-wrote-the-rules")
    assert "We wrote the rules of the orchard ourselves" in html
    assert "Buyers" in html


def test_a_title_that_another_video_has_is_said(run: Run, put: Put, transcripts: Path) -> None:
    before = read(transcripts)
    said = run("add", put("a.mp4"), "--title", "Orchard", "--yes")
    assert said.exit_code == ExitCode.ERROR
    assert "There is a video of this address already: say --video orchard" in said.stderr
    assert read(transcripts) == before
    said = run("add", put("a.mp4"), "--title", "Orchard", "--video", "orchard-2", "--yes")
    assert said.exit_code == ExitCode.SUCCESS


UNCLEAR = [
    (["--video", "A b"], "A b: An address cannot have this name: write small letters"),
    (["--title", "আমরা"], 'No address can be made of the title "আমরা": say it with --video'),
]


@pytest.mark.parametrize(("options", "message"), UNCLEAR)
def test_a_name_that_an_address_cannot_have_is_said(
    run: Run, put: Put, options: list[str], message: str
) -> None:
    said = run("add", put("talk.mp4"), *options, "--yes")
    assert (said.exit_code, message in said.stderr) == (ExitCode.ERROR, True)


def test_captions_in_several_languages_need_the_one_that_is_spoken(
    run: Run, put: Put, transcripts: Path
) -> None:
    given = [
        put("talk.mp4"),
        put("talk.en.srt", subrip(ENGLISH)),
        put("talk.es.srt", subrip(SPANISH)),
    ]
    assert "nothing says which language is spoken" in run("add", *given, "--yes").stderr
    assert run("add", *given, "--language", "es", "--yes").exit_code == ExitCode.SUCCESS
    assert 'language = "es"' in (transcripts / "talk/video.toml").read_text()


def test_two_files_of_one_language_are_not_chosen_from(run: Run, put: Put) -> None:
    given = [put("a.en.srt", subrip(ENGLISH)), put("b.en.srt", subrip(ENGLISH[:3]))]
    said = run("add", put("talk.mp4"), *given, "--yes")
    assert "b.en.srt: Two files would be captions.en.srt" in said.stderr


def test_a_recording_without_captions_gets_a_page_and_a_sentence_on_how_to_make_them(
    run: Run, put: Put, transcripts: Path, tmp_path: Path
) -> None:
    said = run("add", put("talk.mp4"), "--yes")
    assert said.exit_code == ExitCode.SUCCESS, said.output
    assert "There are no captions. To make them on your own machine, use whisper.cpp" in said.output
    html = page(transcripts, tmp_path, "/videos/talk")
    assert "There is no transcript of this recording yet." in html
    assert "/talk.mp4" in html
    assert "without_captions = true" in (transcripts / "talk/video.toml").read_text()
    said = run("add", put("talk.en.srt", subrip(ENGLISH)), "--video", "talk", "--yes")
    assert "  removed   without_captions  (there are captions now)" in said.output.splitlines()
    assert "without_captions" not in (transcripts / "talk/video.toml").read_text()
    assert "There is no transcript" not in page(transcripts, tmp_path, "/videos/talk")


def test_new_captions_take_the_place_of_old_ones_only_where_that_is_said(
    run: Run, put: Put, transcripts: Path
) -> None:
    path = transcripts / "orchard/captions.en.vtt"
    before = path.read_bytes()
    given = put("better.en.srt", subrip(ENGLISH))
    assert "Nothing is to be written" in run("add", given, "--video", "orchard", "--yes").output
    assert path.read_bytes() == before
    assert run("add", given, "--video", "orchard", "--replace", "--yes").exit_code == 0
    assert sorted(read(transcripts / "orchard")) == ["captions.en.srt", "video.toml"]
    run("undo", "--yes")
    assert path.read_bytes() == before


def test_another_picture_takes_the_place_of_the_poster_and_of_what_describes_it(
    run: Run, put: Put, transcripts: Path
) -> None:
    orchard = transcripts / "orchard"
    (orchard / "old.png").write_bytes(b"old")
    text = 'title = "A"\nposter = "old.png"\nposter_alt = "Trees"\n'
    (orchard / "video.toml").write_text(text)
    picture = put("new.png", "new")
    said = run("add", picture, "--video", "orchard", "--yes")
    assert "new.png is not put in its place" in said.output
    run("add", picture, "--video", "orchard", "--replace", "--yes")
    assert (orchard / "video.toml").read_text() == 'title = "A"\nposter = "poster.png"\n'
    assert not (orchard / "old.png").exists()


@pytest.fixture
def wsr(tmp_path: Path, environ: dict[str, str]) -> Path:
    """A copy of the example, with its preview."""
    root = tmp_path / "example"
    shutil.copytree(ROOT / "transcripts", root)
    environ["SHOWCASE_TRANSCRIPTS"] = str(root)
    return root


@pytest.mark.slow
def test_the_real_recording_takes_the_place_of_the_preview(
    run: Run, put: Put, wsr: Path, tmp_path: Path
) -> None:
    before = read(wsr)
    given = [
        put("real.mp4"),
        put("real.es.srt", subrip(SPANISH)),
        put("chapters.es.txt", "0:00 A\n0:05 B"),
    ]
    said = run("add", *given, "--video", "wsr", "--replace", "--yes")
    assert said.exit_code == ExitCode.SUCCESS, said.output
    after = read(wsr)
    kept = {"poster.svg", "poster.webp", "poster-small.webp"} | {
        f"video.{tag}toml" for tag in ("", "es.", "ht.", "bn.")
    }
    added = {"real.mp4", "captions.es.srt", "chapters.es.txt"}
    assert {Path(name).name for name in after if name.startswith("wsr/")} == kept | added
    texts = b"".join(after[name] for name in after if name.endswith(".toml") and "wsr/" in name)
    for gone in ("synthetic", "Narrator", "preview", "duration", "[notice]", "[tracks", "avance"):
        assert gone not in texts.decode().replace("hecha para este avance", ""), gone
    for line in (
        '  removed   people "Narrator"  (a voice of the recording before, and no person)',
        "  removed   notice  (it was about the recording before)",
        "  removed   wsr/captions.bn.vtt  (kept for showcase undo)",
    ):
        assert line in said.output.splitlines()
    assert "site.toml is not changed. Read whether its small_print still holds" in said.output
    assert 'language stays "en"' in said.output
    assert "These words are not in the transcript" in said.output
    assert b"\nedition = 2\n" in after["wsr/video.toml"]
    assert "another recording was here before" in said.output
    html = page(wsr, tmp_path, "/videos/wsr")
    assert "read aloud" not in html.lower()
    assert "synthetic" not in html
    assert "Nosotras mismas escribimos" in html
    assert "Enrique Balcazar" in html
    assert run("undo", "--yes").exit_code == ExitCode.SUCCESS
    assert read(wsr) == before


def test_a_recording_for_a_transcript_that_had_none_takes_nothing_away(
    run: Run, put: Put, transcripts: Path
) -> None:
    before = read(transcripts / "orchard")
    said = run("add", put("talk.mp4"), "--video", "orchard", "--replace", "--yes")
    assert said.exit_code == ExitCode.SUCCESS, said.output
    after = read(transcripts / "orchard")
    assert after["captions.en.vtt"] == before["captions.en.vtt"]
    assert after["video.toml"] == b'title = "The orchard"\nsource = "talk.mp4"\n'


def test_a_folder_that_cannot_be_written_is_a_sentence_and_nothing_is_lost(
    run: Run, put: Put, transcripts: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_source: Path, path: Path, _copied: object) -> None:
        raise OSError(28, "No space left on device", str(path))

    before = read(transcripts)
    with monkeypatch.context() as patch:
        patch.setattr(file_steps, "copy_file", full)
        said = run("add", put("talk.mp4"), "--yes")
    assert said.exit_code == ExitCode.ERROR
    assert "It cannot be written (No space left on device)" in said.stderr
    assert run("check").exit_code == ExitCode.SUCCESS
    assert read(transcripts) == before
    assert not (transcripts / HISTORY_FOLDER).exists()


def test_a_name_that_is_not_utf_8_is_printed_all_the_same(run: Run, put: Put) -> None:
    given = [put("talk.mp4"), put(os.fsdecode(b"talk\xff.en.srt"), subrip(ENGLISH))]
    said = run("add", *given, "--yes")
    assert said.exit_code == ExitCode.SUCCESS
    assert "talk/captions.en.srt" in said.output


def test_captions_of_a_machine_are_to_be_read_first(run: Run, tmp_path: Path) -> None:
    said = run("add", str(write_family(tmp_path / "given")), "--yes")
    assert "Look at this: captions.en-orig.vtt was written by a machine" in said.output


@pytest.mark.slow
def test_the_same_recording_given_again_with_replace_takes_nothing_away(
    run: Run, wsr: Path
) -> None:
    before = read(wsr)
    recordings = [str(wsr / "wsr" / name) for name in ("preview.webm", "preview.mp4")]
    said = run("add", *recordings, "--video", "wsr", "--replace", "--yes")
    assert "Nothing is to be written" in said.output, said.output
    assert read(wsr) == before


def test_undo_takes_back_one_change_after_the_other(run: Run, put: Put, transcripts: Path) -> None:
    states = [read(transcripts)]
    for name in ("one", "two"):
        run("add", put(f"{name}.mp4", name), "--yes")
        states.append(read(transcripts))
    for state in reversed(states[:-1]):
        said = run("undo", "--yes")
        assert "It is taken back." in said.output
        assert read(transcripts) == state
    said = run("undo", "--yes")
    assert (said.exit_code, said.stderr) == (ExitCode.ERROR, "There is nothing to take back\n")


def test_undo_shows_what_it_does_and_asks(run: Run, put: Put, transcripts: Path) -> None:
    run("add", put("talk.mp4"), "--yes")
    before = read(transcripts)
    said = run("undo")
    assert said.exit_code == ExitCode.ERROR
    assert said.stdout.splitlines() == [
        "The last change made talk:",
        "  goes        talk/talk.mp4",
        "  goes        talk/video.toml",
    ]
    assert read(transcripts) == before


def test_undo_refuses_where_a_person_has_changed_a_file_since(
    run: Run, put: Put, transcripts: Path
) -> None:
    run("add", put("talk.mp4"), "--yes")
    (transcripts / "talk/video.toml").write_text('title = "Mine"\nsource = "talk.mp4"\n')
    before = read(transcripts)
    said = run("undo", "--yes")
    assert said.exit_code == ExitCode.ERROR
    assert said.stderr.startswith("talk/video.toml: It was changed since\nNothing is taken back")
    assert read(transcripts) == before


def test_what_a_stopped_command_has_begun_the_next_one_finishes(
    run: Run, put: Put, transcripts: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real_move, targets = file_steps.move, []

    def move_once(source: Path, path: Path) -> None:
        targets.append(path)
        if len(targets) > 1:
            raise KeyboardInterrupt
        real_move(source, path)

    with monkeypatch.context() as patch:
        patch.setattr(file_steps, "move", move_once)
        assert run("add", put("talk.mp4"), "--yes").exit_code != ExitCode.SUCCESS
    assert not (transcripts / "talk/video.toml").exists()
    said = run("check")
    assert said.stderr == "A change that was stopped is finished: made talk.\n"
    assert (transcripts / "talk/video.toml").exists()
    assert "It is taken back." in run("undo", "--yes").output
    assert not (transcripts / "talk").exists()


def test_while_one_command_writes_others_read_and_do_not_write(
    run: Run, put: Put, transcripts: Path
) -> None:
    with ChangeJournal(transcripts).lock():
        assert run("check").exit_code == ExitCode.SUCCESS
        said = run("add", put("talk.mp4"), "--yes")
    assert said.exit_code == ExitCode.ERROR
    assert "Another command is changing it: try again when it has ended" in said.stderr


LANGUAGES = [
    # The captions that are there, the key, what is added, the options; the key after it.
    ("en", "", "talk.es.srt", [], "en"),
    ("es", "", "talk.en.srt", [], "es"),
    ("es", "", "talk.srt", ["--language", "en"], "es"),
    ("en", "en", "talk.es.srt", [], "en"),
    ("en", "", "talk.en-US.srt", ["--replace"], None),
    ("es", "", "talk.ht.srt", ["--language", "ht"], "es"),
]


@pytest.mark.parametrize("case", LANGUAGES)
def test_captions_in_a_second_language_do_not_change_which_one_is_spoken(
    run: Run, put: Put, transcripts: Path, case: tuple[str, str, str, list[str], str | None]
) -> None:
    there, key, given_name, options, language = case
    orchard = transcripts / "orchard"
    (orchard / "captions.en.vtt").rename(orchard / f"captions.{there}.vtt")
    key_line = f'language = "{key}"\n' if key else ""
    (orchard / "video.toml").write_text(f'title = "A"\n{key_line}')
    captions = put(given_name, subrip(ENGLISH[:1]))
    said = run("add", captions, "--video", "orchard", "--yes", *options)
    assert said.exit_code == ExitCode.SUCCESS, said.output
    values = tomllib.loads((orchard / "video.toml").read_text())
    assert values.get("language") == language


def test_the_journal_is_no_video_and_no_stray(run: Run, put: Put, transcripts: Path) -> None:
    run("add", put("talk.wav", silence(16)), put("talk.en.srt", subrip(ENGLISH)), "--yes")
    assert run("check").output == f"{transcripts}: 2 videos, 7 cues, 0 notes: nothing is wrong.\n"


def test_an_installed_copy_writes_only_where_it_is_told(
    run: Run, put: Put, transcripts: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(resources, "_PACKAGE_FOLDER", transcripts.parent)
    before = read(transcripts)
    for command in (["add", put("talk.mp4"), "--yes"], ["undo", "--yes"]):
        said = run(*command)
        assert said.exit_code == ExitCode.ERROR
        assert (
            "SHOWCASE_TRANSCRIPTS: It is not set, so there is no folder to write to" in said.stderr
        )
    assert read(transcripts) == before


def test_a_folder_that_is_not_there_is_named(run: Run, put: Put, tmp_path: Path) -> None:
    nowhere = str(tmp_path / "nowhere")
    said = run("add", put("talk.mp4"), "--yes", SHOWCASE_TRANSCRIPTS=nowhere)
    assert (
        said.stderr == f"{nowhere}: There is no such folder: make it with showcase new {nowhere}\n"
    )


def test_an_archive_of_ones_own_begins_with_a_sample_and_nothing_of_another(
    run: Run, tmp_path: Path
) -> None:
    folder = tmp_path / "our archive"
    said = run("new", str(folder))
    assert said.exit_code == ExitCode.SUCCESS
    assert said.output.splitlines()[-2:] == [
        f"  export SHOWCASE_TRANSCRIPTS='{folder}'",
        "  showcase add VIDEO_OR_ADDRESS CAPTIONS",
    ]
    files = read(folder)
    assert sorted(files) == ["sample-video/captions.en.vtt", "sample-video/video.toml", "site.toml"]
    words = b"".join(files.values()).decode().lower()
    assert not [name for name in ("wsr", "worker", "immokalee", "preview") if name in words]
    checked = run("check", SHOWCASE_TRANSCRIPTS=str(folder))
    assert checked.output == f"{folder}: 1 video, 2 cues, 0 notes: nothing is wrong.\n"


def test_every_key_in_the_comments_of_the_sample_can_be_used(run: Run, tmp_path: Path) -> None:
    run("new", str(tmp_path / "a"))
    sample = tmp_path / "a" / "sample-video"
    for path in (sample / "video.toml", tmp_path / "a" / "site.toml"):
        lines = path.read_text().splitlines()
        used = [
            line[2:] for line in lines if line.startswith("# ") and ("= " in line or line[2] == "[")
        ]
        used = [line for line in used if "youtube" not in line]
        path.write_text("\n".join([*(["title = 'A'"] if path.parent == sample else []), *used]))
    (sample / "talk.mp4").write_bytes(b"film")
    Image.new("RGB", (160, 90)).save(sample / "poster.jpg")
    for name in ("poster.jpg", "card.png", "card-wide.png"):
        Image.new("RGB", (160, 90)).save(tmp_path / "a" / name)
    for name in ("logo.svg", "ornament.svg"):
        drawing = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 4"/>'
        (tmp_path / "a" / name).write_text(drawing)
    said = run("check", SHOWCASE_TRANSCRIPTS=str(tmp_path / "a"))
    assert said.exit_code == ExitCode.SUCCESS, said.output


def test_a_folder_that_has_something_in_it_is_left_as_it_is(run: Run, transcripts: Path) -> None:
    before = read(transcripts)
    said = run("new", str(transcripts))
    assert said.exit_code == ExitCode.ERROR
    assert "There is something already: name a folder that is new or empty" in said.stderr
    assert read(transcripts) == before


@pytest.fixture
def site(tmp_path: Path) -> Iterator[str]:
    """A site with a page that has a player, on this machine; gives its address."""
    folder = tmp_path / "site"
    folder.mkdir()
    (folder / "talk.html").write_text(
        "<!doctype html><html><head><title>Harvest talk</title></head><body>"
        '<video poster="/thumb.png" src="/talk.mp4" controls>'
        '<track kind="captions" srclang="en" src="/talk.en.vtt">'
        '<track kind="subtitles" srclang="ht" src="/talk.ht.vtt"></video></body></html>'
    )
    (folder / "plain.html").write_text("<!doctype html><title>Nothing</title><p>No player.")
    (folder / "talk.mp4").write_bytes(b"\0\0\0\x18ftypmp42" + b"\0" * 5_000)
    (folder / "talk.en.vtt").write_text(webvtt(ENGLISH))
    (folder / "talk.ht.vtt").write_text(webvtt(CREOLE))
    Image.new("RGB", (320, 180), "green").save(folder / "thumb.png")
    handler = partial(_QuietHandler, directory=str(folder))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


class _QuietHandler(SimpleHTTPRequestHandler):
    def log_message(self, *_arguments: object) -> None:
        pass


@pytest.mark.slow
def test_a_page_with_a_player_becomes_a_video_with_its_captions_and_picture(
    run: Run, transcripts: Path, tmp_path: Path, site: str
) -> None:
    said = run("add", f"{site}/talk.html", "--language", "en", "--yes")
    assert said.exit_code == ExitCode.SUCCESS, said.output
    files = read(transcripts / "harvest-talk")
    assert sorted(files) == ["captions.en.vtt", "captions.ht.vtt", "poster.png", "video.toml"]
    assert files["video.toml"].decode() == (
        'title = "Harvest talk"\nlanguage = "en"\nposter = "poster.png"\n'
        f'source = "{site}/talk.mp4"\n'
    )
    assert "We wrote the rules" in page(transcripts, tmp_path, "/videos/harvest-talk")
    said = run("add", f"{site}/talk.html")
    assert "Nothing is to be written: everything is there." in said.output


@pytest.mark.slow
def test_a_page_without_a_player_is_named(run: Run, transcripts: Path, site: str) -> None:
    before = read(transcripts)
    said = run("add", f"{site}/plain.html", "--yes")
    assert said.exit_code == ExitCode.ERROR
    assert f"{site}/plain.html: yt-dlp finds no video there (" in said.stderr
    assert len(said.stderr.splitlines()) == 1
    assert read(transcripts) == before


def test_without_yt_dlp_it_says_how_to_install_it(
    run: Run, put: Put, transcripts: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "yt_dlp", None)
    said = run("add", "https://example.org/page", "--yes")
    assert f"that needs yt-dlp: {sys.executable} -m pip install yt-dlp" in said.stderr
    address = "https://youtu.be/dQw4w9WgXcQ"
    said = run("add", address, "--yes")
    assert "that needs yt-dlp" in said.stderr
    assert "and the title with --title" in said.stderr
    captions = put("talk.en.srt", subrip(ENGLISH))
    said = run("add", address, captions, "--title", "Harvest talk", "--yes")
    assert said.exit_code == ExitCode.SUCCESS, said.output
    text = (transcripts / "harvest-talk/video.toml").read_text()
    assert 'source = "https://www.youtube.com/watch?v=dQw4w9WgXcQ"' in text
    shutil.move(transcripts / "harvest-talk", transcripts / "renamed")
    said = run("add", address, captions, "--title", "Another title")
    assert "/videos/renamed:" in said.output


def test_no_module_of_the_network_is_loaded_for_files(run: Run, put: Put) -> None:
    loaded = {name for name in sys.modules if name.partition(".")[0] == "yt_dlp"}
    run("add", put("talk.mp4"), put("talk.en.srt", subrip(ENGLISH)), "--yes")
    assert {name for name in sys.modules if name.partition(".")[0] == "yt_dlp"} == loaded


def test_what_is_printed_sends_nothing_to_the_terminal(run: Run, put: Put) -> None:
    said = run("add", put("talk.mp4"), "--title", "A\x1b[31m talk", "--yes")
    assert "\x1b" not in said.output


def test_an_unknown_language_is_not_understood(run: Run, put: Put) -> None:
    said = run("add", put("talk.mp4"), "--language", "english")
    assert (said.exit_code, "is not a language tag" in said.stderr) == (ExitCode.USAGE, True)


FILES = {
    "talk.mp4": b"film",
    "talk.webm": b"film, too",
    "talk.en.srt": subrip(ENGLISH).encode(),
    "talk.es.vtt": webvtt(SPANISH).encode(),
    "chapters.en.txt": b"0:00 Rules\n0:06 Buyers\n0:12 End\n",
    "thumb.png": b"picture",
}


@settings(max_examples=examples(12))
@given(
    st.lists(st.sets(st.sampled_from(sorted(FILES)), min_size=1), min_size=1, max_size=3),
    st.booleans(),
)
@pytest.mark.slow
def test_whatever_is_added_is_taken_back_byte_for_byte(
    tmp_path_factory: pytest.TempPathFactory,
    additions: list[set[str]],
    replace: bool,  # noqa: FBT001 - hypothesis gives it by place
) -> None:
    folder = tmp_path_factory.mktemp("added")
    root, at_hand = folder / "root", folder / "at hand"
    (root / "orchard").mkdir(parents=True)
    at_hand.mkdir()
    (root / "orchard" / "video.toml").write_text('# Ours.\ntitle = "A"\n\n[[people]]\nname = "B"\n')
    (root / "orchard" / "captions.en.vtt").write_text(webvtt(ENGLISH[:2]))
    for name, data in FILES.items():
        (at_hand / name).write_bytes(data)
    environ = {
        **os.environ,
        "SHOWCASE_TRANSCRIPTS": str(root),
        "SHOWCASE_STATE": str(folder / "state"),
    }
    states = [read(root)]
    for names in additions:
        options = [
            "--video",
            "orchard",
            "--language",
            "en",
            "--yes",
            *(["--replace"] if replace else []),
        ]
        given_files = [str(at_hand / name) for name in sorted(names)]
        said = CliRunner().invoke(main, ["add", *given_files, *options], env=environ)
        assert said.exit_code == ExitCode.SUCCESS, said.output
        if read(root) != states[-1]:
            states.append(read(root))
    for state in reversed(states[:-1]):
        assert (
            CliRunner().invoke(main, ["undo", "--yes"], env=environ).exit_code == ExitCode.SUCCESS
        )
        assert read(root) == state
    assert not (root / HISTORY_FOLDER).exists()
