"""Licenses as owners write them: SPDX identifiers, addresses of Creative Commons, or words of their own.

https://spdx.org/licenses/, https://creativecommons.org/licenses/, https://rightsstatements.org/page/1.0/
"""

from dataclasses import dataclass
from typing import NamedTuple
from urllib.parse import urlsplit

import regex

_CC_KINDS = ("by", "by-sa", "by-nd", "by-nc", "by-nc-sa", "by-nc-nd")
_CC_VERSIONS = ("1.0", "2.0", "2.5", "3.0", "4.0")
_NEWEST_CC_VERSION = "4.0"
_CC_HOST, _RIGHTS_HOST = "creativecommons.org", "rightsstatements.org"
_CC_LICENSE = regex.compile(r"cc[ -](by(?:[ -](?:nc|nd|sa))*)(?:[ -]v?(\d\.\d))?", regex.IGNORECASE)
_CC_PATH = regex.compile(
    r"/licenses/([a-z-]+)/(\d\.\d)(?:/([a-z]{2,3}))?(?:/(?:deed|legalcode)[\w.-]*)?/?"
)
_PUBLIC_PATH = regex.compile(r"/publicdomain/(zero|mark)/1\.0(?:/(?:deed|legalcode)[\w.-]*)?/?")
_RIGHTS_PATH = regex.compile(r"/(?:vocab|page)/([A-Za-z-]+)/1\.0/?")
_PUBLIC = {
    "cc0-1.0": ("CC0 1.0", "zero"),
    "cc0 1.0": ("CC0 1.0", "zero"),
    "cc0": ("CC0 1.0", "zero"),
    "cc-pdm-1.0": ("Public Domain Mark 1.0", "mark"),
}
_RIGHTS_STATEMENTS = {
    "InC": "In Copyright",
    "InC-OW-EU": "In Copyright - EU Orphan Work",
    "InC-EDU": "In Copyright - Educational Use Permitted",
    "InC-NC": "In Copyright - Non-Commercial Use Permitted",
    "InC-RUU": "In Copyright - Rights-holder(s) Unlocatable or Unidentifiable",
    "NoC-CR": "No Copyright - Contractual Restrictions",
    "NoC-NC": "No Copyright - Non-Commercial Use Only",
    "NoC-OKLR": "No Copyright - Other Known Legal Restrictions",
    "NoC-US": "No Copyright - United States",
    "CNE": "Copyright Not Evaluated",
    "UND": "Copyright Undetermined",
    "NKC": "No Known Copyright",
}
# Others that recordings and texts have; SPDX knows more, most of them for programs.
_SPDX = (
    "Apache-2.0", "etalab-2.0", "GFDL-1.2-only", "GFDL-1.2-or-later", "GFDL-1.3-only", "GFDL-1.3-or-later",
    "LAL-1.2", "LAL-1.3", "MIT", "ODbL-1.0", "OGL-Canada-2.0", "OGL-UK-2.0", "OGL-UK-3.0", "Unlicense",
)  # fmt: skip
_MEANT_AS_CC = regex.compile(r"cc(?:0|[ -]?by|[ -]pd|[ -]?(?:nc|nd|sa)\b)", regex.IGNORECASE)
_IIIF_HOSTS = (_CC_HOST, _RIGHTS_HOST)


@dataclass(frozen=True, slots=True)
class License:
    """A license.

    Attributes:
        text: its short name ("CC BY 4.0"), or the owner's own words.
        url: where it can be read; "" for the owner's own words.
    """

    text: str
    url: str = ""

    @property
    def iiif_rights(self) -> str:
        """The URI that IIIF 3 allows as `rights`, with http: as it wants; "" for other licenses."""
        parts = urlsplit(self.url)
        return f"http://{parts.netloc}{parts.path}" if parts.netloc in _IIIF_HOSTS else ""


class UnknownLicenseError(NamedTuple):
    """What is meant as a license and is none; `fix` is what to write."""

    message: str
    fix: str


def parse_license(written: str) -> License | UnknownLicenseError:
    """Read a license.

    Args:
        written: an SPDX identifier, an address, or words; not empty.

    Returns:
        What is no identifier and no address is the owner's own words; what looks like a Creative Commons
        license that there is not is an error.
    """
    if written.startswith(("http://", "https://")):
        return _parse_address(written)
    if public := _PUBLIC.get(written.lower()):
        return License(public[0], f"https://{_CC_HOST}/publicdomain/{public[1]}/1.0/")
    if found := _CC_LICENSE.fullmatch(written):
        return _creative_commons(found[1].lower().replace(" ", "-"), found[2] or "")
    if spdx := next((name for name in _SPDX if name.lower() == written.lower()), None):
        return License(spdx, f"https://spdx.org/licenses/{spdx}.html")
    if _MEANT_AS_CC.match(written):
        return UnknownLicenseError(f'"{written}" is no license of Creative Commons', _EXAMPLE)
    return License(written)


_EXAMPLE = 'write one like "CC-BY-4.0", "CC-BY-NC-SA-4.0" or "CC0-1.0"'


def _creative_commons(kind: str, version: str, port: str = "") -> License | UnknownLicenseError:
    if kind not in _CC_KINDS:
        return UnknownLicenseError(f'Creative Commons has no license "{kind.upper()}"', _EXAMPLE)
    if not version:
        fix = f'write "CC-{kind.upper()}-{_NEWEST_CC_VERSION}" if that is the version'
        return UnknownLicenseError("The license does not say its version", fix)
    if version not in _CC_VERSIONS:
        message = f"Creative Commons has no licenses of version {version}"
        return UnknownLicenseError(message, _EXAMPLE)
    # The first version of this one has its letters the other way round in its address.
    part = "by-nd-nc" if (kind, version) == ("by-nc-nd", "1.0") else kind
    place = f"{version}/{port}/" if port else f"{version}/"
    name = f"CC {kind.upper()} {version}"
    return License(
        f"{name} {port.upper()}" if port else name, f"https://{_CC_HOST}/licenses/{part}/{place}"
    )


def _parse_address(written: str) -> License | UnknownLicenseError:
    try:
        parts = urlsplit(written)
        host = (parts.hostname or "").removeprefix("www.")
    except ValueError:
        host = ""
    if not host or any(character.isspace() for character in written):
        return UnknownLicenseError(f'"{written}" is not a web address', _EXAMPLE)
    if host == _CC_HOST:
        return _parse_cc_path(parts.path)
    if host == _RIGHTS_HOST:
        return _parse_rights_path(parts.path)
    return License(written, written)


def _parse_cc_path(path: str) -> License | UnknownLicenseError:
    if found := _PUBLIC_PATH.fullmatch(path):
        name = next(text for text, part in _PUBLIC.values() if part == found[1])
        return License(name, f"https://{_CC_HOST}/publicdomain/{found[1]}/1.0/")
    if found := _CC_PATH.fullmatch(path):
        kind = "by-nc-nd" if found[1] == "by-nd-nc" else found[1]
        return _creative_commons(kind, found[2], found[3] or "")
    return UnknownLicenseError("This is no license of Creative Commons", _EXAMPLE)


def _parse_rights_path(path: str) -> License | UnknownLicenseError:
    found = _RIGHTS_PATH.fullmatch(path)
    if found and (name := _RIGHTS_STATEMENTS.get(found[1])):
        return License(name, f"https://{_RIGHTS_HOST}/vocab/{found[1]}/1.0/")
    fix = 'write one like "https://rightsstatements.org/vocab/InC/1.0/"'
    return UnknownLicenseError("This is no statement of RightsStatements.org", fix)
