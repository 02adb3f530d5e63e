"""The keys in docs/how-to/lists.md are read without a fault."""

import re
from pathlib import Path

from showcase.store.ingest.video_toml import read_video_toml
from tools.imports import ROOT

PAGE = (Path(ROOT) / "docs" / "how-to" / "lists.md").read_text("utf-8")


def test_the_example_is_read() -> None:
    (example,) = re.findall(r"```toml\n(.*?)```", PAGE, re.DOTALL)
    read = read_video_toml(f'title = "Farm"\n{example}', "video.toml")
    assert read.faults == ()
    assert read.values
    assert (read.values.series[0].number, len(read.values.topics)) == (2, 2)
    (person,) = read.values.people
    assert (person.name, len(person.links)) == ("Rosa Field", 1)
