"""Stems of an optional list: they speak where our lexicon is silent, and never louder."""

from __future__ import annotations

from pathlib import Path

import pytest

from riskscan.language.kk import hunspell
from riskscan.language.kk.morphology import KazakhMorphology


@pytest.fixture
def stems(tmp_path: Path) -> Path:
    path = tmp_path / "kk_KZ.dic"
    path.write_text("\ufeff4\nфлумбақ/ABCc\nдрымза/MmNn\nмерзім/MmNn\nкырр\n", encoding="utf-8")
    return path


def test_stems_come_with_their_part_of_speech(stems: Path) -> None:
    """The flags of endings tell nouns from verbs; what takes no endings is left out."""
    found = list(hunspell.stems(stems))
    assert found == [("флумбақ", "NOUN"), ("дрымза", "VERB"), ("мерзім", "VERB")]


def test_an_unknown_word_is_read_by_its_stem(stems: Path) -> None:
    """With the list the invented noun has its lemma; it still counts as guessed."""
    reading = KazakhMorphology(stems).readings("флумбағының")[0]
    assert (reading.lemma, reading.pos, reading.guessed) == ("флумбақ", "NOUN", True)


def test_our_own_lexicon_comes_first(stems: Path) -> None:
    """A word it knows has the same readings with the list and without."""
    assert KazakhMorphology(stems).readings("мерзімді") == KazakhMorphology().readings("мерзімді")


def test_the_report_can_name_the_list(stems: Path) -> None:
    """Name and digest of the bytes, so that two reports can be compared."""
    assert hunspell.digest(stems).startswith("kk_KZ.dic sha256:")
