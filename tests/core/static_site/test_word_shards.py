"""The words of all passages, in parts by their first letters."""

from hypothesis import given
from hypothesis import strategies as st

from showcase.core.static_site.word_shards import collect_postings, split_into_shards
from showcase.core.text.tokenizer import tokenize

WORDS = st.dictionaries(
    st.text("aàbখ漢", min_size=1, max_size=4), st.lists(st.integers(0, 9), min_size=1, max_size=4)
)


def test_a_word_is_found_by_all_its_forms_in_the_passages_that_have_it() -> None:
    found = collect_postings(map(tokenize, ["M'ap travay.", "Worker-driven, worker", "TRAVAY"]))
    assert found == {
        "map": [0], "m": [0], "ap": [0], "travay": [0, 2],
        "worker": [1], "workerdriven": [1], "driven": [1],
    }  # fmt: skip


def test_few_words_are_in_one_shard() -> None:
    assert [(s.prefix, s.words) for s in split_into_shards({"b": [1], "a": [0]})] == [
        ("", {"a": [0], "b": [1]})
    ]


def test_no_words_are_one_empty_shard() -> None:
    assert [(s.prefix, s.words) for s in split_into_shards({})] == [("", {})]


def test_many_words_are_parted_by_their_letters() -> None:
    words = {"a": [1], "ab": [1, 2], "abc": [3], "b": [1]}
    shards = split_into_shards(words, max_numbers=4)
    assert [(s.prefix, list(s.words)) for s in shards] == [
        ("a", ["a"]), ("ab", ["ab"]), ("abc", ["abc"]), ("b", ["b"])
    ]  # fmt: skip


@given(WORDS, st.integers(1, 30))
def test_every_word_is_in_the_shard_with_its_longest_prefix(
    words: dict[str, list[int]], max_numbers: int
) -> None:
    shards = split_into_shards(words, max_numbers)
    by_prefix = {shard.prefix: shard.words for shard in shards}
    assert len(by_prefix) == len(shards)
    for word, numbers in words.items():
        prefixes = [word[:length] for length in range(len(word), -1, -1)]
        longest = next(prefix for prefix in prefixes if prefix in by_prefix)
        assert by_prefix[longest][word] == numbers
    assert sum(len(shard.words) for shard in shards) == len(words)


@given(WORDS, st.integers(1, 30))
def test_a_large_shard_has_one_word(words: dict[str, list[int]], max_numbers: int) -> None:
    for shard in split_into_shards(words, max_numbers):
        size = sum(1 + len(numbers) for numbers in shard.words.values())
        assert size <= max_numbers or len(shard.words) == 1
