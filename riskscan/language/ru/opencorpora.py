"""OpenCorpora tags, as pymorphy3 gives them, in Universal Dependencies terms.

Sources: opencorpora.org/dict.php?act=gram; universaldependencies.org, the Russian guidelines.
Full participles are VERB VerbForm=Part (UD allows ADJ too), short ones have Variant=Short besides.
Verbs in -ся carry Reflex=Yes and no Voice: which of its meanings a form has, only its sentence
says.
"""

from __future__ import annotations

from collections.abc import Callable

Grammemes = frozenset[str]

_FEATURES = {
    "nomn": "Case=Nom", "gent": "Case=Gen", "gen1": "Case=Gen", "gen2": "Case=Par",
    "datv": "Case=Dat", "accs": "Case=Acc", "acc2": "Case=Acc", "ablt": "Case=Ins",
    "loct": "Case=Loc", "loc1": "Case=Loc", "loc2": "Case=Loc", "voct": "Case=Voc",
    "sing": "Number=Sing", "plur": "Number=Plur", "Pltm": "Number=Plur",
    "masc": "Gender=Masc", "femn": "Gender=Fem", "neut": "Gender=Neut",
    "anim": "Animacy=Anim", "inan": "Animacy=Inan",
    "perf": "Aspect=Perf", "impf": "Aspect=Imp",
    "past": "Tense=Past", "pres": "Tense=Pres", "futr": "Tense=Fut",
    "indc": "Mood=Ind", "impr": "Mood=Imp",
    "1per": "Person=1", "2per": "Person=2", "3per": "Person=3",
    "actv": "Voice=Act", "pssv": "Voice=Pass",
    "Abbr": "Abbr=Yes", "Supr": "Degree=Sup",
}  # fmt: skip

_NAMES = frozenset({"Name", "Surn", "Patr", "Geox", "Orgn", "Trad"})
_PERSONS = frozenset({"1per", "2per", "3per"})
_INFLECTION = frozenset({"Case", "Number", "Gender", "Animacy"})

_VERB_FORMS = {
    "VERB": ("VerbForm=Fin",),
    "INFN": ("VerbForm=Inf",),
    "GRND": ("VerbForm=Conv",),
    "PRTF": ("VerbForm=Part",),
    "PRTS": ("VerbForm=Part", "Variant=Short"),
}


def part_of_speech(grammemes: Grammemes) -> str:
    """The UD part of speech of a tag; all conjunctions come out as SCONJ."""
    for grammeme, find in _PARTS.items():
        if grammeme in grammemes:
            return find(grammemes) if callable(find) else find
    return "X"


def features(grammemes: Grammemes, *, reflexive: bool = False) -> frozenset[str]:
    """The UD features of a tag; ``reflexive`` says that the verb's infinitive ends in -ся."""
    found = {_FEATURES[grammeme] for grammeme in grammemes & _FEATURES.keys()}
    for grammeme, forms in _VERB_FORMS.items():
        if grammeme in grammemes:
            found.update(forms)
            found.add("Voice=Act" if "pssv" not in grammemes else "Voice=Pass")
            if reflexive:
                found = {one for one in found if not one.startswith("Voice=")} | {"Reflex=Yes"}
    if "PRED" in grammemes:
        found.discard("Tense=Pres")
    if "ADJS" in grammemes:
        found.add("Variant=Short")
    if "COMP" in grammemes:
        found.add("Degree=Cmp")
    if part_of_speech(grammemes) == "ADJ":
        if "Anum" in grammemes:
            found.add("NumType=Ord")
        elif not found & {"Degree=Cmp", "Degree=Sup"}:
            found.add("Degree=Pos")
    if part_of_speech(grammemes) == "NUM":
        found.add("NumType=Card")
    if "NPRO" in grammemes and grammemes & _PERSONS:
        found.add("PronType=Prs")
    if "Fixd" in grammemes and "Apro" in grammemes:  # «его», «их» agree with nothing
        found = {one for one in found if one.partition("=")[0] not in _INFLECTION}
    return frozenset(found)


def _noun(grammemes: Grammemes) -> str:
    return "PROPN" if grammemes & _NAMES and "Abbr" not in grammemes else "NOUN"


def _adjective(grammemes: Grammemes) -> str:
    if {"Apro", "Anum"} <= grammemes:  # «один»
        return "NUM"
    return "DET" if "Apro" in grammemes else "ADJ"


def _conjunction(grammemes: Grammemes) -> str:
    return "ADV" if "Prnt" in grammemes else "SCONJ"


_PARTS: dict[str, str | Callable[[Grammemes], str]] = {
    "NOUN": _noun,
    "ADJF": _adjective,
    "ADJS": _adjective,
    "COMP": "ADJ",
    "VERB": "VERB",
    "INFN": "VERB",
    "PRTF": "VERB",
    "PRTS": "VERB",
    "GRND": "VERB",
    "NUMR": "NUM",
    "ADVB": "ADV",
    "PRED": "ADV",
    "NPRO": "PRON",
    "PREP": "ADP",
    "CONJ": _conjunction,
    "PRCL": "PART",
    "INTJ": "INTJ",
}
