"""The tree: lines with their heads become nodes, each inside the unit it belongs to.

Nodes are made in text order and never moved, so the descendants of a node follow it without a
gap. What has no number is an indent of what stands before it; whether a capitalised paragraph
between the items of a list belongs to the item or to the point is read from the next label: if the
list goes on, the paragraph is inside it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from riskscan.structure.heads import STAMPS, UNITS
from riskscan.structure.line import Line
from riskscan.structure.model import ProvisionKind, ZoneKind
from riskscan.structure.numbering import follows, is_first, is_later
from riskscan.structure.stamps import is_instrument, is_of_instrument

_RANKS = {kind: rank for rank, kind in enumerate(ProvisionKind)}
_POINT = _RANKS[ProvisionKind.POINT]
_SUBPOINT = _RANKS[ProvisionKind.SUBPOINT]
_INDENT = _RANKS[ProvisionKind.INDENT]
_ANNEX = _RANKS[ProvisionKind.ANNEX]
_KINDS = {kind.value: kind for kind in ProvisionKind}
_ITEMS = frozenset({"subpoint", "letter", "levels"})
_CLOSING_QUOTE = re.compile(r"[»\"”]\s?[;.,]?$")
_DEEPEST = 6  # lists inside lists: beyond that nobody counts, and the text is noise
_STRUCTURAL = UNITS | STAMPS | {"point", "roman"} | _ITEMS


@dataclass(slots=True)
class Node:
    """A provision in the making; ``last`` and ``close`` are set when it is left.

    ``quoted`` numbers the stretch of quoted new text it stands in (0: none).
    """

    kind: ProvisionKind
    rank: int
    number: str | None
    parent: int
    start: int
    label: int
    body: int
    end: int
    zone: ZoneKind
    inline: bool
    style: str
    quoted: int = 0
    last: int = 0
    close: int = 0
    fragment: bool = False


class TreeBuilder:
    """Places the lines of one text in a tree."""

    def __init__(self, text: str, lines: list[Line]) -> None:
        self._text = text
        self._lines = lines
        self._nodes = [
            Node(ProvisionKind.ACT, 0, None, -1, 0, 0, 0, 0, ZoneKind.NORM, inline=False, style="")
        ]
        self._stack = [0]
        self._floor = 1  # how much of the stack a stretch of quoted text may not leave
        self._quoted = 0
        self._coming = _coming_labels(lines)

    def build(self) -> list[Node]:
        """The nodes in text order, the act itself first."""
        place = 0
        while place < len(self._lines):
            line = self._lines[place]
            if line.quoted != self._quoted:
                self._enter_quote(line.quoted)
            head = line.head
            if head in _ITEMS:
                self._item(line)
            elif head == "point":
                self._unit(line, ProvisionKind.POINT)
            elif head in STAMPS and not self._is_form_stamp(line):
                place = self._stamp(place)
            elif head in UNITS:
                self._unit(line, _KINDS[head])
            elif head == "roman":
                self._roman(line)
            else:
                self._indent(line, place)
            place += 1
        self._leave(0)
        self._nodes[0].close = len(self._text)
        return self._nodes

    def _enter_quote(self, stretch: int) -> None:
        """Quoted text hangs under the instruction before it and never closes what is outside."""
        if self._quoted:
            self._leave(self._floor)
        self._quoted = stretch
        self._floor = len(self._stack) if stretch else 1

    def _add(self, line: Line, kind: ProvisionKind, *, style: str = "", leaf: bool = False) -> None:
        zone = ZoneKind.NORM
        if _RANKS[kind] < _POINT and not (kind is ProvisionKind.ARTICLE and self._is_norm(line)):
            zone = ZoneKind.HEADING
        if line.head in {"note", "contents"}:
            zone = ZoneKind.NOTE
        elif line.quoted and zone is ZoneKind.NORM:
            zone = ZoneKind.INSERTED
        elif line.order:
            zone = ZoneKind.INSTRUCTION
        elif line.head == "title":
            zone = ZoneKind.HEADING
        index = len(self._nodes)
        self._nodes.append(
            Node(
                kind,
                _RANKS[kind],
                line.number,
                self._stack[-1],
                line.start,
                line.label,
                line.body,
                line.end,
                zone,
                line.inline,
                style,
                line.quoted,
                index + 1,
                line.end,
                line.fragment,
            )
        )
        if not leaf:
            self._stack.append(index)

    def _is_norm(self, line: Line) -> bool:
        """Whether the line of an article is its first sentence: headings have no full stop."""
        words = self._text[line.body : line.end]
        return (_CLOSING_QUOTE.sub("", words) if line.quoted else words).endswith((".", ":"))

    def _leave(self, depth: int) -> None:
        """Close the open nodes above a depth of the stack."""
        count, stack = len(self._nodes), self._stack
        end = self._nodes[-1].end
        while len(stack) > depth:
            node = self._nodes[stack.pop()]
            node.last, node.close = count, end

    def _leave_rank(self, rank: int) -> None:
        """Close what is of a rank or lower."""
        stack, nodes = self._stack, self._nodes
        depth = len(stack)
        while depth > self._floor and nodes[stack[depth - 1]].rank >= rank:
            depth -= 1
        if depth < len(stack):
            self._leave(depth)

    def _unit(self, line: Line, kind: ProvisionKind) -> None:
        self._leave_rank(_RANKS[kind])
        self._add(line, kind)

    def _roman(self, line: Line) -> None:
        """«I. Общие положения»: a section, or inside a chapter one level below it."""
        kinds = {self._nodes[index].kind for index in self._stack}
        inside = ProvisionKind.PARAGRAPH in kinds or ProvisionKind.CHAPTER in kinds
        if not inside:
            self._unit(line, ProvisionKind.SECTION)
            return
        self._leave_rank(_RANKS[ProvisionKind.ARTICLE])
        top = self._nodes[self._stack[-1]]
        if top.style == "roman" and len(self._stack) > self._floor:
            self._leave(len(self._stack) - 1)
        self._add(line, ProvisionKind.PARAGRAPH, style="roman")

    def _is_form_stamp(self, line: Line) -> bool:
        """«УТВЕРЖДАЮ» inside an annex is a box of its form."""
        inside = len(self._stack) > 1 and self._nodes[self._stack[1]].rank <= _ANNEX
        return inside and self._text.startswith(("УТВЕРЖДАЮ", "БЕКІТЕМІН"), line.label)

    def _stamp(self, place: int) -> int:
        """An annex or an approved instrument with its title; returns the last line used."""
        line = self._lines[place]
        last = place
        while last + 1 < len(self._lines) and self._lines[last + 1].head in STAMPS:
            last += 1  # two stamps in a row: the new annex and the annex it replaces
        end = self._lines[last].end
        stamp = self._text[line.start : end]
        titled = last + 1 < len(self._lines) and self._lines[last + 1].head == "title"
        title = self._lines[last + 1] if titled else None
        words = self._text[title.start : title.end] if title else ""
        kind = ProvisionKind.INSTRUMENT if is_instrument(stamp, words) else ProvisionKind.ANNEX
        self._leave_rank(_ANNEX if is_of_instrument(stamp) else _RANKS[ProvisionKind.INSTRUMENT])
        self._add(line, kind)
        node = self._nodes[-1]
        node.label = end
        node.body = title.start if title else end
        node.end = node.close = title.end if title else end
        return last + 1 if titled else last

    def _item(self, line: Line) -> None:
        number = line.number or ""
        style = line.head if line.head != "levels" else f"levels{number.count('.')}"
        nodes, stack = self._nodes, self._stack
        top = nodes[stack[-1]]
        depth = self._depth_of(style)
        if line.head == "levels" and depth is None and not self._is_under(number):
            self._unit(line, ProvisionKind.POINT)
            return
        if not (is_first(number) and self._introduces(top)):
            if depth is not None:
                self._leave(depth)
            else:
                self._leave_indents()
        if self._lists_open() >= _DEEPEST:
            self._leave(len(self._stack) - 1)
        self._add(line, ProvisionKind.SUBPOINT, style=style)

    def _depth_of(self, style: str) -> int | None:
        """How deep the stack is above the innermost open item of a style."""
        stack, nodes = self._stack, self._nodes
        for depth in range(len(stack) - 1, self._floor - 1, -1):
            node = nodes[stack[depth]]
            if node.style == style:
                return depth
            if node.rank < _SUBPOINT:
                return None
        return None

    def _is_under(self, number: str) -> bool:
        """Whether «1.2.» or «1.2)» stands in a point that bears the first numbers."""
        stem = number.rpartition(".")[0]
        return any(
            node.number == stem and node.rank >= _POINT
            for node in (self._nodes[index] for index in self._stack[-_DEEPEST:])
        )

    def _introduces(self, node: Node) -> bool:
        return node.end > node.body and self._text[node.end - 1] == ":"

    def _lists_open(self) -> int:
        count = 0
        for index in reversed(self._stack):
            if self._nodes[index].rank < _SUBPOINT:
                break
            count += self._nodes[index].rank == _SUBPOINT
        return count

    def _leave_indents(self) -> None:
        """Close open paragraphs, except one that introduces a list."""
        stack, nodes = self._stack, self._nodes
        depth = len(stack)
        while depth > self._floor and nodes[stack[depth - 1]].rank == _INDENT:
            if self._introduces(nodes[stack[depth - 1]]):
                break
            depth -= 1
        if depth < len(stack):
            self._leave(depth)

    def _indent(self, line: Line, place: int) -> None:
        if line.head == "lower":
            self._lower_indent(line)
            return
        self._leave(self._depth_for_paragraph(place))
        leaf = line.head in {"note", "contents"}
        self._add(line, ProvisionKind.INDENT, leaf=leaf, style="paragraph")

    def _lower_indent(self, line: Line) -> None:
        """An item without a number: in the item before it, or under the words that introduce it."""
        stack, nodes = self._stack, self._nodes
        if len(stack) > self._floor and nodes[stack[-1]].style == "lower":
            self._leave(len(stack) - 1)
        elif nodes[stack[-1]].style == "paragraph" and (
            not self._introduces(nodes[stack[-1]]) or (nodes[-1].quoted and not line.quoted)
        ):  # a colon before quoted text introduces that text alone
            self._leave_rank(_INDENT)
        self._add(line, ProvisionKind.INDENT, style="lower")

    def _depth_for_paragraph(self, place: int) -> int:
        """How much of the stack stays open above a paragraph that begins with a capital."""
        stack, nodes = self._stack, self._nodes
        coming = self._coming[place]
        after = self._lines[coming] if coming >= 0 else None
        depth = len(stack)
        while depth > self._floor and nodes[stack[depth - 1]].rank >= _SUBPOINT:
            node = nodes[stack[depth - 1]]
            if node.rank == _SUBPOINT and after is not None and _goes_on(node, after):
                return depth
            depth -= 1
        return depth


def _goes_on(node: Node, line: Line) -> bool:
    """Whether a label is the next one of the list the item stands in."""
    if line.number is None or node.number is None or line.inline:
        return False
    style = line.head if line.head != "levels" else f"levels{line.number.count('.')}"
    return (
        style == node.style
        and is_later(line.number, node.number)
        and (follows(line.number, node.number) or not is_first(line.number))
    )


def _coming_labels(lines: list[Line]) -> list[int]:
    """For each line the index of the next labelled line in the same stretch, and outside of quoted
    text beyond what is quoted; -1 when none is."""
    coming = [-1] * len(lines)
    outer = inner = -1
    for place in range(len(lines) - 1, -1, -1):
        line = lines[place]
        if inner >= 0 and lines[inner].quoted != line.quoted:
            inner = -1
        coming[place] = inner if line.quoted else outer
        if line.head in _STRUCTURAL:
            if line.quoted:
                inner = place
            else:
                outer = place
    return coming
