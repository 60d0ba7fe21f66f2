"""Which waybills of a range are due to be erased: by their own acts, whatever their rows say."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from outlet_app.domain.activity import Activity, ActivityKind
from outlet_app.domain.waybill_life import left_ms
from outlet_app.errors import HistoryBroken
from outlet_app.store import activities, erasing, waybills
from outlet_app.store.erased_ranges import Part
from outlet_app.store.moment import to_ms
from outlet_app.store.store import Entry

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from outlet_app.domain.activity import Act
    from outlet_app.store.connection import Reader


@dataclass(slots=True)
class Judged:
    """Record ids whose term is over; those of them whose rows are not what was recorded; what is told of that."""

    due: list[bytes] = field(default_factory=list)
    odd: set[bytes] = field(default_factory=set)
    faults: list[Entry] = field(default_factory=list)


def judged(reader: Reader, part: Part, range_id: int, end: datetime) -> Judged:
    """Of one range, at most 32, what is due at `end` (UTC).

    A row that says it is due while its parcel stands here by its acts is not erased. One that is due by its acts and
    otherwise not what they say is erased all the same, and stays what it is: nothing takes its place in the record.
    Each is told of once.
    """
    result = Judged()
    for record_id in erasing.due_of_range(reader, part, range_id, end):
        try:
            acts = activities.of_record(reader, record_id)
        except HistoryBroken:
            continue  # the record itself does not fit, and the running check says so
        left = left_ms(acts)
        since = left if part is Part.MASKED or not acts else acts[0].at_ms
        if left is None or since is None:
            _tell(result, record_id, acts)
        elif since <= to_ms(end):
            result.due.append(record_id)
            if not _fits(reader, record_id, acts):
                result.odd.add(record_id)
                _tell(result, record_id, acts)
    return result


def kept_back(reader: Reader, end: datetime, now: datetime) -> list[Entry]:
    """Faults to be told, each once, of rows that say they are not due although their parcels left by their acts."""
    result = Judged()
    for record_id in erasing.kept_back(reader, end, now):
        try:
            acts = activities.of_record(reader, record_id)
        except HistoryBroken:
            continue
        left = left_ms(acts)
        if left is not None and left <= to_ms(end):
            _tell(result, record_id, acts)
    return result.faults


def _fits(reader: Reader, record_id: bytes, acts: Sequence[Act]) -> bool:
    try:
        waybills.sealed_by(reader, record_id, acts)
    except (HistoryBroken, ValueError, OverflowError):  # the last two: columns that no row of ours has
        return False
    return True


def _tell(result: Judged, record_id: bytes, acts: Sequence[Act]) -> None:
    if all(act.kind != ActivityKind.INTEGRITY_FAULT for act in acts):
        result.faults.append(Entry(Activity(ActivityKind.INTEGRITY_FAULT, record_id, {"what": "row"})))
