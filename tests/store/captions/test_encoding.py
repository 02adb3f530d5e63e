"""Bytes of caption files to text."""

import codecs
import unicodedata
from typing import Literal

import pytest
from ftfy.badness import is_bad
from hypothesis import given
from hypothesis import strategies as st

from showcase.store.captions.encoding import decode
from showcase.store.captions.mojibake import has_bad_letters
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
    assert decode(data, "captions.en.vtt", "en") == ("é日", (), ())


SAID = {
    "ar": "يفتح البستان في السابعة صباحا.\nيوقع الجميع على الورقة.\nثم نعود إلى البيت.",
    "cs": "Sešli jsme se u brány v sedm hodin ráno.\nPak všichni podepsali list a šli domů.",
    "de": "Wir trafen uns um sieben am Tor.\nDanach haben alle unterschrieben, und wir gingen für heute.",
    "el": "Μαζευτήκαμε στην πύλη στις επτά το πρωί.\nΜετά όλοι υπέγραψαν και πήγαν σπίτι.",
    "es": "Nos juntamos en la puerta a las siete de la mañana.\n¿Quién sabe qué pasará? Después firmaron.",
    "fr": "Le verger ouvre à sept heures.\nTout le monde signe, et nous rentrons chez nous.\nC’était l’été.",
    "he": "המטע נפתח בשבע בבוקר.\nכולם חותמים על הדף.\nאחר כך הולכים הביתה.",
    "hu": "Reggel hétkor találkoztunk a kapunál, és nem volt ott senki.\nŐk már meg nem tudják, hogy ez az.",
    "ja": "農園で働く人の話です。\n水を運ぶ人もいます。",
    "ko": "우리는 아침 일곱 시에 문 앞에 모였습니다.\n그리고 모두 집으로 돌아갔습니다.",
    "pl": "Zebraliśmy się o siódmej rano.\nPotem wszyscy podpisali kartkę i poszli do domu, bo nie.",
    "ru": "Мы собрались у ворот в семь часов утра.\nПотом все подписали листок и пошли домой.",
    "th": "เรามาพบกันที่ประตูตอนเจ็ดโมงเช้า\nแล้วทุกคนก็เซ็นชื่อและกลับบ้าน",
    "tr": "Sabah yedide kapıda toplandık ve bir şey oldu.\nSonra herkes kâğıdı imzaladı, çok güzel.",
    "uk": "Ми зібралися біля воріт о сьомій годині.\nЇхні діти чекали на подвір'ї.",
    "vi": "Chúng tôi tập trung ở cổng lúc bảy giờ sáng.\nSau đó mọi người ký tên và về nhà.",
    "zh": "我们早上七点在门口集合。\n然后大家都签了名，一起回家。",
    "zh-TW": "我們早上七點在門口集合。\n然後大家都簽了名，一起回家。",
}  # fmt: skip
ENCODED = [
    ("ar", "cp1256"), ("ar", "iso8859_6"), ("cs", "cp1250"), ("de", "cp1252"), ("el", "cp1253"),
    ("el", "iso8859_7"),
    ("es", "cp1252"), ("es", "iso8859_1"), ("fr", "cp1252"), ("he", "cp1255"), ("he", "iso8859_8"),
    ("hu", "iso8859_2"), ("ja", "cp932"), ("ja", "euc_jp"), ("ja", "iso2022_jp"), ("ko", "cp949"),
    ("ko", "euc_kr"),
    ("pl", "cp1250"), ("pl", "iso8859_2"), ("ru", "cp1251"), ("ru", "koi8_r"), ("ru", "iso8859_5"),
    ("ru", "cp866"),
    ("ru", "utf-16-le"), ("ru", "utf-16-be"), ("th", "cp874"), ("tr", "cp1254"), ("uk", "cp1251"),
    ("uk", "koi8_u"),
    ("vi", "cp1258"), ("zh", "gb18030"), ("zh-TW", "big5"), ("zh-TW", "gb18030"), ("fr", "utf-16-le"),
]  # fmt: skip


def encode(language: str, encoding: str) -> bytes:
    """A file of the language's sentences."""
    said = SAID[language]
    lines = unicodedata.normalize("NFD", said) if encoding == "cp1258" else said
    if encoding == "iso8859_1":
        lines = lines.replace("’", "'")
    cues = (
        f"{n}\n00:00:0{n},000 --> 00:00:0{n},900\n{line}\n"
        for n, line in enumerate(lines.split("\n"), 1)
    )
    return "\n".join(cues).encode(encoding, errors="ignore")


@pytest.mark.parametrize(("language", "encoding"), ENCODED)
@pytest.mark.parametrize("named", ["the language", "another", "none"])
def test_sentences_in_any_encoding_are_read_and_noted(
    language: str, encoding: str, named: str
) -> None:
    tag = {"the language": language, "another": "en", "none": ""}[named]
    data = encode(language, encoding)
    read = decode(data, "captions.srt", tag)
    expected = unicodedata.normalize("NFC", data.decode(encoding))
    assert read.faults == ()
    assert unicodedata.normalize("NFC", read.text) == expected
    assert [(note.place, note.code, note.fix) for note in read.notes] == [
        ("captions.srt", "other-encoding", "save it as UTF-8")
    ]


@pytest.mark.parametrize(
    ("data", "language"), [(b"caf\xe8", ""), (b"\xe8", "en"), (b"\xf0\xf0 \xe1\xe2\xe3", "")]
)
def test_a_few_letters_that_could_be_others_are_doubtful(data: bytes, language: str) -> None:
    read = decode(data, "captions.srt", language)
    assert [(fault.code, fault.fix, fault.line) for fault in read.faults] == [
        ("guessed-encoding", "save it as UTF-8", 1)
    ]


def test_a_doubtful_encoding_is_named_with_its_first_line_and_how_that_reads() -> None:
    (fault,) = decode(b"one\r\ntwo\r\ncaf\xe8 caf\xe8\r\n\xf0\xf0", "captions.srt", "").faults
    assert fault.line == 3
    assert 'may spell letters wrong: "' in fault.message
    assert fault.message.endswith(" and 1 other lines")


def test_a_russian_file_that_is_named_english_is_russian() -> None:
    read = read_captions(encode("ru", "cp1251"), "captions.en.srt")
    assert [cue.text for cue in read.cues] == SAID["ru"].split("\n")
    assert (read.faults, [str(note.code) for note in read.notes]) == ((), ["other-encoding"])


def test_emoji_in_two_halves_are_one() -> None:
    data = "Hi 😀".encode("utf-16-le").decode("utf-16-le", "surrogatepass")
    halves = b"Hi " + "\ud83d\ude00".encode("utf-8", "surrogatepass")
    assert decode(halves, "captions.en.vtt", "en").text == data


def test_utf_8_with_damaged_letters_stays_utf_8_and_names_the_lines() -> None:
    data = (TEXT + "été, Genève, où, ").encode() + b"caf\xe9\r\n\xff\n"
    read = read_captions(data, "captions.fr.vtt")
    assert read.cues[0].text == "été, Genève, où, caf\ufffd\n\ufffd"
    assert [fault.place for fault in read.faults] == ["captions.fr.vtt:4", "captions.fr.vtt:5"]


def test_a_letter_that_was_lost_before_the_file_was_saved_is_named() -> None:
    read = read_captions((TEXT + "caf\ufffd").encode(), "captions.fr.vtt")
    assert [(fault.place, fault.code) for fault in read.faults] == [
        ("captions.fr.vtt:4", "damaged-character")
    ]


def test_so_many_lines_are_named_and_the_rest_counted() -> None:
    read = decode("\ufffd\n".encode() * 50, "captions.fr.vtt", "fr")
    assert len(read.faults) == 20
    assert "nor in 30 lines below" in read.faults[-1].message


def test_half_a_character_at_the_end_of_utf_16_is_reported() -> None:
    data = codecs.BOM_UTF16_LE + "ab".encode("utf-16-le") + b"\x00"
    text, faults, _ = decode(data, "captions.en.vtt", "en")
    assert text == "ab\ufffd"
    assert [fault.place for fault in faults] == ["captions.en.vtt:1"]


MOJIBAKE = [
    ("Le cafÃ© de GenÃ¨ve", "Le café de Genève"),
    ("cafÃƒÂ©", "café"),
    ("Â¿QuiÃ©n? Lâ€™Ã©tÃ©", "¿Quién? L’été"),
    ("ÐŸÑ€Ð¸Ð²ÐµÑ‚", "Привет"),
    ("РџСЂРёРІРµС‚ РјРёСЂ", "Привет мир"),
    ("╨Я╤А╨╕╨▓╨╡╤В", "Привет"),
    ("ZaÅ¼Ã³Å‚Ä‡", "Zażółć"),
    ("été Ã©tÃ©", "été été"),
]


@pytest.mark.parametrize(("saved", "meant"), MOJIBAKE)
def test_letters_saved_in_the_wrong_encoding_are_put_right_and_noted(
    saved: str, meant: str
) -> None:
    read = read_captions((TEXT + saved).encode(), "captions.fr.vtt")
    assert read.cues[0].text == meant
    assert [(note.place, note.code) for note in read.notes] == [
        ("captions.fr.vtt:4", "mojibake-undone")
    ]
    assert read.faults == ()


@pytest.mark.parametrize("saved", ["ä½ å¥½ä¸–ç•Œ", "農園ã§åƒã", "╨Я日"])
def test_letters_that_cannot_be_put_right_are_a_fault(saved: str) -> None:
    read = read_captions((TEXT + "Fine\n" + saved).encode(), "captions.ja.vtt")
    assert [(fault.place, fault.code) for fault in read.faults] == [
        ("captions.ja.vtt:5", "doubtful-letters")
    ]


@pytest.mark.parametrize("fine", ["«CAFÉ» MAÇÃ»", "NÃO", "À la carte", "10 °C", "♪ ¶ ½", "“AÇÃO”…"])
def test_rare_letters_are_left_alone(fine: str) -> None:
    read = read_captions((TEXT + fine).encode(), "captions.pt.vtt")
    assert (read.cues[0].text, read.faults, read.notes) == (fine, (), ())


def test_turkish_words_that_could_be_vietnamese_without_a_tone_are_doubtful() -> None:
    words = "Sabah ve şey kâğıdı kâğıdı kâğıdı".encode("cp1254")
    read = decode(TEXT.encode() + words, "captions.tr.srt", "tr")
    assert [fault.code for fault in read.faults] == ["guessed-encoding"]


@given(st.data())
def test_any_words_in_any_encoding_read_back_or_are_doubted(data: st.DataObject) -> None:
    language, encoding = data.draw(st.sampled_from(ENCODED))
    words = SAID[language].split()
    drawn = data.draw(st.lists(st.sampled_from(words), min_size=1, max_size=20))
    form: Literal["NFC", "NFD"] = "NFD" if encoding == "cp1258" else "NFC"
    text = TEXT + unicodedata.normalize(form, " ".join(drawn))
    written = text.encode(encoding, "ignore")
    read = decode(written, "captions.srt", data.draw(st.sampled_from(["", "en", language])))
    expected = unicodedata.normalize("NFC", written.decode(encoding))
    assert unicodedata.normalize("NFC", read.text) == expected or read.faults


@given(st.text(), st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-32"]))
def test_any_text_with_a_mark_or_in_utf_8_is_read_back_or_named(said: str, encoding: str) -> None:
    text = TEXT + said.replace("\0", "").encode(errors="ignore").decode()
    read = decode(text.encode(encoding), "captions.ru.vtt", "ru")
    assert read.text == text or read.faults or read.notes


# Letters of each kind that ftfy tells apart, those that it names one by one, and some of no kind.
LETTERS_OF_KINDS = (
    "aZ \n\t0_Ã©ÂÎÐœŒ×²³ØÙŸŠ®µ»à¹¼½¾√±∂†≠™´≤≥¥ø≈¢°‚Äìîïòôúùûπ"
    "âóäêв€šžŸ¡\xa0\xad\x85©·«–—’ΆβāΞΟΓΒГўЂВ.РС¦¨¶§£│▀Þλ¿“”ﬁ"
)


@given(st.text(st.sampled_from(LETTERS_OF_KINDS), max_size=12))
def test_a_look_at_the_letters_that_may_be_bad_finds_what_a_look_at_all_finds(text: str) -> None:
    assert has_bad_letters(text) == is_bad(text)
