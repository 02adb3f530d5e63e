"""Builds Web Annotations of moments, for programs that store or show annotations of videos.

W3C Web Annotation Data Model, 2017: https://www.w3.org/TR/annotation-model/
"""

from showcase.core.catalog.recordings import is_sound
from showcase.core.text.truncate import truncate_at_sentence
from showcase.core.timing.moments import Moment
from showcase.core.transcript.excerpts import Excerpt
from showcase.core.transcript.transcript import Transcript
from showcase.web.api.json_schema import Schema
from showcase.web.context.video_view import VideoView
from showcase.web.http.media_types import PLAIN_TEXT_TYPE
from showcase.web.sharing.quotation import MAX_QUOTED_CHARS

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
# Media Fragments URI 1.0, as section 4.2.1 of the model names it.
MEDIA_FRAGMENTS = "http://www.w3.org/TR/media-frags/"
# This many characters before and after a quote tell it from the same words elsewhere (section 4.2.4).
MAX_AFFIX_CHARS = 40


def build_annotation(view: VideoView, moment: Moment) -> Schema:
    """The annotation of a moment of a video, with the words that are spoken in it, if there are any."""
    urls, slug, language = view.urls, view.video.slug, view.link_language
    words, excerpt = view.words, view.excerpt
    found: Schema = {
        "@context": CONTEXT,
        "id": urls.absolute(urls.annotation(slug, moment, language)),
        "type": "Annotation",
        "motivation": "highlighting",
        "target": {
            "type": "SpecificResource",
            "source": {
                "id": urls.absolute(urls.permalink(slug, lang=language)),
                "type": "Sound" if is_sound(view.video.source) else "Video",
                "language": view.video.language,
            },
            "selector": _selector(moment, words.transcript if words else None, excerpt),
        },
    }
    if excerpt:
        found["body"] = {
            "type": "TextualBody",
            "value": truncate_at_sentence(excerpt.text, MAX_QUOTED_CHARS),
            "format": PLAIN_TEXT_TYPE,
            "language": view.language,
            "purpose": "describing",
        }
    return found


def _selector(moment: Moment, transcript: Transcript | None, excerpt: Excerpt | None) -> Schema:
    """The time (4.2.1), and in it the words with the text around them (4.2.4, 4.2.9).

    A quote is exact or none: where there are too many words, the time alone selects them.
    """
    time: Schema = {
        "type": "FragmentSelector",
        "conformsTo": MEDIA_FRAGMENTS,
        "value": f"t={moment}",
    }
    if transcript is None or excerpt is None:
        return time
    text, (start, end) = transcript.text, excerpt.span
    if end - start > MAX_QUOTED_CHARS:
        return time
    quote = {
        "type": "TextQuoteSelector",
        "exact": text[start:end],
        "prefix": text[max(start - MAX_AFFIX_CHARS, 0) : start],
        "suffix": text[end : end + MAX_AFFIX_CHARS],
    }
    return {**time, "refinedBy": quote}
