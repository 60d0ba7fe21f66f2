"""A printer."""

from __future__ import annotations

from dataclasses import replace

import pytest

from outlet_app.domain.printer import Printer

COUNTER = Printer("counter", "usb://Zebra/ZD420", "Zebra ZPL Label Printer")


@pytest.mark.parametrize("change", [{"name": "x"}, {"uri": "file:/tmp"}, {"driver": "PDF"}, {"dots_per_mm": 11.8}])
def test_a_printer_with_any_other_fact_is_another_printer(change: dict[str, str]) -> None:
    assert replace(COUNTER, **change) != COUNTER
