"""What an act says of a waybill's row: four hashes or five, and which column belongs to which of them.

The hashes stand in the detail of the act that made or changed the row, so that a row pasted back or changed by hand
no longer matches. Columns that are emptied later have a commitment of their own, blinded by a salt that goes with
them: what is left of them in the record then says nothing, not even to somebody who tries every tail.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from operator import attrgetter, itemgetter
from typing import TYPE_CHECKING

from outlet_app.domain.act_detail import read_detail
from outlet_app.domain.context import ctx
from outlet_app.domain.terms import Category
from outlet_app.errors import HistoryBroken

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from outlet_app.domain.activity import Act
    from outlet_app.domain.sealed_waybill import MaskedWaybill, SealedWaybill

STAYING = (
    "record_id",
    "version",
    "number",
    "carrier",
    "service",
    "sender.province",
    "sender.city",
    "sender.district",
    "recipient.province",
    "recipient.city",
    "recipient.district",
    "weight_g",
    "payment",
    "fee_fen",
    "cod_fen",
    "declared_fen",
    "sort_code",
    "accepted_at",
)
"""Fields of a `MaskedWaybill` that stay as long as it does, hashed in this order behind C; times in milliseconds."""

MASKED = (
    "sender.name",
    "sender.initial",
    "sender.phone",
    "sender.tail",
    "recipient.name",
    "recipient.initial",
    "recipient.phone",
    "recipient.tail",
    "category",
)
"""Fields that are emptied some weeks after the parcel left, with `masked_salt`."""

ROAD = ("sender.road", "recipient.road", "remark")
"""Fields that are emptied in the transaction in which the parcel leaves, with `road_salt`."""

EMPTIED = "emptied"
"""Stands in place of a hash from the act on that emptied those columns."""

VERSION, MASKED_PART, ROAD_PART, OWNER_WRAP = "sha_version", "sha_masked", "sha_road", "sha_owner_wrap"
CARRIER_WRAP = "sha_carrier_wrap"
"""Stands beside the other four where the details are sealed to a carrier too; without it a version has no W3."""

_PARTS = frozenset({VERSION, MASKED_PART, ROAD_PART, OWNER_WRAP, CARRIER_WRAP})
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
# What an emptied column holds: a category must stay one of the known words.
_EMPTY = frozenset({"", Category.OTHER})


def commitments(sealed: SealedWaybill) -> dict[str, str]:
    """The commitments to a row, each 64 hex digits or, where the columns are empty and their salt is, `EMPTIED`.

    `sha_version` covers C, also where it was erased, and the fields of `STAYING`, `sha_masked` and `sha_road` the salt
    and their fields, `sha_owner_wrap` W1, and where there is one `sha_carrier_wrap` W3.
    """
    carriers = {} if sealed.carrier_wrap is None else {CARRIER_WRAP: _digest(sealed.carrier_wrap)}
    return {
        VERSION: _digest(ctx("version", sealed.details, *_values(sealed.masked, STAYING))),
        MASKED_PART: _blinded("masked", sealed.masked_salt, _values(sealed.masked, MASKED)),
        ROAD_PART: _blinded("road", sealed.road_salt, _values(sealed.masked, ROAD)),
        OWNER_WRAP: _digest(sealed.owner_wrap) if sealed.owner_wrap else EMPTIED,
        **carriers,
    }


@dataclass(frozen=True, slots=True)
class Told:
    """What act `n`, about a whole range of rows, said of one waybill: commitments by their names."""

    n: int
    parts: Mapping[str, str]


def check(sealed: SealedWaybill, acts: Iterable[Act], told: Iterable[Told] = ()) -> None:
    """Compare a row with what `acts`, all that concern its waybill alone, and `told` of its range last said of it.

    Raises HistoryBroken at the last act that speaks of the row, or at 0 when none does.
    """
    spoken = [(act.n, _parts(act)) for act in acts]
    spoken += [(each.n, dict(each.parts)) for each in told]
    said: dict[str, str] = {}
    at = 0
    for n, parts in sorted(spoken, key=itemgetter(0)):
        if VERSION in parts:
            said.pop(CARRIER_WRAP, None)
        if parts:
            said.update(parts)
            at = n
    if said != _standing(sealed):
        raise HistoryBroken(at)


def _standing(sealed: SealedWaybill) -> dict[str, str] | None:
    """What the row would commit to; None for columns that no row of ours has and nothing can commit to."""
    try:
        return commitments(sealed)
    except (ValueError, OverflowError):
        return None


def _parts(act: Act) -> dict[str, str]:
    return {name: str(value) for name, value in read_detail(act).items() if name in _PARTS}


def _blinded(name: str, salt: bytes, values: tuple[bytes | str | int, ...]) -> str:
    if not salt and _EMPTY.issuperset(values):
        return EMPTIED
    return _digest(ctx(name, salt, *values))


def _values(masked: MaskedWaybill, fields: tuple[str, ...]) -> tuple[bytes | str | int, ...]:
    return tuple(_plain(attrgetter(field)(masked)) for field in fields)


def _plain(value: bytes | str | int | datetime) -> bytes | str | int:
    return (value - _EPOCH) // timedelta(milliseconds=1) if isinstance(value, datetime) else value


def _digest(text: bytes) -> str:
    return hashlib.sha256(text).hexdigest()


def without_details(sealed: SealedWaybill) -> SealedWaybill:
    """The row with its details erased, and every wrap of their key that a row holds."""
    return replace(sealed, details=b"", owner_wrap=b"", carrier_wrap=None)
