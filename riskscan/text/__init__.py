"""The text floor: documents, spans and the matching view."""

from riskscan.text.document import Document, Segment, Unread
from riskscan.text.span import Span

__all__ = ["Document", "Segment", "Span", "Unread"]
