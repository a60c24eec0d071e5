"""Predicates of a Russian sentence: modal + infinitive, finite verb, passive, light verb + noun."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from riskscan.norms.concepts import Own
from riskscan.norms.hits import Hit
from riskscan.norms.model import Modality
from riskscan.norms.predicate import Predicate
from riskscan.norms.ru.carried import LIGHT_REACH, subject_noun, with_noun
from riskscan.norms.ru.sentence import Sentence
from riskscan.norms.ru.words import NOMINATIVE, Word

# A modal reaches its infinitive across adverbs and short phrases, never across half a sentence.
_REACH = 14


def find_predicates(
    sentence: Sentence, modalities: dict[str, Modality], lead: Modality | None
) -> list[Predicate]:
    """All predicates in text order. ``lead`` is the modality an introducing line leaves open."""
    found: list[Predicate] = []
    taken: set[int] = set()
    for hit in _modal_hits(sentence, modalities):
        for predicate in _modal(sentence, hit, modalities[hit.id], taken):
            found.append(predicate)
            taken.update(range(predicate.first, predicate.last))
            taken.add(predicate.head)
    found.extend(_bare(sentence, lead, taken))
    found.extend(() if found else _elliptic(sentence))
    found.sort(key=lambda predicate: (predicate.first, predicate.head))
    return found


def _modal_hits(sentence: Sentence, modalities: dict[str, Modality]) -> Iterator[Hit]:
    end = -1
    ordered = sorted(
        (hit for concept in modalities for hit in sentence.concept(concept)),
        key=lambda hit: (hit.start, -hit.end),
    )
    for hit in ordered:
        if hit.start >= end:
            yield hit
            end = hit.end


def _modal(
    sentence: Sentence, hit: Hit, modality: Modality, taken: set[int]
) -> Iterator[Predicate]:
    """The predicates one modal governs: each coordinated infinitive is one."""
    first = hit.start
    if sentence.flag(first - 1) & Word.NEGATION:
        first -= 1
        if modality in {Modality.MAY, Modality.MUST}:
            modality = Modality.MUST_NOT
    plural = _number(sentence.flag(hit.start))
    base = Predicate(first, hit.end, hit.start, modality, (), plural=plural, modal=True)
    heads = list(_complements(sentence, _verbs_from(sentence, hit), taken))
    own = sentence.verbs.get(hit.start, ())
    if not heads and own and hit.end == hit.start + 1 and modality is not Modality.MUST:
        return  # «жалоба разрешается»: an action of its own
    if not heads:
        bare = _without_infinitive(sentence, base)
        yield replace(bare, actions=tuple(dict.fromkeys((*own, *bare.actions))))
        return
    for head, passive in heads:
        actions = sentence.actions(head)
        yield replace(
            with_noun(sentence, replace(base, head=head, actions=actions, passive=passive)),
            first=min(first, head),
            last=max(hit.end, head + 1),
        )


def _verbs_from(sentence: Sentence, hit: Hit) -> int:
    """Where a modal's verbs begin: after it, or inside («право отказать принадлежит …»)."""
    inside = range(hit.start + 1, hit.end)
    return next((t for t in inside if sentence.flag(t) & Word.INFINITIVE), hit.end)


def _complements(sentence: Sentence, start: int, taken: set[int]) -> Iterator[tuple[int, bool]]:
    """Infinitives (or "быть" + short participle) after a modal, with whether they are passive."""
    limit = min(sentence.last, start + _REACH)
    token, seen = start, False
    while token < limit:
        flag = sentence.flag(token)
        if token in taken or (flag & Word.FINITE and not flag & (Word.INFINITIVE | Word.NOUN)):
            return
        if flag & Word.INFINITIVE and flag & Word.COPULA:
            short = _short_after(sentence, token + 1)
            if short is not None:
                yield short, True
                token, seen, limit = short, True, min(sentence.last, short + _REACH)
        elif flag & Word.INFINITIVE:
            if seen and not _coordinated(sentence, token):
                return
            yield token, bool(flag & Word.REFLEXIVE)
            seen, limit = True, min(sentence.last, token + _REACH)
        elif seen and flag & Word.SHORT and _coordinated(sentence, token):
            yield token, True
            limit = min(sentence.last, token + _REACH)
        token += 1


def _short_after(sentence: Sentence, start: int) -> int | None:
    for token in range(start, min(sentence.last, start + 5)):
        if sentence.flag(token) & Word.SHORT:
            return token
    return None


def _coordinated(sentence: Sentence, token: int) -> bool:
    """Whether a conjunction or comma stands right before the verb (an adverb may come between)."""
    for left in (token - 1, token - 2):
        flag = sentence.flag(left)
        if flag & (Word.COORDINATOR | Word.COMMA):
            return True
        if not flag & (Word.ADVERB | Word.NEGATION | Word.STOP):
            return False
    return False


def _without_infinitive(sentence: Sentence, base: Predicate) -> Predicate:
    """«допускается продление», «продление допускается», or an open «вправе:»."""
    fronted = _fronted_participle(sentence, base)
    noun = None if fronted is not None else _governed_noun(sentence, base)
    if noun is not None:
        head, actions = noun
        return replace(
            base,
            head=head,
            actions=actions,
            nominal=True,
            passive=True,
            first=min(base.first, head),
            last=max(base.last, head + 1),
        )
    if fronted is not None:
        return replace(
            base,
            head=fronted,
            actions=sentence.verbs.get(fronted, ()),
            passive=True,
            first=fronted,
        )
    infinitive = _left_infinitive(sentence, base.first)
    if infinitive is not None:
        return replace(
            base, head=infinitive, actions=sentence.verbs.get(infinitive, ()), first=infinitive
        )
    # «проекты, подлежащие внесению» describes: only a finite «подлежит» lays a duty down
    due = base.modality is Modality.MUST and not sentence.flag(base.first) & Word.PARTICIPLE
    noun_head = _plain_noun(sentence, base.last, NOMINATIVE | Word.DATIVE if due else NOMINATIVE)
    if noun_head is not None:
        return replace(base, head=noun_head, nominal=True, passive=True, last=noun_head + 1)
    left = _left_noun(sentence, base)
    if left is not None:
        return replace(base, head=left, nominal=True, passive=True, first=left)
    return replace(base, open=True)


def _governed_noun(sentence: Sentence, base: Predicate) -> tuple[int, tuple[str, ...]] | None:
    """The action noun after a modal, before it as its subject, or after it beyond a preposition."""
    right = _noun_action(sentence, base.last, base.last + LIGHT_REACH)
    if right is not None and _governs(sentence, base.last, right[0]):
        return right
    left = subject_noun(sentence, base.first)
    return (left[0], sentence.nouns[left[0]]) if left else right


def _governs(sentence: Sentence, start: int, noun: int) -> bool:
    """«допускается продление», «право на продление», not «возможно на этапе рассмотрения»."""
    between = [sentence.flag(token) for token in range(start, noun)]
    if not any(flag & Word.PREPOSITION for flag in between):
        return True
    direct = not any(flag & Word.NOUN for flag in between)
    return direct and sentence.flag(noun) & (Word.ACCUSATIVE | Word.GENITIVE) == Word.ACCUSATIVE


def _plain_noun(sentence: Sentence, start: int, case: int) -> int | None:
    """«возможно комплектование …», «подлежит перевеске»: a noun of no class after a modal."""
    for token in range(start, min(start + 4, sentence.last)):
        flag = sentence.flag(token)
        if flag & Word.NOUN and flag & case:
            return token
        if flag and not flag & (Word.ADJECTIVE | Word.ADVERB):
            return None
    return None


def _left_noun(sentence: Sentence, base: Predicate) -> int | None:
    """«замена участка возможна»: the subject of an impersonal modal is what may be done."""
    if not sentence.named(base.first, Own.IMPERSONAL):
        return None
    clause = sentence.clause(base.first)
    for token in range(sentence.first, base.first):
        here = sentence.flag(token)
        if here & NOMINATIVE and here & Word.NOUN and sentence.clause(token) == clause:
            return None if sentence.flag(token - 1) & Word.PREPOSITION else token
    return None


def _fronted_participle(sentence: Sentence, base: Predicate) -> int | None:
    """«приостановлена может быть и выплата»: the participle stands before its modal."""
    if not sentence.flag(base.last) & Word.COPULA:
        return None
    for token in range(base.first - 1, max(sentence.first, base.first - 4) - 1, -1):
        if sentence.flag(token) & Word.SHORT:
            return token
    return None


def _left_infinitive(sentence: Sentence, end: int) -> int | None:
    for token in range(end - 1, max(sentence.first, end - 2 * _REACH) - 1, -1):
        if sentence.flag(token) & Word.INFINITIVE:
            return token
    return None


def _noun_action(sentence: Sentence, start: int, end: int) -> tuple[int, tuple[str, ...]] | None:
    for token in range(max(start, sentence.first), min(end, sentence.last)):
        if token in sentence.nouns:
            return token, sentence.nouns[token]
        if (
            token > start
            and sentence.flag(token) & Word.FINITE
            and not sentence.flag(token) & Word.NOUN
        ):
            return None
    return None


def _bare(sentence: Sentence, lead: Modality | None, taken: set[int]) -> Iterator[Predicate]:
    """Finite verbs without a modal, and infinitives a lead-in's modal left open."""
    governed = False
    for token in range(sentence.first, sentence.last):
        flag = sentence.flag(token)
        if token in taken:
            governed = True
            continue
        if _finite(flag):
            governed = True
            if sentence.flag(token - 1) & Word.NEGATION and token not in sentence.denied:
                continue
            future = flag & Word.COPULA and flag & Word.PRESENT
            done = _short_after(sentence, token + 1) if future else None
            if done is not None:  # «жалоба будет рассмотрена инспекцией»
                yield replace(
                    Predicate.of(done, Modality.DECIDES, sentence.actions(done), passive=True),
                    first=token,
                )
                continue
            actions = sentence.actions(token)
            yield with_noun(
                sentence,
                Predicate.of(
                    token,
                    Modality.DECIDES,
                    actions,
                    passive=sentence.named(token, Own.BEFALLS)  # «дело лежит без движения»
                    or bool(flag & Word.REFLEXIVE and not sentence.named(token, Own.DEPONENT)),
                    plural=_number(flag),
                ),
            )
        elif flag & Word.INFINITIVE and lead is not None and not governed:
            yield with_noun(
                sentence,
                Predicate.of(token, lead, sentence.actions(token), modal=True),
            )


def _finite(flag: int) -> bool:
    """A finite verb: «ведут», but neither «правил» nor «часть», which are nouns here."""
    noun = Word.NOMINATIVE_SINGULAR if flag & Word.PRESENT else Word.NOUN
    return bool(flag & Word.FINITE) and not flag & noun


def _elliptic(sentence: Sentence) -> Iterator[Predicate]:
    """«доведение результата – с появлением возможности»: the verb is left out at the dash."""
    for token in range(sentence.first + 1, sentence.last - 1):
        if sentence.flag(token) & Word.DASH and sentence.flag(token + 1) & Word.PREPOSITION:
            before = range(sentence.first, token)
            head = next((t for t in before if t in sentence.nouns), None)
            actions = sentence.nouns.get(head, ()) if head is not None else ()
            if head is None:
                head = next((t for t in before if sentence.flag(t) & Word.NOUN), None)
            if head is not None:
                yield Predicate.of(head, Modality.DECIDES, actions, passive=True, nominal=True)
            return


def _number(flag: int) -> bool | None:
    singular, plural = bool(flag & Word.SINGULAR), bool(flag & Word.PLURAL)
    return None if singular == plural else plural
