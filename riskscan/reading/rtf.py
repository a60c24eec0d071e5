"""Rich text: an .rtf becomes a Document with its list numbers, notes, tables and source map.

Read as a word processor shows the text, with tracked changes accepted and hidden text left out.
What is not text is listed in ``Document.unread``.
"""

from __future__ import annotations

from collections import Counter

from riskscan.reading.builder import TextBuilder, unread
from riskscan.reading.limits import Limits
from riskscan.reading.rtf_reader import RichReader
from riskscan.reading.rtf_story import StoryWriter
from riskscan.reading.rtf_stream import Stream
from riskscan.text import Document


def read_rtf(data: bytes, name: str, limits: Limits) -> Document:
    """Read the bytes of an .rtf file. Raises DamagedFileError, DocumentTooLargeError."""
    tally: Counter[str] = Counter()
    reader = RichReader(Stream(data.decode("latin-1"), name), limits, tally)
    reader.read(name)
    builder = TextBuilder(name, limits)
    writer = StoryWriter(builder, tally)
    writer.write(reader.body.items)
    for is_endnote in (False, True):
        for note in reader.notes:
            if note.is_endnote is is_endnote:
                writer.write(note.items, note.mark)
    return Document(builder.text(), name, tuple(builder.segments), unread(tally))
