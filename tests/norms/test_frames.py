"""Norm frames of Russian sentences: who, bound how, does what."""

from __future__ import annotations

import pytest

from riskscan.analysis import Analyzer
from riskscan.norms.model import Frame, Modality, Role
from riskscan.text import Document


def frames(analyzer: Analyzer, text: str) -> list[Frame]:
    """The frames of every norm in a text, in order."""
    evaluator = analyzer.evaluators(Document(text))[0]
    found = []
    for provision in evaluator.act.provisions:
        for sentence in evaluator.sentences(provision.index):
            found.extend(evaluator.frames(sentence))
    return found


SENTENCES = [
    ("Комиссия вправе отказать перевозчику.", Role.COMMISSION, Modality.MAY, "refuse"),
    ("Отказать перевозчику вправе комиссия.", Role.COMMISSION, Modality.MAY, "refuse"),
    ("Вправе комиссия отказать перевозчику.", Role.COMMISSION, Modality.MAY, "refuse"),
    ("Отказывает управление в приеме.", Role.AUTHORITY, Modality.DECIDES, "refuse"),
    ("Распределяет управление квоты.", Role.AUTHORITY, Modality.DECIDES, "distribute"),
    ("Распределяет центр торговые места.", Role.AUTHORITY, Modality.DECIDES, "distribute"),
    ("Комиссия не вправе отказать перевозчику.", Role.COMMISSION, Modality.MUST_NOT, "refuse"),
    ("Перевозчик вправе обжаловать решение.", Role.PRIVATE, Modality.ENTITLED, "appeal"),
    ("Акимат обязан зарегистрировать заявление.", Role.AUTHORITY, Modality.MUST, "register"),
    ("Заявление рассматривает департамент.", Role.AUTHORITY, Modality.DECIDES, "examine"),
    ("Заявление рассматривается департаментом.", Role.AUTHORITY, Modality.DECIDES, "examine"),
    ("Срок проверки может быть продлен.", Role.UNSTATED, Modality.MAY, "extend"),
    ("Срок может быть продлен по решению директора.", Role.OFFICIAL, Modality.MAY, "extend"),
    ("Допускается продление срока проверки.", Role.UNSTATED, Modality.MAY, "extend"),
    ("Продление срока проверки не допускается.", Role.UNSTATED, Modality.MUST_NOT, "extend"),
    ("Победителями признаются авторы эскизов.", Role.UNSTATED, Modality.DECIDES, "select"),
    ("Победителями объявляются три проекта.", Role.UNSTATED, Modality.DECIDES, "select"),
    ("Фонд принимает решение об отказе.", Role.QUASI_PUBLIC, Modality.DECIDES, "refuse"),
    ("Департаментом осуществляется отбор.", Role.AUTHORITY, Modality.DECIDES, "select"),
    ("Согласование эскиза осуществляется акиматом.", Role.AUTHORITY, Modality.DECIDES, "approve"),
    ("Право приостановить прием принадлежит инспекции.", Role.AUTHORITY, Modality.MAY, "suspend"),
    ("За фондом сохраняется право отказать в выплате.", Role.QUASI_PUBLIC, Modality.MAY, "refuse"),
    ("Проверку склада осуществляет инспектор.", Role.OFFICIAL, Modality.DECIDES, "inspect"),
    ("Выдача билета производится инспекцией.", Role.AUTHORITY, Modality.DECIDES, "grant"),
    ("Приостановлена может быть и выплата.", Role.UNSTATED, Modality.MAY, "suspend"),
    ("Отзыв лицензии – по окончании сезона.", Role.UNSTATED, Modality.DECIDES, "revoke"),
    ("Суд приостанавливает исполнение решения.", Role.COURT, Modality.DECIDES, "suspend"),
    ("Стороны вправе продлить срок договора.", Role.CONTRACT_PARTY, Modality.ENTITLED, "extend"),
]


@pytest.mark.parametrize(("text", "role", "modality", "action"), SENTENCES)
def test_predicate_actor_and_action(
    analyzer: Analyzer, text: str, role: Role, modality: Modality, action: str
) -> None:
    """Word order, voice and nominalisation change nothing about who may do what."""
    matching = [frame for frame in frames(analyzer, text) if action in frame.actions]
    assert [(frame.actor.role, frame.modality) for frame in matching] == [(role, modality)]


def test_managing_something_is_no_body(analyzer: Analyzer) -> None:
    """«Управление» before an instrumental is a deed, before its own object a body."""
    deed, body = frames(analyzer, "Ведет управление парками. Ведет управление реестр парков.")
    assert (deed.actor.role, body.actor.role) == (Role.UNRESOLVED, Role.AUTHORITY)


def test_a_passive_light_verb_carries_its_subject(analyzer: Analyzer) -> None:
    """«Отбор проводится путем запроса» selects and demands nothing."""
    (frame,) = frames(analyzer, "Отбор исполнителя проводится путем запроса цен.")
    assert "select" in frame.actions
    assert "demand" not in frame.actions


def test_a_register_is_kept_and_does_nothing(analyzer: Analyzer) -> None:
    """Before its verb, or between two verbs of one body, it is what the body works on."""
    kept = frames(analyzer, "Реестр гидов ведет управление туризма.")
    given = frames(analyzer, "Палата ведет реестр гидов и выдает значки.")
    roles = [frame.actor.role for frame in (*kept, *given)]
    assert roles == [Role.AUTHORITY, Role.QUASI_PUBLIC, Role.QUASI_PUBLIC]


def test_a_body_named_by_its_work_is_no_object(analyzer: Analyzer) -> None:
    """«Управление санитарного контроля» behind a light verb carries out what stands before it."""
    (frame,) = frames(analyzer, "Отбор проб воды ведет управление санитарного контроля.")
    assert "select" in frame.actions
    assert frame.actor.role is Role.AUTHORITY


def test_list_items_inherit_actor_and_modality(analyzer: Analyzer) -> None:
    """«Инспектор вправе:» gives its actor and its "may" to every item of the list."""
    text = "5. Инспектор вправе:\n1) приостановить работу пункта;\n2) изъять образцы продукции."
    items = [frame for frame in frames(analyzer, text) if not frame.open]
    assert [(f.actor.role, f.modality) for f in items] == [(Role.OFFICIAL, Modality.MAY)] * 2
    assert all(frame.actor.inherited for frame in items)


def test_a_line_without_a_verb_introduces_its_actor(analyzer: Analyzer) -> None:
    """«В отношении перевозчика организатор:» still says who acts below."""
    text = "7. В отношении перевозчика организатор:\n1) проводит осмотр;\n2) налагает взыскание."
    assert {frame.actor.role for frame in frames(analyzer, text)} == {Role.QUASI_PUBLIC}


def test_a_second_sentence_keeps_the_actor(analyzer: Analyzer) -> None:
    """A verb without a subject belongs to the actor of the sentence before."""
    text = "Комиссия рассматривает заявку. По итогам осмотра принимает решение об отказе."
    assert [frame.actor.role for frame in frames(analyzer, text)] == [Role.COMMISSION] * 2


def test_conditions_are_no_exercise_of_power(analyzer: Analyzer) -> None:
    """What stands in an "if" clause is a ground, not a frame."""
    text = "Если комиссия отклоняет заявку, участник вправе подать жалобу."
    assert [frame.actor.role for frame in frames(analyzer, text)] == [Role.PRIVATE]


def test_a_relative_clause_does_not_steal_the_subject(analyzer: Analyzer) -> None:
    """«Лицо, которое …, вправе» is about the person, whoever acts in between."""
    text = "Лицо, которому комиссия отказала в допуске, вправе обжаловать решение."
    modal = [frame for frame in frames(analyzer, text) if frame.modality is Modality.ENTITLED]
    assert [frame.actor.role for frame in modal] == [Role.PRIVATE]


def test_each_actor_has_a_scope_of_its_own(analyzer: Analyzer) -> None:
    """The applicant's deadline is not the authority's."""
    text = "Заявитель подает отчет в течение пяти дней, а департамент рассматривает отчет."
    applicant, authority = frames(analyzer, text)
    assert applicant.scope[1] <= authority.scope[0]


def test_a_long_paragraph_is_no_deep_recursion(analyzer: Analyzer) -> None:
    """Sentences that inherit from one another in a row of thousands do not overflow the stack."""
    text = "Комиссия рассматривает заявку. " + "Затем принимает решение. " * 3000
    assert len(frames(analyzer, text)) == 3001
