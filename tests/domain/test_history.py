"""The chain under the record."""

from __future__ import annotations

import hashlib
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from outlet_app.domain.activity import Act
from outlet_app.domain.context import ctx
from outlet_app.domain.history import Checkpoint, genesis, next_hash, signed_text, verify_chain
from outlet_app.errors import HistoryBroken

OUTLET = bytes(range(16))
ACCOUNT, RECORD = b"a" * 16, b"r" * 16
START = Checkpoint(1, 0, genesis(OUTLET))

ids = st.binary(min_size=16, max_size=16)
acts = st.builds(
    Act,
    n=st.integers(1, 2**63),
    at_ms=st.integers(0, 2**63),
    account_id=ids,
    station=st.text(max_size=20),
    kind=st.text(max_size=20),
    record_id=st.none() | ids,
    detail=st.text(max_size=200),
    chain_hash=st.just(b""),
    signature=st.none(),
)


def chain(length: int) -> list[Act]:
    made: list[Act] = []
    before = START.chain_hash
    for n in range(1, length + 1):
        act = Act(n, 1000 + n, ACCOUNT, "counter-1", "locked", RECORD if n % 2 else None, f'{{"n":{n}}}', b"", None)
        before = next_hash(before, act)
        made.append(replace(act, chain_hash=before))
    return made


def test_the_first_hashes_of_an_outlet_never_change() -> None:
    """Frozen: a record of any released version is verified with these."""
    assert START.chain_hash.hex() == "23973f2fa6e8855cf2704e13ce76a449fbd826ac27714f927bcf879edafee017"
    assert [act.chain_hash.hex() for act in chain(2)] == [
        "150a0e511382a4df84244938d1d3c1846e586103523a4608e3c71a990faf943a",
        "e59a3c94f0384db7862f05f858e0fbe6902331c49d4bad2f68863306157828db",
    ]


@given(st.binary(min_size=32, max_size=32), acts)
def test_an_acts_hash_is_the_designs_sentence(before: bytes, act: Act) -> None:
    columns = (act.n, act.at_ms, act.account_id, act.station, act.kind, act.record_id or b"", act.detail)
    assert next_hash(before, act) == hashlib.sha256(b"\x01" + before + ctx("act", *columns)).digest()


def test_no_two_outlets_begin_alike() -> None:
    assert genesis(OUTLET) != genesis(bytes(16))


def test_a_chain_is_followed_to_its_end_from_anywhere() -> None:
    made = chain(6)
    assert verify_chain(START, made) == Checkpoint(1, 6, made[-1].chain_hash)
    middle = verify_chain(START, made[:3])
    assert verify_chain(middle, made[3:]) == Checkpoint(1, 6, made[-1].chain_hash)
    assert verify_chain(middle, []) == middle


@pytest.mark.parametrize("part", ["n", "at_ms", "account_id", "station", "kind", "record_id", "detail", "chain_hash"])
def test_a_change_in_any_column_breaks_the_chain_there(part: str) -> None:
    made = chain(4)
    value = getattr(made[2], part)
    changed = {int: lambda v: v + 1, str: lambda v: v + "x", bytes: lambda v: v[:-1] + b"?"}[type(value)](value)
    made[2] = replace(made[2], **{part: changed})
    with pytest.raises(HistoryBroken) as caught:
        verify_chain(START, made)
    assert caught.value.at == 3


def test_a_missing_a_moved_and_a_second_act_break_the_chain() -> None:
    made = chain(4)
    for broken, at in (
        (made[:1] + made[2:], 2),
        ([made[0], made[2], made[1], made[3]], 2),
        ([made[0], made[0], *made[1:]], 2),
        (made[1:], 1),
    ):
        with pytest.raises(HistoryBroken) as caught:
            verify_chain(START, broken)
        assert caught.value.at == at


def test_another_outlets_chain_does_not_follow() -> None:
    with pytest.raises(HistoryBroken):
        verify_chain(Checkpoint(1, 0, genesis(bytes(16))), chain(2))


def test_a_signature_is_no_part_of_the_hash() -> None:
    made = chain(2)
    assert verify_chain(START, [made[0], replace(made[1], signature=b"s" * 64)]).n == 2


def test_what_is_signed_names_outlet_number_and_hash() -> None:
    texts = {signed_text(OUTLET, 1, b"h" * 32), signed_text(OUTLET, 2, b"h" * 32), signed_text(bytes(16), 1, b"h" * 32)}
    assert len(texts) == 3
    assert ctx("acts", OUTLET, 1, b"h" * 32) in texts


def test_columns_that_cannot_be_hashed_follow_from_nothing() -> None:
    made = chain(2)
    for odd in (replace(made[1], at_ms=-1), replace(made[1], detail="x" * 70_000)):
        with pytest.raises(HistoryBroken) as caught:
            verify_chain(START, [made[0], odd])
        assert caught.value.at == 2
