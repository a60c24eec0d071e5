"""Questions about the whole act around a norm: its size, its checklist, its other powers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from riskscan.engine.guards import Site
from riskscan.engine.model import Item, Powers, Profile, Whole
from riskscan.norms.lookup import Found, Lookup
from riskscan.norms.model import POWER, Frame, Modality, Place, Verdict
from riskscan.norms.reader import NormReader
from riskscan.structure.model import ProvisionKind
from riskscan.text import Span

_COUNTED = frozenset({ProvisionKind.POINT, ProvisionKind.ARTICLE})


class WholeAct:
    """Answers what no single sentence can; each answer says what was looked at."""

    def __init__(self, reader: NormReader, lookup: Lookup, profiles: Mapping[str, Profile]) -> None:
        self._reader = reader
        self._lookup = lookup
        self._profiles = profiles
        provisions = reader.act.provisions
        self._points = sum(provision.kind in _COUNTED for provision in provisions)

    def failed(self, wanted: Whole, site: Site) -> str | None:
        """Which condition other than the checklist does not hold; None when all do."""
        if self._points < wanted.points:
            return f"{self._points} points; {wanted.points} show a procedure whole"
        if wanted.names and not self._reader.table.sentences("concept", wanted.names):
            return f"no <{wanted.names}> in the act"
        if site.frame is None:
            return None
        if wanted.powers is not None:
            held = self._held(wanted.powers, site.frame)
            if held < wanted.powers.at_least:
                return f"{held} of {wanted.powers.at_least} powers in one hand"
        if wanted.rival and self.rival(site.frame) is None:
            return "nobody else does the same"
        return None

    def checklist(self, wanted: Whole, site: Site) -> Iterator[tuple[Item, Found]]:
        """Every item of the wanted profile with what came of looking for it."""
        if wanted.profile is None or site.frame is None:
            return
        outside = self._lookup.points_outside(site.frame)
        for item in self._profiles[wanted.profile].items:
            yield item, self._item(wanted.profile, item, site, outside)

    def rival(self, frame: Frame) -> Span | None:
        """The norm by which another holder of power does the same to the same thing."""
        reader = self._reader
        mine = reader.name(frame.actor).lower()
        nouns = self._lookup.object_nouns(frame)
        if not mine or not nouns:
            return None
        for action in frame.actions:
            for sentence in sorted(reader.predicating(action) & reader.powerful()):
                if reader.text.provisions[sentence] in {frame.provision, -1}:
                    continue
                for other in reader.frames(sentence):
                    if (
                        action in other.actions
                        and other.actor.role in POWER
                        and other.modality is not Modality.MUST_NOT
                        and reader.name(other.actor).lower() != mine
                        and nouns == self._lookup.object_nouns(other)
                    ):
                        return other.predicate
        return None

    def _item(self, profile: str, item: Item, site: Site, outside: Span | None) -> Found:
        reader = self._reader
        said = sorted(self._said(profile, item))
        near = reader.sentences_between(*reader.article(site.provision))
        for place, found in (
            (Place.ARTICLE, [s for s in said if s in near]),
            (Place.DOCUMENT, said),
        ):
            if found:
                return Found(Verdict.PRESENT, (place,), reader.sentence_span(found[0]))
        searched = (Place.ARTICLE, Place.DOCUMENT)
        if outside is not None:
            return Found(Verdict.UNKNOWN, searched, outside)
        return Found(Verdict.ABSENT, searched)

    def _said(self, profile: str, item: Item) -> set[int]:
        """The sentences that show an item."""
        reader = self._reader
        said = set(reader.table.sentences("profile", profile, item.id))
        if item.element is None:
            return said
        if not item.action:
            return said | reader.table.sentences("element", item.element.value, "patterns")
        return said.union(*(reader.bounded(action, item.element) for action in item.action))

    def _held(self, powers: Powers, frame: Frame) -> int:
        """In how many groups of actions the frame's actor acts within its article (chapter)."""
        reader = self._reader
        mine = reader.name(frame.actor).lower()
        if not mine:
            return 0
        within = reader.sentences_between(*reader.article(frame.provision))
        return sum(
            any(
                not set(group).isdisjoint(other.actions)
                and other.modality is not Modality.MUST_NOT
                and reader.name(other.actor).lower() == mine
                for action in group
                for sentence in reader.predicating(action) & reader.powerful()
                if sentence in within
                for other in reader.frames(sentence)
            )
            for group in powers.of
        )
