"""What letters languages are written with, to tell in which encoding a text makes sense.

Written from general knowledge of these languages, from the most frequent letter to the rarest. No order is
exact: a text in the wrong encoding is far from any of them.
"""

# BCP 47 subtags to the letters beside a to z, in lower case, of languages in Latin script.
LATIN_LETTERS = {
    "ca": "àéèíóòçúïü·", "cs": "íáéěčřžýůšúďťňó", "da": "åøæé", "de": "üäöß", "en": "éèñçïöüáíóâêôàåœæ",
    "es": "áéíóñúü", "et": "äõüöšž", "eu": "ñü", "fi": "äöåšž", "fr": "éèàêçôùîûâëïœüÿæ", "ga": "áéíóú",
    "gl": "áéíóúñü", "hr": "čšžćđ", "ht": "èòé", "hu": "áéöőíüóűú", "is": "áðíéóúýþöæ", "it": "àèùìòéîó",
    "lt": "ėųšįąžūčę", "lv": "āīēšņļžūķčģ", "nb": "åøæéòóô", "nl": "éëïóèöüê", "pl": "łęąóżśćńź",
    "pt": "ãáéçíóêõúâàôü", "ro": "ăîâşţșț", "sk": "áíéýčúšžťľôňďäĺŕó", "sl": "čšž", "sq": "ëç",
    "sv": "äåöé", "tr": "ıişğüöçâîû", "vi": "àáâãèéêìíòóôõùúýăđơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ",
}  # fmt: skip
# The same for languages in other scripts: all of their letters.
OTHER_LETTERS = {
    "ar": "المينترودبعسفهكقحجشطصخذثضغزظئءؤىةأإآ",
    "be": "аніоерстлкдвямпузбыьцгчйхжшўэюёфщ",
    "bg": "аиоетнрсвлдкпмзябугчщъхжцшюйфь",
    "el": "αοιετσνηυρπκμλςωδγχθφβξζψάέίόήύώϊΐϋΰ",
    "fa": "اینرهدمتوسبشکگزلخقفجآعپحطصچغضژثظذئ",
    "he": "יוהלאתברמשנכםחפקעדגטסזןץצףך",
    "mk": "аоеитнрсвдкпмлузјбгчцшжњхфќѓљџѕ",
    "ru": "оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъё",
    "sr": "аоиенртсвјкдмупзлгбшчцћжњхђљфџ",
    "th": "านรอกเงมยลวดทสตะปบคหแจพชขใไโผซถธณฉฟศษภญฝฐฎฏฑฒฌฆฬฮฤาำิีึืุู็่้๊๋์ัๆฯ",
    "uk": "оанивтерісклдмупязьбгчйхжшцюїщєфґ",
    "ur": "اینرکہےموتسدلیبپجگشعحقفآھٹخزںڈصطضظغثذڑئۓ",
}  # fmt: skip
# Frequent words in plain letters, which every encoding reads alike.
COMMON_WORDS = {
    "ca": "que els les amb per una del dels aquest sempre molt som hem va", "cs": "jsem jste jsou ale jako nebo jen tak bude byl pro ne na se ve",
    "da": "og ikke det jeg er til en den har med som af vi hvad", "de": "und nicht ich das ist wir die der ein sie mit auf es zu",
    "en": "the and you that is of to it we was in have what they are", "es": "que los las por una con para como pero del todo el muy se",
    "et": "ja ei on see ma et ta mis kui aga meie oli", "eu": "eta ez da bat dut zer hau zen baina du",
    "fi": "ja ei on se minun niin kuin mutta me olen oli hän", "fr": "les des est nous vous une que pas dans qui pour avec sur le et ce",
    "ga": "agus an na is ar bhi go sin leis mar", "gl": "que os as unha por con para pero moi nos foi non",
    "hr": "je da se na sam ali smo nije kako bi sve bio", "ht": "nou yo pou nan ki pa te yon moun sa li ak gen tout",
    "hu": "hogy nem egy az van de meg csak volt ez mi el ha", "is": "og ekki er ekki sem vi til um en hann var",
    "it": "che non per una con sono della come il di gli ma nel siamo", "lt": "ir kad yra tai mes ne bet kaip su buvo jis",
    "lv": "un ir ka es tas mums nav bet ar bija par", "nb": "og ikke det jeg er til en den har med som av vi hva",
    "nl": "het een en niet ik dat de van wij zijn voor maar met", "pl": "nie jest to na si ale jak co tak do za czy ja",
    "pt": "que os uma com por para como mas dos muito foi isso se do da", "ro": "nu este un pe cu din la ce care mai sunt am de ne",
    "sk": "som nie ste ale ako len by bol pre na sa vo si", "sl": "je in se ne da na sem pa smo kaj za ni bil",
    "sq": "dhe nuk ne me nga po por ky janë ka pa", "sv": "och inte det jag att en den har med som av vi vad",
    "tr": "bir ve bu ne da de ama ben sen var yok sonra eve biz", "vi": "nguoi khi trong cho ra anh em tri ban ta ai sau",
}  # fmt: skip
# The characters that make up a third or more of what is said.
COMMON_HAN = frozenset(
    "的一是不了在人有我他这這个個们們中来來上大为為和国國地到以说說时時要就出会會可也你对對生能而子那得于着著下自之年过過"
    "发發后後作里裡用道行所然家种種事成方多经經么麼去法学學如都同现現当當没沒动動面起看定天分还還进進好小部其些主样樣理心她"
    "本前开開但因只从從想实實日她吗嗎吧呢啊什怎谁誰很再把被给給让讓叫做话話知点點明它问問手头頭长長老儿兒回两兩三四五六七"
)
COMMON_HANGUL = frozenset(
    "이다는을가에의하고지사리그나한서기로도들아은자대해시어인를전제일있정수었했니요습라만내우여것으안부보게말거마면미생원주과"
    "러스오장상무야까네데세죠왜뭐와조소제집동물문"
)
