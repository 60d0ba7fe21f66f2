"""Founding an outlet: its keys, its empty database, and the first statements and acts in its record."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from outlet_app.domain.account import Role
from outlet_app.domain.activity import Activity, ActivityKind
from outlet_app.domain.password_rules import password_fault
from outlet_app.errors import Fault, FaultKind, FileBusy, FileMissing, InvalidDraft
from outlet_app.sealing.founding import Founding, found_outlet
from outlet_app.sealing.key_file import is_name
from outlet_app.sealing.recovery_words import WordList, write_words
from outlet_app.sealing.statements import Fact, OwnerKeyNamed, PersonNamed, RoleGiven, VerifyKeyNamed, sign_statement
from outlet_app.services.open_outlet import station_name
from outlet_app.store import accounts
from outlet_app.store.connection import DatabaseKey
from outlet_app.store.store import Author, Entry, Store

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from outlet_app.services.outlet_keys import OutletKeys


@dataclass(frozen=True, slots=True)
class Founded:
    """What the owner must put on paper before it is dropped: the card's text and the recovery sheet's words."""

    owner_id: bytes
    card: str = field(repr=False)
    recovery_words: tuple[str, ...] = field(repr=False)


class Setup:
    """The use case of an outlet's first day."""

    def __init__(self, keys: OutletKeys, clock: Callable[[], datetime]) -> None:
        self._keys = keys
        self._clock = clock

    def is_needed(self) -> bool:
        """Whether there is no outlet on this PC yet. Raises FileDamaged, FileTooNew: then there is one."""
        try:
            self._keys.key_file()
        except FileMissing:
            return True
        return False

    def check(self, outlet_name: str, owner_name: str, password: str) -> tuple[Fault, ...]:
        """Everything that keeps these from being taken. Instant."""
        kinds = {
            "outlet_name": None if is_name(outlet_name) else FaultKind.NOT_A_NAME,
            "owner_name": None if is_name(owner_name) else FaultKind.NOT_A_NAME,
            "password": password_fault(password, (owner_name, outlet_name)),
        }
        return tuple(Fault(field, kind) for field, kind in kinds.items() if kind is not None)

    def found(self, outlet_name: str, owner_name: str, password: str) -> Founded:
        """Make the outlet. The key file is written last: killed before that, there is no outlet and nothing is lost.

        Raises InvalidDraft with the faults of `outlet_name`, `owner_name` and `password`, FileBusy when an outlet is
        there already, DiskFull, FileReadOnly.
        """
        faults = self.check(outlet_name, owner_name, password)
        if faults:
            raise InvalidDraft(faults)
        if not self.is_needed():
            raise FileBusy(self._keys.place.key_file)
        founding = found_outlet(outlet_name, owner_name, password, self._keys.device_secret(), self._keys.cost)
        self._make_database(founding)
        self._keys.replace(founding.key_file)
        words = write_words(founding.recovery.secret, WordList.CHINESE)
        return Founded(founding.opened.account_id, founding.card, words)

    def _make_database(self, founding: Founding) -> None:
        opened, seed = founding.opened, founding.owner_seed
        path = self._keys.place.folder / founding.key_file.database_name
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        for leftover in path.parent.glob(path.name + "*"):
            leftover.unlink()
        facts: tuple[Fact, ...] = (
            RoleGiven(opened.account_id, Role.OWNER),
            VerifyKeyNamed(opened.account_id, founding.verify_key),
            PersonNamed(opened.account_id, founding.key_file.entry(opened.account_id).name),
            OwnerKeyNamed(opened.owner_public_key),
        )
        statements = [sign_statement(seed, serial, fact) for serial, fact in enumerate(facts, start=1)]
        key = DatabaseKey(opened.database_key, opened.database_salt)
        author = Author(opened.account_id, station_name(), opened.signing_key.sign)
        with Store.create(path, key, outlet_id=opened.outlet_id, clock=self._clock) as store:
            founded = Entry(Activity(ActivityKind.OUTLET_FOUNDED, None, {"owner": opened.account_id.hex()}))
            store.write(author, founded, *(accounts.statement_made(statement) for statement in statements))
