"""Words of a document made safe to show: nothing in them can forge what stands around them."""

from __future__ import annotations

import re

_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def visible(text: str) -> str:
    """The text with control and direction characters replaced, which could forge what is shown."""
    return _CONTROLS.sub("\N{REPLACEMENT CHARACTER}", text)


def one_line(text: str) -> str:
    """The text on one line, safe to print."""
    return visible(" ".join(text.split()))
