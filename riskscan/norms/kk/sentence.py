"""One Kazakh sentence laid out for reading."""

from __future__ import annotations

from functools import cached_property

from riskscan.norms.hits import Hit
from riskscan.norms.kk.words import Word
from riskscan.norms.laid import LaidSentence

_REFUSING = frozenset({"refuse"})
_COMPOUND = 3  # words
_ASIDE = 6  # tokens before a participle that can belong to it


class Sentence(LaidSentence):
    """What Kazakh adds: compound verbs, conditions and what a participle tells."""

    def __init__(
        self, first: int, last: int, flags: list[int], clauses: list[int], hits: tuple[Hit, ...]
    ) -> None:
        super().__init__(first, last, flags, clauses, hits)
        self.begins = {  # «бас тарт»: where the words of a compound verb begin
            hit.mark: hit.start
            for hit in hits
            if hit.group == "action" and hit.mark - hit.start < _COMPOUND
        }

    def actions(self, token: int) -> tuple[str, ...]:
        """What a verb or action noun does; a deed denied is a refusal or nothing at all."""
        found = tuple(dict.fromkeys((*self.verbs.get(token, ()), *self.nouns.get(token, ()))))
        if self.flag(token) & Word.NEGATIVE:
            return tuple(action for action in found if action in _REFUSING)
        return found

    @cached_property
    def conditions(self) -> frozenset[int]:
        """«… болған жағдайда», «… ұсынбаса»: the verbs that only state a condition."""
        flags = self.flags
        following = (*flags[1:], 0)
        return frozenset(
            self.first + at
            for at, (flag, after) in enumerate(zip(flags, following, strict=False))
            if flag & Word.CONDITIONAL or (flag & Word.PARTICIPLE and after & Word.CASE_WORD)
        )

    @cached_property
    def asides(self) -> tuple[range, ...]:
        """What is told of something else: a condition, and what a passive participle describes.

        «1 мамырға дейін берілген өтінішті», «екі ай ішінде төлемеген жағдайда».
        """
        found: list[range] = []
        for token in range(self.first + 1, self.last):
            flag = self.flag(token)
            describes = (
                flag & Word.PARTICIPLE
                and flag & Word.PASSIVE
                and self.flag(token + 1) & (Word.NOUN | Word.ADJECTIVE)
            )
            if describes or token in self.conditions:
                found.append(range(self._told_from(token), token + 1))
        return tuple(found)

    def _told_from(self, token: int) -> int:
        """Where what belongs to a participle begins: behind a comma, a verb or a subject."""
        begin = token
        while begin > self.first and token - begin < _ASIDE:
            before = self.flag(begin - 1)
            subject = (
                before & Word.NOUN and before & Word.NOMINATIVE and not before & Word.POSSESSED
            )
            if before & (Word.COMMA | Word.FINITE) or (subject and token - begin > 2):
                break
            begin -= 1
        return begin
