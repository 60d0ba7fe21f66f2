"""Care of the database: the weekly full check while the outlet is closed, and the check that the owner asks for."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING

from outlet_app.domain.account import Permission
from outlet_app.domain.activity import Activity, ActivityKind
from outlet_app.store import integrity, last_check
from outlet_app.store.integrity import CheckProgress, CheckStage
from outlet_app.store.last_check import LastCheck
from outlet_app.store.store import Entry

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

    from outlet_app.services.outlet_keys import OutletKeys
    from outlet_app.services.session import Session
    from outlet_app.store.connection import DatabaseKey

__all__ = ["Care", "CareStanding", "CheckProgress", "CheckStage", "ClosingCheck", "LastCheck"]

CHECK_EACH = timedelta(days=7)
"""A full check is due so long after the last one. Source: design, sealing."""


@dataclass(frozen=True, slots=True)
class CareStanding:
    """The last full check, None where there was none, and whether one is due."""

    last: LastCheck | None
    is_due: bool


class Care:
    """The use case of the database's health, for the owner; the weekly check is made whoever closes the outlet."""

    def __init__(self, session: Session, keys: OutletKeys) -> None:
        self._session = session
        self._keys = keys

    def health(self) -> CareStanding:
        """How the last check stands. Raises NotPermitted."""
        self._session.require(Permission.SET_POLICY)
        return standing(self._keys.place.last_check, self._session.clock())

    def check_now(self, tell: Callable[[CheckProgress], None]) -> LastCheck:
        """Check the whole database; nobody can work meanwhile. What `tell` raises ends it and tells nothing.

        Faults are recorded. Raises NotPermitted, and as `Store.open` when the file does not open any more.
        """
        self._session.require(Permission.SET_POLICY)
        session, path = self._session, self._keys.place.last_check
        result = session.outlet.set_down(lambda database, key: integrity.check(database, key, tell))
        found = LastCheck(session.clock(), len(result.faults))
        if found.faults:
            session.write(fault(found))
        last_check.write(path, found)
        return found


class ClosingCheck:
    """The weekly check of an outlet that has just been closed. Hides its key in `repr`."""

    def __init__(self, path: Path, key: DatabaseKey, note: Path, clock: Callable[[], datetime]) -> None:
        self._path = path
        self._key = key
        self._note = note
        self._clock = clock

    def __repr__(self) -> str:
        return f"ClosingCheck({self._path.name})"

    def run(self, tell: Callable[[CheckProgress], None]) -> LastCheck:
        """Check the whole database. What `tell` raises puts it off: it is due again at the next closing.

        Faults are recorded at the next opening. Raises FileBusy, FileMissing, FileReadOnly, DiskFull.
        """
        result = integrity.check(self._path, self._key, tell)
        found = LastCheck(self._clock(), len(result.faults), told=result.is_sound)
        last_check.write(self._note, found)
        return found


def standing(note: Path, now: datetime) -> CareStanding:
    """How the check that `note` tells of stands now; one that bears a later time than now counts for nothing."""
    last = last_check.read(note)
    is_due = last is None or not timedelta(0) <= now - last.at < CHECK_EACH
    return CareStanding(last, is_due)


def untold(note: Path) -> tuple[Entry, ...]:
    """What a closing check found and the record does not know yet, for the next opening's first transaction."""
    last = last_check.read(note)
    return () if last is None or last.told else (fault(last),)


def told(note: Path) -> None:
    """The record knows now what the last check found."""
    last = last_check.read(note)
    if last is not None and not last.told:
        last_check.write(note, replace(last, told=True))


def fault(found: LastCheck) -> Entry:
    """The act that tells of a check that found something."""
    return Entry(Activity(ActivityKind.INTEGRITY_FAULT, None, {"what": "database", "count": found.faults}))
