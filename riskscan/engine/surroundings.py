"""What stands around a norm and clears it, whatever it says: the act, headings, the article."""

from __future__ import annotations

from riskscan.engine.model import Rule, When
from riskscan.norms.reader import NormReader

# Guard X18: other rules of drafting hold there. A model contract that an authority approves does
# not belong to them for every rule.
_OTHER_LAW = frozenset({"criminal", "procedural", "civil", "contract"})


class Surroundings:
    """Answers for one act, by provision and sentence; no frame is built for them."""

    def __init__(self, reader: NormReader) -> None:
        self._reader = reader
        self._nearby: dict[tuple[str, int], bool] = {}  # by rule and article

    def foreign(self, rule: Rule, provision: int) -> tuple[str, str] | None:
        """Why a rule has nothing to say of texts like the one a provision stands in."""
        kind, profile = self._reader.act.kind, self._reader.profile(provision)
        if (profile in _OTHER_LAW or kind == "constitution") and "X18" in rule.guards:
            return "unless.guards", "X18"
        if profile in rule.unless.profiles:
            return "unless.profiles", str(profile)
        return ("unless.kinds", kind) if kind in rule.unless.kinds else None

    def foreign_throughout(self, rule: Rule) -> bool:
        """Whether an act of one text is foreign to a rule; of several each is asked by itself."""
        return self._reader.one_text and self.foreign(rule, 0) is not None

    def fits(self, branch: When, sentence: int) -> bool:
        """Whether the words around a sentence are those a branch asks for."""
        return branch.context is None or self._reader.in_context(sentence, branch.context)

    def under_heading(self, rule: Rule, provision: int) -> bool:
        """Whether a heading above a provision clears it."""
        said = self._reader.table.sentences("phrase", rule.id, "heading")
        return bool(said) and self._reader.headed_by(provision, said)

    def said_nearby(self, rule: Rule, provision: int) -> bool:
        """Whether a sentence of the article, or of one that tells of it, clears a provision."""
        said = self._reader.table.sentences("phrase", rule.id, "nearby")
        if not said:
            return False
        first, last = self._reader.article(provision)
        if (rule.id, first) not in self._nearby:
            ranges = {(first, last)}.union(
                self._reader.article(int(self._reader.text.provisions[told]))
                for told in self._reader.told_in(provision)
            )
            self._nearby[rule.id, first] = any(
                not said.isdisjoint(self._reader.sentences_between(*each)) for each in ranges
            )
        return self._nearby[rule.id, first]
