"""Stamps: «Утверждены приказом …», «Приложение 1 к Правилам …» and what they begin."""

from __future__ import annotations

import re

_INSTRUMENT_TITLE = re.compile(
    r"(?i)[\s*#>_«\"“]*(?:(?:типов\w+|санитарн\w+|техническ\w+|квалификационн\w+)\s+)*"
    r"(?:правила|положение|инструкция|методика|стандарт|регламент|требования|порядок|устав"
    r"|методические|классификатор|ереже|қағида|нұсқаулық|әдістеме|жарғы)"
)
_APPROVAL = re.compile(r"(?i)у ?т ?в ?е ?р ?ж ?д ?е ?н|утверждаю|бекітілген|бекітемін")
_ANNEX = re.compile(r"(?i)[\s*#>_|]*п ?р ?и ?л ?о ?ж ?е ?н ?и ?е|\d[ -]*қосымша|қосымша")
_OF_INSTRUMENT = re.compile(
    r"(?i)\bк\s+(?:типов\w+\s+|санитарн\w+\s+|техническ\w+\s+|настоящ\w+\s+|указанн\w+\s+)*"
    r"(?:правил|положени|инструкци|методик|стандарт|регламент|требовани|порядк|устав|классификатор"
    r"|перечн|план|программ|форм)"
    r"|(?:қағидалар|ереже|нұсқаулы|стандарт|әдістеме)\w*\s+\d*[ -]*қосымша"
)


def is_instrument(stamp: str, title: str) -> bool:
    """Whether a stamp begins an approved act of its own (rules, …) and not a mere annex."""
    if _ANNEX.match(stamp):
        return bool(_INSTRUMENT_TITLE.match(title)) and not is_of_instrument(stamp)
    return bool(_APPROVAL.search(stamp))


def is_of_instrument(stamp: str) -> bool:
    """Whether an annex belongs to the rules it names, and not to the order itself."""
    return bool(_OF_INSTRUMENT.search(stamp)) and bool(_ANNEX.match(stamp))
