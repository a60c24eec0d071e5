"""What a proposed wording can take from the one in force."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from riskscan.norms.model import TIMES, ElementKind, Frame, Role
from riskscan.text import Span

ADVERSE = frozenset({"refuse", "suspend", "revoke", "extend", "sanction", "demand", "inspect"})
"""The actions that are borne, so that what limits them protects a person."""
PRIVATE = frozenset({Role.PRIVATE, Role.CONTRACT_PARTY})
"""The roles of those who are protected."""


class Loss(StrEnum):
    """What became of a safeguard."""

    REMOVED = "removed"
    LENGTHENED = "lengthened"  # a term
    EXTENDED = "extended"  # a list of documents, or of grounds
    OPENED = "opened"  # such a list, by its last words or because nothing closes it any more
    OFTENER = "oftener"  # how often: more than it was, or as often as one likes
    RAISED = "raised"  # a sum: more than it was, or any


@dataclass(frozen=True, slots=True)
class Weakening:
    """One safeguard of the wording in force that the proposed one does not keep.

    ``current`` and ``proposed`` are the words of both sides; ``proposed`` is None for what was
    removed. ``sentence`` and ``frame`` are those of the proposed wording it belonged to;
    ``before`` and ``after`` count the items of a list.
    """

    loss: Loss
    kind: ElementKind
    current: Span
    proposed: Span | None
    sentence: int
    frame: Frame | None
    before: int = 0
    after: int = 0

    @property
    def lacking(self) -> frozenset[ElementKind]:
        """The kinds of element whose absence from the proposed wording is this very loss."""
        if self.proposed is not None:
            return frozenset()
        if self.loss is Loss.RAISED:
            return frozenset({ElementKind.SCALE})
        if self.loss is not Loss.REMOVED:
            return frozenset()
        return TIMES if self.kind in TIMES else frozenset({self.kind})


def is_private(frame: Frame | None) -> bool:
    """Whether a norm is of what a private person does himself."""
    return frame is not None and frame.actor.role in PRIVATE
