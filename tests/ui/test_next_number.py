"""Tests of the next number: the carrier's own, looked up again when the owner enters a range."""

from __future__ import annotations

from typing import TYPE_CHECKING

from outlet_app.ui.next_number import NextNumber
from outlet_app.ui.parcel_fields import ParcelFields
from tests.ui.passing import LONG_MS

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from outlet_app.services import Services
    from outlet_app.ui.tasks import Tasks


def _choose(parcel: ParcelFields, carrier: str) -> None:
    parcel.carrier.choose(carrier)
    parcel.carrier_chosen.emit(carrier)


def test_each_carrier_has_its_own_next_number_and_a_late_answer_is_dropped(
    services: Services, tasks: Tasks, qtbot: QtBot, speaking: object
) -> None:
    assert speaking
    parcel = ParcelFields(services.entry.carriers())
    qtbot.addWidget(parcel)
    following = NextNumber(services.entry, tasks, parcel)
    carriers = [carrier.code for carrier in services.entry.carriers()]
    ready = {code: services.entry.numbers_left(code) for code in carriers}
    full = next(code for code in carriers if ready[code])
    empty = next(code for code in carriers if not ready[code])
    told: list[str | None] = []
    following.changed.connect(lambda: told.append(following.number))
    _choose(parcel, full)
    qtbot.waitUntil(tasks.is_idle, timeout=LONG_MS)
    assert told[-1] == services.entry.next_number(full)
    told.clear()
    _choose(parcel, full)
    _choose(parcel, empty)
    assert following.number is None
    qtbot.waitUntil(tasks.is_idle, timeout=LONG_MS)
    assert set(told) == {None}
