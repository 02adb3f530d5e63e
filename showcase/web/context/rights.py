"""What others may do with a video, in words for files that have no links."""

from showcase.core.catalog.licenses import License
from showcase.core.catalog.models import Video


def license_in_words(found: License) -> str:
    """The name of a license with its address: "CC BY 4.0 (https://…)"."""
    is_named = found.url and found.url != found.text
    return f"{found.text} ({found.url})" if is_named else found.text


def rights_in_words(video: Video, rights: str = "") -> str:
    """The owner's sentence and the license of a video, in one line; "" where nothing is said.

    Args:
        video: the original.
        rights: the sentence in the language of the reader; "" for the original.
    """
    sentence = rights or video.rights
    named = license_in_words(video.license) if video.license else ""
    return " ".join(" ".join(part.split()) for part in (sentence, named) if part)
