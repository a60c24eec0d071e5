"""Spreading work over processes: order, bounded memory, a death that is told."""

from __future__ import annotations

import os

import pytest

from riskscan.errors import RiskscanError
from riskscan.evaluation import workers
from riskscan.evaluation.workers import spread
from tests.evaluation.workers_at_work import dier, doubler


def test_alone_means_in_this_process() -> None:
    """Little work is not worth a process."""
    answers = list(spread(doubler, [1, 2], alone=True))
    assert answers == [(2, os.getpid()), (4, os.getpid())]


@pytest.mark.skipif(os.cpu_count() == 1, reason="needs two cores")
def test_answers_keep_their_order_through_new_processes(monkeypatch: pytest.MonkeyPatch) -> None:
    """After each slab the processes are new ones, and nothing is lost or doubled."""
    monkeypatch.setattr(workers, "SLAB", 10)
    answers = list(spread(doubler, range(20), alone=False))
    assert [answer for answer, _ in answers] == [2 * number for number in range(20)]
    first, second = ({process for _, process in part} for part in (answers[:10], answers[10:]))
    assert os.getpid() not in first | second
    assert not first & second


@pytest.mark.skipif(os.cpu_count() == 1, reason="needs two cores")
def test_a_process_that_dies_is_told() -> None:
    """No hanging and no silence."""
    with pytest.raises(RiskscanError, match="a worker process died"):
        list(spread(dier, [1, 2, 3], alone=False))
