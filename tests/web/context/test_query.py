"""How query strings are read: as people have them, escaped by HTML too."""

from urllib.parse import parse_qsl

import pytest

from showcase.core.timing.moments import Moment
from showcase.web.context.query import parse_query_parameters, plain_parameters


@pytest.mark.parametrize(
    ("address", "parameters"),
    [
        ("", {}),
        ("t=1&t=2", {"t": "1"}),
        ("amp;t=90", {"t": "90"}),
        ("q=rice&amp;t=90&amp;lang=es", {"q": "rice", "t": "90", "lang": "es"}),
        ("amp;amp;t=1&amp;t=2", {"t": "1"}),
        ("amp;t=1&t=2", {"t": "2"}),
        ("AMP;t=1", {"t": "1"}),
        ("ramp;t=1&amp=2", {"ramp;t": "1", "amp": "2"}),
    ],
)
def test_a_name_that_html_escaped_is_read_as_it_was_meant(
    address: str, parameters: dict[str, str]
) -> None:
    assert plain_parameters(parse_qsl(address)) == parameters


@pytest.mark.parametrize(
    ("parameters", "moment", "text"),
    [
        ({"start": "soon"}, None, "soon"),
        ({"t": "9", "stop": "12"}, Moment(9_000, 12_000), "9"),
        ({}, None, ""),
    ],
)
def test_a_time_that_cannot_be_read_is_kept_for_the_visitor_to_see(
    parameters: dict[str, str], moment: Moment | None, text: str
) -> None:
    read = parse_query_parameters(parameters)
    assert (read.moment, read.time_text) == (moment, text)
