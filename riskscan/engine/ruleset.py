"""Loading a rules root: every file read and validated, with ``file:line:column`` on each defect."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from riskscan.engine.model import Factor, Profile, Rule, SourceDocument, When
from riskscan.engine.rubric import Rubric
from riskscan.errors import RuleError
from riskscan.norms.lexicon import Lexicon, load_lexicon, parse_model
from riskscan.structure.profiles import PROFILES
from riskscan.yaml_file import YamlFile, read_yaml

_NOT_RULES = {"concepts", "elements", "actions", "profiles"}


class _Factors(BaseModel):
    model_config = ConfigDict(extra="forbid")
    factors: tuple[Factor, ...]


class _Sources(BaseModel):
    model_config = ConfigDict(extra="forbid")
    version: str
    sources: tuple[SourceDocument, ...]


@dataclass(frozen=True)
class RuleSet:
    """Everything the engine evaluates: rules, rubric, profiles, factors, sources, words; digest."""

    root: Path
    version: str
    digest: str
    rules: tuple[Rule, ...]
    rubric: Rubric
    factors: Mapping[str, Factor]
    sources: Mapping[str, SourceDocument]
    profiles: Mapping[str, Profile]
    lexicon: Lexicon
    files: Mapping[str, YamlFile]  # of rules and profiles, by id

    def rule(self, identity: str) -> Rule:
        """The rule of that id; RuleError names the nearest ids when there is none."""
        for rule in self.rules:
            if rule.id == identity:
                return rule
        raise RuleError(
            f"no rule “{identity}”", remedy="“riskscan rules list” prints the rules there are."
        )


def rules_root() -> Path:
    """The rules that came with this installation: a wheel's data, or the checkout's folder."""
    package = Path(__file__).resolve().parent.parent
    for candidate in (package / "data" / "rules", package.parent / "rules"):
        if (candidate / "factors.yaml").is_file():
            return candidate
    raise RuleError("the rules folder is missing from this installation", remedy="Reinstall.")


def load_ruleset(root: Path | None = None) -> RuleSet:
    """Read and check a rules root (default: the installed one). RuleError on the first defect."""
    root = rules_root() if root is None else root
    if not (root / "factors.yaml").is_file():
        raise RuleError(
            "not a rules folder", place=str(root), remedy="It must hold factors.yaml, concepts/, …"
        )
    lexicon = load_lexicon(root)
    factor_file, source_file = read_yaml(root / "factors.yaml"), read_yaml(root / "sources.yaml")
    factors = {f.code: f for f in parse_model(_Factors, factor_file).factors}
    sources = parse_model(_Sources, source_file)
    known = {source.id: source for source in sources.sources}
    profile_files = [read_yaml(path) for path in sorted((root / "profiles").glob("*.yaml"))]
    profiles = {p.id: p for p in (parse_model(Profile, file) for file in profile_files)}
    files: dict[str, YamlFile] = {}
    rules = []
    for path in _rule_paths(root):
        file = read_yaml(path)
        rule = parse_model(Rule, file)
        _check(rule, file, factors, known, lexicon, files)
        for when in rule.when.branches:
            _check_whole(when, file, profiles, lexicon)
        files[rule.id] = file
        rules.append(rule)
    rules.sort(key=lambda rule: rule.id)
    files.update(zip(profiles, profile_files, strict=True))
    return RuleSet(
        root,
        sources.version,
        _digest(root),
        tuple(rules),
        _rubric(root, lexicon),
        factors,
        known,
        profiles,
        lexicon,
        files,
    )


def _rubric(root: Path, lexicon: Lexicon) -> Rubric:
    file = read_yaml(root / "severity.yaml")
    rubric = parse_model(Rubric, file)
    for number, step in enumerate(rubric.steps):
        for profile in step.profiles:
            if profile not in PROFILES:
                raise file.error(f"no act has the profile “{profile}”", ("steps", number))
        if step.concept is not None and step.concept not in lexicon.concepts:
            raise file.error(f"unknown concept <{step.concept}>", ("steps", number, "concept"))
    return rubric


def _rule_paths(root: Path) -> list[Path]:
    folders = (f for f in sorted(root.iterdir()) if f.is_dir() and f.name not in _NOT_RULES)
    return [path for folder in folders for path in sorted(folder.glob("*.yaml"))]


def _check(
    rule: Rule,
    file: YamlFile,
    factors: Mapping[str, Factor],
    sources: Mapping[str, SourceDocument],
    lexicon: Lexicon,
    files: Mapping[str, YamlFile],
) -> None:
    if rule.id in files:
        raise file.error(f"rule “{rule.id}” stands in {files[rule.id].path} too", ("id",))
    if rule.factor not in factors:
        raise file.error(f"unknown factor “{rule.factor}”", ("factor",), "See factors.yaml.")
    if file.path.parent.name != factors[rule.factor].group:
        raise file.error(
            f"factor “{rule.factor}” belongs in folder {factors[rule.factor].group}/", ("factor",)
        )
    for index, basis in enumerate(rule.basis):
        if basis.source not in sources:
            raise file.error(f"unknown source “{basis.source}”", ("basis", index, "source"))
        if basis.kind == "law" and sources[basis.source].grade != "V":
            raise file.error("a law must be read in the original (grade V)", ("basis", index))
    for profile in rule.severities:
        if profile not in PROFILES:
            raise file.error(f"no act has the profile “{profile}”", ("severities",))
    if rule.default and rule.default.source not in sources:
        raise file.error(f"unknown source “{rule.default.source}”", ("default", "source"))
    wanted = rule.unless.doubtful_without
    if wanted is not None and wanted not in lexicon.concepts:
        raise file.error(f"unknown concept <{wanted}>", ("unless", "doubtful_without"))
    for when in rule.when.branches:
        for action in (*when.action, *when.not_action):
            if action not in lexicon.actions:
                raise file.error(f"unknown action <{action}>", ("when", "action"))
        for field in ("object", "context"):
            concept = getattr(when, field)
            if concept is not None and concept not in lexicon.concepts:
                raise file.error(f"unknown concept <{concept}>", ("when", field))


def _check_whole(
    when: When, file: YamlFile, profiles: Mapping[str, Profile], lexicon: Lexicon
) -> None:
    whole = when.document
    if whole is None:
        return
    for concept in (whole.names, whole.silent):
        if concept is not None and concept not in lexicon.concepts:
            raise file.error(f"unknown concept <{concept}>", ("when", "document"))
    if whole.profile is not None and whole.profile not in profiles:
        raise file.error(f"unknown profile “{whole.profile}”", ("when", "document"))
    items = {item.id for item in profiles[whole.profile].items} if whole.profile else set()
    for name in {*whole.without, *whole.having} - items:
        raise file.error(f"the profile has no item “{name}”", ("when", "document"))
    for action in (a for group in whole.powers.of for a in group) if whole.powers else ():
        if action not in lexicon.actions:
            raise file.error(f"unknown action <{action}>", ("when", "document"))


def _digest(root: Path) -> str:
    """sha256 over the names and bytes of every YAML file under the root."""
    total = hashlib.sha256()
    for path in sorted(root.rglob("*.yaml")):
        total.update(path.relative_to(root).as_posix().encode())
        total.update(b"\0")
        total.update(path.read_bytes())
        total.update(b"\0")
    return total.hexdigest()
