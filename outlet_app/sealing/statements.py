"""Owner statements: what the owner says of accounts and printers, signed; and the book of what is in force.

Columns and slots give no right; the program obeys only what the owner verify key of the signed-in grant verifies.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import singledispatch
from types import MappingProxyType
from typing import TYPE_CHECKING

from outlet_app.domain.account import Role
from outlet_app.domain.branches import Branches, BranchPoint
from outlet_app.domain.context import canonical_json, ctx
from outlet_app.domain.history import Checkpoint
from outlet_app.domain.holes import SUBJECT as _ACTS_LOST
from outlet_app.domain.holes import Hole, hole_fields, read_hole
from outlet_app.domain.printer import Printer
from outlet_app.domain.statement import Statement
from outlet_app.errors import StatementRefused
from outlet_app.sealing import suite

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from outlet_app.sealing.owner_seed import OwnerSeed

_OWNER_KEY = "owner-key"
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
class PrintersApproved:
    """Coded labels go to these printers and to no other."""

    printers: tuple[Printer, ...]


@dataclass(frozen=True, slots=True)
class Restored:
    """The outlet was restored from a backup: the record went on at `point`, what its branch did after is given up."""

    point: BranchPoint


@dataclass(frozen=True, slots=True)
class ActsLost:
    """A damaged disk took these acts; the record goes on behind them."""

    hole: Hole


Fact = (
    RoleGiven | VerifyKeyNamed | PersonNamed | AccountDismissed | OwnerKeyNamed | PrintersApproved | Restored | ActsLost
)


def statement_text(fact: Fact) -> str:
    """The text that is signed: canonical JSON; its `subject` names what a later statement replaces."""
    return canonical_json(_plain(fact))


@singledispatch
def _plain(fact: object) -> dict[str, object]:
    raise TypeError(fact)


@_plain.register
def _(fact: RoleGiven) -> dict[str, object]:
    return {"subject": _about("role", fact.account_id), "role": fact.role.value}


@_plain.register
def _(fact: VerifyKeyNamed) -> dict[str, object]:
    return {"subject": _about("verify-key", fact.account_id), "verify_key": fact.verify_key.hex()}


@_plain.register
def _(fact: PersonNamed) -> dict[str, object]:
    return {"subject": _about("name", fact.account_id), "name": fact.name}


@_plain.register
def _(fact: AccountDismissed) -> dict[str, object]:
    return {"subject": _about("dismissed", fact.account_id)}


@_plain.register
def _(fact: OwnerKeyNamed) -> dict[str, object]:
    return {"subject": _OWNER_KEY, "owner_public_key": fact.owner_public_key.hex()}


@_plain.register
def _(fact: PrintersApproved) -> dict[str, object]:
    return {"subject": "printers", "printers": [_plain_printer(printer) for printer in fact.printers]}


@_plain.register
def _(fact: Restored) -> dict[str, object]:
    left = fact.point.left
    values = {"from_branch": left.branch, "n": left.n, "hash": left.chain_hash.hex()}
    return {"subject": f"{_RESTORED}:{fact.point.branch}", **values}


@_plain.register
def _(fact: ActsLost) -> dict[str, object]:
    return hole_fields(fact.hole)


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
        if self._newest(_about("dismissed", account_id)) is not None:
            return None
        fact = self._newest(_about("role", account_id))
        return fact.role if isinstance(fact, RoleGiven) else None

    def name(self, account_id: bytes) -> str | None:
        """The person's name as the owner stated it, dismissed or not; None where no owner stated one."""
        fact = self._newest(_about("name", account_id))
        return fact.name if isinstance(fact, PersonNamed) else None

    def dismissed(self) -> tuple[bytes, ...]:
        """The accounts of those who have left, in the order they left."""
        left = [fact for facts in self._facts.values() for fact in facts if isinstance(fact, AccountDismissed)]
        return tuple(dict.fromkeys(fact.account_id for fact in left))

    def came(self, account_id: bytes) -> int | None:
        """The serial of the statement that first gave the account a role; None for one that never had any."""
        return self._first.get(_about("role", account_id))

    def left(self, account_id: bytes) -> int | None:
        """The serial of the statement that dismissed the account; None while it was not."""
        return self._first.get(_about("dismissed", account_id))

    def roles(self) -> Mapping[bytes, Role]:
        """Every account that has a role now, by account id."""
        stated = [facts[-1] for facts in self._facts.values()]
        ids = [fact.account_id for fact in stated if isinstance(fact, RoleGiven)]
        return MappingProxyType({account_id: role for account_id in ids if (role := self.role(account_id)) is not None})

    def verify_keys(self, account_id: bytes) -> tuple[bytes, ...]:
        """Every key the account ever had, the present one last; empty for an unknown account.

        A dismissed account keeps its keys, since its acts stay.
        """
        facts = self._facts.get(_about("verify-key", account_id), [])
        return tuple(fact.verify_key for fact in facts if isinstance(fact, VerifyKeyNamed))

    def signers(self) -> Mapping[bytes, tuple[bytes, ...]]:
        """The verify keys of every account that ever had one, dismissed or not, by account id."""
        stated = [facts[-1] for facts in self._facts.values()]
        ids = [fact.account_id for fact in stated if isinstance(fact, VerifyKeyNamed)]
        return MappingProxyType({account_id: self.verify_keys(account_id) for account_id in ids})

    def owner_public_key(self) -> bytes | None:
        """OPK as the owner stated it, 32 bytes; None while he stated none."""
        fact = self._newest(_OWNER_KEY)
        return fact.owner_public_key if isinstance(fact, OwnerKeyNamed) else None

    def branches(self) -> Branches:
        """The branches that the record went through by the owner's word. Raises StatementRefused for no such row."""
        stated = [facts[-1] for subject, facts in self._facts.items() if subject.startswith(f"{_RESTORED}:")]
        try:
            return Branches(fact.point for fact in stated if isinstance(fact, Restored))
        except ValueError:
            raise StatementRefused from None

    def holes(self) -> tuple[Hole, ...]:
        """The acts that the owner stated as lost, in the order of the record."""
        stated = [fact.hole for facts in self._facts.values() for fact in facts if isinstance(fact, ActsLost)]
        return tuple(sorted(stated, key=lambda hole: hole.first))

    def printers(self) -> tuple[Printer, ...]:
        """The printers that may be sent coded labels; none until the owner approved some."""
        fact = self._newest("printers")
        return fact.printers if isinstance(fact, PrintersApproved) else ()

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
        fact = _fact(statement.text)
        if fact is not None:
            self._facts.setdefault(_subject(statement.text), []).append(fact)
            self._first.setdefault(_subject(statement.text), statement.serial)


def _signed_text(outlet_id: bytes, serial: int, text: str) -> bytes:
    return ctx("statement", outlet_id, serial, text)


def _signed(seed: OwnerSeed, serial: int, text: str) -> Statement:
    return Statement(serial, text, seed.signing_key.sign(_signed_text(seed.outlet_id, serial, text)))


def _about(word: str, account_id: bytes) -> str:
    return f"{word}:{account_id.hex()}"


def _plain_printer(printer: Printer) -> dict[str, str | float]:
    return {"name": printer.name, "uri": printer.uri, "driver": printer.driver, "dots_per_mm": printer.dots_per_mm}


def _subject(text: str) -> str:
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        raise StatementRefused from None
    subject = value.get("subject") if isinstance(value, dict) else None
    if not isinstance(subject, str):
        raise StatementRefused
    return subject


def _fact(text: str) -> Fact | None:
    """The fact that a signed text states; None for a subject of another kind."""
    word, _, account = _subject(text).partition(":")
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


def _restored(branch: str, value: Mapping[str, object]) -> Fact:
    n, former = value["n"], value["from_branch"]
    if type(n) is not int or type(former) is not int:
        raise TypeError("branches and acts are counted")
    left = Checkpoint(former, n, bytes.fromhex(str(value["hash"])))
    return Restored(BranchPoint(int(branch), left))


def _acts_lost(_: str, value: Mapping[str, object]) -> Fact:
    return ActsLost(read_hole(canonical_json(value)))


def _printers_approved(_: str, value: Mapping[str, object]) -> Fact:
    printers = value["printers"]
    if not isinstance(printers, list):
        raise TypeError("printers are a list")
    return PrintersApproved(tuple(_printer(printer) for printer in printers))


def _printer(value: object) -> Printer:
    if not isinstance(value, dict) or set(value) != _PRINTER_FIELDS:
        raise TypeError("a printer has four fields")
    return Printer(**value)


_READERS: dict[str, Callable[[str, Mapping[str, object]], Fact]] = {
    "role": _role_given,
    "verify-key": _verify_key_named,
    "name": _person_named,
    "dismissed": _account_dismissed,
    _OWNER_KEY: _owner_key_named,
    "printers": _printers_approved,
    _RESTORED: _restored,
    _ACTS_LOST: _acts_lost,
}
