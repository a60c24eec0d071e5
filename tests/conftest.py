"""What every test may use: one analyzer for the whole process, since building it costs a second."""

from __future__ import annotations

import pytest

from riskscan.analysis import Analyzer


@pytest.fixture(scope="session")
def analyzer() -> Analyzer:
    """The analyzer over the project's own rules."""
    return Analyzer()
