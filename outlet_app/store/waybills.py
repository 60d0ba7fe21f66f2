"""Waybills as rows: the masked part in the open, the details sealed."""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace
from operator import attrgetter
from typing import TYPE_CHECKING

from outlet_app.domain import commitments
from outlet_app.domain.activity import Activity, ActivityKind, Detail
from outlet_app.domain.sealed_waybill import MaskedParty, MaskedWaybill, SealedWaybill, WaybillState
from outlet_app.domain.terms import Category, Payment
from outlet_app.errors import HistoryBroken, NumberUsed
from outlet_app.store import activities, erased_ranges, label_wraps, number_ranges, rewraps
from outlet_app.store.connection import ConstraintFailed
from outlet_app.store.moment import from_ms, to_ms
from outlet_app.store.store import Entry

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from outlet_app.domain.activity import Act
    from outlet_app.domain.sealed_waybill import LabelWrap
    from outlet_app.domain.terms import Terms
    from outlet_app.store.connection import Cursor, Reader, Row

MOST_ROWS = 20
"""No look-up gives more rows than this."""

CHANGED = "changed"
"""What an act says of a column that it must not tell."""

_MASKED = (
    "record_id, version, number, carrier, service, "
    "sender_name, sender_initial, sender_phone, sender_tail, "
    "sender_province, sender_city, sender_district, sender_road, "
    "recipient_name, recipient_initial, recipient_phone, recipient_tail, "
    "recipient_province, recipient_city, recipient_district, recipient_road, "
    "category, remark, weight_g, payment, fee_fen, cod_fen, declared_fen, sort_code, accepted_ms"
)
_SEALED = "details, owner_wrap, carrier_wrap, masked_salt, road_salt"
_INSERT = f"INSERT INTO waybills ({_MASKED}, {_SEALED}, state) VALUES ({', '.join('?' * 36)})"
_CORRECT = (
    f"UPDATE waybills SET ({_MASKED}, {_SEALED}) = ({', '.join('?' * 35)})"
    " WHERE record_id = ? AND version = ? AND left_ms IS NULL"
)
_CHANGE_TERMS = (
    "UPDATE waybills SET service = ?, weight_g = ?, payment = ?, fee_fen = ?, category = ?"
    " WHERE record_id = ? AND version = ? AND left_ms IS NULL"
)
_KEPT = f"SELECT {_MASKED}, state, left_ms, owner_wrap = x'' FROM waybills"
# Two queries in the order of the index, and the limit in their text: SQLCipher locks and wipes a sorter's memory each
# time, and prepares a query anew for each limit that is bound. Both together cost ten times the look-up.
_BY_NUMBER = tuple(
    f"{_KEPT} WHERE number = ? AND left_ms {gone} ORDER BY waybill_id DESC LIMIT {MOST_ROWS}"
    for gone in ("IS NULL", "IS NOT NULL")
)
_AT_PLACE = f"{_KEPT} WHERE waybill_id = ?"
_ONE_SEALED = f"SELECT {_MASKED}, {_SEALED}, waybill_id FROM waybills WHERE record_id = ?"
_SEALED_BETWEEN = (
    f"SELECT {_MASKED}, {_SEALED} FROM waybills WHERE waybill_id > ? AND waybill_id <= ? ORDER BY waybill_id"
)
_IN_SHOP = "SELECT count(*) FROM waybills WHERE number = ? AND carrier = ? AND left_ms IS NULL"
# Column `sender_name` holds field `sender.name`; the last, accepted_ms, is a time and converted.
_FIELDS = attrgetter(
    *(column.replace("sender_", "sender.").replace("recipient_", "recipient.") for column in _MASKED.split(", ")[:-1])
)
LEFT = (
    "UPDATE waybills SET state = ?, left_ms = ?, sender_road = '', recipient_road = '', remark = '', road_salt = x''"
    " WHERE record_id = ? AND left_ms IS NULL"
)
"""A waybill in the shop gets a state, and the moment in milliseconds, with which its parcel leaves."""

_LEAVING = {
    WaybillState.COLLECTED: ActivityKind.COLLECTED,
    WaybillState.RETURNED: ActivityKind.RETURNED,
    WaybillState.FORWARDED: ActivityKind.FORWARDED,
    WaybillState.LOST: ActivityKind.LOST,
    WaybillState.CANCELLED: ActivityKind.CANCELLED,
}


@dataclass(frozen=True, slots=True)
class KeptWaybill:
    """A waybill as a list shows it. `left_at` (UTC) is None while the parcel stands in the shop.

    `is_erased`: its details are gone, because their term was over.
    """

    masked: MaskedWaybill
    state: WaybillState
    left_at: datetime | None
    is_erased: bool = False


def accepted(sealed: SealedWaybill, wrap: LabelWrap, facts: Detail | None = None) -> Entry:
    """A waybill comes into being with its label wrap (uncoded until `label_wraps.taken`) and its number is used.

    The act commits to the row, says what was to be paid how, from which cash is counted, and carries `facts` beside
    (words, counts and hashes, such as the mask's verdict). Writing raises NumberUsed when the number already stands in
    the shop, or is behind in a range of its carrier.
    """
    masked = sealed.masked
    if (masked.record_id, masked.version) != (wrap.record_id, wrap.version):
        raise ValueError("the label wrap is another waybill's")

    def apply(cursor: Cursor) -> None:
        number_ranges.use(cursor, masked.carrier, masked.number)
        try:
            cursor.run(_INSERT, *_values(sealed), WaybillState.ACCEPTED.value)
        except ConstraintFailed:
            if cursor.number(_IN_SHOP, masked.number, masked.carrier):
                raise NumberUsed(masked.number) from None
            raise
        label_wraps.keep(cursor, wrap, masked.accepted_at)

    detail = {**(facts or {}), **_money(masked), "serial": wrap.serial, **commitments.commitments(sealed)}
    return Entry(Activity(ActivityKind.ACCEPTED, masked.record_id, detail), apply)


def corrected(sealed: SealedWaybill, wrap: LabelWrap, former: MaskedWaybill, facts: Detail | None = None) -> Entry:
    """A waybill in the shop gets a new version of its details; the former label's wrap is erased for the new one's.

    The act commits to the new row, says what is to be paid how and, where that changed, what was by `former`, and
    carries `facts` beside. Writing raises KeyError when the waybill is not in the shop, or not in the version before.
    """
    masked = sealed.masked
    if (masked.record_id, masked.version) != (wrap.record_id, wrap.version):
        raise ValueError("the label wrap is another waybill's")

    def apply(cursor: Cursor) -> None:
        if not cursor.run(_CORRECT, *_values(sealed), masked.record_id, masked.version - 1):
            raise KeyError(masked.record_id.hex())
        label_wraps.remove(cursor, masked.record_id)
        label_wraps.keep(cursor, wrap, masked.accepted_at)

    money = {**_money(masked), **_former_money(former, masked)}
    detail = {**(facts or {}), **money, "serial": wrap.serial, **commitments.commitments(sealed)}
    return Entry(Activity(ActivityKind.CORRECTED, masked.record_id, detail), apply, erases=True)


def terms_changed(former: SealedWaybill, terms: Terms) -> Entry:
    """A waybill in the shop gets other terms; its details, version and label stay as they are.

    The act says each changed column as it is and, behind `was_`, as it was, always what is to be paid how, and commits
    to the new row; of the category, whose column is emptied later, only that it changed. Writing raises KeyError when
    the waybill is not in the shop, or not in the version of `former`.
    """
    masked = former.masked
    new = asdict(terms)
    changed = {column: value for column, value in new.items() if value != getattr(masked, column)}

    def apply(cursor: Cursor) -> None:
        if not cursor.run(_CHANGE_TERMS, *new.values(), masked.record_id, masked.version):
            raise KeyError(masked.record_id.hex())

    said = {column: value for column, value in changed.items() if column in commitments.STAYING}
    said |= {f"was_{column}": getattr(masked, column) for column in said}
    said |= {column: CHANGED for column in changed if column in commitments.MASKED}
    row = replace(former, masked=replace(masked, **changed))
    detail = {**_money(row.masked), **said, **commitments.commitments(row)}
    return Entry(Activity(ActivityKind.CORRECTED, masked.record_id, detail), apply)


def left(record_id: bytes, state: WaybillState, at: datetime) -> Entry:
    """The parcel leaves for `state`: its label wrap, road lines and remark are erased with that.

    `state` is collected, returned, forwarded, lost or cancelled; what leaves with a hand-over list leaves by it.
    Writing raises KeyError when the waybill is not in the shop.
    """

    def apply(cursor: Cursor) -> None:
        if not cursor.run(LEFT, state.value, to_ms(at), record_id):
            raise KeyError(record_id.hex())
        label_wraps.remove(cursor, record_id)

    detail = {commitments.ROAD_PART: commitments.EMPTIED}
    return Entry(Activity(_LEAVING[state], record_id, detail), apply, erases=True)


def by_number(reader: Reader, number: str) -> list[KeptWaybill]:
    """The waybills that bear `number`, whatever their carrier: those in the shop first, then the newest; at most 20."""
    in_shop, left = (reader.rows(_kept, query, number) for query in _BY_NUMBER)
    return (in_shop + left)[:MOST_ROWS]


def by_id(reader: Reader, record_id: bytes) -> KeptWaybill | None:
    """The waybill with this record id, None where there is none."""
    return reader.row(_kept, _KEPT + " WHERE record_id = ?", record_id)


def at_places(reader: Reader, places: Sequence[int]) -> list[KeptWaybill]:
    """The waybills in the rows of these numbers, in their order. Raises KeyError where one is not there."""
    # One statement, and no list of IN, for which SQLite makes a table: that costs as much as three rows.
    found = reader.rows(_kept, " UNION ALL ".join([_AT_PLACE] * len(places)), *places) if places else []
    if len(found) != len(places):
        raise KeyError(*places)
    return found


def count(reader: Reader) -> int:
    """How many waybills there are, in the shop or gone."""
    return reader.number("SELECT count(*) FROM waybills")


def last_place(reader: Reader) -> int:
    """The place of the last row, which is about how many there are; instant, however many."""
    return reader.number("SELECT max(waybill_id) FROM waybills")


def recent(reader: Reader, limit: int = MOST_ROWS) -> list[KeptWaybill]:
    """The last accepted, newest first, at most `limit` and never more than 20."""
    return reader.rows(_kept, _KEPT + " ORDER BY waybill_id DESC LIMIT ?", min(limit, MOST_ROWS))


def sealed(reader: Reader, record_id: bytes) -> SealedWaybill:
    """The whole row, checked against the acts of its waybill; what is opened, reprinted or corrected comes from here.

    Raises HistoryBroken when the row is not what its acts say, and KeyError when there is no such waybill.
    """
    return sealed_by(reader, record_id, activities.of_record(reader, record_id))


def sealed_by(reader: Reader, record_id: bytes, acts: Sequence[Act]) -> SealedWaybill:
    """As `sealed`, where all acts of the waybill were read already."""
    row = reader.row(tuple, _ONE_SEALED, record_id)
    if row is None:
        raise KeyError(record_id.hex())
    if not acts:
        raise HistoryBroken(0)
    found = _sealed(row)
    commitments.check(found, acts, _told(reader, found, row[35], acts))
    return found


def sealed_range(reader: Reader, range_id: int) -> list[SealedWaybill]:
    """The rows of one range of `rewraps`, at most 32, in the order of their places; not checked against any act."""
    start = range_id * rewraps.RANGE_ROWS
    return reader.rows(_sealed, _SEALED_BETWEEN, start, start + rewraps.RANGE_ROWS)


def sealed_of(reader: Reader, record_ids: Sequence[bytes]) -> list[SealedWaybill]:
    """The rows of these waybills, as many as there are, in no order; not checked against any act."""
    marks = ", ".join("?" * len(record_ids))
    return reader.rows(_sealed, f"SELECT {_MASKED}, {_SEALED} FROM waybills WHERE record_id IN ({marks})", *record_ids)


def _told(reader: Reader, found: SealedWaybill, place: int, acts: Sequence[Act]) -> list[commitments.Told]:
    """What was said of the row with its range. Nothing of a parcel that stands here is erased, so nothing is asked.

    A wrap that was erased is not moved any more, but its range still names it.
    """
    record_id = found.masked.record_id
    erased = [] if found.road_salt else erased_ranges.told(reader, place, record_id, acts)
    if any(commitments.OWNER_WRAP in each.parts for each in erased):
        return erased
    return [*erased, *rewraps.told(reader, place, record_id)]


def _money(masked: MaskedWaybill) -> Detail:
    return {"payment": masked.payment.value, "fee_fen": masked.fee_fen}


def _former_money(former: MaskedWaybill, masked: MaskedWaybill) -> Detail:
    new = _money(masked)
    return {f"was_{name}": value for name, value in _money(former).items() if value != new[name]}


def _values(sealed: SealedWaybill) -> tuple[str | int | bytes | None, ...]:
    masked = sealed.masked
    return (
        *_FIELDS(masked),
        to_ms(masked.accepted_at),
        sealed.details,
        sealed.owner_wrap,
        sealed.carrier_wrap,
        sealed.masked_salt,
        sealed.road_salt,
    )


def _kept(row: Row) -> KeptWaybill:
    left_ms: int | None = row[31]
    left_at = None if left_ms is None else from_ms(left_ms)
    return KeptWaybill(_masked(row), WaybillState(row[30]), left_at, is_erased=bool(row[32]))


def _sealed(row: Row) -> SealedWaybill:
    return SealedWaybill(
        masked=_masked(row),
        details=row[30],
        owner_wrap=row[31],
        carrier_wrap=row[32],
        masked_salt=row[33],
        road_salt=row[34],
    )


def _masked(row: Row) -> MaskedWaybill:
    return MaskedWaybill(
        record_id=row[0],
        version=row[1],
        number=row[2],
        carrier=row[3],
        service=row[4],
        sender=_party(row[5:13]),
        recipient=_party(row[13:21]),
        category=Category(row[21]),
        remark=row[22],
        weight_g=row[23],
        payment=Payment(row[24]),
        fee_fen=row[25],
        cod_fen=row[26],
        declared_fen=row[27],
        sort_code=row[28],
        accepted_at=from_ms(row[29]),
    )


def _party(row: Row) -> MaskedParty:
    return MaskedParty(
        name=row[0],
        initial=row[1],
        phone=row[2],
        tail=row[3],
        province=row[4],
        city=row[5],
        district=row[6],
        road=row[7],
    )
