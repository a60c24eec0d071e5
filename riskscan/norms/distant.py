"""Bounds far from a norm: the nearest sentence of a range that bounds the same action and object.

Candidates come from the hit table and are read only when asked about, nearest first, and each
once; ``_PATIENCE`` of them are tried, so an act of a hundred thousand like norms stays linear.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator

from riskscan.language.model import NOUNS
from riskscan.norms.concepts import Own
from riskscan.norms.hits import NAMING, Hit
from riskscan.norms.model import TIMES, ElementKind, Frame, Role
from riskscan.norms.reader import NormReader
from riskscan.norms.sentence_bits import members
from riskscan.text import Span

_NOT_POWER = {Role.PRIVATE, Role.CONTRACT_PARTY}
_PATIENCE = 60  # candidates
_DECIDING = frozenset({"decide", "examine"})
# «со дня подачи», «на пятый день после приостановления система возобновляет …»
_BEGINNINGS = frozenset({"apply", "register", "notify", "suspend"})
_SOON = 8  # sentences, labels among them
_COUNTED = 4  # tokens between a time and the event it is counted from
_STEM = 5  # letters that «переоформление» and «переоформить» share
_RECEIPT = ("register",)
_TELLING = NOUNS | {"ADJ"}
_SAYING = _TELLING | {"ADV"}
_Actions = tuple[str, ...]


class DistantBounds:
    """Finds an element that bounds the same action on the same object anywhere in a range."""

    def __init__(self, reader: NormReader) -> None:
        self._reader = reader
        self._candidates: dict[tuple[_Actions, ElementKind], list[int]] = {}
        self._spans: dict[tuple[int, _Actions, ElementKind], Span | None] = {}
        self._nouns: dict[int, frozenset[str]] = {}

    def find(
        self, frame: Frame, kind: ElementKind, actions: tuple[str, ...], within: range
    ) -> Span | None:
        """The nearest sentence ``within`` that bounds any of the actions on the same object."""
        found = self._bounding(actions, kind)
        near = list(_nearest(found, within, frame.sentence))
        if not near:
            return None
        wanted = frozenset() if self._acts_on_itself(frame) else self._matter(frame)
        steps = self._along(frame, actions) if wanted and kind in TIMES else []
        asks = self._asks(frame.sentence)
        later = self.later_step(frame)
        for sentence in near:
            if self.of_other_step(later, frame, sentence) and not self._of_any(sentence, actions):
                continue
            if not later and self._acts_on_later(sentence, actions):
                continue
            same = not wanted or (asks and self._asks_alike(sentence, later, actions))
            same = same or self._of_any(sentence, actions)
            same = same or self._anaphoric(sentence, actions, wanted)
            same = same or (kind in TIMES and self._echoes(sentence, frame))
            if kind in TIMES and not same and not self._steps(sentence):
                soon = abs(sentence - frame.sentence) <= _SOON
                same = soon and not later and self._of_whole(frame, sentence, actions)
            if same or not wanted.isdisjoint(self.nouns_of(sentence)):
                span = self._bounds(sentence, actions, kind)
                if span is not None:
                    return span
            for step in steps:
                if not self.object_nouns(step).isdisjoint(self.nouns_of(sentence)):
                    span = self._bounds(sentence, step.actions, kind)
                    if span is not None:
                        return span
        return None

    def alike(
        self, frame: Frame, within: range, told: Callable[[int], bool] | None = None
    ) -> Iterator[Frame]:
        """The frames ``within`` of the same action on the same object, nearest first.

        ``told`` says of a provision whether its frames are wanted.
        """
        wanted = frozenset() if self._acts_on_itself(frame) else self.object_nouns(frame)
        later = self.later_step(frame)
        said = self._reader.candidates.in_order(frame.actions)
        for sentence in _nearest(said, within, frame.sentence):
            if told is not None and not told(int(self._reader.text.provisions[sentence])):
                continue
            if self.of_other_step(later, frame, sentence):
                continue
            for other in self._reader.frames(sentence):
                if set(frame.actions).isdisjoint(other.actions):
                    continue
                if other.actor.role in _NOT_POWER:
                    continue
                theirs = self.object_nouns(other)
                if not wanted or not theirs or not wanted.isdisjoint(theirs):
                    yield other

    def _of_whole(self, frame: Frame, sentence: int, actions: _Actions) -> bool:
        """Whether one of two sentences names no step: «решение принимается в течение …»."""
        others = self._reader.frames(sentence)
        if self._on_decision(frame):
            return any(not _DECIDING.isdisjoint(other.actions) for other in others)
        return any(self._on_decision(other) for other in others) or (
            self._competence(frame) and self._same_doer(frame, sentence, actions)
        )

    def _same_doer(self, frame: Frame, sentence: int, actions: _Actions) -> bool:
        """Whether any of the actions is done in a sentence by the one who acts in a frame."""
        doer = frame.actor.span
        names = self._reader.words_of(doer) if doer else frozenset()
        return any(
            not set(actions).isdisjoint(other.actions)
            and other.actor.span is not None
            and not names.isdisjoint(self._reader.words_of(other.actor.span))
            for other in self._reader.frames(sentence)
        )

    def _competence(self, frame: Frame) -> bool:
        """«гранты распределяет комиссия»: the doer stands last, and the sentence says no more."""
        doer, target = frame.actor.span, self._reader.object(frame)
        if doer is None or target is None or frame.passive or frame.actor.inherited:
            return False
        return target.start < frame.predicate.start and frame.predicate.end <= doer.start

    def _on_decision(self, frame: Frame) -> bool:
        """«решение принимается», «заявление рассматривается», and not said on what."""
        target = self._reader.object(frame)
        if target is None or _DECIDING.isdisjoint(frame.actions):
            return False
        matter = Own.OUTCOME if "decide" in frame.actions else Own.REQUEST
        first, last = self._reader.text.tokens.between(target)
        said = (hit.start for hit in self._reader.table.concept(frame.sentence, matter))
        following = self._reader.text.tokens.readings(last)[:1]
        return last == first + 1 and first in said and all(r.pos != "ADP" for r in following)

    def _matter(self, frame: Frame) -> frozenset[str]:
        """What a frame acts on: the nouns of its object, or of its clause behind it."""
        nouns = self.object_nouns(frame)
        if nouns or frame.passive:
            return nouns
        clauses, tokens = self._reader.text.clauses, self._reader.text.tokens
        last = frame.last
        while last < frame.scope[1] and clauses[last] == frame.clause:
            last += 1
        return tokens.lemmas(frame.last, last, NOUNS)

    def nouns_around(self, frame: Frame) -> frozenset[str]:
        """The lemmas of the nouns of a frame's clause, save those that name who acts."""
        return self._words_around(frame, frame.scope, NOUNS)

    def telling_around(self, frame: Frame) -> tuple[frozenset[str], frozenset[str]]:
        """What tells one matter from another, and whatever else might say the same.

        The nouns and adjectives that stand with one predicate of a clause, save those that name
        who does what; the same with adverbs.
        """
        tokens, (first, last) = self._reader.text.tokens, frame.scope
        verbs = [f for f in self._reader.frames(frame.sentence) if f.clause == frame.clause]
        first = max((f.last for f in verbs if f.last <= frame.first), default=first)
        if self._reader.text.language == "kk":
            last = frame.last  # what follows belongs to the verb behind it
        else:
            last = min((f.first for f in verbs if f.first >= frame.last), default=last)
        deed = tokens.lemmas(frame.first, frame.first + 1, NOUNS)
        own, said = (self._words_around(frame, (first, last), p) for p in (_TELLING, _SAYING))
        return own - deed, said

    def _words_around(
        self, frame: Frame, within: tuple[int, int], pos: frozenset[str]
    ) -> frozenset[str]:
        clauses, tokens = self._reader.text.clauses, self._reader.text.tokens
        own = [at for at in range(*within) if clauses[at] == frame.clause]
        words = tokens.lemmas(own[0], own[-1] + 1, pos) if own else frozenset[str]()
        doer = frame.actor.span
        return words - tokens.lemmas(*tokens.between(doer), pos) if doer else words

    def object_nouns(self, frame: Frame) -> frozenset[str]:
        """The lemmas of the nouns that name what a frame acts on."""
        named = self._reader.target_nouns(frame)
        if named or self._reader.object(frame) is None:
            return named
        tokens = self._reader.text.tokens
        # «вносит данные в разрешение и выдает его»: the pronoun stands for something before it
        first = int(self._reader.text.sentences[frame.sentence])
        before = tokens.lemmas(first, max(first, frame.first), NOUNS)
        doer = frame.actor.span
        return before - tokens.lemmas(*tokens.between(doer), NOUNS) if doer else before

    def later_step(self, frame: Frame) -> frozenset[str]:
        """Which step after the first decision a frame belongs to: an objection, a re-issue.

        Said by its own clause, or else by the sentences before it in its provision.
        """
        own = self._steps(frame.sentence, frame.scope)
        if own:
            return own
        before = (s for s in self._reader.sentences(frame.provision) if s < frame.sentence)
        return frozenset[str]().union(*(self._steps(s) for s in before))

    def of_other_step(self, later: frozenset[str], frame: Frame, sentence: int) -> bool:
        """«заявление рассматривается за день» bounds no objection, nor a re-issue."""
        provision = int(self._reader.text.provisions[sentence])
        if not later or provision < 0:
            return False
        if provision == frame.provision:
            return sentence < frame.sentence and later.isdisjoint(self._steps(sentence))
        said = (self._steps(s) for s in self._reader.sentences(provision))
        return later.isdisjoint(frozenset[str]().union(*said))

    def _acts_on_later(self, sentence: int, actions: _Actions) -> bool:
        """«рассматривает возражение за пять дней»: whatever acts there acts on a later step."""
        steps = self._steps(sentence)
        acting = [
            frame
            for frame in (self._reader.frames(sentence) if steps else ())
            if not set(actions).isdisjoint(frame.actions)
        ]
        return bool(acting) and all(
            any(noun[:_STEM] in steps for noun in self.object_nouns(frame)) for frame in acting
        )

    def _steps(self, sentence: int, scope: tuple[int, int] | None = None) -> frozenset[str]:
        """The stems of the words that name a later step."""
        if not self._reader.table.has(sentence, Own.LATER_STEP):
            return frozenset()
        normal = self._reader.text.tokens.normal
        return frozenset(
            normal(hit.start)[:_STEM]
            for hit in self._reader.table.concept(sentence, Own.LATER_STEP)
            if scope is None or scope[0] <= hit.start < scope[1]
        )

    def _acts_on_itself(self, frame: Frame) -> bool:
        """«направляет отказ»: the object is the action, and says nothing of what it is about."""
        target = self._reader.object(frame)
        if target is None:
            return False
        first, last = self._reader.text.tokens.between(target)
        return any(
            hit.group == "action"
            and hit.part in NAMING
            and hit.id in frame.actions
            and first <= hit.start < last
            for hit in self._reader.table.of(frame.sentence)
        )

    def _along(self, frame: Frame, actions: _Actions) -> list[Frame]:
        """«рассматривает чертежи и выдает заключение»: the last step's term holds for the first."""
        return [
            other
            for other in self._reader.frames(frame.sentence)
            if other.head > frame.head
            and other.actor.span == frame.actor.span
            and not set(actions).isdisjoint(other.actions)
        ]

    def _of_any(self, sentence: int, actions: _Actions) -> bool:
        """«основаниями для отказа являются»: grounds of the action, of nothing in particular."""
        if not self._reader.table.has(sentence, Own.NAMED_GROUNDS):
            return False
        return self._bare(sentence, actions)

    def _bare(self, sentence: int, actions: _Actions) -> bool:
        """Whether a sentence names the action as a noun, and never of what."""
        hits = self._reader.table.of(sentence)
        named = [h for h in hits if h.group == "action" and h.part == "nouns" and h.id in actions]
        return bool(named) and not any(self._specific(hit.end) for hit in named)

    def _anaphoric(self, sentence: int, actions: _Actions, wanted: frozenset[str]) -> bool:
        """«В остальных случаях она отклоняется», «Продление не превышает …».

        Acts on what the sentence before names.
        """
        before = sentence - 1
        while before >= 0 and self._reader.text.provisions[before] < 0:
            before -= 1  # «22.»: a label
        if before < 0 or wanted.isdisjoint(self.nouns_of(before)):
            return False
        return self._bare(sentence, actions) or any(
            not set(actions).isdisjoint(frame.actions) and not self.object_nouns(frame)
            for frame in self._reader.frames(sentence)
        )

    def _echoes(self, sentence: int, frame: Frame) -> bool:
        """«стоимость возмещается … Возмещение перечисляется в течение месяца»: soon after."""
        return 0 < sentence - frame.sentence <= _SOON and self._bare(sentence, frame.actions)

    def _specific(self, token: int) -> bool:
        """Whether what follows an action noun says of what."""
        tokens = self._reader.text.tokens
        if token >= len(tokens):
            return False
        readings = tokens.readings(token)[:1]
        return any(
            (r.pos in {"NOUN", "ADJ"} and "Variant=Short" not in r.features)
            or r.lemma in {"в", "во"}
            for r in readings
        )

    def speaks_of(self, sentence: int, nouns: frozenset[str]) -> bool:
        """Whether a sentence names any of some things."""
        return not nouns.isdisjoint(self.nouns_of(sentence))

    def names_all(self, sentence: int, nouns: frozenset[str]) -> bool:
        """Whether a sentence names every one of some things."""
        return nouns <= self.nouns_of(sentence)

    def _bounding(self, actions: _Actions, kind: ElementKind) -> list[int]:
        """The sentences that name any of the actions and an element of the kind."""
        found = self._candidates.get((actions, kind))
        if found is None:
            bounded = self._reader.candidates.bounded(kind, *actions)
            found = self._candidates[actions, kind] = list(members(bounded))
        return found

    def _bounds(self, sentence: int, actions: _Actions, kind: ElementKind) -> Span | None:
        key = (sentence, actions, kind)
        if key not in self._spans:
            self._spans[key] = self._element(sentence, actions, kind)
        return self._spans[key]

    def _element(self, sentence: int, actions: _Actions, kind: ElementKind) -> Span | None:
        """The element that stands with a frame of an action, or names it ("срок рассмотрения")."""
        hits = self._reader.table.of(sentence)
        named = names_action(hits, actions)
        frames = self._reader.frames(sentence)
        for hit in self._reader.elements(sentence, kind):
            owners = owners_of(frames, hit, int(self._reader.text.clauses[hit.start]))
            if owners is None and kind is ElementKind.GROUND:
                owners = self._befalling(frames, hit, actions)
            if owners is None or counted_from(hits, hit, actions):
                continue
            if any(self._concerns(owner, actions) for owner in owners) or (
                named and not any(owner.actions for owner in owners)
            ):
                return self._reader.text.tokens.span(hit.start, hit.end)
        return None

    def _befalling(
        self, frames: tuple[Frame, ...], hit: Hit, actions: _Actions
    ) -> list[Frame] | None:
        """«участник теряет статус, если …»: it befalls him, whoever decides."""
        owners = [
            frame
            for frame in frames
            if frame.scope[0] <= hit.start < frame.scope[1]
            and any(a in actions and self._reader.actions[a].power_only for a in frame.actions)
        ]
        return owners or None

    def _concerns(self, owner: Frame, actions: _Actions) -> bool:
        """Whether a frame is of an action, or its subject is one: «продление дается»."""
        if not set(actions).isdisjoint(owner.actions):
            return True
        target = self._reader.object(owner) if owner.passive and not owner.actions else None
        if target is None:
            return False
        first, _ = self._reader.text.tokens.between(target)
        return any(
            hit.start == first and names_action((hit,), actions)
            for hit in self._reader.table.of(owner.sentence)
        )

    def _asks(self, sentence: int) -> bool:
        """Whether a sentence is about somebody's request: an application is an application."""
        return self._reader.table.has(sentence, Own.REQUEST)

    def _asks_alike(self, sentence: int, later: frozenset[str], actions: _Actions) -> bool:
        """About a request at the same step: neither its mere receipt nor a complaint later on."""
        if not self._asks(sentence):
            return False
        steps = self._steps(sentence)
        if steps and later.isdisjoint(steps):
            return False
        concerned = [
            frame
            for frame in self._reader.frames(sentence)
            if not set(actions).isdisjoint(frame.actions)
        ]
        return not concerned or any(frame.actions != _RECEIPT for frame in concerned)

    def nouns_of(self, sentence: int) -> frozenset[str]:
        """The lemmas of the nouns of a sentence."""
        found = self._nouns.get(sentence)
        if found is None:
            first, last = self._reader.text.sentence_tokens(sentence)
            found = self._nouns[sentence] = self._reader.text.tokens.lemmas(first, last, NOUNS)
        return found


def owners_of(frames: tuple[Frame, ...], hit: Hit, clause: int) -> list[Frame] | None:
    """The frames an element belongs to.

    None when it binds a private person and not a power, or when it is a time inside a condition
    («если в течение трёх минут …»).
    """
    if hit.id in TIMES:
        if any(clause in frame.conditions for frame in frames):
            return None
        if frames and all(frame.tells_aside(hit.start, hit.start + 1) for frame in frames):
            return None
    owners = [frame for frame in frames if frame.scope[0] <= hit.start < frame.scope[1]]
    return None if any(owner.actor.role in _NOT_POWER for owner in owners) else owners


def counted_from(hits: tuple[Hit, ...], hit: Hit, actions: _Actions) -> bool:
    """«в течение трех дней после принятия решения»: a time that begins when the action ends."""
    if hit.id not in TIMES:
        return False
    deciding = frozenset() if _DECIDING.isdisjoint(actions) else _DECIDING
    own = deciding.union(actions) - _BEGINNINGS
    begins = {
        other.end
        for other in hits
        if other.id == Own.COUNTED_FROM and hit.end <= other.start <= hit.end + _COUNTED
    }
    return bool(begins) and any(
        other.group == "action"
        and other.part == "nouns"
        and other.id in own
        and other.start in begins
        for other in hits
    )


def names_action(hits: tuple[Hit, ...], actions: tuple[str, ...]) -> bool:
    """Whether an action is named as a noun: «основаниями для отказа …»."""
    return any(h.group == "action" and h.part in NAMING and h.id in actions for h in hits)


def _nearest(found: list[int], within: range, own: int) -> Iterator[int]:
    """The sentences of a range by distance from one's own, as far as patience goes."""
    right = bisect_left(found, own)
    left = right - 1
    for _ in range(_PATIENCE):
        before = found[left] if left >= 0 and found[left] >= within.start else None
        after = found[right] if right < len(found) and found[right] < within.stop else None
        if before is None and after is None:
            return
        if after is None or (before is not None and own - before <= after - own):
            left -= 1
            yield found[left + 1]
        else:
            right += 1
            if after != own:
                yield after
