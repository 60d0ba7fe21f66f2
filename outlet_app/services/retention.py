"""Details erased at the end of their term: ordered by the owner with a second confirmation, done in portions."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from outlet_app.domain.account import Permission, Role
from outlet_app.domain.activity import Activity, ActivityKind
from outlet_app.domain.erasing import ErasingAsked, ErasingOrdered, Second
from outlet_app.domain.outlet_day import outlet_time
from outlet_app.domain.policies import details_end
from outlet_app.errors import (
    DateNotConfirmed,
    ErasingTooEarly,
    NotPermitted,
    SeedStillMoving,
    WrongPassword,
)
from outlet_app.sealing import account_keys
from outlet_app.sealing.owner_slots import open_with_recovery_secret
from outlet_app.sealing.sheet_reading import sheet_secret
from outlet_app.sealing.statements import ErasingStated
from outlet_app.services.carrier_keys import proven_now
from outlet_app.services.owner_consent import owner_seed, waits
from outlet_app.services.terms_over import judged
from outlet_app.store import erasing, seed_change, waybills
from outlet_app.store.erased_ranges import Part, range_of
from outlet_app.store.moment import from_ms, to_ms
from outlet_app.store.store import Entry

if TYPE_CHECKING:
    from datetime import datetime

    from outlet_app.domain.activity import Detail
    from outlet_app.sealing.statements import Fact
    from outlet_app.services.outlet_keys import OutletKeys
    from outlet_app.services.session import Session
    from outlet_app.store.erasing import DueDetails

__all__ = ["ByOwner", "BySheet", "ByWait", "Confirmation", "Destruction", "Erasings", "OtherOwner", "Retention"]


@dataclass(frozen=True, slots=True)
class ByOwner:
    """Another owner confirms with his own password."""

    account_id: bytes
    password: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class BySheet:
    """The recovery sheet confirms: its code, or its 25 words."""

    text: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class ByWait:
    """A day went by since the owner asked."""


Confirmation = ByOwner | BySheet | ByWait


@dataclass(frozen=True, slots=True)
class OtherOwner:
    """Somebody who can confirm beside the owner at the counter."""

    account_id: bytes
    name: str


@dataclass(frozen=True, slots=True)
class Destruction:
    """One order as people know it: `left` of its waybills still have their details. Names are those of now."""

    said: ErasingOrdered
    owner: str
    second: str
    left: int


@dataclass(frozen=True, slots=True)
class Erasings:
    """How the erasing of details stands.

    `due` are those whose term is over now. `asked` waits for its day, or is ready. `records` are all orders, the newest
    first. `runs`: portions are being erased in this session. `is_dated`: the PC's date is beyond doubt.
    """

    due: DueDetails
    asked: ErasingAsked | None
    is_ready: bool
    owners: tuple[OtherOwner, ...]
    records: tuple[Destruction, ...]
    runs: bool
    is_dated: bool


class Retention:
    """The use case of the owner who erases what has been kept long enough; nobody opens it any more, he neither.

    What was ordered goes on while he is signed in, until it is done or he stops it; afterwards when he says so.
    """

    def __init__(self, session: Session, keys: OutletKeys) -> None:
        self._session = session
        self._keys = keys
        self._after = erasing.FIRST
        self._runs = False

    def standing(self) -> Erasings:
        """How it stands. Raises NotPermitted."""
        session = self._session
        session.require(Permission.SET_POLICY)
        session.watch_clock()
        asked = session.statements.erasing_asked()
        return Erasings(
            due=erasing.due_details(session.store.reader, self._end()),
            asked=asked,
            is_ready=asked is not None and asked.ready_at <= proven_now(session),
            owners=self._other_owners(),
            records=tuple(reversed([self._told(said) for said in session.statements.erasings().values()])),
            runs=self._runs,
            is_dated=session.date_is_confirmed,
        )

    def ask(self, *, password: str, card: str) -> None:
        """State that what is due now is to be erased: in 24 hours the owner's word alone is enough.

        Raises ErasingTooEarly, DateNotConfirmed, WrongPassword.
        """
        due, end = self._due()
        told: Detail = {"erasing_asked": due.count, "until": _day(end)}
        self._state(ErasingAsked(end, self._now()), told, password, card)

    def take_back(self, *, password: str, card: str) -> None:
        """State that nothing is asked for any more. Does nothing where nothing is. Raises WrongPassword."""
        self._session.require(Permission.SET_POLICY)
        asked = self._session.statements.erasing_asked()
        if asked is not None and asked.end is not None:
            self._state(ErasingAsked(None, self._now()), {"erasing_dropped": _day(asked.end)}, password, card)

    def order(self, confirmation: Confirmation, *, password: str, card: str) -> None:
        """State that what is due is erased, which is the destruction record; then `some` erases it.

        After a wait that is what was due when it was asked. Raises DateNotConfirmed, SeedStillMoving
        while waybills are being locked to a new owner seed, ErasingTooEarly before the day is over, WrongPassword and
        MustWait for owner and second owner, NotPermitted for a second who is none, LabelCodeRefused for a miscopied
        sheet.
        """
        session = self._session
        due, end = self._due(by_wait=isinstance(confirmation, ByWait))
        if self._keys.key_file().former_seed or seed_change.former_seed(session.store.reader):
            raise SeedStillMoving
        second, second_id = self._confirmed(confirmation)
        order = ErasingOrdered(
            end=end,
            oldest=due.oldest or end,
            count=due.count,
            account_id=session.account.account_id,
            second=second,
            second_id=second_id,
            stated_at=self._now(),
        )
        told: Detail = {"erasing": due.count, "since": _day(order.oldest), "until": _day(end), "second": second.value}
        self._state(order, told, password, card)
        self.go_on()

    def go_on(self) -> None:
        """Let `some` erase what was ordered and still stands. Raises NotPermitted."""
        self._session.require(Permission.SET_POLICY)
        self._after, self._runs = erasing.FIRST, True

    def stop(self) -> None:
        """Erase nothing more until `go_on`; what is erased stays erased. Raises NotPermitted."""
        self._session.require(Permission.SET_POLICY)
        self._runs = False

    def waits(self) -> bool:
        """Whether `some` has something to do now. Instant."""
        return self._runs and not self._session.is_locked and not self._session.is_over

    def some(self) -> bool:
        """Erase some of what was ordered, at most 32 waybills; False once all is done. Raises as `Session.write`."""
        session = self._session
        ordered = session.statements.erasings()
        if not self.waits() or not ordered:
            self._runs = False
            return False
        serial, said = max(ordered.items(), key=lambda each: each[1].end)
        due = erasing.next_due(session.store.reader, Part.DETAILS, said.end, self._after)
        if due is None:
            self._runs = False
            session.write(_told({"erased": said.count, "since": _day(said.oldest), "until": _day(said.end)}))
            return False
        self._erase_range(range_of(due.place), said.end, serial)
        self._after = due
        return True

    def _erase_range(self, range_id: int, end: datetime, serial: int) -> None:
        reader = self._session.store.reader
        found = judged(reader, Part.DETAILS, range_id, end)
        rows = waybills.sealed_of(reader, [each for each in found.due if each not in found.odd])
        erased = [erasing.details_erased(reader, range_id, rows, found.odd, serial)] if found.due else []
        if erased or found.faults:
            self._session.write(*erased, *found.faults)

    def _due(self, *, by_wait: bool = False) -> tuple[DueDetails, datetime]:
        """What can be ordered now, and the last moment of it."""
        session = self._session
        session.require(Permission.SET_POLICY)
        session.watch_clock()
        if not session.date_is_confirmed:
            raise DateNotConfirmed
        end = self._asked_end() if by_wait else self._end()
        due = erasing.due_details(session.store.reader, end)
        if not due.count:
            raise ErasingTooEarly
        return due, end

    def _asked_end(self) -> datetime:
        """What was due when it was asked, where its day is over, but no more than is due by the terms of now."""
        asked = self._session.statements.erasing_asked()
        if asked is None or asked.end is None or asked.ready_at > proven_now(self._session):
            raise ErasingTooEarly
        return min(asked.end, self._end())

    def _confirmed(self, confirmation: Confirmation) -> tuple[Second, bytes]:
        if isinstance(confirmation, ByOwner):
            self._require_owner(confirmation)
            return Second.OWNER, confirmation.account_id
        if isinstance(confirmation, BySheet):
            seed = open_with_recovery_secret(self._keys.key_file(), sheet_secret(confirmation.text))
            if seed.verify_key != self._session.keys.owner_verify_key:
                raise WrongPassword
            return Second.SHEET, b""
        return Second.WAIT, b""

    def _require_owner(self, second: ByOwner) -> None:
        if second.account_id not in {owner.account_id for owner in self._other_owners()}:
            raise NotPermitted
        with waits(self._session, self._keys).watched(second.account_id, "password"):
            account_keys.open_account(
                self._keys.key_file(), second.account_id, second.password, self._keys.device_secret()
            )

    def _state(self, said: ErasingAsked | ErasingOrdered, told: Detail, password: str, card: str) -> None:
        seed = owner_seed(self._session, self._keys, password, card)
        fact: Fact = ErasingStated(said)
        self._session.state(seed, fact, because=_told(told))

    def _other_owners(self) -> tuple[OtherOwner, ...]:
        book, own = self._session.statements, self._session.account.account_id
        owners = [each for each, role in book.roles().items() if role is Role.OWNER and each != own]
        return tuple(OtherOwner(each, book.name(each) or "") for each in owners)

    def _told(self, said: ErasingOrdered) -> Destruction:
        book, reader = self._session.statements, self._session.store.reader
        names = [book.name(each) or "" for each in (said.account_id, said.second_id)]
        return Destruction(said, names[0], names[1], erasing.due_details(reader, said.end).count)

    def _end(self) -> datetime:
        return from_ms(to_ms(details_end(self._session.statements.retention(), self._session.clock())))

    def _now(self) -> datetime:
        # What is signed must be what is read: texts know milliseconds.
        return from_ms(to_ms(self._session.clock()))


def _told(detail: Detail) -> Entry:
    """The act in the words of people; what is in force is the statement beside it."""
    return Entry(Activity(ActivityKind.SETTING_CHANGED, None, detail))


def _day(at: datetime) -> str:
    return outlet_time(at).date().isoformat()
