"""The patterns floor: the pattern language, its concepts, its compiler and its matcher."""

from riskscan.patterns.compiler import compile_patterns
from riskscan.patterns.concepts import Concepts
from riskscan.patterns.grammar import parse_pattern
from riskscan.patterns.hits import Hits
from riskscan.patterns.matcher import PatternSet
from riskscan.patterns.tree import Pattern

__all__ = ["Concepts", "Hits", "Pattern", "PatternSet", "compile_patterns", "parse_pattern"]
