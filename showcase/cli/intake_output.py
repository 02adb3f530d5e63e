"""What `showcase add` prints: each file and key, what is in doubt, and what to do next."""

from collections.abc import Iterator, Sequence

from showcase.core.intake.change_plan import Action, ChangePlan, PlannedKey
from showcase.errors import Fault
from showcase.store.intake.video_plan import IntakePlan

HOW_TO_CAPTION = (
    "There are no captions. To make them on your own machine, use whisper.cpp: "
    "whisper-cli --model ggml-medium.bin --language auto --output-vtt --file talk.wav; read them, then "
    "showcase add talk.wav.vtt --video {slug} --language TAG"
)
_MAX_NOTES = 5
_MAX_VALUE_CHARS = 70
_ACTION_CHARS = max(len(action) for action in Action)


def plan_lines(plan: ChangePlan, notes: Sequence[Fault]) -> Iterator[str]:
    """What is going to be done, before it is done."""
    yield f"/videos/{plan.slug}" + (", a new video:" if plan.is_new else ":")
    for file in plan.files:
        yield _line(file.action, file.path, file.reason)
    if plan.keys:
        yield "In video.toml:"
    for key in plan.keys:
        yield _line(key.action, _key_text(key), key.reason)
    yield from plan.remarks
    for doubt in plan.doubts:
        yield f"Look at this: {doubt}"
    yield from (f"note: {note}" for note in notes[:_MAX_NOTES])
    if len(notes) > _MAX_NOTES:
        yield f"note: and {len(notes) - _MAX_NOTES} more; showcase check --notes tells all."


def next_lines(plan: IntakePlan) -> Iterator[str]:
    """What to do when it is done."""
    if not plan.has_speech and plan.has_recording:
        yield HOW_TO_CAPTION.format(slug=plan.change.slug)
    if plan.contents:
        yield f"showcase serve shows it at /videos/{plan.change.slug}; showcase undo takes it back."


def _line(action: Action, text: str, reason: str) -> str:
    line = f"  {action:{_ACTION_CHARS}}  {text}"
    return f"{line}  ({reason})" if reason else line


def _key_text(key: PlannedKey) -> str:
    if key.action is Action.REMOVED:
        return key.key
    values = key.value if isinstance(key.value, list) else [key.value]
    shown = ", ".join(
        f'"{each}"' if isinstance(each, str) else str(each).lower() for each in values
    )
    if len(shown) > _MAX_VALUE_CHARS:
        shown = f"{shown[:_MAX_VALUE_CHARS]}…"
    return f"{key.key} = {shown}"
