"""Addresses of what an amendment changes: «пункт 2 статьи 5 Закона …», «…Заңының 5-бабының …»."""

from __future__ import annotations

from riskscan.structure.address import KAZAKH_PARAGRAPHS, KAZAKH_UNITS, RUSSIAN_UNITS
from riskscan.structure.model import ProvisionKind
from riskscan.structure.ordinals import ordinal
from riskscan.structure.targets import Target

_BY_WORD = {
    ProvisionKind.PART: (("часть", "части"), True),
    ProvisionKind.INDENT: (("абзац", "абзаца"), False),
}
_GENITIVES = (("ая", "ой"), ("тья", "тьей"), ("тий", "тьего"), ("ый", "ого"), ("ой", "ого"))


def cite_target(target: Target, language: str) -> str:
    """The address in "ru" or "kk"."""
    return _russian(target) if language == "ru" else _kazakh(target)


def cite_unit(kind: ProvisionKind, number: str, language: str) -> str:
    """One unit by itself, in "ru", "kk" or "en": «пункт 5», «5-тармақ»."""
    if language == "en":
        return f"{kind.value} {number}".strip()
    if language == "ru":
        return _russian_unit(kind, number, owned=False)
    return _kazakh_unit(kind, number, 0)


def _russian(target: Target) -> str:
    words = [
        _russian_unit(kind, number, owned=bool(place))
        for place, (kind, number) in enumerate(reversed(target.steps))
    ]
    if target.act is not None:
        words.append(target.act.ru)
    return " ".join(words)


def _russian_unit(kind: ProvisionKind, number: str, *, owned: bool) -> str:
    if kind not in _BY_WORD:
        return RUSSIAN_UNITS[kind][owned].format(n=number, name="").strip()
    forms, feminine = _BY_WORD[kind]
    if not number.isdecimal():
        return f"{forms[owned]} {number}".strip()
    nominative = ordinal(int(number), "ru", feminine=feminine)
    return f"{forms[owned]} {_genitive(nominative) if owned else nominative}"


def _genitive(nominative: str) -> str:
    for ending, genitive in _GENITIVES:
        if nominative.endswith(ending):
            return nominative.removesuffix(ending) + genitive
    return nominative


def _kazakh(target: Target) -> str:
    words = [target.act.kk] if target.act is not None else []
    for place, (kind, number) in enumerate(target.steps):
        form = 2 * bool(words) + (place < len(target.steps) - 1)
        words.append(_kazakh_unit(kind, number, form))
    return " ".join(words)


def _kazakh_unit(kind: ProvisionKind, number: str, form: int) -> str:
    if kind not in _BY_WORD:
        template = KAZAKH_UNITS[kind][form]
        return template.format(n=number) if number else template.replace("{n}-", "")
    counted = ordinal(int(number), "kk") if number.isdecimal() else number
    return KAZAKH_PARAGRAPHS[kind is ProvisionKind.PART][form].format(n=counted).strip()
