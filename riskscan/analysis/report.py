"""The report: what every output, the HTTP interface and the web page are made from.

Schema ``riskscan-report/1``. Offsets are half-open and count Unicode code points of the text that
was sent; ``text[start:end] == quote`` always holds.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, Literal

from pydantic import BaseModel, ConfigDict, Field

from riskscan.text import Assumption, Unread

SCHEMA: Final = "riskscan-report/1"

Severity = Literal["low", "medium", "high", "critical"]
Interface = Literal["ru", "kk", "en"]
SEVERITIES: tuple[Severity, ...] = ("low", "medium", "high", "critical")


class _Model(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Notice(_Model):
    """Something in the source file that was not read, or that was assumed when reading it.

    ``count`` is the number of things not read, or of characters, words or provisions that hang on
    the assumption.
    """

    what: str
    count: int


def notices(found: Iterable[Unread | Assumption]) -> tuple[Notice, ...]:
    """What reading a file told, as reports say it."""
    return tuple(Notice(what=each.what, count=each.count) for each in found)


class Basis(_Model):
    """The law a finding, or a note, rests on."""

    kind: Literal["law", "comparative"]
    source: str
    item: str
    title: str


class Expertise(_Model):
    """Whether the law wants an anti-corruption expertise of the draft.

    ``exclusion`` names what exempts an excluded draft: "decree", "parliament",
    "constitutional-court", "supreme-court", "election-commission", "republican-budget",
    "guaranteed-transfer" or "general-transfers". "unknown": the text does not say how it is
    adopted. Findings do not depend on it.
    """

    status: Literal["subject", "excluded", "unknown"]
    exclusion: str | None = None
    basis: Basis


class DocumentInfo(_Model):
    """What was analysed; ``expertise`` is None where the rules do not know the law."""

    source: str | None
    title: str
    kind: str
    profile: str | None
    languages: dict[str, float]
    characters: int
    words: int
    provisions: int
    expertise: Expertise | None = None
    unread: tuple[Notice, ...] = ()
    assumed: tuple[Notice, ...] = ()


class Address(_Model):
    """The structural element a finding stands in.

    ``target`` names, for new text of an amending act, what it will be in the act amended («пункт 2
    статьи 5 Закона …»), in ru and kk; None elsewhere.
    """

    path: tuple[str, ...]
    citation: dict[str, str]
    start: int
    end: int
    target: dict[str, str] | None = None


class Evidence(_Model):
    """One reason for a finding, or one reason for innocence that was looked for.

    Roles "current" and "proposed" quote the two sides of a comparative table; "elsewhere" quotes
    the other place of the act that shows the risk together with the trigger.

    Evidence of absence has no span: ``start``, ``end`` and ``quote`` are None and ``where`` says
    where it was looked for.
    """

    role: Literal[
        "trigger", "actor", "action", "lacks", "guard", "current", "proposed", "elsewhere"
    ]
    element: str | None = None
    verdict: Literal["present", "absent", "unknown"]
    where: tuple[str, ...] = ()
    start: int | None = None
    end: int | None = None
    quote: str | None = None
    note: str = ""


class Related(_Model):
    """A weaker finding of the same factor on the same norm, merged into the leading one."""

    rule: str
    start: int
    end: int
    quote: str
    title: str


class SeverityStep(_Model):
    """Why a finding is one step graver (``by`` 1) or lighter (-1) than its rule says."""

    reason: str
    by: Literal[-1, 1]
    title: str


class RankReason(_Model):
    """A feature, its value here and how far that moved the weight: up, or (below 0) down.

    A value of 0 says that the finding has no such feature; ``title`` names the feature.
    """

    feature: str
    value: float
    by: float
    title: str


class Rank(_Model):
    """The weight the learned order gives a finding, between 0 and 1, and what moved it most.

    It orders the findings of a report; it is no probability of being right.
    """

    weight: float = Field(ge=0, le=1)
    because: tuple[RankReason, ...]


class Finding(_Model):
    """One risk, ready to be signed: quote, why, redraft, basis, evidence, address.

    ``rank`` is there only where the learned order was asked for.
    """

    id: str
    rule: str
    factor: str
    group: str
    severity: Severity
    severity_steps: tuple[SeverityStep, ...] = ()
    confidence: float = Field(ge=0, le=1)
    tier: Literal[1, 2, 3]
    language: str
    start: int
    end: int
    quote: str
    provision: Address
    title: str
    explanation: str
    recommendation: str
    basis: tuple[Basis, ...]
    evidence: tuple[Evidence, ...]
    related: tuple[Related, ...] = ()
    rank: Rank | None = Field(default=None, exclude_if=lambda rank: rank is None)


class IndexTerm(_Model):
    """One addend of the risk index: findings of a severity, their summed confidence, the weight."""

    severity: Severity
    findings: int
    confidence: float
    weight: int


class CertaintyPart(_Model):
    """One part of the normative certainty.

    ``of``: the powers over persons that need the element; ``said``: those whose act says it.
    """

    element: str
    said: int
    of: int


class Summary(_Model):
    """Counts and scores, ``risk_index`` and ``normative_certainty`` with what they are made of.

    ``normative_certainty`` is the sum of ``said`` over the sum of ``of``; None where the act gives
    no power over persons.
    """

    findings: dict[str, int]
    by_factor: dict[str, int]
    by_severity: dict[str, int]
    density_per_1000_words: float
    normative_certainty: float | None
    certainty_parts: tuple[CertaintyPart, ...] = ()
    risk_index: int
    risk_terms: tuple[IndexTerm, ...]


class Skipped(_Model):
    """A provision that was not checked, and why (a zone, or another language)."""

    path: tuple[str, ...]
    reason: str


class Ledger(_Model):
    """What was checked and what was not: silence about a provision is never a verdict."""

    provisions_checked: int
    skipped: tuple[Skipped, ...]
    incomplete: str | None = None


class RulesetInfo(_Model):
    """Which rules spoke, and which optional list of Kazakh stems was read (null: none)."""

    version: str
    digest: str
    stems: str | None = None


class Report(_Model):
    """The whole answer for one document.

    Findings stand in text order, or by ``rank`` where that was asked for.
    """

    schema_: Literal["riskscan-report/1"] = Field(default=SCHEMA, alias="schema")
    document: DocumentInfo
    findings: tuple[Finding, ...]
    summary: Summary
    ledger: Ledger
    engine: str
    ruleset: RulesetInfo

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)

    def to_json(self, indent: int | None = None) -> str:
        """The report as JSON text under its published names."""
        return self.model_dump_json(by_alias=True, indent=indent)
