"""Corrections, the origin of tracks and the contact: what video.toml and site.toml say about mistakes."""

from pathlib import Path

import pytest

from showcase.core.catalog.models import Video
from showcase.core.catalog.published_corrections import PublishedCorrection
from showcase.core.timing.moments import Moment
from showcase.store.ingest.folder_scan import scan_folders
from showcase.store.ingest.loaded_video import LoadedVideo
from showcase.store.ingest.site_toml import read_site_toml
from showcase.store.ingest.video_loader import load_video
from tests.store.made_transcripts import LINES, make_video, vtt

TITLE = 'title = "Farm"\n'


def load(root: Path, toml: str, **tracks: str) -> LoadedVideo:
    files = {f"captions.{language}.vtt": text for language, text in tracks.items()}
    make_video(root, "farm", TITLE + toml, files or {"captions.en.vtt": vtt(LINES)})
    (folder,) = scan_folders(root).folders
    return load_video(root, folder)


def video(loaded: LoadedVideo) -> Video:
    assert loaded.record, loaded.faults
    return loaded.record.video


def test_the_words_of_a_correction_are_found_where_they_are_said_now(tmp_path: Path) -> None:
    toml = '[[corrections]]\ndate = 2026-11-27\nwas = "the farm sighed"\nnow = "The farm signed"\n'
    (correction,) = video(load(tmp_path, toml)).corrections
    assert (correction.date, correction.was, correction.now) == (
        "2026-11-27", "the farm sighed", "The farm signed",
    )  # fmt: skip
    assert correction.moment
    assert 10_000 <= correction.moment.start_ms < 12_900
    assert correction.language == "en"


@pytest.mark.parametrize("now", ["the", "and"])
def test_words_that_are_said_more_than_once_lead_nowhere(tmp_path: Path, now: str) -> None:
    toml = f'[[corrections]]\ndate = "2026-11-27"\nnow = "{now}"\n'
    loaded = load(tmp_path, toml)
    assert video(loaded).corrections == (PublishedCorrection("2026-11-27", now=now),)
    assert loaded.notes == ()


def test_a_time_says_where_the_words_are(tmp_path: Path) -> None:
    toml = '[[corrections]]\ndate = "2026-11-27"\ntime = "0:10"\nnow = "the"\n'
    assert video(load(tmp_path, toml)).corrections[0].moment == Moment(10_000)


def test_the_words_may_be_those_of_a_translation(tmp_path: Path) -> None:
    toml = 'language = "en"\n[[corrections]]\ndate = "2026-11-27"\nnow = "el reloj"\n'
    loaded = load(
        tmp_path,
        toml,
        en=vtt(LINES),
        es=vtt(["Ahora hay sombra y agua,", "y el reloj es nuestro."]),
    )
    assert video(loaded).corrections[0].language == "es"


def test_words_that_are_nowhere_are_noted_and_the_correction_is_shown(tmp_path: Path) -> None:
    toml = '[[corrections]]\ndate = "2026-11-27"\nnow = "the barn signed"\n'
    loaded = load(tmp_path, toml)
    assert [(note.place, note.code) for note in loaded.notes] == [
        ("farm/video.toml:4", "correction-not-found")
    ]
    assert video(loaded).corrections[0].moment is None


def test_the_newest_day_comes_first_and_within_a_day_the_order_stays(tmp_path: Path) -> None:
    days = [("2026-11-27", "b"), ("2026-12-01", "a"), ("2026-11-27", "c")]
    toml = "".join(f'[[corrections]]\ndate = "{day}"\nwhat = "{what}"\n' for day, what in days)
    assert [each.what for each in video(load(tmp_path, toml)).corrections] == ["a", "b", "c"]


@pytest.mark.parametrize(
    ("lines", "code"),
    [
        ('now = "the farm"\n', "missing-key"),
        ('date = "2026-11-27"\n', "missing-key"),
        ('date = "2026-11-27"\nwas = "the barn"\n', "missing-key"),
        ('date = "2026-11"\nwhat = "x"\n', "not-a-date"),
        ('date = "Friday"\nwhat = "x"\n', "not-a-date"),
        ('date = "2026-11-27"\nwhat = "x"\ntime = "noon"\n', "not-a-time"),
        ('date = "2026-11-27"\nwhat = "x"\ntime = 12\n', "not-a-time"),
        ('date = "2026-11-27"\nwaht = "x"\n', "unknown-key"),
    ],
)
def test_a_correction_that_says_too_little_is_an_error(
    tmp_path: Path, lines: str, code: str
) -> None:
    loaded = load(tmp_path, f"[[corrections]]\n{lines}")
    assert code in [fault.code for fault in loaded.faults]
    assert all(fault.line for fault in loaded.faults)


@pytest.mark.parametrize(
    ("lines", "origin", "corrected"),
    [
        ("", "", ""),
        ('origin = "automatic"\n', "automatic", ""),
        ('origin = "person"\ncorrected = "2026-11-27"\n', "person", "2026-11-27"),
        ('origin = "automatic"\ncorrected = 2026-11-27\n', "automatic", "2026-11-27"),
    ],
)
def test_a_track_says_who_wrote_it(tmp_path: Path, lines: str, origin: str, corrected: str) -> None:
    (track,) = video(load(tmp_path, f'[tracks."captions.en.vtt"]\n{lines}')).tracks
    assert (track.origin, track.corrected) == (origin, corrected)


@pytest.mark.parametrize(
    ("lines", "code"),
    [
        ('origin = "machine"\n', "unknown-origin"),
        ('origin = ""\n', "empty-text"),
        ('corrected = "2026-11-27"\n', "missing-key"),
        ('origin = "person"\ncorrected = "2026"\n', "not-a-date"),
    ],
)
def test_an_origin_that_is_none_is_an_error(tmp_path: Path, lines: str, code: str) -> None:
    assert [
        fault.code for fault in load(tmp_path, f'[tracks."captions.en.vtt"]\n{lines}').faults
    ] == [code]


@pytest.mark.parametrize(
    ("written", "contact"),
    [
        ("words@example.org", "words@example.org"),
        ("mailto:words@example.org", "words@example.org"),
        ("peña+words@correo.example.org", "peña+words@correo.example.org"),
        ("https://example.org/report", "https://example.org/report"),
        (
            "https://example.org/f?entry.1={words}&entry.2={url}",
            "https://example.org/f?entry.1={words}&entry.2={url}",
        ),
    ],
)
def test_a_contact_is_an_e_mail_address_or_that_of_a_form(written: str, contact: str) -> None:
    site, faults, _ = read_site_toml(f'contact = "{written}"\n', "site.toml")
    assert (site.contact, faults) == (contact, ())


@pytest.mark.parametrize(
    "written",
    [
        "Ana", "words@", "@example.org", "words@localhost", "words @example.org", "ftp://example.org/f",
        "javascript:alert(1)", "words@example.org?bcc=other@example.org", "mailto:a@b.org?body=x",
        "words@example.org, other@example.org", "example.org/report",
    ],
)  # fmt: skip
def test_any_other_contact_is_an_error(written: str) -> None:
    _, faults, _ = read_site_toml(f'contact = "{written}"\n', "site.toml")
    assert [(fault.code, fault.line) for fault in faults] == [("not-a-contact", 1)]


WITHDRAWN = '[[withdrawn]]\nfrom = "0:09"\nto = "0:13"\n'


@pytest.mark.parametrize(
    ("correction", "stays"),
    [
        ('now = "The farm signed"', False),
        ('was = "The barn signed"\nnow = "The barn sighed"', False),
        ('time = "0:10"\nwhat = "Who speaks."', False),
        ('now = "and water"', True),
        ('what = "The title."', True),
    ],
)
def test_a_correction_of_words_that_were_withdrawn_is_forgotten_with_them(
    tmp_path: Path, correction: str, *, stays: bool
) -> None:
    """Words that are nowhere may be those that were withdrawn."""
    toml = f'[[corrections]]\ndate = "2026-11-27"\n{correction}\n{WITHDRAWN}'
    assert bool(video(load(tmp_path, toml)).corrections) is stays


def test_a_correction_with_a_name_that_was_withdrawn_is_forgotten(tmp_path: Path) -> None:
    toml = (
        '[[corrections]]\ndate = "2026-11-27"\nwhat = "Ana Reyes says this."\n'
        '[[people]]\nname = "Ana Reyes"\nwithdrawn = true\n'
    )
    loaded = load(
        tmp_path,
        toml,
        en=vtt(LINES, "Ana Reyes") + vtt(["We stay."], "Rosa", 60_000).removeprefix("WEBVTT"),
    )
    assert video(loaded).corrections == ()
