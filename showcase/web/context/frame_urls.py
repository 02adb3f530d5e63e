"""Builds URLs for a page in a frame of another site."""

from dataclasses import dataclass
from typing import ClassVar
from urllib.parse import quote

from showcase.core.timing.moments import Moment, moment_url
from showcase.web.context.urls import UrlBuilder


@dataclass(frozen=True, slots=True)
class FrameUrlBuilder(UrlBuilder):
    """Builds URLs for a page in a frame of another site: links to videos open in the same frame.

    Attributes:
        theme: "light" or "dark", which such links keep; "" for the device's preference.
    """

    framed: ClassVar[bool] = True

    theme: str = ""

    def video(
        self, slug: str, moment: Moment | None = None, *, anchor: str = "", **query: str | None
    ) -> str:
        """A video, or a moment of it, in this frame; the arguments are those of `UrlBuilder.video`."""
        path = f"{self._localized_root}/embed/{quote(slug, safe='')}"
        return self._moment_url(slug, path, moment, anchor=anchor, **query, theme=self.theme)

    def theme_stylesheet(self, key: str) -> str:
        """The design tokens, in the theme of this frame."""
        return moment_url(f"{self.root}/tokens-{key}.css", None, anchor="", theme=self.theme)

    def icons(self) -> str:
        """Nothing: a page in a sandbox has no origin, and may not use a file for its icons."""
        return ""


def frame_url_builder(urls: UrlBuilder, theme: str = "") -> FrameUrlBuilder:
    """The builder for the same page in a frame; `theme` is "light", "dark" or "" for the device's."""
    return FrameUrlBuilder(
        urls.origin,
        urls.root,
        urls.version,
        urls.locale,
        brand=urls.brand,
        edition_of=urls.edition_of,
        theme=theme,
    )
