"""What the frame builder asks of a Russian word form, answered once per type as bit flags."""

from __future__ import annotations

from riskscan.language.model import Reading, Vocabulary


class Word:
    """Grammatical facts true of at least one reading of the form: bits of a plain integer.

    Plain integers, because a Flag costs ten times as much and these are asked by the million.
    """

    FINITE = 1 << 0  # third person of a finite verb
    INFINITIVE = 1 << 1
    SHORT = 1 << 2  # short passive participle: "продлен"
    PARTICIPLE = 1 << 3  # full participle
    GERUND = 1 << 4
    REFLEXIVE = 1 << 5
    NOUN = 1 << 6
    NOMINATIVE_SINGULAR = 1 << 7
    NOMINATIVE_PLURAL = 1 << 8
    GENITIVE = 1 << 9
    DATIVE = 1 << 10
    ACCUSATIVE = 1 << 11
    INSTRUMENTAL = 1 << 12
    LOCATIVE = 1 << 13
    ADJECTIVE = 1 << 14
    NUMERAL = 1 << 15
    PREPOSITION = 1 << 16
    PRONOUN = 1 << 17
    ANIMATE = 1 << 18
    SINGULAR = 1 << 19
    PLURAL = 1 << 20
    RELATIVE = 1 << 21
    NEGATION = 1 << 22
    COORDINATOR = 1 << 23
    COMMA = 1 << 24
    STOP = 1 << 25  # other punctuation
    COPULA = 1 << 26
    ADVERB = 1 << 27
    DASH = 1 << 28
    OR = 1 << 30  # "или", "либо"
    PRESENT = 1 << 29  # third person present: "ведут" is a verb, whatever noun it could be


NOMINATIVE = Word.NOMINATIVE_SINGULAR | Word.NOMINATIVE_PLURAL

_CASES = {
    "Case=Gen": Word.GENITIVE,
    "Case=Dat": Word.DATIVE,
    "Case=Acc": Word.ACCUSATIVE,
    "Case=Ins": Word.INSTRUMENTAL,
    "Case=Loc": Word.LOCATIVE,
}
_VERB_FORMS = {
    "VerbForm=Inf": Word.INFINITIVE,
    "VerbForm=Conv": Word.GERUND,
}


def word_facts(vocabulary: Vocabulary, identity: int) -> int:
    """The facts of one word type."""
    normal = vocabulary.normal(identity)
    if normal == "не":
        return Word.NEGATION
    if normal == "и":
        return Word.COORDINATOR
    if normal in {"или", "либо"}:
        return Word.COORDINATOR | Word.OR
    if normal == ",":
        return Word.COMMA
    if normal in {"-", "–", "—"}:
        return Word.STOP | Word.DASH
    facts = 0
    for reading in _credible(vocabulary.readings(identity)):
        facts |= _reading_flags(reading)
    return facts


def _credible(readings: tuple[Reading, ...]) -> tuple[Reading, ...]:
    """Imperatives and first persons do not occur in legal acts; they only blur the picture."""
    kept = tuple(
        reading
        for reading in readings
        if not reading.features & {"Mood=Imp", "Person=1", "Person=2"}
    )
    return kept or readings


def _reading_flags(reading: Reading) -> int:
    features = reading.features
    if reading.pos in {"NOUN", "PROPN", "PRON"}:
        flags = Word.NOUN | _nominal(features)
        if reading.pos == "PRON":
            flags |= Word.PRONOUN
        if reading.lemma in {"который", "кто"}:
            flags |= Word.RELATIVE
        return flags
    if reading.pos in {"VERB", "AUX"}:
        return _verbal(reading)
    if reading.lemma == "который":
        return Word.RELATIVE | Word.PRONOUN | _nominal(features)
    if reading.pos in {"ADJ", "DET"}:
        return Word.ADJECTIVE | _nominal(features)
    return {
        "NUM": Word.NUMERAL,
        "ADP": Word.PREPOSITION,
        "ADV": Word.ADVERB,
        "PUNCT": Word.STOP,
        "SYM": Word.STOP,
    }.get(reading.pos, 0)


def _nominal(features: frozenset[str]) -> int:
    flags = 0
    plural = "Number=Plur" in features
    flags |= Word.PLURAL if plural else Word.SINGULAR
    if "Case=Nom" in features:
        flags |= Word.NOMINATIVE_PLURAL if plural else Word.NOMINATIVE_SINGULAR
    if "Animacy=Anim" in features:
        flags |= Word.ANIMATE
    for feature, flag in _CASES.items():
        if feature in features:
            flags |= flag
    return flags


def _verbal(reading: Reading) -> int:
    features = reading.features
    flags = Word.REFLEXIVE if "Reflex=Yes" in features else 0
    flags |= Word.PLURAL if "Number=Plur" in features else Word.SINGULAR
    if reading.lemma == "быть":
        flags |= Word.COPULA
    if "Variant=Short" in features:
        return flags | Word.SHORT
    if "VerbForm=Part" in features:
        return flags | Word.PARTICIPLE | _nominal(features)
    for feature, flag in _VERB_FORMS.items():
        if feature in features:
            return flags | flag
    return flags | Word.FINITE | (Word.PRESENT if "Person=3" in features else 0)
