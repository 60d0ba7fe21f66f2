"""A printer."""

from __future__ import annotations

from dataclasses import replace

import pytest

from outlet_app.domain.printer import Printer

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
