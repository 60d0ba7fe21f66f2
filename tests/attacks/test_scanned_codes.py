"""Codes that a clerk makes himself: he has the label key, so they scan as ours. What they open, and what they break."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from outlet_app.domain.history import Checkpoint
from outlet_app.domain.reveal_terms import RevealField, RevealReason, ScanOutcome
from outlet_app.errors import LabelCodeRefused, NoLabelInHand, RevealsStopped
from outlet_app.sealing.label_code import LabelCode, LabelToken, read_code, write_checkpoint_code, write_label_code
from outlet_app.services.record_check import RecordState
from tests.builders import draft
from tests.outlets import LABEL_PRINTER, OWNER_PASSWORD
from tests.services.scanning import copy_aside, label, put_back

if TYPE_CHECKING:
    from pathlib import Path

    from outlet_app.services import Services
    from tests.attacks.conftest import Shop
    from tests.attacks.thief import Thief
    from tests.outlets import Outlet

CALL = RevealReason.CALL
PHONE = RevealField.RECIPIENT_PHONE
MOST_BRANCHES = 1000
"""The days since 2026 until the tests' day are 325; a code can carry branches up to 9,999."""

FAR = (Checkpoint(9998, 1, bytes(32)), Checkpoint(9999, 1, bytes(32)), Checkpoint(1, 999_999_999_999, bytes(32)))


def _forged(thief: Thief, number: str, at: Checkpoint, *, token: bytes = bytes(16), serial: int = 1) -> str:
    """A label's code with whatever the thief likes in it, and the right tag."""
    return write_label_code(
        outlet_id=thief.opened.outlet_id,
        number=number,
        serial=serial,
        token=LabelToken(token),
        checkpoint=at,
        label_key=thief.opened.label_key,
    )


def _first(shop: Shop) -> tuple[bytes, str, str]:
    record_id = next(iter(shop.codes))
    return record_id, shop.numbers[record_id], shop.codes[record_id]


def _read(text: str) -> LabelCode:
    code = read_code(text)
    assert isinstance(code, LabelCode)
    return code


def _checked(services: Services) -> RecordState:
    while services.session.verify_some():
        pass
    return services.session.record_state()


@pytest.mark.parametrize("serial", [1, 2, 7])
def test_a_forged_code_of_a_parcel_in_the_shop_opens_nothing_and_takes_nothing_in_hand(
    shop: Shop, outlet: Outlet, thief: Thief, serial: int
) -> None:
    """With the true checkpoint of that label, with today's, and with no token at all or another label's."""
    record_id, number, text = _first(shop)
    code, other = _read(text), _read(list(shop.codes.values())[1])
    true, tokens = _checkpoint(thief, code.checkpoint.n), (bytes(16), other.token.secret)
    with thief.store() as store:
        marks = (true, store.checkpoint())
    forged = [_forged(thief, number, at, token=token, serial=serial) for at in marks for token in tokens]
    services = outlet.chen()
    for each in forged:
        assert services.scans.take(text).outcome is ScanOutcome.OPENS
        assert services.scans.take(each).outcome in {ScanOutcome.FOREIGN, ScanOutcome.MISFIT}
        assert services.session.in_hand is None
        with pytest.raises((NoLabelInHand, RevealsStopped)):
            services.reveal.by_scan(record_id, PHONE, CALL)
    services.session.store.close()


def _checkpoint(thief: Thief, n: int) -> Checkpoint:
    ((chain_hash,),) = thief.run("SELECT chain_hash FROM acts WHERE n = ?", n)
    return Checkpoint(1, n, chain_hash)


def test_one_labels_scan_opens_no_other_waybill_and_is_over_with_the_next_scan_whatever_it_is(
    shop: Shop, outlet: Outlet
) -> None:
    record_id, _, text = _first(shop)
    other = list(shop.codes)[1]
    services = outlet.chen()
    for between in ("OA1.nonsense", shop.codes[other], "YT8800000000001", text[:-1] + "0", ""):
        services.scans.take(text)
        with pytest.raises(NoLabelInHand):
            services.reveal.by_scan(other, PHONE, CALL)
        with suppress(LabelCodeRefused):
            services.scans.take(between)
        with pytest.raises(NoLabelInHand):
            services.reveal.by_scan(record_id, PHONE, CALL)
    services.session.store.close()


@pytest.mark.parametrize("how", ["lock", "another person", "sign out", "five minutes", "put down"])
def test_what_was_in_hand_is_not_any_more(shop: Shop, outlet: Outlet, how: str) -> None:
    record_id, _, text = _first(shop)
    services = outlet.chen()
    services.scans.take(text)
    if how == "lock":
        services.session.lock()
        assert outlet.chen() is services
    elif how in {"another person", "sign out"}:
        former = services
        if how == "sign out":
            services.session.sign_out()
        services = outlet.lin() if how == "another person" else outlet.chen()
        assert former.session.in_hand is None
    elif how == "five minutes":
        outlet.clock.move(minutes=5)
    else:
        services.scans.put_down()
    with pytest.raises(NoLabelInHand):
        services.reveal.by_scan(record_id, PHONE, CALL)
    services.session.store.close()


def test_a_label_in_hand_whose_parcel_leaves_meanwhile_opens_nothing(shop: Shop, outlet: Outlet) -> None:
    record_id, _, text = _first(shop)
    services = outlet.chen()
    services.scans.take(text)
    again = services.entry.correct(record_id, draft(), LABEL_PRINTER)
    with pytest.raises(NoLabelInHand):
        services.reveal.by_scan(again.record_id, PHONE, CALL)
    assert services.scans.take(text).outcome is ScanOutcome.NEWER_LABEL
    services.session.store.close()


@pytest.mark.parametrize("at", FAR, ids=str)
def test_a_false_alarm_stops_reveals_until_the_owner_says_so_once_and_costs_no_branch_that_is_needed(
    shop: Shop, outlet: Outlet, thief: Thief, at: Checkpoint
) -> None:
    """What a clerk can do with codes of his own: a nuisance, recorded. The owner acknowledges it each time."""
    record_id, number, text = _first(shop)
    _alarm(outlet, _forged(thief, number, at), text)
    _alarm(outlet, write_checkpoint_code(thief.opened.outlet_id, replace(at, n=at.n - 1), thief.opened.label_key), text)
    services = outlet.chen()
    services.scans.take(text)
    assert services.reveal.by_scan(record_id, PHONE, CALL).text
    outlet.entrance.close()
    assert _checked(outlet.lin()) is RecordState.GOOD
    outlet.entrance.close()


def _alarm(outlet: Outlet, forged: str, text: str) -> None:
    """A clerk scans it; then the owner acknowledges it, where there is anything to acknowledge."""
    services = outlet.chen()
    outcome = services.scans.take(forged).outcome
    held = services.scans.take(text).waybill
    assert held is not None
    if outcome is ScanOutcome.MISFIT:
        with pytest.raises(RevealsStopped):
            services.reveal.by_scan(held.masked.record_id, PHONE, CALL)
    else:
        assert outcome is ScanOutcome.LOST_DAYS
        assert services.session.record_state() is not RecordState.BROKEN
    owner = outlet.owner()
    owner.scans.acknowledge("a false alarm", OWNER_PASSWORD, outlet.card)
    assert owner.session.record_state() is not RecordState.BROKEN
    assert owner.session.store.checkpoint().branch < MOST_BRANCHES
    outlet.entrance.close()


def test_what_a_label_has_shown_to_be_rolled_back_stays_red_through_restarts_until_the_owner_says_so(
    shop: Shop, outlet: Outlet, tmp_path: Path
) -> None:
    """A day taken back with everything that lies on this PC, and then the program closed and started twice."""
    record_id, _, text = _first(shop)
    copy_aside(outlet, tmp_path / "aside")
    lost = label(outlet.lin()).text
    outlet.entrance.close()
    put_back(outlet, tmp_path / "aside")
    assert outlet.chen().scans.take(lost).outcome is ScanOutcome.MISFIT
    for _ in range(2):
        outlet.entrance.close()
        services = outlet.chen()
        services.scans.take(text)
        with pytest.raises(RevealsStopped):
            services.reveal.by_scan(record_id, PHONE, CALL)
    owner = outlet.owner()
    owner.scans.acknowledge("the PC was repaired", OWNER_PASSWORD, outlet.card)
    outlet.entrance.close()
    services = outlet.chen()
    assert services.scans.take(lost).outcome is ScanOutcome.LOST_DAYS
    services.scans.take(text)
    assert services.reveal.by_scan(record_id, PHONE, CALL).text
    outlet.entrance.close()
    assert _checked(outlet.lin()) is RecordState.GOOD
    outlet.entrance.close()
