"""Look-through: is an element there, proven absent, or does the text point outside the document?

The answer is three-valued. Places are searched from near to far and the first find ends the search;
a citation of another act leaves the verdict unknown, because what it says cannot be read here; so
do new words of an amendment («заменить словами «…»»), because the rest of their norm is not here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from riskscan.norms.cited import Cited
from riskscan.norms.concepts import Own
from riskscan.norms.distant import DistantBounds, counted_from, names_action, owners_of
from riskscan.norms.hits import Hit
from riskscan.norms.lists import Lists
from riskscan.norms.model import NEWS, TIMES, ElementKind, Frame, Place, Verdict
from riskscan.norms.reader import NormReader
from riskscan.norms.rows import TermRows
from riskscan.structure import resolve
from riskscan.structure.model import ITEMS, ProvisionKind
from riskscan.text import Span

_LAST_WORDS = 6  # tokens, the colon among them
# «срок устанавливается в зависимости от площади»: a measure guides whatever it measures.
_MEASURES = {ElementKind.CRITERIA, ElementKind.SCALE}
# What protects a whole procedure, said once for all its steps.
_SAFEGUARDS = {ElementKind.REASONS, ElementKind.PUBLICATION, ElementKind.APPEAL}
# What new words of an amendment show without the rest of their norm: the list behind them, what
# they cite, and so what can only stand there.
_SHOWN = {Place.LIST, Place.REFERENCE}
_BEHIND = {ElementKind.CLOSED_LIST, ElementKind.CITED_PROVISION}
# A limit next door usually limits something else: it must speak of the same action.
_OWN = {ElementKind.BOUND, ElementKind.GROUND}
_COMMA = 2  # characters: a comma and a space
# What hands something over: each thing in a time of its own.
_OUTPUTS = frozenset({"grant", "issue"})
# What picks some out of many: by a measure, wherever it is said.
_SHARING = frozenset({"distribute", "select"})


@dataclass(frozen=True, slots=True)
class Found:
    """The outcome of a search: the verdict, where it was looked for, and the words found."""

    verdict: Verdict
    where: tuple[Place, ...]
    span: Span | None = None


class Lookup:
    """Searches the neighbourhoods of frames for the elements that would bound them."""

    def __init__(self, reader: NormReader) -> None:
        self._reader = reader
        self._distant = DistantBounds(reader)
        self._rows = TermRows(reader)
        self._lists = Lists(reader)
        self._cited = Cited(reader, self._lists)
        self._answers: dict[tuple[Frame, ElementKind], dict[Place, Span | None]] = {}

    def find(
        self, frame: Frame, kind: ElementKind, places: Sequence[Place], phrase: Hit | None = None
    ) -> Found:
        """Search the places in order; see the module's words for the verdict.

        In the clause a citation counts only when it addresses the ``phrase``.
        """
        searched: list[Place] = []
        answers = self._answers.setdefault((frame, kind), {})
        for place in places:
            searched.append(place)
            if place is Place.CLAUSE:
                span = self._in_clause(frame, kind, phrase)
            elif place in answers:  # several rules ask the same of one frame
                span = answers[place]
            else:
                span = answers[place] = _SEARCHES[place](self, frame, kind)
            if span is not None:
                return Found(Verdict.PRESENT, (place,), span)
        if Place.REFERENCE in places:
            outside = self._cited.points_outside(frame)
            if outside is not None:
                return Found(Verdict.UNKNOWN, tuple(searched), outside)
        unseen = kind not in _BEHIND and not _SHOWN.issuperset(places)
        if unseen and self._reader.act.provisions[frame.provision].fragment:
            return Found(Verdict.UNKNOWN, tuple(searched))
        return Found(Verdict.ABSENT, tuple(searched))

    def in_clause(self, frame: Frame, kind: ElementKind, phrase: Hit | None = None) -> bool:
        """Whether the element stands in the frame's own clause (a citation: of the phrase)."""
        return self._in_clause(frame, kind, phrase) is not None

    def object_nouns(self, frame: Frame) -> frozenset[str]:
        """The lemmas of the nouns that name what a frame acts on."""
        return self._distant.object_nouns(frame)

    def nouns_around(self, frame: Frame) -> frozenset[str]:
        """The lemmas of the nouns of a frame's clause, save those that name who acts."""
        return self._distant.nouns_around(frame)

    def telling_around(self, frame: Frame) -> tuple[frozenset[str], frozenset[str]]:
        """What tells one matter from another, and whatever else might say the same."""
        return self._distant.telling_around(frame)

    def names_all(self, sentence: int, nouns: frozenset[str]) -> bool:
        """Whether a sentence names every one of some things."""
        return self._distant.names_all(sentence, nouns)

    def closed_list(self, provision: int) -> Span | None:
        """The list a provision introduces, when it has two items or more and no open tail."""
        return self._lists.closed(provision)

    def points_outside(self, frame: Frame) -> Span | None:
        """The citation, in a frame's sentence or lead-in, of what this document does not hold."""
        return self._cited.points_outside(frame)

    def _in_clause(self, frame: Frame, kind: ElementKind, phrase: Hit | None = None) -> Span | None:
        if kind is ElementKind.CLOSED_LIST:
            return None
        if kind is ElementKind.CITED_PROVISION:
            cited = (c.span for c in self._reader.citations(frame.sentence))
            return next((span for span in cited if self._addresses(frame, span, phrase)), None)
        for hit in self._reader.elements(frame.sentence, kind):
            if frame.scope[0] <= hit.start < frame.scope[1] and self._counts(frame, hit, kind):
                return self._span(hit)
        return None

    def _addresses(self, frame: Frame, cited: Span, phrase: Hit | None) -> bool:
        """Whether a citation says what the phrase leaves open.

        It follows the phrase, or says by what rule or in what case: «по подпункту 3)
        прекращается в установленном порядке» does neither.
        """
        if phrase is None:
            return True
        start, _ = self._reader.text.tokens.between(cited)
        return phrase.start <= start or self._reader.ruled_by(frame.sentence, cited)

    def _counts(self, frame: Frame, hit: Hit, kind: ElementKind) -> bool:
        """Not the power itself ("уведомляет" bounds no notice), nor a term inside a condition."""
        if kind is ElementKind.NOTICE:
            return not frame.first <= hit.start < frame.last
        if kind is ElementKind.CRITERIA:
            return not self._is_object(frame, hit)
        if kind is ElementKind.GROUND:
            return not self._describes_actor(frame, hit)
        if kind not in TIMES:
            return True
        clause = int(self._reader.text.clauses[hit.start])
        return not (
            clause in frame.conditions
            or frame.tells_aside(hit.start, hit.end)
            or self._of_notice(frame, hit, clause)
            or counted_from(self._reader.table.of(frame.sentence), hit, frame.actions)
        )

    def _describes_actor(self, frame: Frame, hit: Hit) -> bool:
        """«отдел, действующий на основании положения, отзывает …»: no ground of what it does."""
        actor, starts = frame.actor.span, self._reader.text.tokens.starts
        return actor is not None and any(
            hit.start in aside and 0 <= starts[aside.start] - actor.end <= _COMMA
            for aside in frame.asides
        )

    def _of_notice(self, frame: Frame, hit: Hit, clause: int) -> bool:
        """«приостанавливается, о чем лицо извещается в течение дня»: how fast the news goes out."""
        frames = self._reader.frames(frame.sentence)
        if clause != frame.clause:
            others = [other for other in frames if other.clause == clause]
            return bool(others) and all(other.actions == NEWS for other in others)
        if hit.id != ElementKind.BOUND.value or hit.start < frame.last:
            return False
        nearest = min(frames, key=lambda other: abs(other.head - hit.start))
        return nearest.actions == NEWS

    def _is_object(self, frame: Frame, hit: Hit) -> bool:
        """«изменить очередность»: what is decided on does not guide the decision."""
        target = self._reader.object(frame)
        return target is not None and target.start <= self._span(hit).start < target.end

    def _in_lead_in(self, frame: Frame, kind: ElementKind) -> Span | None:
        lead = self._reader.lead_in(frame.provision)
        while lead is not None and lead != frame.sentence:
            if kind is ElementKind.CITED_PROVISION:
                for citation in self._reader.citations(lead):
                    return citation.span
            for hit in self._reader.elements(lead, kind):
                return self._span(hit)
            lead = self._reader.lead_in(int(self._reader.text.provisions[lead]))
        return None

    def _in_list(self, frame: Frame, kind: ElementKind) -> Span | None:
        if kind in {ElementKind.GROUND, ElementKind.CLOSED_LIST}:
            listed = self._lists.closed(frame.provision)
            if listed is not None and (
                kind is ElementKind.CLOSED_LIST or self._introduces_cases(frame)
            ):
                return listed
        for item in self._lists.items(frame.provision):
            for index in range(item.index, item.last):
                for sentence in self._reader.sentences(index):
                    for hit in self._reader.elements(sentence, kind):
                        if kind not in TIMES or not self._only_tells(frame, sentence, hit):
                            return self._span(hit)
        return None

    def _only_tells(self, frame: Frame, sentence: int, hit: Hit) -> bool:
        """«в течение дня направляет уведомление о приостановлении»: how fast the news goes out."""
        owners = owners_of(
            self._reader.frames(sentence), hit, int(self._reader.text.clauses[hit.start])
        )
        return bool(owners) and all(
            set(NEWS) <= set(owner.actions) and set(owner.actions).isdisjoint(frame.actions)
            for owner in owners or ()
        )

    def _introduces_cases(self, frame: Frame) -> bool:
        """«… в следующих случаях:» — the last words before the list name grounds."""
        own = self._reader.sentences(frame.provision)
        if not own:
            return False
        end = int(self._reader.text.sentences[own[-1] + 1])
        grounds = self._reader.elements(own[-1], ElementKind.GROUND)
        return any(hit.end >= end - _LAST_WORDS for hit in grounds)

    def _in_siblings(self, frame: Frame, kind: ElementKind) -> Span | None:
        if kind is ElementKind.TERM:
            lawful = self._by_law(frame)
            if lawful is not None:
                return lawful
        named = self._reader.table.sentences("element", kind.value, "patterns")
        for sentence in self._reader.siblings(frame.provision, frame.sentence):
            if sentence != frame.sentence and sentence in named:
                span = self._in_sibling(frame, sentence, kind)
                if span is not None:
                    return span
        return None

    def _by_law(self, frame: Frame) -> Span | None:
        """«жалоба подается по статье 91 Кодекса … и рассматривается»: the law gives the term."""
        about = self._reader.table.concept(frame.sentence, Own.COMPLAINT)
        if not any(frame.scope[0] <= hit.start < frame.scope[1] for hit in about):
            return None
        complaining = self._reader.table.sentences("concept", Own.COMPLAINT)
        for sentence in self._reader.siblings(frame.provision, frame.sentence):
            if sentence in complaining:
                for citation in self._reader.citations(sentence):
                    if citation.internal is False:
                        return citation.span
        return None

    def _in_sibling(self, frame: Frame, sentence: int, kind: ElementKind) -> Span | None:
        """An element of a sentence nearby: of the same act, or of no act of its own.

        A limit or a ground next door usually belongs to something else, so those must at least
        name the action.
        """
        frames = self._reader.frames(sentence)
        other_step = kind in TIMES and self._other_item(frame, sentence)
        for hit in self._reader.elements(sentence, kind):
            owners = owners_of(frames, hit, int(self._reader.text.clauses[hit.start]))
            if owners is None or counted_from(self._reader.table.of(sentence), hit, frame.actions):
                continue
            if other_step:
                if any(not set(owner.actions).isdisjoint(frame.actions) for owner in owners):
                    return self._span(hit)
                continue
            if any(
                self._same_act(owner, frame, kind) and not self._other_output(owner, frame)
                for owner in owners
            ):
                return self._span(hit)
            if kind in _MEASURES and self._distant.speaks_of(
                sentence, self._distant.nouns_of(frame.sentence)
            ):
                return self._span(hit)
            if not any(owner.actions for owner in owners) and (
                (kind not in _OWN and not (kind in TIMES and self._of_another(frame, owners)))
                or names_action(self._reader.table.of(sentence), frame.actions)
            ):
                return self._span(hit)
        return None

    def _other_output(self, one: Frame, other: Frame) -> bool:
        """«номер присваивает в тот же день», «выписка передается»: two things come out."""
        if not set(one.actions).isdisjoint(other.actions):
            return False
        if not (_OUTPUTS.issuperset(one.actions) and _OUTPUTS.issuperset(other.actions)):
            return False
        nouns, theirs = self.object_nouns(one), self.object_nouns(other)
        return bool(nouns and theirs) and nouns.isdisjoint(theirs)

    def _of_another(self, frame: Frame, owners: list[Frame]) -> bool:
        """«перечень обновляется ежедневно»: the time of what happens to another thing."""
        nouns = self.object_nouns(frame)
        if not nouns or not owners or self._defines_time(owners[0].sentence):
            return False
        theirs = [self.object_nouns(owner) for owner in owners]
        return all(things and nouns.isdisjoint(things) for things in theirs)

    def _defines_time(self, sentence: int) -> bool:
        """«разумным считается срок, не превышающий …»."""
        return any(
            self._reader.table.has(sentence, concept)
            for concept in (Own.MEANS, Own.WHOLE_PROCEDURE)
        )

    def _other_item(self, frame: Frame, sentence: int) -> bool:
        """«1) проверяет за день; 2) выплачивает»: each step of a list has a time of its own."""
        act = self._reader.act
        own, other = frame.provision, int(self._reader.text.provisions[sentence])
        kinds = {act.provisions[own].kind, act.provisions[other].kind}
        return own != other and kinds == {ProvisionKind.SUBPOINT}

    def _in_article(self, frame: Frame, kind: ElementKind) -> Span | None:
        within = self._reader.sentences_between(*self._reader.article(frame.provision))
        return self._within(frame, kind, within) or self._for_all_steps(kind, within)

    def _for_all_steps(self, kind: ElementKind, within: range) -> Span | None:
        """«срок оказания услуги составляет: …», «сроки и основания отказа изложены в статье 14»."""
        if kind not in {ElementKind.TERM, ElementKind.GROUND}:
            return None
        for sentence in sorted(self._reader.table.sentences("concept", Own.WHOLE_PROCEDURE)):
            if sentence in within:
                own = next(self._of_procedure(sentence, kind), None)
                if own is not None:
                    return self._span(own)
                provision = int(self._reader.text.provisions[sentence])
                if kind is ElementKind.TERM and self._reader.introduces(provision):
                    found = self._cited.anywhere_in(provision, kind)
                    if found is not None:
                        return found
        return None

    def _of_procedure(self, sentence: int, kind: ElementKind) -> Iterator[Hit]:
        """The elements of a sentence for every step; a ground there must be its very subject."""
        named = list(self._reader.table.concept(sentence, Own.WHOLE_PROCEDURE))
        for hit in self._reader.elements(sentence, kind):
            if kind is not ElementKind.GROUND or any(
                hit.start < whole.end and whole.start < hit.end for whole in named
            ):
                yield hit

    def _in_document(self, frame: Frame, kind: ElementKind) -> Span | None:
        found = self._within(frame, kind, range(len(self._reader.text.sentences) - 1))
        return found or (self._rows.find(frame) if kind is ElementKind.TERM else None)

    def _within(self, frame: Frame, kind: ElementKind, within: range) -> Span | None:
        if kind in _SAFEGUARDS:
            return self._safeguard(frame, kind, within)
        found = self._distant.find(frame, kind, self._akin(frame, kind), within)
        if found is None and kind is ElementKind.GROUND:
            return self._of_same_decision(frame, within) or self._under_heading(frame, within)
        shared = kind is ElementKind.CRITERIA and not _SHARING.isdisjoint(frame.actions)
        if found is None and shared:
            return self._shared_out(frame, within)
        return found

    def _of_same_decision(self, frame: Frame, within: range) -> Span | None:
        """«прекращается: 1) …; 2) …», «право по пункту 1 реализуется в случаях»: said by a list.

        Or by a norm about the point where the same is decided; a sentence read alone shows neither.
        """
        for other in self._distant.alike(frame, within, self._tells_more):
            span = self._in_list(other, ElementKind.GROUND) or self._cited.about(
                other.provision, ElementKind.GROUND
            )
            if span is not None:
                return span
        return None

    def _tells_more(self, provision: int) -> bool:
        """Whether a provision introduces a list, or others speak of it."""
        return bool(self._lists.items(provision) or self._reader.citing(provision))

    def _under_heading(self, frame: Frame, within: range) -> Span | None:
        """«Приложение. Основания отклонения» and the items that follow the heading."""
        for sentence in sorted(self._reader.table.sentences("concept", Own.NAMED_GROUNDS)):
            named = names_action(self._reader.table.of(sentence), frame.actions)
            if sentence not in within or not named or self._reader.frames(sentence):
                continue
            following = int(self._reader.text.provisions[sentence]) + 1
            provisions = self._reader.act.provisions
            if following < len(provisions) and provisions[following].kind in ITEMS:
                return self._reader.sentence_span(sentence)
        return None

    def delivers(self, frame: Frame, phrase: Hit | None = None) -> bool:
        """«отказ направляется», «лишение оформляется»: what is done with a decision once taken."""
        first, last = frame.first, frame.last
        if phrase is not None:
            first, last = min(first, phrase.start), max(last, phrase.end)
        return any(
            first <= hit.start < last
            for hit in self._reader.table.concept(frame.sentence, Own.DELIVERING)
        )

    def decided_elsewhere(self, frame: Frame) -> bool:
        """Whether another norm of the article takes the decision that a frame delivers."""
        within = self._reader.sentences_between(*self._reader.article(frame.provision))
        return any(not self.delivers(other) for other in self._distant.alike(frame, within))

    def _shared_out(self, frame: Frame, within: range) -> Span | None:
        """«между импортерами … Доля импортера пропорциональна ввозу»: the measure, elsewhere."""
        nouns = self._distant.nouns_around(frame)
        named = self._reader.table.sentences("element", ElementKind.CRITERIA.value, "patterns")
        for sentence in sorted(named):
            if sentence in within and self._distant.speaks_of(sentence, nouns):
                hit = next(self._reader.elements(sentence, ElementKind.CRITERIA), None)
                if hit is not None:
                    return self._span(hit)
        return None

    def _safeguard(self, frame: Frame, kind: ElementKind, within: range) -> Span | None:
        """A safeguard said of the frame's action, of its object or of outcomes in general."""
        named = self._reader.table.sentences("element", kind.value, "patterns")
        general = self._reader.table.sentences("concept", Own.OUTCOME)
        nouns = self.object_nouns(frame)
        later = self._distant.later_step(frame) if kind is ElementKind.REASONS else frozenset()
        for sentence in sorted(named):
            if sentence not in within or self._distant.of_other_step(later, frame, sentence):
                continue
            if (
                sentence in general
                or names_action(self._reader.table.of(sentence), frame.actions)
                or self._distant.speaks_of(sentence, nouns)
                or self._cites(sentence, frame.provision)
            ):
                hit = next(self._reader.elements(sentence, kind), None)
                if hit is not None:
                    return self._span(hit)
        return None

    def _cites(self, sentence: int, provision: int) -> bool:
        """«записи, упомянутые в статье 3, публикуются»: about whatever that article says."""
        act = self._reader.act
        around = {a.index for a in act.ancestors(provision) if a.kind is not ProvisionKind.ACT}
        owner = int(self._reader.text.provisions[sentence])
        return any(
            target == provision or target in around
            for citation in self._reader.citations(sentence)
            if citation.steps
            for target in resolve(act, citation, owner)
        )

    def _akin(self, frame: Frame, kind: ElementKind) -> tuple[str, ...]:
        """The frame's actions, and for a term or its limit every action of their stages."""
        if kind not in TIMES:
            return frame.actions
        actions = self._reader.actions
        stages = {actions[a].stage for a in frame.actions} - {None}
        return tuple(a for a in actions if a in frame.actions or actions[a].stage in stages)

    def _same_act(self, one: Frame, other: Frame, kind: ElementKind) -> bool:
        """Whether two frames speak of one action, or for a term of one stage of a procedure."""
        return bool(set(one.actions) & set(self._akin(other, kind)))

    def _in_reference(self, frame: Frame, kind: ElementKind) -> Span | None:
        span = self._cited.find(frame, kind)
        if span is None and kind in TIMES:
            span = self._told_next_door(frame, kind) or self._cited.by_named_act(frame)
        return span

    def _told_next_door(self, frame: Frame, kind: ElementKind) -> Span | None:
        """«Приостановление по статье 21 …»: what the article that says so tells of the action.

        Or of every deed there: «Действия по статьям 18 и 19 совершаются за пять дней».
        """
        for sentence in self._reader.told_in(frame.provision):
            element = next(self._reader.elements(sentence, kind), None)
            if element is not None and self._reader.table.has(sentence, Own.DEED):
                return self._span(element)
            hits = self._reader.table.of(sentence)
            if any(hit.group == "action" and hit.id in frame.actions for hit in hits):
                owner = int(self._reader.text.provisions[sentence])
                within = self._reader.sentences_between(*self._reader.article(owner))
                span = self._within(frame, kind, within)
                if span is not None:
                    return span
        return None

    def _span(self, hit: Hit) -> Span:
        return self._reader.text.tokens.span(hit.start, hit.end)


_SEARCHES: dict[Place, Callable[[Lookup, Frame, ElementKind], Span | None]] = {
    Place.LEAD_IN: Lookup._in_lead_in,
    Place.LIST: Lookup._in_list,
    Place.SIBLINGS: Lookup._in_siblings,
    Place.ARTICLE: Lookup._in_article,
    Place.DOCUMENT: Lookup._in_document,
    Place.REFERENCE: Lookup._in_reference,
}
