"""Who is named in a Kazakh sentence: the words for an actor, and the case they stand in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from riskscan.norms.concepts import Own
from riskscan.norms.hits import Hit
from riskscan.norms.kk.sentence import Sentence
from riskscan.norms.kk.words import Word
from riskscan.norms.model import Role

_OWNERS = 3  # nouns before a possessed one: «аудан әкімі аппаратының басшысы»
_CARRIED = Word.ACCUSATIVE | Word.DATIVE | Word.INSTRUMENTAL | Word.OBLIQUE
MODIFIER = Word.ADJECTIVE | Word.NUMERAL | Word.PARTICIPLE


@dataclass(frozen=True, slots=True)
class Phrase:
    """One named actor: token bounds (the head is the last), role, and how it stands.

    ``owner`` is the token of the noun that it modifies («комиссияның шешімі», «комиссия шешімі»).
    """

    start: int
    end: int
    role: Role | None  # None: a noun the lexicon does not know as an actor
    flags: int
    owner: int | None

    @property
    def head(self) -> int:
        """The head noun's token."""
        return self.end - 1

    def subject(self) -> bool:
        """Whether it can be the subject of a verb."""
        return bool(self.flags & Word.NOMINATIVE) and self.owner is None


def find_phrases(sentence: Sentence, role_of: Mapping[str, Role]) -> list[Phrase]:
    """The named actors of a sentence in text order, the longest hit on each head."""
    longest: dict[int, Hit] = {}
    for hit in sentence.hits:
        if hit.group == "concept" and hit.id in role_of:
            head = _head(sentence, hit)
            known = longest.get(head)
            if known is None or hit.end - hit.start > known.end - known.start:
                longest[head] = hit
    found = [
        Phrase(
            _begin(sentence, hit.start),
            head + 1,
            role_of[hit.id],
            sentence.flag(head),
            owner_of(sentence, head),
        )
        for head, hit in sorted(longest.items())
    ]
    return [p for p in found if not _inside(p, found)]


def strangers(sentence: Sentence, known: list[Phrase]) -> list[Phrase]:
    """Nouns in the nominative that no list knows, each with its modifiers."""
    taken = {token for phrase in known for token in range(phrase.start, phrase.end)}
    found: list[Phrase] = []
    for token in range(sentence.first, sentence.last):
        flag = sentence.flag(token)
        noun = flag & Word.NOUN and flag & Word.NOMINATIVE and not flag & Word.PRONOUN
        other = flag & (
            Word.FINITE | Word.VERBAL_NOUN | Word.ADVERB | Word.POSTPOSITION | Word.ADJECTIVE
        )
        if token in taken or not noun or other or owner_of(sentence, token) is not None:
            continue
        if sentence.flag(token + 1) & (Word.POSTPOSITION | Word.VERBAL_NOUN):
            continue  # «шешім туралы», «жауап беру»
        if _shares_case(sentence, token):
            continue
        start = token
        while start > sentence.first and sentence.flag(start - 1) & (MODIFIER | Word.GENITIVE):
            start -= 1
        found.append(Phrase(start, token + 1, None, flag, None))
    return found


def _shares_case(sentence: Sentence, token: int) -> bool:
    """«ақпарат пен құжаттарды»: of coordinated nouns the last bears the case of all."""
    if not sentence.flag(token + 1) & Word.COORDINATOR:
        return False
    last = token + 2
    while sentence.flag(last) & MODIFIER and not sentence.flag(last) & Word.NOUN:
        last += 1
    flag = sentence.flag(last)
    return bool(flag & Word.NOUN and flag & _CARRIED) and not flag & (
        Word.NOMINATIVE | Word.PRONOUN
    )


def _begin(sentence: Sentence, start: int) -> int:
    """«басқарма басшысы»: whose head it is belongs to the name."""
    begin = start
    while (
        begin > sentence.first
        and start - begin < _OWNERS
        and sentence.flag(begin) & Word.POSSESSED
        and sentence.flag(begin - 1) & Word.NOUN
        and sentence.flag(begin - 1) & (Word.NOMINATIVE | Word.GENITIVE)
    ):
        begin -= 1
    return begin


def _head(sentence: Sentence, hit: Hit) -> int:
    """The last noun of what names an actor; the first, where a verb shows that it acts."""
    acting = hit.end - hit.start > 1 and sentence.flag(hit.end - 1) & Word.FINITE
    return hit.start if acting else hit.end - 1


def owner_of(sentence: Sentence, head: int) -> int | None:
    """The possessed noun right behind: «комиссия шешімі», «комиссияның тиісті шешімі»."""
    flag = sentence.flag(head)
    if flag & Word.GENITIVE:
        for token in range(head + 1, min(head + 6, sentence.last)):
            here = sentence.flag(token)
            if here & (Word.COMMA | Word.FINITE):
                return None
            if here & Word.POSSESSED and here & (Word.NOUN | Word.VERBAL_NOUN):
                return token
        return None
    after = sentence.flag(head + 1)
    owned = after & Word.POSSESSED and after & Word.NOUN and not after & Word.VERB_ONLY
    return head + 1 if owned and flag & Word.NOMINATIVE else None


def _inside(phrase: Phrase, others: list[Phrase]) -> bool:
    """Whether a longer phrase holds this one: «ауданның мәслихат хатшысы»."""
    return any(
        other is not phrase
        and other.start <= phrase.start
        and phrase.end <= other.end
        and other.end - other.start > phrase.end - phrase.start
        for other in others
    )


def by_decision(sentence: Sentence, phrase: Phrase) -> bool:
    """«басшының шешімі бойынша», «комиссия шешімімен»: whose word it is."""
    owner = phrase.owner
    if owner is None or not sentence.named(owner, Own.DECISION):
        return False
    flag = sentence.flag(owner)
    return bool(flag & Word.INSTRUMENTAL) or bool(sentence.flag(owner + 1) & Word.POSTPOSITION)
