"""LibreOffice as the oracle: what a real word processor shows for the same file."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

PLAIN_TEXT = "txt:Text (encoded):UTF8"
SECONDS = 300


def require_office() -> None:
    """Skip the test without LibreOffice; fail it where the environment says it must be there."""
    if shutil.which("soffice"):
        return
    if os.environ.get("RISKSCAN_REQUIRE_OFFICE") == "1":
        pytest.fail("RISKSCAN_REQUIRE_OFFICE=1, but soffice is not installed")
    pytest.skip("soffice is not installed")


def plain_texts(files: list[Path], folder: Path) -> list[str]:
    """What LibreOffice exports for each file, all in one start of it, in a profile of its own."""
    output = convert(files, folder, PLAIN_TEXT)
    return [(output / f"{file.stem}.txt").read_text("utf-8-sig") for file in files]


def convert(files: list[Path], folder: Path, form: str) -> Path:
    """The folder with each file as LibreOffice saves it in a form such as "docx"."""
    output = folder / "converted"
    subprocess.run(
        [
            "soffice",
            f"-env:UserInstallation={(folder / 'profile').resolve().as_uri()}",
            "--headless",
            "--convert-to",
            form,
            "--outdir",
            str(output),
            *map(str, files),
        ],
        check=True,
        capture_output=True,
        timeout=SECONDS,
    )
    return output
