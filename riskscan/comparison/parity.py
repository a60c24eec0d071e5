"""The comparison itself: two documents in, their differences out. Pure, like an analysis."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from riskscan import __version__
from riskscan.analysis import Analyzer
from riskscan.analysis.report import Interface, RulesetInfo, notices
from riskscan.comparison.alignment import Pair, align
from riskscan.comparison.columns import Note
from riskscan.comparison.model import SIDES, Difference, Parity, ParitySummary, Side, Text, Warning
from riskscan.comparison.reading import Reading, in_order, readings
from riskscan.comparison.records import Recorder
from riskscan.comparison.risks import Risks
from riskscan.comparison.telling import Teller
from riskscan.comparison.wording import say
from riskscan.errors import EmptyDocumentError
from riskscan.text import Document

_MOST = 2000  # differences told; two texts that differ more often are no two texts of one act


@dataclass(frozen=True, slots=True)
class Comparison:
    """The answer, and the two documents its places count in: as sent, perhaps exchanged."""

    parity: Parity
    texts: Mapping[Side, Document]


def compare(
    analyzer: Analyzer,
    ru: Document,
    kk: Document,
    ui: Interface = "ru",
    notes: Sequence[Note] = (),
) -> Comparison:
    """Where the Russian and the Kazakh text of one act do not say the same.

    Texts in the wrong order are exchanged, which a warning says; ``notes`` are told as warnings
    too. EmptyDocumentError when neither text has words.
    """
    blank = [not document.text.strip() for document in (ru, kk)]
    if all(blank):
        raise EmptyDocumentError("both texts are empty", remedy="Send the texts of the act")
    found = [*notes]
    if not any(blank):
        ru, kk, swapped = in_order(ru, kk)
        found += swapped
    left, right, assumed = readings(ru, kk)
    if any(blank):
        assumed = [Note(f"empty-{side}") for side, empty in zip(SIDES, blank, strict=True) if empty]
        pairs: list[Pair] = []
        differences: list[Difference] = []
    else:
        pairs = list(align(left.outline, right.outline, (left.facts, right.facts)))
        risks = Risks(analyzer, left, right, ui)
        teller = Teller(left, right, risks, Recorder(left, right, analyzer.ruleset, ui))
        told = teller.tell(pairs)
        differences = list(islice(told, _MOST))
        if next(told, None) is not None:
            found.append(Note("many", _MOST))
        assumed += _doubts(left, right, pairs)
        assumed += [] if risks.compared else [Note("findings")]
    parity = Parity(
        texts={side: _text(each) for side, each in zip(SIDES, (left, right), strict=True)},
        warnings=tuple(
            Warning(code=each.code, text=say(ui, f"warning.{each.code}", count=each.count))
            for each in (*found, *assumed)
        ),
        differences=tuple(differences),
        summary=_summary(pairs, differences),
        engine=__version__,
        ruleset=RulesetInfo(
            version=analyzer.ruleset.version, digest=f"sha256:{analyzer.ruleset.digest}"
        ),
    )
    return Comparison(parity, {"ru": ru, "kk": kk})


def _doubts(ru: Reading, kk: Reading, pairs: list[Pair]) -> list[Note]:
    """What makes the whole comparison doubtful."""
    sizes = len(ru.outline.units), len(kk.outline.units)
    if max(sizes) == 1:
        return [Note("unnumbered")]
    aligned = sum(one is not None and other is not None for one, other in pairs)
    return [Note("unaligned")] if 2 * aligned < max(sizes) else []


def _text(reading: Reading) -> Text:
    document = reading.act.document
    return Text(
        source=document.source,
        title=reading.act.title,
        language=reading.language,
        characters=len(document.text),
        provisions=len(reading.act.provisions),
        unread=notices(document.unread),
        assumed=notices(document.assumed),
    )


def _summary(pairs: list[Pair], differences: list[Difference]) -> ParitySummary:
    return ParitySummary(
        aligned=sum(one is not None and other is not None for one, other in pairs),
        only={
            "ru": sum(other is None for _, other in pairs),
            "kk": sum(one is None for one, _ in pairs),
        },
        by_kind=dict(Counter(each.kind for each in differences)),
    )
