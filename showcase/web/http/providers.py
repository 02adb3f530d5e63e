"""The origins of other sites' players and recordings, as the content security policy allows them."""

from dataclasses import dataclass
from urllib.parse import urlsplit

from showcase.core.catalog.models import Source


@dataclass(frozen=True, slots=True)
class ProviderOrigins:
    """The origins of other sites' players; tests stand in for them."""

    youtube: str
    vimeo: str

    def origin(self, kind: str) -> str:
        """The origin of a provider's frame, "" when that kind has none."""
        return {"youtube": self.youtube, "vimeo": self.vimeo}.get(kind, "")


def source_origin(source: Source) -> str:
    """Where a recording that lies elsewhere comes from ("https://cdn.example"), "" when it is ours."""
    if source.kind not in ("file", "hls") or not source.address:
        return ""
    parts = urlsplit(source.address)
    return f"{parts.scheme}://{parts.netloc}"
