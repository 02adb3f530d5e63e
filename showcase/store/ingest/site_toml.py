"""Reads `site.toml`, which is beside the folders of the videos."""

from typing import Any, get_args

from showcase.core.branding.site_pictures import PictureRole, SitePictures
from showcase.core.catalog.site_catalog import Site
from showcase.errors import Fault
from showcase.store.ingest.correction_toml import contact
from showcase.store.ingest.license_schema import license_schema
from showcase.store.ingest.picture_files import (
    DRAWABLE_TYPES,
    LOGO_TYPES,
    PictureFolder,
    picture_schema,
)
from showcase.store.ingest.site_languages import check_default, offered_languages, page_language
from showcase.store.ingest.toml_file import TomlFile
from showcase.store.ingest.toml_schema import (
    TomlSchema,
    language,
    required_text,
    table,
    table_list,
    text,
)
from showcase.store.ingest.video_toml import link_schema

PICTURE_KEYS: tuple[PictureRole, ...] = get_args(PictureRole)


def read_site_toml(
    content: str, place: str, folder: PictureFolder | None = None
) -> tuple[Site, tuple[Fault, ...], tuple[Fault, ...]]:
    """Read a `site.toml`.

    Args:
        content: the text of the file.
        place: its path, as faults name it.
        folder: that it is in; None to leave its pictures out.

    Returns:
        The site, with the default of each key that is wrong; the faults, none where all was read; notes.
    """
    file = TomlFile(content, place)
    keys = _site_keys(folder)
    file.top_keys = keys
    values = file.values()
    site = None if file.faults else table(_build_site, keys)(values, (), file)
    if not isinstance(site, Site):
        return Site(), tuple(file.faults), ()
    check_default(site.languages, site.default_language, file)
    return site, tuple(file.faults), _picture_notes(site, folder, file)


def _site_keys(folder: PictureFolder | None) -> dict[str, TomlSchema]:
    types = {key: LOGO_TYPES if key == "logo" else DRAWABLE_TYPES for key in PICTURE_KEYS}
    return {
        "name": required_text,
        "tagline": text,
        "closing": text,
        "small_print": text,
        "links": table_list(link_schema),
        "language": language,
        "languages": offered_languages,
        "default_language": page_language,
        "contact": contact,
        "license": license_schema,
        "card_art_alt": text,
        **{key: picture_schema(folder, types[key]) for key in PICTURE_KEYS},
    }


def _build_site(**values: Any) -> Site:  # noqa: ANN401 - each of its own type
    pictures = {key: values.pop(key) for key in PICTURE_KEYS if key in values}
    return Site(**values, pictures=SitePictures(**pictures))


def _picture_notes(site: Site, folder: PictureFolder | None, file: TomlFile) -> tuple[Fault, ...]:
    notes = folder.notes if folder else {}
    named = ((key, getattr(site.pictures, key)) for key in PICTURE_KEYS)
    return tuple(
        file.fault_at((key,), notes[picture.name])
        for key, picture in named
        if picture and picture.name in notes
    )
