"""What the control words of rich text mean to its reader, where a name says it all.

Source: Rich Text Format Specification 1.9.1.
"""

from __future__ import annotations

PAGE_BREAKS = frozenset(("page", "column"))

# Groups that are no text, and of which nothing is said.
SKIPPED = frozenset((
    "colortbl", "stylesheet", "info", "filetbl", "listtable", "revtbl", "rsidtbl", "generator",
    "nonshppict", "objdata", "shprslt", "nonesttables", "upr", "template", "private",
    "xe", "tc", "tcn", "txe", "rxe", "bkmkstart", "bkmkend", "pn", "pntxta", "pntxtb",
    "ftncn", "ftnsep", "ftnsepc", "aftncn", "aftnsep", "aftnsepc", "atnid", "atnauthor",
    "falt", "panose", "nextfile", "comment", "title", "subject", "author", "keywords", "doccomm",
))  # fmt: skip
# Groups that are no text, and are told with the document.
COUNTED = {
    "pict": "image", "object": "embedded-object", "annotation": "comment", "mmath": "equation",
    "moMath": "equation", "moMathPara": "equation",
}  # fmt: skip
HEADERS = frozenset(
    f"{kind}{pages}" for kind in ("header", "footer") for pages in ("", "l", "r", "f")
)
BOXES = frozenset(("shptxt", "dptxbxtext"))
LABELS = frozenset(("listtext", "pntext"))
# Groups an old reader is told to pass over, and whose content is text or holds some.
TRANSPARENT = frozenset(("shppict", "shpinst", "do"))
# Character properties that take words out of the text, each with what they then are; the words
# moved away are read at their new place. A paragraph whose end is deleted goes on with the next.
LOSING = {"v": "hidden-text", "mvf": "", "deleted": "deleted-text"}
JOINING = frozenset(("mvf", "deleted"))
