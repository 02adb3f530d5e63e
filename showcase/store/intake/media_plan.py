"""Which recording and which poster a video gets, and under which names."""

from collections.abc import Sequence
from pathlib import Path

from showcase.core.catalog.recordings import extension
from showcase.core.intake.file_names import is_plain_name
from showcase.store.intake.journal import content_hash
from showcase.store.intake.plan_draft import PlanDraft

_MAX_NAMES = 100


def plan_media(media: Sequence[Path], draft: PlanDraft, present: object) -> list[str]:
    """Plan the files of a recording.

    Args:
        media: the files, the preferred one first.
        draft: the plan.
        present: what `source` says already and keeps; None where it is free.

    Returns:
        Their names in the folder of the video; none where what is there stays.
    """
    names = [_plan_medium(path, draft, present) for path in media]
    return [name for name in names if name]


def _plan_medium(path: Path, draft: PlanDraft, present: object) -> str:
    if there := draft.target.same_file(content_hash(path)):
        draft.keep(there, "the same is there")
        return there
    if present is not None:
        reason = f"{path.name} is not put in its place: --replace does that"
        draft.keep_key("source", present, reason)
        return ""
    name = _free_name(path, draft)
    draft.write(name, path, f"from {path.name}")
    return name


def _free_name(path: Path, draft: PlanDraft) -> str:
    """The file's own name if an address can have it and it is free, else one with the video's."""
    slug, ending = draft.target.slug, extension(path.name)
    names = [path.name] if is_plain_name(path.name) else []
    names += [f"{slug}{ending}", *(f"{slug}-{n}{ending}" for n in range(2, _MAX_NAMES))]
    taken = draft.taken_names()
    return next(name for name in names if name not in taken)


def plan_poster(
    pictures: Sequence[Path], draft: PlanDraft, present: object, *, replace: bool
) -> str:
    """Plan the picture that stands for the video.

    Args:
        pictures: that were given; the first one counts.
        draft: the plan.
        present: what `poster` says already; None for nothing.
        replace: put it in the place of the one that is there.

    Returns:
        Its name; "" where there is none, or what is there stays.
    """
    if len(pictures) > 1:
        others = ", ".join(path.name for path in pictures[1:])
        draft.remarks.append(f"A video has one poster: {others} is left out.")
    if not pictures:
        return ""
    path = pictures[0]
    if there := draft.target.same_file(content_hash(path)):
        draft.keep(there, "the same is there")
        return there
    if present is not None and not replace:
        draft.keep_key(
            "poster", present, f"{path.name} is not put in its place: --replace does that"
        )
        return ""
    if present is not None and str(present) in draft.target.files:
        draft.gone.append(str(present))
    name = f"poster{extension(path.name)}"
    draft.write(name, path, f"from {path.name}")
    return name
