"""What can be written in a pattern, and what is said when something cannot."""

from __future__ import annotations

import pytest

from riskscan.errors import PatternError
from riskscan.patterns import parse_pattern
from riskscan.patterns.tree import (
    HIGHLIGHT,
    Capture,
    Choice,
    ConceptName,
    Gap,
    Literal,
    Maybe,
    Node,
    Sequence,
    Trait,
    Word,
)

A, B, C, D = Word("а"), Word("б"), Word("в"), Word("г")
VERB = ((Trait("VERB"),),)

FORMS: list[tuple[str, Node]] = [
    ("срок", Word("срок")),
    ("Учёт", Word("учет")),
    ("какой-либо", Word("какой-либо")),
    ('"как правило"', Literal("как правило")),
    ('","', Literal(",")),
    (r'"\""', Literal('"')),
    ("<authority>", ConceptName("authority")),
    ("<unit-of-time>", ConceptName("unit-of-time")),
    ("[VERB]", Word(None, VERB)),
    ("(а|б)[VERB]", Choice((Word("а", VERB), Word("б", VERB)))),
    ("[VERB VerbForm=Inf]", Word(None, ((Trait("VERB"),), (Trait("VerbForm=Inf"),)))),
    (
        "[VERB|ADJ !Case=Nom]",
        Word(None, ((Trait("VERB"), Trait("ADJ")), (Trait("Case=Nom", True),))),
    ),
    ("[Person[psor]=3]", Word(None, ((Trait("Person[psor]=3"),),))),
    ("срок[Case=Ins]", Word("срок", ((Trait("Case=Ins"),),))),
    ("срок [VERB]", Sequence((Word("срок"), Word(None, VERB)))),
    ("а б в", Sequence((A, B, C))),
    ("а б|в г", Sequence((A, Choice((B, C)), D))),
    ("а|(б в)", Choice((A, Sequence((B, C))))),
    ("а | б", Choice((A, B))),
    ("а б? в", Sequence((A, Maybe(B), C))),
    ("а|б?", Maybe(Choice((A, B)))),
    ("(а б)?", Maybe(Sequence((A, B)))),
    ("а … б", Sequence((A, Gap(4), B))),
    ("а …8 б", Sequence((A, Gap(8), B))),
    ("а ... б ...2 в", Sequence((A, Gap(4), B, Gap(2), C))),
    ("name=а", Capture("name", A)),
    ("name=а|б", Capture("name", Choice((A, B)))),
    ("name=(а б)?", Maybe(Capture("name", Sequence((A, B))))),
    ("а [[б в]] г", Sequence((A, Capture(HIGHLIGHT, Sequence((B, C))), D))),
    ("[[а[VERB]]] б", Sequence((Capture(HIGHLIGHT, Word("а", VERB)), B))),
    ("[[[VERB] а]]", Capture(HIGHLIGHT, Sequence((Word(None, VERB), A)))),
]


@pytest.mark.parametrize(("source", "tree"), FORMS, ids=[source for source, _ in FORMS])
def test_every_form_has_its_tree(source: str, tree: Node) -> None:
    """Each form of the language is read as the page about it says."""
    assert parse_pattern(source).parts == (tree,)


def test_parts_are_joined_last() -> None:
    """The ampersand binds more loosely than anything else."""
    assert parse_pattern("а б & в|г").parts == (Sequence((A, B)), Choice((C, D)))


def test_a_parsed_pattern_stays_itself() -> None:
    """A pattern parsed before is given back with the place it came from."""
    pattern = parse_pattern("срок", place="rules/a.yaml")
    assert parse_pattern(pattern, place="elsewhere") is pattern


SLIPS = [
    ("", "line 1, column 1", "ends too early", ""),
    ("срок*", "line 1, column 5", "«*»", "«срок»"),
    ("(а б", "line 1, column 5", "ends too early", "«(а б)»"),
    ("а б)", "line 1, column 4", "«)»", "«а б»"),
    ("а || б", "line 1, column 4", "«|»", "«а | б»"),
    ('"как правило', "line 1, column 1", '«"как»', '«"как правило"»'),
    ("<authority … вправе", "line 1, column 1", "«<authority»", "«<authority> … вправе»"),
    ("[VERB вправе", "line 1, column 7", "«вправе»", "«[VERB] вправе»"),
    ("[[VERB] а]]", "line 1, column 7", "«]»", "«[[[VERB] а]]»"),
    ("[VRB]", "line 1, column 2", "«VRB» is no part of speech", "«VERB»"),
    ("срок[Case=Inst]", "line 1, column 6", "«Case=Inst» is no feature", "«Case=Ins»"),
    ("а б\nв ]", "line 2, column 3", "«]»", "«а б\nв»"),
    ("а .. б", "line 1, column 3", "«..»", ""),
    ("а|name=б", "line 1, column 3", "«name=б»", "«а|nameб»"),
    ("(а б)[VERB]", "line 1, column 6", "«[VERB]»", "«(а )[VERB]»"),
    ("а[VERB !]", "line 1, column 9", "«]»", "«а[VERB ]»"),
    ("а[VERB| б", "line 1, column 9", "«б»", "«а[VERB]| б»"),
    ("а …8[VERB]", "line 1, column 5", "«[VERB]»", "«а …[VERB]»"),
]


@pytest.mark.parametrize(("source", "place", "cause", "form"), SLIPS, ids=[s for s, *_ in SLIPS])
def test_a_slip_is_located_and_the_nearest_form_offered(
    source: str, place: str, cause: str, form: str
) -> None:
    """The error names line and column, what does not fit, and the nearest valid pattern."""
    with pytest.raises(PatternError) as caught:
        parse_pattern(source, place="rules/x.yaml")
    assert caught.value.place == f"rules/x.yaml, {place}"
    assert cause in caught.value.cause
    assert caught.value.remedy == (f"Did you mean {form}?" if form else "")


def test_brackets_nest_to_a_limit() -> None:
    """Sixty brackets in one another are read; the next is refused, whatever would follow."""
    assert parse_pattern("(" * 60 + "а" + ")" * 60).parts == (A,)
    with pytest.raises(PatternError, match="too many brackets") as caught:
        parse_pattern("(" * 100_000)
    assert caught.value.place == "line 1, column 61"
