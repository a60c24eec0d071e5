"""The review floor: what the expert decided about the findings of a report."""

from riskscan.review.decisions import REASONS, Decision, Review, read_review
from riskscan.review.reviewed import Reviewed, ReviewedList, review

__all__ = [
    "REASONS",
    "Decision",
    "Review",
    "Reviewed",
    "ReviewedList",
    "read_review",
    "review",
]
