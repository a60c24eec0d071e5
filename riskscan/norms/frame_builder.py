"""What reading a language takes: sentences in, norm frames out."""

from __future__ import annotations

from typing import Protocol

from riskscan.norms.model import Actor, Frame, Modality
from riskscan.norms.sentence_bits import SentenceBits
from riskscan.text import Span


class FrameBuilder(Protocol):
    """The one part that knows a language: a sentence in, its frames out."""

    def build(
        self,
        sentence: int,
        lead: Actor | None,
        lead_modality: Modality | None,
        previous: Actor | None,
    ) -> tuple[Frame, ...]:
        """All frames of a sentence, in text order."""
        ...

    def object(self, frame: Frame) -> Span | None:
        """What a frame acts on."""
        ...

    def passive(self) -> SentenceBits:
        """The sentences with a word that can make a predicate passive."""
        ...

    def choosing(self) -> SentenceBits:
        """The sentences with a word that can join alternatives."""
        ...

    def describing(self) -> SentenceBits:
        """The sentences with a word that can tell something in passing."""
        ...

    def introduced(self, sentence: int) -> Actor | None:
        """Who a line without a predicate introduces ("…, организатор:")."""
        ...

    def short_named(self) -> SentenceBits:
        """The sentences where a bare noun stands for a holder of power."""
        ...

    def name(self, actor: Actor) -> str:
        """The actor as an explanation names it."""
        ...
