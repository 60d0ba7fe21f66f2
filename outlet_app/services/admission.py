"""How a person who proves who he is comes to the counter: the store opened, his session, every use case over it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from outlet_app.domain.account import Account
from outlet_app.domain.activity import Activity, ActivityKind
from outlet_app.domain.gap import fault
from outlet_app.domain.password_rules import require_password
from outlet_app.domain.paste import read_paste
from outlet_app.errors import FileDamaged, FileMissing, StatementRefused, WrongPassword
from outlet_app.sealing import account_keys
from outlet_app.sealing.founding import database_name
from outlet_app.sealing.statements import StatementBook
from outlet_app.services import canary_list, care, entry, printing_desk, sheet_slot
from outlet_app.services.arrivals import Arrivals
from outlet_app.services.backup import Backup
from outlet_app.services.canaries import Canaries
from outlet_app.services.care import Care, ClosingCheck
from outlet_app.services.carrier_desk import CarrierDesk
from outlet_app.services.carrier_key_desk import CarrierKeyDesk
from outlet_app.services.clock_check import ClockCheck
from outlet_app.services.collection import Collection
from outlet_app.services.day_end import DayEnd
from outlet_app.services.drill import Drill
from outlet_app.services.find import Find
from outlet_app.services.flag_desk import FlagDesk
from outlet_app.services.hand_over import HandOver
from outlet_app.services.leftovers import clear_leftovers
from outlet_app.services.limit_desk import LimitDesk
from outlet_app.services.number_desk import NumberDesk
from outlet_app.services.open_outlet import OpenOutlet
from outlet_app.services.outlet_date import DateDesk
from outlet_app.services.owner_keys import OwnerKeys
from outlet_app.services.people import People
from outlet_app.services.policy_desk import PolicyDesk
from outlet_app.services.record_check import RecordState
from outlet_app.services.reports import Reports
from outlet_app.services.retention import Retention
from outlet_app.services.retention_round import RetentionRound
from outlet_app.services.reveal import Reveal
from outlet_app.services.review import Review
from outlet_app.services.scans import Scans
from outlet_app.services.sealed_handover import SealedHandOver
from outlet_app.services.session import Session
from outlet_app.services.staff import Staff
from outlet_app.services.supplies import Supplies
from outlet_app.services.waits import Waits
from outlet_app.services.waybill_cases import WaybillCases
from outlet_app.services.wraps import Wraps
from outlet_app.store import accounts, label_wraps, log_check, near_checkpoint, stray_journal, upgrade
from outlet_app.store.connection import DatabaseKey
from outlet_app.store.refused_sign_ins import RefusedSignIns
from outlet_app.store.store import Entry, Store

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime, timedelta
    from pathlib import Path

    from outlet_app.sealing.account_keys import OpenedAccount
    from outlet_app.sealing.key_file import KeyFile
    from outlet_app.services.outlet_keys import OutletKeys


@dataclass(frozen=True, slots=True)
class Services:
    """What a signed-in person's windows may use; unpacked by the main window and passed no further."""

    session: Session
    entry: entry.Entry
    printing_desk: printing_desk.PrintingDesk
    reveal: Reveal
    find: Find
    scans: Scans
    people: People
    staff: Staff
    owner_keys: OwnerKeys
    wraps: Wraps
    supplies: Supplies
    limits: LimitDesk
    policies: PolicyDesk
    retention: Retention
    retention_round: RetentionRound
    review: Review
    flags: FlagDesk
    canaries: Canaries
    date: DateDesk
    backup: Backup
    drill: Drill
    care: Care
    carrier_keys: CarrierKeyDesk
    sealed_handover: SealedHandOver
    arrivals: Arrivals
    collection: Collection
    hand_over: HandOver
    cases: WaybillCases
    day_end: DayEnd
    carriers: CarrierDesk
    numbers: NumberDesk
    reports: Reports


class Admission:
    """Behind the entrance: one store, open for everybody who signed in since 04:00, and one person at the counter."""

    def __init__(
        self,
        keys: OutletKeys,
        clock: Callable[[], datetime],
        counted: Callable[[], timedelta] | None = None,
        remote: Callable[[], str] | None = None,
    ) -> None:
        self._keys = keys
        self._clock = clock
        self._remote = remote
        self._clock_check = ClockCheck(clock, counted)
        self._waits = Waits(RefusedSignIns(keys.place.refusals), clock)
        self._outlet: OpenOutlet | None = None
        self._at_counter: Services | None = None
        self._closing_check: ClosingCheck | None = None

    def load_tables(self) -> None:
        """Load the tables of divisions and characters, which the first reading of a paste does by itself."""
        read_paste("张三 浙江省杭州市余杭区文一西路")

    @property
    def is_open(self) -> bool:
        """As `Entrance.is_open`."""
        return self._outlet is not None and self._outlet.is_open

    def may_use_pin(self, account_id: bytes) -> bool:
        """As `Entrance.may_use_pin`."""
        return self._outlet is not None and self._outlet.may_use_pin(account_id)

    def sign_in(self, account_id: bytes, password: str) -> Services:
        """As `Entrance.sign_in`."""
        key_file = self._keys.key_file()
        with self._waits.watched(account_id, "password"):
            opened = account_keys.sign_in(key_file, account_id, password, self._keys.device_secret())
        return self._admit(key_file, opened)

    def sign_in_with_card(self, account_id: bytes, password: str, card: str) -> Services:
        """As `Entrance.sign_in_with_card`."""
        key_file = self._keys.key_file()
        with self._waits.noted(account_id, "card"):
            self._keys.owner_seed(account_id, password, card)
            opened = account_keys.sign_in(key_file, account_id, password, self._keys.device_secret())
        return self._admit(key_file, opened)

    def accept_invitation(self, account_id: bytes, code: str, password: str) -> Services:
        """As `Entrance.accept_invitation`."""
        former = self._keys.key_file()
        require_password(password, (former.outlet_name, former.entry(account_id).name))
        with self._waits.watched(account_id, "invitation"):
            key_file, opened = account_keys.accept_invitation(
                former, account_id, code, password, self._keys.device_secret(), self._clock(), self._keys.cost
            )
        self._keys.replace(key_file)
        return self._admit(key_file, opened, Entry(Activity(ActivityKind.INVITATION_ACCEPTED)))

    def change_person(self, account_id: bytes, pin: str) -> Services:
        """As `Entrance.change_person`."""
        outlet = self._outlet
        if outlet is None or not outlet.may_use_pin(account_id):
            raise WrongPassword
        with self._waits.watched(account_id, "pin"):
            if not outlet.has_pin(account_id, pin):
                raise WrongPassword
        return self._enter(outlet, self._keys.key_file(), outlet.keys(account_id))

    def closing_check(self) -> ClosingCheck | None:
        """As `Entrance.closing_check`."""
        check, self._closing_check = self._closing_check, None
        return check

    def close(self) -> None:
        """As `Entrance.close`."""
        self._closing_check = self._due_check()
        outlet, former = self._outlet, self._at_counter
        self._outlet = self._at_counter = None
        if outlet is None or former is None or not outlet.is_open:
            return
        former.session.stand_back()
        outlet.close()

    def _due_check(self) -> ClosingCheck | None:
        note, outlet = self._keys.place.last_check, self._outlet
        if outlet is None or not (outlet.is_open and outlet.has_anybody):
            return None
        if not care.standing(note, self._clock()).is_due:
            return None
        return ClosingCheck(*outlet.file(), note, self._clock)

    def _admit(self, key_file: KeyFile, opened: OpenedAccount, *first: Entry) -> Services:
        """Bring a person in who proved himself fully; where nobody is in yet, through a store that is opened now."""
        came = (*first, Entry(Activity(ActivityKind.SIGNED_IN)))
        outlet = self._outlet
        if outlet is not None and outlet.is_open:
            return self._enter(outlet, key_file, opened, *came)
        strayed = stray_journal.lies_beside(self._database(key_file))
        outlet = self._open(key_file, opened)
        try:
            book = _book(key_file, opened, outlet)
            outlet.check.require_pins(outlet.store, book.pins())
            self._compare_near(outlet, book)
            known = self._still_red(outlet, book)
            meanwhile = self._found_meanwhile(key_file, outlet, strayed=strayed)
            services = self._enter(outlet, key_file, opened, *meanwhile, *known, *came)
            care.told(self._keys.place.last_check)
            sheet_slot.mended(services.session, self._keys)
            if outlet.check.state is not RecordState.BROKEN:  # what is left over may then be what was true
                clear_leftovers(self._keys, services.session.statements)
        except BaseException:
            outlet.store.close()
            raise
        self._outlet = outlet
        return services

    def _open(self, key_file: KeyFile, opened: OpenedAccount) -> OpenOutlet:
        if key_file.database_name != database_name(opened.epoch):
            raise FileDamaged(self._keys.place.key_file)  # the name stands in the open, the epoch does not
        key = DatabaseKey(opened.database_key, opened.database_salt)
        path = self._database(key_file)
        try:
            log_check.require_whole(path)
            upgrade.prepare(path, key)
            store = Store.open(path, key, outlet_id=key_file.outlet_id, clock=self._clock)
        except (FileDamaged, FileMissing):
            self._keys.require_fit(path, opened.database_salt)
            raise
        return OpenOutlet(
            outlet_id=key_file.outlet_id,
            name=key_file.outlet_name,
            store=store,
            near_checkpoint=self._keys.place.near_checkpoint,
            clock=self._clock,
            clock_check=self._clock_check,
            remote=self._remote,
        )

    def _database(self, key_file: KeyFile) -> Path:
        return self._keys.place.folder / key_file.database_name

    def _found_meanwhile(self, key_file: KeyFile, outlet: OpenOutlet, *, strayed: bool) -> tuple[Entry, ...]:
        """What the record must learn of the time the outlet was closed: an upgrade, what a closing check found.

        And that another hand laid a journal beside the database (`strayed`).
        """
        upgraded = upgrade.settle(outlet.store.reader, self._database(key_file), self._clock())
        journal = Entry(Activity(ActivityKind.INTEGRITY_FAULT, None, {"what": "journal"}))
        found = (*([upgraded] if upgraded else []), *([journal] if strayed else []))
        return (*found, *care.untold(self._keys.place.last_check))

    def _still_red(self, outlet: OpenOutlet, book: StatementBook) -> tuple[Entry, ...]:
        """What was seen at former openings and is not acknowledged, recorded anew so that the next one knows it too."""
        check, said = outlet.check, book.acknowledged().values()
        known = check.take_up(outlet.store, max((each.last for each in said), default=0))
        return tuple(Entry(fault(misfit, check.opened_at)) for misfit in known)

    def _compare_near(self, outlet: OpenOutlet, book: StatementBook) -> None:
        near = near_checkpoint.read(self._keys.place.near_checkpoint)
        if near is not None:
            outlet.check.compare(outlet.store, near, book.branches())

    def _enter(self, outlet: OpenOutlet, key_file: KeyFile, opened: OpenedAccount, *came: Entry) -> Services:
        """Give the counter to this person, with what was refused since, and end the wraps that nothing opens any more.

        Somebody who came with his PIN is held by the outlet already.
        """
        book = _book(key_file, opened, outlet)
        account = _account(key_file, opened, book)
        by_pin = not came
        if not by_pin:
            outlet.admit(opened)
            came = canary_list.with_list(outlet.store.reader, account, opened.canaries, came)
        former = self._at_counter
        services = former if former is not None and _goes_on(former.session, outlet, account) else None
        if services is None:
            services = self._services(Session(account=account, outlet=outlet, statements=book))
            came = (*self._taken_over(former, outlet), *came)
        if by_pin:
            came = (*came, _came_by_pin(former, account))
        services.session.resume(book, *self._waits.reports(), *came)
        self._at_counter = services
        self._waits.end(account.account_id)
        outlet.drop_stale(but=account.account_id)
        services.session.watch_clock()
        services.session.watch_remote()
        services.session.end_old_wraps()
        services.session.note_checkpoint()
        return services

    def _taken_over(self, former: Services | None, outlet: OpenOutlet) -> list[Entry]:
        """The former person's codes go; the wraps that only they could open are erased by who comes now."""
        if former is not None and not former.session.is_over:
            former.session.stand_back()
        uncoded = label_wraps.uncoded(outlet.store.reader, self._clock())
        return [label_wraps.erased(wrap.record_id, wrap.serial, "forgotten") for wrap in uncoded]

    def _services(self, session: Session) -> Services:
        day_end, flags = DayEnd(session, self._keys), FlagDesk(session, self._keys)
        return Services(
            session=session,
            entry=entry.Entry(session),
            printing_desk=printing_desk.PrintingDesk(session, self._keys),
            reveal=Reveal(session, self._keys),
            scans=Scans(session, self._keys),
            find=Find(session),
            people=People(session, self._keys),
            staff=Staff(session, self._keys),
            owner_keys=OwnerKeys(session, self._keys),
            wraps=Wraps(session, self._keys),
            supplies=Supplies(session, self._keys),
            limits=LimitDesk(session, self._keys),
            policies=PolicyDesk(session, self._keys),
            retention=Retention(session, self._keys),
            retention_round=RetentionRound(session),
            review=Review(session, self._keys),
            flags=flags,
            canaries=Canaries(session),
            date=DateDesk(session),
            backup=Backup(session, self._keys),
            drill=Drill(session, self._keys),
            care=Care(session, self._keys),
            carrier_keys=CarrierKeyDesk(session, self._keys),
            sealed_handover=SealedHandOver(session, self._keys),
            arrivals=Arrivals(session),
            collection=Collection(session),
            hand_over=HandOver(session),
            cases=WaybillCases(session),
            carriers=CarrierDesk(session),
            numbers=NumberDesk(session),
            day_end=day_end,
            reports=Reports(session, self._keys, day_end.account, flags.flags),
        )


def _book(key_file: KeyFile, opened: OpenedAccount, outlet: OpenOutlet) -> StatementBook:
    book = StatementBook(key_file.outlet_id, opened.owner_verify_key, accounts.statements(outlet.store.reader))
    if book.owner_public_key() != opened.owner_public_key:
        raise StatementRefused  # this account's grant was rewritten: its waybills would be sealed to somebody else
    if book.branches().current != outlet.store.checkpoint().branch:
        raise StatementRefused  # only the owner's word begins a branch, a row does not
    return book


def _account(key_file: KeyFile, opened: OpenedAccount, book: StatementBook) -> Account:
    role = book.role(opened.account_id)
    if role is None:
        raise WrongPassword
    name = book.name(opened.account_id) or key_file.entry(opened.account_id).name
    return Account(opened.account_id, name, role)


def _goes_on(former: Session, outlet: OpenOutlet, account: Account) -> bool:
    same = former.outlet is outlet and former.account.account_id == account.account_id
    return same and not former.is_over


def _came_by_pin(former: Services | None, account: Account) -> Entry:
    before = b"" if former is None else former.session.account.account_id
    if before == account.account_id:
        return Entry(Activity(ActivityKind.UNLOCKED))
    return Entry(Activity(ActivityKind.CHANGED_PERSON, None, {"from": before.hex()}))
