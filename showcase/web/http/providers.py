"""The origins of other sites' players and recordings, as the content security policy allows them."""

from dataclasses import dataclass
from urllib.parse import urlsplit

from showcase.core.catalog.models import Source


@dataclass(frozen=True, slots=True)
class ProviderOrigins:
    """The origins of other sites' players, as in "https://player.example"; tests replace them."""

    youtube: str
    vimeo: str

    def origin(self, kind: str) -> str:
        """The origin of a provider's frame, "" where the kind of source ("file", "hls") has none."""
        return {"youtube": self.youtube, "vimeo": self.vimeo}.get(kind, "")


def source_origin(source: Source) -> str:
    """The origin of a recording on another server ("https://cdn.example"); "" for ours and a provider's."""
    if source.kind not in ("file", "hls") or not source.address:
        return ""
    parts = urlsplit(source.address)
    return f"{parts.scheme}://{parts.netloc}"
