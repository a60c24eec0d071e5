"""The words around a finding, in the interface language: address, basis, evidence, counts.

The strings stand in ``strings.json``, which the web page reads too. Words of a draft are only
ever filled into them, never interpreted.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from typing import Any, Protocol

from riskscan.analysis.report import (
    Basis,
    Evidence,
    Finding,
    Interface,
    Ledger,
    Notice,
    RankReason,
    Report,
)
from riskscan.text.printable import one_line as one_line
from riskscan.text.printable import visible as visible

Strings = Mapping[str, str]
_DETAILS = ("tracked-insertions", "tracked-deletions")  # of the assumption before them


class AsRead(Protocol):
    """What a report says of a file it read."""

    @property
    def unread(self) -> tuple[Notice, ...]: ...
    @property
    def assumed(self) -> tuple[Notice, ...]: ...


@cache
def strings() -> Mapping[Interface, Strings]:
    """All strings by language and key; every language has the same keys."""
    loaded: Mapping[Interface, Strings] = json.loads(
        files("riskscan.report").joinpath("strings.json").read_text("utf-8")
    )
    return loaded


class Wording:
    """Everything said about a report in one interface language."""

    def __init__(self, ui: Interface) -> None:
        self.ui = ui
        self._strings = strings()[ui]

    def __call__(self, key: str, **values: Any) -> str:
        """One string with its gaps filled."""
        return self._strings[key].format_map(values)

    def name(self, family: str, code: str) -> str:
        """The name of a code, or the code itself when it has none."""
        return self._strings.get(f"{family}.{code}", code)

    def number(self, value: float) -> str:
        """4 812 or 4,2 (4,812 and 4.2 in English)."""
        text = f"{value:,}"
        if self.ui == "en":
            return text
        return text.translate({ord(","): "\N{NO-BREAK SPACE}", ord("."): ","})

    def address(self, finding: Finding) -> str:
        """Where the finding stands and, for new text of an amendment, what it changes.

        A language without citations falls back on the document's.
        """
        place = self._spoken(finding.provision.citation, finding) or self("address.document")
        target = self._spoken(finding.provision.target or {}, finding)
        return self("address.target", place=place, target=target) if target else place

    def _spoken(self, words: Mapping[str, str], finding: Finding) -> str:
        for language in (self.ui, finding.language, "ru"):
            if words.get(language):
                return one_line(words[language])
        return ""

    def basis(self, finding: Finding) -> list[str]:
        """The Kazakh law a finding rests on; foreign methodologies stay in the rule's page."""
        return self.laws(finding.basis)

    def laws(self, basis: Iterable[Basis]) -> list[str]:
        """The laws among what something rests on, with article and point."""
        return [self._law(each) for each in basis if each.kind == "law"]

    def _law(self, basis: Basis) -> str:
        article, _, point = basis.item.partition(".")
        parts = [basis.title, self("basis.article", number=article)]
        if point:
            parts.append(self("basis.point", number=point))
        return ", ".join(parts)

    def evidence(self, finding: Finding) -> list[str]:
        """Each reason for the finding, and for its severity, as a sentence."""
        return [
            *(self._sentence(evidence) for evidence in finding.evidence),
            *(self(f"severity.by.{step.by}", why=step.title) for step in finding.severity_steps),
        ]

    def related(self, finding: Finding) -> list[str]:
        """The other words in the same place: quoted, and what is wrong with them when that differs.

        «In the same place» are also the other items of one list.
        """
        return [
            f"«{one_line(each.quote)}»"
            + ("" if each.title == finding.title else f" – {one_line(each.title)}")
            for each in finding.related
        ]

    def rank(self, finding: Finding) -> list[str]:
        """The weight of the learned order, where it was asked for, and what moved it up or down."""
        if finding.rank is None:
            return []
        weight = self("rank.weight", weight=self.number(round(finding.rank.weight, 2)))
        return [weight, *map(self._reason, finding.rank.because)]

    def _reason(self, reason: RankReason) -> str:
        key = "rank.reason" if reason.value else "rank.reason.without"
        sign = "+" if reason.by > 0 else "−"
        return self(key, title=reason.title, by=sign + self.number(abs(reason.by)))

    def _sentence(self, evidence: Evidence) -> str:
        quote = one_line(evidence.quote or "")
        role = self.name("role", evidence.element or evidence.note)
        key = f"evidence.{evidence.role}"
        for variant in (f"{key}.{evidence.verdict}", key):
            if variant in self._strings:
                where = ", ".join(evidence.where)
                what = evidence.note or ", ".join(filter(None, (evidence.element, where)))
                return self(variant, quote=quote, role=role, what=what, where=where)
        return f"{evidence.role}: {evidence.note or quote}"

    def facts(self, report: Report) -> str:
        """The size of what was analysed."""
        document = report.document
        return self(
            "facts",
            provisions=self.number(document.provisions),
            words=self.number(document.words),
        )

    def expertise(self, report: Report) -> list[str]:
        """Whether the draft is subject to the anti-corruption expertise, with the law."""
        found = report.document.expertise
        if found is None:
            return []
        what = self._strings.get(f"expertise.{found.exclusion}", "")
        return [self(f"expertise.{found.status}", what=what, law=self._law(found.basis))]

    def index_terms(self, report: Report) -> list[str]:
        """The addends of the risk index, strongest first."""
        return [
            self(
                "index.term",
                severity=self.name("severity", term.severity),
                findings=term.findings,
                weight=term.weight,
                confidence=self.number(round(term.confidence, 2)),
            )
            for term in reversed(report.summary.risk_terms)
            if term.findings
        ]

    def certainty(self, report: Report) -> list[str]:
        """The parts of the normative certainty: what is said of how many powers that need it."""
        return [
            self(
                "certainty.part",
                element=self.name("element", part.element),
                said=self.number(part.said),
                of=self.number(part.of),
                percent=round(100 * part.said / part.of),
            )
            for part in report.summary.certainty_parts
        ]

    def ledger(self, ledger: Ledger) -> list[str]:
        """What was checked and what was not."""
        lines = [self("ledger.checked", count=self.number(ledger.provisions_checked))]
        if ledger.skipped:
            counts = Counter(skipped.reason for skipped in ledger.skipped)
            lines.append(self("ledger.skipped", list=self.counted("skipped", counts.items())))
        if ledger.incomplete:
            lines.append(self("ledger.incomplete", reason=one_line(ledger.incomplete)))
        return lines

    def notices(self, read: AsRead) -> list[str]:
        """What the file held that did not become text, and what was assumed to read it."""
        unread = [(notice.what, notice.count) for notice in read.unread]
        lines = [self("unread", list=self.counted("unread", unread))] if unread else []
        for notice in read.assumed:
            line = self(f"assumed.{notice.what}", count=self.number(notice.count))
            if notice.what in _DETAILS and lines:
                lines[-1] += f" {line}"
            else:
                lines.append(line)
        return lines

    def counted(self, family: str, counts: Iterable[tuple[str, int]]) -> str:
        """The names of codes, each with its count."""
        return ", ".join(f"{self.name(family, code)} ({count})" for code, count in counts)

    def colophon(self, report: Report) -> str:
        """Which program and which rules spoke."""
        digest = report.ruleset.digest.removeprefix("sha256:")[:12]
        return self("colophon", engine=report.engine, version=report.ruleset.version, digest=digest)
