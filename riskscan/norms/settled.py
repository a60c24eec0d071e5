"""What another sentence of the article settles: which outcome is for which case, what a word means.

A draft often names the outcomes in one point and says three points later when each is due; or
lets a word stand and measures it at the end. Such sentences need not name the same action, so
they are found by the words themselves, by their stems: «задерживает» and «задержание».
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from riskscan.language.model import NOUNS, Reading
from riskscan.norms.concepts import Own
from riskscan.norms.model import POWER, ElementKind, Frame, Role
from riskscan.norms.reader import NormReader
from riskscan.norms.stems import akin, stem

_NEAR = 40  # sentences
_NEXT = 3  # tokens between an outcome and the word that it comes about
_AFTER = 4  # tokens of the last alternative that a phrase leaves out
_CLOSE = 8  # tokens between a word and what settles it
_CASES = (ElementKind.GROUND, ElementKind.CRITERIA, ElementKind.SCALE)
_QUALITY = frozenset({"ADJ", "ADV"})
_OF_QUALITY = ("ость", "дық", "дік")  # how nouns made of adjectives end
_ACTS = frozenset({"VERB", "NOUN"})


class Settled:
    """Answers from the sentences around one sentence of an act."""

    def __init__(self, reader: NormReader) -> None:
        self._reader = reader
        self._tokens = reader.text.tokens
        self._bounds = reader.text.sentence_tokens

    def told_apart(self, sentence: int, first: int, last: int) -> bool:
        """Whether a sentence nearby gives each of the alternatives, or one of them, its case."""
        sides = self._sides(sentence, first, last)
        if len(sides) < 2:
            return False
        rows: set[str] = set()
        for other in self._around(sentence):
            named = {side: self._named(other, side) for side in sides}
            named = {side: tokens for side, tokens in named.items() if tokens}
            if not named or self._reader.of_later_step(other, sentence):
                continue
            if self._has_cases(other):
                if len(named) > 1 and self._separate(other, named):
                    return True
                if any(self._due(sentence, other, tokens) for tokens in named.values()):
                    return True
            if self._is_row(other):
                rows.update(named)
        return len(rows) > 1

    def measured(self, sentence: int, first: int, last: int) -> bool:
        """Whether a sentence nearby says what an evaluative word amounts to."""
        stems = self._qualities(first, last) or self._qualities(
            last, min(last + _NEXT, self._bounds(sentence)[1])
        )
        settling = self._reader.table.sentences("concept", Own.SETTLES)
        return any(
            self._settles(other, token)
            for other in (self._around(sentence) if stems else ())
            if other in settling
            for token in self._predicated(other, stems)
        )

    def _qualities(self, first: int, last: int) -> set[str]:
        """The stems of the words that say of what kind: «значительный», «значимость»."""
        return {
            stem(reading.lemma)
            for token in range(first, last)
            for reading in self._tokens.readings(token)[:1]
            if reading.pos in _QUALITY
            or "VerbForm=Part" in reading.features
            or reading.lemma.endswith(_OF_QUALITY)
        }

    def excepted(self, frame: Frame) -> bool:
        """Whether a sentence nearby closes the exceptions: «на руки выдаются только …»."""
        things = self._reader.target_nouns(frame)
        return bool(things) and any(
            self._reader.table.has(other, Own.ONLY_WORD)
            and not self._reader.of_later_step(other, frame.sentence)
            and not self._of_private(other)
            and not things.isdisjoint(self._nouns(other))
            for other in self._around(frame.sentence)
        )

    def _of_private(self, sentence: int) -> bool:
        """«подрядчик приступает только после …»: what a private person must do."""
        frames = self._reader.frames(sentence)
        return bool(frames) and all(frame.actor.role is Role.PRIVATE for frame in frames)

    def quantified(self, frame: Frame) -> bool:
        """Whether a sentence nearby gives the very thing in numbers, and no mere limit to it."""
        things = self._reader.target_nouns(frame)
        return bool(things) and any(
            not things.isdisjoint(self._nouns(other))
            and self._reader.says(other, ElementKind.SCALE)
            and not self._reader.says(other, ElementKind.BOUND)
            for other in self._around(frame.sentence)
        )

    def _around(self, sentence: int) -> Iterator[int]:
        return self._reader.around(sentence, _NEAR)

    def _sides(self, sentence: int, first: int, last: int) -> list[str]:
        """The alternatives as stems of their verbs or, where nouns are joined, of those nouns."""
        joints = [
            hit.start
            for hit in self._reader.table.concept(sentence, Own.OR_WORD)
            if first <= hit.start < last + _AFTER
        ]
        if not joints:
            return self._listed(sentence, last)
        last = min(max(last, joints[-1] + _AFTER), self._bounds(sentence)[1])
        after = self._words(joints[-1] + 1, last)[:1]
        if not after:
            return []
        before = self._words(first, joints[-1])
        alike = [word for word in before if _parallel(word, after[0])]
        if not alike:  # «ограничивается замечанием либо налагает штраф»
            nouns = [word for word in before if word.pos == "NOUN"]
            alike = [word for word in nouns if _parallel(word, nouns[-1])]
        rest = [word for word in self._words(joints[-1] + 1, last) if _parallel(word, after[0])]
        return list(dict.fromkeys(stem(word.lemma) for word in alike + rest))

    def _listed(self, sentence: int, first: int) -> list[str]:
        """«одна из мер: замечание, выговор, исключение»: what stands behind the colon."""
        end = self._bounds(sentence)[1]
        colon = next((i for i in range(first, end) if self._tokens.normal(i) == ":"), end)
        nouns = [word for word in self._words(colon, end) if word.pos == "NOUN"]
        alike = [word for word in nouns if _parallel(word, nouns[0])] or self._itemised(sentence)
        return list(dict.fromkeys(stem(word.lemma) for word in alike))

    def _itemised(self, sentence: int) -> list[Reading]:
        """The first words of the items that a sentence introduces: «1) прекратить дело; 2) …»."""
        provision = int(self._reader.text.provisions[sentence])
        if provision < 0 or not self._reader.introduces(provision):
            return []
        return [
            word
            for item in self._reader.act.children(provision)
            for own in list(self._reader.sentences(item.index))[:1]
            for word in self._words(*self._bounds(own))[:1]
        ]

    def _words(self, first: int, last: int) -> list[Reading]:
        """The likeliest readings of the verbs and nouns among some tokens."""
        return [
            reading
            for token in range(first, last)
            for reading in self._tokens.readings(token)[:1]
            if reading.pos in _ACTS
        ]

    def _named(self, sentence: int, side: str) -> list[int]:
        return [
            token
            for token in range(*self._bounds(sentence))
            for reading in self._tokens.readings(token)[:1]
            if reading.pos in _ACTS | NOUNS and akin(reading.lemma, side)
        ]

    def _separate(self, sentence: int, named: dict[str, list[int]]) -> bool:
        """Whether two alternatives are named each by itself, not again as «… или …»."""
        joints = [hit.start for hit in self._reader.table.concept(sentence, Own.OR_WORD)]
        order = sorted((token, side) for side, tokens in named.items() for token in tokens)
        return any(
            one != other and not any(here < joint < there for joint in joints)
            for (here, one), (there, other) in pairwise(order)
        )

    def _has_cases(self, sentence: int) -> bool:
        return self._reader.says(sentence, *_CASES) or self._reader.table.has(
            sentence, Own.CASE_WORD
        )

    def _due(self, sentence: int, other: int, tokens: list[int]) -> bool:
        """«Отказ следует, если проект набрал …»: a case for one outcome leaves the rest."""
        if not self._reader.says(other, ElementKind.GROUND, ElementKind.CRITERIA):
            return False
        if self._reader.table.has(other, Own.NAMED_GROUNDS):
            return True
        meted = [hit.start for hit in self._reader.table.concept(other, Own.METED)]
        if any(abs(place - token) <= _NEXT for token in tokens for place in meted):
            return True
        mine = self._nouns(sentence)
        for frame in self._reader.frames(other):
            if frame.head in tokens and (frame.passive or frame.actor.role in POWER):
                theirs = self._reader.target_nouns(frame)
                if not theirs or not theirs.isdisjoint(mine):
                    return True
        return False

    def _nouns(self, sentence: int) -> frozenset[str]:
        return self._tokens.lemmas(*self._bounds(sentence), NOUNS)

    def _is_row(self, sentence: int) -> bool:
        """«80 – 100 – премия»: a line of a table."""
        written = self._reader.text.written(self._reader.sentence_span(sentence))
        return any(c.isdigit() for c in written) and " – " in written.replace("—", "–")

    def _predicated(self, sentence: int, stems: set[str]) -> Iterator[int]:
        """The tokens by which a sentence says that something is so: «существенным является»."""
        for token in range(*self._bounds(sentence)):
            for reading in self._tokens.readings(token):
                if not any(akin(reading.lemma, each) for each in stems):
                    continue
                said = (
                    (reading.pos == "ADJ" or "VerbForm=Part" in reading.features)
                    and not reading.features.isdisjoint({"Case=Ins", "Case=Dat", "Variant=Short"})
                ) or (
                    reading.lemma.endswith(_OF_QUALITY)
                    and not reading.features.isdisjoint({"Case=Nom", "Case=Gen"})
                )
                if said or token - self._bounds(sentence)[0] < 2:
                    yield token
                    break

    def _settles(self, sentence: int, token: int) -> bool:
        """Whether what follows measures the word, and nobody is left to judge it."""
        if any(f.actor.role in POWER and f.actor.span for f in self._reader.frames(sentence)):
            return False
        return any(
            abs(hit.start - token) <= _CLOSE or abs(hit.end - token) <= _CLOSE
            for hit in self._reader.table.concept(sentence, Own.SETTLES)
        )


def _parallel(one: Reading, other: Reading) -> bool:
    """Whether two words can be alternatives to each other: verbs, or nouns of one case."""
    cases = {f for f in one.features if f.startswith("Case=")}
    return one.pos == other.pos and (one.pos == "VERB" or not cases.isdisjoint(other.features))
