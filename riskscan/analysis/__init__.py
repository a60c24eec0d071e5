"""The analysis floor: a document in, a report out."""

from riskscan.analysis.analyzer import Analyzer
from riskscan.analysis.options import Options
from riskscan.analysis.report import Finding, Report

__all__ = ["Analyzer", "Finding", "Options", "Report"]
