"""What runs in the process that recognises a scan: a PDF in, the PDF with a text layer out.

Nothing leaves the machine; the pictures of the pages lie in a folder of its own while it works.
"""

from __future__ import annotations

import io
import os
import sys
from importlib import import_module

from riskscan.reading.pdf_child import begin


def main() -> None:
    """Print the recognised PDF, or nothing when that fails."""
    settings, data = begin()
    result = io.BytesIO()
    try:
        import_module("ocrmypdf").ocr(  # an optional part: not there when types are checked
            io.BytesIO(data),
            result,
            language=settings["languages"],
            force_ocr=True,
            output_type="pdf",
            optimize=0,
            jobs=1,
            progress_bar=False,
        )
    except Exception:
        os._exit(1)  # the message could carry words of the document
    sys.stdout.buffer.write(result.getvalue())


if __name__ == "__main__":
    main()
