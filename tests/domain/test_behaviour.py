"""What is counted of a person's day."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from itertools import count

import pytest

from outlet_app.domain.activity import Act, ActivityKind, Detail
from outlet_app.domain.activity import ActivityKind as Kind
from outlet_app.domain.behaviour import Conduct, MarkKind, Measure, PersonDay
from outlet_app.domain.context import canonical_json
from outlet_app.store.moment import to_ms

CHEN, LIN = b"C" * 16, b"L" * 16
WAYBILL, OTHER = b"w" * 16, b"o" * 16
MORNING = datetime(2026, 6, 1, 2, tzinfo=UTC)
DAY = date(2026, 6, 1)
REVEAL: Detail = {"field": "recipient.phone", "reason": "call", "by": "scan"}


class Record:
    """Acts one after the other, given to a Conduct as they come."""

    def __init__(self) -> None:
        self.unsigned: set[int] = set()
        self.conduct = Conduct(lambda act: act.n not in self.unsigned)
        self._n = count(1)

    def did(
        self,
        kind: ActivityKind,
        record_id: bytes | None = None,
        detail: Detail | None = None,
        *,
        minutes: float = 0,
        by: bytes = CHEN,
        signed: bool = True,
    ) -> int:
        at, n = MORNING + timedelta(minutes=minutes), next(self._n)
        if not signed:
            self.unsigned.add(n)
        text = canonical_json(dict(detail or {}))
        self.conduct.take(Act(n, to_ms(at), by, "PC", kind.value, record_id, text, b"", None), at)
        return n

    def chen(self, day: date = DAY) -> PersonDay:
        found = self.conduct.person(CHEN, day)
        assert found is not None
        return found


@pytest.fixture
def record() -> Record:
    return Record()


def test_a_reveal_is_followed_by_a_print_of_its_waybill_within_the_hour_whoever_prints_it(record: Record) -> None:
    record.did(Kind.REVEALED, WAYBILL, REVEAL)
    alone = record.did(Kind.REVEALED, OTHER, REVEAL, minutes=1)
    record.did(Kind.LABEL_TAKEN, WAYBILL, minutes=30, by=LIN)
    record.did(Kind.COLLECTED, OTHER, minutes=62)
    unfollowed = record.chen().unfollowed(MORNING + timedelta(hours=3))
    assert [mark.n for mark in unfollowed] == [alone]


def test_a_reveal_is_judged_once_its_hour_is_over(record: Record) -> None:
    record.did(Kind.REVEALED, WAYBILL, REVEAL)
    assert record.chen().unfollowed(MORNING + timedelta(minutes=60)) == []
    assert record.chen().count(Measure.UNFOLLOWED, MORNING + timedelta(minutes=61)) == 1


def test_an_act_that_its_account_did_not_sign_follows_nothing_and_counts_nothing(record: Record) -> None:
    record.did(Kind.REVEALED, WAYBILL, REVEAL)
    record.did(Kind.CORRECTED, WAYBILL, minutes=1, signed=False)
    record.did(Kind.REVEALED, OTHER, REVEAL, minutes=2, signed=False)
    evening = MORNING + timedelta(hours=9)
    assert record.chen().count(Measure.UNFOLLOWED, evening) == record.chen().count(Measure.REVEALS, evening) == 1
    record.did(Kind.HANDED_OVER, WAYBILL, minutes=3)
    assert record.chen().count(Measure.UNFOLLOWED, evening) == 0


def test_ones_own_slip_is_no_reveal_and_a_whole_form_by_the_label_is_four(record: Record) -> None:
    record.did(Kind.OPENED_FOR_CORRECTION, WAYBILL, {"field": "all", "by": "own"})
    record.did(Kind.OPENED_FOR_CORRECTION, OTHER, {"field": "all", "by": "scan"})
    assert [mark.units for mark in record.chen().of(MarkKind.REVEAL)] == [4]


def test_look_ups_are_counted_with_their_misses_and_refusals(record: Record) -> None:
    record.did(Kind.SEARCHED, None, {"key": "tail", "hits": 2})
    record.did(Kind.SEARCHED, None, {"key": "number", "hits": 0})
    record.did(Kind.SEARCHED, None, {"key": "tail", "refused": "limit"})
    record.did(Kind.REVEAL_REFUSED, WAYBILL, {"field": "remark", "by": "scan", "why": "no_label"})
    record.did(Kind.REVEAL_REFUSED, WAYBILL, {"field": "remark", "by": "scan", "why": "limit"})
    chen = record.chen()
    assert (chen.counts[Measure.LOOK_UPS], chen.counts[Measure.MISSES], chen.counts[Measure.REFUSALS]) == (2, 1, 3)
    assert len(chen.of(MarkKind.LIMITED_LOOK_UP)) == len(chen.of(MarkKind.REFUSED)) == 1
    assert len(chen.of(MarkKind.OVER_LIMIT)) == 2


def test_a_label_printed_again_is_a_reprint_once_its_waybill_is_ten_minutes_old(record: Record) -> None:
    record.did(Kind.ACCEPTED, WAYBILL)
    for minutes in (0, 5, 11):
        record.did(Kind.LABEL_TAKEN, WAYBILL, minutes=minutes)
        record.did(Kind.PRINTED, WAYBILL, minutes=minutes)
    record.did(Kind.PRINTED_WITHOUT_CODE, OTHER, minutes=12)
    assert record.chen().counts[Measure.REPRINTS] == 2
    assert record.chen().counts[Measure.PRINTS] == 3


def test_a_shelf_label_is_no_reprint_and_an_empty_page_no_look_up_in_vain(record: Record) -> None:
    record.did(Kind.PRINTED_WITHOUT_CODE, OTHER, {"printer": "counter", "shelf_code": "15-1-731"})
    record.did(Kind.SEARCHED, None, {"key": "waiting", "days": 3, "hits": 0})
    chen = record.chen()
    assert (chen.counts[Measure.REPRINTS], chen.counts[Measure.MISSES], chen.counts[Measure.LOOK_UPS]) == (0, 0, 1)


def test_a_corrected_waybill_gets_a_first_label_again(record: Record) -> None:
    record.did(Kind.ACCEPTED, WAYBILL)
    record.did(Kind.LABEL_TAKEN, WAYBILL)
    record.did(Kind.CORRECTED, WAYBILL, minutes=40)
    record.did(Kind.LABEL_TAKEN, WAYBILL, minutes=40)
    assert record.chen().counts[Measure.REPRINTS] == 0


def test_marks_know_as_how_manieth_their_parcel_came(record: Record) -> None:
    record.did(Kind.ACCEPTED, WAYBILL)
    record.did(Kind.ARRIVED, OTHER)
    for record_id in (OTHER, WAYBILL, b"?" * 16):
        record.did(Kind.SEARCHED, record_id, {"key": "number", "hits": 1})
    assert [mark.place for mark in record.chen().of(MarkKind.LOOK_UP)] == [1, 0, None]


def test_a_refused_sign_in_concerns_the_account_that_it_names(record: Record) -> None:
    record.did(Kind.SIGN_IN_REFUSED, None, {"account": CHEN.hex(), "why": "password", "at_ms": 1}, by=LIN)
    record.did(Kind.SIGN_IN_REFUSED, None, {"account": "nobody", "why": "password"}, by=LIN)
    assert len(record.chen().of(MarkKind.FAILED_SIGN_IN)) == 1
    assert record.conduct.person(LIN, DAY) is None


def test_behind_a_clock_that_was_put_back_the_day_goes_on_until_the_date_is_confirmed(record: Record) -> None:
    record.did(Kind.SIGNED_IN)
    record.did(Kind.CLOCK_MOVED, None, {"move": "back", "by_min": 1440}, minutes=-1439)
    record.did(Kind.REVEALED, WAYBILL, REVEAL, minutes=-1438)
    assert len(record.chen().of(MarkKind.REVEAL)) == len(record.chen().of(MarkKind.CLOCK)) == 1
    record.did(Kind.DATE_CONFIRMED, None, {"day": "2026-05-31"}, minutes=-1430)
    record.did(Kind.REVEALED, OTHER, REVEAL, minutes=-1429)
    assert len(record.chen(DAY - timedelta(days=1)).of(MarkKind.REVEAL)) == 1


def test_a_date_that_still_waits_for_somebodys_word_is_no_second_move(record: Record) -> None:
    record.did(Kind.CLOCK_MOVED, None, {"move": "waits"})
    record.did(Kind.REMOTE_SESSION_SEEN, None, {"way": "rdp"})
    record.did(Kind.INTEGRITY_FAULT, None, {"what": "page"})
    chen = record.chen()
    assert chen.of(MarkKind.CLOCK) == []
    assert [mark.what for kind in (MarkKind.REMOTE, MarkKind.FAULT) for mark in chen.of(kind)] == ["rdp", "page"]


def test_hours_are_those_of_the_outlets_clock(record: Record) -> None:
    record.did(Kind.SIGNED_IN)
    record.did(Kind.LOCKED, minutes=70)
    assert [hour for hour, acts in enumerate(record.chen().hours) if acts] == [10, 11]
    assert record.chen().count(Measure.HOURS, MORNING) == 2


def test_closing_a_list_of_forty_parcels_is_the_work_of_one_moment(record: Record) -> None:
    for _ in range(40):
        record.did(Kind.HANDED_OVER, WAYBILL, {"sha_road": "emptied"})
    assert record.conduct.person(CHEN, DAY) is None
