"""The names of Universal Dependencies that a pattern may use.

Source: universaldependencies.org/u/pos and /u/feat, with the values in use for Russian and Kazakh.
"""

from __future__ import annotations

_PARTS = "ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB X"

_VALUES = {
    "Abbr": "Yes",
    "Animacy": "Anim Inan Hum Nhum",
    "Aspect": "Hab Imp Iter Perf Prog Prosp",
    "Case": "Abe Abl Acc Dat Equ Gen Ins Loc Nom Par Voc",
    "Degree": "Abs Cmp Dim Pos Sup",
    "Evident": "Fh Nfh",
    "Foreign": "Yes",
    "Gender": "Com Fem Masc Neut",
    "Mood": "Cnd Des Imp Ind Jus Nec Opt Pot",
    "NumForm": "Digit Roman",
    "NumType": "Card Dist Frac Mult Ord Range Sets",
    "Number": "Plur Ptan Sing",
    "Number[psor]": "Plur Sing",
    "Person": "0 1 2 3",
    "Person[psor]": "1 2 3",
    "Polarity": "Neg Pos",
    "Polite": "Form Infm",
    "Poss": "Yes",
    "PronType": "Dem Emp Exc Ind Int Neg Prs Rcp Rel Tot",
    "Reflex": "Yes",
    "Tense": "Fut Imp Past Pqp Pres",
    "Variant": "Long Short",
    "VerbForm": "Conv Fin Ger Inf Part Sup Vnoun",
    "Voice": "Act Cau Mid Pass Rcp",
}

PARTS_OF_SPEECH = frozenset(_PARTS.split())

FEATURES = frozenset(
    f"{name}={value}" for name, values in _VALUES.items() for value in values.split()
)
