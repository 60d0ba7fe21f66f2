"""A closed list's file: the carrier opens what is sealed to it, nobody else anything, and it is never half there."""

from __future__ import annotations

import hashlib
import shutil
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from outlet_app.domain.act_detail import read_detail
from outlet_app.domain.activity import ActivityKind
from outlet_app.errors import (
    FileReadOnly,
    HandoverFolderGone,
    HandoverFolderNotSet,
    HandoverFolderUnfit,
    HistoryBroken,
    NotPermitted,
    SessionLocked,
)
from outlet_app.sealing import handover_file
from outlet_app.sealing.handover_key import fingerprint
from outlet_app.services import sealed_handover
from outlet_app.services.session import RecordState
from outlet_app.store import activities, waybills
from tests.builders import LI, ZHANG
from tests.outlets import LABEL_PRINTER, OWNER_PASSWORD, copy_of
from tests.services.carriers_keys import (
    NEWER,
    YTO,
    accept,
    choose,
    close_list,
    key_in_force,
    name_key,
    opened,
    withdraw,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from outlet_app.services.admission import Services
    from tests.outlets import Outlet


@pytest.fixture(scope="module")
def keyed(template: Outlet, tmp_path_factory: pytest.TempPathFactory) -> Outlet:
    """An outlet with YTO's key in force, made once. Never changed."""
    outlet = copy_of(template, tmp_path_factory.mktemp("keyed"))
    key_in_force(outlet).session.sign_out()
    return outlet


@pytest.fixture
def outlet(keyed: Outlet, tmp_path: Path) -> Outlet:
    copy = copy_of(keyed, tmp_path)
    copy.clock.now = keyed.clock.now
    return copy


@pytest.fixture
def owner(outlet: Outlet, stick: Path) -> Iterator[Services]:
    """The owner, who chose the stick."""
    services = outlet.owner()
    choose(services, stick)
    yield services
    outlet.entrance.close()


def last_act(services: Services) -> tuple[str, bytes | None, dict[str, str | int]]:
    act = activities.newest(services.session.store.reader)
    assert act is not None
    return act.kind, act.record_id, dict(read_detail(act))


def test_the_carrier_opens_what_was_sealed_to_it_and_the_rest_is_named(
    template: Outlet, tmp_path: Path, stick: Path
) -> None:
    outlet = copy_of(template, tmp_path / "keyless")
    first = outlet.chen()
    early = accept(first)
    first.session.sign_out()
    owner = key_in_force(outlet)
    choose(owner, stick)
    one, two = accept(owner), accept(owner, sender=ZHANG, recipient=LI)
    list_id = close_list(owner, two, early, one)

    written = owner.sealed_handover.make(list_id)

    assert written.path.parent == stick
    assert (written.count, written.without_wrap) == (2, (early.number,))
    details = opened(written.path, YTO)
    assert list(details) == [two.number, one.number]
    assert details[one.number].recipient.phone == ZHANG.phone
    assert details[two.number].sender.name == ZHANG.name
    assert details[two.number].recipient.detail == LI.detail
    outlet.entrance.close()


def test_the_file_is_recorded_with_its_digest_and_its_list_is_due_no_more(owner: Services, stick: Path) -> None:
    list_id = close_list(owner, accept(owner))
    assert owner.sealed_handover.is_due(list_id)
    assert owner.sealed_handover.due() == (list_id,)

    written = owner.sealed_handover.make(list_id)

    digest = hashlib.sha256(written.path.read_bytes()).hexdigest()
    said = {"carrier": "yto", "list": 1, "count": 1, "without": 0, "sha256": digest}
    assert last_act(owner) == (ActivityKind.HANDOVER_WRITTEN, list_id, said)
    assert not owner.sealed_handover.is_due(list_id)
    assert owner.sealed_handover.due() == ()
    assert [path.name for path in stick.iterdir()] == ["handover-yto-20261123-1.handover"]


def test_it_can_be_written_again_and_takes_its_own_place(owner: Services, stick: Path) -> None:
    list_id = close_list(owner, accept(owner))
    first = owner.sealed_handover.make(list_id)
    again = owner.sealed_handover.make(list_id)

    assert first.path == again.path
    assert list(stick.iterdir()) == [again.path]
    assert len(opened(again.path, YTO)) == 1


def test_a_clerk_closes_and_writes_and_the_file_says_by_whose_word(outlet: Outlet, owner: Services) -> None:
    owner.session.sign_out()
    chen = outlet.chen()
    written = chen.sealed_handover.make(close_list(chen, accept(chen)))

    file = handover_file.decode(written.path.read_bytes(), written.path)
    keys = chen.session.keys
    assert file.writer.owner_verify_key == keys.owner_verify_key
    assert file.writer.verify_key(outlet.keys.key_file().outlet_id) == keys.signing_key.verify_key
    assert (file.head.outlet_name, file.head.carrier, file.head.list_number) == ("余杭文一西路网点", "yto", 1)
    assert file.head.at.n < chen.session.store.checkpoint().n


def test_while_a_key_is_replaced_one_file_holds_waybills_of_both(outlet: Outlet, owner: Services) -> None:
    old = accept(owner)
    name_key(outlet, owner, NEWER)
    outlet.clock.move(hours=24)
    new = accept(owner)

    written = owner.sealed_handover.make(close_list(owner, old, new))

    assert written.without_wrap == ()
    assert list(opened(written.path, YTO)) == [old.number]
    assert list(opened(written.path, NEWER)) == [new.number]


def test_what_was_sealed_to_a_withdrawn_key_goes_into_no_file(outlet: Outlet, owner: Services) -> None:
    one = accept(owner)
    withdraw(outlet, owner)
    list_id = close_list(owner, one)
    assert not owner.sealed_handover.is_due(list_id)

    name_key(outlet, owner, NEWER)
    written = owner.sealed_handover.make(list_id)

    assert (written.count, written.without_wrap) == (0, (one.number,))
    assert handover_file.decode(written.path.read_bytes(), written.path).records == ()


def test_a_corrected_waybill_goes_in_its_newest_version(owner: Services) -> None:
    one = accept(owner)
    draft = owner.reveal.open_for_correction(one.record_id).draft
    owner.entry.correct(one.record_id, replace(draft, recipient=replace(draft.recipient, name="张四")), LABEL_PRINTER)

    written = owner.sealed_handover.make(close_list(owner, one))

    assert opened(written.path, YTO)[one.number].recipient.name == "张四"


def test_a_list_without_a_waybill_of_that_key_is_not_due(owner: Services) -> None:
    list_id = close_list(owner, accept(owner, carrier="zto"), carrier="zto")

    assert not owner.sealed_handover.is_due(list_id)


def test_an_open_list_is_not_due_and_has_no_file(owner: Services) -> None:
    owner.hand_over.put_on("yto", accept(owner).number, typed=False)
    (standing,) = owner.hand_over.lists()

    assert not owner.sealed_handover.is_due(standing.list_id)
    with pytest.raises(ValueError, match="open"):
        owner.sealed_handover.begin(standing.list_id)


def test_what_is_due_is_asked_for_seven_days(outlet: Outlet, owner: Services) -> None:
    list_id = close_list(owner, accept(owner))
    outlet.clock.move(days=6)
    assert owner.sealed_handover.due() == (list_id,)
    outlet.clock.move(days=2)
    assert owner.sealed_handover.due() == ()
    assert owner.sealed_handover.is_due(list_id)


def test_a_long_list_is_gathered_in_portions(owner: Services, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sealed_handover, "PORTION", 2)
    order = owner.sealed_handover.begin(close_list(owner, *(accept(owner) for _ in range(3))))

    order = owner.sealed_handover.gather(order)
    assert (len(order.records), len(order.left), order.data) == (2, 1, b"")
    order = owner.sealed_handover.gather(order)
    assert (len(order.records), len(order.left)) == (3, 0)
    assert len(opened(owner.sealed_handover.write(order).path, YTO)) == 3


def test_a_stick_that_was_pulled_out_leaves_the_list_closed_and_due(owner: Services, stick: Path) -> None:
    list_id = close_list(owner, accept(owner))
    shutil.rmtree(stick)

    with pytest.raises(HandoverFolderGone):
        owner.sealed_handover.make(list_id)

    assert not stick.exists()
    assert owner.hand_over.lists() == ()
    assert owner.sealed_handover.is_due(list_id)
    stick.mkdir()
    owner.sealed_handover.make(list_id)
    assert not owner.sealed_handover.is_due(list_id)


def test_without_a_folder_it_says_so(outlet: Outlet) -> None:
    owner = outlet.owner()
    list_id = close_list(owner, accept(owner))

    assert owner.sealed_handover.folder() is None
    with pytest.raises(HandoverFolderNotSet):
        owner.sealed_handover.make(list_id)
    outlet.entrance.close()


def test_a_folder_is_tried_before_it_is_chosen(outlet: Outlet, stick: Path) -> None:
    owner = outlet.owner()
    for own in (outlet.place.folder, outlet.place.state / "within"):
        with pytest.raises(HandoverFolderUnfit):
            owner.sealed_handover.try_folder(own)
    with pytest.raises(HandoverFolderGone):
        owner.sealed_handover.try_folder(stick / "none")
    (stick / "file").write_bytes(b"")
    with pytest.raises(HandoverFolderGone):
        owner.sealed_handover.try_folder(stick / "file")

    trial = owner.sealed_handover.try_folder(stick)
    assert trial.free > 0
    assert [path.name for path in stick.iterdir()] == ["file"]
    owner.sealed_handover.choose_folder(trial)
    assert owner.sealed_handover.folder() == stick
    assert last_act(owner)[2] == {"name": "handover-folder", "old": "", "new": str(stick)}
    outlet.entrance.close()


def test_a_name_that_is_taken_by_a_folder_is_told_as_read_only(owner: Services, stick: Path) -> None:
    list_id = close_list(owner, accept(owner))
    (stick / "handover-yto-20261123-1.handover" / "within").mkdir(parents=True)

    with pytest.raises((FileReadOnly, HandoverFolderGone)):
        owner.sealed_handover.make(list_id)
    assert owner.sealed_handover.is_due(list_id)


def test_a_waybill_whose_wrap_another_hand_changed_is_left_out_and_told(owner: Services) -> None:
    """The acts commit to it; the carrier would only find that it does not open."""
    good, bad = accept(owner), accept(owner)
    list_id = close_list(owner, good, bad)
    _change(owner, "UPDATE waybills SET carrier_wrap = zeroblob(80) WHERE record_id = ?", bad.record_id)

    written = owner.sealed_handover.make(list_id)

    assert (written.count, written.without_wrap) == (1, (bad.number,))
    assert owner.session.record_state() is RecordState.BROKEN


def test_a_list_whose_rows_another_hand_changed_gets_no_file(owner: Services, stick: Path) -> None:
    one, two = accept(owner), accept(owner)
    list_id = close_list(owner, one, two)
    _change(owner, "DELETE FROM handover_items WHERE record_id = ?", two.record_id)

    with pytest.raises(HistoryBroken):
        owner.sealed_handover.make(list_id)
    assert list(stick.iterdir()) == []


def test_a_file_that_was_written_and_not_recorded_is_due_until_it_is(owner: Services, stick: Path) -> None:
    """The program was killed between the two: the same file is written once more."""
    list_id = close_list(owner, accept(owner))
    owner.sealed_handover.write(owner.sealed_handover.gather(owner.sealed_handover.begin(list_id)))

    assert owner.sealed_handover.due() == (list_id,)
    owner.sealed_handover.make(list_id)
    assert len(list(stick.iterdir())) == 1
    assert owner.sealed_handover.due() == ()


def test_new_owners_keys_leave_the_carriers_wraps_and_key_as_they_are(outlet: Outlet, owner: Services) -> None:
    one = accept(owner)
    before = waybills.sealed(owner.session.store.reader, one.record_id)
    in_hand = owner.owner_keys.draw_seed()
    owner.owner_keys.replace_seed(in_hand, password=OWNER_PASSWORD, card=outlet.card)
    while owner.wraps.some():
        pass
    after = waybills.sealed(owner.session.store.reader, one.record_id)
    two = accept(owner)

    assert after.carrier_wrap == before.carrier_wrap
    assert after.owner_wrap != before.owner_wrap
    written = owner.sealed_handover.make(close_list(owner, one, two))
    assert set(opened(written.path, YTO)) == {one.number, two.number}
    file = handover_file.decode(written.path.read_bytes(), written.path)
    assert file.writer.owner_verify_key == owner.session.keys.owner_verify_key


def test_what_was_begun_before_a_lock_ends_and_after_a_sign_out_does_not(outlet: Outlet, owner: Services) -> None:
    list_id = close_list(owner, accept(owner))
    order = owner.sealed_handover.gather(owner.sealed_handover.begin(list_id))
    owner.session.lock()
    written = owner.sealed_handover.write(order)
    owner.sealed_handover.note(written)
    with pytest.raises(SessionLocked):
        owner.sealed_handover.begin(list_id)
    outlet.entrance.close()
    with pytest.raises(SessionLocked):
        owner.sealed_handover.note(written)


def test_a_clerk_chooses_no_folder(outlet: Outlet, stick: Path) -> None:
    chen = outlet.chen()
    with pytest.raises(NotPermitted):
        chen.sealed_handover.try_folder(stick)
    outlet.entrance.close()


def test_nothing_of_anybody_stands_in_the_file_or_its_name(owner: Services) -> None:
    written = owner.sealed_handover.make(close_list(owner, accept(owner, remark="轻放 请勿倒置")))
    data = written.path.read_bytes()

    for text in (ZHANG.name, ZHANG.phone, LI.name, LI.phone, "969号", "501室", "轻放", "余杭区", "杭州"):
        assert text.encode() not in data
        assert text not in str(written.path)
    assert fingerprint(YTO.public_key).encode() not in data


def _change(services: Services, sql: str, *values: bytes) -> None:
    """Another hand in the open database: what is changed so stands there without an act."""
    with services.session.store._database.transaction() as cursor:
        cursor.run(sql, *values)
