"""The words of numbers in English, Spanish, French and Haitian Creole, folded.

Where people say a number in several ways ("two hundred five", "two hundred and five"), all are given: they
are looked for, never shown.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product

_MILLION, _THOUSAND, _HUNDRED = 1_000_000, 1_000, 100
# The first centuries that years are said by: "ten sixty-six".
_CENTURIES = range(10, 100)

_Texts = Sequence[str]


@dataclass(frozen=True, slots=True)
class Numerals:
    """How a language says numbers.

    Attributes:
        small: for 0 to 99 the ways to say it.
        hundreds: for 0 to 9 hundreds the ways to begin with it.
        whole_hundreds: the same where nothing follows.
        joints: what may stand between hundreds and the rest.
        thousand: the word, alone for 1,000 unless `counts_one`.
        million: one, and more than one.
        counts_one: "one thousand", where others say "mil".
    """

    small: Sequence[_Texts]
    hundreds: Sequence[_Texts]
    whole_hundreds: Sequence[_Texts]
    thousand: str
    million: tuple[str, str]
    joints: _Texts = (" ",)
    counts_one: bool = False

    def speak(self, number: int) -> list[str]:
        """The ways to say a number below a billion."""
        millions, rest = divmod(number, _MILLION)
        thousands, rest = divmod(rest, _THOUSAND)
        parts: list[_Texts] = []
        if millions:
            word = self.million[millions > 1]
            parts.append([f"{text} {word}" for text in self._below_thousand(millions)])
        if thousands:
            parts.append(self._thousands(thousands))
        if rest or not parts:
            parts.append(self._below_thousand(rest))
        return [" ".join(texts) for texts in product(*parts)]

    def _thousands(self, count: int) -> list[str]:
        if count == 1 and not self.counts_one:
            return [self.thousand]
        return [f"{text} {self.thousand}" for text in self._below_thousand(count)]

    def _below_thousand(self, number: int) -> list[str]:
        hundreds, rest = divmod(number, _HUNDRED)
        if not hundreds:
            return [*self.small[rest]]
        if not rest:
            return [*self.whole_hundreds[hundreds]]
        texts = product(self.hundreds[hundreds], self.joints, self.small[rest])
        return ["".join(text) for text in texts]


def _counted(units: _Texts, hundred: str) -> list[_Texts]:
    """One hundred without its count, the others with it: "cent", "deux cent"."""
    return [(), (hundred,), *((f"{unit} {hundred}",) for unit in units[2:10])]


_EN_UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
)
_EN_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"


def _english() -> Numerals:
    units, tens = _EN_UNITS.split(), _EN_TENS.split()
    small = units + [
        f"{ten} {unit}" if n else ten for ten in tens for n, unit in enumerate(units[:10])
    ]
    hundreds = [(), ("one hundred", "a hundred"), *((f"{unit} hundred",) for unit in units[2:10])]
    return Numerals(
        small=[(text,) for text in small],
        hundreds=hundreds,
        whole_hundreds=hundreds,
        thousand="thousand",
        million=("million", "million"),
        joints=(" ", " and "),
        counts_one=True,
    )


_EN_ORDINALS = {
    "one": "first", "two": "second", "three": "third", "five": "fifth", "eight": "eighth",
    "nine": "ninth", "twelve": "twelfth",
}  # fmt: skip


def ordinal(text: str) -> str:
    """An English number as a place in a row: "twenty five" is "twenty fifth"."""
    before, space, last = text.rpartition(" ")
    regular = f"{last[:-1]}ieth" if last.endswith("y") else f"{last}th"
    return before + space + _EN_ORDINALS.get(last, regular)


def years(number: int) -> list[str]:
    """An English number said by its hundreds: "twenty seventeen", "nineteen oh five", "fifteen hundred"."""
    century, year = divmod(number, _HUNDRED)
    if century not in _CENTURIES:
        return []
    small = LANGUAGES["en"].small
    oh = "oh " if 0 < year < 10 else ""  # noqa: PLR2004 (one digit)
    return [f"{small[century][0]} {oh}{small[year][0] if year else 'hundred'}"]


_ES_UNITS = (
    "cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciseis "
    "diecisiete dieciocho diecinueve veinte veintiuno veintidos veintitres veinticuatro veinticinco "
    "veintiseis veintisiete veintiocho veintinueve"
)
_ES_TENS = "treinta cuarenta cincuenta sesenta setenta ochenta noventa"
_ES_HUNDREDS = (
    "doscientos trescientos cuatrocientos quinientos seiscientos setecientos "
    "ochocientos novecientos"
)


def _spanish() -> Numerals:
    units, tens = _ES_UNITS.split(), _ES_TENS.split()
    small = units + [
        f"{ten} y {unit}" if n else ten for ten in tens for n, unit in enumerate(units[:10])
    ]
    hundreds = [(text, f"{text[:-2]}as") for text in _ES_HUNDREDS.split()]
    return Numerals(
        small=[_one_of_each(text) for text in small],
        hundreds=[(), ("ciento",), *hundreds],
        whole_hundreds=[(), ("cien", "ciento"), *hundreds],
        thousand="mil",
        million=("millon", "millones"),
    )


def _one_of_each(text: str) -> _Texts:
    """One changes with what is counted: "veintiún años", "treinta y una horas"."""
    return (text, text[:-1], f"{text[:-1]}a") if text.endswith("uno") else (text,)


_FR_UNITS = (
    "zero un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize "
    "dix_sept dix_huit dix_neuf"
)
_FR_TENS = "vingt trente quarante cinquante soixante"
# As in Belgium and Switzerland.
_FR_OTHER_TENS = "septante huitante nonante"


def _french() -> Numerals:
    units = [unit.replace("_", " ") for unit in _FR_UNITS.split()]
    small: list[_Texts] = [(unit,) for unit in units]
    for ten in _FR_TENS.split():
        small += [(_french_ten(ten, unit),) for unit in units[:10]]
    other = [_french_ten(ten, unit) for ten in _FR_OTHER_TENS.split() for unit in units[:10]]
    high = [_french_ten("soixante", unit) for unit in units[10:]]
    high += ["quatre vingts", *(f"quatre vingt {unit}" for unit in units[1:])]
    small += [*zip(high, other, strict=True)]
    whole = _counted(units, "cent")
    return Numerals(
        small=small,
        hundreds=whole,
        whole_hundreds=[(*texts, *(f"{text}s" for text in texts)) for texts in whole],
        thousand="mille",
        million=("million", "millions"),
    )


def _french_ten(ten: str, unit: str) -> str:
    """A ten and its unit: "vingt", "vingt et un", "vingt deux", "soixante et onze"."""
    if unit == "zero":
        return ten
    return f"{ten} et {unit}" if unit in {"un", "onze"} else f"{ten} {unit}"


_HT_UNITS = (
    "zewo en de twa kat senk sis set uit nef dis onz douz trez katoz kenz sez diset dizuit diznef"
)
_HT_TENS = "ven tran karan senkan swasan"


def _creole() -> Numerals:
    units = _HT_UNITS.split()
    small: list[_Texts] = [(unit,) for unit in units]
    small[1] = ("en", "youn", "yon")
    for ten in _HT_TENS.split():
        small += [_creole_ten(ten, unit) for unit in units[:10]]
    small += [(f"swasann{unit}",) for unit in units[10:]]
    small += [("katreven",), *((f"katreven{unit}",) for unit in units[1:])]
    hundreds = _counted(units, "san")
    return Numerals(
        small=small,
        hundreds=hundreds,
        whole_hundreds=hundreds,
        thousand="mil",
        million=("milyon", "milyon"),
    )


def _creole_ten(ten: str, unit: str) -> _Texts:
    """A ten and its unit: "ven" or "vent", "venteyen", "vennde", "ventwit"."""
    if unit == "zewo":
        return ten, f"{ten}t"
    before_vowel = {"en": "teyen", "uit": "twit", "nef": "tnef"}
    return (ten + before_vowel.get(unit, f"n{unit}"),)


LANGUAGES = {"en": _english(), "es": _spanish(), "fr": _french(), "ht": _creole()}
