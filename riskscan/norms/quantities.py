"""Numbers with their units, in words or digits: «5 (пять) рабочих дней», «бес жұмыс күні».

Value and unit are the same for both languages, so that what two texts say can be compared.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from riskscan.norms.number_words import (
    DATES,
    MULTIPLIERS,
    cardinal,
    compound,
    day_kind,
    ordinal,
    unit_of,
)
from riskscan.text import Span

TERMS = frozenset(
    {"workday", "calendar-day", "day", "hour", "minute", "week", "month", "quarter", "year"}
)
AMOUNTS = frozenset({"mci", "tenge", "percent"})
DAYS: Mapping[str, float] = {
    "minute": 1 / 1440,
    "hour": 1 / 24,
    "day": 1,
    "calendar-day": 1,
    "workday": 1.4,
    "week": 7,
    "month": 30,
    "quarter": 91,
    "year": 365,
}
"""How many days a unit of time has."""
BARE = "bare"  # digits that count something we know no unit for
WORD = "word"  # a number word without a unit: it only says that the value is there

_TOKEN = re.compile(
    r"№\s?(?P<act>\d[\w/-]*)|(?P<number>\d{1,3}(?:[ \u00a0]\d{3})+(?!\d)(?:,\d+)?|\d+(?:[.,]\d+)?)"
    r"|(?P<word>[^\W\d_]+)|(?P<mark>[%()])"
)
_STOP = re.compile(r"[.,;:]")
_LONGEST_BRACKET = 8  # words
_REACH = 3  # words between a number and its unit


@dataclass(frozen=True, slots=True)
class Quantity:
    """A value such as "5" or "2018-11-13" with its unit."""

    value: str
    unit: str
    span: Span


@dataclass(frozen=True, slots=True)
class _Token:
    kind: str
    text: str
    span: Span


def quantities(text: str, span: Span, language: str) -> Iterator[Quantity]:
    """The dates, numbers of acts and quantities in a stretch of a text."""
    begin = span.start
    for found in DATES[language].finditer(text, *span):
        month = next(n for n in range(1, 13) if found[f"m{n}"])
        value = f"{month:02}-{int(found['day']):02}"
        value = f"{found['year']}-{value}" if found["year"] else value
        yield from _read(text, Span(begin, found.start()), language)
        yield Quantity(value, "date", Span(*found.span()))
        begin = found.end()
    yield from _read(text, Span(begin, span.end), language)


def _read(text: str, span: Span, language: str) -> Iterator[Quantity]:
    tokens = [_token(found) for found in _TOKEN.finditer(text, *span)]
    place = 0
    while place < len(tokens):
        token = tokens[place]
        if token.kind == "act":
            yield Quantity(token.text, "act", token.span)
        read = _Reader(text, tokens, place, language).read()
        if read is None:
            place += 1
            continue
        quantity, place = read
        yield quantity


def _token(found: re.Match[str]) -> _Token:
    kind = str(found.lastgroup)
    return _Token(kind, found[kind].lower(), Span(*found.span()))


class _Reader:
    """Reads one quantity that begins at a token."""

    def __init__(self, text: str, tokens: list[_Token], first: int, language: str) -> None:
        self._text = text
        self._tokens = tokens
        self._first = first
        self._language = language

    def read(self) -> tuple[Quantity, int] | None:
        """The quantity and the first token behind it; None when no number begins here."""
        first = self._tokens[self._first]
        value, place = self._value()
        if not place:
            return self._one_word(first)
        place = self._behind_bracket(place)
        while place < len(self._tokens) and self._tokens[place].text in MULTIPLIERS:
            value *= MULTIPLIERS[self._tokens[place].text]
            place += 1
        unit, end = self._unit(place)
        if unit is None:
            unit, end = BARE if first.kind == "number" else WORD, place
        return Quantity(f"{value:.10g}", unit, self._span(end)), end

    def _one_word(self, first: _Token) -> tuple[Quantity, int] | None:
        """«трехдневный», «третий», «трижды»."""
        if first.kind != "word":
            return None
        if self._language == "ru" and (together := compound(first.text)):
            value, unit = together
            end = self._first + 1
            if unit == "day" and self._first and self._is_workday(end):
                unit = "workday"
            return Quantity(str(value), unit, first.span), end
        order = ordinal(first.text)
        return (Quantity(order, WORD, first.span), self._first + 1) if order else None

    def _is_workday(self, place: int) -> bool:
        """«в пятидневный рабочий срок»."""
        near = self._tokens[place : place + 1]
        return bool(near) and day_kind(near[0].text, self._language) == "workday"

    def _value(self) -> tuple[float, int]:
        """The number in digits or words, and the first token behind it; 0 when there is none."""
        token = self._tokens[self._first]
        if token.kind == "number":
            return float(re.sub(r"[ \u00a0]", "", token.text).replace(",", ".")), self._first + 1
        total, last, place = 0.0, 1000, self._first
        while place < len(self._tokens):
            part = cardinal(self._tokens[place].text, self._language)
            if part == 100 and 0 < total < 10:  # «бес жүз»
                total, last = total * 100, 100
            elif part is not None and part < last:
                total, last = total + part, 1 if part % 10 else 10 ** (len(str(part)) - 1)
            else:
                break
            place += 1
        return (total, place) if place > self._first else (0, 0)

    def _behind_bracket(self, place: int) -> int:
        """Past «(пять)», the same number in words."""
        tokens = self._tokens
        if place + 1 >= len(tokens) or tokens[place].text != "(":
            return place
        if cardinal(tokens[place + 1].text, self._language) is None:
            return place
        for end in range(place + 1, min(place + _LONGEST_BRACKET, len(tokens))):
            if tokens[end].text == ")":
                return end + 1
        return place

    def _unit(self, place: int) -> tuple[str | None, int]:
        """The unit behind the number, and the first token behind the unit."""
        before = self._tokens[self._first - 1].text if self._first else ""
        day = day_kind(before, self._language)  # «күнтізбелік он күн»
        for end in range(place, min(place + _REACH, len(self._tokens))):
            if self._tokens[end].kind == "number" or self._stops(end):
                break
            word = self._tokens[end].text
            if kind := day_kind(word, self._language):
                day = kind
                continue
            unit = unit_of(word, self._language)
            if unit == "month" and self._is_index(end):
                return "mci", min(end + 3, len(self._tokens))
            if unit == "times" and self._amount_behind(end):
                return "mci", end + 1
            if unit:
                return day if unit == "day" and day else unit, end + 1
            if end > place:
                break
        return None, place

    def _stops(self, place: int) -> bool:
        """Whether a sentence or a member of a list ends before the token."""
        between = self._text[self._tokens[place - 1].span.end : self._tokens[place].span.start]
        return _STOP.search(between) is not None

    def _is_index(self, place: int) -> bool:
        """«месячных расчетных показателей», «айлық есептік көрсеткіш»."""
        words = self._tokens[place + 1 : place + 2]
        return bool(words) and words[0].text.startswith(("расчетн", "расчётн", "есептік"))

    def _amount_behind(self, place: int) -> bool:
        """«он еселенген айлық есептік көрсеткіш», «десятикратного размера … показателя»."""
        return any(
            token.text.startswith(("аек", "мрп", "есептік", "расчетн", "расчётн"))
            for token in self._tokens[place + 1 : place + 5]
        )

    def _span(self, end: int) -> Span:
        return Span(self._tokens[self._first].span.start, self._tokens[end - 1].span.end)
