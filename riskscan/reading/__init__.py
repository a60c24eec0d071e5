"""The reading floor: files become Documents, with a source map and a list of what was not read."""

from riskscan.reading.limits import Limits
from riskscan.reading.reader import read, read_bytes

__all__ = ["Limits", "read", "read_bytes"]
