"""The gold corpus: annotated provisions and acts, and the digests that freeze the test split.

A gold folder holds ``*.jsonl`` (one provision a line) and folders ``acts*`` (pairs of ``.txt`` and
``.json``). Names decide the split: a file whose name starts with ``test`` and a folder whose name
starts with ``acts-test`` are frozen, everything else is development. Frozen text is measured,
never shown; errors about any gold file name the file, line and field, never its words.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any, Literal, TypeVar

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError, model_validator

from riskscan.errors import DamagedFileError, InputError
from riskscan.reading import read
from riskscan.text import Document, Span

Split = Literal["development", "test", "all"]
Difficulty = Literal["lexical", "syntactic", "structural", "context"]
Pattern = Annotated[str, Field(pattern=r"^[A-G]\d\d$")]
# «closed_list» and «closed list» are one trap.
Trap = Annotated[str, AfterValidator(lambda trap: " ".join(trap.replace("_", " ").split()))]

DIGEST = "digest.sha256"
MAX_BYTES = 64 * 1024 * 1024

_Model = TypeVar("_Model", bound=BaseModel)


class _Record(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Provision(_Record):
    """One annotated provision; a risk has a ``span``, a clean one says why it tempts (``trap``)."""

    id: str = Field(min_length=1)
    language: Literal["ru", "kk"] = "ru"
    pattern: Pattern
    also: tuple[Pattern, ...] = ()
    label: Literal["risk", "clean"]
    difficulty: Difficulty
    trap: Trap | None = None
    text: str = Field(pattern=r"\S")
    span: str | None = Field(default=None, min_length=1)
    why: str

    @model_validator(mode="after")
    def _complete(self) -> Provision:
        if self.label == "risk" and (self.span is None or self.text.count(self.span) != 1):
            raise ValueError("the span of a risk must stand exactly once in its text")
        if self.label == "clean" and not self.trap:
            raise ValueError("a clean provision must name its trap")
        return self

    @property
    def where(self) -> Span | None:
        """Where the words at fault stand in ``text``; None for a clean provision."""
        return None if self.span is None else _find(self.span, self.text)


class Defect(_Record):
    """One defect planted in an act; ``provision`` is its address as a person would write it."""

    pattern: Pattern
    also: tuple[Pattern, ...] = ()
    difficulty: Difficulty | None = None
    provision: str = ""
    span: str = Field(min_length=1)
    why: str


class _Defects(_Record):
    defects: tuple[Defect, ...]


@dataclass(frozen=True, slots=True)
class ProvisionFile:
    """The provisions of one file."""

    name: str
    frozen: bool
    provisions: tuple[Provision, ...]


@dataclass(frozen=True, slots=True)
class GoldAct:
    """A whole act and its planted defects, each with its span in ``document.text``."""

    name: str
    frozen: bool
    document: Document
    defects: tuple[tuple[Defect, Span], ...]


@dataclass(frozen=True, slots=True)
class Gold:
    """Everything of one split."""

    files: tuple[ProvisionFile, ...]
    acts: tuple[GoldAct, ...]


def read_gold(folder: Path, split: Split = "all") -> Gold:
    """Read a gold folder, checking the digests of what is frozen.

    Every frozen file of the folder is checked, whatever split is asked for. DamagedFileError for a
    changed frozen file or a bad record; InputError when the split is empty.
    """
    if not folder.is_dir():
        raise InputError(
            "no such folder",
            place=str(folder),
            remedy="The gold corpus belongs to the source checkout (corpora/gold/ru)",
        )
    paths = sorted(folder.glob("*.jsonl"))
    folders = sorted(path for path in folder.glob("acts*") if path.is_dir())
    for path in filter(is_frozen, paths):
        _check(path, path.with_suffix(".sha256"), _sha256(path))
    for path in filter(is_frozen, folders):
        _check(path, path / DIGEST, folder_digest(path))
    gold = Gold(
        tuple(_provisions(path) for path in paths if _wanted(path, split)),
        tuple(act for path in folders if _wanted(path, split) for act in _acts(path)),
    )
    if not gold.files and not gold.acts:
        raise InputError(
            f"no gold of the split “{split}”",
            place=str(folder),
            remedy="A gold folder holds *.jsonl files and acts/ (see corpora/gold/README.md)",
        )
    return gold


def is_frozen(path: Path) -> bool:
    """Whether a gold file or folder of acts belongs to the frozen split, by its name."""
    return path.name.startswith(("test", "acts-test"))


def folder_digest(folder: Path) -> str:
    """sha256 over the lines «sha256  name» of a folder's files, sorted by name.

    The same as ``sha256sum *.json *.txt | LC_ALL=C sort -k2 | sha256sum`` in that folder.
    """
    paths = sorted(path for path in folder.iterdir() if path.suffix in {".json", ".txt"})
    lines = "".join(f"{_sha256(path)}  {path.name}\n" for path in paths)
    return hashlib.sha256(lines.encode()).hexdigest()


def _wanted(path: Path, split: Split) -> bool:
    return split == "all" or is_frozen(path) == (split == "test")


def _sha256(path: Path) -> str:
    return hashlib.sha256(_bytes(path)).hexdigest()


def _check(path: Path, digest: Path, actual: str) -> None:
    if not digest.is_file():
        raise DamagedFileError(
            "frozen by its name, but no digest stands beside it",
            place=str(path),
            remedy=f"Write {digest.name}: {actual}",
        )
    stated = _text(digest).split()
    if stated[:1] != [actual]:
        raise DamagedFileError(
            "this frozen file was changed",
            place=str(path),
            remedy=f"Restore it, or say openly that it changed by a new {digest.name}",
        )


def _provisions(path: Path) -> ProvisionFile:
    lines = enumerate(_text(path).split("\n"), start=1)
    provisions = [_record(Provision, line, f"{path}:{at}") for at, line in lines if line.strip()]
    (repeated, times), *_ = Counter(each.id for each in provisions).most_common(1) or [("", 0)]
    if times > 1:
        raise DamagedFileError(
            f"the id “{repeated}” stands {times} times", place=str(path), remedy="Ids are unique"
        )
    return ProvisionFile(path.name, is_frozen(path), tuple(provisions))


def _acts(folder: Path) -> Iterator[GoldAct]:
    stems = {path.with_suffix("") for path in folder.iterdir() if path.suffix in {".txt", ".json"}}
    for stem in sorted(stems):
        text, notes = stem.with_suffix(".txt"), stem.with_suffix(".json")
        for path in (text, notes):
            if not path.is_file():
                raise InputError(
                    "missing", place=str(path), remedy="An act is a pair of .txt and .json"
                )
        document = read(text)
        defects = []
        for number, defect in enumerate(_record(_Defects, _text(notes), str(notes)).defects, 1):
            if document.text.count(defect.span) != 1:
                raise DamagedFileError(
                    "the span must stand exactly once in the act",
                    place=f"{notes}: defect {number}",
                )
            defects.append((defect, _find(defect.span, document.text)))
        yield GoldAct(f"{folder.name}/{stem.name}", is_frozen(folder), document, tuple(defects))


def _record(model: type[_Model], line: str, place: str) -> _Model:
    try:
        data: Any = json.loads(line)
        return model.model_validate(data)
    except json.JSONDecodeError as error:
        raise DamagedFileError(f"not valid JSON: {error.msg}", place=place) from None
    except RecursionError:
        raise DamagedFileError("nested too deeply", place=place) from None
    except ValidationError as error:
        first = error.errors(include_input=False, include_url=False)[0]
        field = ".".join(map(str, first["loc"]))
        raise DamagedFileError(
            first["msg"],
            place=f"{place}: {field}" if field else place,
            remedy="The form is described in corpora/gold/README.md",
        ) from None


def _text(path: Path) -> str:
    try:
        return _bytes(path).decode("utf-8-sig")
    except UnicodeDecodeError:
        raise DamagedFileError("not UTF-8", place=str(path), remedy="Save it as UTF-8") from None


def _bytes(path: Path) -> bytes:
    try:
        if path.stat().st_size > MAX_BYTES:
            raise DamagedFileError(f"larger than {MAX_BYTES} bytes", place=str(path))
        return path.read_bytes()
    except OSError as error:
        raise InputError(f"cannot be read ({error.strerror})", place=str(path)) from None


def _find(words: str, text: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))
