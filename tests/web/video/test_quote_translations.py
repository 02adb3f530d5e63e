"""A featured quote has a translation beside it only where that is beyond doubt."""

from dataclasses import replace

import pytest

from showcase.core.captions.cues import Cue
from showcase.core.catalog.models import Track
from showcase.errors import Fault
from showcase.store.ingest.track_pairs import mark_misaligned
from showcase.store.records import TrackCues
from tests.web.answers import read
from tests.web.small_showcase import HAND, ORCHARD, WORDS, Build

SPANISH = ORCHARD.tracks[1]
TRANSLATION = "Luego escribimos las reglas."


def quotes_in_spanish(build: Build, track: Track = SPANISH, voice: str | None = HAND) -> str:
    video = replace(ORCHARD, tracks=(ORCHARD.tracks[0], track, ORCHARD.tracks[2]))
    cues = (Cue(0, 8_000, "Recogemos las manzanas."), Cue(8_000, 24_000, TRANSLATION, voice))
    showcase = build(video, words={**WORDS, ("orchard", "es"): cues})
    return " ".join(map(read, showcase.page("/videos/orchard?lang=es").select("figure")))


@pytest.mark.parametrize("voice", [HAND, None])
def test_words_of_the_same_moment_are_the_translation(build: Build, voice: str | None) -> None:
    assert TRANSLATION in quotes_in_spanish(build, voice=voice)


def test_words_of_somebody_else_are_not(build: Build) -> None:
    assert TRANSLATION not in quotes_in_spanish(build, voice="Narrator")


def test_words_of_a_track_that_does_not_fit_are_not(build: Build) -> None:
    assert TRANSLATION not in quotes_in_spanish(build, replace(SPANISH, is_aligned=False))


@pytest.mark.parametrize(
    ("code", "aligned"),
    [
        ("track-offset", False),
        ("track-drift", False),
        ("unrelated-track", False),
        ("ends-differ", True),
    ],
)
def test_a_note_says_which_track_does_not_fit(code: str, *, aligned: bool) -> None:
    tracks = [
        TrackCues(Track("captions", tag, tag, file=f"captions.{tag}.vtt"), ())
        for tag in ("en", "es")
    ]
    first, second = mark_misaligned(tracks, [Fault("talk/captions.es.vtt", "", "", code)])
    assert first.track.is_aligned
    assert second.track.is_aligned is aligned


def test_such_a_track_cannot_be_read_beside_others(build: Build) -> None:
    odd = replace(ORCHARD, tracks=(ORCHARD.tracks[0], replace(SPANISH, is_aligned=False)))
    address = "/videos/orchard?beside=es"
    assert build(ORCHARD).page(address).select('#transcript [lang="es"]')
    assert not build(odd).page(address).select('#transcript [lang="es"]')
