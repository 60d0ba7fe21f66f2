"""Acts held against their account's signature."""

from __future__ import annotations

from dataclasses import replace

import pytest

from outlet_app.domain.activity import Act
from outlet_app.domain.history import genesis, next_hash, signed_text
from outlet_app.domain.proof import Proof, prove
from outlet_app.sealing.suite import SigningKey, verify

OUTLET = b"o" * 16
CHEN, WANG = b"c" * 16, b"w" * 16
KEYS = {CHEN: SigningKey(b"1" * 32), WANG: SigningKey(b"2" * 32)}
START = genesis(OUTLET)


def _verifies(account_id: bytes, signature: bytes, text: bytes) -> bool:
    return verify(KEYS[account_id].verify_key, signature, text)


def _transaction(signer: bytes = CHEN) -> list[Act]:
    acts: list[Act] = []
    before = START
    for n, kind in enumerate(("accepted", "label_taken", "printed"), start=1):
        act = Act(n, 1000 + n, CHEN, "counter-1", kind, None, "{}", b"", None)
        before = next_hash(before, act)
        acts.append(replace(act, chain_hash=before))
    acts[-1] = replace(acts[-1], signature=KEYS[signer].sign(signed_text(OUTLET, 3, before)))
    return acts


def test_a_transaction_is_signed_as_a_whole_and_from_any_act_of_it_on() -> None:
    acts = _transaction()
    assert prove(OUTLET, START, acts, _verifies) is Proof.SIGNED
    assert prove(OUTLET, acts[0].chain_hash, acts[1:], _verifies) is Proof.SIGNED


def test_acts_without_a_signature_behind_them_are_unsigned() -> None:
    assert prove(OUTLET, START, _transaction()[:2], _verifies) is Proof.UNSIGNED


@pytest.mark.parametrize(
    "change", [{"kind": "printed"}, {"at_ms": 5}, {"station": "counter-2"}, {"chain_hash": bytes(32)}, {"n": 7}]
)
def test_a_changed_act_is_wrong(change: dict[str, object]) -> None:
    acts = _transaction()
    acts[1] = replace(acts[1], **change)  # type: ignore[arg-type] # the names are the act's fields
    assert prove(OUTLET, START, acts, _verifies) is Proof.WRONG


def test_an_act_put_under_anothers_name_is_wrong() -> None:
    acts = _transaction()
    named = replace(acts[0], account_id=WANG)
    assert prove(OUTLET, START, [named, *acts[1:]], _verifies) is Proof.WRONG


def test_a_signature_of_somebody_else_or_for_another_outlet_is_wrong() -> None:
    assert prove(OUTLET, START, _transaction(WANG), _verifies) is Proof.WRONG
    assert prove(b"p" * 16, START, _transaction(), _verifies) is Proof.WRONG


def test_an_act_without_the_one_before_it_is_wrong() -> None:
    assert prove(OUTLET, None, _transaction(), _verifies) is Proof.WRONG
