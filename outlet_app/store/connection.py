"""The one door to SQLCipher: opens an encrypted database, gives its rows types and its errors names."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from sqlcipher3 import dbapi2

from outlet_app.durable_file import make_durable
from outlet_app.errors import DiskFull, FileBusy, FileDamaged, FileMissing, FileReadOnly, OutletError, Stopped
from outlet_app.store import stray_journal

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

T = TypeVar("T")
Value = str | int | float | bytes | None
# A row as the driver gives it, in the order of the query; the tables are STRICT, so a column's type is its table's.
Row = tuple[Any, ...]
Make = Callable[[Row], T]

BUSY_MS = 1000
"""How long a second opener waits: the lock is exclusive, so only a copy of the program that just ends is worth it."""

_CACHE_KIB = 65536
# Locks and wipes all memory of the database. The key's own memory SQLCipher locks and wipes in any case.
_MEMORY_SECURITY = "ON"
_LOG_PAGES = 4096
_COPY_PAGES = 512
# A copy beside the work goes in steps of some 3 ms, which nobody at the counter notices, and rests between two, so that
# whoever waits for the connection gets it. A step that meets a transaction is tried again after as long.
_STEP_PAGES = 32
_REST_S = 0.001
_PROBE_BYTES = 65536

_MARKED = partial(str, encoding="utf-8", errors="replace")  # what is no UTF-8, which SQLite takes for a text too
# Primary result codes; source: https://www.sqlite.org/rescode.html
_BUSY, _LOCKED, _READONLY, _IOERR, _CORRUPT, _FULL, _CANTOPEN, _CONSTRAINT, _NOTADB = 5, 6, 8, 10, 11, 13, 14, 19, 26


class ConstraintFailed(Exception):
    """A row broke a rule of its table. The table's own module knows what that means; unexplained, it is a bug."""


@dataclass(frozen=True, slots=True, repr=False)
class DatabaseKey:
    """The raw key of one database: `key` 32 bytes, `salt` 16 bytes. Raises ValueError for other lengths."""

    key: bytes
    salt: bytes

    def __post_init__(self) -> None:
        if (len(self.key), len(self.salt)) != (32, 16):
            raise ValueError("a database key is 32 bytes and its salt 16")

    def __repr__(self) -> str:
        return "DatabaseKey(…)"


class Reader:
    """Reads rows, all of a query at a time, so that no statement stays open over the next one.

    Every method raises FileDamaged when a page is not what was written, and FileBusy, DiskFull or FileReadOnly as
    `open_database` does. After FileDamaged the connection gives nothing more and `is_spoilt`: open the file again.
    """

    def __init__(self, connection: dbapi2.Connection, path: Path) -> None:
        self._driver = connection.cursor()
        self._path = path
        self.is_spoilt = False

    def rows(self, make: Make[T], sql: str, *values: Value) -> list[T]:
        """Every row of the query, each through `make`; FileDamaged too where that takes a row for none of ours."""
        try:
            return [make(row) for row in self._found(sql, values)]
        except ValueError as fault:
            raise FileDamaged(self._path) from fault

    def row(self, make: Make[T], sql: str, *values: Value) -> T | None:
        """The first row of the query, or None when it has none."""
        found = self.rows(make, sql, *values)
        return found[0] if found else None

    def number(self, sql: str, *values: Value) -> int:
        """The one whole number that the query answers; 0 where it answers nothing or NULL."""
        return self.row(_first, sql, *values) or 0

    def _found(self, sql: str, values: tuple[Value, ...]) -> list[Row]:
        try:
            found: list[Row] = self._driver.execute(sql, values).fetchall()
        except dbapi2.Error as error:
            if hasattr(error, "sqlite_errorcode") or self._driver.connection.text_factory is _MARKED:
                raise self._sorted(error) from error
        else:
            return found
        self._driver.connection.text_factory = _MARKED  # once a text was none: all of them so, at three times the cost
        return self._found(sql, values)

    def _sorted(self, error: dbapi2.Error) -> Exception:
        found = sorted_error(error, self._path)
        self.is_spoilt = self.is_spoilt or isinstance(found, FileDamaged)
        return found


class Cursor(Reader):
    """Reads and changes rows inside a transaction."""

    def run(self, sql: str, *values: Value) -> int:
        """Run one statement and say how many rows it changed.

        Raises ConstraintFailed when a row breaks a rule of its table.
        """
        try:
            return int(self._driver.execute(sql, values).rowcount)
        except dbapi2.Error as error:
            raise self._sorted(error) from error

    def run_each(self, sql: str, values: Iterable[tuple[Value, ...]]) -> None:
        """Run one statement for each of `values`, in their order. Raises as `run`."""
        try:
            self._driver.executemany(sql, values)
        except dbapi2.Error as error:
            raise self._sorted(error) from error


class Database:
    """One open database file, locked against every other opener until `close`.

    One thread works with it; `write_pages_beside` alone may run in another meanwhile.
    """

    def __init__(self, connection: dbapi2.Connection, path: Path) -> None:
        self._connection = connection
        self._beside = threading.Lock()
        self._ends_beside = threading.Event()
        self._cursor = Cursor(connection, path)
        self.path = path
        self.reader = Reader(connection, path)

    @property
    def is_spoilt(self) -> bool:
        """Whether a bad page was met, so that this connection gives nothing more."""
        return self.reader.is_spoilt or self._cursor.is_spoilt

    @contextmanager
    def transaction(self) -> Iterator[Cursor]:
        """Everything done with the cursor becomes durable together when the block ends, or not at all."""
        self._cursor.run("BEGIN IMMEDIATE")
        try:
            yield self._cursor
            self._cursor.run("COMMIT")
        except BaseException:
            if self._connection.in_transaction:
                self._cursor.run("ROLLBACK")
            raise

    def truncate_log(self) -> None:
        """Move the write-ahead log into the database and cut it to nothing, so that what was erased is in neither.

        Raises FileBusy when something still reads, and DiskFull when the database cannot grow.
        """
        if self.reader.number("PRAGMA wal_checkpoint(TRUNCATE)"):
            raise FileBusy(self.path)

    def write_pages(self, target: dbapi2.Connection, tell: Callable[[int, int], None]) -> None:
        """Write every page to another open database; for `copy_database`."""
        self._connection.backup(target, pages=_COPY_PAGES, progress=lambda _, left, whole: tell(whole - left, whole))

    @contextmanager
    def watched(self, step: Callable[[], None], each: int) -> Iterator[None]:
        """While the block runs a query, call `step` after every `each` steps of SQLite's machine.

        What `step` raises ends the query, and comes out of the block.
        """
        raised: list[BaseException] = []

        def on_step() -> int:
            try:
                step()
            except BaseException as error:  # noqa: BLE001 - it passes through C, and is raised again behind it
                raised.append(error)
            return len(raised)

        self._connection.set_progress_handler(on_step, each)
        try:
            yield
        except BaseException:
            if raised:
                raise raised[0] from None
            raise
        finally:
            self._connection.set_progress_handler(None, 0)

    def write_pages_beside(self, target: dbapi2.Connection, tell: Callable[[int, int], None]) -> None:
        """As `write_pages`, from another thread while this one's goes on working; for `copy_database_beside`.

        What is committed meanwhile goes into the copy by itself. Raises Stopped once `close` or `alone` wants its end.
        """

        def listen(_: int, left: int, whole: int) -> None:
            tell(whole - left, whole)
            if self._ends_beside.wait(_REST_S):
                raise Stopped

        with self._beside:
            if self._ends_beside.is_set():
                raise Stopped
            self._connection.backup(target, pages=_STEP_PAGES, progress=listen, sleep=_REST_S)

    @contextmanager
    def alone(self) -> Iterator[None]:
        """End a copy that runs beside, wait for its end, some ms, and let none begin until the block ends."""
        self._ends_beside.set()
        try:
            with self._beside:
                yield
        finally:
            self._ends_beside.clear()

    def close(self) -> None:
        """Close the file and give up its lock, after a copy beside has ended. Closing twice does nothing."""
        self._ends_beside.set()
        with self._beside:
            _close(self._connection)


def open_database(path: Path, key: DatabaseKey, *, create: bool = False) -> Database:
    """Open the database at `path`, or with `create` make it, mode 0600; one opener at a time.

    Raises FileMissing, FileBusy (another copy of the program), FileDamaged (also for a wrong key: the two cannot be
    told apart), FileReadOnly, DiskFull; FileExistsError when `create` meets a file.
    """
    if create:
        _make_file(path)
    elif not path.is_file():
        raise FileMissing(path)
    stray_journal.set_aside(path)
    try:
        connection = _connect(str(path), BUSY_MS)
    except dbapi2.Error as error:  # a disk that does not answer fails even before the key is given
        raise sorted_error(error, path) from error
    try:
        _prepare(connection, key)
    except dbapi2.Error as error:
        connection.close()
        raise sorted_error(error, path) from error
    return Database(connection, path)


def copy_database(source: Database, path: Path, key: DatabaseKey, tell: Callable[[int, int], None]) -> None:
    """Write every page of `source`, newest state, to a new file at `path` under another key; durable on return.

    Each page is opened and sealed again in memory. `tell` hears how many pages are done, of how many; what it raises
    ends the copy. Raises FileExistsError, DiskFull, FileReadOnly, and FileDamaged when `source` cannot be read whole.
    """
    _copy_database(path, key, lambda target: source.write_pages(target, tell))


def copy_database_beside(source: Database, path: Path, key: DatabaseKey, tell: Callable[[int, int], None]) -> None:
    """As `copy_database`, from another thread than the one that works with `source` meanwhile, in small steps.

    Raises as it does, and Stopped when the one that works with `source` wants the copy to end.
    """
    _copy_database(path, key, lambda target: source.write_pages_beside(target, tell))


def _copy_database(path: Path, key: DatabaseKey, write: Callable[[dbapi2.Connection], None]) -> None:
    _make_file(path)
    connection = _connect(str(path), 0)
    try:
        _unlock(connection, key)
        # Nobody needs a journal of a file that counts for nothing until it is whole.
        connection.executescript("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF;")
        write(connection)
    except dbapi2.Error as error:
        # The driver gives the errors of a copy no code.
        raise (sorted_error(error, path) if hasattr(error, "sqlite_errorcode") else _cause(path)) from error
    finally:
        _close(connection)
    make_durable(path)


def memory_database() -> Database:
    """An empty database that never touches the disk, to try a schema in."""
    return Database(_connect(":memory:", 0), Path(":memory:"))


def sorted_error(error: dbapi2.Error, path: Path) -> Exception:
    """What a driver's error means to a person, by its result code; the driver's own error where it is a bug of ours."""
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if code == _CONSTRAINT:
        return ConstraintFailed()
    if code in {_CANTOPEN, _IOERR}:
        return _cause(path)
    kinds = {
        _BUSY: FileBusy,
        _LOCKED: FileBusy,
        _READONLY: FileReadOnly,
        _FULL: DiskFull,
        _CORRUPT: FileDamaged,
        _NOTADB: FileDamaged,
    }
    return kinds[code](path) if code in kinds else error


def _connect(name: str, busy_ms: int) -> dbapi2.Connection:
    # The data lane's one worker uses the connection; the thread that opens and the one that closes may be another.
    return dbapi2.connect(name, isolation_level=None, check_same_thread=False, timeout=busy_ms / 1000)


def _unlock(connection: dbapi2.Connection, key: DatabaseKey) -> None:
    # As scripts: a statement that is kept ready holds memory that those of every act should have.
    connection.executescript(f"""
        PRAGMA cipher_log_level=NONE;
        PRAGMA cipher_memory_security={_MEMORY_SECURITY};
        PRAGMA key="x'{key.key.hex()}{key.salt.hex()}'";
    """)
    # A build without a cipher takes the key without a word and writes everything in the clear.
    if not connection.execute("PRAGMA cipher_version").fetchone():
        raise RuntimeError("this SQLite has no cipher")


def _prepare(connection: dbapi2.Connection, key: DatabaseKey) -> None:
    _unlock(connection, key)
    connection.executescript(f"""
        -- Before the first read: the log's index then lives in memory, and nobody else gets in.
        PRAGMA locking_mode=EXCLUSIVE;
        SELECT count(*) FROM sqlite_schema;
        PRAGMA journal_mode=WAL;
        PRAGMA synchronous=FULL;
        PRAGMA secure_delete=ON;
        PRAGMA foreign_keys=ON;
        PRAGMA trusted_schema=OFF;
        PRAGMA temp_store=MEMORY;
        PRAGMA cache_size=-{_CACHE_KIB};
        -- A safety net only: the log is emptied between acts, so that no act waits for it.
        PRAGMA wal_autocheckpoint={_LOG_PAGES};
    """)


def _close(connection: dbapi2.Connection) -> None:
    """Close it in a way that lets the window be drawn.

    What is cached is wiped page by page. The driver lets other threads run over a statement, and not while it closes:
    a full cache took 0.6 s.
    """
    with suppress(dbapi2.Error):
        connection.execute("PRAGMA shrink_memory")
    connection.close()


def _make_file(path: Path) -> None:
    try:
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    except PermissionError:
        raise FileReadOnly(path) from None
    except FileNotFoundError:
        raise FileMissing(path.parent) from None


def _cause(path: Path) -> OutletError:
    """Why the system would not open, read or write the file."""
    if not path.exists():
        return FileMissing(path)
    if not _writable(path):
        return FileReadOnly(path)
    return FileDamaged(path) if _has_room(path) else DiskFull(path)


def _writable(path: Path) -> bool:
    return os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)


def _has_room(path: Path) -> bool:
    """Whether a file beside `path` may grow past the database and its log: room on the disk, quota, size limit."""
    probe = path.with_name(path.name + ".room")
    end = max((beside.stat().st_size for beside in path.parent.glob(path.name + "*")), default=0)
    try:
        with probe.open("wb") as file:
            file.seek(end)
            file.write(bytes(_PROBE_BYTES))
            os.fsync(file.fileno())
    except OSError:
        return False
    else:
        return True
    finally:
        probe.unlink(missing_ok=True)


def _first(row: Row) -> int | None:
    value: int | None = row[0]
    return value
