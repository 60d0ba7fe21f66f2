"""Whether a part of the record holds: each way to change one is found, with its place."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from outlet_app.domain.history import next_hash, signed_text
from outlet_app.domain.holes import Hole
from outlet_app.domain.record_segment import Covered, RecordSegment, Told
from outlet_app.domain.segment_check import Fault, Finding, check_segment
from outlet_app.sealing import suite
from tests.segments import CHEN, KEYS, LIN, OUTLET, record, segment

if TYPE_CHECKING:
    from collections.abc import Callable


def verifies(account_id: bytes, signature: bytes, text: bytes) -> bool:
    return account_id in KEYS and suite.verify(KEYS[account_id].verify_key, signature, text)


def findings(changed: RecordSegment) -> list[Finding]:
    return list(check_segment(changed, verifies).findings)


def test_the_part_as_it_stands_is_proven() -> None:
    verdict = check_segment(segment(), verifies)
    assert (verdict.told, verdict.proven, verdict.covered, verdict.findings) == (6, 6, 6, ())
    assert sorted(verdict.hashes) == [2, 4, 6, 8, 10, 12, 14]


def edited(n: int, **changes: object) -> RecordSegment:
    """The part after one column of one act was changed."""
    return segment([replace(act, **changes) if act.n == n else act for act in record()[2:14]])  # type: ignore[arg-type] # columns of the act


COLUMNS: dict[str, object] = {
    "at_ms": 1,
    "station": "at home",
    "kind": "printed",
    "record_id": b"x" * 16,
    "detail": "{}",
    "chain_hash": bytes(32),
}


@pytest.mark.parametrize("column", COLUMNS)
def test_an_act_of_the_account_that_was_edited_is_found_with_its_place(column: str) -> None:
    found = findings(edited(7, **{column: COLUMNS[column]}))
    assert found[0] == Finding(Fault.CHANGED, 7, 7)
    assert check_segment(edited(7, **{column: COLUMNS[column]}), verifies).proven == 4


def test_an_act_given_to_another_person_or_taken_from_one_is_found() -> None:
    assert Finding(Fault.CHANGED, 7, 7) in findings(edited(7, account_id=LIN))
    assert Finding(Fault.WRONG, 7, 8) in findings(edited(8, account_id=LIN))


@pytest.mark.parametrize(
    ("signature", "fault"), [(None, Fault.UNSIGNED), (bytes(64), Fault.WRONG)], ids=["taken away", "changed"]
)
@pytest.mark.parametrize("place", [1, 3], ids=["of the account", "of another"])
def test_a_signature_taken_away_or_changed_is_found(place: int, signature: bytes | None, fault: Fault) -> None:
    whole = segment()
    part = whole.parts[place]
    changed: Told | Covered
    if isinstance(part, Told):
        changed = Told((part.acts[0], replace(part.acts[1], signature=signature)))
    else:
        changed = replace(part, signature=signature)
    parts = (*whole.parts[:place], changed, *whole.parts[place + 1 :])
    assert findings(replace(whole, parts=parts)) == [Finding(fault, part.first, part.last)]


def without(place: int) -> Callable[[list[Told | Covered]], list[Told | Covered]]:
    return lambda parts: [*parts[:place], *parts[place + 1 :]]


def swapped(parts: list[Told | Covered]) -> list[Told | Covered]:
    return [parts[0], parts[2], parts[1], *parts[3:]]


@pytest.mark.parametrize(
    ("change", "first"),
    [
        (without(0), Finding(Fault.MISSING, 3, 4)),
        (without(1), Finding(Fault.MISSING, 5, 6)),
        (without(3), Finding(Fault.MISSING, 9, 10)),
        (swapped, Finding(Fault.MISSING, 5, 6)),
        (lambda parts: [parts[0], *parts], Finding(Fault.MISSING, 3, 4)),
    ],
    ids=["cut before", "an own one cut", "another's cut", "swapped", "doubled"],
)
def test_transactions_cut_out_swapped_or_doubled_are_found(
    change: Callable[[list[Told | Covered]], list[Told | Covered]], first: Finding
) -> None:
    whole = segment()
    assert findings(replace(whole, parts=tuple(change(list(whole.parts)))))[0] == first


def test_an_own_transaction_cannot_be_hidden_as_anothers() -> None:
    whole = segment()
    part = whole.parts[1]
    assert isinstance(part, Told)
    last = part.acts[-1]
    for account_id, fault in ((CHEN, Fault.MISSING), (LIN, Fault.WRONG)):
        hidden = Covered(part.first, part.last, account_id, last.chain_hash, last.signature)
        parts = (whole.parts[0], hidden, *whole.parts[2:])
        assert findings(replace(whole, parts=parts)) == [Finding(fault, 5, 6)]


def test_an_act_put_in_between_and_made_to_follow_is_not_signed() -> None:
    whole = segment()
    forged = Told((replace(record()[4], n=9, signature=bytes(64)),))
    found = findings(replace(whole, parts=(*whole.parts[:3], forged, *whole.parts[3:])))
    assert {Fault.CHANGED, Fault.WRONG} <= {finding.fault for finding in found}


def test_another_start_does_not_fit() -> None:
    whole = segment()
    told = replace(whole, parts=whole.parts[1:], start=replace(whole.start, n=4))
    assert findings(told) == [Finding(Fault.CHANGED, 5, 5)]


def test_a_transaction_of_two_people_is_found() -> None:
    acts = record()[4:6]
    whole = segment(acts)
    both = Told((replace(acts[0], account_id=LIN), acts[1]))
    assert Fault.CHANGED in {each.fault for each in findings(replace(whole, parts=(both,)))}


def test_what_the_owner_stated_as_lost_is_told_apart_and_the_rest_is_followed() -> None:
    acts = record()[2:14]
    gone = segment([act for act in acts if act.n not in {9, 10}])
    assert findings(gone)[0] == Finding(Fault.MISSING, 9, 10)
    verdict = check_segment(gone, verifies, [Hole(9, 10, acts[7].chain_hash)])
    assert verdict.findings == (Finding(Fault.LOST, 9, 10),)


def test_two_people_in_one_transaction_are_found_though_every_hash_follows() -> None:
    before = record()[3]
    first = replace(record()[4], account_id=LIN)
    first = replace(first, chain_hash=next_hash(before.chain_hash, first))
    last = replace(record()[5], chain_hash=next_hash(first.chain_hash, record()[5]))
    last = replace(last, signature=KEYS[CHEN].sign(signed_text(OUTLET, 6, last.chain_hash)))
    whole = segment()
    verdict = check_segment(replace(whole, parts=(whole.parts[0], Told((first, last)))), verifies)
    assert verdict.findings == (Finding(Fault.MIXED, 5, 5),)
    assert (verdict.told, verdict.proven) == (1, 0)
