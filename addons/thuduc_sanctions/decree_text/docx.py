"""The plain text of a Word document."""

import zipfile
from io import BytesIO
from xml.etree import ElementTree

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_BREAKS = {f"{_W}tab": "\t", f"{_W}br": "\n", f"{_W}cr": "\n"}
MOST_BYTES = 64 * 1024 * 1024


class NotADocument(ValueError):
    """The file is no Word document (.docx), or larger than any decree."""


def read_docx(content: bytes) -> str:
    """Return the paragraphs of a document, one a line.

    Numbers that Word makes up itself (automatic lists) are not in the text.

    :raises NotADocument: see there.
    """
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            if archive.getinfo("word/document.xml").file_size > MOST_BYTES:
                raise NotADocument
            source = archive.read("word/document.xml")
        root = ElementTree.fromstring(source)
    except (zipfile.BadZipFile, KeyError, ElementTree.ParseError, OSError) as error:
        raise NotADocument from error
    return "\n".join(_paragraph(node) for node in root.iter(f"{_W}p"))


def _paragraph(node):
    return "".join(
        part.text or "" if part.tag == f"{_W}t" else _BREAKS[part.tag]
        for part in node.iter()
        if part.tag == f"{_W}t" or part.tag in _BREAKS
    )
