"""The encodings of captions beside Unicode: names of Python's codecs, with the languages that they write."""

# Each with what was most in use first: of two that read a text alike, that one is named.
LATIN_ENCODINGS = {
    "cp1252": "ca da de en es eu fi fr ga gl ht is it nb nl pt sq sv",
    "iso8859_15": "de en es et fi fr it nl pt",
    "cp1250": "cs hr hu pl ro sk sl sq",
    "iso8859_2": "cs hr hu pl ro sk sl sq",
    "cp1254": "tr",
    "cp1257": "et lt lv",
    "iso8859_13": "et lt lv",
    "cp1258": "vi",
    "mac_roman": "ca da de en es fr ht it nl pt sv",
    "cp850": "ca da de en es fr ht it nl pt sv",
    "cp852": "cs hr hu pl ro sk sl",
}
OTHER_ENCODINGS = {
    "cp1251": "be bg mk ru sr uk",
    "koi8_r": "ru",
    "koi8_u": "uk",
    "iso8859_5": "be bg mk ru sr uk",
    "cp866": "be bg ru uk",
    "mac_cyrillic": "be bg mk ru sr uk",
    "cp1253": "el",
    "iso8859_7": "el",
    "cp737": "el",
    "cp1255": "he",
    "iso8859_8": "he",
    "cp862": "he",
    "cp1256": "ar fa ur",
    "iso8859_6": "ar",
    "cp874": "th",
}
EAST_ASIAN_ENCODINGS = {
    "cp932": "ja",
    "euc_jp": "ja",
    "gb18030": "zh",
    "big5": "zh",
    "cp950": "zh",
    "big5hkscs": "zh",
    "cp949": "ko",
}
