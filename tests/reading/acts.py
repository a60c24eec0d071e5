"""One short act in two languages, with risks at known places: every format must find them there."""

from __future__ import annotations

from riskscan.analysis import Analyzer, Finding
from riskscan.text import Document

TITLE_RU = "Правила выдачи пропусков на склады временного хранения"
RUSSIAN = (
    "Глава 1. Общие положения",
    "1. Настоящие Правила определяют порядок выдачи пропусков на склады временного хранения.",
    "2. Пропуск выдает управление складского хозяйства (далее – управление).",
    "Глава 2. Порядок выдачи пропусков",
    "3. Заявитель подает в управление заявление через портал.",
    "4. Управление рассматривает заявление в течение пяти рабочих дней.",
    "5. Срок рассмотрения заявления может быть продлен руководителем управления.",
    "6. Управление отказывает в выдаче пропуска в случаях:",
    "1) представления недостоверных сведений;",
    "2) наличия иных причин по усмотрению управления.",
    "7. Пропуск действует один год.",
    "8. При необходимости управление запрашивает у заявителя дополнительные документы.",
    "9. Решение управления обжалуется в суде.",
)
TITLE_KK = "Уақытша сақтау қоймаларына рұқсаттама беру қағидалары"
KAZAKH = (
    "1-тарау. Жалпы ережелер",
    "1. Осы Қағидалар уақытша сақтау қоймаларына рұқсаттама беру тәртібін айқындайды.",
    "2. Рұқсаттаманы қойма шаруашылығы басқармасы (бұдан әрі – басқарма) береді.",
    "2-тарау. Рұқсаттама беру тәртібі",
    "3. Өтініш беруші басқармаға портал арқылы өтініш береді.",
    "4. Басқарма өтінішті бес жұмыс күні ішінде қарайды.",
    "5. Өтінішті қарау мерзімін басқарма басшысы ұзарта алады.",
    "6. Басқарма мынадай жағдайларда рұқсаттама беруден бас тартады:",
    "1) дұрыс емес мәліметтер ұсынылса;",
    "2) басқарманың қалауы бойынша өзге де себептер болса.",
    "7. Рұқсаттама бір жыл бойы қолданылады.",
    "8. Қажет болған жағдайда басқарма өтініш берушіден қосымша құжаттар сұратады.",
    "9. Басқарманың шешіміне сотта шағым жасалады.",
)
ACTS = {"ru": (TITLE_RU, RUSSIAN), "kk": (TITLE_KK, KAZAKH)}

FOUND = {
    ("deadline-extension", ("point:5",)),
    ("refusal-grounds-open", ("point:6", "subpoint:2")),
    ("discretion-wide", ("point:6", "subpoint:2")),
    ("extra-documents", ("point:8",)),
}


def text_of(language: str) -> str:
    """The act as plain text."""
    title, lines = ACTS[language]
    return "\n".join((title, *lines)) + "\n"


def findings(analyzer: Analyzer, document: Document) -> tuple[Finding, ...]:
    """The findings, each of them proven to quote the document."""
    found = analyzer.analyze(document).findings
    assert all(document.text[each.start : each.end] == each.quote for each in found)
    return tuple(found)


def places(analyzer: Analyzer, document: Document) -> set[tuple[str, tuple[str, ...]]]:
    """Each finding's factor and address."""
    return {(each.factor, tuple(each.provision.path)) for each in findings(analyzer, document)}
