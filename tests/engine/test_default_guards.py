"""Guards that every rule over norms is under: each clears its own case, in both languages."""

from __future__ import annotations

import pytest

from riskscan.analysis import Analyzer
from riskscan.engine.model import DEFAULT_GUARDS
from riskscan.text import Document
from tests.engine.mutants import fires, without_guard

DISCRETION = "discretion-wide.at-discretion"
CLEARED = [
    ("X02", "ru", DISCRETION, "Комиссия не вправе отказывать в допуске по своему усмотрению."),
    (
        "X02",
        "kk",
        DISCRETION,
        "Комиссия рұқсат беруден өз қалауы бойынша бас тартуға құқылы емес.",
    ),
    (
        "X06",
        "ru",
        "liability-range.amount",
        "3. Летняя скидка – скидка от 10 до 60 процентов цены билета.",
    ),
    (
        "X06",
        "kk",
        "liability-range.amount",
        "3. Жазғы жеңілдік – билет бағасының 10-нан 60 пайызына дейінгі жеңілдік.",
    ),
    ("X08", "ru", DISCRETION, "Отдел применяет программу «Помощь по усмотрению акима»."),
    ("X08", "kk", DISCRETION, "Бөлім «Әкімнің қалауы бойынша көмек» бағдарламасын қолданады."),
    (
        "X11",
        "ru",
        "deadline-missing.decision",
        "Отдел рассматривает претензию стороны договора в разумный срок.",
    ),
    (
        "X11",
        "kk",
        DISCRETION,
        "Бөлім шарт талаптары бойынша тараптар келіскен мөлшерді өз қалауы бойынша айқындайды.",
    ),
    ("X12", "ru", "vague-terms.evaluative", "Суд отказывает в иске при грубых нарушениях."),
    (
        "X12",
        "kk",
        "vague-terms.evaluative",
        "Сот елеулі бұзушылықтар болған кезде талап қоюдан бас тартады.",
    ),
    (
        "X17",
        "ru",
        DISCRETION,
        "3. Отдел по своему усмотрению назначает размер надбавки.\n4. Сумма: ____________.",
    ),
    (
        "X17",
        "kk",
        DISCRETION,
        "3. Бөлім өз қалауы бойынша үстемеақы мөлшерін айқындайды.\n4. Сомасы: ____________.",
    ),
    (
        "X18",
        "ru",
        DISCRETION,
        "Уголовный кодекс Республики Казахстан\n"
        "Статья 5. Меры\n1. Инспекция по своему усмотрению определяет размер надбавки.",
    ),
    (
        "X18",
        "kk",
        DISCRETION,
        "Қазақстан Республикасының Қылмыстық-процестік кодексі\n"
        "5-бап. Шаралар\n1. Инспекция үстемеақы мөлшерін өз қалауы бойынша айқындайды.",
    ),
]


def test_each_has_its_case_in_each_language() -> None:
    """No default guard stands untested."""
    told = {(guard, language) for guard, language, _, _ in CLEARED}
    assert told == {(guard, language) for guard in DEFAULT_GUARDS for language in ("ru", "kk")}


@pytest.mark.parametrize(
    ("guard", "language", "identity", "text"), CLEARED, ids=[" ".join(each[:2]) for each in CLEARED]
)
def test_it_alone_clears(
    analyzer: Analyzer, guard: str, language: str, identity: str, text: str
) -> None:
    """What a rule would find without the guard it does not find with it, and finds if it allows."""
    rule = analyzer.ruleset.rule(identity)
    evaluators = analyzer.evaluators(Document(text))
    assert guard not in rule.unless.guards
    assert not fires(rule, evaluators)
    assert fires(without_guard(rule, guard), evaluators)


# What the zones of an act are to the same effect, for every rule that does not ask for them.
ZONES = [
    "1. В пункте 5 Правил слова «отдел по своему усмотрению назначает надбавку» исключить.",
    "      Сноска. Отдел по своему усмотрению назначает надбавку – в редакции от 01.02.2024.",
    "1. Қағидалардың 5-тармағындағы «бөлім үстемеақыны өз қалауы бойынша айқындайды» деген "
    "сөздер алып тасталсын.",
    "      Ескерту. Бөлім үстемеақыны өз қалауы бойынша айқындайды – 01.02.2024 редакциясында.",
]


@pytest.mark.parametrize("text", ZONES)
def test_what_is_no_law_needs_no_guard(analyzer: Analyzer, text: str) -> None:
    """X07, X09, X10, X13: a rule reads the zones it names, by default norms alone."""
    rule = analyzer.ruleset.rule(DISCRETION)
    law = "Отдел по своему усмотрению назначает надбавку."
    assert fires(rule, analyzer.evaluators(Document(law)))
    assert not fires(rule, analyzer.evaluators(Document(text)))
