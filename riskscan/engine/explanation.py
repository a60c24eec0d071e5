"""Explanations from captures: what the rule saw, in words an expert can sign."""

from __future__ import annotations

from collections.abc import Mapping
from textwrap import shorten

from riskscan.engine.evaluation import Lacking, Match
from riskscan.engine.model import Item, Wording
from riskscan.norms.model import ElementKind, Place, Verdict
from riskscan.structure import cite_unit
from riskscan.text import Span

PLACES: Mapping[str, Mapping[Place, str]] = {
    "ru": {
        Place.CLAUSE: "в самой норме",
        Place.LEAD_IN: "в вводной части перечня",
        Place.LIST: "в перечне",
        Place.SIBLINGS: "в том же пункте",
        Place.ARTICLE: "в статье (главе)",
        Place.REFERENCE: "в норме, на которую дана ссылка",
        Place.DOCUMENT: "во всём документе",
    },
    "kk": {
        Place.CLAUSE: "норманың өзінде",
        Place.LEAD_IN: "тізбенің кіріспе бөлігінде",
        Place.LIST: "тізбеде",
        Place.SIBLINGS: "сол тармақта",
        Place.ARTICLE: "бапта (тарауда)",
        Place.REFERENCE: "сілтеме жасалған нормада",
        Place.DOCUMENT: "бүкіл құжатта",
    },
    "en": {
        Place.CLAUSE: "in the norm itself",
        Place.LEAD_IN: "in the list's lead-in",
        Place.LIST: "in the list",
        Place.SIBLINGS: "in the same point",
        Place.ARTICLE: "in the article (chapter)",
        Place.REFERENCE: "in the provision it cites",
        Place.DOCUMENT: "in the whole document",
    },
}

ELEMENTS: Mapping[str, Mapping[ElementKind, str]] = {
    "ru": {
        ElementKind.TERM: "срок",
        ElementKind.BOUND: "предел",
        ElementKind.GROUND: "основание",
        ElementKind.CLOSED_LIST: "закрытый перечень",
        ElementKind.CRITERIA: "критерий",
        ElementKind.SCALE: "шкала",
        ElementKind.PROCEDURE: "порядок",
        ElementKind.FORM: "форма",
        ElementKind.NOTICE: "уведомление лица",
        ElementKind.REASONS: "мотивировка",
        ElementKind.APPEAL: "обжалование",
        ElementKind.PUBLICATION: "публикация",
        ElementKind.LIABILITY: "ответственность",
        ElementKind.CITED_PROVISION: "ссылка на норму или акт",
        ElementKind.COMPETITION: "конкурс или иной открытый отбор",
    },
    "kk": {
        ElementKind.TERM: "мерзім",
        ElementKind.BOUND: "шек",
        ElementKind.GROUND: "негіз",
        ElementKind.CLOSED_LIST: "жабық тізбе",
        ElementKind.CRITERIA: "өлшемшарт",
        ElementKind.SCALE: "шкала",
        ElementKind.PROCEDURE: "тәртіп",
        ElementKind.FORM: "нысан",
        ElementKind.NOTICE: "тұлғаны хабардар ету",
        ElementKind.REASONS: "уәждеме",
        ElementKind.APPEAL: "шағым жасау",
        ElementKind.PUBLICATION: "жариялау",
        ElementKind.LIABILITY: "жауаптылық",
        ElementKind.CITED_PROVISION: "нормаға немесе актіге сілтеме",
        ElementKind.COMPETITION: "конкурс немесе өзге ашық іріктеу",
    },
    "en": {
        ElementKind.TERM: "term",
        ElementKind.BOUND: "limit",
        ElementKind.GROUND: "ground",
        ElementKind.CLOSED_LIST: "closed list",
        ElementKind.CRITERIA: "criterion",
        ElementKind.SCALE: "scale",
        ElementKind.PROCEDURE: "procedure",
        ElementKind.FORM: "form",
        ElementKind.NOTICE: "notice to the person",
        ElementKind.REASONS: "reasons",
        ElementKind.APPEAL: "appeal",
        ElementKind.PUBLICATION: "publication",
        ElementKind.LIABILITY: "liability",
        ElementKind.CITED_PROVISION: "reference to a provision or act",
        ElementKind.COMPETITION: "open competition",
    },
}

_LONGEST = 200  # characters of a wording inside an explanation

# The names an explanation may use.
CAPTURES = frozenset({"actor", "object", "quote", "action", "missing", "was", "now", "elsewhere"})

_NOBODY = {
    "ru": "тот, кого норма не называет,",
    "kk": "норма атамаған тұлға",
    "en": "whoever it is (the norm does not say)",
}


def explain(match: Match, quote: str, ui: str) -> str:
    """The rule's explanation with the actor, the action, the object and the quote filled in."""
    frame = match.site.frame
    document = match.site.reader.act.document.text
    target = match.site.reader.object(frame) if frame is not None else None
    subject = target.of(document) if target is not None else ""
    was, now = _sides(match, document) if match.weakened else ("", "")
    sighting = match.sighting
    text = wording(match.rule.explain, ui).format_map(
        {
            "actor": _actor(match, ui),
            "object": " ".join(subject.split()),
            "quote": quote,
            "action": _action(match, ui),
            "missing": ", ".join(
                name(each, ui)
                for each in match.lacking
                if each.found.verdict is not Verdict.PRESENT
            )
            or ", ".join(dict.fromkeys(ELEMENTS[ui][each.kind] for each in match.weakened))
            or (cite_unit(*sighting.unit, ui) if sighting is not None and sighting.unit else ""),
            "was": was,
            "now": now,
            "elsewhere": "», «".join(_line(each.words, document) for each in sighting.elsewhere)
            if sighting is not None
            else "",
        }
    )
    return text[:1].upper() + text[1:]


def describe(each: Lacking, ui: str) -> str:
    """«срок — в самой норме, в перечне»."""
    places = ", ".join(PLACES[ui][place] for place in each.found.where)
    return f"{name(each, ui)} — {places}"


def name(each: Lacking, ui: str) -> str:
    """What was looked for, in the interface language."""
    if isinstance(each.element, Item):
        return wording(each.element.title, ui)
    return ELEMENTS[ui][each.element]


def wording(text: Wording, ui: str) -> str:
    """One text in the interface language."""
    return str(getattr(text, ui))


def _sides(match: Match, document: str) -> tuple[str, str]:
    """What was and what is proposed: the words of both, or how many items a list has.

    What was removed is shown missing from the proposed sentence, unless words stand in its place.
    """
    was, now = [], []
    for each in match.weakened:
        was.append(str(each.before) if each.after else _line(each.current, document))
        if each.after:
            now.append(str(each.after))
        elif each.proposed is not None:
            now.append(_line(each.proposed, document))
    if not now:
        sentences = dict.fromkeys(each.sentence for each in match.weakened)
        now = [_line(match.site.reader.sentence_span(each), document) for each in sentences]
    return "», «".join(dict.fromkeys(was)), "», «".join(dict.fromkeys(now))


def _line(words: Span, document: str) -> str:
    return shorten(" ".join(words.of(document).split()), _LONGEST, placeholder=" …")


def _actor(match: Match, ui: str) -> str:
    frame = match.site.frame
    name = match.site.reader.name(frame.actor) if frame is not None else ""
    if not name:
        return _NOBODY[ui]
    return name if name[1:2].isupper() else name[:1].lower() + name[1:]


def _action(match: Match, ui: str) -> str:
    frame = match.site.frame
    if frame is None:
        return ""
    actions = match.site.reader.actions
    wanted = [a for a in frame.actions if a in match.branch.action] or list(frame.actions)
    return actions[wanted[0]].title.get(ui, "") if wanted else ""
