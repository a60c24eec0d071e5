"""Zones: what each stretch of an act is for.

Cues are found with plain searches over the whole text and verified where they stand, so a text
without a cue costs one search for it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator

from riskscan.structure.model import ProvisionKind, Zone, ZoneKind
from riskscan.structure.tree import Node
from riskscan.structure.words import ENACTING, POSITION
from riskscan.text import Document, Span

_TOPMOST = frozenset({ProvisionKind.INSTRUMENT, ProvisionKind.ANNEX})
_LARGE = frozenset(
    {
        ProvisionKind.PART,
        ProvisionKind.SECTION,
        ProvisionKind.SUBSECTION,
        ProvisionKind.CHAPTER,
        ProvisionKind.PARAGRAPH,
        ProvisionKind.ARTICLE,
    }
)
_ITEMS = frozenset({ProvisionKind.SUBPOINT, ProvisionKind.INDENT})
_REACH = 400  # characters of a paragraph that show what it is for

_EXCLUDED_CUES = ("сключен", "тратил", "алып тасталды", "күші жойылды")
_EXCLUDED = re.compile(
    r"\(?[Ии]сключен[аоы]?\s*(?:[-–—]\s*)?(?:\(?[Зз]акон|приказ|постановлени|решени|[Уу]каз"
    r"|[Кк]онституц|[Кк]одекс|в соответствии с\s+(?:[Зз]акон|приказ|постановл|[Кк]онстит)|\.?$)"
    r"|[Уу]тратил[аои]? силу (?:[Зз]акон|приказ|постановлени|решени|[Уу]каз|в соответствии с)"
    r"|[^;]{0,80}алып тасталды"
)
_DEFINING_CUES = ("поняти", "термин", "определени", "ұғым", "терминдер")
_DEFINING = re.compile(
    r"(?:использу|применя|употребля)\S*\s(?:\S+\s){0,4}?(?:поняти|термин|определени|сокращени)"
    r"|(?:[Оо]сновные )?(?:[Пп]онятия|[Тт]ермины|[Оо]пределения)\b[^.;]{0,60}"
    r"(?:использу|применя|употребля|связанные с)"
    r"|(?:ұғымдар|терминдер|анықтамалар)\S*[^.;]{0,60}(?:пайдаланыл|қолданыл)"
)
_DASH = re.compile(r"\s[-–—]\s|:\s*$|\sозначает\s")
_FORM_CUES = ("___", "Форма\n", "Форма \n", "отметить", "(подпись", "(нужное подчеркнуть")
_FORM = re.compile(r"_{3,}|нужное (?:отметить|подчеркнуть)|[Оо]тметить|\((?:подпись|фамилия)")
_FORM_TITLE = re.compile(
    r"(?i)[\s*#>_|«\"]*(?:форма\b|заявление\b|анкета\b|расписка\b|опросный лист|журнал\b|бланк\b"
    r"|нысан\b|өтініш\b)"
)
_AMENDING_CUES = (
    "следующие изменени",
    "следующее изменени",
    "следующие дополнени",
    "следующее дополнени",
    "изменения и дополнени",
    "в следующей редакции",
    "новой редакции",
    "следующего содержания",
    " заменить слов",
    "мынадай өзгеріс",
    "мынадай толықтыру",
    "мынадай редакци",
    "жаңа редакци",
    "мынадай мазмұн",
)
_INSTRUCTION = re.compile(
    r"^[*_|> ]*Внести (?:в|изменени|дополнени|следующ)|(?:следующие|следующее|следующих) "
    r"(?:изменени|дополнени)|изложить в (?:следующей|новой) редакции"
    r"|\bдополнить\b.{0,200}(?:следующего содержания|словами|цифрами|знаками)"
    r"|(?:слов[ао]|цифры|знак\w*) [«\"].{1,400}?(?:заменить|исключить|дополнить)"
    r"|после слов[ао]? [«\"].{1,400}?дополнить"
    r"|^[^«\"]{0,200}(?:пункт|стать|част|абзац|глав|раздел|приложени)\w*[^«\"]{0,120}исключить[;.]?$"
    r"|^в[о]?\s[^.;]{1,300}:$"
    r"|мынадай өзгеріс|мынадай толықтыру|мынадай редакцияда|жаңа редакцияда|мынадай мазмұндағы"
    r"|деген сөз\w*.{0,200}(?:ауыстырылсын|алып тасталсын|толықтырылсын)|алып тасталсын[;.]?$",
    re.DOTALL,
)
_SHELL = re.compile(
    r"[*_|> ]*(?:Утвердить\b|Одобрить\b|Ратифицировать\b|Признать утративш|Контроль за "
    r"|Отменить\b|Считать утративш"
    r"|(?:Настоящ|Данн)\S+\s+(?:\S+\s+){0,3}?(?:вводится|вступает|вводятся|вступают)\b"
    r"|(?:Қоса беріл|Бекітілсін)|Осы \S+(?:\s\S+){0,12}\sқолданысқа енгізіл)"
    r"|.{0,300}(?:утвердить прилагаем|күші жойылды деп танылсын|қоса беріл\S+\s.{0,200}бекітілсін"
    r"|орындалуын бақылау|бақылау\S* .{0,120}жүктелсін)",
    re.DOTALL,
)
_DUTIES = re.compile(r"обеспечить|қамтамасыз етсін|қамтамасыз ету|заңнамада белгіленген тәртіппен")
_REGISTRATION = re.compile(
    r"государственную регистрацию|государственной регистрации|официально\w* опубликовани"
    r"|размещени\w+\s+(?:настоящ|на (?:\S+\s)?интернет)|направлени\w+\s+(?:его\s+)?(?:копи|настоящ)"
    r"|Эталонный контрольный банк|(?:мемлекеттік|ресми)\s+(?:тіркел|жариялан)"
    r"|интернет-ресурсын\w+\s+орналастыр"
)
_OLD_WORDS = re.compile(r"(?:слов[ао]|цифры|знак\w*)\s+([«\"][^»\"]{1,2000}[»\"])")
_NEW_WORDS = re.compile(r"(?:словами|словом|цифрами|знак\w*ми)\s+([«\"][^»\"]{1,2000}[»\"])")
_CURRENT_COLUMN = re.compile(r"(?i)действующая\s+редакция|қолданыстағы\s+редакция")
_PROPOSED_COLUMN = re.compile(r"(?i)предлагаемая\s+редакция|ұсынылатын\s+редакция")


def mark_zones(document: Document, nodes: list[Node]) -> tuple[Zone, ...]:
    """Set the zone of every node and return the zones of the whole document."""
    text = document.text
    starts = [node.start for node in nodes]
    _mark_excluded(text, nodes, starts)
    _mark_opening(text, nodes)
    _mark_definitions(text, nodes, starts)
    _mark_forms(text, nodes, starts)
    overlays: list[Zone] = []
    if any(cue in text for cue in _AMENDING_CUES):
        overlays = _mark_instructions(text, nodes)
    _mark_signatures(text, nodes)
    _mark_shell(text, nodes)
    overlays += _mark_columns(document, nodes, starts)
    return _laid(len(text), nodes, overlays)


def _cued(text: str, starts: list[int], cues: Iterable[str]) -> Iterator[int]:
    """The nodes whose text holds a cue, some more than once."""
    for cue in cues:
        place = text.find(cue)
        while place >= 0:
            yield max(0, bisect_right(starts, place) - 1)
            place = text.find(cue, place + len(cue))


def _mark_excluded(text: str, nodes: list[Node], starts: list[int]) -> None:
    """«5) исключен Законом …» is a note about a provision that is no more."""
    for index in _cued(text, starts, _EXCLUDED_CUES):
        node = nodes[index]
        if node.zone is not ZoneKind.NOTE and _EXCLUDED.match(text, node.body, node.end):
            node.zone = ZoneKind.NOTE


def _mark_opening(text: str, nodes: list[Node]) -> None:
    """The title lines and the preamble, at the beginning of the main act."""
    opening = _opening(nodes)
    if not opening:
        return
    enacting = next(
        (place for place, node in enumerate(opening) if ENACTING.search(text, node.body, node.end)),
        None,
    )
    follows_structure = opening[-1].last < len(nodes)
    for place, node in enumerate(opening):
        ended = text[node.end - 1] in ".;:,"
        if enacting is not None and place <= enacting:
            titled = not ended and place < enacting
        elif len(nodes) > 2 and place == 0 and not ended and text[node.body].isupper():
            titled = True
        elif place and follows_structure and _is_requisites(text, node):
            titled = True
        elif follows_structure and enacting is None and nodes[opening[-1].last].kind in _LARGE:
            titled = not ended and text[node.body] in "#КЗ"
        else:
            continue
        node.zone = ZoneKind.HEADING if titled else ZoneKind.PREAMBLE
        if titled:
            continue
        for child in _descendants(nodes, node):
            child.zone = ZoneKind.PREAMBLE


_REQUISITES = re.compile(
    r"[*_|> ]*(?:Приказ|Закон|Кодекс|Постановление|Решение|Указ|Распоряжение|Конституция)\b"
    r".{0,300}(?:№|\bN\b|принят|от \d)",
    re.DOTALL,
)


def _is_requisites(text: str, node: Node) -> bool:
    return bool(_REQUISITES.match(text, node.body, node.end))


def _opening(nodes: list[Node]) -> list[Node]:
    """The unnumbered paragraphs the main act begins with."""
    opening = []
    index = 1
    while index < len(nodes):
        node = nodes[index]
        if node.kind is not ProvisionKind.INDENT:
            break
        if node.zone is not ZoneKind.NOTE:
            opening.append(node)
        index = node.last
    return opening


def _descendants(nodes: list[Node], node: Node) -> Iterator[Node]:
    index = nodes.index(node) if node.last - 1 < 64 else -1
    if index < 0:
        index = node.last - 1
        while nodes[index] is not node:
            index -= 1
    return (nodes[child] for child in range(index + 1, node.last))


def _mark_definitions(text: str, nodes: list[Node], starts: list[int]) -> None:
    """The words «используются следующие основные понятия» and the items with a dash under them."""
    for index in set(_cued(text, starts, _DEFINING_CUES)):
        node = nodes[index]
        if node.zone is not ZoneKind.NORM or text[node.end - 1] not in ":.":
            continue
        if not _DEFINING.search(text, node.body, min(node.end, node.body + _REACH)):
            continue
        items = [
            child
            for child in range(index + 1, node.last)
            if nodes[child].kind in _ITEMS and nodes[child].zone is ZoneKind.NORM
        ]
        listed = [child for child in items if nodes[child].parent == index]
        if not any(_is_definition(text, nodes[child]) for child in listed):
            continue
        node.zone = ZoneKind.DEFINITION
        for child in items:
            nodes[child].zone = ZoneKind.DEFINITION


def _is_definition(text: str, node: Node) -> bool:
    return bool(_DASH.search(text, node.body, min(node.end, node.body + _REACH)))


def _mark_forms(text: str, nodes: list[Node], starts: list[int]) -> None:
    """Lines to fill in, and annexes that are forms."""
    for index in set(_cued(text, starts, _FORM_CUES)):
        node = nodes[index]
        if node.zone is ZoneKind.NORM and _FORM.search(text, node.body, node.end):
            node.zone = ZoneKind.FORM
    for index, node in enumerate(nodes):
        if node.kind not in _TOPMOST:
            continue
        first = nodes[index + 1] if index + 1 < node.last else None
        titled = _FORM_TITLE.match(text, node.body, node.end)
        lined = first is not None and text[first.body : first.end].strip(" *_|") == "Форма"
        if titled or lined:
            for child in nodes[index + 1 : node.last]:
                if child.zone is ZoneKind.NORM:
                    child.zone = ZoneKind.FORM


def _mark_instructions(text: str, nodes: list[Node]) -> list[Zone]:
    """What an amending act orders, and the old and new words its instructions quote."""
    overlays: list[Zone] = []
    for node in nodes[1:]:
        if node.zone is not ZoneKind.NORM:
            continue
        if _INSTRUCTION.search(text, node.body, min(node.end, node.body + 4 * _REACH)):
            node.zone = ZoneKind.INSTRUCTION
            overlays += _quoted_words(text, node)
    return overlays


def _quoted_words(text: str, node: Node) -> Iterator[Zone]:
    pairs = [
        Zone(kind, Span(*found.span(1)))
        for kind, pattern in ((ZoneKind.REPLACED, _OLD_WORDS), (ZoneKind.INSERTED, _NEW_WORDS))
        for found in pattern.finditer(text, node.body, node.end)
    ]
    end = node.body
    for zone in sorted(pairs, key=lambda pair: pair.span):
        if zone.span.start >= end:
            yield zone
            end = zone.span.end


def _mark_shell(text: str, nodes: list[Node]) -> None:
    """Closing points of an order: approval, registration, publication, control, entry into force."""
    has_enacting = any(node.zone is ZoneKind.PREAMBLE for node in nodes[: min(len(nodes), 40)])
    index = 1
    while index < len(nodes):
        node = nodes[index]
        if node.kind in _TOPMOST:
            return
        if node.kind in _LARGE:
            index += 1
            continue
        if node.zone is ZoneKind.NORM and (has_enacting or node.parent == 0):
            if _SHELL.match(text, node.body, min(node.end, node.body + _REACH)):
                _mark_all(nodes, index, ZoneKind.BOILERPLATE)
            elif _is_publication(text, nodes, index):
                _mark_all(nodes, index, ZoneKind.BOILERPLATE)
        index = node.last


def _is_publication(text: str, nodes: list[Node], index: int) -> bool:
    """«обеспечить: 1) государственную регистрацию … 2) размещение …»."""
    node = nodes[index]
    if not _DUTIES.search(text, node.body, node.end):
        return False
    first = nodes[index + 1] if node.last > index + 1 else node
    return bool(_REGISTRATION.search(text, first.body, first.end))


def _mark_all(nodes: list[Node], index: int, zone: ZoneKind) -> None:
    for child in nodes[index : nodes[index].last]:
        if child.zone is ZoneKind.NORM:
            child.zone = zone


def _mark_signatures(text: str, nodes: list[Node]) -> None:
    """The unnumbered lines after the last point of the main act: position and name."""
    end = next((i for i, node in enumerate(nodes) if node.kind in _TOPMOST), len(nodes))
    index = end
    tail: list[int] = []
    while index > 1:
        node = nodes[index - 1]
        if node.kind is not ProvisionKind.INDENT or node.end - node.body > 200:
            break
        if text[node.end - 1] in ".;:" and not POSITION.match(text, node.body):
            break
        if node.zone in {ZoneKind.NORM, ZoneKind.FORM}:
            tail.append(index - 1)
        index -= 1
    begun = False
    for place in reversed(tail):
        begun = begun or bool(POSITION.match(text, nodes[place].body))
        if begun:
            nodes[place].zone = ZoneKind.SIGNATURE


def _mark_columns(document: Document, nodes: list[Node], starts: list[int]) -> list[Zone]:
    """The columns of a comparative table, when the source says which cell a text came from."""
    zones: list[Zone] = []
    columns: dict[int, dict[int, ZoneKind]] = {}
    for segment in document.segments:
        if segment.cell is None:
            continue
        table, _, column = segment.cell
        words = document.text[segment.start : segment.end]
        kinds = columns.setdefault(table, {})
        if len(words) < 80 and column not in kinds:
            if _CURRENT_COLUMN.search(words):
                kinds[column] = ZoneKind.CURRENT
                continue
            if _PROPOSED_COLUMN.search(words):
                kinds[column] = ZoneKind.INSERTED
                continue
        kind = kinds.get(column)
        if kind is not None and ZoneKind.CURRENT in kinds.values():
            zones.append(Zone(kind, Span(segment.start, segment.end)))
            first = max(1, bisect_right(starts, segment.start) - 1)
            for node in nodes[first : bisect_right(starts, segment.end - 1)]:
                if node.start >= segment.start and node.zone is not ZoneKind.NOTE:
                    node.zone = kind
    return zones


def _laid(length: int, nodes: list[Node], overlays: list[Zone]) -> tuple[Zone, ...]:
    """The zones side by side: a node's zone from its first character to the next node's."""
    kind: ZoneKind | None = None
    zones: list[Zone] = []
    start = 0
    for node in nodes[1:]:
        if node.zone is not kind:
            if kind is not None:
                zones.append(Zone(kind, Span(start, node.start)))
                start = node.start
            kind = node.zone
    if length:
        zones.append(Zone(kind or ZoneKind.NORM, Span(start, length)))
    return tuple(_over(zones, sorted(overlays, key=lambda zone: zone.span)))


def _over(zones: list[Zone], overlays: list[Zone]) -> Iterator[Zone]:
    """Lay small zones over large ones."""
    place = 0
    for zone in zones:
        start = zone.span.start
        while place < len(overlays) and overlays[place].span.start < zone.span.end:
            over = overlays[place]
            if over.span.end > zone.span.end or over.span.start < start:
                place += 1
                continue
            if over.span.start > start:
                yield Zone(zone.kind, Span(start, over.span.start))
            yield over
            start = over.span.end
            place += 1
        if start < zone.span.end:
            yield Zone(zone.kind, Span(start, zone.span.end))
