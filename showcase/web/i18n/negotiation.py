"""The language of transcripts that a visitor reads."""

from collections.abc import Sequence

from werkzeug.datastructures import LanguageAccept

from showcase.core.catalog.site_catalog import Catalog

# A header may have thousands of languages; the first ones are enough.
_MAX_TAG_COUNT = 20


def negotiate_language(
    wanted: Sequence[str], accepted: LanguageAccept, catalog: Catalog
) -> str | None:
    """The language that a visitor reads, of those that have transcripts; None where there is none.

    Args:
        wanted: BCP 47 tags from the address, or "", in order of preference.
        accepted: the Accept-Language header (RFC 9110, section 12.5.4), used after them.
        catalog: all videos.
    """
    known = list(dict.fromkeys(t.language for video in catalog.videos for t in video.speech_tracks))
    tags = [*wanted, *(tag for tag, quality in accepted if quality)][:_MAX_TAG_COUNT]
    # They are matched one at a time: all together, "en" in "es-MX, en" would be preferred to "es". "*" would
    # match any language.
    found = (LanguageAccept([(tag, 1)]).best_match(known) for tag in tags if tag not in ("", "*"))
    return next(filter(None, found), None)
