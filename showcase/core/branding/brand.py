"""The names of an archive's own pictures in addresses."""

from dataclasses import dataclass

# Made from the logo, or from the neutral mark: iOS accepts no SVG and wants 180 pixels, Android wants 512 and
# crops the icon that is "maskable" (W3C Web Application Manifest). Each with its width in pixels.
ICON_WIDTHS = {"icon-180.png": 180, "icon-512.png": 512, "icon-maskable-512.png": 512}
MASKABLE_ICON = "icon-maskable-512.png"
NEUTRAL_LOGO = "logo.svg"


@dataclass(frozen=True, slots=True)
class Brand:
    """The names of an archive's own pictures in addresses; a neutral one is drawn where the owner has none.

    Attributes:
        key: a hash of all that the pictures are made from, a part of their addresses.
        logo: the name of the mark; `logo_type` is its media type.
        has_logo: False where the mark is the neutral one, which pages draw in their own colors.
        logo_width: in pixels, as all sizes are; 0 where unknown.
        poster: the name of the poster of videos without one; "" where it is drawn from the name of each.
        ornament: the name of the drawing on pages without a player; "" for the neutral one.
    """

    key: str = "0"
    logo: str = NEUTRAL_LOGO
    logo_type: str = "image/svg+xml"
    has_logo: bool = False
    logo_width: int = 0
    logo_height: int = 0
    poster: str = ""
    ornament: str = ""
    ornament_width: int = 0
    ornament_height: int = 0
