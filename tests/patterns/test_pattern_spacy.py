"""On their common ground, pattern sets and spaCy's Matcher find the same."""

from __future__ import annotations

import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from small_language import TableMorphology, annotated
from spacy.matcher import Matcher
from spacy.tokens import Doc

from benchmarks.corpus import documents
from benchmarks.phrases import PHRASES, check_same_hits
from benchmarks.spacy_matcher import token_pattern
from riskscan.language.model import Vocabulary
from riskscan.patterns import compile_patterns

TABLE = {"а": ["а NOUN"], "ам": ["а NOUN"], "б": ["б NOUN"], "бы": ["б NOUN"], "вит": ["в VERB"]}

VOCAB = spacy.blank("ru").vocab

words = st.sampled_from([*TABLE, ","])
elements = st.sampled_from(["а", "б", "в", "а|б", '"ам"', '","', '"бы вит"'])
joints = st.sampled_from([" ", " … ", " …1 ", " ...2 ", " а? ", " … (б|в)? "])


@st.composite
def phrases(draw: st.DrawFn) -> str:
    """Elements joined side by side, by gaps, or with something optional between."""
    written = draw(elements)
    for joint in draw(st.lists(joints, max_size=3)):
        written += joint + draw(elements)
    return written


@settings(max_examples=200)
@given(phrases(), st.lists(words, min_size=1, max_size=25))
def test_random_phrases_have_the_same_matches(source: str, forms: list[str]) -> None:
    """Lemma sequences, literals, optional elements and gaps give equal sets of (start, end)."""
    vocabulary = Vocabulary(TableMorphology(TABLE))
    text = annotated(forms, [0, len(forms)], [0] * len(forms), vocabulary)
    hits = compile_patterns({"p": source}, {}, vocabulary).match(text)

    doc = Doc(VOCAB, words=forms)
    for token, form in zip(doc, forms, strict=True):
        token.lemma_ = vocabulary.morphology.readings(form)[0].lemma
    matcher = Matcher(doc.vocab)
    matcher.add("p", [token_pattern(source)])
    found = {(start, end) for _, start, end in matcher(doc)}
    assert set(zip(hits.start.tolist(), hits.end.tolist(), strict=True)) == found


def test_realistic_phrases_have_the_same_matches() -> None:
    """The phrases of the benchmark, over draft rules made up for it."""
    assert check_same_hits(list(documents(0.1))) > len(PHRASES)
