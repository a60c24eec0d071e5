"""Predicates of a Kazakh sentence: verbal noun or converb + modal, finite verb, light verb + noun.

The verb stands last, so whatever belongs to a predicate is looked for on its left.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from riskscan.norms.concepts import Own
from riskscan.norms.hits import Hit
from riskscan.norms.kk.sentence import Sentence
from riskscan.norms.kk.words import Word
from riskscan.norms.model import Modality
from riskscan.norms.predicate import Predicate

_REACH = 12  # tokens from a modal back to its verb
_LIGHT_REACH = 8  # tokens from a light verb back to what it carries
_ACTION_FORM = Word.VERBAL_NOUN | Word.COURSE
_NO_NAME = Word.COORDINATOR | Word.PARTICLE | Word.CONVERB | Word.FINITE
_BETWEEN = Word.POSTPOSITION | Word.ADVERB | Word.PARTICLE | Word.ADJECTIVE | Word.NUMERAL


def find_predicates(
    sentence: Sentence,
    modalities: dict[str, Modality],
    lead: Modality | None,
    following: Modality | None,
) -> list[Predicate]:
    """All predicates in text order.

    ``lead`` is the modality an introducing line leaves open, ``following`` the one that the last
    item of a list says for all of them («1) …-уға; 2) …-уға құқылы»).
    """
    found: list[Predicate] = []
    taken: set[int] = set()
    for hit in _modal_hits(sentence, modalities):
        words = _modal_words(sentence, hit)
        for predicate in _modal(sentence, words, modalities[hit.id]):
            found.append(predicate)
            taken.update(range(predicate.first, predicate.last))
        taken.update(words)
    found.extend(_plain(sentence, taken))
    shared = lead or following
    if not found and shared is not None:
        found.extend(_left_open(sentence, shared))
    found.extend(_on_the_way(sentence, found))
    found.sort(key=lambda predicate: (predicate.first, predicate.head))
    return found


def _modal_hits(sentence: Sentence, modalities: dict[str, Modality]) -> Iterator[Hit]:
    """The modals, the longest on each word: «құқылы емес» is no «құқылы»."""
    hits = [
        hit
        for concept, modality in modalities.items()
        for hit in sentence.concept(concept)
        if modality is not Modality.MAY or not _describes(sentence, hit)
    ]
    kept: list[Hit] = []
    for hit in sorted(hits, key=lambda hit: (hit.start - hit.end, hit.start)):
        if all(hit.end <= other.start or other.end <= hit.start for other in kept):
            kept.append(hit)
    yield from sorted(kept, key=lambda hit: hit.start)


def _describes(sentence: Sentence, hit: Hit) -> bool:
    """«қол қоюға уәкілетті адам», «бүлінуі мүмкін бұйым»: a modal told of the noun behind it."""
    if hit.end >= sentence.last or sentence.flag(hit.end - 1) & Word.FINITE:
        return False
    after = sentence.flag(hit.end)
    return bool(after & (Word.NOUN | Word.ADJECTIVE | Word.VERBAL_NOUN)) and not after & _NO_NAME


def _modal_words(sentence: Sentence, hit: Hit) -> range:
    """The words of the modal itself, without the verb its pattern begins with."""
    verb = hit.end - hit.start > 1 and sentence.flag(hit.start) & _ACTION_FORM
    return range(hit.start + 1 if verb else hit.start, hit.end)


def _modal(sentence: Sentence, words: range, modality: Modality) -> Iterator[Predicate]:
    """What one modal governs: each verb coordinated before it is a predicate."""
    impersonal = any(sentence.flag(t) & Word.PASSIVE for t in words)
    heads = list(_governed(sentence, words.start))
    for governed in heads:
        flag = sentence.flag(governed)
        head = _meant(sentence, governed)
        first = min(sentence.begins.get(head, head), head)
        suffered = any(sentence.flag(token) & Word.PASSIVE for token in range(first, governed + 1))
        yield from _carried(
            sentence,
            Predicate(
                first=first,
                last=words.stop,
                head=head,
                modality=modality,
                actions=sentence.actions(head),
                passive=suffered or impersonal,
                nominal=not flag & (_ACTION_FORM | Word.CONVERB),
                modal=True,
            ),
        )
    if not heads:
        yield Predicate(
            words.start,
            words.stop,
            words.start,
            modality,
            (),
            modal=True,
            passive=impersonal,
            open=True,
        )


def _meant(sentence: Sentence, head: int) -> int:
    """«шектеп қоюға болады»: the verb that a helping verb only completes."""
    helps = sentence.flag(head - 1) & Word.CONVERB and not sentence.actions(head)
    return head - 1 if helps and sentence.verbs.get(head - 1) else head


def _governed(sentence: Sentence, before: int) -> Iterator[int]:
    """The verbs of a modal, nearest first; «беруге немесе кері қайтаруға құқылы» has two."""
    limit = max(sentence.first, before - _REACH)
    nearest = next(
        (t for t in range(before - 1, limit - 1, -1) if sentence.flag(t) & _ACTION_FORM), None
    )
    if nearest is None:
        nearest = next((t for t in range(before - 1, limit - 1, -1) if t in sentence.nouns), None)
    if nearest is None:
        return
    yield nearest
    form = sentence.flag(nearest) & _ACTION_FORM
    token, joined = nearest - 1, False
    while token >= max(sentence.first, nearest - _REACH):
        flag = sentence.flag(token)
        if flag & (Word.FINITE | Word.CONDITIONAL) and flag & Word.VERB_ONLY:
            return
        if flag & (Word.COORDINATOR | Word.COMMA):
            joined = True
            if sentence.flag(token - 1) & form and sentence.verbs.get(token - 1):
                yield token - 1
        elif joined and flag & Word.VERB_ONLY and flag & Word.PARTICIPLE:
            return
        token -= 1


def _plain(sentence: Sentence, taken: set[int]) -> Iterator[Predicate]:
    """Finite verbs, orders, and a participle that closes its sentence."""
    closing = _closing(sentence)
    for token, flag in enumerate(sentence.flags, sentence.first):
        finite = flag & (Word.FINITE | Word.ORDER) or (
            token == closing and flag & Word.PARTICIPLE and flag & Word.VERB_ONLY
        )
        if not finite or token in taken or token in sentence.conditions:
            continue
        if flag & Word.PAST:
            continue  # «қарады»: a record of what was done, no norm
        actions = sentence.actions(token)
        if sentence.flag(token - 1) & Word.COURSE:  # «ұзартыла береді»: time and again
            actions = tuple(dict.fromkeys((*sentence.actions(token - 1), *actions)))
        if flag & Word.NEGATIVE and not actions:
            continue
        modality = Modality.MUST if flag & Word.ORDER else Modality.DECIDES
        first = min(sentence.begins.get(token, token), token)
        if sentence.flag(token - 1) & Word.COURSE and sentence.actions(token - 1):
            first = min(first, token - 1)
        suffered = any(sentence.flag(each) & Word.PASSIVE for each in range(first, token + 1))
        passive = suffered or sentence.named(token, Own.BEFALLS)
        predicate = Predicate.of(token, modality, actions, passive=passive)
        predicate = replace(predicate, first=first)
        yield from _carried(sentence, predicate)


def _closing(sentence: Sentence) -> int | None:
    """The last word of a sentence."""
    for token in range(sentence.last - 1, sentence.first - 1, -1):
        if not sentence.flag(token) & (Word.STOP | Word.COMMA):
            return token
    return None


def _left_open(sentence: Sentence, modality: Modality) -> Iterator[Predicate]:
    """An item of a list that ends in its verbal noun: «1) тексеру жүргізуге;»."""
    closing = _closing(sentence)
    if closing is None or not sentence.flag(closing) & Word.VERBAL_NOUN:
        return
    heads = [closing]
    form = sentence.flag(closing) & _ACTION_FORM
    if sentence.flag(closing - 1) & Word.COORDINATOR and sentence.flag(closing - 2) & form:
        heads.append(closing - 2)  # «сұратуға және алуға»
    for head in heads:
        passive = bool(sentence.flag(head) & Word.PASSIVE)
        predicate = Predicate.of(
            head, modality, sentence.actions(head), passive=passive, modal=True
        )
        predicate = replace(predicate, first=min(sentence.begins.get(head, head), head))
        yield from _carried(sentence, predicate)


def _carried(sentence: Sentence, predicate: Predicate) -> Iterator[Predicate]:
    """«тексеру жүргізеді», «бас тарту туралы шешім қабылдайды»: a light verb with its deed.

    Each deed is a predicate of its own («беру немесе беруден бас тарту туралы шешім»).
    """
    deciding = "decide" in predicate.actions
    light = sentence.named(predicate.head, Own.LIGHT_VERB)
    if not (deciding or light):
        yield predicate
        return
    deeds = list(_deeds(sentence, predicate.first, deciding=deciding))
    if not deeds and predicate.passive:
        deeds = list(_topic(sentence, predicate.first))
    if not deeds:
        yield predicate
        return
    for deed in deeds:
        actions = tuple(dict.fromkeys((*sentence.actions(deed), *predicate.actions)))
        yield replace(
            predicate,
            first=min(sentence.begins.get(deed, deed), deed, predicate.first),
            head=deed,
            actions=actions,
            nominal=True,
        )


def _deeds(sentence: Sentence, before: int, *, deciding: bool) -> Iterator[int]:
    """The action nouns a light verb carries, nearest first."""
    about = False  # «… туралы шешім»: whatever stands before is decided on
    near = True
    clause = sentence.clause(before) if before < sentence.last else None
    for token in range(before - 1, max(sentence.first, before - _LIGHT_REACH * 2) - 1, -1):
        flag = sentence.flag(token)
        if clause is not None and sentence.clause(token) != clause:
            return
        if flag & (Word.FINITE | Word.CONDITIONAL) and flag & Word.VERB_ONLY:
            return
        if flag & Word.CONVERB and sentence.flag(token + 1) & Word.COMMA:
            return  # «талапты тексеріп, нұсқама береді»: a deed of its own
        if flag & Word.POSTPOSITION and deciding:
            about = True
            continue
        named = token in sentence.nouns or (
            flag & Word.VERBAL_NOUN
            and token in sentence.verbs
            and not flag & (Word.GENITIVE | Word.OBLIQUE)
        )
        if named and sentence.actions(token):
            direct = flag & (Word.NOMINATIVE | Word.ACCUSATIVE) or not flag & Word.DATIVE
            direct = direct and not _attributive(sentence, token, before)
            if about or (near and direct and not deciding):
                yield token
                if not deciding:
                    near = False
            continue
        if not flag & (_BETWEEN | Word.COORDINATOR | Word.COMMA) and before - token > 2:
            near = False
        if not about and not near and not deciding:
            return


def _attributive(sentence: Sentence, token: int, before: int) -> bool:
    """«қарыз беру тетіктерін іске асырады»: the deed only describes the noun behind it."""
    after = sentence.flag(token + 1)
    noun = after & Word.NOUN and after & Word.POSSESSED and not after & Word.VERBAL_NOUN
    return token + 1 < before and bool(noun and sentence.flag(token) & Word.VERBAL_NOUN)


def _topic(sentence: Sentence, before: int) -> Iterator[int]:
    """«Қайтарып алу сот тәртібімен жүзеге асырылады»: the deed opens its clause."""
    for token in range(sentence.first, before):
        flag = sentence.flag(token)
        same = sentence.clause(token) == sentence.clause(before)
        deed = flag & (Word.VERBAL_NOUN | Word.NOUN) and flag & Word.NOMINATIVE
        taken = sentence.flag(token + 1) & (Word.POSTPOSITION | Word.POSSESSED)
        if same and deed and not taken and sentence.actions(token):
            yield token
            return


def _on_the_way(sentence: Sentence, found: list[Predicate]) -> Iterator[Predicate]:
    """«өтінішті қарап, шешім шығарады»: a converb does what the verb behind it is bound to do."""
    for token, actions in sentence.verbs.items():
        flag = sentence.flag(token)
        if not flag & Word.CONVERB or flag & Word.NEGATIVE or not actions:
            continue
        if sentence.flag(token + 1) & Word.PARTICIPLE:
            continue  # «сұратылып отырған ақпарат»
        after = [p for p in found if p.head > token and p.modality is not Modality.MUST_NOT]
        if after and not any(p.first <= token < p.last for p in found):
            leading = min(after, key=lambda p: p.head)
            yield Predicate.of(
                token,
                leading.modality,
                sentence.actions(token),
                passive=bool(flag & Word.PASSIVE),
                modal=leading.modal,
            )
