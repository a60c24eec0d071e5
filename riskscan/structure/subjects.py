"""What each provision of an act is about: the act itself, or what it changes and approves.

An order that changes other acts has no procedure of its own, but the new wording it quotes is part
of theirs, and what stands in an annex is no order.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property

from riskscan.structure.amended import AmendedAct
from riskscan.structure.model import ANNEXED, Act, ProvisionKind, ZoneKind
from riskscan.structure.profiles import SHELL, subject
from riskscan.structure.targets import Targets

_TITLE = re.compile(r"\WОб?\s|.*\sтуралы\W*$", re.DOTALL)


class Subjects:
    """Answers for one act; each part of it is asked once."""

    def __init__(self, act: Act) -> None:
        self._act = act
        self._known: dict[int, str | None] = {0: act.profile}  # by the first provision of a part
        self._asked: dict[int, str | None] = {}  # by provision

    @cached_property
    def one(self) -> bool:
        """Whether the act has no parts, so that every provision shares its profile."""
        return not any(
            each.zone is ZoneKind.INSTRUCTION or each.kind in ANNEXED
            for each in self._act.provisions
        )

    def of(self, provision: int) -> str | None:
        """The profile of the text a provision belongs to."""
        if self.one:
            return self._act.profile
        if provision not in self._asked:
            self._asked[provision] = self._of_part(self._act.part(provision))
        return self._asked[provision]

    def _of_part(self, part: int) -> str | None:
        if part not in self._known:
            around = self._of_part(self._act.part(self._act.provisions[part].parent or 0))
            told = (profile for name in self._names(part, around) if (profile := subject(name)))
            self._known[part] = next(told, None if around == SHELL else around)
        return self._known[part]

    def _names(self, part: int, around: str | None) -> Iterator[str]:
        """What a part is called, and the acts it becomes part of, nearest first.

        An annex to rules («Перечень лицензий») is about what the rules are about.
        """
        first = self._act.provisions[part]
        if first.kind not in ANNEXED:
            for owner in self._targets.owners(part):
                yield from _told_by(owner)
        elif first.kind is ProvisionKind.INSTRUMENT or around == SHELL:
            view = self._act.document.view
            yield view.span_from_source(first.text).of(view.text)
            target = self._targets.of(part)
            if target is not None and target.act is not None:
                yield from _told_by(target.act)

    @cached_property
    def _targets(self) -> Targets:
        return Targets(self._act)


def _told_by(owner: AmendedAct) -> tuple[str, ...]:
    """«приказ комитета контроля «О маяках»»: by its title, not by who adopted it."""
    titled = owner.title is not None and _TITLE.match(owner.title)
    return (owner.title or "",) if titled else (owner.ru, owner.kk)
