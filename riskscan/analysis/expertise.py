"""Whether a draft is subject to the anti-corruption expertise (article 30 of the law 480-V)."""

from __future__ import annotations

from collections.abc import Mapping

from riskscan.analysis.report import Basis, Expertise, Interface
from riskscan.engine.explanation import wording
from riskscan.engine.model import SourceDocument
from riskscan.structure.adoption import Adoption, adoption
from riskscan.structure.model import Act

_LAW = "kz-480-V"
_EXPERTISE = "30.6"
_BUDGETS = dict.fromkeys(
    (Adoption.REPUBLICAN_BUDGET, Adoption.GUARANTEED_TRANSFER, Adoption.GENERAL_TRANSFERS), "30.3"
)


def expertise(act: Act, sources: Mapping[str, SourceDocument], ui: Interface) -> Expertise | None:
    """What article 30 says of an act; None where the rules do not know that law."""
    law = sources.get(_LAW)
    if law is None:
        return None
    how = adoption(act)
    item = _BUDGETS.get(how, _EXPERTISE) if how is not None else _EXPERTISE
    basis = Basis(kind="law", source=_LAW, item=item, title=wording(law.title, ui))
    if how is None:
        return Expertise(status="unknown", basis=basis)
    if how is Adoption.ORDINARY:
        return Expertise(status="subject", basis=basis)
    return Expertise(status="excluded", exclusion=how.value, basis=basis)
