"""The files of the index: postings in chunks and buckets, whatever tracks were added and removed."""

from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from unittest.mock import patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from showcase.store.damage import DamagedError
from showcase.store.search import posting_store
from showcase.store.search.posting_buckets import (
    PostingChunk,
    TrackSpan,
    bucket_name,
    postings_by_track,
    read_bucket,
)
from showcase.store.search.posting_store import (
    PostingStore,
    TrackDocument,
    change_index,
    write_index,
)
from tests.conftest import examples

# The words of a track, each a term.
Words = Sequence[str]
SLUGS = ("barn", "farm", "mill")
WORDS = st.lists(st.sampled_from(["en:the", "en:cow", "en:ü", "es:la", "en:=a-b"]), max_size=9)
VIDEOS = st.dictionaries(st.sampled_from(SLUGS), st.lists(WORDS, max_size=2), min_size=1)


def document(slug: str, words: Words) -> TrackDocument:
    """A track whose one passage has all of its words."""
    positions: dict[str, list[int]] = {}
    for number, word in enumerate(words):
        positions.setdefault(word, []).append(number)
    text = " ".join(words).encode()
    return TrackDocument(slug, f"{slug} {len(words)}".encode(), len(words), positions, [text])


def documents(videos: Mapping[str, Sequence[Words]], slugs: Sequence[str]) -> list[TrackDocument]:
    return [document(slug, words) for slug in slugs for words in videos.get(slug, ())]


def content(store: PostingStore) -> list[str]:
    """The words of each track, put together from the postings of all terms."""
    found: list[dict[int, str]] = [{} for _ in store.headers]
    for term in store.term_counts():
        for posting in store.postings(term):
            alone = store.posting(term, posting.track)
            numbers = [number - posting.first_word for number in posting.positions]
            assert numbers == [number - alone.first_word for number in alone.positions]
            found[posting.track].update(dict.fromkeys(numbers, term))
    return [" ".join(word for _, word in sorted(words.items())) for words in found]


@settings(max_examples=examples(30))
@given(st.lists(VIDEOS, min_size=1, max_size=5), st.integers(1, 30))
def test_the_index_has_the_words_of_the_tracks_that_are_left(
    changes: Sequence[Mapping[str, Sequence[Words]]], chunk_words: int
) -> None:
    videos: dict[str, Sequence[Words]] = {}
    with TemporaryDirectory() as name, patch.object(posting_store, "MAX_CHUNK_WORDS", chunk_words):
        folder = Path(name)
        write_index(folder, [])
        for change in changes:
            videos |= change
            change_index(folder, [*change], documents(change, sorted(change)))
        store = PostingStore(folder)
        words = [words for slug in sorted(videos) for words in videos[slug]]
        assert content(store) == [" ".join(track) for track in words]
        assert store.term_counts() == Counter(word for track in words for word in track)
        passages = [store.passage(track, 0).decode() for track in range(len(words))]
        assert passages == content(store)
        store.close()


def test_a_video_that_changes_often_leaves_no_words_behind(tmp_path: Path) -> None:
    write_index(tmp_path, documents({"barn": [["en:cow"]]}, ["barn"]))
    for number in range(12):
        change_index(tmp_path, ["farm"], [document("farm", [f"en:goat{number}"])])
    store = PostingStore(tmp_path)
    assert store.term_counts() == {"en:cow": 1, "en:goat11": 1}
    assert content(store) == ["en:cow", "en:goat11"]
    store.close()


def test_a_term_that_no_track_has_has_no_postings(tmp_path: Path) -> None:
    write_index(tmp_path, documents({"barn": [["en:cow"], []]}, ["barn"]))
    store = PostingStore(tmp_path)
    assert store.postings("en:goat") == []
    assert [*store.posting("en:goat", 0).positions, *store.posting("en:cow", 1).positions] == []
    store.close()


def test_every_term_is_in_its_bucket_and_buckets_are_about_equal() -> None:
    chunk = PostingChunk()
    terms = [f"en:word{number}" for number in range(3_000)]
    chunk.add_track({term: [number] for number, term in enumerate(terms)}, len(terms))
    buckets, count = chunk.buckets(), chunk.bucket_count()
    found = [list(read_bucket(buckets[bucket_name(term, count)], term)) for term in terms]
    assert found == [[number] for number in range(3_000)]
    assert (count, len(buckets)) == (128, 128)
    assert sum(chunk.term_counts().values()) == 3_000


@pytest.mark.parametrize("data", [b"", b"\xc1", b"[]", b"\x81\xa1a\x01"])
def test_a_bucket_that_cannot_be_read_is_an_error(data: bytes) -> None:
    with pytest.raises(ValueError, match=r".+"):
        read_bucket(data, "a")


def test_positions_of_deleted_tracks_belong_to_nobody() -> None:
    chunk = PostingChunk()
    for numbers in ([0], [0, 2], [1], [0]):
        chunk.add_track({"a": numbers}, 3)
    positions = read_bucket(chunk.buckets()[bucket_name("a", 1)], "a")
    spans = [TrackSpan(3, 6, 7), TrackSpan(9, 12, 5)]
    cut = [(found.track, list(found.positions)) for found in postings_by_track(positions, spans)]
    assert cut == [(7, [3, 5]), (5, [9])]
    assert list(postings_by_track(positions, [])) == []


def test_a_closed_index_is_damaged(tmp_path: Path) -> None:
    write_index(tmp_path, documents({"barn": [["en:cow"]]}, ["barn"]))
    store = PostingStore(tmp_path)
    store.close()
    with pytest.raises(DamagedError):
        store.postings("en:cow")
