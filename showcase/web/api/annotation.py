"""A moment as a Web Annotation, for programs that keep or show what somebody marked in a video.

W3C Web Annotation Data Model, 2017: https://www.w3.org/TR/annotation-model/
"""

from showcase.core.timing.moments import Moment
from showcase.core.transcript.excerpts import Excerpt
from showcase.core.transcript.transcript import Transcript
from showcase.web.api.json_schema import Schema
from showcase.web.context.video_view import Shown

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
# Media Fragments URI 1.0; this is how section 4.2.1 of the model names it.
MEDIA_FRAGMENTS = "http://www.w3.org/TR/media-frags/"
# So many characters before and after tell a quote from the same words elsewhere.
AROUND = 40


def build_annotation(shown: Shown, moment: Moment) -> Schema:
    """A moment of a video; where words are spoken then, with them."""
    to, slug, language = shown.to, shown.video.slug, shown.link_language
    words, excerpt = shown.words, shown.excerpt
    found: Schema = {
        "@context": CONTEXT,
        "id": to.absolute(to.annotation(slug, moment, language)),
        "type": "Annotation",
        "motivation": "highlighting",
        "target": {
            "type": "SpecificResource",
            "source": {
                "id": to.absolute(to.page(slug, lang=language)),
                "type": "Video",
                "language": shown.video.language,
            },
            "selector": _selector(moment, words.transcript if words else None, excerpt),
        },
    }
    if excerpt:
        found["body"] = {
            "type": "TextualBody",
            "value": excerpt.text,
            "format": "text/plain",
            "language": shown.language,
            "purpose": "describing",
        }
    return found


def _selector(moment: Moment, transcript: Transcript | None, excerpt: Excerpt | None) -> Schema:
    """The time (4.2.1), and within it the words with those around them (4.2.4, 4.2.9)."""
    time: Schema = {
        "type": "FragmentSelector",
        "conformsTo": MEDIA_FRAGMENTS,
        "value": f"t={moment}",
    }
    if transcript is None or excerpt is None:
        return time
    text, (start, end) = transcript.text, excerpt.span
    quote = {
        "type": "TextQuoteSelector",
        "exact": text[start:end],
        "prefix": text[max(start - AROUND, 0) : start],
        "suffix": text[end : end + AROUND],
    }
    return {**time, "refinedBy": quote}
