"""The same norm in other words: another authority, number, verb, modal, order.

Each transformation changes only what it can change safely: agreement is kept by staying within a
gender or by leaving alone sentences that would show it, and an ambiguous form is never touched.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from tests.metamorphic.edits import Edit, Edits
from tests.metamorphic.russian import ANALOGUES, cased_like, lemma, readings, same_form, words

_MASCULINE = ("акимат", "комитет", "департамент", "отдел")
_NEUTER = "министерство"
_AUTHORITY = ("уполномоченный", "орган")
# Words whose form shows the gender of the actor.
_SHOWS_GENDER = re.compile(r"\b(он|оно|его|ему|им|котор\w+|сам\w*|должен|должно)\b", re.IGNORECASE)
_SHOWING = {"PRTS", "ADJS", "PRTF", "ADJF"}


def actors(text: str) -> Iterator[Edits]:
    """One authority becomes another, everywhere in the text."""
    for source in (*_MASCULINE, _NEUTER):
        found = [word for word in words(text) if lemma(word[0]) == source]
        if not found:
            continue
        targets: list[tuple[str, ...]] = [(each,) for each in _MASCULINE]
        if source != _NEUTER and all(_free(text, word) for word in found):
            targets.append((_NEUTER,))
        elif source == _NEUTER and not all(_free(text, word) for word in found):
            targets = []
        if all(_unattributed(text, word) for word in found):
            targets.append(_AUTHORITY)
        for target in targets:
            if not any(lemma(word[0]) == target[-1] for word in words(text)):
                yield from _replaced(found, target)


def _replaced(found: list[re.Match[str]], target: tuple[str, ...]) -> Iterator[Edits]:
    edits = []
    for word in found:
        forms = {
            " ".join(form for each in target if (form := _noun_form(reading, each)))
            for reading in readings(word[0])
        }
        if len(forms) != 1 or not (form := forms.pop()) or form.count(" ") < len(target) - 1:
            return
        edits.append(Edit(word.start(), word.end(), cased_like(form, word[0])))
    yield tuple(edits)


def _noun_form(reading: Any, target: str) -> str | None:
    """A noun or its adjective in the number and case of a reading."""
    model = ANALOGUES.get(target, target)
    for base in readings(target):
        if base.normal_form == model and base.tag.POS in {"NOUN", "ADJF", "PRTF"}:
            marks = {reading.tag.number, reading.tag.case}
            if base.tag.POS != "NOUN":
                marks |= {"masc", "inan"} if reading.tag.case == "accs" else {"masc"}
            form = base.inflect(marks)
            return form.word.replace(model, target, 1) if form else None
    return None


def _free(text: str, word: re.Match[str]) -> bool:
    """Whether nothing in the sentence shows the gender of a noun."""
    start = max(text.rfind(mark, 0, word.start()) for mark in (".", ";", "\n")) + 1
    ends = [end for mark in (".", ";", "\n") if (end := text.find(mark, word.end())) >= 0]
    sentence = text[start : min(ends, default=len(text))]
    if _SHOWS_GENDER.search(sentence):
        return False
    gender = {each.tag.gender for each in readings(word[0])}
    return not any(
        each.tag.gender in gender and (each.tag.POS in _SHOWING or each.tag.tense == "past")
        for other in words(sentence)
        for each in readings(other[0])
    )


def _unattributed(text: str, word: re.Match[str]) -> bool:
    """Whether no adjective stands before a noun («местный акимат»)."""
    before = list(words(text[: word.start()]))[-1:]
    return not any(
        each.tag.POS in {"ADJF", "PRTF"} for other in before for each in readings(other[0])
    )


_DIGITS = re.compile(
    r"\b(5|6|7|10|15|20|30)(?= (?:рабочих |календарных |банковских )?(?:дней|часов|месяцев)\b)"
)
_OTHER = {"5": "7", "6": "8", "7": "9", "10": "12", "15": "18", "20": "25", "30": "40"}
_NUMERALS = {
    "пяти": "семи",
    "пять": "семь",
    "семи": "восьми",
    "десяти": "двенадцати",
    "десять": "двенадцать",
    "пятнадцати": "шестнадцати",
    "двадцати": "тридцати",
    "тридцати": "сорока",
}
_SPELT = re.compile(
    rf"\b({'|'.join(_NUMERALS)})(?= (?:рабочих |календарных )?(?:дней|часов|месяцев|лет)\b)"
)


def numbers(text: str) -> Iterator[Edits]:
    """Other numbers of days, hours, months; in digits and in words."""
    edits = [Edit(m.start(), m.end(), _OTHER[m[0]]) for m in _DIGITS.finditer(text)]
    edits += [Edit(m.start(), m.end(), _NUMERALS[m[0]]) for m in _SPELT.finditer(text)]
    if edits:
        yield tuple(edits)


_HEAD = re.compile(r"^(\d+)(?=\. )", re.MULTILINE)


def point_numbers(text: str) -> Iterator[Edits]:
    """The points stand elsewhere in the act; texts that mention a point are left alone."""
    heads = list(_HEAD.finditer(text))
    if heads and not re.search(r"пункт|\bпп?\.", text):
        yield tuple(Edit(m.start(), m.end(), str(int(m[0]) + 40)) for m in heads)
    elif not heads and "\n" not in text and text[:1].isupper():
        yield (Edit(0, 0, "14. "),)


# Verbs of one action class that govern alike.
SYNONYMS: Mapping[str, str] = {
    "продлить": "пролонгировать",
    "продлевать": "пролонгировать",
    "продлеваться": "пролонгироваться",
    "запросить": "истребовать",
    "отклонить": "отвергнуть",
    "отклонять": "отвергать",
    "отозвать": "аннулировать",
    "отзывать": "аннулировать",
    "отбирать": "выбирать",
    "отобрать": "выбрать",
}
ASPECTS: Mapping[str, str] = {
    "продлить": "продлевать",
    "приостановить": "приостанавливать",
    "отказать": "отказывать",
    "отклонить": "отклонять",
    "запросить": "запрашивать",
    "потребовать": "требовать",
    "отозвать": "отзывать",
    "прекратить": "прекращать",
    "отменить": "отменять",
    "предоставить": "предоставлять",
    "выдать": "выдавать",
    "установить": "устанавливать",
    "изменить": "изменять",
    "исключить": "исключать",
    "назначить": "назначать",
    "освободить": "освобождать",
    "определить": "определять",
    "разрешить": "разрешать",
    "отобрать": "отбирать",
    "перенести": "переносить",
    "увеличить": "увеличивать",
    "вернуть": "возвращать",
}


# One's own application is withdrawn, never annulled.
_WITHDRAWN = {"отозвать", "отзывать"}
_OWN_PAPER = re.compile(
    r"заявк|заявлени|возражени|рапорт|жалоб|ходатайств|предложени", re.IGNORECASE
)


def synonyms(text: str) -> Iterator[Edits]:
    """Verbs become others of their action class, in the same form."""
    own = _WITHDRAWN if _OWN_PAPER.search(text) else set()
    table = {verb: other for verb, other in SYNONYMS.items() if verb not in own}
    yield from _each_verb(text, table, {"INFN", "VERB", "PRTS"})


def aspects(text: str) -> Iterator[Edits]:
    """An infinitive after a modal becomes its imperfective: «вправе отказать», «отказывать»."""
    if re.search(r"\b(вправе|могут|может|право)\b", text, re.IGNORECASE):
        yield from _each_verb(text, ASPECTS, {"INFN"})


def _each_verb(text: str, table: Mapping[str, str], kinds: set[str]) -> Iterator[Edits]:
    edits = []
    for word in words(text):
        target = table.get(lemma(word[0]) or "")
        if target is None:
            continue
        first = readings(word[0])[0]
        form = target if first.tag.POS == "INFN" else same_form(first, target)
        if first.tag.POS in kinds and form is not None:
            edits.append(Edit(word.start(), word.end(), cased_like(form, word[0])))
    if edits:
        yield tuple(edits)


_MODAL = re.compile(r"\b(может|могут|имеет право|имеют право)(?= (?!быть\b)\w+(?:ть|ти|ться)\b)")


def modals(text: str) -> Iterator[Edits]:
    """«может отказать» and «имеет право отказать» are «вправе отказать»."""
    edits = tuple(Edit(m.start(), m.end(), "вправе") for m in _MODAL.finditer(text))
    if edits:
        yield edits


_SENTENCE = re.compile(r"(?m)(?:^(?:\d+[.)] )?|(?<=[.] ))(?=[А-Я])[^.;:\n]+(?=\.(?:\s|$))")
_TERM = re.compile(
    r"^(?P<rest>[^,]+?)(?P<term> в течение \w+ (?:рабочих |календарных )?(?:дней|часов|месяцев))$"
)


def fronted_terms(text: str) -> Iterator[Edits]:
    """«Комитет отвечает в течение пяти дней» becomes «В течение пяти дней комитет отвечает»."""
    for sentence in _SENTENCE.finditer(text):
        at = _after_number(sentence)
        found = _TERM.match(text[at : sentence.end()])
        if found:
            term, rest = found["term"].strip(), found["rest"]
            changed = f"{cased_like(term, 'Я')} {rest[:1].lower()}{rest[1:]}"
            yield (Edit(at, sentence.end(), changed),)


def inversions(text: str) -> Iterator[Edits]:
    """«Комитет отказывает в приеме» becomes «Отказывает комитет в приеме»."""
    for sentence in _SENTENCE.finditer(text):
        at = _after_number(sentence)
        first, *rest = list(words(text[at : sentence.end()]))[:3]
        subject = [first, *rest[:1]] if _is_adjective(first[0]) else [first]
        predicate = rest[len(subject) - 1 : len(subject)]
        if predicate and _is_subject(subject[-1][0]) and _is_finite(predicate[0][0]):
            verb = predicate[0]
            noun = text[at + first.start() : at + subject[-1].end()]
            gap = text[at + subject[-1].end() : at + verb.start()]
            if gap == " ":
                changed = f"{cased_like(verb[0], 'Я')} {noun[:1].lower()}{noun[1:]}"
                yield (Edit(at + first.start(), at + verb.end(), changed),)


def _after_number(sentence: re.Match[str]) -> int:
    number = re.match(r"\d+[.)] ", sentence[0])
    return sentence.start() + (number.end() if number else 0)


def _is_adjective(word: str) -> bool:
    return any(each.tag.POS in {"ADJF", "PRTF"} and "nomn" in each.tag for each in readings(word))


def _is_subject(word: str) -> bool:
    found = readings(word)
    return bool(found) and found[0].tag.POS == "NOUN" and found[0].tag.case == "nomn"


def _is_finite(word: str) -> bool:
    found = readings(word)
    return bool(found) and all(
        each.tag.POS == "VERB" and each.tag.person == "3per" for each in found
    )
