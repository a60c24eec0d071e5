"""Paragraphs: lines with their heads read, and lines broken by hand put together again.

A number at the beginning of a line is not yet a provision: in hard-wrapped text it may be the end
of a citation ("пунктом⏎5. настоящих"). A label is accepted when the paragraph before has ended, or
when the number is the one the list goes on with.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from riskscan.structure.heads import LINE, NUMBERED, STAMPS, UNITS
from riskscan.structure.layout import Layout
from riskscan.structure.numbering import follows, is_first, normal
from riskscan.structure.words import PREDICATE

ENDS = ".;:!?"
QUOTES = '«"“„'
_MARKUP = " \t\r\n*_|"
_LONGEST_STAMP = 60  # words
_LONGEST_HEADING = 300
_CITING = re.compile(
    r"(?:пункт|стать|част|абзац|глав|раздел|приложени|тармақ|бап|баб|№|\bN)[\w-]*"
    r"(?:[\s\d,)(.–-]|\b(?:и|или|және)\b)*$"
)
_ABBREVIATED = frozenset({"ст.", "п.", "пп.", "гл.", "ч.", "(ст.", "(п."})
_OPEN_WORDS = frozenset(
    (
        "в",
        "во",
        "и",
        "на",
        "с",
        "со",
        "по",
        "к",
        "о",
        "об",
        "от",
        "до",
        "за",
        "из",
        "у",
        "не",
        "или",
        "либо",
        "для",
        "при",
        "под",
        "над",
        "без",
        "также",
        "между",
        "через",
        "Законом",
        "Закона",
        "№",
        "және",
        "мен",
    )
)
_FIRST_OF_TITLES = (
    "Правил",
    "Положени",
    "Инструкци",
    "Методик",
    "Стандарт",
    "Регламент",
    "Требовани",
    "Перечень",
    "Порядок",
    "Устав",
    "Форма",
    "Типов",
    "Критери",
    "Размер",
    "Состав",
    "Список",
    "Номенклатура",
    "Квалификационн",
    "Санитарн",
    "Техническ",
    "План",
    "Программа",
    "Норм",
    "Бюджет",
    "Заявлени",
    "Структура",
    "Классификатор",
    "Схема",
    "Заявка",
    "Анкета",
    "Акт",
    "Журнал",
    "Реестр",
    "Паспорт",
    "Договор",
    "Отчет",
    "Сведения",
    "Расчет",
    "Шкала",
    "Описание",
    "Лимиты",
    "Ставки",
    "Тарифы",
    "Расписка",
    "Қағида",
    "Ереже",
    "Нұсқаулық",
    "Әдістеме",
    "Тізбе",
    "Нысан",
)
_TITLES = re.compile(
    '[«"“]?(?:' + "|".join(f"{word}|{word.upper()}" for word in _FIRST_OF_TITLES) + ")"
)
_STAMP_DONE = re.compile(r"(?:№|\bN)\s*\S{0,20}$|\bгода?$|-қосымша$")
_STAMP_OF_ACT = re.compile(
    r"(?i)утвержд|\bк\s+(?:приказ|постановлени|решени|распоряжени|указ|закон|кодекс|договор)"
)
_STAMP_OF_RULES = re.compile(r"\bк\s+(?!приказ|постановлени|решени|распоряжени|указ)")
_BODY_OPENS = re.compile(
    r"(?:Приказ|Закон|Кодекс|Постановление|Решение|Указ|Распоряжение|В соответствии|На основании"
    r"|В целях|Настоящ\w+|[А-ЯЁ]{6,} ?[А-ЯЁ]*:|Сноска)(?!\w)"
)
_ANNEX_OF = re.compile(r"\s*(?:[кК]\s|№|\(|$)")


@dataclass(slots=True)
class Line:
    """A paragraph: one line of the text, or several that belong together.

    ``text[start:label]`` is the markup and the label (empty for an unlabelled paragraph) and
    ``text[body:end]`` the words. ``head`` is the kind of head read. ``tail`` is where the last
    physical line begins. ``quoted`` numbers the stretch of quoted new text it stands in (0: none).
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
    inline: bool = False


class LineReader:
    """Reads the paragraphs of one text."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._layout = Layout.of(text)
        self._lines: list[Line] = []
        self._last_numbers: dict[str, str] = {}

    def read(self) -> list[Line]:
        """All paragraphs in text order; blank ones are left out."""
        text = self._text
        for found in LINE.finditer(text):
            start, end = found.end(1), found.end()
            while end > start and text[end - 1].isspace():
                end -= 1
            if end > start:
                self._take(found, start, end)
        return self._lines

    def _take(self, found: re.Match[str], start: int, end: int) -> None:
        text = self._text
        begin = found.start()
        newline = text.rfind("\n", begin, start)
        head = found.lastgroup or ""
        line = Line(
            start=start,
            label=start,
            body=start,
            end=end,
            head=head,
            number=None,
            gap=newline >= 0,
            indent=start - (newline + 1 if newline >= 0 else begin),
            tail=start,
        )
        previous = self._lines[-1] if self._lines else None
        if head and head not in {"lower", "glue"}:
            self._read_label(found, line)
            if not self._is_label(previous, line):
                broken = head in NUMBERED and self._is_left_open(previous, line)
                line.head, line.number = "glue" if broken else "", None
                line.label = line.body = start
        if not line.number and line.head in {"", "lower", "glue"} and previous is not None:
            if found.end(2) >= end or self._joins(previous, line, found.end(2)):
                if previous.body >= previous.end and previous.head not in STAMPS:
                    previous.body = start
                previous.end, previous.tail = end, start
                return
            if previous.head in STAMPS and not self._ended(line):
                line.head = "title"
        if line.number and line.head in NUMBERED:
            self._last_numbers[line.head] = line.number
        self._lines.append(line)

    def _read_label(self, found: re.Match[str], line: Line) -> None:
        """Where the label ends and which number it holds."""
        text, head = self._text, line.head
        written, after = found.group(head), found.end(head)
        if head in NUMBERED:
            line.number = normal(written)
            line.label = after + (after < line.end and text[after] in ".)")
        elif head in UNITS or head == "annex":
            line.number = number_in(written)
            line.label = after
        body = line.label
        while body < line.end and text[body].isspace():
            body += 1
        line.body = body

    def _is_label(self, previous: Line | None, line: Line) -> bool:
        head = line.head
        if head in UNITS:
            return self._is_unit(line)
        if head in STAMPS:
            return self._is_stamp(line)
        if head == "note":
            return True
        if head == "contents":
            return line.end - line.start <= 60
        if head == "roman" and (self._ended(line) or line.end - line.start > _LONGEST_HEADING):
            return False
        return self._is_numbered(previous, line)

    def _is_unit(self, line: Line) -> bool:
        """«Статья 50.» heads an article; «Статья 50 Закона … запрещает.» is a sentence."""
        if line.head == "part":
            return line.end - line.start <= 60
        text = self._text
        if text[line.label - 1] == "." or line.body >= line.end or text[line.body] in ".:–—":
            return True
        return (
            line.end - line.start <= _LONGEST_HEADING
            and not self._ended(line)
            and text[line.body].isupper()
        )

    def _is_stamp(self, line: Line) -> bool:
        if self._ended(line) or line.end - line.start > _LONGEST_HEADING:
            return False
        return line.head == "approval" or bool(_ANNEX_OF.match(self._text, line.label, line.end))

    def _is_numbered(self, previous: Line | None, line: Line) -> bool:
        """Whether a number at the beginning of a line is a label, and not a broken citation."""
        head, text = line.head, self._text
        if previous is None or previous.head in STAMPS:
            return True
        if previous.head in UNITS:
            return (
                line.gap
                or (line.number is not None and is_first(line.number))
                or not _CITING.search(text, max(previous.label, previous.end - 60), previous.end)
            )
        last = self._last_numbers.get(head)
        successor = last is not None and line.number is not None and follows(line.number, last)
        if (
            head == "levels"
            and text[line.label - 1] not in ".)"
            and not (successor or (line.number is not None and is_first(line.number)))
        ):
            return False
        if line.gap and not self._layout.wrapped:
            return True
        tail = text[max(previous.start, previous.end - 60) : previous.end]
        if tail[-1] in ENDS:
            return tail.split()[-1] not in _ABBREVIATED
        if previous.body >= previous.end:
            return True
        if _CITING.search(tail):
            return False
        if head == "point" and text[line.body : line.body + 1].islower():
            return False
        if self._is_broken(previous, line):
            return False
        return successor or not self._is_open(previous)

    def _is_left_open(self, previous: Line | None, line: Line) -> bool:
        """Whether a number that is no label closes what the line before it leaves open."""
        if previous is None or line.gap:
            return False
        tail = self._text[max(previous.start, previous.end - 12) : previous.end]
        return not self._ended(previous) or tail.split()[-1] in _ABBREVIATED

    def _is_broken(self, previous: Line, line: Line) -> bool:
        """Whether the line before was full and this one begins at the margin."""
        layout = self._layout
        return (
            layout.wrapped
            and layout.indented
            and line.indent < 3
            and previous.end - previous.tail >= layout.full
        )

    def _ended(self, line: Line) -> bool:
        """Whether the paragraph ends like a sentence or a list item."""
        end = line.end - 1
        while end > line.start and self._text[end] in _MARKUP:
            end -= 1
        return self._text[end] in ENDS

    def _is_open(self, line: Line) -> bool:
        """Whether the paragraph stops where no sentence can: at a comma or a preposition."""
        tail = self._text[max(line.start, line.end - 12) : line.end]
        return tail[-1] in ",(" or tail.split()[-1] in _OPEN_WORDS

    def _joins(self, previous: Line, line: Line, first: int) -> bool:
        """Whether an unlabelled line goes on with the paragraph before it.

        ``first`` is where its words begin, after the markup.
        """
        text, layout = self._text, self._layout
        hollow = previous.body >= previous.end and previous.head not in STAMPS
        if hollow or self._is_bare_note(previous):
            return previous.head not in {"article", "part"} and self._fills(previous, line)
        if line.head == "glue" and not line.gap:
            return True
        if previous.head == "note" and line.head == "lower":
            hanging = not line.gap and previous.indent >= 2 > line.indent
            if hanging or text[previous.end - 1] in ":;":
                return True
        if previous.head in STAMPS:
            return self._goes_on_stamp(previous, line, first)
        bar = text[line.start] == "|" or text[previous.start] == "|"
        if bar or (text[line.start] == "#"):
            return False
        lower = line.head == "lower" or text[first] == "("
        ended = self._ended(previous)
        if len(self._lines) == 1 and not previous.head and _BODY_OPENS.match(text, line.start):
            return False
        if layout.wrapped:
            if line.gap:
                return lower and not ended and line.indent < 3
            if layout.indented and line.indent >= 3:
                return previous.head == "title" and lower and not ended
            full = previous.end - previous.tail >= layout.full
            if previous.head == "title":
                return not ended and (lower or full)
            return not ended or (full and (layout.indented or layout.spaced))
        if line.gap or ended:
            return False
        return (
            lower
            or (previous.indent >= 2 > line.indent)
            or self._is_open(previous)
            or self._goes_on_title(previous, line)
        )

    def _is_bare_note(self, line: Line) -> bool:
        return (
            line.head == "note"
            and self._text[line.end - 1] in "!:"
            and (line.end - line.start < 30)
        )

    def _fills(self, previous: Line, line: Line) -> bool:
        """Whether an unlabelled line gives a label standing alone its words."""
        if previous.head in {"point", "subpoint", "letter", "levels"}:
            return self._text[line.start] != "|"
        if previous.head in UNITS:
            return not self._ended(line) and line.end - line.start <= _LONGEST_HEADING
        return self._text[line.start] != "#"

    def _goes_on_stamp(self, previous: Line, line: Line, first: int) -> bool:
        """Whether a line belongs to the stamp «Утверждены приказом … от … № …»."""
        text = self._text
        stamp = text[previous.start : previous.end].rstrip(_MARKUP)
        if len(stamp.split()) > _LONGEST_STAMP or text[line.start] == "#":
            return False
        if line.head == "lower":
            return True
        opened = stamp.count('"') % 2 == 1 or stamp.count("«") > stamp.count("»")
        if (opened or text[first - 1] in QUOTES) and not line.gap and _STAMP_OF_RULES.search(stamp):
            return True
        if line.gap or _STAMP_DONE.search(stamp) or _TITLES.match(text, first):
            return False
        return bool(_STAMP_OF_ACT.search(stamp)) or self._is_open(previous)

    def _goes_on_title(self, previous: Line, line: Line) -> bool:
        """Whether a line belongs to the title in the line before."""
        text = self._text
        if previous.head == "title":
            capitals = text[previous.body : previous.end].isupper()
            is_title = text[line.start] in QUOTES or (
                capitals and text[line.start : line.end].isupper()
            )
        else:
            is_title = len(self._lines) == 1 and not PREDICATE.search(
                text, previous.body, previous.end
            )
        return (
            is_title
            and not self._ended(line)
            and len(text[previous.start : previous.end].split()) <= _LONGEST_STAMP
            and not _BODY_OPENS.match(text, line.start)
        )


def number_in(label: str) -> str | None:
    """The number inside "Статья 5-2." or "5-2-бап."."""
    for piece in re.findall(r"\d+(?:[-–]\d+)*[¹²³⁴⁵⁶⁷⁸⁹⁰]*|[IVXLІХ]+(?:-\d+)?", label):
        return normal(piece)
    return None
