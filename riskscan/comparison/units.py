"""The units two texts are compared by: what bears a number, with its unnumbered paragraphs.

Paragraphs are cut differently in the two languages far more often than they are numbered
differently, so an unnumbered paragraph belongs to the unit above it. Chapters and sections stand
beside the points they head: where one text's heading is not recognised, the points still meet.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from riskscan.structure.model import ANNEXED, LARGE, Act, Provision, ProvisionKind, ZoneKind

HEADINGS = LARGE - {ProvisionKind.ARTICLE}
_SILENT = frozenset(
    {
        ZoneKind.SIGNATURE,
        ZoneKind.FORM,
        ZoneKind.NOTE,
        ZoneKind.REPLACED,
        ZoneKind.CURRENT,
        ZoneKind.HEADING,
    }
)
_COUNTED = frozenset({ZoneKind.NORM, ZoneKind.INSERTED, ZoneKind.DEFINITION})


@dataclass(slots=True)
class Unit:
    """A numbered or headed provision.

    ``paragraphs`` are the provisions whose words are compared: its own and those of its unnumbered
    paragraphs; ``indents`` counts the latter; ``parent`` and ``children`` are ordinals of units.
    ``silent``: a form, a signature, an old wording, of which nothing is compared.
    """

    index: int
    parent: int
    kind: str
    number: str | None
    silent: bool
    paragraphs: list[int] = field(default_factory=list)
    indents: int = 0
    children: list[int] = field(default_factory=list)

    @property
    def key(self) -> tuple[str, str | None]:
        """What its counterpart is looked for by."""
        return self.kind, self.number


@dataclass(frozen=True, slots=True)
class Outline:
    """The units of an act in text order, the act itself first; ``owners`` by provision."""

    act: Act
    units: list[Unit]
    owners: list[int]


def outline(act: Act) -> Outline:
    """The units of an act."""
    units: list[Unit] = []
    owners: list[int] = []
    holders: list[int] = []  # by unit: the unit its children hang on
    for provision in act.provisions:
        above = owners[provision.parent] if provision.parent is not None else -1
        if provision.kind is ProvisionKind.INDENT:
            owners.append(above)
            _add_paragraph(units[above], provision)
            continue
        own = len(units)
        owners.append(own)
        holder = holders[above] if above >= 0 else own
        units.append(_unit(provision, holder))
        if above >= 0:
            units[holder].children.append(own)
        holders.append(holder if provision.kind in HEADINGS else own)
    return Outline(act, units, owners)


def _unit(provision: Provision, parent: int) -> Unit:
    kind = "annexed" if provision.kind in ANNEXED else provision.kind.value
    unit = Unit(provision.index, parent, kind, provision.number, provision.zone in _SILENT)
    if not unit.silent:
        unit.paragraphs.append(provision.index)
    return unit


def _add_paragraph(unit: Unit, paragraph: Provision) -> None:
    if paragraph.zone in _SILENT:
        return
    unit.paragraphs.append(paragraph.index)
    unit.indents += paragraph.zone in _COUNTED
