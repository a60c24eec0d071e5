"""What a sentence must hold for a rule to be worth weighing there: the questions, each once."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cache


class Kind(StrEnum):
    """What is asked of a sentence."""

    PHRASE = "phrase"  # a pattern of a rule: its id and part
    NAMED = "named"  # any of some actions, by verb or noun
    PREDICATE = "predicate"  # any of some actions, as what is done
    MODALITY = "modality"
    CONCEPT = "concept"
    POWER = "power"  # a holder of power
    TERM = "term"
    CHOICE = "choice"  # alternatives
    PASSIVE = "passive"


@dataclass(frozen=True, slots=True, eq=False)
class Need:
    """One question. Many rules ask the same one: equal questions are one object (``need``)."""

    kind: Kind
    names: tuple[str, ...] = ()


@cache  # as many as the rules have questions
def need(kind: Kind, *names: str) -> Need:
    """The question of a kind about some names."""
    return Need(kind, names)
