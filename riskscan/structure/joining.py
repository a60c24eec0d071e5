"""Joining: does an unlabelled line go on with the paragraph before it?"""

from __future__ import annotations

import re

from riskscan.structure.heads import STAMPS, UNITS
from riskscan.structure.labels import LONGEST_HEADING
from riskscan.structure.layout import Layout
from riskscan.structure.line import MARKUP, QUOTES, Line, has_ended, is_hollow, is_open
from riskscan.structure.words import PREDICATE

_LONGEST_TITLE = 60  # words, of a stamp as well
_LONGEST_BARE_NOTE = 30  # characters: «Примечание ИЗПИ!»
_MARGIN = 2  # blanks before a line that still begins at the margin
_TITLE = re.compile(
    r"(?i)[«\"“]?(?:правил|положени|инструкци|методик|стандарт|регламент|требовани|перечень|порядок"
    r"|устав|форма|типов|критери|размер|состав|список|номенклатура|квалификационн|санитарн|техническ"
    r"|план|программа|норм|бюджет|заявлени|структура|классификатор|схема|заявка|анкета|акт|журнал"
    r"|реестр|паспорт|договор|отчет|сведения|расчет|шкала|описание|лимиты|ставки|тарифы|расписка"
    r"|қағида|ереже|нұсқаулық|әдістеме|тізбе|нысан)"
)
_STAMP_DONE = re.compile(r"(?:№|\bN)\s*\S{0,20}$|\bгода?$|-қосымша$")
_STAMP_OF_ACT = re.compile(
    r"(?i)утвержд|\bк\s+(?:приказ|постановлени|решени|распоряжени|указ|закон|кодекс|договор)"
)
_STAMP_OF_RULES = re.compile(r"\bк\s+(?!приказ|постановлени|решени|распоряжени|указ)")
_AFTER_TITLE = re.compile(
    r"(?:Приказ|Закон|Кодекс|Постановление|Решение|Указ|Распоряжение|В соответствии|На основании"
    r"|В целях|Настоящ\w+|[А-ЯЁ]{6,} ?[А-ЯЁ]*:|Сноска)(?!\w)"
)


class Joiner:
    """Judges the unlabelled lines of one text."""

    def __init__(self, text: str, layout: Layout) -> None:
        self._text = text
        self._layout = layout

    def joins(self, previous: Line, line: Line, first: int, *, opening: bool) -> bool:
        """Whether a line belongs to the paragraph before it.

        ``first`` is where its words begin, after the markup; ``opening``: the paragraph before is
        the first one of the text, where the title stands.
        """
        text = self._text
        if previous.head in STAMPS:
            return self._goes_on_stamp(previous, line, first)
        if is_hollow(previous) or self._is_bare_note(previous):
            return self._fills(previous, line)
        if line.head == "glue" and not line.gap:
            return not (previous.head == "title" and text[first] == "№")  # a table under a title
        if text[line.start] in "|#" or text[previous.start] == "|":
            return False
        if previous.head == "note" and line.head == "lower" and self._hangs(previous, line):
            return True
        if opening and not previous.head and _AFTER_TITLE.match(text, line.start):
            return False
        lower = line.head == "lower" or text[first] == "("
        if self._layout.wrapped:
            return self._goes_on_wrapped(previous, line, lower=lower)
        if line.gap:
            return False
        if has_ended(text, previous):
            return self._goes_on_capitals(previous, line)
        return (
            lower
            or previous.indent >= _MARGIN > line.indent
            or is_open(text, previous)
            or self._goes_on_title(previous, line, opening=opening)
        )

    def _goes_on_wrapped(self, previous: Line, line: Line, *, lower: bool) -> bool:
        """In hard-wrapped text: over a page break, and from a full line to the margin."""
        layout = self._layout
        ended = has_ended(self._text, previous)
        if line.gap:
            return lower and not ended and line.indent <= _MARGIN
        if layout.indented and line.indent > _MARGIN:
            return previous.head == "title" and lower and not ended
        full = previous.end - previous.tail >= layout.full
        if previous.head == "title":
            return not ended and (lower or full)
        return not ended or (full and (layout.indented or layout.spaced))

    def _hangs(self, note: Line, line: Line) -> bool:
        """Whether a line in small letters still belongs to a note."""
        beside = not line.gap and note.indent >= _MARGIN > line.indent
        return beside or self._text[note.end - 1] in ":;"

    def _is_bare_note(self, line: Line) -> bool:
        short = line.end - line.start < _LONGEST_BARE_NOTE
        return line.head == "note" and short and self._text[line.end - 1] in "!:"

    def _fills(self, previous: Line, line: Line) -> bool:
        """Whether a line gives its words to a label, or a note, that stands alone."""
        text = self._text
        if previous.head in {"article", "part"}:
            return False
        if previous.head in UNITS:
            return not has_ended(text, line) and line.end - line.start <= LONGEST_HEADING
        return text[line.start] not in "|#"

    def _goes_on_stamp(self, previous: Line, line: Line, first: int) -> bool:
        """Whether a line belongs to the stamp «Утверждены приказом … от … № …»."""
        text = self._text
        stamp = text[previous.start : previous.end].rstrip(MARKUP)
        if not line.gap and (line.head == "glue" or text[first] == "№"):
            return True
        if text[line.start] == "#" or len(stamp.split()) > _LONGEST_TITLE:
            return False
        if line.head == "lower":
            return True
        opened = stamp.count('"') % 2 == 1 or stamp.count("«") > stamp.count("»")
        names = opened or text[first - 1] in QUOTES
        if names and not line.gap and _STAMP_OF_RULES.search(stamp):
            return True
        if line.gap or _STAMP_DONE.search(stamp) or _TITLE.match(text, first):
            return False
        return bool(_STAMP_OF_ACT.search(stamp)) or is_open(text, previous)

    def _goes_on_title(self, previous: Line, line: Line, *, opening: bool) -> bool:
        """Whether a line belongs to the title of the act or of an annex."""
        text = self._text
        if previous.head == "title":
            titled = text[line.start] in QUOTES or self._both_capitals(previous, line)
        else:
            titled = opening and not PREDICATE.search(text, previous.body, previous.end)
        return (
            titled
            and not has_ended(text, line)
            and len(text[previous.start : previous.end].split()) <= _LONGEST_TITLE
            and not _AFTER_TITLE.match(text, line.start)
        )

    def _goes_on_capitals(self, previous: Line, line: Line) -> bool:
        """A heading in capitals may hold a full stop: «ДЕЯТЕЛЬНОСТЬ.⏎ТАЙНА»."""
        return previous.head in UNITS and self._both_capitals(previous, line)

    def _both_capitals(self, previous: Line, line: Line) -> bool:
        text = self._text
        return (
            text[previous.body : previous.end].isupper() and text[line.start : line.end].isupper()
        )
