"""`site.toml`, beside the videos' folders: what the whole showcase calls itself."""

from showcase.core.catalog.models import Site
from showcase.errors import Fault
from showcase.store.ingest.toml_schema import (
    TomlFile,
    language,
    required_text,
    table,
    table_list,
    text,
)
from showcase.store.ingest.video_toml import link_schema

_site_schema = table(
    Site,
    {
        "name": required_text,
        "closing": text,
        "small_print": text,
        "links": table_list(link_schema),
        "language": language,
    },
)


def read_site_toml(content: str, place: str) -> tuple[Site, tuple[Fault, ...]]:
    """Read a `site.toml`; what is wrong in it is left at its default."""
    file = TomlFile(content, place)
    values = file.values()
    site = None if file.faults else _site_schema(values, (), file)
    return (site if isinstance(site, Site) else Site(), tuple(file.faults))
