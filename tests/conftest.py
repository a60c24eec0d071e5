"""What every test may use: one analyzer for the whole process, since building it costs a second."""

from __future__ import annotations

import pytest
from hypothesis import settings

from riskscan.analysis import Analyzer

settings.register_profile("riskscan", deadline=None)  # no test asserts how long anything takes
settings.load_profile("riskscan")


@pytest.fixture(scope="session")
def analyzer() -> Analyzer:
    """The analyzer over the project's own rules."""
    return Analyzer()
