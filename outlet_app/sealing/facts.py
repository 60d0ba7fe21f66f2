"""What the owner states: each fact, and the one text that says it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import singledispatch
from typing import TYPE_CHECKING

from outlet_app.domain.account import Role
from outlet_app.domain.acknowledgement import SUBJECT as _MISMATCH
from outlet_app.domain.acknowledgement import Acknowledgement, acknowledgement_fields, read_acknowledgement
from outlet_app.domain.branches import BranchPoint
from outlet_app.domain.carrier_key import SUBJECT as _CARRIER_KEY
from outlet_app.domain.carrier_key import CarrierKey, carrier_key_fields, read_carrier_key
from outlet_app.domain.context import canonical_json
from outlet_app.domain.erasing import ASKED as ERASING_ASKED
from outlet_app.domain.erasing import ORDERED as ERASING_ORDERED
from outlet_app.domain.erasing import Erasing, erasing_fields, read_erasing
from outlet_app.domain.history import Checkpoint
from outlet_app.domain.holes import SUBJECT as _ACTS_LOST
from outlet_app.domain.holes import Hole, hole_fields, read_hole
from outlet_app.domain.limits import Limits, limit_fields, read_limits
from outlet_app.domain.opening_hours import OpeningHours, hours_fields, read_hours
from outlet_app.domain.policies import Retention, idle_fields, read_idle, read_retention, retention_fields
from outlet_app.domain.printer import Printer
from outlet_app.errors import StatementRefused

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

OWNER_KEY = "owner-key"
LIMITS = "limits"
HOURS, IDLE_TIME, RETENTION = "hours", "idle-time", "retention"
SHEET = "recovery-sheet"
_RESTORED = "restored"
_PRINTER_FIELDS = frozenset({"name", "uri", "driver", "dots_per_mm"})


@dataclass(frozen=True, slots=True)
class RoleGiven:
    """The account has this role."""

    account_id: bytes
    role: Role


@dataclass(frozen=True, slots=True)
class VerifyKeyNamed:
    """The account's acts are those that this key (32 bytes) verifies."""

    account_id: bytes
    verify_key: bytes


@dataclass(frozen=True, slots=True)
class PersonNamed:
    """The account is this person's; the name outlives his dismissal, because his acts do."""

    account_id: bytes
    name: str


@dataclass(frozen=True, slots=True)
class AccountDismissed:
    """The account has left for good; no role statement about it counts any more, because ids are never used again."""

    account_id: bytes


@dataclass(frozen=True, slots=True)
class OwnerKeyNamed:
    """Details are sealed to this key, OPK (32 bytes); a grant that holds another one is not the owner's."""

    owner_public_key: bytes


@dataclass(frozen=True, slots=True)
class SheetNamed:
    """The recovery sheet opens the slot with this SHA-256 (32 bytes); another slot in its place is not the owner's."""

    slot_digest: bytes


@dataclass(frozen=True, slots=True)
class PrintersApproved:
    """Coded labels go to these printers and to no other."""

    printers: tuple[Printer, ...]


@dataclass(frozen=True, slots=True)
class LimitsSet:
    """What everybody may do in an hour and a day; until one is stated, the defaults hold."""

    limits: Limits


@dataclass(frozen=True, slots=True)
class HoursSet:
    """The outlet is open at these hours; what is done at others is flagged."""

    hours: OpeningHours


@dataclass(frozen=True, slots=True)
class IdleTimeSet:
    """The counter is locked after so many minutes without a touch."""

    minutes: int


@dataclass(frozen=True, slots=True)
class RetentionSet:
    """Personal details and acts are kept so long."""

    retention: Retention


@dataclass(frozen=True, slots=True)
class CarrierKeyNamed:
    """Details for this carrier are sealed to this key too, from 24 h after it was stated; or no longer."""

    key: CarrierKey


@dataclass(frozen=True, slots=True)
class ErasingStated:
    """Details whose term is over are to be erased; asked for, or ordered."""

    said: Erasing


@dataclass(frozen=True, slots=True)
class Restored:
    """The outlet was restored from a backup: the record went on at `point`, what its branch did after is given up."""

    point: BranchPoint


@dataclass(frozen=True, slots=True)
class ActsLost:
    """A damaged disk took these acts; the record goes on behind them."""

    hole: Hole


@dataclass(frozen=True, slots=True)
class MismatchAcknowledged:
    """The record does not fit together; it goes on all the same, under a new branch."""

    said: Acknowledgement


Fact = (
    RoleGiven
    | VerifyKeyNamed
    | PersonNamed
    | AccountDismissed
    | OwnerKeyNamed
    | SheetNamed
    | PrintersApproved
    | Restored
    | ActsLost
    | MismatchAcknowledged
    | LimitsSet
    | HoursSet
    | IdleTimeSet
    | RetentionSet
    | CarrierKeyNamed
    | ErasingStated
)


def statement_text(fact: Fact) -> str:
    """The text that is signed: canonical JSON; its `subject` names what a later statement replaces."""
    return canonical_json(_plain(fact))


@singledispatch
def _plain(fact: object) -> dict[str, object]:
    raise TypeError(fact)


@_plain.register
def _(fact: RoleGiven) -> dict[str, object]:
    return {"subject": subject_about("role", fact.account_id), "role": fact.role.value}


@_plain.register
def _(fact: VerifyKeyNamed) -> dict[str, object]:
    return {"subject": subject_about("verify-key", fact.account_id), "verify_key": fact.verify_key.hex()}


@_plain.register
def _(fact: PersonNamed) -> dict[str, object]:
    return {"subject": subject_about("name", fact.account_id), "name": fact.name}


@_plain.register
def _(fact: AccountDismissed) -> dict[str, object]:
    return {"subject": subject_about("dismissed", fact.account_id)}


@_plain.register
def _(fact: OwnerKeyNamed) -> dict[str, object]:
    return {"subject": OWNER_KEY, "owner_public_key": fact.owner_public_key.hex()}


@_plain.register
def _(fact: SheetNamed) -> dict[str, object]:
    return {"subject": SHEET, "slot_sha256": fact.slot_digest.hex()}


@_plain.register
def _(fact: PrintersApproved) -> dict[str, object]:
    return {"subject": "printers", "printers": [_plain_printer(printer) for printer in fact.printers]}


@_plain.register
def _(fact: LimitsSet) -> dict[str, object]:
    return {"subject": LIMITS, **limit_fields(fact.limits)}


@_plain.register
def _(fact: HoursSet) -> dict[str, object]:
    return {"subject": HOURS, **hours_fields(fact.hours)}


@_plain.register
def _(fact: IdleTimeSet) -> dict[str, object]:
    return {"subject": IDLE_TIME, **idle_fields(fact.minutes)}


@_plain.register
def _(fact: RetentionSet) -> dict[str, object]:
    return {"subject": RETENTION, **retention_fields(fact.retention)}


@_plain.register
def _(fact: CarrierKeyNamed) -> dict[str, object]:
    return carrier_key_fields(fact.key)


@_plain.register
def _(fact: ErasingStated) -> dict[str, object]:
    return erasing_fields(fact.said)


@_plain.register
def _(fact: Restored) -> dict[str, object]:
    left = fact.point.left
    values = {"from_branch": left.branch, "n": left.n, "hash": left.chain_hash.hex()}
    return {"subject": f"{_RESTORED}:{fact.point.branch}", **values}


@_plain.register
def _(fact: ActsLost) -> dict[str, object]:
    return hole_fields(fact.hole)


@_plain.register
def _(fact: MismatchAcknowledged) -> dict[str, object]:
    return acknowledgement_fields(fact.said)


def subject_about(word: str, account_id: bytes) -> str:
    """The subject of a statement about one account."""
    return f"{word}:{account_id.hex()}"


def _plain_printer(printer: Printer) -> dict[str, str | float]:
    return {"name": printer.name, "uri": printer.uri, "driver": printer.driver, "dots_per_mm": printer.dots_per_mm}


def subject_of(text: str) -> str:
    """What a later statement with the same subject replaces. Raises StatementRefused for a text without one."""
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        raise StatementRefused from None
    subject = value.get("subject") if isinstance(value, dict) else None
    if not isinstance(subject, str):
        raise StatementRefused
    return subject


def read_fact(text: str) -> Fact | None:
    """The fact that a signed text states; None for a subject of another kind. Raises StatementRefused."""
    word, _, account = subject_of(text).partition(":")
    reader = _READERS.get(word)
    if reader is None:
        return None
    try:
        fact = reader(account, json.loads(text))
    except (ValueError, TypeError, KeyError):
        raise StatementRefused from None
    if statement_text(fact) != text:
        raise StatementRefused
    return fact


def _role_given(account: str, value: Mapping[str, object]) -> Fact:
    return RoleGiven(bytes.fromhex(account), Role(str(value["role"])))


def _verify_key_named(account: str, value: Mapping[str, object]) -> Fact:
    return VerifyKeyNamed(bytes.fromhex(account), bytes.fromhex(str(value["verify_key"])))


def _person_named(account: str, value: Mapping[str, object]) -> Fact:
    return PersonNamed(bytes.fromhex(account), str(value["name"]))


def _account_dismissed(account: str, _: Mapping[str, object]) -> Fact:
    return AccountDismissed(bytes.fromhex(account))


def _owner_key_named(_: str, value: Mapping[str, object]) -> Fact:
    return OwnerKeyNamed(bytes.fromhex(str(value["owner_public_key"])))


def _sheet_named(_: str, value: Mapping[str, object]) -> Fact:
    return SheetNamed(bytes.fromhex(str(value["slot_sha256"])))


def _restored(branch: str, value: Mapping[str, object]) -> Fact:
    n, former = value["n"], value["from_branch"]
    if type(n) is not int or type(former) is not int:
        raise TypeError("branches and acts are counted")
    left = Checkpoint(former, n, bytes.fromhex(str(value["hash"])))
    return Restored(BranchPoint(int(branch), left))


def _acts_lost(_: str, value: Mapping[str, object]) -> Fact:
    return ActsLost(read_hole(canonical_json(value)))


def _mismatch_acknowledged(_: str, value: Mapping[str, object]) -> Fact:
    return MismatchAcknowledged(read_acknowledgement(canonical_json(value)))


def _printers_approved(_: str, value: Mapping[str, object]) -> Fact:
    printers = value["printers"]
    if not isinstance(printers, list):
        raise TypeError("printers are a list")
    return PrintersApproved(tuple(_printer(printer) for printer in printers))


def _limits_set(_: str, value: Mapping[str, object]) -> Fact:
    return LimitsSet(read_limits(value))


def _carrier_key_named(carrier: str, value: Mapping[str, object]) -> Fact:
    return CarrierKeyNamed(read_carrier_key(carrier, value))


def _erasing_stated(_: str, value: Mapping[str, object]) -> Fact:
    return ErasingStated(read_erasing(value))


def _hours_set(_: str, value: Mapping[str, object]) -> Fact:
    return HoursSet(read_hours(value))


def _idle_time_set(_: str, value: Mapping[str, object]) -> Fact:
    return IdleTimeSet(read_idle(value))


def _retention_set(_: str, value: Mapping[str, object]) -> Fact:
    return RetentionSet(read_retention(value))


def _printer(value: object) -> Printer:
    if not isinstance(value, dict) or set(value) != _PRINTER_FIELDS:
        raise TypeError("a printer has four fields")
    return Printer(**value)


_READERS: dict[str, Callable[[str, Mapping[str, object]], Fact]] = {
    "role": _role_given,
    "verify-key": _verify_key_named,
    "name": _person_named,
    "dismissed": _account_dismissed,
    OWNER_KEY: _owner_key_named,
    SHEET: _sheet_named,
    "printers": _printers_approved,
    LIMITS: _limits_set,
    HOURS: _hours_set,
    IDLE_TIME: _idle_time_set,
    RETENTION: _retention_set,
    _CARRIER_KEY: _carrier_key_named,
    ERASING_ASKED: _erasing_stated,
    ERASING_ORDERED: _erasing_stated,
    _RESTORED: _restored,
    _ACTS_LOST: _acts_lost,
    _MISMATCH: _mismatch_acknowledged,
}
