"""What is added to a folder of transcripts: it is planned, checked and written."""

import tempfile
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from showcase.errors import Fault, ShowcaseError
from showcase.store.intake.change_history import named_write_errors
from showcase.store.intake.dry_run import check_plan
from showcase.store.intake.gathering import gather
from showcase.store.intake.journal import ChangeJournal
from showcase.store.intake.player_page import PageFetcher
from showcase.store.intake.podcast_feed import FeedChoice
from showcase.store.intake.video_plan import IntakeOptions, IntakePlan, plan_intake

# Is asked whether to go on, with what would be done and what check would note.
Confirm = Callable[[IntakePlan, Sequence[Fault]], bool]


class IntakeProgress(NamedTuple):
    """Is told of what takes long.

    Attributes:
        asked: which address is asked, before it is.
        copied: how many bytes were copied since, and how many are copied in all.
    """

    asked: Callable[[str], None]
    copied: Callable[[int, int], None]


SILENCE = IntakeProgress(lambda _address: None, lambda _count, _total: None)


def add_sources(
    root: Path,
    sources: Sequence[str],
    options: IntakeOptions,
    confirm: Confirm,
    progress: IntakeProgress = SILENCE,
) -> IntakePlan:
    """Add what is given to a video.

    Args:
        root: the folder of transcripts.
        sources: addresses, files and folders.
        options: what the owner says.
        confirm: is asked before anything is written.
        progress: is told of what takes long.

    Returns:
        The plan; where it changes nothing, nobody was asked.

    Raises:
        ShowcaseError: something cannot be read, is in doubt, or check would refuse it. Nothing is written.
    """
    journal = ChangeJournal(root)
    with tempfile.TemporaryDirectory(prefix="showcase-") as folder, journal.lock():
        journal.finish()
        choice = FeedChoice(options.title, options.slug)
        material = gather(sources, _told_fetcher(Path(folder), progress), choice)
        try:
            plan = plan_intake(root, material, options)
        except ShowcaseError as error:
            lines = (*material.remarks, str(error))
            raise ShowcaseError("\n".join(lines)) from error
        checked = check_plan(plan.target, plan.contents)
        if checked.faults:
            raise ShowcaseError("\n".join(map(str, checked.faults)))
        if plan.change.changes_something and confirm(plan, checked.notes):
            title = f"added to {plan.change.slug}"
            title = f"made {plan.change.slug}" if plan.change.is_new else title
            with named_write_errors(root):
                total = _copied_bytes(plan)
                journal.apply(title, plan.contents, lambda count: progress.copied(count, total))
            return plan
    return replace(plan, contents=())


def _copied_bytes(plan: IntakePlan) -> int:
    sources = (content.data for content in plan.contents)
    return sum(source.stat().st_size for source in sources if isinstance(source, Path))


def _told_fetcher(folder: Path, progress: IntakeProgress) -> Callable[[str], Path]:
    fetcher = PageFetcher(folder)

    def fetch(address: str) -> Path:
        progress.asked(address)
        return fetcher.fetch(address)

    return fetch
