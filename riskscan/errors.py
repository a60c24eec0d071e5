"""Every error riskscan raises on purpose.

RiskscanError
├── InputError                a document that cannot be read
│   ├── EmptyDocumentError        nothing but white space
│   ├── EncodingError             bytes that are no text in a known encoding
│   ├── UnsupportedFormatError    a kind of file we do not read
│   ├── DamagedFileError          a kind we read, but broken or hostile
│   └── DocumentTooLargeError     over a stated limit
├── UsageError                an option or request that makes no sense
│   └── NoOriginalError           the original wording of a file that tracks no changes
├── StorageError              results that cannot be written or read back
└── RuleError                 a rule, concept or pattern that cannot be used
    └── PatternError              a pattern that does not parse or compile

Each carries the *place* (file, line, field), the *cause* and the *remedy*, and never a word of
the document itself: drafts are confidential and errors end up in logs.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial


class RiskscanError(Exception):
    """The root: catch this to catch everything riskscan raises on purpose."""

    def __init__(self, cause: str, *, place: str = "", remedy: str = "") -> None:
        self.cause = cause
        self.place = place
        self.remedy = remedy
        super().__init__(cause, place, remedy)

    def __reduce__(self) -> tuple[Callable[[str], RiskscanError], tuple[str]]:
        """An error crosses from a worker whole; left alone, its named parts would be lost."""
        return partial(type(self), place=self.place, remedy=self.remedy), (self.cause,)

    def __str__(self) -> str:
        text = f"{self.place}: {self.cause}" if self.place else self.cause
        return f"{text}. {self.remedy}" if self.remedy else text


class InputError(RiskscanError):
    """The document cannot be read."""


class EmptyDocumentError(InputError):
    """The document holds nothing but white space."""


class EncodingError(InputError):
    """The bytes are no text in any encoding riskscan knows."""


class UnsupportedFormatError(InputError):
    """The file is of a kind riskscan does not read."""


class DamagedFileError(InputError):
    """The file is of a readable kind, but broken or built to do harm."""


class DocumentTooLargeError(InputError):
    """The document is over a stated limit."""


class UsageError(RiskscanError):
    """An option or a request makes no sense."""


class NoOriginalError(UsageError):
    """The wording before tracked changes is asked for of a file that tracks none."""


class StorageError(RiskscanError):
    """Results cannot be written, or read back: a full disk, a folder in use, a damaged file."""


class RuleError(RiskscanError):
    """A rule, concept, element or action file cannot be used."""


class PatternError(RuleError):
    """A pattern does not parse or compile."""
