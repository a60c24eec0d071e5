"""Citations: «подпунктом 3) пункта 12 настоящих Правил», «12-тармақтың 3) тармақшасы».

Russian names units from small to large and the act last; Kazakh the other way round. Both become
the same steps, from large to small. Forms of citation: Law 480-V "On legal acts", articles 23, 25.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import product

from riskscan.structure.model import ProvisionKind
from riskscan.structure.numbering import normal
from riskscan.structure.ordinals import ORDINAL_KK, ORDINAL_RU, ordinal_number
from riskscan.text import Span

_MOST = 100  # targets of one expression: «пункты 1–99»


@dataclass(frozen=True, slots=True)
class Citation:
    """One cited provision.

    ``steps`` go from large to small; a number "" is the unit the citation itself stands in
    («настоящей статьи»), or for an annex the only one. A «часть» is a PART step: the paragraph of
    a point or the numbered part of an article, as the act has it. ``internal`` is True when the
    text says «настоящий», False when it names another act, None when it names none.
    """

    span: Span
    steps: tuple[tuple[ProvisionKind, str], ...]
    internal: bool | None
    act_title: str | None = None


_UNITS_RU = {
    r"подпункт(?:ам[и]?|ах|ов|ом|[аеуы])?|подп\.|пп\.": ProvisionKind.SUBPOINT,
    r"пункт(?:ам[и]?|ах|ов|ом|[аеуы])?|п\.": ProvisionKind.POINT,
    r"част(?:ями|ям|ях|ью|ей|[ьи])|ч\.": ProvisionKind.PART,
    r"абзац(?:ам[и]?|ах|ев|ем|[аеуы])?|абз\.": ProvisionKind.INDENT,
    r"стат(?:ьями|ьям|ьях|ьей|ей|ь[яиею])|ст\.": ProvisionKind.ARTICLE,
    r"глав(?:ами|ам|ах|ой|[аыеу])?|гл\.": ProvisionKind.CHAPTER,
    r"параграф(?:ам[и]?|ах|ов|ом|[аеуы])?": ProvisionKind.PARAGRAPH,
    r"подраздел(?:ам[и]?|ах|ов|ом|[аеуы])?": ProvisionKind.SUBSECTION,
    r"раздел(?:ам[и]?|ах|ов|ом|[аеуы])?": ProvisionKind.SECTION,
    r"приложени(?:ями|ям|ях|ем|[яюейи])": ProvisionKind.ANNEX,
}
_KINDS_RU = tuple((re.compile(rf"(?:{forms})\Z", re.I), kind) for forms, kind in _UNITS_RU.items())
_NAMES_RU = "|".join(_UNITS_RU)
_ONE = r"(?:№\s?)?(?:\d{1,4}(?:-\d{1,3})*(?:\.\d{1,3})*\)?(?![\d%])|[а-яё]\)|[IVX]+\b)"
_JOIN = r"(?:\s*,\s*|\s*[–—-]\s*|\s+(?:и|или|либо)\s+|\s*,\s*(?:и|или)\s+)"
_NUMBERS_RU = rf"{_ONE}(?:{_JOIN}{_ONE})*"
_ORDINALS_RU = rf"(?:{ORDINAL_RU})(?:{_JOIN}(?:{ORDINAL_RU}))*"
_STEP_RU = re.compile(
    rf"(?<![\w-])(?:(?P<this>настоящ\w+)\s+(?P<here>{_NAMES_RU})(?!\w)(?!\s+{_ONE})"
    rf"|(?P<unit>{_NAMES_RU})(?!\w)\s*(?P<numbers>{_NUMBERS_RU}|{_ORDINALS_RU})"
    rf"|(?P<annex>приложени(?:ем|[юя]))(?=\s+к\s))",
    re.I,
)
_TITLE = r"(?:«[^»]{2,400}»{1,2}|\"[^\"]{2,400}\"|“[^”]{2,400}”)"
_ACT_NOUNS = (
    "Закон|закон|Кодекс|кодекс|Конституци|Правил|правил|Положени|положени|Инструкци|инструкци"
    "|Методик|методик|Стандарт|стандарт|Регламент|регламент|Требовани|требовани|Порядк|порядк"
    "|Устав|устав|Приказ|приказ|Постановлени|постановлени|Решени|решени|Указ|указ|Договор|договор"
    "|Соглашени|соглашени|[Кк]онвенци|[Дд]еклараци|Перечн|перечн|План|Программ|Классификатор|классификатор|Критери"
)
_ACT_RU = re.compile(
    rf"\s+(?:к\s+)?(?:(?P<this>настоящ\w+|данн\w+)\s+|(?P<that>указанн\w+|этого|этой|этих|названн\w+"
    rf"|вышеуказанн\w+)\s+)?(?P<name>(?:[А-ЯЁ][а-яё-]+(?:ого|его|ой|ому|ему|ых|их|ым|ом)\s+)?"
    rf"(?:[а-яё]+(?:-[а-яё]+)*(?:ого|его|ому|ых|их)\s+){{0,2}}(?:{_ACT_NOUNS})[а-яё]*"
    rf"(?:\s+Республики\s+Казахстан)?(?:\s+от\s+\d[^«\"“,;]{{3,40}}?(?=\s*[«\"“]))?"
    rf"(?:\s*{_TITLE})?|(?!РК\b)(?:Ко)?[А-ЯЁ]{{2,5}}\b)"
)
_PLURAL_RU = re.compile(r"(?:ы|ов|ам|ами|ах|ями|ям|ях|(?<!ь)ей)$", re.I)
_LISTED = re.compile(r"\s*,?\s*(?:и|или|либо|а также)?\s*")
_LONE_ACT_RU = re.compile(
    rf"(?<!\w)(?:(?P<this>настоящ\w+)\s+(?:{_ACT_NOUNS})[а-яё]*"
    rf"|(?:Закон|Кодекс|кодекс|Конституционн\w+ закон)[а-яё]*\s+Республики\s+Казахстан"
    rf"(?:\s+от\s+\d[^«\"“,;]{{3,40}}?)?\s*(?P<title>{_TITLE})"
    rf"|(?P<code>[А-ЯЁ][а-яё]+(?:-[а-яё]+)?(?:ым|ого|ому|ом|ий|ый)\s+(?:[а-яё-]+(?:ым|ого|ому|ом)\s+)?"
    rf"кодекс[а-яё]*(?:\s+Республики\s+Казахстан)?))"
)

_UNITS_KK = {
    "тармақша": ProvisionKind.SUBPOINT,
    "тармақ": ProvisionKind.POINT,
    "тармағ": ProvisionKind.POINT,
    "бап": ProvisionKind.ARTICLE,
    "баб": ProvisionKind.ARTICLE,
    "бөлік": ProvisionKind.PART,
    "бөліг": ProvisionKind.PART,
    "абзац": ProvisionKind.INDENT,
    "азатжол": ProvisionKind.INDENT,
    "тарау": ProvisionKind.CHAPTER,
    "параграф": ProvisionKind.PARAGRAPH,
    "бөлім": ProvisionKind.SECTION,
    "қосымша": ProvisionKind.ANNEX,
}
_NAMES_KK = "|".join(_UNITS_KK)
_JOIN_KK = r"(?:\s*,\s*|\s*[–—]\s*|\s+(?:және|немесе|мен)\s+)"
_ONE_KK = r"(?:\d{1,4}(?:-\d{1,3})?\)?(?:-)?|[а-я]\))"
_STEP_KK = re.compile(
    rf"(?<![\w-])(?:осы\s+(?P<here>{_NAMES_KK})\w*"
    rf"|(?P<ordinals>(?:{ORDINAL_KK})(?:{_JOIN_KK}(?:{ORDINAL_KK}))*)\s+(?P<ordunit>бөлі[кг]|абзац)\w*"
    rf"|(?P<numbers>{_ONE_KK}(?:{_JOIN_KK}{_ONE_KK})*)\s?-?(?P<unit>{_NAMES_KK})\w*)",
    re.I,
)
_ACT_NOUNS_KK = (
    "Заң|[Кк]одекс|Конституция|Қағида|қағида|Ереже|ереже|Нұсқаулық|нұсқаулық|Әдістеме|әдістеме"
    "|Стандарт|стандарт|бұйрық|бұйрығ|қаулы|шешім|Жарлы|Талаптар"
)
_ACT_KK = re.compile(
    rf"(?:(?P<this>осы)\s+|(?P<that>көрсетілген|аталған)\s+|(?P<title>{_TITLE})\s+"
    rf"(?:Қазақстан\s+Республикасы(?:ның)?\s+(?:[\w.-]+\s+){{0,3}})?)?"
    rf"(?P<name>(?:[А-ЯӘҒҚҢӨҰҮҺІ]\w+\s+){{0,3}}?(?:{_ACT_NOUNS_KK})\w*)\s+$",
)
_STATUTE_KK = re.compile("Заң|[Кк]одекс|Конституция")
_BEFORE = 300  # characters before a Kazakh citation in which its act is named
_SEPARATOR = re.compile(r"[\s,]{1,4}")
_NUMBER = re.compile(r"\d{1,4}(?:-\d{1,3})*(?:\.\d{1,3})*|[а-яё](?=\))|[IVX]+")
_RANGE = re.compile(r"(\d{1,4})\)?\s*[–—-]\s*(\d{1,4})\)?")


@dataclass(frozen=True, slots=True)
class _Step:
    kind: ProvisionKind
    numbers: tuple[str, ...]
    here: bool
    start: int
    end: int


def find_citations(text: str, start: int, end: int) -> list[Citation]:
    """The citations in ``text[start:end]`` in text order; one for each provision cited."""
    russian = list(_russian(text, start, end))
    kazakh = list(_kazakh(text, start, end))
    return sorted(russian + kazakh, key=lambda citation: citation.span)


def _russian(text: str, start: int, end: int) -> Iterator[Citation]:
    chains = list(_chains(text, [_step_ru(found) for found in _STEP_RU.finditer(text, start, end)]))
    owners: list[_Owner] = []
    for chain in chains:
        owners.append(_owner_ru(text, chain, end))
    for place in range(len(chains) - 2, -1, -1):  # «пунктом 1 статьи 2 и статьей 3 Закона»
        between = text[owners[place].end : chains[place + 1][0].start]
        if owners[place].internal is None and _LISTED.fullmatch(between):
            owners[place] = replace(owners[place + 1], end=owners[place].end)
    taken = []
    for chain, owner in zip(chains, owners, strict=True):
        span = Span(chain[0].start, owner.end)
        taken.append(span)
        yield from _citations(span, tuple(reversed(chain)), owner.internal, owner.title)
    yield from _lone_acts(text, start, end, taken)


@dataclass(frozen=True, slots=True)
class _Owner:
    """Whose provision is cited, and where the expression ends."""

    internal: bool | None
    title: str | None
    end: int


def _owner_ru(text: str, chain: list[_Step], end: int) -> _Owner:
    last = chain[-1].end
    if chain[-1].here:
        return _Owner(internal=True, title=None, end=last)
    tail = _ACT_RU.match(text, last, end)
    if tail is None:
        return _Owner(internal=None, title=None, end=last)
    if tail["this"]:
        return _Owner(internal=True, title=None, end=tail.end())
    if _is_bare_instrument(tail):
        return _Owner(internal=None, title=None, end=tail.end())
    return _Owner(internal=False, title=_act_title(tail["name"]), end=tail.end())


def _is_bare_instrument(tail: re.Match[str]) -> bool:
    """«пункта 12 Правил»: the short name most rules give themselves."""
    return not tail["that"] and bool(
        re.fullmatch(
            r"(?:Типовых |Санитарных )?"
            r"(?:Правил|Положени|Инструкци|Методик|Стандарт|Регламент|Требовани|правил)[а-яё]*",
            tail["name"],
        )
    )


def _act_title(name: str) -> str:
    quoted = re.search(_TITLE, name)
    return quoted.group()[1:-1].strip('«»"') if quoted else name.strip()


def _lone_acts(text: str, start: int, end: int, taken: list[Span]) -> Iterator[Citation]:
    """Whole acts: «настоящими Правилами», «Законом Республики Казахстан «О …»»."""
    for found in _LONE_ACT_RU.finditer(text, start, end):
        span = Span(*found.span())
        if any(span.overlaps(other) for other in taken):
            continue
        if found["this"]:
            yield Citation(span, (), internal=True)
        else:
            yield Citation(span, (), internal=False, act_title=_act_title(found.group()))


def _step_ru(found: re.Match[str]) -> _Step:
    if found["annex"]:
        return _Step(ProvisionKind.ANNEX, ("",), False, found.start(), found.end())
    word = found["here"] or found["unit"]
    kind = next(kind for forms, kind in _KINDS_RU if forms.match(word))
    if found["here"]:
        return _Step(kind, ("",), True, found.start(), found.end())
    if kind is ProvisionKind.POINT and ")" in found["numbers"]:
        kind = ProvisionKind.SUBPOINT  # in codes the parts have points «1)»
    numbers = _numbers(found["numbers"], plural=bool(_PLURAL_RU.search(word)))
    return _Step(kind, numbers, False, found.start(), found.end())


def _numbers(written: str, *, plural: bool) -> tuple[str, ...]:
    """The numbers of «1), 2) и 5)», «5–7», «второй и третьей»."""
    numbers: list[str] = []
    if _NUMBER.search(written) is None:
        words = re.findall(rf"(?:{ORDINAL_RU}|{ORDINAL_KK})", written, re.I)
        return tuple(number for word in words if (number := ordinal_number(word)))
    place = 0
    while place < len(written):
        stretch = _RANGE.match(written, place)
        if stretch and _is_range(stretch, plural=plural):
            numbers += map(str, range(int(stretch[1]), int(stretch[2]) + 1))
            place = stretch.end()
            continue
        found = _NUMBER.match(written, place)
        if found:
            numbers.append(normal(found.group()))
            place = found.end()
        else:
            place += 1
    return tuple(numbers)


def _is_range(found: re.Match[str], *, plural: bool) -> bool:
    """«5–7» and «пунктами 5-7» are stretches; «33-1» is an inserted number."""
    first, last = int(found[1]), int(found[2])
    dashed = any(mark in found.group() for mark in "–—)")
    return (dashed or plural) and first < last <= first + _MOST


def _chains(text: str, steps: list[_Step]) -> Iterator[list[_Step]]:
    """Runs of steps with nothing between them, each unit larger than the one before."""
    chain: list[_Step] = []
    for step in steps:
        if chain and not (
            _SEPARATOR.fullmatch(text, chain[-1].end, step.start)
            and "," not in text[chain[-1].end : step.start]
            and _larger(step.kind, chain[-1].kind)
        ):
            yield chain
            chain = []
        chain.append(step)
    if chain:
        yield chain


_SIZES = {
    kind: size
    for size, kind in enumerate(
        (
            ProvisionKind.INDENT,
            ProvisionKind.SUBPOINT,
            ProvisionKind.PART,
            ProvisionKind.POINT,
            ProvisionKind.ARTICLE,
            ProvisionKind.PARAGRAPH,
            ProvisionKind.CHAPTER,
            ProvisionKind.SUBSECTION,
            ProvisionKind.SECTION,
            ProvisionKind.ANNEX,
        )
    )
}
_ANY_ORDER = frozenset({ProvisionKind.PART, ProvisionKind.SUBPOINT, ProvisionKind.POINT})


def _larger(kind: ProvisionKind, than: ProvisionKind) -> bool:
    """«пункта 3 части 2» and «части 2 пункта 3» are both written."""
    if kind is than:
        return False
    return _SIZES[kind] > _SIZES[than] or (kind in _ANY_ORDER and than in _ANY_ORDER)


def _citations(
    span: Span, steps: tuple[_Step, ...], internal: bool | None, title: str | None
) -> Iterator[Citation]:
    """One citation for each combination of the numbers listed."""
    choices = [[(step.kind, number) for number in step.numbers] for step in steps]
    for count, chosen in enumerate(product(*choices)):
        if count == _MOST:
            return
        yield Citation(span, chosen, internal, title)


def _kazakh(text: str, start: int, end: int) -> Iterator[Citation]:
    steps = [_step_kk(found) for found in _STEP_KK.finditer(text, start, end)]
    for chain in _chains_kk(text, steps):
        first = chain[0].start
        head = max(start, first - _BEFORE)
        named = _ACT_KK.search(text[head:first])
        internal: bool | None = True if chain[0].here else None
        title = None
        if named and internal is None:
            first = head + named.start()
            if named["this"]:
                internal = True
            elif named["title"] or named["that"] or _STATUTE_KK.search(named["name"]):
                internal = False
                title = _act_title(named["title"] or named["name"])
        span = Span(first, chain[-1].end)
        yield from _citations(span, tuple(chain), internal, title)


def _step_kk(found: re.Match[str]) -> _Step:
    word = (found["here"] or found["ordunit"] or found["unit"]).lower()
    kind = next(kind for name, kind in _UNITS_KK.items() if word.startswith(name))
    if found["here"]:
        return _Step(kind, ("",), True, found.start(), found.end())
    numbers = _numbers(found["numbers"] or found["ordinals"], plural=False)
    return _Step(kind, numbers, False, found.start(), found.end())


def _chains_kk(text: str, steps: list[_Step]) -> Iterator[list[_Step]]:
    chain: list[_Step] = []
    for step in steps:
        if chain and not (
            text[chain[-1].end : step.start].isspace() and _larger(chain[-1].kind, step.kind)
        ):
            yield chain
            chain = []
        chain.append(step)
    if chain:
        yield chain
