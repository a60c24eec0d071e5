"""Outlines of real acts, read and counted by hand; only numbers are kept here.

The acts lie outside the repository. Set RISKSCAN_CORPORA to their folder; without it the tests
look beside the repository, and skip when there is nothing.
"""

from __future__ import annotations

import hashlib
import json
import os
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from riskscan.structure import parse
from riskscan.structure.model import Act, Provision, ProvisionKind
from riskscan.text import Document

HERE = Path(__file__).parent
REPOSITORY = HERE.parents[1]
CORPORA = Path(os.environ.get("RISKSCAN_CORPORA", REPOSITORY.parent / "shared" / "corpora"))
OUTLINES: dict[str, dict[str, Any]] = json.loads((HERE / "outlines.json").read_text("utf-8"))
STRUCTURAL = {ProvisionKind.INSTRUMENT, ProvisionKind.ANNEX}


@pytest.fixture(params=sorted(OUTLINES))
def name(request: pytest.FixtureRequest) -> str:
    """The name of an act that is here, in the edition that was counted."""
    path = CORPORA / request.param
    if not path.is_file():
        pytest.skip("the acts are not on this machine")
    if hashlib.sha256(path.read_bytes()).hexdigest() != OUTLINES[request.param]["sha256"]:
        pytest.skip("another edition of the act")
    return str(request.param)


@cache
def read(name: str) -> Act:
    """An act, read once for all tests of a process."""
    return parse(Document((CORPORA / name).read_text("utf-8")))


def test_kind_instruments_and_annexes(name: str) -> None:
    """What the act is and what is approved by or annexed to it."""
    act, expected = read(name), OUTLINES[name]
    kinds = [p.kind for p in act.provisions]
    assert act.kind == expected["kind"]
    assert kinds.count(ProvisionKind.INSTRUMENT) == expected["instruments"]
    annexes = [p.number for p in act.provisions if p.kind is ProvisionKind.ANNEX]
    assert annexes == unfolded(expected["annexes"])


def test_sections_and_articles(name: str) -> None:
    """Their numbers in order, inserted ones included."""
    act, expected = read(name), OUTLINES[name]
    for kind in (ProvisionKind.SECTION, ProvisionKind.ARTICLE):
        if kind.value + "s" in expected:
            numbers = [p.number for p in act.provisions if p.kind is kind]
            assert numbers == unfolded(expected[kind.value + "s"])


@pytest.mark.parametrize(
    "kind", [ProvisionKind.CHAPTER, ProvisionKind.POINT, ProvisionKind.SUBPOINT]
)
def test_numbers_inside_a_unit(name: str, kind: ProvisionKind) -> None:
    """Chapters, points and subpoints of the units that were counted, in order."""
    act = read(name)
    for address, numbers in OUTLINES[name].get(kind.value + "s", {}).items():
        scope = unit(act, address)
        found = [p.number for p in inside(act, scope, kind) if not p.inline]
        assert found == unfolded(numbers), address


def unit(act: Act, address: str) -> Provision:
    """The provision at "instrument:1/point:2"; unnumbered units are counted from one."""
    scope = act.provisions[0]
    for step in filter(None, address.split("/")):
        kind, _, number = step.partition(":")
        units = inside(act, scope, ProvisionKind(kind))
        numbered = [p for p in units if p.number == number]
        scope = numbered[0] if numbered else units[int(number) - 1]
    return scope


def inside(act: Act, scope: Provision, kind: ProvisionKind) -> list[Provision]:
    """The provisions of a kind in a unit, not those of an annex or a like unit inside it."""
    found = []
    index = scope.index + 1
    while index < scope.last:
        provision = act.provisions[index]
        if provision.kind is kind:
            found.append(provision)
        closed = provision.kind in STRUCTURAL or provision.kind is kind
        index = provision.last if closed else index + 1
    return found


def unfolded(numbers: list[str | None]) -> list[str | None]:
    """ "3..5" stands for "3", "4", "5"."""
    result: list[str | None] = []
    for number in numbers:
        first, dots, last = (number or "").partition("..")
        if dots:
            result += [str(value) for value in range(int(first), int(last) + 1)]
        else:
            result.append(number)
    return result
