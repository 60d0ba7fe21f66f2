"""A printer's setup as a value and as a text."""

from __future__ import annotations

import pytest

from outlet_app.domain.printer_setup import USUAL_SETUP, Placing, PrinterSetup, read_setup, write_setup


@pytest.mark.parametrize(
    ("setup", "text"),
    [
        (USUAL_SETUP, "76x130 +0 +0 1000"),
        (PrinterSetup("100x150", Placing(3, -12, 1005)), "100x150 +3 -12 1005"),
        (PrinterSetup("100x150", Placing(-100, 100, 980)), "100x150 -100 +100 980"),
    ],
)
def test_a_setup_is_read_as_it_was_written(setup: PrinterSetup, text: str) -> None:
    assert write_setup(setup) == text
    assert read_setup(text) == setup


@pytest.mark.parametrize(
    "text", ["", "76x130", "76x130 0 0 1000", "76x130 +101 +0 1000", "76x130 +0 +0 900", "a b c d"]
)
def test_another_text_is_no_setup(text: str) -> None:
    with pytest.raises(ValueError, match="print"):
        read_setup(text)


@pytest.mark.parametrize("values", [(101, 0, 1000), (0, -101, 1000), (0, 0, 979), (0, 0, 1021)])
def test_a_placing_beyond_what_a_label_bears_is_refused(values: tuple[int, int, int]) -> None:
    with pytest.raises(ValueError, match="print"):
        Placing(*values)
