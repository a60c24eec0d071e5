"""The evaluation floor: how good the findings are, measured on annotated drafts."""

from riskscan.evaluation.evaluate import evaluate
from riskscan.evaluation.gold import Split, read_gold
from riskscan.evaluation.result import Evaluation

__all__ = ["Evaluation", "Split", "evaluate", "read_gold"]
