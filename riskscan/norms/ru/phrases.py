"""Noun phrases of a Russian sentence: who stands in which case, and what governs them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from riskscan.norms.hits import Hit
from riskscan.norms.model import Role
from riskscan.norms.ru.words import NOMINATIVE, Word

_CASES = (
    NOMINATIVE | Word.GENITIVE | Word.DATIVE | Word.ACCUSATIVE | Word.INSTRUMENTAL | Word.LOCATIVE
)
_MODIFIER = Word.ADJECTIVE | Word.PARTICIPLE | Word.NUMERAL
_INFLECTED = Word.ADJECTIVE | Word.PARTICIPLE
_NOUN, _GENITIVE, _PREPOSITION = Word.NOUN, Word.GENITIVE, Word.PREPOSITION
_FINITE = Word.FINITE
_VERB = Word.FINITE | Word.NOMINATIVE_SINGULAR  # "рассматривает" is a verb, "часть" both


@dataclass(slots=True)  # not frozen: made by the hundred thousand, never leaves the builder
class Phrase:
    """One noun with its left modifiers: token bounds, head, and how it stands in the sentence."""

    start: int
    head: int
    role: Role | None  # None: the lexicon does not know the noun as an actor
    preposition: int | None
    complement: bool  # a genitive that depends on the noun before
    flags: int

    def nominative(self, plural: bool | None) -> bool:
        """Whether it can be the subject of a verb of this number (None: any number)."""
        if self.preposition is not None or self.complement:
            return False
        if plural is None:
            return bool(self.flags & NOMINATIVE)
        wanted = Word.NOMINATIVE_PLURAL if plural else Word.NOMINATIVE_SINGULAR
        return bool(self.flags & wanted)

    def instrumental(self) -> bool:
        """Whether it can be the agent of a passive."""
        return self.preposition is None and bool(self.flags & Word.INSTRUMENTAL)


def find_phrases(
    first: int, flags: list[int], roles: dict[int, Hit], role_of: Mapping[str, Role]
) -> list[Phrase]:
    """The noun phrases of a sentence; ``flags[i]`` belongs to token ``first + i``.

    ``roles`` maps a head token to the longest actor hit that covers it.
    """
    phrases: list[Phrase] = []
    start = 0  # where the run of modifiers before the current word begins
    for position, word in enumerate(flags):
        head = first + position
        if not (word & _NOUN or head in roles) or word & _VERB == _FINITE:
            if not word & _MODIFIER:
                start = position + 1
            continue
        if head not in roles and _modifies(word, flags[position + 1 : position + 2]):
            continue
        left = start - 1
        governor = flags[left] if left >= 0 else 0
        if left + 1 < position:
            word = _agreeing(word, flags[left + 1 : position])
        hit = roles.get(head)
        phrases.append(
            Phrase(
                start=first + start,
                head=head,
                role=role_of[hit.id] if hit else None,
                preposition=first + left
                if governor & _PREPOSITION
                else _shared_preposition(phrases, governor, first + left),
                complement=_is_complement(phrases, governor, first + left, word),
                flags=word,
            )
        )
        start = position + 1
    return phrases


def _modifies(word: int, after: list[int]) -> bool:
    """«бассейновой инспекции»: what could be a noun describes the noun behind it."""
    if word & Word.ADVERB or not (word & Word.ADJECTIVE and after and after[0] & _NOUN):
        return False
    number = Word.SINGULAR | Word.PLURAL
    shared = word & after[0]
    return bool(shared & _CASES and shared & number) and not after[0] & Word.PRONOUN


def _agreeing(word: int, modifiers: list[int]) -> int:
    """A noun's flags with the cases its adjectives share: «торговые места» is no genitive."""
    cases = word & _CASES
    for modifier in modifiers:
        if modifier & _INFLECTED:
            cases &= modifier
    return word & ~_CASES | cases if cases else word


def _shared_preposition(phrases: list[Phrase], governor: int, left: int) -> int | None:
    """«в органе и комиссии»: the second conjunct stands under the first one's preposition."""
    if not governor & Word.COORDINATOR or not phrases:
        return None
    before = phrases[-1]
    return before.preposition if before.head == left - 1 else None


def _is_complement(phrases: list[Phrase], governor: int, left: int, word: int) -> bool:
    """Whether a genitive depends on the noun before: «решение комиссии», «члены и гости клуба»."""
    if not word & _GENITIVE or not phrases:
        return False
    before = phrases[-1]
    if before.head == left:
        return True
    return bool(
        governor & (Word.COORDINATOR | Word.COMMA)
        and before.head == left - 1
        and before.complement
        and not word & Word.ANIMATE
    )


def longest_roles(
    hits: tuple[Hit, ...], flags: list[int], first: int, roles: Mapping[str, Role]
) -> dict[int, Hit]:
    """Head token → the longest actor hit on it; the head is the hit's first noun."""
    found: dict[int, Hit] = {}
    for hit in hits:
        if hit.group != "concept" or hit.id not in roles:
            continue
        head = hit.mark if hit.mark != hit.start else _first_noun(hit, flags, first)
        known = found.get(head)
        if known is None or hit.end - hit.start > known.end - known.start:
            found[head] = hit
    return found


def _first_noun(hit: Hit, flags: list[int], first: int) -> int:
    nouns = [t for t in range(hit.start, hit.end) if flags[t - first] & Word.NOUN]
    # «молодым специалистам»: what can be an adjective is one while a noun follows
    heads = [t for t in nouns if not flags[t - first] & _MODIFIER] or nouns
    return heads[0] if heads else hit.start
