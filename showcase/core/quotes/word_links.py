"""Links: words of a quote and words that were said which answer each other."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import pairwise

from showcase.core.quotes.banding import Band
from showcase.core.text.positions import positions_in_range
from showcase.core.text.similarity import find_similar_words, is_long_enough
from showcase.core.text.spoken_numbers import find_numbers, spell_number

# What a word of the quote earns that was said; that was said and is spelt alike; that was said before its
# neighbor instead of behind it.
EXACT_SCORE, SIMILAR_SCORE, SWAPPED_SCORE = 1.0, 0.6, 0.8
# More links than this in one band, and so many for each word of the quote, has only a page of text, or what
# says one thing again and again.
MAX_BASE_LINKS, MAX_EXTRA_LINKS_PER_WORD = 300, 1

WindowForms = Sequence[tuple[str, ...]]


# Words of a quote that answer words that were said: the first word of the quote and the one behind the last,
# the same for what was said, and what each of the quote's words earns. No class: there are hundreds.
WordLink = tuple[int, int, int, int, float]


class LinkFinder:
    """The words of a quote, and where they are in a window of speech."""

    def __init__(self, quoted: Sequence[str], said: WindowForms) -> None:
        self._quoted = quoted
        self._said = said
        self._places: dict[str, list[int]] = {word: [] for word in quoted}
        self._places.update((one + other, []) for one, other in pairwise(quoted))
        self._similar_places: dict[str, list[int]] = {}
        places = self._places
        for number, forms in enumerate(said):
            for form in forms:
                if form in places:
                    places[form].append(number)

    def position_masks(self) -> dict[str, int]:
        """Where each word of the quote is, or one that was found alike: a bit for each place."""
        masks = {}
        for word in self._quoted:
            mask = 0
            for place in self._places[word]:
                mask |= 1 << place
            for place in self._similar_places.get(word, ()):
                mask |= 1 << place
            masks[word] = mask
        return masks

    def add_similar_words(self, words: Iterable[str]) -> None:
        """Let these words of the quote also answer words that are spelt alike."""
        for word in words:
            if word not in self._similar_places and is_long_enough(word):
                found = [
                    form
                    for form in find_similar_words(word, self._comparable_forms)
                    if form != word
                ]
                self._similar_places[word] = [
                    place for form in found for place in self._comparable_places[form]
                ]

    @cached_property
    def _comparable_places(self) -> dict[str, list[int]]:
        """Where the words are that can be alike to others."""
        places: dict[str, list[int]] = {}
        for number, forms in enumerate(self._said):
            if is_long_enough(forms[0]):
                places.setdefault(forms[0], []).append(number)
        return places

    @cached_property
    def _comparable_forms(self) -> list[str]:
        return [*self._comparable_places]

    def links_in_band(self, band: Band, *, exact: bool) -> list[WordLink]:
        """The links in a band; with `exact` only those of words said just so."""
        links = self._exact_links(band)
        if not exact:
            said = {link[0] for link in links}
            self.add_similar_words(self._quoted[row] for row in band.rows if row not in said)
            links += self._similar_links(band)
            links += self._joined_or_swapped_links(band)
            links += self._split_word_links(band)
            links += self._number_links(band)
        most = MAX_BASE_LINKS + MAX_EXTRA_LINKS_PER_WORD * len(band.rows)
        return links if len(links) <= most else _keep_longest_runs(links, most)

    def _exact_links(self, band: Band) -> list[WordLink]:
        quoted, places = self._quoted, self._places
        return [
            (row, row + 1, place, place + 1, EXACT_SCORE)
            for row in band.rows
            for place in _places_in_band(places[quoted[row]], row, band)
        ]

    def _similar_links(self, band: Band) -> Iterator[WordLink]:
        for row in band.rows:
            for place in self._similar_places.get(self._quoted[row], ()):
                if place - row in band.offsets:
                    yield row, row + 1, place, place + 1, SIMILAR_SCORE

    def _joined_or_swapped_links(self, band: Band) -> Iterator[WordLink]:
        """Two words of the quote that were said as one ("every body"), or that changed places."""
        quoted, said, places = self._quoted, self._said, self._places
        for row in band.rows[:-1]:
            one, other = quoted[row], quoted[row + 1]
            for place in _places_in_band(places[one + other], row, band):
                yield row, row + 2, place, place + 1, EXACT_SCORE
            for place in _places_in_band(places[other], row, band):
                if one != other and one in (said[place + 1] if place + 1 < len(said) else ()):
                    yield row, row + 2, place, place + 2, SWAPPED_SCORE

    def _split_word_links(self, band: Band) -> Iterator[WordLink]:
        """Two words that were said and are one of the quote."""
        heads, start = self._forms_in_band(band)
        rows: dict[str, list[int]] = {}
        for row in band.rows:
            rows.setdefault(self._quoted[row], []).append(row)
        for place, (one, other) in enumerate(pairwise(heads), start):
            for row in rows.get(one + other, ()):
                if place - row in band.offsets:
                    yield row, row + 1, place, place + 2, EXACT_SCORE

    def _forms_in_band(self, band: Band) -> tuple[list[str], int]:
        """The words that a band can be in, and the number of the first."""
        columns = band.columns(len(self._said))
        return [forms[0] for forms in self._said[columns.start : columns.stop]], columns.start

    def _number_links(self, band: Band) -> Iterator[WordLink]:
        """Digits of one side that are words of the other."""
        row, quoted = band.rows.start, self._quoted[band.rows.start : band.rows.stop]
        said, place = self._forms_in_band(band)
        near = range(band.offsets.start - place + row, band.offsets.stop - place + row)
        for first, end, start, stop in _match_spoken_numbers(quoted, said, near):
            yield row + first, row + end, place + start, place + stop, EXACT_SCORE
        near = range(1 - near.stop, 1 - near.start)
        for start, stop, first, end in _match_spoken_numbers(said, quoted, near):
            yield row + first, row + end, place + start, place + stop, EXACT_SCORE


def _places_in_band(places: Sequence[int], row: int, band: Band) -> Sequence[int]:
    """Those of some places, ascending, that are as far on from a word of the quote as a band allows."""
    return (
        positions_in_range(places, range(row + band.offsets.start, row + band.offsets.stop))
        if places
        else ()
    )


def _match_spoken_numbers(
    written: Sequence[str], spelt: Sequence[str], offsets: range
) -> Iterator[tuple[int, int, int, int]]:
    """Where what is written in digits on one side is spelt out on the other, so much further on."""
    heads: dict[str, list[int]] = {}
    for first, end, digits in find_numbers(written):
        if not heads:
            for start, word in enumerate(spelt):
                heads.setdefault(word, []).append(start)
        for run in spell_number(digits):
            for start in heads.get(run[0], ()):
                if start - first in offsets and tuple(spelt[start : start + len(run)]) == run:
                    yield first, end, start, start + len(run)


def _keep_longest_runs(links: Iterable[WordLink], most: int) -> list[WordLink]:
    """Of too many links those of the longest runs: word behind word on both sides."""
    runs: list[list[WordLink]] = []
    ending: dict[tuple[int, int], list[WordLink]] = {}
    for link in sorted(links):
        run = ending.pop((link[0], link[2]), None)
        if run is None:
            runs.append(run := [])
        run.append(link)
        ending[link[1], link[3]] = run
    kept: list[WordLink] = []
    for run in sorted(runs, key=len, reverse=True):
        if len(kept) + len(run) <= most:
            kept += run
    return kept
