"""Canaries: marked by an owner without a trace, and told of at one look of anybody else."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from outlet_app.domain.activity import ActivityKind
from outlet_app.domain.canaries import MOST_CANARIES, CanaryLook
from outlet_app.domain.flags import FlagKind
from outlet_app.domain.outlet_day import outlet_day
from outlet_app.domain.reveal_terms import RevealField, RevealReason
from outlet_app.domain.sealed_waybill import WaybillState
from outlet_app.errors import FaultKind, InvalidDraft, NoLabelInHand
from outlet_app.sealing.label_code import CardCode, read_code, write_card_code
from outlet_app.services.canaries import CanaryState
from outlet_app.store import activities, canaries, waybills
from tests.builders import draft
from tests.outlets import LABEL_PRINTER
from tests.services.scanning import Labelled, label
from tests.services.watching import NOTE, newest, seen, the_one

if TYPE_CHECKING:
    from collections.abc import Iterator

    from outlet_app.services import Services
    from tests.outlets import Outlet


@pytest.fixture
def owner(outlet: Outlet) -> Iterator[Services]:
    services = outlet.owner()
    yield services
    services.session.store.close()


@pytest.fixture
def bird(owner: Services) -> Labelled:
    """A waybill of nobody that the owner accepted and marked."""
    made = label(owner)
    owner.canaries.mark(made.number, NOTE)
    return made


def refused(services: Services, number: str, note: str = "") -> tuple[str, FaultKind]:
    with pytest.raises(InvalidDraft) as caught:
        services.canaries.mark(number, note)
    (fault,) = caught.value.faults
    return fault.field, fault.kind


def test_what_is_marked_stands_on_the_list_until_its_code_ends(owner: Services, bird: Labelled) -> None:
    view = the_one(owner)
    assert (view.canary.record_id, view.canary.note, view.state) == (bird.record_id, NOTE, CanaryState.STANDS)
    assert view.waybill is not None
    assert view.waybill.masked.number == bird.number
    assert view.opens_until is not None
    assert (view.opens_until - owner.session.clock()).days == 7
    assert owner.canaries.to_renew() == 0


def test_marking_writes_one_act_that_names_neither_a_waybill_nor_a_number_of_them(
    owner: Services, bird: Labelled
) -> None:
    other = label(owner)
    before = owner.session.store.checkpoint().n
    owner.canaries.mark(other.number, "")
    kind, record_id, detail = newest(owner)
    assert owner.session.store.checkpoint().n == before + 1
    assert (kind, record_id) == (ActivityKind.CANARIES_SEALED, None)
    box = canaries.box_of(owner.session.store.reader, owner.session.account.account_id)
    assert box is not None
    assert detail == f'{{"box":"{canaries.digest(box)}"}}'
    assert [each.canary.record_id for each in owner.canaries.marked().canaries] == [bird.record_id, other.record_id]


def test_unmarking_looks_the_same_in_the_record(owner: Services, bird: Labelled) -> None:
    owner.canaries.unmark(bird.record_id)
    assert newest(owner)[:2] == (ActivityKind.CANARIES_SEALED, None)
    assert owner.canaries.marked().canaries == ()


def test_looking_at_the_list_and_reading_a_label_for_it_write_nothing(owner: Services, bird: Labelled) -> None:
    before = owner.session.store.checkpoint()
    assert owner.canaries.number_on(bird.text) == bird.number
    assert owner.canaries.number_on(bird.number.lower()) == bird.number
    owner.canaries.marked()
    owner.canaries.to_renew()
    owner.flags.canary_flags()
    assert owner.session.store.checkpoint() == before


@pytest.mark.parametrize("text", ["", "张三", "OA1.XXXX", write_card_code(bytes(16), bytes(16))])
def test_what_shows_no_number_gives_none(owner: Services, text: str) -> None:
    assert owner.canaries.number_on(text) == ""
    assert not text.startswith("OK1") or isinstance(read_code(text), CardCode)


def test_what_cannot_be_marked_is_said_beside_its_field(owner: Services, bird: Labelled) -> None:
    gone = label(owner)
    owner.session.write(waybills.left(gone.record_id, WaybillState.RETURNED, owner.session.clock()))
    assert refused(owner, " ") == ("number", FaultKind.EMPTY)
    assert refused(owner, "!?") == ("number", FaultKind.NOT_A_WAYBILL_NUMBER)
    assert refused(owner, "YT8800000000998") == ("number", FaultKind.NOT_IN_SHOP)
    assert refused(owner, gone.number) == ("number", FaultKind.NOT_IN_SHOP)
    assert refused(owner, bird.number) == ("number", FaultKind.ALREADY_MARKED)
    assert refused(owner, label(owner).number, "长" * 41) == ("note", FaultKind.TOO_LONG)


def test_a_list_holds_ten(owner: Services) -> None:
    for _ in range(MOST_CANARIES):
        owner.canaries.mark(owner.entry.accept(draft(), LABEL_PRINTER).number, "")
    assert refused(owner, owner.entry.accept(draft(), LABEL_PRINTER).number) == ("number", FaultKind.LIST_FULL)
    assert len(owner.canaries.marked().canaries) == MOST_CANARIES


def test_one_look_up_by_a_clerk_is_the_owners_first_news(outlet: Outlet, owner: Services, bird: Labelled) -> None:
    chen = outlet.chen()
    chen.find.look_up(bird.number)
    owner = outlet.owner()
    assert seen(owner) == [("陈伟", CanaryLook.LOOKED_UP.value, 1)]
    first = owner.flags.open_flags()[0]
    assert (first.flag.kind, first.flag.account_id) == (FlagKind.CANARY, outlet.chen_id)
    assert first.flag.facts["canary"] == f"{bird.number} · {NOTE}"
    (act,) = (
        act for act in activities.of_record(owner.session.store.reader, bird.record_id) if act.n in first.flag.rows
    )
    assert act.account_id == outlet.chen_id


def test_a_scan_a_refusal_and_a_reveal_each_tell(outlet: Outlet, bird: Labelled) -> None:
    chen = outlet.chen()
    with pytest.raises(NoLabelInHand):
        chen.reveal.by_scan(bird.record_id, RevealField.REMARK, RevealReason.CALL, "")
    assert seen(outlet.owner()) == [("陈伟", CanaryLook.REFUSED.value, 1)]
    lin = outlet.lin()
    lin.scans.take(bird.text)
    assert seen(outlet.owner()) == [
        ("陈伟", CanaryLook.REFUSED.value, 1),
        ("林芳", CanaryLook.SCANNED.value, 1),
    ]
    lin = outlet.lin()
    lin.scans.take(bird.text)
    lin.reveal.by_scan(bird.record_id, RevealField.REMARK, RevealReason.CALL, "")
    assert seen(outlet.owner())[1] == ("林芳", CanaryLook.REVEALED.value, 3)


def test_a_list_a_truck_and_a_tail_that_it_shares_tell_nothing(outlet: Outlet, owner: Services, bird: Labelled) -> None:
    outlet.chen().find.look_up("8000")
    hand = outlet.lin().hand_over
    hand.put_on("yto", bird.text, typed=False)
    hand.close(hand.lists()[0].list_id, None)
    owner = outlet.owner()
    assert seen(owner) == []
    assert the_one(owner).state is CanaryState.LEFT
    assert owner.canaries.to_renew() == 1


def test_what_its_owner_does_tells_nothing(owner: Services, bird: Labelled) -> None:
    owner.find.look_up(bird.number)
    owner.scans.take(bird.text)
    owner.reveal.by_scan(bird.record_id, RevealField.REMARK, RevealReason.CALL, "")
    assert seen(owner) == []


def test_what_was_done_before_the_mark_and_after_it_was_taken_off_tells_nothing(
    outlet: Outlet, owner: Services
) -> None:
    made = label(owner)
    outlet.chen().find.look_up(made.number)
    outlet.owner().canaries.mark(made.number, "")
    assert seen(outlet.owner()) == []
    outlet.chen().find.look_up(made.number)
    owner = outlet.owner()
    assert len(seen(owner)) == 1
    owner.canaries.unmark(made.record_id)
    assert seen(owner) == []


def test_ticking_off_names_neither_the_person_nor_the_look_and_later_looks_wait_again(
    outlet: Outlet, owner: Services, bird: Labelled
) -> None:
    outlet.chen().find.look_up(bird.number)
    owner = outlet.owner()
    (view,) = owner.flags.canary_flags()
    owner.flags.tick(view.flag, "问过本人")
    kind, record_id, detail = newest(owner)
    assert (kind, record_id) == (ActivityKind.FLAG_TICKED, None)
    assert outlet.chen_id.hex() not in detail
    assert all(f'"{name}"' not in detail for name in ("n", "to", "day", "account"))
    assert owner.flags.canary_flags() == ()
    assert all(each.flag.kind is not FlagKind.CANARY for each in owner.flags.open_flags())
    outlet.clock.move(minutes=5)
    outlet.chen().find.look_up(bird.number)
    assert seen(outlet.owner()) == [("陈伟", CanaryLook.LOOKED_UP.value, 2)]


def test_what_is_recorded_of_a_review_and_what_papers_tell_leave_canaries_out(
    outlet: Outlet, owner: Services, bird: Labelled
) -> None:
    outlet.chen().find.look_up(bird.number)
    owner = outlet.owner()
    assert owner.flags.open_flags()[0].flag.kind is FlagKind.CANARY
    assert all(view.flag.kind is not FlagKind.CANARY for view in owner.flags.flags(outlet_day(outlet.clock())))
    owner.flags.note_reviewed()
    others = len(owner.flags.open_flags()) - 1
    assert f'"flags":{others},' in newest(owner)[2]


def test_a_flag_of_a_month_ago_is_over(outlet: Outlet, owner: Services, bird: Labelled) -> None:
    outlet.chen().find.look_up(bird.number)
    owner = outlet.owner()
    outlet.clock.move(days=30)
    assert len(owner.flags.canary_flags()) == 1
    outlet.clock.move(days=1)
    assert owner.flags.canary_flags() == ()


def test_a_code_that_is_over_and_a_label_that_was_never_printed_are_told(outlet: Outlet, owner: Services) -> None:
    bare = owner.entry.accept(draft(), None)
    owner.canaries.mark(bare.number, "")
    assert the_one(owner).state is CanaryState.STANDS
    outlet.clock.move(minutes=11)
    owner.session.forget_codes(owner.session.labels.holding())
    assert the_one(owner).state is CanaryState.CLOSED
    owner.canaries.unmark(bare.record_id)
    owner.canaries.mark(label(owner).number, "")
    outlet.clock.move(days=7)
    assert (the_one(owner).state, owner.canaries.to_renew()) == (CanaryState.CLOSED, 1)


def test_a_canary_whose_row_is_gone_is_told(owner: Services, bird: Labelled) -> None:
    with owner.session.store._database.transaction() as cursor:
        cursor.run("DELETE FROM label_wraps")
        cursor.run("DELETE FROM waybills WHERE record_id = ?", bird.record_id)
    view = the_one(owner)
    assert (view.state, view.waybill) == (CanaryState.GONE, None)
