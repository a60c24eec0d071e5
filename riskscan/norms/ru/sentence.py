"""One Russian sentence laid out for reading."""

from __future__ import annotations

from functools import cached_property

from riskscan.norms.concepts import Own
from riskscan.norms.hits import Hit, actions_by_token
from riskscan.norms.ru.words import Word


class Sentence:
    """One sentence laid out for reading: flags, hits and clause ordinals by token."""

    def __init__(
        self, first: int, last: int, flags: list[int], clauses: list[int], hits: tuple[Hit, ...]
    ) -> None:
        self.first = first
        self.last = last
        self.flags = flags
        self.clauses = clauses
        self.hits = hits
        self.verbs = actions_by_token(hits, "verbs")
        self.nouns = actions_by_token(hits, "nouns")
        # «не начисляется»: where the pattern marks the «не», it is part of the action
        self.denied = {
            mark + 1: a for mark, a in self.verbs.items() if self.flag(mark) & Word.NEGATION
        }

    def flag(self, token: int) -> int:
        """The flags of one token; nothing outside the sentence."""
        inside = self.first <= token < self.last
        return self.flags[token - self.first] if inside else 0

    @cached_property
    def asides(self) -> tuple[range, ...]:
        """Participial phrases: from the participle after a comma to the next comma.

        Not what is said of a time: «в срок, не превышающий пяти дней».
        """
        found: list[range] = []
        for token in range(self.first + 2, self.last):
            if not self.flag(token) & Word.PARTICIPLE or self.flag(token) & Word.SHORT:
                continue
            begin = token - 1
            while (
                self.flag(begin) & (Word.NEGATION | Word.ADVERB)
                and not self.flag(begin) & Word.COMMA
            ):
                begin -= 1
            if self.flag(begin) & Word.COMMA and not self.named(begin - 1, Own.TIME_WORD):
                found.append(range(token, self._until(token)))
        return tuple(found)

    def _until(self, token: int) -> int:
        clause = self.clause(token)
        for end in range(token + 1, self.last):
            if self.flag(end) & Word.COMMA or self.clause(end) != clause:
                return end
        return self.last

    def actions(self, token: int) -> tuple[str, ...]:
        """The actions of a verb, those of its denial among them."""
        own = self.verbs.get(token, ())
        return (*own, *(a for a in self.denied.get(token, ()) if a not in own))

    def form(self, token: int) -> int:
        """What kind of verb a token is: finite, infinitive or short participle."""
        flag = self.flag(token)
        kinds = (Word.INFINITIVE, Word.SHORT, Word.FINITE)
        return next((kind for kind in kinds if flag & kind), 0)

    def clause(self, token: int) -> int:
        """The clause ordinal of one token."""
        return self.clauses[token - self.first]

    def named(self, token: int, concept: str) -> bool:
        """Whether a token belongs to words of a concept."""
        return any(hit.start <= token < hit.end for hit in self.concept(concept))

    def concept(self, concept: str) -> list[Hit]:
        """The hits of one concept, in text order."""
        return [hit for hit in self.hits if hit.id == concept and hit.group == "concept"]
