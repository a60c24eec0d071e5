"""Patterns against texts."""

from __future__ import annotations

from collections.abc import Sequence
from threading import Lock

import numpy as np

from riskscan.errors import UsageError
from riskscan.language.model import AnnotatedAct, IntArray, Vocabulary
from riskscan.patterns.hits import Hits
from riskscan.patterns.phrases import Phrases, Source
from riskscan.patterns.plan import Plan
from riskscan.patterns.symbols import Form, Predicate, WordClasses
from riskscan.patterns.tape import Index, Matches, lay_out
from riskscan.patterns.trace import Trace
from riskscan.patterns.tree import Word

# Anchors are chosen anew, by counted frequency, once this many tokens have been seen.
_RECOUNT = (1 << 16, 1 << 20)


class PatternSet:
    """Compiled patterns, ready for any text read with the same vocabulary.

    It learns words as it meets them, so matching grows faster with use; what it finds depends on
    the text alone. One set may serve several threads.
    """

    def __init__(
        self,
        names: Sequence[str],
        sources: Sequence[Source],
        predicates: Sequence[Predicate],
        vocabulary: Vocabulary,
    ) -> None:
        self.names = tuple(names)
        self.numbers = {name: number for number, name in enumerate(names)}
        self.vocabulary = vocabulary
        self.sources: list[list[Source]] = [[] for _ in names]
        for source in sources:
            self.sources[source.pattern].append(source)
        self._phrases = Phrases(sources)
        self._classes = WordClasses(predicates, vocabulary)
        self._plan = Plan(self._phrases, [_guess(predicate) for predicate in predicates])
        self._recounts = list(_RECOUNT)
        self._met = np.zeros(0, np.int64)
        self._lock = Lock()

    def match(self, text: AnnotatedAct) -> Hits:
        """Every match in the text.

        A pattern with gaps or ``&`` reads single clauses, passing over what interrupts them; any
        other reads the text as it stands, within a sentence.
        Raises UsageError when the text was read with another vocabulary.
        """
        if text.tokens.vocabulary is not self.vocabulary:
            raise UsageError("the text was read with another vocabulary than the patterns")
        classes, plan = self._read(text)
        tape = lay_out(text)
        along = tape.along(classes)
        found = self._phrases.resolve(plan.match(along, tape), tape)
        trace = Trace(tape, along, self._classes.rows)
        return Hits(self, trace, *_in_order(tape.in_tokens(found)))

    def _read(self, text: AnnotatedAct) -> tuple[Index, Plan]:
        with self._lock:
            classes = self._classes.of(text.tokens.types).astype(np.intp)
            self._plan.learn(self._classes.rows)
            if self._recounts:
                self._count(classes)
            return classes, self._plan

    def _count(self, classes: Index) -> None:
        """Note how often each class is met, and from time to time plan by it."""
        met = np.bincount(classes, minlength=len(self._classes.rows))
        met[: len(self._met)] += self._met
        self._met = met
        if met.sum() < self._recounts[0]:
            return
        self._recounts.pop(0)
        cost = [1.0] * self._classes.predicates
        for row, count in zip(self._classes.rows, met.tolist(), strict=True):
            for predicate in row:
                cost[predicate] += count
        self._plan = Plan(self._phrases, cost)
        self._plan.learn(self._classes.rows)


def _guess(predicate: Predicate) -> float:
    """How often a predicate is met, before anything was: longer words are rarer."""
    match predicate:
        case Word(str(lemma), _):
            return 1 / len(lemma)
        case Form(normal):
            return 2 / len(normal)
        case _:
            return 10.0


def _in_order(found: Matches) -> list[IntArray]:
    """Pattern, start, end and highlight of distinct matches, sorted by start, end, pattern.

    Of several highlights of one match the first, then the shortest is kept.
    """
    length = found.end - found.start
    longest, patterns = (int(column.max(initial=0)) + 1 for column in (length, found.what))
    keys = (found.start * longest + length) * patterns + found.what
    rows = np.sort(keys)
    rows = rows[np.diff(rows, prepend=-1) != 0]
    rest, pattern = np.divmod(rows, patterns)
    start, length = np.divmod(rest, longest)
    first, last = start.copy(), start + length
    lit = np.flatnonzero(found.last)
    lit = lit[np.lexsort((found.last[lit], found.first[lit], keys[lit]))[::-1]]
    at = np.searchsorted(rows, keys[lit])
    first[at], last[at] = found.first[lit], found.last[lit]  # of equal rows the last one stays
    columns = pattern, start, start + length, first, last
    return [column.astype(np.int32) for column in columns]
