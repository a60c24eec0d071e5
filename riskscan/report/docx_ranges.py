"""The marks that tie a comment to its words: where its range begins and ends, and its sign.

The range stands beside the runs it covers, inside whatever holds them. The sign stands in the
paragraph itself: a content control or a link that Word fills anew must not take it away.
"""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy

from lxml.etree import _Element

from riskscan.reading.ooxml import w
from riskscan.report.docx_places import Anchor
from riskscan.report.docx_runs import HIGHLIGHT, PARAGRAPH, PROPERTIES, RUN

ID = w("id")
PARAGRAPH_PROPERTIES = w("pPr")
UNSHARED = (HIGHLIGHT, w("rPrChange"))  # what the sign does not take over from the run before it


def tie(comments: Sequence[tuple[str, Anchor]]) -> None:
    """Tie comments, in text order, to what they cover: equal places keep that order."""
    for identity, anchor in comments:
        _begin(identity, anchor.first)
    for identity, anchor in reversed(comments):
        _end(identity, anchor.last)


def _begin(identity: str, first: _Element) -> None:
    start = first.makeelement(w("commentRangeStart"), {ID: identity})
    if first.tag != PARAGRAPH:
        first.addprevious(start)
        return
    properties = first.find(PARAGRAPH_PROPERTIES)
    if properties is None:
        first.insert(0, start)
    else:
        properties.addnext(start)


def _end(identity: str, last: _Element) -> None:
    end = last.makeelement(w("commentRangeEnd"), {ID: identity})
    if last.tag == PARAGRAPH:
        last.append(end)
        last.append(_sign(identity, last))
        return
    in_paragraph = last
    while (parent := in_paragraph.getparent()) is not None and parent.tag != PARAGRAPH:
        in_paragraph = parent
    in_paragraph.addnext(_sign(identity, last))
    last.addnext(end)


def _sign(identity: str, last: _Element) -> _Element:
    """A run with the comment's sign, no taller than the run before it."""
    sign = last.makeelement(RUN)
    properties = last.find(PROPERTIES)
    if properties is not None:
        own = deepcopy(properties)
        for name in UNSHARED:
            for property_ in own.findall(name):
                own.remove(property_)
        sign.append(own)
    sign.append(sign.makeelement(w("commentReference"), {ID: identity}))
    return sign
