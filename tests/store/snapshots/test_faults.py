"""What counts as damage, and what does not: only files that cannot be read are a reason to build again."""

import pickle
import struct
import zlib
from array import array
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from showcase.app import create_app
from showcase.core.search.search_request import SearchRequest
from showcase.settings import Settings
from showcase.store.search import posting_store, reader, word_search
from showcase.store.search.posting_buckets import Posting
from showcase.store.search.posting_store import PostingStore
from showcase.store.snapshots import library as libraries
from showcase.store.snapshots import reader as snapshot_reader
from showcase.store.snapshots.builder import build_snapshot
from showcase.store.snapshots.library import Library
from tests.store.made_transcripts import make_video

QUERY = "the crew leader kept the hours"
FAULTS = [
    TypeError, KeyError, IndexError, ValueError, AttributeError, AssertionError, OSError,
    RecursionError, zlib.error, struct.error,
]  # fmt: skip


@pytest.fixture
def transcripts(tmp_path: Path) -> Path:
    make_video(tmp_path / "transcripts")
    return tmp_path / "transcripts"


@pytest.fixture
def library(transcripts: Path, tmp_path: Path) -> Iterator[Library]:
    build_snapshot(transcripts, tmp_path / "state")
    opened = Library(transcripts, tmp_path / "state", check_interval_seconds=3_600)
    opened.snapshot()
    yield opened
    opened.close()


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """The snapshots that are opened, and so verified, from now on."""
    paths: list[Path] = []
    original = snapshot_reader.open_snapshot

    def note(path: Path, transcripts: Path) -> snapshot_reader.SnapshotReader:
        paths.append(path)
        return original(path, transcripts)

    monkeypatch.setattr(libraries, "open_snapshot", note)
    return paths


def failing(kind: type[Exception]) -> Callable[..., None]:
    """A function that raises."""

    def fail(*_: object) -> None:
        message = "a mistake in the program"
        raise kind(message)

    return fail


@pytest.mark.parametrize("kind", FAULTS)
@pytest.mark.parametrize(
    "place", [(word_search, "score_passages"), (reader, "Lexicon"), (reader, "join_passages")]
)
def test_an_error_in_a_search_is_no_damage(
    library: Library, opened: list[Path], monkeypatch: pytest.MonkeyPatch,
    kind: type[Exception], place: tuple[object, str],
) -> None:  # fmt: skip
    monkeypatch.setattr(*place, failing(kind))
    with pytest.raises(kind, match="a mistake in the program"):
        library.snapshot().search(SearchRequest("hours"))
    assert opened == []


def test_an_error_in_reading_a_transcript_is_no_damage(
    library: Library, opened: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(snapshot_reader, "build_indexable_track", failing(TypeError))
    with pytest.raises(TypeError):
        library.snapshot().transcript("farm", "en")
    assert opened == []


def test_an_error_while_a_snapshot_is_opened_is_no_damage(
    transcripts: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build_snapshot(transcripts, tmp_path / "state")
    monkeypatch.setattr(reader, "rank_tracks", failing(TypeError))
    monkeypatch.setattr(libraries, "build_snapshot", failing(AssertionError))
    with pytest.raises(TypeError):
        Library(transcripts, tmp_path / "state").snapshot()


def test_an_error_in_a_search_is_an_error_page_and_a_line_in_the_log(
    library: Library, opened: list[Path], tmp_path: Path,
    caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    client = create_app(Settings(transcripts=tmp_path, state=tmp_path), library).test_client()
    monkeypatch.setattr(word_search, "score_passages", failing(TypeError))
    for address in ("/search?q=hours", "/api/search?q=hours", "/videos/farm?q=hours"):
        caplog.clear()
        assert client.get(address).status_code == 500, address
        (record,) = caplog.records
        assert record.exc_info
        assert "a mistake in the program" in str(record.exc_info[1])
    assert opened == []


@pytest.mark.parametrize("kind", [*FAULTS, EOFError, pickle.UnpicklingError])
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_whatever_the_engine_raises_while_it_reads_is_damage(
    library: Library, opened: list[Path], monkeypatch: pytest.MonkeyPatch, kind: type[Exception]
) -> None:
    held = library.snapshot()
    original = posting_store._posting_values  # noqa: SLF001 (all postings are read there)
    pending = [kind("nothing that can be read")]

    def fail_once(*args: object) -> Iterator[tuple[int, bytes]]:
        if pending:
            raise pending.pop()
        return original(*args)  # type: ignore[arg-type]

    assert held.search(SearchRequest("nowhere")).total == 0
    monkeypatch.setattr(posting_store, "_posting_values", fail_once)
    assert held.search(SearchRequest("hours")).total == 1
    assert len(opened) == 1


@pytest.mark.parametrize("stored", [b"", b"\0" * 9, b"{", b"[1, 2]"])
def test_a_stored_passage_that_cannot_be_read_is_damage(
    library: Library, opened: list[Path], monkeypatch: pytest.MonkeyPatch, stored: bytes
) -> None:
    held, original, pending = library.snapshot(), PostingStore.passage, [stored]
    monkeypatch.setattr(
        PostingStore,
        "passage",
        lambda *args: pending.pop() if pending else original(*args),
    )
    assert held.search(SearchRequest(QUERY)).kind == "quote"
    assert len(opened) == 1


def test_positions_that_no_word_of_the_track_has_are_damage(
    library: Library, opened: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    held, original = library.snapshot(), PostingStore.postings
    pending = [[Posting(0, array("I", [3, 4_000_000]))]]
    monkeypatch.setattr(
        PostingStore,
        "postings",
        lambda *args: pending.pop() if pending else original(*args),
    )
    assert held.search(SearchRequest("hours")).total == 1
    assert len(opened) == 1
