"""The drill: a backup restored into a temporary outlet and checked from end to end; the real one is not touched."""

from __future__ import annotations

import shutil
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from outlet_app.domain.account import Permission
from outlet_app.errors import FileDamaged, KeyMismatch, SchemaChanged, StatementRefused
from outlet_app.sealing.backup_key import open_backup_key
from outlet_app.sealing.grants import open_former_seed, open_label_key
from outlet_app.sealing.owner_seed import OwnerSeed
from outlet_app.sealing.owner_slots import open_recovery_slot
from outlet_app.sealing.recovery_words import read_words
from outlet_app.services import owner_consent, sheet_slot
from outlet_app.services.backup_contents import RestoreStage, examine, statements_of
from outlet_app.services.backup_reading import read_head, unpack
from outlet_app.store import backups, integrity
from outlet_app.store.connection import DatabaseKey
from outlet_app.store.moment import from_ms
from outlet_app.store.store import Store

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import datetime
    from pathlib import Path

    from outlet_app.sealing.backup_head import BackupHead
    from outlet_app.services.outlet_keys import OutletKeys
    from outlet_app.services.session import Session
    from outlet_app.store.integrity import CheckProgress


class DrillStage(StrEnum):
    """What a drill is at, in this order."""

    UNPACKING = "unpacking"
    PAGES = "pages"
    RECORD = "record"
    WAYBILLS = "waybills"


@dataclass(frozen=True, slots=True)
class DrillProgress:
    """How far a drill is: `done` of `whole`, in bytes, tests, acts, waybills."""

    stage: DrillStage
    done: int
    whole: int


class DrillProblem(StrEnum):
    """What keeps a backup from being one. The values are recorded: never rename one."""

    BYTES = "bytes"
    KEY = "key"
    PAGES = "pages"
    TABLES = "tables"
    STATEMENTS = "statements"
    RECORD = "record"
    WAYBILLS = "waybills"
    HEAD = "head"
    SHEET = "sheet"


@dataclass(frozen=True, slots=True)
class DrillReport:
    """`made_at` (UTC) as the head tells, acts and waybills as counted. No problem: it is whole."""

    name: str
    made_at: datetime
    acts: int
    waybills: int
    problems: tuple[DrillProblem, ...]


@dataclass(frozen=True, slots=True)
class _Found:
    acts: int = 0
    waybills: int = 0
    problems: tuple[DrillProblem, ...] = ()


class Drill:
    """The use case of the owner who wants to know that a restore would work. `restore_*` run on the files lane."""

    def __init__(self, session: Session, keys: OutletKeys) -> None:
        self._session = session
        self._keys = keys

    def restore_with_card(
        self, path: Path, *, password: str, card: str, tell: Callable[[DrillProgress], None]
    ) -> DrillReport:
        """Drill as on this PC, with the owner's password and card.

        `tell` is called in the caller's thread; what it raises ends the drill. Raises NotPermitted, WrongPassword,
        FileMissing, FileTooNew, DiskFull, and FileDamaged for what has not even a backup's head.
        """
        self._session.require(Permission.SET_POLICY)
        head = read_head(path)
        account_id = self._session.account.account_id
        with owner_consent.waits(self._session, self._keys).noted(account_id, "card"):
            seed = self._keys.owner_seed(account_id, password, card)
        return self._restore(path, head, seed, tell)

    def restore_with_sheet(self, path: Path, *, words: str, tell: Callable[[DrillProgress], None]) -> DrillReport:
        """Drill as on a new PC, with the words of the recovery sheet.

        Raises as `restore_with_card`; LabelCodeRefused for miscopied words; WrongPassword for another sheet's.
        """
        self._session.require(Permission.SET_POLICY)
        head = read_head(path)
        seed = open_recovery_slot(head.outlet_id, head.recovery_slot, read_words(words))
        return self._restore(path, head, seed, tell)

    def note_drill(self, report: DrillReport) -> None:
        """Record what came of it. Data lane. Raises NotPermitted."""
        self._session.require_role(Permission.SET_POLICY)
        self._session.write(backups.drilled(report.name, [problem.value for problem in report.problems]))

    def _restore(
        self, path: Path, head: BackupHead, seed: OwnerSeed, tell: Callable[[DrillProgress], None]
    ) -> DrillReport:
        with _temporary(self._keys.place.drill_folder) as folder:
            found = _drilled(path, folder / "drill.db", seed, self._session, tell)
        return DrillReport(path.name, from_ms(head.made_at_ms), found.acts, found.waybills, found.problems)


def _drilled(
    path: Path, database: Path, seed: OwnerSeed, session: Session, tell: Callable[[DrillProgress], None]
) -> _Found:
    try:
        head = unpack(path, database, lambda done, whole: tell(DrillProgress(DrillStage.UNPACKING, done, whole)))
    except FileDamaged:
        return _Found(problems=(DrillProblem.BYTES,))
    try:
        key = DatabaseKey(*open_backup_key(seed, head.at, head.key_wrap))
        open_label_key(seed, head.label_key_escrow)
        seeds = _seeds(seed, head)
    except KeyMismatch:
        return _Found(problems=(DrillProblem.KEY,))
    if not integrity.check(database, key, lambda progress: tell(_pages(progress))).is_sound:
        return _Found(problems=(DrillProblem.PAGES,))
    try:
        with Store.open(database, key, outlet_id=head.outlet_id, clock=session.clock) as store:
            return _examined(store, head, seeds, tell)
    except SchemaChanged:
        return _Found(problems=(DrillProblem.TABLES,))
    except (KeyMismatch, FileDamaged):
        return _Found(problems=(DrillProblem.PAGES,))


def _examined(
    store: Store, head: BackupHead, seeds: tuple[OwnerSeed, ...], tell: Callable[[DrillProgress], None]
) -> _Found:
    try:
        book = statements_of(store, seeds[0])
        findings = examine(
            store, book, seeds, lambda each: tell(DrillProgress(_STAGES[each.stage], each.done, each.whole))
        )
    except StatementRefused:
        return _Found(problems=(DrillProblem.STATEMENTS,))
    wrong = {
        DrillProblem.RECORD: findings.broken_at is not None,
        DrillProblem.WAYBILLS: bool(findings.unopened),
        DrillProblem.HEAD: store.checkpoint() != head.at,
        DrillProblem.SHEET: not sheet_slot.fits(head.recovery_slot, book.sheet_digest()),
    }
    return _Found(findings.acts, findings.waybills, tuple(problem for problem, is_wrong in wrong.items() if is_wrong))


_STAGES = {RestoreStage.RECORD: DrillStage.RECORD, RestoreStage.WAYBILLS: DrillStage.WAYBILLS}


def _pages(progress: CheckProgress) -> DrillProgress:
    return DrillProgress(DrillStage.PAGES, progress.done, progress.whole)


def _seeds(seed: OwnerSeed, head: BackupHead) -> tuple[OwnerSeed, ...]:
    if head.former_seed is None:
        return (seed,)
    return seed, OwnerSeed(seed.outlet_id, open_former_seed(seed, head.former_seed))


@contextmanager
def _temporary(folder: Path) -> Iterator[Path]:
    """A folder of its own, with nothing in it but what is made here, and gone at the end."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(mode=0o700)
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)
