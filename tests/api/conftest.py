"""One real server for the tests of this folder: workers and rules as they are."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from starlette.testclient import TestClient

from riskscan_api.app import create_app
from riskscan_api.settings import Settings

MAX_CHARACTERS = 400_000


@pytest.fixture(scope="session")
def client() -> Iterator[TestClient]:
    """A client of a running application with one worker and room for one waiting request."""
    settings = Settings(workers=1, queue=1, max_characters=MAX_CHARACTERS, max_file_megabytes=1)
    with TestClient(create_app(settings), raise_server_exceptions=False) as running:
        yield running
