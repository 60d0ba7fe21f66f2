"""Tests of ranges from a file, and of numbers that go back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from outlet_app.domain.number_span import NumberSpan
from outlet_app.domain.range_file import RangeFault, RangeFaultKind, RangeFile
from outlet_app.errors import Fault, FaultKind
from outlet_app.ui import languages, wording
from outlet_app.ui.languages import Language
from outlet_app.ui.range_file_card import GiveBackForm, RangeFilePreview

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot


@pytest.fixture
def preview(qtbot: QtBot, speaking: object) -> RangeFilePreview:
    del speaking
    made = RangeFilePreview()
    qtbot.addWidget(made)
    return made


@pytest.mark.parametrize("kind", list(RangeFaultKind))
def test_every_fault_of_a_line_has_words(preview: RangeFilePreview, kind: RangeFaultKind) -> None:
    preview.show_ranges(RangeFile("t.csv", (NumberSpan("YT", 2, 1, 1),), (RangeFault(3, kind),), 1))
    assert preview.faults.text().startswith("Row 3: ")
    assert len(preview.faults.text()) > len("Row 3: ")
    assert preview.good.text() == "1 number: YT01"


def test_of_many_ranges_the_first_are_named(preview: RangeFilePreview) -> None:
    spans = tuple(NumberSpan("YT", 4, at * 10, at * 10 + 1) for at in range(1, 9))
    preview.show_ranges(RangeFile("t.csv", spans, (), 0))
    assert preview.good.text().startswith("16 numbers: YT0010 – YT0011, ")
    assert preview.good.text().endswith(", …")
    preview.forget()
    assert preview.isHidden()
    preview.show_ranges(RangeFile("t.csv", (), (), 0))
    assert not preview.take.isEnabled()


def test_the_form_asks_for_one_number(qtbot: QtBot, speaking: object) -> None:
    del speaking
    form = GiveBackForm()
    qtbot.addWidget(form)
    assert list(form.texts) == ["number"]
    assert form.boxes["number"].caption.text() == "From number"


def test_the_form_follows_the_language_and_keeps_number_and_fault(qtbot: QtBot, speaking: QApplication) -> None:
    form = GiveBackForm()
    qtbot.addWidget(form)
    form.texts["number"].setText("YT1")
    form.tell((Fault("number", FaultKind.IN_NO_RANGE),))
    languages.speak(speaking, Language.CHINESE)
    qtbot.waitUntil(lambda: form.do.text() == "退回")
    assert form.carrier_box.caption.text() == "快递公司"
    assert form.carrier.currentText() == "圆通速递"
    assert form.texts["number"].text() == "YT1"
    assert form.boxes["number"].fault.text() == wording.fault_sentence(Fault("number", FaultKind.IN_NO_RANGE))
