"""What is read of a folder, what is passed over, and that nothing in it can hang a scan."""

from __future__ import annotations

import os
import socket
import stat
import threading
from pathlib import Path

import pytest

from riskscan.corpus.folder import FileEntry, PassedOver, Unreadable, read_file, walk
from riskscan.errors import DocumentTooLargeError, InputError
from riskscan.reading import Limits

LIMITS = Limits()


def entries(folder: Path, avoid: Path | None = None) -> dict[str, object]:
    """Everything walked over, by name."""
    return {entry.name: entry for entry in walk(folder, avoid or folder / "no such folder")}


def only(folder: Path) -> FileEntry:
    """The one file of a folder."""
    (entry,) = walk(folder, folder / "none")
    assert isinstance(entry, FileEntry)
    return entry


def test_files_come_in_the_order_of_their_names(folder: Path) -> None:
    """Two walks meet the same files in the same order."""
    names = [entry.name for entry in walk(folder, folder / "none")]
    assert names == sorted(names)
    assert len(names) == 6


def test_no_link_is_followed(tmp_path: Path) -> None:
    """Neither one to a file outside, nor one that loops, nor one to nothing."""
    outside = tmp_path / "outside.txt"
    outside.write_text("secret", "utf-8")
    folder = tmp_path / "folder"
    (folder / "deep").mkdir(parents=True)
    (folder / "to-file").symlink_to(outside)
    (folder / "deep" / "loop").symlink_to(folder)
    (folder / "to-nothing").symlink_to(tmp_path / "nothing")
    assert entries(folder) == {
        name: PassedOver(name, "link") for name in ("to-file", "deep/loop", "to-nothing")
    }


def test_pipes_and_sockets_are_passed_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Opening a pipe nobody writes to would wait for ever."""
    os.mkfifo(tmp_path / "pipe.txt")
    monkeypatch.chdir(tmp_path)  # a socket's path may only be short
    with socket.socket(socket.AF_UNIX) as server:
        server.bind("socket.txt")
        found = entries(tmp_path)
    assert found == {name: PassedOver(name, "special") for name in ("pipe.txt", "socket.txt")}


def test_a_file_that_becomes_a_pipe_is_refused_at_once(tmp_path: Path) -> None:
    """The kind of file is asked again when it is open."""
    path = tmp_path / "act.txt"
    path.write_text("text", "utf-8")
    entry = only(tmp_path)
    path.unlink()
    os.mkfifo(path)
    with pytest.raises(InputError):
        read_file(entry, LIMITS)


def test_a_file_that_becomes_a_link_is_refused(tmp_path: Path) -> None:
    """A link put in place after the walk leads nowhere."""
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / "act.txt").write_text("text", "utf-8")
    entry = only(folder)
    (folder / "act.txt").unlink()
    (tmp_path / "outside.txt").write_text("secret", "utf-8")
    (folder / "act.txt").symlink_to(tmp_path / "outside.txt")
    with pytest.raises(InputError):
        read_file(entry, LIMITS)


def test_hidden_files_and_folders_are_passed_over(tmp_path: Path) -> None:
    """So are the lock files Word leaves beside an open document."""
    for name in (".git/config", ".DS_Store", "~$act.docx"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("x", "utf-8")
    assert entries(tmp_path) == {
        name: PassedOver(name, "hidden") for name in (".git", ".DS_Store", "~$act.docx")
    }


def test_a_name_that_is_no_utf8_is_read_and_shown(tmp_path: Path) -> None:
    """Its odd bytes stand as escapes in the tables."""
    (tmp_path / os.fsdecode(b"\xe0\xea\xf2.txt")).write_bytes(b"text")
    entry = only(tmp_path)
    assert entry.name == "\\xe0\\xea\\xf2.txt"
    assert read_file(entry, LIMITS) == b"text"


def test_the_folder_of_results_is_left_out(folder: Path) -> None:
    """A scan into a folder inside the scanned one does not scan itself."""
    (folder / "group0" / "out").mkdir()
    (folder / "group0" / "out" / "scan.json").write_text("{}", "utf-8")
    assert len(entries(folder, folder / "group0" / "out")) == 6


def test_two_gigabytes_are_refused_before_they_are_read(tmp_path: Path) -> None:
    """By the size alone; the error names the file and the limit."""
    with (tmp_path / "huge.txt").open("wb") as file:
        file.truncate(2 * 2**30)
    with pytest.raises(DocumentTooLargeError, match=r"huge\.txt: .* larger than 52428800 bytes"):
        read_file(only(tmp_path), LIMITS)


def test_a_file_that_vanished_is_an_error_that_says_so(tmp_path: Path) -> None:
    """Between the walk and the reading anything may happen."""
    (tmp_path / "act.txt").write_text("text", "utf-8")
    entry = only(tmp_path)
    (tmp_path / "act.txt").unlink()
    with pytest.raises(InputError, match=r"act\.txt: cannot be opened \(No such file"):
        read_file(entry, LIMITS)


def test_a_file_is_read_as_it_stood_at_one_moment(tmp_path: Path) -> None:
    """Half of the old and half of the new text is never analysed."""
    path = tmp_path / "act.txt"
    versions = {letter * 3_000_000 for letter in (b"a", b"b")}
    path.write_bytes(b"a" * 3_000_000)
    entry = only(tmp_path)
    done = threading.Event()

    def rewrite() -> None:
        while not done.is_set():
            for version in versions:
                path.write_bytes(version)

    writer = threading.Thread(target=rewrite)
    writer.start()
    try:
        for _ in range(50):
            try:
                data = read_file(entry, LIMITS)
            except InputError as error:
                assert error.cause == "the file changes while it is read"
            else:
                assert data in versions or data == b""
    finally:
        done.set()
        writer.join()


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_folder_that_may_not_be_entered_is_named(tmp_path: Path) -> None:
    """The rest of the tree is still walked."""
    (tmp_path / "closed").mkdir()
    (tmp_path / "open.txt").write_text("text", "utf-8")
    (tmp_path / "closed").chmod(stat.S_IWUSR)
    found = entries(tmp_path)
    assert isinstance(found["closed"], Unreadable)
    assert isinstance(found["open.txt"], FileEntry)


def test_a_folder_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    """The folder itself, unlike one inside it, ends the walk."""
    with pytest.raises(InputError, match="cannot be opened"):
        list(walk(tmp_path / "nothing", tmp_path))
