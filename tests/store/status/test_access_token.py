from pathlib import Path

import pytest

from showcase.errors import ShowcaseError
from showcase.store.status.access_token import has_token, is_token, make_token


def test_only_the_newest_token_is_taken(tmp_path: Path) -> None:
    first, second = make_token(tmp_path), make_token(tmp_path)
    assert [is_token(tmp_path, token) for token in (first, second, "", f"{second}x", "ñ\udcff")] == [
        False, True, False, False, False,
    ]  # fmt: skip


def test_the_token_itself_is_not_stored(tmp_path: Path) -> None:
    token = make_token(tmp_path)
    assert all(
        token.encode() not in path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()
    )


def test_without_a_token_nothing_is_one(tmp_path: Path) -> None:
    assert not has_token(tmp_path)
    assert not is_token(tmp_path, "")
    (tmp_path / "status-token").write_bytes(b"\xff")
    assert not has_token(tmp_path)


def test_what_cannot_be_stored_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(ShowcaseError, match="run this as the user that serves"):
        make_token(tmp_path / "file" / "state")
