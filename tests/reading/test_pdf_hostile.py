"""Hostile PDFs: whatever the bytes, a Document or one of our errors, in bounded time."""

from __future__ import annotations

import multiprocessing
import os
import signal
import subprocess
import sys
import time
import zlib
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from riskscan.errors import DamagedFileError, DocumentTooLargeError, EmptyDocumentError, InputError
from riskscan.reading import Limits, read_bytes
from tests.reading.pdf_files import MEDIA, assemble, pdf, stream, words

FINE = pdf([words("Text", 100, 700)])
CATALOGUE = b"<</Type/Catalog/Pages 2 0 R>>"
ONE_PAGE = b"<</Type/Pages/Count 1/Kids[3 0 R]>>"
ENDLESS = Limits(pdf_seconds=3)


def with_forms(*forms: bytes) -> bytes:
    """A page that draws the form in object 5; each form may draw others."""
    page = b"<</Type/Page/Parent 2 0 R%s/Resources<</XObject<</X 5 0 R>>>>/Contents 4 0 R>>" % MEDIA
    return assemble([CATALOGUE, ONE_PAGE, page, stream(b"/X Do"), *forms])


def form(content: bytes, other: int) -> bytes:
    """A form whose /X is another object."""
    entries = b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X %d 0 R>>>>"
    return stream(content, entries % other)


def billion_forms() -> bytes:
    """Ten forms in each form, twenty deep."""
    return with_forms(*(form(b"/X Do " * 10, 6 + depth) for depth in range(20)), stream(b""))


@pytest.mark.parametrize(
    "data",
    [
        b"%PDF-1.7",
        b"%PDF-1.7\n" + bytes(range(256)) * 100,
        FINE[: len(FINE) // 2],
        pdf([words("Text", 1, 1)], b"/Filter/FlateDecode/DecodeParms<</Predictor 99>>"),
        assemble(
            [CATALOGUE]
            + [b"<</Type/Pages/Count 1/Kids[%d 0 R]>>" % (number + 3) for number in range(3000)]
            + [b"<</Type/Page%s>>" % MEDIA]
        ),
    ],
    ids=["mark alone", "garbage", "truncated", "filter", "deep"],
)
def test_broken_files_are_refused(data: bytes, capfd: pytest.CaptureFixture[str]) -> None:
    """With the place and what to do, and without a word on the terminal."""
    with pytest.raises((DamagedFileError, EmptyDocumentError)) as caught:
        read_bytes(data, "draft.pdf")
    assert caught.value.place == "draft.pdf"
    assert caught.value.remedy
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize(
    "data",
    [
        pdf([words("Text", 1, 1)], more=[b"[" * 100_000 + b"]" * 100_000]),
        with_forms(form(b"/X Do /X Do BT ET", 5)) + b"\n",
        FINE.replace(b"/Kids[4 0 R]", b"/Kids[2 0 R]"),
        FINE.replace(b"/Root 1 0 R", b"/Root 9 0 R"),
        b"\n\n" + FINE,
    ],
    ids=[
        "nested arrays",
        "a form in itself",
        "kids of themselves",
        "no root",
        "blanks before the mark",
    ],
)
def test_strange_files_end(data: bytes) -> None:
    """Read or found empty, but never a crash."""
    with suppress(EmptyDocumentError):
        assert read_bytes(data, "a").text == "Text\n"


@pytest.mark.parametrize(
    ("data", "limits", "cause"),
    [
        (pdf([b"BT ET"] * 60), Limits(pdf_pages=50), "more than 50 pages"),
        (pdf([b"BT ET"] * 5000), Limits(), "more than 2000 pages"),
        (pdf([words("Text", 1, 1)]), Limits(characters=3), "longer than 3 characters"),
        (billion_forms(), ENDLESS, "more than 3 seconds"),
        (
            pdf([zlib.compress(b"0 " * 300_000_000)], b"/Filter/FlateDecode"),
            Limits(pdf_bytes=400 * 2**20),
            "bytes of memory",
        ),
    ],
    ids=["pages", "5000 pages", "characters", "forms", "a stream that unpacks"],
)
def test_too_much_is_refused(data: bytes, limits: Limits, cause: str) -> None:
    """Pages, characters, time and memory are bounded."""
    begun = time.monotonic()
    with pytest.raises(DocumentTooLargeError, match=cause) as caught:
        read_bytes(data, "draft.pdf", limits)
    assert caught.value.place == "draft.pdf"
    assert caught.value.remedy
    assert time.monotonic() - begun < 60


@given(st.integers(0, len(FINE) - 1), st.binary(min_size=1, max_size=8))
@settings(max_examples=10)
def test_damage_anywhere_is_told(place: int, damage: bytes) -> None:
    """A few bytes overwritten: a document or an error of ours."""
    data = b"%PDF-" + (FINE[:place] + damage + FINE[place + len(damage) :])[5:]
    try:
        read_bytes(data, "a")
    except InputError as error:
        assert error.place == "a"


def test_a_process_that_may_have_no_children_can_read() -> None:
    """The workers of a pool are such."""
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        assert pool.apply(read_bytes, (FINE, "a")).text == "Text\n"


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="needs /proc")
def test_the_process_ends_with_the_one_that_asked() -> None:
    """A killed reader leaves nothing behind that goes on working."""
    code = (
        "from tests.reading.test_pdf_hostile import billion_forms;"
        "from riskscan.reading import read_bytes; read_bytes(billion_forms(), 'a')"
    )
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    with subprocess.Popen([sys.executable, "-c", code], env=environment) as reader:
        child = wait_for(lambda: next(iter(children(reader.pid)), None))
        time.sleep(1)
        reader.send_signal(signal.SIGKILL)
    assert wait_for(lambda: None if Path(f"/proc/{child}").exists() else True)


def children(parent: int) -> list[int]:
    """The processes a process has started."""
    listed = Path(f"/proc/{parent}/task/{parent}/children")
    return [int(child) for child in listed.read_text("ascii").split()] if listed.exists() else []


def wait_for(ask: object, seconds: float = 60) -> object:
    """The first answer that is not None."""
    assert callable(ask)
    until = time.monotonic() + seconds
    while (answer := ask()) is None:
        assert time.monotonic() < until
        time.sleep(0.1)
    return answer
