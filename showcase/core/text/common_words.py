"""Words that are so frequent in a language that any text of some length has them.

Written from general knowledge of these languages.
"""

# BCP 47 subtags to frequent words in plain letters, which every encoding reads alike.
COMMON_WORDS = {
    "ca": "que els les amb per una del dels aquest sempre molt som hem va",
    "cs": "jsem jste jsou ale jako nebo jen tak bude byl pro ne na se ve",
    "da": "og ikke det jeg er til en den har med som af vi hvad",
    "de": "und nicht ich das ist wir die der ein sie mit auf es zu",
    "en": "the and you that is of to it we was in have what they are",
    "es": "que los las por una con para como pero del todo el muy se",
    "et": "ja ei on see ma et ta mis kui aga meie oli",
    "eu": "eta ez da bat dut zer hau zen baina du",
    "fi": "ja ei on se minun niin kuin mutta me olen oli hän",
    "fr": "les des est nous vous une que pas dans qui pour avec sur le et ce",
    "ga": "agus an na is ar bhi go sin leis mar",
    "gl": "que os as unha por con para pero moi nos foi non",
    "hr": "je da se na sam ali smo nije kako bi sve bio",
    "ht": "nou yo pou nan ki pa te yon moun sa li ak gen tout",
    "hu": "hogy nem egy az van de meg csak volt ez mi el ha",
    "is": "og ekki er ekki sem vi til um en hann var",
    "it": "che non per una con sono della come il di gli ma nel siamo",
    "lt": "ir kad yra tai mes ne bet kaip su buvo jis",
    "lv": "un ir ka es tas mums nav bet ar bija par",
    "nb": "og ikke det jeg er til en den har med som av vi hva",
    "nl": "het een en niet ik dat de van wij zijn voor maar met",
    "pl": "nie jest to na si ale jak co tak do za czy ja",
    "pt": "que os uma com por para como mas dos muito foi isso se do da",
    "ro": "nu este un pe cu din la ce care mai sunt am de ne",
    "sk": "som nie ste ale ako len by bol pre na sa vo si",
    "sl": "je in se ne da na sem pa smo kaj za ni bil",
    "sq": "dhe nuk ne me nga po por ky janë ka pa",
    "sv": "och inte det jag att en den har med som av vi vad",
    "tr": "bir ve bu ne da de ama ben sen var yok sonra eve biz",
    "vi": "nguoi khi trong cho ra anh em tri ban ta ai sau",
}
_ENGLISH = """
    a able about above across act after again against age ago air all almost alone along already also
    always am among an and another any are area around as ask at away back bad bank base be bear beat
    because bed been before began begin behind being best better between big bird black blood blow blue
    board boat body book born both box boy break bring brother brought build built burn business but buy
    by call came can car care carry case catch caught cause center certain chance change child children
    church city class clear close cold come company control cook cost could country course cover crop
    cross cry cut day dead deal dear deep did die do does dog done door down draw dream dress drink drive
    drop dry during each early earth east eat eight end enough even ever every eye face fact fair fall
    family far farm fast father feel feet fell felt few field fight fill find fine fire first fish five
    floor fly follow food foot for force form found four free friend from full game gave general get girl
    give glad go god gold gone good got government great green ground group grow guess had hair half hand
    hard has have he head hear heart heavy help her here high hill him his hold home hope horse hot hour
    house how hundred hurt i ice idea if in inside into is it its job just keep kept kind king knew know
    labor land language large last late law lay lead learn least leave led left less let letter life
    light like line list listen little live long look lost lot love low made make man many mark market
    may me mean meet men mile mind mine minute money month moon more morning most mother mountain move
    much music must my name near need never new next night nine no north not note nothing now number of
    off office often oh oil old on once one only open or order other our out outside over own page paid
    paper part party pass past pay people perhaps person pick picture piece place plain plan plant play
    point poor power press problem pull put question quick quite rain ran reach read ready real red rest
    rich right river road rock room round rule run said same sat saw say school sea second see seem self
    sell send sent service set seven several shall she ship short should show side sign simple since sing
    sister sit six sleep slow small snow so some son song soon sort sound south space speak stand star
    start state station stay step still stone stood stop store story street strong such sun sure table
    take talk teach teacher tell ten than thank that the their them then there these they thing think
    third this those though thought three through time to today together told too took top toward town
    track tree true try turn twelve twenty two under union until up upon us use very voice wage wait walk
    wall want war warm was watch water way we week well went were west what wheel when where which while
    white who whole whose why wide wife will wind window winter wish with woman women wood word wore work
    worker workers world would write year yes yet you young your anybody anyone anything anyway anywhere
    become became cannot everybody everyone everything everywhere farmer farmers herself himself itself
    maybe myself nobody nowhere ourselves outside somebody somehow someone something sometimes somewhere
    themselves tomorrow understand understood weekend within without yesterday yourself
"""
ENGLISH_WORDS = frozenset(_ENGLISH.split())
