"""The schema of the key `license` of video.toml and site.toml."""

from showcase.core.catalog.licenses import License, UnknownLicenseError, parse_license
from showcase.errors import Diagnosis
from showcase.store.ingest.toml_file import TomlFile
from showcase.store.ingest.toml_lines import KeyPath
from showcase.store.ingest.toml_schema import required_text


def license_schema(value: object, path: KeyPath, file: TomlFile) -> License | None:
    """An SPDX identifier, the address of a license, or words."""
    read = required_text(value, path, file)
    if not read:
        return None
    found = parse_license(read)
    if isinstance(found, UnknownLicenseError):
        file.add_fault(path, Diagnosis("unknown-license", found.message, found.fix))
        return None
    return found
