"""How an amending act orders a change: verbs, units and quoted words, in both languages.

Forms of amendment: Law 480-V "On legal acts", article 26, and the acts themselves. Patterns here
run only where a cue stands; each is bounded, so a long paragraph costs no more than a short one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from riskscan.structure.model import ZoneKind
from riskscan.structure.words import PREDICATE, Cues
from riskscan.text import Span

_VERBS_RU = ("изложи", "дополнить", "заменить", "исключить")
_VERBS_KK = ("редакцияда", "мазмұнда", "толықтырылсын", "ауыстырылсын", "тасталсын", "жойылды деп")
CUES: Cues = ((*_VERBS_RU, "утратившим"), _VERBS_KK)
_UNIT = (
    r"(?:(?:под)?пункт|стат(?:ь|ей)|част[ьиея]|абзац|глав[аыуео]|(?:под)?раздел|параграф|приложени"
    r"|предложени|заголов|преамбул|примечани|строк|граф[аыуе]\b|позици|таблиц|сноск|оглавлени"
    r"|наименовани|названи|формул|форм[аыуе]\b|правил|положени|инструкци|методик|стандарт|перечен)"
)
_ADDED = (
    r"(?:(?:под)?пункт(?:ом|ами)|стать(?:[её]й|ями)|част(?:ью|ями)|абзац(?:ем|ами)|глав(?:ой|ами)"
    r"|(?:под)?раздел(?:ом|ами)|параграф(?:ом|ами)|приложени(?:ем|ями)|предложени(?:ем|ями)"
    r"|примечани(?:ем|ями)|строк(?:ой|ами)|граф(?:ой|ами)|позици(?:ей|ями)|сноск(?:ой|ами))"
)
_WORDS = (
    r"(?:слов|цифр|знак|аббревиатур|букв|чис[е]?л|символ|индекс|обозначени|предлог|союз"
    r"|предложени|текст)"
)
QUOTE = (
    r"(?:«(?:[^«»]|«[^«»]{0,300}»){1,2000}»|\"[^\"]{1,2000}\""
    r"|“(?:[^“”]|“[^“”]{0,300}”){1,2000}”|„[^“”„]{1,2000}[“”])"
)
_QUOTES = rf"{QUOTE}(?:(?:\s?,\s*|\s+(?:и|или|және|мен)\s+){QUOTE}){{0,20}}"
_EDITION = r"(?:следующей|новой|нижеследующей|иной|прилагаемой)\s+редакции"
_RESTATED = rf"(?:изложи(?:ть|в)\b[^.;«\"]{{0,160}}редакции|в\s{_EDITION}\s.{{0,60}}изложить)"
_UNIT_KK = (
    r"(?:тармақ|тармағ|ба[пб]|тарау|бөлі[мгк]|абзац|азатжол|параграф|сөйлем|қосымша|кіріспе"
    r"|преамбула|тақырып|тақырыб|атау|жол|баған|ескертпе|ескерту|сөз|сан|цифр|мәтін|қағида|ереже"
    r"|тізбе|нысан|стандарт|әдістеме|нұсқаулық|регламент)"
)
_EXCLUDED_KK = r"(?:алып|алынып)\s?тасталсын"
_RUSSIAN = re.compile(
    rf"\b{_UNIT}[^.;]{{0,300}}{_RESTATED}"
    rf"|\bизложить\s(?:в\s{_EDITION}\s)?{_UNIT}[^.;]{{0,300}}(?:редакции|:$)"
    r"|\bдополнить\b.{0,200}(?:следующего содержания|слов|цифр|знак)"
    rf"|\bдополнить\s(?:\w+\s){{0,2}}?{_ADDED}"
    rf"|\b{_WORDS}\w*\s{_QUOTES}.{{0,400}}?(?:заменить|исключить|дополнить)"
    rf"|\b(?:заменить|исключить|дополнить)\s(?:\w+\s){{0,2}}?{_WORDS}\w*\s{QUOTE}",
    re.DOTALL | re.IGNORECASE,
)
_KAZAKH = re.compile(
    r"(?:мынадай|келес[іi])\s(?:редакцияда|мазмұнда)|редакцияда\s(?:жаз|бер[іi]л|баянда)\w*с[ыі]н"
    r"|деген\s.{0,400}(?:ауыстырылсын|тасталсын|толықтырылсын)"
    rf"|{_UNIT_KK}\w*\s.{{0,120}}толықтырылсын|{_UNIT_KK}\w*\s.{{0,120}}{_EXCLUDED_KK}"
    rf"|{_EXCLUDED_KK}[;.]?$"
    rf"|\d[\d-]*\)?(?:\s|-|)(?:{_UNIT_KK})\w*\s.{{0,120}}күш[іi]\sжойылды\sдеп\sтанылсын",
    re.DOTALL | re.IGNORECASE,
)
_WHOLE = re.compile(  # orders without quotes are read from the first word to the last
    rf"(?:во?\s\S+\s)?(?:\w+\s)?{_UNIT}\w*\s[^«\"]{{0,200}}исключить[;.,]?$"
    rf"|исключить\s(?:\w+\s)?{_UNIT}\w*\s[\d(]"
    rf"|(?:во?\s)?(?:\w+\s)?{_UNIT}\w*\s[^«\".]{{0,200}}признать\sутративш\w+\sсилу",
    re.IGNORECASE,
)
_GOVERNED = re.compile(  # the infinitive of a rule: «орган может дополнить …»
    r"\b(?:мо(?:жет|гут)|вправе|обязан[аоы]?\b|долж\w+|прав[оа]|необходимо|следует|надлежит|требу\w+"
    r"|рекоменду\w+|чтобы|прос\w+)\s[^.;:«»\"”]{0,120}"
    r"(?:изложить|дополнить|заменить|исключить|считать)\b",
    re.IGNORECASE,
)
_NEXT = re.compile(  # an order, from its first word to its verb, before anything is quoted
    r"(?:\d{1,3}(?:-\d)?[).]\s+|[а-я]\)\s+)?"
    rf"(?:[Вв]о?\s(?:\w+\s)?{_UNIT}|{_UNIT}|[Дд]ополнить\s|[Ии]сключить\s{_WORDS}|[Ии]зложить\sв\s"
    rf"|[Сс]лов[ао]?\s|(?:[Пп]о|[Вв])\s(?:всему\s)?текст|[Пп]осле\s{_WORDS}|[Цц]ифр)"
    r"[^«\"“;.]{0,250}(?:изложить|дополнить|заменить|исключить|признать\sутратив|считать|:$|:\s*[«\"“]"
    rf"|{_WORDS}\w*\s[«\"“])"
    r"|(?:\d{1,3}(?:-\d)?[).]\s+|[а-я]\)\s+)?(?:исключить\s)?(?:после\s)?(?:слов|цифр)\w?\s[«\"“„]"
    r"|(?:\d{1,3}(?:-\d)?[).]\s+|[а-яәі]\)\s+)?[^«\"“;:]{0,250}"
    r"(?:редакция(?:да|мен)\s(?:жаз|бер)\w+с[ыі]н|мазмұн\w*\s[^«\"“;:]{0,80}толықтырылсын|толықтырылсын"
    rf"|мазмұнда\sжазылсын|{_EXCLUDED_KK})"
    rf"|[^«\"“;:]{{0,120}}{QUOTE}(?:\s?,\s{QUOTE}){{0,5}}\s+деген\s+(?:сөз|сан|цифр)"
    r"|[^«\"“;:]{0,200}(?:тармағында|тармақта|бабында|бапта|бөлігінде|бөлікте|абзацында|абзацта"
    r"|қағидаларында|ережесінде|ережелерде|қосымшасында|қосымшада)\s?[:;]",
    re.IGNORECASE,
)
_NEW = re.compile(
    rf"\b{_WORDS}\w*(?:ами|ями|ом|ем|ой|ей)\s+(?:соответственно\s+)?(?P<ru>{_QUOTES})"
    rf"|(?P<kk>{_QUOTES})\s+деген\s+(?:\S+\s){{0,2}}?\S+[мбп]ен\b",
    re.IGNORECASE,
)
_OLD = re.compile(
    rf"\b(?:слов(?:а|о|)|цифр[ауы]?|числ[оа]|(?:{_WORDS})(?:\w{{0,4}}))\s+(?P<ru>{_QUOTES})"
    rf"|(?P<kk>{_QUOTES})\s+деген\s",
    re.IGNORECASE,
)
_BY_ANNEX = re.compile(
    r"согласно\s+приложени(?:ю|ям)(?P<ru>[\s№\d,и-]*)\s*к\s+настоящ\w+\s"
    r"|осы\s+\w+\s(?P<kk>[\d,\s-]*(?:және\s[\d-]+)?)-?\s?қосымша\w*\sсәйкес",
    re.IGNORECASE,
)
_NUMBERS = re.compile(r"\d+(?:-\d+)*")
_ONE = re.compile(QUOTE)
_MODAL_KK = re.compile(r"\b(?:мүмкін|тиіс|болады|болмайды|алады|рұқсат етілед[іi])\b")
_REACH = 1600
_BEFORE, _BEHIND = 500, 250  # characters around a verb of amendment


def is_instruction(text: str, start: int, end: int) -> bool:
    """Whether a paragraph orders a change; an infinitive that a modal governs does not."""
    end = min(end, start + _REACH)
    if (reach := _around(text, start, end, _VERBS_KK)) and _KAZAKH.search(text, *reach):
        return True
    if _WHOLE.match(text, start, end):
        ordered = True
    else:
        reach = _around(text, start, end, _VERBS_RU)
        ordered = reach is not None and bool(_RUSSIAN.search(text, *reach))
    return ordered and not _GOVERNED.search(text, start, end)


def _around(text: str, start: int, end: int, verbs: tuple[str, ...]) -> tuple[int, int] | None:
    """The stretch around the verbs of a paragraph that may hold what they order."""
    found = [place for verb in verbs if (place := text.find(verb, start, end)) >= 0]
    if not found:
        return None
    last = max(text.rfind(verb, start, end) for verb in verbs)
    return max(start, min(found) - _BEFORE), min(end, last + _BEHIND)


def begins_order(text: str, start: int, end: int) -> bool:
    """Whether an order begins right here, as one does after the quote of the order before it."""
    return bool(_NEXT.match(text, start, min(end, start + _REACH)))


def quoted_words(text: str, start: int, end: int) -> Iterator[tuple[ZoneKind, int, int]]:
    """The words an instruction quotes, in text order: REPLACED or INSERTED, and where."""
    found: dict[tuple[int, int], ZoneKind] = {}
    for kind, pattern in ((ZoneKind.INSERTED, _NEW), (ZoneKind.REPLACED, _OLD)):
        for match in pattern.finditer(text, start, end):
            group = match.lastgroup or "ru"
            for quote in _ONE.finditer(text, *match.span(group)):
                found.setdefault(quote.span(), kind)
    last = start
    for (begin, close), kind in sorted(found.items()):
        if begin >= last:
            yield kind, begin, close
            last = close


def named_annexes(text: str, start: int, end: int) -> Iterator[tuple[Span, list[str]]]:
    """Where an order refers to annexes of the amending act for the new text, and their numbers;
    none for the only annex."""
    for found in _BY_ANNEX.finditer(text, start, end):
        yield Span(*found.span()), _NUMBERS.findall(found["ru"] or found["kk"] or "")


def is_named(annex: str | None, numbers: list[str]) -> bool:
    """Whether an annex is among the numbers, or one of both goes without a number."""
    return annex in numbers or not (annex and numbers)


def is_readable(text: str, start: int, end: int) -> bool:
    """Whether quoted words hold a predicate, so that they say something without the rest."""
    return bool(PREDICATE.search(text, start, end) or _MODAL_KK.search(text, start, end))
