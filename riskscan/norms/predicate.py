"""What a sentence predicates: the words of a power before anybody asks whose it is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Self

from riskscan.norms.model import Modality


@dataclass(frozen=True, slots=True)
class Predicate:
    """``first … last`` covers modal and action word; ``head`` is the action word's token.

    ``actions`` is empty for a verb of no class; ``open`` marks a modal whose verbs stand in the
    list below ("вправе:"), ``embedded`` a participle, a gerund or a verb of a relative clause.
    """

    first: int
    last: int
    head: int
    modality: Modality
    actions: tuple[str, ...]
    passive: bool = False
    nominal: bool = False
    plural: bool | None = None
    modal: bool = False
    open: bool = False
    embedded: bool = False

    @classmethod
    def of(
        cls,
        head: int,
        modality: Modality,
        actions: tuple[str, ...],
        *,
        passive: bool = False,
        nominal: bool = False,
        plural: bool | None = None,
        modal: bool = False,
        embedded: bool = False,
    ) -> Self:
        """A predicate of one word."""
        return cls(
            head,
            head + 1,
            head,
            modality,
            actions,
            passive=passive,
            nominal=nominal,
            plural=plural,
            modal=modal,
            embedded=embedded,
        )
