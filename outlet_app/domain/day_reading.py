"""A day's acts read for its end: what came and went by anybody's key, counts of the drawer, ends, closed lists."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, TypeVar

from outlet_app.domain.act_detail import read_detail
from outlet_app.domain.activity import ActivityKind as Kind
from outlet_app.domain.cash import cash_of
from outlet_app.domain.day_account import CarrierDay, ClosedListLine, Count, Traffic

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from outlet_app.domain.activity import Act

Key = TypeVar("Key", bytes, str)

OF_SHIFT, OF_OUTLET = "shift", "outlet"
"""What an act of counting or ending is about, in its detail under `of`. Recorded: never rename one."""

_MOVES: dict[str, tuple[str, int]] = {
    Kind.ACCEPTED: ("accepted", 1),
    Kind.ARRIVED: ("arrived", 1),
    Kind.ARRIVAL_UNDONE: ("arrived", -1),
    Kind.COLLECTED: ("collected", 1),
    Kind.COLLECTION_UNDONE: ("collected", -1),
    Kind.HANDED_OVER: ("handed_over", 1),
    Kind.REFUSED: ("odd", 1),
    Kind.RETURNED: ("odd", 1),
    Kind.FORWARDED: ("odd", 1),
    Kind.LOST: ("odd", 1),
    Kind.CANCELLED: ("odd", 1),
}
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def count_traffic(acts: Iterable[Act], key: Callable[[Act], Key]) -> dict[Key, Traffic]:
    """What came and went, by `key` of the act, such as its account; acts that move nothing make no entry."""
    counted: dict[Key, Counter[str]] = {}
    for act in acts:
        if act.kind in _MOVES:
            name, step = _MOVES[act.kind]
            counted.setdefault(key(act), Counter())[name] += step
    return {whose: Traffic(**moves) for whose, moves in counted.items()}


def carrier_days(acts: Sequence[Act], carriers: Mapping[bytes, str]) -> tuple[CarrierDay, ...]:
    """Each carrier's part of the day, by its code; `carriers` are those of the records that `acts` concern."""

    def carrier_of(act: Act) -> str:
        return carriers.get(act.record_id or b"", "")

    traffic = count_traffic(acts, carrier_of)
    monthly: Counter[str] = Counter()
    for act in acts:
        monthly[carrier_of(act)] += cash_of(act).monthly_fen
    codes = sorted({*traffic, *(code for code, fen in monthly.items() if fen)})
    return tuple(CarrierDay(code, traffic.get(code, Traffic()), monthly[code]) for code in codes)


def last_counts(acts: Iterable[Act], of: str) -> dict[bytes, Count]:
    """The last count of the drawer by each account, of shifts or of the outlet."""
    counts: dict[bytes, Count] = {}
    for act in _about(acts, Kind.CASH_COUNTED, of):
        said = read_detail(act)
        counted, expected = said.get("counted_fen"), said.get("expected_fen")
        if isinstance(counted, int) and isinstance(expected, int):
            counts[act.account_id] = Count(counted, expected, _at(act))
    return counts


def last_ends(acts: Iterable[Act], of: str) -> dict[bytes, datetime]:
    """When (UTC) each account last ended its shift or the day."""
    return {act.account_id: _at(act) for act in _about(acts, Kind.DAY_ENDED, of)}


def closed_lists(acts: Iterable[Act]) -> tuple[ClosedListLine, ...]:
    """The hand-over lists that were closed, in their order."""
    return tuple(_closed(act) for act in acts if act.kind == Kind.LIST_CLOSED)


def _closed(act: Act) -> ClosedListLine:
    said = read_detail(act)
    count = said.get("count")
    return ClosedListLine(
        act.record_id or b"", str(said.get("carrier", "")), count if isinstance(count, int) else 0, _at(act)
    )


def _about(acts: Iterable[Act], kind: Kind, of: str) -> Iterable[Act]:
    return (act for act in acts if act.kind == kind and read_detail(act).get("of") == of)


def _at(act: Act) -> datetime:
    return _EPOCH + timedelta(milliseconds=act.at_ms)
