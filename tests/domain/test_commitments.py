"""What an act says of a waybill's row."""

from __future__ import annotations

import hashlib
import json
from dataclasses import fields, replace
from datetime import UTC, datetime

import pytest

from outlet_app.domain import commitments
from outlet_app.domain.activity import Act
from outlet_app.domain.sealed_waybill import MaskedParty, MaskedWaybill, SealedWaybill
from outlet_app.domain.terms import Category, Payment
from outlet_app.errors import HistoryBroken

PARTY = MaskedParty(
    name="张**",
    initial="张",
    phone="*******8000",
    tail="8000",
    province="浙江省",
    city="杭州市",
    district="余杭区",
    road="文一西路969号***",
)
ROW = SealedWaybill(
    masked=MaskedWaybill(
        record_id=bytes(range(16)),
        version=1,
        number="YT0000001",
        carrier="yto",
        service="standard",
        sender=replace(PARTY, name="李**", initial="李", phone="********0000", tail="0000"),
        recipient=PARTY,
        category=Category.CLOTHING,
        remark="轻放",
        weight_g=1200,
        payment=Payment.PAID,
        fee_fen=1200,
        cod_fen=0,
        declared_fen=0,
        sort_code="杭州 余杭",
        accepted_at=datetime(2026, 11, 22, 4, tzinfo=UTC),
    ),
    details=bytes(573),
    owner_wrap=bytes(80),
    carrier_wrap=None,
    masked_salt=b"m" * 16,
    road_salt=b"r" * 16,
)
NO_ROAD = replace(PARTY, road="")
NOBODY = replace(PARTY, name="", initial="", phone="", tail="")


def act(n: int, detail: dict[str, str | int]) -> Act:
    return Act(n, 0, b"a" * 16, "counter-1", "accepted", ROW.masked.record_id, json.dumps(detail), b"", None)


def without_road(row: SealedWaybill) -> SealedWaybill:
    masked = replace(row.masked, sender=replace(row.masked.sender, road=""), recipient=NO_ROAD, remark="")
    return replace(row, masked=masked, road_salt=b"")


def test_the_commitments_of_a_row_never_change() -> None:
    """Frozen: rows of any released version are compared with these."""
    assert commitments.commitments(ROW) == {
        "sha_version": "c3015a101e98323d4f6d885344b04b72ddbc8ad51b2e8c2344255725af131b1d",
        "sha_masked": "00c16e16aa686ee38f81409252591970dc1e90f989d4a5aaba3750fde9aba6e8",
        "sha_road": "b1e4d3ca027dbfa3b7dc01ffa1dd39a51aa466aaae3473286ce5326dae31e9c7",
        "sha_owner_wrap": "5b6fb58e61fa475939767d68a446f97f1bff02c0e5935a3ea8bb51e6515783d8",
    }


def test_every_field_of_a_masked_waybill_belongs_to_exactly_one_list() -> None:
    parts = {field.name for field in fields(MaskedParty)}
    expected = {field.name for field in fields(MaskedWaybill)} - {"sender", "recipient"}
    expected |= {f"{party}.{part}" for party in ("sender", "recipient") for part in parts}
    listed = [*commitments.STAYING, *commitments.MASKED, *commitments.ROAD]
    assert set(listed) == expected
    assert len(listed) == len(expected)


@pytest.mark.parametrize(
    ("part", "change"),
    [
        (commitments.VERSION, lambda row: replace(row, details=b"x" * 573)),
        (commitments.VERSION, lambda row: replace(row, masked=replace(row.masked, number="YT2"))),
        (commitments.VERSION, lambda row: replace(row, masked=replace(row.masked, payment=Payment.COLLECT))),
        (commitments.MASKED_PART, lambda row: replace(row, masked_salt=b"x" * 16)),
        (commitments.MASKED_PART, lambda row: replace(row, masked=replace(row.masked, recipient=NOBODY))),
        (commitments.MASKED_PART, lambda row: replace(row, masked=replace(row.masked, category=Category.FOOD))),
        (commitments.ROAD_PART, lambda row: replace(row, road_salt=b"x" * 16)),
        (commitments.ROAD_PART, lambda row: replace(row, masked=replace(row.masked, remark=""))),
        (commitments.ROAD_PART, lambda row: replace(row, masked=replace(row.masked, recipient=NO_ROAD))),
        (commitments.OWNER_WRAP, lambda row: replace(row, owner_wrap=b"x" * 80)),
    ],
)
def test_a_change_shows_in_its_own_commitment_and_in_no_other(part: str, change: object) -> None:
    changed = commitments.commitments(change(ROW))  # type: ignore[operator] # a function of the row
    differing = {name for name, value in commitments.commitments(ROW).items() if changed[name] != value}
    assert differing == {part}


def test_values_cannot_slide_from_one_field_into_the_next() -> None:
    sender = replace(ROW.masked.sender, province="浙", city="江")
    other = replace(ROW.masked.sender, province="浙江", city="")
    one, two = (
        commitments.commitments(replace(ROW, masked=replace(ROW.masked, sender=each)))[commitments.VERSION]
        for each in (sender, other)
    )
    assert one != two


def test_columns_count_as_emptied_only_with_their_salt() -> None:
    emptied = without_road(ROW)
    assert commitments.commitments(emptied)[commitments.ROAD_PART] == commitments.EMPTIED
    salted = replace(emptied, road_salt=b"r" * 16)
    assert commitments.commitments(salted)[commitments.ROAD_PART] != commitments.EMPTIED
    unsalted = replace(ROW, road_salt=b"")
    assert commitments.commitments(unsalted)[commitments.ROAD_PART] != commitments.EMPTIED


def test_an_emptied_masked_part_keeps_a_known_category() -> None:
    sender, recipient = (
        replace(party, name="", initial="", phone="", tail="") for party in (ROW.masked.sender, ROW.masked.recipient)
    )
    masked = replace(ROW.masked, sender=sender, recipient=recipient, category=Category.OTHER)
    assert masked.is_emptied
    emptied = replace(ROW, masked=masked, masked_salt=b"")
    assert commitments.commitments(emptied)[commitments.MASKED_PART] == commitments.EMPTIED
    assert commitments.commitments(replace(ROW, masked=masked))[commitments.MASKED_PART] != commitments.EMPTIED


def test_what_is_left_of_a_row_without_details_is_committed_to_anew() -> None:
    erased = commitments.without_details(replace(ROW, carrier_wrap=b"w" * 80))
    assert erased.is_erased
    left = commitments.commitments(erased)
    assert left[commitments.OWNER_WRAP] == commitments.EMPTIED
    assert commitments.CARRIER_WRAP not in left
    assert left[commitments.VERSION] != commitments.commitments(ROW)[commitments.VERSION]
    acts = [act(5, dict(commitments.commitments(replace(ROW, carrier_wrap=b"w" * 80))))]
    said = {name: left[name] for name in (commitments.VERSION, commitments.OWNER_WRAP)}
    commitments.check(erased, acts, [commitments.Told(6, said)])
    cheaper = replace(erased, masked=replace(erased.masked, fee_fen=1))
    for row, told in ((erased, []), (cheaper, [commitments.Told(6, said)])):
        with pytest.raises(HistoryBroken):
            commitments.check(row, acts, told)


def test_a_row_that_its_acts_describe_is_accepted() -> None:
    detail = {**commitments.commitments(ROW), "serial": 1, "floor": "held"}
    commitments.check(ROW, [act(5, detail), act(6, {"printer": "counter"})])


def test_the_last_act_that_speaks_of_a_part_counts() -> None:
    first = commitments.commitments(ROW)
    rewrapped = replace(without_road(ROW), owner_wrap=b"n" * 80)
    acts = [
        act(5, dict(first)),
        act(8, {commitments.ROAD_PART: commitments.EMPTIED}),
        act(9, {commitments.OWNER_WRAP: commitments.commitments(rewrapped)[commitments.OWNER_WRAP]}),
    ]
    commitments.check(rewrapped, acts)
    for earlier in (ROW, replace(rewrapped, owner_wrap=ROW.owner_wrap)):
        with pytest.raises(HistoryBroken) as caught:
            commitments.check(earlier, acts)
        assert caught.value.at == 9


def test_empty_columns_are_right_only_after_the_act_that_emptied_them() -> None:
    with pytest.raises(HistoryBroken):
        commitments.check(without_road(ROW), [act(5, dict(commitments.commitments(ROW)))])


def test_a_row_that_no_act_speaks_of_is_refused() -> None:
    for acts in ([], [act(5, {"printer": "counter"})]):
        with pytest.raises(HistoryBroken) as caught:
            commitments.check(ROW, acts)
        assert caught.value.at == 0


def test_a_range_that_was_moved_speaks_of_the_owner_wrap_from_its_place_on() -> None:
    moved = replace(ROW, owner_wrap=b"n" * 80)
    said = {commitments.OWNER_WRAP: commitments.commitments(moved)[commitments.OWNER_WRAP]}
    acts = [act(5, dict(commitments.commitments(ROW)))]
    commitments.check(moved, acts, [commitments.Told(6, said)])
    commitments.check(ROW, acts, [commitments.Told(4, said)])
    with pytest.raises(HistoryBroken) as broken:
        commitments.check(ROW, acts, [commitments.Told(6, said)])
    assert broken.value.at == 6


def test_a_carriers_wrap_is_committed_to_and_cannot_be_taken_out_changed_or_planted() -> None:
    sealed = replace(ROW, carrier_wrap=b"w" * 80)
    said = commitments.commitments(sealed)
    assert said == commitments.commitments(ROW) | {commitments.CARRIER_WRAP: hashlib.sha256(b"w" * 80).hexdigest()}

    commitments.check(sealed, [act(5, dict(said))])
    for row, acts in (
        (ROW, [act(5, dict(said))]),
        (replace(ROW, carrier_wrap=b"x" * 80), [act(5, dict(said))]),
        (sealed, [act(5, dict(commitments.commitments(ROW)))]),
    ):
        with pytest.raises(HistoryBroken):
            commitments.check(row, acts)


def test_a_new_version_says_anew_whether_it_is_sealed_to_a_carrier() -> None:
    first, second = replace(ROW, carrier_wrap=b"w" * 80), replace(ROW, details=bytes(574))
    acts = [act(5, dict(commitments.commitments(first))), act(6, dict(commitments.commitments(second)))]
    emptied = [*acts, act(7, {commitments.ROAD_PART: commitments.EMPTIED})]

    commitments.check(second, acts)
    commitments.check(without_road(second), emptied)
    with pytest.raises(HistoryBroken):
        commitments.check(replace(second, carrier_wrap=first.carrier_wrap), acts)
