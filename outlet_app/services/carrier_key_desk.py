"""The carriers' keys: named by the owner with his card, in force a day later, withdrawn at once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from outlet_app.domain.account import Permission
from outlet_app.domain.activity import Activity, ActivityKind, Detail
from outlet_app.domain.carrier_key import CarrierKey, key_in_force, key_waiting
from outlet_app.errors import DateNotConfirmed, Fault, FaultKind, InvalidDraft, KeyMismatch
from outlet_app.sealing.handover_file import outlet_fingerprint
from outlet_app.sealing.handover_key import fingerprint, is_same_fingerprint, read_public_key
from outlet_app.sealing.statements import CarrierKeyNamed
from outlet_app.services.carrier_keys import proven_now
from outlet_app.services.owner_consent import owner_seed
from outlet_app.store.moment import from_ms, to_ms
from outlet_app.store.store import Entry

if TYPE_CHECKING:
    from datetime import datetime

    from outlet_app.services.outlet_keys import OutletKeys
    from outlet_app.services.session import Session


@dataclass(frozen=True, slots=True)
class NamedKey:
    """A carrier's key as people know it: its fingerprint, and when (UTC) it was stated and comes into force."""

    fingerprint: str
    stated_at: datetime
    in_force_at: datetime


@dataclass(frozen=True, slots=True)
class CarrierKeys:
    """How a carrier's keys stand, by the carrier's code.

    `waiting` takes the place of `in_force` when its day is over. `withdrawn_at` (UTC) is None but where the owner's
    last word took the key away.
    """

    carrier: str
    in_force: NamedKey | None = None
    waiting: NamedKey | None = None
    withdrawn_at: datetime | None = None


class CarrierKeyDesk:
    """The use case of the owner who has details sealed to carriers too; everybody may see to whom."""

    def __init__(self, session: Session, keys: OutletKeys) -> None:
        self._session = session
        self._keys = keys

    def standing(self) -> tuple[CarrierKeys, ...]:
        """How the keys stand of every carrier that is offered or has any, in the order of the offer."""
        session = self._session
        session.require(Permission.HAND_OVER)
        now = proven_now(session)
        shown = [
            carrier.code
            for carrier in session.carriers().values()
            if carrier.enabled or session.statements.carrier_keys(carrier.code)
        ]
        return tuple(self._standing(code, now) for code in shown)

    def outlet_fingerprint(self) -> str:
        """By what carriers know this outlet's files; another one once the owner's keys were replaced."""
        self._session.require(Permission.HAND_OVER)
        return outlet_fingerprint(self._session.keys.owner_verify_key)

    def check(self, text: str, typed_fingerprint: str) -> tuple[Fault, ...]:
        """What is wrong with a key's text (`public_key`) and what was typed of its fingerprint. Instant."""
        if not text.strip():
            return (Fault("public_key", FaultKind.EMPTY),)
        try:
            public_key = read_public_key(text)
        except KeyMismatch:
            return (Fault("public_key", FaultKind.NOT_A_CARRIER_KEY),)
        if not typed_fingerprint.strip():
            return (Fault("fingerprint", FaultKind.EMPTY),)
        same = is_same_fingerprint(typed_fingerprint, public_key)
        return () if same else (Fault("fingerprint", FaultKind.NOT_ITS_FINGERPRINT),)

    def set_key(self, carrier: str, text: str, typed_fingerprint: str, *, password: str, card: str) -> None:
        """State the key of a carrier: details are sealed to it from 24 hours on, to the former one until then.

        The owner types the fingerprint as the carrier told it by another way. Stating the key that was stated last
        does nothing. Raises InvalidDraft as `check`, KeyError for no carrier of the outlet, DateNotConfirmed while the
        PC's date is in doubt, and WrongPassword.
        """
        session = self._session
        session.require(Permission.SET_POLICY)
        if carrier not in session.carriers():
            raise KeyError(carrier)
        faults = self.check(text, typed_fingerprint)
        if faults:
            raise InvalidDraft(faults)
        public_key = read_public_key(text)
        stated = session.statements.carrier_keys(carrier)
        if stated and stated[-1].public_key == public_key:
            return
        self._state(carrier, public_key, password, card)

    def withdraw_key(self, carrier: str, *, password: str, card: str) -> None:
        """From now on nothing is sealed to a key of this carrier, and no file holds what was. Raises as `set_key`.

        Does nothing where no key stands.
        """
        self._session.require(Permission.SET_POLICY)
        stated = self._session.statements.carrier_keys(carrier)
        if stated and stated[-1].public_key is not None:
            self._state(carrier, None, password, card)

    def _state(self, carrier: str, public_key: bytes | None, password: str, card: str) -> None:
        session = self._session
        session.watch_clock()
        if public_key is not None and not session.date_is_confirmed:
            raise DateNotConfirmed
        seed = owner_seed(session, self._keys, password, card)
        # What is signed must be what is read: rows and texts know milliseconds.
        key = CarrierKey(carrier, public_key, from_ms(to_ms(session.clock())))
        former = session.statements.carrier_keys(carrier)
        session.state(seed, CarrierKeyNamed(key), because=_told(key, former[-1] if former else None))

    def _standing(self, carrier: str, now: datetime) -> CarrierKeys:
        stated = self._session.statements.carrier_keys(carrier)
        if stated and stated[-1].public_key is None:
            return CarrierKeys(carrier, withdrawn_at=stated[-1].stated_at)
        return CarrierKeys(carrier, _named(key_in_force(stated, now)), _named(key_waiting(stated, now)))


def _named(key: CarrierKey | None) -> NamedKey | None:
    return None if key is None else NamedKey(_fingerprint(key), key.stated_at, key.in_force_at)


def _told(key: CarrierKey, former: CarrierKey | None) -> Entry:
    """The act in the words of people; what is in force is the statement beside it."""
    detail: Detail = {"carrier": key.carrier, "withdrawn": _fingerprint(former)}
    if key.public_key is not None:
        at_ms = to_ms(key.in_force_at)
        detail = {"carrier": key.carrier, "fingerprint": _fingerprint(key), "at_ms": at_ms}
    return Entry(Activity(ActivityKind.SETTING_CHANGED, None, detail))


def _fingerprint(key: CarrierKey | None) -> str:
    return "" if key is None or key.public_key is None else fingerprint(key.public_key)
