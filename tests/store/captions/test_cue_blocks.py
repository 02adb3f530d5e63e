"""Cues that stand in their file as the format asks are read as webvtt-py reads them."""

from hypothesis import given
from hypothesis import strategies as st

from showcase.core.timing.timecodes import format_vtt_timestamp
from showcase.store.captions.cue_blocks import read_blocks
from showcase.store.captions.repaired_captions import CueSource

LINES = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Zl", "Zp", "Cs"]), min_size=1
)
TIMES = st.integers(0, 359_999_999).map(format_vtt_timestamp)
CUES = st.lists(st.tuples(TIMES, TIMES, st.lists(LINES.filter(str.strip), min_size=1, max_size=3)))


@given(CUES)
def test_a_standard_cue_is_read_as_webvtt_py_reads_it(
    cues: list[tuple[str, str, list[str]]],
) -> None:
    standard = [
        CueSource(number, start, end, "\n".join(lines).replace("-->", ""), is_standard=True)
        for number, (start, end, lines) in enumerate(cues, 1)
    ]
    standard = [cue for cue in standard if all(line.strip() for line in cue.text.split("\n"))]
    by_library = [cue._replace(is_standard=False) for cue in standard]
    assert read_blocks(standard) == read_blocks(by_library)
