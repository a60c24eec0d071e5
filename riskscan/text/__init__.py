"""The text floor: documents, spans and the matching view."""

from riskscan.text.document import Assumption, Document, Segment, Unread
from riskscan.text.matching import join_lines, line_view, matching_view
from riskscan.text.spacing import Known
from riskscan.text.span import Span
from riskscan.text.view import View

__all__ = [
    "Assumption",
    "Document",
    "Known",
    "Segment",
    "Span",
    "Unread",
    "View",
    "join_lines",
    "line_view",
    "matching_view",
]
