"""The modules of a page stand alone. What they compute is tested in tests/js."""

from tests.browser.visitor import Visitor


def test_a_module_that_fails_leaves_the_others_alone(visitor: Visitor) -> None:
    visitor.page.route("**/js/search/search_form.js", lambda route: route.abort())
    visitor.open("/videos/yard?q=jug")
    visitor.play()
    assert any('"search/search_form" did not start' in words for words in visitor.complaints)
    visitor.complaints.clear()
