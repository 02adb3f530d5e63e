import hashlib
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest

from showcase.core.search.results import Answer
from showcase.core.search.search_request import SearchRequest
from showcase.errors import ContentError, ShowcaseError
from showcase.store.damage import DamagedError
from showcase.store.lru_cache import LruCache
from showcase.store.snapshots import draft, library, manifest, previous, reader
from showcase.store.snapshots.builder import build_snapshot
from showcase.store.snapshots.library import Library, Snapshot
from tests.store.made_transcripts import LINES, make_video, say, vtt


@pytest.fixture
def transcripts(tmp_path: Path) -> Path:
    root = tmp_path / "transcripts"
    chapters = "WEBVTT\n\n00:01.000 --> 00:09.000\nBefore\n\n00:10.000 --> 00:20.000\nNow\n"
    files = {
        "captions.en.vtt": vtt(LINES),
        "chapters.en.vtt": chapters,
        "a.mp4": "1",
        "b.webp": "2",
    }
    make_video(root, "Farm", 'title = "Farm"\nsource = "a.mp4"\nposter = "b.webp"\n', dict(files))
    make_video(
        root, "mill", 'title = "Mill"\n', {"captions.en.vtt": vtt(["The wheel of the mill"])}
    )
    return root


@pytest.fixture
def state(tmp_path: Path) -> Path:
    return tmp_path / "state"


@pytest.fixture
def always(transcripts: Path, state: Path) -> Iterator[Library]:
    """A library that looks for a newer snapshot at every call."""
    opened = Library(transcripts, state, check_interval_seconds=0)
    yield opened
    opened.close()


def total(snapshot: Snapshot, words: str) -> int:
    return snapshot.search(SearchRequest(words)).total


def test_what_is_missing_is_built(always: Library) -> None:
    assert total(always.snapshot(), "sunrise") == 1


def test_a_snapshot_answers_everything_that_pages_ask(always: Library, transcripts: Path) -> None:
    snapshot = always.snapshot()
    assert [video.slug for video in snapshot.catalog.videos] == ["farm", "mill"]
    transcript = snapshot.transcript("farm", "en")
    assert transcript.text == " ".join(LINES)
    passages = snapshot.passages("farm", "en")
    assert [passage.key for passage in passages] == ["p1000", "p10000"]
    assert [cue.text for cue in snapshot.cues("farm", "chapters", "en")] == ["Before", "Now"]
    assert snapshot.media("farm", "a.mp4") == transcripts / "Farm/a.mp4"
    assert snapshot.media("farm", "b.webp") == transcripts / "Farm/b.webp"
    (hit,) = snapshot.search(
        SearchRequest("crew leader", video="farm", languages=("en",), limit=None)
    ).hits
    assert (hit.video, hit.speaker, hit.key) == ("farm", "Ana Reyes", "p1000")


@pytest.mark.parametrize(
    ("slug", "name"), [("farm", "video.toml"), ("farm", "../mill/video.toml"), ("none", "a.mp4")]
)
def test_only_files_of_the_catalog_are_media(always: Library, slug: str, name: str) -> None:
    assert always.snapshot().media(slug, name) is None


@pytest.mark.parametrize(("slug", "language"), [("none", "en"), ("farm", "es")])
def test_what_is_not_there_is_a_lookup_error_and_no_damage(
    always: Library, slug: str, language: str, caplog: pytest.LogCaptureFixture
) -> None:
    snapshot = always.snapshot()
    for ask in (snapshot.transcript, snapshot.passages):
        with pytest.raises(LookupError):
            ask(slug, language)
    with pytest.raises(LookupError):
        snapshot.cues(slug, "captions", language)
    assert caplog.records == []


def test_a_newer_snapshot_is_swapped_in_and_the_old_one_answers_on(
    always: Library, transcripts: Path, state: Path
) -> None:
    old = always.snapshot()
    say(transcripts, "mill", "Nobody speaks of the dam.")
    build_snapshot(transcripts, state)
    new = always.snapshot()
    assert new is not old
    assert (total(new, "dam"), total(new, "wheel")) == (1, 0)
    assert (total(old, "dam"), total(old, "wheel")) == (0, 1)
    assert always.snapshot() is new


def test_news_are_looked_for_once_in_a_while_only(transcripts: Path, state: Path) -> None:
    seldom = Library(transcripts, state, check_interval_seconds=3_600)
    old = seldom.snapshot()
    say(transcripts, "mill", "Nobody speaks of the dam.")
    build_snapshot(transcripts, state)
    assert seldom.snapshot() is old
    seldom.close()


def test_who_holds_a_snapshot_that_was_deleted_is_given_the_current_one(
    always: Library, transcripts: Path, state: Path
) -> None:
    old = always.snapshot()
    for number in range(3):
        say(transcripts, "mill", f"Round {number} of the dam.")
        build_snapshot(transcripts, state)
        always.snapshot()
    assert total(old, "dam") == 1
    assert old.transcript("mill", "en").text == "Round 2 of the dam."


def test_what_was_served_stays_served_when_a_transcript_breaks(
    always: Library, transcripts: Path, state: Path
) -> None:
    always.snapshot()
    (transcripts / "mill/video.toml").write_text("titel = 1\n")
    assert build_snapshot(transcripts, state).kept == ("mill",)
    assert total(always.snapshot(), "wheel") == 1


def test_without_a_snapshot_the_faults_of_the_transcripts_are_said(
    always: Library, transcripts: Path
) -> None:
    for folder in ("Farm", "mill"):
        (transcripts / folder / "video.toml").write_text("titel = 1\n")
    with pytest.raises(ContentError, match='write "title"'):
        always.snapshot()
    (transcripts / "mill/video.toml").write_text('title = "Mill"\n')
    assert total(always.snapshot(), "wheel") == 1


@pytest.mark.parametrize("broken", ["index/*.toc", "index/*.seg"])
def test_damage_is_healed_from_the_records_when_a_transcript_is_broken_too(
    always: Library, transcripts: Path, state: Path, broken: str
) -> None:
    snapshot = always.snapshot()
    (transcripts / "mill/video.toml").write_text("titel = 1\n")
    for path in (state / "snapshots" / snapshot.id).glob(broken):
        path.write_bytes(b"")
    assert total(always.snapshot(), "wheel") == 1
    assert total(snapshot, "sunrise") == 1


def test_the_snapshot_before_is_served_when_all_else_is_broken(
    always: Library, transcripts: Path, state: Path
) -> None:
    always.snapshot()
    say(transcripts, "mill", "Nobody speaks of the dam.")
    newest = build_snapshot(transcripts, state).id
    (transcripts / "mill/video.toml").write_text("titel = 1\n")
    (state / "snapshots" / newest / "videos/mill.json").unlink()
    fresh = Library(transcripts, state)
    assert total(fresh.snapshot(), "wheel") == 1
    fresh.close()


def test_when_nothing_is_left_the_faults_are_said(
    always: Library, transcripts: Path, state: Path
) -> None:
    newest = always.snapshot().id
    for folder in ("Farm", "mill"):
        (transcripts / folder / "video.toml").write_text("titel = 1\n")
    for path in (state / "snapshots" / newest).rglob("*.json"):
        if path.name != "manifest.json":
            path.unlink()
    with pytest.raises(ContentError):
        Library(transcripts, state).snapshot()


def test_the_state_folder_can_be_deleted_at_any_time(
    always: Library, state: Path, tmp_path: Path
) -> None:
    old = always.snapshot()
    state.rename(tmp_path / "gone")
    assert total(old, "wheel") == 1
    assert total(always.snapshot(), "wheel") == 1
    assert old.transcript("mill", "en") == always.snapshot().transcript("mill", "en")
    assert list(state.iterdir())


def test_a_damaged_newer_snapshot_is_built_again(
    always: Library, transcripts: Path, state: Path
) -> None:
    always.snapshot()
    say(transcripts, "mill", "Nobody speaks of the dam.")
    newest = build_snapshot(transcripts, state).id
    (state / "snapshots" / newest / "catalog.json").write_text("{}")
    assert total(always.snapshot(), "dam") == 1
    assert always.snapshot().id == f"{newest}-2"


def test_all_holders_of_a_damaged_snapshot_get_the_same_repaired_one(
    transcripts: Path, state: Path
) -> None:
    seldom = Library(transcripts, state, check_interval_seconds=3_600)
    held = seldom.snapshot()
    for path in (state / "snapshots" / held.id / "index").iterdir():
        path.write_bytes(b"")
    assert total(held, "wheel") == 1
    healed = seldom.snapshot()
    assert total(held, "sunrise") == 1
    assert seldom.snapshot() is healed
    assert healed is not held
    seldom.close()


def test_an_engine_that_fails_on_an_undamaged_snapshot_is_tried_only_once_more(
    always: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = []

    def fail(_content: object, question: SearchRequest) -> Answer:
        asked.append(question.text)
        raise damage

    damage = DamagedError("unpack requires a buffer of 4 bytes")
    snapshot = always.snapshot()
    monkeypatch.setattr(reader.SnapshotReader, "search", fail)
    with pytest.raises(DamagedError, match="unpack"):
        snapshot.search(SearchRequest("wheel"))
    assert asked == ["wheel", "wheel"]


def test_a_snapshot_of_another_version_is_ignored_while_ours_is_undamaged(
    always: Library, transcripts: Path, state: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ours = always.snapshot()
    with monkeypatch.context() as other:
        for module in (previous, draft):
            other.setattr(module, "snapshot_format", lambda: "another")
        build_snapshot(transcripts, state)
    assert always.snapshot() is ours
    fresh = Library(transcripts, state)
    assert fresh.snapshot().id == f"{ours.id}-2"
    fresh.close()


def test_a_snapshot_of_another_folder_is_not_served(
    transcripts: Path, state: Path, tmp_path: Path
) -> None:
    build_snapshot(transcripts, state)
    make_video(tmp_path / "others", "harbor")
    other = Library(tmp_path / "others", state)
    assert [video.slug for video in other.snapshot().catalog.videos] == ["harbor"]
    other.close()


def test_a_state_folder_that_cannot_be_used_is_one_sentence(
    transcripts: Path, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(ShowcaseError, match="SHOWCASE_STATE"):
        Library(transcripts, tmp_path / "file/state").snapshot()


def test_what_cannot_be_read_back_is_one_sentence(
    always: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise DamagedError

    monkeypatch.setattr(library, "open_snapshot", refuse)
    with pytest.raises(ShowcaseError, match="cannot be read back: check the disk"):
        always.snapshot()


@pytest.mark.slow
def test_many_threads_are_answered_right_while_snapshots_come_and_go(
    always: Library, transcripts: Path, state: Path
) -> None:
    begun = threading.Barrier(5)
    stop = threading.Event()

    def visit() -> int:
        begun.wait()
        asked = 0
        while not stop.is_set() or not asked:
            snapshot = always.snapshot()
            assert total(snapshot, "sunrise") == 1
            assert total(snapshot, "mill") == 1
            assert snapshot.transcript("mill", "en").text.startswith("The mill")
            asked += 1
        return asked

    say(transcripts, "mill", "The mill at the start")
    build_snapshot(transcripts, state)
    with ThreadPoolExecutor(4) as pool:
        visits = [pool.submit(visit) for _ in range(4)]
        begun.wait()
        for number in range(6):
            say(transcripts, "mill", f"The mill in round {number}")
            build_snapshot(transcripts, state)
        stop.set()
        assert all(visit.result() for visit in visits)


def test_as_many_values_are_held_as_fit_and_the_last_one_always() -> None:
    recent: LruCache[str] = LruCache(10)
    made = []

    def get(key: str, weight: int) -> str:
        def make() -> tuple[str, int]:
            made.append(key)
            return key.upper(), weight

        return recent.get(key, make)

    for key, weight in [
        ("a", 4),
        ("b", 4),
        ("a", 4),
        ("c", 4),
        ("a", 4),
        ("b", 4),
        ("d", 99),
        ("d", 99),
    ]:
        assert get(key, weight) == key.upper()
    assert made == ["a", "b", "c", "b", "d"]


def test_the_weight_of_a_value_that_two_threads_made_counts_once() -> None:
    recent: LruCache[int] = LruCache(10)

    def make_twice() -> tuple[int, int]:
        recent.get("a", lambda: (1, 6))
        return 2, 6

    assert recent.get("a", make_twice) == 2
    recent.get("b", lambda: (3, 4))
    assert recent.get("a", lambda: (9, 6)) == 2


def test_a_manifest_is_a_value(transcripts: Path, state: Path) -> None:
    report = build_snapshot(transcripts, state)
    folder = state / "snapshots" / report.id
    read = manifest.read_manifest(folder)
    manifest.write_manifest(folder, replace(read, updates=7))
    assert manifest.read_manifest(folder) == replace(read, updates=7)


def test_a_manifest_of_another_shape_is_built_again(transcripts: Path, state: Path) -> None:
    report = build_snapshot(transcripts, state)
    body = b'{"format":"of another release","parts":[]}'
    path = state / "snapshots" / report.id / manifest.MANIFEST_FILE
    path.write_bytes(hashlib.sha256(body).hexdigest().encode() + b"\n" + body)
    fresh = Library(transcripts, state)
    assert total(fresh.snapshot(), "sunrise") == 1
    fresh.close()
