"""How often: «не чаще одного раза в год», «жылына бір реттен жиі емес», in times a year.

The same number for both languages and all forms, so that two wordings can be compared.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from riskscan.norms.number_words import cardinal, cardinals
from riskscan.text import Span


@dataclass(frozen=True, slots=True)
class Frequency:
    """So many times a year; ``least`` when it is a minimum and bounds nothing from above."""

    yearly: float
    least: bool
    span: Span


_YEARLY = {"half": 2.0, "year": 1.0, "quarter": 4.0, "month": 12.0, "week": 52.0, "day": 365.0}
_TIMES = {"однократно": 1, "единожды": 1, "дважды": 2, "трижды": 3}
_RU_UNITS = (
    r"(?:(?P<half>полугоди\w+|полгода|полугода)|(?P<year>год[ауе]?|годов|лет)"
    r"|(?P<quarter>квартал\w*)|(?P<month>месяц\w*)|(?P<week>недел\w+)"
    r"|(?P<day>день|дня|дней|сутки|суток))\b"
)
_KK_UNITS = (
    r"(?:(?P<half>жарты\s?жыл\w*)|(?P<year>жыл(?:ына|да|ында|ы)?)|(?P<quarter>тоқсан\w*)"
    r"|(?P<month>ай(?:ына|да|ында)?)|(?P<week>апта\w*)|(?P<day>күн(?:іне|де|інде)?|тәулі[кг]\w*))\b"
)


def _number(name: str, language: str) -> str:
    words = "|".join(cardinals(language))
    return rf"(?P<{name}>\d{{1,3}}|{words})\b(?:\s?\([^()]{{1,20}}\))?\s+"


_RU_LIMIT = (
    r"(?:(?P<least>не\s(?:реже|менее|меньше)|как\sминимум|минимум|хотя\sбы)\s(?:чем\s)?"
    r"|не\s(?:чаще|более|больше|свыше)\s(?:чем\s)?)?(?:по\s)?"
)
_RU_PERIOD = (
    r"(?:в\sтечение|на\sпротяжении|во?|за)\s(?:кажд\w+\s)?"
    rf"(?:{_number('over', 'ru')})?(?:календарн\w+\s|полн\w+\s)?{_RU_UNITS}"
)
_KK_BELOW = r"(?:кемінде|ең\sкемі|ең\sаз\sдегенде|кем\sдегенде)"
_FORMS = {
    "ru": [
        rf"\b{_RU_LIMIT}(?:{_number('times', 'ru')})?раз[ау]?\s{_RU_PERIOD}",
        rf"\b(?P<word>{'|'.join(_TIMES)})\s{_RU_PERIOD}",
        rf"\bкажд(?:ый|ую|ое|ые)\s(?:{_number('over', 'ru')})?(?:календарн\w+\s)?{_RU_UNITS}",
        r"\b(?:(?P<year>ежегодно)|(?P<quarter>ежеквартально)"
        r"|(?P<month>ежемесячно)|(?P<week>еженедельно)|(?P<day>ежедневно|ежесуточно))\b",
    ],
    "kk": [
        rf"\b(?P<below>{_KK_BELOW}\s)?(?:{_number('over', 'kk')})?(?:күнтізбелік\s)?{_KK_UNITS}"
        rf"(?:\sішінде)?\s(?P<least>{_KK_BELOW}\s)?(?:тек\s|ең\sкөбі\s|көп\sдегенде\s)?"
        rf"{_number('times', 'kk')}рет(?:тен)?(?:\s(?:(?P<fewer>кем|сирек|аз)|жиі|артық|көп)"
        r"\s(?:емес|болма\w*)|\s(?:аспа|асырм|жиілетп)\w*)?",
        rf"\b(?:{_number('over', 'kk')})?(?:(?P<half>жартыжылдық)|(?P<year>жыл)|(?P<quarter>тоқсан)"
        r"|(?P<month>ай)|(?P<week>апта)|(?P<day>күн))\sсайын\b",
        r"\b(?P<day>күнделікті)\b",
    ],
}
_PATTERNS = {
    language: [re.compile(form, re.IGNORECASE) for form in forms]
    for language, forms in _FORMS.items()
}
_LEAST = ("least", "below", "fewer")


def frequencies(text: str, span: Span, language: str) -> Iterator[Frequency]:
    """The frequencies a stretch of a text names, in text order."""
    found = [hit for form in _PATTERNS[language] for hit in form.finditer(text, *span)]
    last = span.start
    for hit in sorted(found, key=lambda hit: (hit.start(), -hit.end())):
        if hit.start() >= last:
            last = hit.end()
            yield _read(hit, language)


def _read(hit: re.Match[str], language: str) -> Frequency:
    said = {name: words for name, words in hit.groupdict().items() if words}
    times = _TIMES.get(said.get("word", "").lower()) or _value(said.get("times"), language)
    unit = next(name for name in _YEARLY if name in said)
    yearly = times * _YEARLY[unit] / _value(said.get("over"), language)
    return Frequency(yearly, any(name in said for name in _LEAST), Span(*hit.span()))


def _value(words: str | None, language: str) -> int:
    """The number as written; one where none is."""
    if words is None:
        return 1
    return max(1, int(words) if words.isdigit() else cardinal(words.lower(), language) or 1)
