"""A backup has every byte, can be read without us, and is refused where it is damaged or not ours."""

import io
import os
import subprocess
import tarfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from showcase.errors import ShowcaseError
from showcase.store.backup.backup_file import (
    HashingReader,
    list_files,
    unpack_backup,
    write_backup,
)
from tests.conftest import examples

CONTENT = {
    "site.toml": b'name = "Orchard"\n',
    "orchard/video.toml": b'title = "The orchard"\r\n',
    "orchard/captions.en.vtt": b"WEBVTT\n\n",
    "orchard/take.webm": bytes(range(256)) * 1000,
    "orchard/empty.txt": b"",
    ".hidden": b"kept",
}


def fill(root: Path, content: dict[str, bytes]) -> Path:
    for name, data in content.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    root.mkdir(exist_ok=True)
    return root


def back_up(root: Path, *, compressed: bool = False) -> bytes:
    target = io.BytesIO()
    write_backup(root, target, compressed=compressed)
    return target.getvalue()


def unpack(data: bytes, folder: Path) -> dict[str, bytes]:
    folder.mkdir(exist_ok=True)
    saved = unpack_backup(io.BytesIO(data), "site.tar", folder)
    return {name: file.path.read_bytes() for name, file in saved.items()}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return fill(tmp_path / "transcripts", CONTENT)


@pytest.mark.parametrize("compressed", [False, True])
def test_every_byte_comes_back_in_every_file(
    root: Path, tmp_path: Path, *, compressed: bool
) -> None:
    assert unpack(back_up(root, compressed=compressed), tmp_path / "out") == CONTENT


names = st.text(st.characters(codec="utf-8", exclude_characters="/\0"), min_size=1, max_size=20)


@settings(max_examples=examples(40))
@given(st.dictionaries(names, st.binary(max_size=2000), max_size=5))
def test_whatever_the_names_and_bytes_are(
    tmp_path_factory: pytest.TempPathFactory, content: dict[str, bytes]
) -> None:
    ours = {".", "..", ".showcase"}
    content = {name: data for name, data in content.items() if name not in ours}
    folder = tmp_path_factory.mktemp("any")
    try:
        root = fill(folder / "in", content)
    except OSError:  # longer than the file system allows
        return
    assert unpack(back_up(root), folder / "out") == content


def test_a_name_that_is_no_utf_8_comes_back(tmp_path: Path) -> None:
    root = fill(tmp_path / "in", {os.fsdecode(b"\xff.txt"): b"1", "a\nb\\c": b"2"})
    assert unpack(back_up(root), tmp_path / "out") == {
        os.fsdecode(b"\xff.txt"): b"1",
        "a\nb\\c": b"2",
    }


def test_it_can_be_read_without_us(root: Path, tmp_path: Path) -> None:
    (root / "odd\\name\n").write_bytes(b"odd")
    (tmp_path / "site.tar").write_bytes(back_up(root))
    command = "tar -xf site.tar && sha256sum --quiet --strict --check SHA256SUMS"
    subprocess.run(["sh", "-c", command], cwd=tmp_path, check=True)
    assert (tmp_path / "transcripts" / "site.toml").read_bytes() == CONTENT["site.toml"]


def test_what_undo_keeps_is_not_in_it(root: Path, tmp_path: Path) -> None:
    fill(root, {".showcase/0001/old/0": b"withdrawn words", ".restore-x/0": b"left over"})
    assert unpack(back_up(root), tmp_path / "out") == CONTENT


def test_links_are_followed_once(root: Path, tmp_path: Path) -> None:
    elsewhere = fill(tmp_path / "disk", {"long.mp4": b"recording", "sub/a.txt": b"a"})
    (root / "orchard" / "long.mp4").symlink_to(elsewhere / "long.mp4")
    (root / "linked").symlink_to(elsewhere / "sub")
    (root / "orchard" / "round").symlink_to(root)
    expected = CONTENT | {"orchard/long.mp4": b"recording", "linked/a.txt": b"a"}
    assert unpack(back_up(root), tmp_path / "out") == expected


def test_a_file_that_cannot_be_read_is_named(root: Path) -> None:
    (root / "orchard" / "gone.mp4").symlink_to("/none")
    with pytest.raises(ShowcaseError, match=r"orchard/gone\.mp4: It is no file"):
        back_up(root)


def test_a_file_that_changes_meanwhile_is_named(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = HashingReader.read

    def read_and_write(reader: HashingReader, size: int = -1) -> bytes:
        now = (root / "site.toml").stat().st_mtime
        os.utime(root / "site.toml", (now + 1, now + 1))
        return read(reader, size)

    monkeypatch.setattr(HashingReader, "read", read_and_write)
    with pytest.raises(ShowcaseError, match=r"site\.toml: It was changed while it was read"):
        back_up(root)


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(ShowcaseError, match="none: It cannot be read"):
        back_up(tmp_path / "none")


Damage = Callable[[bytes], bytes]


def flip(data: bytes) -> bytes:
    """Change a byte of a recording."""
    at = data.index(bytes(range(256))) + 500
    return data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :]


def without_end(data: bytes) -> bytes:
    """As if it had been cut exactly between two files, which tar itself takes for whole."""
    return data[: data.index(b"SHA256SUMS")]


@pytest.mark.parametrize(
    ("damage", "sentence"),
    [
        (flip, "It is damaged"),
        (without_end, "It is not whole"),
        (lambda data: data[: len(data) // 2], "It cannot be read"),
        (lambda _: b"", "It cannot be read"),
        (lambda _: b"no tar" * 1000, "It cannot be read"),
    ],
)
def test_what_is_damaged_is_refused(
    root: Path, tmp_path: Path, damage: Damage, sentence: str
) -> None:
    with pytest.raises(ShowcaseError, match=rf"site\.tar: {sentence}"):
        unpack(damage(back_up(root)), tmp_path / "out")


def test_a_cut_one_that_is_compressed_is_refused(root: Path, tmp_path: Path) -> None:
    data = back_up(root, compressed=True)
    with pytest.raises(ShowcaseError, match=r"site\.tar: It "):
        unpack(data[: len(data) // 2], tmp_path / "out")


def tar_of(*members: tarfile.TarInfo) -> bytes:
    made = io.BytesIO()
    with tarfile.open(mode="w", fileobj=made) as archive:
        for member in members:
            archive.addfile(member, io.BytesIO(bytes(member.size)))
    return made.getvalue()


def member(name: str, kind: bytes = tarfile.REGTYPE, target: str = "") -> tarfile.TarInfo:
    info = tarfile.TarInfo(name)
    info.type, info.linkname = kind, target
    return info


@pytest.mark.parametrize(
    "members",
    [
        [member("transcripts/../../etc/cron.d/x")],
        [member("/etc/passwd")],
        [member("transcripts//etc/passwd")],
        [member("transcripts/a/./b")],
        [member("other/site.toml")],
        [member("transcripts/.showcase/0001/change.json")],
        [member("transcripts/a", tarfile.SYMTYPE, "/etc")],
        [member("transcripts/a", tarfile.LNKTYPE, "transcripts/b")],
        [member("transcripts/a", tarfile.FIFOTYPE)],
        [member("transcripts/a", tarfile.CHRTYPE)],
        [member("transcripts/a"), member("transcripts/a")],
        [member("SHA256SUMS"), member("transcripts/a")],
        [member("SHA256SUMS"), member("SHA256SUMS")],
    ],
)
def test_what_would_write_elsewhere_is_refused_and_nothing_is_written(
    tmp_path: Path, members: list[tarfile.TarInfo]
) -> None:
    with pytest.raises(ShowcaseError, match=r"site\.tar: "):
        unpack(tar_of(*members), tmp_path / "out")
    assert {path.name for path in (tmp_path / "out").iterdir()} <= {"0", "1"}


@pytest.mark.parametrize("seconds", ["1e30", "-1e30", "nan", "inf", "NaN123", "٣", "1_0.5", "soon"])
def test_a_time_that_no_clock_has_is_no_crash(tmp_path: Path, seconds: str) -> None:
    timed = member("transcripts/a")
    timed.pax_headers = {"mtime": seconds}
    with pytest.raises(ShowcaseError, match=r"site\.tar: It "):
        unpack(tar_of(timed), tmp_path / "out")


def test_files_come_in_the_order_of_their_names(root: Path) -> None:
    assert list(list_files(root)) == [
        ".hidden",
        "site.toml",
        "orchard/captions.en.vtt",
        "orchard/empty.txt",
        "orchard/take.webm",
        "orchard/video.toml",
    ]
