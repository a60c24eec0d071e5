"""YAML files read safely, with the place of every value kept for error messages.

Plain ``yaml.safe_load`` lets a later duplicate key win in silence, expands alias bombs and forgets
line numbers; rule authors need the opposite.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from riskscan.errors import RuleError

MAX_BYTES = 512 * 1024
MAX_DEPTH = 16
# libyaml reads the same nodes ten times faster; not every build of PyYAML carries it.
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_STRING = "tag:yaml.org,2002:str"
_SCALARS = yaml.SafeLoader("")

Location = tuple[str | int, ...]


@dataclass(frozen=True)
class YamlFile:
    """The content of one file and the line and column (from 1) of every value in it."""

    path: Path
    data: dict[str, Any]
    marks: dict[Location, tuple[int, int]]

    def place(self, location: Location = ()) -> str:
        """``file:line:column`` of a value, or of its nearest parent that stands in the file."""
        while location and location not in self.marks:
            location = location[:-1]
        line, column = self.marks.get(location, (1, 1))
        return f"{self.path}:{line}:{column}"

    def error(self, cause: str, location: Location = (), remedy: str = "") -> RuleError:
        """A RuleError that points at a value of this file."""
        return RuleError(cause, place=self.place(location), remedy=remedy)


def read_yaml(path: Path) -> YamlFile:
    """Read one mapping; RuleError names file, line and column of whatever is wrong."""
    try:
        raw = path.read_bytes()
        if len(raw) > MAX_BYTES:
            raise RuleError(
                f"file of {len(raw)} bytes", place=str(path), remedy=f"The limit is {MAX_BYTES}."
            )
        text = raw.decode("utf-8-sig")
        _check_depth(text, path)
        node = yaml.compose(text, Loader=_LOADER)
    except OSError as error:
        raise RuleError(f"cannot be read ({error.strerror})", place=str(path)) from error
    except UnicodeDecodeError as error:
        raise RuleError("not UTF-8", place=str(path), remedy="Save it as UTF-8.") from error
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        place = f"{path}:{mark.line + 1}:{mark.column + 1}" if mark else str(path)
        raise RuleError(f"not valid YAML: {error.problem}", place=place) from error
    except yaml.YAMLError as error:
        raise RuleError("not valid YAML", place=str(path)) from error
    if not isinstance(node, yaml.MappingNode):
        raise RuleError("must hold one mapping", place=f"{path}:1:1")
    marks: dict[Location, tuple[int, int]] = {}
    data = _construct(node, (), marks, path, set())
    return YamlFile(path, data, marks)


def _check_depth(text: str, path: Path) -> None:
    """Refuse deep nesting before anything recursive meets it: libyaml would overflow its stack."""
    depth = 0
    for event in yaml.parse(text, Loader=_LOADER):
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        if depth > MAX_DEPTH:
            mark = event.start_mark
            place = f"{path}:{mark.line + 1}:{mark.column + 1}" if mark else str(path)
            raise RuleError("nested too deeply", place=place, remedy=f"The limit is {MAX_DEPTH}.")


def _construct(
    node: yaml.Node,
    location: Location,
    marks: dict[Location, tuple[int, int]],
    path: Path,
    seen: set[int],
) -> Any:
    line, column = node.start_mark.line + 1, node.start_mark.column + 1
    marks[location] = (line, column)
    place = f"{path}:{line}:{column}"
    if id(node) in seen:
        raise RuleError("alias", place=place, remedy="Write the value out; aliases are refused.")
    seen.add(id(node))
    if isinstance(node, yaml.MappingNode):
        return _construct_mapping(node, location, marks, path, seen)
    if isinstance(node, yaml.SequenceNode):
        return [
            _construct(item, (*location, index), marks, path, seen)
            for index, item in enumerate(node.value)
        ]
    if node.tag == _STRING:
        return node.value
    try:
        return _SCALARS.construct_object(node)
    except (yaml.YAMLError, ValueError) as error:
        raise RuleError("a value YAML cannot represent", place=place) from error


def _construct_mapping(
    node: yaml.MappingNode,
    location: Location,
    marks: dict[Location, tuple[int, int]],
    path: Path,
    seen: set[int],
) -> dict[str, Any]:
    result: dict[str, Any] = {}
    for key_node, value_node in node.value:
        place = f"{path}:{key_node.start_mark.line + 1}:{key_node.start_mark.column + 1}"
        if not isinstance(key_node, yaml.ScalarNode):
            raise RuleError("a key that is no plain word", place=place)
        key = str(key_node.value)
        if key in result:
            raise RuleError(f"duplicate key “{key}”", place=place, remedy="Keep one of the two.")
        result[key] = _construct(value_node, (*location, key), marks, path, seen)
        marks[(*location, key)] = (key_node.start_mark.line + 1, key_node.start_mark.column + 1)
    return result
