"""What a label may have besides a name, or instead of one: titles, degrees, pronouns, roles, devices.

They are compared casefolded, without the periods of abbreviations.
"""


def _words(*lines: str) -> frozenset[str]:
    return frozenset(word.casefold() for line in lines for word in line.split())


# Before a name, and nothing else: these prove that what comes after them is one.
TITLE_ABBREVIATIONS = _words(
    "dr mr mrs ms mx prof rev sen rep gov hon sgt capt cpt col lt cmdr maj pvt cpl det insp",
    "supt msgr",
    "sr sra srta srs dra drs lic profa dña mme mlle mgr pr herr frau sig sigra sig.ra dott",
    "dott.ssa avv",
    "г-н г-жа д-р проф κος κα δρ ד״ר ד\"ר מר גב׳ גב' פרופ׳ פרופ' डॉ श्री श्रीमती ডা ড জনাব",
    "msye madan",
)
# Inside of a name, with a period: "Mary St. Clair", "Sr. Agnes".
ABBREVIATIONS = _words("st ste fr br bro sr jr mt")
# Before a name, but words on their own as well ("Justice delayed", "President elect").
TITLE_WORDS = _words(
    "doctor professor reverend senator representative governor president mayor judge",
    "justice officer sergeant",
    "captain colonel general lieutenant major detective inspector chief commissioner",
    "councilmember councilman",
    "councilwoman councillor councilor secretary minister ambassador chairman chairwoman",
    "chairperson congressman",
    "congresswoman delegate attorney supervisor superintendent principal pastor rabbi imam",
    "sheikh bishop",
    "señor señora señorita doctora profesor profesora senador senadora presidente",
    "presidenta alcalde alcaldesa",
    "monsieur madame mademoiselle docteur professeur maître senhor senhora doutor doutora",
    "professora signor",
    "signora dottore dottoressa professore doktor доктор профессор господин госпожа сенатор",
    "κύριος κυρία السيد السيدة الدكتور الدكتورة الأستاذ الأستاذة doktè pwofesè pastè",
)
# After a comma behind a name.
DEGREES = _words(
    "phd md rn jr sr ii iii iv esq cpa mba msw lcsw jd dds dvm ma mfa ba bs bsc msc mph pe",
    "obe mbe cbe mp mep",
    "np pa do edd psyd llm llb ra aia cfa lpn dnp rd bsn msn mdiv dmin mla frs qc kc ret dr",
    "prof",
)
PRONOUNS = _words(
    "she her hers he him his they them their theirs ze zir zim hir xe xem xyr it its ey em",
    "fae faer any all",
    "ella ellas él elle elles ellos il ils lui iel elles ela dele dela ele sie ihr er ihm lei li она её он",
    "его они pronouns",
)
# Who speaks where nobody has a name.
ROLES = frozenset(
    role.strip().casefold()
    for line in (
        "narrator, interviewer, interviewee, host, co-host, cohost, moderator, reporter",
        "announcer, presenter, anchor, newscaster, commentator, correspondent, translator",
        "interpreter, operator, caller, speaker, voiceover, voice-over, voice, man, woman",
        "boy, girl, child, children, men, women, audience member, audience, crowd",
        "panelist, facilitator, teacher, student, students, instructor, professor",
        "lecturer, doctor, nurse, patient, lawyer, attorney, judge, witness, clerk",
        "the court, officer, policeman, driver, waiter, customer, farmer, worker, mother",
        "father, mom, dad, son, daughter, grandmother, grandfather, everyone, everybody",
        "all, both, group, chorus leader, male speaker, female speaker, male voice",
        "female voice, male narrator, female narrator, old man, old woman, young man",
        "young woman, participant, respondent, questioner, chair, chairman, chairwoman",
        "chairperson, president, mayor, senator, pastor, priest, rabbi, imam, guest",
        "researcher, coach, dispatcher, pilot, computer, robot, radio, defendant, plaintiff",
        "prosecutor, bailiff, juror, foreperson, deponent, farmworker, organizer, grower",
        "narrador, narradora, entrevistador, entrevistadora, entrevistado, entrevistada",
        "presentador, presentadora, moderador, moderadora, reportero, reportera",
        "periodista, locutor, locutora, traductor, traductora, intérprete, hombre, mujer",
        "niño, niña, niños, público, profesor, profesora, maestra, estudiante, médico",
        "doctora, juez, jueza, testigo, madre, padre, todos, todas, apresentador",
        "apresentadora, repórter, tradutor, tradutora, homem, mulher, menino, menina",
        "plateia, professora",
        "narrateur, narratrice, intervieweur, intervieweuse, animateur, animatrice",
        "présentateur, présentatrice, modérateur, modératrice, journaliste, traducteur",
        "traductrice, interprète, homme, femme, garçon, fille, enfant, enfants, public",
        "professeur, étudiant, étudiante, médecin, juge, témoin, mère, père, tous",
        "voix off, intervistatore, intervistatrice, narratore, narratrice, giornalista",
        "uomo, donna",
        "erzähler, erzählerin, sprecher, sprecherin, interviewer, interviewerin",
        "moderator, moderatorin, reporter, reporterin, übersetzer, übersetzerin",
        "dolmetscher, dolmetscherin, mann, frau, junge, mädchen, kind, kinder, publikum",
        "lehrer, lehrerin, student, studentin, arzt, ärztin, richter, richterin, zeuge",
        "mutter, vater, alle, gast, verteller, verslaggever, vrouw, man",
        "naratè, naratris, jounalis, moun kap poze kesyon, entèvyouvè, animatè, animatris",
        "tradiktè, entèprèt, gason, fanm, timoun, pwofesè, doktè, jij, manman, papa",
        "ведущий, ведущая, рассказчик, рассказчица, диктор, интервьюер, журналист",
        "журналистка, корреспондент, переводчик, переводчица, мужчина, женщина, мальчик",
        "девочка, дети, учитель, учительница, студент, студентка, врач, судья, мать, отец",
        "все, зритель, оператор, голос, ведучий, ведуча",
        "αφηγητής, αφηγήτρια, παρουσιαστής, παρουσιάστρια, δημοσιογράφος, συντονιστής",
        "συντονίστρια, μεταφραστής, άντρας, άνδρας, γυναίκα, αγόρι, κορίτσι, παιδί",
        "παιδιά, κοινό, δάσκαλος, δασκάλα, γιατρός, όλοι",
        "الراوي, راوي, المذيع, المذيعة, مذيع, مذيعة, المحاور, المحاورة, المقدم, المقدمة",
        "المراسل, المراسلة, الصحفي, الصحفية, المترجم, المترجمة, رجل, امرأة, ولد, بنت, طفل",
        "أطفال, الجمهور, المعلم, المعلمة, الطالب, الطالبة, الطبيب, القاضي, الجميع, الولد",
        "البنت, الرجل, المرأة",
        "קריין, קריינית, מנחה, מראיין, מראיינת, מרואיין, מרואיינת, כתב, כתבת, מתרגם",
        "מתרגמת, גבר, אישה, ילד, ילדה, ילדים, קהל, מורה, תלמיד, תלמידה, רופא, רופאה, שופט",
        "שופטת, אמא, אבא, כולם",
        "सूत्रधार, कथावाचक, वाचक, संचालक, पत्रकार, संवाददाता, साक्षात्कारकर्ता, अनुवादक",
        "आदमी, औरत, महिला, पुरुष, लड़का, लड़की, बच्चा, बच्चे, शिक्षक, शिक्षिका, छात्र",
        "डॉक्टर, न्यायाधीश, दर्शक, सब, सभी",
        "বর্ণনাকারী, কথক, সঞ্চালক, সঞ্চালিকা, উপস্থাপক, উপস্থাপিকা, সাংবাদিক, প্রতিবেদক",
        "অনুবাদক, পুরুষ, মহিলা, লোক, ছেলে, মেয়ে, শিশু, শিক্ষক, শিক্ষিকা, ছাত্র, ছাত্রী",
        "ডাক্তার, বিচারক, দর্শক, সবাই, সকলে",
        "ผู้บรรยาย, พิธีกร, ผู้สัมภาษณ์, ผู้สื่อข่าว, นักข่าว, ผู้แปล, ล่าม, ผู้ชาย",
        "ผู้หญิง, เด็ก, เด็กชาย, เด็กหญิง, ครู, นักเรียน, หมอ, ผู้พิพากษา, ทุกคน",
        "旁白, 主持人, 记者, 記者, 采访者, 採訪者, 受访者, 受訪者, 翻译, 翻譯, 男, 女",
        "男人, 女人, 男子, 女子, 男孩, 女孩, 孩子, 观众, 觀眾, 老师, 老師, 学生, 學生",
        "医生, 醫生, 法官, 众人, 眾人, 所有人, 嘉宾, 嘉賓",
        "ナレーター, ナレーション, 語り, 司会, 司会者, 記者, リポーター, レポーター",
        "インタビュアー, 聞き手, 通訳, 男, 女, 男性, 女性, 男の子, 女の子, 子供, 子ども",
        "観客, 先生, 教師, 生徒, 学生, 医師, 裁判官, 全員, 一同, アナウンサー",
        "내레이터, 해설, 진행자, 사회자, 기자, 리포터, 아나운서, 인터뷰어, 통역, 남자",
        "여자, 남성, 여성, 소년, 소녀, 아이, 아이들, 관객, 선생님, 교사, 학생, 의사, 판사",
        "모두",
    )
    for role in line.split(",")
    if role.strip()
)
# In brackets, these make sounds as often as they speak: "[Crowd]", "[Children]".
CROWDS = _words(
    "audience crowd children men women everyone everybody group radio computer voice all",
    "both",
)
# Roles that are subjects of talks as well: once, they prove little ("Students: They pay more.").
COMMON_ROLES = CROWDS | frozenset(
    role.strip().casefold()
    for line in (
        "child, teacher, student, students, professor, doctor, nurse, patient, lawyer, attorney,",
        "judge, witness, officer, policeman, driver, waiter, customer, farmer, worker, mother,",
        "father, mom, dad, son, daughter, grandmother, grandfather, participant, respondent, chair,",
        "president, mayor, senator, pastor, priest, rabbi, imam, guest, researcher, coach, pilot,",
        "defendant, plaintiff, prosecutor, bailiff, juror, farmworker, organizer, grower,",
        "robot, instructor, lecturer, clerk, the court, niño, niña, niños, público, profesor,",
        "maestra, estudiante, médico, doctora, juez, jueza, testigo, madre, padre, todos, todas,",
        "plateia, professora, enfant, enfants, public, professeur, étudiant, étudiante, médecin,",
        "juge, témoin, mère, père, tous, kind, kinder, publikum, lehrer, lehrerin, studentin, arzt,",
        "ärztin, richter, richterin, zeuge, mutter, vater, alle, gast, timoun, pwofesè, doktè, jij,",
        "manman, papa, дети, учитель, учительница, студент, студентка, врач, судья, мать, отец, все,",
        "зритель, оператор, голос, παιδί, παιδιά, κοινό, δάσκαλος, δασκάλα, γιατρός, όλοι, طفل,",
        "أطفال, الجمهور, المعلم, المعلمة, الطالب, الطالبة, الطبيب, القاضي, الجميع, ילד, ילדה, ילדים,",
        "קהל, מורה, תלמיד, תלמידה, רופא, רופאה, שופט, שופטת, אמא, אבא, כולם, बच्चा, बच्चे,",
        "शिक्षक, शिक्षिका, छात्र, डॉक्टर, न्यायाधीश, दर्शक, सब, सभी, শিশু, শিক্ষক, শিক্ষিকা, ছাত্র,",
        "ছাত্রী, ডাক্তার, বিচারক, দর্শক, সবাই, সকলে, เด็ก, ครู, นักเรียน, หมอ, ผู้พิพากษา, ทุกคน,",
        "孩子, 观众, 觀眾, 老师, 老師, 学生, 學生, 医生, 醫生, 法官, 众人, 所有人, 子供, 子ども, 観客, 先生,",
        "教師, 生徒, 医師, 裁判官, 全員, 一同, 아이, 아이들, 관객, 선생님, 교사, 학생, 의사, 판사, 모두",
    )
    for role in line.split(",")
    if role.strip()
)
# Before a number or a letter: "Speaker 1", "SPEAKER_00", "Orador 2", "说话人1".
NUMBERED_ROLES = tuple(
    role.strip()
    for line in (
        "speaker, spk, spkr, voice, person, participant, student, caller, guest, man, woman,",
        "boy, girl, interviewer, interviewee, host, panelist, respondent, audience member,",
        "male speaker, female speaker, unknown speaker, reporter, witness, hablante, orador,",
        "oradora, locutor, persona, participante, falante, locuteur, locutrice, intervenant,",
        "personne, sprecher, sprecherin, teilnehmer, parlante, oratore, oratè, pale, moun,",
        "говорящий, спикер, участник, голос, ομιλητής, ομιλήτρια, المتحدث, متحدث, דובר, דוברת,",
        "वक्ता, বক্তা, ผู้พูด, 说话人, 說話人, 发言人, 發言人, 讲者, 講者, 話者, スピーカー, 화자, 발언자, 참석자",
    )
    for role in line.split(",")
    if role.strip()
)
NOBODY = frozenset(name.casefold() for name in (
    "unknown", "unknown speaker", "unidentified", "unidentified speaker", "unnamed", "inconnu", "inconnue",
    "desconocido", "desconocida", "unbekannt", "sconosciuto", "desconhecido", "неизвестный", "άγνωστος",
    "مجهول", "未知", "不明", "알 수 없음", "no speaker", "none", "null", "n/a",
))  # fmt: skip
DEVICES = _words(
    "iphone ipad ipod phone cellphone smartphone android galaxy pixel tablet tablette",
    "tableta laptop macbook mac",
    "imac computer pc desktop chromebook surface zoom room handy telefon teléfono portable",
    "ordinateur computador",
)
# Small words inside of names: "Ana de la Cruz", "Aisha bint Khalid".
NAME_PARTICLES = _words(
    "and of the de del della da di do dos das du la le las los van von der den ter bin bint",
    "ibn ben al el y e i av af zu zum zur dela lo abu und et ve",
)
FOREIGN_PARTICLES = NAME_PARTICLES - {
    "and of the und et y e i do la le lo zu",
}
