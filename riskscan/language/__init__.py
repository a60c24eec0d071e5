"""The language floor: tokens, sentences, clauses and morphology behind one protocol."""

from riskscan.language.annotate import annotate
from riskscan.language.model import (
    AnnotatedAct,
    Morphology,
    Reading,
    Tokens,
    Vocabulary,
    normalise,
)
from riskscan.language.tokens import tokenize

__all__ = [
    "AnnotatedAct",
    "Morphology",
    "Reading",
    "Tokens",
    "Vocabulary",
    "annotate",
    "normalise",
    "tokenize",
]
