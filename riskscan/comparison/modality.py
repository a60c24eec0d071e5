"""What a provision lets, orders and forbids, as far as single words tell.

*Strong* words leave no doubt («вправе», «құқылы», «обязан», «міндетті», «запрещается»); *weak* ones
only keep a difference from being claimed. Negation is looked for as widely as possible: its
absence is what is concluded from.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

from riskscan.text import Span

Force = Literal["may", "must", "ban"]

_STRONG: Final = {
    "ru": re.compile(
        r"(?P<ban>\bне\s+(?:вправе|допуска\w+|разреша\w+|могут|может|должн\w+|име\w+\s+права)"
        r"|\bзапреща\w+|\bзапрещен\w*|\bнельзя\b)"
        r"|(?P<must>\bобязан(?:а|о|ы)?\b|\bобязу\w+|\bдолж(?:ен|на|но|ны)\b)"
        r"|(?P<may>\bвправе\b|\bиме[ею]т\s+право\b|\bмогут\b|\bможет\b)",
        re.I,
    ),
    "kk": re.compile(
        r"(?P<ban>\bтыйым\s+салын\w*|\bжол\s+беріл(?:ме\w+|уі\s+мүмкін\s+емес)"
        r"|\b\w{1,40}[ғгқк][ае]\s+болмайды\b|\b(?:құқылы|тиіс|мүмкін|міндетті)\s+емес\b|\bқұқығы\s+жоқ\b"
        r"|\bрұқсат\s+етілме\w+|\b\w{1,40}[ае]\s+алмайды\b)"
        r"|(?P<must>\bміндетті(?!\s+түрде|\s+емес)(?:\s+болып\s+табылады)?(?=\s*[.;:,)]|\s*$|\s+және)"
        r"|\bтиіс\b(?!\s+емес|ті))"
        r"|(?P<may>\bқұқылы\b(?!\s+емес)|\bқұқығы\s+бар\b|\bмүмкін\b(?!\s+емес|дік)"
        r"|\b\w{1,40}[ае]\s+алады\b|\b\w{1,40}[ғгқк][ае]\s+болады\b)",
        re.I,
    ),
}
_WEAK: Final = {
    "ru": {
        "may": r"прав[оау]\b|\bпо\s+желанию|возможн|допуска|разреша|\bможет|\bмогут|\bможно",
        "must": r"обяза|обязу|должн|\bдолжен|подлеж|необходим|следует|требу|надлеж|обеспеч|поруч",
    },
    "kk": {
        "may": r"құқылы|құқығ|құқық\s+бер|мүмкін|рұқсат\s+ет|бола(?:ды|тын)|жол\s+бер|ерік|қалауы"
        r"|[ае]\s+ала(?:ды|тын)|алуы",
        "must": r"міндет|тиіс|қажет|керек|талап|жүктел|қамтамасыз|тапсыр|сын\b|сін\b",
    },
}
_FORCES: Final[tuple[Force, ...]] = ("may", "must")
_WEAK_FORMS: Final = {
    language: {force: re.compile(forms[force], re.I) for force in _FORCES}
    for language, forms in _WEAK.items()
}
_NEGATION: Final = {
    "ru": re.compile(
        r"\b(?:не|ни|нет|без|кроме|нельзя|вне)\b|\bза\s+исключением|запре[тщ]|отказ|исключа|недопу"
        r"|\bне[а-я]{4,}|отсутств|прекра[тщ]|лиша",
        re.I,
    ),
    "kk": re.compile(
        r"\b(?:емес|жоқ|тыс|бас\s+тарт\w*|болмаған\w*)\b|\wс[ыі]з|тыйым"
        r"|\w(?<!не)(?:ма|ме|ба|бе|па|пе)(?:й|йді|йды|йтын|йтін|са|се|ған|ген|у|уы|уі|уға|уге|с"
        r"|стан|стен|сы|сін|сын|сіз|йынша|йінше|ды|ді)\w{0,6}\b",
        re.I,
    ),
}


@dataclass(frozen=True, slots=True)
class Modality:
    """The forces of a provision: where strong words stand, and which forces weak words hint at."""

    strong: dict[Force, Span]
    weak: frozenset[Force]
    negated: bool

    @property
    def is_silent(self) -> bool:
        """Whether no word says anything of the kind: what is done is done, which is a duty."""
        return not self.strong and not self.weak

    def is_only(self, force: Force) -> bool:
        """Whether strong words say this and no word hints at the contrary."""
        return set(self.strong) == {force} and self.weak <= {force}


def modality(text: str, spans: list[Span], language: str) -> Modality:
    """What the words in some stretches of a text let, order and forbid."""
    strong: dict[Force, Span] = {}
    for force, span in _spoken(text, spans, language):
        strong.setdefault(force, span)
    weak = frozenset(
        force
        for force, form in _WEAK_FORMS[language].items()
        if any(form.search(text, *span) for span in spans)
    )
    negated = any(_NEGATION[language].search(text, *span) for span in spans)
    return Modality(strong, weak, negated)


def _spoken(text: str, spans: list[Span], language: str) -> Iterator[tuple[Force, Span]]:
    for span in spans:
        for found in _STRONG[language].finditer(text, *span):
            yield found.lastgroup, Span(*found.span())  # type: ignore[misc]
