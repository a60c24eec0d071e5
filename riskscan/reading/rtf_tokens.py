r"""Rich text taken apart: words, groups and control words, in one pass of linear cost.

Writers spell a Cyrillic letter as a byte (``\'cf``) or as a number with a substitute behind it
(``\u1055?``), so a token holds a whole stretch of them.
"""

from __future__ import annotations

import re

# The groups of TOKEN, by their numbers.
TEXT, BYTES, NUMBERED, WORD, ARGUMENT, BRACE, SYMBOL = range(1, 8)
PATTERN = (
    r"([^\\{}\r\n]+)"
    r"|((?:\\'[0-9a-fA-F]{2})+)"
    r"|(NUMBERED)"
    r"|\\([a-zA-Z]+)(-?\d{1,10})? ?"
    r"|([{}])"
    r"|\\(\r\n|.)"
    r"|[\r\n]+"
)
STRETCH = r"(?:\\u-?\d{1,5}(?!\d) ?(?:\\'[0-9a-fA-F]{2}|[^\\{}\r\n])[^\\{}\r\n\x80-\xff]*)+"
TOKEN = re.compile(PATTERN.replace("NUMBERED", STRETCH), re.DOTALL)
# The same where a number has not exactly one character behind it: it is a control word.
LONE_TOKEN = re.compile(PATTERN.replace("NUMBERED", "(?!)"), re.DOTALL)
LETTER = re.compile(r"\\u(-?\d+) ?(?:\\'..|[^\\])([^\\]*)")  # in such a stretch
STOP = re.compile(r"[{}]|\\bin(\d{1,9}) ?|\\.", re.DOTALL)


def group_end(rtf: str, position: int) -> int:
    """Where the group that ``position`` stands in is closed; the end of the file if nowhere."""
    depth = 1
    while (stop := STOP.search(rtf, position)) is not None:
        position = stop.end()
        if stop[1]:
            position += int(stop[1])
        elif stop[0] == "{":
            depth += 1
        elif stop[0] == "}":
            depth -= 1
            if depth == 0:
                return stop.start()
    return len(rtf)
