"""Word documents, as tests need them."""

import zipfile
from io import BytesIO

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def docx(lines: list[str]) -> bytes:
    """A Word document of paragraphs."""
    tabs = '<w:pPr><w:tabs><w:tab w:pos="9"/></w:tabs></w:pPr>'
    paragraphs = "".join(
        f'<w:p>{tabs}<w:r><w:t xml:space="preserve">{line}</w:t></w:r></w:p>'
        for line in (each.replace("&", "&amp;").replace("<", "&lt;") for each in lines)
    )
    return docx_of(paragraphs)


def docx_of(body: str) -> bytes:
    """A Word document with this in its body."""
    document = f'<w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>'
    return archive({"[Content_Types].xml": "<Types/>", "word/document.xml": document})


def archive(files: dict[str, str]) -> bytes:
    """A ZIP archive."""
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as opened:
        for name, content in files.items():
            opened.writestr(name, content)
    return packed.getvalue()
