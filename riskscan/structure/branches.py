"""Which branch of law a part of a code belongs to that has come without its title.

Codes are sent chapter by chapter; who acts in a chapter, and what follows, still tells the branch.
"""

from __future__ import annotations

import re

_SHORTEST = 1500  # characters that show a manner
_GLANCE = 3000  # characters in which a branch shows already, so that other texts cost little
_SAMPLE = 20_000
_APART = 700  # characters between two words of the branch

_BRANCHES = (
    (
        "criminal",
        r"наказыва(?:ется|ются)|лишени(?:ем|я) свободы|осужд[её]нн|преступлени"
        r"|жазаланады|бас бостандығынан айыру|сотталған",
    ),
    (
        "procedural",
        r"суд(?:а|у|ом|е|ы|ов|ья|ьи|ье|ей|ьей|ебн\w+)?\b|следовател|дознани|дознавател"
        r"|подозреваем|обвиняем|подсудим|потерпевш|прокурор|ист(?:ец|ца|цом|цу)\b|ответчик"
        r"|иск(?:а|у|ом|е)?\b"
        r"|сот(?:тың|қа|та|тан|ы)?\b|тергеуші|анықтаушы|күдікті|айыпталушы|сотталушы"
        r"|жәбірленуші|талап қоюшы|жауапкер",
    ),
    (
        "penalty",
        r"влеч[её]т|влекут|штраф|административн\w+ (?:правонарушени|взыскани)"
        r"|әкеп соғады|айыппұл|әкімшілік (?:құқық бұзушылық|жаза)",
    ),
    (
        "civil",
        r"наследодател|наследник|завещани|завещател|сделк|кредитор|обязательств"
        r"|исков\w+ давност|покупател|продав[еац]|подрядчик|поверенн|доверител|доверенност"
        r"|страховател|поклажедател|хранител[яье]|ссудополучател|займодател|за[её]мщик"
        r"|комиссионер|комитент|доверительн\w+ управляющ"
        r"|мұра қалдырушы|мұрагер|өсиет|мәміле|сатып алушы|сатушы|мердігер|сенім білдіруші",
    ),
)
_WORDS = tuple((branch, re.compile(pattern)) for branch, pattern in _BRANCHES)
_BODIES = re.compile(
    r"уполномоченн\w+ орган|государственн\w+ орган|исполнительн\w+ орган|налог"
    r"|мемлекеттік орган|уәкілетті орган|атқарушы орган|салық"
)


def branch_of(text: str) -> str | None:
    """The profile a text's words tell of: frequent, and more so than public bodies at work."""
    if len(text) < _SHORTEST:
        return None
    if _likeliest(text[:_GLANCE].lower())[1] < _GLANCE / _APART / 2:
        return None
    sample = text[:_SAMPLE].lower()
    branch, times = _likeliest(sample)
    often = times >= max(len(sample) / _APART, _times(_BODIES, sample))
    return branch if often else None


def _likeliest(sample: str) -> tuple[str, int]:
    """The branch whose words are the most, and how many they are."""
    told = {branch: _times(words, sample) for branch, words in _WORDS}
    most = max(told, key=lambda branch: told[branch])
    return most, told[most]


def _times(words: re.Pattern[str], text: str) -> int:
    """How often one of the words begins in a text of small letters.

    That a word begins is asked last: a pattern that opens with a letter is searched for faster.
    """
    starts = (match.start() for match in words.finditer(text))
    return sum(1 for at in starts if not text[at - 1 : at].isalpha())
