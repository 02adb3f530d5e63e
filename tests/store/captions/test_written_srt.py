"""A download in SubRip, read back, has the same cues."""

from showcase.core.captions.cues import Cue
from showcase.core.export.subrip import write_srt
from showcase.store.captions.reader import read_captions

CUES = (
    Cue(0, 4_000, "We pick the apples.", "ANA"),
    Cue(4_000, 8_000, "Nobody asked\nwhat we needed.", "ANA"),
    Cue(8_000, 9_500, "La raison d’être, ¿y qué? আমরা 🍎", "BEN"),
    Cue(3_600_000, 3_601_000, "An hour later.", "BEN"),
)


def test_times_words_and_speakers_come_back() -> None:
    read = read_captions(write_srt(CUES).encode(), "captions.en.srt")
    assert read.faults == ()
    assert [(c.start_ms, c.end_ms, c.text) for c in read.cues] == [
        (c.start_ms, c.end_ms, c.text) for c in CUES
    ]
    assert [read.cues[0].voice, read.cues[2].voice] == ["ANA", "BEN"]
