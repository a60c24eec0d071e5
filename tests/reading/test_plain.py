"""Plain text: every encoding a drafter may use is read exactly, and anything else is refused."""

from __future__ import annotations

import contextlib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from riskscan.errors import (
    DocumentTooLargeError,
    EmptyDocumentError,
    EncodingError,
    InputError,
)
from riskscan.reading import Limits, read, read_bytes
from riskscan.text import Assumption, Unread

RUSSIAN = "Глава 1. Перевозчик подаёт заявление – «в день обращения», № 5."
KAZAKH = "Өтініш беруші ұсынған құжаттарды уәкілетті орган бес жұмыс күні ішінде қарайды."
SHORT = ("срок", "ПРИКАЗ", "Үкімет", "өтініш", "бұйрық", "ҚАЗАҚСТАН", "да", "тармақ")


def text_of(data: bytes) -> str:
    """The text read from bytes."""
    return read_bytes(data, "draft.txt").text


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "kz1048"])
@pytest.mark.parametrize("text", [RUSSIAN, KAZAKH, *SHORT])
def test_text_survives_its_encoding(text: str, encoding: str) -> None:
    """A text in UTF-8, UTF-16 with a mark or KZ-1048 is read to the letter, however short."""
    assert text_of(text.encode(encoding)) == text


KOI_TEXT = "ПРИКАЗ\nО порядке учёта складов\n\nДепартамент ведёт перечень складов и проверяет его."


@pytest.mark.parametrize("text", [KOI_TEXT, KOI_TEXT.lower(), KOI_TEXT.upper()])
def test_koi8_r_is_told_from_windows_1251(text: str) -> None:
    """Russian in the old encoding is read to the letter, in whatever case."""
    assert text_of(text.encode("koi8-r")) == text
    assert text_of(text.encode("cp1251")) == text


@pytest.mark.parametrize("order", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("text", [RUSSIAN, KAZAKH, "a few words"])
def test_utf_16_without_its_mark_is_read(text: str, order: str) -> None:
    """Only one order of bytes makes letters."""
    assert text_of(text.encode(order)) == text


@pytest.mark.parametrize(
    ("text", "encoding", "assumed"),
    [
        ("срок 5", "cp1251", Assumption("encoding-windows-1251", 4)),
        ("өтініш 5", "kz1048", Assumption("encoding-kz-1048", 6)),
        (KOI_TEXT, "koi8-r", Assumption("encoding-koi8-r", 70)),
        ("срок 5", "utf-16-le", Assumption("encoding-utf-16", 4)),
    ],
)
def test_a_guessed_encoding_is_told(text: str, encoding: str, assumed: Assumption) -> None:
    """What the file does not say of itself is said with the document."""
    assert read_bytes(text.encode(encoding), "draft.txt").assumed == (assumed,)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_named_or_proven_encoding_is_no_assumption(encoding: str) -> None:
    """UTF-8 proves itself, a mark names the encoding."""
    assert read_bytes(KAZAKH.encode(encoding), "draft.txt").assumed == ()


@pytest.mark.parametrize("text", [RUSSIAN, "срок", "ПРИКАЗ"])
def test_windows_1251_is_read(text: str) -> None:
    """A Russian text in windows-1251 is read to the letter."""
    assert text_of(text.encode("cp1251")) == text


def test_big_endian_utf_16_is_read() -> None:
    """The byte order mark decides the order of bytes."""
    assert text_of(b"\xfe\xff" + KAZAKH.encode("utf-16-be")) == KAZAKH


@pytest.mark.parametrize("line_end", ["\r\n", "\r", "\n", "\f", "\v"])
def test_line_ends_become_newlines(line_end: str) -> None:
    """Whatever ended a line in the file ends it as a newline in the document."""
    assert text_of(f"один{line_end}два".encode()) == "один\nдва"


def test_illegal_characters_are_dropped_and_counted() -> None:
    """Characters no report could carry are left out, and the document says how many."""
    document = read_bytes("про\x01вер\x1bка".encode(), "draft.txt")
    assert document.text == "проверка"
    assert document.unread == (Unread("illegal-character", 2),)


@pytest.mark.parametrize(
    "data",
    [
        b"\x00\x01\x02\x03 text",
        RUSSIAN.encode() + b"\xff",
        ("қ" + KAZAKH).encode("utf-16-le") + b"\0",
        RUSSIAN.encode("cp866", "ignore"),
        "Größe und Übung, café, naïve".encode("latin-1"),
        "Écrire à l'autorité désignée, répéter l'été, à côté".encode("latin-1"),
        bytes(range(128, 256)) * 4,
        b"\xff\xfe\x00\xd8",
    ],
)
def test_bytes_that_are_no_known_text_are_refused(data: bytes) -> None:
    """Binary data, broken UTF-8 and unknown encodings are an error, never a garbled text."""
    with pytest.raises(EncodingError) as caught:
        text_of(data)
    assert caught.value.remedy


@pytest.mark.parametrize("data", [b"", b" \n\t ", b"\xef\xbb\xbf", "\u00a0\u2003".encode()])
def test_nothing_but_white_space_is_refused(data: bytes) -> None:
    """A file without a single visible character is an error."""
    with pytest.raises(EmptyDocumentError):
        text_of(data)


def test_a_line_of_ten_million_characters_is_read() -> None:
    """A very long single line is text like any other."""
    assert len(text_of(("слово " * 1_700_000).encode())) == 10_200_000


@pytest.mark.parametrize("limits", [Limits(characters=3), Limits(file_bytes=3)])
def test_too_long_a_text_is_refused(limits: Limits) -> None:
    """Over the limit of characters or bytes nothing is read at all."""
    with pytest.raises(DocumentTooLargeError):
        read_bytes(b"four", "draft.txt", limits)


def test_errors_never_quote_the_document() -> None:
    """Drafts are confidential: an error holds none of their words."""
    with pytest.raises(EncodingError) as caught:
        text_of(b"secret\x00")
    assert "secret" not in str(caught.value)


def test_a_file_is_read_with_its_path_as_source(tmp_path: Path) -> None:
    """``source`` is the path as it was given."""
    file = tmp_path / "draft.txt"
    file.write_text("Текст", "utf-8")
    assert read(file).source == str(file)
    assert read(str(file)).text == "Текст"


def test_the_extension_decides_nothing(tmp_path: Path) -> None:
    """Text is read as text whatever the file is called."""
    file = tmp_path / "draft.docx"
    file.write_text("Текст", "utf-8")
    assert read(file).text == "Текст"


@pytest.mark.parametrize("name", ["absent.txt", "."])
def test_what_cannot_be_opened_is_an_input_error(tmp_path: Path, name: str) -> None:
    """A missing file or a folder is reported with its path."""
    with pytest.raises(InputError) as caught:
        read(tmp_path / name)
    assert str(tmp_path) in caught.value.place


@given(st.text(st.characters(exclude_categories=["Cc", "Cs"]), min_size=1))
@settings(max_examples=200)
def test_any_utf_8_text_is_read_unchanged(text: str) -> None:
    """Without control characters a UTF-8 text is its own reading."""
    expected = text.translate({0xFFFE: None, 0xFFFF: None}).removeprefix("\ufeff")
    if expected.strip() and not text.startswith(("<", "%PDF-", "{\\rtf", "PK")):
        assert text_of(text.encode()) == expected


@given(st.binary(max_size=300))
@settings(max_examples=300)  # what begins like a PDF takes a process
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    """No input ends in anything but a document or an input error."""
    with contextlib.suppress(InputError):
        assert text_of(data).strip()
