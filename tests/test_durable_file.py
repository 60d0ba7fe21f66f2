"""A small file replaced: the old one or the new one, whole, whatever happens."""

from __future__ import annotations

import errno
import os
from typing import TYPE_CHECKING

import pytest

from outlet_app.durable_file import make_durable, replace_file, set_aside
from outlet_app.errors import DiskFull, FileReadOnly

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.stranger import Stranger


posix_only = pytest.mark.skipif(os.name == "nt", reason="Windows has no file modes, folder handles or plain links")


@posix_only
def test_a_file_is_replaced_and_only_its_owner_may_read_it(tmp_path: Path) -> None:
    path = tmp_path / "new folder" / "keys"
    replace_file(path, b"one")
    replace_file(path, b"two")

    assert path.read_bytes() == b"two"
    assert path.stat().st_mode & 0o777 == 0o600
    assert path.parent.stat().st_mode & 0o777 == 0o700
    assert list(path.parent.iterdir()) == [path]


@posix_only
def test_it_is_on_the_disk_before_it_takes_the_place_and_the_place_after(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    steps: list[str] = []
    fsync, rename = os.fsync, os.replace

    def recorded_fsync(descriptor: int) -> None:
        steps.append("folder" if os.path.samestat(os.fstat(descriptor), tmp_path.stat()) else "file")
        fsync(descriptor)

    def recorded_replace(source: object, target: object) -> None:
        steps.append("rename")
        rename(source, target)  # type: ignore[arg-type] # handed on as it came

    monkeypatch.setattr(os, "fsync", recorded_fsync)
    monkeypatch.setattr(os, "replace", recorded_replace)
    replace_file(tmp_path / "keys", b"one")

    assert steps == ["file", "rename", "folder"]


@posix_only
def test_where_folders_cannot_be_opened_none_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(os, "O_DIRECTORY")
    replace_file(tmp_path / "keys", b"one")

    assert (tmp_path / "keys").read_bytes() == b"one"


@posix_only
def test_a_link_planted_in_the_way_is_not_written_through(tmp_path: Path) -> None:
    victim = tmp_path / "victim"
    victim.write_bytes(b"untouched")
    (tmp_path / ".keys.new").symlink_to(victim)
    replace_file(tmp_path / "keys", b"one")

    assert victim.read_bytes() == b"untouched"
    assert (tmp_path / "keys").read_bytes() == b"one"
    assert not (tmp_path / "keys").is_symlink()


def test_what_a_power_cut_left_beside_it_is_no_hindrance(tmp_path: Path) -> None:
    (tmp_path / ".keys.new").write_bytes(b"half")
    replace_file(tmp_path / "keys", b"one")

    assert (tmp_path / "keys").read_bytes() == b"one"


def failing(code: int) -> Callable[[int], None]:
    def fsync(_: int) -> None:
        raise OSError(code, os.strerror(code))

    return fsync


@pytest.mark.parametrize(
    ("code", "error"),
    [
        (errno.ENOSPC, DiskFull),
        (errno.EDQUOT, DiskFull),
        (errno.EACCES, FileReadOnly),
        (errno.EROFS, FileReadOnly),
        (errno.EIO, OSError),
    ],
)
def test_a_disk_that_refuses_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int, error: type[Exception]
) -> None:
    path = tmp_path / "keys"
    replace_file(path, b"old")
    monkeypatch.setattr(os, "fsync", failing(code))

    with pytest.raises(error) as refused:
        replace_file(path, b"new")
    assert path.read_bytes() == b"old"
    if isinstance(refused.value, DiskFull | FileReadOnly):
        assert refused.value.path == path


@posix_only
def test_a_file_written_by_others_is_brought_to_the_disk_and_then_its_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "database"
    path.write_bytes(b"pages")
    steps: list[str] = []
    monkeypatch.setattr(
        os,
        "fsync",
        lambda descriptor: steps.append(
            "folder" if os.path.samestat(os.fstat(descriptor), tmp_path.stat()) else "file"
        ),
    )
    make_durable(path)

    assert steps == ["file", "folder"]
    assert path.read_bytes() == b"pages"


@pytest.mark.parametrize(("number", "error"), [(errno.ENOSPC, DiskFull), (errno.EIO, OSError)])
def test_a_disk_that_is_full_is_told_apart_from_one_that_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, error: type[Exception]
) -> None:
    path = tmp_path / "database"
    path.write_bytes(b"pages")

    def refuse(_: int) -> None:
        raise OSError(number, "no")

    monkeypatch.setattr(os, "fsync", refuse)
    with pytest.raises(error):
        make_durable(path)


def test_what_is_set_aside_is_never_written_over(tmp_path: Path) -> None:
    path, kept = tmp_path / "outlet.keys", []
    for content in (b"one", b"two", b"three"):
        path.write_bytes(content)
        os.utime(path, (1_795_000_000, 1_795_000_000))
        kept.append(set_aside(path))
        assert not path.exists()
    assert [each.read_bytes() for each in kept] == [b"one", b"two", b"three"]
    assert [each.name for each in kept] == [
        "set-aside-20261118-110640-outlet.keys",
        "set-aside-20261118-110640-2-outlet.keys",
        "set-aside-20261118-110640-3-outlet.keys",
    ]


def test_nothing_cannot_be_set_aside(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        set_aside(tmp_path / "nothing")


_ASIDE = """
import pathlib
from outlet_app.durable_file import set_aside
from outlet_app.errors import FileReadOnly
folder = pathlib.Path("closed")
folder.mkdir()
(folder / "keys").write_bytes(b"one")
folder.chmod(0o500)
try:
    set_aside(folder / "keys")
except FileReadOnly as error:
    print("refused", error.path)
"""


def test_a_folder_that_takes_no_change_is_named(stranger: Stranger) -> None:
    done = stranger.run(_ASIDE)
    assert done.stdout == "refused closed/keys\n", done.stderr
