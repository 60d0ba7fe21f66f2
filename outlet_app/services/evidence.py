"""What an evidence report is about: one account's acts of some days, and the part of the record that holds them."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from outlet_app.domain.history import Checkpoint
from outlet_app.domain.holes import SUBJECT
from outlet_app.domain.outlet_day import day_span
from outlet_app.domain.record_segment import RecordSegment, Told, parts_of
from outlet_app.store import accounts, act_search, activities

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from outlet_app.domain.activity import Act
    from outlet_app.domain.proof import Proof
    from outlet_app.domain.record_segment import Part
    from outlet_app.domain.statement import Statement
    from outlet_app.services.reviewed_acts import ActReading, ReviewedAct
    from outlet_app.store.connection import Reader
    from outlet_app.store.store import Store

READ_AT_ONCE = 200
"""Acts that are read and proven at a time: some 40 ms, so that nobody at the counter waits."""

_OF_THE_ACCOUNT = frozenset({"role", "name", "dismissed", "verify-key"})


@dataclass(frozen=True, slots=True)
class Gathered:
    """How far the acts for a report are read: `done` of `every`; `acts` in the record's order.

    `told` are the transactions in which the account acts, each behind the hash before it; `at` of them are read.
    """

    account_id: bytes
    first: date
    last: date
    parts: tuple[Part, ...]
    start: Checkpoint
    told: tuple[tuple[bytes | None, Told], ...]
    at: int = 0
    acts: tuple[ReviewedAct, ...] = ()

    @property
    def done(self) -> int:
        """Acts that were read."""
        return len(self.acts)

    @property
    def every(self) -> int:
        """Acts that are to be read."""
        return sum(act.account_id == self.account_id for _, part in self.told for act in part.acts)

    @property
    def is_done(self) -> bool:
        """Whether all of them are read."""
        return self.at == len(self.told)


def begin(store: Store, account_id: bytes, first: date, last: date) -> Gathered:
    """The whole transactions between the first and the last act that bear a time of these days, nothing read yet."""
    reader = store.reader
    inside = act_search.within(reader, day_span(first)[0], day_span(last)[1])
    if not inside:
        return Gathered(account_id, first, last, (), store.checkpoint(), ())
    numbers = [act.n for act in inside]
    before = activities.last_signed(reader, min(numbers))
    end = activities.next_signed(reader, max(numbers)) or store.checkpoint().n
    acts = list(activities.between(reader, before + 1, end))
    chain_hash = store.genesis.chain_hash if before == 0 else activities.hash_of(reader, before)
    start = Checkpoint(store.checkpoint().branch, before, chain_hash or bytes(32))
    parts = tuple(parts_of(acts, account_id))
    return Gathered(account_id, first, last, parts, start, tuple(_told(parts, start)))


def read_more(so_far: Gathered, reading: ActReading) -> Gathered:
    """The next transactions, read and proven."""
    proofs: dict[int, Proof] = {}
    own: list[Act] = []
    at = so_far.at
    while at < len(so_far.told) and len(own) < READ_AT_ONCE:
        before, part = so_far.told[at]
        own += [act for act in part.acts if act.account_id == so_far.account_id]
        proofs |= dict.fromkeys((act.n for act in part.acts), reading.prove(before, part.acts))
        at += 1
    return replace(so_far, at=at, acts=so_far.acts + reading.read(own, proofs))


def _told(parts: Iterable[Part], start: Checkpoint) -> Iterator[tuple[bytes | None, Told]]:
    n, before = start.n, start.chain_hash
    for part in parts:
        if isinstance(part, Told):
            yield (before if part.first == n + 1 else None), part
        n, before = part.last, part.acts[-1].chain_hash if isinstance(part, Told) else part.chain_hash


def segment(gathered: Gathered, reader: Reader, outlet_id: bytes, owner_verify_key: bytes) -> RecordSegment:
    """The part of the record that goes with the report, and of the owner's statements those that it needs."""
    signers = {account_id for part in gathered.parts for account_id in _accounts(part)}
    wanted = _wanted(accounts.every(reader), gathered.account_id, signers)
    return RecordSegment(
        outlet_id, owner_verify_key, gathered.account_id, gathered.start, gathered.parts, tuple(wanted)
    )


def _accounts(part: Part) -> set[bytes]:
    return {act.account_id for act in part.acts} if isinstance(part, Told) else {part.account_id}


def _wanted(statements: Iterable[Statement], account_id: bytes, signers: set[bytes]) -> list[Statement]:
    """What says who the account is and which key is whose; of others nothing but their keys, and no name."""
    keys = {f"verify-key:{each.hex()}" for each in signers}
    own = {f"{word}:{account_id.hex()}" for word in _OF_THE_ACCOUNT}
    return [
        each for each in statements if (subject := _subject(each)) in keys | own or subject.startswith(f"{SUBJECT}:")
    ]


def _subject(statement: Statement) -> str:
    return str(json.loads(statement.text).get("subject", ""))
