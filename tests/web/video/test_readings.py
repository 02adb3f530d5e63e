"""How characters are read, above the words of a transcript."""

from typing import Any

from showcase.core.captions.cues import Cue, Ruby
from showcase.core.text.spans import Span
from showcase.core.transcript.transcript import build_transcript
from showcase.web.video.transcript_view import (
    MarkedPiece,
    MarkedTranscript,
    RubyStretch,
    build_stretches,
)

CUES = (
    Cue(0, 1_000, "今日は"),
    Cue(1_000, 2_000, "農園で水", ruby=(Ruby(0, 2, "のうえん"), Ruby(3, 4, "みず"))),
)
TRANSCRIPT = build_transcript("ja", CUES)
NO_TEXTS: Any = None


def test_a_line_is_cut_where_readings_begin_and_end() -> None:
    source = MarkedTranscript(NO_TEXTS, TRANSCRIPT, ())
    assert build_stretches(source, 1) == [
        RubyStretch("農園", "のうえん"), RubyStretch("で", ""), RubyStretch("水", "みず"),
    ]  # fmt: skip


def test_marks_stay_on_their_characters() -> None:
    source = MarkedTranscript(NO_TEXTS, TRANSCRIPT, (), matches=(Span(4, 6),))
    plain, marked = MarkedPiece, 0
    assert build_stretches(source, 1)[:2] == [
        RubyStretch(
            [plain("農", None, selected=False), plain("園", marked, selected=False)], "のうえん"
        ),
        RubyStretch([plain("で", marked, selected=False)], ""),
    ]
