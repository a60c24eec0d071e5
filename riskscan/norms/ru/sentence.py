"""One Russian sentence laid out for reading."""

from __future__ import annotations

from functools import cached_property

from riskscan.norms.concepts import Own
from riskscan.norms.hits import Hit
from riskscan.norms.laid import LaidSentence
from riskscan.norms.ru.words import Word


class Sentence(LaidSentence):
    """What Russian adds: denied actions, participial phrases and forms of verbs."""

    def __init__(
        self, first: int, last: int, flags: list[int], clauses: list[int], hits: tuple[Hit, ...]
    ) -> None:
        super().__init__(first, last, flags, clauses, hits)
        # «не начисляется»: where the pattern marks the «не», it is part of the action
        self.denied = {
            mark + 1: a for mark, a in self.verbs.items() if self.flag(mark) & Word.NEGATION
        }

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
