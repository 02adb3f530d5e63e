"""Hits built from candidates and stored passages."""

from collections.abc import Iterator
from dataclasses import replace

from showcase.core.quotes.alignment import Alignment
from showcase.core.search.hit_builder import ExtendedPassage, build_hit
from showcase.core.search.results import Difference, Hit, ParallelText
from showcase.core.text.languages import same_language
from showcase.core.text.spans import Span
from showcase.core.timing.moments import Moment
from showcase.core.transcript.transcript import join_cues
from showcase.store.search.candidates import Candidate
from showcase.store.search.numbering import NumberedTrack
from showcase.store.search.reader import IndexReader


class HitBuilder:
    """Builds the hits of one request; `reads` is the language that the visitor reads, None when unknown."""

    def __init__(self, reader: IndexReader, reads: str | None) -> None:
        self._reader = reader
        self._reads = reads

    def build(self, candidate: Candidate) -> Hit:
        """The hit of a candidate."""
        numbering, passage, words = self._reader.numbering, candidate.passage, candidate.words
        track = numbering.track_for_passage(passage)
        last = numbering.passage_by_word[words[-1]] if words else passage
        extended = self._reader.extended_passage(range(passage, last + 1))
        first = numbering.first_word_by_passage[passage]
        hit = build_hit(track.header.video, extended, [word - first for word in words])
        hit = replace(hit, elsewhere=self._find_parallel_text(track, hit.moment))
        if candidate.alignment is None or candidate.alignment.similarity == 1:
            return hit
        shift = candidate.alignment_start - first
        differences = _quote_differences(candidate.alignment, extended, shift)
        return replace(
            hit, similarity=candidate.alignment.similarity, differences=tuple(differences)
        )

    def _find_parallel_text(
        self, track: NumberedTrack, moment: Moment | None
    ) -> ParallelText | None:
        """The same moment in the language that the visitor reads.

        None if the hit is in it already, or nobody knows which words of the two tracks go together.
        """
        if (
            moment is None
            or self._reads is None
            or not track.header.is_aligned
            or same_language(track.header.language, self._reads)
        ):
            return None
        for other in self._reader.numbering.tracks:
            if other.header.video == track.header.video and same_language(
                other.header.language, self._reads
            ):
                known = other.header.has_times and other.header.is_aligned
                return self._text_during(other, moment) if known else None
        return None

    def _text_during(self, track: NumberedTrack, moment: Moment) -> ParallelText | None:
        numbers = track.passages_at(moment)
        passages = [
            self._reader.stored_passage(track.passages.start + number) for number in numbers
        ]
        end_ms = moment.start_ms + 1 if moment.end_ms is None else moment.end_ms
        spoken = [
            (passage.passage.key, cue)
            for passage in passages
            for cue in passage.passage.cues
            if cue.start_ms < end_ms and cue.end_ms > moment.start_ms and not cue.sound
        ]
        if not spoken:
            return None
        text, _spans = join_cues([cue for _, cue in spoken])
        return ParallelText(track.header.language, spoken[0][0], text)


def _quote_differences(
    alignment: Alignment, passage: ExtendedPassage, shift: int
) -> Iterator[Difference]:
    """The pieces of an inexact quote beside what was said.

    Args:
        alignment: of the quote.
        passage: where it was said.
        shift: what to add to the number of a word in the alignment's window for its number in the passage.
    """
    end = 0
    for relation, quoted, said in alignment.diff:
        start = passage.starts[said[0] + shift] if said else end
        end = passage.ends[said[-1] + shift] if said else end
        yield Difference(relation, Span(start, end), alignment.quote.original_text(quoted))
