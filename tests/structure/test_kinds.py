"""What an act is called, what kind it is and what it is about."""

from __future__ import annotations

import pytest

from tests.structure.drawing import act


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("ЗАКОН О МАЯКАХ\nСтатья 1. Маяк", "law"),
        ("Водный кодекс Республики Казахстан\nСтатья 1. Вода", "code"),
        ("КОНСТИТУЦИЯ РЕСПУБЛИКИ\nРаздел I. Начала", "constitution"),
        ("О маяке\nПРИКАЗЫВАЮ:\n1. Открыть маяк.", "order"),
        ("О маяке\nАкимат ПОСТАНОВЛЯЕТ:\n1. Открыть маяк.", "resolution"),
        ("О маяке\nМаслихат РЕШИЛ:\n1. Открыть маяк.", "decision"),
        ("Правила посещения маяка\n1. Вход свободный.", "rules"),
        ("Положение об отделе маяков\n1. Отдел мал.", "regulation"),
        ("Инструкция по уборке маяка\n1. Мести утром.", "instruction"),
        ("Методика расчета света\n1. Считать вечером.", "methodology"),
        ("Устав портового общества\n1. Общество мало.", "charter"),
        ("Шамшыраққа бару қағидалары\n1. Кіру тегін.", "rules"),
        ("1. Осы Заң шамшырақтарды реттейді.\n2. Осы Заң қысқа.", "law"),
        ("1. Настоящий Кодекс краток.\n2. Цель настоящего Кодекса ясна.", "code"),
        ("Вход свободный.", "unknown"),
    ],
)
def test_kinds(text: str, kind: str) -> None:
    """From the title, the enacting clause, or what the act calls itself."""
    assert act(text).kind == kind


def test_an_order_with_rules_is_rules() -> None:
    """What counts is the approved instrument, not its shell."""
    found = act("""
        Об утверждении Правил субсидирования маяков
        ПРИКАЗЫВАЮ:
        1. Утвердить Правила.
        Утверждены
        приказом № 8
        Правила субсидирования маяков
        1. Субсидия мала.
    """)
    assert (found.kind, found.profile) == ("rules", "subsidy")
    assert found.title == "Об утверждении Правил субсидирования маяков"


@pytest.mark.parametrize(
    ("title", "profile"),
    [
        ("Правила оказания государственной услуги «Пропуск на маяк»", "public-service"),
        ("Правила выдачи разрешений на рыбалку", "permit"),
        ("Правила проведения проверок причалов", "inspection"),
        ("Правила закупок фонарей", "procurement"),
        ("Правила субсидирования рыбаков", "subsidy"),
        ("Правила предоставления земельных участков у моря", "land"),
        ("Правила аттестации педагогических работников", "personnel"),
        ("Положение о государственном учреждении «Управление маяков»", "body-regulation"),
        ("Положение о портовой инспекции", "body-regulation"),
        ("Порт инспекциясы туралы үлгі ереже", "body-regulation"),
        ("Положение о порядке проверок портовой инспекцией", "inspection"),
        ("Правила ведения реестра маяков", "information-system"),
        ("Уголовный кодекс", "criminal"),
        ("Гражданский кодекс", "civil"),
        ("Гражданский процессуальный кодекс", "procedural"),
        ("Кодекс об административных правонарушениях", "penalty"),
        ("Методика расчета света маяков", "methodology"),
        ("Балық қорын бағалау жөніндегі әдістеме", "methodology"),
        ("Правила прогулок", None),
        ("О присяжных заседателях", "procedural"),
        ("Регламент работы морского суда", "procedural"),
        ("О морских судах", "procedural"),
        ("О конкурсе на занятие вакантной должности судьи", "personnel"),
        ("О статусе судебных исполнителей", None),
        ("Правила досудебного разбирательства споров", None),
        ("Правила оценки деятельности портовых служащих", "personnel"),
        ("Балықшыларды субсидиялау қағидалары", "subsidy"),
        ("Теңіз алқабилері туралы", "procedural"),
        ("Теңіз сотының регламенті", "procedural"),
        ("Сот орындаушыларының мәртебесі туралы", None),
        ("Порт қызметшілерінің жұмысын бағалау әдістемесі", "personnel"),
        ("Мемлекеттік көрсетілетін қызмет қағидалары", "public-service"),
    ],
)
def test_profiles(title: str, profile: str | None) -> None:
    """What an act is about is read from its title."""
    assert act(f"{title}\n1. Первое правило кратко.").profile == profile


def test_an_order_without_an_instrument_is_a_shell() -> None:
    """It has no procedure of its own."""
    assert act("О маяке\nПРИКАЗЫВАЮ:\n1. Открыть маяк.").profile == "order-shell"


def test_an_order_with_norms_in_an_annex_is_no_shell() -> None:
    """The annex may bear no title of an instrument; a list of things there approves nothing."""
    order = "О маяке\nПРИКАЗЫВАЮ:\n1. Одобрить порядок согласно приложению.\nПриложение к приказу\n"
    assert act(f"{order}1. Сторож зажигает маяк.\n2. Сторож гасит маяк.").profile is None
    assert act(f"{order}Маяк северный").profile == "order-shell"


@pytest.mark.parametrize(
    "text",
    [
        """
        Правительство ПОСТАНОВЛЯЕТ:
        Внести на рассмотрение Мажилиса Парламента проект Закона «О присяжных заседателях».
        Премьер-Министр
        Проект
        ЗАКОН РЕСПУБЛИКИ КАЗАХСТАН
        О присяжных заседателях
        Статья 1. Присяжный
        Присяжный слушает дело.
        """,
        """
        Үкімет ҚАУЛЫ ЕТЕДІ:
        «Алқабилер туралы» Заңның жобасы Парламент Мәжілісінің қарауына енгізілсін.
        Премьер-Министр
        Жоба
        ҚАЗАҚСТАН РЕСПУБЛИКАСЫНЫҢ ЗАҢЫ Алқабилер туралы
        1-бап. Алқаби
        Алқаби істі тыңдайды.
        """,
    ],
    ids=["ru", "kk"],
)
def test_a_bill_is_a_law_inside_its_resolution(text: str) -> None:
    """What is examined is the law brought before Parliament."""
    found = act(text)
    assert (found.kind, found.profile) == ("law", "procedural")
    assert found.title in {"О присяжных заседателях", "Алқабилер туралы"}


def test_an_order_has_no_chapters_itself() -> None:
    """They are of what it approves, though no stamp says where that begins."""
    order = "О маяке\nПРИКАЗЫВАЮ:\n1. Утвердить порядок.\n"
    assert act(f"{order}Глава 1. Маяк\n2. Маяк открыт.").profile is None


def test_the_title_is_clean() -> None:
    """Markup and line breaks are no part of a title, nor is the word «Проект»."""
    found = act("""
        Проект

        # О внесении изменений в приказ
        от 3 июня 2024 года № 8

        ПРИКАЗЫВАЮ:
        1. Закрыть маяк.
    """)
    assert found.title == "О внесении изменений в приказ от 3 июня 2024 года № 8"


def test_a_law_with_chapters_on_competence_is_no_regulation_of_a_body() -> None:
    """«Задачи», «Функции» and «Полномочия» head chapters of codes too."""
    points = "1. Задачи портов:\nохранять суда.\n2. Функции портов:\nпринимать суда."
    assert act(f"Положение о порту\n{points}").profile == "body-regulation"
    assert act(f"Портовый кодекс\n{points}").profile is None
