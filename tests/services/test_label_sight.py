"""What a label's code turns out to be, whoever takes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from outlet_app.domain.history import Checkpoint
from outlet_app.domain.reveal_terms import ScanOutcome
from outlet_app.sealing.label_code import LabelToken
from outlet_app.services.label_sight import is_known_odd, judged
from outlet_app.services.record_check import RecordState
from tests.services.revealing import last
from tests.services.scanning import acknowledge, edit, label, label_at, read_label

if TYPE_CHECKING:
    from outlet_app.services import Services
    from tests.outlets import Outlet


def test_a_label_that_opens_is_told_and_nothing_is_recorded_of_it(chen: Services) -> None:
    made = label(chen)
    head = chen.session.store.checkpoint()
    verdict = judged(chen.session, read_label(made.text))
    assert verdict.outcome is ScanOutcome.OPENS
    assert verdict.kept is not None
    assert verdict.kept.masked.record_id == made.record_id
    assert chen.session.store.checkpoint() == head


def test_a_label_that_is_not_genuine_is_recorded_without_its_number(chen: Services) -> None:
    made = label(chen)
    token = LabelToken(bytes(16))
    text = label_at(chen, made, chen.session.store.checkpoint(), token=token)
    assert (
        judged(chen.session, read_label(text[:-1] + ("A" if text[-1] != "A" else "B"))).outcome is ScanOutcome.FOREIGN
    )
    kind, detail = last(chen)
    assert (kind, detail) == ("foreign_label_scanned", {"why": "not_genuine"})


def test_a_label_of_a_record_that_was_cut_makes_it_broken(chen: Services) -> None:
    made = label(chen)
    head = chen.session.store.checkpoint()
    text = label_at(chen, made, Checkpoint(head.branch, head.n + 40, bytes(32)))
    assert judged(chen.session, read_label(text)).outcome is ScanOutcome.MISFIT
    assert chen.session.record_state() is RecordState.BROKEN


def test_a_row_that_the_owner_acknowledged_as_odd_is_of_the_lost_days(outlet: Outlet) -> None:
    owner = outlet.owner()
    made = label(owner)
    edit(owner, "UPDATE waybills SET fee_fen = 1 WHERE record_id = ?", made.record_id)
    assert judged(owner.session, read_label(made.text)).outcome is ScanOutcome.MISFIT
    assert not is_known_odd(owner.session, made.record_id)
    acknowledge(outlet, owner)
    assert is_known_odd(owner.session, made.record_id)
    assert judged(owner.session, read_label(made.text)).outcome is ScanOutcome.LOST_DAYS
    owner.session.store.close()


def test_a_label_whose_own_act_another_one_took_the_place_of_makes_the_record_broken(chen: Services) -> None:
    made = label(chen)
    text = label_at(chen, made, chen.session.store.checkpoint(), token=LabelToken(b"x" * 16))
    chen.find.look_up(made.number)
    assert judged(chen.session, read_label(text)).outcome is ScanOutcome.MISFIT
    assert chen.session.record_state() is RecordState.BROKEN


def test_another_outlets_label_is_recorded_as_such(chen: Services) -> None:
    made = label(chen)
    mark = made.text.split(".")[1]
    other = "".join("0" if each != "0" else "1" for each in mark)
    foreign = read_label(made.text.replace(f".{mark}.", f".{other}.", 1))
    assert judged(chen.session, foreign).outcome is ScanOutcome.FOREIGN
    assert last(chen) == ("foreign_label_scanned", {"why": "other_outlet"})
