"""An expert's decisions: what is one, and what is refused."""

from __future__ import annotations

import json

import pytest

from riskscan.errors import UsageError
from riskscan.review import REASONS, Decision, read_review
from riskscan.review.decisions import LONGEST_NOTE, MOST_DECISIONS

CANARY = "канарейка"


def test_a_review_is_decisions_by_finding() -> None:
    """Verdict, reason and note under the finding's fingerprint; each may be absent."""
    review = read_review(
        json.dumps(
            {
                "decisions": {
                    "aa": {"verdict": "accepted", "note": "верно"},
                    "bb-1": {"verdict": "rejected", "reason": "other-act"},
                    "cc": {"note": "спросить"},
                }
            }
        )
    )
    assert review.decisions["aa"] == Decision(verdict="accepted", note="верно")
    assert review.decisions["bb-1"].reason == "other-act"
    assert review.decisions["cc"].verdict is None


def test_no_review_decides_nothing() -> None:
    """An empty object is a review without decisions."""
    assert read_review(b"{}").decisions == {}


@pytest.mark.parametrize("reason", REASONS)
def test_only_a_rejection_has_a_reason(reason: str) -> None:
    """A reason beside another verdict is a mistake, never dropped in silence."""
    kept = {"decisions": {"a": {"verdict": "rejected", "reason": reason}}}
    assert read_review(json.dumps(kept)).decisions["a"].reason == reason
    with pytest.raises(UsageError, match=r"review\.decisions\.a"):
        read_review(json.dumps({"decisions": {"a": {"verdict": "accepted", "reason": reason}}}))


JUNK = {
    "no JSON": f"{CANARY}",
    "a list": f'["{CANARY}"]',
    "an unknown field": f'{{"{CANARY}": 1}}',
    "a verdict of its own": f'{{"decisions": {{"a": {{"verdict": "{CANARY}"}}}}}}',
    "decisions in a list": f'{{"decisions": ["{CANARY}"]}}',
    "a decision that is text": f'{{"decisions": {{"{CANARY}": "{CANARY}"}}}}',
    "a long note": f'{{"decisions": {{"a": {{"note": "{CANARY * LONGEST_NOTE}"}}}}}}',
    "a long name": f'{{"decisions": {{"{"x" * 65}": {{}}}}}}',
    "deep nesting": '{"decisions": ' + "[" * 100_000,
    "a lone surrogate": '{"decisions": {"a": {"note": "\\ud800"}}}',
}


@pytest.mark.parametrize("kind", JUNK)
def test_junk_is_refused_and_not_repeated(kind: str) -> None:
    """The error names the field and the remedy, and nothing that was sent."""
    with pytest.raises(UsageError) as refused:
        read_review(JUNK[kind])
    assert refused.value.place.startswith("review")
    assert refused.value.remedy
    assert CANARY not in str(refused.value)


def test_the_number_of_decisions_is_bounded() -> None:
    """More decisions than a document can have findings are refused."""
    many = {str(number): {} for number in range(MOST_DECISIONS + 1)}
    with pytest.raises(UsageError):
        read_review(json.dumps({"decisions": many}))
