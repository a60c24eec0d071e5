"""What a client would rather have: weighed lists in its headers (RFC 9110, 12.5)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from starlette.requests import Request

from riskscan.analysis.report import Interface

LANGUAGES: tuple[Interface, ...] = ("ru", "kk", "en")
_CHOICE = re.compile(
    r"\s*(?P<name>[\w*/.+-]{1,80})\s*(?:;[^,;]*)*?(?:;\s*q=(?P<weight>[01](?:\.\d{0,3})?))?\s*"
)


def media_type(header: str, offered: Sequence[str]) -> str | None:
    """The offered type the client likes best, the first among equals; None when it takes none."""
    if not header.strip():
        return offered[0]
    wanted = dict(_choices(header))

    def weight(offer: str) -> float:
        names = (offer, f"{offer.partition('/')[0]}/*", "*/*")
        return next((wanted[name] for name in names if name in wanted), 0.0)

    best = max(offered, key=weight)
    return best if weight(best) > 0 else None


def language(request: Request) -> Interface:
    """The language to answer in: the request's ``ui`` once read, its header, or Russian."""
    chosen: Interface | None = getattr(request.state, "ui", None)
    if chosen is not None:
        return chosen
    wanted = [(weight, name[:2]) for name, weight in _choices(_header(request)) if weight > 0]
    liked = [name for _, name in sorted(wanted, key=lambda pair: -pair[0])]
    return next((each for name in liked for each in LANGUAGES if each == name), "ru")


def _header(request: Request) -> str:
    return request.headers.get("accept-language", "")


def _choices(header: str) -> Iterator[tuple[str, float]]:
    for part in header[:1000].split(","):
        if match := _CHOICE.fullmatch(part):
            yield match["name"].lower(), float(match["weight"] or 1)
