"""A video with errors stays as it was, and keeps no other from being published."""

import hashlib
import json
import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from showcase.core.catalog.models import Video
from showcase.core.catalog.site_catalog import Site
from showcase.core.search.search_request import SearchRequest
from showcase.errors import ContentError
from showcase.store.ingest.check import check_folders
from showcase.store.snapshots import draft, last_good, library, previous, reader
from showcase.store.snapshots.builder import BuildReport, build_snapshot
from showcase.store.snapshots.library import Library, can_serve
from tests.store.made_transcripts import make_video, say, vtt

BROKEN = 'title = "Mill"\nsumary = "x"\n'
MILL = 'title = "Mill"\nsource = "a.mp4"\nposter = "b.webp"\n'


@pytest.fixture
def transcripts(tmp_path: Path) -> Path:
    root = tmp_path / "transcripts"
    make_video(root, "farm", 'title = "Farm"\n')
    make_video(
        root, "mill", MILL, {"captions.en.vtt": vtt(["The wheel"]), "a.mp4": "1", "b.webp": "2"}
    )
    return root


@pytest.fixture
def state(tmp_path: Path) -> Path:
    return tmp_path / "state"


@pytest.fixture
def served(transcripts: Path, state: Path) -> Iterator[Library]:
    """A library that looks for a newer snapshot at every call."""
    opened = Library(transcripts, state, check_interval_seconds=0)
    yield opened
    opened.close()


@pytest.fixture
def another_version(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """Lets the program have another version from now on."""

    def change() -> None:
        for module in (previous, draft, reader):
            monkeypatch.setattr(module, "snapshot_format", lambda: "another")

    return change


def write(path: Path, content: str) -> None:
    """Write a file that looks newer, whatever the clock can tell apart."""
    before = path.stat().st_mtime_ns if path.exists() else 0
    path.parent.mkdir(exist_ok=True)
    path.write_text(content, "utf-8")
    after = max(path.stat().st_mtime_ns, before + 1)
    os.utime(path, ns=(after, after))


def build(transcripts: Path, state: Path) -> tuple[BuildReport, list[str]]:
    progress: list[str] = []
    return build_snapshot(transcripts, state, progress=progress.append), progress


def total(served: Library, words: str) -> int:
    return served.snapshot().search(SearchRequest(words)).total


def videos(served: Library) -> dict[str, Video]:
    return {video.slug: video for video in served.snapshot().catalog.videos}


ERRORS: list[tuple[str, str | bytes | None]] = [
    ("video.toml", BROKEN),
    ("video.toml", "title = “Mill”"),
    ("video.toml", None),
    ("video.toml", "title = 'Mill'".encode("utf-16")),
    ("captions.en.vtt", "<html>Sign in</html>"),
    ("captions.en.vtt", None),
    ("captions.en.vtt", vtt(["The gate"]) + "\n00:20.000 -> soon\nlost words\n"),
    ("video.es.toml", "titulo = 'x'"),
]


@pytest.mark.parametrize(("name", "content"), ERRORS)
def test_what_check_calls_an_error_is_never_published_and_what_was_stays(
    transcripts: Path, state: Path, served: Library, name: str, content: str | bytes | None
) -> None:
    build(transcripts, state)
    path = transcripts / "mill" / name
    if content is None:
        path.unlink()
    else:
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    say(transcripts, "farm", "A new tractor.")
    report, _ = build(transcripts, state)
    assert report.faults == check_folders(transcripts).all_faults() != ()
    assert (report.kept, report.left_out, report.changed) == (("mill",), (), ("farm",))
    assert (total(served, "wheel"), total(served, "tractor"), total(served, "gate")) == (1, 1, 0)


def test_at_the_first_start_the_videos_without_errors_are_served(
    transcripts: Path, state: Path, served: Library, caplog: pytest.LogCaptureFixture
) -> None:
    write(transcripts / "mill/video.toml", BROKEN)
    assert [*videos(served)] == ["farm"]
    assert 'mill/video.toml:2: There is no key "sumary"' in caplog.text
    report, _ = build(transcripts, state)
    assert (report.left_out, report.built) == (("mill",), False)


def test_where_nothing_is_right_and_nothing_was_it_is_an_error(
    transcripts: Path, state: Path
) -> None:
    for folder in ("farm", "mill"):
        write(transcripts / folder / "video.toml", BROKEN)
    with pytest.raises(ContentError) as caught:
        build(transcripts, state)
    assert len(caught.value.faults) == 2
    assert not can_serve(transcripts, state)


def test_an_error_is_read_again_only_when_a_file_changes_and_is_told_every_time(
    transcripts: Path, state: Path, served: Library
) -> None:
    build(transcripts, state)
    write(transcripts / "mill/video.toml", BROKEN)
    first, reading = build(transcripts, state)
    second, quiet = build(transcripts, state)
    assert "Reading mill" in reading
    assert quiet == ["Nothing changed"]
    assert (second.faults, second.kept) == (first.faults, ("mill",))
    write(transcripts / "mill/video.toml", 'title = "The old mill"\n')
    healed, _ = build(transcripts, state)
    assert (healed.faults, healed.kept, healed.changed) == ((), (), ("mill",))
    assert videos(served)["mill"].title == "The old mill"


def test_a_kept_video_names_only_files_that_are_there_and_has_them_back_later(
    transcripts: Path, state: Path, served: Library
) -> None:
    build(transcripts, state)
    write(transcripts / "mill/video.toml", BROKEN)
    (transcripts / "mill/b.webp").rename(transcripts / "b.webp")
    (transcripts / "mill/a.mp4").write_text("longer")
    build(transcripts, state)
    mill = videos(served)["mill"]
    assert (mill.poster, mill.source and mill.source.files[0].size) == (None, 6)
    (transcripts / "mill/a.mp4").unlink()
    build(transcripts, state)
    assert videos(served)["mill"].source is None
    assert total(served, "wheel") == 1
    (transcripts / "b.webp").rename(transcripts / "mill/b.webp")
    build(transcripts, state)
    assert videos(served)["mill"].poster


def test_a_folder_that_is_gone_is_gone(transcripts: Path, state: Path, served: Library) -> None:
    build(transcripts, state)
    write(transcripts / "farm/video.toml", BROKEN)
    shutil.rmtree(transcripts / "mill")
    report, _ = build(transcripts, state)
    assert (report.kept, report.removed) == (("farm",), ("mill",))
    assert [*videos(served)] == ["farm"]


def test_a_folder_that_comes_back_broken_is_not_what_it_once_was(
    transcripts: Path, state: Path, served: Library
) -> None:
    build(transcripts, state)
    (transcripts / "mill").rename(transcripts / ".mill")
    build(transcripts, state)
    (transcripts / ".mill").rename(transcripts / "mill")
    write(transcripts / "mill/video.toml", BROKEN)
    assert build(transcripts, state)[0].left_out == ("mill",)
    assert [*videos(served)] == ["farm"]


def test_a_second_folder_of_an_address_leaves_the_first_as_it_was(
    transcripts: Path, state: Path, served: Library
) -> None:
    build(transcripts, state)
    make_video(transcripts, "MILL", 'title = "Another mill"\n')
    report, _ = build(transcripts, state)
    assert (report.kept, report.left_out) == (("mill",), ("MILL",))
    assert videos(served)["mill"].title == "Mill"
    (transcripts / "MILL").rename(transcripts / "sawmill")
    report, _ = build(transcripts, state)
    assert report.faults == ()
    assert {video.title for video in videos(served).values()} == {"Farm", "Mill", "Another mill"}


SITE = 'name = "Voices"\nclosing = "Join us"\n'


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("site.toml", "nme = 'A'"),
        ("site.toml", "name = “A”"),
        ("site.es.toml", "nme = 'A'"),
        ("tokens.css", ":root {"),
        ("pages/about.md", "# A\n\n[b](javascript:c)"),
    ],
)
def test_errors_of_the_whole_site_leave_its_texts_and_tokens_as_they_were(
    transcripts: Path, state: Path, served: Library, name: str, content: str
) -> None:
    write(transcripts / "site.toml", SITE)
    write(transcripts / "tokens.css", ":root { --ground: #fdfaf3; }")
    write(transcripts / "pages/about.md", "# About")
    before = served.snapshot().catalog.site
    write(transcripts / name, content)
    say(transcripts, "farm", "A new tractor.")
    report, _ = build(transcripts, state)
    assert [fault.file for fault in report.faults] == [name]
    assert served.snapshot().catalog.site == before
    assert total(served, "tractor") == 1
    fresh, _ = build(transcripts, state.with_name("fresh"))
    assert fresh.faults == report.faults


def test_without_a_site_before_its_defaults_are_used(transcripts: Path, served: Library) -> None:
    write(transcripts / "site.toml", 'name = "Voices"\nclosng = "Join us"\n')
    assert served.snapshot().catalog.site == Site()


def test_another_version_keeps_what_it_can_read(
    transcripts: Path, state: Path, served: Library, another_version: Callable[[], None]
) -> None:
    build(transcripts, state)
    served.snapshot()
    another_version()
    write(transcripts / "mill/video.toml", BROKEN)
    report, _ = build(transcripts, state)
    assert (report.kept, report.changed) == (("mill",), ("farm", "mill"))
    fresh = Library(transcripts, state)
    assert total(fresh, "wheel") == 1
    fresh.close()


def test_notes_of_another_version_need_not_be_read(
    transcripts: Path, state: Path, another_version: Callable[[], None]
) -> None:
    manifest = state / "snapshots" / build(transcripts, state)[0].id / "manifest.json"
    body = json.loads(manifest.read_bytes().partition(b"\n")[2])
    body["folders"][0]["notes"] = [{"place": "farm/video.toml:1", "message": "As it once was."}]
    data = json.dumps(body).encode()
    manifest.write_bytes(hashlib.sha256(data).hexdigest().encode() + b"\n" + data)
    another_version()
    write(transcripts / "mill/video.toml", BROKEN)
    assert build(transcripts, state)[0].kept == ("mill",)


def test_what_another_version_wrote_too_differently_is_left_out(
    transcripts: Path, state: Path, another_version: Callable[[], None],
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    build(transcripts, state)
    another_version()
    monkeypatch.setattr(last_good, "VideoRecord", int)
    write(transcripts / "mill/video.toml", BROKEN)
    assert build(transcripts, state)[0].left_out == ("mill",)


@pytest.mark.parametrize("lost", [[], ["farm"]])
def test_another_version_without_transcripts_serves_what_was(
    transcripts: Path, state: Path, tmp_path: Path, another_version: Callable[[], None],
    lost: list[str],
) -> None:  # fmt: skip
    """The disk with the transcripts may be missing when the machine starts."""
    snapshot = build(transcripts, state)[0].id
    for slug in lost:
        (state / "snapshots" / snapshot / "videos" / f"{slug}.json").unlink()
    another_version()
    transcripts.rename(tmp_path / "away")
    assert can_serve(transcripts, state)
    fresh = Library(transcripts, state)
    assert (total(fresh, "wheel"), len(videos(fresh))) == (1, 2 - len(lost))
    fresh.close()
    (tmp_path / "away").rename(transcripts)
    build(transcripts, state)
    assert build(transcripts, state)[0].unchanged == 2


def test_a_damaged_record_is_taken_from_the_snapshot_before(
    transcripts: Path, state: Path, served: Library
) -> None:
    build(transcripts, state)
    say(transcripts, "farm", "A new tractor.")
    newest = build(transcripts, state)[0].id
    record = state / "snapshots" / newest / "videos/mill.json"
    record.unlink()
    record.write_bytes(b"{}")
    write(transcripts / "mill/video.toml", BROKEN)
    assert build(transcripts, state)[0].kept == ("mill",)
    assert total(served, "wheel") == 1


def test_the_log_names_the_first_errors_and_how_many_more_there_are(
    transcripts: Path, served: Library, caplog: pytest.LogCaptureFixture
) -> None:
    keys = "".join(f"key{number} = 1\n" for number in range(library.MAX_LOGGED_FAULTS + 3))
    write(transcripts / "mill/video.toml", f'title = "Mill"\n{keys}')
    served.snapshot()
    served.snapshot()
    assert len(caplog.records) == library.MAX_LOGGED_FAULTS + 1
    assert caplog.records[-1].getMessage() == "Not published: 3 more; showcase check names all"
