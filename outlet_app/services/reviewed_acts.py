"""Acts of the record as a person reads them: names for accounts, numbers for waybills, and whether each was signed."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from outlet_app.domain.act_detail import read_account, read_detail
from outlet_app.domain.activity import ActivityKind
from outlet_app.domain.arrived_parcel import ArrivedParcel
from outlet_app.domain.proof import Proof, prove
from outlet_app.errors import FileDamaged, StatementRefused
from outlet_app.sealing import suite
from outlet_app.store import act_search, parcels, waybills
from outlet_app.store.moment import from_ms
from outlet_app.store.store import Signers
from outlet_app.store.waybills import KeptWaybill

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from outlet_app.domain.activity import Act, Detail
    from outlet_app.sealing.statements import StatementBook
    from outlet_app.services.outlet_keys import OutletKeys
    from outlet_app.services.session import Session
    from outlet_app.store.connection import Reader
    from outlet_app.store.store import Store

_KINDS = frozenset(each.value for each in ActivityKind)
_ACCOUNT_FACTS = ("account", "from", "owner")


@dataclass(frozen=True, slots=True)
class ReviewedAct:
    """One act as the table shows it.

    `at` is UTC. `person` is empty for an account that nobody ever named, `kind` None for one that this version does
    not know. `facts` are the act's detail, with `person` where it names an account and, for an owner statement, its
    `subject`. `number` is a waybill's or an arrived parcel's, empty where none is concerned. `recipient` (masked) is
    empty but for waybills, `carrier` (its code) and `shelf_code` but for arrived parcels.
    """

    n: int
    at: datetime
    account_id: bytes
    person: str
    station: str
    kind: ActivityKind | None
    facts: Detail
    number: str
    recipient: str
    proof: Proof
    record_id: bytes | None = None
    carrier: str = ""
    shelf_code: str = ""


@dataclass(frozen=True, slots=True)
class ActReading:
    """What acts are read with. `names` are the people's by account id."""

    store: Store
    outlet_id: bytes
    names: Mapping[bytes, str]
    statements: StatementBook
    signers: Signers

    def read(self, acts: Sequence[Act], known: Mapping[int, Proof] | None = None) -> tuple[ReviewedAct, ...]:
        """The acts in the same order, each checked against the signature of the account that it names.

        `known` are the proofs of all of them by number, where somebody who holds their neighbours has proved them.
        """
        proofs = self._proofs(acts) if known is None else known
        concerned = {act.record_id for act in acts if act.record_id is not None}
        things = {each: _thing(self.store.reader, each) for each in concerned}
        return tuple(self._one(act, proofs[act.n], things.get(act.record_id or b"")) for act in acts)

    def _one(self, act: Act, proof: Proof, thing: KeptWaybill | ArrivedParcel | None) -> ReviewedAct:
        plain = ReviewedAct(
            n=act.n,
            at=from_ms(act.at_ms),
            account_id=act.account_id,
            person=self.names.get(act.account_id, ""),
            station=act.station,
            kind=_kind(act.kind),
            facts=self._facts(act),
            number="",
            recipient="",
            proof=proof,
            record_id=act.record_id,
        )
        if isinstance(thing, KeptWaybill):
            return replace(plain, number=thing.masked.number, recipient=thing.masked.recipient.name)
        if isinstance(thing, ArrivedParcel):
            return replace(plain, number=thing.number, carrier=thing.carrier, shelf_code=thing.shelf_code)
        return plain

    def _facts(self, act: Act) -> Detail:
        detail = dict(read_detail(act))
        if act.kind == ActivityKind.STATEMENT_MADE:
            detail |= self._stated(detail.get("serial"))
        named = [read_account(detail.pop(word)) for word in _ACCOUNT_FACTS if word in detail]
        names = [self.names[each] for each in named if each is not None and each in self.names]
        return {**detail, "person": names[0]} if names else detail

    def _stated(self, serial: object) -> dict[str, str | int]:
        """What an owner statement is about: `subject`, `account` where it is a person, and the role it gives him."""
        try:
            text = self.statements.text_of(serial if isinstance(serial, int) else 0)
        except StatementRefused:
            return {}
        stated = json.loads(text)
        subject, _, account = str(stated["subject"]).partition(":")
        facts: dict[str, str | int] = {"subject": subject, "account": account}
        return {**facts, "role": str(stated["role"])} if "role" in stated else facts

    def _proofs(self, acts: Sequence[Act]) -> dict[int, Proof]:
        """Each transaction that `acts` are of is read and proved once, from the first of them to its end."""
        proofs: dict[int, Proof] = {}
        for act in sorted(acts, key=lambda act: act.n):
            if act.n not in proofs:
                before, rest = act_search.transaction_rest(self.store.reader, act, self.store.genesis)
                proof = self.prove(before, rest)
                proofs |= {each.n: proof for each in rest}
        return proofs

    def prove(self, before: bytes | None, acts: Sequence[Act]) -> Proof:
        """How one whole transaction stands, behind the act that bears the hash `before`; None where that is missing."""
        return prove(self.outlet_id, before, acts, self._verifies)

    def _verifies(self, account_id: bytes, signature: bytes, text: bytes) -> bool:
        keys = self.signers.verify_keys.get(account_id, ())
        return any(self.signers.verify(key, signature, text) for key in reversed(keys))


def names_of(session: Session, keys: OutletKeys) -> dict[bytes, str]:
    """Everybody whose acts the record can hold, in the order they came, with the name that the owner stated."""
    book = session.statements
    named = {each.account_id: each.name for each in keys.key_file().accounts}
    ids = (*named, *(account_id for account_id in book.signers() if account_id not in named))
    return {each: book.name(each) or named.get(each, "") for each in ids}


def reading(session: Session, names: Mapping[bytes, str]) -> ActReading:
    """What acts of the open record are read with; `names` are those of `names_of`."""
    signers = Signers(session.statements.signers(), suite.verify)
    return ActReading(session.store, session.outlet_id, names, session.statements, signers)


def _thing(reader: Reader, record_id: bytes) -> KeptWaybill | ArrivedParcel | None:
    """The waybill, or else the arrived parcel, that an act concerns; None for a list, and for what is not there.

    None too where its row was changed into one that nobody can read: whoever opens it is told, the acts are shown.
    """
    try:
        return waybills.by_id(reader, record_id) or parcels.by_id(reader, record_id)
    except FileDamaged:
        if reader.is_spoilt:
            raise
        return None


def _kind(word: str) -> ActivityKind | None:
    return ActivityKind(word) if word in _KINDS else None
