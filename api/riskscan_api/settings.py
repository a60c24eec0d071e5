"""Settings of the server, read from environment variables."""

from __future__ import annotations

import os
from collections.abc import Mapping

from pydantic import BaseModel, ConfigDict, DirectoryPath, Field, ValidationError

from riskscan.errors import UsageError

PREFIX = "RISKSCAN_"
MEGABYTE = 2**20


class Settings(BaseModel):
    """Each field is an environment variable: ``max_characters`` is ``RISKSCAN_MAX_CHARACTERS``.

    ``timeout_seconds`` bounds one analysis, and before it the arrival of the body and the wait for
    a free worker; ``workers`` are processes, ``queue`` how many requests may wait for one;
    ``memory_megabytes`` bounds each worker (0: no bound), ``cache_megabytes`` the answers kept in
    memory (0: none is kept), ``bodies_megabytes`` the bodies of all requests under way.
    """

    model_config = ConfigDict(frozen=True)

    max_characters: int = Field(default=5_000_000, ge=1, le=5_000_000)
    max_file_megabytes: int = Field(default=50, ge=1, le=50)
    bodies_megabytes: int = Field(default=512, ge=64)
    timeout_seconds: float = Field(default=60, gt=0, le=3600)
    workers: int = Field(default_factory=lambda: os.cpu_count() or 1, ge=1, le=256)
    queue: int = Field(default=32, ge=1, le=10_000)
    memory_megabytes: int = Field(default=4096, ge=0)
    cache_megabytes: int = Field(default=64, ge=0)
    rules: DirectoryPath | None = None

    @property
    def max_bytes(self) -> int:
        """The largest JSON body: every character escaped as six, and room for the other fields."""
        return 6 * self.max_characters + 65_536

    @property
    def max_file_bytes(self) -> int:
        """The largest file."""
        return self.max_file_megabytes * MEGABYTE


def read_settings(environment: Mapping[str, str] = os.environ) -> Settings:
    """The settings; UsageError names the variable that makes no sense."""
    given = {
        name: environment[PREFIX + name.upper()]
        for name in Settings.model_fields
        if environment.get(PREFIX + name.upper())
    }
    try:
        return Settings.model_validate(given)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        name = str(first["loc"][0])
        default = Settings.model_fields[name].get_default(call_default_factory=True)
        raise UsageError(
            first["msg"],
            place=PREFIX + name.upper(),
            remedy=f"Unset it to use the default ({default or 'the rules that came installed'})",
        ) from None
