"""What a person wrote stays, with its comments, its order and its line ends."""

import tomllib
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from showcase.errors import ShowcaseError
from showcase.store.intake.toml_editor import remove_keys, set_keys, toml_values

WRITTEN = '''\
# Our first video.
title = "A"   # short

# Where it is.
source = ["a.webm", "a.mp4"]
summary = """
[notice]
is no table here"""

# What people must know.
[notice]
title = "Please note."
# Inside.
text = "B"

# Where to read more.
[[links]]
label = "L"
url = "https://example.org"

[[people]]
name = "Rosa"

# No person.
[[people]]
name = "Narrator"
voice = "synthetic"

# The end.
'''


def test_a_new_key_is_below_the_others_and_above_the_tables() -> None:
    assert set_keys(WRITTEN, {"date": "2023"}) == WRITTEN.replace(
        'is no table here"""\n', 'is no table here"""\ndate = "2023"\n'
    )


def test_a_key_that_is_replaced_keeps_its_place_and_its_comment() -> None:
    assert set_keys(WRITTEN, {"title": "B"}) == WRITTEN.replace('"A"', '"B"')


def test_a_new_file_has_the_keys_in_their_order() -> None:
    written = set_keys("", {"title": 'Say "hi"', "source": ["a.webm", "a.mp4"]})
    assert written == 'title = "Say \\"hi\\""\nsource = ["a.webm", "a.mp4"]\n'


def test_a_file_without_keys_gets_them_above_its_tables() -> None:
    assert set_keys('[[links]]\nlabel = "L"\n', {"title": "T"}).startswith(
        'title = "T"\n\n[[links]]'
    )


def test_line_ends_of_windows_and_a_byte_order_mark_stay() -> None:
    text = "\ufeff" + WRITTEN.replace("\n", "\r\n")
    written = set_keys(text, {"date": "2023"})
    assert written == "\ufeff" + set_keys(WRITTEN, {"date": "2023"}).replace("\n", "\r\n")
    gone = remove_keys(text, lambda path, _value: path[0] == "notice")
    expected = remove_keys(WRITTEN, lambda path, _value: path[0] == "notice")
    assert gone == "\ufeff" + expected.replace("\n", "\r\n")


def test_a_table_goes_with_the_comment_above_it_and_leaves_that_of_the_next() -> None:
    written = remove_keys(WRITTEN, lambda path, _value: path[0] == "notice")
    cut = WRITTEN.index("# What people must know.")
    assert written == WRITTEN[:cut] + WRITTEN[WRITTEN.index("# Where to read more.") :]


def test_an_entry_of_a_list_goes_by_what_it_says() -> None:
    written = remove_keys(WRITTEN, lambda _path, value: value.get("voice") == "synthetic")
    assert "Narrator" not in written
    assert "# No person." not in written
    assert written.endswith('name = "Rosa"\n\n# The end.\n')


def test_the_last_entry_of_a_list_takes_the_list_with_it() -> None:
    written = remove_keys(WRITTEN, lambda path, _value: path[0] == "links" and len(path) > 1)
    assert "links" not in tomllib.loads(written)


def test_a_key_goes_with_its_comment() -> None:
    written = remove_keys(WRITTEN, lambda path, _value: path == ("source",))
    assert written == WRITTEN.replace('\n# Where it is.\nsource = ["a.webm", "a.mp4"]\n', "", 1)


def test_a_table_within_an_entry_goes_with_it() -> None:
    text = '[[people]]\nname = "A"\n[people.more]\nx = 1\n\n[[people]]\nname = "B"\n'
    written = remove_keys(text, lambda _path, value: value.get("name") == "A")
    assert tomllib.loads(written) == {"people": [{"name": "B"}]}


EDITS: list[Callable[[str], str]] = [
    lambda text: set_keys(text, {"date": "2023"}),
    lambda text: remove_keys(text, lambda _path, _value: True),
]


@pytest.mark.parametrize("edit", EDITS)
def test_what_is_not_toml_is_refused(edit: Callable[[str], str]) -> None:
    with pytest.raises(ShowcaseError, match=r"video\.toml: It is not TOML"):
        edit("title = ")


def test_nothing_to_set_changes_nothing() -> None:
    assert set_keys("# only a comment", {}) == "# only a comment"


KEYS = st.sampled_from(["title", "source", "date", "notice", "links", "people", "summary"])


@given(st.sets(KEYS))
def test_what_is_left_says_what_it_said(keys: set[str]) -> None:
    written = remove_keys(WRITTEN, lambda path, _value: path[0] in keys)
    before = toml_values(WRITTEN)
    assert toml_values(written) == {key: before[key] for key in before if key not in keys}


@given(st.dictionaries(st.sampled_from(["title", "author", "date", "summary"]), st.text()))
def test_any_text_that_is_set_is_read_again(values: dict[str, str]) -> None:
    written = set_keys(WRITTEN, values)
    assert toml_values(written) == {**toml_values(WRITTEN), **values}
    comments = [line for line in WRITTEN.splitlines() if line.startswith("#")]
    assert [line for line in written.splitlines() if line in comments] == comments
