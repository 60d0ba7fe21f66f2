"""The outlet whose store is open, whoever is at the counter: its store, and the keys of the people of this day."""

from __future__ import annotations

import platform
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeVar

from outlet_app import log
from outlet_app.domain.activity import Activity, ActivityKind
from outlet_app.domain.outlet_day import day_start
from outlet_app.errors import DiskFull, FileBusy, FileDamaged, SessionLocked
from outlet_app.services.behaviour import BehaviourReading
from outlet_app.services.clock_check import ClockCheck
from outlet_app.services.counted_acts import CountedActs
from outlet_app.services.record_check import RecordCheck, RecordState
from outlet_app.services.wrap_work import WrapWork
from outlet_app.store import carrier_settings, near_checkpoint, sort_codes
from outlet_app.store.connection import DatabaseKey
from outlet_app.store.store import Author, Entry, Store

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import datetime
    from pathlib import Path

    from outlet_app.domain.carrier import Carrier
    from outlet_app.domain.history import Checkpoint
    from outlet_app.domain.sort_code_table import Place
    from outlet_app.sealing.account_keys import OpenedAccount
    from outlet_app.sealing.grants import Grant

T = TypeVar("T")

MOST_WRONG_PINS = 5
"""Wrong PINs in a row after which only the password opens. Source: design, sealing."""


def station_name() -> str:
    """This PC's name, as acts record it."""
    return platform.node() or "counter"


def _nobody() -> str:
    return ""


@dataclass(slots=True)
class _Present:
    """Somebody who signed in fully at `since`; the keys stay until he signs out or the day is over."""

    opened: OpenedAccount
    since: datetime
    wrong_pins: int = 0


class OpenOutlet:
    """One open store for everybody who signed in since 04:00. It is of no more use once the store is closed.

    `store` is another object after the database key was rotated or a bad page was met: ask for it each time.
    """

    def __init__(
        self,
        *,
        outlet_id: bytes,
        name: str,
        store: Store,
        near_checkpoint: Path,
        clock: Callable[[], datetime],
        clock_check: ClockCheck | None = None,
        remote: Callable[[], str] | None = None,
    ) -> None:
        self.outlet_id = outlet_id
        self.name = name
        self._store = store
        self._is_damaged = False
        self.clock = clock
        self.check = RecordCheck(store.genesis, store.checkpoint().n)
        self.counted = CountedActs(self.check)
        self.behaviour = BehaviourReading(self.check)
        self.wraps = WrapWork()
        self.clock_check = clock_check or ClockCheck(clock)
        self.clock_check.begin(store.reader)
        self.remote = remote or _nobody
        self.sheet_is_lost = False  # as found at the opening and before each backup
        self._near_checkpoint = near_checkpoint
        self._carriers = carrier_settings.book(store.reader)
        self._sort_codes = sort_codes.every(store.reader)
        self._present: dict[bytes, _Present] = {}

    @property
    def is_open(self) -> bool:
        """Whether the store is open."""
        return not self._store.closed

    @property
    def has_anybody(self) -> bool:
        """Whether somebody's keys are here."""
        return bool(self._present)

    @property
    def is_damaged(self) -> bool:
        """Whether a page of the database could not be read since it was opened."""
        return self._is_damaged

    @property
    def store(self) -> Store:
        """The open store. Where a bad page ended its connection, the file is opened anew, so that the rest is there.

        Raises as `Store.open`, as long as the file does not open.
        """
        if self._store.is_spoilt and self._present:
            self._open_again()
        return self._store

    def carriers(self) -> Mapping[str, Carrier]:
        """The outlet's carriers by code, in the order they are offered. Instant."""
        return self._carriers

    def sort_codes(self) -> Mapping[Place, str]:
        """The codes of every table that the owner loaded. Instant, because a preview asks it from another lane."""
        return self._sort_codes

    def take_up_carriers(self) -> None:
        """Read carriers and tables again: the owner changed one."""
        self._carriers = carrier_settings.book(self.store.reader)
        self._sort_codes = sort_codes.every(self.store.reader)

    def set_down(self, work: Callable[[Path, DatabaseKey], T]) -> T:
        """Close the file while `work` has it to itself, given its path and key, then go on with it."""
        path, key = self.file()
        self.store.close()
        try:
            return work(path, key)
        finally:
            self._store = self._opened(path, key)

    def file(self) -> tuple[Path, DatabaseKey]:
        """Where the database lies, and its key, while somebody is here."""
        return self._store.path, self._key()

    def _open_again(self) -> None:
        path = self._store.path
        try:
            self._store.close()
        except (DiskFull, FileBusy, FileDamaged) as error:
            log.fault("damaged_store_close_failed", why=type(error).__name__)
        self._store = self._opened(path, self._key())
        if not self._is_damaged:
            self._is_damaged = True
            fault = Entry(Activity(ActivityKind.INTEGRITY_FAULT, None, {"what": "page"}))
            self._store.write(self.author(next(iter(self._present))), fault)

    def _key(self) -> DatabaseKey:
        opened = next(iter(self._present.values())).opened
        return DatabaseKey(opened.database_key, opened.database_salt)

    def _opened(self, path: Path, key: DatabaseKey) -> Store:
        return Store.open(path, key, outlet_id=self.outlet_id, clock=self.clock)

    def admit(self, opened: OpenedAccount) -> None:
        """Keep the keys of somebody who has just signed in fully."""
        self._present[opened.account_id] = _Present(opened, self.clock())

    def holds(self, account_id: bytes) -> bool:
        """Whether the account's signing key is here, so that its acts can be signed."""
        return account_id in self._present

    def keys(self, account_id: bytes) -> OpenedAccount:
        """What the person's full sign-in left. Raises SessionLocked when it was dropped since."""
        present = self._present.get(account_id)
        if present is None:
            raise SessionLocked
        return present.opened

    def may_use_pin(self, account_id: bytes) -> bool:
        """Whether the person signed in fully since 04:00, has a PIN, and did not use up its tries."""
        present = self._present.get(account_id)
        return (
            self.is_open
            and present is not None
            and present.opened.pin is not None
            and present.since >= day_start(self.clock())
        )

    def has_pin(self, account_id: bytes, pin: str) -> bool:
        """Whether this is the person's PIN; the fifth wrong one in a row drops his keys."""
        present = self._present[account_id]
        if present.opened.has_pin(pin):
            present.wrong_pins = 0
            return True
        present.wrong_pins += 1
        if present.wrong_pins >= MOST_WRONG_PINS:
            self.drop(account_id)
        return False

    def set_pin(self, account_id: bytes, pin: str | None) -> None:
        """Take a PIN that was written to the key file into use, or with None out of it."""
        present = self._present[account_id]
        present.opened = replace(present.opened, pin=pin)

    def write(self, account_id: bytes, *entries: Entry) -> Checkpoint:
        """Write rows and their acts, signed by that account. Raises as `Store.write`, and SessionLocked as `keys`."""
        return self.store.write(self.author(account_id), *entries)

    def author(self, account_id: bytes) -> Author:
        """Who signs as that account here. Raises SessionLocked as `keys`."""
        return Author(account_id, station_name(), self.keys(account_id).signing_key.sign)

    def drop(self, account_id: bytes) -> None:
        """Forget a person's keys: only his password lets him act again. What his card opened is dropped with them."""
        self._present.pop(account_id, None)
        self.wraps.take_back(account_id)

    def drop_stale(self, *, but: bytes) -> None:
        """Sign out, each with his own key, everybody whose full sign-in is from before this 04:00, except `but`."""
        begins = day_start(self.clock())
        stale = [account_id for account_id, present in self._present.items() if present.since < begins]
        for account_id in stale:
            if account_id != but:
                self.write(account_id, Entry(Activity(ActivityKind.SIGNED_OUT, None, {"why": "day_over"})))
                self.drop(account_id)

    def leave(self, account_id: bytes) -> None:
        """Forget a person's keys for good; with the last person's the store is closed."""
        self.drop(account_id)
        if not self._present:
            self.store.close()

    def close(self) -> None:
        """Sign out everybody who is left, and close the store."""
        try:
            for account_id in tuple(self._present):
                self.write(account_id, Entry(Activity(ActivityKind.SIGNED_OUT)))
                self.drop(account_id)
            self.note_checkpoint()
        finally:
            self._present.clear()
            self.wraps.take_back()
            self.store.close()

    def move(self, store: Store, grant: Grant) -> None:
        """Go on with the same outlet under a new database key, perhaps a new owner key; the former store is closed."""
        former, self._store = self._store, store
        for present in self._present.values():
            present.opened = replace(
                present.opened,
                epoch=grant.epoch,
                database_key=grant.database_key,
                database_salt=grant.database_salt,
                owner_public_key=grant.owner_public_key,
                owner_verify_key=grant.owner_verify_key,
            )
        try:
            former.close()
        except (DiskFull, FileBusy, FileDamaged) as error:
            log.fault("former_store_close_failed", why=type(error).__name__)  # it is deleted next, and nothing is in it

    def note_checkpoint(self) -> None:
        """Write the record's head to the file beside, so that a rollback of the database shows. Not while BROKEN."""
        if self.check.state is not RecordState.BROKEN:
            near_checkpoint.write(self._near_checkpoint, self.store.checkpoint())
