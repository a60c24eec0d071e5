"""What an act is called, what kind of act it is and what it is about.

The tables are in order: the first row that fits decides. Each row holds Russian and Kazakh words.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from dataclasses import dataclass

from riskscan.structure.branches import branch_of
from riskscan.structure.model import ANNEXED, LARGE, ProvisionKind, ZoneKind
from riskscan.structure.profiles import SHELL, subject
from riskscan.structure.tree import Node
from riskscan.structure.words import ENACTING

_SAMPLE = 10_000  # characters in which an act says what it is
_LONGEST_TITLE = 600


@dataclass(frozen=True, slots=True)
class Identity:
    """The title, kind and profile of an act."""

    title: str
    kind: str
    profile: str | None


# How a title begins, or the line of requisites under it.
_TITLES = (
    ("constitution", r"конституция|.{0,40}конституциясы$"),
    ("code", r"(?:[\w-]+ ){0,3}кодекс\b|кодекс|.{0,80}кодексі\b"),
    ("law", r"(?:конституционный )?закон\b|о (?:ратификации|присоединении)\b|.{0,60}\bзаңы\b"),
    ("decree", r"указ\b|.{0,60}жарлығы\b"),
    ("methodology", r"методик|методическ|.{0,200}әдістеме(?:сі|лік)"),
    ("standard", r"(?:[\w-]+ ){0,2}стандарт|.{0,200}стандарт(?:ы|тары)?$"),
    ("instruction", r"(?:[\w-]+ ){0,2}инструкци|.{0,200}нұсқаулығ?ы?$"),
    ("regulation", r"(?:[\w-]+ ){0,2}положение|.{0,300}(?:туралы|мекемесінің) ереже"),
    ("charter", r"(?:[\w-]+ ){0,2}устав\b|.{0,200}жарғысы"),
    (
        "agreement",
        r"(?:[\w-]+ ){0,2}(?:договор|соглашение|конвенция|меморандум|протокол)|.{0,200}шарты?$",
    ),
    ("plan", r"(?:[\w-]+ ){0,2}(?:план|программа|концепция|дорожная карта)|.{0,200}жоспары$"),
    (
        "rules",
        r"(?:[\w-]+ ){0,3}(?:правила|порядок|требования|регламент)\b"
        r"|.{0,400}(?:қағидалары|ережелері|тәртібі)",
    ),
    ("order", r"приказ\b|.{0,60}бұйрығы\b|бұйрық$"),
    ("resolution", r"(?:нормативное )?постановлени|.{0,60}қаулысы\b|қаулы$"),
    ("decision", r"решение\b|.{0,60}шешімі\b|шешім$"),
)
# What an act calls itself.
_SELF_NAMES = {
    "кодекс": "code",
    "закон": "law",
    "конститу": "constitution",
    "правил": "rules",
    "положен": "regulation",
    "инструк": "instruction",
    "методик": "methodology",
    "стандарт": "standard",
    "устав": "charter",
    "договор": "agreement",
    "соглаше": "agreement",
    "приказ": "order",
    "постано": "resolution",
    "решени": "decision",
    "указ": "decree",
    "заң": "law",
    "қағида": "rules",
    "ереже": "regulation",
    "нұсқаул": "instruction",
    "әдістем": "methodology",
    "бұйрық": "order",
    "бұйрығ": "order",
    "қаулы": "resolution",
    "шешім": "decision",
}
_SELF = re.compile(
    r"(?:[Нн]астоящ\w+|[Оо]сы)\s+(?:Типов\w+\s+|Санитарн\w+\s+)?"
    rf"({'|'.join(f'[{name[0].upper()}{name[0]}]{name[1:]}' for name in _SELF_NAMES)})"
)
_ENACTED = (
    ("order", r"ПРИКАЗ|приказываю|БҰЙЫРАМЫН|бұйырамын"),
    ("resolution", r"ПОСТАНОВЛ|постановля|ҚАУЛЫ|қаулы ет"),
    ("decision", r"РЕШ|решил|ШЕШ|шешті"),
)
_KINDS = tuple((kind, re.compile(pattern, re.I)) for kind, pattern in _TITLES)
_ENACTING_KINDS = tuple((kind, re.compile(pattern)) for kind, pattern in _ENACTED)
_SHELLS = frozenset({"order", "resolution", "decision", "decree"})
_MARKUP = re.compile(r"[#*_>|]+")
_SPACES = re.compile(r"\s+")
_FORM = re.compile(  # «ПОСТАНОВЛЕНИЕ ПРАВИТЕЛЬСТВА …» over the title proper
    r"(?:ЗАКОН|ПРИКАЗ|ПОСТАНОВЛЕНИЕ|РЕШЕНИЕ|УКАЗ|Закон|Приказ|Постановление|Решение|Указ)\b"
    r"|[\w .«»-]{0,80}(?:ЗАҢЫ|БҰЙРЫҒЫ|ҚАУЛЫСЫ|ШЕШІМІ|ЖАРЛЫҒЫ)$"
)
_SILENT = frozenset({None, SHELL})
_STATUTES = frozenset({"constitution", "code", "law"})
_FRAGMENTS = frozenset({"code", "unknown"})  # what a part of a code without its title can be
_LISTING = frozenset({ProvisionKind.POINT, ProvisionKind.SUBPOINT, ProvisionKind.CHAPTER})
_COMPETENCES = re.compile(
    r"(?:міндеттері|функциялары|өкілеттіктері|құқықтары|задачи|функции|полномочия|права)\b", re.I
)
_ENOUGH = 2  # headings of competence
_PARTIES = ("Договаривающ", "Уағдаласушы")  # the parties of a treaty that an act approves
_PARTIES_NAMED = 5
_REACH = 2000  # characters of a point that say what it approves
_FIRST = 20  # provisions among which an enacting point stands
_APPROVING = ("Утвердить", "бекітілсін")  # cheap to look for, and no approval is without one
_APPROVED = re.compile(
    r"Утвердить\s+(?:прилага\w+\s+)?(?P<ru>Положени[^.;\n]{5,300}?)\s+(?:согласно|по)\s+приложени"
    r"|(?P<kk>[^.;\n]{5,300}?ережесі?)\s+осы\s+\S+\s+(?:\d-)?қосымшасына\s+сәйкес"
    r"[^.;\n]{0,40}бекітілсін"
)
_BILL = re.compile(
    r"\W*(?:проект\W+)?(?:(?:конституционный )?закон республики казахстан"
    r"|қазақстан республикасының (?:конституциялық )?заңы)\b",
    re.I,
)
_DRAFT = re.compile(r"(?i)^(?:проект|жоба)\W*$")


def identify(text: str, nodes: list[Node]) -> Identity:
    """Read an act's identity from its titles, its enacting clause and what it calls itself."""
    headings = _headings(text, nodes)
    instrument = _instrument_title(text, nodes) or _approved_by_annex(text, nodes)
    kind = _kind(text, nodes, headings, instrument)
    bill = _bill(text, nodes) if kind in _SHELLS else None
    if bill is not None:
        kind, headings = "law", [bill]
    named = [heading for heading in headings if not _FORM.match(heading)] or headings
    title = named[0] if named else instrument or ""
    profile = _profile(" ".join([*headings[:2], instrument or ""]), kind, nodes)
    if not title and kind in _FRAGMENTS:
        profile = branch_of(text) or profile
    if profile in _SILENT and kind not in _STATUTES and _lists_competences(text, nodes):
        profile = "body-regulation"
    if sum(text.count(party) for party in _PARTIES) >= _PARTIES_NAMED:
        profile = "contract"
    return Identity(title, kind, profile)


def _lists_competences(text: str, nodes: list[Node]) -> bool:
    """«Міндеттері:», «Функциялары:», «Құқықтары»: of by-laws only a body's regulation has these."""
    found = {
        match[0].lower()
        for node in nodes
        if node.kind in _LISTING and (match := _COMPETENCES.match(text, node.body, node.end))
    }
    return len(found) >= _ENOUGH


def _headings(text: str, nodes: list[Node]) -> list[str]:
    """The title lines of the main act; the cells of a comparative table are none."""
    headings = []
    index = 1
    while index < len(nodes) and nodes[index].kind is ProvisionKind.INDENT:
        node = nodes[index]
        if node.zone is ZoneKind.HEADING and not node.quoted:
            words = _plain(text[node.body : node.end])
            if words and not _DRAFT.match(words):
                headings.append(words)
        index = node.last
    return headings


def _instrument_title(text: str, nodes: list[Node]) -> str | None:
    for node in nodes:
        if node.kind is ProvisionKind.INSTRUMENT:
            return _plain(text[node.body : node.end]) or None
    return None


def _approved_by_annex(text: str, nodes: list[Node]) -> str | None:
    """What a point approves and an annex holds: «Утвердить Положение … по приложению»."""
    if not any(node.kind is ProvisionKind.ANNEX for node in nodes):
        return None
    for node in nodes[1:_FIRST]:
        stretch = node.body, min(node.end, node.body + _REACH)
        if node.kind is ProvisionKind.POINT and any(
            text.find(each, *stretch) >= 0 for each in _APPROVING
        ):
            approved = _APPROVED.search(text, *stretch)
            if approved is not None:
                return _plain(approved["ru"] or approved["kk"])
    return None


def _bill(text: str, nodes: list[Node]) -> str | None:
    """The title of the law whose draft a resolution brings before Parliament."""
    title = None
    for node, following in itertools.pairwise(nodes):
        if node.kind in ANNEXED:
            return None
        if node.kind is ProvisionKind.ARTICLE and not node.quoted:
            return title
        named = _BILL.match(text, node.body, node.end)
        if named is not None:
            title = _plain(text[named.end() : node.end]) or _plain(
                text[following.body : following.end]
            )
    return None


def _plain(words: str) -> str:
    return _SPACES.sub(" ", _MARKUP.sub(" ", words[:_LONGEST_TITLE])).strip()


def _kind(text: str, nodes: list[Node], headings: list[str], instrument: str | None) -> str:
    if instrument and (kind := _titled(instrument)):
        return kind
    for node in nodes[1:30]:
        if node.zone is ZoneKind.PREAMBLE and ENACTING.search(text, node.body, node.end):
            words = text[node.body : node.end]
            for kind, pattern in _ENACTING_KINDS:
                if pattern.search(words):
                    return kind
    for heading in headings:
        if kind := _titled(heading):
            return kind
    names = Counter(found.lower() for found in _SELF.findall(text, 0, _SAMPLE))
    return _SELF_NAMES[names.most_common(1)[0][0]] if names else "unknown"


def _titled(title: str) -> str | None:
    return next((kind for kind, pattern in _KINDS if pattern.match(title)), None)


def _profile(titles: str, kind: str, nodes: list[Node]) -> str | None:
    return subject(titles) or (SHELL if kind in _SHELLS and not _approves(nodes) else None)


def _approves(nodes: list[Node]) -> bool:
    """Whether an act carries what it approves: an instrument, or an annex with norms in points.

    An order has no chapters or articles itself, so these too are of what it puts in force.
    """
    annexed = False
    for node in nodes:
        if node.kind is ProvisionKind.INSTRUMENT:
            return True
        annexed = annexed or node.kind is ProvisionKind.ANNEX
        if node.kind in LARGE and not annexed and not node.quoted:
            return True
        if annexed and node.kind is ProvisionKind.POINT and not node.quoted:
            return True
    return False
