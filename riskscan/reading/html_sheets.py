"""A style sheet taken apart into its rules, in one pass of linear cost."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

STOP = re.compile(r"[{};]")
BRACE = re.compile(r"[{}]")
STRING = re.compile(r'"[^"\n]*"|\'[^\'\n]*\'')
HTML_COMMENT = re.compile(r"<!--|-->")
ON_SCREEN = re.compile(r"\s*(?:(?:only\s+)?(?:all|screen))?\s*", re.IGNORECASE)
CONDITION = re.compile(r"@(media|supports|layer|container|document)\b(.*)", re.I | re.DOTALL)


class Rule(NamedTuple):
    """A rule as written; ``certain``: it holds on any screen."""

    selectors: str
    declarations: str
    certain: bool


def rules(sheet: str, media: str) -> Iterator[Rule]:
    """The rules of a sheet for the media named, those inside of conditions included."""
    css = STRING.sub('""', HTML_COMMENT.sub(" ", without_comments(sheet)))
    conditions = [is_on_screen(media)]
    position = 0
    while (stop := STOP.search(css, position)) is not None:
        words = css[position : stop.start()].strip()
        position = stop.end()
        if stop[0] == "}" and len(conditions) > 1:
            conditions.pop()
        elif stop[0] == "{" and (condition := CONDITION.match(words)):
            on_screen = condition[1].lower() == "media" and is_on_screen(condition[2])
            conditions.append(conditions[-1] and on_screen)
        elif stop[0] == "{":
            end = block_end(css, position)
            if not words.startswith("@"):
                yield Rule(words, css[position:end].partition("{")[0], conditions[-1])
            position = end + 1


def is_on_screen(media: str) -> bool:
    """Whether what is meant for these media holds on any screen."""
    return any(ON_SCREEN.fullmatch(each) for each in media.split(","))


def without_comments(css: str) -> str:
    """The sheet without its comments; one that is never closed ends it."""
    kept: list[str] = []
    position = 0
    while (begin := css.find("/*", position)) >= 0:
        kept.append(css[position:begin])
        end = css.find("*/", begin + 2)
        position = len(css) if end < 0 else end + 2
    kept.append(css[position:])
    return " ".join(kept)


def block_end(css: str, position: int) -> int:
    """Where a block is closed; the end of the sheet if nowhere."""
    depth = 1
    for brace in BRACE.finditer(css, position):
        depth += 1 if brace[0] == "{" else -1
        if depth == 0:
            return brace.start()
    return len(css)
