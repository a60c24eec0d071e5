"""Russian syntax: who depends on whom, for the few sentences that need it.

The model is slovnet's (news texts, LAS about 0.88 there; on 60 sentences of acts the subject was
right in 51 once the enumerator was stripped). It travels inside the natasha wheel together with
its word vectors; natasha itself is never imported, it would drag a second morphology along.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any, NamedTuple

from threadpoolctl import ThreadpoolController

from riskscan.errors import UsageError

MOST_WORDS = 120  # errors grow beyond some 60 words, time with every one

_MODEL = Path("model", "slovnet_syntax_news_v1.tar")
_VECTORS = Path("emb", "navec_news_v1_1B_250K_300d_100q.tar")
_REMEMBERED = 4096  # sentences


class Arc(NamedTuple):
    """A word's dependency: the index of its head (-1 for the root) and the UD relation."""

    head: int
    relation: str


class Syntax:
    """A dependency parser; the model (0.5 s, 200 MB) is loaded when the first sentence comes."""

    def __init__(self, folder: Path | None = None) -> None:
        """``folder`` holds the models; by default the data of the installed natasha wheel."""
        self._folder = folder
        self._model: Any = None
        self._algebra: ThreadpoolController
        self._arcs = lru_cache(_REMEMBERED)(self._infer)

    def parse(self, words: Sequence[str]) -> tuple[Arc, ...]:
        """One arc for every word, or none at all for a sentence of over 120 words.

        Words are tokens as they stand in the text; leave the enumerator out. Raises UsageError
        when the model is not installed.
        """
        return self._arcs(tuple(words)) if 0 < len(words) <= MOST_WORDS else ()

    def _infer(self, words: tuple[str, ...]) -> tuple[Arc, ...]:
        if self._model is None:
            self._model = _load(self._folder or _installed())
            self._algebra = ThreadpoolController()
        # A sentence's matrices are small: waiting for one another, BLAS threads take ten times as
        # long, and all cores. Held here, so that it holds however numpy came to be imported.
        with self._algebra.limit(limits=1, user_api="blas"):
            tokens = self._model(list(words)).tokens
        return tuple(Arc(int(token.head_id) - 1, token.rel) for token in tokens)


def _installed() -> Path:
    found = find_spec("natasha")
    if found is None or found.origin is None:
        raise UsageError("the syntax model is not installed", remedy="Install natasha")
    return Path(found.origin).parent / "data"


def _load(folder: Path) -> Any:
    for file in (_MODEL, _VECTORS):
        if not (folder / file).is_file():
            cause = "a file of the syntax model is missing"
            raise UsageError(cause, place=str(folder / file), remedy="Install natasha again")
    from navec import Navec
    from slovnet import Syntax as Model

    model = Model.load(str(folder / _MODEL))
    model.navec(Navec.load(str(folder / _VECTORS)))
    return model
