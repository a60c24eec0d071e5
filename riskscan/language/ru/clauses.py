"""Russian clauses: which stretch of a sentence each token's predicate governs.

A clause begins

* with the sentence, after ``;`` and after ``:``;
* after a comma or a dash before a subordinator («если», «чтобы», «поскольку» …), a relative
  («который» in any form, up to three words further on: «в соответствии с которым», «порядок
  выдачи которых»; «о чем»);
* there before a coordinator of clauses («но», «однако», «при этом», «причем») too, if a predicate
  follows: «…, но вправе …» begins a clause, «…, но не более чем на месяц» does not;
* at the words a subordinator leans on: «в случае, если …» and «за исключением случаев, когда …»
  begin at their prepositions;
* after a comma, when a subordinate clause has its predicate already and another one follows:
  «лицо, которое подало заявление, | вправе …» goes back to the clause it interrupted, «если лицо
  не явилось, | орган отказывает» opens the main clause.

A parenthesis is a clause of its own, see ``language.parentheses``.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntFlag, auto

import numpy as np
from numpy.typing import NDArray

from riskscan.language.model import IntArray, Tokens, Vocabulary
from riskscan.language.parentheses import ordinals, sentence_begins

_Mask = NDArray[np.bool_]
_Places = NDArray[np.intp]


class _Mark(IntFlag):
    """What a token is to the borders of clauses."""

    COMMA = auto()  # or a dash
    HARD = auto()  # ; and :
    PUNCTUATION = auto()
    SUBORDINATOR = auto()
    PURPOSE = auto()  # «чтобы»: its predicate may be an infinitive
    RELATIVE = auto()
    COORDINATOR = auto()
    LEAD = auto()  # may stand before a subordinator: «а также если», «лишь когда»
    ANCHOR = auto()  # what a subordinator leans on: «в случае, если»
    SUPPORT = auto()  # what stands before an anchor: «за исключением случаев, когда»
    SO = auto()  # «так как»
    AS = auto()
    AT = auto()  # «при этом»
    THIS = auto()
    ABOUT = auto()  # «о чем»
    WHAT = auto()


class _Predicate(IntFlag):
    """What a form can be to its clause, by its likeliest reading."""

    FINITE = auto()
    INFINITIVE = auto()


class _Border(IntFlag):
    """What begins at a token."""

    HARD = auto()  # a sentence, or what stands after ; or :
    SUBORDINATE = auto()
    COORDINATE = auto()
    PART = auto()  # whatever follows a comma


_WORDS = {
    _Mark.SUBORDINATOR: """если ежели буде коль коли когда что поскольку где куда откуда
        пока хотя ибо кто чтобы""",
    _Mark.PURPOSE: "чтобы",
    _Mark.COORDINATOR: "но однако причем притом зато",
    _Mark.LEAD: "а и или либо также только лишь даже особенно",
    _Mark.ANCHOR: "случае случаях случаев условии того тем том тому",
    _Mark.SUPPORT: """в во за исключением исключения при до после для с со ввиду вследствие кроме
        на о об исходя из тех том связи несмотря помимо вместо наряду благодаря""",
    _Mark.SO: "так тогда",
    _Mark.AS: "как",
    _Mark.AT: "при",
    _Mark.THIS: "этом",
    _Mark.ABOUT: "о",
    _Mark.WHAT: "чем",
}
_PREDICATIVES = frozenset(
    (
        "вправе",
        "можно",
        "нельзя",
        "нужно",
        "надо",
        "необходимо",
        "возможно",
        "невозможно",
        "нет",
        "есть",
        "недостаточно",
        "достаточно",
        "мало",
        "много",
        "больше",
        "меньше",
        "ниже",
        "выше",
    )
)
_ROOM = 4  # tokens looked at before and after a border


def clause_ordinals(tokens: Tokens, sentence_starts: _Mask) -> IntArray:
    """The ordinal of every token's clause; ``sentence_starts`` marks the first tokens."""
    return ordinals(tokens, sentence_starts, _firsts)


def _firsts(tokens: Tokens, outer: _Places, sentences: _Places) -> _Places:
    marks = tokens.vocabulary.ask(_marks, tokens.types)[outer]
    hard = sentence_begins(sentences)
    hard[1:] |= (marks[:-1] & _Mark.HARD) != 0
    return _clause_firsts(marks, tokens.types[outer], hard, tokens.vocabulary)


def _clause_firsts(
    marks: IntArray, types: IntArray, hard: _Mask, vocabulary: Vocabulary
) -> _Places:
    """For each token the place of the first token of its clause, parentheses left out."""
    borders = _borders(marks, hard)
    owners = np.maximum.accumulate(np.where(hard, np.arange(len(marks)), 0))
    group = np.cumsum(hard) - 1
    is_compound = np.zeros(len(marks), dtype=bool)
    is_compound[group[(borders & (_Border.SUBORDINATE | _Border.COORDINATE)) != 0]] = True
    places = np.flatnonzero(is_compound[group])
    if not len(places):
        return owners
    parts = np.flatnonzero(borders[places] != 0)
    seen = vocabulary.ask(_predicates, types[places])
    purpose = (marks[places] & _Mark.PURPOSE) != 0
    has_finite = np.bitwise_or.reduceat(seen & _Predicate.FINITE, parts) != 0
    has_infinitive = np.bitwise_or.reduceat(seen & _Predicate.INFINITIVE, parts) != 0
    has_finite |= has_infinitive & np.logical_or.reduceat(purpose, parts)
    starts = places[parts]
    resets = hard[starts] | (((borders[starts] & _Border.COORDINATE) != 0) & has_finite)
    subordinate = (borders[starts] & _Border.SUBORDINATE) != 0
    resumed = _resume(starts, resets, subordinate, has_finite)
    lengths = np.diff(parts, append=len(places))
    owners[places] = np.repeat(resumed, lengths)
    return owners


def _borders(marks: IntArray, hard: _Mask) -> IntArray:
    """What begins at each token, as ``_Border`` flags."""
    count = len(marks)
    padded = np.zeros(count + 2 * _ROOM, dtype=np.int32)
    padded[_ROOM:-_ROOM] = marks

    def at(shift: int, mark: _Mark) -> _Mask:
        found: _Mask = (padded[_ROOM + shift : _ROOM + shift + count] & mark) != 0
        return found

    conjunction = at(0, _Mark.SUBORDINATOR) | (at(0, _Mark.SO) & at(1, _Mark.AS))
    leaning, tied = _leaning(padded, hard)
    subordinate = conjunction | leaning
    for words in (1, 2):
        subordinate |= at(0, _Mark.LEAD) & at(words - 1, _Mark.LEAD) & at(words, _Mark.SUBORDINATOR)
    relative, clear = np.zeros(count, dtype=bool), np.ones(count, dtype=bool)
    for words in range(_ROOM):
        relative |= clear & at(words, _Mark.RELATIVE)
        clear &= ~at(words, _Mark.PUNCTUATION)
    relative |= at(0, _Mark.ABOUT) & at(1, _Mark.WHAT)
    coordinate = at(0, _Mark.COORDINATOR) | (at(0, _Mark.AT) & at(1, _Mark.THIS))
    after_comma = at(-1, _Mark.COMMA) & ~hard & ~tied

    borders = np.zeros(count, dtype=np.int32)
    borders[after_comma] = _Border.PART
    borders[after_comma & coordinate] |= _Border.COORDINATE
    borders[(after_comma & (subordinate | relative)) | leaning] |= _Border.SUBORDINATE
    borders[hard & subordinate] |= _Border.SUBORDINATE
    borders[hard] |= _Border.HARD
    return borders


def _leaning(padded: IntArray, hard: _Mask) -> tuple[_Mask, _Mask]:
    """Where «в случае, если» begins, and where «если» itself then begins nothing."""
    anchors = np.flatnonzero(padded[_ROOM:-_ROOM] & _Mark.ANCHOR)
    at = anchors + _ROOM
    comma = (padded[at + 1] & _Mark.COMMA) != 0
    conjunctions = (padded[at + 1 + comma] & (_Mark.SUBORDINATOR | _Mark.AS)) != 0
    anchors, comma = anchors[conjunctions], comma[conjunctions]
    firsts = anchors.copy()
    for _ in range(_ROOM):
        supported = (padded[firsts + _ROOM - 1] & _Mark.SUPPORT) != 0
        firsts -= supported & ~hard[firsts]
    leaning, tied = np.zeros_like(hard), np.zeros_like(hard)
    found = firsts < anchors
    leaning[firsts[found]] = True
    after = anchors[found & comma] + 2
    tied[after[after < len(tied)]] = True
    return leaning, tied


@dataclass(slots=True)
class _Clause:
    first: int
    subordinate: bool
    finite: bool


def _resume(starts: _Places, resets: _Mask, subordinate: _Mask, finite: _Mask) -> _Places:
    """The first token of the clause each part of a sentence belongs to.

    ``resets`` are parts that leave all open clauses behind.
    """
    stack: list[_Clause] = []
    owners: list[int] = []
    columns = (column.tolist() for column in (starts, resets, subordinate, finite))
    for start, reset, opens, has_finite in zip(*columns, strict=True):
        if reset:
            stack.clear()
        elif has_finite and not opens:
            while stack and stack[-1].subordinate and stack[-1].finite:
                stack.pop()
        if opens or not stack:
            stack.append(_Clause(start, opens, has_finite))
        elif has_finite:
            stack[-1].finite = True
        owners.append(stack[-1].first)
    return np.array(owners, dtype=np.intp)


def _marks(vocabulary: Vocabulary, identity: int) -> int:
    word = vocabulary.normal(identity)
    if word.startswith("котор") and len(word) <= len("которыми"):
        return _Mark.RELATIVE
    return _MARKS.get(word, 0 if word[0].isalnum() else _Mark.PUNCTUATION)


def _predicates(vocabulary: Vocabulary, identity: int) -> int:
    if vocabulary.normal(identity) in _PREDICATIVES:
        return _Predicate.FINITE
    features = vocabulary.readings(identity)[0].features
    if "VerbForm=Inf" in features:
        return _Predicate.INFINITIVE
    finite = "VerbForm=Fin" in features and "Mood=Imp" not in features
    return _Predicate.FINITE if finite or "Variant=Short" in features else 0


_MARKS: dict[str, int] = {
    ",": _Mark.COMMA | _Mark.PUNCTUATION,
    **dict.fromkeys("–—-", _Mark.COMMA | _Mark.PUNCTUATION),
    **dict.fromkeys(";:", _Mark.HARD | _Mark.PUNCTUATION),
}
for _mark, _words in _WORDS.items():
    for _word in _words.split():
        _MARKS[_word] = _MARKS.get(_word, 0) | _mark
