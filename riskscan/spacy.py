"""riskscan inside spaCy: the same tokens, sentences, readings and findings as a pipeline.

    import riskscan.spacy

    nlp = riskscan.spacy.blank("kk")  # or "ru"
    doc = nlp(text)

The tokenizers are registered as ``riskscan.ru_tokenizer.v1`` and ``riskscan.kk_tokenizer.v1``.
spaCy has no Kazakh of its own, so the language ``kk`` is registered here: ``spacy.blank("kk")``
works wherever riskscan is installed. ``riskscan_sentences`` sets sentence starts,
``riskscan_readings`` lemma, part of speech and features of the likeliest reading,
``token._.readings`` gives all of them;
the component ``riskscan`` fills ``doc.spans["riskscan"]``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache, cached_property
from pathlib import Path
from typing import Any

import numpy as np
import spacy
from spacy.attrs import SENT_START
from spacy.language import Language
from spacy.tokens import Doc, Span, Token
from spacy.vocab import Vocab
from thinc.api import Config

from riskscan.analysis import Analyzer
from riskscan.errors import UsageError
from riskscan.language import Morphology, Reading, Vocabulary, tokenize
from riskscan.language.kk.morphology import KazakhMorphology
from riskscan.language.ru.morphology import RussianMorphology
from riskscan.language.sentences import sentence_starts
from riskscan.text import Document, matching_view

TOKENIZER = "riskscan.ru_tokenizer.v1"
KAZAKH_TOKENIZER = "riskscan.kk_tokenizer.v1"
SENTENCES = "riskscan_sentences"
READINGS = "riskscan_readings"
FINDINGS = "riskscan"
_LINE_END = re.compile(r"\n\s*")


_TOKENIZERS = {"ru": TOKENIZER, "kk": KAZAKH_TOKENIZER}
_MORPHOLOGIES: dict[str, Callable[[], Morphology]] = {
    "ru": RussianMorphology,
    "kk": KazakhMorphology,
}


def blank(language: str = "ru") -> Language:
    """A pipeline with riskscan's tokens, readings and findings; UsageError for other languages.

    Drop the findings (``nlp.remove_pipe("riskscan")``) where only the words are wanted.
    """
    if language not in _TOKENIZERS:
        raise UsageError(
            "riskscan has a spaCy pipeline for Russian and Kazakh only",
            place="language",
            remedy="Ask for ru or kk.",
        )
    tokenizer = {"@tokenizers": _TOKENIZERS[language]}
    nlp = spacy.blank(language, config={"nlp": {"tokenizer": tokenizer}})
    for component in (SENTENCES, READINGS, FINDINGS):
        nlp.add_pipe(component)
    return nlp


class Tokenizer:
    """riskscan's tokens as a spaCy Doc whose text is exactly the text given.

    What stands between tokens and is no single space (line ends, more spaces, soft hyphens and
    other characters the matching view drops) becomes a token of its own.
    """

    def __init__(self, vocab: Vocab, language: str) -> None:
        self.vocab = vocab
        self.language = language

    def __call__(self, text: str) -> Doc:
        words: list[str] = []
        spaces: list[bool] = []
        for piece, is_token in _pieces(text, self.language):
            if not is_token and words and piece[0] == " ":
                spaces[-1] = True
                piece = piece[1:]
            if piece:
                words.append(piece)
                spaces.append(False)
        return Doc(self.vocab, words=words, spaces=spaces)

    def to_bytes(self, **_: Any) -> bytes:
        """The tokenizer has no state of its own."""
        return b""

    def from_bytes(self, _: bytes, **__: Any) -> Tokenizer:
        return self

    def to_disk(self, path: str | Path, **_: Any) -> None:
        """spaCy expects the file, though there is nothing to keep."""
        Path(path).write_bytes(b"")

    def from_disk(self, _: str | Path, **__: Any) -> Tokenizer:
        return self


def create_tokenizer() -> Callable[[Language], Tokenizer]:
    """The factory spaCy calls for ``@tokenizers = "riskscan.ru_tokenizer.v1"``."""
    return lambda nlp: Tokenizer(nlp.vocab, "ru")


def create_kazakh_tokenizer() -> Callable[[Language], Tokenizer]:
    """The factory spaCy calls for ``@tokenizers = "riskscan.kk_tokenizer.v1"``."""
    return lambda nlp: Tokenizer(nlp.vocab, "kk")


class KazakhDefaults(Language.Defaults):  # type: ignore[misc]  # spaCy has no types
    """Kazakh with riskscan's tokenizer."""

    config = Config({"nlp": {"tokenizer": {"@tokenizers": KAZAKH_TOKENIZER}}})


class Kazakh(Language):  # type: ignore[misc]
    """The language ``kk`` for spaCy."""

    lang = "kk"
    Defaults = KazakhDefaults


def set_sentences(doc: Doc) -> Doc:
    """Mark the first word of every sentence; a line end closes one."""
    language = _language(doc.vocab)
    tokens = tokenize(matching_view(doc.text, _known(language)), _vocabulary(language))
    begins = np.zeros(len(tokens), dtype=bool)
    begins[:1] = True
    lines = np.array([match.end() for match in _LINE_END.finditer(doc.text)], dtype=np.int32)
    firsts = np.searchsorted(tokens.starts, lines)
    begins[firsts[firsts < len(tokens)]] = True
    opening = set(tokens.starts[sentence_starts(tokens, begins)].tolist())
    # one by one, spaCy looks at the whole document for each word
    marks = [1 if token.idx in opening or token.i == 0 else -1 for token in doc]
    if marks:
        doc.from_array([SENT_START], np.array(marks, dtype=np.int64).astype(np.uint64))
    return doc


def set_readings(doc: Doc) -> Doc:
    """Give every word the lemma, part of speech and features of its likeliest reading."""
    for token in doc:
        readings = _readings(token)
        if not readings:
            token.pos_ = "SPACE"
            continue
        token.lemma_ = readings[0].lemma
        token.pos_ = readings[0].pos
        token.set_morph("|".join(sorted(readings[0].features)))
    return doc


class Findings:
    """Findings as spans: the label is the factor, ``span.id_`` the finding, ``kb_id_`` the rule.

    The whole report stands in ``doc.user_data["riskscan"]`` as plain data. Spans cover whole
    tokens even where a finding does not.
    """

    @cached_property
    def _analyzer(self) -> Analyzer:
        return Analyzer()

    def __call__(self, doc: Doc) -> Doc:
        doc.spans[FINDINGS] = []
        if not doc.text.strip():
            return doc
        report = self._analyzer.analyze(Document(doc.text))
        doc.user_data[FINDINGS] = report.model_dump(mode="json")
        for finding in report.findings:
            place = doc.char_span(finding.start, finding.end, alignment_mode="expand")
            span = Span(doc, place.start, place.end, label=finding.factor, kb_id=finding.rule)
            span.id_ = finding.id
            doc.spans[FINDINGS].append(span)
        return doc


def create_findings(nlp: Language, name: str) -> Findings:
    """The component that analyses the whole text; the rules are loaded with the first one."""
    return Findings()


def _pieces(text: str, language: str) -> Iterator[tuple[str, bool]]:
    """The text cut into tokens and, marked False, what lies between them."""
    tokens = tokenize(matching_view(text, _known(language)), _vocabulary(language))
    done = 0
    for start, end in zip(tokens.starts.tolist(), tokens.ends.tolist(), strict=True):
        if done < start:
            yield text[done:start], False
        yield text[start:end], True
        done = end
    if done < len(text):
        yield text[done:], False


def _readings(token: Token) -> tuple[Reading, ...]:
    """All readings of a token, likeliest first; none for white space."""
    language = _language(token.vocab)
    vocabulary = _vocabulary(language)
    form = matching_view(token.text, _known(language)).text
    return vocabulary.readings(vocabulary.intern(form)) if form.strip() else ()


def _language(vocab: Vocab) -> str:
    """The language to read a pipeline's words in: Russian for one riskscan does not know."""
    return vocab.lang if vocab.lang in _MORPHOLOGIES else "ru"


def _known(language: str) -> Callable[[str], bool]:
    return _vocabulary(language).morphology.known


@cache
def _vocabulary(language: str) -> Vocabulary:
    """Dictionaries are read once a process; what the table has learnt changes no answer."""
    return Vocabulary(_MORPHOLOGIES[language]())


Token.set_extension("readings", getter=_readings, force=True)
spacy.registry.tokenizers(TOKENIZER, func=create_tokenizer)
spacy.registry.tokenizers(KAZAKH_TOKENIZER, func=create_kazakh_tokenizer)
spacy.registry.languages("kk", func=Kazakh)
Language.component(SENTENCES, assigns=["token.is_sent_start"], func=set_sentences)
Language.component(READINGS, assigns=["token.lemma", "token.pos", "token.morph"], func=set_readings)
Language.factory(FINDINGS, func=create_findings)
