"""The tree: what contains what, and where numbering begins anew."""

from __future__ import annotations

from textwrap import dedent

import pytest

from riskscan.structure import parse
from riskscan.structure.model import ProvisionKind
from riskscan.text import Document
from tests.structure.drawing import act, drawn, find, own


def tree(text: str) -> str:
    """An expected drawing without its margin."""
    return dedent(text).strip("\n")


def test_a_law_has_chapters_articles_points_and_subpoints() -> None:
    """Articles contain points, points contain subpoints, and each keeps its own words."""
    assert drawn("""
        Глава 1. Общие положения
        Статья 1. Сфера действия
        1. Закон регулирует ярмарки.
        2. Закон не касается:
        1) базаров;
        2) лотков.
        Статья 2. Органы
        Надзор ведет управление.
        Глава 2. Порядок
        Статья 3. Заявка
        1. Заявка подается письменно.
    """) == tree("""
        chapter 1: Общие положения
          article 1: Сфера действия
            point 1: Закон регулирует ярмарки.
            point 2: Закон не касается:
              subpoint 1: базаров;
              subpoint 2: лотков.
          article 2: Органы
            indent: Надзор ведет управление.
        chapter 2: Порядок
          article 3: Заявка
            point 1: Заявка подается письменно.
    """)


def test_every_unit_of_a_code_has_its_level() -> None:
    """Part, section, subsection, chapter, paragraph and article nest in that order."""
    assert drawn("""
        ОБЩАЯ ЧАСТЬ
        РАЗДЕЛ 1. НАЧАЛА
        Подраздел 1. Лица
        Глава 1. Граждане
        § 1. Имя
        Статья 1. Право на имя
        Параграф 2. Место
        Статья 2. Жительство
        ОСОБЕННАЯ ЧАСТЬ
        Раздел 2. Сделки
    """) == tree("""
        part: ОБЩАЯ ЧАСТЬ
          section 1: НАЧАЛА
            subsection 1: Лица
              chapter 1: Граждане
                paragraph 1: Имя
                  article 1: Право на имя
                paragraph 2: Место
                  article 2: Жительство
        part: ОСОБЕННАЯ ЧАСТЬ
          section 2: Сделки
    """).replace("part: ОБЩАЯ ЧАСТЬ", "part").replace("part: ОСОБЕННАЯ ЧАСТЬ", "part")


def test_approved_rules_number_anew() -> None:
    """The order has its points, the rules theirs, and an annex to the rules lies in the rules."""
    assert drawn("""
        ПРИКАЗЫВАЮ:
        1. Утвердить прилагаемые Правила пользования парком.
        2. Приказ вводится в действие немедленно.
        Утверждены
        приказом директора парка
        от 3 июня 2024 года № 8
        Правила пользования парком
        Глава 1. Общие положения
        1. Парк открыт всем.
        2. Вход бесплатный.
        Приложение 1
        к Правилам пользования парком
        Перечень аллей
        1. Липовая аллея.
        Приложение
        к приказу директора парка
        План парка
        1. Пруд.
    """) == tree("""
        indent: ПРИКАЗЫВАЮ:
        point 1: Утвердить прилагаемые Правила пользования парком.
        point 2: Приказ вводится в действие немедленно.
        instrument: Правила пользования парком
          chapter 1: Общие положения
            point 1: Парк открыт всем.
            point 2: Вход бесплатный.
          annex 1: Перечень аллей
            point 1: Липовая аллея.
        annex: План парка
          point 1: Пруд.
    """)


def test_an_annex_with_the_title_of_rules_is_an_instrument() -> None:
    """«Приложение к приказу» followed by «Положение …» begins an act of its own."""
    found = act("""
        1. Утвердить положение согласно приложению.
        Приложение 2
        к приказу начальника порта
        Положение о причале
        1. Причал общий.
    """)
    kinds = [(p.kind, p.number, own(found, p)) for p in found.provisions if p.parent == 0]
    assert kinds[-1] == (ProvisionKind.INSTRUMENT, "2", "Положение о причале")


def test_the_stamp_is_the_label_and_the_title_the_text() -> None:
    """Of an instrument the label is the whole stamp, and its own words are its title."""
    found = act("""
        Утверждена
        приказом
        № 5
        Инструкция по уборке
        1. Уборка проводится утром.
    """)
    instrument = find(found, "instrument")
    text = found.document.text
    assert instrument.label.of(text) == "Утверждена\nприказом\n№ 5"
    assert instrument.text.of(text) == "Инструкция по уборке"


@pytest.mark.parametrize(
    ("label", "number"),
    [
        ("2-1.", "2-1"),
        ("2–1.", "2-1"),
        ("2¹.", "2-1"),
        ("33-1-2.", "33-1-2"),
        ("\u00a0 2-1.\u00a0", "2-1"),
        ("\t2-1.\t", "2-1"),
        ('<a id="p-2"></a>2-1.', "2-1"),
        ("| 2-1.", "2-1"),
    ],
)
def test_points_are_found_behind_spaces_and_markup(label: str, number: str) -> None:
    """Inserted numbers, no-break spaces, tabs, anchors and table bars do not hide a point."""
    found = act(f"2. Первое правило.\n{label} Второе правило.")
    assert [p.number for p in found.provisions[1:]] == ["2", number]


@pytest.mark.parametrize("label", ["8-1)", "а)", "1.1.", "1.1)", "1)"])
def test_the_styles_of_subpoints(label: str) -> None:
    """Digits, letters and two-level numbers all make subpoints of the point before them."""
    found = act(f"1. Орган:\n{label} проверяет;")
    assert [p.kind for p in found.provisions[1:]] == [ProvisionKind.POINT, ProvisionKind.SUBPOINT]
    assert found.provisions[2].number == label.rstrip(".)")


def test_two_level_numbers_under_a_numbered_chapter_are_points() -> None:
    """Where «1.» is a heading, «1.1.» is a point of it."""
    assert drawn("""
        Глава 1. Общие положения
        1.1. Настоящий порядок краток.
        1.2. Он обязателен.
    """) == tree("""
        chapter 1: Общие положения
          point 1.1: Настоящий порядок краток.
          point 1.2: Он обязателен.
    """)


def test_lists_inside_lists() -> None:
    """Letters under a numbered item belong to it, and the next number goes on outside."""
    assert drawn("""
        1. Заявитель прилагает:
        1) копии:
        а) удостоверения;
        б) справки;
        2) заявление.
        2. Срок пять дней.
    """) == tree("""
        point 1: Заявитель прилагает:
          subpoint 1: копии:
            subpoint а: удостоверения;
            subpoint б: справки;
          subpoint 2: заявление.
        point 2: Срок пять дней.
    """)


def test_a_lower_case_paragraph_belongs_to_the_item_before_it() -> None:
    """Items without numbers stand under the subpoint that introduces them."""
    assert drawn("""
        1. Доходы делятся на:
        1) налоги, в том числе:
        подоходный;
        земельный;
        2) сборы.
    """) == tree("""
        point 1: Доходы делятся на:
          subpoint 1: налоги, в том числе:
            indent: подоходный;
            indent: земельный;
          subpoint 2: сборы.
    """)


def test_a_capitalised_paragraph_after_a_list_belongs_to_the_point() -> None:
    """When the list is over, a complete sentence is an indent of the point."""
    assert drawn("""
        1. Заявка содержит:
        1) имя;
        2) адрес.
        Заявка подписывается.
        2. Срок пять дней.
    """) == tree("""
        point 1: Заявка содержит:
          subpoint 1: имя;
          subpoint 2: адрес.
          indent: Заявка подписывается.
        point 2: Срок пять дней.
    """)


def test_a_capitalised_paragraph_inside_a_list_belongs_to_the_item() -> None:
    """When the list goes on after it, the sentence is part of the item."""
    assert drawn("""
        1. Виды заявок:
        1) срочная заявка.
        Срочной признается заявка больного;
        2) обычная заявка.
    """) == tree("""
        point 1: Виды заявок:
          subpoint 1: срочная заявка.
            indent: Срочной признается заявка больного;
          subpoint 2: обычная заявка.
    """)


def test_a_list_hangs_under_the_paragraph_that_introduces_it() -> None:
    """«…:» is the lead-in of its list, also when it has no number itself."""
    assert drawn("""
        Статья 4. Отказ
        В приеме отказывают:
        1) без подписи;
        2) без даты.
        При этом указывают:
        1) причину;
        2) срок.
    """) == tree("""
        article 4: Отказ
          indent: В приеме отказывают:
            subpoint 1: без подписи;
            subpoint 2: без даты.
          indent: При этом указывают:
            subpoint 1: причину;
            subpoint 2: срок.
    """)


def test_numbered_lines_without_the_word_chapter_are_headings() -> None:
    """A number that counts chapters while the points go on counting points heads a chapter."""
    assert drawn("""
        1. Общие положения
        1. Правила обязательны.
        2. Термины просты.
        2. Порядок записи
        3. Запись ведет секретарь.
    """) == tree("""
        chapter 1: Общие положения
          point 1: Правила обязательны.
          point 2: Термины просты.
        chapter 2: Порядок записи
          point 3: Запись ведет секретарь.
    """)


def test_items_without_full_stops_are_not_headings() -> None:
    """A list of names goes on with its own numbers."""
    found = act("1. Липовая аллея\n2. Дубовая аллея\n3. Пруд")
    assert [p.kind for p in found.provisions[1:]] == [ProvisionKind.POINT] * 3


def test_plain_headings_between_points() -> None:
    """A short line without a verb and a full stop, right before a point, heads a chapter."""
    assert drawn("""
        Правила катка

        Общие положения

        1. Каток открыт зимой.

        Обязанности посетителей

        2. Посетители берегут лед.
    """) == tree("""
        indent: Правила катка
        chapter: Общие положения
          point 1: Каток открыт зимой.
        chapter: Обязанности посетителей
          point 2: Посетители берегут лед.
    """)


def test_a_sentence_without_its_full_stop_is_no_heading() -> None:
    """A verb gives a sentence away: «Решение подписывает …» is a norm."""
    found = act("1. Заявка полна.\nРешение подписывает начальник\n2. Срок день.")
    assert own(found, found.provisions[2]) == "Решение подписывает начальник"
    assert found.provisions[2].kind is ProvisionKind.INDENT


def test_a_heading_may_stand_on_two_lines() -> None:
    """«Раздел I.» takes the line under it as its title."""
    found = act("Раздел I.\nОбщие положения\n Статья 1\n\n1. Народ един.")
    section = find(found, "section I")
    assert own(found, section) == "Общие положения"
    assert find(found, "section I", "article 1", "point 1")


def test_roman_headings() -> None:
    """«II. …» is a section, inside a chapter a unit below it."""
    assert drawn("""
        Глава 4. Юридические лица
        I. Общие положения
        Статья 1. Понятие
        II. Товарищества
        Статья 2. Виды
    """) == tree("""
        chapter 4: Юридические лица
          paragraph I: Общие положения
            article 1: Понятие
          paragraph II: Товарищества
            article 2: Виды
    """)


@pytest.mark.parametrize("word", ["СОДЕРЖАНИЕ", "Оглавление", "Мазмұны", ""])
def test_a_table_of_contents_doubles_no_article(word: str) -> None:
    """Headings that come again with text under them were a table of contents."""
    listed = "Статья 1. Слово\nСтатья 2. Дело\nСтатья 3. Срок\n"
    body = "Статья 1. Слово\nСлово дано.\nСтатья 2. Дело\nДело начато.\nСтатья 3. Срок\nСрок дан."
    found = act(f"Закон о деле\n{word}\n{listed}{body}")
    articles = [p.number for p in found.provisions if p.kind is ProvisionKind.ARTICLE]
    assert articles == ["1", "2", "3"]


def test_kazakh_heads() -> None:
    """Kazakh puts the number before the word."""
    assert drawn("""
        1-бөлім. Негіздер
        3-тарау. Жалпы ережелер
        1-параграф. Мерзім
        5-1-бап. Өтініш
        1. Өтініш беріледі.
        2. Кері қайтару:
        1) қол болмаса;
        2) күн болмаса.
    """) == tree("""
        section 1: Негіздер
          chapter 3: Жалпы ережелер
            paragraph 1: Мерзім
              article 5-1: Өтініш
                point 1: Өтініш беріледі.
                point 2: Кері қайтару:
                  subpoint 1: қол болмаса;
                  subpoint 2: күн болмаса.
    """)


@pytest.mark.parametrize("word", ["бекітілген", "бекітілді"])
def test_a_kazakh_stamp_ends_with_its_word(word: str) -> None:
    """«… бұйрығымен бекітілген» and «… 1-қосымша» are stamps with all the lines before them."""
    found = act(f"""
        Саябақ директорының
        2024 жылғы 3 маусымдағы
        № 8 бұйрығымен
        {word}

        Саябақты пайдалану қағидалары

        1. Саябақ ашық.

        Саябақты пайдалану
        қағидаларына
        1-қосымша

        Аллеялар тізбесі

        1. Жөке аллеясы.
    """)
    instrument, annex = find(found, "instrument"), find(found, "instrument", "annex 1")
    assert instrument.label.of(found.document.text).startswith("Саябақ директорының")
    assert own(found, instrument) == "Саябақты пайдалану қағидалары"
    assert own(found, annex) == "Аллеялар тізбесі"


def test_one_sentence_is_an_act_with_one_indent() -> None:
    """Structure never refuses: the root has no words of its own."""
    found = parse(Document("Начальник вправе отказать"))
    assert [p.kind for p in found.provisions] == [ProvisionKind.ACT, ProvisionKind.INDENT]
    assert found.provisions[0].text.of(found.document.text) == ""
    assert found.provisions[1].text.of(found.document.text) == found.document.text


def test_look_alikes_and_unseen_characters_hide_no_label() -> None:
    """«Стaтья» with a Latin letter or a soft hyphen is an article; spans are the source's."""
    text = "Ста\u00adтья 1. Ввод\nСтaтья 2. Кассы\n\u200b1. Касса от\u00adкрыта.\u200b\n"
    found = parse(Document(text))
    assert [(p.kind.value, p.number) for p in found.provisions[1:]] == [
        ("article", "1"),
        ("article", "2"),
        ("point", "1"),
    ]
    assert [p.label.of(text) for p in found.provisions[1:3]] == ["Ста\u00adтья 1.", "Стaтья 2."]
    assert found.provisions[3].text.of(text) == "Касса от\u00adкрыта."


@pytest.mark.parametrize("text", ["", " ", "\n\n\t\n", "\u00a0"])
def test_blank_texts_have_a_root_only(text: str) -> None:
    """Nothing is made of nothing."""
    assert len(parse(Document(text)).provisions) == 1
