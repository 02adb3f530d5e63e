"""The indentation of templates is not sent, and no two words are joined by that."""

import re

import pytest
from jinja2 import Environment

from showcase.web.context.template_indents import IndentRemoval
from tests.web.small_showcase import Showcase


def render(source: str, *, removes: bool) -> str:
    environment = Environment(trim_blocks=True, lstrip_blocks=True, autoescape=True)
    if removes:
        environment.add_extension(IndentRemoval)
    return environment.from_string(source).render(yes=True, value="  two\n   lines")


@pytest.mark.parametrize(
    ("source", "sent"),
    [
        ("<ul>\n  <li>\n    one\n  </li>\n</ul>", "<ul>\n<li>\none\n</li>\n</ul>"),
        ("<p>\n\t one</p>", "<p>\none</p>"),
        ("a\n  {% if yes %}\n    b\n  {% endif %}\n  c", "a\nb\nc"),
        # Only the indentation parts these two: Jinja removes the line break after a tag.
        ("<b>{% if yes %}a{% endif %}\n  c</b>", "<b>a  c</b>"),
        ("a{# why #}\n  b", "a  b"),
        ("a{% if yes %}\n  {% if yes %}\n  b{% endif %}{% endif %}\n  c", "a  b  c"),
        # What a value holds is not of the template.
        ("<textarea>{{ value }}</textarea>", "<textarea>  two\n   lines</textarea>"),
        ("", ""),
    ],
)
def test_a_line_begins_with_what_it_says(source: str, sent: str) -> None:
    assert render(source, removes=True) == sent
    words = [re.split(r"\s+", render(source, removes=removes)) for removes in (True, False)]
    assert words[0] == words[1], "as without the removal, but for the indentation"


def test_a_page_is_sent_without_indentation(showcase: Showcase) -> None:
    assert not re.search(r"\n[ \t]+<", showcase.get("/videos/orchard?t=8,12").text)
