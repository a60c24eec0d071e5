"""The day an act was adopted, as far as its own head says so; a draft has none.

Asked are the lines before the first numbered unit, then the stamp over what is approved. A title
names the dates of other acts («О внесении изменений в приказ … от …»), so a line counts only where
it begins with the form of the act or with the date, or in Kazakh ends with the form.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from datetime import date

from riskscan.structure.model import Act, ProvisionKind, ZoneKind

RUSSIAN_MONTHS = "января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря"
"""In the genitive, as alternatives of a regular expression."""

_KK_MONTHS = "қаңтар|ақпан|наурыз|сәуір|мамыр|маусым|шілде|тамыз|қыркүйек|қазан|қараша|желтоқсан"
_MONTHS = {
    name: number
    for months in (RUSSIAN_MONTHS, _KK_MONTHS)
    for number, name in enumerate(months.split("|"), 1)
}
_DATES = tuple(
    re.compile(pattern, re.I)
    for pattern in (
        rf"(?<!\d)(?P<day>\d{{1,2}})[»\"”]?\s+(?P<month>{RUSSIAN_MONTHS})\s+(?P<year>\d{{4}})",
        r"(?<!\d)(?P<day>\d{1,2})\.(?P<month>\d{2})\.(?P<year>\d{4})",
        rf"(?P<year>\d{{4}})\s+жыл\w*\s+(?P<day>\d{{1,2}})\s*(?P<month>{_KK_MONTHS})",
    )
)
_FORM = (
    r"(?:совместн\w+\s+)?(?:приказ|(?:нормативн\w+\s+)?постановление|решение|указ|распоряжение"
    r"|(?:конституционн\w+\s+)?закон|кодекс)\b"
)
_PLACE = r"(?:г(?:ород|\.)\s*\S+,?\s+)?(?:от\s+)?[«\"“]?\d"
_OPENS = re.compile(rf"[\s*#_|>]*(?:{_FORM}|{_PLACE})", re.I)
_KAZAKH_FORM = re.compile(
    r"\d{4}\s+жыл.{4,60}?(?:бұйрығы|қаулысы|шеш[іi]м[іi]|жарлығы|өк[іi]м[іi]|заңы|кодекс[іi])(?!\w)",
    re.I | re.S,
)
_EDITORS = re.compile(r"Сноска\b|\bИЗПИ\b|\bРЦПИ\b|Ескерту\b|ЗҚАИ|РҚАО")
_OPENING = 40  # provisions among which an act says when it was adopted


def adopted_on(act: Act) -> date | None:
    """The day of adoption; None for a draft, and where the head does not say."""
    return next((day for line in _lines(act) if (day := _day(line)) is not None), None)


def is_published(act: Act) -> bool:
    """Whether the notes of a publisher stand in an act: no draft has them."""
    text = act.document.text
    return any(
        zone.kind is ZoneKind.NOTE and _EDITORS.search(zone.span.of(text)) for zone in act.zones
    )


def _lines(act: Act) -> Iterator[str]:
    """The lines that may hold the date of this very act."""
    text = act.document.text
    for provision in itertools.islice(act.children(0), _OPENING):
        if provision.kind is not ProvisionKind.INDENT:
            break
        for line in provision.text.of(text).split("\n"):
            if _OPENS.match(line) or _KAZAKH_FORM.search(line):
                yield line
    for provision in act.provisions[1:]:
        if provision.kind is ProvisionKind.INSTRUMENT:
            yield provision.label.of(text)
            break


def _day(words: str) -> date | None:
    """The first date of a line."""
    dates = [found for pattern in _DATES if (found := pattern.search(words))]
    if not dates:
        return None
    first = min(dates, key=lambda found: found.start())
    month = first["month"].lower()
    number = int(month) if month.isdigit() else _MONTHS[month]
    try:
        return date(int(first["year"]), number, int(first["day"]))
    except ValueError:  # the 31st of a month that has thirty days
        return None
