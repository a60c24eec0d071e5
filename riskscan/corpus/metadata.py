"""Who adopted an act and when, where its head says so; never guessed.

Three places are asked, in this order: the line of requisites under the title («Приказ Министра …
от 5 мая 2021 года № 12»), the stamp of approval («Утверждены приказом Министра … от …»), and the
enacting clause («Правительство … ПОСТАНОВЛЯЕТ»), whose unnamed first person is whoever signed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from riskscan.structure import parse
from riskscan.structure.dated import RUSSIAN_MONTHS
from riskscan.structure.model import ZoneKind
from riskscan.structure.words import ENACTING
from riskscan.text import Document
from riskscan.text.printable import one_line

_HEAD = 8_000  # characters in which an act says who adopted it and when
_LONGEST = 160  # characters of the name of a body
_YEARS = range(1990, 2100)

_MONTH = rf"(?:{RUSSIAN_MONTHS}|_{{2,}})"
_DATE = rf"(?:[«\"“]?[\d_ ]{{1,8}}[»\"”]?\s*{_MONTH}\s+|\d{{1,2}}\.\d{{1,2}}\.)(?P<year>\d{{4}})"
_REQUISITES = (
    re.compile(
        r"(?m)^[\s*#_|>]*(?=[А-ЯЁ])(?i:(?:совместный\s+)?приказ|(?:нормативное\s+)?постановление"
        r"|решение|указ|распоряжение|(?:конституционный\s+)?закон|кодекс)"
        rf"\s+(?P<body>(?:и\.\s?о\.)?[^№:;.]{{3,250}}?)\s+от\s+{_DATE}"
    ),
    re.compile(
        r"(?m)^[\s*#_|>]*(?P<body>[А-ЯӘҒҚҢӨҰҮҺІ][^№:;.\d\n]{3,250}?)[нтд][іыi]ң\s+(?P<year>\d{4})"
        r"\s+жыл\w*\s+\d{1,2}\s+\w+\s*(?:№|N)?\s*\S{0,20}\s+"
        r"(?i:бұйрығы|қаулысы|шешімі|жарлығы|заңы|кодексі)"
    ),
    re.compile(
        r"(?i:утвержд[её]н\w*|одобрен\w*)[\s|*]+(?i:совместным\s+)?"
        r"(?i:приказом|постановлением|решением|указом)"
        rf"\s+(?P<body>[^№:;.]{{3,250}}?)\s+от\s+{_DATE}"
    ),
)
_DATED = (
    re.compile(rf"(?i:конституция\s+принята)\b[^.;]{{0,80}}?{_DATE}"),
    re.compile(rf"(?m)^[\s*#_|>]*(?:г(?:ород|\.)\s+\S+\s+)?{_DATE}\s+г"),
    re.compile(r"(?m)^[\s*#_|>]*(?P<year>\d{4})\s+жылғы\s+\d{1,2}\s"),
)
_ENACTOR = re.compile(
    r"(?:\b[А-ЯЁ][\w-]+\s+(?:районный|городской|областной)\s+)?"
    r"\b(?:Правительство|[Мм]аслихат|[Аа]кимат|[Аа]ким|Правление|Министерство|Агентство|Комитет"
    r"|[А-ЯЁ]\w+ая\s+избирательная\s+комиссия|Конституционный\s+Суд|Верховный\s+Суд)\b"
    r"(?:\s+[\w«»\"-]+){0,9}?\s*$"
)
_KAZAKH_ENACTOR = re.compile(r"(?:^|[.,;:»\"\n])\s*(?P<body>[^.,;:»\"\n\d]{3,120})$")
_KAZAKH_LETTER = re.compile(r"[әғқңөұүһі]", re.I)
_PERSON = re.compile(r"\s*[А-ЯЁӘҒҚҢӨҰҮҺІ]\.\s?(?:[А-ЯЁӘҒҚҢӨҰҮҺІ]\.\s?)?[А-ЯЁӘҒҚҢӨҰҮҺІ][\w-]+")
_STATE = re.compile(
    r"\b(?:(?i:Республики Казахстан|РК|ҚР)(?!\w)"
    r"|(?i:Қазақстан Республикасы(?:ны[ңн])?)(?![а-яәғқңөұүһі]))"
)
_LOOK_ALIKES = str.maketrans("iIY", "іІҮ")  # Latin letters in old Kazakh texts
_ON_GROUND = re.compile(r"^.*\b(?:мақсатында|сәйкес|негізінде)\s+")
_ACTING = re.compile(
    r"^(?:(?:временно\s+)?исполняющ\w+\s+обязанности|и\.\s?о\.|врио|вр\.\s?и\.\s?о\.)\s*", re.I
)
_PRESIDING = re.compile(r"^(?:Председатель|Секретарь|Председателя|Секретаря)\s+(?=\S+ого\s)")
_NOMINATIVE = (  # the head noun of a body's name, from genitive
    (re.compile(r"^(\w+)ского\s+(районн|городск|областн)ого\s+маслихата", re.I), r"\1ский \2"),
    (re.compile(r"^(Премьер-)?Министра\b", re.I), r"\1Министр"),
    (
        re.compile(r"^(Президент|Департамент|Комитет|Акимат|Маслихат|Парламент|Аким)а\b", re.I),
        r"\1",
    ),
    (re.compile(r"^(Председател|Руководител)я\b", re.I), r"\1ь"),
    (re.compile(r"^(Правительств|Министерств|Агентств)а\b", re.I), r"\1о"),
    (re.compile(r"^(Правлени|Управлени)я\b", re.I), r"\1е"),
    (re.compile(r"^Генерального Прокурора\b", re.I), "Генеральный Прокурор"),
    (re.compile(r"^(Верховн|Конституционн)ого Суда\b", re.I), r"\1ый Суд"),
)
_MASLIKHAT = {"районн": "районный", "городск": "городской", "областн": "областной"}


@dataclass(frozen=True, slots=True)
class Head:
    """The adopting authority as the act names it (nominative, without the state), and the year.

    Each is None when the head does not state it.
    """

    body: str | None
    year: int | None


def read_head(text: str) -> Head:
    """Read the head of an act in Russian or Kazakh."""
    head = text[:_HEAD]
    enacting = ENACTING.search(head)
    for pattern in _REQUISITES:
        found = pattern.search(head, 0, enacting.start() if enacting else len(head))
        found = found or (pattern.search(head) if "утвержд" in pattern.pattern else None)
        if found:
            body = _named(found["body"]) or _enactor(head, enacting)
            return Head(body, _year(found["year"]))
    opening = head[: enacting.start()] if enacting else head[:2_000]
    dates = (pattern.search(opening) for pattern in _DATED)
    year = next((_year(found["year"]) for found in dates if found), None)
    return Head(_enactor(head, enacting), year)


def _year(digits: str) -> int | None:
    return int(digits) if int(digits) in _YEARS else None


def _enactor(head: str, enacting: re.Match[str] | None) -> str | None:
    """Who «постановляет»; for «приказываю» whoever signed."""
    if enacting is None:
        return None
    before = head[max(0, enacting.start() - 400) : enacting.start()]
    if found := _ENACTOR.search(before):
        return _named(found[0])
    kazakh = _KAZAKH_LETTER.search(enacting[0]) and "ЙЫРАМ" not in enacting[0].upper()
    if kazakh and (found := _KAZAKH_ENACTOR.search(before.rstrip())):
        return _named(found["body"])
    return _signatory(head)


def _signatory(head: str) -> str | None:
    act = parse(Document(head))
    for provision in act.provisions:
        if provision.zone is ZoneKind.SIGNATURE:
            words = head[provision.text.start : provision.text.end]
            position = _named(_PERSON.split(words)[0])
            return position if position and " " in position else None
    return None


def _named(words: str) -> str | None:
    """A body's name in one form, however the act writes it; None when nothing is left of it."""
    if _KAZAKH_LETTER.search(words):
        words = _ON_GROUND.sub("", one_line(words.translate(_LOOK_ALIKES)))
    name = one_line(_STATE.sub(" ", one_line(words.replace("|", " ").replace("*", " "))))
    name = _PRESIDING.sub("", _ACTING.sub("", name))
    for genitive, nominative in _NOMINATIVE:
        if found := genitive.match(name):
            name = found.expand(nominative) + name[found.end() :]
            break
    for stem, adjective in _MASLIKHAT.items():
        if name.endswith(f"ский {stem}"):
            name = name.removesuffix(stem) + f"{adjective} маслихат"
    name = name.strip(" ,;:.«»\"'_-")
    if len(name) < 3 or len(name) > _LONGEST:
        return None
    return name[0].upper() + name[1:]
