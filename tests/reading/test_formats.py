"""Formats: told by content; what is not read is named, with what to do about it."""

from __future__ import annotations

import io
import zipfile

import pytest

from riskscan.errors import UnsupportedFormatError
from riskscan.reading import read_bytes
from tests.reading.word_files import MAIN_TYPE, archive, docx, paragraph

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
OPEN_DOCUMENT = "application/vnd.oasis.opendocument."
MACRO_TYPE = "application/vnd.ms-word.document.macroEnabled.main+xml"
SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
TEMPLATE_TYPE = MAIN_TYPE.replace("document.main", "template.main")


@pytest.mark.parametrize(
    ("data", "kind", "remedy"),
    [
        (OLE + b"\0" * 5000, ".doc", ".docx"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "password", "without"),
        (
            OLE.ljust(512, b"\0") + b"\xec\xa5".ljust(11, b"\0") + b"\x01".ljust(500),
            "password",
            "with",
        ),
        (b"\x89PNG\r\n\x1a\n", "picture", "Recognise"),
        (b"\xff\xd8\xff\xe0JFIF", "picture", "Recognise"),
        (b"From: <Saved by Blink>\r\nMIME-Version: 1.0", "web archive", ".docx"),
        (b"\xef\xbb\xbf<?xml version='1.0'?><office:document/>", "XML", ".docx"),
        (b"<!DOCTYPE note SYSTEM 'a.dtd'><note/>", "XML", ".docx"),
        (archive({"mimetype": OPEN_DOCUMENT + "spreadsheet"}), "OpenDocument", ".docx"),
        (archive({}), "archive", ".docx"),
        (docx(paragraph("Текст"), main_type=MACRO_TYPE), "macros", ".docx"),
        (docx(paragraph("Текст"), main_type=SHEET_TYPE), "no Word document", ".docx"),
    ],
)
def test_other_formats_are_named_with_a_remedy(data: bytes, kind: str, remedy: str) -> None:
    """Each known format riskscan does not read says what it is and how to go on."""
    with pytest.raises(UnsupportedFormatError) as caught:
        read_bytes(data, "draft.docx")
    assert kind in caught.value.cause
    assert remedy in caught.value.remedy
    assert caught.value.place == "draft.docx"


def test_word_templates_are_read() -> None:
    """A .dotx is a document like any other."""
    assert read_bytes(docx(paragraph("Текст"), main_type=TEMPLATE_TYPE), "a").text == "Текст\n"


def test_strict_documents_are_read() -> None:
    """ISO strict documents, with their own namespaces, give the same text."""
    strict = {}
    usual = docx(paragraph("Текст"))
    for name, content in unzip(usual).items():
        content = content.replace(
            b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
            b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        )
        strict[name] = content.replace(
            b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
            b"http://purl.oclc.org/ooxml/officeDocument/relationships",
        )
    assert read_bytes(archive(strict), "a").text == "Текст\n"


def unzip(data: bytes) -> dict[str, bytes]:
    """The entries of a zip."""
    with zipfile.ZipFile(io.BytesIO(data)) as zipped:
        return {name: zipped.read(name) for name in zipped.namelist()}
