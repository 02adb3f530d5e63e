import pytest
from hypothesis import given
from hypothesis import strategies as st

from showcase.core.intake.track_labels import TrackLabel, read_track_label, track_name

LABELS = [
    ("talk", TrackLabel()),
    ("en", TrackLabel()),
    ("talk.en", TrackLabel("en")),
    ("Harvest talk [dQw4w9WgXcQ].en-orig", TrackLabel("en", is_automatic=True, is_original=True)),
    ("talk.pt-br", TrackLabel("pt-BR")),
    ("talk.es.sdh", TrackLabel("es", marks=("sdh",))),
    ("talk.es.auto", TrackLabel("es", is_automatic=True)),
    ("captions.iw", TrackLabel("he")),
    ("talk.final", TrackLabel()),
    ("talk.en-eEY6OEpapPo", TrackLabel()),
    ("sdh", TrackLabel()),
    ("v1.0", TrackLabel()),
]


@pytest.mark.parametrize(("stem", "label"), LABELS)
def test_the_name_of_a_caption_file_says_its_language(stem: str, label: TrackLabel) -> None:
    assert read_track_label(stem) == label


@given(
    st.sampled_from(["en", "es", "pt-BR", "ht"]),
    st.booleans(),
    st.booleans(),
    st.sampled_from([(), ("sdh",), ("forced", "cc")]),
)
def test_the_name_that_is_written_says_the_same(
    tag: str,
    is_automatic: bool,  # noqa: FBT001 - hypothesis gives them by place
    is_original: bool,  # noqa: FBT001
    marks: tuple[str, ...],
) -> None:
    label = TrackLabel(tag, is_automatic or is_original, is_original, marks)
    name = track_name("captions", tag, label, ".vtt")
    assert read_track_label(name.removesuffix(".vtt")) == label
