"""A masked waybill on its way to a printer."""

from __future__ import annotations

from datetime import timedelta

import pytest

from outlet_app.domain.activity import ActivityKind
from outlet_app.services.label_drawing import draw, job, taken
from tests.outlets import LABEL_PRINTER, OTHER_PRINTER
from tests.services.test_labels import MASKED, NOON

CODE = "OA1." + "A" * 100


def test_a_label_says_carrier_service_outlet_and_the_outlets_own_time() -> None:
    lines = draw(MASKED, outlet_name="余杭网点", at=NOON + timedelta(hours=14)).lines
    text = " ".join(lines)
    for word in ("圆通速递", "标准快递", "余杭网点", "2026-11-23 02:00"):
        assert word in text


def test_a_second_copy_is_marked() -> None:
    assert not any("补打" in line for line in draw(MASKED, outlet_name="", at=NOON, copy=1).lines)
    assert any("补打" in line and "2" in line for line in draw(MASKED, outlet_name="", at=NOON, copy=3).lines)


def test_a_label_is_drawn_in_the_printers_own_dots() -> None:
    fine = type(LABEL_PRINTER)("fine", "usb:", "d", 300 / 25.4)
    coarse = draw(MASKED, outlet_name="", at=NOON, printer=LABEL_PRINTER)
    assert draw(MASKED, outlet_name="", at=NOON, printer=fine).pdf != coarse.pdf
    assert draw(MASKED, outlet_name="", at=NOON).pdf == coarse.pdf


@pytest.mark.parametrize(
    ("printer", "code", "kind"),
    [
        (LABEL_PRINTER, CODE, ActivityKind.LABEL_TAKEN),
        (OTHER_PRINTER, None, ActivityKind.PRINTED_WITHOUT_CODE),
    ],
)
def test_the_act_of_taking_names_the_printer_and_whether_a_code_went_with_it(
    printer: type(LABEL_PRINTER), code: str | None, kind: ActivityKind
) -> None:
    drawn = draw(MASKED, outlet_name="", at=NOON, printer=printer, code_text=code)
    taken_job = job(MASKED, drawn, printer, 1)
    assert taken_job.coded is (code is not None)
    activity = taken(taken_job, 1).activity
    assert (activity.kind, activity.record_id, activity.detail["printer"]) == (kind, MASKED.record_id, printer.name)
    assert "OA1" not in repr(activity)
