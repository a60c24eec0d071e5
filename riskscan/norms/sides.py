"""What a sentence of either side of a comparative table says: its elements, numbers and actions."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import chain, repeat

from riskscan.language.model import NOUNS
from riskscan.norms.concepts import Own
from riskscan.norms.distant import owners_of
from riskscan.norms.frequencies import Frequency, frequencies
from riskscan.norms.hits import Hit
from riskscan.norms.losses import ADVERSE, is_private
from riskscan.norms.model import TIMES, ElementKind, Frame
from riskscan.norms.quantities import AMOUNTS, DAYS, Quantity, quantities
from riskscan.norms.reader import NormReader
from riskscan.structure.model import ITEMS, Provision
from riskscan.text import Span

_BY_CHANCE = 2  # tokens
_LONGEST = 500  # tokens


class Sides:
    """Asks the same of a wording in force and of a proposed one.

    What stands in force is read here and only here: no look-through meets it.
    """

    def __init__(self, reader: NormReader) -> None:
        self._reader = reader

    def stretches(self, sentence: int, kind: ElementKind) -> list[Span]:
        """What a sentence says of an element; a term and its limit are one.

        How often a person is checked, and up to what sum he pays, is no term.
        """
        if kind is not ElementKind.TERM:
            return self.spans(sentence, kind)
        numbers = [each.span for each in self.checks(sentence)]
        numbers += [each.span for each in self._sums(sentence)]
        said = _merged([span for each in sorted(TIMES) for span in self.spans(sentence, each)])
        return [span for span in said if not any(_touch(span, number) for number in numbers)]

    def spans(self, sentence: int, kind: ElementKind) -> list[Span]:
        """Where a sentence says something of an element."""
        tokens = self._reader.text.tokens
        hits = self._reader.elements(sentence, kind)
        return _merged([tokens.span(hit.start, hit.end) for hit in hits])

    def named(self, sentence: int, *concepts: Own) -> list[Span]:
        """Where a sentence names any of some concepts."""
        tokens = self._reader.text.tokens
        hits = (hit for each in concepts for hit in self._reader.table.concept(sentence, each))
        return [tokens.span(hit.start, hit.end) for hit in hits]

    def about(self, sentence: int, concept: Own) -> bool:
        """Whether a sentence, or a line that introduces its list, names a concept."""
        return any(self.named(each, concept) for each in self.with_leads(sentence))

    def with_leads(self, sentence: int) -> Iterator[int]:
        """A sentence and the lines that introduce the lists it stands in, nearest first."""
        yield sentence
        start = self._reader.sentence_span(sentence).start
        _, behind = self._reader.provisions_in(Span(start, start + 1))
        for above in self._reader.act.ancestors(behind - 1):
            lead = self.last_sentence(above) if self._reader.introduces(above.index) else None
            if lead is not None and lead != sentence:
                yield lead
            if above.kind not in ITEMS:
                return

    def last_sentence(self, provision: Provision) -> int | None:
        """The last sentence of a provision's own text, on either side."""
        first, last = self._reader.text.tokens.between(provision.text)
        if first == last:
            return None
        return int(self._reader.text.sentences.searchsorted(last)) - 1

    def done(self, sentence: int, words: Span) -> frozenset[str]:
        """What is done by the predicate some words of a sentence stand nearest to.

        Where no predicate does anything, whatever the sentence and its lead-ins name.
        """
        place, _ = self._reader.text.tokens.between(words)
        acting = [frame for frame in self._reader.frames(sentence) if frame.actions]
        if not acting:
            return self.borne(sentence)
        return frozenset(min(acting, key=lambda frame: abs(frame.head - place)).actions)

    def numbers(self, sentence: int) -> list[Quantity]:
        """The quantities of a sentence."""
        text = self._reader.text
        span = text.sentence_span(sentence)
        return list(quantities(text.act.document.text, span, text.language))

    def times(self, sentence: int) -> list[Quantity]:
        """The quantities of a sentence that are counted in units of time."""
        return [each for each in self.numbers(sentence) if each.unit in DAYS]

    def checks(self, sentence: int) -> list[Frequency]:
        """How often what a person bears may come, by a sentence about it."""
        if self.borne(sentence).isdisjoint(ADVERSE):
            return []
        text = self._reader.text
        span = text.sentence_span(sentence)
        return [
            each
            for each in frequencies(text.act.document.text, span, text.language)
            if not self.done(sentence, each.span).isdisjoint(ADVERSE)
        ]

    def amounts(self, sentence: int) -> list[Quantity]:
        """The sums of a sentence about money that is paid."""
        return self._sums(sentence) if self.about(sentence, Own.MONEY_MATTER) else []

    def actions(self, sentence: int) -> frozenset[str]:
        """The actions a sentence names."""
        table = self._reader.table
        return frozenset(hit.id for hit in table.of(sentence) if hit.group == "action")

    def borne(self, sentence: int) -> frozenset[str]:
        """The actions a sentence names, or the line that introduces its list."""
        return frozenset[str]().union(*map(self.actions, self.with_leads(sentence)))

    def nouns(self, sentence: int) -> frozenset[str]:
        """The lemmas of the nouns of a sentence."""
        return self._reader.text.tokens.lemmas(*self._reader.text.sentence_tokens(sentence), NOUNS)

    def newly_cites(self, old: int, new: int) -> bool:
        """Whether only the proposed wording goes by a provision that may say the rest."""
        if self._reader.citations(old):
            return False
        cited = (citation.span for citation in self._reader.citations(new))
        return any(self._reader.ruled_by(new, span, Own.LAID_DOWN) for span in cited)

    def left_out(self, old: int, new: int) -> list[Span]:
        """The stretches of a sentence in force that the proposed one does without, in order.

        A word or two that both have inside such a stretch are there by chance. Sentences of no
        norm's length are not compared: that would take the square of it.
        """
        tokens = self._reader.text.tokens
        sides = [range(*self._reader.text.sentence_tokens(each)) for each in (old, new)]
        if max(map(len, sides)) > _LONGEST:
            return []
        mine, theirs = (list(map(tokens.normal, side)) for side in sides)
        first, _ = self._reader.text.sentence_tokens(old)
        blocks = SequenceMatcher(None, mine, theirs, autojunk=False).get_matching_blocks()
        outer = {0, len(mine)}
        kept = [
            (a, a + n) for a, _, n in blocks if n > _BY_CHANCE or not outer.isdisjoint((a, a + n))
        ]
        edges = [0, *chain.from_iterable(kept), len(mine)]
        found = []
        for start, end in zip(edges[::2], edges[1::2], strict=True):
            words = [place for place in range(start, end) if mine[place][:1].isalnum()]
            if words:
                found.append(tokens.span(first + words[0], first + words[-1] + 1))
        return found

    def frame(self, sentence: int, old: int) -> Frame | None:
        """The frame of a proposed sentence that goes on with one of the sentence it replaces."""
        frames = [frame for frame in self._reader.frames(sentence) if not frame.embedded]
        actions = self.actions(old)
        akin = [frame for frame in frames if not actions.isdisjoint(frame.actions)]
        acting = [frame for frame in frames if frame.actions]
        return next(iter(akin or acting or frames), None)

    def binds_private(self, sentence: int) -> bool:
        """Whether the times of a sentence are a person's own, or of a mere condition."""
        frames = self._reader.frames(sentence)
        hits: list[Hit] = [h for k in TIMES for h in self._reader.elements(sentence, k)]
        clauses = [int(self._reader.text.clauses[hit.start]) for hit in hits]
        if any(map(is_private, frames)):
            owners = map(owners_of, repeat(frames), hits, clauses)
            return bool(hits) and all(each is None for each in owners)
        conditions = {clause for frame in frames for clause in frame.conditions}
        return bool(hits) and conditions.issuperset(clauses)

    def _sums(self, sentence: int) -> list[Quantity]:
        return [each for each in self.numbers(sentence) if each.unit in AMOUNTS]


def _merged(spans: list[Span]) -> list[Span]:
    """Stretches that touch or overlap as one: «не позднее» and «пяти рабочих дней»."""
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and span.start <= merged[-1].end + 1:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return merged


def _touch(one: Span, other: Span) -> bool:
    return one.start <= other.end + 1 and other.start <= one.end + 1
