"""A paragraph with its head read, and what can be asked of its words."""

from __future__ import annotations

import re
from dataclasses import dataclass

ENDS = ".;:!?"
QUOTES = '«"“„'
MARKUP = " \t\r\n*_|"
_OPEN = re.compile(
    r"[,(]$|(?<!\S)(?:во?|и|на|со?|по|к|об?|от|до|за|из|у|не|или|либо|для|при|под|над|без|также"
    r"|между|через|Закон(?:ом|а)|№|және|мен)$"
)
_TAIL = 12  # characters: longer than any word that leaves a sentence open


@dataclass(slots=True)
class Line:
    """A paragraph: one line of the text, or several that belong together.

    ``text[start:label]`` is the markup and the label (empty for an unlabelled paragraph) and
    ``text[body:end]`` the words. ``head`` is the kind of head read: a name of ``heads``, "title"
    after a stamp, "chapter" for a promoted heading, or empty. ``gap`` says that a blank line
    stands before, ``tail`` where the last physical line begins. ``quoted`` numbers the stretch of
    quoted new text it stands in (0: none). ``order`` marks the pieces of an instruction that quotes
    new words in its midst, ``fragment`` such new words themselves.
    """

    start: int
    label: int
    body: int
    end: int
    head: str
    number: str | None
    gap: bool
    indent: int
    tail: int
    quoted: int = 0
    order: bool = False
    fragment: bool = False
    inline: bool = False


def is_hollow(line: Line) -> bool:
    """Whether a label stands alone on its line."""
    return line.body >= line.end


def has_ended(text: str, line: Line) -> bool:
    """Whether a paragraph ends like a sentence or a list item."""
    end = line.end - 1
    while end > line.start and text[end] in MARKUP:
        end -= 1
    return text[end] in ENDS


def is_open(text: str, line: Line) -> bool:
    """Whether a paragraph stops where no sentence can: at a comma or a preposition."""
    return bool(_OPEN.search(text, max(line.start, line.end - _TAIL), line.end))
