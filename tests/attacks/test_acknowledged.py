"""What a thief gets by putting the record back, and by saying in the owner's place that this is in order."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from outlet_app.domain.acknowledgement import Acknowledgement, acts_digest, write_acknowledgement
from outlet_app.domain.branches import BranchPoint
from outlet_app.domain.context import ctx
from outlet_app.domain.history import Checkpoint
from outlet_app.domain.reveal_terms import ScanOutcome
from outlet_app.domain.statement import Statement
from outlet_app.errors import NoLabelInHand, RevealsStopped, SessionLocked, StatementRefused
from outlet_app.sealing.label_code import write_label_code
from outlet_app.services.session import RecordState
from outlet_app.store import accounts, branches, near_checkpoint
from tests.services.scanning import acknowledge, check_all, copy_aside, label, put_back, read_label

if TYPE_CHECKING:
    from pathlib import Path

    from outlet_app.services import Services
    from tests.attacks.conftest import Shop
    from tests.attacks.thief import Thief
    from tests.outlets import Outlet


def _a_day(outlet: Outlet) -> list[str]:
    lin = outlet.lin()
    texts = [label(lin).text for _ in range(3)]
    outlet.entrance.close()
    return texts


def _taken_back(outlet: Outlet, folder: Path) -> list[str]:
    """A day of Lin's, and both folders put back as they were before it."""
    copy_aside(outlet, folder)
    texts = _a_day(outlet)
    put_back(outlet, folder)
    return texts


def _head(thief: Thief) -> Checkpoint:
    ((n, chain_hash),) = thief.run("SELECT n, chain_hash FROM acts ORDER BY n DESC LIMIT 1")
    ((branch,),) = thief.run("SELECT branch FROM outlet")
    return Checkpoint(branch, n, bytes(chain_hash))


def _is_red(services: Services, text: str) -> bool:
    outcome = services.scans.take(text).outcome
    if outcome is not ScanOutcome.MISFIT:
        return False
    with pytest.raises(RevealsStopped):
        services.session.require_reveals_allowed()
    return services.session.record_state() is RecordState.BROKEN


def test_a_day_taken_back_with_everything_that_lies_on_this_pc_shows_at_the_next_scan_of_its_labels(
    outlet: Outlet, tmp_path: Path
) -> None:
    texts = _taken_back(outlet, tmp_path / "aside")
    chen = outlet.chen()
    check_all(chen)
    assert chen.session.record_state() is RecordState.GOOD
    assert _is_red(chen, texts[-1])
    outlet.entrance.close()


def test_his_own_last_acts_cut_away_with_the_checkpoint_beside_show_at_the_next_scan(
    outlet: Outlet, thief: Thief
) -> None:
    chen = outlet.chen()
    made, later = label(chen), label(chen)
    chen.session.sign_out()
    ((n,),) = thief.run("SELECT min(n) FROM acts WHERE record_id = ?", made.record_id)
    thief.run("DELETE FROM acts WHERE n >= ?", n)
    with thief.store() as store:
        near_checkpoint.write(outlet.place.near_checkpoint, store.checkpoint())
    lin = outlet.lin()
    assert _is_red(lin, later.text)
    outlet.entrance.close()


def _forged(thief: Thief) -> Acknowledgement:
    left = _head(thief)
    return Acknowledgement(BranchPoint(400, left), 1, left.n + 1, acts_digest(()), (), "一切正常")


@pytest.mark.parametrize("with_act", [True, False])
def test_an_acknowledgement_that_he_signs_himself_lets_nobody_in(
    outlet: Outlet, thief: Thief, tmp_path: Path, *, with_act: bool
) -> None:
    _taken_back(outlet, tmp_path / "aside")
    said = _forged(thief)
    ((serial,),) = thief.run("SELECT max(serial) + 1 FROM statements")
    text = write_acknowledgement(said)
    signature = thief.opened.signing_key.sign(ctx("statement", thief.opened.outlet_id, serial, text))
    forged = Statement(serial, text, signature)
    if with_act:
        with thief.store() as store:
            entries = (branches.acknowledged(said.point, (), {}), accounts.statement_made(forged))
            store.write(thief.author(outlet.chen_id), *entries)
    else:
        thief.run("INSERT INTO statements VALUES (?, ?, ?)", serial, text, signature)
    with pytest.raises(StatementRefused):
        outlet.lin()


def test_an_act_that_says_it_was_acknowledged_changes_nothing(outlet: Outlet, thief: Thief, tmp_path: Path) -> None:
    texts = _taken_back(outlet, tmp_path / "aside")
    entry = branches.acknowledged(_forged(thief).point, (), {"reason": "一切正常"})
    with thief.store() as store:
        store.write(thief.author(outlet.chen_id), replace(entry, apply=lambda _: None))
    lin = outlet.lin()
    assert lin.scans.acknowledged() == ()
    assert _is_red(lin, texts[-1])
    outlet.entrance.close()


def test_the_owners_own_acknowledgement_pasted_into_an_older_record_is_red(
    outlet: Outlet, thief: Thief, tmp_path: Path
) -> None:
    """His words are signed, but they name the act at which they were said, and that one is not there."""
    texts = _taken_back(outlet, tmp_path / "aside")
    owner = outlet.owner()
    owner.scans.take(texts[0])
    between = label(owner)
    acknowledge(outlet, owner)
    outlet.entrance.close()
    ((serial, text, signature),) = thief.run(
        "SELECT serial, text, signature FROM statements ORDER BY serial DESC LIMIT 1"
    )
    put_back(outlet, tmp_path / "aside")
    with thief.store() as store:
        kept = Statement(serial, text, bytes(signature))
        branch = int(json.loads(text)["subject"].partition(":")[2])
        raised = branches.acknowledged(BranchPoint(branch, store.checkpoint()), (), {})
        store.write(thief.author(outlet.chen_id), raised, accounts.statement_made(kept))
        store.take_up_branch()
        near_checkpoint.write(outlet.place.near_checkpoint, store.checkpoint())
    lin = outlet.lin()
    assert lin.session.record_state() is RecordState.BROKEN
    outlet.entrance.close()
    owner = outlet.owner()
    acknowledge(outlet, owner)
    check_all(owner)
    assert owner.session.record_state() is RecordState.GOOD
    assert owner.scans.take(between.text).outcome is ScanOutcome.LOST_DAYS
    outlet.entrance.close()
    again = outlet.chen()
    check_all(again)
    assert again.session.record_state() is RecordState.GOOD
    outlet.entrance.close()


def test_with_the_label_key_that_every_login_holds_he_can_make_the_record_red_and_nothing_green(
    outlet: Outlet, thief: Thief, shop: Shop
) -> None:
    """What is true: reveals stop until the owner takes note of it; parcels go on. He opens nothing by it."""
    code = read_label(next(iter(shop.codes.values())))
    forged = write_label_code(
        outlet_id=thief.opened.outlet_id,
        number=code.number,
        serial=code.serial,
        token=code.token,
        checkpoint=Checkpoint(1, code.checkpoint.n, bytes(32)),
        label_key=thief.opened.label_key,
    )
    chen = outlet.chen()
    assert _is_red(chen, forged)
    assert chen.session.in_hand is None
    label(chen)
    outlet.entrance.close()


def test_a_lock_takes_the_label_out_of_everybodys_hand(outlet: Outlet, shop: Shop) -> None:
    record_id, text = next(iter(shop.codes.items()))
    chen = outlet.chen()
    assert chen.scans.take(text).outcome is ScanOutcome.OPENS
    chen.session.lock()
    with pytest.raises(SessionLocked):
        chen.scans.take(text)
    for services in (outlet.lin(), outlet.chen()):
        with pytest.raises(NoLabelInHand):
            services.session.label_in_hand(record_id)
    outlet.entrance.close()
