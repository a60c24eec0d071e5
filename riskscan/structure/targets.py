"""What new text of an amending act belongs to: «пункт 2 статьи 5 Закона …».

The instruction above the new text, and the lead-ins above the instruction («в статье 5:»), cite
the target; what the new text calls itself («2. …») decides where an instruction cites several.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from riskscan.structure.amended import AmendedAct, amended_act
from riskscan.structure.citation_steps import Citation, is_larger
from riskscan.structure.citations import find_citations
from riskscan.structure.model import ANNEXED, Act, Provision, ProvisionKind, ZoneKind
from riskscan.structure.orders import QUOTE

Steps = tuple[tuple[ProvisionKind, str], ...]

_QUOTED = re.compile(QUOTE)
_SENTENCE = re.compile(r"[;.]\s")
_BY_ANNEX = re.compile(
    r"согласно\s+приложени(?:ю|ям)(?P<ru>[\s№\d,и-]*)\s*к\s+настоящ\w+\s"
    r"|осы\s+\w+\s(?P<kk>[\d,\s-]*(?:және\s[\d-]+)?)-?\s?қосымша\w*\sсәйкес",
    re.IGNORECASE,
)
_OF_THIS_ACT = re.compile(r"\s*(?:к\s+)?(?:настоящ|осы\s)", re.IGNORECASE)
_NUMBERS = re.compile(r"\d+(?:-\d+)*")
_MOST_BEFORE = 300  # provisions before an instruction among which its lead-ins are looked for
_UNITS = frozenset(ProvisionKind) - {ProvisionKind.ACT, ProvisionKind.INSTRUMENT}
_OVER_ARTICLES = frozenset(  # an address that names an article needs nothing larger
    {
        ProvisionKind.SECTION,
        ProvisionKind.SUBSECTION,
        ProvisionKind.CHAPTER,
        ProvisionKind.PARAGRAPH,
    }
)


@dataclass(frozen=True, slots=True)
class Target:
    """Where new text is to stand: steps from large to small, in which act, if it is named."""

    steps: Steps
    act: AmendedAct | None


def target_of(act: Act, index: int) -> Target | None:
    """What a provision of new text will be once the amendment is made.

    None outside amendments, and where the draft says neither unit nor act.
    """
    chain = [act.provisions[index], *act.ancestors(index)]
    for place, provision in enumerate(chain):
        if provision.zone is ZoneKind.INSTRUCTION and place:
            return _target(act, chain[:place], provision)
        if provision.kind in ANNEXED:
            return _by_annex(act, chain[: place + 1])
    return None


def _target(act: Act, chain: list[Provision], instruction: Provision) -> Target | None:
    """``chain``: the provision and what holds it inside the new text, small to large."""
    if chain[0].zone not in {ZoneKind.INSERTED, ZoneKind.DEFINITION}:
        return None
    root = chain[-1]
    citations = _cited(act, instruction)
    steps = _own(citations, root)
    owner = _named(act, instruction)
    for lead in _lead_ins(act, instruction):
        above = _cited(act, lead)
        steps = _joined(above, steps)
        owner = owner or _named(act, lead)
    steps += _inner(chain, steps)
    if any(kind is ProvisionKind.ARTICLE for kind, _ in steps):
        steps = tuple(step for step in steps if step[0] not in _OVER_ARTICLES)
    return Target(steps, owner) if steps or owner else None


def _cited(act: Act, provision: Provision) -> list[Citation]:
    """What an instruction cites of the act it changes, outside of quotes."""
    words = _QUOTED.sub(lambda quote: " " * len(quote.group()), _words(act, provision))
    if provision.zone is ZoneKind.INSTRUCTION and not words.rstrip().endswith(":"):
        words = _last_order(words)
    found = find_citations(words, 0, len(words))
    return [
        each
        for each in found
        if each.steps and each.internal is not True and not _OF_THIS_ACT.match(words, each.span.end)
    ]


def _words(act: Act, provision: Provision) -> str:
    view = act.document.view
    return view.span_from_source(provision.text).of(view.text)


def _last_order(words: str) -> str:
    """Of several orders in a row the last, which the new text follows."""
    breaks = list(_SENTENCE.finditer(words.rstrip(" ;.")))
    return words[breaks[-1].end() :] if breaks else words


def _own(citations: list[Citation], root: Provision) -> Steps:
    """The steps an instruction itself cites; of units listed side by side, the root's."""
    steps: Steps = ()
    while citations:
        last = citations[-1].span
        alike = [each for each in citations if each.span == last]
        citations = citations[: -len(alike)]
        chosen = next(
            (each for each in alike if (root.kind, root.number) in each.steps), alike[0]
        ).steps
        steps = _larger(chosen, steps)
    return steps


def _larger(above: Steps, steps: Steps) -> Steps:
    """The steps with those put before them that may hold the largest."""
    fitting = tuple(step for step in above if not steps or _holds(step[0], steps))
    return fitting + steps


def _holds(kind: ProvisionKind, steps: Steps) -> bool:
    return is_larger(kind, steps[0][0]) and kind not in {step[0] for step in steps}


def _joined(citations: list[Citation], steps: Steps) -> Steps:
    """The steps under a lead-in: of «в статьях 5 и 6:» none can be told, so none is taken."""
    spans = [each.span for each in citations]
    for each in reversed(citations):
        if spans.count(each.span) == 1:
            steps = _larger(each.steps, steps)
    return steps


def _inner(chain: list[Provision], steps: Steps) -> Steps:
    """The steps from the unit an instruction cites down to a provision inside the new text."""
    inner: list[tuple[ProvisionKind, str]] = []
    for provision in reversed(chain):
        step = (provision.kind, provision.number or "")
        if not provision.number or provision.kind not in _UNITS or step in steps:
            continue
        last = inner[-1] if inner else steps[-1] if steps else None
        if last is None or last[0] is not provision.kind or inner:
            inner.append(step)
    return tuple(inner)


def _lead_ins(act: Act, instruction: Provision) -> Iterator[Provision]:
    """The paragraphs over an instruction, nearest first: its parents, and on the same level those
    that end with a colon and are not over yet."""
    passed: list[Provision] = []
    level = instruction
    while True:
        before = level.index - 1
        for index in range(before, max(0, before - _MOST_BEFORE), -1):
            sibling = act.provisions[index]
            if sibling.index == level.parent:
                break
            if sibling.parent != level.parent or sibling.zone is not ZoneKind.INSTRUCTION:
                continue
            if sibling.kind is not level.kind and level.kind is not ProvisionKind.INDENT:
                continue
            if _is_open(act, sibling) and not _is_over(act, sibling, [*passed, level]):
                yield sibling
            passed.append(sibling)
        if level.parent is None or level.parent == 0:
            return
        level = act.provisions[level.parent]
        passed = []
        yield level


def _is_open(act: Act, provision: Provision) -> bool:
    """Whether a paragraph leads in what follows it on its level."""
    leaf = provision.last == provision.index + 1
    return leaf and _words(act, provision).rstrip().endswith(":")


def _is_over(act: Act, lead: Provision, after: list[Provision]) -> bool:
    """Whether an instruction behind a lead-in goes over to a unit as large as the lead-in's."""
    led = _cited(act, lead)
    if not led:
        return False
    smallest = led[-1].steps[-1][0]
    return any(
        not is_larger(smallest, cited.steps[0][0])
        for each in after
        for cited in _cited(act, each)[-1:]
    )


def _named(act: Act, provision: Provision) -> AmendedAct | None:
    return amended_act(_words(act, provision))


def _by_annex(act: Act, chain: list[Provision]) -> Target | None:
    """The target of an annex that an instruction makes the new text of another."""
    annex = chain[-1]
    for provision in act.provisions[1 : annex.index]:
        if provision.zone is not ZoneKind.INSTRUCTION:
            continue
        words = _words(act, provision)
        for named in _BY_ANNEX.finditer(words):
            numbers = _NUMBERS.findall(named["ru"] or named["kk"] or "")
            if annex.number is not None and annex.number not in numbers and numbers:
                continue
            target = _replaced_annex(act, provision, words, named, numbers, annex)
            return Target(target.steps + _inner(chain[:-1], ()), target.act)
    return None


def _replaced_annex(
    act: Act,
    instruction: Provision,
    words: str,
    named: re.Match[str],
    numbers: list[str],
    annex: Provision,
) -> Target:
    """«приложения 1 и 2 изложить … согласно приложениям 3 и 4 к настоящему приказу», paired."""
    masked = words[: named.start()] + " " * len(named.group()) + words[named.end() :]
    masked = _QUOTED.sub(lambda quote: " " * len(quote.group()), masked)
    cited = [each for each in find_citations(masked, 0, len(masked)) if each.steps]
    place = numbers.index(annex.number) if annex.number in numbers else 0
    steps: Steps = ()
    if cited:
        alike = [each for each in cited if each.span == cited[-1].span]
        steps = alike[place].steps if len(alike) == max(1, len(numbers)) else ()
    owner = amended_act(words[: named.start()])
    for lead in _lead_ins(act, instruction):
        owner = owner or _named(act, lead)
    return Target(steps, owner)
