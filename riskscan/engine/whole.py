"""Questions about the whole act around a norm: its size, its checklist, its other powers."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping
from datetime import date

from riskscan.engine.guards import Site
from riskscan.engine.model import Item, Powers, Profile, Whole
from riskscan.norms.lookup import Found, Lookup
from riskscan.norms.model import POWER, Actor, Frame, Modality, Place, Verdict
from riskscan.norms.reader import NormReader
from riskscan.norms.rivals import Rivals, kindred
from riskscan.norms.sentence_bits import SentenceBits, between, members
from riskscan.structure.dated import adopted_on, is_published
from riskscan.structure.model import ANNEXED, ProvisionKind, ZoneKind
from riskscan.structure.numbering import is_first
from riskscan.text import Span

_TELLING = 2  # nouns that name a thing well enough
_STEM = 5  # letters that «утверждает» and «утверждение» share
_ANY_STEP = frozenset({"issue"})  # a paper is handed over, signed and given out, each by its body
_FEWEST = 4  # points and articles of new wording that may be a whole act
_COUNTED = frozenset({ProvisionKind.POINT, ProvisionKind.ARTICLE})
_BYLAWS = frozenset(
    {"rules", "regulation", "instruction", "methodology", "standard"}
    | {"order", "resolution", "decision"}
)


class WholeAct:
    """Answers what no single sentence can; each answer says what was looked at."""

    def __init__(self, reader: NormReader, lookup: Lookup, profiles: Mapping[str, Profile]) -> None:
        self._reader = reader
        self._lookup = lookup
        self._profiles = profiles
        self._rivals = Rivals(reader)
        provisions = reader.act.provisions
        self._points = sum(provision.kind in _COUNTED for provision in provisions)
        kinds = {provision.kind for provision in provisions}
        self._points_only = ProvisionKind.POINT in kinds and ProvisionKind.ARTICLE not in kinds
        self._shown: dict[tuple[str, str], list[int]] = {}  # by profile and item
        self._acting: dict[tuple[str, tuple[str, ...], tuple[int, int]], bool] = {}
        self._doing: dict[tuple[str, frozenset[str]], list[Frame]] = {}  # by action and object

    def hopeless(self, wanted: Whole) -> str | None:
        """Which condition no site of the act can meet; None when none is known to fail."""
        if self._points < wanted.points:
            return f"{self._points} points; {wanted.points} show a procedure whole"
        if wanted.whole and self._reader.act.compared:
            return "a comparative table, which shows no act whole"
        if wanted.articles and self._points_only:
            return "points without articles, as by-laws have"
        if wanted.bylaw and self._reader.act.kind not in _BYLAWS:
            return f"a {self._reader.act.kind}, not an act below the laws"
        if wanted.since and not self._new_since(wanted.since):
            return f"an act adopted before {wanted.since:%d.%m.%Y}"
        if wanted.names and not self._reader.table.bits("concept", wanted.names):
            return f"no <{wanted.names}> in the act"
        if wanted.silent and self._reader.table.bits("concept", wanted.silent):
            return f"<{wanted.silent}> in the act"
        if wanted.powers is not None:
            known = sum(bool(self._acts(group)) for group in wanted.powers.of)
            if known < wanted.powers.at_least:
                return f"{known} of {wanted.powers.at_least} powers in the act"
        if wanted.profile is None:
            return None
        items = self._profiles[wanted.profile].items
        shown = [item.id for item in items if self._said(wanted.profile, item)]
        missing = len(items) - len(shown)
        if missing < wanted.missing:
            return f"{missing} of {wanted.missing} items missing"
        there = [name for name in shown if name in wanted.without]
        gone = [name for name in wanted.having if name not in shown]
        if there:
            return f"{there[0]} is there"
        return f"{gone[0]} is missing" if gone else None

    def _new_since(self, day: date) -> bool:
        """Whether an act is adopted since, or not yet; one in force that tells no day is old."""
        act = self._reader.act
        adopted = adopted_on(act)
        return adopted >= day if adopted is not None else not is_published(act)

    def repeated(self) -> SentenceBits:
        """The sentences that may repeat a power of another one, as far as words tell."""
        return self._rivals.sentences

    def failed(self, wanted: Whole, site: Site) -> str | None:
        """Which condition does not hold at a site; None when all do."""
        hopeless = self.hopeless(wanted)
        if hopeless is not None or site.frame is None:
            return hopeless
        if (wanted.points or wanted.profile) and not self._stands_whole(site.provision):
            return "new words of an amendment, whose act is not here"
        if wanted.powers is not None and not self._in_one_hand(wanted.powers, site.frame):
            return f"fewer than {wanted.powers.at_least} powers in one hand"
        if wanted.rival and not self._rivalled(site.frame):
            return "nobody else does the same"
        return None

    def _stands_whole(self, provision: int) -> bool:
        """Whether the text a provision stands in is here from its beginning to its end.

        Of an act that is changed only the new words are; unless they are all of it, and so begin
        with its first point.
        """
        act = self._reader.act
        first = act.provisions[act.part(provision)]
        if first.parent is None or first.kind in ANNEXED:
            return True
        stretches = itertools.groupby(
            act.children(first.parent), key=lambda each: each.zone is ZoneKind.INSTRUCTION
        )
        for _, group in stretches:
            inside = list(group)
            if first in inside:
                units = act.provisions[inside[0].index : inside[-1].last]
                numbers = [each.number for each in units if each.kind in _COUNTED]
                return len(numbers) >= _FEWEST and is_first(numbers[0] or "")
        return False

    def checklist(self, wanted: Whole, site: Site) -> Iterator[tuple[Item, Found]]:
        """Every item of the wanted profile with what came of looking for it."""
        if wanted.profile is None or site.frame is None:
            return
        outside = self._lookup.points_outside(site.frame)
        for item in self._profiles[wanted.profile].items:
            yield item, self._item(wanted.profile, item, site, outside)

    def _rivalled(self, frame: Frame) -> bool:
        """Whether by another norm another holder of power does the same to the same thing."""
        nouns = self._matter(frame)
        if not nouns:
            return False
        return any(
            other.provision not in {frame.provision, -1}
            and not self._same_body(frame.actor, other.actor)
            and not self._apart(frame, other)
            and (action not in _ANY_STEP or self._same_word(frame, other))
            for action in kindred(frame.actions)
            for other in self._doers(action, nouns)
        )

    def _matter(self, frame: Frame) -> frozenset[str]:
        """The nouns that name what a frame acts on, «учет собак ведет»: those of its clause."""
        return self._lookup.object_nouns(frame) or self._lookup.nouns_around(frame)

    def _apart(self, one: Frame, other: Frame) -> bool:
        """«маршруты в городе» and «маршруты между районами»: each names what the other does not."""
        (mine, said), (theirs, told) = map(self._lookup.telling_around, (one, other))
        return _names_more(mine, told) and _names_more(theirs, said)

    def _same_word(self, one: Frame, other: Frame) -> bool:
        """«утверждает» and «утверждать», but not «передаёт» and «подписывает»."""
        normal = self._reader.text.tokens.normal
        return normal(one.head)[:_STEM] == normal(other.head)[:_STEM]

    def _same_body(self, one: Actor, other: Actor) -> bool:
        """«отдел» and «отдел туризма администрации парка», of which the administration too."""
        if one.span is None or other.span is None:
            return True
        names = self._reader.words_of(one.span), self._reader.words_of(other.span)
        return names[0] <= names[1] or names[1] <= names[0]

    def _doers(self, action: str, nouns: frozenset[str]) -> list[Frame]:
        """The norms by which holders of power act on the things so named."""
        found = self._doing.get((action, nouns))
        if found is None:
            reader, lookup = self._reader, self._lookup
            found = self._doing[action, nouns] = [
                frame
                for sentence in members(
                    reader.candidates.predicating(action) & reader.candidates.powerful
                )
                if lookup.names_all(sentence, nouns)  # before any frame is built
                for frame in reader.frames(sentence)
                if action in frame.actions
                and not frame.embedded
                and frame.actor.role in POWER
                and frame.modality is not Modality.MUST_NOT
                and _same_thing(nouns, self._matter(frame))
            ]
        return found

    def _item(self, profile: str, item: Item, site: Site, outside: Span | None) -> Found:
        reader = self._reader
        said = self._said(profile, item)
        near = reader.sentences_between(*reader.article(site.provision))
        for place, found in (
            (Place.ARTICLE, [s for s in said if s in near]),
            (Place.DOCUMENT, said),
        ):
            if found:
                return Found(Verdict.PRESENT, (place,), reader.sentence_span(found[0]))
        searched = (Place.ARTICLE, Place.DOCUMENT)
        if outside is not None or reader.act.provisions[site.provision].fragment:
            return Found(Verdict.UNKNOWN, searched, outside)
        return Found(Verdict.ABSENT, searched)

    def _said(self, profile: str, item: Item) -> list[int]:
        """The sentences that show an item, in text order."""
        found = self._shown.get((profile, item.id))
        if found is None:
            found = self._shown[profile, item.id] = list(members(self._showing(profile, item)))
        return found

    def _showing(self, profile: str, item: Item) -> SentenceBits:
        reader = self._reader
        said = reader.table.bits("profile", profile, item.id)
        if item.element is None:
            return said
        if not item.action:
            return said | reader.table.bits("element", item.element.value, "patterns")
        return said | reader.candidates.bounded(item.element, *item.action)

    def _in_one_hand(self, powers: Powers, frame: Frame) -> bool:
        """Whether the frame's actor acts in enough groups of actions, in its article (chapter).

        Groups with fewer sentences are asked first, and no more of them than can settle it.
        """
        name = self._reader.name(frame.actor).lower()
        if not name:
            return False
        article = self._reader.article(frame.provision)
        lacking, left = powers.at_least, len(powers.of)
        for group in sorted(powers.of, key=lambda group: self._acts(group).bit_count()):
            if lacking == 0 or lacking > left:
                break
            lacking -= self._does(name, group, article)
            left -= 1
        return lacking == 0

    def _acts(self, group: tuple[str, ...]) -> SentenceBits:
        """The sentences where a holder of power can do anything of a group of actions."""
        candidates = self._reader.candidates
        return candidates.predicating(*group) & candidates.powerful

    def _does(self, name: str, group: tuple[str, ...], article: tuple[int, int]) -> bool:
        """Whether who is so named does anything of a group of actions in an article."""
        found = self._acting.get((name, group, article))
        if found is None:
            reader = self._reader
            within = reader.sentences_between(*article)
            found = self._acting[name, group, article] = any(
                reader.name(frame.actor).lower() == name
                for sentence in members(self._acts(group) & between(within.start, within.stop))
                for frame in reader.frames(sentence)
                if not set(group).isdisjoint(frame.actions)
                and frame.modality is not Modality.MUST_NOT
            )
        return found


def _names_more(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether some word of one has no like in the other: «год» and «годовой» are alike."""
    stems = {word[:_STEM] for word in other}
    return any(word[:_STEM] not in stems for word in one)


def _same_thing(one: frozenset[str], other: frozenset[str]) -> bool:
    """«состояние станций» and «состояние станций водовода», but not «склады» and «склады семян»."""
    return one == other or (len(one) >= _TELLING and one < other)
