"""Opening one waybill."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from outlet_app.domain.activity import ActivityKind
from outlet_app.errors import HistoryBroken, NothingToCorrect
from outlet_app.store import activities
from tests.builders import LI, draft
from tests.outlets import LABEL_PRINTER

if TYPE_CHECKING:
    from outlet_app.services import Services


def test_what_was_typed_comes_back_whole_after_its_act_is_durable(chen: Services) -> None:
    typed = draft(
        sender=type(LI)(
            name=LI.name,
            phone="13800138000转1234",
            province=LI.province,
            city=LI.city,
            district=LI.district,
            detail=LI.detail,
        ),
        contents="两件毛衣",
        remark="放门口",
        fee="12.00",
        cash_on_delivery="99.50",
        declared_value="300.00",
    )
    accepted = chen.entry.accept(typed, None)
    opened = chen.reveal.open_for_correction(accepted.record_id).draft
    assert opened == type(typed)(
        **{field: getattr(typed, field) for field in typed.__dataclass_fields__} | {"number": accepted.number}
    )
    newest = activities.newest(chen.session.store.reader)
    assert newest is not None
    assert (newest.kind, newest.record_id) == (ActivityKind.OPENED_FOR_CORRECTION, accepted.record_id)


def test_an_unknown_waybill_opens_nothing(chen: Services) -> None:
    with pytest.raises(NothingToCorrect):
        chen.reveal.open_for_correction(bytes(16))


def test_a_row_that_is_not_what_was_recorded_opens_nothing(chen: Services) -> None:
    accepted = chen.entry.accept(draft(), LABEL_PRINTER)
    with chen.session.store._database.transaction() as cursor:
        cursor.run("UPDATE waybills SET recipient_tail = '0000'")
    with pytest.raises(HistoryBroken):
        chen.reveal.open_for_correction(accepted.record_id)
    newest = activities.newest(chen.session.store.reader)
    assert newest is not None
    assert newest.kind != ActivityKind.OPENED_FOR_CORRECTION
