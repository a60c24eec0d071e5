"""The comparison floor: the Russian and the Kazakh text of one act held against each other."""

from riskscan.comparison.columns import split_columns
from riskscan.comparison.model import Difference, Parity
from riskscan.comparison.parity import Comparison, compare

__all__ = ["Comparison", "Difference", "Parity", "compare", "split_columns"]
