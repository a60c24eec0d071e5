"""The words of power as data: concepts, actions and elements read from ``rules/``.

A lexicon holds every language side by side; floors above take one language at a time. Each entry
is written in the pattern language, so a lawyer can read and extend it without touching code.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from riskscan.errors import RuleError
from riskscan.norms.model import POWER, ElementKind, Modality, Role
from riskscan.yaml_file import YamlFile, read_yaml

M = TypeVar("M", bound=BaseModel)


class _Entry(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Concept(_Entry):
    """A named list of patterns; with a role it names actors, with a modality it binds actions."""

    id: str = Field(pattern=r"^[a-z][a-z-]*$")
    role: Role | None = None
    modality: Modality | None = None
    ru: tuple[str, ...] = ()
    kk: tuple[str, ...] = ()


class ActionWords(_Entry):
    """The words of one action in one language; ``[[ ]]`` marks the predicate in a phrase."""

    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()


class Action(_Entry):
    """A class of actions: aspect pairs, reflexives and nominalisations together.

    ``power_only``: only an authority performs it, so an unstated actor still means power.
    ``affects_persons``: it touches a person's right, duty or money, not only the body's own house.
    ``stage``: actions of one stage share their term ("рассматривает" and "решение принимается").
    """

    id: str = Field(pattern=r"^[a-z][a-z-]*$")
    title: dict[str, str]
    power_only: bool
    affects_persons: bool
    stage: str | None = None
    ru: ActionWords = ActionWords()
    kk: ActionWords = ActionWords()


class ElementWords(_Entry):
    """What shows an element, and the longer wordings that only look like it."""

    patterns: tuple[str, ...] = ()
    except_: tuple[str, ...] = Field(default=(), alias="except")


class ElementLexicon(_Entry):
    """The words of one kind of element."""

    kind: ElementKind
    ru: ElementWords = ElementWords()
    kk: ElementWords = ElementWords()


@dataclass(frozen=True)
class Source:
    """One named pattern and where it is written."""

    name: str
    pattern: str
    place: str


@dataclass(frozen=True)
class Lexicon:
    """All concepts, actions and elements, with the files they came from."""

    concepts: Mapping[str, Concept]
    actions: Mapping[str, Action]
    elements: Mapping[ElementKind, ElementLexicon]
    files: tuple[YamlFile, ...]

    def modal_concepts(self) -> dict[Modality, list[str]]:
        """The concepts that express each modality."""
        table: dict[Modality, list[str]] = {}
        for concept in self.concepts.values():
            if concept.modality is not None:
                table.setdefault(concept.modality, []).append(concept.id)
        return table

    def power_concepts(self) -> list[str]:
        """The concepts that name holders of power."""
        return [concept.id for concept in self.concepts.values() if concept.role in POWER]

    def sources(self, language: str) -> Iterator[Source]:
        """Every pattern of a language, named ``concept:…``, ``action:…`` or ``element:…``."""
        for file in self.files:
            yield from _sources(file, language)


def load_lexicon(root: Path) -> Lexicon:
    """Read ``concepts/``, ``actions/`` and ``elements/`` under a root; RuleError on a defect."""
    concepts = [(file, parse_model(Concept, file)) for file in _files(root / "concepts")]
    actions = [(file, parse_model(Action, file)) for file in _files(root / "actions")]
    elements = [(file, parse_model(ElementLexicon, file)) for file in _files(root / "elements")]
    for file in (file for file, _ in [*concepts, *actions]):
        if file.data["id"] != file.path.stem:
            raise file.error(f"id “{file.data['id']}” in a file of another name", ("id",))
    return Lexicon(
        {entry.id: entry for _, entry in concepts},
        {entry.id: entry for _, entry in actions},
        {entry.kind: entry for _, entry in elements},
        tuple(file for file, _ in [*concepts, *actions, *elements]),
    )


def _files(folder: Path) -> list[YamlFile]:
    if not folder.is_dir():
        raise RuleError(
            "no such folder", place=str(folder), remedy="A rules root has concepts/, actions/, …"
        )
    return [read_yaml(path) for path in sorted(folder.glob("*.yaml"))]


def parse_model(model: type[M], file: YamlFile) -> M:
    """Validate a file's content; the first defect becomes a RuleError with its place."""
    try:
        return model.model_validate(file.data)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        field = ".".join(str(part) for part in first["loc"])
        raise file.error(f"{field}: {first['msg']}", tuple(first["loc"])) from None


def _sources(file: YamlFile, language: str) -> Iterator[Source]:
    data = file.data
    block: Any = data.get(language) or {}
    folder = file.path.parent.name
    if folder == "concepts":
        yield from _placed(file, f"concept:{data['id']}", list(block), (language,))
        return
    name, parts = (
        (f"action:{data['id']}", ("verbs", "nouns"))
        if folder == "actions"
        else (f"element:{data['kind']}", ("patterns", "except"))
    )
    for part in parts:
        yield from _placed(file, f"{name}:{part}", block.get(part, []), (language, part))


def _placed(
    file: YamlFile, name: str, patterns: list[str], location: tuple[str, ...]
) -> Iterator[Source]:
    for index, pattern in enumerate(patterns):
        yield Source(name, pattern, file.place((*location, index)))
