"""The name of the act an amendment changes, taken from the words that name it.

«Внести в Закон … «О маяках» следующие изменения» gives «Закона … «О маяках»»; Kazakh
«… Заңына мынадай өзгерістер енгізілсін» gives «… Заңының». In the other language an address names
only the kind of act and its title as written.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from riskscan.structure.orders import QUOTE

# How the noun begins, its genitive, the Kazakh genitive behind a title and alone.
_NOUNS = (
    ("закон", "Закона", "Заңының", "Заңның"),
    ("кодекс", "кодекса", "кодексінің", "кодекстің"),
    ("конституци", "Конституции", "Конституциясының", "Конституцияның"),
    ("приказ", "приказа", "бұйрығының", "бұйрықтың"),
    ("постановлени", "постановления", "қаулысының", "қаулының"),
    ("решени", "решения", "шешімінің", "шешімнің"),
    ("указ", "Указа", "Жарлығының", "Жарлықтың"),
    ("распоряжени", "распоряжения", "өкімінің", "өкімнің"),
    ("правил", "Правил", "қағидаларының", "Қағидалардың"),
    ("положени", "Положения", "ережесінің", "Ереженің"),
    ("инструкци", "Инструкции", "нұсқаулығының", "Нұсқаулықтың"),
    ("методик", "Методики", "әдістемесінің", "Әдістеменің"),
    ("стандарт", "Стандарта", "стандартының", "Стандарттың"),
    ("регламент", "Регламента", "регламентінің", "Регламенттің"),
    ("требовани", "Требований", "талаптарының", "Талаптардың"),
    ("поряд", "Порядка", "тәртібінің", "Тәртіптің"),
    ("переч", "Перечня", "тізбесінің", "Тізбенің"),
    ("устав", "Устава", "жарғысының", "Жарғының"),
    ("договор", "Договора", "шартының", "Шарттың"),
)
_NOUNS_KK = (
    ("заң", "Закона"),
    ("кодекс", "кодекса"),
    ("конституция", "Конституции"),
    ("бұйры", "приказа"),
    ("қаулы", "постановления"),
    ("шешім", "решения"),
    ("жарлы", "Указа"),
    ("өкім", "распоряжения"),
    ("қағида", "Правил"),
    ("ереже", "Положения"),
    ("нұсқаулы", "Инструкции"),
    ("әдістеме", "Методики"),
    ("стандарт", "Стандарта"),
    ("регламент", "Регламента"),
    ("талаптар", "Требований"),
    ("тәртіб", "Порядка"),
    ("тізбе", "Перечня"),
    ("жарғы", "Устава"),
    ("шарт", "Договора"),
)
_RUSSIAN = re.compile(
    r"(?P<adjective>(?:[А-ЯЁ][а-яё-]+(?:ый|ий|ой|ом|ем|ые|ие|ых|их)\s(?:[а-яё-]+(?:ый|ий|ой|ом|ем)\s)?)?)"
    rf"\b(?P<noun>(?:{'|'.join(noun for noun, *_ in _NOUNS)})[а-яё]{{0,3}}\b)"
    rf"(?P<rest>(?:[^«\"“(:;]{{0,240}}?{QUOTE})|[^«\"“(:;]{{0,160}}?(?=\s*(?:\(|:|;|$|,\sутвержд|\sследующ"
    r"|\sизложи|\sдополни)))",
    re.IGNORECASE,
)
_NAMED_KK = (
    rf"(?P<noun>\b(?:{'|'.join(noun for noun, _ in _NOUNS_KK)})\w*?)"
    r"(?:(?<=[ыіае])(?:н[ае]|нд[ае]|н[ыі]ң|ғ[ае]|г[ае]|д[ае])|(?<=[^ыіае])(?:[ғгқк][ае]|[дт][ае]))"
    r"(?=[\s:,;(]|$)"
)
_KAZAKH_NOUN = re.compile(_NAMED_KK, re.IGNORECASE)
_KAZAKH = re.compile(
    rf"(?P<before>(?:{QUOTE}\s)?[^«\"“(:;]{{0,240}}?){_NAMED_KK}",
    re.IGNORECASE,
)
_POINTED_AT = re.compile(  # «настоящего приказа», «указанным приказом» name nothing themselves
    r"(?:настоящ|указанн|данн|эт|осы|көрсетілген|аталған)\w*\s$", re.IGNORECASE
)
_APPROVED_BY = re.compile(r".*\bбекітілген\s", re.DOTALL | re.IGNORECASE)
_GENITIVES = (
    (re.compile(r"(?<=[жшчщ])(?:ий|ем)\b"), "его"),
    (re.compile(r"(?:ый|ий|ой|ом|ем)\b"), "ого"),
    (re.compile(r"(?:ые|ие)\b"), "ых"),
)
_BACK = "аыоұуя"
_VOWELS = "аыоұуяеіөүәэиё"
_NASALS = "мнң"
_VOICED = "рлйзжу"
_TITLE = re.compile(QUOTE)


@dataclass(frozen=True, slots=True)
class AmendedAct:
    """An act by name, in the genitive; ``title`` is what of the name is quoted."""

    ru: str
    kk: str
    title: str | None = None


def amended_act(words: str) -> AmendedAct | None:
    """The act that words of an amending act name; None when they name none."""
    quoted = [quote.span() for quote in _TITLE.finditer(words)]
    readings = ((_KAZAKH, _kazakh), (_RUSSIAN, _russian))
    # Without the noun the Kazakh name would be tried from every place of the words.
    for pattern, named in readings if _KAZAKH_NOUN.search(words) else readings[1:]:
        for found in pattern.finditer(words):
            noun = found.start("noun")
            inside = any(start < noun < end for start, end in quoted)
            if not inside and not _POINTED_AT.search(words, 0, found.start("noun")):
                return named(found)
    return None


def _russian(found: re.Match[str]) -> AmendedAct:
    noun = found["noun"].lower()
    _, genitive, titled, alone = next(entry for entry in _NOUNS if noun.startswith(entry[0]))
    if found["noun"][0].isupper() and not found["adjective"]:
        genitive = genitive[0].upper() + genitive[1:]
    adjective = found["adjective"]
    for pattern, ending in _GENITIVES:
        adjective = pattern.sub(ending, adjective)
    rest = found["rest"].rstrip(" ,")
    title = _TITLE.search(rest)
    return AmendedAct(
        ru=" ".join(f"{adjective}{genitive}{rest}".split()),
        kk=f"{title.group()} {titled}" if title else alone,
        title=title.group() if title else None,
    )


def _kazakh(found: re.Match[str]) -> AmendedAct:
    noun = found["noun"]
    name = _APPROVED_BY.sub("", found["before"]) + noun
    russian = next(genitive for stem, genitive in _NOUNS_KK if noun.lower().startswith(stem))
    title = _TITLE.search(name)
    return AmendedAct(
        ru=f"{russian} {title.group()}" if title else russian,
        kk=" ".join(f"{name}{_genitive(noun.lower())}".split()),
        title=title.group() if title else None,
    )


def _genitive(noun: str) -> str:
    """The ending that Kazakh vowel harmony and the last sound ask for."""
    vowels = [letter for letter in noun if letter in _VOWELS]
    vowel = "ы" if vowels and vowels[-1] in _BACK else "і"
    last = noun[-1]
    consonant = "н" if last in _VOWELS + _NASALS else "д" if last in _VOICED else "т"
    return f"{consonant}{vowel}ң"
