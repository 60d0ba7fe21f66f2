"""The rows of the permission table for arrivals, collection, hand-over, odd cases, carriers and the day's end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from outlet_app.domain.activity import Activity, ActivityKind
from outlet_app.domain.carrier_book import CarrierDraft
from outlet_app.domain.number_span import NumberSpan
from outlet_app.domain.number_use import UncertainNumbers
from outlet_app.domain.outlet_day import outlet_day
from outlet_app.domain.range_file import RangeFile
from outlet_app.domain.sort_code_table import SortCodeRow, SortCodeTable
from outlet_app.domain.waybill_cases import CancelReason, LossReason
from outlet_app.services.carrier_desk import CarrierDesk
from outlet_app.services.day_end import DayEnd
from outlet_app.services.hand_over import HandOver
from outlet_app.services.number_desk import NumberDesk
from outlet_app.services.waybill_cases import WaybillCases
from outlet_app.store import uncertain_numbers
from outlet_app.store.store import Entry
from outlet_app.store.uncertain_numbers import Span
from tests.outlets import LABEL_PRINTER
from tests.services import arrival_permissions, handing, handover_permissions
from tests.services.permission_table import EVERYBODY, OWNER

if TYPE_CHECKING:
    from collections.abc import Callable

    from outlet_app.services import Services
    from tests.outlets import Outlet
    from tests.services.permission_table import Method, Table

SERVICES: tuple[type, ...] = (
    *arrival_permissions.SERVICES,
    *handover_permissions.SERVICES,
    DayEnd,
    CarrierDesk,
    NumberDesk,
    HandOver,
    WaybillCases,
)

TABLE: Table = {
    **arrival_permissions.TABLE,
    **handover_permissions.TABLE,
    (DayEnd, "days"): EVERYBODY,
    (DayEnd, "account"): EVERYBODY,
    (DayEnd, "count_cash"): EVERYBODY,
    (DayEnd, "end_day"): EVERYBODY,
    **dict.fromkeys(((NumberDesk, name) for name in ("read_file", "enter_file", "give_back")), OWNER),
    **dict.fromkeys(((NumberDesk, name) for name in ("uncertain", "settle", "days", "gaps")), OWNER),
    (NumberDesk, "count_back"): EVERYBODY,
    **dict.fromkeys(((CarrierDesk, name) for name in ("services", "check", "fits", "shape_of")), EVERYBODY),
    **dict.fromkeys(((CarrierDesk, name) for name in ("rows", "save", "restore", "move")), OWNER),
    **dict.fromkeys(((CarrierDesk, f"{name}_sort_codes") for name in ("read", "load", "remove")), OWNER),
    (HandOver, "lists"): EVERYBODY,
    (HandOver, "waiting"): EVERYBODY,
    (HandOver, "put_on"): EVERYBODY,
    (HandOver, "take_off"): EVERYBODY,
    (HandOver, "undo"): EVERYBODY,
    (HandOver, "items"): EVERYBODY,
    (HandOver, "close"): EVERYBODY,
    (HandOver, "closed"): EVERYBODY,
    (HandOver, "standing"): EVERYBODY,
    (HandOver, "paper"): EVERYBODY,
    (HandOver, "preview"): EVERYBODY,
    (WaybillCases, "may"): EVERYBODY,
    (WaybillCases, "refund_due"): EVERYBODY,
    (WaybillCases, "cancel"): EVERYBODY,
    (WaybillCases, "send_back"): EVERYBODY,
    (WaybillCases, "forward"): EVERYBODY,
    (WaybillCases, "refuse"): EVERYBODY,
    (WaybillCases, "lose"): OWNER,
}

UNGUARDED: set[Method] = {
    (NumberDesk, "count_back"),
    *((CarrierDesk, name) for name in ("services", "check", "fits", "shape_of")),
    *arrival_permissions.UNGUARDED,
    *handover_permissions.UNGUARDED,
}
"""Pure, or about what the person sees already; there is nothing to permit."""

BEGUN_BEFORE: set[Method] = set(handover_permissions.BEGUN_BEFORE)
"""What was begun before a lock ends after it."""


def calls(services: Services, outlet: Outlet) -> dict[Method, Callable[[], object]]:
    """Each guarded method, once, with arguments that a person who may do it can give."""
    return {
        **arrival_permissions.calls(services),
        **handover_permissions.calls(services, outlet),
        **_of_day_end(services, outlet),
        **_of_carriers(services, outlet),
        **_of_numbers(services, outlet),
        **_of_hand_over(services, outlet),
        **_of_cases(services),
    }


def _of_numbers(services: Services, outlet: Outlet) -> dict[Method, Callable[[], object]]:
    desk, path = services.numbers, outlet.place.folder / "numbers.csv"
    path.write_text("SF0000001,SF0000009\n", encoding="utf-8")
    ranges = RangeFile("numbers.csv", (NumberSpan("SF", 7, 1, 9),), (), 0)
    doubt = UncertainNumbers("zto", "75000000000001", "75000000000001", 1, 0)
    kept = Entry(
        Activity(ActivityKind.RESTORED),
        lambda cursor: uncertain_numbers.keep(cursor, [Span(2, 75000000000001, 75000000000001)]),
    )
    services.session.write(kept)
    return {
        (NumberDesk, "read_file"): lambda: desk.read_file("sf", path),
        (NumberDesk, "enter_file"): lambda: desk.enter_file("sf", ranges),
        (NumberDesk, "give_back"): lambda: desk.give_back("yto", "YT8800000000900"),
        (NumberDesk, "uncertain"): desk.uncertain,
        (NumberDesk, "settle"): lambda: desk.settle(doubt, free=True),
        (NumberDesk, "days"): desk.days,
        (NumberDesk, "gaps"): lambda: desk.gaps(outlet_day(outlet.clock())),
    }


def _of_carriers(services: Services, outlet: Outlet) -> dict[Method, Callable[[], object]]:
    desk, path = services.carriers, outlet.place.folder / "codes.csv"
    path.write_text("province,code\n浙江省,500\n", encoding="utf-8")
    table = SortCodeTable("codes.csv", (SortCodeRow("浙江省", "", "", "500"),), (), 0)
    return {
        (CarrierDesk, "rows"): desk.rows,
        (CarrierDesk, "save"): lambda: desk.save(CarrierDraft("", "同城快送", "City Post", "", ("standard",))),
        (CarrierDesk, "restore"): lambda: desk.restore("yto"),
        (CarrierDesk, "move"): lambda: desk.move("yto", 1),
        (CarrierDesk, "read_sort_codes"): lambda: desk.read_sort_codes(path),
        (CarrierDesk, "load_sort_codes"): lambda: desk.load_sort_codes("yto", table),
        (CarrierDesk, "remove_sort_codes"): lambda: desk.remove_sort_codes("yto"),
    }


def _of_day_end(services: Services, outlet: Outlet) -> dict[Method, Callable[[], object]]:
    desk, today = services.day_end, outlet_day(outlet.clock())
    return {
        (DayEnd, "days"): desk.days,
        (DayEnd, "account"): lambda: desk.account(today),
        (DayEnd, "count_cash"): lambda: desk.count_cash(today, 0),
        (DayEnd, "end_day"): lambda: desk.end_day(today),
    }


def _of_hand_over(services: Services, outlet: Outlet) -> dict[Method, Callable[[], object]]:
    desk = services.hand_over
    standing, (first, _, _) = handing.listed(services, 3)
    other = handing.parcel(services)
    return {
        (HandOver, "lists"): desk.lists,
        (HandOver, "waiting"): desk.waiting,
        (HandOver, "put_on"): lambda: desk.put_on("yto", other.text, typed=False),
        (HandOver, "take_off"): lambda: desk.take_off(standing.list_id, first.record_id),
        (HandOver, "undo"): lambda: desk.undo(standing.list_id),
        (HandOver, "items"): lambda: desk.items(standing.list_id),
        (HandOver, "close"): lambda: desk.close(standing.list_id, None),
        (HandOver, "closed"): lambda: desk.closed(outlet_day(outlet.clock())),
        (HandOver, "standing"): desk.standing,
        (HandOver, "paper"): lambda: desk.paper(standing.list_id, LABEL_PRINTER),
        (HandOver, "preview"): lambda: desk.preview(standing.list_id),
    }


def _of_cases(services: Services) -> dict[Method, Callable[[], object]]:
    cases = services.cases
    refused = handing.handed_over(services, "zto")
    cancelled, sent_back, forwarded, lost = (handing.parcel(services, "zto").record_id for _ in range(4))
    return {
        (WaybillCases, "may"): lambda: cases.may(cancelled),
        (WaybillCases, "refund_due"): lambda: cases.refund_due(cancelled),
        (WaybillCases, "cancel"): lambda: cases.cancel(cancelled, CancelReason.SENDER_ASKED, refund=True),
        (WaybillCases, "send_back"): lambda: cases.send_back(sent_back),
        (WaybillCases, "forward"): lambda: cases.forward(forwarded),
        (WaybillCases, "refuse"): lambda: cases.refuse(refused),
        (WaybillCases, "lose"): lambda: cases.lose(lost, LossReason.NOT_FOUND),
    }
