"""Acts that the program would never write: planted to keep the owner's review, reports and evidence from being made."""

from __future__ import annotations

import json
import random
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from outlet_app import evidence_side
from outlet_app.domain.acknowledgement import acts_digest
from outlet_app.domain.activity import Act, ActivityKind
from outlet_app.domain.context import ctx
from outlet_app.domain.flags import FlagKind
from outlet_app.domain.history import next_hash
from outlet_app.domain.outlet_day import outlet_day
from outlet_app.domain.record_segment import read_segment
from outlet_app.errors import FileDamaged, HistoryBroken
from outlet_app.services.review import ActFilter, VerifyState
from outlet_app.services.session import RecordState
from outlet_app.store import activities, near_checkpoint, parcels, waybills
from outlet_app.store.connection import Reader
from outlet_app.ui.report_words import sayings
from tests.attacks.thief import Thief
from tests.builders import draft
from tests.outlets import CHEN_PASSWORD, LABEL_PRINTER, MORNING, copy_of, make_outlet
from tests.services.arriving import arrive

if TYPE_CHECKING:
    from outlet_app.services import Services
    from tests.outlets import Outlet

NOW = int(MORNING.timestamp() * 1000)
_EVERY = f"SELECT {activities._COLUMNS} FROM acts ORDER BY n"

WORDS = (
    *("account", "from", "owner", "why", "key", "hits", "units", "field", "by", "limit", "move", "by_min", "way"),
    *("what", "branch", "n", "head", "opened", "flag", "day", "to", "note", "of", "counted_fen", "expected_fen"),
    *("cod_fen", "collect_fen", "fee_fen", "payment", "was_fee_fen", "was_payment", "refund_fen", "version", "count"),
    *("carrier", "shelf_code", "report", "first", "last", "acts", "result", "at", "rows", "reason", "setting", "old"),
    *("new", "refused", "at_ms", "was", "epoch"),
)
"""What the program's own acts say, under which the thief says something else."""

VALUES: tuple[object, ...] = (
    *(10**600, -(10**600), 2**63, -1, True, None, [], {}),
    *("\ud800", "<img src=x>\u202e\n\x00", "=1+1", "9" * 1000),
)
TEXTS = ("", "[]", "null", "{", "1", '"x"', "[" * 60_000, '{"n":' * 3_000)


@dataclass(frozen=True)
class Day:
    """A morning: a waybill was accepted, a parcel shelved."""

    outlet: Outlet
    number: str
    record_id: bytes


@pytest.fixture(scope="module")
def morning(tmp_path_factory: pytest.TempPathFactory) -> Day:
    outlet = make_outlet(tmp_path_factory.mktemp("morning"))
    lin = outlet.lin()
    accepted = lin.entry.accept(draft(), LABEL_PRINTER)
    arrive(lin, cash_on_delivery="88")
    lin.session.sign_out()
    return Day(outlet, accepted.number, accepted.record_id)


@pytest.fixture
def outlet(morning: Day, tmp_path: Path) -> Outlet:
    return copy_of(morning.outlet, tmp_path)


@pytest.fixture
def thief(outlet: Outlet) -> Thief:
    return Thief(outlet.place, outlet.chen_id, CHEN_PASSWORD)


def planted(thief: Thief, *columns: tuple[int, str, str, bytes | None, str]) -> int:
    """Acts of the thief's own behind the record, chained and signed as far as that goes; the number of the first.

    Each is (at_ms, station, kind, record_id, detail).
    """
    connection, outlet_id = thief.database(), thief.opened.outlet_id
    last = Reader(connection, Path()).rows(activities._act, _EVERY)[-1]
    before = last.chain_hash
    connection.execute("BEGIN")
    for n, each in enumerate(columns, start=last.n + 1):
        act = Act(n, each[0], thief.account_id, *each[1:], b"", None)
        try:
            before = next_hash(before, act)
        except (ValueError, OverflowError):
            before = bytes(32)
        signature = thief.opened.signing_key.sign(ctx("acts", outlet_id, n, before))
        row = (n, each[0], thief.account_id, *each[1:], before, signature)
        connection.execute("INSERT INTO acts VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", row)
    connection.execute("COMMIT")
    connection.close()
    settle(thief)
    return last.n + 1


def settle(thief: Thief) -> None:
    """The checkpoint beside agrees with what the thief made of the record."""
    with thief.store() as store:
        near_checkpoint.write(thief.place.near_checkpoint, store.checkpoint())


def look_at_everything(owner: Services, outlet: Outlet, number: str, folder: Path) -> None:
    """What an owner opens in his minute, and every paper he can have; all of it is made, or this raises."""
    day, words = outlet_day(outlet.clock()), sayings()
    owner.flags.open_flags()
    owner.flags.people(day)
    owner.flags.days(None, 30)
    assert all(words.flag(view) for view in owner.flags.flags(day))
    owner.flags.note_reviewed()
    owner.review.days(30)
    owner.review.totals(day)
    owner.review.acts(ActFilter(number=number))
    shown = owner.review.acts(ActFilter(account_id=outlet.chen_id), limit=10_000).acts
    assert all(words.act(act) for act in shown)
    owner.day_end.account(day)
    owner.staff.people()
    owner.limits.limited_people()
    owner.policies.news()
    owner.people.own_record()
    assert owner.reports.day_sheet(day, words).pages.startswith(b"%PDF")
    owner.reports.totals(day, day)
    gathered = owner.reports.begin_evidence(outlet.chen_id, day, day)
    while not gathered.is_done:
        gathered = owner.reports.gather()
    report = owner.reports.evidence(words)
    path = folder / "evidence.record"
    path.write_bytes(report.segment)
    assert read_segment(report.segment).account_id == outlet.chen_id
    assert evidence_side.verify(path) != evidence_side.REFUSED


@pytest.mark.parametrize(
    "columns",
    [
        (-1, "counter", "searched", None, "{}"),
        (-(2**62), "counter", "searched", None, "{}"),
        (NOW, "counter", "searched", None, "x" * 70_000),
        (NOW, "x" * 70_000, "searched", None, "{}"),
        (NOW, "counter", "searched", bytes(70_000), "{}"),
    ],
    ids=["before 1970", "long before", "a long detail", "a long station", "a long id"],
)
def test_an_act_that_cannot_even_be_hashed_is_named_and_closes_no_review(
    outlet: Outlet, thief: Thief, morning: Day, tmp_path: Path, columns: tuple[int, str, str, bytes | None, str]
) -> None:
    """It kept the record's check from ever ending: neither whole nor red, and no flag, page or report was made."""
    first = planted(thief, columns)
    owner = outlet.owner()
    while owner.session.verify_some():
        pass
    assert owner.session.record_state() is RecordState.BROKEN
    verified = owner.review.verify_portion(owner.review.begin_verify())
    assert (verified.state, verified.broken_at) == (VerifyState.BROKEN, first)
    look_at_everything(owner, outlet, morning.number, tmp_path)
    outlet.entrance.close()


def test_a_colleagues_act_made_unreadable_is_named_too(outlet: Outlet, thief: Thief) -> None:
    ((n, record_id),) = thief.run("SELECT n, record_id FROM acts WHERE kind = 'arrived'")
    thief.run("UPDATE acts SET at_ms = -1 WHERE n = ?", n)
    chen = outlet.chen()
    while chen.session.verify_some():
        pass
    assert chen.session.record_state() is RecordState.BROKEN
    with pytest.raises(HistoryBroken) as broken:
        chen.collection.give_out(record_id, "5678", cash_taken=True)
    assert broken.value.at == n
    outlet.entrance.close()


def test_acts_that_cannot_be_hashed_are_pinned_by_what_the_owner_acknowledges(thief: Thief) -> None:
    planted(thief, (-1, "counter", "searched", None, "{}"))
    with thief.store() as store:
        acts = list(activities.between(store.reader, 1, store.checkpoint().n))
    assert len({acts_digest(acts), acts_digest(acts[:-1]), acts_digest([*acts[:-1], replace(acts[-1], at_ms=-2)])}) == 3


def test_acts_of_his_own_that_say_what_no_act_says_keep_no_review_and_no_report_from_being_made(
    outlet: Outlet, thief: Thief, morning: Day, tmp_path: Path
) -> None:
    """Every kind of act, signed by him, with each of its words replaced by what no sum, sentence or page can take."""
    chance = random.Random(7)
    kinds = [each.value for each in ActivityKind if each is not ActivityKind.STATEMENT_MADE]
    details = [{word: chance.choice(VALUES) for word in WORDS} for _ in kinds]
    acts = [(NOW, "<b>x</b>\n", kind, None, json.dumps(each)) for kind, each in zip(kinds, details, strict=True)]
    planted(thief, *acts, *((NOW, "counter", kinds[place], None, text) for place, text in enumerate(TEXTS)))
    owner = outlet.owner()
    look_at_everything(owner, outlet, morning.number, tmp_path)
    outlet.entrance.close()
    lin = outlet.lin()
    lin.people.duties_due()
    lin.entry.accept(draft(), LABEL_PRINTER)
    outlet.entrance.close()


def test_a_time_beyond_every_clock_is_read_as_a_clock_that_was_moved(
    outlet: Outlet, thief: Thief, morning: Day, tmp_path: Path
) -> None:
    planted(thief, (2**62, "counter", "searched", None, "{}"))
    owner = outlet.owner()
    assert not owner.session.date_is_confirmed
    look_at_everything(owner, outlet, morning.number, tmp_path)
    outlet.entrance.close()


def _opened(reader: Reader, morning: Day) -> None:
    """What finding, and then opening, the waybill reads of its row."""
    waybills.by_id(reader, morning.record_id)
    waybills.sealed(reader, morning.record_id)


@pytest.mark.parametrize(
    "change",
    [
        "waybills SET state = ''",
        "waybills SET carrier = CAST(x'ff' AS TEXT), version = -1",
        "parcels SET state = '', carrier = CAST(x'ff' AS TEXT)",
    ],
)
def test_a_row_changed_into_one_that_nobody_can_read_closes_no_review_and_is_told_where_it_is_opened(
    outlet: Outlet, thief: Thief, morning: Day, change: str
) -> None:
    """One such waybill was enough: the page of acts that concern it, or the day's end, was not made any more."""
    thief.run(f"UPDATE {change}")
    (arrived,) = thief.run("SELECT record_id FROM acts WHERE kind = 'arrived'")[0]
    owner, day = outlet.owner(), outlet_day(outlet.clock())
    reader = owner.session.store.reader
    opened = partial(parcels.checked, reader, arrived) if "parcels" in change else partial(_opened, reader, morning)
    with pytest.raises((HistoryBroken, FileDamaged)):
        opened()
    assert owner.review.acts(ActFilter()).acts
    owner.flags.open_flags()
    assert owner.reports.day_sheet(day, sayings()).pages.startswith(b"%PDF")
    outlet.entrance.close()


def test_bytes_that_are_no_text_in_an_act_are_red_and_named(outlet: Outlet, thief: Thief, morning: Day) -> None:
    ((n,),) = thief.run("SELECT n FROM acts WHERE kind = 'arrived'")
    thief.run("UPDATE acts SET station = CAST(x'ff' AS TEXT) WHERE n = ?", n)
    owner = outlet.owner()
    while owner.session.verify_some():
        pass
    assert [misfit.n for misfit in owner.session.outlet.check.misfits] == [n]
    assert owner.review.acts(ActFilter(number=morning.number)).acts
    outlet.entrance.close()


def test_one_act_from_a_day_to_come_puts_no_flag_of_today_out_of_sight(outlet: Outlet, thief: Thief) -> None:
    """Everything behind it was counted to that day: today's review and the day sheet said that nothing was odd."""
    planted(thief, (2**62, "counter", "searched", None, "{}"))
    owner, day = outlet.owner(), outlet_day(outlet.clock())
    assert FlagKind.CLOCK in {view.flag.kind for view in owner.flags.flags(day)}
    assert {view.flag.day for view in owner.flags.open_flags()} == {day}
    outlet.entrance.close()
