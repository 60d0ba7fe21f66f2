"""What must hold of hand-over lists after their counter was killed."""

from __future__ import annotations

import sys
from collections import Counter
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from outlet_app.domain.activity import ActivityKind
from outlet_app.domain.sealed_waybill import WaybillState
from outlet_app.services.session import RecordState
from outlet_app.store import activities, handover_lists, label_wraps, waybill_ends, waybills
from tests.attacks.thief import Thief
from tests.faults import trucking
from tests.outlets import CHEN_PASSWORD

if TYPE_CHECKING:
    from outlet_app.domain.handover_list import HandoverItem, HandoverList
    from outlet_app.services import Services
    from outlet_app.store.connection import Reader
    from tests.outlets import Outlet

CHILD = Path(trucking.__file__)
_EVER = (datetime(2026, 1, 1, tzinfo=UTC), datetime(2027, 1, 1, tzinfo=UTC))


@dataclass
class Told:
    """What a counter said: wraps by record id, the parcels that are on a list, the lists that are closed."""

    wraps: dict[bytes, bytes] = field(default_factory=dict)
    on: list[bytes] = field(default_factory=list)
    closed: list[bytes] = field(default_factory=list)


def told(output: str) -> Told:
    """A line cut short was not said."""
    said = Told()
    for words in (line.split() for line in output.splitlines(keepends=True) if line.endswith("\n")):
        if words[0] == "wrap":
            said.wraps[bytes.fromhex(words[1])] = bytes.fromhex(words[2])
        elif words[0] in {"on", "closed"}:
            getattr(said, words[0]).append(bytes.fromhex(words[1]))
    return said


def check(outlet: Outlet, said: Told) -> Counter[str]:
    """Prove that no list is half closed, nothing said to be on one is lost, and no wrap of what left is in any page.

    How many lists are closed, how many parcels stand on open ones, and how many wraps there are. The record verifies
    to its end, signatures too, and the open list is closed by the next one who comes.
    """
    services = outlet.chen()
    try:
        reader = services.session.store.reader
        lists = handover_lists.open_lists(reader) + handover_lists.closed_between(reader, *_EVER)
        items = {each.list_id: handover_lists.checked_items(reader, each.list_id) for each in lists}
        assert set(said.on) <= {item.record_id for every in items.values() for item in every}, "a parcel is lost"
        assert set(said.closed) <= {each.list_id for each in lists if each.closed_at}, "a closed list is open"
        for each in lists:
            _check_list(reader, each, items[each.list_id])
        _check_record(services)
        seen = Counter(closed=sum(each.closed_at is not None for each in lists))
        seen["on open lists"] = sum(each.count for each in lists if each.closed_at is None)
        gone = {item.record_id for each in lists if each.closed_at for item in items[each.list_id]}
        for each in lists:
            if each.closed_at is None and each.count:
                services.hand_over.close(each.list_id, None)
                gone |= {item.record_id for item in items[each.list_id]}
    finally:
        services.session.sign_out()
    pages = Thief(outlet.place, outlet.chen_id, CHEN_PASSWORD).pages()
    for record_id, wrap in said.wraps.items():
        assert (wrap in pages) is (record_id not in gone), "a wrap outlived its list, or was lost"
    return seen


def _check_list(reader: Reader, standing: HandoverList, items: list[HandoverItem]) -> None:
    """All of it has left, with its acts, or nothing of it has."""
    state = WaybillState.HANDED_OVER if standing.closed_at else WaybillState.LISTED
    closings = [act for act in activities.of_record(reader, standing.list_id) if act.kind == ActivityKind.LIST_CLOSED]
    assert len(closings) == bool(standing.closed_at), "half a list is closed"
    for item in items:
        row, kept = waybills.sealed(reader, item.record_id), waybills.by_id(reader, item.record_id)
        assert kept is not None
        assert kept.state is waybill_ends.state(reader, item.record_id) is state, "half a list is closed"
        wrap = label_wraps.of(reader, item.record_id)
        assert (wrap is None, row.road_salt == b"", row.masked.recipient.road == "") == (
            (state is WaybillState.HANDED_OVER,) * 3
        ), "half a parcel has left"


def _check_record(services: Services) -> None:
    while services.session.verify_some():
        pass
    assert services.session.record_state() is RecordState.GOOD
    assert services.session.store.reader.rows(tuple, "PRAGMA integrity_check") == [("ok",)]
