"""Labels without a colon where others have one: "ROSA.", "Rosa We wrote", "Rosa said:", "<rosa>We wrote".

They may be words, so nobody is named after them; but whoever spoke before may not go on behind them. Only
names that are labels elsewhere in the file are looked for, at the beginnings of lines.
"""

import re
from collections.abc import Collection, Iterator, Sequence

from showcase.core.captions.label_groups import interrupts
from showcase.core.captions.label_words import PHRASE_STARTS, SPEECH_VERBS
from showcase.core.captions.letter_case import begins_small
from showcase.core.captions.line_marks import LineMark
from showcase.core.captions.name_parts import fold_name

_SPOKEN = re.compile(r"([^\s:：][^:：\n]{0,60}?)\s*(?:[:：](?=\s|$))\s*")
_TAGGED = re.compile(r"[<‹]([^<>‹›\n]{1,40})[>›]")
_ENDS = ".,;!"
# "Rosa I mean it" calls her.
_CALLING = frozenset({"i", "you", "and", "or"})
_MAX_NAME_WORDS = 4


class LostColons:
    """Looks for names without a colon.

    Args:
        names: keys of the labels of the file that are names.
        others: keys of those that may be; in a tag they are no words.
        mixed_case: it has more small letters than capitals, so that capitals tell something.
    """

    def __init__(
        self, names: Collection[str], others: Collection[str] = (), *, mixed_case: bool
    ) -> None:
        self._names = frozenset(names)
        self._in_tags = self._names.union(others)
        self._mixed_case = mixed_case
        self._first_words = frozenset(name.split()[0] for name in names if name)

    def may_have(self, text: str) -> bool:
        """False for most cues: none of their lines begins with a name."""
        return any(self._begins_with_name(line) for line in text.split("\n"))

    def _begins_with_name(self, line: str) -> bool:
        if not line or line.isspace():
            return False
        first = line.split(None, 1)[0].rstrip(_ENDS + ":：")
        tagged = first.startswith(("<", "‹"))
        return tagged or fold_name(first) in self._first_words

    def mark(self, marks: Sequence[LineMark], before: str) -> Iterator[LineMark]:
        """The lines of a cue; those that begin with a name tell that somebody else may speak.

        Args:
            marks: the lines.
            before: the text of the cue before.
        """
        for mark in marks:
            known = mark.label or mark.lead or mark.somebody or interrupts(before)
            found = "" if known else self.find(mark.text)
            yield mark._replace(somebody=found, odd="") if found else mark
            before = mark.text

    def find(self, line: str) -> str:
        """What a line begins with in place of a label; "" for words.

        Args:
            line: of a cue, without a label that can be read.
        """
        if not self._begins_with_name(line):
            return ""
        if tag := _TAGGED.match(line):
            return tag[1] if fold_name(tag[1]) in self._in_tags else ""
        return self._name_alone(line) or self._who_said(line) or self._name_before_phrase(line)

    def _name_alone(self, line: str) -> str:
        """A line such as "ROSA." where other words are not in capitals."""
        bare = line.strip().rstrip(_ENDS)
        loud = self._mixed_case and len(bare) > 1 and bare.isupper()
        return line.strip() if loud and fold_name(bare) in self._names else ""

    def _who_said(self, line: str) -> str:
        """What is before the colon of "Rosa said: We wrote", not of "Rosa said: no"."""
        found = _SPOKEN.match(line)
        if not found or begins_small(line[found.end() :]):
            return ""
        who, _, verb = fold_name(found[1]).rpartition(" ")
        return found[1] if who in self._names and verb in SPEECH_VERBS else ""

    def _name_before_phrase(self, line: str) -> str:
        """The name in "Rosa We wrote", where the words behind it begin a sentence, with a capital."""
        words = line.split(None, _MAX_NAME_WORDS + 1)
        for count in range(1, min(len(words), _MAX_NAME_WORDS + 1)):
            word = words[count].strip("\"“«'‘¿¡")
            begins = word[:1].isupper() and not (len(word) > 1 and word.isupper())
            name = " ".join(words[:count])
            folded = fold_name(word).rstrip(_ENDS)
            phrase = folded in PHRASE_STARTS and folded.partition("'")[0] not in _CALLING
            if begins and phrase and fold_name(name) in self._names:
                return name
        return ""
