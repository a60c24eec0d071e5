"""What hits tell: order, names, captures, highlights."""

from __future__ import annotations

import pytest
from russian import vocabulary, written

from riskscan.errors import UsageError
from riskscan.language import Vocabulary
from riskscan.language.model import AnnotatedAct
from riskscan.language.ru.morphology import RussianMorphology
from riskscan.patterns import Hits, compile_patterns

PATTERNS = {
    "power": "actor=(уполномоченный? орган)|комиссия … вправе [[action=[VERB VerbForm=Inf]]]",
    "term": ["срок", "в течение length=(<number> день)"],
    "together": "who=орган & [[what=срок]]",
}
TEXT = "Уполномоченный орган в течение 5 дней вправе продлить срок. Комиссия вправе отказать."


@pytest.fixture(scope="module")
def act() -> AnnotatedAct:
    """The text, read."""
    return written(TEXT)


@pytest.fixture(scope="module")
def hits(act: AnnotatedAct) -> Hits:
    """What the patterns find in the text."""
    return compile_patterns(PATTERNS, {}, vocabulary()).match(act)


def words(act: AnnotatedAct, start: int, end: int) -> str:
    """The quote of some tokens."""
    return act.tokens.span(start, end).of(TEXT)


def test_hits_stand_in_text_order(hits: Hits) -> None:
    """By start, then end, then pattern."""
    rows = list(zip(hits.start.tolist(), hits.end.tolist(), hits.pattern.tolist(), strict=True))
    assert rows == sorted(set(rows))
    assert [hits.name(k) for k in range(len(hits))] == [
        "power",
        "power",
        "together",
        "term",
        "term",
        "power",
    ]


def test_hits_of_one_pattern(act: AnnotatedAct, hits: Hits) -> None:
    """All sources of a pattern count as one."""
    found = [
        words(act, hits.start[k], hits.end[k]) for k in range(len(hits)) if hits.name(k) == "term"
    ]
    assert found == ["в течение 5 дней", "срок"]


def test_hits_starting_in_a_stretch(act: AnnotatedAct, hits: Hits) -> None:
    """The hits of a sentence are a slice of the columns."""
    second = hits.starting(int(act.sentences[1]), int(act.sentences[2]))
    assert [
        words(act, *span) for span in zip(hits.start[second], hits.end[second], strict=True)
    ] == ["Комиссия вправе отказать"]


def test_captures_name_parts_of_a_hit(act: AnnotatedAct, hits: Hits) -> None:
    """Each name gives the tokens of its part; parts that took none are left out."""
    captured = [
        {name: words(act, *span) for name, span in hits.captures(k).items()}
        for k in range(len(hits))
    ]
    assert captured == [
        {"actor": "Уполномоченный орган", "action": "продлить"},
        {"actor": "орган", "action": "продлить"},
        {"who": "орган", "what": "срок"},
        {"length": "5 дней"},
        {},
        {"actor": "Комиссия", "action": "отказать"},
    ]


def test_highlights_are_parts_or_wholes(act: AnnotatedAct, hits: Hits) -> None:
    """A pattern without a highlight highlights all it matches."""
    spans = zip(hits.highlight_start, hits.highlight_end, strict=True)
    assert [words(act, *span) for span in spans] == [
        "продлить",
        "продлить",
        "срок",
        "в течение 5 дней",
        "срок",
        "отказать",
    ]


def test_of_several_ways_the_earliest_counts() -> None:
    """Items end as early as the match allows, from left to right."""
    act = written("Орган орган орган")
    hits = compile_patterns({"p": "x=орган … y=орган орган?"}, {}, vocabulary()).match(act)
    longest = next(k for k in range(len(hits)) if (hits.start[k], hits.end[k]) == (0, 3))
    assert hits.captures(longest) == {"x": (0, 1), "y": (1, 2)}


def test_one_vocabulary_for_patterns_and_texts(act: AnnotatedAct) -> None:
    """Type ids of another vocabulary mean nothing to a pattern set."""
    other = Vocabulary(RussianMorphology())
    with pytest.raises(UsageError):
        compile_patterns(PATTERNS, {}, other).match(act)


def test_experience_changes_no_hit(act: AnnotatedAct, hits: Hits) -> None:
    """After a long text anchors are chosen by counted frequency; the matches stay the same."""
    patterns = compile_patterns(PATTERNS, {}, vocabulary())
    patterns.match(written("Комиссия вправе отказать в течение 5 дней. " * 9000))
    again = patterns.match(act)
    for column in ("pattern", "start", "end", "highlight_start", "highlight_end"):
        assert getattr(again, column).tolist() == getattr(hits, column).tolist()


def test_no_text_and_no_patterns_give_no_hits() -> None:
    """Emptiness is no special case."""
    assert len(compile_patterns(PATTERNS, {}, vocabulary()).match(written(""))) == 0
    assert len(compile_patterns({}, {}, vocabulary()).match(written(TEXT))) == 0
