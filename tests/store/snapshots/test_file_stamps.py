import os
from pathlib import Path

import pytest

from showcase.store.snapshots.file_stamps import is_media, is_watched, read_stamps
from tests.store.made_transcripts import make_video


@pytest.mark.parametrize(
    "name",
    [
        "video.toml", "site.toml", "tokens.css", "captions.en.vtt", "captions.en-orig.srt", "a.mp4",
        "orchard", "chapters.en.txt", "video.es.toml", "captions.en.words.json", "poster.webp",
        "a year later.mp4", "1984.mp4",
    ],
)  # fmt: skip
def test_what_a_video_is_made_of_is_watched(name: str) -> None:
    assert is_watched(name)


@pytest.mark.parametrize("name", ["2017", "4913", "sediments", "orchard (1)", "old.tmp"])
def test_a_folder_is_watched_whatever_its_name_says(name: str) -> None:
    assert is_watched(name, is_folder=True)


@pytest.mark.parametrize(
    ("name", "program"),
    [
        (".captions.en.vtt.swp", "Vim"),
        ("captions.en.vtt~", "Vim, Emacs"),
        ("4913", "Vim"),
        ("#captions.en.vtt#", "Emacs"),
        (".#captions.en.vtt", "Emacs"),
        ("sedQx81aB", "sed -i"),
        (".goutputstream-AB12CD", "GNOME"),
        ("captions.en.vtt.tmp", "many"),
        ("video.toml.tmp.4021", "many"),
        ("captions.en.vtt.Xy12Za", "Qt"),
        ("video.toml___jb_tmp___", "JetBrains"),
        ("video.toml.sb-1a2b3c4d-Xy9Zq1", "macOS"),
        ("captions.en.vtt.crdownload", "Chrome"),
        (".~lock.captions.en.docx#", "LibreOffice"),
        ("~$captions.en.docx", "Word"),
        (".DS_Store", "macOS"),
    ],
)
def test_what_programs_write_beside_it_is_not(name: str, program: str) -> None:
    assert not is_watched(name), program


def test_a_stamp_differs_after_every_kind_of_save(tmp_path: Path) -> None:
    folder = make_video(tmp_path, "farm")
    file = folder / "video.toml"
    seen = [read_stamps(tmp_path)["farm/video.toml"]]
    file.write_text('title = "Longer than before"\n')
    seen.append(read_stamps(tmp_path)["farm/video.toml"])
    (folder / ".new").write_text(file.read_text())
    os.utime(folder / ".new", ns=(1, seen[-1].mtime_ns))
    (folder / ".new").replace(file)
    seen.append(read_stamps(tmp_path)["farm/video.toml"])
    file.chmod(0o600)
    seen.append(read_stamps(tmp_path)["farm/video.toml"])
    assert len(set(seen)) == 4


def test_folders_and_the_files_in_them_have_stamps_and_nothing_deeper_has(tmp_path: Path) -> None:
    make_video(tmp_path, "farm")
    (tmp_path / "site.toml").write_text("")
    (tmp_path / "farm" / "raw").mkdir()
    (tmp_path / "farm" / "raw" / "captions.en.vtt").write_text("")
    assert sorted(read_stamps(tmp_path)) == [
        "farm", "farm/captions.en.vtt", "farm/raw", "farm/video.toml", "site.toml",
    ]  # fmt: skip


def test_what_cannot_be_read_is_passed_over(tmp_path: Path) -> None:
    make_video(tmp_path, "farm")
    (tmp_path / "farm" / "captions.es.vtt").symlink_to("nowhere")
    assert "farm/captions.es.vtt" in read_stamps(tmp_path)
    assert read_stamps(tmp_path / "nowhere") == {}


def test_a_file_with_the_time_zero_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "site.toml").write_text("")
    os.utime(tmp_path / "site.toml", ns=(0, 0))
    assert list(read_stamps(tmp_path)) == ["site.toml"]


def test_recordings_and_pictures_are_media() -> None:
    assert [name for name in ("a/b.mp4", "a/P.WEBP", "a/captions.en.vtt") if is_media(name)] == [
        "a/b.mp4",
        "a/P.WEBP",
    ]
