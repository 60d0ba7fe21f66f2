"""What stands before sign-in: tiles, waits, and the way from a password to a session."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from outlet_app.domain.account import Account
from outlet_app.domain.activity import Activity, ActivityKind, Detail
from outlet_app.domain.limits import wait_after
from outlet_app.errors import MustWait, StatementRefused, WrongPassword
from outlet_app.sealing import account_keys
from outlet_app.sealing.device import Keeping
from outlet_app.sealing.statements import StatementBook
from outlet_app.services import entry, printing_desk
from outlet_app.services.reveal import Reveal
from outlet_app.services.session import OpenOutlet, Session
from outlet_app.store import accounts, label_wraps, near_checkpoint
from outlet_app.store.connection import DatabaseKey
from outlet_app.store.moment import to_ms
from outlet_app.store.refused_sign_ins import Refusal, RefusedSignIns
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
    """One person who can sign in."""

    account_id: bytes
    name: str


@dataclass(frozen=True, slots=True)
class Services:
    """What a signed-in person's windows may use; unpacked by the main window and passed no further."""

    session: Session
    entry: entry.Entry
    printing_desk: printing_desk.PrintingDesk
    reveal: Reveal


class Entrance:
    """The door of one outlet on this PC. `demo_logins` are the (name, password) pairs of a demo outlet."""

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
        self._refused = RefusedSignIns(keys.place.refusals)

    @property
    def outlet_name(self) -> str:
        """The outlet's name as the key file says it. Raises FileMissing, FileDamaged, FileTooNew."""
        return self._keys.key_file().outlet_name

    def tiles(self) -> tuple[Tile, ...]:
        """The people who can sign in, in the order they came. Raises as `outlet_name`."""
        return tuple(
            Tile(each.account_id, each.name) for each in self._keys.key_file().accounts if each.slot is not None
        )

    def notes(self) -> frozenset[EntranceNote]:
        """What the sign-in screen must say."""
        kept_in = self._keys.device_secret().kept_in
        in_file = {EntranceNote.SECRET_IN_FILE} if kept_in is Keeping.FILE and not self._demo_logins else set()
        return frozenset(in_file | ({EntranceNote.DEMO} if self._demo_logins else set()))

    def demo_logins(self) -> tuple[tuple[str, str], ...]:
        """The made-up people's names and passwords of a demo outlet; empty for a real one."""
        return self._demo_logins

    def sign_in(self, account_id: bytes, password: str) -> Services:
        """Open the outlet for one person; takes as long as Argon2id, some 0.4 s.

        Raises MustWait(until) without trying after too many failures, WrongPassword, and what is wrong with the files:
        FileMissing, FileDamaged, FileTooNew, FileBusy, FileReadOnly, SchemaChanged, StatementRefused, HistoryBroken.
        """
        self._wait_is_over(account_id)
        key_file = self._keys.key_file()
        try:
            opened = account_keys.sign_in(key_file, account_id, password, self._keys.device_secret())
        except WrongPassword:
            self._refused.add(Refusal(account_id, self._clock(), "password"))
            raise
        return self._open(key_file, opened)

    def accept_invitation(self, account_id: bytes, code: str, password: str) -> Services:
        """A person's first sign-in: his password takes the code's place. Raises as `sign_in`, and InvitationExpired."""
        self._wait_is_over(account_id)
        try:
            key_file, opened = account_keys.accept_invitation(
                self._keys.key_file(),
                account_id,
                code,
                password,
                self._keys.device_secret(),
                self._clock(),
                self._keys.cost,
            )
        except WrongPassword:
            self._refused.add(Refusal(account_id, self._clock(), "invitation"))
            raise
        self._keys.replace(key_file)
        return self._open(key_file, opened, Entry(Activity(ActivityKind.INVITATION_ACCEPTED)))

    def _open(self, key_file: KeyFile, opened: OpenedAccount, *first: Entry) -> Services:
        store = Store.open(
            self._keys.place.folder / key_file.database_name,
            DatabaseKey(opened.database_key, opened.database_salt),
            outlet_id=key_file.outlet_id,
            clock=self._clock,
        )
        try:
            session = self._session(key_file, opened, store)
            self._enter(session, first)
        except BaseException:
            store.close()
            raise
        return Services(session, entry.Entry(session), printing_desk.PrintingDesk(session), Reveal(session))

    def _session(self, key_file: KeyFile, opened: OpenedAccount, store: Store) -> Session:
        outlet = OpenOutlet(
            outlet_id=key_file.outlet_id,
            name=key_file.outlet_name,
            store=store,
            near_checkpoint=self._keys.place.near_checkpoint,
            clock=self._clock,
        )
        book = StatementBook(key_file.outlet_id, opened.owner_verify_key, accounts.statements(store.reader))
        if book.owner_public_key() != opened.owner_public_key:
            raise StatementRefused  # this account's grant was rewritten: its waybills would be sealed to somebody else
        role = book.role(opened.account_id)
        if role is None:
            raise WrongPassword
        account = Account(opened.account_id, key_file.entry(opened.account_id).name, role)
        return Session(account=account, outlet=outlet, keys=opened, statements=book)

    def _enter(self, session: Session, first: tuple[Entry, ...]) -> None:
        """Record the coming, with what was refused since, and end the wraps that nothing can open any more."""
        near = near_checkpoint.read(self._keys.place.near_checkpoint)
        if near is not None:
            session.compare(near)
        reported = [_reported(refusal) for refusal in self._refused.unreported()]
        orphans = [
            label_wraps.erased(wrap.record_id, wrap.serial, "forgotten")
            for wrap in label_wraps.uncoded(session.store.reader, self._clock())
        ]
        session.write(*reported, *orphans, *first, Entry(Activity(ActivityKind.SIGNED_IN)))
        session.end_old_wraps()
        session.note_checkpoint()
        self._refused.reported(session.account.account_id)

    def _wait_is_over(self, account_id: bytes) -> None:
        streak = self._refused.streak(account_id)
        if streak.last_at is not None:
            until = streak.last_at + wait_after(streak.failures)
            if self._clock() < until:
                raise MustWait(until)


def _reported(refusal: Refusal) -> Entry:
    detail: Detail = {"account": refusal.account_id.hex(), "why": refusal.reason, "at_ms": to_ms(refusal.at)}
    return Entry(Activity(ActivityKind.SIGN_IN_REFUSED, None, detail))
