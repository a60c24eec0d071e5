"""A small gold corpus on disk, for tests that measure or spoil one."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

from riskscan.evaluation.gold import DIGEST, folder_digest

RISK: dict[str, Any] = {
    "id": "r1",
    "pattern": "A07",
    "label": "risk",
    "difficulty": "lexical",
    "text": "5. Срок осмотра причала продлевается начальником порта.",
    "span": "продлевается",
    "why": "Предела нет.",
}
MISSED: dict[str, Any] = {
    "id": "r2",
    "pattern": "A14",
    "label": "risk",
    "difficulty": "context",
    "text": "6. Смотритель маяка сам принимает жалобы на себя.",
    "span": "сам принимает жалобы на себя",
    "why": "Судья в собственном деле.",
}
INNOCENT: dict[str, Any] = {
    "id": "c1",
    "pattern": "A07",
    "label": "clean",
    "difficulty": "lexical",
    "trap": "closed_list",
    "text": "7. Срок осмотра причала продлению не подлежит.",
    "why": "Запрет продления.",
}
FALSE_ALARM = RISK | {"id": "c2", "label": "clean", "trap": "invented", "span": None}
ACT = """Правила осмотра причалов

1. Владелец причала подает заявление через портал.
2. Срок осмотра причала продлевается начальником порта.
3. Смотритель маяка ведет журнал наблюдений за погодой и передает его сменщику.
4. Начальник порта по своему усмотрению снижает размер портового сбора.
"""
DEFECTS: list[dict[str, Any]] = [
    {"pattern": "A07", "span": "продлевается", "provision": "п. 2", "why": "Предела нет."},
    {"pattern": "A14", "span": "ведет журнал наблюдений", "provision": "п. 3", "why": "Выдумано."},
]


def write_items(path: Path, *items: dict[str, Any]) -> Path:
    """A gold file; one whose name is frozen gets its digest."""
    path.parent.mkdir(parents=True, exist_ok=True)
    lines = (json.dumps(item, ensure_ascii=False) for item in items)
    path.write_text("".join(f"{line}\n" for line in lines), "utf-8")
    if path.name.startswith("test"):
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
        path.with_suffix(".sha256").write_text(digest + "\n", "utf-8")
    return path


def write_act(folder: Path, name: str = "port", text: str = ACT) -> Path:
    """An act with its defects; a folder whose name is frozen gets its digest."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{name}.txt").write_text(text, "utf-8")
    notes = json.dumps({"defects": DEFECTS}, ensure_ascii=False)
    (folder / f"{name}.json").write_text(notes, "utf-8")
    if folder.name.startswith("acts-test"):
        (folder / DIGEST).write_text(folder_digest(folder) + "\n", "utf-8")
    return folder


def write_corpus(root: Path) -> Path:
    """``gold/ru`` with both splits and ``clean/ru`` beside it; returns the gold folder."""
    gold = root / "gold" / "ru"
    write_items(gold / "development.jsonl", RISK, MISSED, INNOCENT, FALSE_ALARM)
    write_items(gold / "test.jsonl", RISK, INNOCENT)
    write_act(gold / "acts")
    write_act(gold / "acts-test")
    clean = root / "clean" / "ru"
    clean.mkdir(parents=True)
    (clean / "quay.txt").write_text("Правила\n\n1. Заявление подается через портал.\n", "utf-8")
    return gold
