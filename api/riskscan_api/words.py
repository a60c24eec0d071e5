"""The page's own strings, one file a language; every language has the same keys."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from riskscan.analysis.report import Interface

LANGUAGES: Mapping[Interface, str] = {"ru": "Русский", "kk": "Қазақша", "en": "English"}


@cache
def page_strings(ui: Interface) -> Mapping[str, str]:
    """The strings of a language by key."""
    path = files("riskscan_api").joinpath(f"strings/{ui}.json")
    strings: Mapping[str, str] = json.loads(path.read_text("utf-8"))
    return strings


class Words:
    """What the page says in one language."""

    def __init__(self, ui: Interface) -> None:
        self.ui = ui
        self._strings = page_strings(ui)

    def __call__(self, key: str, **values: Any) -> str:
        """One string with its gaps filled."""
        return self._strings[key].format_map(values)

    def scripts(self) -> str:
        """The strings the scripts need, as JSON."""
        spoken = {key: text for key, text in self._strings.items() if key.startswith("live.")}
        return json.dumps(spoken, ensure_ascii=False)
