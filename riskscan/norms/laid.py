"""A sentence laid out for reading, whatever its language."""

from __future__ import annotations

from riskscan.norms.hits import Hit, actions_by_token


class LaidSentence:
    """Flags, hits and clause ordinals of one sentence, by token."""

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

    def flag(self, token: int) -> int:
        """The flags of one token; nothing outside the sentence."""
        inside = self.first <= token < self.last
        return self.flags[token - self.first] if inside else 0

    def clause(self, token: int) -> int:
        """The clause ordinal of one token."""
        return self.clauses[token - self.first]

    def concept(self, concept: str) -> list[Hit]:
        """The hits of one concept, in text order."""
        return [hit for hit in self.hits if hit.id == concept and hit.group == "concept"]

    def named(self, token: int, concept: str) -> bool:
        """Whether a token belongs to words of a concept."""
        return any(hit.start <= token < hit.end for hit in self.concept(concept))
