"""riskscan inside spaCy: the same tokens, readings and findings as a pipeline.

    import riskscan.spacy

    nlp = riskscan.spacy.blank("ru")
    nlp.add_pipe("riskscan")
    doc = nlp(text)

The tokenizer is registered as ``riskscan.ru_tokenizer.v1``; ``riskscan_readings`` sets lemma, part
of speech and features of the likeliest reading, ``token._.readings`` gives all of them; the
component ``riskscan`` fills ``doc.spans["riskscan"]``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache, cached_property
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language
from spacy.tokens import Doc, Span, Token
from spacy.vocab import Vocab

from riskscan.analysis import Analyzer
from riskscan.errors import UsageError
from riskscan.language import Reading, Vocabulary, tokenize
from riskscan.language.ru.morphology import RussianMorphology
from riskscan.text import Document, matching_view

TOKENIZER = "riskscan.ru_tokenizer.v1"
READINGS = "riskscan_readings"
FINDINGS = "riskscan"


def blank(language: str = "ru") -> Language:
    """A pipeline with riskscan's tokens, readings and findings; UsageError for other languages.

    Drop the findings (``nlp.remove_pipe("riskscan")``) where only the words are wanted.
    """
    if language != "ru":
        raise UsageError("riskscan has a spaCy pipeline for Russian only", place="language")
    nlp = spacy.blank("ru", config={"nlp": {"tokenizer": {"@tokenizers": TOKENIZER}}})
    nlp.add_pipe(READINGS)
    nlp.add_pipe(FINDINGS)
    return nlp


class RussianTokenizer:
    """riskscan's tokens as a spaCy Doc whose text is exactly the text given.

    What stands between tokens and is no single space (line ends, more spaces, soft hyphens and
    other characters the matching view drops) becomes a token of its own.
    """

    def __init__(self, vocab: Vocab) -> None:
        self.vocab = vocab

    def __call__(self, text: str) -> Doc:
        words: list[str] = []
        spaces: list[bool] = []
        for piece, is_token in _pieces(text):
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

    def from_bytes(self, _: bytes, **__: Any) -> RussianTokenizer:
        return self

    def to_disk(self, path: str | Path, **_: Any) -> None:
        """spaCy expects the file, though there is nothing to keep."""
        Path(path).write_bytes(b"")

    def from_disk(self, _: str | Path, **__: Any) -> RussianTokenizer:
        return self


def create_tokenizer() -> Callable[[Language], RussianTokenizer]:
    """The factory spaCy calls for ``@tokenizers = "riskscan.ru_tokenizer.v1"``."""
    return lambda nlp: RussianTokenizer(nlp.vocab)


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


def _pieces(text: str) -> Iterator[tuple[str, bool]]:
    """The text cut into tokens and, marked False, what lies between them."""
    vocabulary = _vocabulary()
    tokens = tokenize(matching_view(text, vocabulary.morphology.known), vocabulary)
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
    vocabulary = _vocabulary()
    form = matching_view(token.text, vocabulary.morphology.known).text
    return vocabulary.readings(vocabulary.intern(form)) if form.strip() else ()


@cache
def _vocabulary() -> Vocabulary:
    """Dictionaries are read once a process; what the table has learnt changes no answer."""
    return Vocabulary(RussianMorphology())


Token.set_extension("readings", getter=_readings, force=True)
spacy.registry.tokenizers(TOKENIZER, func=create_tokenizer)
Language.component(READINGS, assigns=["token.lemma", "token.pos", "token.morph"], func=set_readings)
Language.factory(FINDINGS, func=create_findings)
