"""The language that a visitor reads."""

from collections.abc import Sequence

from werkzeug.datastructures import LanguageAccept

from showcase.core.catalog.models import Catalog

# Nobody reads more; a header may hold thousands.
_TAGS_MOST = 20


def read_language(wanted: Sequence[str], accepted: LanguageAccept, catalog: Catalog) -> str | None:
    """The language that a visitor reads, of those that the archive has.

    Args:
        wanted: BCP 47 tags that the address names, or "", in order of preference.
        accepted: what the browser says, in order of preference (RFC 9110, section 12.5.4).
        catalog: all videos.
    """
    known = list(dict.fromkeys(t.language for video in catalog.videos for t in video.speech))
    tags = [*wanted, *(tag for tag, quality in accepted if quality)][:_TAGS_MOST]
    # One after the other: all at once, "en" of "es-MX, en" would come before the "es" that we have.
    # "*" would be answered with any language.
    found = (LanguageAccept([(tag, 1)]).best_match(known) for tag in tags if tag not in ("", "*"))
    return next(filter(None, found), None)
