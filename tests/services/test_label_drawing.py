"""A masked waybill on its way to a printer."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from outlet_app.domain.activity import ActivityKind
from outlet_app.domain.carrier import carriers
from outlet_app.domain.printer_setup import Placing, PrinterSetup
from outlet_app.services.label_drawing import PLAIN_PAPER, LabelHeading, LabelPaper, draw, job, paper_in, taken
from outlet_app.store import profile
from tests.outlets import LABEL_PRINTER, OTHER_PRINTER
from tests.services.test_labels import MASKED, NOON

if TYPE_CHECKING:
    from outlet_app.domain.printer import Printer
    from outlet_app.services import Services

CODE = "OA1." + "A" * 100


HEADING = LabelHeading("", carriers()["yto"])


def test_a_label_says_carrier_service_outlet_and_the_outlets_own_time() -> None:
    lines = draw(MASKED, heading=LabelHeading("余杭网点", carriers()["yto"]), at=NOON + timedelta(hours=14)).lines
    text = " ".join(lines)
    for word in ("圆通速递", "标准快递", "余杭网点", "2026-11-23 02:00"):
        assert word in text


def test_a_second_copy_is_marked() -> None:
    assert not any("补打" in line for line in draw(MASKED, heading=HEADING, at=NOON, copy=1).lines)
    assert any("补打" in line and "2" in line for line in draw(MASKED, heading=HEADING, at=NOON, copy=3).lines)


def test_a_label_is_drawn_in_the_printers_own_dots() -> None:
    plain = draw(MASKED, heading=HEADING, at=NOON)
    assert draw(MASKED, heading=HEADING, at=NOON, paper=LabelPaper(300 / 25.4)).pdf != plain.pdf
    assert draw(MASKED, heading=HEADING, at=NOON, paper=PLAIN_PAPER).pdf == plain.pdf


def test_a_label_is_drawn_on_the_printers_own_paper_and_where_it_places_it() -> None:
    wide = draw(MASKED, heading=HEADING, at=NOON, paper=LabelPaper(8.0, PrinterSetup("100x150")))
    assert (wide.width_mm, wide.height_mm) == (100, 150)
    moved = draw(
        MASKED,
        heading=HEADING,
        at=NOON,
        paper=LabelPaper(8.0, PrinterSetup("100x150", Placing(5, 0, 1000))),
    )
    assert moved.lines == wide.lines
    assert moved.pdf != wide.pdf


def test_the_paper_in_a_printer_is_what_was_set_up_under_its_name(chen: Services) -> None:
    session = chen.session
    assert paper_in(None, session.store.reader) == PLAIN_PAPER
    assert paper_in(LABEL_PRINTER, session.store.reader) == PLAIN_PAPER
    setup = PrinterSetup("100x150", Placing(-3, 12, 1004))
    session.write(profile.printer_setup_changed(session.store.reader, LABEL_PRINTER.name, setup))
    assert paper_in(LABEL_PRINTER, session.store.reader) == LabelPaper(LABEL_PRINTER.dots_per_mm, setup)
    assert paper_in(OTHER_PRINTER, session.store.reader) == LabelPaper(OTHER_PRINTER.dots_per_mm)


@pytest.mark.parametrize(
    ("printer", "code", "kind"),
    [
        (LABEL_PRINTER, CODE, ActivityKind.LABEL_TAKEN),
        (OTHER_PRINTER, None, ActivityKind.PRINTED_WITHOUT_CODE),
    ],
)
def test_the_act_of_taking_names_the_printer_and_whether_a_code_went_with_it(
    printer: Printer, code: str | None, kind: ActivityKind
) -> None:
    drawn = draw(
        MASKED,
        heading=HEADING,
        at=NOON,
        paper=LabelPaper(printer.dots_per_mm),
        code_text=code,
    )
    taken_job = job(MASKED, drawn, printer, 1)
    assert taken_job.coded is (code is not None)
    activity = taken(taken_job, 1).activity
    assert (activity.kind, activity.record_id, activity.detail["printer"]) == (kind, MASKED.record_id, printer.name)
    assert "OA1" not in repr(activity)
