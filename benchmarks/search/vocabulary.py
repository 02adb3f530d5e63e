"""Vocabulary of the generated talks: words of five languages, and how words are misheard and misremembered.

The most frequent words are real, in order of frequency (frequency lists of speech agree on these); all others
are made of syllables. The tables below say how a speech recognizer or a memory changes a word: by rules for
letters instead of lists of words, so that any text can be changed.
"""

from collections.abc import Mapping

COMMON: Mapping[str, str] = {
    "en": "the and I you to a that it of we in they was is for so with this have what on he know but at "
    "all are be just do not like about there when one my can out or because up if were had people our "
    "then go get from said as would she me no her by an very been more now who them how did some could "
    "don't it's we're I'm didn't they're that's can't work time think want see day make way right",
    "es": "que de no la y el a en es lo los un se por me con una las para te si está más pero como le "
    "su porque bien yo todo ya muy nosotros cuando hay así este ellos hacer también ser fue era son "
    "trabajo gente tiempo día años vida dice después donde aquí entonces nada mañana niños",
    "ht": "nou yo li nan ki pou se ak yon sa te ap m'ap pa mwen w fè gen tout kote men lè si tou moun "
    "anpil travay lavi ki sa yo t'ap konsa jodi a depi avèk sou chak menm bagay sonje n'ap l'ap "
    "pou yo ban m di konnen jaden dlo lajan fanmi timoun toujou",
    "bn": "আমি আমরা তুমি সে তারা এই ওই যে কি না হ্যাঁ এবং কিন্তু তাই জন্য সঙ্গে থেকে করে করি করা ছিল আছে "
    "হবে হয় আর এক দুই সব কোনো মানুষ কাজ জীবন দিন রাত জল মাটি ঘর আজ কাল এখন তখন অনেক কথা বলে দেখি",
    "ja": "の に は を た が で て と し れ さ ある いる も する から な こと として い や れる など なっ "
    "ない この ため その あっ よう また もの という あり まで られ なる 私 人 今 それ 何 みんな 仕事 時間 "
    "言っ 思い とても",
}
SYLLABLES: Mapping[str, str] = {
    "en": "ba den for min ter con pel rad sto vin gar lum ness ton ing er al ock wen shi tra plo quin",
    "es": "ca ción do ra mien to pe lla no ri go ber san cha ño me so lu cue va jar ti ba res",
    "ht": "la ki son pè byen wo ba li zan tè mou fò chan nen rès pay dwa tan bou lan vwa jou",
    "bn": "কা মি রা তো নি সা বে লু পা দী শো গা হা কু মা টি লা ন্দ স্থ র্ম",
    "ja": "田 米 花 海 山 水 声 歌 手 道 町 店 話 心 力 夏 冬 朝 夜 森 カ メ ラ ト マ バ ス み か さ な",
}
FILLERS: Mapping[str, str] = {
    "en": "uh,|um,|you know,|I mean,|well,|so,|like,|okay,",
    "es": "eh,|este,|o sea,|bueno,|pues,|digamos,",
    "ht": "enben,|ebyen,|ou konnen,|kidonk,",
    "bn": "মানে,|তো,|আসলে,",
    "ja": "えーと、|あの、|まあ、",
}
PEOPLE: Mapping[str, str] = {
    "en": "Siobhán O'Dwyer|Ben Okafor|Esther Mwangi|Zoë Lindqvist|Mary-Kate Dunne|Tom Abernathy",
    "es": "Inés Ríos|Ramón Núñez|Lucía Peña|Joaquín Ibáñez|Sofía Güemes|Mateo Cárdenas",
    "ht": "Céline Joseph|Jean-Robert Désir|Marie-Ange Félix|Ti Jean Lafòtin|Roselène Bèlfò|Wilnò Pyè",
    "bn": "নাসরিন আক্তার|রফিক হোসেন|মিতালী দাস|সোহেল রানা",
    "ja": "伊藤花|佐藤健|高橋ミドリ|中村一郎",
}
STOPS: Mapping[str, str] = {"bn": "।।।?", "ja": "。。。？"}
STOPS_ELSEWHERE = "....?!…"
COMMAS: Mapping[str, str] = {"ja": "、"}
UNSPACED = frozenset({"ja"})

_ONES: Mapping[str, str] = {
    "en": "one two three four five six seven eight nine ten eleven twelve",
    "es": "uno dos tres cuatro cinco seis siete ocho nueve diez once doce",
    "ht": "youn de twa kat senk sis sèt uit nèf dis onz douz",
    "fr": "un deux trois quatre cinq six sept huit neuf dix onze douze",
    "de": "eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf",
    "it": "uno due tre quattro cinque sei sette otto nove dieci undici dodici",
    "pt": "um dois três quatro cinco seis sete oito nove dez onze doze",
    "sv": "ett två tre fyra fem sex sju åtta nio tio elva tolv",
}
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_MORE: Mapping[str, Mapping[str, str]] = {
    "en": {"100": "one hundred", "1,000": "one thousand", "3,000": "three thousand"},
    "es": {
        "20": "veinte",
        "30": "treinta",
        "100": "cien",
        "1994": "mil novecientos noventa y cuatro",
    },
    "ht": {"20": "ven", "30": "trant", "100": "san", "1000": "mil"},
}


def _numbers(language: str) -> dict[str, str]:
    words = enumerate(_ONES.get(language, "").split(), 1)
    numbers = {str(number): word for number, word in words}
    if language == "en":
        ones = ["", *_ONES["en"].split()[:9]]
        for ten, word in enumerate(_TENS.split(), 2):
            numbers |= {f"{ten}{n or 0}": f"{word}-{one}".rstrip("-") for n, one in enumerate(ones)}
    return numbers | dict(_MORE.get(language, {}))


# For each language, numbers in digits and in words.
NUMBERS: Mapping[str, Mapping[str, str]] = {language: _numbers(language) for language in _ONES}

# The words of each group ("|") are confused with one another.
SWAPPED: Mapping[str, str] = {
    "en": "the a an this that|in on at|of for from to|and but so or|is was are were|we they you|can could|"
    "will would|he she|my our your their|this these|have had|has had|do did|it that",
    "es": "el la los las un una|en de a por para|y pero o|es era fue está|que como|su mi|son eran|lo le se",
    "ht": "yon sa|nan sou|ak pou|te ap|nou yo li mwen|men e|se te",
    "fr": "le la les un une|de à en dans pour|et mais ou|est était|il elle on|ce se|des les",
    "de": "der die das ein eine|in an auf|und aber oder|ist war|er sie es|wir sie|den dem",
    "it": "il la lo un una|di a in da per|e ma o|è era|che come|si ci",
    "pt": "o a os as um uma|de em para por|e mas ou|é era foi|que como",
    "sv": "en ett den det|i på av|och men|är var|han hon|vi de",
}
# Endings that are added or lost: "work" and "works", "worked", "working".
ENDINGS: Mapping[str, str] = {
    "en": "s ed ing er ly", "es": "s ndo do r n", "ht": "", "fr": "s es er ent", "de": "e en er t s",
    "it": "i o a e", "pt": "s ndo do r", "sv": "en ar na t", "bn": "র ের কে টা", "ru": "а ы и ом",
}  # fmt: skip
# Groups of letters that sound the same, replaced by one another in both directions.
SOUNDS = (
    "ph f|ee ea|ai ay|c k|s z|th t|ou ow|oo u|ie y|gh g|wh w|kn n|er or|ll l|tt t|ss s|b v|y i|j g|qu kw|"
    "ei ie|d t|m n|শ স|ষ শ|ণ ন|ি ী|ু ূ|ত ট|か が|た だ|は ば|さ ざ|し じ|え い|お う|カ ガ|ト ド|б п|д т|"
    "ه ح|س ص|ت ط|द ध|ि ी"
)
