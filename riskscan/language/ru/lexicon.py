"""What a general dictionary of Russian does not know of the language of Kazakh law.

Each table is short on purpose: a word is here because the dictionary was seen to fail on it.
"""

from __future__ import annotations

# Words that inflect as another word does: stem of ours, the same stem of a dictionary word.
# "аким" is a man's name for the dictionary, "маслихат" a woman's.
ANALOGUES = {
    "акимат": "комитет",
    "аким": "министр",
    "маслихат": "комитет",
    "тенге": "евро",
    "услугодател": "работодател",
    "услугополучател": "получател",
    "лизингодател": "работодател",
    "лизингополучател": "получател",
    "займодател": "работодател",
    "взыскател": "получател",
    "удочерител": "попечител",
    "кандас": "матрос",
    "оралман": "спортсмен",
    "бенефициар": "лицензиар",
    "пробаци": "организаци",
    "абилитаци": "организаци",
    "цифровизаци": "организаци",
    "майнинг": "рейтинг",
    "комплаенс": "интерес",
    "госзакуп": "закуп",
    "госуслуг": "услуг",
}

# Abbreviations of bodies, payments and identifiers; they do not inflect.
_ABBREVIATIONS = """
    абп бин гкп гку гфсс еаэс еэк есф есутд зк изпи иин ио ип ипн кгд кгкп кгп кгу мзп мио
    мрп мтс мфца нао нпа нпп нцэ опв осмс пдк пп ппрк птс пхв ргкп ргп ргу рцпи соно сур
    тбо тнвэд упп фсмс цио цон эсф эцп юл
"""
ABBREVIATIONS = frozenset(_ABBREVIATIONS.split())

# Short adjectives that live apart from the full form the dictionary derives them from.
SHORT_ADJECTIVES = {"должный": "должен", "обязанный": "обязан"}

_COORDINATORS = "а да же зато и или либо но ни однако притом причем"
COORDINATORS = frozenset(_COORDINATORS.split())

PRONOUN_FEATURES: dict[str, frozenset[str]] = {
    "который": frozenset({"PronType=Rel"}),
    **dict.fromkeys(("себя", "свой"), frozenset({"PronType=Prs", "Reflex=Yes"})),
    **dict.fromkeys(
        ("мой", "твой", "наш", "ваш", "его", "ее", "их"), frozenset({"PronType=Prs", "Poss=Yes"})
    ),
    **dict.fromkeys(("этот", "тот", "это", "то", "такой", "таковой"), frozenset({"PronType=Dem"})),
    **dict.fromkeys(("весь", "все", "всякий", "каждый", "любой"), frozenset({"PronType=Tot"})),
    **dict.fromkeys(("никто", "ничто", "никакой", "ничей"), frozenset({"PronType=Neg"})),
    **dict.fromkeys(("некий", "некоторый", "некто", "нечто"), frozenset({"PronType=Ind"})),
    **dict.fromkeys(("кто", "что", "какой", "чей", "каков"), frozenset({"PronType=Int"})),
}
