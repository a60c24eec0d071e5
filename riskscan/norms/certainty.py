"""Normative certainty: how much of what bounds the powers of an act is said, part by part.

A power is a sentence that gives somebody power over persons. Of each part it is asked where it
belongs: a term of every power, criteria of those that choose. All are looked for in the sentence
and in the line that introduces its list; grounds, criteria and safeguards also anywhere in the act
where they are said of the same action, safeguards even of decisions in general. By-laws are a
procedure themselves: only statutes have to name one. Sentences are told apart by their words alone,
so the whole index costs a few sets.
"""

from __future__ import annotations

from dataclasses import dataclass

from riskscan.norms.concepts import Own
from riskscan.norms.model import ElementKind
from riskscan.norms.reader import NormReader

_CHOOSING = frozenset({"select", "distribute", "set-amount"})
_ADVERSE = frozenset({"refuse", "suspend", "revoke", "sanction"})
_TELLING = _ADVERSE | {"extend", "inspect"}
_BURDENING = _TELLING | {"demand", "change-scope"}
# Of what powers a part is asked; None: of all over persons.
_ASKED: dict[ElementKind, frozenset[str] | None] = {
    ElementKind.TERM: None,
    ElementKind.GROUND: _BURDENING,
    ElementKind.CRITERIA: _CHOOSING,
    ElementKind.PROCEDURE: None,
    ElementKind.NOTICE: _TELLING,
    ElementKind.REASONS: _ADVERSE,
    ElementKind.APPEAL: _ADVERSE,
    ElementKind.PUBLICATION: _CHOOSING,
}
_SAFEGUARDS = frozenset(
    {ElementKind.NOTICE, ElementKind.REASONS, ElementKind.APPEAL, ElementKind.PUBLICATION}
)
_STATUTES = frozenset({"law", "code", "constitution"})
_OF_ACTION = frozenset({ElementKind.GROUND, ElementKind.CRITERIA})
PARTS = frozenset(_ASKED)
"""The kinds of element that make up the index."""
LOOKED_FOR = PARTS - {ElementKind.PROCEDURE}
"""Those known by words of their own; a procedure is what a norm says it follows."""


@dataclass(frozen=True, slots=True)
class Part:
    """One part of the index: of so many powers that need it, it is said of so many."""

    kind: ElementKind
    said: int
    of: int


def certainty(reader: NormReader) -> list[Part]:
    """The parts that some power of the act needs, in their usual order."""
    statute = reader.act.kind in _STATUTES
    kinds = (kind for kind in _ASKED if statute or kind is not ElementKind.PROCEDURE)
    return [part for part in (_part(reader, kind) for kind in kinds) if part.of]


def _part(reader: NormReader, kind: ElementKind) -> Part:
    asked = _ASKED[kind]
    actions = [
        action.id
        for action in reader.actions.values()
        if action.affects_persons and (asked is None or action.id in asked)
    ]
    candidates, table = reader.candidates, reader.table
    powers = candidates.predicating(*actions) & candidates.powerful
    if kind is ElementKind.PROCEDURE:
        named = table.bits("concept", Own.BY_RULE)
    else:
        named = table.bits("element", kind.value, "patterns")
    said = named | reader.introduced(named)
    general = table.bits("concept", Own.OUTCOME) if kind in _SAFEGUARDS else 0
    if kind in _SAFEGUARDS | _OF_ACTION:
        for action in actions:
            if named & (general | candidates.naming(action)):
                said |= candidates.predicating(action)
    return Part(kind, (powers & said).bit_count(), powers.bit_count())
