"""Kazakh: morphology alone and the whole analyzer, and how much of a folder's words are known.

    uv run python -m benchmarks.kazakh [FOLDER WITH .txt FILES]

Without a folder the acts are made up: our lexicon's words with endings our tables allow, in the
order of a rule's sentence. *Cold* reads every form for the first time, *warm* has analysed 20 MB of
other acts. Coverage counts words that lexicon and rules account for, never guesses.
"""

from __future__ import annotations

import random
import re
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.analyzer import WARM_MEGABYTES, Figure, describe
from benchmarks.corpus import MEGABYTE
from benchmarks.timing import best
from riskscan.analysis import Analyzer
from riskscan.analysis.process import settle
from riskscan.language import Vocabulary, tokenize
from riskscan.language.kk.lexicon import Lexicon, Shape
from riskscan.language.kk.morphology import KazakhMorphology
from riskscan.language.kk.suffixes import nominal, verbal
from riskscan.text import Document, matching_view

_KAZAKH = re.compile("[әғқңөұүһі]", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]{2,}(?:-[^\W\d_]+)*")
_RISKY = 0.015  # of the points, as in the Russian corpus
_POWERS = ("ұзартуға құқылы", "бас тарта алады", "тоқтатуы мүмкін", "өзге де құжаттарды сұратады")
_ACTORS = ("Уәкілетті орган", "Комиссия", "Басқарма", "Көрсетілетін қызметті беруші", "Әкімдік")


def documents(megabytes: float, *, seed: int, size: int = 100_000) -> Iterator[str]:
    """Made-up acts of about ``size`` bytes each; the same seed gives the same bytes."""
    chance = random.Random(seed)  # noqa: S311 - not for secrets
    nouns, verbs = _stems("NOUN"), _stems("VERB")
    left = megabytes * MEGABYTE
    while left > 0:
        lines: list[str] = []
        room = size
        while room > 0:
            line = f"{len(lines) + 1}. {_point(chance, nouns, verbs)}"
            lines.append(line)
            room -= len(line.encode())
        document = "\n".join(lines)
        left -= len(document.encode())
        yield document


def _point(chance: random.Random, nouns: list[_Stem], verbs: list[_Stem]) -> str:
    words = [_inflected(chance, chance.choice(nouns)) for _ in range(chance.randint(6, 18))]
    ending = (
        chance.choice(_POWERS)
        if chance.random() < _RISKY
        else _inflected(chance, chance.choice(verbs))
    )
    term = f"{chance.randint(2, 60)} жұмыс күні ішінде"
    return f"{chance.choice(_ACTORS)} {' '.join(words)} {term} {ending}."


_Stem = tuple[str, tuple[str, ...]]


def _stems(pos: str) -> list[_Stem]:
    """Stems with the endings that may follow them."""
    chains = nominal if pos == "NOUN" else verbal
    found: list[_Stem] = []
    for written, stems in Lexicon().stems.items():
        for stem in stems:
            if stem.pos == pos and stem.shape is Shape.WHOLE and len(written) > 3:
                endings = tuple(e for e in chains(stem.contexts[0]) if len(e) < 9)
                found.append((written, endings))
    return found


def _inflected(chance: random.Random, stem: _Stem) -> str:
    written, endings = stem
    return written + chance.choice(endings)


@dataclass(frozen=True, slots=True)
class Coverage:
    """How many of a text's Kazakh words lexicon and rules account for."""

    words: int
    known: int

    @property
    def share(self) -> float:
        """Known words among all."""
        return self.known / self.words if self.words else 0.0


def coverage(texts: Sequence[str]) -> Coverage:
    """Every word of two Cyrillic letters or more counts as often as it stands there."""
    morphology = KazakhMorphology()
    seen: dict[str, bool] = {}
    words = known = 0
    for text in texts:
        for match in _WORD.finditer(matching_view(text, morphology.known).text):
            word = match[0].lower()
            if not re.search("[а-яәғқңөұүһі]", word):
                continue
            if word not in seen:
                seen[word] = morphology.known(word)
            words += 1
            known += seen[word]
    return Coverage(words, known)


def run(folder: Path | None = None) -> list[Figure]:
    """Words a second of morphology, megabytes a second of the whole; the baseline decodes."""
    warm, measured = _texts(folder)
    size = sum(len(text.encode()) for text in measured) / MEGABYTE
    cold, again, count = _morphology(measured)
    analyzer = Analyzer()
    for text in warm:
        analyzer.analyze(Document(text))
    settle()
    whole = best(lambda: [analyzer.analyze(Document(text)) for text in measured])
    encoded = [text.encode() for text in measured]
    decoding = best(lambda: [content.decode() for content in encoded])
    splitting = best(lambda: [text.split() for text in measured])
    return [
        Figure("Kazakh morphology, cold", count / cold, "w/s", "str.split", count / splitting),
        Figure("Kazakh morphology, warm", count / again, "w/s", "str.split", count / splitting),
        Figure("Kazakh, whole, warm", size / whole, "MB/s", "CPython decoding", size / decoding),
    ]


def _morphology(texts: Sequence[str]) -> tuple[float, float, int]:
    """Seconds for the first and for a later pass of tokens with readings, and their number."""
    vocabulary = Vocabulary(KazakhMorphology())
    vocabulary.readings(vocabulary.intern("мерзімі"))  # the tables are built with the first word

    def read() -> int:
        count = 0
        for text in texts:
            tokens = tokenize(text, vocabulary)
            count += len(tokens)
            for identity in set(tokens.types.tolist()):
                vocabulary.readings(identity)
        return count

    start = time.process_time()
    count = read()
    cold = time.process_time() - start
    return cold, best(read), count


def _texts(folder: Path | None) -> tuple[list[str], list[str]]:
    if folder is None:
        return list(documents(WARM_MEGABYTES, seed=7)), list(documents(3.0, seed=8))
    texts = [text for text in map(_read, sorted(folder.glob("*.txt"))) if _KAZAKH.search(text)]
    third = max(1, len(texts) // 3)
    return texts[:-third], texts[-third:]


def _read(path: Path) -> str:
    return path.read_text("utf-8")


def main() -> None:
    """Print the figures, and of a folder the coverage too."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else None
    for figure in run(folder):
        print(describe(figure))
    if folder is not None:
        found = coverage([_read(path) for path in sorted(folder.glob("*.txt"))])
        print(f"known words: {found.share:.4f} of {found.words}")


if __name__ == "__main__":
    main()
