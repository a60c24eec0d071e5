"""Acts drawn as indented lines, so that a test shows the tree it expects."""

from __future__ import annotations

from textwrap import dedent

from riskscan.structure import parse
from riskscan.structure.model import Act, Provision, ProvisionKind
from riskscan.text import Document


def act(text: str) -> Act:
    """The act of an example; the margin of the example is taken away."""
    return parse(Document(dedent(text).strip("\n")))


def drawn(text: str) -> str:
    """The tree of an example: kind, number, own words, indented by depth."""
    return picture(act(text))


def zoned(text: str) -> list[tuple[str, str]]:
    """The zone and the own words of every provision that has words."""
    found = act(text)
    return [(p.zone.value, own(found, p)) for p in found.provisions[1:]]


def picture(found: Act) -> str:
    """The tree of an act, the root left out."""
    depths = {0: -1}
    rows = []
    for provision in found.provisions[1:]:
        depth = depths[provision.parent or 0] + 1
        depths[provision.index] = depth
        name = " ".join(filter(None, [provision.kind.value, provision.number]))
        words = own(found, provision)
        rows.append("  " * depth + name + (f": {words}" if words else ""))
    return "\n".join(rows)


def own(found: Act, provision: Provision) -> str:
    """The words of a provision on one line."""
    return " ".join(provision.text.of(found.document.text).split())


def find(found: Act, *steps: str) -> Provision:
    """The provision reached by steps such as "point 5", "subpoint 2"; "indent" is any indent."""
    scope = found.provisions[0]
    for step in steps:
        kind, _, number = step.partition(" ")
        scope = next(
            p
            for p in found.provisions[scope.index + 1 : scope.last]
            if p.kind is ProvisionKind(kind) and (p.number or "") == number
        )
    return scope
