"""What a session remembers of its labels."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from outlet_app.domain.printer import Printer
from outlet_app.domain.sealed_waybill import MaskedParty, MaskedWaybill
from outlet_app.domain.terms import Category, Payment
from outlet_app.services.labels import KEPT_FOR, MOST_CODES, MOST_LATEST, KeptLabel, KeptLabels, PrintJob

NOON = datetime(2026, 11, 22, 4, tzinfo=UTC)
PARTY = MaskedParty(
    name="张**",
    initial="张",
    phone="*******8000",
    tail="8000",
    province="浙江省",
    city="杭州市",
    district="余杭区",
    road="文一西路969号***",
)
MASKED = MaskedWaybill(
    record_id=bytes(16),
    version=1,
    number="YT8800000000001",
    carrier="yto",
    service="standard",
    sender=PARTY,
    recipient=PARTY,
    category=Category.OTHER,
    remark="",
    weight_g=1000,
    payment=Payment.PAID,
    fee_fen=0,
    cod_fen=0,
    declared_fen=0,
    sort_code="杭州 余杭",
    accepted_at=NOON,
)


def _label(place: int, *, coded: bool = True) -> KeptLabel:
    masked = replace(MASKED, record_id=place.to_bytes(16, "big"), accepted_at=NOON + timedelta(seconds=place))
    return KeptLabel(masked, "a code", 1, coded, 1, masked.accepted_at)


def test_codes_are_due_after_ten_minutes_or_behind_twenty_newer_ones() -> None:
    labels = KeptLabels()
    for place in range(MOST_CODES + 2):
        labels.keep(_label(place))
    assert [kept.masked.record_id[-1] for kept in labels.due(NOON)] == [0, 1]
    assert len(labels.due(NOON + KEPT_FOR + timedelta(seconds=5))) == 6


def test_a_label_without_a_printed_code_does_not_count_among_the_twenty() -> None:
    labels = KeptLabels()
    for place in range(MOST_CODES + 2):
        labels.keep(_label(place, coded=False))
    assert labels.due(NOON) == ()


def test_forgotten_codes_leave_the_label_in_the_list_until_that_is_long() -> None:
    labels = KeptLabels()
    for place in range(MOST_LATEST + 10):
        labels.keep(_label(place))
        labels.forget_code(place.to_bytes(16, "big"))
    assert labels.holding() == ()
    assert labels.latest(1, NOON)[0].code_until is None
    assert len(labels.latest(1000, NOON)) <= MOST_LATEST + 1


def test_copies_are_counted_and_a_printed_code_stays_known_as_printed() -> None:
    labels = KeptLabels()
    labels.keep(_label(1, coded=False))
    record_id = (1).to_bytes(16, "big")
    labels.count_copy(record_id, coded=True)
    labels.count_copy(record_id, coded=False)
    kept = labels.find(record_id)
    assert kept is not None
    assert (kept.coded, kept.copies) == (True, 3)
    assert labels.find(bytes(16)) is None


def test_neither_code_nor_drawing_shows_in_a_repr() -> None:
    assert "a code" not in repr(_label(1))
    job = PrintJob(bytes(16), "YT8800000000001", b"the drawing", True, Printer("p", "usb:", "d"), 1)
    assert "drawing" not in repr(job)


def test_what_was_typed_here_can_be_put_right_for_ten_minutes_from_accepting_however_young_its_label_is() -> None:
    labels = KeptLabels()
    record_id = (1).to_bytes(16, "big")
    labels.keep(replace(_label(1), made_at=NOON + timedelta(minutes=9)))
    until = NOON + KEPT_FOR + timedelta(seconds=1)
    assert [label.right_until for label in labels.latest(1, NOON)] == [until]
    assert labels.may_put_right(record_id, until - timedelta(seconds=1))
    assert not labels.may_put_right(record_id, until)
    (shown,) = labels.latest(1, until)
    assert (shown.right_until, shown.code_until) == (None, NOON + timedelta(minutes=19))
    labels.forget_code(record_id)
    assert not labels.may_put_right(record_id, NOON)


def test_a_label_made_here_for_what_somebody_else_typed_gives_no_right_to_open_it() -> None:
    labels = KeptLabels()
    labels.keep(replace(_label(1), is_own=False))
    assert labels.own((1).to_bytes(16, "big"), NOON) is None
    assert labels.latest(1, NOON)[0].right_until is None
    assert labels.latest(1, NOON)[0].code_until is not None


def test_what_its_label_opened_can_be_put_right_for_ten_minutes_and_once() -> None:
    labels = KeptLabels()
    record_id = bytes(16)
    assert labels.note_opened(record_id, NOON) == NOON + KEPT_FOR
    assert labels.may_put_right(record_id, NOON + timedelta(minutes=9))
    assert not labels.may_put_right(record_id, NOON + KEPT_FOR)
    labels.end_opened(record_id)
    assert not labels.may_put_right(record_id, NOON)
