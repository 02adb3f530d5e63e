"""Licenses as owners write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from showcase.core.catalog.licenses import License, UnknownLicenseError, parse_license

CC = "https://creativecommons.org"
RIGHTS = "https://rightsstatements.org/vocab"


@pytest.mark.parametrize(
    ("written", "text", "url"),
    [
        ("CC-BY-4.0", "CC BY 4.0", f"{CC}/licenses/by/4.0/"),
        ("cc-by-nc-sa-3.0", "CC BY-NC-SA 3.0", f"{CC}/licenses/by-nc-sa/3.0/"),
        ("CC BY-SA 4.0", "CC BY-SA 4.0", f"{CC}/licenses/by-sa/4.0/"),
        ("CC BY NC 4.0", "CC BY-NC 4.0", f"{CC}/licenses/by-nc/4.0/"),
        ("CC-BY-NC-ND-1.0", "CC BY-NC-ND 1.0", f"{CC}/licenses/by-nd-nc/1.0/"),
        ("CC0-1.0", "CC0 1.0", f"{CC}/publicdomain/zero/1.0/"),
        ("CC0", "CC0 1.0", f"{CC}/publicdomain/zero/1.0/"),
        ("CC-PDM-1.0", "Public Domain Mark 1.0", f"{CC}/publicdomain/mark/1.0/"),
        ("http://creativecommons.org/licenses/by/2.0", "CC BY 2.0", f"{CC}/licenses/by/2.0/"),
        (f"{CC}/licenses/by/3.0/us/", "CC BY 3.0 US", f"{CC}/licenses/by/3.0/us/"),
        (f"{CC}/licenses/by-nd-nc/1.0/", "CC BY-NC-ND 1.0", f"{CC}/licenses/by-nd-nc/1.0/"),
        (f"{CC}/licenses/by-sa/4.0/deed.es", "CC BY-SA 4.0", f"{CC}/licenses/by-sa/4.0/"),
        (f"{CC}/licenses/by-sa/4.0/legalcode", "CC BY-SA 4.0", f"{CC}/licenses/by-sa/4.0/"),
        (f"{CC}/publicdomain/zero/1.0/", "CC0 1.0", f"{CC}/publicdomain/zero/1.0/"),
        ("https://rightsstatements.org/page/InC/1.0/", "In Copyright", f"{RIGHTS}/InC/1.0/"),
        ("mit", "MIT", "https://spdx.org/licenses/MIT.html"),
        ("https://a.example/terms", "https://a.example/terms", "https://a.example/terms"),
        ("All rights reserved", "All rights reserved", ""),
        ("Ask the people of the film", "Ask the people of the film", ""),
    ],
)
def test_a_license_is_read(written: str, text: str, url: str) -> None:
    assert parse_license(written) == License(text, url)


@pytest.mark.parametrize(
    ("written", "message", "fix"),
    [
        ("CC-BY", "does not say its version", "CC-BY-4.0"),
        ("CC BY 5.0", "no licenses of version 5.0", "CC-BY-4.0"),
        ("CC-BY-ND-SA-4.0", 'no license "BY-ND-SA"', "CC-BY-4.0"),
        ("CC-NC-4.0", "no license of Creative Commons", "CC0-1.0"),
        ("cc by whatever", "no license of Creative Commons", "CC0-1.0"),
        (f"{CC}/licences/by/4.0/", "no license of Creative Commons", "CC-BY-4.0"),
        (f"{CC}/licenses/by/4.1/", "no licenses of version 4.1", "CC-BY-4.0"),
        ("https://rightsstatements.org/vocab/None/1.0/", "RightsStatements.org", "InC/1.0/"),
        ("https://", "not a web address", "CC-BY-4.0"),
        ("http://[::1", "not a web address", "CC-BY-4.0"),
    ],
)
def test_what_is_meant_as_a_license_and_is_none_is_named(
    written: str, message: str, fix: str
) -> None:
    found = parse_license(written)
    assert isinstance(found, UnknownLicenseError)
    assert message in found.message
    assert fix in found.fix


@pytest.mark.parametrize(
    ("written", "rights"),
    [
        ("CC-BY-4.0", "http://creativecommons.org/licenses/by/4.0/"),
        (
            "https://rightsstatements.org/vocab/UND/1.0/",
            "http://rightsstatements.org/vocab/UND/1.0/",
        ),
        ("MIT", ""),
        ("All rights reserved", ""),
    ],
)
def test_iiif_names_licenses_of_two_vocabularies_alone(written: str, rights: str) -> None:
    found = parse_license(written)
    assert isinstance(found, License)
    assert found.iiif_rights == rights


@given(st.text(min_size=1))
def test_every_text_is_a_license_or_says_what_to_write(written: str) -> None:
    found = parse_license(written)
    assert found.text if isinstance(found, License) else found.fix


@given(st.sampled_from(["CC-BY-4.0", "CC0-1.0", "CC-BY-NC-ND-1.0", "CC-BY-SA-2.5", "CC-PDM-1.0"]))
def test_its_address_is_the_same_license(written: str) -> None:
    found = parse_license(written)
    assert isinstance(found, License)
    assert parse_license(found.url) == found
