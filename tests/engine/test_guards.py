"""Guards: the same wording, innocent for a reason."""

from __future__ import annotations

import pytest

from riskscan.analysis import Analyzer
from riskscan.text import Document

PAIRS = [
    ("X01", "Комиссия вправе отказать в допуске.", "Участник вправе отказать в допуске."),
    ("X02", "Фонд вправе отказать в выплате.", "Фонд не вправе отказать в выплате."),
    (
        "X03",
        "4. Фонд отказывает в выплате.",
        "4. Фонд отказывает в выплате:\n1) при закрытии счета;\n2) при расторжении договора.",
    ),
    (
        "X04",
        "Фонд распределяет квоты в установленном порядке.",
        "Фонд распределяет квоты в порядке, установленном статьей 9 "
        "Закона Республики Казахстан «О квотах».",
    ),
    (
        "X05",
        "Срок проверки продлевается начальником.",
        "Срок проверки продлевается начальником не более чем на три дня.",
    ),
    (
        "X11",
        "Фонд вправе приостановить выплату.",
        "Сторона вправе приостановить выплату.",
    ),
    (
        "X12",
        "Руководитель вправе приостановить взыскание.",
        "Суд вправе приостановить взыскание.",
    ),
    (
        "X14",
        "Отдел вправе продлить срок осмотра.",
        "Договор может продлить срок осмотра.",
    ),
    (
        "X15",
        "4. Пропуск отзывается при грубых нарушениях.",
        "4. Пропуск отзывается при грубых нарушениях.\n"
        "5. Под грубыми нарушениями понимаются проезд без груза и передача пропуска.",
    ),
    (
        "X17",
        "Отдел отказывает в приеме документов.",
        "Отдел отказывает в приеме документов ____________ (указать).",
    ),
    (
        "X08",
        "Участник уплачивает вступительный взнос в ассоциацию.",
        'Участник пользуется счетом "Вступительный взнос в ассоциацию".',
    ),
    (
        "X08",
        "Қойма жалпы талаптарға сәйкес салынады.",
        "Қойма «Қойманың жалпы талаптары» талаптарына сәйкес салынады.",
    ),
    (
        "X19",
        "4. Инспектор вправе опечатать склад.",
        "4. Инспектор вправе опечатать склад.\n"
        "5. Опечатывание применяется только при обнаружении просроченных удобрений.",
    ),
]


@pytest.mark.parametrize(("guard", "risky", "innocent"), PAIRS)
def test_a_guard_clears_what_it_should(
    analyzer: Analyzer, guard: str, risky: str, innocent: str
) -> None:
    """The risky twin is found, the innocent one is not."""
    assert analyzer.analyze(Document(risky)).findings
    assert not analyzer.analyze(Document(innocent)).findings


def test_definitions_and_order_shells_are_not_checked(analyzer: Analyzer) -> None:
    """X06, X07, X13: zones that are not law."""
    text = (
        "2. В настоящих Правилах используются следующие основные понятия:\n"
        "1) отказ – решение, которым услугодатель отказывает в приеме заявления;\n"
        "2) приостановление – мера, при которой фонд приостанавливает выплату."
    )
    assert not analyzer.analyze(Document(text)).findings


def test_what_is_said_elsewhere_in_the_article_clears(analyzer: Analyzer) -> None:
    """``unless.nearby`` reads the whole article or chapter, and no further."""
    range_ = "Статья 3. Помощь\n1. Единовременная помощь назначается в размере от 20 до 60 МРП."
    scale = "Размер помощи определяется по шкале приложения 2."
    near, far = f"{range_}\n2. {scale}", f"{range_}\nСтатья 4. Шкала\n1. {scale}"
    assert "liability-range.amount" not in _rules(analyzer, near)
    assert "liability-range.amount" in _rules(analyzer, far)


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("3. Пункт 1 касается судов под флагом других государств.", False),
        ("3. Сведения о доходах отдел получает из базы данных.", False),
        ("3. Справку портал запрашивает из базы данных.", False),
        ("3. Сведения о причале отдел получает из базы данных.", True),
        ("3. Пункт 2 касается судов под флагом других государств.", True),
    ],
    ids=[
        "cites the point",
        "names the matter",
        "names the thing",
        "another matter",
        "another point",
    ],
)
def test_what_is_said_of_the_very_words_clears(analyzer: Analyzer, said: str, found: bool) -> None:
    """``unless.about`` hears only sentences about the provision or about the words in question."""
    text = f"1. К заявке прилагается справка о доходах.\n2. Причал закрыт в шторм.\n{said}"
    assert ("excessive-requirements.held-documents" in _rules(analyzer, text)) is found


def _rules(analyzer: Analyzer, text: str) -> set[str]:
    return {finding.rule for finding in analyzer.analyze(Document(text)).findings}


@pytest.mark.parametrize(
    "text",
    [
        "1. В пункте 5 Правил слова «отдел отказывает в приеме документов» исключить.",
        "      Сноска. Отдел отказывает в приеме документов – в редакции приказа от 01.02.2024.",
    ],
    ids=["X09 replaced text", "X10 editorial note"],
)
def test_text_that_is_no_longer_law_is_not_checked(analyzer: Analyzer, text: str) -> None:
    """What an amendment removes and what an editor notes is nobody's power."""
    assert analyzer.analyze(Document("Отдел отказывает в приеме документов.")).findings
    assert not analyzer.analyze(Document(text)).findings


def test_a_contract_is_another_kind_of_act(analyzer: Analyzer) -> None:
    """X18: what parties agree is no administrative power."""
    text = "Типовой договор найма\n4. Отдел единолично определяет размер надбавки."
    law = text.replace("Типовой договор найма", "Правила найма")
    assert "monopoly.concentration" in _rules(analyzer, law)
    assert not analyzer.analyze(Document(text)).findings


def test_a_treaty_that_a_resolution_carries_is_a_contract_too(analyzer: Analyzer) -> None:
    """X18: states bind one another: a text that speaks of contracting parties is a treaty."""
    text = "4. Отдел единолично определяет размер надбавки.\n" + "".join(
        f"{number}. Договаривающиеся Стороны обмениваются сведениями о ходе работ.\n"
        for number in range(5, 10)
    )
    assert not analyzer.analyze(Document(text)).findings
    assert "monopoly.concentration" in _rules(analyzer, text.replace("Договаривающиеся ", ""))


def test_the_name_of_the_act_explains_no_words(analyzer: Analyzer) -> None:
    """X15: «(далее – Правила)» does not measure «как правило»."""
    text = (
        "1. Настоящие Правила отбора судов (далее – Правила) определяют порядок отбора.\n"
        "2. Комиссия, как правило, отклоняет заявку без приложений."
    )
    assert "discretion-wide.hedge" in _rules(analyzer, text)


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("2. Способ по пункту 1 выбирает заявитель.", False),
        ("2. Способ по пункту 1 выбирает отдел.", True),
        ("2. О возврате по пункту 1 заявитель уведомляется.", True),
    ],
    ids=["the person chooses", "the authority chooses", "the person is told"],
)
def test_who_acts_is_said_by_what_cites_the_point(
    analyzer: Analyzer, said: str, found: bool
) -> None:
    """X01: a point without an actor is nobody's power when its citation leaves it to a person."""
    text = f"1. Переплата возвращается на счет либо засчитывается в следующий взнос.\n{said}"
    assert ("discretion-wide.alternatives" in _rules(analyzer, text)) is found


@pytest.mark.parametrize(
    ("point", "found"),
    [
        ("3. Мелкий отказ прибора – отказ без остановки насоса.", False),
        ("3. Отказ в приеме заявления – право отдела.", True),
    ],
)
def test_a_point_that_names_a_term_defines(analyzer: Analyzer, point: str, found: bool) -> None:
    """X06: «термин – …» as a point is a definition, unless somebody has power in it."""
    assert bool(_rules(analyzer, point)) is found
