"""Bytes of caption files to text."""

import codecs

import pytest

from showcase.store.captions.encoding import decode
from showcase.store.captions.reader import read_captions

TEXT = "WEBVTT\n\n00:01.000 --> 00:02.000\n"

CLEAN = [
    ("UTF-8", "é日".encode()),
    ("UTF-8 with a mark", codecs.BOM_UTF8 + "é日".encode()),
    ("UTF-16 with a mark", codecs.BOM_UTF16_LE + "é日".encode("utf-16-le")),
    ("UTF-16 the other way", codecs.BOM_UTF16_BE + "é日".encode("utf-16-be")),
    ("UTF-32", codecs.BOM_UTF32_LE + "é日".encode("utf-32-le")),
]


@pytest.mark.parametrize("data", [row[1] for row in CLEAN], ids=[row[0] for row in CLEAN])
def test_a_mark_or_utf_8_is_beyond_doubt(data: bytes) -> None:
    assert decode(data, "captions.en.vtt", "en") == ("é日", None)


GUESSED = [
    ("captions.en.vtt", "en", "cp1252", "L’été à Genève"),
    ("captions.ru.srt", "ru", "cp1251", "Привет, мир"),
    ("a.b/captions.ja.srt", "ja", "cp932", "こんにちは"),
    ("captions.zh-CN.srt", "zh-CN", "gb18030", "你好，世界"),
    ("captions.el.vtt", "el", "cp1253", "Καλημέρα"),
    ("captions", "", "cp1252", "café"),
    ("captions.en.vtt", "en", "utf-16-le", TEXT + "é"),
    ("captions.en.vtt", "en", "utf-16-be", TEXT + "é"),
]


@pytest.mark.parametrize(("name", "language", "encoding", "text"), GUESSED)
def test_another_encoding_is_guessed_and_reported(
    name: str, language: str, encoding: str, text: str
) -> None:
    read, fault = decode(text.encode(encoding), name, language)
    assert read == text
    assert fault
    assert fault.place == name
    assert encoding in fault.message
    assert fault.fix == "save it as UTF-8"


def test_what_its_language_cannot_have_written_is_western() -> None:
    assert decode(b"caf\xe9 \xff", "captions.ja.srt", "ja")[0] == "café ÿ"


def test_utf_8_with_a_damaged_letter_stays_utf_8_and_names_the_line() -> None:
    data = (TEXT + "été, Genève, où, ").encode() + b"caf\xe9\n"
    read = read_captions(data, "captions.fr.vtt")
    assert read.cues[0].text == "été, Genève, où, caf\ufffd"
    assert [fault.place for fault in read.faults] == ["captions.fr.vtt:4"]


def test_half_a_character_at_the_end_of_utf_16_is_reported() -> None:
    text, fault = decode(
        codecs.BOM_UTF16_LE + "ab".encode("utf-16-le") + b"\x00", "captions.en.vtt", "en"
    )
    assert text == "ab\ufffd"
    assert fault
    assert fault.place == "captions.en.vtt:1"
