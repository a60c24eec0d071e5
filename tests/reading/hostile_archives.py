"""Zip archives no honest program writes."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Mapping

DIRECTORY = b"PK\x01\x02"
NAME_AT = 46  # where the name begins in an entry of the directory
SYMBOLIC_LINK = 0o120777 << 16

Entries = Mapping[str, str | bytes]


def zipped(entries: Entries, method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip of the entries."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as archive:
        for name, content in entries.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def many_entries(count: int, content: bytes) -> bytes:
    """Many entries of the same content, each within bounds."""
    return zipped({f"word/media/{each}": content for each in range(count)})


def nested_archive(sound: Entries, depth: int = 8) -> bytes:
    """A document with archives in archives, the innermost a bomb."""
    inner = zipped({"bomb": bytes(2**20)})
    for _ in range(depth):
        inner = zipped({f"{each}.zip": inner for each in range(10)})
    return zipped(dict(sound) | {"word/embeddings/inner.zip": inner})


def patched(sound: Entries, offset: int, value: bytes) -> bytes:
    """A document with the field at an offset of each entry of its directory overwritten."""
    data = bytearray(zipped(sound))
    place = data.find(DIRECTORY)
    while place >= 0:
        data[place + offset : place + offset + len(value)] = value
        place = data.find(DIRECTORY, place + 4)
    return bytes(data)


def lying_sizes(sound: Entries, part: str, size: int) -> bytes:
    """A document whose text unpacks to ``size`` bytes; all sizes in headers say a few."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    chunk = b" " * 2**20
    packed = b"".join(packer.compress(chunk) for _ in range(size // len(chunk))) + packer.flush()
    marker = b"\x99" * len(packed)
    data = bytearray(zipped(dict(sound) | {part: marker}, zipfile.ZIP_STORED))
    start = data.index(marker)
    data[start : start + len(packed)] = packed
    local = data.rindex(b"PK\x03\x04", 0, start)
    listed = data.rindex(DIRECTORY, 0, data.rindex(part.encode()))
    for place, shift in ((local, 8), (listed, 10)):
        data[place + shift : place + shift + 2] = struct.pack("<H", zipfile.ZIP_DEFLATED)
        data[place + shift + 14 : place + shift + 18] = struct.pack("<I", 1000)
    return bytes(data)


def overlapping_entries(sound: Entries, count: int) -> bytes:
    """A directory that lists one megabyte of packed zeros many times under many names."""
    base = zipped(dict(sound) | {"word/media/0000": bytes(2**20)})
    end = base.rindex(b"PK\x05\x06")
    start = base.rindex(DIRECTORY, 0, end)
    entry = base[start:end]
    name = entry.index(b"0000")
    extra = b"".join(
        entry[:name] + f"{each:04}".encode() + entry[name + 4 :] for each in range(1, count)
    )
    entries, size = struct.unpack_from("<HI", base, end + 10)
    tail = bytearray(base[end:])
    struct.pack_into("<HHI", tail, 8, entries + count - 1, entries + count - 1, size + len(extra))
    return base[:end] + extra + bytes(tail)


def symbolic_link(sound: Entries, target: str, part: str = "word/link.xml") -> bytes:
    """A document one part of which is a link into the file system of whoever unpacks it."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, content in sound.items():
            if name != part:
                archive.writestr(name, content)
        link = zipfile.ZipInfo(part)
        link.create_system = 3
        link.external_attr = SYMBOLIC_LINK
        archive.writestr(link, target)
    return buffer.getvalue()
