"""Number words, units and months of both languages."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from riskscan.structure.ordinals import ordinal_number

_RU_UNITS: Final = {
    1: "один одна одно одного одной одному одним одном одну",
    2: "два две двух двум двумя",
    3: "три трех трем тремя",
    4: "четыре четырех четырем четырьмя",
    5: "пять пяти пятью",
    6: "шесть шести шестью",
    7: "семь семи семью",
    8: "восемь восьми восемью восьмью",
    9: "девять девяти девятью",
    10: "десять десяти десятью",
    11: "одиннадцать одиннадцати одиннадцатью",
    12: "двенадцать двенадцати двенадцатью",
    13: "тринадцать тринадцати тринадцатью",
    14: "четырнадцать четырнадцати четырнадцатью",
    15: "пятнадцать пятнадцати пятнадцатью",
    16: "шестнадцать шестнадцати шестнадцатью",
    17: "семнадцать семнадцати семнадцатью",
    18: "восемнадцать восемнадцати восемнадцатью",
    19: "девятнадцать девятнадцати девятнадцатью",
    20: "двадцать двадцати двадцатью",
    30: "тридцать тридцати тридцатью",
    40: "сорок сорока",
    50: "пятьдесят пятидесяти пятьюдесятью",
    60: "шестьдесят шестидесяти шестьюдесятью",
    70: "семьдесят семидесяти семьюдесятью",
    80: "восемьдесят восьмидесяти восемьюдесятью",
    90: "девяносто девяноста",
    100: "сто ста",
    200: "двести двухсот двумстам двумястами",
    300: "триста трехсот тремстам тремястами",
    400: "четыреста четырехсот четыремстам",
    500: "пятьсот пятисот пятистам пятьюстами",
    600: "шестьсот шестисот шестистам",
    700: "семьсот семисот семистам",
    800: "восемьсот восьмисот восьмистам",
    900: "девятьсот девятисот девятистам",
}
_KK_UNITS: Final = {
    1: "бір",
    2: "екі",
    3: "үш",
    4: "төрт",
    5: "бес",
    6: "алты",
    7: "жеті",
    8: "сегіз",
    9: "тоғыз",
    10: "он",
    20: "жиырма",
    30: "отыз",
    40: "қырық",
    50: "елу",
    60: "алпыс",
    70: "жетпіс",
    80: "сексен",
    90: "тоқсан",
    100: "жүз",
}
_CARDINALS: Final = {
    language: {word: value for value, words in table.items() for word in words.split()}
    for language, table in (("ru", _RU_UNITS), ("kk", _KK_UNITS))
}
MULTIPLIERS: Final = {
    **dict.fromkeys(("тысяча", "тысячи", "тысяч", "тысячу", "тыс", "мың"), 1e3),
    **dict.fromkeys(("миллион", "миллиона", "миллионов", "млн"), 1e6),
    **dict.fromkeys(("миллиард", "миллиарда", "миллиардов", "млрд"), 1e9),
}

UNITS: Final = {
    "ru": {
        "day": r"день|дн(?:я|ю|ем|ей|и|ям|ях|ями)|сут(?:ки|ок|кам|ками)|дневн\w+",
        "hour": r"час(?:а|ов|у|ом|ам|ами)?|часов\w{2}",
        "minute": r"минут\w*",
        "week": r"недел\w+",
        "month": r"месяц\w*|месячн\w+",
        "quarter": r"квартал\w*",
        "year": r"год(?:а|у|ом|ы|ов|ам|ами)?|лет|летн\w+",
        "percent": r"процент\w*",
        "tenge": r"тенге",
        "mci": r"мрп",
        "times": r"раза?|кратн\w+",
        "person": r"человек\w*",
    },
    "kk": {
        "day": r"күн(?!тізбе)\w*|тәулі[кг]\w*",
        "hour": r"сағат\w*",
        "minute": r"минут\w*",
        "week": r"апта\w*",
        "month": r"ай|ай(?:дан|дың|ға|да|ды|ы|ын|ына|ында|ынан|лық|лығы\w*)",
        "quarter": r"тоқсан\w*",
        "year": r"жыл\w*|жас(?!а[муйл])\w{0,5}",
        "percent": r"пайыз\w*|процент\w*",
        "tenge": r"теңге\w*",
        "mci": r"аек\w*",
        "times": r"рет\w{0,3}|мәрте|есе\w*",
        "person": r"адам\w*",
    },
}
DAY_KINDS: Final = {
    "ru": (("рабоч", "workday"), ("календарн", "calendar-day")),
    "kk": (("жұмыс", "workday"), ("күнтізбелік", "calendar-day")),
}
_FORMS: Final = {
    language: [(name, re.compile(form)) for name, form in forms.items()]
    for language, forms in UNITS.items()
}

# «трехдневный», «месячный срок»; «сто» must not read «стоимость».
_ROOTS: Final = {
    "одно": 1, "двух": 2, "трех": 3, "четырех": 4, "пяти": 5, "шести": 6, "семи": 7, "восьми": 8,
    "девяти": 9, "десяти": 10, "двенадцати": 12, "пятнадцати": 15, "двадцати": 20, "тридцати": 30,
    "сорока": 40, "пятидесяти": 50, "шестидесяти": 60, "девяноста": 90, "сто": 100,
}  # fmt: skip
_ONES: Final = [root for root, value in _ROOTS.items() if value < 10]
_COMPOUND: Final = re.compile(  # «сорокапятидневный» has two roots
    rf"(?P<root>{'|'.join(sorted(_ROOTS, key=len, reverse=True))})(?P<ones>{'|'.join(_ONES)})?"
    r"(?:(?P<day>дневн)|(?P<month>месячн)|(?P<year>летн)|(?P<hour>часов)|(?P<week>недельн)"
    r"|(?P<times>кратн))\w+"
)
_TWICE: Final = {"однократно": 1, "дважды": 2, "вдвое": 2, "трижды": 3, "втрое": 3}

_RU_MONTHS: Final = "январ феврал март апрел ма[яйе] июн июл август сентябр октябр ноябр декабр"
_KK_MONTHS: Final = (
    "қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан"
)


def _months(stems: str) -> str:
    return "|".join(f"(?P<m{n}>{stem})" for n, stem in enumerate(stems.split(), 1))


DATES: Final = {
    "ru": re.compile(
        r"(?<!\d)(?P<day>\d{1,2})»?\s+"
        rf"(?:{_months(_RU_MONTHS)})[а-я]{{0,3}}\b"
        r"(?:\s+(?P<year>\d{4}))?"
    ),
    "kk": re.compile(
        r"(?<!\d)(?:(?P<year>\d{4})\s+жыл\w*\s+)?(?P<day>\d{1,2})\s+"
        rf"(?:{_months(_KK_MONTHS)})\w{{0,8}}\b"
    ),
}


def cardinal(word: str, language: str) -> int | None:
    """The value of a number word in any case form that stands before a noun."""
    return _CARDINALS[language].get(word.replace("ё", "е"))


def cardinals(language: str) -> list[str]:
    """Every form of a number word, the longest first."""
    return sorted(_CARDINALS[language], key=len, reverse=True)


def ordinal(word: str) -> str | None:
    """The number of an ordinal, or of «дважды»: as digits."""
    return ordinal_number(word) or (str(_TWICE[word]) if word in _TWICE else None)


def compound(word: str) -> tuple[int, str] | None:
    """The value and unit of «трехдневный», «двухкратный»."""
    found = _COMPOUND.fullmatch(word.replace("ё", "е"))
    if found is None:
        return None
    ones = _ROOTS[found["ones"]] if found["ones"] else 0
    return _ROOTS[found["root"]] + ones, str(found.lastgroup)


@cache
def unit_of(word: str, language: str) -> str | None:
    """The unit a word names, in any form."""
    if word == "%":
        return "percent"
    return next((name for name, form in _FORMS[language] if form.fullmatch(word)), None)


def day_kind(word: str, language: str) -> str | None:
    """Whether «рабочих», «күнтізбелік» says what days are meant."""
    return next((kind for stem, kind in DAY_KINDS[language] if word.startswith(stem)), None)
