"""Word fields: the instruction is dropped, the result Word stored last is read."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from lxml.etree import _Element

from riskscan.reading.ooxml import w

FIELD_CHARACTER = w("fldChar")
KIND = w("fldCharType")
DELETED = (w("del"), w("moveFrom"))
# Index and table entries show nothing by design.
SILENT = frozenset(("XE", "TC", "TA", "RD"))


@dataclass(slots=True)
class OpenField:
    """A field being read, first its instruction, then its result."""

    instruction: str = ""  # the first piece is enough to know the field's name
    in_result: bool = False


class Fields:
    """Follows complex fields through one story; tallies those without a stored result.

    Only whole fields count: one that is never closed must not swallow the text after it.
    """

    def __init__(self, story: _Element, tally: Counter[str]) -> None:
        self._tally = tally
        self._whole = whole_fields(story)
        self._open: list[OpenField] = []
        self._instructions = 0

    @property
    def in_instruction(self) -> bool:
        """Whether what is being read belongs to an instruction and is not shown."""
        return self._instructions > 0

    def character(self, element: _Element) -> None:
        """Read a ``w:fldChar``."""
        if element not in self._whole:
            return
        kind = element.get(KIND)
        if kind == "begin":
            self._open.append(OpenField())
            self._instructions += 1
        elif self._open:
            self._go_on(self._open[-1], kind == "end")

    def _go_on(self, field: OpenField, ends: bool) -> None:
        """Pass from the instruction to the result, or out of the field."""
        if not field.in_result:
            field.in_result = True
            self._instructions -= 1
            if ends:
                self.without_result(field.instruction)
        if ends:
            self._open.pop()

    def instruction(self, text: str) -> None:
        """Read a ``w:instrText``."""
        if self._open and not self._open[-1].in_result:
            field = self._open[-1]
            field.instruction = field.instruction or text.strip()

    def without_result(self, instruction: str) -> None:
        """Note a field that shows something only Word can compute."""
        name, _, _ = instruction.strip().partition(" ")
        if name.upper() not in SILENT:
            self._tally["field-code"] += 1


def whole_fields(story: _Element) -> set[_Element]:
    """The characters of the fields that are both opened and closed in what is kept."""
    whole: set[_Element] = set()
    unclosed: list[list[_Element]] = []
    for element in story.iter(FIELD_CHARACTER):
        if next(element.iterancestors(*DELETED), None) is not None:
            continue
        kind = element.get(KIND)
        if kind == "begin":
            unclosed.append([element])
        elif unclosed and kind in ("separate", "end"):
            unclosed[-1].append(element)
            if kind == "end":
                whole.update(unclosed.pop())
    return whole
