"""The label that was scanned last."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from outlet_app.domain.sealed_waybill import WaybillState
from outlet_app.errors import NoLabelInHand
from outlet_app.sealing.label_code import LabelCode, LabelToken, read_code
from outlet_app.services.label_in_hand import LabelInHand
from outlet_app.store import waybills
from tests.builders import draft
from tests.outlets import LABEL_PRINTER, MORNING, Clock

if TYPE_CHECKING:
    from outlet_app.services import Services
    from tests.outlets import Outlet

SECRET = bytes(range(65, 81))


def _held(services: Services) -> LabelInHand:
    record_id = services.entry.accept(draft(), LABEL_PRINTER).record_id
    kept = services.session.labels.find(record_id)
    assert kept is not None
    code = read_code(kept.code_text or "")
    assert isinstance(code, LabelCode)
    held = LabelInHand(record_id, 1, 1, code.token, services.session.clock())
    services.session.in_hand = held
    return held


def test_it_says_nothing_of_itself() -> None:
    held = LabelInHand(bytes(16), 1, 1, LabelToken(SECRET), MORNING)
    assert repr(held) == "LabelInHand(…)"


def test_it_is_for_its_own_waybill_and_for_five_minutes() -> None:
    clock = Clock()
    held = LabelInHand(bytes(16), 1, 1, LabelToken(SECRET), clock())
    assert held.is_for(bytes(16), clock())
    assert not held.is_for(b"x" * 16, clock())
    clock.move(seconds=299)
    assert held.is_for(bytes(16), clock())
    clock.move(seconds=1)
    assert not held.is_for(bytes(16), clock())


def test_a_clock_that_is_set_back_ends_it() -> None:
    clock = Clock()
    held = LabelInHand(bytes(16), 1, 1, LabelToken(SECRET), clock())
    clock.move(seconds=-1)
    assert not held.is_for(bytes(16), clock())


def test_a_session_gives_the_label_of_the_waybill_that_was_scanned_and_of_no_other(chen: Services) -> None:
    held = _held(chen)
    assert chen.session.label_in_hand(held.record_id) is held
    with pytest.raises(NoLabelInHand):
        chen.session.label_in_hand(bytes(16))
    chen.session.in_hand = None
    with pytest.raises(NoLabelInHand):
        chen.session.label_in_hand(held.record_id)


def test_a_lock_drops_it_and_coming_back_does_not_bring_it_back(outlet: Outlet, chen: Services) -> None:
    held = _held(chen)
    chen.session.lock()
    assert chen.session.in_hand is None
    again = outlet.chen()
    assert again is chen
    with pytest.raises(NoLabelInHand):
        chen.session.label_in_hand(held.record_id)


def test_a_scan_that_ended_behind_the_lock_is_not_in_hand_after_it(outlet: Outlet, chen: Services) -> None:
    held = _held(chen)
    chen.session.lock()
    chen.session.in_hand = held
    assert outlet.chen() is chen
    assert chen.session.in_hand is None


def test_signing_out_and_another_person_drop_it(outlet: Outlet, chen: Services) -> None:
    _held(chen)
    lin = outlet.lin()
    assert chen.session.in_hand is None
    _held(lin)
    lin.session.sign_out()
    assert lin.session.in_hand is None


def test_it_opens_nothing_once_the_parcel_has_left_or_has_a_newer_label(chen: Services) -> None:
    held = _held(chen)
    chen.session.in_hand = replace(held, serial=2)
    with pytest.raises(NoLabelInHand):
        chen.session.label_in_hand(held.record_id)
    chen.session.in_hand = held
    chen.session.write(waybills.left(held.record_id, WaybillState.COLLECTED, chen.session.clock()))
    with pytest.raises(NoLabelInHand):
        chen.session.label_in_hand(held.record_id)
