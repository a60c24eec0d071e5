"""Phrase search against spaCy: the same phrases, the same hits, in one process.

    uv run python -m benchmarks.phrases [FOLDER WITH .txt FILES]

Compared, with all vocabularies warm:

* text to hits: riskscan's tokens and pattern set; with sentences and clauses found as well; and
  spaCy's blank Russian tokenizer, a component that sets lemmas from a plain dict filled beforehand
  (the stock lemmatizer analyses every token anew), and its ``Matcher``;
* both matchers alone, on the same ready tokens;
* CPython's decoding of the bytes, which no text tool in Python can pass.

The hits are compared too: on riskscan's tokens, a text read as one clause and a word given its
likeliest reading alone, for a Matcher knows no clauses and one lemma a token.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import spacy
from spacy.matcher import Matcher
from spacy.tokens import Doc

from benchmarks.corpus import MEGABYTE, documents
from benchmarks.spacy_matcher import token_pattern
from benchmarks.timing import best
from riskscan.language import AnnotatedAct, Reading, Vocabulary, annotate, normalise, tokenize
from riskscan.language.identify import Stretches
from riskscan.language.ru.morphology import RussianMorphology
from riskscan.patterns import compile_patterns
from riskscan.structure.model import Act, Provision, ProvisionKind, ZoneKind
from riskscan.text import Document, Span

PHRASES = {
    "term-extension": "срок … продлить|продлевать|продлеваться",
    "other-grounds": '"по" иной основание',
    "other-cases": '"в" иной случай',
    "other-documents": '"и" иной документ',
    "may": "орган … вправе|мочь",
    "has-the-right": "иметь право",
    "if-necessary": '"при необходимости"',
    "at-discretion": '"по" свой? усмотрение',
    "refusal": "отказывать|отказать …2 в выдача",
    "as-established": '"в порядке" "," установить',
    "no-more-than": '"не более чем" на',
    "decision-taken": "решение …6 приниматься",
    "demand": "запрашивать|запросить … документ|сведение",
    "on-the-ground": '"на основании" протокол|заключение|справка',
    "suspension": "приостанавливать|приостановить|приостановление",
    "established-term": '"в" установить срок',
    "reasonable-term": '"в" разумный|краткий срок',
    "return": "возвращать|возвратить|возвращаться …3 документ|заявление|заявка",
    "one-of-decisions": 'один "из" …3 решение|мера',
    "accept-or-refuse": "принимать|принять …3 решение …3 отказ",
    "exclusion": "исключать|исключить|исключаться …3 реестр|перечень|список",
    "in-exceptional-cases": '"в" исключительный|отдельный|необходимый случай',
    "other-information": "иной|дополнительный|другой сведение|материал|информация",
    "by-legislation": '"в соответствии с" законодательство',
    "exclusive-order": '"в порядке исключения"',
    "at-choice": '"по" выбор|желание|усмотрение',
    "as-a-rule": '"как правило"',
    "not-regulated": '"не" урегулировать|установить|определить',
    "extension-of-term": "продление|приостановление …2 срок|проверка",
    "empowered": "наделяться|наделять …4 право|полномочие",
}


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the comparison; ``seconds`` for the whole corpus, the best of a few runs."""

    what: str
    seconds: float
    megabytes: float
    ratio: float  # how many times faster than spaCy at the same

    @property
    def speed(self) -> float:
        """Megabytes of UTF-8 a second."""
        return self.megabytes / self.seconds


def run(folder: Path | None = None) -> list[Row]:
    """Measure on the .txt files of a folder, or on 5 MB made up for it.

    Raises AssertionError when the two sides do not find the same.
    """
    texts = _texts(folder)
    size = sum(len(text.encode()) for text in texts) / MEGABYTE
    check_same_hits(texts)
    vocabulary = Vocabulary(RussianMorphology())
    patterns = compile_patterns(PHRASES, {}, vocabulary)
    other = SpacySide(vocabulary, texts)
    acts = [unbroken(text, vocabulary) for text in texts]
    docs = [other.ready(act) for act in acts]
    encoded = [text.encode() for text in texts]

    whole = _seconds(lambda: [patterns.match(unbroken(text, vocabulary)) for text in texts])
    clauses = _seconds(lambda: [patterns.match(_in_clauses(text, vocabulary)) for text in texts])
    theirs = _seconds(lambda: [other.find(other.read(text)) for text in texts])
    matching = _seconds(lambda: [patterns.match(act) for act in acts])
    their_matching = _seconds(lambda: [other.find(doc) for doc in docs])
    decoding = _seconds(lambda: [content.decode() for content in encoded])
    return [
        Row("riskscan, text to hits", whole, size, theirs / whole),
        Row("  with sentences and clauses", clauses, size, theirs / clauses),
        Row("spaCy, text to hits", theirs, size, 1.0),
        Row("riskscan, matching alone", matching, size, their_matching / matching),
        Row("spaCy, matching alone", their_matching, size, 1.0),
        Row("CPython, decoding alone", decoding, size, theirs / decoding),
    ]


def check_same_hits(texts: Sequence[str]) -> int:
    """The number of hits, which are the same on both sides; AssertionError when they are not."""
    vocabulary = Vocabulary(FirstReadings())
    patterns = compile_patterns(PHRASES, {}, vocabulary)
    other = SpacySide(vocabulary, texts)
    count = 0
    for text in texts:
        act = unbroken(text, vocabulary)
        hits = patterns.match(act)
        names = [hits.name(k) for k in range(len(hits))]
        ours = set(zip(names, hits.start.tolist(), hits.end.tolist(), strict=True))
        theirs = other.hits(other.ready(act))
        assert ours == theirs, f"riskscan alone {len(ours - theirs)}, spaCy {len(theirs - ours)}"
        count += len(ours)
    return count


class FirstReadings:
    """Russian morphology reduced to the likeliest reading, as a Matcher over lemmas sees it."""

    language = "ru"
    predicts = True

    def __init__(self) -> None:
        self._all = RussianMorphology()

    def readings(self, word: str) -> tuple[Reading, ...]:
        """The likeliest reading alone."""
        return self._all.readings(word)[:1]

    def known(self, word: str) -> bool:
        """Whether the dictionary has the form."""
        return self._all.known(word)

    def is_lemma(self, word: str) -> bool:
        """Whether the dictionary has a word under this name."""
        return self._all.is_lemma(word)


def _texts(folder: Path | None) -> list[str]:
    if folder is None:
        return list(documents(5.0))
    return [path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.txt"))]


def _in_clauses(text: str, vocabulary: Vocabulary) -> AnnotatedAct:
    """The text as one provision, with sentences and clauses."""
    return annotate(_act(text), vocabulary)


def unbroken(text: str, vocabulary: Vocabulary) -> AnnotatedAct:
    """The text as a Matcher sees it: one run of tokens."""
    act = _act(text)
    tokens = tokenize(text, vocabulary)
    sentences = np.array([0, len(tokens)], np.int32)
    one = np.zeros(1, np.int32)
    clauses = np.zeros(len(tokens), np.int32)
    stretches = Stretches.of(tokens, one)
    return AnnotatedAct(act, "ru", tokens, sentences, one, clauses, act.document.view, stretches)


def _act(text: str) -> Act:
    whole, nothing = Span(0, len(text)), Span(0, 0)
    point = Provision(0, ProvisionKind.POINT, None, None, 1, whole, nothing, whole, ZoneKind.NORM)
    return Act(Document(text), "", "rules", None, (point,), (), ())


class SpacySide:
    """A blank pipeline, lemmas from a dict and a Matcher with the phrases.

    The dict holds every word of the texts beforehand, as numbers: no lemma component is faster.
    """

    def __init__(self, vocabulary: Vocabulary, texts: Sequence[str]) -> None:
        self._nlp = spacy.blank("ru")
        self._nlp.max_length = max(map(len, texts)) + 1
        self._strings = self._nlp.vocab.strings
        self._lemmas: dict[int, int] = {}
        self.find = Matcher(self._nlp.vocab)
        for name, source in PHRASES.items():
            self.find.add(name, [token_pattern(source)])
        surfaces = {token.text for text in texts for token in self._nlp.tokenizer(text)}
        for text in texts:
            surfaces.update(map(vocabulary.surface, set(tokenize(text, vocabulary).types.tolist())))
        for surface in surfaces:
            lemma = vocabulary.morphology.readings(normalise(surface))[0].lemma
            self._lemmas[self._strings.add(surface)] = self._strings.add(lemma)

    def read(self, text: str) -> Doc:
        """A text with spaCy's tokens."""
        return self._lemmatised(self._nlp(text))

    def ready(self, act: AnnotatedAct) -> Doc:
        """A text with riskscan's tokens."""
        surfaces = [act.tokens.vocabulary.surface(kind) for kind in act.tokens.types.tolist()]
        return self._lemmatised(Doc(self._nlp.vocab, words=surfaces))

    def hits(self, doc: Doc) -> set[tuple[str, int, int]]:
        """Phrase, first token and end of every match."""
        return {(self._strings[name], start, end) for name, start, end in self.find(doc)}

    def _lemmatised(self, doc: Doc) -> Doc:
        lemmas = self._lemmas
        for token in doc:
            token.lemma = lemmas[token.orth]
        return doc


def _seconds(work: Callable[[], object]) -> float:
    """The best of a few runs, after one that warms up."""
    work()
    return best(work)


def main() -> None:
    """Print the comparison."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else None
    for row in run(folder):
        print(f"{row.what:30} {row.speed:8.1f} MB/s   x{row.ratio:.1f}")


if __name__ == "__main__":
    main()
