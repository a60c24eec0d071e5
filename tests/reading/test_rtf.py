"""Rich text: the words of every writer, its list numbers and notes, and nothing of its pictures."""

from __future__ import annotations

import time

import pytest

from riskscan.analysis import Analyzer
from riskscan.errors import DamagedFileError, DocumentTooLargeError, EmptyDocumentError
from riskscan.reading import Limits, read_bytes
from riskscan.text import Document
from tests.reading.acts import ACTS, FOUND, places, text_of
from tests.reading.rich_files import HEAD, escaped, rich


def read_rich(body: bytes, limits: Limits | None = None) -> Document:
    """The document of a body in the frame Word gives it."""
    return read_bytes(rich(body), "draft.rtf", limits or Limits())


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
    assert read_rich(rb"\f0 " + words).text == "қағида\n"
    assert read_rich(rb"\f0 " + "қағида".encode("kz1048")).text == "қағида\n"


def test_bytes_in_fonts_of_no_alphabet_are_of_the_page() -> None:
    """Writers call a Cyrillic font one of charset 0; what stands in a Greek one is Greek."""
    assert read_rich(rb"\f1 \'e7\'e0\'ea\'ee\'ed").text == "закон\n"
    greek = rb"{\rtf1\ansi\ansicpg1252{\fonttbl{\f3\fcharset161 Arial;}}caf\'e9 \f3 \'e1}"
    assert read_bytes(greek, "draft.rtf").text == "café α\n"


@pytest.mark.parametrize(
    ("spelled", "text"),
    [
        (rb"\u1076?\u1072? \u1085?", "да н"),
        (rb"\uc0\u1076\u1072 \u1085", "дан"),
        (rb"\uc2\u1076\'e4\'a4\u1072 ab!", "да!"),
        (rb"{\uc0\u1076}\u1072?", "да"),
        (rb"\u-10179?\u-8704?", "😀"),
        (rb"\u-10179?!", "!"),
        (rb"a\~b\_c\emdash d\{\tab", "a\u00a0b-c—d{\t"),
        (b"one\\\r\ntwo", "one\ntwo"),
        (b"wo\r\nrd", "word"),
        (b"\xe4\xe0", "да"),
    ],
)
def test_every_spelling_of_a_letter_is_read(spelled: bytes, text: str) -> None:
    """By numbers with any number of characters in their stead, by bytes, by names."""
    assert read_rich(rb"\f0 " + spelled).text == f"{text}\n"


def test_signs_of_symbol_fonts_are_read() -> None:
    """As letters of the font, or as a field; a bullet is one in any font, others are counted."""
    head = rb"{\rtf1{\fonttbl{\f2\fnil\fcharset2 Wingdings;}{\f3\fnil\fcharset2 Symbol;}}"
    shown = rb'{\field{\*\fldinst SYMBOL 254 \\f "Wingdings"}{\fldrslt\f2}}'
    box = rb"{\f2 \'6f} one " + shown + b" two"
    item = rb"{\listtext\f3 \'b7\tab}three {\f2\u-3841 ?}"
    document = read_bytes(head + box + rb"\par " + item + b"}", "draft.rtf")
    assert document.text == "☐ one ☑ two\n•\tthree \ufffd\n"
    assert counted(document) == {"illegal-character": 1}


def test_pictures_are_counted_and_never_text() -> None:
    """Hexadecimal or binary, whatever their bytes look like."""
    binary = rb"{\pict\wmetafile8\bin12 {{{}\par abc}"
    shown = rb"{\*\shppict{\pict\pngblip " + b"89504e47" * 1000 + rb"}}"
    twice = rb"{\nonshppict{\pict\wmetafile8 0100}}"
    document = read_rich(rb"before " + binary + shown + twice + rb"after\par")
    assert document.text == "before after\n"
    assert counted(document) == {"image": 2}


def test_notes_stand_behind_the_text() -> None:
    """Not in the middle of the sentence that cites them: footnotes, then endnotes, as in Word."""
    note = rb"{\super\chftn{\footnote\pard\plain {\super\chftn} A note.}}"
    last = rb"{\super\chftn{\*\footnote\ftnalt\chftn\pard\plain Last.\par More.}}"
    document = read_rich(rb"One" + last + rb" two" + note + rb" three" + note + rb".\par")
    assert document.text == (
        "One[i] two[1] three[2].\n[1] A note.\n[2] A note.\n[i] Last.\nMore.\n"
    )
    assert [each.part for each in document.segments if each.generated].count("footnote") == 3


def test_a_note_with_a_mark_of_its_own_keeps_it() -> None:
    """No second one is made."""
    note = rb"{\footnote\pard\plain {\super *} A note.}"
    assert read_rich(rb"One{\super *}" + note + rb" two.\par").text == "One* two.\n* A note.\n"


def test_text_boxes_stand_behind_their_paragraph() -> None:
    """Once, though the file holds the box a second time for old readers; its picture is counted."""
    box = (
        rb"{\shp{\*\shpinst{\sp{\sn pib}{\sv {\pict 00}}}{\shptxt In a box\par}}"
        rb"{\shprslt{\*\do{\dptxbxtext In a box\par}}}}"
    )
    document = read_rich(b"One " + box + rb"two.\par")
    assert document.text == "One two.\nIn a box\n"
    assert [each.part for each in document.segments] == ["body", "textbox"]
    assert counted(document) == {"image": 1}


@pytest.mark.parametrize(
    ("body", "text", "count"),
    [
        (rb"One {\v hidden }two{\v  \'e0 }.\par", "One two.\n", 2),
        (rb"One \v hidden {\b words }and \v0 two.\par", "One two.\n", 1),
        (rb"One \v hidden \plain two.\par", "One two.\n", 1),
        (rb"One.{\v  }\par{\v hidden\par}{\v more\par}Two.\par", "One.\nTwo.\n", 1),
        (rb"{\v\intbl hidden\cell}\intbl two\cell\row", "\ntwo\n", 1),
        (rb"{\v {\listtext 1.\tab}hidden {\pict 00}\par}Two.\par", "Two.\n", 1),
    ],
)
def test_hidden_text_is_left_out_and_counted(body: bytes, text: str, count: int) -> None:
    """Whether a group or a later word ends it."""
    document = read_rich(body)
    assert document.text == text
    assert counted(document) == {"hidden-text": count}


def test_tracked_changes_are_read_as_accepted() -> None:
    """A deleted end of a paragraph joins it to the next; what was moved is read where it is now."""
    document = read_rich(
        rb"One {\deleted\revauth1 cut }{\revised\revauth1 new }{\deleted \par}two.\par"
        rb"{\mvf moved \par}Three {\mvt moved}.\par"
    )
    assert document.text == "One new two.\nThree moved.\n"
    assert counted(document) == {"deleted-text": 1}


def test_what_is_not_read_is_counted() -> None:
    """Comments, headers with words, objects, equations and fields without a result."""
    document = read_rich(
        rb"{\header Page}{\footerf Page}{\headerl {\pict 00}\par}One {\*\annotation hidden}two"
        rb"{\object\objemb{\*\objdata 0105}}{\object{\*\objclass Equation.3}}"
        rb"{\mmath{\*\moMath x}}{\field{\*\fldinst PAGE}}{\*\unknown words}\par"
    )
    assert document.text == "One two\n"
    assert counted(document) == {
        "comment": 1, "embedded-object": 1, "equation": 2, "field-code": 1, "header-footer": 2,
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
        HEAD + rb"\u-99999 ?}",
    ],
    ids=["cut off", "short picture", "no character", "no number", "no negative"],
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
        rb"{\fonttbl" + rb"{\f1" * 50_000 + b"}" * 50_001,
    ],
    ids=["groups", "links", "footnotes", "pictures", "binary", "large picture", "fonts"],
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
