"""riskscan inside spaCy."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.language import Language

import riskscan.spacy
from riskscan.errors import UsageError

NLP = riskscan.spacy.blank("ru")
KAZAKH = riskscan.spacy.blank("kk")
KAZAKH.remove_pipe(riskscan.spacy.FINDINGS)


@pytest.mark.parametrize("nlp", [NLP, KAZAKH])
@given(text=st.text(max_size=60) | st.text(" \t\n\u00a0\u00ad\u200bа-б.", max_size=30))
def test_the_text_of_a_doc_is_the_text_given(nlp: Language, text: str) -> None:
    """Not one character is lost or changed, whatever the white space."""
    assert nlp.make_doc(text).text == text


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
    """Russian and Kazakh are all riskscan reads."""
    with pytest.raises(UsageError, match="Russian and Kazakh only"):
        riskscan.spacy.blank("en")


def test_spacy_knows_kazakh_once_riskscan_is_installed() -> None:
    """``spacy.blank("kk")`` finds the language in another process, with riskscan's tokenizer."""
    code = "import spacy; print([t.text for t in spacy.blank('kk')('5-баптың 2-1-тармағы.')])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "['5-баптың', '2-1-тармағы', '.']"


def test_kazakh_words_and_sentences() -> None:
    """Readings are the Kazakh morphology's, and «ж.» after a year closes no sentence."""
    doc = KAZAKH("2026 ж. басталған мерзім ұзартылды. Комиссия шешім қабылдайды.\nБітті")
    assert [sentence.text.strip() for sentence in doc.sents] == [
        "2026 ж. басталған мерзім ұзартылды.",
        "Комиссия шешім қабылдайды.",
        "Бітті",
    ]
    extended = doc[5]
    assert (extended.lemma_, extended.pos_) == ("ұзарт", "VERB")
    assert extended.morph.get("Voice") == ["Pass"]


def test_findings_stand_in_the_spans() -> None:
    """``doc.spans["riskscan"]`` holds the findings of the whole text, the factor as the label."""
    nlp = riskscan.spacy.blank("ru")
    doc = nlp("12. Срок проверки может быть продлен руководителем инспекции.")
    assert ("может быть продлен", "deadline-extension") in [
        (span.text, span.label_) for span in doc.spans["riskscan"]
    ]
    assert len(doc.user_data["riskscan"]["findings"]) == len(doc.spans["riskscan"])
