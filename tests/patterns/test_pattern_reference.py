"""The fast matcher finds exactly what the plain meaning of patterns says."""

from __future__ import annotations

from hypothesis import example, given, settings
from hypothesis import strategies as st
from reference import captured, matches
from small_language import TableMorphology, read

from riskscan.errors import PatternError
from riskscan.language.model import Vocabulary
from riskscan.patterns import compile_patterns, parse_pattern
from riskscan.patterns.tree import Capture, Node, children

TABLE = {
    "а": ["а NOUN Case=Nom"],
    "ам": ["а NOUN Case=Ins", "б NOUN Case=Nom"],
    "б": ["б NOUN Case=Nom", "б NOUN Case=Acc"],
    "бам": ["?б NOUN Case=Ins"],
    "вит": ["в VERB VerbForm=Fin"],
    "вить": ["в VERB VerbForm=Inf", "а NOUN Case=Nom"],
    "два": ["два NUM Case=Nom"],
}
CONCEPTS = {
    "noun": ["а", "б[Case=Ins] в", '"," <noun2>'],
    "noun2": ["б", "а … б", "[VERB]"],
    "far": ["в … а"],
}

words = st.sampled_from([*TABLE, ",", "5", "(", ")"])
borders = st.sampled_from(["/", "<", "//"])
texts = st.lists(words | words | words | borders, max_size=30).map(" ".join)
elements = st.sampled_from(
    [
        "а",
        "б",
        "в",
        "а[Case=Ins]",
        "б[!Case=Nom]",
        "[Case=Nom]",
        "[VERB|NUM]",
        "[!NOUN]",
        '"ам"',
        '"б , вит"',
        '","',
        "<noun>",
        "<noun2>",
        "<far>",
        "<any>",
        "<number>",
    ]
)


joints = st.sampled_from([" ", " … ", " …1 ", " ...2 ", " …8 "])


@st.composite
def phrases(draw: st.DrawFn, depth: int = 1) -> str:
    """A phrase that can be compiled: its gaps stand between elements that are certain."""
    inner = phrases(depth - 1).map("({})".format) if depth else elements
    options = st.lists(elements | inner, min_size=2, max_size=3).map("|".join)
    choices = elements | inner | options
    certain = choices | choices.map("x={}".format)
    optional = certain.map("{}?".format)
    written = draw(certain)
    for between in draw(st.lists(st.just("") | optional, max_size=2)):
        if between:
            written += draw(joints) + between
        written += draw(joints) + draw(certain)
    return written


@st.composite
def highlighted(draw: st.DrawFn) -> str:
    """A phrase with a part to highlight."""
    before, lit, after = draw(phrases(0)), draw(phrases(0)), draw(phrases(0))
    written = draw(
        st.sampled_from(["[[ {1} ]]", "{0} [[ {1} ]]", "[[ {1} ]] … {2}", "{0} …1 [[ {1} ]] {2}"])
    )
    return written.format(before, lit, after)


patterns = (
    phrases()
    | highlighted()
    | st.lists(phrases(), min_size=2, max_size=3).map(" & ".join)
    | st.builds("{} & {}".format, highlighted(), phrases(0))
)


def compilable(source: str, vocabulary: Vocabulary) -> bool:
    """Whether the source is within limits: the gaps of a random one may add up to too much."""
    try:
        compile_patterns({"p": source}, CONCEPTS, vocabulary)
    except PatternError:
        return False
    return True


@settings(max_examples=300)
@example(["а (… б)|(…1 б)"], ["а вит вит вит б"])
@example(["а & б", "а б & а"], ["а / б", "а б / а", "а / б < б", "б / а < а"])
@given(st.lists(patterns, min_size=1, max_size=6), st.lists(texts, min_size=1, max_size=3))
def test_hits_are_what_the_reference_finds(sources: list[str], written: list[str]) -> None:
    """A set of patterns finds, text after text, each pattern's matches and nothing else."""
    vocabulary = Vocabulary(TableMorphology(TABLE))
    usable = {source: source for source in sources if compilable(source, vocabulary)}
    compiled = compile_patterns(usable, CONCEPTS, vocabulary)
    for each in written:
        text = read(each, vocabulary)
        hits = compiled.match(text)
        rows = list(zip(hits.start.tolist(), hits.end.tolist(), hits.pattern.tolist(), strict=True))
        assert rows == sorted(set(rows))
        for source in usable:
            found = {
                (int(hits.start[k]), int(hits.end[k])): (
                    int(hits.highlight_start[k]),
                    int(hits.highlight_end[k]),
                )
                for k in range(len(hits))
                if hits.name(k) == source
            }
            assert found == matches(source, CONCEPTS, text)


@settings(max_examples=100)
@given(patterns, texts)
def test_captures_hold_what_they_name(source: str, written: str) -> None:
    """A capture lies inside its hit, over tokens that some part of that name matches."""
    vocabulary = Vocabulary(TableMorphology(TABLE))
    if not compilable(source, vocabulary):
        return
    text = read(written, vocabulary)
    hits = compile_patterns({"p": source}, CONCEPTS, vocabulary).match(text)
    named = [node for part in parse_pattern(source).parts for node in _captures(part)]
    for k in range(len(hits)):
        for start, end in hits.captures(k).values():
            assert hits.start[k] <= start < end <= hits.end[k]
            assert any((start, end) in captured(node, source, CONCEPTS, text) for node in named)


def _captures(node: Node) -> list[Capture]:
    own = [node] if isinstance(node, Capture) else []
    return own + [found for inner in children(node) for found in _captures(inner)]
