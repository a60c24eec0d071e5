"""Norm frames of Kazakh sentences: who, bound how, does what to what."""

from __future__ import annotations

import pytest

from riskscan.analysis import Analyzer
from riskscan.norms.model import Frame, Modality, Role
from riskscan.norms.reader import NormReader
from riskscan.text import Document


def read(analyzer: Analyzer, text: str) -> tuple[NormReader, list[Frame]]:
    """The reader of a text and the frames of every norm in it, in order."""
    (annotated,) = analyzer.annotated(Document(text))
    reader = analyzer.engine("kk").read(annotated)
    found: list[Frame] = []
    for provision in reader.act.provisions:
        for sentence in reader.sentences(provision.index):
            found.extend(reader.frames(sentence))
    return reader, found


SENTENCES = [
    ("Комиссия тасымалдаушыға бас тартуға құқылы.", Role.COMMISSION, Modality.MAY, "refuse"),
    ("Комиссия тасымалдаушыға бас тарта алады.", Role.COMMISSION, Modality.MAY, "refuse"),
    ("Комиссияның құжаттарды сұратуы мүмкін.", Role.COMMISSION, Modality.MAY, "demand"),
    ("Комиссия құжаттарды сұратуға құқылы емес.", Role.COMMISSION, Modality.MUST_NOT, "demand"),
    ("Комиссияның бас тартуға құқығы жоқ.", Role.COMMISSION, Modality.MUST_NOT, "refuse"),
    ("Әкімдік өтінішті тіркеуге міндетті.", Role.AUTHORITY, Modality.MUST, "register"),
    ("Өтінішті департамент қарайды.", Role.AUTHORITY, Modality.DECIDES, "examine"),
    ("Мерзім ұзартылуы мүмкін.", Role.UNSTATED, Modality.MAY, "extend"),
    ("Тексеру мерзімін ұзартуға жол беріледі.", Role.UNSTATED, Modality.MAY, "extend"),
    ("Тексеру мерзімін ұзартуға жол берілмейді.", Role.UNSTATED, Modality.MUST_NOT, "extend"),
    ("Мерзім директордың шешімі бойынша ұзартылады.", Role.OFFICIAL, Modality.DECIDES, "extend"),
    ("Қор бас тарту туралы шешім қабылдайды.", Role.QUASI_PUBLIC, Modality.DECIDES, "refuse"),
    ("Инспектор кез келген күні тексеру жүргізе алады.", Role.OFFICIAL, Modality.MAY, "inspect"),
    ("Өтінім қабылданбайды.", Role.UNSTATED, Modality.DECIDES, "refuse"),
    (
        "Өтініш берушінің шешімге шағым жасауға құқығы бар.",
        Role.PRIVATE,
        Modality.ENTITLED,
        "appeal",
    ),
    (
        "Инспектордың қабылдау пунктінің жұмысын тоқтата тұруға құқығы бар.",
        Role.OFFICIAL,
        Modality.MAY,
        "suspend",
    ),
    (
        "Абоненттің басқарма есептеген төлемге шағым жасауға құқығы бар.",
        Role.PRIVATE,
        Modality.ENTITLED,
        "appeal",
    ),
    (
        "Өтініш беруші құжаттарды ұсынбаса, басқарма өтінішті қайтарады.",
        Role.AUTHORITY,
        Modality.DECIDES,
        "refuse",
    ),
    (
        "Басқарма басшысының орынбасары өтінімді мақұлдайды.",
        Role.OFFICIAL,
        Modality.DECIDES,
        "approve",
    ),
    ("Балаға берілетін сыйлықты шектеп қоюға болады.", Role.UNSTATED, Modality.MAY, "sanction"),
    (
        "Ата-аналар тізім бойынша шақырылады, қабылдау туралы басқарма шешім шығарады.",
        Role.AUTHORITY,
        Modality.DECIDES,
        "decide",
    ),
]


@pytest.mark.parametrize(("text", "role", "modality", "action"), SENTENCES)
def test_who_does_what(
    analyzer: Analyzer, text: str, role: Role, modality: Modality, action: str
) -> None:
    """One frame of the sentence has this actor, modality and action."""
    _, frames = read(analyzer, text)
    assert (role, modality) in [(f.actor.role, f.modality) for f in frames if action in f.actions]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Бөлім қаладағы үш мектептің тізбесін бекітеді.", "қаладағы үш мектептің тізбесін"),
        ("Тексеру мерзімі ұзартылуы мүмкін.", "Тексеру мерзімі"),
        ("Өтінішті басқарма үш күн ішінде қарайды.", "Өтінішті"),
        ("Комиссияның қосымша құжаттар сұратуы мүмкін.", "қосымша құжаттар"),
    ],
)
def test_on_what(analyzer: Analyzer, text: str, wanted: str) -> None:
    """The object is the noun with its modifiers, without whoever acts."""
    reader, frames = read(analyzer, text)
    found = reader.object(frames[-1])
    assert found is not None
    assert found.of(text) == wanted


def test_items_share_the_subject_of_the_line_above(analyzer: Analyzer) -> None:
    """«Комиссия: 1) …-уға; 2) …-уға құқылы»: the last item's modal and the first line's actor."""
    text = "1. Комиссия:\n1) құжаттарды талап етуге;\n2) тексеру жүргізуге құқылы."
    _, frames = read(analyzer, text)
    assert [(f.actor.role, f.modality) for f in frames] == [(Role.COMMISSION, Modality.MAY)] * 2


def test_outcomes_joined_by_or_are_a_choice(analyzer: Analyzer) -> None:
    """Both verbs of «береді немесе бас тартады» belong to one group."""
    _, frames = read(analyzer, "Комиссия рұқсат береді немесе рұқсат беруден бас тартады.")
    assert len({f.choice for f in frames}) == 1
    assert frames[0].choice is not None


def test_means_joined_by_or_are_no_choice(analyzer: Analyzer) -> None:
    """The "or" of «және оны курьер немесе пошта арқылы жібереді» joins no verbs."""
    text = "Басқарма рұқсат береді және оны курьер немесе пошта арқылы жібереді."
    _, frames = read(analyzer, text)
    assert frames
    assert all(frame.choice is None for frame in frames)


def test_a_modal_told_of_a_noun_is_no_power(analyzer: Analyzer) -> None:
    """«Тоқтатыла тұруы мүмкін жұмыстар» names works and lets nobody suspend them."""
    _, frames = read(analyzer, "Тоқтатыла тұруы мүмкін жұмыстар тізілімге енгізіледі.")
    assert frames
    assert all(frame.modality is not Modality.MAY for frame in frames)


def test_a_condition_exercises_no_power(analyzer: Analyzer) -> None:
    """The verb of «бас тартқан жағдайда» makes no frame."""
    _, frames = read(analyzer, "Басқарма бас тартқан жағдайда, өтініш берушіге хат жіберіледі.")
    assert all("refuse" not in frame.actions for frame in frames)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Уәкілетті органның тексеру жүргізуге құқығы бар.", "Уәкілетті орган"),
        ("Мерзім басқарма басшысының шешімі бойынша ұзартылады.", "басшысы"),
    ],
)
def test_actors_are_named_in_the_nominative(analyzer: Analyzer, text: str, name: str) -> None:
    """An explanation says «уәкілетті орган», whatever case the draft has; possession stays."""
    reader, frames = read(analyzer, text)
    assert reader.name(frames[-1].actor).endswith(name)


def test_time_told_of_something_else_is_no_term(analyzer: Analyzer) -> None:
    """«1 мамырға дейін берілген өтініш»: the date belongs to the application."""
    text = "Бөлім 1 мамырға дейін берілген өтініштерді қарайды."
    reader, frames = read(analyzer, text)
    tokens = reader.text.tokens
    month = next(t for t in range(len(tokens)) if tokens.surface(t) == "мамырға")
    assert frames[-1].tells_aside(month, month + 1)


def test_a_record_of_the_past_is_no_norm(analyzer: Analyzer) -> None:
    """«Комиссия өтінімді қарады» tells what was done and binds nobody."""
    assert read(analyzer, "1. Комиссия өтінімді қарады.")[1] == []


def test_a_deed_that_describes_a_noun_is_not_carried(analyzer: Analyzer) -> None:
    """«көмек беру тетіктерін іске асырады» grants nothing; «көмек беруді іске асырады» does."""
    (frame,) = read(analyzer, "1. Басқарма көмек беру тетіктерін іске асырады.")[1]
    assert "grant" not in frame.actions
    (frame,) = read(analyzer, "1. Басқарма көмек беруді жүзеге асырады.")[1]
    assert "grant" in frame.actions


def test_an_auxiliary_does_what_its_converb_says(analyzer: Analyzer) -> None:
    """«ұзартыла береді» extends, and is passive."""
    (frame,) = read(analyzer, "1. Қарау мерзімі ұзартыла береді.")[1]
    assert "extend" in frame.actions and frame.passive


def test_means_are_no_subject(analyzer: Analyzer) -> None:
    """«портал арқылы» is how it is done: the inspection acts."""
    (frame,) = read(analyzer, "1. Портал арқылы инспекция рұқсат береді.")[1]
    assert frame.actor.role is Role.AUTHORITY


def test_a_quoted_name_is_no_subject(analyzer: Analyzer) -> None:
    """«Ашық үкімет» порталы names a portal, not the government."""
    text = "1. Бөлім шағымды «Ашық үкімет» порталы арқылы қабылдайды."
    (frame,) = read(analyzer, text)[1]
    assert frame.actor.span is not None
    assert text[frame.actor.span.start : frame.actor.span.end] == "Бөлім"
    (frame,) = read(analyzer, "1. Тұрғын шағымды «Ашық үкімет» порталы арқылы береді.")[1]
    assert frame.actor.role is not Role.AUTHORITY


def test_a_point_is_found_by_its_softened_form(analyzer: Analyzer) -> None:
    """«14-тармағындағы әрекет» is said about point 14, as «14-тармақтағы» is."""
    text = "14. Әкімдік рұқсат береді.\n15. Осы Қағидалардың 14-тармағындағы әрекет тегін."
    reader, _ = read(analyzer, text)
    (point,) = (p for p in reader.act.provisions if p.number == "14")
    assert reader.citing(point.index)


@pytest.mark.parametrize(
    ("text", "role"),
    [
        (
            "9. Комиссия:\nөтініш берушіден қосымша ақпарат пен құжаттарды сұратады;",
            Role.COMMISSION,
        ),
        (
            "9. Комиссия:\nбалықшы ұсынған құжаттарға тексеру жүргізеді;",
            Role.COMMISSION,
        ),
    ],
    ids=["of coordinated nouns the last bears the case", "who gave the papers does not check them"],
)
def test_what_stands_in_the_nominative_is_not_always_the_subject(
    analyzer: Analyzer, text: str, role: Role
) -> None:
    """The line above says who acts."""
    _, frames = read(analyzer, text)
    assert frames[-1].actor.role is role


def test_an_item_ends_in_each_of_its_coordinated_deeds(analyzer: Analyzer) -> None:
    """«сұратуға және алуға»: the first deed is no less a power."""
    text = "5. Қордың мыналарға құқығы бар:\n1) құжаттарды сұратуға және алуға;"
    _, frames = read(analyzer, text)
    assert "demand" in {action for frame in frames for action in frame.actions}


def test_a_participle_behind_a_converb_describes(analyzer: Analyzer) -> None:
    """«сұратылып отырған ақпарат»: nobody demands anything by it."""
    _, frames = read(analyzer, "Сұратылып отырған ақпарат құпия болса, қор ескертеді.")
    assert all("demand" not in frame.actions for frame in frames)


def test_what_somebody_does_of_his_own_is_his(analyzer: Analyzer) -> None:
    """«архив өз қызметін тоқтатқан нотариустың құжаттарын қабылдайды»."""
    _, frames = read(analyzer, "Архив өз қызметін тоқтатқан нотариустың құжаттарын қабылдайды.")
    assert all("revoke" not in frame.actions for frame in frames)


def test_a_converb_before_a_comma_is_a_deed_of_its_own(analyzer: Analyzer) -> None:
    """«тексеріп, нұсқама береді»: what was checked is not what the paper is about."""
    _, found = read(analyzer, "Департамент бағаның сақталуын тексеріп, нұсқама береді.")
    assert [frame.actions for frame in found] == [("inspect",), ("sanction",)]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Бөлім өтінімді қарап, тұрғын ұсынған алаңды тізбеге қоса алады.", Role.AUTHORITY),
        ("Басқарма бекіткен тізім бойынша кәсіпкер жарна төлейді.", Role.PRIVATE),
        ("Комиссия келіп түскен өтінімді қарайды.", Role.COMMISSION),
        ("Кезек тізімі әкімдік қызметкерімен бекітіледі.", Role.OFFICIAL),
        ("Жол бөлу жоспары инспекциямен келісіледі.", Role.UNSTATED),
        ("Жеңімпаздың атынан әкімдікпен шарт жасалады.", Role.UNSTATED),
    ],
    ids=[
        "what a resident offered is added by the office",
        "what the office approved is paid by others",
        "what came by itself was made by nobody named",
        "done by whoever stands in the instrumental",
        "agreed with somebody is not done by him",
        "nor is a contract with him",
    ],
)
def test_a_name_beside_a_participle_or_in_the_instrumental(
    analyzer: Analyzer, text: str, role: Role
) -> None:
    """Who did the thing told of is not who acts on it; who acts may stand in the instrumental."""
    _, frames = read(analyzer, text)
    assert frames[-1].actor.role is role
