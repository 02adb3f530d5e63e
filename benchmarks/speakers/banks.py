"""What the people of generated caption files are called and say, in eleven scripts.

Every language has two pools of names. Files that the rules may be fitted to use the first, the files that are
held out use the second.
"""

from typing import NamedTuple


class Bank(NamedTuple):
    """The words of one language.

    Attributes:
        tag: its BCP 47 tag.
        names, other_names: of people; the second are for files that are held out.
        sentences: what they say.
        colons, other_colons: what they say that begins like a label; the second for files that are held out.
    """

    tag: str
    names: tuple[str, ...]
    other_names: tuple[str, ...]
    sentences: tuple[str, ...]
    colons: tuple[str, ...] = ()
    other_colons: tuple[str, ...] = ()


ENGLISH = Bank(
    "en",
    ("Rosa", "Peter", "Bo", "Amina", "Thandiwe", "Leila", "Grace", "Mark"),
    ("Nkechi", "Walter", "Ines", "Joy", "Dmitri", "Shanelle", "Hope", "Frank"),
    (
        "The pump has been running since Tuesday.",
        "Nobody told us that the road was closed.",
        "We carried the crates up the hill ourselves.",
        "Half of the families had already signed.",
        "You could hear the river from the kitchen.",
        "That was the year in which the orchard froze.",
        "She wrote the letter and he took it to town.",
        "I did not believe a word of it at first.",
        "They promised to come back before the harvest.",
        "Who would pay for the second lorry?",
        "It took four of us to move the old press.",
        "My mother kept all of the receipts in a tin.",
        "So we stayed, and in the end they listened.",
        "Every row was picked by hand that summer!",
    ),
    (
        "Listen: we were not going to leave.",
        "Remember: it was raining the whole week.",
        "Problem: the roof leaks.",
        "The thing is: nobody asked us.",
        "Point one: wages. Point two: water.",
        "John 3:16 was painted above the door.",
        "10:30 was when the bus came.",
        "https://example.org is where it was written.",
        "She said: never again.",
        "One question: who has the key?",
        "Note: the gate is locked at night.",
    ),
    (
        "Look: there was no other way.",
        "Reason: there was no money left.",
        "The truth is: it was our own fault.",
        "First: the seeds. Second: the soil.",
        "Luke 2:7 hung in the hall.",
        "At 7:45 the whistle blew.",
        "He told me: do not sign that.",
        "Imagine: a whole valley without water.",
        "Tip: wear gloves for this.",
    ),
)
SPANISH = Bank(
    "es",
    ("Lucía", "Joaquín", "Ángela", "Íñigo"),
    ("Ximena", "Raúl", "Begoña", "Óscar"),
    (
        "La bomba funciona desde el martes.",
        "Nadie nos dijo que el camino estaba cerrado.",
        "Subimos las cajas por la colina nosotros mismos.",
        "¿Quién iba a pagar el segundo camión?",
        "Mi madre guardaba los recibos en una lata.",
        "Al final nos quedamos y ellos escucharon.",
        "Ese fue el año en que se heló el huerto.",
    ),
    ("Ojo: la puerta está cerrada.", "Problema: el techo gotea.", "Ella dijo: nunca más."),
    ("Mira: no había otra manera.", "Nota: traigan guantes.", "Él contestó: ni hablar."),
)
FRENCH = Bank(
    "fr",
    ("Hélène", "Thibault", "Anaïs", "Jean-Luc"),
    ("Solène", "Benoît", "Marie-Ange", "Loïc"),
    (
        "La pompe tourne depuis mardi.",
        "Personne ne nous a dit que la route était fermée.",
        "Nous avons monté les caisses nous-mêmes.",
        "Qui allait payer le deuxième camion ?",
        "Ma mère gardait les reçus dans une boîte.",
        "À la fin, ils nous ont écoutés.",
        "Le verger a gelé cette année-là.",
    ),
    ("Attention : la porte est fermée.", "Problème : le toit fuit.", "Elle a dit : jamais."),
    ("Écoute : il n’y avait pas le choix.", "Remarque : venez tôt.", "Il répondit : non."),
)
GERMAN = Bank(
    "de",
    ("Jürgen", "Anneliese", "Käthe", "Uwe"),
    ("Heinz", "Gudrun", "Bärbel", "Torsten"),
    (
        "Die Pumpe läuft seit Dienstag wieder.",
        "Niemand sagte uns, dass die Straße gesperrt war.",
        "Die Kisten haben wir selbst den Berg hinaufgetragen.",
        "Wer sollte denn den zweiten Lastwagen bezahlen?",
        "Meine Mutter hob alle Quittungen in einer Dose auf.",
        "In jenem Jahr ist der Obstgarten erfroren.",
        "Am Ende haben sie doch zugehört.",
    ),
    ("Achtung: das Tor ist zu.", "Problem: das Dach ist undicht.", "Sie sagte: nie wieder."),
    ("Hinweis: bringt Handschuhe mit.", "Merke: erst säen.", "Er meinte: niemals."),
)
CREOLE = Bank(
    "ht",
    ("Mariz", "Jan-Batis", "Wozlin", "Tidjo"),
    ("Filomèn", "Dyevèt", "Klotid", "Ti Jan"),
    (
        "Ponp lan ap mache depi madi.",
        "Pèsonn pa t di nou wout la te fèmen.",
        "Nou menm nou te pote kès yo monte mòn lan.",
        "Kiyès ki t ap peye dezyèm kamyon an?",
        "Manman m te kenbe tout resi yo nan yon bwat.",
        "Alafen nou rete, epi yo koute nou.",
        "Se ane sa a jaden an te pèdi.",
    ),
    ("Atansyon: baryè a fèmen.", "Li di: pa janm."),
    ("Remak: pote gan.", "Yo reponn: non."),
)
RUSSIAN = Bank(
    "ru",
    ("Людмила", "Пётр", "Анна Орлова", "Тимур"),
    ("Галина", "Фёдор", "Игорь Белов", "Нина"),
    (
        "Насос работает со вторника.",
        "Никто не сказал нам, что дорога закрыта.",
        "Мы сами несли ящики в гору.",
        "Кто заплатит за второй грузовик?",
        "Мама хранила все расписки в жестянке.",
        "В тот год замёрз весь сад.",
        "В конце концов нас услышали.",
    ),
    ("Внимание: ворота закрыты.", "Она сказала: больше никогда."),
    ("Проблема: крыша течёт.", "Он ответил: нет."),
)
GREEK = Bank(
    "el",
    ("Ελένη", "Γιώργος", "Άννα", "Νίκος"),
    ("Δήμητρα", "Σταύρος", "Μαρία", "Κώστας"),
    (
        "Η αντλία δουλεύει από την Τρίτη.",
        "Κανείς δεν μας είπε ότι ο δρόμος ήταν κλειστός.",
        "Ανεβάσαμε τα κιβώτια μόνοι μας.",
        "Ποιος θα πλήρωνε το δεύτερο φορτηγό;",
        "Η μητέρα μου κρατούσε τις αποδείξεις.",
        "Εκείνη τη χρονιά πάγωσε το περιβόλι.",
        "Στο τέλος μας άκουσαν.",
    ),
    ("Προσοχή: η πύλη είναι κλειστή.", "Είπε: ποτέ ξανά."),
    ("Πρόβλημα: η στέγη στάζει.", "Απάντησε: όχι."),
)
ARABIC = Bank(
    "ar",
    ("ليلى", "يوسف", "أمينة", "خالد"),
    ("سلمى", "طارق", "هدى", "محمود"),
    (
        "المضخة تعمل منذ يوم الثلاثاء.",
        "لم يخبرنا أحد أن الطريق مغلق.",
        "حملنا الصناديق إلى أعلى التل بأنفسنا.",
        "من سيدفع ثمن الشاحنة الثانية؟",
        "كانت أمي تحتفظ بكل الإيصالات.",
        "في تلك السنة تجمد البستان.",
        "وفي النهاية سمعونا.",
    ),
    ("ملاحظة: الباب مغلق ليلا.",),
    ("تنبيه: أحضروا القفازات.",),
)
HEBREW = Bank(
    "he",
    ("נועה", "אבי", "מרים", "דוד"),
    ("שירה", "משה", "רות", "יעקב"),
    (
        "המשאבה עובדת מאז יום שלישי.",
        "אף אחד לא אמר לנו שהכביש סגור.",
        "נשאנו את הארגזים בעצמנו.",
        "מי ישלם על המשאית השנייה?",
        "אמא שמרה את כל הקבלות בקופסה.",
        "באותה שנה קפא הפרדס.",
        "בסוף הם הקשיבו.",
    ),
    ("הערה: השער נעול בלילה.",),
    ("שימו לב: הביאו כפפות.",),
)
HINDI = Bank(
    "hi",
    ("सुनीता", "राजेश", "मीरा", "अर्जुन"),
    ("कमला", "विजय", "गीता", "मोहन"),
    (
        "पंप मंगलवार से चल रहा है।",
        "किसी ने नहीं बताया कि सड़क बंद थी।",
        "हमने पेटियाँ ख़ुद पहाड़ी पर चढ़ाईं।",
        "दूसरे ट्रक का पैसा कौन देगा?",
        "माँ ने सारी रसीदें डिब्बे में रखीं।",
        "उस साल बाग़ जम गया था।",
        "आख़िर में उन्होंने सुना।",
    ),
    ("ध्यान दें: फाटक रात में बंद है।",),
    ("समस्या: छत टपकती है।",),
)
BENGALI = Bank(
    "bn",
    ("রহিমা", "কামাল", "শিরিন", "অনিমেষ"),
    ("নাসরিন", "জাহিদ", "মালতী", "সুমন"),
    (
        "পাম্পটা মঙ্গলবার থেকে চলছে।",
        "রাস্তা বন্ধ ছিল, কেউ আমাদের বলেনি।",
        "আমরা নিজেরাই বাক্সগুলো তুলেছি।",
        "দ্বিতীয় ট্রাকের টাকা কে দেবে?",
        "মা সব রসিদ কৌটায় রাখতেন।",
        "সেই বছর বাগান নষ্ট হয়ে গেল।",
        "শেষে তারা শুনেছিল।",
    ),
    ("সাবধান: ফটক রাতে বন্ধ।",),
    ("সমস্যা: ছাদ ফুটো।",),
)
THAI = Bank(
    "th",
    ("สมชาย", "มาลี", "วิชัย", "สุดา"),
    ("ประเสริฐ", "นภา", "อนันต์", "ปราณี"),
    (
        "ปั๊มน้ำทำงานมาตั้งแต่วันอังคาร",
        "ไม่มีใครบอกเราว่าถนนปิด",
        "เราแบกลังขึ้นเขาเอง",
        "ใครจะจ่ายค่ารถบรรทุกคันที่สอง",
        "แม่เก็บใบเสร็จไว้ในกระป๋อง",
        "ปีนั้นสวนถูกน้ำค้างแข็ง",
        "สุดท้ายพวกเขาก็ฟัง",
    ),
    ("หมายเหตุ: ประตูปิดตอนกลางคืน",),
    ("ปัญหา: หลังคารั่ว",),
)
CHINESE = Bank(
    "zh",
    ("王小明", "李华", "陈美玲", "张伟"),
    ("刘洋", "赵敏", "黄志强", "周丽"),
    (
        "水泵从星期二起一直在转。",
        "没有人告诉我们路封了。",
        "箱子是我们自己搬上山的。",
        "第二辆卡车谁来付钱？",
        "妈妈把收据都放在铁盒里。",
        "那一年果园全冻坏了。",
        "最后他们还是听了。",
    ),
    ("注意：大门晚上上锁。", "她说：再也不去了。"),
    ("问题：屋顶漏水。", "他回答：不行。"),
)
JAPANESE = Bank(
    "ja",
    ("佐藤", "鈴木", "さくら", "ケンジ"),
    ("田中", "高橋", "ひかり", "マリア"),
    (
        "ポンプは火曜日から動いています。",
        "道が閉まっているとは誰も言わなかった。",
        "箱は自分たちで丘の上まで運びました。",
        "二台目のトラックは誰が払うの？",
        "母は領収書を全部缶に入れていた。",
        "あの年、果樹園は凍ってしまった。",
        "最後には聞いてくれました。",
    ),
    ("注意：門は夜に閉まります。",),
    ("問題：屋根が漏れる。",),
)
KOREAN = Bank(
    "ko",
    ("김민수", "박지영", "이서연", "최준호"),
    ("정현우", "강수진", "조은비", "윤재석"),
    (
        "펌프는 화요일부터 돌아가고 있어요.",
        "길이 막혔다고 아무도 말해 주지 않았어요.",
        "상자는 우리가 직접 언덕 위로 옮겼어요.",
        "두 번째 트럭 값은 누가 내나요?",
        "어머니는 영수증을 모두 깡통에 두셨어요.",
        "그해에 과수원이 얼었어요.",
        "결국 그들은 들어 주었어요.",
    ),
    ("주의: 문은 밤에 잠깁니다.",),
    ("문제: 지붕이 샙니다.",),
)
BANKS = (
    ENGLISH, SPANISH, FRENCH, GERMAN, CREOLE, RUSSIAN, GREEK, ARABIC, HEBREW, HINDI, BENGALI, THAI, CHINESE,
    JAPANESE, KOREAN,
)  # fmt: skip
