"""Words of the form of an act, in both languages, and the search for them.

A cue is a piece of text that is looked for as it stands; what it suggests is verified where it is
found. So a text pays one plain search for each cue, and patterns run only where they may fit.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

# The verb of the enacting clause: what stands before it is the preamble.
ENACTING = re.compile(
    r"ПРИКАЗЫВА(?:Ю|ЕМ|ЕТ)|ПОСТАНОВЛЯ(?:ЕТ|Ю|ЕМ)"
    r"|РЕШИЛ[АИ]?\b|РЕШАЕТ|РАСПОРЯЖАЮСЬ|ОБЯЗЫВАЮ"
    r"|(?:приказываю|постановляет|постановляю|решил[аи]?|решает) ?:"
    r"|БҰЙЫРАМЫН|ҚАУЛЫ ЕТЕ(?:Д[ІI]|М[ІI]Н)|ШЕШТ[ІI]|ШЕШ[ІI]М ҚАБЫЛДАДЫ"
    r"|(?:бұйырамын|қаулы етед[іi]|шешт[іi]|шеш[іi]м қабылдады) ?:"
)

# How a signature begins.
POSITION = re.compile(
    r"[*_|> ]*(?:Министр|Премьер|Президент|Председател|Аким\b|Руководител|Исполняющ|И\.\s?о\.|Врио"
    r"|Заместител|Вице-|Секретар|Управляющ|Главн|Генеральн|Директор|Начальник|Глава\s(?!\d)"
    r"|Төраға|Әкім\b|Басшы|Қазақстан Республикасының? (?:Премьер|Президент)"
    r"|[А-ЯӘҒҚҢӨҰҮҺІа-яәғқңөұүһі -]{0,80}(?:министрі|төрағасы|әкімі|басшысы|басқарушысы|хатшысы)\b)"
)

# A finite verb: signatures and headings have none.
PREDICATE = re.compile(
    r"\b(?:вправе|может|могут|обязан[аоы]?|долж(?:ен|на|но|ны)|подлеж[иа]т|не допускается)\b"
    r"|\w{2,}(?:ает|яет|ует|еет|ают|яют|уют|еют|носит|водит|ходит|тся)\b"
    r"|\b(?:құқылы|міндетті)\b|\w{3,}(?:ады|еді|йды|йді)\b"
)

Cues = tuple[tuple[str, ...], tuple[str, ...]]  # Russian, Kazakh


def occurrences(text: str, words: str) -> Iterator[int]:
    """Where exactly these words stand."""
    place = text.find(words)
    while place >= 0:
        yield place
        place = text.find(words, place + len(words))


def cued(text: str, starts: Sequence[int], cues: Cues) -> Iterator[int]:
    """Which of the stretches that begin at ``starts`` hold a cue; some are named more than once."""
    return holding(starts, places(text, cues))


def places(text: str, cues: Cues) -> Iterator[int]:
    """Where cues stand; Kazakh ones are not looked for in a text without Kazakh letters."""
    russian, kazakh = cues
    for cue in russian + kazakh if "ғ" in text or "ң" in text else russian:
        yield from occurrences(text, cue)


def holding(starts: Sequence[int], found: Iterable[int]) -> Iterator[int]:
    """Which of the stretches that begin at ``starts`` hold each of some places."""
    for place in found:
        yield max(0, bisect_right(starts, place) - 1)
