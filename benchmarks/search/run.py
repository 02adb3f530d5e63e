"""The search benchmark: how well and how quickly quotes and words are found.

    make bench-search
    make bench-search ARGS="--cues 10000 100000 --folder PATH --json figures.json"

A generated archive of each size (corpus.py) is written as caption files, built into a snapshot, and searched
as the site does: for quotes taken from it and changed in a known way (mangle.py), for words, pairs and
phrases (queries.py), and with queries that have broken other searches. The same is done with each folder of
caption files below PATH. SQLite FTS5 and tantivy answer the same queries (peers.py). Which answers are right
is in judge.py. Times are CPU time of this process, in milliseconds. 10,000 cues take about four minutes.
"""

import argparse
import dataclasses
import json
import shutil
import sys
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack, closing
from datetime import UTC, datetime
from itertools import chain
from pathlib import Path

from benchmarks.search import documents
from benchmarks.search.archive import Archive
from benchmarks.search.building import build_index_apart, build_snapshot_apart, change_apart
from benchmarks.search.chart import draw
from benchmarks.search.corpus import short_talk, talks
from benchmarks.search.figures import (
    MAX_WORST_QUERIES,
    ArchiveFigures,
    Figures,
    kind_figures,
    mangled,
    spreads,
    together,
)
from benchmarks.search.folders import Gathered, Track, caption_folders, gather, write_talks
from benchmarks.search.machine import machine
from benchmarks.search.measure import NOT_THERE, Measure, Miss
from benchmarks.search.peers import Peers
from benchmarks.search.table import render

SEED = 1
# The archive whose quotes must not be found.
FOREIGN_SEED, FOREIGN_CUES = 99, 3_000


class Run:
    """One run: archives in a temporary folder, measured one after the other."""

    def __init__(self, options: argparse.Namespace, root: Path) -> None:
        self._options = options
        self._root = root
        self.misses: dict[str, dict[str, list[Miss]]] = {}

    def figures(self) -> Figures:
        """Measure all archives that the options name."""
        today = datetime.now(UTC).date().isoformat()
        with closing(self._foreign()) as foreign:
            archives = [self._made(cues, foreign) for cues in self._options.cues]
            archives += self._real(foreign)
        return Figures(date=today, machine=machine(), archives=archives)

    def _foreign(self) -> Archive:
        """An archive of other talks, whose quotes must not be found."""
        return self._archive(
            "foreign", write_talks(talks(FOREIGN_CUES, FOREIGN_SEED), self._at("foreign"))
        )

    def _at(self, name: str) -> Path:
        """The folder for the transcripts of an archive."""
        folder = self._root / name.replace("/", "-") / "transcripts"
        folder.mkdir(parents=True, exist_ok=True)
        return folder

    def _archive(self, name: str, written: Iterable[Track]) -> Archive:
        """Build and open an archive after all its tracks were written."""
        tracks, transcripts = tuple(written), self._at(name)
        state = transcripts.with_name("state")
        built = build_snapshot_apart(transcripts, state)
        return Archive(name, tracks, transcripts, state, built)

    def _made(self, cues: int, foreign: Archive) -> ArchiveFigures:
        name = f"made-{cues}"
        index = build_index_apart(self._root / name / "index", cues, SEED)
        short = short_talk(SEED)
        all_talks = chain(talks(cues - len(short.cues), SEED), [short])
        with closing(self._archive(name, write_talks(all_talks, self._at(name)))) as archive:
            figures = self._measure(archive, [foreign], made=True)
        figures["index"] = index
        figures["change"] = change_apart(self._at(name), self._at(name).with_name("state"))
        shutil.rmtree(self._root / name)
        return figures

    def _real(self, foreign: Archive) -> Iterator[ArchiveFigures]:
        """Measure each folder of captions; quotes of the others must not be found."""
        with ExitStack() as stack:
            archives: list[tuple[Archive, Gathered]] = []
            for name, files in self._folders():
                gathered = gather(name, files, self._at(name))
                if gathered.tracks:
                    archive = stack.enter_context(closing(self._archive(name, gathered.tracks)))
                    archives.append((archive, gathered))
            spoken = [pair for pair in archives if pair[0].is_spoken()]
            for archive, gathered in spoken:
                others = [other for other, _ in spoken if other is not archive]
                yield self._measure(archive, [foreign, *others], made=False, gathered=gathered)

    def _folders(self) -> Iterator[tuple[str, list[Path]]]:
        for path in self._options.folder:
            yield from caption_folders(path).items()

    def _measure(
        self,
        archive: Archive,
        foreign: list[Archive],
        *,
        made: bool,
        gathered: Gathered | None = None,
    ) -> ArchiveFigures:
        with tempfile.TemporaryDirectory(dir=self._root) as folder, ExitStack() as stack:
            peers = Peers(archive, Path(folder)) if made and self._options.peers else None
            if peers is not None:
                stack.callback(peers.close)
            measure = Measure(archive, peers, SEED, print_progress)
            found = measure.quotes(self._options.quotes)
            found[NOT_THERE] = measure.refused(foreign, self._options.quotes)
            words = measure.words()
            hostile = measure.hostile()
        self.misses[archive.name] = {kind: kind_found.misses for kind, kind_found in found.items()}
        return ArchiveFigures(
            name=archive.name,
            made=made,
            cues=archive.cues,
            tracks=len(archive.tracks),
            quotes={kind: kind_figures(kind_found) for kind, kind_found in found.items()},
            words={sort: spreads(times) for sort, times in words.items()},
            mix=together(words),
            mangled=mangled(found),
            hostile=[*hostile.items()][:MAX_WORST_QUERIES],
            index=None,
            snapshot=archive.built if made else None,
            change=None,
            unreadable=list(gathered.unreadable) if gathered else [],
        )

    def print_misses(self, count: int) -> None:
        """Print some wrong answers of each kind."""
        for name, kinds in self.misses.items():
            for kind, misses in kinds.items():
                for miss in misses[:count]:
                    print(f"{name}, {kind}", *dataclasses.astuple(miss), "", sep="\n    ")


def print_progress(line: str) -> None:
    """Print a line of progress, apart from the tables."""
    print(line, file=sys.stderr)


def options_of(arguments: Sequence[str]) -> argparse.Namespace:
    """The options of the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    add = parser.add_argument
    add("--cues", type=int, nargs="*", default=[10_000], help="sizes of made archives")
    add("--quotes", type=int, default=500, help="so many of each kind")
    add("--folder", type=Path, nargs="*", default=[], help="folders of caption files")
    add("--json", type=Path, help="write all figures here")
    add("--svg", type=Path, help="draw the costs here")
    add("--docs", action="store_true", help="write figures, table and chart into docs/")
    add("--from-json", type=Path, help="measure nothing; show the figures of this file")
    add("--misses", type=int, default=0, help="show so many wrong answers of each kind")
    add("--peers", action=argparse.BooleanOptionalAction, default=True)
    return parser.parse_args(arguments)


def main(arguments: Sequence[str]) -> None:
    """Measure, print the tables, and write the files that the options name."""
    options = options_of(arguments)
    if options.from_json:
        figures: Figures = json.loads(options.from_json.read_text("utf-8"))
    else:
        with tempfile.TemporaryDirectory() as root:
            run = Run(options, Path(root))
            figures = run.figures()
            run.print_misses(options.misses)
    print(render(figures))
    if options.json:
        documents.write_json(figures, options.json)
    if options.svg:
        options.svg.write_text(draw(figures), "utf-8")
    if options.docs:
        documents.write(figures)


if __name__ == "__main__":
    main(sys.argv[1:])
