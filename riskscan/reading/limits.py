"""How large a document may be: every bound the reading floor enforces, in one place."""

from __future__ import annotations

from dataclasses import dataclass

from riskscan.errors import DocumentTooLargeError

MEGABYTE = 2**20


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds on what is read; over any of them the file is refused, never read in part.

    The archive bounds stop zip bombs before anything is unpacked: an entry larger than
    ``free_entry_bytes`` may not have been compressed more than ``archive_ratio`` times.
    ``xml_tags`` bounds one XML part or web page, and with it the memory of its tree;
    ``rtf_parts`` bounds the paragraphs, cells and tables of rich text. The ``pdf`` bounds are those
    of the process that opens one: ``pdf_bytes`` of memory, ``pdf_seconds`` of processor and wall
    time, and ``ocr_seconds`` for recognising a scan. ``conversion_seconds`` bounds the work of
    LibreOffice on one file.
    """

    file_bytes: int = 50 * MEGABYTE
    characters: int = 20_000_000
    archive_entries: int = 2000
    archive_bytes: int = 200 * MEGABYTE
    archive_ratio: int = 100
    free_entry_bytes: int = MEGABYTE
    xml_tags: int = 4_000_000
    rtf_parts: int = 1_000_000
    pdf_pages: int = 2000
    pdf_seconds: int = 300
    pdf_bytes: int = 2048 * MEGABYTE
    ocr_seconds: int = 3600
    conversion_seconds: float = 120

    def check_length(self, characters: int, name: str) -> None:
        """Raise DocumentTooLargeError, naming the file, for a text over the limit."""
        if characters > self.characters:
            raise DocumentTooLargeError(
                f"the text is longer than {self.characters} characters",
                place=name,
                remedy="Split the document",
            )
