"""What runs in the process that recognises a scan: a PDF in, the PDF with a text layer out.

Before it stands a line that counts the words recognised with little confidence. Nothing leaves the
machine; the pictures of the pages lie in the folder the one who asked has named, and will clear.
"""

from __future__ import annotations

import io
import json
import os
import re
import sys
import tempfile
from contextlib import redirect_stdout
from importlib import import_module
from pathlib import Path

from riskscan.reading.pdf_child import begin

_SURE = 60  # of 100: below it Tesseract's word is as often wrong as right
_WORD = re.compile(rb"x_wconf (\d+)'>[^<]")  # of its pages in hOCR


def main() -> None:
    """Print the count and the recognised PDF, or nothing when that fails."""
    settings, data = begin()
    result = io.BytesIO()
    os.environ["TMPDIR"] = tempfile.tempdir = settings["folder"]
    try:
        with redirect_stdout(sys.stderr):
            recognise(data, result, settings["languages"])
        pages = [page.read_bytes() for page in Path(settings["folder"]).rglob("*.hocr")]
    except Exception:
        os._exit(1)  # the message could carry words of the document
    doubtful = sum(int(found[1]) < _SURE for page in pages for found in _WORD.finditer(page))
    sys.stdout.buffer.write(json.dumps({"doubtful": doubtful}).encode() + b"\n")
    sys.stdout.buffer.write(result.getvalue())


def recognise(data: bytes, result: io.BytesIO, languages: list[str]) -> None:
    """Write the PDF with its text layer; what Tesseract says of each page stays in the folder."""
    import_module("ocrmypdf").ocr(  # an optional part: not there when types are checked
        io.BytesIO(data),
        result,
        language=languages,
        force_ocr=True,
        output_type="pdf",
        optimize=0,
        jobs=1,
        progress_bar=False,
        keep_temporary_files=True,
    )


if __name__ == "__main__":
    main()
