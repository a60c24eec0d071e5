"""What a title tells an act to be about: its profile.

The table is in order: the first row that fits decides. Each row holds Russian and Kazakh words.
"""

from __future__ import annotations

import re

_PROFILES = (
    ("criminal", r"^уголовн\w+ кодекс|^(?:қазақстан республикасының )?қылмыстық кодекс"),
    (  # courts and jurors too: what they do binds no applicant to a public body
        "procedural",
        r"процессуальн|процедурн\w* кодекс|процестік|рәсімдік"
        r"|присяжн\w+ заседател|судопроизводств"
        r"|\bсудебн\w+ (?:систем|разбирательств|заседани|практик)"
        r"|\b(?:статус\w*|этик\w+) суд(?:ей|ьи)\b|\bрегламент\w* (?:\S+ ){0,4}суд(?:а|ов)\b"
        r"|\bо (?:\w+(?:ом|ем|ых|их) ){0,2}суд(?:е|ах)\b"
        r"|\bалқабилер|\bсот [іi]с[іi]н жүргізу|\bсот(?:тар)? (?:жүйес|отырыс|талқылау|практика)"
        r"|\bсудья\S* (?:мәртебе|әде[пб])|\bсот(?:ы?ның|тың|тардың) (?:\S+ ){0,2}регламент"
        r"|\bсот(?:тар|ы)? туралы",
    ),
    ("penalty", r"административн\w+ правонарушени|әкімшілік құқық бұзушылық"),
    ("civil", r"^гражданск\w+ кодекс|^(?:қазақстан республикасының )?азаматтық кодекс"),
    (
        "personnel",
        r"аттестаци\w+ (?:\S+ ){0,2}(?:служащ|работник|педагог|кадр)|государственн\w+ служб\w"
        r"|оценк\w+ (?:\S+ ){0,5}служащ|вакантн|кадров|занятие (?:\S+ ){0,3}должност"
        r"|конкурс\w* .{0,80}должност"
        r"|қызметші\w* .{0,60}(?:аттестатта|бағала)|мемлекеттік қызметке|бос лауазым|кадр",
    ),
    (
        "public-service",
        r"государственн\w+ услуг|оказани\w+ услуг|мемлекеттік (?:\S+ )?қызмет\w* көрсет"
        r"|мемлекеттік көрсетілетін қызмет",
    ),
    ("procurement", r"закуп|тендер|сатып ал"),
    (
        "subsidy",
        r"субсиди|грант|подъемн|социальн\w+ (?:поддержк|помощ)"
        r"|субсидия|әлеуметтік (?:көмек|қолдау)",
    ),
    ("land", r"земел|землепольз|сервитут|жер (?:учаск|телім)|жер\w* пайдалан"),
    ("permit", r"лиценз|разрешен|аккредитац|допуск|рұқсат|уведомлени\w+ .{0,40}деятельност"),
    (
        "body-regulation",
        r"положени\w* об? (?:\S+ ){0,2}инспекци|инспекция\w* туралы (?:\S+ )?ереже",
    ),
    ("inspection", r"провер(?:к|ок)|инспекц|контрол|надзор|тексеру|қадағалау"),
    (
        "body-regulation",
        r"положени\w* (?:о|об|государственн\w+)\b.{0,60}"
        r"(?:департамент|министерств|управлени|комитет|аппарат|отдел|учреждени|агентств|инспекци)"
        r"|(?:мекеме|департамент|басқарма|министрлі|комитет|аппарат)\w* .{0,40}ереже",
    ),
    (
        "information-system",
        r"информационн\w+ систем|ведени\w+ (?:\S+ ){0,3}реестр|веб-портал"
        r"|ақпараттық жүйе|тізілім\w* жүргізу",
    ),
    ("contract", r"^(?:[\w-]+ ){0,2}(?:договор|соглашени)|шарт(?:ы)?$"),
    # how a body reckons and weighs, whoever the figures are about
    ("methodology", r"методик|методическ|әдістеме"),
)
SHELL = "order-shell"
"""What an order is about that carries no norms of its own: it puts others in force."""

PROFILES = frozenset({SHELL, *(profile for profile, _ in _PROFILES)})
"""What an act can be about."""

_SUBJECTS = tuple((profile, re.compile(pattern, re.I)) for profile, pattern in _PROFILES)


def subject(title: str) -> str | None:
    """The profile that a title tells of."""
    return next((profile for profile, pattern in _SUBJECTS if pattern.search(title)), None)
