"""The words and numbers around the answers, in the interface language."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Any

from riskscan.analysis.report import Interface
from riskscan.corpus.questions import TABLES, Answers, By, Group
from riskscan.corpus.rates import Rate
from riskscan.text.printable import one_line

_TITLES = {"factor": "factors", "rule": "rules"}


@cache
def strings() -> Mapping[Interface, Mapping[str, str]]:
    """All strings by language and key; every language has the same keys."""
    loaded: Mapping[Interface, Mapping[str, str]] = json.loads(
        files("riskscan.corpus").joinpath("strings.json").read_text("utf-8")
    )
    return loaded


class CorpusWording:
    """What is said about the answers in one interface language; words of acts are made safe."""

    def __init__(self, answers: Answers, ui: Interface) -> None:
        self.ui = ui
        self._answers = answers
        self._strings = strings()[ui]
        self._titles: Mapping[str, Mapping[str, Mapping[str, str]]] = answers.scan["titles"]

    def __call__(self, key: str, **values: Any) -> str:
        """One string with its gaps filled; numbers are written the language's way."""
        written = {
            name: self.count(value) if isinstance(value, int) else value
            for name, value in values.items()
        }
        return self._strings[key].format_map(written)

    def name(self, by: By, group: Group) -> str:
        """What a group is called: the title of a factor or rule, a kind, a body, an act."""
        return self._name(by, group) + (" *" if group.thin else "")

    def _name(self, by: By, group: Group) -> str:
        if group.key is None:
            return self("unstated")
        if by in _TITLES:
            titles = self._titles[_TITLES[by]].get(group.key, {})
            return titles.get(self.ui) or titles.get("ru") or group.key
        if by == "kind":
            return self._strings.get(f"kind.{group.key}", group.key)
        return one_line(group.name)

    def count(self, number: int) -> str:
        """1 234 567 (1,234,567 in English)."""
        return self._local(f"{number:,}")

    def decimal(self, number: float | None, places: int = 2) -> str:
        """0,46 (0.46 in English); a dash for nothing."""
        return "–" if number is None else self._local(f"{number:.{places}f}")

    def interval(self, rate: Rate, places: int = 2) -> str:
        """0,39 – 0,53."""
        if rate.low is None:
            return "–"
        return f"{self.decimal(rate.low, places)} – {self.decimal(rate.high, places)}"

    def headings(self, by: By) -> list[str]:
        """The columns of a table, after the name of its rows."""
        size = ("affected",) if by in _TITLES else ("documents", "words")
        return [self(f"col.{name}") for name in (*size, "tier1", "per", "interval", "tier2", "per")]

    def cells(self, by: By, group: Group) -> list[str]:
        """One row under those headings; of one factor the rates are small."""
        places = 3 if by in _TITLES else 2
        size = (group.affected,) if by in _TITLES else (group.documents, group.words)
        return [
            *map(self.count, size),
            self.count(group.tier1.findings),
            self.decimal(group.tier1.per_1000, places),
            self.interval(group.tier1, places),
            self.count(group.tier2.findings),
            self.decimal(group.tier2.per_1000, places),
        ]

    def share(self, part: int, whole: int) -> str:
        """25 (52 %)."""
        return f"{self.count(part)} ({round(100 * part / whole)} %)" if whole else self.count(part)

    def _local(self, number: str) -> str:
        if self.ui == "en":
            return number
        return number.translate({ord(","): "\N{NO-BREAK SPACE}", ord("."): ","})

    def lead(self) -> str:
        """What was scanned and what a finding means."""
        overall = self._answers.overall
        return self("lead", documents=overall.documents, words=overall.words)

    def notes(self, by: By, shown: int) -> list[str]:
        """What a table leaves out."""
        groups = self._answers.tables[by]
        compared = comparable(by, groups)
        notes = [self("thin")] if any(group.thin for group in compared[:shown]) else []
        if shown < len(compared):
            notes.append(self("more", shown=shown, total=len(compared)))
        if len(compared) < len(groups):
            thin = len(groups) - len(compared)
            notes.append(self("short", minimum=self._answers.minimum_words, count=thin))
        return notes

    def rest(self) -> list[str]:
        """As what documents were read, and which files the figures do not cover."""
        answers = self._answers
        lines = []
        if answers.scan.get("view") == "original":
            lines.append(self("original"))
        if answers.unread:
            lines.append(self("unread", count=answers.unread))
        if answers.passed_over:
            lines.append(self("passed", count=answers.passed_over))
        return lines

    def colophon(self) -> str:
        """Which program and which rules spoke."""
        scan = self._answers.scan
        return self(
            "colophon",
            engine=scan["engine"],
            version=scan["ruleset"]["version"],
            digest=scan["ruleset"]["digest"].removeprefix("sha256:")[:12],
            folder=one_line(scan["folder"]),
        )


def comparable(by: By, groups: Sequence[Group]) -> Sequence[Group]:
    """The groups a table shows: all, but of acts only those long enough to be compared."""
    return [group for group in groups if not group.thin] if by == "act" else groups


def shown_tables(answers: Answers) -> list[By]:
    """The tables that say something, in their order."""
    return [by for by in TABLES if answers.tables[by]]
