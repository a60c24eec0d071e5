"""The columns of the tables a scan writes: name, type, meaning. The one place that says so."""

from __future__ import annotations

from dataclasses import dataclass

import pyarrow as pa


@dataclass(frozen=True, slots=True)
class Column:
    """One column; the meaning travels in the Parquet file as the field's metadata."""

    name: str
    type: pa.DataType
    meaning: str


def schema(*columns: Column) -> pa.Schema:
    """The Arrow schema of some columns."""
    return pa.schema(
        [pa.field(each.name, each.type, metadata={"meaning": each.meaning}) for each in columns]
    )


_CONTENT = Column("sha256", pa.string(), "SHA-256 of the file's bytes: the key of all tables")
_PATH = Column("path", pa.string(), "the file inside the folder; of copies the first by name")

CONTENT = (
    Column("title", pa.string(), "the act's title"),
    Column("kind", pa.string(), "kind of act: law, code, order, rules, … or unknown"),
    Column("profile", pa.string(), "what the act is about, or null"),
    Column("body", pa.string(), "who adopted it, as its head says, or null"),
    Column("year", pa.int32(), "of adoption, as its head says, or null"),
    Column("russian", pa.float64(), "share of Russian words, 0 to 1"),
    Column("kazakh", pa.float64(), "share of Kazakh words, 0 to 1"),
    Column("characters", pa.int64(), "code points of the text"),
    Column("words", pa.int64(), "words and numbers"),
    Column("words_checked", pa.int64(), "words in a language the rules read: the denominator"),
    Column("provisions", pa.int64(), "structural elements"),
    Column("provisions_checked", pa.int64(), "of them read as law"),
    Column(
        "normative_certainty",
        pa.float64(),
        "share said of what bounds powers over persons, 0 to 1, or null",
    ),
    Column("risk_index", pa.int32(), "0 to 100, from tier 1"),
    Column("tier1", pa.int64(), "findings an expert would sign"),
    Column("tier2", pa.int64(), "findings left to judgement"),
    Column("tier3", pa.int64(), "findings of drafting technique"),
    Column("unread", pa.int64(), "pieces of the file that did not become text (pictures, …)"),
    Column("seconds", pa.float64(), "the analysis took; the one column that differs between scans"),
    Column("engine", pa.string(), "version of riskscan"),
    Column("ruleset", pa.string(), "digest of the rules"),
)
FINDING = (
    Column("ordinal", pa.int32(), "place among the document's findings, in text order, from 0"),
    Column("id", pa.string(), "fingerprint: survives renumbering and edits elsewhere"),
    Column("rule", pa.string(), "the rule that leads"),
    Column("factor", pa.string(), "code of the corruption factor"),
    Column("group", pa.string(), "group of the factor"),
    Column("severity", pa.string(), "low, medium, high or critical"),
    Column("confidence", pa.float64(), "0 to 1"),
    Column("tier", pa.int32(), "1, 2 or 3"),
    Column("language", pa.string(), "of the norm"),
    Column("start", pa.int64(), "first code point of the quote in the text"),
    Column("end", pa.int64(), "one past its last code point"),
    Column("quote", pa.string(), "the words; null with --no-quotes"),
    Column("provision", pa.string(), "path of the structural element: point:12/subpoint:3"),
    Column("citation_ru", pa.string(), "its address in Russian"),
    Column("citation_kk", pa.string(), "its address in Kazakh"),
)
REFUSAL = (
    Column("error", pa.string(), "class of the error"),
    Column("cause", pa.string(), "what is wrong"),
    Column("remedy", pa.string(), "what to do about it"),
)

DOCUMENTS = (_PATH, Column("copies", pa.int32(), "files with these bytes"), _CONTENT, *CONTENT)
FINDINGS = (_PATH, _CONTENT, *FINDING)
FILES = (
    Column("path", pa.string(), "every file met in the folder"),
    Column("sha256", pa.string(), "of its bytes; null when they were not read"),
    Column("bytes", pa.int64(), "size; null when unknown"),
    Column("status", pa.string(), "analysed, refused (its content), failed, or passed-over"),
    *REFUSAL,
)
# One row of a part: what is known of one content, its findings inside it.
PART = (
    _CONTENT,
    *CONTENT,
    *REFUSAL,
    Column("findings", pa.list_(pa.struct(list(schema(*FINDING)))), "in text order"),
)
