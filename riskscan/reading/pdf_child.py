"""How a process that opens a PDF begins: bounded, silent, and ending with the one that asked."""

from __future__ import annotations

import json
import logging
import os
import signal
import sys
import threading
import time
from typing import Any

try:
    import resource
except ModuleNotFoundError:  # Windows has no such limits
    resource = None  # type: ignore[assignment]

_WATCH_SECONDS = 1.0


def begin() -> tuple[dict[str, Any], bytes]:
    """The settings, the first line of standard input, and the bytes behind it."""
    logging.disable()
    settings = json.loads(sys.stdin.buffer.readline())
    _watch(settings["parent"])
    _bound(settings["memory"], settings["seconds"])
    return settings, sys.stdin.buffer.read()


def _watch(parent: int) -> None:
    """End with the process that asked, however that ended."""

    def wait() -> None:
        while os.getppid() == parent:
            time.sleep(_WATCH_SECONDS)
        if hasattr(os, "killpg") and os.getpgid(0) == os.getpid():
            os.killpg(0, signal.SIGKILL)
        os._exit(1)

    threading.Thread(target=wait, daemon=True).start()


def _bound(memory: int, seconds: int) -> None:
    """Bound memory in bytes and processor time in seconds, for what it starts as well."""
    if resource is None:
        return
    for kind, bound in ((resource.RLIMIT_AS, memory), (resource.RLIMIT_CPU, seconds)):
        _, hard = resource.getrlimit(kind)
        bound = bound if hard == resource.RLIM_INFINITY else min(bound, hard)
        resource.setrlimit(kind, (bound, hard))
