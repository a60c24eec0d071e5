"""Letters turned by a quarter, as in the narrow columns of a table's heading, read as lines."""

from __future__ import annotations

from riskscan.reading.pdf_lines import Glyph, lines_of
from riskscan.reading.pdf_page import Line

_FLAT = 0.01  # of the size: a letter set straight, or turned by a whole quarter


def is_slanted(glyph: Glyph) -> bool:
    """Whether a letter stands askew, as those of a watermark do."""
    a, b, c, d, *_ = glyph["matrix"]
    slack = _FLAT * max(abs(a), abs(b), abs(c), abs(d))
    return bool(abs(a) > slack and abs(b) > slack and a * d > 0 > b * c)


def all_lines_of(glyphs: list[Glyph]) -> list[Line]:
    """The lines of upright letters, then of those that run upwards, then downwards."""
    upright, turned = parted(glyphs)
    return [*lines_of(upright), *turned_lines_of(turned)]


def parted(glyphs: list[Glyph]) -> tuple[list[Glyph], list[Glyph]]:
    """The upright letters and the turned ones."""
    turned = [glyph for glyph in glyphs if not glyph["upright"]]
    return [glyph for glyph in glyphs if glyph["upright"]] if turned else glyphs, turned


def turned_lines_of(turned: list[Glyph]) -> list[Line]:
    """The lines that run upwards, then those that run downwards."""
    up = lines_of(_turn_up(glyph) for glyph in turned if glyph["matrix"][1] > 0)
    down = lines_of(_turn_down(glyph) for glyph in turned if glyph["matrix"][1] <= 0)
    return [
        *(_placed(line, line.top, -line.right, line.bottom, -line.left) for line in up),
        *(_placed(line, -line.bottom, line.left, -line.top, line.right) for line in down),
    ]


def _turn_up(glyph: Glyph) -> Glyph:
    """As if a letter that runs up the page were set straight; left is then where it is lowest."""
    return _set_straight(glyph, -glyph["bottom"], glyph["x0"], -glyph["top"], glyph["x1"], 1)


def _turn_down(glyph: Glyph) -> Glyph:
    return _set_straight(glyph, glyph["top"], -glyph["x1"], glyph["bottom"], -glyph["x0"], -1)


def _set_straight(
    glyph: Glyph, left: float, top: float, right: float, bottom: float, side: int
) -> Glyph:
    baseline = side * glyph["matrix"][4]
    place = {"x0": left, "top": top, "x1": right, "bottom": bottom, "y0": 0.0}
    return {
        **glyph,
        **place,
        "size": glyph["width"],
        "matrix": (1, 0, 0, 1, 0, bottom - baseline),
    }


def _placed(line: Line, left: float, top: float, right: float, bottom: float) -> Line:
    return line._replace(left=left, top=top, right=right, bottom=bottom, baseline=bottom)
