"""The owner's side of the limits: what is allowed, lifted for today, and who is let look up again."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from outlet_app.domain.account import Permission
from outlet_app.domain.activity import Activity, ActivityKind
from outlet_app.domain.limits import DEFAULTS, LimitName, Limits, bounds, out_of_bounds
from outlet_app.domain.reckoning import Lift
from outlet_app.errors import Fault, FaultKind, InvalidDraft, NotPermitted
from outlet_app.sealing import account_keys
from outlet_app.sealing.statements import LimitsSet
from outlet_app.services.owner_consent import owner_seed, waits
from outlet_app.store.store import Entry

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from outlet_app.services.outlet_keys import OutletKeys
    from outlet_app.services.session import Session


@dataclass(frozen=True, slots=True)
class LimitRow:
    """One limit as the owner sees it: its value, its default, and between which values it may be."""

    name: LimitName
    value: int
    default: int
    lowest: int
    highest: int


@dataclass(frozen=True, slots=True)
class LimitedPerson:
    """Somebody who works here, as the limits hold him. `suspended_since` (UTC) is None for who is not suspended."""

    account_id: bytes
    name: str
    lifted: bool
    suspended_since: datetime | None


class LimitDesk:
    """The use case of the owner who sets limits. Every method raises SessionLocked and NotPermitted."""

    def __init__(self, session: Session, keys: OutletKeys) -> None:
        self._session = session
        self._keys = keys

    def limits(self) -> tuple[LimitRow, ...]:
        """Every limit as it stands, in the order of the screen."""
        self._session.require(Permission.SET_POLICY)
        values = self._session.statements.limits().values()
        return tuple(LimitRow(name, value, DEFAULTS[name], *bounds(name)) for name, value in values.items())

    def set_limits(self, values: Mapping[LimitName, int], *, password: str, card: str) -> None:
        """Put other limits in force for everybody, at once; those that are not named stay.

        One act for each that changes, with its old and new value. Raises InvalidDraft with a fault of each limit
        (`LimitName` as field) outside its bounds, and WrongPassword. Does nothing where nothing changes.
        """
        self._session.require(Permission.SET_POLICY)
        faults = tuple(Fault(name.value, FaultKind.OUT_OF_BOUNDS) for name in out_of_bounds(values))
        if faults:
            raise InvalidDraft(faults)
        former = self._session.statements.limits().values()
        changed = {name: value for name, value in values.items() if value != former[name]}
        if not changed:
            return
        seed = owner_seed(self._session, self._keys, password, card)
        limits = Limits(**{name.value: value for name, value in {**former, **changed}.items()})
        acts = [_changed(name, former[name], value) for name, value in changed.items()]
        self._session.state(seed, LimitsSet(limits), because=acts)

    def limited_people(self) -> tuple[LimitedPerson, ...]:
        """Everybody who works here, in the order they came."""
        session = self._session
        session.require(Permission.SET_POLICY)
        rulings = session.allowance.rulings()
        return tuple(
            LimitedPerson(
                each.account_id,
                session.statements.name(each.account_id) or each.name,
                each.account_id in rulings.lifted,
                rulings.suspended.get(each.account_id),
            )
            for each in self._keys.key_file().accounts
            if session.statements.role(each.account_id) is not None
        )

    def lift_today(self, account_id: bytes, *, password: str) -> None:
        """Let no limit refuse this person until 04:00; recorded. A suspension stays.

        Raises WrongPassword, MustWait after too many wrong ones, and NotPermitted for who does not work here.
        """
        self._rule(account_id, Lift.TODAY, password)

    def end_suspension(self, account_id: bytes, *, password: str) -> None:
        """Let this person look up and reveal again; look-ups without a hit are counted anew. Raises as `lift_today`."""
        self._rule(account_id, Lift.SUSPENSION, password)

    def _rule(self, account_id: bytes, what: Lift, password: str) -> None:
        session = self._session
        session.require(Permission.SET_POLICY)
        if session.statements.role(account_id) is None:
            raise NotPermitted
        own = session.account.account_id
        with waits(session, self._keys).watched(own, "password"):
            account_keys.open_account(self._keys.key_file(), own, password, self._keys.device_secret())
        detail = {"account": account_id.hex(), "limit": what.value}
        session.write(Entry(Activity(ActivityKind.LIMIT_LIFTED, None, detail)))


def _changed(name: LimitName, old: int, new: int) -> Entry:
    return Entry(Activity(ActivityKind.SETTING_CHANGED, None, {"limit": name.value, "old": old, "new": new}))
