"""What `showcase check --fix` prints: the difference of each file, and what is left as it is and why."""

from collections import Counter
from collections.abc import Iterable, Iterator
from difflib import unified_diff
from unicodedata import category

import click

from showcase.cli.questions import printable_line
from showcase.store.intake.track_mends import MendedText, MendPlan

# What is mended, as people read it.
WORDS_BY_MEND = {
    "blank-before-header": "the place of the header",
    "blank-below-times": "blank lines below times",
    "blank-in-cue": "blank lines in cues",
    "blank-in-header": "lines of the header",
    "cues-out-of-order": "the order of cues",
    "cues-overlap": "overlaps",
    "encoding": "the encoding",
    "escaped-twice": "signs escaped once too often",
    "layout": "blank lines and signs in times",
    "line-ends": "line ends",
    "mojibake-undone": "letters saved in the wrong encoding",
    "no-blank-below-header": "the blank line below the header",
    "no-header": "the header",
    "nonstandard-times": "the writing of times",
    "offset": "the offset of the clock",
    "other-encoding": "the encoding",
    "roll-up": "words that come again",
    "text-after-times": "text on lines of times",
    "unseen-characters": "characters that nobody sees",
    "wrong-suffix": "the format",
}
# Longer files are compared by another program, or after `showcase undo`.
MAX_DIFF_LINES = 400
_COLORS_BY_SIGN = {"+": "green", "-": "red", "@": "cyan"}
# Unicode's category of characters that format others.
_UNSEEN = "Cf"


def mend_lines(plan: MendPlan, *, color: bool) -> Iterator[str]:
    """What is going to be written, before it is written.

    Args:
        plan: what is planned.
        color: mark lines by escape codes, as terminals understand them.
    """
    for text in plan.mended:
        yield from _diff_lines(text, color=color)
    yield from _left_lines(plan)
    for text in plan.mended:
        yield f"{text.path}: {mend_words(text.mends)}"


def _left_lines(plan: MendPlan) -> Iterator[str]:
    yield from (f"{text.path}: not changed: {text.reason}" for text in plan.unmended)


def unmended_lines(plan: MendPlan) -> Iterator[str]:
    """What is said where nothing can be mended."""
    yield from _left_lines(plan)
    yield "Nothing is to be mended."


def mend_words(mends: Iterable[str]) -> str:
    """What is mended, as people read it."""
    return ", ".join(WORDS_BY_MEND[mend] for mend in mends)


def mend_objects(plan: MendPlan) -> Iterator[dict[str, object]]:
    """An object for each file: what `check --fix --json` prints."""
    for text in plan.mended:
        yield {
            "file": text.path,
            "changed": bool(plan.contents),
            "mended": list(text.mends),
            "reason": "",
        }
    for left in plan.unmended:
        yield {"file": left.path, "changed": False, "mended": [], "reason": left.reason}


def _diff_lines(text: MendedText, *, color: bool) -> Iterator[str]:
    before, after = text.before.splitlines(), text.after.splitlines()
    names = f"a/{text.path}", f"b/{text.path}"
    lines = list(unified_diff(before, after, *names, lineterm=""))
    show = _name_unseen if "unseen-characters" in text.mends else printable_line
    for line in lines[:MAX_DIFF_LINES]:
        yield _paint(line, show(line)) if color else show(line)
    if len(lines) > MAX_DIFF_LINES:
        counts = Counter(line[:1] for line in lines[2:])
        left = len(lines) - MAX_DIFF_LINES
        yield f"… {left} more lines: {counts['+']} new and {counts['-']} old in all"


def _name_unseen(line: str) -> str:
    """A line whose unseen characters can be seen: "mor<U+00AD>ning"."""
    return printable_line(
        "".join(f"<U+{ord(char):04X}>" if category(char) == _UNSEEN else char for char in line)
    )


def _paint(line: str, shown: str) -> str:
    if line.startswith(("+++ ", "--- ")):
        return click.style(shown, bold=True)
    color = _COLORS_BY_SIGN.get(line[:1])
    return click.style(shown, fg=color) if color else shown
