"""Small letters are told from letters that have no capitals to begin a sentence with."""

import pytest

from showcase.core.captions.letter_case import begins_small, count_small, has_case, is_small

WORDS = [
    # begins small, is small, has case, small letters
    ("and", True, True, True, 3),
    ("And", False, False, True, 2),
    ("iPad", True, False, True, 3),
    ("ნინო", False, False, False, 0),
    ("水", False, False, False, 0),
    ("«and", False, True, True, 3),
    ("12", False, False, False, 0),
    ("", False, False, False, 0),
]


@pytest.mark.parametrize(("word", "told"), [(word, tuple(told)) for word, *told in WORDS])
def test_case_is_told_as_sentences_use_it(word: str, told: tuple[bool, bool, bool, int]) -> None:
    assert (begins_small(word), is_small(word), has_case(word), count_small(word)) == told
