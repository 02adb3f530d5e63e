"""What `showcase check --fix` prints: the difference of each file, and what is left as it is and why."""

from collections import Counter
from collections.abc import Iterator
from difflib import unified_diff

import click

from showcase.cli.questions import printable_line
from showcase.store.intake.track_mends import MendedText, MendPlan

# What is mended without a finding of that name.
_WORDS_BY_MEND = {
    "encoding": "the encoding, which is UTF-8 now",
    "layout": "blank lines and the writing of times",
    "line-ends": "line ends",
    "offset": "the offset of its clock",
    "roll-up": "words that come again as captions roll up or grow",
    "unseen-characters": "characters that nobody sees",
}
# Longer files are compared by another program, or after `showcase undo`.
MAX_DIFF_LINES = 400


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


def mend_words(mends: tuple[str, ...]) -> str:
    """What is mended, as people read it; finding codes as `check --json` prints them."""
    return ", ".join(_WORDS_BY_MEND.get(mend, mend) for mend in mends)


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
    for line in lines[:MAX_DIFF_LINES]:
        yield _colored(line) if color else printable_line(line)
    if len(lines) > MAX_DIFF_LINES:
        counts = Counter(line[:1] for line in lines[2:])
        yield f"… {len(lines) - MAX_DIFF_LINES} more lines: {counts['+']} new and {counts['-']} old in all"


def _colored(line: str) -> str:
    foreground = {"+": "green", "-": "red", "@": "cyan"}.get(line[:1])
    shown = printable_line(line)
    return (
        click.style(shown, bold=True)
        if line.startswith(("+++", "---"))
        else click.style(shown, fg=foreground)
    )
