"""Details as bytes: three sizes, one form, nothing else readable."""

from __future__ import annotations

import dataclasses
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from outlet_app.domain.party import Party
from outlet_app.errors import Fault, FaultKind, InvalidDraft, KeyMismatch
from outlet_app.sealing.details import SIZES, Details, pack, unpack
from tests.sealing.conftest import make_waybill

WAYBILL = make_waybill()
DETAILS = Details(sender=WAYBILL.sender, recipient=WAYBILL.recipient, contents=WAYBILL.contents, remark=WAYBILL.remark)


def packed_json(value: object) -> bytes:
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()
    return (len(text).to_bytes(2, "big") + text).ljust(512, b"\x00")


def plain() -> dict[str, Any]:
    return dataclasses.asdict(DETAILS)


def test_details_come_back() -> None:
    assert unpack(pack(DETAILS)) == DETAILS


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), max_size=120))
def test_any_text_comes_back_in_nfc(text: str) -> None:
    details = dataclasses.replace(DETAILS, remark=text)
    again = pack(unpack(pack(details)))

    assert again == pack(details)


def test_the_form_is_canonical_json_behind_its_length() -> None:
    packed = pack(DETAILS)
    length = int.from_bytes(packed[:2], "big")

    assert packed == packed_json(plain())
    assert set(packed[2 + length :]) == {0}


@pytest.mark.parametrize(("extra", "size"), [(0, 512), (60, 512), (400, 1024), (1000, 2048)])
def test_lengths_are_three_and_say_little(extra: int, size: int) -> None:
    assert len(pack(dataclasses.replace(DETAILS, remark="x" * extra))) == size
    assert SIZES == (512, 1024, 2048)


def test_each_size_is_used_to_its_last_byte() -> None:
    used = int.from_bytes(pack(dataclasses.replace(DETAILS, remark=""))[:2], "big") + 2

    for size, larger in ((512, 1024), (1024, 2048)):
        assert len(pack(dataclasses.replace(DETAILS, remark="x" * (size - used)))) == size
        assert len(pack(dataclasses.replace(DETAILS, remark="x" * (size - used + 1)))) == larger


@pytest.mark.parametrize("field", ["contents", "remark"])
def test_details_too_long_name_their_longest_text(field: str) -> None:
    with pytest.raises(InvalidDraft) as refused:
        pack(dataclasses.replace(DETAILS, **{field: "长" * 700}))

    assert refused.value.faults == (Fault(field, FaultKind.TOO_LONG),)


@pytest.mark.parametrize("party", ["sender", "recipient"])
@pytest.mark.parametrize("field", ["name", "detail"])
def test_a_party_too_long_is_named(party: str, field: str) -> None:
    long = dataclasses.replace(WAYBILL.sender, **{field: "长" * 700})
    with pytest.raises(InvalidDraft) as refused:
        pack(dataclasses.replace(DETAILS, **{party: long}))

    assert refused.value.faults == (Fault(f"{party}.{field}", FaultKind.TOO_LONG),)


@pytest.mark.parametrize(
    "packed",
    [
        b"",
        bytes(511),
        bytes(512),
        pack(DETAILS) + bytes(1),
        pack(DETAILS).ljust(1024, b"\x00"),
        pack(DETAILS)[:-1] + b"\x01",
        packed_json([]),
        packed_json({}),
        packed_json({**plain(), "more": ""}),
        packed_json({**plain(), "remark": 1}),
        packed_json({**plain(), "sender": "张三"}),
        packed_json({**plain(), "sender": {**plain()["sender"], "more": ""}}),
        packed_json({**plain(), "sender": {**plain()["sender"], "name": None}}),
        b"\x07\xfe" + b"[" * 2046,
        b"\x00\x02\xff\xff" + bytes(508),
    ],
)
def test_anything_else_is_refused(packed: bytes) -> None:
    with pytest.raises(KeyMismatch):
        unpack(packed)


def test_another_spelling_of_the_same_json_is_refused() -> None:
    text = json.dumps(plain(), ensure_ascii=False, sort_keys=True).encode()

    with pytest.raises(KeyMismatch):
        unpack((len(text).to_bytes(2, "big") + text).ljust(512 if len(text) < 511 else 1024, b"\x00"))


def test_details_do_not_show() -> None:
    party = Party(name="张三", phone="1", province="", city="", district="", detail="")

    assert repr(dataclasses.replace(DETAILS, sender=party)) == "Details(…)"
