"""Words are the same to the script that searches a site of plain files and to the index that it reads."""

import json
import sys
import unicodedata
from collections.abc import Callable
from typing import Any

import pytest

from showcase.core.text.tokenizer import fold, tokenize
from tests.browser.visitor import Visitor

READ = """async (texts) => {
  const base = document.querySelector('script[type=module]').src;
  const { fold, tokenize } = await import(new URL('./search/words.js', base));
  const length = (text) => Array.from(text).length;
  return JSON.stringify(JSON.parse(texts).map((text) => [fold(text), tokenize(text).map((word) => [
    length(text.slice(0, word.start)), length(text.slice(0, word.end)), word.forms, word.compound,
    word.compoundWords,
  ])]));
}"""
SENTENCES = [
    "It’s Rosa's café 🍎🍏 and the rules don't bend.", "worker-driven Social—Responsibility e‑mail a-b-c",
    "m'ap travay n’ap", "আমরা নিজেরাই নিয়ম লিখেছি। ১২৩", "كتبنا القواعد مَعًا", "東京でー食べる2024年", "สวัสดีครับ",
    "Straße ΟΔΟΣ İstanbul ﬁn ŉa Łódź þing", "x_y _a a_b", "co\u00adop", "क्षत्रिय १२", "1,200 3.5 10-20",
    "'quoted' O'Neill's rock'n'roll", "a - b a-- b -c", "👩🏽‍🌾 x\ufe0f", "",
]  # fmt: skip


def sentences() -> list[str]:
    return SENTENCES


def read_here(text: str) -> list[Any]:
    words = tokenize(text)
    return [
        fold(text),
        [[w.start, w.end, list(w.forms), w.compound, w.compound_words] for w in words],
    ]


def letters() -> list[str]:
    """Every letter that this Python knows; a browser may know newer ones."""
    every = map(chr, range(sys.maxunicode + 1))
    return [letter for letter in every if unicodedata.category(letter)[0] in "LMN"]


@pytest.mark.parametrize("make", [sentences, letters])
def test_a_script_cuts_and_folds_words_as_the_index_does(
    visitor: Visitor, make: Callable[[], list[str]]
) -> None:
    texts = make()
    # As one text: for the values of all letters, Playwright took 19 s of a processor.
    read = json.loads(visitor.open("/videos/words").evaluate(READ, json.dumps(texts)))
    different = [
        (text, there, here)
        for text, there in zip(texts, read, strict=True)
        if there != (here := read_here(text))
    ]
    assert different == []
