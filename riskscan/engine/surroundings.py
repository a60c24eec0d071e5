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
        act = reader.act
        self._other_law = act.profile in _OTHER_LAW or act.kind == "constitution"
        self._nearby: dict[tuple[str, int], bool] = {}  # by rule and article

    def foreign(self, rule: Rule) -> tuple[str, str] | None:
        """Why a rule has nothing to say of acts like this one."""
        act = self._reader.act
        if self._other_law and "X18" in rule.guards:
            return "unless.guards", "X18"
        if act.profile in rule.unless.profiles:
            return "unless.profiles", str(act.profile)
        return ("unless.kinds", act.kind) if act.kind in rule.unless.kinds else None

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
