"""What an archive's own pictures are named in addresses."""

from hashlib import sha256

from showcase.core.branding.brand import NEUTRAL_LOGO, Brand
from showcase.core.branding.site_pictures import SitePicture
from showcase.core.catalog.recordings import extension
from showcase.core.catalog.site_catalog import Site
from showcase.resources import program_version
from showcase.store.branding.token_sheet import palette_of, sun_place_of

_KEY_HEX_DIGITS = 12


def build_brand(site: Site) -> Brand:
    """The names of a site's pictures in addresses."""
    pictures = site.pictures
    logo, poster, ornament = pictures.logo, pictures.poster, pictures.ornament
    look = palette_of(site.tokens), sun_place_of(site.tokens)
    made_from = repr((program_version(), look, logo, poster, ornament))
    return Brand(
        key=sha256(made_from.encode()).hexdigest()[:_KEY_HEX_DIGITS],
        logo=_address_name("logo", logo) if logo else NEUTRAL_LOGO,
        logo_type=logo.type if logo else Brand().logo_type,
        has_logo=logo is not None,
        logo_width=logo.width if logo else 0,
        logo_height=logo.height if logo else 0,
        poster=_address_name("poster", poster) if poster else "",
        ornament=_address_name("ornament", ornament) if ornament else "",
        ornament_width=ornament.width if ornament else 0,
        ornament_height=ornament.height if ornament else 0,
    )


def find_brand_picture(site: Site, name: str) -> SitePicture | None:
    """The owner's picture with a name in addresses; None where the owner has put none."""
    pictures = site.pictures
    roles = {"logo": pictures.logo, "poster": pictures.poster, "ornament": pictures.ornament}
    return next(
        (each for role, each in roles.items() if each and _address_name(role, each) == name), None
    )


def _address_name(role: str, picture: SitePicture) -> str:
    return f"{role}{extension(picture.name)}"
