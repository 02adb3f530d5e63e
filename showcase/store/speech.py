"""The speech of a record, as it is read and searched."""

from collections.abc import Iterator

from showcase.core.passages import build_passages
from showcase.core.transcripts import build_transcript
from showcase.store.records import TrackCues, VideoRecord
from showcase.store.said import VideoWords


def speech_tracks(record: VideoRecord) -> tuple[TrackCues, ...]:
    """Its tracks that are read and searched: captions and subtitles."""
    return tuple(t for t in record.tracks if t.track.kind in ("captions", "subtitles"))


def words_of(record: VideoRecord) -> Iterator[VideoWords]:
    """Every language of a video as the index wants it."""
    for entry in speech_tracks(record):
        yield words_of_track(record, entry)


def words_of_track(record: VideoRecord, entry: TrackCues) -> VideoWords:
    """The transcript and the passages of one track; a chapter begins a passage in every language."""
    transcript = build_transcript(entry.track.language, entry.cues)
    passages = build_passages(transcript, record.video.chapters)
    video = record.video
    return VideoWords(
        slug=video.slug,
        language=entry.track.language,
        transcript=transcript,
        passages=passages,
        organizations={person.name: person.organization for person in video.people},
        is_own=entry.track.language == video.language,
        date=video.date,
    )
