"""Kazakh clauses: which words share a predicate."""

from __future__ import annotations

import re

import numpy as np
import pytest

from riskscan.language import Vocabulary, tokenize
from riskscan.language.kk.clauses import clause_ordinals
from riskscan.language.kk.morphology import KazakhMorphology
from riskscan.language.sentences import sentence_starts

VOCABULARY = Vocabulary(KazakhMorphology())


def clauses(text: str) -> str:
    """The text with the ordinal of the clause wherever it changes."""
    tokens = tokenize(text, VOCABULARY)
    begins = np.zeros(len(tokens), dtype=bool)
    begins[:1] = True
    ordinals = clause_ordinals(tokens, sentence_starts(tokens, begins)).tolist()
    shown, last = "", 0
    for index, ordinal in enumerate(ordinals):
        start = int(tokens.ends[index - 1]) if index else 0
        shown += f" [{ordinal}]" if ordinal != last else ""
        shown += text[start : int(tokens.ends[index])]
        last = ordinal
    return shown


@pytest.mark.parametrize(
    "marked",
    [
        "Орган бас тартады. [1] Шешім уәжді болады.",
        "Өтініш қабылданады; [1] құжаттар тексеріледі: [2] мұқият.",
        "Құжаттар ұсынылмаса, [1] орган бас тартады.",
        "Құжаттар ұсынылмаған жағдайда, [1] орган бас тартады.",
        "Жолаушыдан арыз түскенде, [1] бөлім оны тексереді.",
        "Өтініш түскен кезде, [1] ол тіркеледі.",
        "Мерзім, [1] қажет болған жағдайда [0], ұзартылады.",
        "Мерзім қажет болған жағдайда ұзартылады.",
        "Комиссия қарайды, [1] ал бөлім жауап береді.",
        "Жауап, ал қажет болса хат, жіберіледі.",
        "Орган [1] (сараптамадан кейін – бес күнде) [0] шешеді.",
    ],
)
def test_clauses_are_known_by_their_ends(marked: str) -> None:
    """A condition and its comma close a clause; between commas it interrupts one."""
    assert clauses(re.sub(r" \[\d\]", "", marked)) == marked


def test_no_tokens_have_no_clauses() -> None:
    """An empty text is an empty array."""
    tokens = tokenize("", VOCABULARY)
    assert clause_ordinals(tokens, np.zeros(0, dtype=bool)).tolist() == []
