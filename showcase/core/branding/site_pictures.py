"""The pictures that an owner has put beside site.toml."""

from dataclasses import dataclass
from typing import Literal

PictureRole = Literal["logo", "poster", "ornament", "card_art", "card_art_wide"]


@dataclass(frozen=True, slots=True)
class SitePicture:
    """A picture beside site.toml, or in the folder of pages.

    Attributes:
        name: of the file, without a folder.
        type: the media type ("image/svg+xml").
        width: in pixels, as `height` is; of an SVG, its proportions; 0 where unknown.
        digest: a hash of its bytes, so that another picture under its name has another address.
    """

    name: str
    type: str
    width: int
    height: int
    digest: str


@dataclass(frozen=True, slots=True)
class SitePictures:
    """The pictures of the whole site; None where the owner has put none, and a neutral one is drawn.

    Attributes:
        logo: the mark in the header, of which the icons are made.
        poster: of videos without one of their own.
        ornament: beside searches that found nothing, and errors.
        card_art: beside the words of wide cards.
        card_art_wide: above the words of square cards; None for `card_art` there, too.
    """

    logo: SitePicture | None = None
    poster: SitePicture | None = None
    ornament: SitePicture | None = None
    card_art: SitePicture | None = None
    card_art_wide: SitePicture | None = None
