"""The structure floor: the act's anatomy, zones, definitions and citations."""

from riskscan.structure.address import cite, path
from riskscan.structure.citations import Citation, find_citations
from riskscan.structure.outline import parse
from riskscan.structure.resolution import resolve

__all__ = ["Citation", "cite", "find_citations", "parse", "path", "resolve"]
