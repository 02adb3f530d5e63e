"""Small letters are told from letters that have no capitals to begin a sentence with."""

import pytest

from showcase.core.captions.letter_case import begins_small, count_small, has_case, is_small

WORDS = [
    # begins small, is small, has case, small letters
    ("and", True, True, True, 3),
    ("And", False, False, True, 2),
    ("iPad", True, False, True, 2),
    ("ნინო", False, False, False, 0),
    ("水", False, False, False, 0),
    ("«and", False, True, True, 3),
    ("12", False, False, False, 0),
    ("", False, False, False, 0),
]


@pytest.mark.parametrize(("word", "begins", "small", "case", "count"), WORDS)
def test_case_is_told_as_sentences_use_it(
    word: str, begins: bool, small: bool, case: bool, count: int  # noqa: FBT001  (a table)
) -> None:
    assert (begins_small(word), is_small(word), has_case(word)) == (begins, small, case)
    assert count_small(word) == count
