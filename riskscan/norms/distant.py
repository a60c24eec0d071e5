"""Bounds far from a norm: the sentences of an act that bound an action, indexed once.

A norm asks for them by action, element and object; the index answers in logarithmic time, so an
act of a hundred thousand like norms is no worse than linear.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field

import numpy as np

from riskscan.norms.hits import Hit
from riskscan.norms.model import ElementKind, Frame, Role
from riskscan.norms.reader import NormReader
from riskscan.text import Span

_NOT_POWER = {Role.PRIVATE, Role.CONTRACT_PARTY}


@dataclass(slots=True)
class _Index:
    """The bounding sentences of one action and element, in order."""

    spans: dict[int, Span] = field(default_factory=dict)
    every: list[int] = field(default_factory=list)
    asking: list[int] = field(default_factory=list)
    by_noun: dict[str, list[int]] = field(default_factory=dict)


class DistantBounds:
    """Finds an element that bounds the same action on the same object anywhere in a range."""

    def __init__(self, reader: NormReader) -> None:
        self._reader = reader
        self._indexes: dict[tuple[str, ElementKind], _Index] = {}

    def find(
        self, frame: Frame, kind: ElementKind, actions: list[str], within: range
    ) -> Span | None:
        """The first bounding sentence of any of the actions among the sentences ``within``."""
        target = self._reader.object(frame)
        wanted = self._nouns(*self._token_bounds(target)) if target is not None else set()
        asks = self._asks(frame.sentence)
        for action in actions:
            index = self._index(action, kind)
            lists = [index.by_noun.get(noun, []) for noun in wanted] if wanted else [index.every]
            if asks:
                lists.append(index.asking)
            for found in lists:
                sentence = _first(found, within, frame.sentence)
                if sentence is not None:
                    return index.spans[sentence]
        return None

    def _index(self, action: str, kind: ElementKind) -> _Index:
        found = self._indexes.get((action, kind))
        if found is None:
            found = self._indexes[action, kind] = self._build(action, kind)
        return found

    def _build(self, action: str, kind: ElementKind) -> _Index:
        index = _Index()
        text = self._reader.text
        for sentence in self._reader.bounded(action, kind):
            span = self._bounds(sentence, action, kind)
            if span is None:
                continue
            index.spans[sentence] = span
            index.every.append(sentence)
            if self._asks(sentence):
                index.asking.append(sentence)
            first, last = text.sentences[sentence], text.sentences[sentence + 1]
            for noun in self._nouns(int(first), int(last)):
                index.by_noun.setdefault(noun, []).append(sentence)
        return index

    def _bounds(self, sentence: int, action: str, kind: ElementKind) -> Span | None:
        """The element that stands with a frame of the action, or names it ("срок рассмотрения")."""
        named = names_action(self._reader.table.of(sentence), (action,))
        frames = self._reader.frames(sentence)
        for hit in self._reader.elements(sentence, kind):
            owners = owners_of(frames, hit)
            if owners is None:
                continue
            if any(action in owner.actions for owner in owners) or (
                named and not any(owner.actions for owner in owners)
            ):
                return self._reader.text.tokens.span(hit.start, hit.end)
        return None

    def _asks(self, sentence: int) -> bool:
        """Whether a sentence is about somebody's request: an application is an application."""
        hits = self._reader.table.of(sentence)
        return any(hit.group == "concept" and hit.id == "request" for hit in hits)

    def _token_bounds(self, span: Span) -> tuple[int, int]:
        starts = self._reader.text.tokens.starts
        return int(np.searchsorted(starts, span.start)), int(np.searchsorted(starts, span.end))

    def _nouns(self, first: int, last: int) -> set[str]:
        """The lemmas of the nouns among tokens ``first … last - 1``."""
        tokens = self._reader.text.tokens
        return {
            reading.lemma
            for token in range(first, last)
            for reading in tokens.readings(token)[:1]
            if reading.pos in {"NOUN", "PROPN"}
        }


def owners_of(frames: tuple[Frame, ...], hit: Hit) -> list[Frame] | None:
    """The frames an element belongs to; None when it binds a private person, not a power."""
    owners = [frame for frame in frames if frame.scope[0] <= hit.start < frame.scope[1]]
    return None if any(owner.actor.role in _NOT_POWER for owner in owners) else owners


def names_action(hits: tuple[Hit, ...], actions: tuple[str, ...]) -> bool:
    """Whether an action is named as a noun: «основаниями для отказа …»."""
    return any(h.group == "action" and h.part == "nouns" and h.id in actions for h in hits)


def _first(found: list[int], within: range, own: int) -> int | None:
    position = bisect_left(found, within.start)
    while position < len(found) and found[position] < within.stop:
        if found[position] != own:
            return found[position]
        position += 1
    return None
