"""Old Word documents (.doc) and OpenDocument texts (.odt): LibreOffice makes a .docx of them.

It works in a folder of its own that is thrown away, with macros, active content and links off and,
where the system permits, in a network namespace without a network.
"""

from __future__ import annotations

import io
import os
import shutil
import subprocess
import tempfile
import zipfile
from dataclasses import replace
from functools import cache
from pathlib import Path

from riskscan.errors import DamagedFileError, DocumentTooLargeError, UnsupportedFormatError
from riskscan.reading import child_process
from riskscan.reading.docx import read_docx
from riskscan.reading.formats import locked
from riskscan.reading.limits import Limits
from riskscan.reading.package import UNZIP_ERRORS, Package
from riskscan.text import Assumption, Document

PROGRAMS = ("soffice", "libreoffice")
FILTER = "docx:MS Word 2007 XML"
# Named, because a damaged file would otherwise be read as any format that takes it, such as text.
FILTERS = {".doc": "MS Word 97", ".odt": "writer8"}
SAVE_AS_DOCX = "Open it in a word processor and save it as .docx"
PROBE_SECONDS = 10
LONGEST_MANIFEST = 1_000_000  # bytes
ENCRYPTION = b"encryption-data"

SCRIPTING = "/org.openoffice.Office.Common/Security/Scripting"
UPDATING = "/org.openoffice.Office.Writer/Content/Update"
SETTINGS = (
    (SCRIPTING, "BlockUntrustedRefererLinks", "true"),
    (SCRIPTING, "DisableActiveContent", "true"),
    (SCRIPTING, "DisableMacrosExecution", "true"),
    (SCRIPTING, "MacroSecurityLevel", "3"),
    (UPDATING, "Link", "0"),
)


def read_doc(data: bytes, name: str, limits: Limits) -> Document:
    """Read the bytes of an old Word document.

    Raises UnsupportedFormatError without LibreOffice, DamagedFileError, DocumentTooLargeError.
    """
    return read_converted(data, ".doc", name, limits)


def read_odt(data: bytes, name: str, limits: Limits) -> Document:
    """Read the bytes of an OpenDocument text.

    Raises UnsupportedFormatError without LibreOffice and for locked documents, DamagedFileError,
    DocumentTooLargeError.
    """
    Package(data, name, limits)  # refuses archives over the limits
    if is_locked(data):
        raise locked(name)
    return read_converted(data, ".odt", name, limits)


def is_locked(data: bytes) -> bool:
    """Whether the manifest of an OpenDocument file says that its parts are encrypted."""
    try:
        with (
            zipfile.ZipFile(io.BytesIO(data)) as archive,
            archive.open("META-INF/manifest.xml") as manifest,
        ):
            return ENCRYPTION in manifest.read(LONGEST_MANIFEST)
    except (KeyError, *UNZIP_ERRORS):
        return False


def read_converted(data: bytes, suffix: str, name: str, limits: Limits) -> Document:
    """Read what LibreOffice makes of a file; that it was converted is told with the document."""
    program = next(filter(None, map(shutil.which, PROGRAMS)), None)
    if program is None:
        raise UnsupportedFormatError(
            f"reading {suffix} needs LibreOffice, which is not installed",
            place=name,
            remedy="Install libreoffice-writer, or save the document as .docx",
        )
    with tempfile.TemporaryDirectory(prefix="riskscan-") as folder:
        source = Path(folder) / f"document{suffix}"
        source.write_bytes(data)
        converted = convert(program, source, name, limits)
    document = read_docx(converted, name, limits)
    return replace(document, assumed=(*document.assumed, Assumption("converted", 1)))


def convert(program: str, source: Path, name: str, limits: Limits) -> bytes:
    """The .docx LibreOffice makes of a file, which stands alone in its folder."""
    folder = source.parent
    write_settings(folder / "profile")
    command = [
        *confinement(limits.archive_bytes),
        program,
        f"-env:UserInstallation={(folder / 'profile').as_uri()}",
        *("--headless", "--norestore", "--nolockcheck", "--nodefault", "--nologo"),
        f"--infilter={FILTERS[source.suffix]}",
        *("--convert-to", FILTER, "--outdir", str(folder / "converted"), str(source)),
    ]
    seconds = limits.conversion_seconds
    if child_process.run(command, environment(folder), seconds, folder=folder) is None:
        raise DocumentTooLargeError(
            f"the conversion took longer than {seconds} seconds",
            place=name,
            remedy=SAVE_AS_DOCX,
        )
    result = folder / "converted" / "document.docx"
    if not result.is_file():
        raise DamagedFileError(
            "LibreOffice cannot open it: it is damaged or locked with a password",
            place=name,
            remedy=SAVE_AS_DOCX,
        )
    if result.stat().st_size > limits.file_bytes:
        raise DocumentTooLargeError(
            f"the converted file is larger than {limits.file_bytes} bytes",
            place=name,
            remedy="Split the document or take the pictures out",
        )
    return result.read_bytes()


def write_settings(profile: Path) -> None:
    """Make a profile that opens documents with all they could run or fetch switched off."""
    items = "".join(
        f'<item oor:path="{path}"><prop oor:name="{setting}" oor:op="fuse">'
        f"<value>{value}</value></prop></item>"
        for path, setting, value in SETTINGS
    )
    file = profile / "user" / "registrymodifications.xcu"
    file.parent.mkdir(parents=True)
    file.write_text(
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<oor:items xmlns:oor="http://openoffice.org/2001/registry">'
        f"{items}</oor:items>",
        "utf-8",
    )


def confinement(largest_file: int) -> list[str]:
    """The beginning of a command that takes the network away and bounds the files it writes."""
    bound = ["prlimit", f"--fsize={largest_file}", "--"] if shutil.which("prlimit") else []
    return [*bound, *without_network()]


@cache
def without_network() -> tuple[str, ...]:
    """How this system runs a command without a network; empty where it does not permit it."""
    for options in (("--net",), ("--net", "--map-root-user")):
        command = ("unshare", *options, "--")
        try:
            probe = subprocess.run(  # noqa: S603
                (*command, "true"), capture_output=True, timeout=PROBE_SECONDS, check=False
            )
        except (OSError, subprocess.TimeoutExpired):
            continue
        if probe.returncode == 0:
            return command
    return ()


def environment(folder: Path) -> dict[str, str]:
    """What the converter may know of this process: where programs are, and no proxy."""
    return {
        "PATH": os.environ.get("PATH", os.defpath),
        "HOME": str(folder),
        "TMPDIR": str(folder),
        "LANG": "C.UTF-8",
        "SAL_USE_VCLPLUGIN": "svp",
    }
