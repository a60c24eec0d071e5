"""Whether a text is an act from its beginning, so that what it does not say is not said."""

from __future__ import annotations

from riskscan.structure.model import Act, ProvisionKind, ZoneKind
from riskscan.structure.numbering import is_first

_COUNTED = frozenset({ProvisionKind.POINT, ProvisionKind.ARTICLE})
_FEWEST = 5  # points and articles of an act that explains its words
_AMENDING = frozenset({ZoneKind.INSERTED, ZoneKind.INSTRUCTION, ZoneKind.CURRENT})


def is_entire(act: Act) -> bool:
    """Whether an act is no excerpt, no comparative table and no amendment of another act."""
    numbers = [p.number for p in act.provisions if p.kind in _COUNTED and p.number]
    return (
        len(numbers) >= _FEWEST
        and is_first(str(numbers[0]))
        and not act.compared
        and all(p.zone not in _AMENDING and not p.fragment for p in act.provisions)
    )
