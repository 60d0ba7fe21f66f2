"""Recovery by the sheet on the outlet's own PC: an owner's password that was forgotten, or a card that was lost."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from outlet_app.domain.account import Role
from outlet_app.domain.activity import Activity, ActivityKind
from outlet_app.domain.password_rules import password_fault, require_password
from outlet_app.errors import FileDamaged, KeyMismatch, StatementRefused, WrongPassword
from outlet_app.sealing import account_keys
from outlet_app.sealing.founding import database_name
from outlet_app.sealing.owner_return import Returning, grant_of, renew_owner
from outlet_app.sealing.owner_slots import enrol_owner, open_with_recovery_secret
from outlet_app.sealing.sheet_reading import sheet_secret
from outlet_app.sealing.statements import StatementBook, VerifyKeyNamed, sign_statement
from outlet_app.services.entrance import Tile
from outlet_app.services.later_papers import LaterPapers
from outlet_app.services.open_outlet import station_name
from outlet_app.services.owner_papers import OwnerPapers
from outlet_app.services.waits import Waits
from outlet_app.store import accounts
from outlet_app.store.connection import DatabaseKey
from outlet_app.store.refused_sign_ins import RefusedSignIns
from outlet_app.store.store import Author, Entry, Store

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import datetime

    from outlet_app.errors import FaultKind
    from outlet_app.sealing.account_keys import OpenedAccount
    from outlet_app.sealing.key_file import KeyFile
    from outlet_app.sealing.owner_seed import OwnerSeed
    from outlet_app.services.admission import Services
    from outlet_app.services.entrance import Entrance
    from outlet_app.services.outlet_keys import OutletKeys

T = TypeVar("T")


class Recovery:
    """The use case of an owner who has the recovery sheet, and the database and key file of this PC.

    In this order: `open_with_sheet`, `owners`, one of the two `prepare`s, the card on paper (`papers`), `commit`,
    `begin`. Nothing is written before `commit`; the former card opens nothing after it. `abandon` drops everything.
    """

    def __init__(self, keys: OutletKeys, entrance: Entrance, clock: Callable[[], datetime]) -> None:
        self._keys = keys
        self._entrance = entrance
        self._clock = clock
        self._seed: OwnerSeed | None = None
        self._owners: tuple[Tile, ...] = ()
        self._owner: Returning | None = None
        self._prepared: tuple[KeyFile, OpenedAccount] | None = None
        self._renews_password = False
        self.papers = LaterPapers()

    def open_with_sheet(self, text: str) -> None:
        """By the words of the recovery sheet, or its scanned code; whoever is signed in is signed out.

        Raises LabelCodeRefused for what is no sheet, WrongPassword for another outlet's or a replaced one, and what is
        wrong with the files, as `Entrance.sign_in`: where they are damaged, only a restore helps.
        """
        self.abandon()
        seed = open_with_recovery_secret(self._keys.key_file(), sheet_secret(text))
        self._entrance.close()
        with self._open_store(seed) as store:
            book = _book(store, seed)
        here = {entry.account_id for entry in self._keys.key_file().accounts}
        owners = [each for each, role in book.roles().items() if role is Role.OWNER and each in here]
        self._owners = tuple(Tile(each, book.name(each) or self._keys.key_file().entry(each).name) for each in owners)
        self._seed = seed

    def owners(self) -> tuple[Tile, ...]:
        """The owners of this outlet, who may get a new password or card."""
        return self._owners

    def password_fault(self, account_id: bytes, password: str) -> FaultKind | None:
        """What is wrong with a new password for that owner; None when nothing is. Instant."""
        return password_fault(password, self._names(account_id))

    def prepare_password(self, account_id: bytes, password: str) -> None:
        """New keys, a new password and a new card for an owner who forgot his password. Takes three Argon2id.

        Raises InvalidDraft (`password`), WrongPassword for an account that is no owner's.
        """
        names = self._names(account_id)
        require_password(password, names)
        owner = Returning(account_id, names[0], password)
        back = renew_owner(self._keys.key_file(), _have(self._seed), owner, self._keys.device_secret(), self._keys.cost)
        self._put(owner, back.key_file, back.opened, back.card, renews_password=True)

    def prepare_card(self, account_id: bytes, password: str) -> None:
        """A new card for an owner who knows his password. Takes four Argon2id; a wrong password waits as at sign-in.

        Raises WrongPassword, MustWait.
        """
        owner = Returning(account_id, self._names(account_id)[0], password)
        key_file, secret = self._keys.key_file(), self._keys.device_secret()
        with Waits(RefusedSignIns(self._keys.place.refusals), self._clock).watched(account_id, "password"):
            opened = account_keys.sign_in(key_file, account_id, password, secret)
        enrolled = enrol_owner(key_file, _have(self._seed), account_id, password, secret, self._keys.cost)
        self._put(owner, enrolled.key_file, opened, enrolled.card, renews_password=False)

    def commit(self) -> None:
        """Record it and put it in force with the key file. Recorded first: killed in between, the former still holds.

        Raises DiskFull, FileReadOnly, FileBusy.
        """
        key_file, opened = _have(self._prepared)
        seed, account_id = _have(self._seed), opened.account_id
        author = Author(account_id, station_name(), opened.signing_key.sign)
        with self._open_store(seed) as store:
            detail = {"account": account_id.hex(), "by": "sheet"}
            entries = [Entry(Activity(ActivityKind.CARD_REPLACED, None, detail))]
            if self._renews_password:
                serial = _book(store, seed).last_serial + 1
                named = VerifyKeyNamed(account_id, opened.signing_key.verify_key)
                entries.insert(0, Entry(Activity(ActivityKind.PASSWORD_CHANGED, None, detail)))
                entries.append(accounts.statement_made(sign_statement(seed, serial, named)))
            store.write(author, *entries)
        self._keys.replace(key_file)

    def begin(self) -> Services:
        """Sign the owner in with his password. Takes one Argon2id. Raises as `Entrance.sign_in`."""
        owner = _have(self._owner)
        services = self._entrance.sign_in(owner.account_id, owner.password)
        self.abandon()
        return services

    def abandon(self) -> None:
        """Forget everything."""
        self._seed = self._owner = self._prepared = None
        self._owners = ()
        self.papers.drop()

    def _put(
        self, owner: Returning, key_file: KeyFile, opened: OpenedAccount, card: str, *, renews_password: bool
    ) -> None:
        self._owner, self._prepared, self._renews_password = owner, (key_file, opened), renews_password
        papers = OwnerPapers(key_file.outlet_id, key_file.outlet_name, owner.name, self._clock, card_text=card)
        self.papers.put(papers)

    def _open_store(self, seed: OwnerSeed) -> Store:
        """The database by any account's grant, which its escrow opens without a password.

        Somebody may have written nonsense into the grant that is his own; everybody else's is out of his reach.
        """
        key_file = self._keys.key_file()
        path = self._keys.place.folder / key_file.database_name
        if key_file.database_name != database_name(key_file.epoch):
            raise FileDamaged(self._keys.place.key_file)
        for key in dict.fromkeys(_database_keys(key_file, seed)):
            try:
                return Store.open(path, key, outlet_id=key_file.outlet_id, clock=self._clock)
            except FileDamaged:
                continue
        raise FileDamaged(path)

    def _names(self, account_id: bytes) -> tuple[str, str]:
        names = {tile.account_id: tile.name for tile in self._owners}
        if account_id not in names:
            raise WrongPassword
        return names[account_id], self._keys.key_file().outlet_name


def _book(store: Store, seed: OwnerSeed) -> StatementBook:
    book = StatementBook(seed.outlet_id, seed.verify_key, accounts.statements(store.reader))
    if book.owner_public_key() != seed.public_key or book.branches().current != store.checkpoint().branch:
        raise StatementRefused
    return book


def _database_keys(key_file: KeyFile, seed: OwnerSeed) -> Iterator[DatabaseKey]:
    for entry in key_file.accounts:
        try:
            grant = grant_of(key_file, seed, entry.account_id)
        except KeyMismatch:
            continue
        yield DatabaseKey(grant.database_key, grant.database_salt)


def _have(value: T | None) -> T:
    if value is None:
        raise ValueError("a step of the recovery is left out")
    return value
