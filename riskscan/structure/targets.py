"""What new text of an amending act belongs to: «пункт 2 статьи 5 Закона …».

The instruction above the new text, and the lead-ins above the instruction («в статье 5:»), cite
the target; what the new text calls itself («2. …») decides where an instruction cites several.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from riskscan.structure.amended import AmendedAct, amended_act
from riskscan.structure.citation_steps import Citation, is_larger
from riskscan.structure.citations import find_citations
from riskscan.structure.model import ANNEXED, Act, Provision, ProvisionKind, Steps, ZoneKind
from riskscan.structure.orders import QUOTE, is_named, named_annexes
from riskscan.text import Span

_QUOTED = re.compile(QUOTE)
_OF_THIS_ACT = re.compile(r"\s*(?:к\s+)?(?:настоящ|осы\s)", re.IGNORECASE)
_MOST_BEFORE = 300  # provisions before an instruction among which its lead-ins are looked for
_NEW = frozenset({ZoneKind.INSERTED, ZoneKind.DEFINITION})
_UNITS = frozenset(ProvisionKind) - {ProvisionKind.ACT, ProvisionKind.INSTRUMENT}
_NUMBERED_THROUGH = frozenset({ProvisionKind.ARTICLE, ProvisionKind.POINT})
_HEADINGS = frozenset(  # an address that names an article or a point needs nothing larger
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


class Targets:
    """Answers for one act; what an instruction cites is read once."""

    def __init__(self, act: Act) -> None:
        self._act = act
        self._citations: dict[int, list[Citation]] = {}
        self._named: dict[int, AmendedAct | None] = {}  # by instruction

    def of(self, index: int) -> Target | None:
        """What a provision of new text will be once the amendment is made.

        None outside amendments, and where the draft says neither unit nor act.
        """
        act = self._act
        chain = [act.provisions[index], *act.ancestors(index)]
        for place, provision in enumerate(chain):
            if provision.zone is ZoneKind.INSTRUCTION and place:
                return self._of_quoted(chain[:place], provision)
            if provision.kind in ANNEXED:
                return self._of_annexed(chain[: place + 1])
        return None

    def owners(self, index: int) -> Iterator[AmendedAct]:
        """The acts named over new text, nearest first, up to the first named by its title."""
        for each in self._orders_over(self._act.provisions[index]):
            if each.index not in self._named:
                self._named[each.index] = amended_act(self._words(each))
            owner = self._named[each.index]
            if owner is not None:
                yield owner
                if owner.title is not None:
                    return

    def _orders_over(self, new: Provision) -> Iterator[Provision]:
        """The instructions that new text follows, the one that holds it, and what leads that in."""
        yield from self._before(new, alike=False)
        above = self._act.ancestors(new.index)
        instruction = next((each for each in above if each.zone is ZoneKind.INSTRUCTION), None)
        if instruction is not None:
            yield instruction
            yield from self._lead_ins(instruction)

    def _of_quoted(self, chain: list[Provision], instruction: Provision) -> Target | None:
        """``chain``: the provision and what holds it inside the new text, small to large."""
        if chain[0].zone not in _NEW:
            return None
        steps = _own(self._cited(instruction), chain[-1])
        owner = amended_act(self._words(instruction))
        for lead in self._lead_ins(instruction):
            steps = _led(self._cited(lead), steps)
            owner = owner or amended_act(self._words(lead))
        steps += _inner(chain, steps)
        if any(kind in _NUMBERED_THROUGH for kind, _ in steps):
            steps = tuple(step for step in steps if step[0] not in _HEADINGS)
        return Target(steps, owner) if steps or owner else None

    def _of_annexed(self, chain: list[Provision]) -> Target | None:
        """The target of an annex that an instruction makes the new text of another."""
        annex = chain[-1]
        for provision in self._act.provisions[1 : annex.index]:
            if provision.zone is not ZoneKind.INSTRUCTION:
                continue
            words = self._words(provision)
            for named, numbers in named_annexes(words, 0, len(words)):
                if is_named(annex.number, numbers):
                    owner = amended_act(words[: named.start])
                    for lead in self._lead_ins(provision):
                        owner = owner or amended_act(self._words(lead))
                    steps = _replaced(words, named, numbers, annex)
                    return Target(steps + _inner(chain[:-1], ()), owner)
        return None

    def _words(self, provision: Provision) -> str:
        view = self._act.document.view
        return view.span_from_source(provision.text).of(view.text)

    def _cited(self, provision: Provision) -> list[Citation]:
        """What an instruction cites of the act it changes."""
        if provision.index not in self._citations:
            words = _masked(self._words(provision))
            self._citations[provision.index] = _citations(words[_last_order(words) :])
        return self._citations[provision.index]

    def _lead_ins(self, instruction: Provision) -> Iterator[Provision]:
        """The paragraphs over an instruction, nearest first: its parents, and on the same level
        those that end with a colon and are not over yet."""
        level = instruction
        while level.parent:
            passed = self._largest(level)
            for sibling in self._before(level):
                if self._leads(sibling) and not self._is_over(sibling, passed):
                    yield sibling
                passed |= self._largest(sibling)
            level = self._act.provisions[level.parent]
            yield level

    def _before(self, level: Provision, *, alike: bool = True) -> Iterator[Provision]:
        """The instructions before one on its level, nearest first."""
        for index in range(level.index - 1, max(0, level.index - _MOST_BEFORE), -1):
            sibling = self._act.provisions[index]
            if sibling.index == level.parent:
                return
            if (
                sibling.parent == level.parent
                and (not alike or level.kind in {sibling.kind, ProvisionKind.INDENT})
                and sibling.zone is ZoneKind.INSTRUCTION
            ):
                yield sibling

    def _largest(self, provision: Provision) -> set[ProvisionKind]:
        """The kind of the largest unit an instruction cites; empty when it cites none."""
        return {cited.steps[0][0] for cited in self._cited(provision)[:1]}

    def _leads(self, provision: Provision) -> bool:
        """Whether a paragraph leads in what follows it on its level."""
        leaf = provision.last == provision.index + 1
        return leaf and self._words(provision).rstrip().endswith(":")

    def _is_over(self, lead: Provision, passed: set[ProvisionKind]) -> bool:
        """Whether an instruction behind a lead-in went over to a unit as large as the lead-in's."""
        cited = self._cited(lead)
        if not cited:
            return False
        smallest = cited[-1].steps[-1][0]
        return any(not is_larger(smallest, kind) for kind in passed)


def _masked(words: str) -> str:
    """The words with what they quote blanked out."""
    return _QUOTED.sub(lambda quote: " " * len(quote.group()), words)


def _citations(words: str) -> list[Citation]:
    """The provisions of another act that words cite."""
    return [
        each
        for each in find_citations(words, 0, len(words))
        if each.steps and each.internal is not True and not _OF_THIS_ACT.match(words, each.span.end)
    ]


def _last_order(words: str) -> int:
    """Where the last of several orders in a row begins: the one that new text follows."""
    return words.rstrip(" ;.").rfind("; ") + 1


def _own(citations: list[Citation], root: Provision) -> Steps:
    """The steps an instruction itself cites; of units listed side by side, the root's."""
    called = (root.kind, root.number)
    groups = [list(group) for _, group in groupby(citations, key=lambda each: each.span)]
    groups.sort(key=lambda group: any(called in each.steps for each in group))
    steps: Steps = ()
    for group in reversed(groups):
        chosen = next((each for each in group if called in each.steps), group[0])
        steps = _larger(chosen.steps, steps)
    return steps


def _led(citations: list[Citation], steps: Steps) -> Steps:
    """The steps under a lead-in: of «в статьях 5 и 6:» none can be told, so none is taken."""
    spans = [each.span for each in citations]
    for each in reversed(citations):
        if spans.count(each.span) == 1:
            steps = _larger(each.steps, steps)
    return steps


def _larger(above: Steps, steps: Steps) -> Steps:
    """The steps with those put before them that may hold the largest."""
    return tuple(step for step in above if not steps or _holds(step[0], steps)) + steps


def _holds(kind: ProvisionKind, steps: Steps) -> bool:
    """Whether a unit may stand over the largest of the steps; of subpoints only indents are part,
    though in codes points stand in parts."""
    largest = steps[0][0]
    if kind is ProvisionKind.SUBPOINT and largest is not ProvisionKind.INDENT:
        return False
    return is_larger(kind, largest) and kind not in {step[0] for step in steps}


def _inner(chain: list[Provision], steps: Steps) -> Steps:
    """The steps from the unit an instruction cites down to a provision inside the new text."""
    inner: list[tuple[ProvisionKind, str]] = []
    for provision in reversed(chain):
        if not provision.number or provision.kind not in _UNITS:
            continue
        step = (provision.kind, provision.number)
        renamed = not inner and steps and steps[-1][0] is provision.kind
        if step not in steps and not renamed:
            inner.append(step)
    return tuple(inner)


def _replaced(words: str, named: Span, numbers: list[str], annex: Provision) -> Steps:
    """«приложения 1 и 2 изложить … согласно приложениям 3 и 4 к настоящему приказу», paired."""
    blank = " " * (named.end - named.start)
    rest = _masked(words[: named.start] + blank + words[named.end :])
    cited = _citations(rest)
    alike = [each for each in cited if each.span == cited[-1].span]
    place = numbers.index(annex.number) if annex.number in numbers else 0
    return alike[place].steps if alike and len(alike) == max(1, len(numbers)) else ()
