"""A scan that is killed, again and again, ends like one that was not."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from functools import partial
from pathlib import Path

import pytest

from riskscan.corpus.columns import PART, schema
from riskscan.corpus.scan import Plan, scan
from riskscan.corpus.store import Store, key_of, open_store
from riskscan.errors import StorageError
from tests.corpus.conftest import results, write_acts

ACTS = 40
SCAN = """
import sys
from pathlib import Path
from riskscan.corpus.scan import Plan, scan
if __name__ == "__main__":
    scan(Plan(Path(sys.argv[1]), Path(sys.argv[2]), workers=2, part_seconds=0.0))
"""


@pytest.fixture(scope="module")
def acts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A corpus large enough to be killed in the middle, with its undisturbed scan beside it."""
    base = tmp_path_factory.mktemp("corpus")
    write_acts(base / "acts", ACTS, points=150)
    (base / "acts" / "broken.txt").write_bytes(b"%PDF-1.4")
    scan(Plan(base / "acts", base / "undisturbed", workers=2))
    return base / "acts"


def start(acts: Path, out: Path) -> subprocess.Popen[bytes]:
    """A scan in a process group of its own, each document made safe at once."""
    script = out.parent / "scan.py"
    script.write_text(SCAN, "utf-8")
    command = [sys.executable, str(script), str(acts), str(out)]
    return subprocess.Popen(command, start_new_session=True)


def parts(out: Path) -> int:
    """How many parts are safe."""
    return len(list(out.glob("parts/*/*.parquet")))


def wait_for_parts(out: Path, count: int, running: subprocess.Popen[bytes]) -> None:
    """Wait until so many parts are safe and the scan still runs."""
    while parts(out) < count:
        assert running.poll() is None, "the scan ended before it could be disturbed"
        time.sleep(0.002)


def children(process: int) -> list[int]:
    """The workers of a scan."""
    listed = Path(f"/proc/{process}/task/{process}/children").read_text("ascii").split()
    return [
        int(child)
        for child in listed
        if b"spawn_main" in Path(f"/proc/{child}/cmdline").read_bytes()
    ]


def runs(process: int) -> bool:
    """Whether a process does anything yet; a zombie only waits for whoever inherited it."""
    try:
        stat = Path(f"/proc/{process}/stat").read_text("ascii")
    except FileNotFoundError:
        return False
    return stat.rpartition(")")[2].split()[0] != "Z"


def test_killed_in_the_middle_again_and_again_nothing_is_lost_or_doubled(
    acts: Path, tmp_path: Path
) -> None:
    """The whole process group dies by SIGKILL four times; the fifth scan ends it."""
    out = tmp_path / "out"
    for safe in (3, 10, 11, 25):
        running = start(acts, out)
        wait_for_parts(out, safe, running)
        os.killpg(running.pid, signal.SIGKILL)
        assert running.wait() == -signal.SIGKILL
        assert not (out / "scan.json").exists()
    running = start(acts, out)
    assert running.wait() == 0
    assert results(out) == results(acts.parent / "undisturbed")
    assert (out / "findings.parquet").read_bytes() == (
        acts.parent / "undisturbed" / "findings.parquet"
    ).read_bytes()
    key = next((out / "parts").iterdir()).name
    with open_store(out, key) as store:
        assert len(store.known()) == ACTS + 1
        assert sum(1 for _ in store.parts()) == ACTS + 1  # one document a part, none twice


def test_killed_workers_cost_nothing(acts: Path, tmp_path: Path) -> None:
    """Every worker is killed in the middle; the documents they had are analysed by others."""
    out = tmp_path / "out"
    running = start(acts, out)
    wait_for_parts(out, 5, running)
    running.send_signal(signal.SIGSTOP)  # or it might give one document to both, one by one
    for worker in children(running.pid):
        os.kill(worker, signal.SIGKILL)
    running.send_signal(signal.SIGCONT)
    assert running.wait() == 0
    assert results(out) == results(acts.parent / "undisturbed")


def test_an_interrupted_scan_says_how_to_go_on(acts: Path, tmp_path: Path) -> None:
    """Ctrl-C reaches the whole group: exit code 130, no process left, and the command goes on."""
    out = tmp_path / "out"
    program = [sys.executable, "-m", "riskscan.cli", "corpus", "scan", str(acts), "--out", str(out)]
    # A test run started in the background passes an ignored SIGINT on to what it starts.
    heeding = partial(signal.signal, signal.SIGINT, signal.SIG_DFL)
    running = subprocess.Popen(
        program, start_new_session=True, stderr=subprocess.PIPE, preexec_fn=heeding
    )
    while not (out / "parts").exists() or not children(running.pid):
        assert running.poll() is None
        time.sleep(0.01)
    workers = children(running.pid)
    os.killpg(running.pid, signal.SIGINT)
    _, said = running.communicate()
    assert running.returncode == 130
    assert b"same command again" in said
    assert b"Traceback" not in said
    assert not any(map(runs, workers))
    assert subprocess.run(program, check=False).returncode == 0
    assert results(out) == results(acts.parent / "undisturbed")


def test_two_scans_into_one_folder_at_once_are_refused(acts: Path, tmp_path: Path) -> None:
    """The second says so and does no harm; a killed scan leaves no lock behind."""
    out = tmp_path / "out"
    running = start(acts, out)
    wait_for_parts(out, 1, running)
    with pytest.raises(StorageError, match="another scan"):
        scan(Plan(acts, out))
    running.kill()
    running.wait()
    scan(Plan(acts, out))
    assert results(out) == results(acts.parent / "undisturbed")


def test_what_an_interrupted_write_left_is_swept_away(tmp_path: Path) -> None:
    """Half a part is no part."""
    with open_store(tmp_path, "key") as store:
        store.keep([_row("aa")])
    (tmp_path / "parts" / "key" / "00000002.parquet.tmp").write_bytes(b"half")
    (tmp_path / "documents.parquet.tmp").write_bytes(b"half")
    with open_store(tmp_path, "key") as store:
        assert store.known() == {b"\xaa"}
        store.keep([_row("bb")])
        assert store.known() == {b"\xaa", b"\xbb"}
    assert not list(tmp_path.rglob("*.tmp"))


def test_a_damaged_part_is_named_with_the_remedy(tmp_path: Path) -> None:
    """Deleting it costs its documents, nothing else."""
    with open_store(tmp_path, "key") as store:
        store.keep([_row("aa")])
        store.keep([_row("bb")])
        damaged = store.parts()[0]
        damaged.write_bytes(damaged.read_bytes()[:-100])
        with pytest.raises(StorageError, match=r"00000001\.parquet.*Delete it"):
            store.known()
        damaged.unlink()
        assert store.known() == {b"\xbb"}


def test_an_answer_belongs_to_its_rules_program_and_options() -> None:
    """Any other of them is another key."""
    keys = {
        key_of("rules", "code", quotes=True, view="accepted"),
        key_of("others", "code", quotes=True, view="accepted"),
        key_of("rules", "mended", quotes=True, view="accepted"),
        key_of("rules", "code", quotes=False, view="accepted"),
        key_of("rules", "code", quotes=True, view="original"),
    }
    assert len(keys) == 5


def _row(sha256: str) -> dict[str, object]:
    return {**dict.fromkeys(schema(*PART).names), "sha256": sha256, "findings": []}


def test_a_store_cannot_be_had_without_its_folder(tmp_path: Path) -> None:
    """A file where the folder should be is an error with the place."""
    (tmp_path / "out").write_text("a file", "utf-8")
    with pytest.raises(StorageError, match="out"), open_store(tmp_path / "out", "key") as store:
        assert isinstance(store, Store)
