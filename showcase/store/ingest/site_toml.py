"""Reads `site.toml`, which is beside the folders of the videos."""

from showcase.core.catalog.site_catalog import Site
from showcase.errors import Fault
from showcase.store.ingest.correction_toml import contact
from showcase.store.ingest.toml_file import TomlFile
from showcase.store.ingest.toml_schema import (
    language,
    required_text,
    table,
    table_list,
    text,
)
from showcase.store.ingest.video_toml import link_schema

_KEYS = {
    "name": required_text,
    "closing": text,
    "small_print": text,
    "links": table_list(link_schema),
    "language": language,
    "contact": contact,
}
_site_schema = table(Site, _KEYS)


def read_site_toml(content: str, place: str) -> tuple[Site, tuple[Fault, ...]]:
    """Read a `site.toml`.

    Args:
        content: the text of the file.
        place: its path, as faults name it.

    Returns:
        The site, with the default of each key that is wrong; the faults, none where all was read.
    """
    file = TomlFile(content, place)
    file.top_keys = _KEYS
    values = file.values()
    site = None if file.faults else _site_schema(values, (), file)
    return (site if isinstance(site, Site) else Site(), tuple(file.faults))
