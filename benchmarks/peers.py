"""The same phrases in other tools, on the same acts: speed, findings, memory.

    uv run python -m benchmarks.peers [FOLDER WITH .txt FILES]

Every tool works in a process of its own, on a slice that the slow ones can finish, all vocabularies
warm: *yargy* (rules by normal form, its text tokenized once for all phrases), *Presidio* (a
``PatternRecognizer`` for every phrase, over all forms of its words), *spaCy* (see ``phrases``).

Findings are compared where a hit means the same everywhere: phrases without gaps or optional words,
for yargy and Presidio report one of several overlapping matches and riskscan reports them all.
spaCy knows one lemma of a token and is compared with riskscan so reduced, over all phrases.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Protocol

from benchmarks.corpus import MEGABYTE, documents
from benchmarks.memory import peak
from benchmarks.phrases import PHRASES, FirstReadings, SpacySide, unbroken
from benchmarks.timing import best
from riskscan.language import Vocabulary
from riskscan.language.ru.morphology import RussianMorphology
from riskscan.patterns import compile_patterns, parse_pattern
from riskscan.patterns.tree import Gap, Maybe, Node, children

SLICE = 40_000  # characters

Hit = tuple[str, int, int]  # phrase, first character and end


class Side(Protocol):
    """One tool with the phrases loaded."""

    def find(self) -> object:
        """Read the texts and match the phrases: what is timed."""
        ...

    def hits(self) -> set[Hit]:
        """What was found, in characters; of several texts, one after another."""
        ...


@dataclass(frozen=True, slots=True)
class Outcome:
    """A tool on the slice; ``memory`` in MB is the process's peak."""

    what: str
    seconds: float
    megabytes: float
    memory: float
    hits: frozenset[Hit]

    @property
    def speed(self) -> float:
        """Megabytes of UTF-8 a second."""
        return self.megabytes / self.seconds


@dataclass(frozen=True, slots=True)
class Comparison:
    """A tool beside riskscan; ``missed`` and ``extra`` count its findings against riskscan's."""

    outcome: Outcome
    ratio: float
    compared: int
    missed: int
    extra: int


def contiguous() -> frozenset[str]:
    """The phrases without gaps and optional words."""
    return frozenset(name for name, source in PHRASES.items() if not _loose(source))


def run(folder: Path | None = None) -> tuple[Outcome, list[Comparison], list[str]]:
    """riskscan's figures, those of every tool installed, and how to install the others."""
    ours = _child("riskscan", folder)
    reduced = _child("riskscan, one lemma", folder)
    found, absent = [], []
    for name, module in _MODULES.items():
        if find_spec(module) is None:
            absent.append(f"{name} is not installed: uv sync --extra peers")
            continue
        outcome = _child(name, folder)
        same = reduced.hits if name == "spaCy Matcher" else _only(ours.hits, contiguous())
        theirs = outcome.hits if name == "spaCy Matcher" else _only(outcome.hits, contiguous())
        ratio = outcome.seconds / ours.seconds
        counts = len(same), len(same - theirs), len(theirs - same)
        found.append(Comparison(outcome, ratio, *counts))
    return ours, found, absent


def _only(hits: frozenset[Hit], names: frozenset[str]) -> frozenset[Hit]:
    return frozenset(hit for hit in hits if hit[0] in names)


def _loose(source: str) -> bool:
    def loose(node: Node) -> bool:
        return isinstance(node, Gap | Maybe) or any(map(loose, children(node)))

    return any(map(loose, parse_pattern(source).parts))


class RiskscanSide:
    """riskscan's tokens and pattern set; the text read as one clause."""

    def __init__(self, text: str, *, reduced: bool = False) -> None:
        self._text = text
        self._vocabulary = Vocabulary(FirstReadings() if reduced else RussianMorphology())
        self._patterns = compile_patterns(PHRASES, {}, self._vocabulary)

    def find(self) -> object:
        """Tokens and matches."""
        return self._patterns.match(unbroken(self._text, self._vocabulary))

    def hits(self) -> set[Hit]:
        """The matches in characters."""
        act = unbroken(self._text, self._vocabulary)
        found = self._patterns.match(act)
        spans = map(act.tokens.span, found.start.tolist(), found.end.tolist())
        return {(found.name(k), span.start, span.end) for k, span in enumerate(spans)}


class MatcherSide:
    """spaCy's Matcher; timed with its own tokens, compared on riskscan's."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._vocabulary = Vocabulary(FirstReadings())
        self._spacy = SpacySide(self._vocabulary, [text])

    def find(self) -> object:
        """Tokens, cached lemmas and matches."""
        return self._spacy.find(self._spacy.read(self._text))

    def hits(self) -> set[Hit]:
        """The matches in characters."""
        act = unbroken(self._text, self._vocabulary)
        found = self._spacy.hits(self._spacy.ready(act))
        spans = ((name, act.tokens.span(start, end)) for name, start, end in found)
        return {(name, span.start, span.end) for name, span in spans}


def _yargy(text: str) -> Side:
    from benchmarks.yargy_rules import YargySide

    return YargySide(text)


def _presidio(text: str) -> Side:
    from benchmarks.presidio_recognizers import PresidioSide

    return PresidioSide(text)


_SIDES: dict[str, Callable[[str], Side]] = {
    "riskscan": RiskscanSide,
    "riskscan, one lemma": lambda text: RiskscanSide(text, reduced=True),
    "spaCy Matcher": MatcherSide,
    "yargy": _yargy,
    "Presidio": _presidio,
}
_MODULES = {"spaCy Matcher": "spacy", "yargy": "yargy", "Presidio": "presidio_analyzer"}


def _child(side: str, folder: Path | None) -> Outcome:
    """Measure one tool in a process of its own."""
    command = [sys.executable, "-m", "benchmarks.peers", "--side", side, str(folder or "")]
    done = subprocess.run(  # noqa: S603
        command, capture_output=True, text=True, check=True, env={**os.environ, **_ONE_THREAD}
    )
    seconds, megabytes, memory, hits = json.loads(done.stdout.splitlines()[-1])
    return Outcome(side, seconds, megabytes, memory, frozenset(map(tuple, hits)))


_ONE_THREAD = {"OMP_NUM_THREADS": "1"}


def _measure(side: str, folder: Path | None) -> None:
    """In the child: one line of JSON."""
    text = _slice(folder)
    tool = _SIDES[side](text)
    hits = sorted(tool.hits())
    print(json.dumps([best(tool.find), len(text.encode()) / MEGABYTE, peak(), hits]))


def _slice(folder: Path | None) -> str:
    """The front of the first acts, about ``SLICE`` characters."""
    if folder is None:
        return "\n".join(documents(2 * SLICE / MEGABYTE))[:SLICE]
    paths = sorted(folder.glob("*.txt"))
    share = max(
        2_000, SLICE // max(1, len(paths))
    )  # of every act, so that one does not speak alone
    return "\n".join(path.read_text("utf-8")[:share] for path in paths)[:SLICE]


def main(arguments: Sequence[str]) -> None:
    """Print the comparison, or measure one side."""
    if arguments[:1] == ["--side"]:
        _measure(arguments[1], Path(arguments[2]) if arguments[2] else None)
        return
    ours, compared, absent = run(Path(arguments[0]) if arguments else None)
    print(f"{ours.what:16} {ours.speed:9.3f} MB/s  {ours.memory:5.0f} MB  {len(ours.hits)} hits")
    for each in compared:
        print(f"{each.outcome.what:16} {each.outcome.speed:9.3f} MB/s  x{each.ratio:.0f}", end="")
        print(f"  {each.outcome.memory:5.0f} MB  {len(each.outcome.hits)} hits, ", end="")
        print(f"of {each.compared} common: {each.missed} missed, {each.extra} extra")
    print(*absent, sep="\n")


if __name__ == "__main__":
    main(sys.argv[1:])
