"""The corrections of a video, with the moments of their words."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from showcase.core.catalog.published_corrections import PublishedCorrection
from showcase.core.text.tokenizer import tokenize
from showcase.core.transcript.transcript import Transcript, build_transcript
from showcase.errors import Diagnosis
from showcase.store.ingest.toml_lines import KeyPath
from showcase.store.records import TrackCues

_NOT_FOUND = Diagnosis(
    "correction-not-found",
    "These words are not in the transcript",
    "correct them here, or save the caption file that has them",
)
# Where its words are: the language of the transcript, and the indices of its words, half-open.
_Place = tuple[str, range]


def locate_corrections(
    corrections: Sequence[PublishedCorrection], tracks: Iterable[TrackCues]
) -> tuple[tuple[PublishedCorrection, ...], list[tuple[KeyPath, Diagnosis]]]:
    """The corrections of a video with their moments, newest first, and what is wrong with some of them.

    Args:
        corrections: of video.toml, in any order; those of one day stay in theirs.
        tracks: of the video.

    Returns:
        The corrections, and for each problem the path of its key in video.toml.
    """
    if not corrections:
        return (), []
    finder = _CorrectionFinder(tracks)
    problems = [
        (("corrections", number, "now"), _NOT_FOUND)
        for number, each in enumerate(corrections)
        if finder.is_missing(each)
    ]
    located = map(finder.locate, corrections)
    return tuple(sorted(located, key=lambda each: each.date, reverse=True)), list(problems)


class _CorrectionFinder:
    """Finds where the words of corrections are in the transcripts of a video."""

    def __init__(self, tracks: Iterable[TrackCues]) -> None:
        """Read the words of the tracks of speech."""
        self._transcripts: Mapping[str, Transcript] = {
            entry.track.language: build_transcript(
                entry.track.language, entry.cues, has_times=entry.track.has_times
            )
            for entry in tracks
            if entry.track.kind in ("captions", "subtitles")
        }

    def locate(self, correction: PublishedCorrection) -> PublishedCorrection:
        """The correction with a moment: that of video.toml, else that of its words where they are said once.

        Words that are said twice are not linked: nobody knows which of the two was corrected.
        """
        places = self._places(correction) if correction.moment is None else []
        if len(places) != 1:
            return correction
        language, words = places[0]
        moment = self._transcripts[language].moment_from_words(words)
        return replace(correction, moment=moment, language=language)

    def is_missing(self, correction: PublishedCorrection) -> bool:
        """True if its words are in no transcript."""
        return bool(correction.now) and not self._places(correction)

    def _places(self, correction: PublishedCorrection) -> list[_Place]:
        forms = [word.form for word in tokenize(correction.now)]
        return [
            (language, words)
            for language, transcript in self._transcripts.items()
            for words in _runs(forms, [word.form for word in transcript.words])
        ]


def _runs(wanted: Sequence[str], forms: Sequence[str]) -> Iterator[range]:
    """Where words follow each other as they are wanted; nowhere if none are wanted."""
    length = len(wanted)
    for start, form in enumerate(forms):
        if wanted and form == wanted[0] and forms[start : start + length] == wanted:
            yield range(start, start + length)
