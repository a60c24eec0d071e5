"""Russian citations: units from small to large, the act last."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace

from riskscan.structure.citation_steps import (
    QUOTED,
    Citation,
    Step,
    chained,
    combined,
    is_larger,
    numbers_in,
    title_in,
)
from riskscan.structure.model import ProvisionKind
from riskscan.structure.ordinals import ORDINAL_RU
from riskscan.text import Span

_UNITS = {
    r"подпункт(?:ам[и]?|ах|ов|ом|[аеуы])?|подп\.|пп\.": ProvisionKind.SUBPOINT,
    r"пункт(?:ам[и]?|ах|ов|ом|[аеуы])?|п\.": ProvisionKind.POINT,
    r"част(?:ями|ям|ях|ью|ей|[ьи])|ч\.": ProvisionKind.PART,
    r"абзац(?:ам[и]?|ах|ев|ем|[аеуы])?|абз\.": ProvisionKind.INDENT,
    r"стат(?:ьями|ьям|ьях|ь[её]й|ей|ь[яиею])|ст\.": ProvisionKind.ARTICLE,
    r"глав(?:ами|ам|ах|ой|[аыеу])?|гл\.": ProvisionKind.CHAPTER,
    r"параграф(?:ам[и]?|ах|ов|ом|[аеуы])?": ProvisionKind.PARAGRAPH,
    r"подраздел(?:ам[и]?|ах|ов|ом|[аеуы])?": ProvisionKind.SUBSECTION,
    r"раздел(?:ам[и]?|ах|ов|ом|[аеуы])?": ProvisionKind.SECTION,
    r"приложени(?:ями|ям|ях|ем|[яюейи])": ProvisionKind.ANNEX,
}
_KINDS = tuple((re.compile(rf"(?:{forms})\Z", re.I), kind) for forms, kind in _UNITS.items())
_NAMES = "|".join(_UNITS)
_ONE = r"(?:№\s?)?(?:\d{1,4}(?:-\d{1,3})*(?:\.\d{1,3})*\)?(?![\d%])|[а-яё]\)|[IVX]+\b)"
_JOIN = r"(?:\s*,\s*|\s*[–—-]\s*|\s+(?:и|или|либо)\s+|\s*,\s*(?:и|или)\s+)"
_NUMBERS = rf"{_ONE}(?:{_JOIN}{_ONE})*"
_ORDINALS = rf"(?:{ORDINAL_RU})(?:{_JOIN}(?:{ORDINAL_RU}))*"
_STEP = re.compile(
    rf"(?<![\w-])(?:(?P<this>настоящ\w+)\s+(?P<here>{_NAMES})(?!\w)(?!\s+{_ONE})"
    rf"|(?P<unit>{_NAMES})(?!\w)\s*(?P<numbers>{_NUMBERS}|{_ORDINALS})"
    rf"|(?P<annex>приложени(?:ем|[юя]))(?=\s+к\s))",
    re.I,
)
_ACT_NOUNS = (
    "Закон|закон|Кодекс|кодекс|Конституци|Правил|правил|Положени|положени|Инструкци|инструкци"
    "|Методик|методик|Стандарт|стандарт|Регламент|регламент|Требовани|требовани|Порядк|порядк"
    "|Устав|устав|Приказ|приказ|Постановлени|постановлени|Решени|решени|Указ|указ|Договор|договор"
    "|Соглашени|соглашени|[Кк]онвенци|[Дд]еклараци|Перечн|перечн|План|Программ|[Кк]лассификатор"
    "|Критери"
)
_ACT = re.compile(
    rf"\s+(?:к\s+)?(?:(?P<this>настоящ\w+|данн\w+)\s+|(?P<that>указанн\w+|этого|этой|этих|названн\w+"
    rf"|вышеуказанн\w+)\s+)?(?P<name>(?:[А-ЯЁ][а-яё-]+(?:ого|его|ой|ому|ему|ых|их|ым|ом)\s+)?"
    rf"(?:[а-яё]+(?:-[а-яё]+)*(?:ого|его|ому|ых|их)\s+){{0,2}}(?:{_ACT_NOUNS})[а-яё]*"
    rf"(?:\s+Республики\s+Казахстан)?(?:\s+от\s+\d[^«\"“,;]{{3,40}}?(?=\s*[«\"“]))?"
    rf"(?:\s*{QUOTED})?|(?!РК\b)(?:Ко)?[А-ЯЁ]{{2,5}}\b)"
)
_PLURAL = re.compile(r"(?:ы|ов|ам|ами|ах|ями|ям|ях|(?<!ь)ей)$", re.I)
_WIDEST = 4  # blanks between the steps of a citation
_LISTED = re.compile(r"\s*,?\s*(?:и|или|либо|а также)?\s*")
_LONE_ACT = re.compile(
    rf"(?<!\w)(?:(?P<this>настоящ\w+)\s+(?:{_ACT_NOUNS})[а-яё]*"
    rf"|(?:Закон|Кодекс|кодекс|Конституционн\w+ закон)[а-яё]*\s+Республики\s+Казахстан"
    rf"(?:\s+от\s+\d[^«\"“,;]{{3,40}}?)?\s*(?P<title>{QUOTED})"
    rf"|(?P<code>[А-ЯЁ][а-яё]+(?:-[а-яё]+)?(?:ым|ого|ому|ом|ий|ый)\s+(?:[а-яё-]+(?:ым|ого|ому|ом)\s+)?"
    rf"кодекс[а-яё]*(?:\s+Республики\s+Казахстан)?))"
)
_BARE_INSTRUMENT = re.compile(
    r"(?:Типовых |Санитарных )?"
    r"(?:Правил|Положени|Инструкци|Методик|Стандарт|Регламент|Требовани|правил)[а-яё]*"
)
# «Правил ведения реестра, утверждённых приказом Министра …»: rules of another act
_APPROVED_ELSEWHERE = re.compile(
    rf"(?:[^.;,\n«\"“]|{QUOTED}){{0,200}},?\s+утвержд[её]нн\w+\s+(?!настоящ|данн)"
    r"(?:[а-яё-]+\s+){0,2}?(?:приказ|постановлени|указ|решени|распоряжени|закон)",
    re.I,
)


@dataclass(frozen=True, slots=True)
class _Owner:
    """Whose provision is cited, and where the expression ends."""

    internal: bool | None
    title: str | None
    end: int


def russian(text: str, start: int, end: int) -> Iterator[Citation]:
    """The Russian citations in ``text[start:end]``."""
    steps = [_step(found) for found in _STEP.finditer(text, start, end)]
    chains = list(chained(steps, lambda last, step: _follows(text, last, step)))
    owners = [_owner(text, chain, end) for chain in chains]
    for place in range(len(chains) - 2, -1, -1):  # «пунктом 1 статьи 2 и статьей 3 Закона»
        between = text[owners[place].end : chains[place + 1][0].start]
        if owners[place].internal is None and _LISTED.fullmatch(between):
            owners[place] = replace(owners[place + 1], end=owners[place].end)
    taken = []
    for chain, owner in zip(chains, owners, strict=True):
        taken.append(Span(chain[0].start, owner.end))
        yield from combined(taken[-1], reversed(chain), owner.internal, owner.title)
    yield from _whole_acts(text, start, end, taken)


def _step(found: re.Match[str]) -> Step:
    if found["annex"]:
        return Step(ProvisionKind.ANNEX, ("",), False, found.start(), found.end())
    word = found["here"] or found["unit"]
    kind = next(kind for forms, kind in _KINDS if forms.match(word))
    if found["here"]:
        return Step(kind, ("",), True, found.start(), found.end())
    if kind is ProvisionKind.POINT and ")" in found["numbers"]:
        kind = ProvisionKind.SUBPOINT  # in codes the parts have points «1)»
    numbers = numbers_in(found["numbers"], plural=bool(_PLURAL.search(word)))
    return Step(kind, numbers, False, found.start(), found.end())


def _follows(text: str, last: Step, step: Step) -> bool:
    """«подпунктом 3) пункта 12»: nothing between, and the next unit is larger."""
    between = text[last.end : step.start]
    return 0 < len(between) <= _WIDEST and between.isspace() and is_larger(step.kind, last.kind)


def _owner(text: str, chain: list[Step], end: int) -> _Owner:
    last = chain[-1].end
    if chain[-1].here:
        return _Owner(internal=True, title=None, end=last)
    tail = _ACT.match(text, last, end)
    if tail is None:
        return _Owner(internal=None, title=None, end=last)
    if tail["this"]:
        return _Owner(internal=True, title=None, end=tail.end())
    bare = not tail["that"] and _BARE_INSTRUMENT.fullmatch(tail["name"])
    if bare and not _APPROVED_ELSEWHERE.match(text, tail.end(), end):
        return _Owner(internal=None, title=None, end=tail.end())  # «пункта 12 Правил»
    return _Owner(internal=False, title=title_in(tail["name"]), end=tail.end())


def _whole_acts(text: str, start: int, end: int, taken: list[Span]) -> Iterator[Citation]:
    """«настоящими Правилами», «Законом Республики Казахстан «О …»» outside other citations."""
    ends = [span.end for span in taken]
    for found in _LONE_ACT.finditer(text, start, end):
        span = Span(*found.span())
        place = bisect_left(ends, span.start + 1)
        if place < len(taken) and taken[place].overlaps(span):
            continue
        if found["this"]:
            yield Citation(span, (), internal=True)
        else:
            yield Citation(span, (), internal=False, act_title=title_in(found.group()))
