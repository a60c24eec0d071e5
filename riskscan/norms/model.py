"""The norm frame: who may do what to whom, on what ground, in what term.

One frame per predicate that gives, limits or exercises a power. Nothing here knows a language:
each language has a builder that fills these records.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from riskscan.text import Span


class Role(StrEnum):
    """Who an actor is, as far as power over others goes."""

    AUTHORITY = "authority"
    OFFICIAL = "official"
    COMMISSION = "commission"
    QUASI_PUBLIC = "quasi-public"
    PRIVATE = "private"
    CONTRACT_PARTY = "contract-party"
    COURT = "court"  # courts and constitutional bodies
    SYSTEM = "system"
    DOCUMENT = "document"  # a thing: a document, a term, a list
    UNSTATED = "unstated"  # the sentence names nobody
    UNRESOLVED = "unresolved"  # somebody is named, but who that is cannot be told


POWER = frozenset({Role.AUTHORITY, Role.OFFICIAL, Role.COMMISSION, Role.QUASI_PUBLIC})


class Modality(StrEnum):
    """How the action is bound to the actor."""

    MAY = "may"
    MUST = "must"
    MUST_NOT = "must-not"
    DECIDES = "decides"  # plain indicative or passive: "the commission decides"
    ENTITLED = "entitled"  # a right of a private person


class ElementKind(StrEnum):
    """What bounds a power."""

    TERM = "term"
    BOUND = "bound"
    GROUND = "ground"
    CLOSED_LIST = "closed-list"
    CRITERIA = "criteria"
    SCALE = "scale"
    PROCEDURE = "procedure"
    FORM = "form"
    NOTICE = "notice"
    REASONS = "reasons"
    APPEAL = "appeal"
    PUBLICATION = "publication"
    LIABILITY = "liability"
    CITED_PROVISION = "cited-provision"
    COMPETITION = "competition"


TIMES = frozenset({ElementKind.TERM, ElementKind.BOUND})
NEWS = ("notify",)  # the actions of a frame that only tells of another


class Place(StrEnum):
    """Where an element is looked for, from near to far."""

    CLAUSE = "clause"
    LEAD_IN = "lead-in"
    LIST = "list"
    SIBLINGS = "siblings"
    ARTICLE = "article"
    REFERENCE = "reference"
    DOCUMENT = "document"


class Verdict(StrEnum):
    """Three-valued: ``unknown`` means that the text points outside the document, or is cut off."""

    PRESENT = "present"
    ABSENT = "absent"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts: the words that name the actor (None when nobody is named), and their head.

    ``head`` counts the words of the span; ``inherited`` marks an actor taken from a lead-in or from
    the sentence before.
    """

    role: Role
    span: Span | None = None
    head: int = 0
    inherited: bool = False

    def may_be(self, other: Actor) -> bool:
        """Whether nothing tells two actors apart."""
        same = self.span == other.span or self.role == other.role
        return same or Role.UNSTATED in {self.role, other.role}


@dataclass(frozen=True, slots=True)
class Frame:
    """One predicate with its actor, modality, action and object.

    ``sentence`` is an ordinal of the annotated act, ``first``/``last`` the token bounds of the
    predicate and ``head`` the word that names the action, ``scope`` the token bounds of the
    stretch whose elements belong to it, ``conditions`` the clauses of its sentence that only
    state a condition.
    """

    sentence: int
    provision: int
    first: int
    last: int
    head: int
    clause: int
    scope: tuple[int, int]
    conditions: frozenset[int]
    modality: Modality
    actions: tuple[str, ...]
    actor: Actor
    predicate: Span
    passive: bool
    nominal: bool  # the action is a noun: "принимает решение об отказе"
    choice: int | None = None  # of predicates joined by "or": the ordinal of their group
    open: bool = False  # a modal whose verbs stand in the list below: "вправе:"
    embedded: bool = False  # told in passing: "заявка, отклоненная отделом, …"
    asides: tuple[range, ...] = ()  # tokens told in passing of something else

    def tells_aside(self, first: int, last: int) -> bool:
        """«рассматривает заявление, поданное до 1 мая»: whether some tokens are of no such frame.

        What reaches beyond the aside is the frame's own: «өтініш берілген күні береді».
        """
        return any(first in aside and last <= aside.stop for aside in self.asides)
