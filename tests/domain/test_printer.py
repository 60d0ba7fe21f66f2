"""A printer."""

from __future__ import annotations

from dataclasses import replace

import pytest

from outlet_app.domain.printer import Printer, PrinterStanding, PrinterState, printer_states

COUNTER = Printer("counter", "usb://Zebra/ZD420", "Zebra ZPL Label Printer")


@pytest.mark.parametrize("change", [{"name": "x"}, {"uri": "file:/tmp"}, {"driver": "PDF"}, {"dots_per_mm": 11.8}])
def test_a_printer_with_any_other_fact_is_another_printer(change: dict[str, str]) -> None:
    assert replace(COUNTER, **change) != COUNTER


@pytest.mark.parametrize("uri", ["cups-pdf:/", "file:///x", "FILE:/x", "beh:/1/3/5/socket://h", "cups-brf:/", "nul:"])
def test_a_printer_that_makes_files_is_known_by_its_device(uri: str) -> None:
    assert replace(COUNTER, uri=uri).makes_files


@pytest.mark.parametrize("uri", ["usb://Zebra/ZD421", "socket://192.168.1.9:9100", "ipp://localhost:60000/ipp/print"])
def test_a_printer_that_prints_on_paper_makes_no_files(uri: str) -> None:
    assert not replace(COUNTER, uri=uri).makes_files


def test_a_printer_is_approved_while_every_fact_is_the_listed_one() -> None:
    assert printer_states((COUNTER,), (COUNTER,)) == (PrinterState(COUNTER, PrinterStanding.APPROVED),)
    moved = replace(COUNTER, uri="socket://192.168.1.9:9100", dots_per_mm=11.8)
    assert printer_states((moved,), (COUNTER,)) == (
        PrinterState(moved, PrinterStanding.CHANGED, ("uri", "dots_per_mm")),
    )


def test_what_was_not_found_stands_last_and_what_was_not_asked_for_is_not_approved() -> None:
    other, maker = replace(COUNTER, name="office"), replace(COUNTER, name="pdf", uri="cups-pdf:/")
    assert printer_states((other, maker), (COUNTER,)) == (
        PrinterState(other, PrinterStanding.NOT_APPROVED),
        PrinterState(maker, PrinterStanding.MAKES_FILES),
        PrinterState(COUNTER, PrinterStanding.ABSENT),
    )


def test_a_queue_that_was_turned_into_a_file_maker_says_so() -> None:
    turned = replace(COUNTER, uri="cups-pdf:/")
    assert printer_states((turned,), (COUNTER,)) == (PrinterState(turned, PrinterStanding.MAKES_FILES),)
