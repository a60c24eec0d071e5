"""A report sorted by decisions."""

from __future__ import annotations

from riskscan.review import Decision, Review, review
from tests.report.sample import FINDINGS, REPORT


def test_every_finding_stands_in_one_list_in_text_order() -> None:
    """Accepted, rejected, undecided together are the report."""
    first, second, third, fourth = sorted(FINDINGS, key=lambda finding: finding.start)
    decided = Review(
        decisions={
            fourth.id: Decision(verdict="accepted"),
            first.id: Decision(verdict="accepted", note="да"),
            second.id: Decision(verdict="rejected", reason="minor"),
            third.id: Decision(note="подумать"),
        }
    )
    reviewed = review(REPORT, decided)
    assert [each.finding.id for each in reviewed.accepted] == [first.id, fourth.id]
    assert reviewed.accepted[0].decision.note == "да"
    assert [each.finding.id for each in reviewed.rejected] == [second.id]
    assert [each.finding.id for each in reviewed.undecided] == [third.id]
    assert reviewed.undecided[0].decision.note == "подумать"
    assert reviewed.orphans == 0


def test_decisions_about_changed_norms_are_counted_not_attached() -> None:
    """A fingerprint the report does not know is an orphan."""
    reviewed = review(REPORT, Review(decisions={"gone": Decision(verdict="accepted")}))
    assert reviewed.accepted == ()
    assert len(reviewed.undecided) == len(FINDINGS)
    assert reviewed.orphans == 1
