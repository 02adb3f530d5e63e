"""Which sound of a sentence each of its words begins with.

A voice reads a sentence otherwise than its words one by one: it joins some ("ðætðə" for "that the") and
weakens others. So the sounds of the words, one after the other, are laid along those of the sentence with the
fewest differences (edit distance), and a word begins where its first sound lies.
"""

from collections.abc import Sequence

_STRESS = frozenset("ˈˌ")
_PAUSES = frozenset(",.:;!?")
# These, lengths and the marks of a sentence's start and end are not what a word is known by.
_MARKS = _STRESS | _PAUSES | frozenset("ːʲ^$")
_SPACE = " "


def starts_of_words(sentence: Sequence[str], words: Sequence[str]) -> list[int]:
    """Find the words in a sentence.

    Args:
        sentence: its sounds (IPA), with " " between those of most words.
        words: the sounds of each word when it is read alone.

    Returns:
        For each word, the index in `sentence` at which its sound sets in.
    """
    spoken = [i for i, sound in enumerate(sentence) if sound not in _MARKS]
    letters = [[sound for sound in word if sound not in _MARKS] for word in words]
    line = _SPACE.join("".join(word) for word in letters)
    place = _lay(line, [sentence[i] for i in spoken])
    firsts, at = [], 0
    for word in letters:
        firsts.append(_onset(sentence, spoken[place[at]]))
        at += len(word) + 1
    return firsts


def _onset(sentence: Sequence[str], first: int) -> int:
    """Where the word whose first sound that is sets in.

    A mark of stress before it is its own. So is the space, unless there is a pause: words follow each
    other without a gap, and the next one is heard within the space (without it 32 ms late, in the median).
    """
    if first and sentence[first - 1] in _STRESS:
        first -= 1
    runs_on = first > 1 and sentence[first - 1] == _SPACE and sentence[first - 2] not in _PAUSES
    return first - 1 if runs_on else first


def _lay(line: str, along: Sequence[str]) -> list[int]:
    """For each sound of `line`, the one of `along` it lies on, or the next."""
    costs = _costs(line, along)
    place = [len(along) - 1] * len(line)
    i, j = len(line), len(along)
    while i and j:
        if costs[i][j] == costs[i - 1][j - 1] + _differ(line[i - 1], along[j - 1]):
            i, j = i - 1, j - 1
            place[i] = j
        elif costs[i][j] == costs[i - 1][j] + 1:
            i -= 1
            place[i] = min(j, len(along) - 1)
        else:
            j -= 1
    return [0] * i + place[i:]


def _costs(line: str, along: Sequence[str]) -> list[list[int]]:
    """The fewest differences between each beginning of `line` and each of `along`."""
    costs = [list(range(len(along) + 1))]
    for i, sound in enumerate(line, 1):
        row = [i]
        for j, other in enumerate(along, 1):
            exchanged = costs[-1][j - 1] + _differ(sound, other)
            row.append(min(exchanged, costs[-1][j] + 1, row[-1] + 1))
        costs.append(row)
    return costs


def _differ(sound: str, other: str) -> int:
    """A sound may stand for another (a vowel that is weakened), but never for the end of a word."""
    if sound == other:
        return 0
    return 3 if _SPACE in (sound, other) else 1
