import pytest

from showcase.core.text.languages import direction, native_name


@pytest.mark.parametrize(
    ("tag", "name", "way"),
    [
        # The languages that names were given for before CLDR gave them.
        ("ar", "العربية", "rtl"),
        ("bn", "বাংলা", "ltr"),
        ("de", "Deutsch", "ltr"),
        ("en", "English", "ltr"),
        ("es", "Español", "ltr"),
        ("fa", "فارسی", "rtl"),
        ("fr", "Français", "ltr"),
        ("he", "עברית", "rtl"),
        ("hi", "हिन्दी", "ltr"),
        ("ht", "Kreyòl ayisyen", "ltr"),
        ("it", "Italiano", "ltr"),
        ("ja", "日本語", "ltr"),
        ("ko", "한국어", "ltr"),
        ("pt", "Português", "ltr"),
        ("ru", "Русский", "ltr"),
        ("sv", "Svenska", "ltr"),
        ("th", "ไทย", "ltr"),
        ("ur", "اردو", "rtl"),
        ("vi", "Tiếng Việt", "ltr"),
        ("zh", "中文", "ltr"),
        # Others that CLDR knows.
        ("nl", "Nederlands", "ltr"),
        ("pl", "Polski", "ltr"),
        ("tr", "Türkçe", "ltr"),
        ("uk", "Українська", "ltr"),
        ("el", "Ελληνικά", "ltr"),
        ("ka", "ქართული", "ltr"),
        ("zu", "isiZulu", "ltr"),
        ("yi", "ייִדיש", "rtl"),
        ("dv", "ދިވެހިބަސް", "rtl"),
        ("ug", "ئۇيغۇرچە", "rtl"),
        ("ckb", "کوردیی ناوەندی", "rtl"),
        ("nqo", "ߒߞߏ", "rtl"),
        # A region or a variety, and any case.
        ("es-419", "Español", "ltr"),
        ("HT", "Kreyòl ayisyen", "ltr"),
        ("ar-EG", "العربية", "rtl"),
        ("pt-BR", "Português", "ltr"),
        ("de-CH-1901", "Deutsch", "ltr"),
        ("en-x-plain", "English", "ltr"),
        ("iw", "עברית", "rtl"),
        # A script, or the one that is usual in a region.
        ("az-Arab", "آذربایجان تۆرکجه‌سی", "rtl"),
        ("az-IR", "آذربایجان تۆرکجه‌سی", "rtl"),
        ("az", "Azərbaycan", "ltr"),
        ("pa-Arab", "پنجابی", "rtl"),
        ("pa-PK", "پنجابی", "rtl"),
        ("pa", "ਪੰਜਾਬੀ", "ltr"),
        ("ku-Arab", "Kurdî (kurmancî)", "rtl"),
        ("sr-latn", "Srpski", "ltr"),
        ("sr", "Српски", "ltr"),
        ("zh-Hant-TW", "中文", "ltr"),
        ("zh-yue-TW", "中文", "ltr"),
        ("ar-Latn", "العربية", "ltr"),
        ("ha-Arab", "Hausa", "rtl"),
        # Nothing is known of these but what the tag says.
        ("tlh", "tlh", "ltr"),
        ("und", "und", "ltr"),
        ("und-Arab", "und-Arab", "rtl"),
        ("mul", "mul", "ltr"),
        ("root", "root", "ltr"),
        ("x-secret", "x-secret", "ltr"),
        ("../../etc/passwd", "../../etc/passwd", "ltr"),
        ("e", "e", "ltr"),
        ("", "", "ltr"),
    ],
)
def test_a_language_has_its_own_name_and_direction(tag: str, name: str, way: str) -> None:
    assert (native_name(tag), direction(tag)) == (name, way)
