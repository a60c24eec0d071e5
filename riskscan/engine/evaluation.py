"""Rules against frames: ``when``, ``lacks``, ``unless``, and the evidence for each answer.

One function decides, for the analysis and for ``explain`` alike: it returns a match with its
evidence or the first condition that failed. Cheap conditions come first.
"""

from __future__ import annotations

import itertools
import operator
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from riskscan.engine.elsewhere import said_of
from riskscan.engine.guards import CHEAP, DEAR, Site, applies
from riskscan.engine.load import Loads
from riskscan.engine.model import Item, Profile, Rule, When
from riskscan.engine.prospects import Prospects
from riskscan.engine.surroundings import Surroundings
from riskscan.engine.whole import WholeAct
from riskscan.norms.certainty import Part, certainty
from riskscan.norms.compared import ComparedRows
from riskscan.norms.elaboration import Elaborations
from riskscan.norms.facts import Sighting
from riskscan.norms.hits import Hit
from riskscan.norms.lengths import falls_short, outlasts
from riskscan.norms.lookup import Found, Lookup
from riskscan.norms.losses import Loss, Weakening
from riskscan.norms.model import POWER, TIMES, ElementKind, Frame, Place, Role, Verdict
from riskscan.norms.reader import NormReader
from riskscan.norms.settled import Settled
from riskscan.norms.sightings import Sightings
from riskscan.norms.weakening import Weakenings
from riskscan.structure.model import Act
from riskscan.text import Span

# «выдает … либо направляет мотивированный отказ»: the second outcome is named just past the phrase.
_AFTERTHOUGHT = 4  # tokens


@dataclass(frozen=True, slots=True)
class Lacking:
    """One looked-for element, or item of a checklist, and what came of it."""

    element: ElementKind | Item
    found: Found

    @property
    def name(self) -> str:
        """The element's kind or the item's id."""
        return self.element.id if isinstance(self.element, Item) else self.element.value


@dataclass(frozen=True, slots=True)
class Match:
    """A rule that holds at a site, with everything that was looked at on the way.

    ``weakened`` is what a comparative table shows the norm to lose; ``standing`` are the same words
    in the wording in force. ``sighting`` is the fact of structure that the site shows
    together with other places.
    """

    rule: Rule
    site: Site
    branch: When
    lacking: tuple[Lacking, ...]
    weighed: tuple[Lacking, ...]
    power: bool  # the actor holds power, or only an authority performs the action
    proven: bool  # every lack was proven absent
    weakened: tuple[Weakening, ...] = ()
    standing: Span | None = None
    sighting: Sighting | None = None


@dataclass(frozen=True, slots=True)
class Failure:
    """The first condition that did not hold, in a form ``explain`` can print."""

    rule: Rule
    site: Site
    condition: str
    detail: str


class Evaluator:
    """Weighs the rules of one language on one act."""

    def __init__(self, reader: NormReader, profiles: Mapping[str, Profile]) -> None:
        self._reader = reader
        self._lookup = Lookup(reader)
        self._elaborations = Elaborations(reader)
        self._settled = Settled(reader)
        self._whole = WholeAct(reader, self._lookup, profiles)
        self._loads = Loads(reader.text)
        self._compared = ComparedRows(reader)
        self._weakenings = Weakenings(reader, self._compared)
        self._sightings = Sightings(reader)
        self._around = Surroundings(reader)
        self._prospects = Prospects(
            reader, self._around, self._whole, self._loads, self._weakenings, self._sightings
        )

    def matches(self, rule: Rule) -> Iterator[Match]:
        """Every match of a rule, in text order; the first alone where one tells it of the act."""
        pairs = self._prospects.of(rule)
        if rule.once:
            pairs.sort(key=operator.itemgetter(1))
        found = (
            outcome
            for sentence, number in pairs
            for site in self._sites(rule, number, sentence, quick=True)
            if isinstance(outcome := self._weigh(rule, rule.when.branches[number], site), Match)
        )
        yield from itertools.islice(found, 1) if rule.once else found

    def outcomes(self, rule: Rule, sentences: list[int]) -> Iterator[Match | Failure]:
        """What the rule says of each site of some sentences."""
        for sentence in sentences:
            for number, branch in enumerate(rule.when.branches):
                for site in self._sites(rule, number, sentence):
                    zone = self.act.provisions[site.provision].zone
                    if zone in rule.zones:
                        yield self._weigh(rule, branch, site)
                    else:
                        yield Failure(rule, site, "zones", zone)

    @property
    def act(self) -> Act:
        """The act under evaluation."""
        return self._reader.act

    def sentences(self, provision: int) -> range:
        """The sentences of a provision's own text."""
        return self._reader.sentences(provision)

    def frames(self, sentence: int) -> tuple[Frame, ...]:
        """The norm frames of a sentence."""
        return self._reader.frames(sentence)

    def certainty(self) -> list[Part]:
        """The parts of the normative certainty of the act."""
        return certainty(self._reader)

    def look(self, frame: Frame, kind: ElementKind, places: tuple[Place, ...]) -> Found:
        """What came of looking for one element of a frame."""
        return self._lookup.find(frame, kind, places)

    def _sites(
        self, rule: Rule, number: int, sentence: int, *, quick: bool = False
    ) -> Iterator[Site]:
        """The places to weigh in a sentence; ``quick`` leaves out frames of another kind unsaid."""
        branch = rule.when.branches[number]
        if rule.over_rows:
            lost = self._lost(branch, sentence)
            yield self._site(sentence, lost[0].frame if lost else None, None)
            return
        if rule.over_facts:
            for sighting in self._sighted(branch, sentence):
                yield self._site(sentence, sighting.frame, self._shown(sighting))
            return
        if branch.load is not None and branch.phrase is None and not branch.needs_frame:
            yield self._site(sentence, None, None)
            return
        frames = self._reader.frames(sentence)
        if branch.choice:
            frames = tuple(self._reader.choices(sentence))
        if branch.phrase is not None:
            words = self._hits(rule, f"when{number}", sentence)
        elif branch.beyond is not None:
            words = self._reader.elements(sentence, ElementKind.TERM)
        else:
            for frame in frames:
                if not (quick and _other_kind(branch, frame)):
                    yield self._site(sentence, frame, None)
            return
        for hit in _longest(words):
            owner = _owner(frames, hit)
            if owner is not None:
                owner = replace(owner, actions=self._actions_in(owner, frames, hit))
            yield self._site(sentence, owner, hit)

    def _lost(self, branch: When, sentence: int) -> tuple[Weakening, ...]:
        """What a branch about comparative tables finds lost in a sentence."""
        loss = branch.document.weakened if branch.document is not None else None
        return tuple(self._weakenings.of(sentence, loss)) if loss is not None else ()

    def _sighted(self, branch: When, sentence: int) -> list[Sighting]:
        """The facts that a branch asks for and a sentence shows."""
        fact = branch.document.fact if branch.document is not None else None
        return self._sightings.of(sentence, fact) if fact is not None else []

    def _shown(self, sighting: Sighting) -> Hit:
        """The words of a fact, as a phrase would show them."""
        first, last = self._reader.text.tokens.between(sighting.words)
        return Hit(first, last, first, last, "fact", sighting.fact.value, "")

    def _site(self, sentence: int, frame: Frame | None, phrase: Hit | None) -> Site:
        return Site(
            self._reader, self._lookup, self._elaborations, self._settled, sentence, frame, phrase
        )

    def _actions_in(self, owner: Frame, frames: tuple[Frame, ...], hit: Hit) -> tuple[str, ...]:
        """The owner's actions and all others the phrase names («выдает либо … отказ»)."""
        spoken = [a for f in frames if hit.start <= f.head < hit.end for a in f.actions]
        named = [
            other.id
            for other in self._reader.table.of(owner.sentence)
            if other.group == "action"
            and other.part in {"nouns", "verbs"}
            and hit.start <= other.start
            and other.end <= hit.end + (_AFTERTHOUGHT if other.part == "nouns" else 0)
        ]
        return tuple(dict.fromkeys((*owner.actions, *spoken, *named)))

    def _weigh(self, rule: Rule, branch: When, site: Site) -> Match | Failure:
        failed = (
            self._frame_condition(branch, site)
            or self._bounded_on_the_spot(rule, site)
            or self._unless(rule, site)
        )
        if failed is not None:
            return Failure(rule, site, *failed)
        lacking: list[Lacking] = []
        if site.frame is not None:
            frame = self._narrowed(site.frame, branch)
            for kind, lack in rule.lacks.items():
                # a time belongs to the very action; grounds and safeguards serve all it leads to
                looking = frame if kind in TIMES else site.frame
                found = self._lookup.find(looking, kind, lack.in_, site.phrase)
                if found.verdict is Verdict.PRESENT:
                    return Failure(rule, site, f"lacks.{kind}", _where(found))
                lacking.append(Lacking(kind, found))
        dear = self._guarded(rule, site, DEAR)
        if dear is not None:
            return Failure(rule, site, *dear)
        if branch.document is not None:
            reason = self._whole.failed(branch.document, site)
            if reason is not None:
                return Failure(rule, site, "when.document", reason)
            items = [Lacking(*each) for each in self._whole.checklist(branch.document, site)]
            if items:
                return self._checked(rule, branch, site, items)
        weighed = [
            Lacking(kind, self._lookup.find(site.frame, kind, lack.in_))
            for kind, lack in rule.weighed.items()
            if site.frame is not None
        ]
        sighted = self._sighted(branch, site.sentence)
        lost = self._lost(branch, site.sentence)
        if rule.over_rows and not lost:
            return Failure(rule, site, "when.document", "no safeguard lost in a comparative table")
        return Match(
            rule,
            site,
            branch,
            tuple(lacking),
            tuple(weighed),
            self._power(site) or (bool(lost) and self._names_power_alone(site)),
            proven=all(each.found.verdict is Verdict.ABSENT for each in lacking),
            weakened=lost,
            standing=None if rule.over_rows else self._standing(rule, site),
            sighting=next((s for s in sighted if self._shown(s) == site.phrase), None),
        )

    def _standing(self, rule: Rule, site: Site) -> Span | None:
        """Where the same words stand in force, with all that the rule asks for beside them."""
        if not self.act.compared or site.bounds is None:
            return None
        lost = {each.kind for each in self._weakenings.of(site.sentence, Loss.REMOVED)}
        asked = {ElementKind.TERM if kind in TIMES else kind for kind in rule.lacks}
        if not lost.isdisjoint(asked | {ElementKind.COMPETITION}):
            return None
        words = self._reader.text.tokens.span(*site.bounds)
        return self._compared.standing(site.sentence, words)

    def _narrowed(self, frame: Frame, branch: When) -> Frame:
        """The frame as a rule sees it: of the actions the rule asks about.

        And of what the same words say besides: «проверяет» is of examining and of inspecting.
        """
        asked = set(branch.action).intersection(frame.actions)
        if not asked:
            return frame
        hits = [h for h in self._reader.table.of(frame.sentence) if h.group == "action"]
        words = {(hit.start, hit.end) for hit in hits if hit.id in asked}
        said = asked.union(hit.id for hit in hits if (hit.start, hit.end) in words)
        return replace(frame, actions=tuple(a for a in frame.actions if a in said))

    def _checked(self, rule: Rule, branch: When, site: Site, items: list[Lacking]) -> Match:
        """A match by a checklist; proven when enough of it is missing for certain."""
        absent = sum(item.found.verdict is Verdict.ABSENT for item in items)
        proven = branch.document is not None and absent >= branch.document.missing
        return Match(
            rule,
            site,
            branch,
            tuple(items),
            (),
            self._power(site),
            proven,
            standing=self._standing(rule, site),
        )

    def _bounded_on_the_spot(self, rule: Rule, site: Site) -> tuple[str, str] | None:
        """The cheapest answer first: most powers are bounded in their own clause."""
        if site.frame is not None:
            for kind, lack in rule.lacks.items():
                if Place.CLAUSE in lack.in_ and self._lookup.in_clause(
                    site.frame, kind, site.phrase
                ):
                    return f"lacks.{kind}", f"present in {Place.CLAUSE}"
        return None

    def _frame_condition(self, when: When, site: Site) -> tuple[str, str] | None:
        frame = site.frame
        light = self._loads.failed(when.load, site.sentence) if when.load is not None else None
        if light is not None:
            return "when.load", light
        if not self._around.fits(when, site.sentence):
            return "when.context", f"no <{when.context}> nearby"
        if when.beyond is not None and not outlasts(site.reader, site.span, when.beyond):
            return "when.beyond", f"no time above {when.beyond} working days"
        if when.under is not None and not falls_short(site.reader, site.span, when.under):
            return "when.under", f"no time below {when.under} working days alone"
        if frame is None:
            return ("when", "no norm frame here") if when.needs_frame else None
        if when.modality and frame.modality not in when.modality:
            return "when.modality", frame.modality
        if when.action and not set(when.action) & set(frame.actions):
            return "when.action", ", ".join(frame.actions) or "none"
        if set(when.not_action) & set(frame.actions):
            return "when.not_action", ", ".join(frame.actions)
        if when.actor and frame.actor.role not in when.actor:
            return "when.actor", frame.actor.role
        if frame.actor.role is Role.UNSTATED and when.action and not self._implies(when, frame):
            return "when.actor", "unstated, and the action is not an authority's alone"
        if when.passive is not None and frame.passive is not when.passive:
            return "when.passive", str(frame.passive).lower()
        if when.nominal is not None and frame.nominal is not when.nominal:
            return "when.nominal", str(frame.nominal).lower()
        if when.embedded is not None and frame.embedded is not when.embedded:
            return "when.embedded", str(frame.embedded).lower()
        if when.object is not None and not self._has_object(frame, when.object):
            return "when.object", f"no <{when.object}> in the clause"
        return None

    def _implies(self, when: When, frame: Frame) -> bool:
        actions = self._reader.actions
        return any(actions[a].power_only for a in frame.actions if a in when.action)

    def _has_object(self, frame: Frame, concept: str) -> bool:
        clauses = self._reader.text.clauses
        return any(
            frame.scope[0] <= hit.start < frame.scope[1] and clauses[hit.start] == frame.clause
            for hit in self._reader.table.concept(frame.sentence, concept)
        )

    def _unless(self, rule: Rule, site: Site) -> tuple[str, str] | None:
        act = self._reader.act
        cleared = self._around.foreign(rule, site.provision) or self._guarded(rule, site, CHEAP)
        if cleared is not None:
            return cleared
        for hit in self._neighbours(rule, site):
            words = self._reader.text.tokens.span(hit.start, hit.end)
            return f"unless.{hit.part}", words.of(act.document.text)
        if self._around.under_heading(rule, site.provision):
            return "unless.headings", "the heading above"
        if self._around.said_nearby(rule, site.provision):
            return "unless.nearby", "elsewhere in the article"
        about = self._reader.table.sentences("phrase", rule.id, "about")
        if about and said_of(site, about):
            return "unless.about", "a sentence about it"
        return None

    def _guarded(self, rule: Rule, site: Site, among: frozenset[str]) -> tuple[str, str] | None:
        for guard in rule.guards:
            if guard in among and applies(guard, site):
                return "unless.guards", guard
        return None

    def _neighbours(self, rule: Rule, site: Site) -> Iterator[Hit]:
        span = site.span
        tokens = self._reader.text.tokens
        for part in ("phrase", "before", "after"):
            for hit in self._hits(rule, part, site.sentence):
                words = tokens.span(hit.start, hit.end)
                if part == "before" and words.start >= span.start:
                    continue
                if part == "after" and words.end <= span.end:
                    continue
                yield hit

    def _hits(self, rule: Rule, part: str, sentence: int) -> Iterator[Hit]:
        for hit in self._reader.table.of(sentence):
            if hit.group == "phrase" and hit.id == rule.id and hit.part == part:
                yield hit

    def _power(self, site: Site) -> bool:
        frame = site.frame
        if frame is None:
            return True
        role = frame.actor.role
        if role in POWER or (role is Role.DOCUMENT and self._speaks_through(frame)):
            return True
        if role is not Role.UNSTATED:
            return False
        return any(self._reader.actions[action].power_only for action in frame.actions)

    def _speaks_through(self, frame: Frame) -> bool:
        """«решение комиссии является окончательным»: a document whose maker the subject names."""
        words = frame.actor.span
        return words is not None and self._reader.candidates.names_power(
            frame.sentence, *self._reader.text.tokens.between(words)
        )

    def _names_power_alone(self, site: Site) -> bool:
        """«основаниями для отзыва являются»: nobody acts, but only an authority could."""
        frame = site.frame
        if frame is None or frame.actor.role not in {Role.UNSTATED, Role.DOCUMENT} or frame.actions:
            return False
        named = (hit.id for hit in self._reader.table.of(site.sentence) if hit.group == "action")
        return any(self._reader.actions[action].power_only for action in named)


def _other_kind(when: When, frame: Frame) -> bool:
    """Whether a frame fails the conditions that need no more than a glance."""
    return bool(
        (when.modality and frame.modality not in when.modality)
        or (when.actor and frame.actor.role not in when.actor)
        or (when.action and not set(when.action).intersection(frame.actions))
    )


def _longest(hits: Iterator[Hit]) -> list[Hit]:
    """Of phrase hits that overlap, the longest."""
    kept: list[Hit] = []
    for hit in sorted(hits, key=lambda hit: (hit.start - hit.end, hit.start)):
        if all(hit.end <= other.start or other.end <= hit.start for other in kept):
            kept.append(hit)
    return sorted(kept, key=lambda hit: hit.start)


def _owner(frames: tuple[Frame, ...], hit: Hit) -> Frame | None:
    """The frame a phrase belongs to: in its scope, nearest, rather with an action than without."""
    inside = [frame for frame in frames if frame.scope[0] <= hit.start < frame.scope[1]]
    if not inside:
        return None
    return min(
        inside,
        key=lambda frame: (
            not frame.actions,
            min(abs(frame.first - hit.end), abs(hit.start - frame.last)),
        ),
    )


def _where(found: Found) -> str:
    return "present in " + ", ".join(found.where)
