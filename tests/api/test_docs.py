"""docs/api.md: every command in it runs against a real server and prints what it shows."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from starlette.testclient import TestClient

from riskscan_api.requests import AnalyzeRequest
from riskscan_api.settings import Settings

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "api.md").read_text("utf-8")
ADDRESS = "http://127.0.0.1:8000"
BLOCKS = re.findall(r"^```(\w*)\n(.*?)^```$", PAGE, re.DOTALL | re.MULTILINE)
CONSOLES = [text for kind, text in BLOCKS if kind == "console"]
PROGRAMS = [
    (text, BLOCKS[number + 1][1]) for number, (kind, text) in enumerate(BLOCKS) if kind == "python"
]


def transcript(console: str) -> tuple[str, str]:
    """The commands of a console block and all they print."""
    lines = console.splitlines()
    commands, printed, speaking = [], [], False
    for line in lines:
        speaking = line.startswith("$ ") or (speaking and line.startswith("    "))
        (commands if speaking else printed).append(line.removeprefix("$ "))
    return "\n".join(commands), "\n".join(printed)


def agrees(shown: str, printed: str) -> bool:
    """Whether the output is the one shown, white space apart, with ``…`` for anything."""
    parts = [re.escape(re.sub(r"\s", "", part)) for part in shown.split("…")]
    return re.fullmatch(".*?".join(parts), re.sub(r"\s", "", printed), re.DOTALL) is not None


@pytest.mark.skipif(shutil.which("curl") is None, reason="curl is not installed")
@pytest.mark.parametrize("console", CONSOLES, ids=lambda text: text[2:50])
def test_commands_print_what_the_page_shows(server: str, console: str) -> None:
    """Run as they stand, but for the address of the server."""
    commands, shown = transcript(console)
    run = subprocess.run(
        ["sh", "-c", commands.replace(ADDRESS, server)],
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    )
    assert agrees(shown, run.stdout), run.stdout


@pytest.mark.parametrize(("program", "shown"), PROGRAMS)
def test_programs_print_what_the_page_shows(server: str, program: str, shown: str) -> None:
    """The Python examples, in an interpreter of their own."""
    command = [sys.executable, "-X", "utf8", "-c", program.replace(ADDRESS, server)]
    run = subprocess.run(command, check=True, capture_output=True, text=True)
    assert re.fullmatch(
        ".*".join(re.escape(part) for part in shown.strip().split("…")), run.stdout.splitlines()[0]
    )


def test_the_page_has_its_examples() -> None:
    """A page whose blocks were renamed would be tested by nothing."""
    assert len(CONSOLES) >= 8
    assert PROGRAMS


def test_every_door_option_and_setting_is_on_the_page(client: TestClient) -> None:
    """What exists is described."""
    for path in client.get("/openapi.json").json()["paths"]:
        assert path.replace("{id}", "") in PAGE
    for option in AnalyzeRequest.model_fields:
        assert f"`{option}`" in PAGE or option == "text"
    for setting in Settings.model_fields:
        assert f"`RISKSCAN_{setting.upper()}`" in PAGE


def test_examples_of_the_description_are_valid(client: TestClient) -> None:
    """Each example in the OpenAPI document fits the model it stands with."""
    document = client.get("/openapi.json").json()
    examples = list(_examples(document))
    assert {name for name, _ in examples} >= {"AnalyzeRequest", "Problem", "Report"}
    for name, example in examples:
        schema = document | {"$ref": f"#/components/schemas/{name}"}
        Draft202012Validator(schema).validate(example)


def _examples(document: dict[str, Any]) -> list[tuple[str, Any]]:
    """(model, example) pairs: of the models themselves, of bodies and of answers."""
    found = [
        (name, example)
        for name, schema in document["components"]["schemas"].items()
        for example in schema.get("examples", ())
    ]
    for node in document["paths"].values():
        for operation in node.values():
            places = [operation.get("requestBody", {}), *operation["responses"].values()]
            contents = [each for place in places for each in place.get("content", {}).values()]
            for content in contents:
                reference = content["schema"].get("$ref", "").rpartition("/")[2]
                if "example" in content:
                    found.append((reference, content["example"]))
    return found
