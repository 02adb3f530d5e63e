"""What viewers of a IIIF manifest must be shown: the notice, and the rights that have no URI of their own.

IIIF Presentation API 3.0, section 3.1: `rights` is a URI of Creative Commons or RightsStatements.org; every
other statement belongs to `requiredStatement`.
"""

from showcase.core.catalog.models import Notice, Video
from showcase.web.api.json_schema import Schema


def required_statement(video: Video) -> Schema | None:
    """The statement that must be seen before anything is played; None where nothing must."""
    values = [*_notice_texts(video.notice), *_rights_texts(video)]
    if not values:
        return None
    label = {video.language: [video.notice.title]} if video.notice else {"en": ["Rights"]}
    return {"label": label, "value": {video.language: values}}


def _notice_texts(notice: Notice | None) -> list[str]:
    if notice is None:
        return []
    return [f"{notice.text} {notice.link.url}" if notice.link else notice.text]


def _rights_texts(video: Video) -> list[str]:
    """The owner's sentence, and a license that `rights` may not name."""
    named = video.license and not video.license.iiif_rights
    license_text = video.license.text if video.license and named else ""
    return [text for text in (video.rights, license_text) if text]
