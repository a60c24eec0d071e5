"""From the parts and the list of files met to the three tables people ask.

The tables are sorted and hold only what stands in the folder now, so scans of the same folder with
the same rules write the same rows, whatever happened on the way (``seconds`` aside).
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa
import pyarrow.dataset
import pyarrow.parquet as pq

from riskscan.corpus.columns import DOCUMENTS, FILES, FINDINGS, schema
from riskscan.corpus.examine import Failed
from riskscan.corpus.store import PART_SCHEMA, Store, storing, sync_folder, write_whole
from riskscan.errors import StorageError

SUMMARY = "scan.json"
_ROWS = 20_000  # of a row group; bounds what is in memory of a table being written
_MEMORY = "512MB"  # over it DuckDB sorts on the disk
_LOST = pa.schema([(name, pa.string()) for name in ("sha256", "error", "cause", "remedy")])

_TABLES = {
    "documents": (
        DOCUMENTS,
        """
        WITH present AS (
            SELECT sha256, min(path) AS path, count(*) AS copies
            FROM met WHERE status = 'read' GROUP BY sha256)
        SELECT {columns} FROM parts JOIN present USING (sha256)
        WHERE error IS NULL ORDER BY path""",
    ),
    "findings": (
        FINDINGS,
        """
        WITH present AS (
            SELECT sha256, min(path) AS path FROM met WHERE status = 'read' GROUP BY sha256),
        apart AS (
            SELECT path, sha256, unnest(findings, max_depth := 2)
            FROM parts JOIN present USING (sha256))
        SELECT {columns} FROM apart ORDER BY path, ordinal""",
    ),
    "files": (
        FILES,
        """
        SELECT met.path, met.sha256, met.bytes,
            CASE WHEN met.status <> 'read' THEN met.status
                 WHEN answers.sha256 IS NULL THEN 'failed'
                 WHEN answers.error IS NULL THEN 'analysed'
                 ELSE 'refused' END AS status,
            coalesce(met.error, answers.error, lost.error) AS error,
            coalesce(met.cause, answers.cause, lost.cause) AS cause,
            coalesce(met.remedy, answers.remedy, lost.remedy) AS remedy
        FROM met
        LEFT JOIN (SELECT sha256, error, cause, remedy FROM parts) answers USING (sha256)
        LEFT JOIN lost USING (sha256)
        ORDER BY met.path""",
    ),
}


def publish(
    store: Store, met: Path, lost: Mapping[str, Failed], facts: Mapping[str, Any]
) -> dict[str, Any]:
    """Write the three tables and, last of all, the summary, which is returned.

    ``met`` is the list of files as the scan met them. StorageError when something cannot be
    written; the tables of the scan before then still stand.
    """
    with ExitStack() as stack, storing(store.folder):
        ask = stack.enter_context(_asking(store, met, lost))
        drafts = {name: store.folder / f"{name}.parquet.tmp" for name in _TABLES}
        for name, draft in drafts.items():
            stack.callback(draft.unlink, missing_ok=True)
            _write(ask, draft, name)
        counts = _counts(ask, drafts)
        summary = {"schema": "riskscan-scan/1", **facts, "counts": counts}
        (store.folder / SUMMARY).unlink(missing_ok=True)
        for name, draft in drafts.items():
            draft.replace(store.folder / f"{name}.parquet")
        sync_folder(store.folder)
    text = json.dumps(summary, ensure_ascii=False, indent=1)
    write_whole(store.folder / SUMMARY, lambda file: file.write(text.encode()))
    return summary


def connect(spill: Path | None = None) -> duckdb.DuckDBPyConnection:
    """DuckDB in memory that never asks the network for an extension."""
    connection = duckdb.connect(
        config={
            "autoinstall_known_extensions": "false",
            "autoload_known_extensions": "false",
            "memory_limit": _MEMORY,
            "temp_directory": str(spill) if spill else "",
        }
    )
    connection.execute("SET enable_progress_bar = false")
    return connection


def dataset(files: Sequence[Path], columns: pa.Schema) -> pa.dataset.Dataset:
    """Parquet files as one table; named one by one, for a folder's name may hold ``*``."""
    return pyarrow.dataset.dataset([str(file) for file in files], schema=columns, format="parquet")


@contextmanager
def _asking(
    store: Store, met: Path, lost: Mapping[str, Failed]
) -> Iterator[duckdb.DuckDBPyConnection]:
    """A connection that sees the parts, the files met and the losses as tables."""
    losses = [
        {"sha256": digest, "error": each.error, "cause": each.cause, "remedy": each.remedy}
        for digest, each in lost.items()
    ]
    with closing(connect(store.folder / "spill.tmp")) as connection:
        connection.register("parts", dataset(store.parts(), PART_SCHEMA))
        connection.register("met", dataset([met], schema(*FILES)))
        connection.register("lost", pa.Table.from_pylist(losses, schema=_LOST))
        try:
            yield connection
        except duckdb.Error as error:
            raise StorageError(
                f"the tables cannot be made ({type(error).__name__})",
                place=str(store.folder),
                remedy="Make room on the disk and give the same command again",
            ) from None


def _write(ask: duckdb.DuckDBPyConnection, draft: Path, name: str) -> None:
    columns, question = _TABLES[name]
    shape = schema(*columns)
    names = ", ".join(f'"{column.name}"' for column in columns)
    answer = ask.sql(question.format(columns=names)).to_arrow_reader(_ROWS)
    with draft.open("wb") as file:
        with pq.ParquetWriter(file, shape, compression="zstd") as writer:
            for batch in answer:
                writer.write_table(pa.Table.from_batches([batch]).cast(shape))
        file.flush()
        os.fsync(file.fileno())


def _counts(ask: duckdb.DuckDBPyConnection, drafts: Mapping[str, Path]) -> dict[str, int]:
    """What the tables hold: files by status, copies, documents, findings by tier."""
    for name, draft in drafts.items():
        ask.register(name, dataset([draft], schema(*_TABLES[name][0])))
    row = ask.sql(
        """
        SELECT count(*) AS files,
            count(*) FILTER (status = 'analysed') AS analysed,
            count(*) FILTER (status = 'refused') AS refused,
            count(*) FILTER (status = 'failed') AS failed,
            count(*) FILTER (status = 'passed-over') AS passed_over
        FROM files"""
    )
    totals = ask.sql(
        """
        SELECT count(*) AS documents, coalesce(sum(words), 0)::BIGINT AS words,
            coalesce(sum(tier1), 0)::BIGINT AS tier1,
            coalesce(sum(tier2), 0)::BIGINT AS tier2,
            coalesce(sum(tier3), 0)::BIGINT AS tier3
        FROM documents"""
    )
    return {**_single(row), **_single(totals)}


def _single(answer: duckdb.DuckDBPyRelation) -> dict[str, int]:
    (values,) = answer.fetchall()
    return dict(zip(answer.columns, values, strict=True))
