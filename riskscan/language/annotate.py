"""An act read: its words, sentences and clauses."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain

import numpy as np

from riskscan.language.identify import LANGUAGES, OTHER, Stretches
from riskscan.language.kk import clauses as kazakh
from riskscan.language.model import AnnotatedAct, IntArray, Tokens, Vocabulary
from riskscan.language.ru import clauses as russian
from riskscan.language.sentences import sentence_starts
from riskscan.language.tokens import tokenize
from riskscan.structure.model import Act, Provision
from riskscan.text import Span, join_lines

_UNSET = -2
_CLAUSES = {"ru": russian.clause_ordinals, "kk": kazakh.clause_ordinals}


def annotate(act: Act, vocabulary: Vocabulary) -> AnnotatedAct:
    """Read the provisions written in the vocabulary's language.

    Provisions in another language keep their tokens, but their sentences belong to no provision
    (-1), like labels: nothing may be concluded from them. So do the cells of comparative tables
    beside the proposed wording: what a safeguard says in the old one holds no more.
    """
    language = vocabulary.morphology.language
    view = join_lines(act.document.view, vocabulary.morphology.known)
    tokens = tokenize(view, vocabulary)
    firsts, owners = _stretches(act.provisions, tokens)
    stretches = Stretches.of(tokens, firsts)
    spoken, texts = stretches.languages, owners >= 0
    elsewhere = spoken != LANGUAGES.index(language)
    foreign = bool((elsewhere & (spoken != OTHER) & texts).any())
    owners[elsewhere] = -1
    begins = np.zeros(len(tokens), dtype=bool)
    begins[firsts] = True
    starts = sentence_starts(tokens, begins)
    sentences = np.flatnonzero(starts)
    provisions = owners[np.cumsum(begins)[sentences] - 1]
    aside = _aside(act, tokens.starts[sentences])
    provisions[aside] = -1
    return AnnotatedAct(
        act=act,
        language=language,
        tokens=tokens,
        sentences=np.append(sentences, len(tokens)).astype(np.int32),
        provisions=provisions,
        clauses=_CLAUSES[language](tokens, starts),
        view=view,
        stretches=stretches.chosen(texts),
        foreign=foreign,
        aside=frozenset(aside),
    )


def _aside(act: Act, starts: IntArray) -> list[int]:
    """The sentences that stand in a row of a comparative table, and are no proposed wording."""
    if not act.compared:
        return []
    return [sentence for sentence, start in enumerate(starts.tolist()) if act.is_aside(start)]


def _stretches(provisions: tuple[Provision, ...], tokens: Tokens) -> tuple[IntArray, IntArray]:
    """First tokens of own texts, of labels and of what lies between, and the texts' provisions.

    A stretch that is nobody's own text has provision -1.
    """
    owners = np.full(len(tokens) + 1, _UNSET, dtype=np.int32)
    owners[0] = -1
    labels = _token_ranges((one.label for one in provisions), tokens)
    texts = _token_ranges((one.text for one in provisions), tokens)
    for ranges in (labels, texts):
        owners[ranges] = -1
    filled = texts[:, 0] < texts[:, 1]
    owners[texts[filled, 0]] = np.flatnonzero(filled)
    firsts = np.flatnonzero(owners[:-1] != _UNSET).astype(np.int32)
    return firsts, owners[firsts]


def _token_ranges(spans: Iterable[Span], tokens: Tokens) -> IntArray:
    """The half-open token range of every span, one row each."""
    offsets = np.fromiter(chain.from_iterable(spans), dtype=np.int32)
    return np.searchsorted(tokens.starts, offsets).astype(np.int32).reshape(-1, 2)
