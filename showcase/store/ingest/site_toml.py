"""`site.toml`, beside the videos' folders: what the whole showcase calls itself."""

from showcase.core.catalog.models import Site
from showcase.errors import Fault
from showcase.store.ingest.toml_schema import TomlFile, language, needed, table, tables, text
from showcase.store.ingest.video_toml import link

_site = table(
    Site,
    {
        "name": needed,
        "closing": text,
        "small_print": text,
        "links": tables(link),
        "language": language,
    },
)


def read_site_toml(content: str, place: str) -> tuple[Site, tuple[Fault, ...]]:
    """Read a `site.toml`; what is wrong in it is left at its default."""
    file = TomlFile(content, place)
    values = file.values()
    site = None if file.faults else _site(values, (), file)
    return (site if isinstance(site, Site) else Site(), tuple(file.faults))
