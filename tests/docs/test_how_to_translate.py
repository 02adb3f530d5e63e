"""The translation in docs/how-to/add-a-translation.md is complete, and every key it names is known."""

import re
from pathlib import Path

from showcase.store.ingest.translation_toml import OriginalVideo, read_video_translation
from showcase.store.ingest.video_toml import read_video_toml

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs" / "how-to" / "add-a-translation.md").read_text("utf-8")
ORIGINAL = """\
title = "The path"
headline = "The path we want"
summary = "How they found a model."
poster_alt = "Three people on a path"
series = { name = "Harvest talks", number = 2 }
topics = ["Land rights"]

[notice]
title = "Preview."
text = "A synthetic voice reads a text."
link = { label = "the announcement", url = "https://example.org/news" }

[[links]]
label = "The announcement"
url = "https://example.org/news"

[[people]]
name = "Narrator"
role = "Voice of this preview"

[[organizations]]
name = "Pickers United"
place = "Vermont"
about = "Wrote the rules."

[tracks."captions.es.vtt"]
note = "A translation; nobody has reviewed it yet."
"""


def test_the_example_translates_everything_there_is() -> None:
    (example,) = re.findall(r"```toml\n(.*?)```", PAGE, re.DOTALL)
    said = read_video_toml(ORIGINAL, "v").values
    assert said
    original = OriginalVideo(said, "en", ["captions.es.vtt"])
    read = read_video_translation(example, "t", "es", original)
    assert (read.faults, read.notes) == ((), ())
    assert read.translation
