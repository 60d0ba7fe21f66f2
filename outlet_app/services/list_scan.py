"""What a scan at a hand-over list is of: a waybill or an arrived parcel, and why it may not go with that carrier."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from outlet_app.domain.activity import Activity, ActivityKind
from outlet_app.domain.arrived_parcel import ParcelState
from outlet_app.domain.handover_list import HandoverThing, HandoverWay, PutOnOutcome
from outlet_app.domain.reveal_terms import ScanOutcome
from outlet_app.domain.text import looks_like_label_code
from outlet_app.domain.waybill_number import is_number, read_number
from outlet_app.errors import Fault, FaultKind, HistoryBroken, InvalidDraft, LabelCodeRefused
from outlet_app.sealing.label_code import LabelCode, read_code
from outlet_app.services.label_sight import is_known_odd, judged
from outlet_app.store import handover_lists, parcel_search, parcels, waybill_ends, waybills
from outlet_app.store.store import Entry

if TYPE_CHECKING:
    from datetime import datetime

    from outlet_app.domain.activity import Detail
    from outlet_app.services.session import Session

_KEPT_OFF = {
    ScanOutcome.NEWER_LABEL: PutOnOutcome.NEWER_LABEL,
    ScanOutcome.LOST_DAYS: PutOnOutcome.LOST_DAYS,
    ScanOutcome.MISFIT: PutOnOutcome.MISFIT,
}


@dataclass(frozen=True, slots=True)
class ListScan:
    """What was scanned; of ON it may go on the list, and `record_id` and `thing` say what it is.

    `carrier` is the parcel's own; `left_at` (UTC) is None while it stands in the shop.
    """

    outcome: PutOnOutcome
    number: str
    way: HandoverWay
    record_id: bytes | None = None
    thing: HandoverThing = HandoverThing.WAYBILL
    carrier: str = ""
    left_at: datetime | None = None


def read_scan(session: Session, carrier: str, text: str, *, typed: bool) -> ListScan:
    """What `text`, a label's code or a number, is of, for the list of `carrier`; a look that leads to none is recorded.

    A code is judged as every scan is. A row that is not what its acts say makes the record BROKEN. Raises InvalidDraft
    (`number`) for what is neither, LabelCodeRefused for a code of another kind.
    """
    code = _label_code(text)
    if code is not None:
        return _of_code(session, carrier, code)
    number = read_number(text)
    if not is_number(number):
        raise InvalidDraft((Fault("number", FaultKind.NOT_A_WAYBILL_NUMBER if text.strip() else FaultKind.EMPTY),))
    way = HandoverWay.TYPED if typed else HandoverWay.BARS
    scan = _of_number(session, carrier, number, way)
    if scan.outcome is not PutOnOutcome.ON:
        _tell(session, scan, {"key": "number", "hits": int(scan.record_id is not None)})
    return scan


def _label_code(text: str) -> LabelCode | None:
    """The code of a label, None for what is no code. Raises LabelCodeRefused for another paper's or a torn one."""
    if not looks_like_label_code(text):
        return None
    code = read_code(text)
    if isinstance(code, LabelCode):
        return code
    raise LabelCodeRefused


def _of_code(session: Session, carrier: str, code: LabelCode) -> ListScan:
    verdict = judged(session, code)
    if verdict.outcome is ScanOutcome.FOREIGN:
        return ListScan(PutOnOutcome.NOT_OURS, "", HandoverWay.CODE)
    kept_off = _KEPT_OFF.get(verdict.outcome)
    if kept_off is not None or verdict.kept is None:
        scan = ListScan(kept_off or PutOnOutcome.NOT_OURS, code.number, HandoverWay.CODE)
    elif verdict.kept.left_at is None:
        masked = verdict.kept.masked
        here = ListScan(PutOnOutcome.ON, masked.number, HandoverWay.CODE, masked.record_id, carrier=masked.carrier)
        scan = _placed(session, carrier, here)
    else:
        scan = _of_number(session, carrier, code.number, HandoverWay.CODE)
    if scan.outcome not in {PutOnOutcome.ON, PutOnOutcome.MISFIT}:
        _tell(session, scan, {"key": "label", "hits": int(verdict.kept is not None), "outcome": verdict.outcome.value})
    return scan


def _of_number(session: Session, carrier: str, number: str, way: HandoverWay) -> ListScan:
    """The parcel of that number that stands here, of this carrier before others; else one that left."""
    reader = session.store.reader
    kept = [
        ListScan(PutOnOutcome.ON, number, way, each.masked.record_id, carrier=each.masked.carrier, left_at=each.left_at)
        for each in waybills.by_number(reader, number)
    ]
    hits = parcel_search.by_number(reader, number).parcels
    arrived = [
        ListScan(PutOnOutcome.ON, number, way, each.record_id, HandoverThing.PARCEL, each.carrier, each.left_at)
        for each in hits
    ]
    found = sorted(kept + arrived, key=lambda scan: (scan.left_at is not None, scan.carrier != carrier))
    return _judged(session, carrier, found[0]) if found else ListScan(PutOnOutcome.NOT_OURS, number, way)


def _judged(session: Session, carrier: str, scan: ListScan) -> ListScan:
    """The scan of a row that was found by its number: what its acts say of it outranks what it says itself."""
    record_id = scan.record_id or b""
    try:
        may_go = _may_go(session, scan)
    except HistoryBroken:
        if is_known_odd(session, record_id):
            return replace(scan, outcome=PutOnOutcome.LOST_DAYS)
        session.tell_odd_row(record_id)
        return replace(scan, outcome=PutOnOutcome.MISFIT)
    if scan.left_at is not None:
        return replace(scan, outcome=PutOnOutcome.HAS_LEFT)
    if not may_go:
        return replace(scan, outcome=PutOnOutcome.NOT_TO_GO)
    return _placed(session, carrier, scan)


def _may_go(session: Session, scan: ListScan) -> bool:
    """Whether it may go by its own state. Raises HistoryBroken where the row is not what its acts say."""
    reader, record_id = session.store.reader, scan.record_id or b""
    if scan.thing is HandoverThing.PARCEL:
        return parcels.checked(reader, record_id).state is not ParcelState.WAITING
    waybills.sealed(reader, record_id)
    waybill_ends.state(reader, record_id)
    return True


def _placed(session: Session, carrier: str, scan: ListScan) -> ListScan:
    """Whether what stands here may go on the list of `carrier`."""
    standing = handover_lists.holding(session.store.reader, scan.record_id or b"")
    if scan.carrier != carrier:
        other = PutOnOutcome.OTHER_CARRIER if standing is None else PutOnOutcome.ON_OTHER_LIST
        return replace(scan, outcome=other)
    return scan if standing is None else replace(scan, outcome=PutOnOutcome.ALREADY_ON)


def _tell(session: Session, scan: ListScan, detail: Detail) -> None:
    session.write(Entry(Activity(ActivityKind.SEARCHED, scan.record_id, detail)))
