"""The text floor: documents, spans and the matching view."""

from riskscan.text.document import Document, Segment, Unread
from riskscan.text.span import Span
from riskscan.text.view import Known, View, join_lines, line_view, matching_view

__all__ = [
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
