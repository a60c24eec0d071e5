"""Guards: the reasons why the same wording is innocent (research classes X01–X17, and X19–X23).

A guard looks at a frame (or, for a phrase without one, at the phrase's sentence). Guards know no
language: words reach them as roles, elements and concepts. Preambles, current editions, notes and
boilerplate (X07, X09, X10, X13) need none: they are zones, and a rule names those it reads. X18 is
about the act and stands in ``surroundings``.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from riskscan.norms.concepts import Own
from riskscan.norms.elaboration import Elaborations
from riskscan.norms.hits import Hit
from riskscan.norms.lookup import Lookup
from riskscan.norms.model import POWER, TIMES, Frame, Modality, Role
from riskscan.norms.reader import NormReader
from riskscan.norms.sentence_bits import holds
from riskscan.norms.settled import Settled
from riskscan.structure import resolve
from riskscan.structure.model import ProvisionKind, ZoneKind
from riskscan.text import Span

_TERM_LENGTH = 160
# «регистрация – в течение часа» leaves out a verb and defines nothing.
_TERM = re.compile(
    r"[^.;:,]{2,120}\s[–—-]\s(?!(?:в|во|за|по|с|со|при|на|до|к|из|без|через|после)\s)"
)
_OPENED = re.compile(r'[\s(]["“„][^"“”„.;]{0,100}$')
_CLOSED = re.compile(r'[^"“”„.;]{0,100}\w[)%]?["”]')
_LEAVES_NAME = re.compile(r'[^"«“„»”]*\w["»”]\s')
_COLUMN_GAP = re.compile(r"\S {3,}(?=\S)")
_COLUMNS = 3
_BLANK = "____"
_LABELLED = 60  # characters from what a form asks for to the blank to fill in
_EXPLAINED = 40  # characters
_MEASURED = re.compile(
    r"(?:\s+бойынша)?[\s,]*(?:\([^)]{0,30}(?:\d|два|две|три|более|менее)|\((?:если|когда|при)\b"
    r"|\((?!далее)[^()]{3,60}, [^()]{3,60}\)|то\s+есть\b|а\s+именно\b|яғни\b)"
)
_OTHERS = frozenset({Role.PRIVATE, Role.SYSTEM})
_ASKING = frozenset({"apply", "appeal", "notify", "pay"})
_REACH = 80  # characters within which a citation still addresses a phrase (guard X04)


@dataclass(frozen=True, slots=True)
class Site:
    """The place a rule is being weighed at: a sentence, perhaps a frame, perhaps a phrase."""

    reader: NormReader
    lookup: Lookup
    elaborations: Elaborations
    settled: Settled
    sentence: int
    frame: Frame | None
    phrase: Hit | None

    @property
    def provision(self) -> int:
        """The provision of the sentence."""
        return int(self.reader.text.provisions[self.sentence])

    @property
    def span(self) -> Span:
        """The words in question."""
        tokens = self.reader.text.tokens
        if self.phrase is not None:
            return tokens.span(self.phrase.start, self.phrase.end)
        if self.frame is not None:
            return self.frame.predicate
        return self.reader.sentence_span(self.sentence)

    @property
    def bounds(self) -> tuple[int, int] | None:
        """The tokens in question: of a phrase those to show, of a frame its predicate."""
        if self.phrase is not None:
            return self.phrase.mark, self.phrase.shown
        return (self.frame.first, self.frame.last) if self.frame is not None else None


def applies(guard: str, site: Site) -> bool:
    """Whether a guard clears the site."""
    return _GUARDS[guard](site)


def _role(*roles: Role) -> Callable[[Site], bool]:
    return lambda site: site.frame is not None and site.frame.actor.role in roles


def _by_private(site: Site) -> bool:
    """A private person acts, unless a clause of its own says what a holder of power does.

    «услуги оказывает исполнитель, которого назвал аким»: the words in question are the akim's.
    """
    frame, phrase = site.frame, site.phrase
    if (frame is None or frame.actor.role is Role.UNSTATED) and _left_to_others(site):
        return True
    if frame is None:
        return _listed_for_private(site)
    if frame.actor.role is not Role.PRIVATE or (phrase is not None and _learns(site, frame)):
        return False
    if phrase is None or site.reader.text.clauses[phrase.mark] == frame.clause:
        return True
    return not site.reader.candidates.names_power(site.sentence, phrase.start, phrase.end)


def _learns(site: Site, frame: Frame) -> bool:
    """«заявитель узнает об отказе из отметки»: it is somebody else who decided."""
    return any(
        hit.start == frame.head for hit in site.reader.table.concept(site.sentence, Own.LEARNS)
    )


def _left_to_others(site: Site) -> bool:
    """«способ, указанный в пункте 2, выбирает потребитель»: who acts is said by what cites it."""
    told = [
        frame
        for sentence in site.reader.citing(site.provision)
        for frame in site.reader.frames(sentence)
    ]
    return any(
        frame.actor.role in _OTHERS and _ASKING.isdisjoint(frame.actions) for frame in told
    ) and all(frame.actor.role not in POWER for frame in told)


def _listed_for_private(site: Site) -> bool:
    """«студент вправе расторгнуть договор: … 3) по иным причинам»: an item of a person's list."""
    lead = site.reader.lead_in(site.provision)
    frames = site.reader.frames(lead) if lead is not None and lead != site.sentence else ()
    return bool(frames) and all(frame.actor.role is Role.PRIVATE for frame in frames)


def _negated(site: Site) -> bool:
    return site.frame is not None and site.frame.modality is Modality.MUST_NOT


def _closed_list(site: Site) -> bool:
    return site.lookup.closed_list(site.provision) is not None


def _addressed(site: Site) -> bool:
    """A named act, or an element of this act that this text does not hold, is cited close by.

    A citation that can be followed is no excuse: the look-through reads what it says.
    """
    span = site.span
    start, end = max(0, span.start - _REACH), span.end + _REACH
    return any(
        citation.span.start < end
        and citation.span.end > start
        and (citation.internal is False or not resolve(site.reader.act, citation, site.provision))
        for citation in site.reader.citations(site.sentence)
    )


def _bounded(site: Site) -> bool:
    if site.frame is None:
        return site.reader.says(site.sentence, *TIMES)
    return any(site.lookup.in_clause(site.frame, kind) for kind in TIMES)


def _contract(site: Site) -> bool:
    if site.frame is not None and site.frame.actor.role is Role.CONTRACT_PARTY:
        return True
    return site.reader.table.has(site.sentence, Own.CONTRACT_CONTEXT)


def _definition(site: Site) -> bool:
    """A definition by its zone, or an item or a point of the shape «термин – …».

    Not «за порчу – …», nor what an authority does item by item («завершает: возвратом – при …»),
    nor a point where somebody has power («рассрочка – право акимата»).
    """
    provision = site.reader.act.provisions[site.provision]
    if provision.zone is ZoneKind.DEFINITION:
        return True
    opening = site.reader.text.written(provision.text)[:_TERM_LENGTH]
    if not _TERM.match(opening) or site.reader.opens_with(provision.index, "ADP"):
        return False
    if site.reader.dashed_off(site.sentence) or _threatens(site):
        return False
    if provision.kind is ProvisionKind.POINT:
        return _only_names(site)
    if provision.kind is not ProvisionKind.SUBPOINT:
        return False
    lead = site.reader.lead_in(site.provision)
    return lead is None or all(f.actor.role not in POWER for f in site.reader.frames(lead))


def _threatens(site: Site) -> bool:
    """«сброс отходов – влечет штраф»: the dash stands for what follows the deed."""
    return holds(site.reader.candidates.naming("sanction"), site.sentence)


def _only_names(site: Site) -> bool:
    """Whether a sentence with a dash has no verb before it and names no holder of power."""
    reader = site.reader
    first, last = reader.text.sentence_tokens(site.sentence)
    dash = reader.dash(site.sentence)
    names = dash is None or reader.verbless(site.sentence, dash)
    return names and not reader.candidates.names_power(site.sentence, first, last)


def _form_row(site: Site) -> bool:
    """A row of a form, or of a table laid out with spaces."""
    written, span = site.reader.text.written, site.reader.sentence_span(site.sentence)
    own = written(span)
    blank = _BLANK in own or _BLANK in written(Span(span.end, span.end + _LABELLED))
    return blank or len(_COLUMN_GAP.findall(own)) >= _COLUMNS


def _function_list(site: Site) -> bool:
    """An item of a body's list of functions: a competence norm, not a procedure."""
    act = site.reader.act
    if act.provisions[site.provision].kind is not ProvisionKind.SUBPOINT:
        return False
    if site.frame is None or not (
        site.frame.actor.inherited or site.frame.actor.role is Role.UNSTATED
    ):
        return False
    lead = site.reader.led_by(site.provision)
    if lead is None:
        return True
    return site.reader.table.has(lead, Own.FUNCTION_LIST)


def _quoted(site: Site) -> bool:
    """Inside a name or a title in quotation marks; those of an amendment hold its new words."""
    if site.phrase is not None and _leaves_name(site.reader, site.phrase):
        return True
    if site.reader.act.provisions[site.provision].zone is ZoneKind.INSERTED:
        return False
    written = site.reader.text.written
    own, span = site.reader.sentence_span(site.sentence), site.span
    before, after = written(Span(own.start, span.start)), written(Span(span.end, own.end))
    if before.count("«") > before.count("»") and "»" in after:
        return True
    return bool(_OPENED.search(before)) and bool(_CLOSED.match(after))


def _leaves_name(reader: NormReader, phrase: Hit) -> bool:
    """«по стандарту «Общие требования» порядка …»: words that begin inside a name and leave it."""
    shown = reader.text.tokens.span(phrase.mark, phrase.shown)
    return bool(_LEAVES_NAME.match(reader.text.written(shown)))


def _thing(site: Site) -> bool:
    frame = site.frame
    return frame is not None and frame.actor.role is Role.DOCUMENT and not frame.passive


def _resolved(site: Site) -> bool:
    """The words in question are defined by the act itself, or explained on the spot."""
    if site.bounds is None:
        return False
    first, last = site.bounds
    following = site.reader.text.tokens.span(last - 1, last).end
    rest = site.reader.text.written(Span(following, following + _EXPLAINED))
    return (
        (site.reader.defined(first, last) and not _commonplace(site, first, last))
        or bool(_MEASURED.match(rest))
        or _listed_nearby(site, site.reader.words(first, last))
        or site.settled.measured(site.sentence, first, last)
    )


def _commonplace(site: Site, first: int, last: int) -> bool:
    """«как правило» where the act calls itself «Правила»: words every act defines."""
    common = {h.start for h in site.reader.table.concept(site.sentence, Own.COMMON_WORD)}
    return all(t in common or not site.reader.words(t, t + 1) for t in range(first, last))


def _listed_nearby(site: Site, words: frozenset[str]) -> bool:
    """«необходимость возникает в следующих случаях: 1) …; 2) …» in another norm of the article.

    Or the same words again and no others: «Освобождаются: 1) …; 2) …».
    """
    reader = site.reader
    own = {site.provision, *(p.index for p in reader.act.ancestors(site.provision))}
    return bool(words) and any(
        index not in own
        and (words <= introducing or _says_again(reader, index, introducing, words))
        and site.lookup.closed_list(index) is not None
        for index, introducing in reader.introductions(reader.article(site.provision))
    )


def _says_again(
    reader: NormReader, provision: int, introducing: frozenset[str], words: frozenset[str]
) -> bool:
    """«Освобождаются:» – a predicate among the words in question, and nothing besides."""
    return introducing <= words and any(
        reader.frames(sentence) for sentence in reader.sentences(provision)
    )


def _delivery(site: Site) -> bool:
    """«отказ направляется в день подписания»: the decision itself is taken by another norm."""
    frame, lookup = site.frame, site.lookup
    return (
        frame is not None
        and lookup.delivers(frame, site.phrase)
        and lookup.decided_elsewhere(frame)
    )


def _told_apart(site: Site) -> bool:
    """Another sentence of the article says which of the outcomes is for which case."""
    words = site.phrase
    bounds = (words.start, words.end) if words is not None else site.bounds
    return bounds is not None and site.settled.told_apart(site.sentence, *bounds)


def _excepted(site: Site) -> bool:
    """Another sentence of the article closes the exceptions from a habit."""
    return site.frame is not None and site.settled.excepted(site.frame)


def _quantified(site: Site) -> bool:
    """Another sentence of the article gives the amount in numbers."""
    return site.frame is not None and site.settled.quantified(site.frame)


def _elaborated(site: Site) -> bool:
    """Another provision takes up the words in question and limits or explains them."""
    bounds = _deed(site)
    return bounds is not None and site.elaborations.find(site.sentence, *bounds) is not None


def _deed(site: Site) -> tuple[int, int] | None:
    """The words in question; of a light verb also what it carries: «провести изучение»."""
    frame, reader = site.frame, site.reader
    if frame is None or site.phrase is not None or frame.actions:
        return site.bounds
    target = reader.object(frame)
    light = any(h.mark == frame.head for h in reader.table.concept(site.sentence, Own.LIGHT_VERB))
    if target is None or not light:
        return site.bounds
    first, last = reader.text.tokens.between(target)
    return min(first, frame.first), max(last, frame.last)


_GUARDS: dict[str, Callable[[Site], bool]] = {
    "X01": _by_private,
    "X02": _negated,
    "X03": _closed_list,
    "X04": _addressed,
    "X05": _bounded,
    "X06": _definition,
    "X08": _quoted,
    "X11": _contract,
    "X12": _role(Role.COURT),
    "X14": _thing,
    "X15": _resolved,
    "X16": _function_list,
    "X17": _form_row,
    "X19": _elaborated,
    "X20": _told_apart,
    "X21": _excepted,
    "X22": _quantified,
    "X23": _delivery,
}

# Guards that read citations, lists or definitions: asked only of what everything else let pass.
DEAR = frozenset({"X03", "X04", "X05", "X15", "X19", "X20", "X21", "X22", "X23"})
CHEAP = frozenset(_GUARDS) - DEAR
