"""Opened details as a person is given them."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import UTC, datetime

import pytest

from outlet_app.domain.acceptance import faults, waybill
from outlet_app.domain.masking import mask
from outlet_app.domain.reveal_terms import RevealField
from outlet_app.sealing.details import Details
from outlet_app.services.opened_details import amount, draft_of, field_text
from tests.builders import LI, ZHANG, draft

TYPED = draft(
    sender=replace(LI, phone="13912345678转1234"),
    number="YT8800000000001",
    contents="两件毛衣",
    remark="放门口",
    weight="1.25",
    fee="12.00",
    cash_on_delivery="99.50",
)
WAYBILL = waybill(
    TYPED, record_id=bytes(16), number=TYPED.number, accepted_at=datetime(2026, 11, 22, 1, 30, tzinfo=UTC)
)
DETAILS = Details(sender=WAYBILL.sender, recipient=WAYBILL.recipient, contents=WAYBILL.contents, remark=WAYBILL.remark)


def test_the_form_comes_back_as_it_was_typed_and_can_be_accepted_as_it_stands() -> None:
    opened = draft_of(mask(WAYBILL), DETAILS)
    for each in fields(TYPED):
        assert getattr(opened, each.name) == getattr(TYPED, each.name), each.name
    assert faults(opened) == ()


@pytest.mark.parametrize("field", RevealField)
def test_every_field_gives_its_own_text_and_nothing_of_another(field: RevealField) -> None:
    texts = {each: field_text(DETAILS, each) for each in RevealField}
    assert texts[field]
    assert not any(texts[field] in text or text in texts[field] for other, text in texts.items() if other is not field)


def test_a_municipality_is_said_once_in_an_address() -> None:
    assert field_text(DETAILS, RevealField.SENDER_ADDRESS) == "上海市徐汇区" + LI.detail
    assert field_text(DETAILS, RevealField.RECIPIENT_ADDRESS) == "浙江省杭州市余杭区" + ZHANG.detail


def test_no_money_is_an_empty_field() -> None:
    assert (amount(0), amount(5)) == ("", "0.05")
