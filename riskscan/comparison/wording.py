"""The words of differences and warnings, in the interface language."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from riskscan.analysis.report import Interface


@cache
def strings() -> Mapping[Interface, Mapping[str, str]]:
    """All strings by language and key; every language has the same keys."""
    loaded: Mapping[Interface, Mapping[str, str]] = json.loads(
        files("riskscan.comparison").joinpath("strings.json").read_text("utf-8")
    )
    return loaded


def say(ui: Interface, key: str, **values: object) -> str:
    """One string with its gaps filled; words of a draft are filled in, never interpreted."""
    return strings()[ui][key].format_map(values)
