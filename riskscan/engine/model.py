"""Rules as data: one concept, one file, both languages (design of the rule language)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cached_property
from typing import Any, Literal, TypeAlias

from pydantic import BaseModel, ConfigDict, Field, field_validator, model_validator

from riskscan.engine.needs import Kind, Need, need
from riskscan.norms.facts import Fact
from riskscan.norms.hits import Label
from riskscan.norms.losses import Loss
from riskscan.norms.model import POWER, ElementKind, Modality, Place, Role
from riskscan.structure.model import ZoneKind

Severity = Literal["low", "medium", "high", "critical"]
Guard = Literal[
    "X01",
    "X02",
    "X03",
    "X04",
    "X05",
    "X06",
    "X08",
    "X11",
    "X12",
    "X14",
    "X15",
    "X16",
    "X17",
    "X18",
    "X19",
    "X20",
    "X21",
    "X22",
    "X23",
]
# What is no norm of power at all: a prohibition, a definition, a name in quotation marks, what
# parties agree on or a court does, a row of a form, an act of another kind.
DEFAULT_GUARDS: tuple[Guard, ...] = ("X02", "X06", "X08", "X11", "X12", "X17", "X18")


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Wording(_Part):
    """One text in the three interface languages."""

    ru: str = Field(min_length=3)
    kk: str = Field(min_length=3)
    en: str = Field(min_length=3)


class BasisReference(_Part):
    """A pointer into ``sources.yaml``: which document, which article or clause."""

    kind: Literal["law", "comparative"]
    source: str
    item: str


def _action_names(value: tuple[str, ...]) -> tuple[str, ...]:
    for name in value:
        if not (name.startswith("<") and name.endswith(">")):
            raise ValueError(f"write the action as <{name}>")
    return tuple(name[1:-1] for name in value)


def concept_name(value: str | None) -> str | None:
    """The name of a concept written as ``<name>``."""
    if value is not None and not (value.startswith("<") and value.endswith(">")):
        raise ValueError(f"write the concept as <{value}>")
    return value[1:-1] if value else None


class Phrases(_Part):
    """Patterns by language."""

    ru: tuple[str, ...] = ()
    kk: tuple[str, ...] = ()


class Powers(_Part):
    """Powers that should not meet in one hand: groups of actions, and how many groups are too many.

    Counted over the norms of one actor in the site's article (chapter). One is enough where the
    phrase already tells of something that does not go with it.
    """

    of: tuple[tuple[str, ...], ...] = Field(min_length=2)
    at_least: int = Field(ge=1)

    @field_validator("of")
    @classmethod
    def _unwrap(cls, value: tuple[tuple[str, ...], ...]) -> tuple[tuple[str, ...], ...]:
        return tuple(_action_names(group) for group in value)


class Whole(_Part):
    """What must hold of the whole act around a norm.

    ``points``: it has at least so many points, so that silence means something. ``whole``: it is no
    comparative table. ``articles``: it is no by-law by its build (points and no articles).
    ``bylaw``: it is known to stand below the laws. ``since``: it is a draft, or an act adopted on
    that day or later. ``names``: the concept stands somewhere in it;
    ``silent``: nowhere. ``profile`` and ``missing``: of what such a procedure must have
    (``rules/profiles``), at least so many items are found nowhere, those named in ``without`` among
    them and those named in ``having`` not; one finding for the act. ``once``: one finding for the
    act, which is at fault as a whole. ``powers``: one actor holds them together. ``rival``: another
    holder of power does the same to the same thing elsewhere in the act. ``weakened``: a
    comparative table shows that the proposed wording keeps less than the one in force. ``fact``:
    two places of the act show it together, and one of them is the site.
    """

    points: int = Field(default=0, ge=0)
    whole: bool = False
    articles: bool = False
    bylaw: bool = False
    since: date | None = None
    names: str | None = None
    silent: str | None = None
    once: bool = False
    profile: str | None = None
    missing: int = Field(default=1, ge=1)
    without: tuple[str, ...] = ()
    having: tuple[str, ...] = ()
    powers: Powers | None = None
    rival: bool = False
    weakened: Loss | None = None
    fact: Fact | None = None

    @property
    def of_norm(self) -> bool:
        """Whether it asks about the norm among others, and not about the act alone."""
        return bool(self.profile or self.powers or self.rival)

    @field_validator("names", "silent")
    @classmethod
    def _unwrap_concept(cls, value: str | None) -> str | None:
        return concept_name(value)


class Count(_Part):
    """A number by language: Kazakh says in fewer words and clauses what Russian says."""

    ru: int = Field(ge=1)
    kk: int = Field(ge=1)

    def of(self, language: str) -> int:
        """The number for one language."""
        return int(getattr(self, language))


class Load(_Part):
    """How much one sentence holds at least: words, and clauses they make.

    ``turns``: verbs that say, condition or qualify something, whatever commas stand between them.
    """

    words: Count
    clauses: Count = Count(ru=1, kk=1)
    turns: Count = Count(ru=1, kk=1)


class When(_Part):
    """What must hold. Every stated condition holds at once; alternatives only under ``any``.

    Conditions on one frame: ``modality``, ``action`` (names in ``< >``), ``actor``, ``object`` (a
    concept in the frame's scope), ``passive``, ``nominal``, ``embedded``; ``choice`` asks for
    predicates joined by "or", weighed as one frame. ``phrase`` alone needs no frame; with frame
    conditions it must lie in the frame's scope. ``context`` is a concept that must stand somewhere
    in the same point or in the line that introduces its list. ``document`` asks about the whole act
    around the norm. ``beyond`` asks that the phrase, or else a term of the sentence, name a longer
    time than so many working days, ``under`` that every time there be shorter. ``load`` asks of a
    sentence, whatever it says, how much it holds at once. ``confidence`` replaces the rule's own
    for one alternative.
    """

    modality: tuple[Modality, ...] = ()
    action: tuple[str, ...] = ()
    actor: tuple[Role, ...] = ()
    not_action: tuple[str, ...] = ()
    object: str | None = None
    context: str | None = None
    passive: bool | None = None
    nominal: bool | None = None
    choice: bool = False
    embedded: bool | None = None
    phrase: Phrases | None = None
    document: Whole | None = None
    beyond: int | None = Field(default=None, ge=1)
    under: int | None = Field(default=None, ge=1)
    load: Load | None = None
    confidence: float | None = Field(default=None, gt=0, le=1)
    any: tuple[When, ...] = ()

    @field_validator("modality", "action", "not_action", "actor", mode="before")
    @classmethod
    def _one_or_many(cls, value: Any) -> Any:
        return (value,) if isinstance(value, str) else value

    @field_validator("action", "not_action")
    @classmethod
    def _unwrap(cls, value: tuple[str, ...]) -> tuple[str, ...]:
        return _action_names(value)

    @field_validator("object", "context")
    @classmethod
    def _unwrap_object(cls, value: str | None) -> str | None:
        return concept_name(value)

    @property
    def found_by_structure(self) -> bool:
        """Whether no words but places, or the load of a sentence, say where to look."""
        asked = self.document
        return bool(self.load or (asked and (asked.weakened or asked.fact)))

    @property
    def needs_frame(self) -> bool:
        """Whether any condition asks about a norm frame."""
        return bool(
            self.modality
            or self.action
            or self.actor
            or self.object
            or self.passive is not None
            or self.nominal is not None
            or self.choice
            or self.embedded is not None
            or (self.document and self.document.of_norm)
        )

    def needs(self, rule: str, number: int) -> Iterator[Need]:
        """What a sentence must hold for this branch of a rule, the rarest first."""
        if self.phrase is not None:
            yield need(Kind.PHRASE, rule, f"when{number}")
        if self.action:
            # a phrase may name the action by a bare noun («выдает … либо … отказ»)
            yield need(Kind.PREDICATE if self.phrase is None else Kind.NAMED, *self.action)
        if self.beyond is not None and self.phrase is None:
            yield need(Kind.TERM)
        if self.modality and Modality.DECIDES not in self.modality:
            yield need(Kind.MODALITY, *self.modality)
        if self.object is not None:
            yield need(Kind.CONCEPT, self.object)
        if self.actor and POWER.issuperset(self.actor):
            yield need(Kind.POWER)
        if self.choice:
            yield need(Kind.CHOICE)
        if self.passive:
            yield need(Kind.PASSIVE)

    @cached_property
    def branches(self) -> tuple[When, ...]:
        """The alternatives, each complete: ``any`` joined with what stands beside it."""
        if not self.any:
            return (self,)
        shared = self.model_dump(exclude={"any"}, exclude_defaults=True)
        return tuple(
            When.model_construct(
                **{
                    **{name: getattr(self, name) for name in shared},
                    **{
                        name: getattr(branch, name)
                        for name in branch.model_dump(exclude={"any"}, exclude_defaults=True)
                    },
                }
            )
            for branch in self.any
        )


class Lack(_Part):
    """Where an element is looked for."""

    in_: tuple[Place, ...] = Field(alias="in", min_length=1)


class Neighbours(_Part):
    """Patterns that clear a finding when they stand in the same sentence, before or after it."""

    phrase: tuple[str, ...] = ()
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()


class Unless(_Part):
    """Reasons for innocence: guards, profiles and kinds of act, neighbouring words.

    ``guards`` join the default ones, which hold for every rule that weighs norms; ``allow`` names
    the default ones that do not clear what this rule is about.
    ``doubtful``: kinds of act in which a match is no more than tier 2. ``doubtful_without``: nor is
    it more where this concept stands neither in the point nor in the line that introduces it: most
    often those who come to a body from outside. ``doubtful_listed``: nor where the power is one of
    a list of rights, whose holder the line over the list names. ``nearby``: patterns that clear a
    finding from any sentence of the same article (in acts without articles, chapter). ``about``:
    patterns that clear it from a sentence that cites its provision, or there names the same thing.
    """

    guards: tuple[Guard, ...] = ()
    allow: tuple[Guard, ...] = ()
    profiles: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    doubtful: tuple[str, ...] = ()
    doubtful_without: str | None = None
    doubtful_listed: bool = False
    headings: Phrases = Phrases()
    nearby: Phrases = Phrases()
    about: Phrases = Phrases()
    ru: Neighbours = Neighbours()
    kk: Neighbours = Neighbours()

    _unwrap = field_validator("doubtful_without")(concept_name)


class LanguageExamples(_Part):
    """Sentences that must and must not be flagged; ``[[ ]]`` marks the expected highlight."""

    flags: tuple[str, ...] = ()
    passes: tuple[str, ...] = ()


class Examples(_Part):
    """Examples by language."""

    ru: LanguageExamples = LanguageExamples()
    kk: LanguageExamples = LanguageExamples()


class StatutoryDefault(_Part):
    """A law that fills the gap when the draft is silent: lowers severity, is cited, never hides."""

    severity: Severity
    source: str
    item: str


PlacedPhrase: TypeAlias = tuple[str, str, tuple[str | int, ...]]
"""Part, pattern and location in the file."""


class Rule(_Part):
    """One rule file.

    ``severity`` is that in an ordinary act; the rubric moves it by what an act is about, unless
    ``severities`` names it for the act's profile.
    """

    id: str = Field(pattern=r"^[a-z]+(-[a-z]+)*\.[a-z]+(-[a-z]+)*$")
    factor: str
    pattern: str = Field(pattern=r"^[A-G]\d\d$")
    severity: Severity
    severities: dict[str, Severity] = Field(default_factory=dict)
    status: Literal["experimental", "stable", "deprecated"]
    technique: bool = False
    title: Wording
    explain: Wording
    redraft: Wording
    basis: tuple[BasisReference, ...] = Field(min_length=1)
    zones: tuple[ZoneKind, ...] = (ZoneKind.NORM, ZoneKind.INSERTED)
    when: When
    lacks: dict[ElementKind, Lack] = Field(default_factory=dict)
    weighed: dict[ElementKind, Lack] = Field(default_factory=dict)
    unless: Unless = Unless()
    default: StatutoryDefault | None = None
    confidence: float = Field(gt=0, le=1)
    examples: Examples

    @model_validator(mode="after")
    def _belongs_to_factor(self) -> Rule:
        if not self.id.startswith(self.factor + "."):
            raise ValueError(f"the id of a rule begins with its factor: {self.factor}.…")
        return self

    @cached_property
    def needs(self) -> tuple[tuple[Need, ...], ...]:
        """What a sentence must hold for each branch, the rarest first."""
        return tuple(
            tuple(branch.needs(self.id, number)) for number, branch in enumerate(self.when.branches)
        )

    @cached_property
    def wordings(self) -> frozenset[Label] | None:
        """The phrases one of which an act must hold; None where some branch needs no phrase."""
        first = [needs[0] for needs in self.needs if needs]
        found = {("phrase", *each.names) for each in first if each.kind is Kind.PHRASE}
        return frozenset(found) if len(found) == len(self.needs) else None

    @cached_property
    def once(self) -> bool:
        """Whether one finding tells all that the rule has to say of an act.

        It weighs the checklist of a profile, or says so itself.
        """
        return any(
            branch.document and (branch.document.profile or branch.document.once)
            for branch in self.when.branches
        )

    @cached_property
    def over_choices(self) -> bool:
        """Whether the rule weighs alternatives: what is common to them does not bound them."""
        return any(branch.choice for branch in self.when.branches)

    @cached_property
    def over_rows(self) -> bool:
        """Whether the rule weighs the rows of comparative tables: its examples are such tables."""
        return any(branch.document and branch.document.weakened for branch in self.when.branches)

    @cached_property
    def over_facts(self) -> bool:
        """Whether the rule weighs facts of structure, which show their places themselves."""
        return any(branch.document and branch.document.fact for branch in self.when.branches)

    @cached_property
    def default_guards(self) -> tuple[Guard, ...]:
        """The guards nobody need name: none where tables or facts of structure are weighed."""
        return () if self.over_rows or self.over_facts else DEFAULT_GUARDS

    @cached_property
    def guards(self) -> tuple[Guard, ...]:
        """Every guard in force: the default ones that are not allowed for, and the rule's own."""
        default = (guard for guard in self.default_guards if guard not in self.unless.allow)
        return (*default, *self.unless.guards)

    def phrases(self, language: str) -> Iterator[PlacedPhrase]:
        """Every pattern the rule itself holds."""
        for branch, when in enumerate(self.when.branches):
            for index, pattern in enumerate(getattr(when.phrase, language, ())):
                own = self.when.any and self.when.any[branch].phrase is not None
                nested = ("any", branch) if own else ()
                yield f"when{branch}", pattern, ("when", *nested, "phrase", language, index)
        neighbours: Neighbours = getattr(self.unless, language)
        for part in ("phrase", "before", "after"):
            for index, pattern in enumerate(getattr(neighbours, part)):
                yield part, pattern, ("unless", language, part, index)
        for part, name in (("heading", "headings"), ("nearby", "nearby"), ("about", "about")):
            for index, pattern in enumerate(getattr(getattr(self.unless, name), language)):
                yield part, pattern, ("unless", name, language, index)


class Item(_Part):
    """One thing a complete procedure has, and what shows that it is there.

    Either words of its own, or an element, wherever it stands or with one of some actions.
    """

    id: str = Field(pattern=r"^[a-z][a-z-]*$")
    title: Wording
    element: ElementKind | None = None
    action: tuple[str, ...] = ()
    ru: tuple[str, ...] = ()
    kk: tuple[str, ...] = ()

    @field_validator("action")
    @classmethod
    def _unwrap(cls, value: tuple[str, ...]) -> tuple[str, ...]:
        return _action_names(value)


class Profile(_Part):
    """What a procedure of one kind must have: a checklist as data."""

    id: str = Field(pattern=r"^[a-z][a-z-]*$")
    title: Wording
    items: tuple[Item, ...] = Field(min_length=2)

    def phrases(self, language: str) -> Iterator[PlacedPhrase]:
        """Every pattern the profile holds, like ``Rule.phrases``: part is the item."""
        for number, item in enumerate(self.items):
            for index, pattern in enumerate(getattr(item, language)):
                yield item.id, pattern, ("items", number, language, index)


class Factor(_Part):
    """One factor code of the closed list, with its group and names."""

    code: str
    group: str
    title: Wording


class SourceDocument(_Part):
    """A law or methodology a rule may rest on; only grade V (read in the original) is printed."""

    id: str
    grade: Literal["V", "S", "K"]
    title: Wording
    url: str | None = None
    edition: str | None = None
