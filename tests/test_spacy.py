"""riskscan inside spaCy."""

from __future__ import annotations

from pathlib import Path

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st

import riskscan.spacy
from riskscan.errors import UsageError

NLP = riskscan.spacy.blank("ru")


@given(st.text(max_size=60) | st.text(" \t\n\u00a0\u00ad\u200bа-б.", max_size=30))
def test_the_text_of_a_doc_is_the_text_given(text: str) -> None:
    """Not one character is lost or changed, whatever the white space."""
    assert NLP.make_doc(text).text == text


def test_tokens_are_riskscan_tokens() -> None:
    """Abbreviations and numbers are cut as everywhere in riskscan, line ends stand alone."""
    doc = NLP("Согласно ст. 2-1\nсоциально-трудовой кодекс.")
    words = ["Согласно", "ст", ".", "2-1", "\n", "социально-трудовой", "кодекс", "."]
    assert [token.text for token in doc] == words


def test_words_carry_their_likeliest_reading() -> None:
    """Lemma, part of speech and features are those of riskscan's morphology."""
    doc = NLP("Акимат вправе про\u00adдлить сроки.\n")
    assert [token.lemma_ for token in doc][:4] == ["акимат", "вправе", "продлить", "срок"]
    assert [token.pos_ for token in doc] == ["NOUN", "ADV", "VERB", "NOUN", "PUNCT", "SPACE"]
    assert doc[2].morph.get("VerbForm") == ["Inf"]
    assert {reading.lemma for reading in doc[3]._.readings} == {"срок"}
    assert doc[5]._.readings == ()


def test_a_pipeline_survives_the_disk(tmp_path: Path) -> None:
    """Saved and loaded again, by bytes or from disk, it cuts the same tokens."""
    text = "Срок «А» — 5 дней, т.е. неделя."
    NLP.to_disk(tmp_path)
    loaded = spacy.load(tmp_path)
    again = riskscan.spacy.blank("ru").from_bytes(NLP.to_bytes())
    expected = [token.text for token in NLP(text)]
    assert [token.text for token in loaded(text)] == expected
    assert [token.text for token in again(text)] == expected


def test_a_config_alone_finds_the_tokenizer() -> None:
    """The tokenizer is registered under its name."""
    config = {"nlp": {"tokenizer": {"@tokenizers": "riskscan.ru_tokenizer.v1"}}}
    nlp = spacy.blank("ru", config=config)
    assert [token.text for token in nlp("п.5")] == ["п", ".", "5"]


def test_other_languages_are_refused() -> None:
    """There is no Kazakh pipeline yet."""
    with pytest.raises(UsageError, match="Russian only"):
        riskscan.spacy.blank("kk")


def test_findings_stand_in_the_spans() -> None:
    """``doc.spans["riskscan"]`` holds the findings of the whole text, the factor as the label."""
    nlp = riskscan.spacy.blank("ru")
    doc = nlp("12. Срок проверки может быть продлен руководителем инспекции.")
    assert ("может быть продлен", "deadline-extension") in [
        (span.text, span.label_) for span in doc.spans["riskscan"]
    ]
    assert len(doc.user_data["riskscan"]["findings"]) == len(doc.spans["riskscan"])
