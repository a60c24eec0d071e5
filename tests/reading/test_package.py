"""The package: broken and hostile archives are refused before they can do harm."""

from __future__ import annotations

import io
import zipfile

import pytest

from riskscan.errors import DamagedFileError, DocumentTooLargeError, EmptyDocumentError
from riskscan.reading import Limits, read_bytes
from tests.reading.word_files import NAMESPACES, archive, docx, paragraph, parts

BODY = paragraph("Текст")


def cause(data: bytes, limits: Limits | None = None) -> str:
    """Why reading the bytes is refused as damage."""
    with pytest.raises(DamagedFileError) as caught:
        read_bytes(data, "draft.docx", limits or Limits())
    assert caught.value.place.startswith("draft.docx")
    assert caught.value.remedy
    return f"{caught.value.place}: {caught.value.cause}"


def with_entries(**entries: str | bytes) -> bytes:
    """A sound document with more or other entries."""
    return archive(parts(BODY, {}) | entries)


@pytest.mark.parametrize("keep", [0.1, 0.5, 0.99])
def test_a_cut_off_file_is_damaged(keep: float) -> None:
    """A download that stopped half-way is no document."""
    data = docx(BODY)
    assert "zip" in cause(data[: int(len(data) * keep)])


def test_a_spoilt_part_is_damaged() -> None:
    """A part whose bytes were changed does not unpack."""
    data = bytearray(docx(BODY * 50))
    place = data.index(b"word/document.xml") + 60
    data[place : place + 20] = b"\xff" * 20
    assert "word/document.xml: the part cannot be unpacked" in cause(bytes(data))


def test_a_part_of_broken_xml_is_named() -> None:
    """The error tells which part is broken."""
    broken = with_entries(**{"word/document.xml": "<w:document><w:body>"})
    assert "word/document.xml: the XML is broken" in cause(broken)


def test_a_missing_body_is_damaged() -> None:
    """A document part without a body holds no document."""
    empty = with_entries(**{"word/document.xml": f"<w:document {NAMESPACES}/>"})
    assert "no document body" in cause(empty)


def test_a_zip_bomb_is_refused_unopened() -> None:
    """An entry of fifty megabytes packed a thousandfold is never unpacked."""
    assert "zip bomb" in cause(with_entries(**{"word/media/image.bin": b"\0" * 50_000_000}))


def test_the_sum_of_all_entries_is_bounded() -> None:
    """Many entries below the ratio may not unpack to more than the limit together."""
    assert "unpacks to more" in cause(docx(BODY), Limits(archive_bytes=500))


def test_the_number_of_entries_is_bounded() -> None:
    """An archive of thousands of files is no document."""
    many = {f"word/media/{number}": b"" for number in range(2001)}
    assert "more than 2000 entries" in cause(with_entries(**many))


@pytest.mark.parametrize("name", ["../evil.xml", "word/../../evil.xml", "/etc/evil", "C:/evil"])
def test_paths_outside_the_archive_are_refused(name: str) -> None:
    """No entry may name a place outside the archive."""
    assert "path outside" in cause(with_entries(**{name: "x"}))


def test_two_parts_of_one_name_are_refused() -> None:
    """What one program shows and another hides is not read at all."""
    assert "two parts" in cause(with_entries(**{"WORD/Document.xml": "<x/>"}))


def test_an_encrypted_archive_is_refused() -> None:
    """The flag of encryption in the directory is enough."""
    data = bytearray(docx(BODY))
    directory = data.index(b"PK\x01\x02")
    data[directory + 8] |= 0x1
    assert "encrypted" in cause(bytes(data))


def test_foreign_compression_is_refused() -> None:
    """OOXML knows stored and deflated entries only."""
    buffer = io.BytesIO(docx(BODY))
    with zipfile.ZipFile(buffer, "a", zipfile.ZIP_LZMA) as zipped:
        zipped.writestr("word/extra.xml", "x")
    assert "compression" in cause(buffer.getvalue())


@pytest.mark.parametrize(
    "declaration",
    [
        "<!DOCTYPE w:document>",
        '<!DOCTYPE w:document [<!ENTITY a SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE w:document [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;">]>',
    ],
)
def test_a_document_type_is_refused(declaration: str) -> None:
    """No entity is ever resolved, for no document may declare any."""
    document = f"{declaration}<w:document {NAMESPACES}><w:body>{BODY}</w:body></w:document>"
    assert "document type" in cause(with_entries(**{"word/document.xml": document}))


def test_too_deep_a_tree_is_refused() -> None:
    """Nesting beyond any real document ends in an error, not in a crash."""
    deep = "<w:sdt><w:sdtContent>" * 200 + BODY + "</w:sdtContent></w:sdt>" * 200
    assert "word/document.xml" in cause(docx(deep))


@pytest.mark.parametrize(
    ("opening", "closing", "depth"),
    [
        ("<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>", 120),
        ("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>", 80),
        (
            "<w:tbl><w:tr><w:sdt><w:sdtContent><w:tc>",
            "</w:tc></w:sdtContent></w:sdt></w:tr></w:tbl>",
            45,
        ),
        ("<w:p><w:r><w:pict><w:txbxContent>", "</w:txbxContent></w:pict></w:r></w:p>", 60),
    ],
)
def test_a_tree_as_deep_as_the_parser_allows_is_read(
    opening: str, closing: str, depth: int
) -> None:
    """Nesting the parser lets through is read to the bottom."""
    assert "Текст" in read_bytes(docx(opening * depth + BODY + closing * depth), "a").text


def test_the_number_of_tags_is_bounded() -> None:
    """A part of millions of tiny tags would fill the memory."""
    with pytest.raises(DocumentTooLargeError):
        read_bytes(docx(BODY), "a", Limits(xml_tags=5))


def test_the_number_of_characters_is_bounded() -> None:
    """The limit of characters holds for Word documents too."""
    with pytest.raises(DocumentTooLargeError):
        read_bytes(docx(BODY * 3), "a", Limits(characters=10))


def test_a_document_of_pictures_says_so() -> None:
    """A scan in a .docx is empty, and the remedy is recognition."""
    picture = "<w:p><w:r><w:drawing><pic:pic/></w:drawing></w:r></w:p>"
    with pytest.raises(EmptyDocumentError) as caught:
        read_bytes(docx(picture), "a")
    assert "pictures" in caught.value.remedy


def test_external_parts_are_never_fetched() -> None:
    """A part that lies outside the package is left alone."""
    entries = parts(BODY, {})
    links = entries["word/_rels/document.xml.rels"].replace(
        "</Relationships>",
        '<Relationship Id="x" Type="http://x/numbering" TargetMode="External" '
        'Target="http://127.0.0.1:9/numbering.xml"/></Relationships>',
    )
    assert read_bytes(archive(entries | {"word/_rels/document.xml.rels": links}), "a").text
