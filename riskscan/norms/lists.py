"""The lists that provisions introduce: their items, and whether they are closed."""

from __future__ import annotations

from riskscan.norms.concepts import Own
from riskscan.norms.reader import NormReader
from riskscan.structure.model import Provision
from riskscan.text import Span


class Lists:
    """The lists of one act."""

    def __init__(self, reader: NormReader) -> None:
        self._reader = reader

    def closed(self, provision: int) -> Span | None:
        """The list a provision introduces, when it has two items or more and no open tail."""
        items = self.items(provision)
        if len(items) < 2 or any(self._open_tail(item) for item in items):
            return None
        return Span(items[0].span.start, items[-1].span.end)

    def items(self, provision: int) -> list[Provision]:
        """The items of the list a provision introduces."""
        if not self._reader.introduces(provision):
            return []
        return list(self._reader.act.children(provision))

    def _open_tail(self, item: Provision) -> bool:
        return any(
            self._reader.table.has(sentence, Own.OPEN_TAIL)
            for sentence in self._reader.sentences(item.index)
        )
