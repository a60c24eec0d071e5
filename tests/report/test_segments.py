"""Segments: overlapping findings become stretches that do not overlap."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from riskscan.report.segments import cut, paragraphs
from riskscan.text import Span

texts = st.text(alphabet="аб \n", max_size=60)


@st.composite
def marked_texts(draw: st.DrawFn) -> tuple[str, list[Span]]:
    """A text and any spans of it, empty ones too."""
    text = draw(texts)
    positions = st.integers(0, len(text))
    pairs = draw(st.lists(st.tuples(positions, positions), max_size=6))
    return text, [Span(min(pair), max(pair)) for pair in pairs]


@given(marked_texts())
def test_segments_cover_the_text_once(sample: tuple[str, list[Span]]) -> None:
    """Joined in order, segments give the text back."""
    text, spans = sample
    assert "".join(segment.span.of(text) for segment in cut(len(text), spans)) == text


@given(marked_texts())
def test_every_character_knows_the_spans_over_it(sample: tuple[str, list[Span]]) -> None:
    """A segment lists exactly the spans that cover each of its characters."""
    text, spans = sample
    for segment in cut(len(text), spans):
        for position in range(*segment.span):
            covering = [n for n, span in enumerate(spans) if span.start <= position < span.end]
            assert list(segment.over) == covering


@given(marked_texts())
def test_every_span_opens_once(sample: tuple[str, list[Span]]) -> None:
    """Each span that is not empty begins in one segment, and still does after the line cut."""
    text, spans = sample
    expected = [n for n, span in enumerate(spans) if span.start < span.end]
    assert sorted(n for s in cut(len(text), spans) for n in s.opens) == expected
    lines = paragraphs(text, cut(len(text), spans))
    assert sorted(n for line in lines for s in line for n in s.opens) == expected


@given(marked_texts())
def test_lines_are_the_lines_of_the_text(sample: tuple[str, list[Span]]) -> None:
    """The cut at line ends loses nothing but the line ends."""
    text, spans = sample
    lines = paragraphs(text, cut(len(text), spans))
    assert "\n".join("".join(s.span.of(text) for s in line) for line in lines) == text
