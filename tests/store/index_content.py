"""All that the files of an index hold, also of tracks that are only marked as removed."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from whoosh import index


def everything_stored(folder: Path) -> Iterator[bytes]:
    """The stored fields of each document: the words of passages, the terms of tracks and chunks."""
    opened: Any = index.open_dir(str(folder))
    with opened.reader() as reader:
        for leaf, _ in reader.leaf_readers():
            for number in range(leaf.doc_count_all()):
                yield repr(leaf.stored_fields(number)).encode()
    opened.close()
