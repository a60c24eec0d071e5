"""Which language a stretch of text is in: Russian, Kazakh or neither.

Words vote. For Kazakh: words with a letter Russian does not have, some frequent words without one,
and endings. For Russian: function words and endings Kazakh words do not have. Kazakh wins a stretch
with more votes and at least a quarter of its Cyrillic words, so a Russian sentence may quote Kazakh
names. Mostly Latin words make a stretch *other*, unless its Cyrillic words are of one language.

A stretch without a vote, or of names alone, goes with the last one before it that is sure (two
votes ahead), else with the first such after it. A stretch in which both languages are strong is
*mixed*; it still has the language that leads.
"""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

import numpy as np
from numpy.typing import NDArray

from riskscan.language.model import IntArray, Tokens, Vocabulary

Language = Literal["ru", "kk", "other"]
LANGUAGES: tuple[Language, ...] = ("ru", "kk", "other")
RUSSIAN, KAZAKH, OTHER = range(3)
_UNDECIDED = -1

_SURE = 2  # votes ahead
_STRONG_VOTES, _STRONG_SHARE = 4, 0.15  # of the lesser language in a mixed stretch
_FEW_LATIN = 4  # Latin words to a Cyrillic one: more, and the Cyrillic ones are the quotation

_BITS = tuple(1 << place for place in range(6))
_CYRILLIC, _LATIN, _FOR_RUSSIAN, _FOR_KAZAKH, _CAPITAL, _LATIN_KAZAKH = _BITS
_LETTERS = re.compile(r"[а-яёәғқңөұүһі]")
_LATIN_WORD = re.compile(r"[a-zäğıñöşūü]{2,}")
_LATIN_KAZAKH_LETTERS = re.compile(r"[äğıñöşūü]")
_KAZAKH_LETTERS = re.compile(r"[әғқңөұүһі]")
_KAZAKH_CAPITALS = re.compile(r"[ӘҒҚҢӨҰҮҺІ]")
_ROMAN_LOOK = re.compile(r"[\divxlcdmіхсм-]+")  # «ІІ», «180-VІ» typed with a Kazakh І
_FREQUENT_KAZAKH = """
    адам алады алу алушы алып асыру асырады атауы аппараты ауданы аудан ауыл ауылы аты
    бабы бап бар бас басшы басшысы бастап бен беру берген беруге болып болады болатын болуы
    бойы бойынша болса баптар даму дамыту деген деп дейін егер емес ережелер ескертпе есеп есепке
    ету етуге жазбаша жазылсын жалпы жасау жауапты жеке жер жоба жобасы жобасын жою жол жылы жылдар
    кез келген кезде мен мынадай немесе нысан нысаны облыс облысы одан ол олар онда орны орындау
    орынбасары осы осындай оны оларды отырып пайдалану пен редакцияда республикасы ресми рет
    салу сатып саны сомасы сондай сот табылады талап талаптар тарау тексеру туралы тыс тыйым
    хатшысы шарт шарты шарттар шаралар
"""
_FREQUENT_RUSSIAN = """
    без быть в вправе глава для дней дня до если его за и из или их к как когда ко либо лица лиц
    может могут на не о об от по под после порядке при пункт пункта с со случае случаях срок статья
    статьи также том у числе что этом является
"""
_KAZAKH_WORDS = frozenset(_FREQUENT_KAZAKH.split())
_RUSSIAN_WORDS = frozenset(_FREQUENT_RUSSIAN.split())
_KAZAKH_ENDING = re.compile(
    r".{2,}(?:[лдт]ард[аы]|[лдт]арын|[лдт]армен|[лдт]арына|ылады|ылатын|ылсын|ылуы|ылуын"
    r"|анады|анатын|айды|айтын|масын|ушы|ушылар|ушының)"
)
_RUSSIAN_ENDING = re.compile(
    r".+(?:[ыи]й|ая|яя|[ое]е|[ыи]е|[ое]го|[ое]му|[ыи]х|[ыи]ми|[ая]ми|ской|ию|ост[ьи]"
    r"|[аяуе]ет|[аяую]ют|ется|ются|[аи]ть|ции|ств[ао]|ством|(?:ен|ан)и[еяйю])"
)


def identify(text: str) -> Language:
    """The language of one short stretch; text without a vote is Russian when Cyrillic."""
    votes = np.array([_votes_of(word) for word in re.findall(r"[^\W\d_]+", text)], dtype=np.int32)
    counts = _Counts(*(np.count_nonzero(votes & bit, keepdims=True) for bit in _BITS))
    language = int(_by_votes(counts)[0])
    if language == _UNDECIDED:
        return "ru" if counts.cyrillic[0] else "other"
    return LANGUAGES[language]


def has_kazakh(text: str) -> bool:
    """Whether a text has a letter of the Kazakh alphabet that the Russian one lacks."""
    return _KAZAKH_LETTERS.search(text) is not None or _KAZAKH_CAPITALS.search(text) is not None


class Stretches:
    """Stretches of tokens, and what each of them is written in.

    ``languages`` holds the language of every stretch, as an index into ``LANGUAGES``.
    """

    def __init__(self, languages: IntArray, counts: _Counts) -> None:
        self.languages = languages
        self._counts = counts

    @classmethod
    def of(cls, tokens: Tokens, firsts: IntArray) -> Stretches:
        """Stretch ``k`` runs from ``firsts[k]`` to the next; the last to the end of the tokens."""
        votes = tokens.vocabulary.ask(_votes, tokens.types)
        counts = _Counts(*(_sums((votes & bit) != 0, firsts) for bit in _BITS))
        return cls(_decide(counts), counts)

    def chosen(self, which: NDArray[np.bool_]) -> Stretches:
        """Some of the stretches, each in the language it has among all."""
        counts = _Counts(*(column[which] for column in self._counts))
        return Stretches(self.languages[which], counts)

    @property
    def mixed(self) -> int:
        """How many stretches hold a good deal of both languages."""
        counts = self._counts
        lesser = np.minimum(counts.russian, counts.kazakh)
        much = np.maximum(_STRONG_VOTES, _STRONG_SHARE * (counts.russian + counts.kazakh))
        return int(np.count_nonzero(lesser >= much))

    @property
    def words(self) -> dict[Language, int]:
        """The number of words in each language, a word having the language of its stretch."""
        counts = self._counts
        weights = counts.cyrillic + counts.latin
        sums = np.bincount(self.languages, weights=weights, minlength=len(LANGUAGES))
        return {name: int(sums[place]) for place, name in enumerate(LANGUAGES) if sums[place]}

    @property
    def shares(self) -> dict[Language, float]:
        """The share of each language in the words of all stretches."""
        words = self.words
        total = sum(words.values())
        return {language: count / total for language, count in words.items()}


def latin_kazakh_words(tokens: Tokens) -> int:
    """The number of Latin words in a text that is, by its letters, Kazakh in the Latin alphabet.

    0 for any other text: most words must be Latin, and a fifth of them have a letter of ä ğ ı ñ ö
    ş ū ü.
    """
    votes = tokens.vocabulary.ask(_votes, tokens.types)
    cyrillic, latin, kazakh = (
        int(np.count_nonzero(votes & bit)) for bit in (_CYRILLIC, _LATIN, _LATIN_KAZAKH)
    )
    return latin if latin > cyrillic and 5 * kazakh >= latin else 0


class _Counts(NamedTuple):
    """Words with each of the ``_BITS``, in every stretch."""

    cyrillic: IntArray
    latin: IntArray
    russian: IntArray
    kazakh: IntArray
    capital: IntArray
    latin_kazakh: IntArray


def _sums(marks: NDArray[np.bool_], firsts: IntArray) -> IntArray:
    """How many marks every stretch holds."""
    if not len(firsts):
        return np.zeros(0, dtype=np.int32)
    return np.add.reduceat(marks, firsts, dtype=np.int32)


def _decide(counts: _Counts) -> IntArray:
    """The language of every stretch: by its own words, else by the stretches around it."""
    voted = _by_votes(counts)
    decided = np.where(_names_alone(counts), _UNDECIDED, voted).astype(np.int32)
    clear = (decided == RUSSIAN) | (decided == KAZAKH)
    sure = clear & (np.abs(counts.kazakh - counts.russian) >= _SURE)
    for leading in (sure, clear):
        _inherit(decided, np.flatnonzero(leading))
    decided = np.where(decided == _UNDECIDED, voted, decided)
    return np.where(decided == _UNDECIDED, RUSSIAN, decided).astype(np.int32)


def _by_votes(counts: _Counts) -> IntArray:
    """The language of each stretch by its own words, or undecided."""
    russian, kazakh = counts.russian, counts.kazakh
    decided = np.full(len(russian), _UNDECIDED, dtype=np.int32)
    decided[russian > 0] = RUSSIAN
    decided[(kazakh >= np.maximum(russian, 1)) & (4 * kazakh >= counts.cyrillic)] = KAZAKH
    quoting = (russian + kazakh >= _SURE) & (counts.latin <= _FEW_LATIN * counts.cyrillic)
    decided[(counts.latin > counts.cyrillic) & ~quoting] = OTHER
    return decided


def _names_alone(counts: _Counts) -> NDArray[np.bool_]:
    """Stretches of capitalised words: people and places have the language of what they stand in."""
    alone: NDArray[np.bool_] = (counts.capital >= 2) & (counts.capital == counts.cyrillic)
    return alone


def _inherit(decided: IntArray, leaders: NDArray[np.intp]) -> None:
    """Undecided stretches take the language of the last leader before, else the first after."""
    if len(leaders):
        undecided = np.flatnonzero(decided == _UNDECIDED)
        before = np.searchsorted(leaders, undecided) - 1
        decided[undecided] = decided[leaders[np.maximum(before, 0)]]


def _votes(vocabulary: Vocabulary, identity: int) -> int:
    return _votes_of(vocabulary.surface(identity))


def _votes_of(form: str) -> int:
    word = form.lower()
    if _ROMAN_LOOK.fullmatch(word):
        return 0
    if not _LETTERS.search(word):
        latin = _LATIN if _LATIN_WORD.search(word) else 0
        return latin | (_LATIN_KAZAKH if latin and _LATIN_KAZAKH_LETTERS.search(word) else 0)
    script = _CYRILLIC | (_CAPITAL if form[0] != word[0] and form[1:] == word[1:] else 0)
    if word in _KAZAKH_WORDS or _KAZAKH_LETTERS.search(word) or _KAZAKH_ENDING.fullmatch(word):
        return script | _FOR_KAZAKH
    if word in _RUSSIAN_WORDS or _RUSSIAN_ENDING.fullmatch(word):
        return script | _FOR_RUSSIAN
    return script
