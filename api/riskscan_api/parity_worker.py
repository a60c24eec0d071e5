"""What runs inside a worker process when two texts are compared, for the door and for the page."""

from __future__ import annotations

from dataclasses import dataclass

from riskscan.analysis.report import Interface
from riskscan.comparison import Comparison, compare, split_columns
from riskscan.comparison.columns import Columns
from riskscan.errors import (
    DamagedFileError,
    DocumentTooLargeError,
    EmptyDocumentError,
    EncodingError,
    InputError,
    NoOriginalError,
    RiskscanError,
    RuleError,
    UnsupportedFormatError,
    UsageError,
)
from riskscan.reading import read_bytes
from riskscan.reading.limits import Limits
from riskscan.report.parity import render_comparison
from riskscan.report.view import View
from riskscan.text import Document
from riskscan_api.answers import FileParity
from riskscan_api.page_worker import PageOutcome, Unusable
from riskscan_api.worker import (
    POINTERS,
    Crashed,
    Outcome,
    Refused,
    Setup,
    Upload,
    analyzer,
    crashed,
)

Draft = str | Upload


@dataclass(frozen=True, slots=True)
class Pair:
    """The two texts of an act; or one file with both in two columns, and no second one."""

    ru: Draft
    kk: Draft | None


_CODES: tuple[tuple[type[RiskscanError], str, str], ...] = (  # for the door, for the page
    (EmptyDocumentError, "empty-document", "pair"),
    (EncodingError, "unknown-encoding", "encoding"),
    (UnsupportedFormatError, "unsupported-format", "format"),
    (DocumentTooLargeError, "text-too-long", "long"),
    (DamagedFileError, "damaged-file", "damaged"),
    (InputError, "damaged-file", "damaged"),
    (NoOriginalError, "no-original", "original"),
    (UsageError, "no-columns", "columns"),
    (RiskscanError, "damaged-file", "refused"),
)


class _UnusableError(Exception):
    """A text that cannot be used: which field, and why."""

    def __init__(self, field: str, error: RiskscanError) -> None:
        self.field = field
        self.error = error
        super().__init__(field)


def compare_texts(setup: Setup, pair: Pair, ui: Interface) -> Outcome:
    """The comparison as JSON; of files, with the texts that were read."""
    try:
        comparison = _compare(setup, pair, ui)
    except _UnusableError as unusable:
        code = next(code for kind, code, _ in _CODES if isinstance(unusable.error, kind))
        pointer = POINTERS.get(code, f"#/{unusable.field}")
        return Refused(code, pointer, unusable.error.cause)
    except RuleError as error:
        return Crashed("RuleError", str(error))
    except Exception as error:
        return crashed(error)
    if isinstance(pair.ru, str):
        return comparison.parity.to_json().encode()
    texts = {side: document.text for side, document in comparison.texts.items()}
    return FileParity(texts=texts, parity=comparison.parity).model_dump_json(by_alias=True).encode()


def show_comparison(setup: Setup, pair: Pair, ui: Interface) -> PageOutcome:
    """The comparison as a piece of HTML."""
    try:
        return render_comparison(_compare(setup, pair, ui), View(ui=ui)).encode()
    except _UnusableError as unusable:
        return Unusable(next(kind for of, _, kind in _CODES if isinstance(unusable.error, of)))
    except RuleError as error:
        return Crashed("RuleError", str(error))
    except Exception as error:
        return crashed(error)


def _compare(setup: Setup, pair: Pair, ui: Interface) -> Comparison:
    reader = analyzer(setup)
    if pair.kk is not None:
        field = "ru"
        columns = Columns(
            _document(pair.ru, "ru", setup.limits), _document(pair.kk, "kk", setup.limits), ()
        )
    else:
        field = "both"
        both = _document(pair.ru, field, setup.limits)
        try:
            columns = split_columns(both)
        except UsageError as error:
            raise _UnusableError(field, error) from None
    try:
        return compare(reader, columns.ru, columns.kk, ui, columns.notes)
    except EmptyDocumentError as error:
        raise _UnusableError(field, error) from None


def _document(draft: Draft, field: str, limits: Limits) -> Document:
    try:
        if isinstance(draft, Upload):
            return read_bytes(draft.data, draft.name, limits, draft.view)
        if len(draft) > limits.characters:
            raise DocumentTooLargeError("the text is too long")
        return Document(draft)
    except (InputError, NoOriginalError) as error:
        raise _UnusableError(field, error) from None
