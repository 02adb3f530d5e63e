"""Function words of languages: the articles, pronouns and conjunctions that every second word of speech is.

They tell a text of one language from that of another beyond doubt, and nothing else is asked of them. Words
that many languages share ("a", "de") are among them: what counts is what only one of two languages has.
"""

# BCP 47 primary subtags; lower case, with accents.
FUNCTION_WORDS: dict[str, frozenset[str]] = {
    language: frozenset(words.split())
    for language, words in {
        "en": (
            "the and of to a in is it you that was for on are with as they be at this have from or "
            "one had by but not what all were we when your can there an which she he do how their if will "
            "so would about them my than been who its now him her me our just because i don't it's that's"
        ),
        "es": (
            "de la que el en y a los se del las un por con no una su para es al lo como más pero sus le "
            "ya o este sí porque esta entre cuando muy sin sobre también me hasta hay donde nos eso esto "
            "ese todo yo ella si nosotros ustedes está son"
        ),
        "fr": (
            "de la le et les des en un du une que est pour qui dans a par plus pas au sur ne se ce il sont "
            "avec ou mais comme nous vous je tu elle on cette ces aux si leur tout être fait c'est qu'il "
            "d'un d'une j'ai n'est très bien ça"
        ),
        "de": (
            "der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an "
            "werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über einen so zum "
            "war haben nur oder aber wir ich du mir mich was wenn kann man"
        ),
        "it": (
            "di e il la che in un a per è una sono mi si ho lo ma ti le ha non ci con cosa come da io se "
            "questo qui bene tu sei del della dei delle nel alla al gli anche più mio questa era essere "
            "perché quando abbiamo dove"
        ),
        "pt": (
            "de que não o a e do da em um para é com uma os no se na por mais as dos como mas foi ao ele "
            "das tem à seu sua ou ser quando muito há nos já está eu também só pelo pela até isso ela "
            "entre você nós são isto"
        ),
        "gl": (
            "de que o a e do da en un para é con unha os no se na por máis as dos como pero foi ao el das "
            "ten seu súa ou ser cando moi hai nos xa está eu tamén só polo pola ata iso ela non nós son "
            "isto unhas uns"
        ),
        "ca": (
            "de la que el i a en els es per un amb no una les del al com més però si ha va o seu seva són "
            "és ho molt aquest aquesta quan perquè tot també jo hi ens nosaltres això fer d'un l'any"
        ),
        "ro": (
            "de și în a la cu pe nu o un că să este din care pentru mai se ca au fost dar sunt am ce sau "
            "fi ei lui acest această când foarte după prin noi eu ne îi dacă tot doar așa"
        ),
        "nl": (
            "de en van ik te dat die in een hij het niet zijn is was op aan met als voor had er maar om "
            "hem dan zou of wat mijn men dit zo door over ze zich bij ook tot je mij uit der daar haar naar "
            "heb hoe heeft hebben deze u want nog zal we wij"
        ),
        "sv": (
            "och det att i en jag hon som han på den med var sig för så till är men ett om hade de av icke "
            "mig du henne då sin nu har inte hans honom skulle hennes där min man ej vid kunde något från "
            "ut när efter upp vi dem vara vad över än dig kan här"
        ),
        "da": (
            "og i jeg det at en den til er som på de med han af for ikke der var mig sig men et har om vi "
            "min havde ham hun nu over da fra du ud sin dem os op man hans hvor eller hvad skal selv her "
            "alle vil blev kunne når være"
        ),
        "nb": (
            "og i jeg det at en et den til er som på de med han av ikke der så var meg seg men har om vi "
            "min mitt ha hadde hun nå over da ved fra du ut sin dem oss opp man kan hans hvor eller hva "
            "skal selv her alle vil ble kunne når være"
        ),
        "fi": (
            "ja on ei että se hän oli mutta ovat kun niin myös mitä tämä joka sen minä sinä me te he en "
            "ole olen jos vain nyt kuin sitä siitä tai mukaan hänen minun olisi voi"
        ),
        "et": (
            "ja on ei et see ta oli aga kui ka mis nii seda oma need siis ma sa me te nad või kes veel "
            "pole olen selle juba ning väga"
        ),
        "hu": (
            "a az és hogy nem is egy ez ha meg van de csak már azt el még ki vagy mi én ő ezt te volt "
            "mint lehet minden kell itt nagyon most aki ami"
        ),
        "pl": (
            "i w na nie z do to że się jest o jak a po co ale tak za od przez dla czy ten są być może już "
            "tylko jego ich jej było ma mnie go mi bo my ja ty tym tego które który"
        ),
        "cs": (
            "a se v na je že to s z do o i jako za by ale si po jsem od k pro tak jsou které který při jeho "
            "byl jen nebo než když už co ve jak není být také může jsme tím"
        ),
        "sk": (
            "a sa v na je že to s z do o i ako za by ale si po som od k pre tak sú ktoré ktorý pri jeho "
            "bol len alebo než keď už čo vo nie je byť aj môže sme tým"
        ),
        "sl": (
            "in je v se na da za so ki pa z tudi ne po s bi kot to iz o ali še od do pri kako ko jih bil "
            "tega smo sem vse lahko več"
        ),
        "hr": (
            "i je u se na da za su koji a od s o kao ne to ili iz po bi što nije će koja te ali sam od do "
            "samo biti može kako ako mi vi oni ja bio"
        ),
        "tr": (
            "ve bir bu da de için ile ne o çok ama en gibi daha ki mi var kadar sonra olarak olan değil "
            "ben sen biz siz her şey yok mı ya hiç nasıl"
        ),
        "id": (
            "yang dan di itu dengan untuk tidak ini dari dalam akan pada juga saya ke karena tersebut bisa "
            "ada mereka lebih kita kami sudah atau oleh kamu dia seperti apa jika"
        ),
        "vi": (
            "và của là có không được cho trong một người với các này đã những khi đó để ra như từ lại đến "
            "về nhiều tôi chúng ta cũng rất"
        ),
        "tl": (
            "ang ng sa na mga at ay ko hindi siya ito mo ako ka nang kung may niya ni para lang ba kanyang "
            "si kami natin pero yung"
        ),
        "ht": (
            "nan yo ak pou li te yon ki pa nou mwen ou sou se gen men sa tout fè lè kap ap menm konsa anpil"
        ),
        "eu": (
            "eta da ez bat du dira izan zen ere dute hau baina hori nire egin gara dago oso zuen zer nola"
        ),
        "lt": "ir yra kad į ne su o iš tai kaip bet už buvo jis tik ar man mes jau dar apie jie aš labai",
        "lv": "un ir ka uz par no ar nav tas bet kā es vai tā viņš lai arī mēs jau tikai pie ļoti šis",
        "ru": (
            "и в не на я что он с как это а то все она так его но они мы к у ты из за вы же бы по только "
            "ее мне было вот от меня еще нет о когда если для или чтобы"
        ),
        "uk": (
            "і в не на я що він з як це а то все вона так його але вони ми до у ти із за ви ж би по тільки "
            "її мені було від мене ще ні про коли якщо для або щоб та є"
        ),
        "bg": (
            "и в не на аз че той с как това а то всички тя така го но те ние към у ти от за вие же по само "
            "я ми беше още няма когато ако или да се са е"
        ),
        "el": (
            "και το να του η της με που την από για είναι ο τον οι τα στο θα ότι δεν σε τους μας αυτό στην "
            "μια ένα αλλά αν όταν πολύ εγώ"
        ),
    }.items()
}  # fmt: skip
# Languages that share most of these words: none of a pair is taken for the other.
ALIKE = (
    frozenset({"da", "nb", "nn", "no"}),
    frozenset({"hr", "sr", "bs", "sh", "sl"}),
    frozenset({"cs", "sk"}),
    frozenset({"id", "ms", "jv", "su"}),
    frozenset({"nl", "af", "fy", "li"}),
    frozenset({"es", "gl", "ast", "an", "lad"}),
    frozenset({"pt", "gl"}),
    frozenset({"ca", "oc"}),
    frozenset({"de", "lb", "gsw", "nds", "bar"}),
    frozenset({"it", "co", "scn", "nap", "vec"}),
    frozenset({"fr", "wa", "oc"}),
    frozenset({"tl", "fil", "ceb"}),
    frozenset({"en", "sco", "jam", "pcm", "tpi", "bi", "srn", "kri", "und", "mul", "mis", "zxx", "sgn"}),
    frozenset({"ru", "uk", "be", "rue"}),
    frozenset({"bg", "mk"}),
)  # fmt: skip
