"""The shell of an act: title and preamble, closing points, signature.

An order that approves rules is mostly shell; its closing points (registration, publication,
control, entry into force) are the same in every order and say nothing of the rules.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from riskscan.structure.model import ANNEXED, LARGE, ProvisionKind, ZoneKind
from riskscan.structure.tree import Node
from riskscan.structure.words import ENACTING, POSITION, PREDICATE, cued

_REACH = 400  # characters of a paragraph that show what it is for
_CLOSING = 16  # provisions at the end of an act among which it says when it comes into force
_LONGEST_SIGNATURE = 200

_TITLE = re.compile(r"[#*_|> ]*[А-ЯЁӘҒҚҢӨҰҮҺІA-Z«\"]")
_REQUISITES = re.compile(
    r"[*_|> ]*(?:Приказ|Закон|Кодекс|Постановление|Решение|Указ|Распоряжение|Конституция)\b"
    r".{0,300}(?:№|\bN\b|принят|от \d)",
    re.DOTALL,
)
_IN_FORCE = re.compile(
    r"(?:Настоящ|Данн)\S+\s+(?:\S+\s+){0,3}?(?:вводится|вступает|вводятся|вступают)\b"
    r"|Осы \S+(?:\s\S+){0,12}\sқолданысқа енг[іi]з[іi]л"
)
_CLOSING_POINT = re.compile(
    rf"{_IN_FORCE.pattern}|[*_|> ]*(?:Утвердить|Одобрить|Ратифицировать|Отменить)\b"
    r"|(?:Признать|Считать) утративш|Қоса бер[іi]л|Бек[іi]т[іi]лс[іi]н"
    r"|Контроль за (?:ис|вы)полнением (?:настоящ\S+ |данн\S+ )?(?:приказ|постанов|решени|распоряж)"
    r"|Контроль за .{0,200}\b(?:возложить|возлагаю|оставить|оставляю)\b",
    re.DOTALL,
)
_CLOSING_CUES = (
    ("утвердить прилагаем",),
    ("күші жойылды деп", "қоса бер", "орындалуын бақылау", "жүктелсін"),
)
_CLOSING_WORDS = re.compile(
    r".{0,300}(?:утвердить прилагаем|күші жойылды деп танылсын"
    r"|қоса бер[іi]л\S+\s.{0,200}бек[іi]т[іi]лс[іi]н"
    r"|(?:бұйры|қаулы|шеш[іi]м|өк[іi]м|жарлы)\S*\s(?:\S+\s){0,2}орындалуын бақылау"
    r"|бақылау\S* .{0,120}жүктелсін)",
    re.DOTALL,
)
_DUTY_CUES = (("обеспечить", "установленном "), ("қамтамасыз ет", "белгіленген тәртіппен"))
_DUTIES = re.compile(r"обеспечить|қамтамасыз ет|белгіленген тәртіппен|установленном .{0,60}порядке")
_REGISTRATION = re.compile(
    r"государственн\w+ регистраци|официально\w* опубликовани|опубликование настоящ"
    r"|размещени\w+\s+(?:настоящ|на (?:\S+\s)?интернет)|направлени\w+\s+(?:его\s+)?(?:копи|настоящ)"
    r"|Эталонный контрольный банк|(?:мемлекетт[іi]к|ресми)\s+(?:т[іi]ркел|жариялан)"
    r"|интернет-ресурсын\w+\s+орналастыр"
)
_NAME = re.compile(
    r"\b[А-ЯЁӘҒҚҢӨҰҮҺІ]\.\s?(?:[А-ЯЁӘҒҚҢӨҰҮҺІ]\.\s?)?[А-ЯЁӘҒҚҢӨҰҮҺІ][а-яёәғқңөұүһі]+"
    r"|\b[А-ЯЁӘҒҚҢӨҰҮҺІ]\.\s?[А-ЯЁӘҒҚҢӨҰҮҺІ]{3,}|_{3,}"
)
_AGREED = re.compile(r"[\s\"«]*(?:С ?О ?Г ?Л ?А ?С ?О ?В ?А ?Н|К ?Е ?Л ?І ?С ?І ?Л)")

_BEYOND_POINTS = ANNEXED | LARGE


def mark_opening(text: str, nodes: list[Node]) -> None:
    """The title lines and the preamble, at the beginning of the main act."""
    opening = list(_opening(nodes))
    if not opening:
        return
    enacting = next(
        (
            place
            for place, index in enumerate(opening)
            if ENACTING.search(text, nodes[index].body, nodes[index].end)
        ),
        None,
    )
    after = nodes[opening[-1]].last
    structured = after < len(nodes)
    in_law = structured and nodes[after].kind in LARGE and enacting is None
    for place, index in enumerate(opening):
        node = nodes[index]
        bare = text[node.end - 1] not in ".;:," and bool(_TITLE.match(text, node.body))
        requisites = _REQUISITES.match(text, node.body, node.end) and structured
        if (bare and index == 1 and len(nodes) > 2 and place != enacting) or (
            requisites and place != enacting
        ):
            node.zone = ZoneKind.HEADING
        elif in_law or (enacting is not None and place <= enacting):
            kind = ZoneKind.HEADING if bare and place != enacting else ZoneKind.PREAMBLE
            for inner in nodes[index : node.last]:
                if not inner.quoted:
                    inner.zone = kind


def _opening(nodes: list[Node]) -> Iterator[int]:
    """The unnumbered paragraphs the main act begins with, notes left out."""
    index = 1
    while index < len(nodes) and nodes[index].kind is ProvisionKind.INDENT:
        if nodes[index].zone is not ZoneKind.NOTE:
            yield index
        index = nodes[index].last


def mark_closing(text: str, nodes: list[Node], starts: list[int]) -> None:
    """The points every order has; of a law only that it comes into force, in its last article."""
    index = 1
    closing = set(cued(text, starts, _CLOSING_CUES))
    dutiful = set(cued(text, starts, _DUTY_CUES))
    while index < len(nodes) and nodes[index].kind not in _BEYOND_POINTS:
        node = nodes[index]
        if node.zone is ZoneKind.NORM and (
            _is_closing(text, node, worded=index in closing)
            or (index in dutiful and _is_duty_of_shell(text, nodes, index))
        ):
            for child in nodes[index : node.last]:
                if child.zone is ZoneKind.NORM:
                    child.zone = ZoneKind.BOILERPLATE
        index = node.last
    for index, node in enumerate(nodes):  # of the order amended: «1. Утвердить прилагаемые …»
        if node.zone is ZoneKind.INSERTED and _is_closing(text, node, worded=index in closing):
            node.zone = ZoneKind.BOILERPLATE
    end = _end_of_main(nodes)
    for node in nodes[max(1, end - _CLOSING) : end]:
        if node.zone is ZoneKind.NORM and _IN_FORCE.match(text, node.body, node.end):
            node.zone = ZoneKind.BOILERPLATE


def _is_closing(text: str, node: Node, *, worded: bool) -> bool:
    """Whether a point closes an order; ``worded``: it holds words only such points have."""
    reach = min(node.end, node.body + _REACH)
    return bool(
        _CLOSING_POINT.match(text, node.body, reach)
        or (worded and _CLOSING_WORDS.match(text, node.body, reach))
    )


def _is_duty_of_shell(text: str, nodes: list[Node], index: int) -> bool:
    """«… обеспечить: 1) государственную регистрацию …; 2) размещение …»."""
    node = nodes[index]
    if not _DUTIES.search(text, node.body, node.end):
        return False
    first = nodes[index + 1] if node.last > index + 1 else node
    return bool(_REGISTRATION.search(text, first.body, first.end))


def _end_of_main(nodes: list[Node]) -> int:
    return next((i for i, node in enumerate(nodes) if node.kind in ANNEXED), len(nodes))


def mark_signature(text: str, nodes: list[Node]) -> None:
    """The unnumbered lines after the last point of the main act: position and name."""
    end = first = _end_of_main(nodes)
    while first > 1 and nodes[first - 1].kind is ProvisionKind.INDENT:
        first -= 1
    in_order = any(
        node.zone is ZoneKind.PREAMBLE or node.kind in LARGE for node in nodes[:first][:40]
    )
    for index in range(max(first, 2), end):
        if nodes[index].zone in {ZoneKind.NORM, ZoneKind.FORM} and _signs(
            text, nodes[index:end], in_order=in_order
        ):
            for node in nodes[index:end]:
                if node.zone in {ZoneKind.NORM, ZoneKind.FORM}:
                    node.zone = ZoneKind.SIGNATURE
            return


def _signs(text: str, tail: list[Node], *, in_order: bool) -> bool:
    """Whether a signature begins here: a position and a name, and no predicate."""
    node = tail[0]
    if _AGREED.match(text, node.body, node.end):
        return True
    if node.end - node.body > _LONGEST_SIGNATURE or not POSITION.match(text, node.body, node.end):
        return False
    if PREDICATE.search(text, node.body, node.end):
        return False
    named = any(_NAME.search(text, line.body, line.end) for line in tail[:5])
    return named or (in_order and text[node.end - 1] not in ".;:")
