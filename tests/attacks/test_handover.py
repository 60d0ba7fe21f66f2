"""Sealed hand-over, attacked: nothing the shop holds opens a file; nobody but the owner names a key, or its time."""

from __future__ import annotations

import io
import json
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from outlet_app import carrier_side
from outlet_app.domain.activity import Activity, ActivityKind
from outlet_app.domain.carrier_key import CarrierKey
from outlet_app.domain.context import ctx
from outlet_app.errors import DateNotConfirmed, KeyMismatch, StatementRefused
from outlet_app.sealing import handover_file, handover_key, record_key, suite
from outlet_app.sealing.handover_file import outlet_fingerprint
from outlet_app.sealing.label_code import TOKEN_BYTES, LabelCode, read_code
from outlet_app.sealing.owner_seed import OwnerSeed
from outlet_app.sealing.statements import CarrierKeyNamed, sign_statement
from outlet_app.services.carrier_keys import key_for
from outlet_app.services.entrance import Entrance
from outlet_app.services.session import RecordState
from outlet_app.store import near_checkpoint, waybills
from outlet_app.store.store import Entry
from tests.attacks.thief import Thief
from tests.outlets import CHEN_PASSWORD, OWNER_PASSWORD, QUICK, Clock, copy_of, make_outlet
from tests.services.carriers_keys import (
    NEWER,
    STRANGER,
    YTO,
    accept,
    choose,
    close_list,
    key_in_force,
    name_key,
    opened,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime
    from pathlib import Path

    from outlet_app.sealing.handover_file import HandoverFile, HandoverRecord
    from tests.outlets import Outlet

WAYBILLS = 12
PASSPHRASE = "a-carrier-keeps-this"


@dataclass(frozen=True)
class HandedOver:
    """A shop whose YTO parcels of a day went with a sealed file; and two labels that were photographed before."""

    outlet: Outlet
    file: Path
    now: datetime
    list_id: bytes
    owner_verify_key: bytes
    seed: bytes = field(repr=False)
    photos: tuple[str, ...] = field(repr=False)
    here: tuple[bytes, ...]


def _made(folder: Path) -> HandedOver:
    outlet, stick = make_outlet(folder / "shop"), folder / "stick"
    stick.mkdir()
    owner = key_in_force(outlet)
    choose(owner, stick)
    seed = outlet.keys.owner_seed(outlet.owner_id, OWNER_PASSWORD, outlet.card).secret
    owner.session.sign_out()
    chen = outlet.chen()
    parcels = [accept(chen) for _ in range(WAYBILLS)]
    codes = [chen.session.labels.find(parcel.record_id) for parcel in parcels]
    photos = tuple(kept.code_text for kept in codes if kept is not None and kept.code_text is not None)
    written = chen.sealed_handover.make(close_list(chen, *parcels[:-2]))
    verify_key = chen.session.keys.owner_verify_key
    chen.session.sign_out()
    here = tuple(parcel.record_id for parcel in parcels[-2:])
    return HandedOver(outlet, written.path, outlet.clock.now, written.list_id, verify_key, seed, photos, here)


@pytest.fixture(scope="module")
def handed(tmp_path_factory: pytest.TempPathFactory) -> HandedOver:
    """Ten waybills went with the file, two stand in the shop. Never changed."""
    return _made(tmp_path_factory.mktemp("handed"))


@pytest.fixture(scope="module")
def file(handed: HandedOver) -> HandoverFile:
    return handover_file.decode(handed.file.read_bytes(), handed.file)


@pytest.fixture
def outlet(handed: HandedOver, tmp_path: Path) -> Outlet:
    """The shop's files, to be attacked; everybody has signed out."""
    copy = copy_of(handed.outlet, tmp_path)
    copy.clock.now = handed.now
    return copy


@pytest.fixture
def thief(outlet: Outlet) -> Thief:
    return Thief(outlet.place, outlet.chen_id, CHEN_PASSWORD, outlet.clock.now)


@pytest.fixture(scope="module")
def other_shop(tmp_path_factory: pytest.TempPathFactory) -> Outlet:
    """Another outlet, in which no carrier has a key yet. Never changed."""
    return make_outlet(tmp_path_factory.mktemp("other"))


@pytest.fixture
def fresh(other_shop: Outlet, tmp_path: Path) -> Iterator[Outlet]:
    """A copy of it."""
    outlet = copy_of(other_shop, tmp_path / "fresh")
    yield outlet
    outlet.entrance.close()


@pytest.fixture
def theirs(fresh: Outlet, tmp_path: Path) -> HandoverFile:
    """The other outlet's file, to the same key of the same carrier."""
    stick = tmp_path / "their stick"
    stick.mkdir()
    owner = key_in_force(fresh)
    choose(owner, stick)
    path = owner.sealed_handover.make(close_list(owner, *(accept(owner) for _ in range(2)))).path
    owner.session.sign_out()
    return handover_file.decode(path.read_bytes(), path)


def tried(file: HandoverFile, values: set[bytes]) -> int:
    """How many waybills of the file open to any of these values: as the carrier's key, record key or token."""
    secrets = {value for value in values if len(value) == suite.KEY_BYTES}
    marks = {record.key_mark for record in file.records}
    if any(handover_key.key_mark(suite.OpeningKey(secret).public_key) in marks for secret in secrets):
        return len(file.records)
    tokens = {value for value in values if len(value) == TOKEN_BYTES}
    return sum(_opens(record, file.head.outlet_id, secrets, tokens) for record in file.records)


def _opens(record: HandoverRecord, outlet_id: bytes, secrets: set[bytes], tokens: set[bytes]) -> bool:
    context = record_key.RecordContext(outlet_id, record.record_id, record.version, record.number)
    for secret in secrets:
        with suppress(KeyMismatch):
            record_key.unlock_details(secret, record.details, context)
            return True
    info = context.named("label", 1)
    for token in tokens:
        with suppress(KeyMismatch):
            suite.unbox(suite.derive(token, info), record.carrier_wrap, info)
            return True
    return False


def values_of(thief: Thief) -> set[bytes]:
    return {value for value in (*thief.keys_in_hand(), *thief.values_in_files()) if value}


def test_nothing_the_shop_holds_opens_a_file_and_the_carriers_key_opens_all(
    handed: HandedOver, file: HandoverFile, thief: Thief, outlet: Outlet
) -> None:
    """A clerk's and the owner's password, every key and value of the files, this PC's secret, and the labels' codes."""
    codes = [read_code(text) for text in handed.photos]
    tokens = {code.token.secret for code in codes if isinstance(code, LabelCode)}
    owner = replace(thief, account_id=outlet.owner_id, password=OWNER_PASSWORD)
    assert len(tokens) == WAYBILLS

    values = values_of(thief) | set(owner.keys_in_hand()) | tokens
    assert tried(file, values) == 0
    assert tried(file, values | {b"y" * 32}) == len(file.records)
    assert len(opened(handed.file, YTO)) == len(file.records) == WAYBILLS - 2


def test_the_owners_seed_does_not_open_a_file_either(handed: HandedOver, file: HandoverFile) -> None:
    """The rows' own wraps open to his card; the file holds none of those."""
    seed = OwnerSeed(file.head.outlet_id, handed.seed)
    secrets = {seed.secret, suite.derive(seed.secret, ctx("owner-sealing-key", seed.outlet_id))}
    assert tried(file, secrets) == 0
    with pytest.raises(KeyMismatch):
        seed.opening_key.hpke_open(file.records[0].carrier_wrap, b"")


def test_no_owner_wrap_no_label_wrap_and_nobody_stands_in_the_file(
    handed: HandedOver, file: HandoverFile, thief: Thief
) -> None:
    data = handed.file.read_bytes()
    rows = {row.masked.record_id: row for row in thief.rows()}

    for record in file.records:
        row = rows[record.record_id]
        assert row.owner_wrap not in data
        for party in (row.masked.sender, row.masked.recipient):
            assert party.initial.encode() not in data
    assert not any(wrap.wrap in data for wrap in thief.wraps().values())


def test_a_key_that_he_states_himself_lets_nobody_in(outlet: Outlet, thief: Thief) -> None:
    planted = CarrierKeyNamed(CarrierKey("yto", STRANGER.public_key, outlet.clock.now - timedelta(days=2)))
    serial = int(thief.run("SELECT max(serial) FROM statements")[0][0]) + 1
    for seed in (bytes(32), thief.secrets.signing_seed):
        forged = sign_statement(OwnerSeed(thief.opened.outlet_id, seed), serial, planted)
        thief.run("INSERT OR REPLACE INTO statements VALUES (?, ?, ?)", forged.serial, forged.text, forged.signature)
        with pytest.raises(StatementRefused):
            outlet.chen()


def test_a_key_in_a_setting_or_an_act_is_sealed_to_by_nobody(outlet: Outlet, thief: Thief) -> None:
    detail = {"carrier": "yto", "fingerprint": handover_key.fingerprint(STRANGER.public_key), "at_ms": 0}
    thief.run("INSERT INTO settings VALUES ('carrier-key:yto', ?)", STRANGER.public_key.hex())
    with thief.store() as store:
        store.write(thief.author(outlet.chen_id), Entry(Activity(ActivityKind.SETTING_CHANGED, None, detail)))
        near_checkpoint.write(outlet.place.near_checkpoint, store.checkpoint())
    chen = outlet.chen()

    assert key_for(chen.session, "yto") == YTO.public_key
    chen.session.sign_out()


def test_the_owners_statement_dated_back_or_for_another_key_lets_nobody_in(outlet: Outlet, thief: Thief) -> None:
    ((serial, text),) = thief.run("SELECT serial, text FROM statements WHERE instr(text, 'carrier-key')")
    stated = json.loads(text)
    for change in ({"stated_ms": 0}, {"public_key": STRANGER.public_key.hex()}, {"subject": "carrier-key:zto"}):
        changed = json.dumps(stated | change, sort_keys=True, separators=(",", ":"))
        thief.run("UPDATE statements SET text = ? WHERE serial = ?", changed, serial)
        with pytest.raises(StatementRefused):
            outlet.chen()


def test_times_of_acts_written_anew_end_no_wait(fresh: Outlet) -> None:
    """The wait is counted from what the owner signed, not from the time that an act bears."""
    owner = fresh.owner()
    name_key(fresh, owner)
    owner.session.sign_out()
    thief = Thief(fresh.place, fresh.chen_id, CHEN_PASSWORD, fresh.clock.now)
    thief.run("UPDATE acts SET at_ms = at_ms - 100000000")
    thief.rehash()
    with thief.store() as store:
        near_checkpoint.write(fresh.place.near_checkpoint, store.checkpoint())
    chen = fresh.chen()

    assert key_for(chen.session, "yto") is None
    chen.session.sign_out()


@pytest.mark.parametrize("hours", [24, 48, 30 * 24])
def test_a_clock_patched_while_the_program_runs_ends_no_wait(fresh: Outlet, hours: int) -> None:
    true, start = Clock(fresh.clock()), fresh.clock()
    entrance = Entrance(fresh.keys, clock=fresh.clock, counted=lambda: true() - start)
    owner = entrance.sign_in(fresh.owner_id, OWNER_PASSWORD)
    name_key(fresh, owner)

    for step in (hours, -hours, 3 * hours):
        fresh.clock.move(hours=step)
        assert key_for(owner.session, "yto") is None
        row = waybills.sealed(owner.session.store.reader, accept(owner).record_id)
        assert row.carrier_wrap is None
    entrance.close()


def test_a_clock_set_back_before_the_key_is_named_shortens_nothing(fresh: Outlet) -> None:
    """It would have to be put right again afterwards; named while the date is in doubt no key is."""
    fresh.clock.move(days=-2)
    owner = fresh.owner()
    with pytest.raises(DateNotConfirmed):
        name_key(fresh, owner)
    assert owner.session.statements.carrier_keys("yto") == ()


def test_what_is_true_a_clock_set_ahead_while_the_program_was_closed_ends_the_wait_as_long_as_it_stands_so(
    fresh: Outlet,
) -> None:
    """Under three days it is taken for a closed weekend. Every label bears that date; put right, it waits again."""
    owner = fresh.owner()
    name_key(fresh, owner)
    owner.session.sign_out()
    fresh.clock.move(days=2)
    chen = fresh.chen()
    assert key_for(chen.session, "yto") == YTO.public_key
    chen.session.sign_out()

    fresh.clock.move(days=-2)
    chen = fresh.chen()
    assert key_for(chen.session, "yto") is None
    chen.session.sign_out()


def test_the_former_key_opens_nothing_that_was_accepted_since_the_new_one_is_in_force(
    outlet: Outlet, tmp_path: Path
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    owner = outlet.owner()
    choose(owner, stick)
    name_key(outlet, owner, NEWER)
    outlet.clock.move(hours=24)
    written = owner.sealed_handover.make(close_list(owner, *(accept(owner) for _ in range(3))))
    owner.session.sign_out()

    assert opened(written.path, YTO) == {}
    assert len(opened(written.path, NEWER)) == 3


def test_a_wrap_of_his_own_in_a_row_is_left_out_of_the_file_and_told(
    handed: HandedOver, outlet: Outlet, thief: Thief, tmp_path: Path
) -> None:
    """Without the record key he cannot wrap it to himself; what he writes there instead stands in no act."""
    row = next(row for row in thief.rows() if row.masked.record_id not in handed.here)
    context = record_key.context_of(row, thief.opened.outlet_id)
    planted = record_key.wrap_to_carrier(STRANGER.public_key, bytes(32), row.details, context)
    thief.run("UPDATE waybills SET carrier_wrap = ? WHERE record_id = ?", planted, row.masked.record_id)
    stick = tmp_path / "stick"
    stick.mkdir()
    owner = outlet.owner()
    choose(owner, stick)

    written = owner.sealed_handover.make(handed.list_id)

    assert written.without_wrap == (row.masked.number,)
    assert planted not in written.path.read_bytes()
    assert owner.session.record_state() is RecordState.BROKEN
    owner.session.sign_out()


def test_waybills_of_another_outlet_under_our_outlets_head_do_not_open(
    file: HandoverFile, thief: Thief, theirs: HandoverFile
) -> None:
    """A clerk can sign what he likes in his own name: same carrier, same numbers, not this outlet's waybills."""
    assert theirs.records[0].number == file.records[0].number
    data = handover_file.encode(file.head, theirs.records, file.writer, thief.opened.signing_key)
    mixed = handover_file.decode(data, thief.place.folder)

    for record in mixed.records:
        context = record_key.RecordContext(mixed.head.outlet_id, record.record_id, record.version, record.number)
        with pytest.raises(KeyMismatch):
            record_key.key_by_carrier(YTO, record.carrier_wrap, record.details, context)


def test_a_file_of_an_outlet_that_the_carrier_does_not_expect_is_refused(
    handed: HandedOver, theirs: HandoverFile, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    key = tmp_path / "carrier.key"
    key.write_bytes(handover_key.write_key_file(b"y" * 32, PASSPHRASE, QUICK))
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{PASSPHRASE}\n" * 2))
    ours, other = (outlet_fingerprint(key) for key in (handed.owner_verify_key, theirs.writer.owner_verify_key))

    assert carrier_side.open_file(handed.file, [key], tmp_path / "opened", other) == carrier_side.REFUSED
    assert carrier_side.open_file(handed.file, [key], tmp_path / "opened", ours) == carrier_side.DONE
