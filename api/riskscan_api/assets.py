"""The page's own files, read from the package; nothing is fetched from elsewhere."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import PurePosixPath

from fastapi import Request
from fastapi.responses import Response

_TYPES = {
    ".js": "text/javascript",
    ".css": "text/css",
    ".svg": "image/svg+xml",
    ".woff2": "font/woff2",
    ".txt": "text/plain; charset=utf-8",
}
_REVALIDATED = "no-cache"
_FOREVER = "public, max-age=31536000, immutable"  # a font never changes under its name


def asset_response(request: Request, name: str) -> Response | None:
    """The file, or 304 for a browser that has it; None when there is none of that name."""
    content = _assets().get(name)
    if content is None:
        return None
    etag = f'"{hashlib.sha256(content).hexdigest()[:32]}"'
    suffix = PurePosixPath(name).suffix
    headers = {"ETag": etag, "Cache-Control": _FOREVER if suffix == ".woff2" else _REVALIDATED}
    if request.headers.get("if-none-match") == etag:
        return Response(status_code=304, headers=headers)
    return Response(content, media_type=_TYPES[suffix], headers=headers)


@cache
def _assets() -> Mapping[str, bytes]:
    """Every file of the package's static folder by its path; only these can be asked for.

    The style of comparisons is that of the exported page.
    """
    parity = files("riskscan.report").joinpath("parity.css").read_bytes()
    return dict(_walk(files("riskscan_api").joinpath("static"), "")) | {"parity.css": parity}


def _walk(folder: Traversable, prefix: str) -> Iterator[tuple[str, bytes]]:
    for each in folder.iterdir():
        if each.is_dir():
            yield from _walk(each, f"{prefix}{each.name}/")
        elif PurePosixPath(each.name).suffix in _TYPES:
            yield f"{prefix}{each.name}", each.read_bytes()
