"""A backup file on a stick or share: a head, then the bytes of a database; written beside, read back, then named.

Nothing here reads the head or opens the database. Whatever the folder does, the file under its name is whole.
"""

from __future__ import annotations

import errno
import hashlib
import os
import shutil
from typing import TYPE_CHECKING

from outlet_app.durable_file import make_durable
from outlet_app.errors import BackupUnproven, DiskFull, FileDamaged, FileMissing, FileReadOnly, WithPath

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path
    from typing import BinaryIO

CHUNK_BYTES = 1 << 20
"""Read and written at a time; between two, whoever listens may stop it."""

_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_REFUSED = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})
_NOT_OFFERED = frozenset({errno.EINVAL, errno.ENOTSUP})


def write(
    head: bytes, database: Path, target: Path, tell: Callable[[int, int], None], *, part_name: str = "backup.part"
) -> None:
    """Write head and database to `target`, durably: a file beside, fsync, read back and compared, renamed.

    The file beside has one name for each outlet, so that the next writing takes the place of one that was cut short.

    `tell` hears bytes done and bytes in all, each byte once as written and once as read back; what it raises ends the
    writing, and nothing is left. Raises FileExistsError where there is a file of that name, FileMissing when the folder
    is not there or goes away, FileReadOnly, DiskFull, and BackupUnproven when it does not read back as it was written.
    """
    part = target.with_name(part_name)
    whole = len(head) + database.stat().st_size
    try:
        _require_place(target, whole)
        written = _write_part(head, database, part, lambda done: tell(done, 2 * whole))
        if file_sha256(part, lambda done: tell(whole + done, 2 * whole), from_disk=True) != written:
            raise BackupUnproven(target)
        part.replace(target)
        _settle(target)
    except FileExistsError:
        raise
    except OSError as fault:
        raise _named(fault, target, BackupUnproven) from fault
    finally:
        _drop(part)


def probe(path: Path) -> None:
    """Write a few bytes to `path` and delete it. Raises FileMissing, FileReadOnly, DiskFull, BackupUnproven."""
    try:
        with path.open("wb") as file:
            file.write(bytes(16))
            file.flush()
            os.fsync(file.fileno())
        path.unlink()
    except OSError as fault:
        raise _named(fault, path.parent, BackupUnproven) from fault


def is_folder(path: Path) -> bool:
    """Whether a folder can be looked into there now."""
    try:
        return path.is_dir()
    except OSError:
        return False


def read_start(path: Path, count: int) -> bytes:
    """The first `count` bytes of the file, or all of a shorter one. Raises FileMissing, FileReadOnly, FileDamaged."""
    try:
        with path.open("rb") as file:
            return file.read(count)
    except OSError as fault:
        raise _named(fault, path) from fault


def unpack(path: Path, skip: int, expected: tuple[int, bytes], target: Path, tell: Callable[[int, int], None]) -> None:
    """Copy the database behind a head of `skip` bytes to a new file `target`, mode 0600, durable on return.

    `expected` is the length and SHA-256 that its head tells. `tell` hears bytes done, of how many; what it raises ends
    the copy. Raises FileDamaged(path) when the bytes are not those, FileExistsError, FileMissing, FileReadOnly, and
    DiskFull; then `target` is not left.
    """
    length, digest = expected
    if _size(path) != skip + length:
        raise FileDamaged(path)
    descriptor = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
    try:
        with os.fdopen(descriptor, "wb") as file:
            found = _copy(path, skip, file, lambda done: tell(done, length), target)
        _require_same(found, digest, path)
        make_durable(target)
    except BaseException:
        target.unlink(missing_ok=True)
        raise


def file_sha256(path: Path, tell: Callable[[int], None], *, from_disk: bool = False) -> bytes:
    """SHA-256 of a file; `tell` hears how many bytes are read. `from_disk`: not from what the system kept of it."""
    state = hashlib.sha256()
    with path.open("rb") as file:
        if from_disk:
            _forget_cached(file)
        done = 0
        for chunk in _chunks(file):
            state.update(chunk)
            done += len(chunk)
            tell(done)
    return state.digest()


def _write_part(head: bytes, database: Path, part: Path, tell: Callable[[int], None]) -> bytes:
    state = hashlib.sha256(head)
    _drop(part)
    with part.open("xb") as file, database.open("rb") as pages:
        file.write(head)
        done = len(head)
        for chunk in _chunks(pages):
            file.write(chunk)
            state.update(chunk)
            done += len(chunk)
            tell(done)
        file.flush()
        os.fsync(file.fileno())
    return state.digest()


def _copy(path: Path, skip: int, file: BinaryIO, tell: Callable[[int], None], target: Path) -> bytes:
    state = hashlib.sha256()
    done = 0
    try:
        with path.open("rb") as backup:
            backup.seek(skip)
            for chunk in _chunks(backup):
                state.update(chunk)
                _put(file, chunk, target)
                done += len(chunk)
                tell(done)
    except OSError as fault:
        raise _named(fault, path) from fault
    return state.digest()


def _put(file: BinaryIO, chunk: bytes, target: Path) -> None:
    try:
        file.write(chunk)
    except OSError as fault:
        raise _named(fault, target) from fault


def _chunks(file: BinaryIO) -> Iterator[bytes]:
    while chunk := file.read(CHUNK_BYTES):
        yield chunk


def _forget_cached(file: BinaryIO) -> None:
    """Ask the system to read from the disk and not from its memory of what was just written; where it can."""
    if hasattr(os, "posix_fadvise"):
        os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)


def _require_place(target: Path, whole: int) -> None:
    if target.exists():
        raise FileExistsError(target)
    if shutil.disk_usage(target.parent).free < whole:
        raise DiskFull(target)


def _require_same(found: bytes, expected: bytes, path: Path) -> None:
    if found != expected:
        raise FileDamaged(path)


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError as fault:
        raise _named(fault, path) from fault


def _settle(target: Path) -> None:
    """Bring the new name to the disk; a share that cannot do that for a folder has the file's bytes already."""
    try:
        make_durable(target)
    except OSError as fault:
        if fault.errno not in _NOT_OFFERED:
            raise


def _named(fault: OSError, path: Path, otherwise: type[WithPath] = FileDamaged) -> WithPath:
    """What a person can do about a stick or share that would not; `otherwise` where the system's word says no more."""
    if fault.errno in _FULL:
        return DiskFull(path)
    if fault.errno in _REFUSED:
        return FileReadOnly(path)
    if fault.errno == errno.ENOENT or not is_folder(path.parent):
        return FileMissing(path)
    return otherwise(path)


def _drop(part: Path) -> None:
    try:
        part.unlink(missing_ok=True)
    except OSError:
        return  # the folder went away or takes no change; the next writing tries again
