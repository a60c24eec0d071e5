"""Russian texts, read by the language floor."""

from __future__ import annotations

from functools import cache

from riskscan.language import AnnotatedAct, Vocabulary, annotate
from riskscan.language.ru.morphology import RussianMorphology
from riskscan.structure.model import Act, Provision, ProvisionKind, ZoneKind
from riskscan.text import Document, Span


@cache
def vocabulary() -> Vocabulary:
    """One vocabulary for all tests: words are analysed once."""
    return Vocabulary(RussianMorphology())


def written(text: str) -> AnnotatedAct:
    """The text as the only provision of an act, read."""
    whole = Span(0, len(text))
    label = Span(0, 0)
    point = Provision(0, ProvisionKind.POINT, None, None, 1, whole, label, whole, ZoneKind.NORM)
    return annotate(Act(Document(text), "", "rules", None, (point,), (), ()), vocabulary())
