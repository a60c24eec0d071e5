"""The structure floor: the act's anatomy, zones, definitions and citations."""

from riskscan.structure.address import cite, path
from riskscan.structure.citations import Citation, find_citations
from riskscan.structure.outline import parse
from riskscan.structure.resolution import resolve
from riskscan.structure.subjects import Subjects
from riskscan.structure.target_address import cite_target, cite_unit
from riskscan.structure.targets import Targets

__all__ = [
    "Citation",
    "Subjects",
    "Targets",
    "cite",
    "cite_target",
    "cite_unit",
    "find_citations",
    "parse",
    "path",
    "resolve",
]
