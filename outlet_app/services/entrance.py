"""What stands before the counter: tiles, waits, and the ways from a password, a PIN or a code to a session."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from outlet_app.domain.account import Account
from outlet_app.domain.activity import Activity, ActivityKind
from outlet_app.domain.password_rules import require_password
from outlet_app.errors import FileDamaged, StatementRefused, WrongPassword
from outlet_app.sealing import account_keys
from outlet_app.sealing.device import Keeping
from outlet_app.sealing.founding import database_name
from outlet_app.sealing.statements import StatementBook
from outlet_app.services import entry, printing_desk
from outlet_app.services.leftovers import clear_leftovers
from outlet_app.services.open_outlet import OpenOutlet
from outlet_app.services.people import People
from outlet_app.services.record_check import RecordState
from outlet_app.services.reveal import Reveal
from outlet_app.services.review import Review
from outlet_app.services.session import Session
from outlet_app.services.staff import Staff
from outlet_app.services.supplies import Supplies
from outlet_app.services.waits import Waits
from outlet_app.store import accounts, label_wraps, near_checkpoint
from outlet_app.store.connection import DatabaseKey
from outlet_app.store.refused_sign_ins import RefusedSignIns
from outlet_app.store.store import Entry, Store

if TYPE_CHECKING:
    from collections.abc import Callable

    from outlet_app.sealing.account_keys import OpenedAccount
    from outlet_app.sealing.key_file import KeyFile
    from outlet_app.services.outlet_keys import OutletKeys


def wall_clock() -> datetime:
    """The moment, UTC. The one place that asks the system; everything else is given a clock."""
    return datetime.now(UTC)  # noqa: TID251 - this is the clock that callers take


class EntranceNote(StrEnum):
    """What the sign-in screen must say about this outlet."""

    SECRET_IN_FILE = "secret_in_file"  # noqa: S105 - a note's name
    DEMO = "demo"


@dataclass(frozen=True, slots=True)
class Tile:
    """One person who can sign in, or, among `Entrance.invited`, who can take up an invitation."""

    account_id: bytes
    name: str


@dataclass(frozen=True, slots=True)
class Services:
    """What a signed-in person's windows may use; unpacked by the main window and passed no further."""

    session: Session
    entry: entry.Entry
    printing_desk: printing_desk.PrintingDesk
    reveal: Reveal
    people: People
    staff: Staff
    supplies: Supplies
    review: Review


class Entrance:
    """The door of one outlet on this PC. `demo_logins` are the (name, password) pairs of a demo outlet.

    Behind it one store is open for everybody who signed in since 04:00, and one person at a time is at the counter.
    Every way in gives the same `Services` object back when the account is the one that was there before it was locked,
    so that its windows go on as they stood; another object means another person, and the former's is over.
    """

    def __init__(
        self,
        keys: OutletKeys,
        *,
        clock: Callable[[], datetime] = wall_clock,
        demo_logins: tuple[tuple[str, str], ...] = (),
    ) -> None:
        self._keys = keys
        self._clock = clock
        self._demo_logins = demo_logins
        self._waits = Waits(RefusedSignIns(keys.place.refusals), clock)
        self._outlet: OpenOutlet | None = None
        self._at_counter: Services | None = None

    @property
    def outlet_name(self) -> str:
        """The outlet's name as the key file says it. Raises FileMissing, FileDamaged, FileTooNew."""
        return self._keys.key_file().outlet_name

    def tiles(self) -> tuple[Tile, ...]:
        """The people who can sign in, in the order they came. Raises as `outlet_name`."""
        return tuple(
            Tile(each.account_id, each.name) for each in self._keys.key_file().accounts if each.slot is not None
        )

    def invited(self) -> tuple[Tile, ...]:
        """The people whom a code lets in once, in the order they were invited. Raises as `outlet_name`."""
        return tuple(
            Tile(each.account_id, each.name) for each in self._keys.key_file().accounts if each.invitation is not None
        )

    def notes(self) -> frozenset[EntranceNote]:
        """What the sign-in screen must say."""
        kept_in = self._keys.device_secret().kept_in
        in_file = {EntranceNote.SECRET_IN_FILE} if kept_in is Keeping.FILE and not self._demo_logins else set()
        return frozenset(in_file | ({EntranceNote.DEMO} if self._demo_logins else set()))

    def demo_logins(self) -> tuple[tuple[str, str], ...]:
        """The made-up people's names and passwords of a demo outlet; empty for a real one."""
        return self._demo_logins

    def may_use_pin(self, account_id: bytes) -> bool:
        """Whether a PIN is enough for this person now: he signed in fully since 04:00 and has one. Instant."""
        return self._outlet is not None and self._outlet.may_use_pin(account_id)

    def sign_in(self, account_id: bytes, password: str) -> Services:
        """A full sign-in; takes as long as Argon2id, some 0.4 s. Opens the store unless it is open for somebody.

        Raises MustWait(until) without trying after too many failures, WrongPassword, and what is wrong with the files:
        FileMissing, FileDamaged, FileTooNew, FileBusy, FileReadOnly, SchemaChanged, StatementRefused, HistoryBroken.
        """
        key_file = self._keys.key_file()
        with self._waits.watched(account_id, "password"):
            opened = account_keys.sign_in(key_file, account_id, password, self._keys.device_secret())
        return self._admit(key_file, opened)

    def sign_in_with_card(self, account_id: bytes, password: str, card: str) -> Services:
        """A full sign-in of an owner who never waits, because he shows his card. Raises as `sign_in`, never MustWait.

        Nobody's wrong tries keep the owner out; without the card this way answers no guess.
        """
        key_file = self._keys.key_file()
        with self._waits.noted(account_id, "card"):
            self._keys.owner_seed(account_id, password, card)
            opened = account_keys.sign_in(key_file, account_id, password, self._keys.device_secret())
        return self._admit(key_file, opened)

    def accept_invitation(self, account_id: bytes, code: str, password: str) -> Services:
        """A person's first sign-in: his password takes the code's place.

        Raises as `sign_in`; InvitationExpired; InvalidDraft with a fault in `password` that the rules refuse.
        """
        former = self._keys.key_file()
        require_password(password, (former.outlet_name, former.entry(account_id).name))
        with self._waits.watched(account_id, "invitation"):
            key_file, opened = account_keys.accept_invitation(
                former, account_id, code, password, self._keys.device_secret(), self._clock(), self._keys.cost
            )
        self._keys.replace(key_file)
        return self._admit(key_file, opened, Entry(Activity(ActivityKind.INVITATION_ACCEPTED)))

    def change_person(self, account_id: bytes, pin: str) -> Services:
        """Let a person act who signed in fully today, by his PIN: no Argon2id, and the store stays open.

        Raises WrongPassword for a wrong PIN and where `may_use_pin` says no, which it does from the fifth wrong one
        on; MustWait(until) as `sign_in`.
        """
        outlet = self._outlet
        if outlet is None or not outlet.may_use_pin(account_id):
            raise WrongPassword
        with self._waits.watched(account_id, "pin"):
            if not outlet.has_pin(account_id, pin):
                raise WrongPassword
        return self._enter(outlet, self._keys.key_file(), outlet.keys(account_id))

    def close(self) -> None:
        """Sign everybody out and close the store; the program ends. Does nothing where no store is open."""
        outlet, former = self._outlet, self._at_counter
        self._outlet = self._at_counter = None
        if outlet is None or former is None or not outlet.is_open:
            return
        former.session.stand_back()
        outlet.close()

    def _admit(self, key_file: KeyFile, opened: OpenedAccount, *first: Entry) -> Services:
        """Bring a person in who proved himself fully; where nobody is in yet, through a store that is opened now."""
        came = (*first, Entry(Activity(ActivityKind.SIGNED_IN)))
        outlet = self._outlet
        if outlet is not None and outlet.is_open:
            return self._enter(outlet, key_file, opened, *came)
        outlet = self._open(key_file, opened)
        try:
            services = self._enter(outlet, key_file, opened, *came)
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
        path = self._keys.place.folder / key_file.database_name
        outlet = OpenOutlet(
            outlet_id=key_file.outlet_id,
            name=key_file.outlet_name,
            store=Store.open(path, key, outlet_id=key_file.outlet_id, clock=self._clock),
            near_checkpoint=self._keys.place.near_checkpoint,
            clock=self._clock,
        )
        near = near_checkpoint.read(self._keys.place.near_checkpoint)
        if near is not None:
            outlet.check.compare(outlet.store, near)
        return outlet

    def _enter(self, outlet: OpenOutlet, key_file: KeyFile, opened: OpenedAccount, *came: Entry) -> Services:
        """Give the counter to this person, with what was refused since, and end the wraps that nothing opens any more.

        Somebody who came with his PIN is held by the outlet already.
        """
        book = _book(key_file, opened, outlet)
        account = _account(key_file, opened, book)
        by_pin = not came
        if not by_pin:
            outlet.admit(opened)
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
        return Services(
            session=session,
            entry=entry.Entry(session),
            printing_desk=printing_desk.PrintingDesk(session),
            reveal=Reveal(session),
            people=People(session, self._keys),
            staff=Staff(session, self._keys),
            supplies=Supplies(session, self._keys),
            review=Review(session, self._keys),
        )


def _book(key_file: KeyFile, opened: OpenedAccount, outlet: OpenOutlet) -> StatementBook:
    book = StatementBook(key_file.outlet_id, opened.owner_verify_key, accounts.statements(outlet.store.reader))
    if book.owner_public_key() != opened.owner_public_key:
        raise StatementRefused  # this account's grant was rewritten: its waybills would be sealed to somebody else
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
