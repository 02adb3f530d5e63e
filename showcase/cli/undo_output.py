"""What `showcase undo` prints: each file that comes back or goes."""

from collections.abc import Iterator

from showcase.store.intake.journal import ChangeRecord


def undo_lines(record: ChangeRecord) -> Iterator[str]:
    """What is going to be taken back."""
    yield f"The last change {record.title}:"
    for file in record.files:
        if file.before == file.after:
            continue
        action = "comes back" if file.before else "goes"
        yield f"  {action:{len('comes back')}}  {file.path}"
