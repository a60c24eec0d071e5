"""A page read from top to bottom: which of its words are the document's, and in which lines."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace

from riskscan.reading.builder import TextBuilder
from riskscan.reading.html_elements import (
    BLOCKS,
    CELLS,
    COUNTED,
    DRAWN,
    ENDS,
    FURNITURE_OF_PAGE,
    LISTS,
    LOST,
    ROLES,
    SILENT,
    TABLE_PARTS,
    VOID,
    WORD_PART,
    classes,
    is_dot,
    is_editorial,
    is_hidden,
)
from riskscan.reading.html_lines import BREAK, LINE_END, SPACE, LineWriter, Place
from riskscan.reading.html_lists import Lists
from riskscan.reading.html_styles import StyleSheets
from riskscan.reading.html_tables import Tables
from riskscan.reading.html_tokens import End, Start, Text, resolve, tokens
from riskscan.text.document import Part

NO_PLACE = -1


@dataclass(frozen=True, slots=True)
class State:
    """How words are read at one place of the page.

    ``lost`` says why they do not become text: a kind of what was not read, "" for what no reader
    sees, None for words that are read.
    """

    lost: str | None = None
    note: bool | None = False
    raised: bool = False
    preformatted: bool = False
    own: bool = False  # inside an article or the main part
    slogan: bool = False  # where the legal database prints the title above the act
    footnote: bool = False


class PageReader:
    """Follows the tags of one page; ``of_database``: it is a page of a database of legal acts.

    Of such a page only the act is read, its title and requisites included.
    """

    def __init__(self, builder: TextBuilder, tally: Counter[str], *, of_database: bool) -> None:
        self._tally = tally
        self._of_database = of_database
        self._writer = LineWriter(builder, tally)
        self._tables = Tables()
        self._lists = Lists()
        self._styles = StyleSheets()
        self._state = State(lost="site-furniture" if of_database else None)
        self._open: list[tuple[str, State]] = []
        self._places: dict[str, list[int]] = {}
        self._anchor: str | None = None
        self._lost: set[str] = set()  # what the block has lost so far

    def read(self, html: str) -> None:
        """Read the whole page."""
        for token in tokens(html):
            if isinstance(token, Text):
                self._text(token.text)
            elif isinstance(token, Start):
                self._start(token.name, token.attributes)
            elif isinstance(token, End):
                self._end(token)
            elif self._state.lost != "":
                self._styles.add(token.css, token.media)
        self._end_block()
        self._writer.close()

    def _text(self, text: str) -> None:
        state = self._state
        if state.lost is not None:
            if state.lost and not text.isspace():
                self._lost.add(state.lost)
            return
        if state.preformatted:
            text = LINE_END.join(text.replace("\r\n", "\n").split("\n"))
        else:
            text = SPACE.sub(" ", text)
        add = self._writer.add_superscript if state.raised else self._writer.add
        for number, line in enumerate(text.split(LINE_END)):
            if number:
                self._writer.add(LINE_END, self._anchor, note=state.note)
            add(line, self._anchor, note=state.note)

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        if name in BLOCKS:
            for ended in ENDS[name]:
                self._close_innermost(ended)
            self._end_block()
            self._enter_block(name, attributes)
        if self._state.lost is None:
            self._note_place(name, attributes)
        if name in VOID:
            return
        self._places.setdefault(name, []).append(len(self._open))
        self._open.append((name, self._state))
        self._state = self._inside(name, attributes)

    def _enter_block(self, name: str, attributes: dict[str, str]) -> None:
        if name == "table":
            self._tables.enter()
        elif name == "tr":
            self._tables.next_row()
        elif name in CELLS:
            self._tables.next_cell(attributes)
        elif name in LISTS:
            self._lists.enter(name, attributes)
        elif name == "li":
            label = self._lists.label(attributes)
            if self._state.lost is None and not self._is_hidden(name, attributes):
                self._writer.label(label)

    def _note_place(self, name: str, attributes: dict[str, str]) -> None:
        """Keep the anchor of an element, and what it shows beside words."""
        anchor = attributes.get("id") or (attributes.get("name") if name == "a" else None)
        if anchor:
            self._anchor = resolve(anchor)
        if name == "br":
            self._writer.add(BREAK, self._anchor, note=None)
        elif name == "img" and not is_dot(attributes):
            self._tally["image"] += 1
        elif name in DRAWN or name in COUNTED:
            self._tally[DRAWN.get(name) or COUNTED[name]] += 1

    def _inside(self, name: str, attributes: dict[str, str]) -> State:
        """How the words inside an element are read."""
        state = self._state
        if self._is_act(name, attributes) or (state.slogan and name in ("h1", "p")):
            state = replace(state, lost=None, own=True, slogan=False)
        if name in ("article", "main"):
            state = replace(state, own=True)
        if self._of_database and "slogan" in classes(attributes):
            state = replace(state, slogan=True)
        if name == "pre":
            state = replace(state, preformatted=True)
        elif name == "sup":
            state = replace(state, raised=True)
        if state.lost is not None:
            return state
        if self._of_database and is_editorial(attributes):
            state = replace(state, note=True)
        elif name == "a" and state.note is False and self._of_database:
            state = replace(state, note=None)
        return self._losing(state, name, attributes)

    def _losing(self, state: State, name: str, attributes: dict[str, str]) -> State:
        if name in SILENT or name in DRAWN:
            return replace(state, lost="")
        if self._is_hidden(name, attributes):
            return replace(state, lost="hidden-text")
        if name in LOST:
            return replace(state, lost=LOST[name])
        of_page = name in FURNITURE_OF_PAGE and not state.own
        if of_page or attributes.get("role", "").lower() in ROLES:
            return replace(state, lost="site-furniture")
        part = WORD_PART.search(attributes.get("style", ""))
        if part is None:
            return state
        if part[1].lower() in ("header", "footer"):
            return replace(state, lost="header-footer")
        if part[1].lower() == "comment":
            return replace(state, lost="comment")
        return replace(state, footnote=True)

    def _is_hidden(self, name: str, attributes: dict[str, str]) -> bool:
        return is_hidden(attributes) or self._styles.hide(name, attributes)

    def _is_act(self, name: str, attributes: dict[str, str]) -> bool:
        """Whether an element of a page of the database holds the act."""
        if not self._of_database or self._state.lost != "site-furniture":
            return False
        names = classes(attributes)
        return (
            name == "article"
            or "commentable-div" in names
            or ("container_gamma" in names and "text" in names)
        )

    def _end(self, token: End) -> None:
        name = token.name
        if name in BLOCKS or name == "br":
            self._end_block()
        self._close_innermost(name)

    def _close_innermost(self, name: str) -> None:
        """Leave an element and all that is open inside it; a cell holds in what it holds."""
        places = self._places.get(name)
        if not places or places[-1] < self._floor(name):
            return
        depth = places[-1]
        if name in BLOCKS:
            self._end_block()
        while len(self._open) > depth:
            closed, self._state = self._open.pop()
            self._places[closed].pop()
            if closed == "table":
                self._tables.leave()
            elif closed in LISTS:
                self._lists.leave()
            elif closed == "li":
                self._writer.label("")

    def _floor(self, name: str) -> int:
        """The innermost place that the end of an element cannot reach beyond."""
        if name == "table":
            return NO_PLACE
        holders = ("table",) if name in TABLE_PARTS else ("td", "th", *self._lists_around(name))
        return max((self._places.get(each) or [NO_PLACE])[-1] for each in holders)

    def _lists_around(self, name: str) -> frozenset[str]:
        """An item is ended by the next one of its own list only."""
        return LISTS if name == "li" else frozenset()

    def _end_block(self) -> None:
        for lost in self._lost:
            self._tally[lost] += 1
        self._lost.clear()
        part: Part = "footnote" if self._state.footnote else "body"
        cell = self._tables.cell
        if cell is not None and part == "body":
            part = "table"
        self._writer.end_block(Place(part, cell))
