"""Characters that nobody sees."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from showcase.core.text.unseen_characters import remove_unseen

TEXTS = [
    ("plain", "con-tract", "con-tract"),
    ("letters beyond ASCII", "été", "été"),
    ("a soft hyphen", "con\u00adtract", "contract"),
    ("a byte order mark", "\ufeffone t\ufeffwo", "one two"),
    ("a zero-width space", "one\u200btwo", "onetwo"),
    ("joiners of Latin letters and digits", "Auf\u200clage 9\u200d0 \u200dx", "Auflage 90 x"),
    ("joiners of Persian letters", "می\u200cخواهم", "می\u200cخواهم"),
    ("joiners behind Persian digits", "۱۰\u200cساله", "۱۰\u200cساله"),
    ("joiners of Bengali letters", "ক্\u200dষ ত্\u200d", "ক্\u200dষ ত্\u200d"),
    ("joiners of emoji", "👩\u200d🔬", "👩\u200d🔬"),
    ("marks at the edges", "\u200fכולם. \u200e", "כולם. "),
    ("marks in a word", "a\u200eb", "ab"),
    ("marks between signs", "C++\u200e!", "C++\u200e!"),
    ("a pair around a line", "\u202bהמטע.\u202c\n\u202bכולם\u202c", "המטע.\nכולם"),
    ("a pair around a part", "אבא \u2066+1 555\u2069 אמא", "אבא \u2066+1 555\u2069 אמא"),
    ("a pair at the beginning", "\u2066+1 555\u2069 אמא", "\u2066+1 555\u2069 אמא"),
    ("an opening that nothing closes", "a \u202bb", "a b"),
    ("a closing that nothing opens", "a \u202cb", "a b"),
    ("pairs that cross", "a \u202bb\u2069 c", "a b c"),
    ("an override", "x \u202eevil\u202c y", "x evil y"),
    ("marks only", "\u2066\u200f\u2069", ""),
]


@pytest.mark.parametrize(
    ("text", "seen"), [row[1:] for row in TEXTS], ids=[row[0] for row in TEXTS]
)
def test_what_nobody_sees_goes_where_it_means_nothing(text: str, seen: str) -> None:
    assert remove_unseen(text) == seen


@given(
    st.text(
        st.sampled_from(
            "aאم ।\n\u00ad\u200b\u200c\u200d\u200e\u200f\u202a\u202c\u202e\u2066\u2069\ufeff"
        )
    )
)
def test_no_letter_goes_and_all_embeddings_are_closed(text: str) -> None:
    seen = remove_unseen(text)
    assert [c for c in seen if c in "aאم।"] == [c for c in text if c in "aאم।"]
    for line in seen.split("\n"):
        assert line.count("\u202a") == line.count("\u202c")
        assert line.count("\u2066") == line.count("\u2069")
