"""How an act is adopted, as far as the law on legal acts tells acts apart by it.

Asked are, in this order: the enacting clause, the lines of the head, the stamp of approval over
what is approved. Of several forms in one place the first decides: an order that quotes a decree in
its title is an order.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from enum import StrEnum

from riskscan.structure.model import Act, Provision, ProvisionKind, ZoneKind
from riskscan.structure.words import ENACTING


class Adoption(StrEnum):
    """The form of an act together with who adopts it, or what a law is about."""

    DECREE = "decree"
    PARLIAMENT = "parliament"
    CONSTITUTIONAL_COURT = "constitutional-court"
    SUPREME_COURT = "supreme-court"
    ELECTION_COMMISSION = "election-commission"
    REPUBLICAN_BUDGET = "republican-budget"
    GUARANTEED_TRANSFER = "guaranteed-transfer"
    GENERAL_TRANSFERS = "general-transfers"
    ORDINARY = "ordinary"  # any other law, resolution, order or decision


_BODIES = (
    (
        Adoption.PARLIAMENT,
        r"(?:(?:Сенат|Мажилис)\w*\s+)?Парламент\w*|Парламент\w*(?:\s+(?:Сенаты|Мәж[іi]л[іi]с[іi])\w*)?",
    ),
    (Adoption.CONSTITUTIONAL_COURT, r"Конституционн\w+\s+Суд\w*|Конституциялық\s+Соты\w*"),
    (Adoption.SUPREME_COURT, r"Верховн\w+\s+Суд\w*|Жоғарғы\s+Соты\w*"),
    (
        Adoption.ELECTION_COMMISSION,
        r"Центральн\w+\s+избирательн\w+\s+комисси\w+|Орталық\s+сайлау\s+комиссиясы\w*",
    ),
)
_STATE = r"(?:\s+Республики\s+Казахстан)?"
_KAZAKH_STATE = r"(?:Қазақстан\s+Республикасы\w*\s+)?"
_KAZAKH_DATE = r"(?:\s*\d{4}\s+жылғы\s+\d{1,2}\s+\w+(?:\s*№\s*\S+)?)?"
_RESOLUTION = r"(?:нормативное\s+)?(?:правовое\s+)?постановление"
_KAZAKH_RESOLUTION = r"\s+(?:нормативт[іi]к\s+)?(?:құқықтық\s+)?қаулысы\b"
_QUOTED = (  # «О внесении изменений в Закон Республики Казахстан «О …»»
    r"(?:о\s+внесении\s+(?:изменени|дополнени)\w+(?:\s+и\s+(?:изменени|дополнени)\w+)?"
    r"\s+в\s+закон\s+республики\s+казахстан\b[^«\"“]{0,60}[«\"“]\s*)?"
)
_KAZAKH_TITLE = (  # «… туралы» to the end of the line, or «"…" … Заңына өзгерістер енгізу туралы»
    r"[^.;\n\"»”]{0,40}\s+туралы[»\"”]?"
    r"(?:\s+қазақстан\s+республикасының\s+заңына\s+(?:өзгер|толықтыр)[^.;\n]{0,80})?\s*$"
)
_FORMS = (
    (
        Adoption.REPUBLICAN_BUDGET,
        rf"{_QUOTED}о(?:б\s+уточненном)?\s+республиканском\s+бюджете\s+на\b"
        r"|[«\"“]?[\d\s–—-]{4,16}жыл\w*\s+арналған\s+республикалық\s+бюджет"
        rf"{_KAZAKH_TITLE}",
    ),
    (
        Adoption.GUARANTEED_TRANSFER,
        rf"{_QUOTED}о\s+гарантированном\s+трансферте\s+из\s+национального\s+фонда"
        r"|[«\"“]?[^.;\n]{0,120}ұлттық\s+қор\w+[^.;\n]{0,60}кеп[іi]лденд[іi]р[іi]лген\s+трансферт"
        rf"{_KAZAKH_TITLE}",
    ),
    (
        Adoption.GENERAL_TRANSFERS,
        rf"{_QUOTED}об\s+объ[её]мах\s+трансфертов\s+общего\s+характера\s+между\s+республиканским"
        r"|[«\"“]?республикалық\s+және\s+облыстық\s+бюджеттер\w*[^.;\n]{0,160}"
        rf"жалпы\s+сипаттағы\s+трансферттер{_KAZAKH_TITLE}",
    ),
    (
        Adoption.DECREE,
        rf"указ(?:\s+президента{_STATE}|\s*$)|{_KAZAKH_STATE}президент[іi]\w*{_KAZAKH_DATE}\s+жарлығы\b",
    ),
    *(
        (
            adoption,
            rf"{_RESOLUTION}\s+(?:{body})|{_KAZAKH_STATE}(?:{body}){_KAZAKH_DATE}{_KAZAKH_RESOLUTION}",
        )
        for adoption, body in _BODIES
    ),
    (
        Adoption.ORDINARY,
        r"(?:совместный\s+)?приказ\b|решение\b"
        rf"|{_RESOLUTION}\s+(?:правительства|правления|(?:\S+\s+){{0,3}}акимата)"
        r"|.{0,120}(?:бұйрығы|шеш[іi]м[іi]|(?:үк[іi]мет[іi]н|әк[іi]мд[іi]г[іi]н)\S*"
        rf"{_KAZAKH_DATE}\s+қаулысы)\s*$",
    ),
)
# What the stamp says stands in another case: «утверждено Указом», «жарлығымен бекітілген».
_STAMPS = (
    (Adoption.DECREE, r"\bуказом\b|жарлығымен"),
    *((adoption, rf"постановлением\s+(?:{body})") for adoption, body in _BODIES),
    *(
        (adoption, rf"(?:{body}){_KAZAKH_DATE}[^.;]{{0,30}}қаулысымен")
        for adoption, body in _BODIES
    ),
    (
        Adoption.ORDINARY,
        r"\b(?:приказ(?:ом|у)|решени(?:ем|ю))\b|постановлени(?:ем|ю)\s+(?:правительства|акимата)"
        r"|бұйрығы|шеш[іi]м[іi]|қаулысы",
    ),
)
_HEAD_FORMS = tuple(
    (adoption, re.compile(rf"\W*(?:проект\w*\s+)?(?:{pattern})", re.I | re.M))
    for adoption, pattern in _FORMS
)
_STAMP_FORMS = tuple((adoption, re.compile(pattern, re.I)) for adoption, pattern in _STAMPS)
_ENACTING_BODIES = tuple(
    (adoption, re.compile(rf"(?:{body}){_STATE}\W*$", re.I)) for adoption, body in _BODIES
)
_I_RESOLVE = re.compile(r"ПОСТАНОВЛЯЮ|ҚАУЛЫ ЕТЕМ[ІI]Н", re.I)  # the President alone
_NOT_NORMATIVE = re.compile(r"РАСПОРЯЖАЮСЬ|ОБЯЗЫВАЮ")
_BY_KIND = {"decree": Adoption.DECREE, "code": Adoption.ORDINARY, "law": Adoption.ORDINARY}
_BY_KIND |= {"constitution": Adoption.ORDINARY, "order": Adoption.ORDINARY}
_BY_KIND |= {"decision": Adoption.ORDINARY}
# A title goes on in the next line after «в», «и» or before a small letter.
_FRESH_LINE = re.compile(r"(?<!\s\w)(?<!\s\w\w)[ \t]*\n\s*(?=[А-ЯЁӘҒҚҢӨҰҮҺІ«\"“])")
_LINES = 3  # «НОРМАТИВНОЕ ПОСТАНОВЛЕНИЕ», «ВЕРХОВНОГО СУДА», «РЕСПУБЛИКИ КАЗАХСТАН»
_OPENING = 40  # provisions among which an act says who adopts it


def adoption(act: Act) -> Adoption | None:
    """How an act is adopted; None where its text does not say."""
    return _enacted(act) or _headed(act) or _stamped(act) or _BY_KIND.get(act.kind)


def _enacted(act: Act) -> Adoption | None:
    for provision in act.provisions[1:_OPENING]:
        if provision.zone is ZoneKind.PREAMBLE:
            words = _words(act, provision)
            enacting = ENACTING.search(words)
            if enacting is None or _NOT_NORMATIVE.match(enacting[0]):
                continue
            if _I_RESOLVE.match(enacting[0]):
                return Adoption.DECREE
            before = words[: enacting.start()]
            bodies = (each for each, body in _ENACTING_BODIES if body.search(before))
            return next(bodies, Adoption.ORDINARY)
    return None


def _headed(act: Act) -> Adoption | None:
    """By the first line that begins with a form; «Закон» alone is none, its title says more."""
    lines = list(_head(act))
    for place in range(len(lines)):
        words = "\n".join(lines[place : place + _LINES])
        found = next((each for each, form in _HEAD_FORMS if form.match(words)), None)
        if found is not None:
            return found
    return None


def _head(act: Act) -> Iterator[str]:
    """The lines before the first numbered unit: titles, and what stands around them."""
    for provision in itertools.islice(act.children(0), _OPENING):
        if provision.kind is not ProvisionKind.INDENT:
            return
        yield from _FRESH_LINE.split(_words(act, provision))


def _stamped(act: Act) -> Adoption | None:
    for provision in act.provisions[1:]:
        if provision.kind is ProvisionKind.INSTRUMENT:
            stamp = provision.label.of(act.document.text)
            return next((each for each, form in _STAMP_FORMS if form.search(stamp)), None)
    return None


def _words(act: Act, provision: Provision) -> str:
    return provision.text.of(act.document.text)
