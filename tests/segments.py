"""A small record of two people with real keys, and parts of it as they go out of the house."""

from __future__ import annotations

from dataclasses import replace

from outlet_app.domain.account import Role
from outlet_app.domain.activity import Act
from outlet_app.domain.history import Checkpoint, genesis, next_hash, signed_text
from outlet_app.domain.record_segment import RecordSegment, parts_of
from outlet_app.sealing.facts import Fact, PersonNamed, RoleGiven, VerifyKeyNamed
from outlet_app.sealing.owner_seed import OwnerSeed
from outlet_app.sealing.statements import sign_statement
from outlet_app.sealing.suite import SigningKey

OUTLET = b"o" * 16
CHEN, LIN = b"c" * 16, b"l" * 16
OWNER = OwnerSeed(OUTLET, b"s" * 32)
KEYS = {CHEN: SigningKey(b"1" * 32), LIN: SigningKey(b"2" * 32)}
GENESIS = Checkpoint(1, 0, genesis(OUTLET))
ORDER = (CHEN, LIN, CHEN, CHEN, LIN, LIN, CHEN, LIN)
"""Whose transaction is which; each has two acts."""

FACTS: tuple[Fact, ...] = (
    VerifyKeyNamed(CHEN, KEYS[CHEN].verify_key),
    PersonNamed(CHEN, "陈伟"),
    RoleGiven(CHEN, Role.CLERK),
    VerifyKeyNamed(LIN, KEYS[LIN].verify_key),
)


def record() -> list[Act]:
    """Sixteen acts in eight signed transactions."""
    acts: list[Act] = []
    chain_hash = GENESIS.chain_hash
    for place, account_id in enumerate(ORDER):
        for step in (1, 2):
            n = 2 * place + step
            record_id = bytes([n] * 16) if step == 1 else None
            bare = Act(n, 1_700_000_000_000 + n, account_id, "counter", "searched", record_id, '{"hits":1}', b"", None)
            chain_hash = next_hash(chain_hash, bare)
            acts.append(replace(bare, chain_hash=chain_hash))
        acts[-1] = replace(acts[-1], signature=KEYS[account_id].sign(signed_text(OUTLET, acts[-1].n, chain_hash)))
    return acts


def segment(acts: list[Act] | None = None, facts: tuple[Fact, ...] = FACTS) -> RecordSegment:
    """The part about Chen, from the third act to the last but two; of `acts` where they are given."""
    every = record()
    inside = every[2:14] if acts is None else acts
    start = Checkpoint(1, 2, every[1].chain_hash)
    statements = tuple(sign_statement(OWNER, serial, fact) for serial, fact in enumerate(facts, start=1))
    return RecordSegment(OUTLET, OWNER.verify_key, CHEN, start, tuple(parts_of(inside, CHEN)), statements)
