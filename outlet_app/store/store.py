"""The one way to write: rows and the signed acts that tell of them, in one transaction and one commit."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Self

from outlet_app import log
from outlet_app.domain.acknowledgement import acts_digest
from outlet_app.domain.activity import Act, Activity
from outlet_app.domain.context import canonical_json
from outlet_app.domain.history import Checkpoint, genesis, next_hash, signed_text, verify_chain
from outlet_app.errors import DiskFull, FileBusy, FileDamaged, HistoryBroken, KeyMismatch
from outlet_app.store import activities, backup_copy, rotation, schema
from outlet_app.store.connection import open_database
from outlet_app.store.moment import to_ms

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import datetime
    from pathlib import Path

    from outlet_app.store.connection import Cursor, Database, DatabaseKey, Reader, Row

LONGEST_DETAIL = 2000
"""Characters of an act's canonical detail: words, counts and hashes need no more."""

VERIFY_PORTION = 10_000
"""Acts followed at a time, some 30 ms, so that a long check can stop between two portions."""

_LABEL_CODE = re.compile(r"O[A-Z]\d\.")


def _nothing(_: Cursor) -> None:
    return


@dataclass(frozen=True, slots=True)
class Author:
    """Who does an act and where. `sign` makes the 64-byte Ed25519 signature of this account over a text."""

    account_id: bytes
    station: str
    sign: Callable[[bytes], bytes]


@dataclass(frozen=True, slots=True)
class Entry:
    """An act and the change of rows that it tells of.

    `apply` runs inside the transaction; when it raises, nothing of the transaction stands. `erases` says that it
    removes what must be gone from the disk as well.
    """

    activity: Activity
    apply: Callable[[Cursor], None] = _nothing
    erases: bool = False


@dataclass(frozen=True, slots=True)
class Signers:
    """What signatures are checked with: every verify key (32 B) an account ever had, by account id, and Ed25519.

    `verify` takes verify key, signature and text, and says whether the signature holds.
    """

    verify_keys: Mapping[bytes, tuple[bytes, ...]]
    verify: Callable[[bytes, bytes, bytes], bool]


class Store:
    """One outlet's open database. Not for two threads at once.

    `clock` gives aware UTC times; it is a column of the record and never its order.
    """

    def __init__(self, database: Database, outlet_id: bytes, branch: int, clock: Callable[[], datetime]) -> None:
        self._database = database
        self._outlet_id = outlet_id
        self._branch = branch
        self._clock = clock
        self._tidy_due = False
        self._closed = False
        last = activities.newest(database.reader)
        self._head = self.genesis if last is None else Checkpoint(branch, last.n, last.chain_hash)

    @classmethod
    def create(
        cls, path: Path, key: DatabaseKey, *, outlet_id: bytes, clock: Callable[[], datetime], branch: int = 1
    ) -> Self:
        """Make the database of a new outlet (16-byte id), mode 0600. Raises as `open_database` does."""
        database = open_database(path, key, create=True)
        try:
            schema.build(database, schema.shipped_steps())
            with database.transaction() as cursor:
                cursor.run("INSERT INTO outlet (only, outlet_id, branch) VALUES (1, ?, ?)", outlet_id, branch)
        finally:
            database.close()
        return cls.open(path, key, outlet_id=outlet_id, clock=clock)

    @classmethod
    def open(cls, path: Path, key: DatabaseKey, *, outlet_id: bytes, clock: Callable[[], datetime]) -> Self:
        """Open an outlet's database, upgrade it where it is older, and finish an erasure that was cut short.

        Raises as `open_database` does, and FileTooNew, SchemaChanged, KeyMismatch (another outlet's database).
        """
        database = open_database(path, key)
        try:
            schema.upgrade(database, schema.shipped_steps())
            branch = _branch(database, outlet_id)
            database.truncate_log()
        finally:
            database.close()
        # A connection of its own for the acts: statements that run once stay ready, in memory that those of every act
        # then lack. Measured: half the locked allocations, and accepting is a fifth quicker.
        return cls(open_database(path, key), outlet_id, branch, clock)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def reader(self) -> Reader:
        """For the reading functions of the other modules here."""
        return self._database.reader

    @property
    def genesis(self) -> Checkpoint:
        """The checkpoint before the first act, where a check of the whole record starts."""
        return Checkpoint(self._branch, 0, genesis(self._outlet_id))

    @property
    def closed(self) -> bool:
        """Whether the file was closed; nothing can be asked any more then."""
        return self._closed

    @property
    def path(self) -> Path:
        """Where the file lies."""
        return self._database.path

    @property
    def is_spoilt(self) -> bool:
        """Whether a bad page was met: this store gives nothing more, the same file opened anew all but that page."""
        return self._database.is_spoilt

    @property
    def tidy_due(self) -> bool:
        """Whether something was erased that the write-ahead log still holds."""
        return self._tidy_due

    def checkpoint(self) -> Checkpoint:
        """How far the record has come: the last committed act."""
        return self._head

    def write(self, author: Author, *entries: Entry) -> Checkpoint:
        """Do `entries` in their order and record them, signed by `author`: all of it durable on return, or none of it.

        One commit and one fsync. Where an entry erases, the log is emptied right after; should that fail, it is noted,
        `tidy_due` stays and the next write tries again before it changes anything.

        Raises what an entry's `apply` raises, FileDamaged, DiskFull, FileReadOnly; SchemaChanged before erasing.
        """
        if not entries:
            raise ValueError("nothing to write")
        if self._tidy_due:
            self.tidy()
        erases = any(entry.erases for entry in entries)
        at_ms = to_ms(self._clock())
        with self._database.transaction() as cursor:
            if erases:
                schema.compare(cursor, schema.shipped_steps())
            for entry in entries:
                entry.apply(cursor)
            acts = self._acts(author, at_ms, entries)
            activities.append(cursor, acts)
        self._head = Checkpoint(self._branch, acts[-1].n, acts[-1].chain_hash)
        if erases:
            self._tidy_due = True
            self._tidy_after_commit()
        return self._head

    def take_up_branch(self) -> None:
        """Go on under the branch that the outlet's row bears now, after `branches.acknowledged` was written."""
        self._branch = _branch(self._database, self._outlet_id)
        self._head = replace(self._head, branch=self._branch)

    def tidy(self) -> None:
        """Empty the write-ahead log into the database. Cheap when it is empty; worth doing whenever the counter rests.

        Raises FileBusy, DiskFull and FileDamaged.
        """
        self._database.truncate_log()
        self._tidy_due = False

    def verify(self, start: Checkpoint, limit: int = VERIFY_PORTION, signers: Signers | None = None) -> Checkpoint:
        """Follow the record from `start` for about `limit` acts, to the end of a transaction, and say how far it got.

        The whole record is checked by starting at `genesis` and going on until the answer equals `checkpoint()`.
        With `signers` every transaction's signature is checked too, about 90 µs each.

        What the owner acknowledged is not followed but held against what he signed of it. Raises HistoryBroken at the
        first act that is missing, changed, unsigned or signed by another.
        """
        start = replace(start, branch=self._branch)  # which may have been raised since the check began
        if start.n >= self._head.n:
            if start != self._head:
                raise HistoryBroken(start.n)
            return start
        start, limit = self._past_acknowledged(*self._past_hole(start, limit))
        end = activities.next_signed(self.reader, min(start.n + limit, self._head.n))
        acts = activities.after(self.reader, start.n, (end or self._head.n) - start.n)
        try:
            reached = verify_chain(start, acts)
        except HistoryBroken as broken:
            # A signature that does not hold before that place is the earlier fault.
            self._check_signatures([act for act in acts if act.n < broken.at], signers)
            raise
        self._check_signatures(acts, signers)
        if end is None or (end == self._head.n and reached != self._head):
            raise HistoryBroken(min(reached.n + 1, self._head.n))
        return reached

    def _past_hole(self, start: Checkpoint, limit: int) -> tuple[Checkpoint, int]:
        """Where to follow on from `start`, and how far, so that no portion runs over what the owner stated as lost."""
        for hole in activities.holes(self.reader):
            if hole.first == start.n + 1:
                if activities.after(self.reader, start.n, 1)[0].n <= hole.last:
                    raise HistoryBroken(hole.first)  # what is lost cannot come back
                start = Checkpoint(start.branch, hole.last, hole.chain_hash)
            elif hole.first > start.n + 1:
                return start, min(limit, hole.first - 1 - start.n)
        return start, limit

    def _past_acknowledged(self, start: Checkpoint, limit: int) -> tuple[Checkpoint, int]:
        """As `_past_hole`, for acts that do not follow from each other and that the owner took as they stand."""
        taken = [said for said in activities.acknowledged(self.reader) if start.n < said.acts_from <= said.last]
        here = [said for said in taken if said.acts_from == start.n + 1]
        if not here:
            return start, min([limit, *(said.acts_from - 1 - start.n for said in taken)])
        newest = here[-1]
        if acts_digest(activities.between(self.reader, newest.acts_from, newest.last)) != newest.digest:
            raise HistoryBroken(newest.acts_from)
        return self._past_acknowledged(replace(newest.point.left, branch=start.branch), limit)

    def copy(self, path: Path, key: DatabaseKey, tell: Callable[[rotation.Progress], None]) -> Self:
        """The same outlet, open in a new file under another key; this one stays open and must not be written meanwhile.

        Raises as `rotation.copy` does.
        """
        with self._database.alone():
            rotation.copy(self._database, path, key, tell)
        return type(self).open(path, key, outlet_id=self._outlet_id, clock=self._clock)

    def copy_beside(
        self, path: Path, key: DatabaseKey, tell: Callable[[backup_copy.BackupProgress], None]
    ) -> backup_copy.Copied:
        """As `copy`, for a backup, and the one method here that another thread may run while this one's goes on.

        Raises as `backup_copy.copy` does.
        """
        return backup_copy.copy(self._database, self._head, path, key, tell)

    def close(self) -> None:
        """End a copy beside, empty the log and close the file. Raises as `tidy`; the file is closed all the same.

        Closing twice does nothing.
        """
        if self._closed:
            return
        self._closed = True
        try:
            self.tidy()
        finally:
            self._database.close()

    def _acts(self, author: Author, at_ms: int, entries: Sequence[Entry]) -> list[Act]:
        acts: list[Act] = []
        n, chain_hash = self._head.n, self._head.chain_hash
        signature = None
        for position, entry in enumerate(entries, start=1):
            n += 1
            activity = entry.activity
            columns = (n, at_ms, author.account_id, author.station, activity.kind.value)
            detail = _detail(activity)
            chain_hash = next_hash(chain_hash, Act(*columns, activity.record_id, detail, b"", None))
            if position == len(entries):
                signature = author.sign(signed_text(self._outlet_id, n, chain_hash))
            acts.append(Act(*columns, activity.record_id, detail, chain_hash, signature))
        return acts

    def _check_signatures(self, acts: Sequence[Act], signers: Signers | None) -> None:
        """One signature ends each transaction, and everything in a transaction is one account's."""
        first = True
        account_id = b""
        for act in acts:
            if not first and act.account_id != account_id:
                raise HistoryBroken(act.n)
            account_id, first = act.account_id, act.signature is not None
            if act.signature is not None and signers is not None:
                self._check_signature(act, act.signature, signers)

    def _check_signature(self, act: Act, signature: bytes, signers: Signers) -> None:
        text = signed_text(self._outlet_id, act.n, act.chain_hash)
        keys = signers.verify_keys.get(act.account_id, ())
        if not any(signers.verify(key, signature, text) for key in reversed(keys)):
            raise HistoryBroken(act.n)

    def _tidy_after_commit(self) -> None:
        # What was written stands, so a failure here must not say otherwise; the next write raises it.
        try:
            self.tidy()
        except (FileBusy, DiskFull, FileDamaged) as error:
            log.fault("tidy_failed", why=type(error).__name__)


def _detail(activity: Activity) -> str:
    detail = canonical_json(dict(activity.detail))
    if len(detail) > LONGEST_DETAIL or _LABEL_CODE.search(detail):
        raise ValueError("an act's detail is too long or holds a label code")
    return detail


def _branch(database: Database, outlet_id: bytes) -> int:
    found = database.reader.row(_outlet, "SELECT outlet_id, branch FROM outlet")
    if found is None:
        raise FileDamaged(database.path)
    if found[0] != outlet_id:
        raise KeyMismatch
    return found[1]


def _outlet(row: Row) -> tuple[bytes, int]:
    return row[0], row[1]
