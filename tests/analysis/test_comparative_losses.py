"""What the proposed column takes away: how often, how much, who answers, what is closed."""

from __future__ import annotations

import pytest

from riskscan.analysis import Analyzer, Finding, Options
from tests.analysis.comparative_rows import KK_HEADING, RU_HEADING
from tests.analysis.test_comparative_table import drawn, sides

HEADINGS = {"ru": (RU_HEADING, "Статья 2"), "kk": (KK_HEADING, "2-бап")}
LOST = [
    (
        "ru",
        "frequency",
        "Осмотр барж проводится: 1) больших – раз в год; 2) малых – раз в три года.",
        "Осмотр барж проводится: 1) больших – раз в год; 2) малых – раз в полугодие.",
        ("раз в три года", "раз в полугодие"),
    ),
    (
        "ru",
        "frequency",
        "Не чаще чем раз в два года инспекция осматривает элеватор.",
        "Инспекция осматривает элеватор в любой день.",
        ("Не чаще чем раз в два года", "Инспекция осматривает элеватор в любой день."),
    ),
    (
        "ru",
        "amount",
        "Размер платы за хранение шлюпки составляет 3 МРП.",
        "Размер платы за хранение шлюпки определяет управление.",
        ("3 МРП", "Размер платы за хранение шлюпки определяет управление."),
    ),
    (
        "ru",
        "amount",
        "Сбор за якорь: 1) для катеров – 2 МРП; 2) для барж – 5 МРП.",
        "Сбор за якорь: 1) для катеров – 2 МРП; 2) для барж – 9 МРП.",
        ("5 МРП", "9 МРП"),
    ),
    (
        "ru",
        "element",
        "За волокиту отвечает по закону и несет ответственность начальник управления. "
        "Жалобу рассматривает управление в течение пяти дней.",
        "Управление рассматривает жалобу в течение пяти дней.",
        (
            "За волокиту отвечает по закону и несет ответственность начальник управления.",
            "Управление рассматривает жалобу в течение пяти дней.",
        ),
    ),
    (
        "ru",
        "opened",
        "Инспектор приостанавливает погрузку лишь в случае пожара.",
        "В случае пожара инспектор приостанавливает погрузку.",
        (
            "Инспектор приостанавливает погрузку лишь в случае пожара.",
            "В случае пожара инспектор приостанавливает погрузку.",
        ),
    ),
    (
        "ru",
        "opened",
        "Основаниями для отзыва билета являются: 1) подделка; 2) передача другому лицу.",
        "Основаниями для отзыва билета являются: 1) подделка; 2) передача другому лицу; "
        "3) прочие нарушения.",
        ("Основаниями для отзыва билета являются:", "прочие нарушения"),
    ),
    (
        "kk",
        "frequency",
        "Екі жылда бір реттен артық емес инспекция элеваторды тексереді.",
        "Инспекция элеваторды кез келген күні тексереді.",
        (
            "Екі жылда бір реттен артық емес",
            "Инспекция элеваторды кез келген күні тексереді.",
        ),
    ),
    (
        "kk",
        "frequency",
        "Баржаны тексеру екі жылда бір рет жүргізіледі.",
        "Баржаны тексеру тоқсан сайын жүргізіледі.",
        ("екі жылда бір рет", "тоқсан сайын"),
    ),
    (
        "kk",
        "amount",
        "Қайықты сақтағаны үшін төлемақы 3 АЕК құрайды.",
        "Қайықты сақтағаны үшін төлемақы мөлшерін басқарма айқындайды.",
        ("3 АЕК", "Қайықты сақтағаны үшін төлемақы мөлшерін басқарма айқындайды."),
    ),
    (
        "kk",
        "amount",
        "Якорь үшін алым 5 АЕК мөлшерінде алынады.",
        "Якорь үшін алым 9 АЕК мөлшерінде алынады.",
        ("5 АЕК", "9 АЕК"),
    ),
    (
        "kk",
        "element",
        "Шағымды кешіктіргені үшін жауаптылық басқарма басшысына жүктеледі. "
        "Шағымды басқарма бес күн ішінде қарайды.",
        "Шағымды басқарма бес күн ішінде қарайды.",
        (
            "Шағымды кешіктіргені үшін жауаптылық басқарма басшысына жүктеледі.",
            "Шағымды басқарма бес күн ішінде қарайды.",
        ),
    ),
    (
        "kk",
        "opened",
        "Инспектор өрт шыққан жағдайда ғана тиеуді тоқтата тұрады.",
        "Өрт шыққан жағдайда инспектор тиеуді тоқтата тұрады.",
        (
            "Инспектор өрт шыққан жағдайда ғана тиеуді тоқтата тұрады.",
            "Өрт шыққан жағдайда инспектор тиеуді тоқтата тұрады.",
        ),
    ),
    (
        "kk",
        "opened",
        "Басқарма жарғының көшірмесі мен жоспарды сұратады.",
        "Басқарма жарғының көшірмесін, жоспарды және басқа да мәліметтерді сұратады.",
        (
            "Басқарма жарғының көшірмесі мен жоспарды сұратады.",
            "және басқа да мәліметтерді",
        ),
    ),
]
KEPT = [
    # lighter for the person
    ("ru", "Баржу осматривают раз в год.", "Баржу осматривают раз в пять лет."),
    ("ru", "Плата за шлюпку составляет 3 МРП.", "Плата за шлюпку составляет 1 МРП."),
    ("ru", "Сбор за якорь составляет 3 МРП.", "Сбор за якорь не взимается."),
    ("ru", "Субсидия составляет 20 процентов затрат.", "Субсидия составляет 30 процентов затрат."),
    (
        "ru",
        "Владелец уплачивает сбор 5 МРП в течение трех дней.",
        "Владелец уплачивает сбор 5 МРП в течение десяти дней.",
    ),
    ("ru", "Заявка подается только на бумаге.", "Заявка подается на бумаге или через портал."),
    ("kk", "Баржаны жылына бір рет тексереді.", "Баржаны бес жылда бір рет тексереді."),
    ("kk", "Якорь үшін алым 3 АЕК құрайды.", "Якорь үшін алым 1 АЕК құрайды."),
    ("kk", "Субсидия шығынның 20 пайызын құрайды.", "Субсидия шығынның 30 пайызын құрайды."),
    (
        "kk",
        "Иесі 5 АЕК алымды үш күн ішінде төлейді.",
        "Иесі 5 АЕК алымды он күн ішінде төлейді.",
    ),
    # in other words, or in another place
    (
        "ru",
        "Инспекция осматривает баржу раз в год.",
        "Инспекция осматривает баржу с периодичностью, установленной пунктом 5 Правил.",
    ),
    (
        "ru",
        "Инспекция осматривает баржу раз в год.",
        "Периодичность осмотров установлена статьей 12 Закона. Инспекция осматривает баржу.",
    ),
    (
        "ru",
        "Инспекция отзывает билет только при подделке.",
        "При подделке инспекция отзывает билет. Отзыв по иным основаниям не допускается.",
    ),
    (
        "ru",
        "За якорь взимается сбор 5 МРП.",
        "За якорь взимается сбор по методике, приведенной в приложении 2.",
    ),
    (
        "kk",
        "Инспекция баржаны жылына бір рет тексереді.",
        "Инспекция баржаны осы Қағидалардың 5-тармағында белгіленген кезеңділікпен тексереді.",
    ),
    (
        "kk",
        "Инспекция жалғандық болған жағдайда ғана билетті кері қайтарып алады.",
        "Инспекция тек жалғандық болған жағдайда билетті кері қайтарып алады.",
    ),
    # what is added closes nothing and asks for nothing
    (
        "ru",
        "Инспекция отзывает билет при подделке и уведомляет капитана.",
        "Инспекция отзывает билет при подделке и уведомляет капитана и другие органы.",
    ),
    (
        "kk",
        "Басқарма өтінімді бес күнде қарайды және капитанға хабарлайды.",
        "Басқарма өтінімді бес күнде қарайды және капитанға және өзге де органдарға хабарлайды.",
    ),
    # who answers is not who holds power
    (
        "ru",
        "Капитан баржи несет ответственность за груз. Управление принимает жалобы.",
        "Управление принимает жалобы.",
    ),
    (
        "kk",
        "Тасымалдаушы жүк үшін жауапты болады. Басқарма шағымдарды қабылдайды.",
        "Басқарма шағымдарды қабылдайды.",
    ),
]


def losses(analyzer: Analyzer, language: str, current: str, proposed: str) -> list[Finding]:
    """The safeguards a table of one row shows to be lost."""
    return [
        finding
        for finding in findings(analyzer, language, current, proposed)
        if finding.factor == "safeguard-removed"
    ]


def findings(
    analyzer: Analyzer, language: str, current: str, proposed: str, **options: object
) -> tuple[Finding, ...]:
    heading, element = HEADINGS[language]
    document = drawn(heading, ((element, current, proposed, "."),))
    return analyzer.analyze(document, Options.model_validate(options)).findings


@pytest.mark.parametrize(("language", "rule", "current", "proposed", "quotes"), LOST)
def test_what_is_lost(
    analyzer: Analyzer,
    language: str,
    rule: str,
    current: str,
    proposed: str,
    quotes: tuple[str, str],
) -> None:
    """One finding that quotes both wordings."""
    (finding,) = losses(analyzer, language, current, proposed)
    assert finding.rule == f"safeguard-removed.{rule}"
    quoted = sides(finding)
    assert (quoted["current"], quoted["proposed"]) == quotes
    assert quotes[0] in finding.explanation


@pytest.mark.parametrize(("language", "current", "proposed"), KEPT)
def test_what_is_kept(analyzer: Analyzer, language: str, current: str, proposed: str) -> None:
    """A lighter burden, a safeguard said otherwise, and what never was one."""
    assert losses(analyzer, language, current, proposed) == []


RETOLD = [
    (
        "ru",
        "Управление рассматривает заявку в течение семи рабочих дней.",
        "Управление рассматривает заявку.",
        "deadline-missing.decision",
    ),
    (
        "ru",
        "Комиссия отказывает в допуске при подделке билета.",
        "Комиссия отказывает в допуске.",
        "refusal-grounds-open.no-grounds",
    ),
    (
        "ru",
        "Управление отказывает в допуске в случаях подделки и просрочки билета.",
        "Управление отказывает в допуске в случаях подделки, просрочки билета и в иных случаях.",
        "refusal-grounds-open.open-list",
    ),
    (
        "kk",
        "Басқарма өтінімді жеті жұмыс күні ішінде қарайды.",
        "Басқарма өтінімді қарайды.",
        "deadline-missing.decision",
    ),
    (
        "kk",
        "Комиссия билет жалған болған жағдайда жіберуден бас тартады.",
        "Комиссия жіберуден бас тартады.",
        "refusal-grounds-open.no-grounds",
    ),
]


@pytest.mark.parametrize(("language", "current", "proposed", "rule"), RETOLD)
def test_one_finding_for_one_loss(
    analyzer: Analyzer, language: str, current: str, proposed: str, rule: str
) -> None:
    """What is taken away is not found missing besides; the remark names both."""
    found = findings(analyzer, language, current, proposed)
    (lead,) = (each for each in found if each.factor == "safeguard-removed")
    assert rule in {each.rule for each in lead.related}
    assert rule not in {each.rule for each in found}


@pytest.mark.parametrize(("language", "current", "proposed", "rule"), RETOLD)
def test_who_asks_for_one_factor_gets_it(
    analyzer: Analyzer, language: str, current: str, proposed: str, rule: str
) -> None:
    """Without the finding that would say both, each speaks for itself."""
    factor = rule.partition(".")[0]
    found = findings(analyzer, language, current, proposed, factors=[factor])
    assert rule in {each.rule for each in found}


def test_another_predicate_speaks_for_itself(analyzer: Analyzer) -> None:
    """The term of one action is struck out; the other never had one."""
    found = findings(
        analyzer,
        "ru",
        "Управление рассматривает заявку в течение семи дней.",
        "Управление рассматривает заявку. Комиссия рассматривает жалобу перевозчика.",
    )
    assert {(each.rule, each.tier) for each in found} >= {
        ("safeguard-removed.element", 1),
        ("deadline-missing.decision", 1),
    }


def test_a_term_of_no_time(analyzer: Analyzer) -> None:
    """«в течение 0 рабочих дней» is a term like any other."""
    was = "Управление рассматривает заявление в течение 0 рабочих дней."
    found = losses(analyzer, "ru", was, was.replace("0", "10"))
    assert [each.rule for each in found] == ["safeguard-removed.longer"]


def test_a_sentence_without_end(analyzer: Analyzer) -> None:
    """What is no sentence any more is still compared, in time that grows with its length."""
    tail = " и план" * 3000
    was = f"Управление рассматривает заявление в течение семи рабочих дней{tail}."
    now = f"Управление рассматривает заявление{tail}."
    (found,) = losses(analyzer, "ru", was, now)
    assert found.rule == "safeguard-removed.element"
