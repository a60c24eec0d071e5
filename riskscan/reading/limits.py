"""How large a document may be: every bound the reading floor enforces, in one place."""

from __future__ import annotations

from dataclasses import dataclass

MEGABYTE = 2**20


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds on what is read; over any of them the file is refused, never read in part.

    The archive bounds stop zip bombs before anything is unpacked: an entry larger than
    ``free_entry_bytes`` may not have been compressed more than ``archive_ratio`` times.
    ``xml_tags`` bounds one XML part or web page, and with it the memory of its tree.
    ``conversion_seconds`` bounds the work of LibreOffice on one file.
    """

    file_bytes: int = 50 * MEGABYTE
    characters: int = 20_000_000
    archive_entries: int = 2000
    archive_bytes: int = 200 * MEGABYTE
    archive_ratio: int = 100
    free_entry_bytes: int = MEGABYTE
    xml_tags: int = 4_000_000
    conversion_seconds: float = 120
