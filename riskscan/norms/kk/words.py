"""What the frame builder asks of a Kazakh word form, answered once per type as bit flags."""

from __future__ import annotations

from riskscan.language.model import Reading, Vocabulary


class Word:
    """Grammatical facts true of at least one reading of the form: bits of a plain integer."""

    FINITE = 1 << 0  # a present or past form of the third person
    ORDER = 1 << 1  # «бекітілсін»
    CONDITIONAL = 1 << 2
    VERBAL_NOUN = 1 << 3
    PARTICIPLE = 1 << 4
    CONVERB = 1 << 5  # «қарап»
    COURSE = 1 << 6  # «қарай»: the converb that carries «алады»
    PASSIVE = 1 << 7
    NEGATIVE = 1 << 8
    NOUN = 1 << 9
    NOMINATIVE = 1 << 10
    GENITIVE = 1 << 11
    DATIVE = 1 << 12
    ACCUSATIVE = 1 << 13
    INSTRUMENTAL = 1 << 14
    OBLIQUE = 1 << 15  # locative, ablative
    POSSESSED = 1 << 16  # of a third person: «шешімі»
    ADJECTIVE = 1 << 17
    NUMERAL = 1 << 18
    POSTPOSITION = 1 << 19
    ADVERB = 1 << 20
    COORDINATOR = 1 << 21
    OR = 1 << 22
    COMMA = 1 << 23
    STOP = 1 << 24  # other punctuation
    PRONOUN = 1 << 25
    PARTICLE = 1 << 26
    VERB_ONLY = 1 << 27  # no reading as a noun or adjective
    CASE_WORD = 1 << 28  # «жағдайда», «кезде»: what goes before is a condition
    PAST = 1 << 29  # «қарады»: finite, and past in every reading


_CASES = {
    "Case=Nom": Word.NOMINATIVE,
    "Case=Gen": Word.GENITIVE,
    "Case=Dat": Word.DATIVE,
    "Case=Acc": Word.ACCUSATIVE,
    "Case=Ins": Word.INSTRUMENTAL,
    "Case=Loc": Word.OBLIQUE,
    "Case=Abl": Word.OBLIQUE,
}
_PARTS = {
    "ADJ": Word.ADJECTIVE,
    "DET": Word.ADJECTIVE,
    "NUM": Word.NUMERAL,
    "ADP": Word.POSTPOSITION,
    "ADV": Word.ADVERB,
    "CCONJ": Word.COORDINATOR,
    "PART": Word.PARTICLE,
    "PUNCT": Word.STOP,
    "SYM": Word.STOP,
}
_ALTERNATIVES = frozenset({"немесе", "не", "болмаса", "яки", "әлде", "я"})
_CASE_WORDS = frozenset(
    ("жағдайда", "жағдайларда", "жағдайларында", "кезде", "кезінде", "реттерде", "соң", "уақытта")
)
_ATTRIBUTIVE = ("дағы", "дегі", "тағы", "тегі")
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})


def word_facts(vocabulary: Vocabulary, identity: int) -> int:
    """The facts of one word type."""
    normal = vocabulary.normal(identity)
    if normal == ",":
        return Word.COMMA
    if normal in _ALTERNATIVES:
        return Word.COORDINATOR | Word.OR
    facts = Word.CASE_WORD if normal in _CASE_WORDS else 0
    readings = vocabulary.readings(identity)
    for reading in readings:
        facts |= _of_reading(reading)
    if facts & Word.POSSESSED and any(r.lemma == normal and r.pos == "NOUN" for r in readings):
        facts &= ~Word.POSSESSED  # «отын» is fuel, hardly somebody's fire
    if normal.endswith(_ATTRIBUTIVE) and facts & Word.OBLIQUE:  # «қаладағы»
        return facts & ~(Word.NOUN | Word.OBLIQUE) | Word.ADJECTIVE
    present = any("Tense=Pres" in r.features and "VerbForm=Fin" in r.features for r in readings)
    if facts & Word.FINITE and not present:
        facts |= Word.PAST
    if readings and all(reading.pos in {"VERB", "AUX"} for reading in readings):
        facts |= Word.VERB_ONLY
    elif not present:
        facts &= ~Word.FINITE  # «тиісті», «байланысты» could be past tenses
    return facts


def _of_reading(reading: Reading) -> int:
    features = reading.features
    if reading.pos in _NOMINAL:
        pronoun = Word.PRONOUN if reading.pos == "PRON" else 0
        return Word.NOUN | pronoun | _nominal(features)
    if reading.pos in {"VERB", "AUX"}:
        return _verbal(features)
    facts = _PARTS.get(reading.pos, 0)
    return facts | _nominal(features) if reading.pos == "ADJ" else facts


def _nominal(features: frozenset[str]) -> int:
    facts = Word.POSSESSED if "Person[psor]=3" in features else 0
    for feature, flag in _CASES.items():
        if feature in features:
            facts |= flag
    return facts


def _verbal(features: frozenset[str]) -> int:
    facts = Word.PASSIVE if "Voice=Pass" in features else 0
    facts |= Word.NEGATIVE if "Polarity=Neg" in features else 0
    if "VerbForm=Ger" in features:
        return facts | Word.VERBAL_NOUN | _nominal(features)
    if "VerbForm=Part" in features:
        when = Word.CONDITIONAL if "Case=Loc" in features else 0  # «шағым түскенде»
        return facts | Word.PARTICIPLE | _nominal(features) | when
    if "VerbForm=Conv" in features:
        return facts | (Word.COURSE if "Aspect=Imp" in features else Word.CONVERB)
    if "Mood=Cnd" in features:
        return facts | Word.CONDITIONAL
    if "Mood=Imp" in features:
        return facts | Word.ORDER
    third = "Mood=Ind" in features and "Person=3" in features
    return facts | (Word.FINITE if third else 0)
