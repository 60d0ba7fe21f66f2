"""A small file replaced so that a power cut leaves the old one or the new one, whole."""

from __future__ import annotations

import errno
import itertools
import os
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from outlet_app.errors import DiskFull, FileReadOnly

if TYPE_CHECKING:
    from pathlib import Path

_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_REFUSED = frozenset({errno.EACCES, errno.EPERM, errno.EROFS, errno.ENOTDIR, errno.EEXIST})


def replace_file(path: Path, data: bytes) -> None:
    """Write `data` to `path`, mode 0600: a file beside it, fsync, rename, fsync of the folder.

    Makes the folder, mode 0700, where there is none. Raises DiskFull or FileReadOnly; the old file then stands.
    """
    fresh = path.with_name(f".{path.name}.new")
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        fresh.unlink(missing_ok=True)
        _write_through(fresh, data)
        fresh.replace(path)
        _sync_folder(path.parent)
    except OSError as fault:
        known = named(fault, path)
        if known is None:
            raise
        raise known from fault


def named(fault: OSError, path: Path) -> DiskFull | FileReadOnly | None:
    """What a person can do about it, where the system's word says that; None where it says something else."""
    if fault.errno in _FULL:
        return DiskFull(path)
    return FileReadOnly(path) if fault.errno in _REFUSED else None


def make_durable(path: Path) -> None:
    """Bring a file that was written by others, and its name in the folder, to the disk. Raises DiskFull."""
    descriptor = os.open(path, os.O_RDWR | getattr(os, "O_BINARY", 0))
    try:
        os.fsync(descriptor)
    except OSError as fault:
        if fault.errno in _FULL:
            raise DiskFull(path) from fault
        raise
    finally:
        os.close(descriptor)
    _sync_folder(path.parent)


def set_aside(path: Path, companions: tuple[str, ...] = ()) -> Path:
    """Rename what lies at `path`, durably, so that nothing is in its way and nothing is lost; where it lies now.

    The name tells when it was last written, UTC: `set-aside-20261122-130200-outlet.keys`. Files whose names go on with
    one of `companions` go with it and keep belonging to it. Raises FileReadOnly, and FileNotFoundError where there is
    nothing.
    """
    target = aside_name(path)
    try:
        path.rename(target)
        for ending in companions:
            companion = path.with_name(path.name + ending)
            if companion.exists():
                companion.rename(target.with_name(target.name + ending))
        _sync_folder(path.parent)
    except FileNotFoundError:
        raise
    except OSError as fault:
        if fault.errno in _REFUSED:
            raise FileReadOnly(path) from fault
        raise
    return target


def aside_name(path: Path) -> Path:
    """A name beside `path`, not taken yet, under which `set_aside` puts it."""
    written = datetime.fromtimestamp(path.stat().st_mtime, UTC)
    start = f"set-aside-{written:%Y%m%d-%H%M%S}-"
    counts = itertools.chain([""], (f"{count}-" for count in itertools.count(2)))
    names = (path.with_name(f"{start}{count}{path.name}") for count in counts)
    return next(name for name in names if not name.exists())


def _write_through(path: Path, data: bytes) -> None:
    # O_EXCL: whoever planted a link under this name gets nothing written through it. O_BINARY is Windows' alone.
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    with os.fdopen(os.open(path, flags, 0o600), "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _sync_folder(folder: Path) -> None:
    if not hasattr(os, "O_DIRECTORY"):
        return  # Windows: a folder cannot be opened, and a rename is journalled by NTFS
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
