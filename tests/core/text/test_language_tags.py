"""Language tags as people and programs write them."""

import pytest

from showcase.core.text.language_tags import parse_language_tag
from showcase.core.text.languages import is_known_language, same_language


@pytest.mark.parametrize(
    ("written", "tag"),
    [
        ("en", "en"), ("EN", "en"), ("en-us", "en-US"), ("PT-br", "pt-BR"), ("zh-hant", "zh-Hant"),
        ("zh-TW", "zh-TW"),
        ("es-419", "es-419"), ("sr-Latn-RS", "sr-Latn-RS"),
        ("eng", "en"), ("fre", "fr"), ("fra", "fr"), ("hat", "ht"), ("zho", "zh"), ("cmn-Hans", "zh-Hans"),
        ("iw", "he"), ("in", "id"), ("ji", "yi"), ("sh", "sr-Latn"), ("sh-Cyrl", "sr-Cyrl"),
        ("en-orig", "en"), ("pt-BR-orig", "pt-BR"), ("xx", "xx"), ("und", "und"), ("ckb", "ckb"),
        ("e", None), ("english", None), ("", None),
        ("en_US", "en-US"), ("zh_Hant", "zh-Hant"), ("pt_br", "pt-BR"), ("sr_Latn-RS", "sr-Latn-RS"),
        ("en-x-orig", "en"), ("en-x-twain", "en-x-twain"), ("en-x", None), ("en_", None), ("_en", None),
    ],
)  # fmt: skip
def test_a_tag_is_written_as_its_standard_prefers(written: str, tag: str | None) -> None:
    assert parse_language_tag(written) == tag


@pytest.mark.parametrize(
    ("tag", "known"),
    [("en", True), ("hat", True), ("ckb", True), ("xx", False), ("und", False), ("qqq", False)],
)  # fmt: skip
def test_a_language_is_known_where_cldr_knows_it(tag: str, known: bool) -> None:  # noqa: FBT001
    assert is_known_language(tag) is known


@pytest.mark.parametrize(
    ("one", "other", "same"), [("eng", "en-GB", True), ("iw", "he", True), ("en", "de", False)]
)
def test_old_and_long_codes_are_the_same_language(one: str, other: str, same: bool) -> None:  # noqa: FBT001
    assert same_language(one, other) is same
