"""The encoding that an XML document declares."""

import re

_DECLARATION = re.compile(
    rb"""\s{0,20}<\?xml\s[^<>]{0,200}?\bencoding\s*=\s*["']([A-Za-z0-9._-]{1,30})["']"""
)
# Encodings in which captions were written before UTF-8. Python knows others that are not for documents.
_DOCUMENT_ENCODING = re.compile(
    r"iso[-_]8859[-_]\d{1,2}|(?:windows-|cp)125\d|koi8-[ru]|shift_jis|euc-(?:jp|kr)|big5|gb2312|gbk|gb18030",
    re.IGNORECASE,
)


def decode_declared_xml(data: bytes) -> str | None:
    """The text of a document in the encoding that its XML declaration names.

    Args:
        data: the whole file.

    Returns:
        None when it declares none, one that is not for documents, or one that it is not in.
    """
    found = _DECLARATION.match(data)
    encoding = found[1].decode() if found else ""
    if not _DOCUMENT_ENCODING.fullmatch(encoding):
        return None
    try:
        return data.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        return None
