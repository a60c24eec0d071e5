"""Russian syntax: dependencies for the sentences that need them."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from riskscan.errors import UsageError
from riskscan.language.ru.syntax import MOST_WORDS, Arc, Syntax

SENTENCE = ["Уполномоченный", "орган", "вправе", "продлить", "срок", "проверки", "."]


@pytest.fixture(scope="module")
def syntax() -> Syntax:
    return Syntax()


def test_a_power_has_its_subject_and_its_action(syntax: Syntax) -> None:
    """«Орган» is the subject of «вправе», «продлить» its complement, «срок» the object."""
    arcs = syntax.parse(SENTENCE)
    assert arcs[1] == Arc(2, "nsubj")
    assert arcs[2] == Arc(-1, "root")
    assert arcs[3] == Arc(2, "xcomp")
    assert arcs[4] == Arc(3, "obj")
    assert len(arcs) == len(SENTENCE)


def test_the_same_sentence_is_parsed_once(syntax: Syntax) -> None:
    """A second look finds the remembered arcs."""
    assert syntax.parse(SENTENCE) is syntax.parse(tuple(SENTENCE))


def test_long_and_empty_sentences_have_no_arcs(syntax: Syntax) -> None:
    """What the model cannot do well is not done at all."""
    assert syntax.parse([]) == ()
    assert syntax.parse(["срок"] * (MOST_WORDS + 1)) == ()
    assert len(syntax.parse(["срок"] * MOST_WORDS)) == MOST_WORDS


def test_a_missing_model_is_said_so(tmp_path: Path) -> None:
    """Nothing is downloaded; the error names the place and the remedy."""
    with pytest.raises(UsageError, match="Install natasha again"):
        Syntax(tmp_path).parse(["срок"])


def test_natasha_itself_stays_out() -> None:
    """Loading the model imports neither natasha nor its old morphology, and no torch."""
    program = (
        "import sys; from riskscan.language.ru.syntax import Syntax; Syntax().parse(['срок']);"
        "sys.exit(bool({'natasha', 'pymorphy2', 'torch'} & set(sys.modules)))"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
