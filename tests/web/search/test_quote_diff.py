"""How a quote that is not exact is shown."""

import pytest

from showcase.core.quotes.diff import Relation
from showcase.core.search.results import Difference, Hit
from showcase.core.text.spans import Span
from showcase.core.timing.moments import Moment
from showcase.web.search.quote_diff import build_differences
from tests.web.small_showcase import Showcase

TEXT = "Well, the path that we want is a long one, my friends."
Given = tuple[Relation, str, str]


def hit_of(*pieces: Given, text: str = TEXT) -> Hit:
    """A hit whose pieces stand in its text one after the other: relation, words said, words quoted."""
    differences, end = [], 0
    for relation, said, quoted in pieces:
        start = text.index(said, end) if said else 0
        span = Span(start, start + len(said))
        end = span.end if said else end
        differences.append(Difference(relation, span, quoted))
    marks = tuple(each.said for each in differences if each.relation == "same")
    starts = tuple(mark.start for mark in marks)
    moment = Moment(0, 1_000)
    return Hit(
        "v", "en", None, 0, "p0", text, 0, marks, marks, starts, moment, 0.8, tuple(differences)
    )


CASES = [
    pytest.param(
        [("same", "the path", "the path"), ("not quoted", "that", ""), ("same", "we want", "we want")],
        "Well, [the path] {that} [we want] is a long one, my friends.",
        id="left out",
    ),
    pytest.param(
        [("same", "the path", "the path"), ("changed", "that", "which"), ("same", "we", "we")],
        "Well, [the path] -which- {that} [we] want is a long one, my friends.",
        id="changed",
    ),
    pytest.param(
        [("same", "a long", "a long"), ("not said", "", "winding"), ("same", "one", "one")],
        "Well, the path that we want is [a long] -winding- [one], my friends.",
        id="added",
    ),
    pytest.param(
        [("same", "one", "one"), ("not said", "", "dear"), ("same", "my", "my")],
        "…the path that we want is a long [one], -dear- [my] friends.",
        id="added behind a comma",
    ),
    pytest.param(
        [("not said", "", "Oh"), ("same", "the path", "the path")],
        "Well, -Oh- [the path] that we want is a long one, my friends.",
        id="added at the start",
    ),
    pytest.param(
        [("same", "one", "one"), ("not said", "", "indeed")],
        "…the path that we want is a long [one] -indeed-, my friends.",
        id="added at the end",
    ),
    pytest.param(
        [("same", "path", "path"), ("elided", "that we want", ""), ("same", "is", "is")],
        "Well, the [path] … [is] a long one, my friends.",
        id="elided",
    ),
    pytest.param([("not said", "", "nothing")], "", id="nothing of it was said"),
    pytest.param([], "", id="exact"),
]  # fmt: skip


@pytest.mark.parametrize(("given", "shown"), CASES)
def test_what_was_said_is_shown_with_what_the_quote_has_instead(
    given: list[Given], shown: str
) -> None:
    signs = {
        "around": "{said}", "same": "[{said}]", "elided": "…",
        "not said": "-{quoted}-", "not quoted": "{{{said}}}", "changed": "-{quoted}- {{{said}}}",
    }  # fmt: skip
    pieces = build_differences(hit_of(*given))
    line = "".join(signs[piece.relation].format(**piece._asdict()) for piece in pieces)
    assert line == shown


class TestMarkup:
    def written(self, showcase: Showcase, *given: Given) -> str:
        app = showcase.client.application
        with app.test_request_context("/"):
            known: dict[str, object] = {}
            app.update_template_context(known)
            macros = app.jinja_env.get_template("parts/macros.html").make_module(known)
            return str(macros.differences(build_differences(hit_of(*given))))  # type: ignore[attr-defined]

    def test_has_words_for_those_who_cannot_see_it(self, showcase: Showcase) -> None:
        html = self.written(
            showcase, ("same", "the path", "the path"), ("changed", "that", "which"), ("same", "we", "we")
        )  # fmt: skip
        said = '<span class="visually-hidden" lang="en">(said, not in your quote: </span>that'
        assert "<mark>the path</mark> <del" in html
        assert '(not said: </span>which<span class="visually-hidden">) </span></del> <ins>' in html
        assert said in html

    def test_is_escaped(self, showcase: Showcase) -> None:
        html = self.written(showcase, ("same", "path", "path"), ("not said", "", "<script>"))
        assert "&lt;script&gt;" in html
        assert "<script>" not in html
