"""Two PCs played by two home folders: an outlet on A, a backup, more work, A destroyed, restored on B."""

from __future__ import annotations

import random
import shutil
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pytest

from outlet_app.domain.branches import Days
from outlet_app.domain.history import Checkpoint
from outlet_app.domain.reveal_terms import ScanOutcome
from outlet_app.errors import KeyMismatch, WrongPassword
from outlet_app.paths import OutletPlace
from outlet_app.sealing import account_keys
from outlet_app.sealing.device import device_secret
from outlet_app.sealing.key_file import read_key_file
from outlet_app.sealing.label_code import LabelCode, is_genuine, read_code
from outlet_app.sealing.owner_seed import OwnerSeed
from outlet_app.sealing.owner_slots import open_with_recovery
from outlet_app.sealing.unseal import unseal_with_owner_key, unseal_with_token
from outlet_app.services.entrance import Entrance
from outlet_app.services.outlet_keys import OutletKeys
from outlet_app.services.record_check import RecordState
from outlet_app.services.rescue import rescue_of
from outlet_app.store import label_wraps, near_checkpoint, waybills
from outlet_app.store.near_checkpoint import Standing, standing
from tests.builders import draft, person
from tests.outlets import CHEN_PASSWORD, LABEL_PRINTER, OWNER_PASSWORD, QUICK, Clock, Outlet, make_outlet

if TYPE_CHECKING:
    from pathlib import Path

    from outlet_app.services import Services

NEW_PASSWORD = "a sentence for the new PC"


@dataclass
class Story:
    """What happened on A, and the outlet as it stands open on B."""

    outlet: Outlet
    owner: Services
    b_keys: OutletKeys
    b_entrance: Entrance
    card: str
    labels: list[str] = field(repr=False)
    lost_labels: list[str] = field(repr=False)
    near: Checkpoint
    a_files: Path

    def code(self, text: str) -> LabelCode:
        code = read_code(text)
        assert isinstance(code, LabelCode)
        return code


def _accept(services: Services, chance: random.Random, count: int) -> list[str]:
    codes: list[str] = []
    for _ in range(count):
        accepted = services.entry.accept(draft(sender=person(chance), recipient=person(chance)), LABEL_PRINTER)
        kept = services.session.labels.find(accepted.record_id)
        assert kept is not None
        assert kept.code_text is not None
        codes.append(kept.code_text)
    return codes


@pytest.fixture(scope="module")
def story(tmp_path_factory: pytest.TempPathFactory) -> Story:
    """Told once; every chapter looks at it."""
    chance, folder = random.Random(7), tmp_path_factory.mktemp("story")
    a = make_outlet(folder / "a")
    stick = folder / "stick"
    stick.mkdir()
    owner = a.owner()
    owner.backup.choose_folder(owner.backup.try_folder(stick))
    owner.session.sign_out()
    chen = a.chen()
    labels = _accept(chen, chance, 5)
    backup = chen.backup.make(lambda _: None).path
    lost_labels = _accept(chen, chance, 4)
    chen.session.sign_out()
    near = near_checkpoint.read(a.place.near_checkpoint)
    assert near is not None
    shutil.copytree(folder / "a", folder / "thief")
    shutil.rmtree(folder / "a")
    clock = Clock()
    clock.move(hours=30)
    keys = OutletKeys(OutletPlace(folder / "b" / "outlet", folder / "b" / "state"), keystore=False, cost=QUICK)
    entrance = Entrance(keys, clock=clock)
    restore = rescue_of(keys, entrance, clock).restore
    restore.look(backup)
    restore.open_with_sheet(" ".join(a.words))
    restore.unpack(lambda _: None)
    restore.prepare(a.owner_id, NEW_PASSWORD)
    card = restore.papers.card()
    restore.commit({}, lambda _: None)
    return Story(a, restore.begin(), keys, entrance, card, labels, lost_labels, near, folder / "thief")


def _opens(story: Story, text: str) -> bool:
    """Whether a label opens exactly its waybill on B, as a scan of it would."""
    code, reader = story.code(text), story.owner.session.store.reader
    found = waybills.by_number(reader, code.number)
    if not found:
        return False
    sealed = waybills.sealed(reader, found[0].masked.record_id)
    wrap = label_wraps.of(reader, sealed.masked.record_id)
    assert wrap is not None
    details = unseal_with_token(sealed, wrap, code.token, outlet_id=story.owner.session.outlet_id)
    return details.recipient.name[0] == sealed.masked.recipient.initial


def test_the_labels_of_a_open_on_b_and_are_genuine_there(story: Story) -> None:
    for text in story.labels:
        assert is_genuine(story.code(text), story.owner.session.keys.label_key)
        assert _opens(story, text)


def test_the_labels_of_the_lost_days_are_told_from_all_others(story: Story) -> None:
    branches = story.owner.session.statements.branches()
    marks = [story.code(text).checkpoint for text in story.labels]
    lost = [story.code(text).checkpoint for text in story.lost_labels]
    assert {branches.days_of_label(mark.branch, mark.n) for mark in marks} == {Days.HERE}
    assert {branches.days_of_label(mark.branch, mark.n) for mark in lost} == {Days.LOST}
    assert not any(_opens(story, text) for text in story.lost_labels)
    assert all(is_genuine(story.code(text), story.owner.session.keys.label_key) for text in story.lost_labels)


def test_a_scan_on_b_opens_the_labels_of_a_and_tells_those_of_the_lost_days_in_amber(story: Story) -> None:
    scans, session = story.owner.scans, story.owner.session
    assert {scans.take(text).outcome for text in story.labels} == {ScanOutcome.OPENS}
    assert {scans.take(text).outcome for text in story.lost_labels} == {ScanOutcome.LOST_DAYS}
    assert session.in_hand is None
    session.require_reveals_allowed()


def test_a_label_made_on_b_is_of_the_new_branch(story: Story) -> None:
    accepted = story.owner.entry.accept(draft(), LABEL_PRINTER)
    kept = story.owner.session.labels.find(accepted.record_id)
    assert kept is not None
    code = story.code(kept.code_text or "")
    session = story.owner.session
    assert code.checkpoint.branch == session.store.checkpoint().branch > 1
    assert session.statements.branches().days_of_label(code.checkpoint.branch, code.checkpoint.n) is Days.HERE


def test_the_record_verifies_across_the_gap_and_what_a_last_knew_is_no_break(story: Story) -> None:
    session = story.owner.session
    while session.verify_some():
        pass
    assert session.record_state() is RecordState.GOOD
    assert standing(session.store, story.near, session.statements.branches()) is Standing.LOST_DAYS
    session.compare(story.near)
    assert session.record_state() is RecordState.GOOD


def test_a_label_whose_checkpoint_was_rewritten_is_a_break_on_b_too(story: Story) -> None:
    mark = story.code(story.labels[-1]).checkpoint
    session = story.owner.session
    forged = Checkpoint(mark.branch, mark.n, bytes(20))
    assert standing(session.store, forged, session.statements.branches()) is Standing.REWRITTEN


def test_numbers_of_the_lost_days_are_not_given_out_on_b(story: Story) -> None:
    lost = {story.code(text).number for text in story.lost_labels}
    following = story.owner.entry.next_number("yto")
    assert int(following[2:]) > max(int(number[2:]) for number in lost)
    again = story.owner.entry.accept(draft(number=min(lost)), None)
    assert again.number == min(lost)


def test_the_slots_of_a_do_not_open_on_b(story: Story) -> None:
    for account_id, password in ((story.outlet.owner_id, OWNER_PASSWORD), (story.outlet.chen_id, CHEN_PASSWORD)):
        with pytest.raises(WrongPassword):
            story.b_entrance.sign_in(account_id, password)
    with pytest.raises(WrongPassword):
        story.b_keys.owner_seed(story.outlet.owner_id, NEW_PASSWORD, story.outlet.card)


def test_a_thief_with_everything_of_a_reads_nothing_of_b(story: Story) -> None:
    """A clerk's password, A's files and device secret, photos of labels that have left: B's database stays closed."""
    a = OutletPlace(story.a_files / "outlet", story.a_files / "state")
    key_file = read_key_file(a.key_file, a.second_key_file)
    opened = account_keys.sign_in(key_file, story.outlet.chen_id, CHEN_PASSWORD, device_secret(a.state, keystore=False))
    b_key_file = story.b_keys.key_file()
    with pytest.raises(WrongPassword):
        account_keys.sign_in(b_key_file, story.outlet.chen_id, CHEN_PASSWORD, device_secret(a.state, keystore=False))
    assert opened.database_key != story.owner.session.keys.database_key
    for value in (opened.database_key, opened.label_key, device_secret(a.state, keystore=False).secret):
        with pytest.raises(KeyMismatch):
            _open_as_owner(story, OwnerSeed(b_key_file.outlet_id, value))


def test_the_owner_opens_every_waybill_on_b(story: Story) -> None:
    seed = open_with_recovery(story.b_keys.key_file(), " ".join(story.outlet.words))
    assert story.b_keys.owner_seed(story.outlet.owner_id, NEW_PASSWORD, story.card).secret == seed.secret
    assert _open_as_owner(story, seed)


def _open_as_owner(story: Story, seed: OwnerSeed) -> bool:
    reader = story.owner.session.store.reader
    for text in story.labels:
        found = waybills.by_number(reader, story.code(text).number)[0]
        sealed = waybills.sealed(reader, found.masked.record_id)
        unseal_with_owner_key(sealed, seed, outlet_id=seed.outlet_id)
    return True
