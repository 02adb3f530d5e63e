"""The search over all videos without a server: files of words that the page of the search reads.

    search-index/index.json     the transcripts, and which file has the words that begin with some letters
    search-index/words-0.json   words, each with the numbers of the passages that have it

The passages are in the transcripts that can be downloaded (`videos/orchard/tracks/captions.en.json`).
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from showcase.core.catalog.models import Track, Video
from showcase.core.static_site.word_shards import collect_postings, split_into_shards
from showcase.store.snapshots.visible import SnapshotProtocol

if TYPE_CHECKING:
    from showcase.core.text.tokenizer import Word

INDEX_FOLDER = "search-index"
INDEX_FILE = f"{INDEX_FOLDER}/index.json"


@dataclass(frozen=True, slots=True)
class IndexFile:
    """A file of the index: its path from the folder of the site, and its JSON."""

    name: str
    body: bytes


def build_archive_index(snapshot: SnapshotProtocol) -> Iterator[IndexFile]:
    """The files of the index over all listed videos."""
    tracks: list[dict[str, object]] = []
    spoken: list[Sequence[Word]] = []
    for video in snapshot.catalog.videos:
        for track in video.speech_tracks:
            tracks.append(_track_object(video, track, len(spoken)))
            transcript = snapshot.transcript(video.slug, track.language)
            passages = snapshot.passages(video.slug, track.language)
            spoken += [transcript.words[each.words.start : each.words.stop] for each in passages]
    shards = split_into_shards(collect_postings(spoken))
    for number, shard in enumerate(shards):
        yield IndexFile(f"{INDEX_FOLDER}/words-{number}.json", _json(shard.words))
    prefixes = {shard.prefix: number for number, shard in enumerate(shards)}
    yield IndexFile(INDEX_FILE, _json({"tracks": tracks, "shards": prefixes}))


def _track_object(video: Video, track: Track, first: int) -> dict[str, object]:
    """A transcript: `first` is the number of its first passage, `file` the one that has them all."""
    return {
        "video": video.slug,
        "language": track.language,
        "first": first,
        "file": f"../videos/{video.slug}/tracks/{track.kind}.{track.language}.json",
    }


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
