"""Printers and numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from outlet_app.domain.activity import ActivityKind
from outlet_app.domain.number_use import VoidReason
from outlet_app.domain.printer import Printer, PrinterStanding
from outlet_app.domain.printer_setup import USUAL_SETUP, Placing, PrinterSetup
from outlet_app.errors import (
    Fault,
    FaultKind,
    InvalidDraft,
    NotPermitted,
    NumberUsed,
    PrinterMakesFiles,
    WrongPassword,
)
from outlet_app.printing.pictures import page_size_mm
from outlet_app.services.supplies import Supplies
from outlet_app.store import activities
from tests.builders import draft
from tests.outlets import CHEN_PASSWORD, LABEL_PRINTER, OTHER_PRINTER, OWNER_PASSWORD

if TYPE_CHECKING:
    from collections.abc import Iterator

    from outlet_app.services import Services
    from tests.outlets import Outlet


@pytest.fixture
def owner(outlet: Outlet) -> Iterator[Services]:
    services = outlet.owner()
    yield services
    services.session.sign_out()


def test_the_owners_new_list_of_printers_takes_the_old_ones_place_for_everybody(outlet: Outlet) -> None:
    owner = outlet.owner()
    Supplies(owner.session, outlet.keys).approve_printers((OTHER_PRINTER,), password=OWNER_PASSWORD, card=outlet.card)
    assert owner.session.statements.printers() == (OTHER_PRINTER,)
    owner.session.sign_out()
    chen = outlet.chen()
    assert chen.printing_desk.is_approved(OTHER_PRINTER)
    assert not chen.printing_desk.is_approved(LABEL_PRINTER)
    chen.session.sign_out()


def test_a_clerk_approves_no_printer_and_enters_no_numbers(outlet: Outlet, chen: Services) -> None:
    supplies = Supplies(chen.session, outlet.keys)
    with pytest.raises(NotPermitted):
        supplies.approve_printers((OTHER_PRINTER,), password=CHEN_PASSWORD, card=outlet.card)
    with pytest.raises(NotPermitted):
        supplies.enter_numbers("yto", "YT9000000000001", "YT9000000000009")


def test_without_the_card_no_printer_is_approved(outlet: Outlet) -> None:
    owner = outlet.owner()
    with pytest.raises(WrongPassword):
        Supplies(owner.session, outlet.keys).approve_printers((OTHER_PRINTER,), password=OWNER_PASSWORD, card="")
    assert owner.session.statements.printers() == (LABEL_PRINTER,)
    owner.session.sign_out()


def test_entered_numbers_are_given_out_after_the_ones_before(outlet: Outlet) -> None:
    owner = outlet.owner()
    Supplies(owner.session, outlet.keys).enter_numbers("sf", "SF1000000000001", "SF1000000000003")
    assert owner.entry.numbers_left("sf") == 3
    owner.session.sign_out()


@pytest.mark.parametrize("uri", ["cups-pdf:/", "file:///dev/null", "FILE:/tmp/x", "file-folder:/home", "cups-brf:/"])
def test_a_printer_that_makes_files_is_never_approved(outlet: Outlet, uri: str) -> None:
    owner = outlet.owner()
    maker = Printer("counter", uri, "Generic PDF Printer")
    with pytest.raises(PrinterMakesFiles) as refused:
        Supplies(owner.session, outlet.keys).approve_printers(
            (OTHER_PRINTER, maker), password=OWNER_PASSWORD, card=outlet.card
        )
    assert refused.value.printer == "counter"
    assert owner.session.statements.printers() == (LABEL_PRINTER,)
    owner.session.sign_out()


def test_a_printer_prints_on_the_paper_the_owner_set_up_for_everybody(outlet: Outlet) -> None:
    owner = outlet.owner()
    supplies = Supplies(owner.session, outlet.keys)
    setup = PrinterSetup("100x150", Placing(3, -12, 1005))
    assert [stock.name for stock in supplies.stocks()] == ["76x130", "100x150", "60x40"]
    assert supplies.printer_setup(LABEL_PRINTER) == USUAL_SETUP
    supplies.set_printer_setup(LABEL_PRINTER, setup)
    assert supplies.printer_setup(LABEL_PRINTER) == setup
    act = activities.newest(owner.session.store.reader)
    assert act is not None
    assert (act.kind, act.detail) == (
        ActivityKind.SETTING_CHANGED,
        '{"name":"printer-setup:counter","new":"100x150 +3 -12 1005","old":""}',
    )
    owner.session.sign_out()
    chen = outlet.chen()
    assert chen.printing_desk.paper(LABEL_PRINTER).setup == setup
    accepted = chen.entry.accept(draft(), LABEL_PRINTER)
    assert accepted.job is not None
    again = chen.printing_desk.take(accepted.record_id, LABEL_PRINTER)
    other = chen.printing_desk.take(accepted.record_id, OTHER_PRINTER)
    sizes = [page_size_mm(each.pdf) for each in (accepted.job, again, other)]
    assert sizes == [(100, 150), (100, 150), (76, 130)]
    preview = chen.entry.preview(draft(), paper=chen.printing_desk.paper(LABEL_PRINTER))
    assert page_size_mm(preview) == (100, 150)
    chen.session.sign_out()


def test_only_the_owner_sets_a_printer_up_and_only_for_a_paper_there_is(outlet: Outlet, chen: Services) -> None:
    with pytest.raises(NotPermitted):
        Supplies(chen.session, outlet.keys).set_printer_setup(LABEL_PRINTER, PrinterSetup("100x150"))
    chen.session.sign_out()
    owner = outlet.owner()
    with pytest.raises(ValueError, match="stock"):
        Supplies(owner.session, outlet.keys).set_printer_setup(LABEL_PRINTER, PrinterSetup("90x90"))
    owner.session.sign_out()


def test_the_facts_of_the_outlet_are_those_of_its_files(outlet: Outlet, owner: Services) -> None:
    facts = owner.supplies.outlet()
    assert (facts.name, facts.folder, facts.second_key_file) == (
        "余杭文一西路网点",
        outlet.place.folder,
        outlet.place.second_key_file,
    )
    assert facts.founded_at == outlet.clock()
    assert len(facts.mark) == 4


def test_one_printer_joins_the_list_and_leaves_it_and_the_others_stay(outlet: Outlet, owner: Services) -> None:
    proof = {"password": OWNER_PASSWORD, "card": outlet.card}
    owner.supplies.approve_printer(OTHER_PRINTER, **proof)
    assert owner.session.statements.printers() == (LABEL_PRINTER, OTHER_PRINTER)
    moved = Printer(LABEL_PRINTER.name, "usb://Zebra/ZD421", LABEL_PRINTER.driver)
    assert [state.standing for state in owner.supplies.printers((moved,))] == [
        PrinterStanding.CHANGED,
        PrinterStanding.ABSENT,
    ]
    owner.supplies.approve_printer(moved, **proof)
    assert owner.session.statements.printers() == (OTHER_PRINTER, moved)
    owner.supplies.withdraw_printer(OTHER_PRINTER, **proof)
    assert owner.session.statements.printers() == (moved,)


def test_a_test_page_is_placed_as_it_was_asked_for_and_stands_in_the_record(owner: Services) -> None:
    setup = PrinterSetup("100x150", Placing(5, -5, 1010))
    for page, name in ((owner.supplies.ruler_page, "ruler"), (owner.supplies.test_label, "label")):
        assert page_size_mm(page(LABEL_PRINTER, setup)) == (100, 150)
        act = activities.newest(owner.session.store.reader)
        assert act is not None
        assert (act.kind, act.detail) == (ActivityKind.TEST_PRINTED, f'{{"page":"{name}","printer":"counter"}}')
    assert owner.supplies.printer_setup(LABEL_PRINTER) == USUAL_SETUP


def test_the_owner_sees_how_far_each_carriers_numbers_go(owner: Services) -> None:
    owner.entry.accept(draft(), None)
    owner.supplies.void_number("zto", "7500-0000 000003", VoidReason.SPOILT)
    yto, zto = owner.supplies.numbers()
    assert (yto.carrier, yto.free, yto.ranges[0].used, yto.is_low) == ("yto", 999, 1, False)
    assert (zto.carrier, zto.free, zto.ranges[0].voided, zto.is_low) == ("zto", 9, 1, True)
    act = activities.newest(owner.session.store.reader)
    assert act is not None
    assert act.detail == '{"carrier":"zto","number":"75000000000003","reason":"spoilt"}'


def test_a_number_is_set_aside_once_and_only_out_of_a_range(owner: Services) -> None:
    supplies = owner.supplies
    supplies.void_number("zto", "75000000000002", VoidReason.MISSING)
    with pytest.raises(NumberUsed):
        supplies.void_number("zto", "75000000000002", VoidReason.GIVEN_BACK)
    for number, kind in (
        ("", FaultKind.EMPTY),
        ("7500", FaultKind.NOT_A_WAYBILL_NUMBER),
        ("75000000000011", FaultKind.IN_NO_RANGE),
    ):
        with pytest.raises(InvalidDraft) as refused:
            supplies.void_number("zto", number, VoidReason.SPOILT)
        assert refused.value.faults == (Fault("number", kind),)


def test_the_numbers_of_a_range_are_counted_while_it_is_typed(owner: Services) -> None:
    assert owner.supplies.count_numbers("YT 0001 0001", "YT-0001-0100") == 100
    assert owner.supplies.count_numbers("YT00010001", "") == 0
    assert owner.supplies.count_numbers("YT00010002", "YT00010001") == 0
