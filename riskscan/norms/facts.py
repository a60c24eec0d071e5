"""Facts of structure: what no phrase shows, because it lies between two places of an act."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from riskscan.norms.model import Frame
from riskscan.structure.model import ProvisionKind
from riskscan.text import Span


class Fact(StrEnum):
    """What two places of an act show together."""

    BROKEN_REFERENCE = "broken-reference"  # a cited unit of this very act is not there
    CIRCULAR_REFERENCE = "circular-reference"  # what is left to another unit, it leaves back
    REFERENCE_CHAIN = "reference-chain"  # point to point, and no rule at the end
    REPEATED_NORM = "repeated-norm"  # the same words twice
    RETOLD_NORM = "retold-norm"  # the same norm twice, in other words
    UNLISTED_PAPER = "unlisted-paper"  # refused for want of it, and no list of papers names it
    CONFLICTING_TERMS = "conflicting-terms"  # of one action upon one object
    CONFLICTING_DECIDERS = "conflicting-deciders"  # of one step upon one paper
    UNEQUAL_VALUES = "unequal-values"  # of one thing: a sum, a validity, how often
    DRIFTING_NAME = "drifting-name"  # one thing is given two short names, or two things one
    REPEATED_NAME = "repeated-name"  # in full, though a short name was given
    SEVERAL_NAMES = "several-names"  # of one paper, as if it were three
    TWO_NAMES = "two-names"  # of one kin, for one thing
    UNUSED_TERM = "unused-term"  # explained and never named again
    UNEXPLAINED_ABBREVIATION = "unexplained-abbreviation"


@dataclass(frozen=True, slots=True)
class OtherPlace:
    """The other place: the provision it stands in, and its words."""

    provision: int
    words: Span


@dataclass(frozen=True, slots=True)
class Sighting:
    """One fact: the words that show it, and the places that show it with them.

    ``unit`` is what the words name and the act does not have.
    """

    fact: Fact
    sentence: int
    words: Span
    elsewhere: tuple[OtherPlace, ...]
    unit: tuple[ProvisionKind, str] | None = None
    frame: Frame | None = None
