"""Look-through: present, absent, unknown — and where it was looked for."""

from __future__ import annotations

import pytest

from riskscan.analysis import Analyzer
from riskscan.norms.model import ElementKind, Frame, Place, Verdict
from riskscan.text import Document

ALL = (
    Place.CLAUSE,
    Place.LEAD_IN,
    Place.LIST,
    Place.SIBLINGS,
    Place.ARTICLE,
    Place.REFERENCE,
    Place.DOCUMENT,
)

CASES = [
    ("Комиссия рассматривает заявку в течение пяти дней.", "examine", "term", "clause"),
    ("В течение пяти дней комиссия рассматривает заявку.", "examine", "term", "clause"),
    ("Комиссия рассматривает заявку не позднее 1 марта.", "examine", "term", "clause"),
    ("Комиссия рассматривает заявку ежемесячно.", "examine", "term", "clause"),
    ("Комиссия рассматривает заявку в десятидневный срок.", "examine", "term", "clause"),
    (
        "4. Департамент в течение трех дней:\n1) рассматривает заявку;\n2) готовит заключение.",
        "examine",
        "term",
        "lead-in",
    ),
    (
        "4. Комиссия рассматривает заявку. Срок рассмотрения – пять рабочих дней.",
        "examine",
        "term",
        "siblings",
    ),
    (
        "4. Комиссия рассматривает заявку.\n5. Заявка рассматривается не более десяти дней.",
        "examine",
        "term",
        "article",
    ),
    (
        "4. Фонд отказывает в выплате при выявлении недостоверных сведений.",
        "refuse",
        "ground",
        "clause",
    ),
    ("4. Если договор расторгнут, фонд отказывает в выплате.", "refuse", "ground", "clause"),
    (
        "4. Фонд отказывает в выплате в следующих случаях:\n"
        "1) договор расторгнут;\n2) счет закрыт.",
        "refuse",
        "ground",
        "clause",
    ),
    (
        "4. Фонд отказывает в выплате по основаниям пункта 6 настоящих Правил.\n"
        "6. К основаниям относятся:\n1) договор расторгнут;\n2) счет закрыт.",
        "refuse",
        "ground",
        "clause",
    ),
]


def find(
    analyzer: Analyzer, text: str, action: str, kind: str
) -> tuple[Verdict, tuple[Place, ...]]:
    """The verdict on one element of the first frame of an action."""
    evaluator = analyzer.evaluators(Document(text))[0]
    frame = next(
        frame
        for provision in evaluator.act.provisions
        for sentence in evaluator.sentences(provision.index)
        for frame in evaluator.frames(sentence)
        if action in frame.actions
    )
    assert isinstance(frame, Frame)
    found = evaluator.look(frame, ElementKind(kind), ALL)
    return found.verdict, found.where


@pytest.mark.parametrize(("text", "action", "kind", "place"), CASES)
def test_present(analyzer: Analyzer, text: str, action: str, kind: str, place: str) -> None:
    """The nearest place that holds the element is named."""
    assert find(analyzer, text, action, kind) == (Verdict.PRESENT, (Place(place),))


def test_the_subject_behind_its_verb_is_no_object(analyzer: Analyzer) -> None:
    """Grounds of the object are grounds of the action, wherever the subject stands."""
    grounds = "\n5. Архив открыт.\n9. Допуск аннулируется, если документы испорчены."
    for norm in ("4. Архив аннулирует допуск.", "4. Аннулирует архив допуск."):
        verdict, _ = find(analyzer, norm + grounds, "revoke", "ground")
        assert verdict is Verdict.PRESENT


def test_absence_names_every_place(analyzer: Analyzer) -> None:
    """A proof of absence lists all it looked through."""
    verdict, where = find(analyzer, "4. Комиссия рассматривает заявку.", "examine", "term")
    assert (verdict, where) == (Verdict.ABSENT, ALL)


@pytest.mark.parametrize(
    "text",
    [
        "4. Комиссия рассматривает заявку, поданную до 1 мая.",
        "4. Комиссия рассматривает заявку завода, не платившего взносов в течение двух лет.",
        "4. Комиссия рассматривает заявку о допуске сроком действия три года.",
        "4. Комиссия рассматривает заявку мастера со стажем не менее трех лет.",
    ],
)
def test_a_time_of_something_else_is_no_term(analyzer: Analyzer, text: str) -> None:
    """Told in passing, of validity, of experience: none says when the commission is done."""
    assert find(analyzer, text, "examine", "term")[0] is Verdict.ABSENT


def test_a_participle_of_the_time_itself_says_the_term(analyzer: Analyzer) -> None:
    """«в срок, не превышающий …» tells nothing in passing."""
    text = "4. Комиссия рассматривает заявку в срок, не превышающий пяти дней."
    assert find(analyzer, text, "examine", "term")[0] is Verdict.PRESENT


def test_an_act_outside_leaves_it_unknown(analyzer: Analyzer) -> None:
    """What a cited law says cannot be read here, so nothing is proven."""
    text = (
        "4. Комиссия рассматривает заявку согласно статье 12 "
        "Закона Республики Казахстан «О пастбищах»."
    )
    assert find(analyzer, text, "examine", "term")[0] is Verdict.UNKNOWN


@pytest.mark.parametrize("cited", ["стать\u00adе", "стaтье", "ста\u200bтье", "ста-\nтье"])
def test_what_is_typed_oddly_is_cited_all_the_same(analyzer: Analyzer, cited: str) -> None:
    """Soft hyphens, Latin letters and broken lines hide no citation."""
    text = (
        f"\u00ad4. Комиссия рас\u00adсматривает заявку согласно {cited} 12 "
        "Закона Республики Казахстан «О пастбищах»."
    )
    assert find(analyzer, text, "examine", "term")[0] is Verdict.UNKNOWN


def test_another_persons_term_is_not_the_authoritys(analyzer: Analyzer) -> None:
    """The applicant's ten days say nothing of the commission."""
    text = "4. Комиссия рассматривает заявку.\n5. Заявитель подает жалобу в течение десяти дней."
    assert find(analyzer, text, "examine", "term")[0] is Verdict.ABSENT


def test_a_term_of_another_matter_far_away_does_not_count(analyzer: Analyzer) -> None:
    """The plan's ten days do not bound the complaint."""
    text = (
        "4. Комиссия рассматривает жалобу.\n"
        "5. Годовой план утверждается акиматом в течение десяти рабочих дней."
    )
    assert find(analyzer, text, "examine", "term")[0] is Verdict.ABSENT


def test_the_time_of_a_notice_below_a_list_bounds_no_suspension(analyzer: Analyzer) -> None:
    """Two days to send the news say nothing of how long the suspension lasts."""
    norm = (
        "4. Допуск приостанавливается оператором:\n1) по заявлению перевозчика;\n"
        "2) при неуплате взноса.\n"
    )
    news = "Оператор в течение двух дней направляет уведомление о приостановлении."
    limit = "Приостановление длится не более двух месяцев."
    assert find(analyzer, norm + news, "suspend", "bound")[0] is Verdict.ABSENT
    assert find(analyzer, norm + limit, "suspend", "bound")[0] is Verdict.PRESENT


def test_a_vague_need_is_no_ground(analyzer: Analyzer) -> None:
    """«При необходимости» looks like a ground and is none."""
    text = "4. Фонд при необходимости отказывает в выплате."
    assert find(analyzer, text, "refuse", "ground")[0] is Verdict.ABSENT
