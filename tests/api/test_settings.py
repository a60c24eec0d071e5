"""Settings: environment variables, checked before the server starts."""

from __future__ import annotations

from pathlib import Path

import pytest

from riskscan.errors import UsageError
from riskscan_api.settings import Settings, read_settings


def test_nothing_set_means_the_defaults() -> None:
    """Unset and empty variables are the same."""
    assert read_settings({}) == Settings()
    assert read_settings({"RISKSCAN_WORKERS": ""}) == Settings()


def test_variables_are_read(tmp_path: Path) -> None:
    """Each setting has its variable."""
    settings = read_settings(
        {
            "RISKSCAN_MAX_CHARACTERS": "1000",
            "RISKSCAN_TIMEOUT_SECONDS": "2.5",
            "RISKSCAN_WORKERS": "3",
            "RISKSCAN_QUEUE": "4",
            "RISKSCAN_CACHE_MEGABYTES": "0",
            "RISKSCAN_MEMORY_MEGABYTES": "2048",
            "RISKSCAN_MAX_FILE_MEGABYTES": "5",
            "RISKSCAN_BODIES_MEGABYTES": "64",
            "RISKSCAN_RULES": str(tmp_path),
        }
    )
    assert settings == Settings(
        max_characters=1000,
        timeout_seconds=2.5,
        workers=3,
        queue=4,
        cache_megabytes=0,
        memory_megabytes=2048,
        max_file_megabytes=5,
        bodies_megabytes=64,
        rules=tmp_path,
    )


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("RISKSCAN_WORKERS", "many"),
        ("RISKSCAN_WORKERS", "0"),
        ("RISKSCAN_MAX_CHARACTERS", "6000000"),
        ("RISKSCAN_TIMEOUT_SECONDS", "nan"),
        ("RISKSCAN_CACHE_MEGABYTES", "-1"),
        ("RISKSCAN_RULES", "/no/such/folder"),
    ],
)
def test_a_senseless_value_names_its_variable(name: str, value: str) -> None:
    """The error says which variable, why, and what happens without it."""
    with pytest.raises(UsageError) as caught:
        read_settings({name: value})
    assert caught.value.place == name
    assert "default" in caught.value.remedy
