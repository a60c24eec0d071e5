"""Addresses of provisions, as a lawyer writes them and as a path."""

from __future__ import annotations

import re
from collections.abc import Iterator

from riskscan.structure.model import ANNEXED, Act, ComparedRow, Provision, ProvisionKind, ZoneKind
from riskscan.structure.ordinals import ordinal
from riskscan.structure.row_address import larger
from riskscan.text import Span

_Kind = ProvisionKind

# Nominative, genitive.
RUSSIAN_UNITS = {
    _Kind.PART: ("{name}", "{name}"),
    _Kind.SECTION: ("раздел {n}", "раздела {n}"),
    _Kind.SUBSECTION: ("подраздел {n}", "подраздела {n}"),
    _Kind.CHAPTER: ("глава {n}", "главы {n}"),
    _Kind.PARAGRAPH: ("параграф {n}", "параграфа {n}"),
    _Kind.ARTICLE: ("статья {n}", "статьи {n}"),
    _Kind.POINT: ("пункт {n}", "пункта {n}"),
    _Kind.SUBPOINT: ("подпункт {n})", "подпункта {n})"),
    _Kind.ANNEX: ("приложение {n}", "приложения {n}"),
}
# In some codes the numbered paragraphs of an article are parts, and their items points.
_RU_PARTS = RUSSIAN_UNITS | {
    _Kind.POINT: ("часть {n}", "части {n}"),
    _Kind.SUBPOINT: ("пункт {n})", "пункта {n})"),
}
_CODES_OF_PARTS = frozenset({"criminal", "procedural", "penalty"})
# Alone, its genitive, owned ("… пункта" = "…-тармағы"), its genitive.
KAZAKH_UNITS = {
    _Kind.SECTION: ("{n}-бөлім", "{n}-бөлімнің", "{n}-бөлімі", "{n}-бөлімінің"),
    _Kind.SUBSECTION: (
        "{n}-кіші бөлім",
        "{n}-кіші бөлімнің",
        "{n}-кіші бөлімі",
        "{n}-кіші бөлімінің",
    ),
    _Kind.CHAPTER: ("{n}-тарау", "{n}-тараудың", "{n}-тарауы", "{n}-тарауының"),
    _Kind.PARAGRAPH: ("{n}-параграф", "{n}-параграфтың", "{n}-параграфы", "{n}-параграфының"),
    _Kind.ARTICLE: ("{n}-бап", "{n}-баптың", "{n}-бабы", "{n}-бабының"),
    _Kind.POINT: ("{n}-тармақ", "{n}-тармақтың", "{n}-тармағы", "{n}-тармағының"),
    _Kind.SUBPOINT: ("{n}) тармақша", "{n}) тармақшаның", "{n}) тармақшасы", "{n}) тармақшасының"),
    _Kind.ANNEX: ("{n}-қосымша", "{n}-қосымшаның", "{n}-қосымшасы", "{n}-қосымшасының"),
}
KAZAKH_PARAGRAPHS = {
    True: ("{n} бөлік", "{n} бөліктің", "{n} бөлігі", "{n} бөлігінің"),
    False: ("{n} абзац", "{n} абзацтың", "{n} абзацы", "{n} абзацының"),
}
# The word a title or an enacting clause begins with: genitive ru, genitive kk, English.
_ACTS = (
    (r"правил|қағида", ("Правил", "Қағидалардың", "the Rules")),
    (r"положени|ереже", ("Положения", "Ереженің", "the Regulation")),
    (r"инструкц|нұсқаулық", ("Инструкции", "Нұсқаулықтың", "the Instruction")),
    (r"методик|әдістеме", ("Методики", "Әдістеменің", "the Methodology")),
    (r"стандарт", ("Стандарта", "Стандарттың", "the Standard")),
    (r"регламент", ("Регламента", "Регламенттің", "the Technical Regulation")),
    (r"требовани|талап", ("Требований", "Талаптардың", "the Requirements")),
    (r"порядок|тәртіп", ("Порядка", "Тәртіптің", "the Procedure")),
    (r"устав|жарғы", ("Устава", "Жарғының", "the Charter")),
    (r"классификатор", ("Классификатора", "Жіктеуіштің", "the Classifier")),
    (r"перечень|тізбе", ("Перечня", "Тізбенің", "the List")),
)
_SHELLS = {
    "order": ("приказа", "бұйрықтың", "the order"),
    "resolution": ("постановления", "қаулының", "the resolution"),
    "decision": ("решения", "шешімнің", "the decision"),
    "decree": ("указа", "жарлықтың", "the decree"),
}
_OWN_INSTRUMENTS = {
    "rules": 0,
    "regulation": 1,
    "instruction": 2,
    "methodology": 3,
    "standard": 4,
}
_AS_PROPOSED = {
    "ru": " (в предлагаемой редакции)",
    "kk": " (ұсынылатын редакцияда)",
    "en": " (as proposed)",
}
_ENACTED = (
    (re.compile(r"ПРИКАЗ|приказываю|БҰЙЫРАМЫН|бұйырамын"), "order"),
    (re.compile(r"ПОСТАНОВЛ|постановл|ҚАУЛЫ|қаулы ет"), "resolution"),
    (re.compile(r"РЕШ|решил|ШЕШТІ|ШЕШІМ|шешті"), "decision"),
)
_NAMED = frozenset({_Kind.ARTICLE, _Kind.POINT, _Kind.SUBPOINT, _Kind.INDENT})
_PASSED_OVER = frozenset(
    {_Kind.PART, _Kind.SECTION, _Kind.SUBSECTION, _Kind.CHAPTER, _Kind.PARAGRAPH}
)


def cite(act: Act, index: int, language: str) -> str:
    """A provision's address in "ru", "kk" or "en"; empty for the act itself.

    ru «подпункт 3) пункта 12 Правил», kk «Қағидалардың 12-тармағының 3) тармақшасы»,
    en "point 12, subpoint 3 of the Rules".
    """
    chain, quoted = _chain(act, index)
    if not chain:
        return ""
    owner = None if quoted else _owner(act, chain[-1])
    renderer = {"ru": _russian, "kk": _kazakh}.get(language, _english)
    words = renderer(act, chain, owner)
    return words + _AS_PROPOSED.get(language, _AS_PROPOSED["en"]) if quoted else words


def path(act: Act, index: int) -> tuple[str, ...]:
    """A provision's address as steps such as "article:5", "point:2", "subpoint:3".

    Instruments and annexes without a number are counted.
    """
    chain, quoted = _chain(act, index)
    steps = [_path_step(act, provision) for provision in reversed(chain)]
    return ("inserted", *steps) if quoted else tuple(steps)


def _chain(act: Act, index: int) -> tuple[list[Provision], bool]:
    """The provisions an address names, small to large, and whether they are quoted new text."""
    provision = act.provisions[index]
    quoted = provision.zone is ZoneKind.INSERTED and not _is_annexed(act, index)
    chain: list[Provision] = []
    for step in (provision, *act.ancestors(index)):
        if step.kind is _Kind.ACT:
            break
        if quoted and step.zone is ZoneKind.INSTRUCTION and chain[0].kind is not _Kind.INDENT:
            break  # what has a number of its own needs no place in the amending act
        if chain and step.kind in _PASSED_OVER and not _needs_heading(act, chain[-1], step):
            continue
        if chain and step.kind is _Kind.INDENT:
            continue
        chain.append(step)
    row = act.row_at(provision.span.start)
    return (chain if row is None else _in_row(row, chain)), quoted


def _in_row(row: ComparedRow, chain: list[Provision]) -> list[Provision]:
    """The units a cell of a comparative table has itself, inside those its row is about."""
    own = [step for step in chain if step.kind is not _Kind.INDENT and row.span.covers(step.span)]
    around = larger(row.address, own[-1].kind) if own else row.address
    return [*own, *(_named(kind, number) for kind, number in reversed(around))] or chain


def _named(kind: ProvisionKind, number: str) -> Provision:
    """A unit known by its number alone: it stands in another act."""
    nowhere = Span(0, 0)
    return Provision(0, kind, number, None, 0, nowhere, nowhere, nowhere, ZoneKind.CURRENT)


def _is_annexed(act: Act, index: int) -> bool:
    """Whether new text is an annex as a whole: it stands there as the address says."""
    annexes = [each for each in act.ancestors(index) if each.kind in ANNEXED]
    return bool(annexes) and not any(
        each.zone in {ZoneKind.INSTRUCTION, ZoneKind.CURRENT}
        for each in act.provisions[annexes[-1].index : annexes[-1].last]
    )


def _needs_heading(act: Act, below: Provision, heading: Provision) -> bool:
    """Whether an address must name a chapter: for its own paragraphs, and where every chapter
    counts its points from one."""
    if below.parent != heading.index:
        return False
    if below.kind is _Kind.INDENT:
        return True
    if below.kind is not _Kind.POINT:
        return False
    return (heading.parent, heading.kind) in act.restarting


def _owner(act: Act, largest: Provision) -> tuple[str, str, str] | None:
    """The name of the act an address ends with, where the document holds more than one."""
    if largest.kind is _Kind.INSTRUMENT:
        return _title_name(act, largest)
    if act.kind in _OWN_INSTRUMENTS and not act.has_instruments:
        return _ACTS[_OWN_INSTRUMENTS[act.kind]][1]
    return _shell(act) if largest.kind is not _Kind.ANNEX and act.has_instruments else None


def _shell(act: Act) -> tuple[str, str, str] | None:
    if act.preamble is not None:
        words = act.preamble.text.of(act.document.text)
        for pattern, kind in _ENACTED:
            if pattern.search(words):
                return _SHELLS[kind]
    return _SHELLS.get(act.kind)


def _title_name(act: Act, instrument: Provision) -> tuple[str, str, str]:
    """What an instrument calls itself: the first known word of its title."""
    title = instrument.text.of(act.document.text).lower()[:200]
    found = [(match.start(), names) for stem, names in _ACTS if (match := re.search(stem, title))]
    if not found:
        return ("приложения", "қосымшаның", "the annex")
    return min(found)[1]


def _russian(act: Act, chain: list[Provision], owner: tuple[str, str, str] | None) -> str:
    in_parts = act.kind == "code" and act.profile in _CODES_OF_PARTS
    templates = _RU_PARTS if in_parts else RUSSIAN_UNITS
    words = []
    for place, provision in enumerate(chain):
        if provision.kind is _Kind.INSTRUMENT:
            if place == 0:
                words.append(_nominative(act, provision))
            continue
        if provision.kind is _Kind.INDENT:
            number, part = _paragraph_number(act, provision)
            unit = f"{'часть' if part else 'абзац'} {ordinal(number, 'ru', feminine=part)}"
        else:
            template = templates[provision.kind][place > 0]
            unit = template.format(n=provision.number or "", name=_heading(act, provision))
        words.append(unit.strip())
    if owner and not (len(chain) == 1 and chain[0].kind is _Kind.INSTRUMENT):
        words.append(owner[0])
    return " ".join(word for word in words if word)


def _nominative(act: Act, instrument: Provision) -> str:
    title = instrument.text.of(act.document.text).strip(" #*_>|").split()
    return title[0] if title else "приложение"


def _heading(act: Act, provision: Provision) -> str:
    return provision.label.of(act.document.text) or provision.text.of(act.document.text)


def _kazakh(act: Act, chain: list[Provision], owner: tuple[str, str, str] | None) -> str:
    words = []
    if owner and not (len(chain) == 1 and chain[0].kind is _Kind.INSTRUMENT):
        words.append(owner[1])
    for place in range(len(chain) - 1, -1, -1):
        provision = chain[place]
        owned = bool(words)
        if provision.kind is _Kind.INSTRUMENT:
            if len(chain) == 1:
                words.append(_nominative(act, provision))
            continue
        form = 2 * owned + (place > 0)
        if provision.kind is _Kind.INDENT:
            number, part = _paragraph_number(act, provision)
            words.append(KAZAKH_PARAGRAPHS[part][form].format(n=ordinal(number, "kk")))
        elif provision.kind in KAZAKH_UNITS and provision.number:
            words.append(KAZAKH_UNITS[provision.kind][form].format(n=provision.number))
        elif provision.kind in KAZAKH_UNITS:
            words.append(
                KAZAKH_UNITS[provision.kind][form].replace("{n}-", "").replace("{n}) ", "")
            )
        else:
            words.append(_heading(act, provision))
    return " ".join(words)


def _english(act: Act, chain: list[Provision], owner: tuple[str, str, str] | None) -> str:
    words = []
    for provision in reversed(chain):
        if provision.kind is _Kind.INSTRUMENT:
            if len(chain) == 1:
                words.append(_nominative(act, provision))
        elif provision.kind is _Kind.INDENT:
            words.append(f"paragraph {_paragraph_number(act, provision)[0]}")
        else:
            words.append(f"{provision.kind.value} {provision.number or ''}".strip())
    address = ", ".join(words)
    if owner and not (len(chain) == 1 and chain[0].kind is _Kind.INSTRUMENT):
        return f"{address} of {owner[2]}"
    return address


def _paragraph_number(act: Act, indent: Provision) -> tuple[int, bool]:
    """The ordinal of an unnumbered paragraph in its unit, and whether it is a «часть».

    A complete paragraph with a capital is counted among its like, an item of a list among all
    paragraphs; the unit's own words are the first of both.
    """
    unit = _unit_of(act, indent)
    text = act.document.text
    part = not _is_item(text, indent) and unit.kind in _NAMED
    number = int(unit.kind in {_Kind.POINT, _Kind.SUBPOINT} and unit.text.end > unit.text.start)
    for provision in _indents(act, unit, indent.index):
        if not part or not _is_item(text, provision):
            number += 1
    return number, part


def _unit_of(act: Act, indent: Provision) -> Provision:
    return next(p for p in act.ancestors(indent.index) if p.kind is not _Kind.INDENT)


def _is_item(text: str, indent: Provision) -> bool:
    first = text[indent.text.start]
    return first.islower() or first in "-–—•·"


def _indents(act: Act, unit: Provision, last: int) -> Iterator[Provision]:
    """The paragraphs of a unit up to and with one of them, those in its subpoints left out."""
    index = unit.index + 1
    while index <= last:
        provision = act.provisions[index]
        if provision.kind is not _Kind.INDENT:
            index = provision.last
            continue
        if provision.zone is not ZoneKind.NOTE or index == last:
            yield provision
        index += 1


def _path_step(act: Act, provision: Provision) -> str:
    if provision.kind is _Kind.INDENT:
        return f"indent:{_paragraph_number(act, provision)[0]}"
    return f"{provision.kind.value}:{provision.number or _count(act, provision)}"


def _count(act: Act, provision: Provision) -> int:
    """The ordinal of an unnumbered unit among its like under the same parent."""
    parent = provision.parent or 0
    return sum(
        child.kind is provision.kind
        for child in act.children(parent)
        if child.index <= provision.index
    )
