"""The folder of a video after it was read, without what was withdrawn."""

from dataclasses import dataclass, replace

from showcase.errors import Fault
from showcase.store.ingest.record_measures import with_spoken_times
from showcase.store.ingest.record_redaction import redact_record
from showcase.store.ingest.restrictions import NO_RESTRICTIONS, Restrictions
from showcase.store.ingest.toml_file import TomlFile
from showcase.store.ingest.track_files import TrackSpeakers
from showcase.store.ingest.video_toml import VideoToml
from showcase.store.ingest.withdrawal_notes import (
    not_found_faults,
    repeats_withdrawn,
    withdrawal_notes,
)
from showcase.store.records import VideoRecord


@dataclass(frozen=True, slots=True)
class LoadedVideo:
    """A video's folder that was read.

    Attributes:
        record: None when there are faults.
        faults: why it cannot be published: everything that is wrong in the folder.
        notes: what should be looked at, but does not keep it from being published.
        speakers: who speaks in its tracks.
        restrictions: what must not be published of it, whatever is published.
        withdrawn: the slugs of a video that is withdrawn as a whole: that of now, and former ones.
    """

    record: VideoRecord | None
    faults: tuple[Fault, ...] = ()
    notes: tuple[Fault, ...] = ()
    speakers: tuple[TrackSpeakers, ...] = ()
    restrictions: Restrictions = NO_RESTRICTIONS
    withdrawn: tuple[str, ...] = ()


def without_withdrawn(loaded: LoadedVideo, toml: VideoToml, file: TomlFile) -> LoadedVideo:
    """A video without people and passages that were withdrawn; nothing that is said of it has them."""
    if loaded.record is None:
        return loaded
    redacted = redact_record(loaded.record, toml.withdrawals)
    faults = tuple(not_found_faults(redacted, file))
    notes = (note for note in loaded.notes if not repeats_withdrawn(note, toml.withdrawals))
    measured = with_spoken_times(redacted.record)
    record = replace(measured, restrictions=loaded.restrictions.digest)
    return replace(
        loaded,
        record=None if faults else record,
        faults=faults,
        notes=(*notes, *withdrawal_notes(toml, redacted, file)),
    )
