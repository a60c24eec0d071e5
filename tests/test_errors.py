"""Errors: what they say, and that they survive the way out of a worker."""

from __future__ import annotations

import pickle

import pytest

from riskscan.errors import PatternError, RiskscanError, RuleError, UsageError


@pytest.mark.parametrize("kind", [RuleError, UsageError, PatternError])
def test_an_error_crosses_processes_whole(kind: type[RiskscanError]) -> None:
    """Pickled and read again it has the same kind, place, cause and remedy."""
    error = kind("the concept has no patterns", place="rules/a.yaml:3", remedy="Write one")
    again = pickle.loads(pickle.dumps(error))  # noqa: S301 - our own bytes
    assert type(again) is kind
    assert str(again) == str(error)
    assert (again.cause, again.place, again.remedy) == (error.cause, error.place, error.remedy)
