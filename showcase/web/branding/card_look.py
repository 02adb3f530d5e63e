"""What the cards of an archive look like, by its site.toml and tokens.css."""

from showcase.core.branding.site_pictures import SitePicture
from showcase.store.branding.token_sheet import palette_of
from showcase.store.cards.look import CardArt, CardLook
from showcase.store.snapshots.visible import SnapshotProtocol


def build_card_look(snapshot: SnapshotProtocol) -> CardLook:
    """The look of the cards of a snapshot's site."""
    site = snapshot.catalog.site
    beside = site.pictures.card_art
    above = site.pictures.card_art_wide or beside
    return CardLook(
        palette_of(site.tokens), _card_art(snapshot, beside), _card_art(snapshot, above)
    )


def _card_art(snapshot: SnapshotProtocol, picture: SitePicture | None) -> CardArt | None:
    path = snapshot.site_file(picture.name) if picture else None
    return CardArt(picture.digest, picture.type, path) if picture and path else None
