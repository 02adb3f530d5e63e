"""Who speaks in a file, how much, and why we think so."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from showcase.core.captions.cues import Cue
from showcase.core.captions.speaker_names import SpeakerNames
from showcase.core.captions.speaker_values import SpeakerEvidence
from showcase.core.text.tokenizer import count_words

# Thai, Lao, Burmese, Khmer, Kana, Han: scripts without spaces between words.
_UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")


@dataclass(slots=True)
class _Share:
    """What one speaker says."""

    start_ms: int
    turns: int = 0
    words: int = 0


def list_speakers(cues: Iterable[Cue], names: SpeakerNames) -> tuple[SpeakerEvidence, ...]:
    """The speakers of a file in the order in which they first speak, and those without a name last.

    Args:
        cues: with their voices; sounds do not count.
        names: how they are written.
    """
    shares: dict[str | None, _Share] = {}
    before: tuple[str | None] | None = None
    for cue in cues:
        if cue.sound:
            continue
        share = shares.setdefault(cue.voice, _Share(cue.start_ms))
        share.turns += cue.turn or before != (cue.voice,)
        share.words += (
            len(cue.text.split())
            if cue.text.isascii() or not _UNSPACED.search(cue.text)
            else count_words(cue.text)
        )
        before = (cue.voice,)
    ordered = sorted(shares.items(), key=lambda item: item[0] is None)
    return tuple(
        SpeakerEvidence(
            voice,
            names.written(voice) if voice else (),
            share.turns,
            share.words,
            share.start_ms,
            names.basis(voice) if voice else "",
        )
        for voice, share in ordered
    )
