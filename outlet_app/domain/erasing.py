"""The erasing of details at the end of their term, as the owner states it: asked for, and ordered.

What he ordered is the destruction record: which details, how many, who, when, and who or what confirmed it beside him.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

ASKED, ORDERED = "erasing-asked", "erasing-ordered"
"""The subjects of the two statements."""

WAIT = timedelta(hours=24)
"""From asking until the owner's word alone is enough. Source: design, product, "Rules of the trade"."""

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MS = timedelta(milliseconds=1)
_ACCOUNT_ID_BYTES = 16


class Second(StrEnum):
    """What confirmed the owner's order beside his password and card. The values are signed: never rename one."""

    OWNER = "owner"
    SHEET = "sheet"
    WAIT = "wait"


@dataclass(frozen=True, slots=True)
class ErasingAsked:
    """At `stated_at` an owner asked to erase what was accepted at `end` or before; without an end he takes it back.

    Times are UTC, in whole milliseconds.
    """

    end: datetime | None
    stated_at: datetime

    @property
    def ready_at(self) -> datetime:
        """From when (UTC) his word alone is enough."""
        return self.stated_at + WAIT


@dataclass(frozen=True, slots=True)
class ErasingOrdered:
    """At `stated_at` the owner `account_id` ordered to erase the details accepted at `end` or before: `count` then.

    `oldest` is when the first of them was accepted. `second_id` is the other owner's account for OWNER, empty for any
    other `second`. Account ids have 16 bytes; times are UTC, in whole milliseconds.
    """

    end: datetime
    oldest: datetime
    count: int
    account_id: bytes
    second: Second
    second_id: bytes
    stated_at: datetime

    def __post_init__(self) -> None:
        has_second = len(self.second_id) == _ACCOUNT_ID_BYTES and self.second_id != self.account_id
        if has_second is not (self.second is Second.OWNER) or (self.second_id and not has_second):
            raise ValueError("the second owner is named, and is another one")


Erasing = ErasingAsked | ErasingOrdered


def covers(ordered: Iterable[ErasingOrdered], accepted_at: datetime) -> bool:
    """Whether some order is about a waybill that was accepted then (UTC): only so its details may be gone."""
    return any(accepted_at <= each.end for each in ordered)


def erasing_fields(said: Erasing) -> dict[str, object]:
    """What the owner's statement says."""
    stated: dict[str, object] = {"stated_ms": _ms(said.stated_at)}
    if isinstance(said, ErasingAsked):
        return {"subject": ASKED, "end_ms": 0 if said.end is None else _ms(said.end), **stated}
    return {
        "subject": ORDERED,
        "end_ms": _ms(said.end),
        "oldest_ms": _ms(said.oldest),
        "count": said.count,
        "account": said.account_id.hex(),
        "second": said.second.value,
        "second_account": said.second_id.hex(),
        **stated,
    }


def read_erasing(value: Mapping[str, object]) -> Erasing:
    """What the fields of such a statement say. Raises ValueError and KeyError where they say nothing of the kind."""
    end, stated_at = _time(value["end_ms"]), _time(value["stated_ms"])
    if value["subject"] == ASKED:
        return ErasingAsked(end if value["end_ms"] else None, stated_at)
    return ErasingOrdered(
        end=end,
        oldest=_time(value["oldest_ms"]),
        count=_whole(value["count"]),
        account_id=bytes.fromhex(str(value["account"])),
        second=Second(str(value["second"])),
        second_id=bytes.fromhex(str(value["second_account"])),
        stated_at=stated_at,
    )


def _whole(value: object) -> int:
    if type(value) is not int:
        raise ValueError("no whole number")
    return value


def _time(value: object) -> datetime:
    try:
        return _EPOCH + _whole(value) * _MS
    except OverflowError:
        raise ValueError("no time of ours") from None


def _ms(at: datetime) -> int:
    return (at - _EPOCH) // _MS
