"""A text that is beyond doubt in another language than its tag says."""

import pytest

from showcase.core.text.function_words import ALIKE, FUNCTION_WORDS
from showcase.core.text.language_evidence import other_language, other_script

EN = (
    "The tomatoes were picked before sunrise and the crew leader kept the hours on a sheet that nobody else "
    "could see. Then the farm signed the agreement. Now there is shade, and water, and a clock that belongs "
    "to the workers."
)
ES = (
    "Los tomates se cosechaban antes del amanecer y el capataz apuntaba las horas en una hoja que nadie más "
    "podía ver. Luego la finca firmó el acuerdo. Ahora hay sombra, y agua, y un reloj que es de los "
    "trabajadores y no se esconde."
)
PT = (
    "Os tomates eram colhidos antes do amanhecer e o capataz anotava as horas numa folha que mais ninguém "
    "podia ver. Depois a fazenda assinou o acordo. Agora há sombra, e água, e um relógio que é dos "
    "trabalhadores e não se esconde."
)
DE = (
    "Die Tomaten wurden vor dem Morgen gepflückt, und der Vorarbeiter schrieb die Stunden auf ein Blatt, "
    "das sonst niemand sehen konnte. Dann hat der Hof den Vertrag unterschrieben. Nun gibt es Schatten und "
    "Wasser und eine Uhr, die den Leuten gehört."
)
RU = (
    "Помидоры собирали до рассвета, и бригадир писал часы на листе, которого никто не видел. Потом ферма "
    "подписала договор. А теперь у нас есть тень и вода, и часы, и это часы для всех, кто там работает, и "
    "они не врут, как это было раньше."
)
HE = "העגבניות נקטפו לפני הזריחה וראש הצוות רשם את השעות על דף שאיש לא ראה " * 4
ZH = (
    "番茄在日出前采摘工头把工时记在别人看不到的纸上后来农场签了协议现在有树荫有水还有一个属于工人的钟"
    * 4
)


@pytest.mark.parametrize(
    ("text", "tag", "language"),
    [
        (EN, "es", "en"),
        (EN, "es-419", "en"),
        (EN, "ht", "en"),
        (EN, "yo", "en"),
        (EN, "ja", "en"),
        (EN, "ru", "en"),
        (EN, "he", "en"),
        (EN.replace("'", "’"), "de", "en"),
        (ES, "en", "es"),
        (ES, "ja", "es"),
        (ES, "fr", "es"),
        (PT, "es", "pt"),
        (ES, "pt-BR", "es"),
        (DE, "en", "de"),
        (RU, "en", "ru"),
    ],
)
def test_another_language_is_told(text: str, tag: str, language: str) -> None:
    assert other_language(text, tag) == language


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        (EN, "en"), (EN, "en-GB"), (ES, "es"), (ES, "es-MX"), (PT, "pt"), (DE, "de"), (RU, "ru"),
        # Like its own, unknown, mixed, short.
        (DE, "lb"), (PT, "gl"), (EN, "jam"), (EN, "und"), (ES, "qu"), (RU, "uk"), (RU, "bg"),
        (EN + ES, "es"), (EN + ES, "en"), (f"{EN} {ES} {ES}", "en"),
        (EN[:60], "es"), ("", "es"), (HE, "en"), (ZH, "en"), (ZH, "zh"),
    ],
)  # fmt: skip
def test_where_there_is_doubt_nothing_is_told(text: str, tag: str) -> None:
    assert other_language(text, tag) is None


@pytest.mark.parametrize(
    ("text", "tag", "script"),
    [
        (HE, "es", "Hebr"), (ZH, "en", "Hani"), (RU, "es", "Cyrl"), (HE, "he", None), (EN, "he", None),
        (EN, "es", None), (HE + EN * 2, "en", None), (HE[:30], "en", None),
        ("", "en", None), (HE, "xx", None),
    ],
)  # fmt: skip
def test_another_script_than_latin_is_told(text: str, tag: str, script: str | None) -> None:
    assert other_script(text, tag) == script


def test_every_language_has_words_that_none_of_the_others_has() -> None:
    for one, words in FUNCTION_WORDS.items():
        for other, others in FUNCTION_WORDS.items():
            if one != other and not any({one, other} <= alike for alike in ALIKE):
                assert len(words - others) >= 12, (one, other)
