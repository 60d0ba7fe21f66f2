"""Founding an outlet: its keys, its empty database, and the first statements and acts in its record."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from outlet_app.domain.account import Role
from outlet_app.domain.activity import Activity, ActivityKind
from outlet_app.domain.password_rules import password_fault
from outlet_app.errors import Fault, FaultKind, FileBusy, FileMissing, InvalidDraft
from outlet_app.sealing import suite
from outlet_app.sealing.founding import Founding, found_outlet
from outlet_app.sealing.key_file import is_name
from outlet_app.sealing.label_code import write_recovery_code
from outlet_app.sealing.recovery_words import WordList, write_words
from outlet_app.sealing.statements import (
    Fact,
    OwnerKeyNamed,
    PersonNamed,
    RoleGiven,
    SheetNamed,
    VerifyKeyNamed,
    sign_statement,
)
from outlet_app.services.open_outlet import station_name
from outlet_app.store import accounts
from outlet_app.store.connection import DatabaseKey
from outlet_app.store.store import Author, Entry, Store

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

    from outlet_app.services.outlet_keys import OutletKeys


@dataclass(frozen=True, slots=True)
class Founded:
    """What the owner must put on paper before it is dropped: the card's text and the recovery sheet's words."""

    owner_id: bytes
    card: str = field(repr=False)
    recovery_words: tuple[str, ...] = field(repr=False)


@dataclass(frozen=True, slots=True, repr=False)
class Prepared:
    """An outlet that exists in memory only: what its papers must say can be proven before anything is written."""

    founding: Founding

    def __repr__(self) -> str:
        return "Prepared(…)"

    @property
    def owner_id(self) -> bytes:
        """The account id of its owner, 16 bytes."""
        return self.founding.opened.account_id

    @property
    def card(self) -> str:
        """The text of the owner card."""
        return self.founding.card

    @property
    def recovery_code(self) -> str:
        """The text of the recovery sheet's QR code."""
        return write_recovery_code(self.founding.key_file.outlet_id, self.founding.recovery.secret)

    def recovery_words(self, word_list: WordList) -> tuple[str, ...]:
        """The 25 words of the recovery sheet; each list says the same secret."""
        return write_words(self.founding.recovery.secret, word_list)


class Setup:
    """The use case of founding an outlet: prepared in memory, then written in one go."""

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

    def has_database(self) -> bool:
        """Whether a database lies here although no key file names it: perhaps of an outlet that lost its key files."""
        return any(self._keys.place.folder.glob("outlet-*.db"))

    def check(self, outlet_name: str, owner_name: str, password: str) -> tuple[Fault, ...]:
        """Everything that keeps these from being taken. Instant."""
        kinds = {
            "outlet_name": None if is_name(outlet_name) else FaultKind.NOT_A_NAME,
            "owner_name": None if is_name(owner_name) else FaultKind.NOT_A_NAME,
            "password": password_fault(password, (owner_name, outlet_name)),
        }
        return tuple(Fault(field, kind) for field, kind in kinds.items() if kind is not None)

    def prepare(self, outlet_name: str, owner_name: str, password: str) -> Prepared:
        """Make the outlet's keys and papers; nothing is written but this PC's device secret. Takes two Argon2id.

        Raises InvalidDraft with the faults of `outlet_name`, `owner_name` and `password`.
        """
        faults = self.check(outlet_name, owner_name, password)
        if faults:
            raise InvalidDraft(faults)
        return Prepared(found_outlet(outlet_name, owner_name, password, self._keys.device_secret(), self._keys.cost))

    def commit(self, prepared: Prepared) -> None:
        """Write the outlet. The key file is written last: killed before that, there is no outlet and nothing is lost.

        Raises FileBusy when an outlet is there already, DiskFull, FileReadOnly.
        """
        if not self.is_needed():
            raise FileBusy(self._keys.place.key_file)
        self._make_database(prepared.founding)
        self._keys.replace(prepared.founding.key_file)

    def found(self, outlet_name: str, owner_name: str, password: str) -> Founded:
        """Prepare and commit at once, for who puts card and sheet on paper afterwards. Raises as both."""
        prepared = self.prepare(outlet_name, owner_name, password)
        self.commit(prepared)
        return Founded(prepared.owner_id, prepared.card, prepared.recovery_words(WordList.CHINESE))

    def _make_database(self, founding: Founding) -> None:
        opened, seed = founding.opened, founding.owner_seed
        path = self._keys.place.folder / founding.key_file.database_name
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        self._set_aside(path)
        facts: tuple[Fact, ...] = (
            RoleGiven(opened.account_id, Role.OWNER),
            VerifyKeyNamed(opened.account_id, founding.verify_key),
            PersonNamed(opened.account_id, founding.key_file.entry(opened.account_id).name),
            OwnerKeyNamed(opened.owner_public_key),
            SheetNamed(suite.digest(founding.key_file.recovery_slot)),
        )
        statements = [sign_statement(seed, serial, fact) for serial, fact in enumerate(facts, start=1)]
        key = DatabaseKey(opened.database_key, opened.database_salt)
        author = Author(opened.account_id, station_name(), opened.signing_key.sign)
        with Store.create(path, key, outlet_id=opened.outlet_id, clock=self._clock) as store:
            founded = Entry(Activity(ActivityKind.OUTLET_FOUNDED, None, {"owner": opened.account_id.hex()}))
            store.write(author, founded, *(accounts.statement_made(statement) for statement in statements))

    def _set_aside(self, path: Path) -> None:
        """Move what stands in the way; it may be an outlet that lost its key files and gets them back one day."""
        began = f"{self._clock():%Y%m%d-%H%M%S}"
        for leftover in sorted(path.parent.glob(path.name + "*")):
            leftover.replace(path.with_name(f"set-aside-{began}-{leftover.name}"))
