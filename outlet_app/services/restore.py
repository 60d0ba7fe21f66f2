"""Restoring the outlet from a backup, on its own PC or a new one: nothing on this PC changes before it is whole."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeVar

from outlet_app.domain.account import Role
from outlet_app.domain.branches import BranchPoint, next_branch
from outlet_app.domain.numbers_at_risk import numbers_at_risk
from outlet_app.domain.password_rules import password_fault, require_password
from outlet_app.domain.waybill_number import read_number
from outlet_app.errors import Fault, FaultKind, FileDamaged, InvalidDraft, WrongPassword
from outlet_app.sealing.backup_key import open_backup_key
from outlet_app.sealing.grants import open_former_seed
from outlet_app.sealing.owner_return import Returning, refound_outlet
from outlet_app.sealing.owner_seed import OwnerSeed
from outlet_app.sealing.owner_slots import open_recovery_slot
from outlet_app.sealing.sheet_reading import sheet_secret
from outlet_app.sealing.statements import Restored, VerifyKeyNamed, sign_statement
from outlet_app.services import backup_reading, sheet_slot
from outlet_app.services.backup_contents import RestoreProgress, RestoreStage, examine, statements_of
from outlet_app.services.entrance import Tile
from outlet_app.services.later_papers import LaterPapers
from outlet_app.services.open_outlet import station_name
from outlet_app.services.owner_papers import OwnerPapers
from outlet_app.services.restore_place import RestorePlace
from outlet_app.services.waits import Waits
from outlet_app.store import accounts, branches, near_checkpoint, number_ranges, uncertain_numbers
from outlet_app.store.connection import DatabaseKey
from outlet_app.store.moment import from_ms
from outlet_app.store.refused_sign_ins import RefusedSignIns
from outlet_app.store.rotation import Stage
from outlet_app.store.store import Author, Store

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import datetime
    from pathlib import Path

    from outlet_app.domain.history import Checkpoint
    from outlet_app.sealing.backup_head import BackupHead
    from outlet_app.sealing.owner_return import OwnerReturn
    from outlet_app.sealing.statements import Fact, StatementBook
    from outlet_app.services.admission import Services
    from outlet_app.services.backup_contents import Findings
    from outlet_app.services.entrance import Entrance
    from outlet_app.services.outlet_keys import OutletKeys
    from outlet_app.store.number_ranges import NumberRange
    from outlet_app.store.rotation import Progress
    from outlet_app.store.uncertain_numbers import Span

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class BackupSeen:
    """What a backup tells of itself before anybody opens it. Nothing of it is proven yet.

    `made_at` is UTC; `acts` is how many acts it holds. `card_owners` are the owners whose password and card may open it
    on this PC; a recovery sheet opens it everywhere.
    """

    path: Path
    outlet_name: str
    made_at: datetime
    acts: int
    card_owners: tuple[Tile, ...]


@dataclass(frozen=True, slots=True)
class CarrierAtRisk:
    """A carrier of whose numbers some may have been used since the backup.

    `next_number` is the first that the backup does not know of; `count` so many are left alone when nobody can tell the
    last one that was used.
    """

    carrier: str
    next_number: str
    count: int


@dataclass(frozen=True, slots=True)
class BackupContents:
    """What the backup holds, checked: its findings, its owners, and the numbers that are at risk."""

    findings: Findings
    owners: tuple[Tile, ...]
    carriers: tuple[CarrierAtRisk, ...]


class Restore:
    """The use case of who has a backup and the recovery sheet, or on the outlet's own PC his password and card.

    In this order: `look`, `open_with_sheet` or `open_with_card`, `unpack`, `prepare`, the card on paper (`papers`),
    `commit`, `begin`. Each may be asked again; `abandon` drops everything. Until `commit` has replaced the key file the
    former outlet is in force, killed or not, and from then on the restored one is.
    """

    def __init__(self, keys: OutletKeys, entrance: Entrance, clock: Callable[[], datetime]) -> None:
        self._keys = keys
        self._entrance = entrance
        self._clock = clock
        self._place = RestorePlace(keys)
        self._path: Path | None = None
        self._head: BackupHead | None = None
        self._seed: OwnerSeed | None = None
        self._by_sheet = False
        self._store: Store | None = None
        self._book: StatementBook | None = None
        self._owner: Returning | None = None
        self._returned: OwnerReturn | None = None
        self.papers = LaterPapers()

    def look(self, path: Path) -> BackupSeen:
        """Read the head of a backup; what was opened before is dropped.

        Raises FileMissing, FileReadOnly, FileDamaged, FileTooNew; FileTooNew also for this PC's key file.
        """
        self.abandon()
        head = backup_reading.read_head(path)
        former = self._place.former()
        same = former is not None and former.outlet_id == head.outlet_id
        cards = [each for each in former.accounts if each.owner_slot is not None] if same and former else []
        owners = tuple(Tile(each.account_id, each.name) for each in cards)
        self._path, self._head = path, head
        return BackupSeen(path, head.outlet_name, from_ms(head.made_at_ms), head.at.n, owners)

    def open_with_sheet(self, text: str) -> None:
        """By the words of the recovery sheet, or its scanned code.

        Raises LabelCodeRefused for what is no sheet, WrongPassword for another outlet's, or one that was replaced when
        the backup was made, KeyMismatch for a backup that was put together by somebody else.
        """
        head = _have(self._head)
        self._take(open_recovery_slot(head.outlet_id, head.recovery_slot, sheet_secret(text)), by_sheet=True)

    def open_with_card(self, account_id: bytes, password: str, card: str) -> None:
        """By an owner's password and card, while this PC's key file and device secret stand.

        A try that fails is noted. Raises WrongPassword, DeviceSecretMissing, and KeyMismatch when the backup was made
        under an owner's key that was replaced since: then the sheet of that time opens it.
        """
        waits = Waits(RefusedSignIns(self._keys.place.refusals), self._clock)
        with waits.noted(account_id, "card"):
            seed = self._keys.owner_seed(account_id, password, card)
        self._take(seed, by_sheet=False)

    def unpack(self, tell: Callable[[RestoreProgress], None]) -> BackupContents:
        """Bring the backup's database onto this PC and check all of it; whoever is signed in is signed out first.

        `tell` is called in the caller's thread; what it raises ends the work, and it may be begun again. Raises
        FileDamaged for a backup that is not what was written, StatementRefused, SchemaChanged, FileTooNew, DiskFull,
        FileReadOnly. A record that does not fit and waybills that do not open are told, not refused.
        """
        self._entrance.close()
        self._close()
        head, seed = _have(self._head), _have(self._seed)
        self._place.clear()
        unpacked = backup_reading.unpack(
            _have(self._path),
            self._place.unpacked,
            lambda done, whole: tell(RestoreProgress(RestoreStage.UNPACKING, done, whole)),
        )
        if unpacked != head:
            raise FileDamaged(_have(self._path))
        self._store = store = self._open_unpacked(head, seed)
        self._book = book = statements_of(store, seed)
        findings = examine(store, book, self._seeds(head, seed), tell)
        return BackupContents(findings, self._owners(book), self._at_risk(store))

    def password_fault(self, account_id: bytes, password: str) -> FaultKind | None:
        """What is wrong with a new password for that owner; None when nothing is. Instant."""
        return password_fault(password, self._names(account_id))

    def number_faults(self, last_numbers: Mapping[str, str]) -> tuple[Fault, ...]:
        """What is wrong with the last used numbers, by carrier; nothing is with an empty one. The field is the carrier.

        A number that stands in none of the carrier's ranges tells nothing.
        """
        return tuple(
            Fault(carrier, FaultKind.IN_NO_RANGE)
            for carrier, number in last_numbers.items()
            if number.strip() and self._told(carrier, number) is None
        )

    def prepare(self, account_id: bytes, password: str) -> None:
        """Make this outlet's new keys, with a new password and card for one of its owners. Takes three Argon2id.

        Raises InvalidDraft (`password`), WrongPassword for an account that is not one of `BackupContents.owners`,
        FileTooNew as `look`, KeyMismatch for a backup that was put together by somebody else.
        """
        names = self._names(account_id)
        require_password(password, names)
        head, seed = replace(_have(self._head), recovery_slot=self._recovery_slot()), _have(self._seed)
        self._owner = Returning(account_id, names[0], password)
        self._returned = refound_outlet(
            head, seed, self._owner, self._place.key_place(), self._place.device_secret(), self._keys.cost
        )
        self.papers.put(
            OwnerPapers(head.outlet_id, head.outlet_name, names[0], self._clock, card_text=self._returned.card)
        )

    def commit(self, last_numbers: Mapping[str, str], tell: Callable[[RestoreProgress], None]) -> None:
        """Copy the database under its new key, begin a new branch in it, and put it in force with the key file.

        `last_numbers` are the last used numbers by carrier; of a carrier without one a cautious count is left alone.
        What `tell` raises ends the work and nothing has changed. Raises InvalidDraft as `number_faults`, DiskFull,
        FileReadOnly, FileDamaged.
        """
        faults = self.number_faults(last_numbers)
        if faults:
            raise InvalidDraft(faults)
        returned, source = _have(self._returned), _have(self._store)
        self._place.renewed.unlink(missing_ok=True)
        opened = returned.opened
        key = DatabaseKey(opened.database_key, opened.database_salt)
        with source.copy(self._place.renewed, key, lambda progress: tell(_step(progress))) as renewed:
            begun = self._begin_branch(renewed, last_numbers)
        self._place.put_in_force(returned.key_file)
        near_checkpoint.write(self._keys.place.near_checkpoint, begun)
        self._close()
        self._place.tidy(returned.key_file)

    def begin(self) -> Services:
        """Sign the owner in where he is restored. Takes one Argon2id. Raises as `Entrance.sign_in`."""
        owner = _have(self._owner)
        services = self._entrance.sign_in(owner.account_id, owner.password)
        self.abandon()
        return services

    def abandon(self) -> None:
        """Forget everything, and delete what was unpacked; whatever is in force stays so."""
        had_store = self._store is not None
        self._close()
        self._path = self._head = self._seed = self._book = self._owner = self._returned = None
        self.papers.drop()
        if had_store:
            self._place.clear()

    def _take(self, seed: OwnerSeed, *, by_sheet: bool) -> None:
        head = _have(self._head)
        open_backup_key(seed, head.at, head.key_wrap)
        self._seed, self._by_sheet = seed, by_sheet

    def _open_unpacked(self, head: BackupHead, seed: OwnerSeed) -> Store:
        key = DatabaseKey(*open_backup_key(seed, head.at, head.key_wrap))
        store = Store.open(self._place.unpacked, key, outlet_id=head.outlet_id, clock=self._clock)
        if store.checkpoint() != head.at:
            store.close()
            raise FileDamaged(_have(self._path))
        return store

    def _seeds(self, head: BackupHead, seed: OwnerSeed) -> tuple[OwnerSeed, ...]:
        """The owner's key, and the one before it where the backup was made while waybills were moved."""
        if head.former_seed is None:
            return (seed,)
        return seed, OwnerSeed(seed.outlet_id, open_former_seed(seed, head.former_seed))

    def _begin_branch(self, store: Store, last_numbers: Mapping[str, str]) -> Checkpoint:
        """The first transaction of the restored outlet, signed by its owner's new key."""
        returned, seed, book = _have(self._returned), _have(self._seed), _have(self._book)
        opened, left = returned.opened, store.checkpoint()
        point = BranchPoint(next_branch(self._branches(left), self._clock()), left)
        facts: tuple[Fact, ...] = (
            VerifyKeyNamed(opened.account_id, opened.signing_key.verify_key),
            Restored(point),
            *self._sheet_named(returned.key_file.recovery_slot),
        )
        stated = [sign_statement(seed, book.last_serial + step, fact) for step, fact in enumerate(facts, start=1)]
        author = Author(opened.account_id, station_name(), opened.signing_key.sign)
        restored = branches.restored(point, self._spans(store, last_numbers), {"owner": opened.account_id.hex()})
        begun = store.write(author, restored, *(accounts.statement_made(statement) for statement in stated))
        return type(begun)(point.branch, begun.n, begun.chain_hash)

    def _recovery_slot(self) -> bytes:
        """The slot that the sheet has just opened; by card the one that the owner named, where a copy is found."""
        head, digest = _have(self._head), _have(self._book).sheet_digest()
        if self._by_sheet:
            return head.recovery_slot
        slots = (head.recovery_slot, *sheet_slot.copies(self._keys))
        return next((slot for slot in slots if sheet_slot.fits(slot, digest)), head.recovery_slot)

    def _sheet_named(self, slot: bytes) -> tuple[Fact, ...]:
        """What the sheet has opened is named, and so is the slot of an outlet that never named one."""
        digest = _have(self._book).sheet_digest()
        is_right = digest is not None and sheet_slot.fits(slot, digest)
        return (sheet_slot.named(slot),) if digest is None or (self._by_sheet and not is_right) else ()

    def _branches(self, left: Checkpoint) -> tuple[int, ...]:
        """The branches that this PC knows of; a checkpoint of another outlet only leaves some out."""
        near = near_checkpoint.read(self._keys.place.near_checkpoint)
        return (left.branch,) if near is None else (left.branch, near.branch)

    def _spans(self, store: Store, last_numbers: Mapping[str, str]) -> tuple[Span, ...]:
        at_risk = {each.carrier: each.count for each in self._at_risk(store)}
        spans: list[Span] = []
        for carrier, ranges in self._ranges().items():
            told = self._told(carrier, last_numbers.get(carrier, ""))
            spans.extend(told if told is not None else uncertain_numbers.the_next(ranges, at_risk[carrier]))
        return tuple(spans)

    def _told(self, carrier: str, number: str) -> tuple[Span, ...] | None:
        """What is at risk when `number` was the last one used; None when it tells nothing."""
        read = read_number(number)
        spans = uncertain_numbers.up_to(self._ranges().get(carrier, []), read)
        if spans is None and number_ranges.is_held(_have(self._store).reader, carrier, read):
            return ()  # of a range that was used up before the backup
        return spans

    def _at_risk(self, store: Store) -> tuple[CarrierAtRisk, ...]:
        made_at, now = from_ms(_have(self._head).made_at_ms), self._clock()
        return tuple(
            CarrierAtRisk(
                carrier,
                ranges[0].number(ranges[0].next),
                min(
                    numbers_at_risk(uncertain_numbers.busiest_day(store.reader, carrier), made_at, now),
                    sum(each.last - each.next + 1 for each in ranges),
                ),
            )
            for carrier, ranges in self._ranges().items()
        )

    def _ranges(self) -> dict[str, list[NumberRange]]:
        found: dict[str, list[NumberRange]] = {}
        for each in uncertain_numbers.open_ranges(_have(self._store).reader):
            found.setdefault(each.carrier, []).append(each)
        return found

    def _owners(self, book: StatementBook) -> tuple[Tile, ...]:
        owners = [account_id for account_id, role in book.roles().items() if role is Role.OWNER]
        return tuple(Tile(account_id, book.name(account_id) or account_id.hex()[:8]) for account_id in owners)

    def _names(self, account_id: bytes) -> tuple[str, str]:
        names = {tile.account_id: tile.name for tile in self._owners(_have(self._book))}
        if account_id not in names:
            raise WrongPassword
        return names[account_id], _have(self._head).outlet_name

    def _close(self) -> None:
        store, self._store = self._store, None
        if store is not None:
            store.close()


def _have(value: T | None) -> T:
    if value is None:
        raise ValueError("a step of the restore is left out")
    return value


def _step(progress: Progress) -> RestoreProgress:
    stage = RestoreStage.COPYING if progress.stage is Stage.COPYING else RestoreStage.CHECKING
    return RestoreProgress(stage, progress.done, progress.whole)
