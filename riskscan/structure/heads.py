"""Line heads: what the first characters of a line say about its place in the act.

The words of both languages are data: adding a head is adding a word to a table. One compiled
expression reads a whole line at a time, so its cost hardly depends on the tables.
"""

from __future__ import annotations

import re

from riskscan.text.editorial import EDITORIAL

GAP = r"[ \t\xa0]"
NUMBER = r"\d{1,4}(?:[-–]\d{1,3})*[¹²³⁴⁵⁶⁷⁸⁹⁰]*"
ROMAN = r"[IVXLІХ]{1,7}(?:-\d{1,3})?"
LOWER = "а-яёa-zәғқңөұүһі"
UPPER = "А-ЯЁA-ZӘҒҚҢӨҰҮҺІ"

# Russian puts the word first ("Статья 5-2."), Kazakh the number ("5-2-бап.").
BEFORE_NUMBER = {
    "section": "Раздел|РАЗДЕЛ",
    "subsection": "Подраздел|ПОДРАЗДЕЛ",
    "chapter": "Глава|ГЛАВА",
    "paragraph": "Параграф|ПАРАГРАФ|§",
    "article": "Статья|СТАТЬЯ",
}
AFTER_NUMBER = {
    "section": "б[өо]л[іi]м|Б[ӨО]Л[ІI]М",
    "subsection": "к[іi]ш[іi] ?б[өо]л[іi]м|К[ІI]Ш[ІI] ?Б[ӨО]Л[ІI]М",
    "chapter": "тарау|ТАРАУ",
    "paragraph": "параграф|ПАРАГРАФ",
    "article": "бап|БАП",
    "annex": "қосымша|ҚОСЫМША",
}
ALONE = {
    "part": (
        "О(?:бщая|БЩАЯ|собенная|СОБЕННАЯ) (?:часть|ЧАСТЬ)"
        "|Ж(?:алпы|АЛПЫ) (?:бөлік|БӨЛІК)|Е(?:рекше|РЕКШЕ) (?:бөлік|БӨЛІК)"
    ),
    "annex": (
        f"(?:П ?р ?и ?л ?о ?ж ?е ?н ?и ?е|ПРИЛОЖЕНИЕ)(?:{GAP}+(?:№{GAP}?)?{NUMBER})?"
        "|Қосымша|ҚОСЫМША"
    ),
    "approval": (
        "У ?т ?в ?е ?р ?ж ?д ?е ?н(?: ?[аоы])?|УТВЕРЖДЕН[АОЫ]?|УТВЕРЖДАЮ"
        "|Бекітілген|БЕКІТІЛГЕН|БЕКІТЕМІН"
    ),
    "note": EDITORIAL,
    "contents": "СОДЕРЖАНИЕ|Содержание|ОГЛАВЛЕНИЕ|Оглавление|МАЗМ[ҰY]НЫ|Мазм[ұy]ны",
}

UNITS = frozenset({"part", "section", "subsection", "chapter", "paragraph", "article"})
STAMPS = frozenset({"annex", "approval"})
NUMBERED = frozenset({"point", "levels", "subpoint", "letter", "roman"})
SPELLED = "spelled"  # «Пункт 5.», «5-тармақ.»: a point with its word


def _spellings(kind: str) -> str:
    forms = []
    if kind in ALONE:
        forms.append(rf"(?:{ALONE[kind]})\b")
    if kind in BEFORE_NUMBER:
        forms.append(rf"(?:{BEFORE_NUMBER[kind]}){GAP}*(?:{NUMBER}|{ROMAN})\b\.?")
    if kind in AFTER_NUMBER:
        forms.append(rf"{NUMBER}{GAP}?[-–]{GAP}?(?:{AFTER_NUMBER[kind]})\b\.?")
    return "|".join(forms)


_WORDED = "|".join(
    f"(?P<{kind}>{_spellings(kind)})"
    for kind in dict.fromkeys([*ALONE, *BEFORE_NUMBER, *AFTER_NUMBER])
)
_MARKUP = rf'<a\b[^>\n]*></a>|[#>*_|\ufeff\u200b]+[ \t]*|[«"“„](?={GAP}?[\d{UPPER}])'
_NO_UNIT = rf"(?!{GAP}?(?:,|және{GAP}|тармақша))"  # «3) тармақша алып тасталсын» cites

# Markdown may escape the sign after a number («1\.») or set both in bold («**1.** …»); in a table
# row it is no label. Group 1 is the white space before the line (with any blank lines), group 2
# the markup.
LINE = re.compile(
    r"(\s*)"
    rf"((?:{_MARKUP})*)"
    rf"(?:(?P<lower>(?=[{LOWER}][^)]|[-–—•·]{GAP}))"
    rf'|(?P<point>{NUMBER})\\?\.(?=\*{{0,3}}(?:\s|\Z)|["«({UPPER}])(?!{GAP}*\|)'
    r"|(?P<levels>[1-9]\d?(?:\.[1-9]\d{0,2}){1,4}(?:-\d{1,3})?)[.)]?(?=\s)"
    rf"|(?P<subpoint>{NUMBER})\\?\)(?!{GAP}*\|){_NO_UNIT}"
    rf"|(?P<letter>[{LOWER}])\\?\)(?!{GAP}*\|){_NO_UNIT}"
    rf"|(?P<glue>№(?={GAP}?(?:[\d_«\r\n]|\Z))|[,;.)%°])"
    rf"|(?P<spelled>(?:Пункт|ПУНКТ){GAP}+{NUMBER}\.|{NUMBER}{GAP}?[-–]{GAP}?(?:тармақ|ТАРМАҚ)\.)"
    rf"|{_WORDED}"
    rf"|(?P<roman>{ROMAN})\.(?=\s)"
    r")?[^\n]*\n?"
)
