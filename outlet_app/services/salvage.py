"""Saving what can be saved of a damaged database, by the owner, before anybody is signed in."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from outlet_app.domain.account import Role
from outlet_app.domain.act_detail import read_detail
from outlet_app.domain.activity import Activity, ActivityKind
from outlet_app.domain.branches import BranchPoint, next_branch
from outlet_app.domain.commitments import commitments
from outlet_app.errors import FileDamaged, StatementRefused
from outlet_app.sealing import account_keys, staff_keys
from outlet_app.sealing.statements import ActsLost, Fact, Restored, StatementBook, sign_statement
from outlet_app.services.entrance import Tile
from outlet_app.services.open_outlet import station_name
from outlet_app.services.restore_place import RestorePlace
from outlet_app.services.waits import Waits
from outlet_app.store import (
    accounts,
    act_search,
    branches,
    erasing,
    handover_lists,
    integrity,
    log_check,
    near_checkpoint,
    number_ranges,
    parcels,
    salvage,
    uncertain_numbers,
    waybills,
)
from outlet_app.store.act_search import ActQuery
from outlet_app.store.connection import DatabaseKey
from outlet_app.store.refused_sign_ins import RefusedSignIns
from outlet_app.store.salvage import Identity, Salvaged, SalvageProgress
from outlet_app.store.store import Author, Entry, Store
from outlet_app.store.uncertain_numbers import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime

    from outlet_app.domain.statement import Statement
    from outlet_app.sealing.account_keys import OpenedAccount
    from outlet_app.sealing.key_file import KeyFile
    from outlet_app.sealing.owner_seed import OwnerSeed
    from outlet_app.services.admission import Services
    from outlet_app.services.entrance import Entrance
    from outlet_app.services.outlet_keys import OutletKeys
    from outlet_app.store.connection import Cursor, Reader

__all__ = ["Loss", "Rescued", "Salvage", "SalvageProgress"]

_RECORDS_AT_ONCE = 500
_MOST_RANGES = 10_000
_BEHIND_ALL = 2**62
_RANGE_TABLES = frozenset({"number_ranges", "numbers_set_aside", "numbers_uncertain", "numbers_returned"})


@dataclass(frozen=True, slots=True)
class Loss:
    """What could not be saved, for the owner to read before he agrees.

    `acts` are the first and last number of each run of lost acts; the second is None where the end of the record is
    lost. `waybills` counts lost waybills, None where nobody can know; `numbers` are theirs as far as they are known.
    `wraps` counts labels whose code opens nothing any more, None as before. `other_tables` names what else is torn.
    `as_found` counts waybills that are there although acts about them are lost. `uncertain` counts numbers that are not
    given out any more, because nobody can know whether a label bears one.
    """

    acts: tuple[tuple[int, int | None], ...]
    waybills: int | None
    numbers: tuple[str, ...]
    wraps: int | None
    other_tables: tuple[str, ...]
    as_found: int
    uncertain: int

    @property
    def is_none(self) -> bool:
        """Whether nothing is lost at all."""
        return not (self.acts or self.waybills != 0 or self.wraps != 0 or self.other_tables)


@dataclass(frozen=True, slots=True, repr=False)
class Rescued:
    """A saved database that lies beside and counts for nothing until it is put in force."""

    key_file: KeyFile
    loss: Loss

    def __repr__(self) -> str:
        return f"Rescued({self.loss})"


class Salvage:
    """The use case of an owner whose database is damaged. Nobody may have the store open."""

    def __init__(self, keys: OutletKeys, entrance: Entrance, clock: Callable[[], datetime]) -> None:
        self._keys = keys
        self._entrance = entrance
        self._clock = clock
        self._place = RestorePlace(keys)
        self._held: tuple[Rescued, bytes, str] | None = None

    def owners(self) -> tuple[Tile, ...]:
        """Those who have a card on this PC. Raises as `OutletKeys.key_file`."""
        cards = [entry for entry in self._keys.key_file().accounts if entry.owner_slot is not None]
        return tuple(Tile(entry.account_id, entry.name) for entry in cards)

    def save(self, account_id: bytes, password: str, card: str, tell: Callable[[SalvageProgress], None]) -> Rescued:
        """Save what can be saved into a file beside, state the loss there, and check that file whole.

        Nothing is in force yet: killed or stopped, the outlet is as it was. Takes minutes for a large outlet; what
        `tell` raises ends it. Raises WrongPassword, FileMissing, FileTooNew, FileBusy, DiskFull, FileReadOnly;
        FileDamaged when not even the first page can be read, and StatementRefused when an owner's statement is lost,
        who is no owner, or the statements are not his: then a backup is the way.
        """
        self._entrance.close()
        key_file = self._keys.key_file()
        with Waits(RefusedSignIns(self._keys.place.refusals), self._clock).noted(account_id, "card"):
            seed = self._keys.owner_seed(account_id, password, card)
        opened = account_keys.sign_in(key_file, account_id, password, self._keys.device_secret())
        self._place.clear()
        former = replace(key_file, epoch=self._place.key_place().epoch - 1)
        renewal = staff_keys.renew_grants(former, seed)
        key = DatabaseKey(renewal.grant.database_key, renewal.grant.database_salt)
        source = self._keys.place.folder / key_file.database_name
        log_is_torn = log_check.is_torn(source)
        saved = salvage.save(
            source,
            DatabaseKey(opened.database_key, opened.database_salt),
            self._place.renewed,
            key,
            Identity(key_file.outlet_id, lambda statements: _branch(opened, statements)),
            tell,
        )
        with Store.open(self._place.renewed, key, outlet_id=key_file.outlet_id, clock=self._clock) as store:
            if log_is_torn and saved.tail is None:
                saved = replace(saved, tail=store.checkpoint().n + 1)
            loss = self._state(store, seed, opened, saved)
        if not integrity.check(self._place.renewed, key, lambda _: None).is_sound:
            raise FileDamaged(self._place.renewed)
        rescued = Rescued(renewal.key_file, loss)
        self._held = (rescued, account_id, password)
        return rescued

    def agree(self) -> Services:
        """The saved database takes the damaged one's place, which is set aside with its keys and never deleted.

        The key file is the commit: killed before it, the damaged one is in force, behind it the saved one. Then its
        owner is signed in. Raises DiskFull, FileReadOnly; ValueError where nothing was saved.
        """
        if self._held is None:
            raise ValueError("nothing was saved")
        rescued, account_id, password = self._held
        self._place.put_in_force(rescued.key_file)
        self._place.tidy(rescued.key_file)
        self._held = None
        return self._entrance.sign_in(account_id, password)

    def abandon(self) -> None:
        """The owner does not agree: what was saved is deleted, and the outlet is as it was."""
        if self._held is not None:
            self._held = None
            self._place.clear()

    def _state(self, store: Store, seed: OwnerSeed, opened: OpenedAccount, saved: Salvaged) -> Loss:
        """Write what the owner says of the loss: a new branch, each hole, and what is kept as it was found."""
        reader = store.reader
        head = store.checkpoint()
        near = near_checkpoint.read(self._keys.place.near_checkpoint)
        known = (head.branch, head.branch if near is None else near.branch)
        point = BranchPoint(next_branch(known, self._clock()), head)
        ranges_torn = any(loss.table in _RANGE_TABLES for loss in saved.tables)
        spans = _uncertain(reader, 0 if near is None else near.n - head.n, everything=ranges_torn)
        found = _as_found(reader, saved.unproven)
        loss = _loss(saved, len(found), sum(span.count for span in spans))
        facts: list[Fact] = [Restored(point), *(ActsLost(hole) for hole in saved.holes)]
        serial = max(statement.serial for statement in accounts.every(reader))
        stated = [sign_statement(seed, serial + step, fact) for step, fact in enumerate(facts, start=1)]
        store.write(
            Author(opened.account_id, station_name(), opened.signing_key.sign),
            *(accounts.named_again(statement) for statement in accounts.unnamed(reader)),
            _told(branches.restored(point, spans, {}), loss),
            *(accounts.statement_made(statement) for statement in stated),
            *found,
            *erasing.as_found(reader),
            *handover_lists.given_up(reader, self._clock()),
            *_closed_ranges(reader),
        )
        return loss


def _branch(opened: OpenedAccount, statements: Sequence[Statement]) -> int:
    book = StatementBook(opened.outlet_id, opened.owner_verify_key, statements)
    if book.owner_public_key() != opened.owner_public_key or book.role(opened.account_id) is not Role.OWNER:
        raise StatementRefused
    return book.branches().current


def _uncertain(reader: Reader, acts_cut: int, *, everything: bool) -> tuple[Span, ...]:
    """The numbers that may stand on labels although no row says so: the log is emptied at least once a day.

    So a damaged log loses no more than a carrier's busiest day, or as many as the acts that the checkpoint beside knows
    of and the record does not. Where the rows of the ranges are torn themselves, `everything` that is left.
    """
    spans: list[Span] = []
    ranges = uncertain_numbers.open_ranges(reader)
    for carrier in dict.fromkeys(each.carrier for each in ranges):
        own = [each for each in ranges if each.carrier == carrier]
        count = max(uncertain_numbers.busiest_day(reader, carrier), acts_cut, 1)
        left = sum(each.last - each.next + 1 for each in own)
        spans += uncertain_numbers.the_next(own, left if everything else count)
    return tuple(spans)


def _closed_ranges(reader: Reader) -> list[Entry]:
    """Ranges whose rows are lost come back from the acts that entered them, and give out nothing any more."""
    query = ActQuery(kinds=(ActivityKind.NUMBERS_ENTERED,))
    acts = act_search.matching(reader, query, above=0, before=_BEHIND_ALL, limit=_MOST_RANGES)
    entered = [read_detail(act) for act in reversed(acts)]
    ranges = [(str(each["carrier"]), str(each["first"]), str(each["last"])) for each in entered]
    return [_closed(*each) for each in ranges if not number_ranges.is_held(reader, *each[:2])]


def _closed(carrier: str, first: str, last: str) -> Entry:
    entry = number_ranges.entered(carrier, first, last)

    def apply(cursor: Cursor) -> None:
        entry.apply(cursor)
        own = [each for each in uncertain_numbers.open_ranges(cursor) if each.carrier == carrier and each.holds(first)]
        uncertain_numbers.keep(cursor, [Span(each.range_id, each.next, each.last) for each in own])

    return replace(entry, apply=apply)


def _as_found(reader: Reader, record_ids: Sequence[bytes]) -> list[Entry]:
    """Acts that commit to rows whose own acts are lost: from now on they are held against what was found."""
    rows = [
        row
        for at in range(0, len(record_ids), _RECORDS_AT_ONCE)
        for row in waybills.sealed_of(reader, record_ids[at : at + _RECORDS_AT_ONCE])
    ]
    waiting = (parcels.by_id(reader, record_id) for record_id in record_ids)
    return [
        *(Entry(Activity(ActivityKind.SALVAGED, row.masked.record_id, commitments(row))) for row in rows),
        *(parcels.as_found(parcel) for parcel in waiting if parcel is not None),
    ]


def _told(restored: Entry, loss: Loss) -> Entry:
    detail = {
        **restored.activity.detail,
        "acts_lost": sum(1 + last - first for first, last in loss.acts if last is not None),
        "waybills_lost": len(loss.numbers) if loss.waybills is None else loss.waybills,
    }
    return replace(restored, activity=Activity(ActivityKind.SALVAGED, None, detail))


def _loss(saved: Salvaged, as_found: int, uncertain: int) -> Loss:
    lost = {each.table: each.lost for each in saved.tables}
    runs: list[tuple[int, int | None]] = [(hole.first, hole.last) for hole in saved.holes]
    if saved.tail is not None:
        runs.append((saved.tail, None))
    return Loss(
        acts=tuple(runs),
        waybills=lost.pop("waybills", 0),
        numbers=saved.numbers,
        wraps=lost.pop("label_wraps", 0),
        other_tables=tuple(name for name in lost if name != "acts"),
        as_found=as_found,
        uncertain=uncertain,
    )
