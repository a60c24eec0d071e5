"""Why a rule fired at a place of a document, or which condition kept it from firing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from riskscan.analysis.analyzer import Analyzer
from riskscan.engine.evaluation import Failure, Match
from riskscan.engine.explanation import explain as explanation
from riskscan.errors import UsageError
from riskscan.structure import cite
from riskscan.structure.model import Act, ProvisionKind
from riskscan.text import Document

_KINDS = {
    "пп": ProvisionKind.SUBPOINT,
    "подпункт": ProvisionKind.SUBPOINT,
    "п": ProvisionKind.POINT,
    "пункт": ProvisionKind.POINT,
    "ст": ProvisionKind.ARTICLE,
    "статья": ProvisionKind.ARTICLE,
    "гл": ProvisionKind.CHAPTER,
    "глава": ProvisionKind.CHAPTER,
    "тт": ProvisionKind.SUBPOINT,
    "тармақша": ProvisionKind.SUBPOINT,
    "т": ProvisionKind.POINT,
    "тармақ": ProvisionKind.POINT,
    "бап": ProvisionKind.ARTICLE,
    "тарау": ProvisionKind.CHAPTER,
    "subpoint": ProvisionKind.SUBPOINT,
    "point": ProvisionKind.POINT,
    "article": ProvisionKind.ARTICLE,
    "chapter": ProvisionKind.CHAPTER,
}
_STEP = re.compile(
    r"(?P<kind>[а-яёa-z]+)\.?[\s:]*(?P<number>\d+(?:-\d+)?)\)?"
    # «12-т. 3) тт.», «12-тармақтың 3) тармақшасы»: in Kazakh the number goes first
    r"|(?P<first>\d+(?:-\d+)?)[-)]\s*(?P<named>тармақша|тармақ|бап|тарау|тт|т)\w*",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Trace:
    """What one rule says of one norm: fired with its explanation, or the first failed condition."""

    address: str
    quote: str
    fired: bool
    condition: str
    detail: str


def explain(
    analyzer: Analyzer, document: Document, rule_id: str, at: str, ui: str = "ru"
) -> list[Trace]:
    """The rule weighed at every norm of a provision such as «п. 12», «ст. 5 п. 2 пп. 3)».

    UsageError when the address is not understood or not in the document; RuleError for a rule
    that does not exist.
    """
    rule = analyzer.ruleset.rule(rule_id)
    traces: list[Trace] = []
    for evaluator in analyzer.evaluators(document):
        act = evaluator.act
        found = list(_provisions(act, at))
        if not found:
            raise UsageError(
                f"no provision “{at}” in the document", remedy="Write it like «п. 12»."
            )
        sentences = [s for index in found for s in evaluator.sentences(index)]
        for outcome in evaluator.outcomes(rule, sentences):
            traces.append(_trace(act, outcome, ui))
    return traces


def _trace(act: Act, outcome: Match | Failure, ui: str) -> Trace:
    quote = outcome.site.span.of(act.document.text)
    fired = isinstance(outcome, Match)
    return Trace(
        address=cite(act, outcome.site.provision, outcome.site.reader.text.language),
        quote=quote,
        fired=fired,
        condition="" if isinstance(outcome, Match) else outcome.condition,
        detail=explanation(outcome, quote, ui) if isinstance(outcome, Match) else outcome.detail,
    )


def _provisions(act: Act, at: str) -> Iterator[int]:
    """The provisions an address names, with everything inside them.

    Of a comparative table the rows about it.
    """
    steps = [
        (_KINDS[kind], match["number"] or match["first"])
        for match in _STEP.finditer(at)
        if (kind := (match["kind"] or match["named"]).lower()) in _KINDS
    ]
    if not steps:
        raise UsageError(
            f"address “{at}” not understood",
            remedy="Write it like «п. 12», «ст. 5 п. 2 пп. 3)» or «2-т. 3) тт.».",
        )
    order = [
        ProvisionKind.CHAPTER,
        ProvisionKind.ARTICLE,
        ProvisionKind.POINT,
        ProvisionKind.SUBPOINT,
    ]
    steps.sort(key=lambda step: order.index(step[0]))
    *above, (kind, number) = steps
    for provision in act.provisions:
        row = act.row_at(provision.span.start)
        if row is not None and {*steps} <= {*row.address}:
            yield provision.index
            continue
        if provision.kind is not kind or provision.number != number:
            continue
        parents = {(one.kind, one.number) for one in act.ancestors(provision.index)}
        if all(step in parents for step in above):
            yield from range(provision.index, provision.last)
