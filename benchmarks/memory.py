"""The most memory a process has held."""

from __future__ import annotations

from pathlib import Path


def peak(process: int | str = "self") -> float:
    """In MB; 0 when it is gone. VmHWM and not ru_maxrss, which a child inherits from its parent."""
    try:
        lines = Path(f"/proc/{process}/status").read_text("ascii").splitlines()
    except OSError:
        return 0.0
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("VmHWM")), 0.0)
