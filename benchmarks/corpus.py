"""A corpus made up for measuring: draft rules in Russian that mean nothing and never repeat.

Every document is generated from the lists in ``words`` by a small grammar: provisions with actors,
powers, terms, grounds, lists and references. The same seed gives the same bytes. No two sentences
are equal, so nothing that caches whole strings gains from it. About four thousand word forms.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator

from benchmarks import words

MEGABYTE = 1_000_000

_NUMERALS = {
    3: "трёх", 5: "пяти", 7: "семи", 10: "десяти", 12: "двенадцати", 15: "пятнадцати",
    20: "двадцати", 25: "двадцати пяти", 30: "тридцати", 45: "сорока пяти", 60: "шестидесяти",
}  # fmt: skip


def documents(
    megabytes: float = 5.0, *, seed: int = 1, size: int = 100_000, risky: float | None = None
) -> Iterator[str]:
    """Documents of about ``size`` bytes of UTF-8 each, together at least ``megabytes``.

    ``risky`` is the share of points that give a power in doubtful words; by default every form is
    equally likely, which is many times more powers than a real act has.
    """
    writer = _Writer(random.Random(seed), risky)  # noqa: S311 - not for secrets
    left = megabytes * MEGABYTE
    while left > 0:
        document = writer.document(size)
        left -= len(document.encode())
        yield document


class _Writer:
    """Writes provisions; remembers what it has written."""

    def __init__(self, chance: random.Random, risky: float | None) -> None:
        self._chance = chance
        self._risky = risky
        self._written: set[str] = set()
        self._actors = words.nouns(words.ACTORS)
        self._persons = words.nouns(words.PERSONS)
        self._things = words.nouns(words.THINGS)
        self._processes = words.nouns(words.PROCESSES)
        self._qualities = words.adjectives(words.QUALITIES) + words.participles(words.POWERS)
        self._powers = words.verbs(words.POWERS)
        self._acts = words.verbs(words.ACTS)
        self._places = words.split(words.PLACES)

    def document(self, size: int) -> str:
        """Numbered points under chapters, about ``size`` bytes."""
        lines: list[str] = []
        room = size
        point = 0
        while room > 0:
            if point % 12 == 0:
                lines.append(f"Глава {point // 12 + 1}. {self._new(_Writer.heading)}")
            point += 1
            lines.extend(self._point(point))
            room = size - 2 * sum(map(len, lines))
        return "\n".join(lines)

    def _point(self, number: int) -> Iterator[str]:
        yield f"{number}. {self._new(self._form())}"
        if self._chance.random() < (0.3 if self._risky is None else self._risky):
            yield self._new(_Writer.lead)
            for item in range(1, self._chance.randint(3, 6)):
                yield f"{item}) {self._new(_Writer.item)}"

    def _form(self) -> Callable[[_Writer], str]:
        if self._risky is None:
            return self._chance.choice(_FORMS)
        return self._chance.choice(_FORMS if self._chance.random() < self._risky else _SOBER)

    def _new(self, form: Callable[[_Writer], str]) -> str:
        """A sentence of this form that has not been written before."""
        while (sentence := form(self)) in self._written:
            continue
        self._written.add(sentence)
        return sentence[0].upper() + sentence[1:]

    def _noun(self, nouns: list[words.Noun]) -> words.Noun:
        return self._chance.choice(nouns)

    def _phrase(self, noun: words.Noun, case: str, number: str = "sing") -> str:
        """The noun, one time in two with a quality."""
        if self._chance.random() < 0.5:
            return noun.forms[case, number]
        quality = self._chance.choice(self._qualities)
        fit = "plur" if number == "plur" else noun.gender
        seen = "gent" if case == "accs" and noun.animate and fit in ("masc", "plur") else case
        return f"{quality[fit, seen]} {noun.forms[case, number]}"

    def _thing(self, case: str, number: str = "sing") -> str:
        return self._phrase(self._noun(self._things), case, number)

    def _subject(self, case: str = "nomn") -> str:
        return self._noun(self._actors).forms[case, "sing"]

    def _person(self, case: str = "nomn", number: str = "sing") -> str:
        return self._noun(self._persons).forms[case, number]

    def _object(self) -> str:
        number = self._chance.choice(words.NUMBERS)
        if self._chance.random() < 0.5:
            return self._thing("accs", number)
        process = self._noun(self._processes).forms["accs", "sing"]
        return f"{process} {self._thing('gent', number)}"

    def _power(self) -> str:
        return self._chance.choice(self._powers)["inf"]

    def _act(self) -> str:
        return self._chance.choice(self._acts)["3sg"]

    def _term(self) -> str:
        number = self._chance.choice(list(_NUMERALS))
        kind = self._chance.choice(["рабочих", "календарных", "банковских"])
        spelt = f" ({_NUMERALS[number]})" if self._chance.random() < 0.6 else ""
        return f"{number}{spelt} {kind} дней"

    def _circumstance(self) -> str:
        process = self._noun(self._processes).forms["gent", "sing"]
        opening = self._chance.choice(
            ["в отсутствие", "при нарушении срока", "в ходе", "по итогам"]
        )
        return f"{opening} {process} {self._thing('gent', self._chance.choice(words.NUMBERS))}"

    def _reference(self) -> str:
        return (
            f"{self._chance.choice(['пунктом', 'подпунктом', 'статьёй'])} "
            f"{self._chance.randint(1, 99)} {self._chance.choice(['настоящих Правил', 'Закона'])}"
        )

    def heading(self) -> str:
        """What a chapter is about."""
        process = self._noun(self._processes).forms["gent", "sing"]
        return f"порядок {process} {self._thing('gent', 'plur')}"

    def lead(self) -> str:
        """The opening of a list."""
        return f"{self._subject()} {self._act()} {self._object()} в следующих случаях:"

    def item(self) -> str:
        """An item of a list."""
        return f"{self._circumstance()};"

    def power(self) -> str:
        """An authority may do something."""
        may = self._chance.choice(["вправе", "может", "имеет право", "обязан"])
        when = self._chance.choice(
            ["при необходимости ", f"{self._circumstance()} ", "", "по своему усмотрению "]
        )
        return f"{self._subject()} {when}{may} {self._power()} {self._object()}."

    def deadline(self) -> str:
        """Somebody does something within a term."""
        return (
            f"{self._subject()} в течение {self._term()} со дня "
            f"{self._noun(self._processes).forms['gent', 'sing']} {self._thing('gent')} "
            f"{self._act()} {self._object()}."
        )

    def extension(self) -> str:
        """A term may be extended."""
        bound = f", но не более чем на {self._term()}" if self._chance.random() < 0.5 else ""
        return (
            f"срок {self._noun(self._processes).forms['gent', 'sing']} {self._thing('gent')} "
            f"может быть продлён {self._subject('ablt')}{bound}."
        )

    def refusal(self) -> str:
        """Somebody is refused something."""
        ground = self._chance.choice(
            ["по иным основаниям", "в иных случаях", f"в соответствии с {self._reference()}"]
        )
        return (
            f"{self._subject()} отказывает {self._person('datv')} в выдаче "
            f"{self._thing('gent')} {ground}, если {self._person()} {self._act()} {self._object()}."
        )

    def duty(self) -> str:
        """A person must do something."""
        return (
            f"{self._person()}, который {self._act()} {self._object()}, обязан {self._power()} "
            f"{self._object()} в порядке, установленном {self._reference()}."
        )

    def demand(self) -> str:
        """An authority asks for papers."""
        return (
            f"{self._subject()}, расположенный в городе {self._chance.choice(self._places)}, "
            f"запрашивает у {self._person('gent')} {self._object()} и иные документы, "
            f"подтверждающие {self._object()}."
        )

    def decision(self) -> str:
        """A decision is made on what comes before it."""
        return (
            f"решение о {self._noun(self._processes).forms['loct', 'sing']} "
            f"{self._thing('gent', self._chance.choice(words.NUMBERS))} принимается "
            f"{self._subject('ablt')} на основании {self._thing('gent')} и оформляется "
            f"{self._thing('ablt')} от {self._chance.randint(1, 28)}."
            f"{self._chance.randint(10, 12)}.{self._chance.randint(2001, 2025)} "
            f"№ {self._chance.randint(1, 9999)}."
        )

    def composition(self) -> str:
        """What something consists of: no power at all."""
        return (
            f"{self._thing('nomn')} включает {self._thing('accs')}, {self._thing('accs', 'plur')}, "
            f"{self._object()}, а также {self._object()} и {self._object()}, "
            f"предусмотренные {self._reference()}."
        )

    def keeping(self) -> str:
        """A person's own duty with a term."""
        return (
            f"{self._person()} хранит {self._object()}, {self._object()} и {self._object()} в "
            f"течение {self._term()} после {self._noun(self._processes).forms['gent', 'sing']} "
            f"{self._thing('gent')}."
        )

    def settled(self) -> str:
        """A decision with a term."""
        process = self._noun(self._processes).forms["loct", "sing"]
        return (
            f"решение о {process} {self._thing('gent')} принимается {self._subject('ablt')} в "
            f"течение {self._term()} со дня поступления {self._thing('gent')} и оформляется "
            f"{self._thing('ablt')}."
        )


_FORMS = (
    _Writer.power,
    _Writer.deadline,
    _Writer.extension,
    _Writer.refusal,
    _Writer.duty,
    _Writer.demand,
    _Writer.decision,
)
# In the real acts measured one sentence in eight or nine gives somebody a power.
_SOBER = (
    *[_Writer.composition] * 8,
    *[_Writer.keeping] * 6,
    _Writer.duty,
    _Writer.deadline,
    _Writer.settled,
)
