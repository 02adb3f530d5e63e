"""Hits made from what the index keeps of passages."""

from collections.abc import Iterator
from dataclasses import replace

from showcase.core.quotes.alignment import Alignment
from showcase.core.search.hit_builder import Stretch, build_hit
from showcase.core.search.results import Difference, Elsewhere, Hit
from showcase.core.text.languages import same_language
from showcase.core.text.spans import Span
from showcase.core.timing.moments import Moment
from showcase.core.transcript.transcript import join_cues
from showcase.store.search.candidates import Find
from showcase.store.search.numbering import Track
from showcase.store.search.reader import Archive


class HitMaker:
    """Makes the hits of one question."""

    def __init__(self, archive: Archive, reads: str | None) -> None:
        self._archive = archive
        self._reads = reads

    def hit(self, find: Find) -> Hit:
        """The hit of a find."""
        layout, passage, words = self._archive.layout, find.passage, find.words
        track = layout.track(passage)
        last = layout.passage_of[words[-1]] if words else passage
        stretch = self._archive.stretch(range(passage, last + 1))
        first = layout.first_word[passage]
        hit = build_hit(track.head.video, stretch, [word - first for word in words])
        hit = replace(hit, elsewhere=self._elsewhere(track, hit.moment))
        if find.alignment is None or find.alignment.similarity == 1:
            return hit
        found = _differences(find.alignment, stretch, find.first - first)
        return replace(hit, similarity=find.alignment.similarity, differences=tuple(found))

    def _elsewhere(self, track: Track, moment: Moment) -> Elsewhere | None:
        """The same moment in the language that the visitor reads."""
        if self._reads is None or same_language(track.head.language, self._reads):
            return None
        for other in self._archive.layout.tracks:
            if other.head.video == track.head.video and same_language(
                other.head.language, self._reads
            ):
                return self._during(other, moment)
        return None

    def _during(self, track: Track, moment: Moment) -> Elsewhere | None:
        numbers = track.passages_at(moment)
        passages = [self._archive.said(track.passages.start + number) for number in numbers]
        end_ms = moment.start_ms + 1 if moment.end_ms is None else moment.end_ms
        spoken = [
            (passage.stretch.key, cue)
            for passage in passages
            for cue in passage.stretch.cues
            if cue.start_ms < end_ms and cue.end_ms > moment.start_ms and not cue.sound
        ]
        if not spoken:
            return None
        text, _spans = join_cues([cue for _, cue in spoken])
        return Elsewhere(track.head.language, spoken[0][0], text)


def _differences(alignment: Alignment, stretch: Stretch, shift: int) -> Iterator[Difference]:
    """The pieces of an inexact quote beside what was said.

    Args:
        alignment: of the quote.
        stretch: what was said.
        shift: from the numbers of the alignment's words to those of the stretch.
    """
    end = 0
    for relation, quoted, said in alignment.pieces:
        start = stretch.starts[said[0] + shift] if said else end
        end = stretch.ends[said[-1] + shift] if said else end
        yield Difference(relation, Span(start, end), alignment.quote.typed(quoted))
