"""A new folder of transcripts: a commented site.toml, and a sample of a video's folder to copy."""

from pathlib import Path

from showcase.store.atomic_files import write_file
from showcase.store.ingest.folder_scan import VIDEO_TOML
from showcase.store.ingest.site_files import SITE_TOML
from showcase.store.intake.refusal import IntakeError

SAMPLE_FOLDER = "sample-video"
_SITE_TOML = """\
# What describes the whole site. Remove the "#" before a line to use it; every key may be left out.

# name = "Our archive"
# tagline = "What it is, in a sentence"
# language = "en"                 # of the texts in this file; site.es.toml has them in Spanish
# languages = ["en", "es"]        # of the pages, among en, es, ht and bn; all if this is left out
# default_language = "en"         # of pages for visitors who ask for none of them
# closing = "The last words of every page."
# small_print = "Below the closing words, in small type."
# contact = "words@example.org"   # where visitors report a mistake: e-mail, or the address of a form
# license = "CC-BY-4.0"           # of the texts of this site; each video says its own

# What it looks like: files beside this one; colors and fonts in tokens.css. What you leave out is neutral.
# logo = "logo.svg"               # the mark of every page, icons of browsers and phones; .svg or .png
# poster = "poster.jpg"           # of videos without one of their own
# ornament = "ornament.svg"       # beside errors, and searches that found nothing
# card_art = "card.png"           # beside the words on cards for shared links, 452 by 630 pixels
# card_art_wide = "card-wide.png" # above the words on square cards, 1080 by 400 pixels
# card_art_alt = "What these pictures show"

# Pages of your own, linked from every page: pages/about.md, pages/privacy.md, pages/accessibility.md and
# pages/imprint.md, in Markdown; pages/about.es.md is the same in Spanish.

# [[links]]
# label = "Our own site"
# url = "https://example.org"
"""
_VIDEO_TOML = """\
# A sample of a video's folder, whose name is part of its address: /videos/sample-video. Copy it, or let
# "showcase add" make one for you. Remove it before you publish.

title = "A sample video"
# headline = "A short line in very large type"
# summary = "What it is about, in a sentence or two."
# author = "Who made it"
# language = "en"                 # that is spoken
# date = "2026-11-30"             # or "2026-11", or "2026"
# duration = "0:09"
# poster = "poster.jpg"           # a picture in this folder
# poster_alt = "What it shows, for those who cannot see it"
# without_captions = true         # only while the recording has none
# voice = "synthetic"             # only if a machine reads the words
# license = "CC-BY-4.0"           # what others may do with it: an SPDX identifier, an address, or words
# rights = "© 2026 Who made it"   # who has the rights, in a sentence

# Where the recording is: a file in this folder, or an address.
# source = "talk.mp4"
# source = "https://www.youtube.com/watch?v=VIDEO_ID"

# What visitors must know before they press play.
# [notice]
# title = "Please note."
# text = "People tell of violence."

# [[people]]
# name = "Full Name"
# organization = "Where they belong"

# [[organizations]]
# name = "Its full name"
# url = "https://example.org"

# [[quotes]]
# text = "Words of the transcript, to be shown large"
# speaker = "Full Name"

# [[links]]
# label = "Where to read more"
# url = "https://example.org"
"""
_CAPTIONS = """\
WEBVTT

00:00.000 --> 00:04.000
<v First speaker>These are the captions of a sample.

00:04.000 --> 00:09.000
<v Second speaker>Put your own in their place, and the words here go.
"""


def make_archive(folder: Path) -> None:
    """Make a folder of transcripts.

    Raises:
        ShowcaseError: there is something in it already, or it cannot be made.
    """
    try:
        if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
            fix = "name a folder that is new or empty"
            raise IntakeError(folder, "There is something already", fix)
        sample = folder / SAMPLE_FOLDER
        sample.mkdir(parents=True)
        write_file(sample / "captions.en.vtt", _CAPTIONS.encode())
        write_file(sample / VIDEO_TOML, _VIDEO_TOML.encode())
        write_file(folder / SITE_TOML, _SITE_TOML.encode())
    except OSError as error:
        raise IntakeError(folder, f"It cannot be made ({error.strerror})") from error
