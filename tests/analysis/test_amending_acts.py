"""Amending drafts: old words never fire, new ones do, with the place they will have."""

from __future__ import annotations

from textwrap import dedent

import pytest

from riskscan.analysis import Analyzer, Finding
from riskscan.structure import parse
from riskscan.structure.model import ZoneKind
from riskscan.text import Document

RU = dedent("""\
    О внесении изменений и дополнений в Закон Республики Казахстан «О маяках»
    Статья 1. Внести в Закон Республики Казахстан «О маяках» следующие изменения и дополнения:
    1) в статье 3:
    пункт 2 изложить в следующей редакции:
    «2. Уполномоченный орган вправе отказать в выдаче пропуска в иных случаях.»;
    в пункте 4 слова «вправе отказать в иных случаях» исключить;
    2) статью 4 дополнить пунктом 5-1 следующего содержания:
    «5-1. Уполномоченный орган:
    1) ведет журнал посещений;
    2) вправе отказать в выдаче пропуска в иных случаях.»;
    3) в подпункте 2) пункта 1 статьи 6 слова «три дня» заменить словами «пять дней»;
    4) абзац второй пункта 3 статьи 7 изложить в следующей редакции:
    «Уполномоченный орган вправе отказать в выдаче пропуска в иных случаях.»;
    5) дополнить статьёй 8-1 следующего содержания:
    «Статья 8-1. Ночной вход
    1. Ночной вход разрешает смотритель порта.
    2. Уполномоченный орган вправе отказать в выдаче пропуска в иных случаях.»;
    6) пункт 4 статьи 9 исключить;
    7) статью 10 признать утратившей силу;
    8) в статье 11 слова «начальник вправе», «начальники вправе» заменить соответственно \
    словами «смотритель», «смотрители»;
    9) в пункте 2 статьи 12 после слов «срок проверки» дополнить словами \
    «, который руководитель уполномоченного органа вправе продлить»;
    10) исключить слова «в иных случаях» в статье 13;
    11) по всему тексту слова «при необходимости» исключить;
    12) в статье 14:
    в части первой цифры «30» заменить цифрами «20»;
    часть вторую исключить;
    подпункт 3) пункта 2 изложить в новой редакции: «3) уполномоченный орган вправе отказать \
    в выдаче пропуска в иных случаях;»; подпункт 4) исключить;
    13) в заголовке статьи 15 слова «в иных случаях» исключить;
    14) в пункте 1 статьи 16 после слова «орган» дополнить словами «, при необходимости,».
    Статья 2. Настоящий Закон вводится в действие со дня опубликования.
    """)
RU_TARGETS = [
    "пункт 2 статьи 3",
    "подпункт 2) пункта 5-1 статьи 4",
    "абзац второй пункта 3 статьи 7",
    "пункт 2 статьи 8-1",
    "пункт 2 статьи 12",
    "подпункт 3) пункта 2 статьи 14",
]
KK = dedent("""\
    «Шамшырақтар туралы» Қазақстан Республикасының Заңына өзгерістер мен толықтырулар енгізу туралы
    1-бап. «Шамшырақтар туралы» Қазақстан Республикасының Заңына мынадай өзгерістер мен \
    толықтырулар енгізілсін:
    1) 3-бапта:
    2-тармақ мынадай редакцияда жазылсын:
    «2. Уәкілетті орган өзге де жағдайларда рұқсат беруден бас тартуға құқылы.»;
    4-тармақтағы «өзге де жағдайларда бас тартуға құқылы» деген сөздер алып тасталсын;
    2) 4-бап мынадай мазмұндағы 5-1-тармақпен толықтырылсын:
    «5-1. Уәкілетті орган:
    1) келушілер журналын жүргізеді;
    2) өзге де жағдайларда рұқсат беруден бас тартуға құқылы.»;
    3) 6-баптың 1-тармағының 2) тармақшасында «үш күн» деген сөздер «бес күн» деген сөздермен \
    ауыстырылсын;
    4) 7-баптың 3-тармағының екінші абзацы мынадай редакцияда жазылсын:
    «Уәкілетті орган өзге де жағдайларда рұқсат беруден бас тартуға құқылы.»;
    5) мынадай мазмұндағы 8-1-баппен толықтырылсын:
    «8-1-бап. Түнгі кіру
    1. Түнгі кіру журналға жазылады.
    2. Уәкілетті орган өзге де жағдайларда рұқсат беруден бас тартуға құқылы.»;
    6) 9-баптың 4-тармағы алып тасталсын;
    7) 10-баптың күші жойылды деп танылсын;
    8) 11-бапта «бастық құқылы», «бастықтар құқылы» деген сөздер тиісінше «күзетші», «күзетшілер» \
    деген сөздермен ауыстырылсын;
    9) 12-баптың 2-тармағы «тексеру мерзімі» деген сөздерден кейін «, оны уәкілетті органның \
    басшысы ұзартуға құқылы» деген сөздермен толықтырылсын;
    10) 13-баптағы «өзге де жағдайларда» деген сөздер алынып тасталсын;
    11) бүкіл мәтін бойынша «қажет болған жағдайда» деген сөздер алып тасталсын;
    12) 14-бапта:
    бірінші бөлікте «30» деген цифрлар «20» деген цифрлармен ауыстырылсын;
    екінші бөлік алып тасталсын;
    2-тармақтың 3) тармақшасы жаңа редакцияда жазылсын: «3) уәкілетті орган өзге де жағдайларда \
    рұқсат беруден бас тартуға құқылы;»; 4) тармақша алып тасталсын;
    13) 15-баптың тақырыбындағы «өзге де жағдайларда» деген сөздер алып тасталсын;
    14) 16-баптың 1-тармағы «орган» деген сөзден кейін «, қажет болған жағдайда,» деген сөздермен \
    толықтырылсын.
    2-бап. Осы Заң алғашқы ресми жарияланған күнінен бастап қолданысқа енгізіледі.
    """)
KK_TARGETS = [
    "3-бабының 2-тармағы",
    "4-бабының 5-1-тармағының 2) тармақшасы",
    "7-бабының 3-тармағының екінші абзацы",
    "8-1-бабының 2-тармағы",
    "12-бабының 2-тармағы",
    "14-бабының 2-тармағының 3) тармақшасы",
]
ACTS = [
    ("ru", RU, [f"{each} Закона Республики Казахстан «О маяках»" for each in RU_TARGETS]),
    ("kk", KK, [f"«Шамшырақтар туралы» Қазақстан Республикасының Заңының {e}" for e in KK_TARGETS]),
]


def findings(analyzer: Analyzer, text: str) -> list[Finding]:
    found = list(analyzer.analyze(Document(text)).findings)
    assert all(text[each.start : each.end] == each.quote for each in found)
    return found


@pytest.mark.parametrize(("language", "text", "targets"), ACTS)
def test_findings_stand_in_new_text_alone(
    analyzer: Analyzer, language: str, text: str, targets: list[str]
) -> None:
    """Each new norm is found under its target; instructions, old and bare new words are not."""
    found = findings(analyzer, text)
    assert list(dict.fromkeys((each.provision.target or {})[language] for each in found)) == targets
    assert all(each.provision.path[0] == "inserted" for each in found)


@pytest.mark.parametrize(("language", "text", "targets"), ACTS)
def test_every_stretch_has_its_zone(language: str, text: str, targets: list[str]) -> None:
    """Quoted old words are replaced, quoted new text inserted, the orders instructions."""
    zones: dict[str, str] = {}
    for zone in parse(Document(text)).zones:
        words = " ".join(zone.span.of(text).split()).strip(" ;")
        zones.setdefault(words, zone.kind.value)
    expected = {
        "ru": {
            "«вправе отказать в иных случаях»": "replaced",
            "«три дня»": "replaced",
            "«пять дней»": "inserted",
            "«начальник вправе»": "replaced",
            "«начальники вправе»": "replaced",
            "«смотрители»": "inserted",
            "«срок проверки»": "replaced",
            "«, который руководитель уполномоченного органа вправе продлить»": "inserted",
            "«при необходимости»": "replaced",
            "«30»": "replaced",
            "«20»": "inserted",
            "«, при необходимости,»": "inserted",
        },
        "kk": {
            "«өзге де жағдайларда бас тартуға құқылы»": "replaced",
            "«үш күн»": "replaced",
            "«бес күн»": "inserted",
            "«бастық құқылы»": "replaced",
            "«бастықтар құқылы»": "replaced",
            "«күзетшілер»": "inserted",
            "«тексеру мерзімі»": "replaced",
            "«, оны уәкілетті органның басшысы ұзартуға құқылы»": "inserted",
            "«қажет болған жағдайда»": "replaced",
            "«30»": "replaced",
            "«20»": "inserted",
            "«, қажет болған жағдайда,»": "inserted",
        },
    }[language]
    assert {words: zones.get(words) for words in expected} == expected
    assert set(zones.values()) == {"heading", "instruction", "inserted", "replaced", "boilerplate"}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (
            "Внести в Правила изменения: в пункте 3 слова «{risky}» заменить словами «{plain}».",
            ("руководитель вправе продлить срок проверки", "срок проверки не продлевается"),
        ),
        (
            "Қағидаларға мынадай өзгеріс енгізілсін: 3-тармақта «{risky}» деген сөздер «{plain}» "
            "деген сөздермен ауыстырылсын.",
            ("басшы тексеру мерзімін ұзартуға құқылы", "тексеру мерзімі ұзартылмайды"),
        ),
    ],
)
def test_the_same_wording_old_and_new(analyzer: Analyzer, old: str, new: tuple[str, str]) -> None:
    """Words that go fire nothing; the same words coming in are found under their target."""
    risky, plain = new
    assert findings(analyzer, "1. " + old.format(risky=risky, plain=plain)) == []
    found = findings(analyzer, "1. " + old.format(risky=plain, plain=risky))
    assert {each.factor for each in found} >= {"deadline-extension"}
    for each in found:
        assert each.provision.target is not None
        assert each.provision.target["ru"].startswith("пункт 3 Правил")


ORDERS = {
    "ru": (
        "1. Внести в Правила изменения: в пункте 3 слова «дает ответ» заменить словами «{new}».",
        "1. Внести в Правила изменения: пункт 3 дополнить словами следующего содержания:\n«{new}».",
    ),
    "kk": (
        "1. Қағидаларға мынадай өзгеріс енгізілсін: 3-тармақта «жауап береді» деген сөздер «{new}» "
        "деген сөздермен ауыстырылсын.",
        "1. Қағидаларға мынадай өзгеріс енгізілсін: 3-тармақ мынадай мазмұндағы сөздермен "
        "толықтырылсын:\n«{new}».",
    ),
}
WHOLE = {
    "ru": "1. Внести в Правила изменения: пункт 3 изложить в следующей редакции:\n«3. {new}.».",
    "kk": "1. Қағидаларға мынадай өзгеріс енгізілсін: 3-тармақ мынадай редакцияда жазылсын:\n"
    "«3. {new}.».",
}


@pytest.mark.parametrize("order", [0, 1])
@pytest.mark.parametrize(
    ("language", "new", "rule"),
    [
        ("ru", "Управление рассматривает заявку", "deadline-missing.decision"),
        ("ru", "Комиссия отказывает в выдаче пропуска", "refusal-grounds-open.no-grounds"),
        ("ru", "Руководитель вправе продлить срок проверки", "deadline-extension.unbounded"),
        ("kk", "Басқарма өтінімді қарайды", "deadline-missing.decision"),
        ("kk", "Комиссия рұқсатнама беруден бас тартады", "refusal-grounds-open.no-grounds"),
        ("kk", "Басшы тексеру мерзімін ұзартуға құқылы", "deadline-extension.unbounded"),
    ],
)
def test_nothing_is_proven_absent_from_new_words_alone(
    analyzer: Analyzer, language: str, new: str, rule: str, order: int
) -> None:
    """The term or the ground may stand in the rest of the norm, which is not here."""
    words = new[0].lower() + new[1:]
    (found,) = (
        each
        for each in findings(analyzer, ORDERS[language][order].format(new=words))
        if each.rule == rule
    )
    verdicts = {each.verdict for each in found.evidence if each.role == "lacks"}
    assert (found.tier, "unknown" in verdicts) == (2, True)
    plain = findings(analyzer, f"3. {new}.")
    assert [each.tier for each in plain if each.rule == rule] == [1]


@pytest.mark.parametrize(
    ("language", "new", "rule"),
    [
        (
            "ru",
            "при необходимости комиссия вызывает заявителя",
            "discretion-wide.if-necessary",
        ),
        ("ru", "управление запрашивает у заявителя иные документы", "extra-documents.demand"),
        (
            "kk",
            "қажет болған жағдайда комиссия өтініш берушіні шақырады",
            "discretion-wide.if-necessary",
        ),
        ("kk", "басқарма өтініш берушіден өзге де құжаттарды сұратады", "extra-documents.demand"),
    ],
)
def test_risky_words_are_risky_without_the_rest(
    analyzer: Analyzer, language: str, new: str, rule: str
) -> None:
    """What the words themselves say needs no other words to be seen."""
    found = findings(analyzer, ORDERS[language][0].format(new=new))
    assert [each.tier for each in found if each.rule == rule] == [1]


@pytest.mark.parametrize(
    ("language", "new"),
    [
        ("ru", "Комиссия отказывает в выдаче пропуска по своему усмотрению"),
        ("kk", "Комиссия өз қалауы бойынша рұқсатнама беруден бас тартады"),
    ],
)
def test_a_provision_in_full_is_no_fragment(language: str, new: str) -> None:
    """A new edition of a point holds all of it; words put into a point hold only themselves."""
    for order, fragment in ((WHOLE[language], False), (ORDERS[language][0], True)):
        act = parse(Document(order.format(new=new)))
        inserted = [each for each in act.provisions if each.zone is ZoneKind.INSERTED]
        assert [each.fragment for each in inserted] == [fragment]


def test_no_target_outside_amendments(analyzer: Analyzer) -> None:
    """An ordinary norm amends nothing."""
    (found, *_) = findings(analyzer, "1. Руководитель вправе продлить срок проверки.")
    assert found.provision.target is None


@pytest.mark.parametrize("words", ["«», «»", "«,»", "«", "«вправе", "»", "«вправе» «»"])
def test_scraps_in_quotes(analyzer: Analyzer, words: str) -> None:
    """Whatever stands in the quotes of new words, nothing breaks."""
    analyzer.analyze(Document(f"1. В пункте 2 слова «три дня» заменить словами {words};"))
