"""Kazakh morphology: every reading of a form, from our own lexicon and tables of endings.

Lemmas of nouns are in the nominative, of verbs the bare stem («бекіту» is a form of «бекіт»); what
voice, negation, possession and case add stands in the features. A word the lexicon lacks gets
guessed readings by its endings alone.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from riskscan.language.kk import hunspell
from riskscan.language.kk.lexicon import Lexicon, Shape, Stem, Stems
from riskscan.language.kk.sounds import CONTEXTS, VOWELS, Context, contexts
from riskscan.language.kk.suffixes import SOFTENED, derived, nominal, participial, verbal
from riskscan.language.model import Reading, normalise

_NUMBER = re.compile(r"\d+(?:-\d+)*")
_ROMAN = re.compile(r"[ivxlcdm]+|[іхv]+")
_NUMBERED = re.compile(r"(?:\d+(?:-\d+)*|[ivxlcdm]+|[іхv]+)-(\D+)")  # «5-баптың», «2025-ші»
_PRESENT = ("ады", "еді", "йды", "йді")
_ORDINAL = frozenset({"ші", "шы", "інші", "ыншы", "нші", "ншы"})
_CASE_OF_NUMBER = {  # «10-нан 40-қа дейін»
    ending: f"Case={case}"
    for case, endings in {
        "Abl": "дан ден тан тен нан нен",
        "Dat": "ға ге қа ке на не",
        "Loc": "да де та те нда нде",
        "Gen": "ның нің дың дің тың тің",
        "Acc": "ны ні ды ді ты ті н",
    }.items()
    for ending in endings.split()
}
_WORD = re.compile(r"[а-яёәіңғүұқөһ]+(?:-[а-яёәіңғүұқөһ]+)*")
_SYMBOLS = "№%§&@#*/\\"
_NOMINATIVE = frozenset({"Case=Nom"})
_INFLECTED = frozenset({"NOUN", "PROPN", "ADJ"})
_STRESS = frozenset({"ақ", "ау", "мыс", "міс"})  # particles that change nothing of the word
_LONGEST = 60  # letters of a word; trying every ending of every stem costs their square
_SHORTEST_GUESS = 3  # letters of a guessed stem
_GUESSED_VERB = re.compile(r".{2,}(?:[еа]ді|[ыі]л|у|ған|ген|қан|кен).*")


class KazakhMorphology:
    """All readings of Kazakh word forms, likeliest first.

    ``others``: a list of further stems (see ``language.kk.hunspell``) for words our lexicon lacks;
    what they give counts as guessed.
    """

    language = "kk"
    predicts = False

    def __init__(self, others: Path | None = None) -> None:
        self._lexicon = Lexicon(hunspell.stems(others) if others is not None else ())

    def readings(self, word: str) -> tuple[Reading, ...]:
        """Analyse one form in lower case; what is not written in Cyrillic is X."""
        if not word[:1].isalnum():
            symbol = word in _SYMBOLS or unicodedata.category(word[:1] or " ").startswith("S")
            return (Reading(word, "SYM" if symbol else "PUNCT", frozenset()),)
        if _NUMBER.fullmatch(word):
            return (Reading(word, "NUM", frozenset({"NumType=Card"})),)
        if len(word) > _LONGEST:
            return (Reading(word, "X", frozenset(), guessed=True),)
        numbered = _NUMBERED.fullmatch(word)
        if numbered is not None:
            return self._numbered(word, numbered[1])
        found = self._listed(word)
        if found:
            return found
        if _ROMAN.fullmatch(word):
            return (Reading(word, "NUM", frozenset({"NumType=Ord"})),)
        if not _WORD.fullmatch(word):
            return (Reading(word, "X", frozenset(), guessed=True),)
        others = sorted(set(_by_rules(word, self._lexicon.others)), key=_rank)
        guesses = tuple(replace(reading, guessed=True) for reading, _ in others)
        return guesses or self._guessed(word)

    def known(self, word: str) -> bool:
        """Whether lexicon and rules account for a form, in any case."""
        return len(word) <= _LONGEST and bool(self._listed(normalise(word)))

    def is_lemma(self, word: str) -> bool:
        """Whether the lexicon has a word under this name, or one made by rules («басқарушы»).

        A verb's bare stem is its name if the present tense is read as this verb's.
        """
        stems = self._lexicon.stems.get(word, ())
        if any(stem.lemma == word and stem.shape is Shape.WHOLE for stem in stems):
            return True
        if any(normalise(r.lemma) == word and not r.guessed for r in self.readings(word)):
            return True
        return any(r.lemma == word for ending in _PRESENT for r in self._listed(word + ending))

    def _numbered(self, word: str, rest: str) -> tuple[Reading, ...]:
        """«5-баптың» is a form of «бап»; «2025-ші» and «10-нан» are numbers."""
        if rest in _ORDINAL:
            return (Reading(word, "NUM", frozenset({"NumType=Ord"})),)
        case = _CASE_OF_NUMBER.get(rest)
        if case is not None:
            return (Reading(word, "NUM", frozenset({"NumType=Card", case})),)
        return self.readings(rest)

    def _listed(self, word: str) -> tuple[Reading, ...]:
        found = list(self._lexicon.forms.get(word, ()))
        ranked = sorted(set(_by_rules(word, self._lexicon.stems)), key=_rank)
        found += [reading for reading, _ in ranked]
        if not found and "-" in word:
            found += self._compound(word)
        return tuple(dict.fromkeys(found))

    def _compound(self, word: str) -> Iterator[Reading]:
        """«ақпараттық-түсіндіру», «ЖСН-ді»: the last part inflects."""
        first, _, last = word.rpartition("-")
        if last in _STRESS:  # «сұратпай-ақ»
            yield from self._listed(first)
            return
        if not self._listed(first):
            return
        for stem in self._lexicon.stems.get(first, ()):
            for context in CONTEXTS if stem.extra else stem.contexts:
                for features in nominal(context).get(last, ()):
                    yield Reading(stem.lemma, stem.pos, features | stem.extra)
        for reading in self._listed(last):
            if reading.pos in {"NOUN", "PROPN", "ADJ", "VERB"}:
                yield Reading(f"{first}-{reading.lemma}", reading.pos, reading.features)

    def _guessed(self, word: str) -> tuple[Reading, ...]:
        """Readings by endings alone, the longest ending first; a bare noun when there is none."""
        found: dict[Reading, None] = {}
        for cut in range(_SHORTEST_GUESS, len(word)):
            stem, rest = word[:cut], word[cut:]
            for context in contexts(stem):
                if len(rest) >= 2 and stem[-1] not in "-":
                    for features in nominal(context).get(rest, ()):
                        found[Reading(_hardened(stem), "NOUN", features, guessed=True)] = None
                for features in verbal(context).get(rest, ()) if len(rest) >= 3 else ():
                    found[Reading(stem, "VERB", features, guessed=True)] = None
                for reading in _participles(stem, stem, rest, context):
                    if len(rest) >= 2 and reading.pos == "VERB":
                        found[Reading(stem, "VERB", reading.features, guessed=True)] = None
        bare = Reading(word, "NOUN", _NOMINATIVE, guessed=True)
        return (*found, bare)


def _by_rules(word: str, stems: Stems) -> Iterator[tuple[Reading, int]]:
    """Readings by stem and endings, each with the number of derivations it takes."""
    for cut in range(1, len(word) + 1):
        rest = word[cut:]
        for stem in stems.get(word[:cut], ()):
            if stem.pos == "VERB":
                yield from ((reading, 0) for reading in _of_verb(stem, word[:cut], rest))
            elif stem.pos in _INFLECTED:
                yield from _of_noun(stem, word[:cut], rest)
            elif not rest and stem.shape is Shape.WHOLE:
                yield Reading(stem.lemma, stem.pos, frozenset()), 0


def _of_noun(stem: Stem, written: str, rest: str) -> Iterator[tuple[Reading, int]]:
    if stem.shape is Shape.SOFTENED and rest[:1] not in VOWELS:
        return
    if not rest:
        if written == stem.lemma:
            features = frozenset() if stem.pos == "ADJ" else _NOMINATIVE
            yield Reading(stem.lemma, stem.pos, features | stem.extra), 0
        return
    for context in stem.contexts:
        for features in nominal(context).get(rest, ()):
            yield Reading(stem.lemma, stem.pos, features | stem.extra), 0
        for suffix, making in derived(context).items():
            if not rest.startswith(suffix):
                continue
            ending = rest[len(suffix) :]
            if making.softened and ending[:1] not in VOWELS:
                continue
            lemma = written + making.base
            for way in contexts(lemma):
                if way.harmony != context.harmony:
                    continue
                ways = nominal(way).get(ending, ()) if ending else (_NOMINATIVE,)
                for features in ways:
                    if not features:
                        continue  # «жылғы» is made of words of time alone
                    for pos in making.parts:
                        bare = pos == "ADJ" and not ending
                        yield Reading(lemma, pos, frozenset() if bare else features), 1


def _of_verb(stem: Stem, written: str, rest: str) -> Iterator[Reading]:
    restored = _restored(stem.shape, rest)
    if restored is None:
        return
    for context in stem.contexts:
        for features in verbal(context).get(restored, ()):
            yield Reading(stem.lemma, "VERB", features)
        yield from _participles(stem.lemma, stem.lemma, restored, context)


def _participles(lemma: str, stem: str, rest: str, context: Context) -> Iterator[Reading]:
    """Participles, verbal nouns and agents with the endings of nouns."""
    tails = participial(context)
    for cut in range(1, len(rest) + 1):
        for tail in tails.get(rest[:cut], ()):
            ending = rest[cut:]
            if ending and "Tense=Fut" in tail.features:
                continue  # «талаптарға» is of «талап», hardly of «талапта»
            if rest[cut - 1] in "бгғ" and ending[:1] not in VOWELS:
                continue
            for here in contexts(rest[:cut]):
                if here.harmony != context.harmony:
                    continue
                ways = nominal(here).get(ending, ()) if ending else (_NOMINATIVE,)
                for features in ways:
                    if tail.agent:
                        yield Reading(stem + rest[:cut], "NOUN", features)
                    else:
                        yield Reading(lemma, "VERB", tail.features | features)


def _restored(shape: Shape, rest: str) -> str | None:
    """The ending as the tables write it, or None where the stem's form does not allow it."""
    first = rest[:1]
    if shape is Shape.WHOLE:
        return rest or None
    if shape is Shape.SOFTENED:
        return rest if first in VOWELS and first else None
    if shape is Shape.SHORTENED:
        if first == "у":
            return rest
        return "й" + rest[1:] if first == "и" else None
    if first == "ю":
        return "у" + rest[1:]
    return "а" + rest[1:] if first == "я" else None


def _hardened(stem: str) -> str:
    """A guessed stem in its base form: «құқығ» – «құқық»."""
    for hard, soft in SOFTENED.items():
        if stem.endswith(soft):
            return stem[:-1] + hard
    return stem


def _rank(found: tuple[Reading, int]) -> tuple[int, int, int, str]:
    """Likeliest first: whole words, then underived ones, then longer lemmas."""
    reading, derivations = found
    verbal_noun = "VerbForm=Ger" in reading.features
    return (
        derivations,
        -len(reading.lemma) - (2 if verbal_noun else 0),
        len(reading.features),
        f"{reading.pos} {reading.lemma} {sorted(reading.features)}",
    )
