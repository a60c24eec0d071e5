"""The engine floor: rules as data, evaluated against norm frames with evidence."""

from riskscan.engine.lint import Issue, lint
from riskscan.engine.model import Rule
from riskscan.engine.ruleset import RuleSet, load_ruleset, rules_root

__all__ = ["Issue", "Rule", "RuleSet", "lint", "load_ruleset", "rules_root"]
