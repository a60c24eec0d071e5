"""Rich text: the words of every writer, its list numbers, and nothing of its pictures."""

from __future__ import annotations

import time

import pytest

from riskscan.analysis import Analyzer
from riskscan.errors import DamagedFileError, DocumentTooLargeError, EmptyDocumentError
from riskscan.reading import Limits, read_bytes
from riskscan.text import Document
from tests.reading.acts import ACTS, FOUND, places, text_of

HEAD = (
    rb"{\rtf1\ansi\ansicpg1251\uc1\deff0{\fonttbl{\f0\froman\fcharset204 Times New Roman;}"
    rb"{\f1\fswiss\fcharset0 Arial;}}{\colortbl;\red255\green0\blue0;}"
    rb"{\stylesheet{\s0 Normal;}}{\info{\title Secret title}}"
)


def read_rich(body: bytes, limits: Limits | None = None) -> Document:
    """The document of a body in the frame Word gives it."""
    return read_bytes(HEAD + body + b"}", "draft.rtf", limits or Limits())


def escaped(text: str, *, unicode: bool) -> bytes:
    """Text as a writer of rich text spells it: by numbers, or in windows-1251 where it can."""
    spelled = []
    for character in text:
        if character.isascii():
            spelled.append(character)
        elif unicode or character not in text.encode("cp1251", "ignore").decode("cp1251"):
            spelled.append(f"\\u{ord(character)}?")
        else:
            spelled.append(f"\\'{character.encode('cp1251')[0]:02x}")
    return "".join(spelled).encode("ascii")


def counted(document: Document) -> dict[str, int]:
    """What was not read, by kind."""
    return {unread.what: unread.count for unread in document.unread}


@pytest.mark.parametrize("unicode", [True, False])
@pytest.mark.parametrize("language", ACTS)
def test_an_act_is_read_with_the_numbers_of_its_lists(
    language: str, analyzer: Analyzer, *, unicode: bool
) -> None:
    """Numbers stand in a group of their own, before the words they count."""
    title, lines = ACTS[language]
    body = rb"\pard\plain\f0 {" + escaped(title, unicode=unicode) + rb"\par}"
    for line in lines:
        number, _, words = line.partition(" ")
        body += rb"{\listtext\pard\plain\f0 " + escaped(number, unicode=unicode) + rb"\tab}"
        body += rb"{\f0\fs28 " + escaped(words, unicode=unicode) + rb"}\par" + b"\r\n"
    document = read_rich(body)
    assert document.text.replace("\t", " ") == text_of(language)
    assert places(analyzer, document) >= FOUND


def test_numbers_of_word_95_are_kept() -> None:
    """They stand in an older group."""
    assert read_rich(rb"{\pntext\pard 1.\tab}{\*\pn\pnlvlbody}Word\par").text == "1.\tWord\n"


def test_bytes_of_kazakh_letters_are_read() -> None:
    """The code page is called 1251 and its Serbian places hold Kazakh letters."""
    words = "".join(f"\\'{byte:02x}" for byte in "қағида".encode("kz1048")).encode()
    assert read_rich(rb"\f0 " + words).text == "қағида"
    assert read_rich(rb"\f0 " + "қағида".encode("kz1048")).text == "қағида"


def test_table_cells_are_lines() -> None:
    """Row by row, as the cells of other formats are."""
    row = rb"\trowd\cellx2000\cellx4000\intbl one\cell two\cell\row"
    assert read_rich(row + rb"\pard after\par").text.split() == ["one", "two", "after"]


def test_pictures_are_counted_and_never_text() -> None:
    """Hexadecimal or binary, whatever their bytes look like."""
    binary = rb"{\pict\wmetafile8\bin12 {{{}\par abc}"
    shown = rb"{\*\shppict{\pict\pngblip " + b"89504e47" * 1000 + rb"}}"
    twice = rb"{\nonshppict{\pict\wmetafile8 0100}}"
    document = read_rich(rb"before " + binary + shown + twice + rb"after\par")
    assert document.text == "before after\n"
    assert counted(document) == {"image": 2}


def test_footnotes_stand_behind_the_text() -> None:
    """Not in the middle of the sentence that cites them."""
    note = rb"{\footnote\pard\plain {\super 1} A note.}"
    assert read_rich(rb"One{\super 1}" + note + rb" two.\par").text == "One1 two.\n\n1 A note."


def test_what_is_not_read_is_counted() -> None:
    """Comments, deleted words, headers and embedded objects."""
    document = read_rich(
        rb"{\header Page}{\footerf Page}One {\deleted three }{\*\annotation hidden}two"
        rb"{\object\objemb{\*\objdata 0105}}\par"
    )
    assert document.text == "One two\n"
    assert counted(document) == {
        "comment": 1, "deleted-text": 1, "embedded-object": 1, "header-footer": 2,
    }  # fmt: skip


def test_links_show_their_words_only() -> None:
    """Not the address behind them."""
    link = rb'{\field{\*\fldinst{HYPERLINK "https://example.kz"}}{\fldrslt{the law}}}'
    assert read_rich(b"See " + link + rb".\par").text == "See the law.\n"


@pytest.mark.parametrize(
    "data",
    [
        HEAD + rb"\par words",
        HEAD + rb"{\pict\bin900000 short}}",
        HEAD + rb"\u99999999 ?}",
        HEAD + rb"\uc words}",
        rb"{\rtf1{\fonttbl" + rb"{\f1" * 50_000 + b"}" * 50_002,
    ],
    ids=["cut off", "short picture", "no character", "no number", "fonts"],
)
def test_damaged_files_are_refused(data: bytes) -> None:
    """With what to do about it, and without their words."""
    with pytest.raises(DamagedFileError) as caught:
        read_bytes(data, "draft.rtf")
    assert ".docx" in caught.value.remedy
    assert "words" not in str(caught.value)


@pytest.mark.parametrize(
    "body",
    [
        b"{" * 100_000 + b"}" * 100_000,
        rb'{\field{\*\fldinst{HYPERLINK "' * 20_000 + b"}" * 60_000,
        rb"{\footnote " * 5_000 + b"}" * 5_000,
        rb"{\pict " * 50_000 + b"}" * 50_000,
        rb"\bin" * 100_000,
        rb"{\pict " + b"ab" * 5_000_000 + b"}",
    ],
    ids=["groups", "links", "footnotes", "pictures", "binary", "large picture"],
)
def test_hostile_files_cost_no_more_than_their_size(body: bytes) -> None:
    """Depth and repetition do not hold the reader up."""
    begun = time.perf_counter()
    assert "word" in read_rich(rb"word\par " + body).text
    assert time.perf_counter() - begun < 10


def test_too_long_a_text_is_refused() -> None:
    """Over the limit of characters."""
    with pytest.raises(DocumentTooLargeError):
        read_rich(b"words", Limits(characters=3))


def test_a_file_without_words_is_refused() -> None:
    """Pictures are no text, and the remedy says so."""
    with pytest.raises(EmptyDocumentError) as caught:
        read_rich(rb"{\pict\pngblip 8950}\par")
    assert "pictures" in caught.value.remedy
