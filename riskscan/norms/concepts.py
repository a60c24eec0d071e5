"""The concepts that frames, look-through and guards ask for by name, whatever the rules ask for.

Every one of them is compiled with every ruleset: words asked for here cannot be left unread.
"""

from __future__ import annotations

from enum import StrEnum


class Own(StrEnum):
    """Ids of files in ``rules/concepts``."""

    ADDED_TAIL = "added-tail"
    ANAPHOR = "anaphor"
    AUTHORITY = "authority"
    BEFALLS = "befalls"
    BY_RULE = "by-rule"
    CASE_WORD = "case-word"
    CHARGE = "charge"
    CLOSING_WORD = "closing-word"
    COMMON_WORD = "common-word"
    COMPLAINT = "complaint"
    CONDITION = "condition"
    CONTRACT_CONTEXT = "contract-context"
    COUNTED_FROM = "counted-from"
    DECISION = "decision"
    DEED = "deed"
    DELIVERING = "delivering"
    DEPONENT = "deponent"
    DURATION = "duration"
    FIRST_TERM = "first-term"
    FUNCTION_LIST = "function-list"
    IMPERSONAL = "impersonal"
    INNER_WORK = "inner-work"
    LAID_DOWN = "laid-down"
    LATER_STEP = "later-step"
    LEARNS = "learns"
    LIGHT_VERB = "light-verb"
    MEANS = "means"
    METED = "meted"
    MONEY_MATTER = "money-matter"
    NAMED_GROUNDS = "named-grounds"
    ONLY_WORD = "only-word"
    OPEN_TAIL = "open-tail"
    OR_WORD = "or-word"
    OUTCOME = "outcome"
    OUTSIDER = "outsider"
    PAPER = "paper"
    RELIEF = "relief"
    REQUEST = "request"
    RESTRICTING = "restricting"
    RIGHT_WORD = "right-word"
    SETTLES = "settles"
    SET_PHRASE = "set-phrase"
    SHORT_NAME = "short-name"
    TIME_FRAME = "time-frame"
    TIME_WORD = "time-word"
    WHOLE_PROCEDURE = "whole-procedure"
