"""The report floor: a Report becomes something to read, print or pass on."""

from riskscan.report.formats import FORMATS, Renderer, renderer
from riskscan.report.view import View

__all__ = ["FORMATS", "Renderer", "View", "renderer"]
