"""How the times of two lists of cues fit together: at once, by one time later, or further apart with time."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import product
from typing import NamedTuple

# Cues that begin together; people who time by hand differ by less.
MAX_DIFFERENCE_MS = 250
# Cues that are compared, spread over the list.
_MAX_COMPARED_CUES = 60
# A shift is looked for among so many cues: three hours of speech.
_MAX_SEARCHED_CUES = 3_600
# So many cues fit where one shift is that of all of them.
MIN_FIT_SHARE = 0.7
_MIN_PART_CUES = 6
# A part that is a few seconds late is told by ear.
_MIN_DRIFT_MS = 1_000
# Cues at either end, of which one may lack in the other list.
_ENDS = 3
# A recording that is played at 24 pictures a second instead of 30 lasts a fourth longer.
_MAX_STRETCH = 1.3


class Drift(NamedTuple):
    """Times that part: milliseconds by which cues come later than in the other list, at two places.

    Attributes:
        early_ms: where the first cues are, in milliseconds.
        early_shift_ms: their shift.
        late_ms: where the last cues are.
        late_shift_ms: their shift.
        gradual: it grows all the time; else it changes at once, somewhere between the two places.
    """

    early_ms: int
    early_shift_ms: int
    late_ms: int
    late_shift_ms: int
    gradual: bool


def together_share(starts: Sequence[float], others: Sequence[int]) -> Fraction:
    """How many of the other cues begin with one of these.

    Args:
        starts: milliseconds, in order.
        others: likewise; one at least.
    """
    sample = _sample(others)
    together = 0
    for start in sample:
        near = bisect_left(starts, start - MAX_DIFFERENCE_MS)
        together += near < len(starts) and starts[near] <= start + MAX_DIFFERENCE_MS
    return Fraction(together, len(sample))


def _sample(starts: Sequence[int]) -> Sequence[int]:
    return starts[:: -(-len(starts) // _MAX_COMPARED_CUES)]


def common_shift_ms(starts: Sequence[int], others: Sequence[int]) -> int | None:
    """By how many milliseconds all of the other cues are late; None where no one time fits most of them."""
    sample = _sample(others)
    differences = [other - start for other in sample for start in starts[:_MAX_SEARCHED_CUES]]
    bins = Counter(difference // MAX_DIFFERENCE_MS for difference in differences)
    best = max(bins, key=lambda number: bins[number] + bins[number + 1])
    near = sorted(each for each in differences if each // MAX_DIFFERENCE_MS in (best, best + 1))
    shift_ms = near[len(near) // 2]
    fits = together_share([start + shift_ms for start in starts], others) >= MIN_FIT_SHARE
    return shift_ms if fits else None


def find_drift(starts: Sequence[int], others: Sequence[int]) -> Drift | None:
    """How the other cues drift away from these; None where they do not, or it is not beyond doubt."""
    if min(len(starts), len(others)) < 3 * _MIN_PART_CUES:
        return None
    return _find_stretch(starts, others) or _find_jump(starts, others)


def _find_jump(starts: Sequence[int], others: Sequence[int]) -> Drift | None:
    """Parts that fit, each by its own time: something was cut out of one recording, as advertisements are."""
    part = len(others) // 3
    first, last = others[:part], others[-part:]
    early, late = common_shift_ms(starts, first), common_shift_ms(starts, last)
    if early is None or late is None or abs(late - early) < _MIN_DRIFT_MS:
        return None
    # Few cues fit somewhere in any long list by chance, though hardly near, and one after the other.
    is_near = max(abs(early), abs(late)) < others[-1] - others[0]
    if not is_near or last[0] - late <= first[0] - early:
        return None
    return Drift(first[0], early, last[0], late, gradual=False)


def _find_stretch(starts: Sequence[int], others: Sequence[int]) -> Drift | None:
    """One rate that fits: captions of a recording that runs at another number of pictures a second."""
    best = max(_stretches(starts, others), default=None)
    if best is None or best[0] < MIN_FIT_SHARE:
        return None
    _, rate, start, other = best
    at_first = round(others[0] - (start + (others[0] - other) / rate))
    at_last = round(others[-1] - (start + (others[-1] - other) / rate))
    if abs(at_last - at_first) < _MIN_DRIFT_MS:
        return None
    return Drift(others[0], at_first, others[-1], at_last, gradual=True)


def _stretches(
    starts: Sequence[int], others: Sequence[int]
) -> Iterator[tuple[Fraction, float, int, int]]:
    """How well each rate fits that leads through one of the first and one of the last cues of both lists."""
    ends = [*product(range(_ENDS), range(-_ENDS, 0))]
    for (own_first, own_last), (first, last) in product(ends, ends):
        length = starts[own_last] - starts[own_first]
        rate = (others[last] - others[first]) / length if length > 0 else 0
        if not 1 / _MAX_STRETCH < rate < _MAX_STRETCH:
            continue
        origin, other = starts[own_first], others[first]
        moved = [other + (start - origin) * rate for start in starts]
        yield together_share(moved, others), rate, origin, other
