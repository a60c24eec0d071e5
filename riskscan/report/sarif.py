"""The report as SARIF 2.1.0 (OASIS), the format code scanners and editors exchange.

Offsets and columns count code points, as everywhere here. Rules are described in the language of
the report and translated in ``run.translations``. Words of the draft stand only in snippets,
messages and, for a file that is not text itself, in ``contents``: there they are data, their
brackets and braces escaped, so that they make no link and no gap (3.11.5, 3.11.6).
"""

from __future__ import annotations

import hashlib
import json
import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from itertools import accumulate
from typing import Any
from urllib.parse import quote

from riskscan.analysis.report import Evidence, Finding, Interface, Report
from riskscan.engine.explanation import wording as in_language
from riskscan.engine.model import Rule
from riskscan.engine.ruleset import RuleSet
from riskscan.report.view import View
from riskscan.report.wording import Wording, one_line
from riskscan.text import Document

SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
LEVELS = {"low": "note", "medium": "warning", "high": "error", "critical": "error"}
LANGUAGES: tuple[Interface, ...] = ("ru", "kk", "en")
UNNAMED = "draft.txt"  # a text that came without a name: readers of SARIF ask for one
FINGERPRINT = "riskscanFinding/v1"

_SPECIAL = re.compile(r"[\\\[\]]")
_GAP = re.compile(r"\{\w+\}")  # what a finding fills

Object = dict[str, Any]


def render_sarif(ruleset: RuleSet, report: Report, document: Document, view: View) -> str:
    """One log with one run, on one line; the same report always gives the same bytes."""
    rules = {rule.id: index for index, rule in enumerate(ruleset.rules)}
    uri = _uri(document.source or UNNAMED)
    where = _Regions(document.text, uri)
    words = Wording(view.ui)
    run: Object = {
        "tool": {"driver": _driver(ruleset, report, view.ui)},
        "translations": [_translation(ruleset, report, ui) for ui in LANGUAGES if ui != view.ui],
        "language": view.ui,
        "columnKind": "unicodeCodePoints",
        "newlineSequences": ["\r\n", "\n"],
        "artifacts": [_artifact(document, uri)],
        "invocations": [_invocation(report, words)],
        "results": [_result(each, rules, where, words) for each in report.findings],
        "properties": {
            "ruleset": report.ruleset.model_dump(),
            "summary": report.summary.model_dump(),
        },
    }
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, separators=(",", ":")) + "\n"


class _Regions:
    """Regions of a text: offsets counted from 0, lines and columns from 1."""

    def __init__(self, text: str, uri: str) -> None:
        self._text = text
        self._artifact = {"uri": uri, "index": 0}
        lines = text.split("\n")  # CRLF ends in it too
        self._lines = [0, *accumulate(len(line) + 1 for line in lines[:-1])]

    def region(self, start: int, end: int) -> Object:
        """The half-open span; the end column is that of the first character outside."""
        first, last = self._line(start), self._line(max(start, end - 1))
        return {
            "startLine": first,
            "startColumn": start - self._lines[first - 1] + 1,
            "endLine": last,
            "endColumn": end - self._lines[last - 1] + 1,
            "charOffset": start,
            "charLength": end - start,
        }

    def place(self, start: int, end: int) -> Object:
        """The span as a physical location with its words."""
        snippet = {"text": self._text[start:end]}
        return {
            "artifactLocation": self._artifact,
            "region": self.region(start, end) | {"snippet": snippet},
        }

    def _line(self, offset: int) -> int:
        return bisect_right(self._lines, offset)


def _driver(ruleset: RuleSet, report: Report, ui: Interface) -> Object:
    return {
        "name": "riskscan",
        "version": report.engine,
        "semanticVersion": report.engine,
        "language": ui,
        "shortDescription": {"text": "Corruption-risk analysis of draft legal acts of Kazakhstan."},
        "rules": [
            _descriptor(rule, ruleset, ui)
            | {
                "defaultConfiguration": {
                    "level": LEVELS[rule.severity],
                    "rank": round(100 * rule.confidence, 1),
                    "enabled": rule.status != "deprecated",
                },
                "properties": {
                    "tags": [rule.factor, ruleset.factors[rule.factor].group],
                    "severity": rule.severity,
                    "status": rule.status,
                },
            }
            for rule in ruleset.rules
        ],
    }


def _translation(ruleset: RuleSet, report: Report, ui: Interface) -> Object:
    """The rules once more: a translation has the same rules at the same places (3.19.3)."""
    return {
        "name": "riskscan",
        "version": report.engine,
        "language": ui,
        "contents": ["localizedData"],
        "associatedComponent": {"name": "riskscan"},
        "rules": [_descriptor(rule, ruleset, ui) for rule in ruleset.rules],
    }


def _descriptor(rule: Rule, ruleset: RuleSet, ui: Interface) -> Object:
    factor = in_language(ruleset.factors[rule.factor].title, ui)
    explained = _GAP.sub("…", in_language(rule.explain, ui))
    return {
        "id": rule.id,
        "shortDescription": {"text": _escaped(in_language(rule.title, ui))},
        "fullDescription": {"text": _escaped(f"{factor}. {explained}")},
        "help": {"text": _escaped(in_language(rule.redraft, ui))},
    }


def _artifact(document: Document, uri: str) -> Object:
    """The text analysed; its words are included when the file itself does not hold them as is."""
    artifact: Object = {
        "location": {"uri": uri},
        "roles": ["analysisTarget"],
        "hashes": {"sha-256": hashlib.sha256(_bytes(document.text)).hexdigest()},
    }
    if document.source is None:
        artifact["roles"].append("memoryContents")
    if document.segments:
        artifact["contents"] = {"text": document.text}
    return artifact


def _uri(source: str) -> str:
    """The path as a relative or absolute URI reference; "-" is standard input."""
    path = quote(_bytes(source.replace("\\", "/")), safe="/~")
    return f"file://{path}" if path.startswith("/") else path


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


def _invocation(report: Report, words: Wording) -> Object:
    """What was not read and not checked is said: silence is never a verdict."""
    said = [*words.ledger(report.ledger), *words.notices(report.document)]
    return {
        "executionSuccessful": True,
        "toolExecutionNotifications": [
            {"level": "note", "message": {"text": _escaped(line)}} for line in said
        ],
    }


def _result(finding: Finding, rules: Mapping[str, int], where: _Regions, words: Wording) -> Object:
    return {
        "ruleId": finding.rule,
        "ruleIndex": rules[finding.rule],
        "level": LEVELS[finding.severity],
        "rank": round(100 * finding.confidence, 1),
        "message": {"text": _escaped(f"{finding.title}. {finding.explanation}")},
        "locations": [_location(finding, where, words)],
        "relatedLocations": list(_related(finding, where, words)),
        "partialFingerprints": {FINGERPRINT: finding.id},
        "properties": {
            "tags": [finding.factor, finding.group],
            "tier": finding.tier,
            "severity": finding.severity,
            "confidence": finding.confidence,
            "language": finding.language,
            "recommendation": finding.recommendation,
            "basis": words.basis(finding),
            "evidence": words.evidence(finding),
            **({} if finding.rank is None else {"rank": finding.rank.model_dump()}),
        },
    }


def _location(finding: Finding, where: _Regions, words: Wording) -> Object:
    provision = finding.provision
    place = where.place(finding.start, finding.end)
    inside = provision.start <= finding.start and finding.end <= provision.end
    if inside and provision.end - provision.start > finding.end - finding.start:
        place["contextRegion"] = where.region(provision.start, provision.end)
    location: Object = {"physicalLocation": place}
    if provision.path:
        location["logicalLocations"] = [
            {
                "name": words.address(finding),
                "fullyQualifiedName": "/".join(provision.path),
                "kind": provision.path[-1].partition(":")[0],
            }
        ]
    return location


def _related(finding: Finding, where: _Regions, words: Wording) -> Iterator[Object]:
    """The evidence that has words of its own in the draft."""
    # After the evidence stand the steps of severity, which have no words in the draft.
    for evidence, sentence in zip(finding.evidence, words.evidence(finding), strict=False):
        if (span := _span(evidence)) is not None:
            yield {
                "physicalLocation": where.place(*span),
                "message": {"text": _escaped(sentence)},
            }


def _span(evidence: Evidence) -> tuple[int, int] | None:
    if evidence.start is None or evidence.end is None:
        return None
    return evidence.start, evidence.end


def _escaped(text: str) -> str:
    """Plain text for a message: nothing in it is a link or a gap to be filled."""
    return _SPECIAL.sub(r"\\\g<0>", one_line(text)).replace("{", "{{").replace("}", "}}")
