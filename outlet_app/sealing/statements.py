"""Owner statements: a fact signed by the owner, and the book of what is in force.

Columns and slots give no right; the program obeys only what the owner verify key of the signed-in grant verifies.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from outlet_app.domain.branches import Branches
from outlet_app.domain.carrier_key import SUBJECT as _CARRIER_KEY
from outlet_app.domain.context import ctx
from outlet_app.domain.erasing import ASKED as ERASING_ASKED
from outlet_app.domain.erasing import ORDERED as ERASING_ORDERED
from outlet_app.domain.erasing import ErasingAsked, ErasingOrdered
from outlet_app.domain.limits import Limits
from outlet_app.domain.opening_hours import USUAL_HOURS
from outlet_app.domain.policies import IDLE_MINUTES, Retention
from outlet_app.domain.statement import Statement
from outlet_app.errors import StatementRefused
from outlet_app.sealing import suite
from outlet_app.sealing.facts import (
    HOURS,
    IDLE_TIME,
    LIMITS,
    OWNER_KEY,
    RETENTION,
    SHEET,
    AccountDismissed,
    ActsLost,
    CarrierKeyNamed,
    ErasingStated,
    Fact,
    HoursSet,
    IdleTimeSet,
    LimitsSet,
    MismatchAcknowledged,
    OwnerKeyNamed,
    PersonNamed,
    PrintersApproved,
    Restored,
    RetentionSet,
    RoleGiven,
    SheetNamed,
    VerifyKeyNamed,
    read_fact,
    statement_text,
    subject_about,
    subject_of,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from outlet_app.domain.account import Role
    from outlet_app.domain.acknowledgement import Acknowledgement
    from outlet_app.domain.branches import BranchPoint
    from outlet_app.domain.carrier_key import CarrierKey
    from outlet_app.domain.history import Checkpoint
    from outlet_app.domain.holes import Hole
    from outlet_app.domain.opening_hours import OpeningHours
    from outlet_app.domain.printer import Printer
    from outlet_app.sealing.owner_seed import OwnerSeed

__all__ = [
    "AccountDismissed",
    "ActsLost",
    "CarrierKeyNamed",
    "ErasingStated",
    "Fact",
    "HoursSet",
    "IdleTimeSet",
    "LimitsSet",
    "MismatchAcknowledged",
    "OwnerKeyNamed",
    "PersonNamed",
    "PrintersApproved",
    "Restored",
    "RetentionSet",
    "RoleGiven",
    "SheetNamed",
    "StatementBook",
    "VerifyKeyNamed",
    "sign_again",
    "sign_statement",
    "statement_text",
]


def sign_statement(seed: OwnerSeed, serial: int, fact: Fact) -> Statement:
    """State `fact` with the owner's key. `serial` is one above the outlet's last statement."""
    return _signed(seed, serial, statement_text(fact))


def sign_again(seed: OwnerSeed, statement: Statement) -> Statement:
    """The same serial and text under a new owner seed."""
    return _signed(seed, statement.serial, statement.text)


class StatementBook:
    """What is in force: of the statements about one subject, the one with the highest serial.

    Raises StatementRefused while it is made, when the owner's key does not verify a statement, two share a serial, or
    a text is not one that `statement_text` writes. Statements about subjects that this book has no question for are
    verified and kept.
    """

    def __init__(self, outlet_id: bytes, owner_verify_key: bytes, statements: Iterable[Statement]) -> None:
        self._outlet_id = outlet_id
        self._owner_verify_key = owner_verify_key
        self._texts: dict[int, str] = {}
        self._facts: dict[str, list[Fact]] = {}
        self._first: dict[str, int] = {}
        self._serials: dict[str, list[int]] = {}
        for statement in sorted(statements, key=lambda statement: statement.serial):
            self._enter(statement)

    @property
    def last_serial(self) -> int:
        """The highest serial, 0 in an empty book; the next statement takes the one above."""
        return max(self._texts, default=0)

    def text_of(self, serial: int) -> str:
        """The text of one statement, for comparison with the act that names it.

        Raises StatementRefused when the book does not hold it.
        """
        if serial not in self._texts:
            raise StatementRefused
        return self._texts[serial]

    def role(self, account_id: bytes) -> Role | None:
        """The account's role; None for one that never had a role, or was dismissed."""
        if self._newest(subject_about("dismissed", account_id)) is not None:
            return None
        fact = self._newest(subject_about("role", account_id))
        return fact.role if isinstance(fact, RoleGiven) else None

    def name(self, account_id: bytes) -> str | None:
        """The person's name as the owner stated it, dismissed or not; None where no owner stated one."""
        fact = self._newest(subject_about("name", account_id))
        return fact.name if isinstance(fact, PersonNamed) else None

    def dismissed(self) -> tuple[bytes, ...]:
        """The accounts of those who have left, in the order they left."""
        left = [fact for facts in self._facts.values() for fact in facts if isinstance(fact, AccountDismissed)]
        return tuple(dict.fromkeys(fact.account_id for fact in left))

    def came(self, account_id: bytes) -> int | None:
        """The serial of the statement that first gave the account a role; None for one that never had any."""
        return self._first.get(subject_about("role", account_id))

    def left(self, account_id: bytes) -> int | None:
        """The serial of the statement that dismissed the account; None while it was not."""
        return self._first.get(subject_about("dismissed", account_id))

    def roles(self) -> Mapping[bytes, Role]:
        """Every account that has a role now, by account id."""
        stated = [facts[-1] for facts in self._facts.values()]
        ids = [fact.account_id for fact in stated if isinstance(fact, RoleGiven)]
        return MappingProxyType({account_id: role for account_id in ids if (role := self.role(account_id)) is not None})

    def verify_keys(self, account_id: bytes) -> tuple[bytes, ...]:
        """Every key the account ever had, the present one last; empty for an unknown account.

        A dismissed account keeps its keys, since its acts stay.
        """
        facts = self._facts.get(subject_about("verify-key", account_id), [])
        return tuple(fact.verify_key for fact in facts if isinstance(fact, VerifyKeyNamed))

    def signers(self) -> Mapping[bytes, tuple[bytes, ...]]:
        """The verify keys of every account that ever had one, dismissed or not, by account id."""
        stated = [facts[-1] for facts in self._facts.values()]
        ids = [fact.account_id for fact in stated if isinstance(fact, VerifyKeyNamed)]
        return MappingProxyType({account_id: self.verify_keys(account_id) for account_id in ids})

    def owner_public_key(self) -> bytes | None:
        """OPK as the owner stated it, 32 bytes; None while he stated none."""
        fact = self._newest(OWNER_KEY)
        return fact.owner_public_key if isinstance(fact, OwnerKeyNamed) else None

    def sheet_digest(self) -> bytes | None:
        """SHA-256 of the recovery slot in force, 32 bytes; None while the owner named none."""
        fact = self._newest(SHEET)
        return fact.slot_digest if isinstance(fact, SheetNamed) else None

    def branches(self) -> Branches:
        """The branches that the record went through by the owner's word. Raises StatementRefused for no such row."""
        points = [_point(fact) for fact in self._begun()]
        spans = [(said.labels_from, said.last) for said in self.acknowledged().values()]
        try:
            return Branches(points, given_up=spans)
        except ValueError:
            raise StatementRefused from None

    def pins(self) -> tuple[Checkpoint, ...]:
        """The acts at which branches began, as the owner signed them: the record must still hold every one.

        From his newest acknowledgement on, which takes everything before it as it stands. Otherwise a statement that
        was kept from elsewhere would give up what it was never said of.
        """
        begun = self._begun()
        newest = max((at for at, fact in enumerate(begun) if isinstance(fact, MismatchAcknowledged)), default=0)
        return tuple(_point(fact).left for fact in begun[newest:])

    def acknowledged(self) -> Mapping[int, Acknowledgement]:
        """What the owner acknowledged of a record that did not fit, by his statements' serials, in their order."""
        stated = {self._first[subject]: facts[-1] for subject, facts in self._facts.items()}
        said = {serial: fact.said for serial, fact in stated.items() if isinstance(fact, MismatchAcknowledged)}
        return MappingProxyType(dict(sorted(said.items())))

    def holes(self) -> tuple[Hole, ...]:
        """The acts that the owner stated as lost, in the order of the record."""
        stated = [fact.hole for facts in self._facts.values() for fact in facts if isinstance(fact, ActsLost)]
        return tuple(sorted(stated, key=lambda hole: hole.first))

    def printers(self) -> tuple[Printer, ...]:
        """The printers that may be sent coded labels; none until the owner approved some."""
        fact = self._newest("printers")
        return fact.printers if isinstance(fact, PrintersApproved) else ()

    def limits(self) -> Limits:
        """What everybody may do in an hour and a day; the defaults until the owner set others."""
        fact = self._newest(LIMITS)
        return fact.limits if isinstance(fact, LimitsSet) else Limits()

    def every_limits(self) -> Mapping[int, Limits]:
        """All limits that the owner ever set, by the serials of his statements."""
        return {serial: fact.limits for serial, fact in self._every(LIMITS) if isinstance(fact, LimitsSet)}

    def every_hours(self) -> Mapping[int, OpeningHours]:
        """All hours that the owner ever stated, by the serials of his statements."""
        return {serial: fact.hours for serial, fact in self._every(HOURS) if isinstance(fact, HoursSet)}

    def hours(self) -> OpeningHours:
        """When the outlet is open; from early to late every day until the owner said when."""
        fact = self._newest(HOURS)
        return fact.hours if isinstance(fact, HoursSet) else USUAL_HOURS

    def idle_minutes(self) -> int:
        """After how many minutes without a touch the counter is locked."""
        fact = self._newest(IDLE_TIME)
        return fact.minutes if isinstance(fact, IdleTimeSet) else IDLE_MINUTES

    def retention(self) -> Retention:
        """How long details and acts are kept."""
        fact = self._newest(RETENTION)
        return fact.retention if isinstance(fact, RetentionSet) else Retention()

    def erasing_asked(self) -> ErasingAsked | None:
        """What was asked to be erased and not ordered since, nor taken back."""
        serials = self._serials.get(ERASING_ASKED, [])
        ordered = self._serials.get(ERASING_ORDERED, [])
        fact = self._newest(ERASING_ASKED)
        if not isinstance(fact, ErasingStated) or not isinstance(fact.said, ErasingAsked) or fact.said.end is None:
            return None
        return fact.said if not ordered or serials[-1] > ordered[-1] else None

    def erasings(self) -> Mapping[int, ErasingOrdered]:
        """Every erasing that was ordered, by the serials of the statements, in their order."""
        stated = ((serial, fact) for serial, fact in self._every(ERASING_ORDERED) if isinstance(fact, ErasingStated))
        return {serial: fact.said for serial, fact in stated if isinstance(fact.said, ErasingOrdered)}

    def carrier_keys(self, carrier: str) -> tuple[CarrierKey, ...]:
        """Everything that was stated of the carrier's key, in the order of the serials; `key_in_force` says which."""
        stated = self._facts.get(f"{_CARRIER_KEY}:{carrier}", [])
        return tuple(fact.key for fact in stated if isinstance(fact, CarrierKeyNamed))

    def _begun(self) -> list[Restored | MismatchAcknowledged]:
        """What began a branch, in the order of the serials."""
        newest = [facts[-1] for facts in self._facts.values()]
        return [fact for fact in newest if isinstance(fact, Restored | MismatchAcknowledged)]

    def _every(self, subject: str) -> Iterable[tuple[int, Fact]]:
        return zip(self._serials.get(subject, ()), self._facts.get(subject, ()), strict=True)

    def _newest(self, subject: str) -> Fact | None:
        facts = self._facts.get(subject)
        return facts[-1] if facts else None

    def _enter(self, statement: Statement) -> None:
        try:
            signed = _signed_text(self._outlet_id, statement.serial, statement.text)
        except (ValueError, OverflowError):
            raise StatementRefused from None
        if not suite.verify(self._owner_verify_key, statement.signature, signed) or statement.serial in self._texts:
            raise StatementRefused
        self._texts[statement.serial] = statement.text
        fact = read_fact(statement.text)
        if fact is not None:
            self._facts.setdefault(subject_of(statement.text), []).append(fact)
            self._first.setdefault(subject_of(statement.text), statement.serial)
            self._serials.setdefault(subject_of(statement.text), []).append(statement.serial)


def _signed_text(outlet_id: bytes, serial: int, text: str) -> bytes:
    return ctx("statement", outlet_id, serial, text)


def _signed(seed: OwnerSeed, serial: int, text: str) -> Statement:
    return Statement(serial, text, seed.signing_key.sign(_signed_text(seed.outlet_id, serial, text)))


def _point(fact: Restored | MismatchAcknowledged) -> BranchPoint:
    return fact.point if isinstance(fact, Restored) else fact.said.point
