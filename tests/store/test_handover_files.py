"""Sealed hand-overs as files: whole or not at all, whatever the folder does."""

from __future__ import annotations

import errno
import os
from typing import TYPE_CHECKING

import pytest

from outlet_app.errors import DiskFull, FileDamaged, FileReadOnly, HandoverFolderGone
from outlet_app.store import handover_files

if TYPE_CHECKING:
    from pathlib import Path


DATA = b"sealed" * 1000


def test_a_file_is_written_for_nobody_else_and_takes_the_place_of_the_former(tmp_path: Path) -> None:
    path = tmp_path / "list.handover"
    for data in (DATA, DATA + b"again"):
        handover_files.write_file(path, data)
        assert path.read_bytes() == data
    assert path.stat().st_mode & 0o077 == 0
    assert list(tmp_path.iterdir()) == [path]


def test_a_folder_that_is_gone_is_not_made_anew(tmp_path: Path) -> None:
    with pytest.raises(HandoverFolderGone):
        handover_files.write_file(tmp_path / "stick" / "list.handover", DATA)
    assert not (tmp_path / "stick").exists()


@pytest.mark.parametrize(
    ("number", "error"),
    [
        (errno.ENOSPC, DiskFull),
        (errno.EROFS, FileReadOnly),
        (errno.EIO, HandoverFolderGone),
        (errno.ENODEV, HandoverFolderGone),
    ],
)
def test_what_a_stick_answers_becomes_a_sentence_and_the_former_file_stands(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, error: type[Exception]
) -> None:
    path = tmp_path / "list.handover"
    handover_files.write_file(path, DATA)

    def refuse(_descriptor: int) -> None:
        raise OSError(number, os.strerror(number))

    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", refuse)
        with pytest.raises(error):
            handover_files.write_file(path, DATA + b"again")
    assert path.read_bytes() == DATA


def test_a_share_that_cannot_bring_a_folder_to_its_disk_is_good_enough(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, real, calls = tmp_path / "list.handover", os.fsync, iter(range(9))

    def folders_not_offered(descriptor: int) -> None:
        if next(calls):
            raise OSError(errno.EINVAL, "Invalid argument")
        real(descriptor)

    monkeypatch.setattr(os, "fsync", folders_not_offered)
    handover_files.write_file(path, DATA)
    assert path.read_bytes() == DATA


def test_what_does_not_read_back_as_it_was_written_is_damaged(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "list.handover"
    monkeypatch.setattr("pathlib.Path.read_bytes", lambda _path: DATA[:-1])
    with pytest.raises(FileDamaged):
        handover_files.write_file(path, DATA)


def test_a_folder_that_cannot_even_be_looked_at_is_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def gone(_path: Path) -> bool:
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr("pathlib.Path.is_dir", gone)
    assert not handover_files.is_folder(tmp_path)
