"""What a draft must be."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from outlet_app.domain.acceptance import (
    LONGEST_DETAIL,
    LONGEST_NAME,
    LONGEST_REMARK,
    faults,
    hints,
    terms,
    terms_faults,
    waybill,
)
from outlet_app.domain.carrier import carriers
from outlet_app.domain.draft import PartyDraft, TermsDraft, WaybillDraft
from outlet_app.domain.terms import Category, Payment
from outlet_app.errors import FaultKind, InvalidDraft
from tests.builders import ZHANG, draft

NOON = datetime(2026, 11, 22, 4, tzinfo=UTC)


def _found(wrong: WaybillDraft) -> list[tuple[str, FaultKind]]:
    return [(fault.field, fault.kind) for fault in faults(wrong)]


def test_a_whole_draft_has_no_fault_and_becomes_a_waybill() -> None:
    made = waybill(draft(remark=" 放门口 "), record_id=b"r" * 16, number="YT8800000000001", accepted_at=NOON)
    assert (made.weight_g, made.fee_fen, made.cod_fen, made.version) == (1200, 1200, 0, 1)
    assert (made.payment, made.category, made.remark) == (Payment.PAID, Category.CLOTHING, "放门口")
    assert made.recipient.phone == "13800138000"
    assert made.service == "standard"


def test_an_empty_form_names_everything_that_is_missing_in_the_order_of_the_form() -> None:
    assert _found(WaybillDraft()) == [
        ("sender.name", FaultKind.EMPTY),
        ("sender.phone", FaultKind.EMPTY),
        ("sender.province", FaultKind.NO_DIVISION),
        ("sender.detail", FaultKind.NO_DETAIL),
        ("recipient.name", FaultKind.EMPTY),
        ("recipient.phone", FaultKind.EMPTY),
        ("recipient.province", FaultKind.NO_DIVISION),
        ("recipient.detail", FaultKind.NO_DETAIL),
        ("carrier", FaultKind.EMPTY),
        ("weight", FaultKind.EMPTY),
        ("inspected", FaultKind.NOT_TICKED),
        ("real_name_checked", FaultKind.NOT_TICKED),
    ]


def test_a_draft_with_a_fault_becomes_no_waybill() -> None:
    with pytest.raises(InvalidDraft) as error:
        waybill(draft(weight="0"), record_id=b"r" * 16, number="YT8800000000001", accepted_at=NOON)
    assert error.value.faults == faults(draft(weight="0"))


@pytest.mark.parametrize(
    ("change", "field", "kind"),
    [
        ({"name": "  "}, "name", FaultKind.EMPTY),
        ({"name": "张" * (LONGEST_NAME + 1)}, "name", FaultKind.TOO_LONG),
        ({"name": "12345"}, "name", FaultKind.NOT_A_NAME),
        ({"name": "张**"}, "name", FaultKind.PREMASKED),
        ({"name": "330106199003071236"}, "name", FaultKind.IDENTITY_NUMBER),
        ({"name": "OA1.ABCD"}, "name", FaultKind.LABEL_CODE),
        ({"name": "张\u202e三"}, "name", FaultKind.CONTROL_CHARACTER),
        ({"phone": "138****8000"}, "phone", FaultKind.PREMASKED),
        ({"phone": "138----8000"}, "phone", FaultKind.PREMASKED),
        ({"phone": "12345"}, "phone", FaultKind.NOT_A_PHONE),
        ({"phone": "1380013800"}, "phone", FaultKind.NOT_A_PHONE),
        ({"phone": "no phone"}, "phone", FaultKind.NOT_A_PHONE),
        ({"province": "浙江省", "city": "杭州市", "district": "徐汇区"}, "district", FaultKind.UNKNOWN_DIVISION),
        ({"detail": "***"}, "detail", FaultKind.PREMASKED),
        ({"detail": "路" * (LONGEST_DETAIL + 1)}, "detail", FaultKind.TOO_LONG),
        ({"detail": " "}, "detail", FaultKind.NO_DETAIL),
        ({"detail": "文一西路 OK1.AAAA"}, "detail", FaultKind.LABEL_CODE),
    ],
)
@pytest.mark.parametrize("role", ["sender", "recipient"])
def test_a_partys_field_that_cannot_be_accepted_is_named_with_its_reason(
    role: str, change: dict[str, str], field: str, kind: FaultKind
) -> None:
    party: PartyDraft = replace(ZHANG, **change)
    assert _found(draft(**{role: party})) == [(f"{role}.{field}", kind)]


@pytest.mark.parametrize(
    "phone", ["13800138000", "+86 138-0013-8000", "0571-88880000", "400-800-1234", "+852 9123 4567"]
)
def test_the_phones_people_have_are_accepted(phone: str) -> None:
    assert _found(draft(recipient=replace(ZHANG, phone=phone))) == []


@pytest.mark.parametrize("name", ["王", "阿卜杜拉·买买提", "John Smith", "𠮷田", "张三水果店", "😀店"])
def test_the_names_people_have_are_accepted(name: str) -> None:
    assert _found(draft(recipient=replace(ZHANG, name=name))) == []


@pytest.mark.parametrize(
    ("change", "field", "kind"),
    [
        ({"carrier": "pigeon"}, "carrier", FaultKind.EMPTY),
        ({"number": "圆通1"}, "number", FaultKind.NOT_A_WAYBILL_NUMBER),
        ({"weight": "heavy"}, "weight", FaultKind.NOT_A_WEIGHT),
        ({"fee": "dear"}, "fee", FaultKind.NOT_AN_AMOUNT),
        ({"cash_on_delivery": "1.234"}, "cash_on_delivery", FaultKind.NOT_AN_AMOUNT),
        ({"declared_value": "-1"}, "declared_value", FaultKind.NOT_AN_AMOUNT),
        ({"contents": "衣" * (LONGEST_REMARK + 1)}, "contents", FaultKind.TOO_LONG),
        ({"remark": "身份证330106199003071236"}, "remark", FaultKind.IDENTITY_NUMBER),
        ({"inspected": False}, "inspected", FaultKind.NOT_TICKED),
        ({"real_name_checked": False}, "real_name_checked", FaultKind.NOT_TICKED),
    ],
)
def test_a_parcels_field_that_cannot_be_accepted_is_named_with_its_reason(
    change: dict[str, object], field: str, kind: FaultKind
) -> None:
    assert _found(draft(**change)) == [(field, kind)]


def test_a_number_of_a_known_shape_gives_no_hint_and_neither_does_none() -> None:
    assert hints(draft(number="YT8962646785389")) == ()
    assert hints(draft()) == ()
    assert hints(draft(carrier="pigeon", number="YT8962646785389")) == ()
    assert [hint.field for hint in hints(draft(number="SF1385628716739"))] == ["number"]


@pytest.mark.parametrize(
    ("phone", "number"),
    [
        ("13800138000", "YT138001380001"),
        ("13800138000", "13800138000"),
        ("+86 138 0013 8000", "YT9913800138000"),
        ("0571-88880000", "YT057188880000"),
        ("+852 91234567", "SF8529123456700"),
        ("13800138000转12", "YT 13800-138000"),
    ],
)
@pytest.mark.parametrize("party", ["sender", "recipient"])
def test_a_number_that_holds_somebodys_phone_is_refused_beside_the_number(phone: str, number: str, party: str) -> None:
    wrong = draft(number=number, **{party: replace(ZHANG, phone=phone)})
    assert _found(wrong) == [("number", FaultKind.CONTAINS_PHONE)]


@pytest.mark.parametrize("number", ["YT8800000000001", "YT88880000123", "138001380", "YT1380013800"])
def test_a_number_that_shares_a_part_with_a_phone_is_a_number(number: str) -> None:
    other = draft(number=number, sender=replace(ZHANG, phone="0571-88880000"))
    assert [fault for fault in _found(other) if fault[0] == "number"] == []


def test_changed_terms_are_read_as_typed_for_the_waybills_carrier() -> None:
    typed = TermsDraft(service="express", weight="3公斤", payment=Payment.COLLECT, fee="18.5", category=Category.FOOD)
    assert terms_faults(typed) == ()
    read = terms(typed, carriers()["yto"])
    assert (read.weight_g, read.fee_fen, read.payment, read.category) == (3000, 1850, Payment.COLLECT, Category.FOOD)
    assert read.service in {service.code for service in carriers()["yto"].services}


def test_terms_that_cannot_be_taken_are_named_each_beside_its_field() -> None:
    typed = TermsDraft(weight="", fee="viel")
    faults_found = [(fault.field, fault.kind) for fault in terms_faults(typed)]
    assert faults_found == [("weight", FaultKind.EMPTY), ("fee", FaultKind.NOT_AN_AMOUNT)]
    with pytest.raises(InvalidDraft) as refused:
        terms(typed, carriers()["yto"])
    assert refused.value.faults == terms_faults(typed)


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        ("342-081-00 052", None),
        (" ab3-1 ", None),
        ("杭州", FaultKind.NOT_A_SORT_CODE),
        ("1" * 21, FaultKind.NOT_A_SORT_CODE),
        ("-1", FaultKind.NOT_A_SORT_CODE),
        ("13800138000", FaultKind.CONTAINS_PHONE),
        ("0-138-0013-8000", FaultKind.CONTAINS_PHONE),
        ("8001380", FaultKind.CONTAINS_PHONE),
        ("8888000", FaultKind.CONTAINS_PHONE),
    ],
)
def test_a_typed_sort_code_is_a_code_and_holds_nobodys_phone(code: str, kind: FaultKind | None) -> None:
    assert _found(draft(sort_code=code)) == ([] if kind is None else [("sort_code", kind)])


def test_a_typed_sort_code_stands_above_the_place() -> None:
    typed = waybill(draft(sort_code=" 342-081 00 "), record_id=b"r" * 16, number="YT8800000000001", accepted_at=NOON)
    assert typed.sort_code == "342-081 00"
    plain = waybill(draft(), record_id=b"r" * 16, number="YT8800000000001", accepted_at=NOON)
    assert plain.sort_code == "杭州 余杭"
