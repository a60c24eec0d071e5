"""The OOXML package: a zip of XML parts, opened with suspicion, and written back.

Every bound is checked from the zip directory before anything is unpacked, and every part is
parsed without network, entities or a document type.
"""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from collections.abc import Mapping

from lxml import etree

from riskscan.errors import DamagedFileError, DocumentTooLargeError
from riskscan.reading.limits import Limits

CONTENT_TYPES = "[Content_Types].xml"
ENCRYPTED = 0x1
METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
UNZIP_ERRORS = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError)
SAVE_AGAIN = "Open it in Word and save it again"

# ISO "strict" documents differ from the usual ones only in the names of their namespaces.
STRICT = b"http://purl.oclc.org/ooxml/"
STRICT_NAMES = (
    (STRICT + b"wordprocessingml/", b"http://schemas.openxmlformats.org/wordprocessingml/2006/"),
    (
        STRICT + b"officeDocument/relationships",
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    ),
    (STRICT + b"drawingml/", b"http://schemas.openxmlformats.org/drawingml/2006/"),
    (
        STRICT + b"officeDocument/math",
        b"http://schemas.openxmlformats.org/officeDocument/2006/math",
    ),
)


class Package:
    """The parts of one OOXML file, by name; names are compared without case, as OPC asks."""

    def __init__(self, data: bytes, name: str, limits: Limits) -> None:
        """Open the archive; raises DamagedFileError when it is broken or hostile."""
        self._name = name
        self._limits = limits
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(data))
        except UNZIP_ERRORS:
            raise self._damaged("the zip archive is broken") from None
        self._entries: dict[str, zipfile.ZipInfo] = {}
        self._trees: dict[str, etree._Element] = {}
        self._strict: set[str] = set()
        self._check_directory()

    def __contains__(self, part: str) -> bool:
        return part.lower() in self._entries

    def content_types(self) -> dict[str, str]:
        """The declared content type of each part, by lower-case part name."""
        root = self.parse(CONTENT_TYPES)
        usual = {
            default.get("Extension", "").lower(): default.get("ContentType", "")
            for default in root.iterfind("{*}Default")
        }
        types = {part: usual.get(part.rpartition(".")[2], "") for part in self._entries}
        for override in root.iterfind("{*}Override"):
            part = override.get("PartName", "").lstrip("/").lower()
            types[part] = override.get("ContentType", "")
        return types

    def related(self, part: str) -> dict[str, list[str]]:
        """The parts that ``part`` ("" for the package itself) points to, by kind.

        The kind is the last word of the relationship type: "styles", "numbering", "header".
        """
        folder, base = posixpath.split(part)
        relationships = posixpath.join(folder, "_rels", f"{base}.rels")
        found: dict[str, dict[str, None]] = {}
        for relationship in self.parse(relationships) if relationships in self else ():
            kind = relationship.get("Type", "").rpartition("/")[2]
            target = posixpath.join("/", folder, relationship.get("Target", ""))
            path = posixpath.normpath(target).lstrip("/")
            if path in self and relationship.get("TargetMode") != "External":
                found.setdefault(kind, {})[path] = None
        return {kind: list(paths) for kind, paths in found.items()}

    def parse(self, part: str) -> etree._Element:
        """The root element of an XML part, the same for each who asks; raises DamagedFileError."""
        key = part.lower()
        if key not in self._trees:
            self._trees[key] = self._parse(part)
        return self._trees[key]

    def is_strict(self, part: str) -> bool:
        """Whether a part, parsed before, is written in the names of ISO "strict"."""
        return part.lower() in self._strict

    def rewritten(self, parts: Mapping[str, bytes]) -> bytes:
        """The archive with these parts in the place of theirs, or new at the end, nothing else."""
        new = {part.lower(): (part, data) for part, data in parts.items()}
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
            for entry in self._archive.infolist():
                path = entry.filename.replace("\\", "/")
                _, data = new.pop(path.lower(), ("", None))
                archive.writestr(_header(entry), self._unpack(path) if data is None else data)
            for part, data in new.values():
                archive.writestr(zipfile.ZipInfo(part), data, zipfile.ZIP_DEFLATED)
        return buffer.getvalue()

    def _parse(self, part: str) -> etree._Element:
        data = self._unpack(part)
        if data.count(b"<") > self._limits.xml_tags:
            raise DocumentTooLargeError(
                f"the part has more than {self._limits.xml_tags} tags",
                place=f"{self._name}: {part}",
                remedy="Split the document",
            )
        if STRICT in data:
            self._strict.add(part.lower())
            for strict, usual in STRICT_NAMES:
                data = data.replace(strict, usual)
        try:
            root = etree.fromstring(data, _parser())
        except etree.XMLSyntaxError:
            raise self._damaged("the XML is broken or over the parser's limits", part) from None
        if root.getroottree().docinfo.internalDTD is not None:
            raise self._damaged("the XML declares a document type, which OOXML forbids", part)
        return root

    def _unpack(self, part: str) -> bytes:
        entry = self._entries.get(part.lower())
        if entry is None:
            raise self._damaged("the part is missing", part)
        try:
            with self._archive.open(entry) as packed:
                return packed.read(entry.file_size)  # never more than the directory admits
        except UNZIP_ERRORS:
            raise self._damaged("the part cannot be unpacked", part) from None

    def _check_directory(self) -> None:
        limits = self._limits
        entries = self._archive.infolist()
        if len(entries) > limits.archive_entries:
            raise self._damaged(f"the archive has more than {limits.archive_entries} entries")
        if sum(entry.file_size for entry in entries) > limits.archive_bytes:
            raise self._damaged(f"the archive unpacks to more than {limits.archive_bytes} bytes")
        for entry in entries:
            self._check_entry(entry)
            path = entry.filename.replace("\\", "/").lower()
            if path in self._entries:
                raise self._damaged("the archive holds two parts of one name")
            self._entries[path] = entry

    def _check_entry(self, entry: zipfile.ZipInfo) -> None:
        path = entry.filename.replace("\\", "/")
        if path.startswith("/") or ":" in path or ".." in path.split("/"):
            raise self._damaged("the archive names a path outside itself")
        if entry.flag_bits & ENCRYPTED:
            raise self._damaged("the archive is encrypted")
        if entry.compress_type not in METHODS:
            raise self._damaged("the archive uses a compression OOXML does not know")
        ratio = entry.file_size / max(entry.compress_size, 1)
        if entry.file_size > self._limits.free_entry_bytes and ratio > self._limits.archive_ratio:
            raise self._damaged("an entry unpacks to far more than its size, as a zip bomb does")

    def _damaged(self, cause: str, part: str = "") -> DamagedFileError:
        place = f"{self._name}: {part}" if part else self._name
        return DamagedFileError(cause, place=place, remedy=SAVE_AGAIN)


def encode(root: etree._Element, strict: bool) -> bytes:
    """The bytes of a part, in the names of ISO "strict" or the usual ones."""
    data = etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)
    if strict:
        for name, usual in STRICT_NAMES:
            data = data.replace(usual, name)
    return data


def _header(entry: zipfile.ZipInfo) -> zipfile.ZipInfo:
    """What an entry's directory line says of it, without where and how large it was."""
    header = zipfile.ZipInfo(entry.filename, entry.date_time)
    header.compress_type = entry.compress_type
    header.external_attr = entry.external_attr
    header.create_system = entry.create_system
    header.comment = entry.comment
    return header


def _parser() -> etree.XMLParser:
    return etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
