"""The live label: the newest one is shown, few are drawn, and errors are told on it."""

from __future__ import annotations

import threading
from functools import partial
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from outlet_app.domain.acceptance import waybill
from outlet_app.domain.carrier import carriers
from outlet_app.domain.masking import mask
from outlet_app.domain.printer_setup import PrinterSetup
from outlet_app.errors import LabelTooFull
from outlet_app.services.label_drawing import PLAIN_PAPER, LabelHeading, LabelPaper, draw
from outlet_app.ui import languages
from outlet_app.ui.label_preview import USUAL_SIZE_MM, LabelPreview
from outlet_app.ui.languages import Language
from tests.builders import draft
from tests.outlets import MORNING

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from outlet_app.ui.tasks import Tasks


@pytest.fixture
def preview(tasks: Tasks, speaking: object, qtbot: QtBot) -> LabelPreview:
    assert speaking
    made = LabelPreview(tasks)
    qtbot.addWidget(made)
    made.resize(300, 400)
    made.show()
    qtbot.waitExposed(made)
    return made


WIDE = LabelPaper(setup=PrinterSetup("100x150"))


def label(number: str, paper: LabelPaper = PLAIN_PAPER) -> bytes:
    """A label of the demo's kind, as the service draws it."""
    masked = mask(waybill(draft(), record_id=bytes(16), number=number, accepted_at=MORNING))
    return draw(
        masked, heading=LabelHeading("余杭文一西路网点", carriers()["yto"]), at=MORNING, paper=paper, preview=True
    ).pdf


def test_a_label_is_shown_as_large_as_it_fits(preview: LabelPreview, qtbot: QtBot) -> None:
    preview.show_label(partial(label, "YT8800000000001"))
    qtbot.waitUntil(lambda: preview.image is not None)
    image = preview.image
    assert image is not None
    assert image.height() <= 400
    assert abs(image.height() / image.width() - USUAL_SIZE_MM[1] / USUAL_SIZE_MM[0]) < 0.02
    assert image.height() > 390
    picture = preview.grab().toImage()
    assert picture.pixelColor(picture.width() // 2, 3).lightness() > 200
    assert len({picture.pixel(x, 60) for x in range(60, 240)}) > 1


def test_of_many_wishes_the_newest_is_drawn(preview: LabelPreview, qtbot: QtBot) -> None:
    drawn: list[int] = []

    def wish(place: int) -> bytes:
        drawn.append(place)
        return label(f"YT{place:013d}")

    for place in range(20):
        preview.show_label(partial(wish, place))
    qtbot.waitUntil(lambda: not preview.is_busy)
    assert drawn == [19]


def test_while_one_is_drawn_only_the_last_of_the_next_is_kept(preview: LabelPreview, qtbot: QtBot) -> None:
    begun, go_on = threading.Event(), threading.Event()
    drawn: list[int] = []

    def slow() -> bytes:
        begun.set()
        go_on.wait(5)
        return label("YT8800000000001")

    def wish(place: int) -> bytes:
        drawn.append(place)
        return label("YT8800000000002")

    preview.show_label(slow)
    qtbot.waitUntil(begun.is_set)
    for place in range(5):
        preview.show_label(partial(wish, place))
    qtbot.wait(300)
    assert drawn == []
    go_on.set()
    qtbot.waitUntil(lambda: not preview.is_busy)
    assert drawn == [4]


def test_a_label_that_cannot_be_drawn_says_so_and_the_next_one_takes_its_place(
    preview: LabelPreview, qtbot: QtBot
) -> None:
    def too_full() -> bytes:
        raise LabelTooFull("remark")

    preview.show_label(partial(label, "YT8800000000001"))
    qtbot.waitUntil(lambda: not preview.is_busy)
    before = preview.grab().toImage()
    preview.show_label(too_full)
    qtbot.waitUntil(lambda: not preview.is_busy)
    assert preview.sentence == "The remark does not fit on the label. Shorten it."
    assert preview.grab().toImage() != before
    preview.show_label(partial(label, "YT8800000000001"))
    qtbot.waitUntil(lambda: not preview.is_busy)
    assert preview.sentence == ""


def test_a_label_on_other_paper_has_the_shape_of_that_paper(preview: LabelPreview, qtbot: QtBot) -> None:
    preview.show_label(partial(label, "YT8800000000001"))
    qtbot.waitUntil(lambda: preview.image is not None and not preview.is_busy)
    preview.show_label(partial(label, "YT8800000000001", WIDE), WIDE.size_mm)
    assert preview.image is None
    qtbot.waitUntil(lambda: preview.image is not None and not preview.is_busy)
    image = preview.image
    assert image is not None
    assert abs(image.height() / image.width() - 150 / 100) < 0.02
    assert image.height() <= 400
    assert image.width() <= 300


def test_a_label_that_was_drawn_for_the_former_paper_is_not_shown(preview: LabelPreview, qtbot: QtBot) -> None:
    begun, go_on = threading.Event(), threading.Event()

    def slow() -> bytes:
        begun.set()
        go_on.wait(5)
        return label("YT8800000000001")

    preview.show_label(slow)
    qtbot.waitUntil(begun.is_set)
    preview.show_label(partial(label, "YT8800000000001", WIDE), WIDE.size_mm)
    go_on.set()
    shapes: list[float] = []
    qtbot.waitUntil(lambda: bool(shapes.append(_shape(preview))) or not preview.is_busy)
    assert {round(shape, 1) for shape in shapes} <= {0.0, 1.5}


def _shape(preview: LabelPreview) -> float:
    return 0.0 if preview.image is None else preview.image.height() / preview.image.width()


def test_another_size_is_drawn_in_its_own_dots(preview: LabelPreview, qtbot: QtBot) -> None:
    preview.show_label(partial(label, "YT8800000000001"))
    qtbot.waitUntil(lambda: preview.image is not None and not preview.is_busy)
    small = preview.image
    preview.resize(500, 800)
    qtbot.waitUntil(lambda: preview.image is not small and not preview.is_busy)
    assert preview.image is not None
    assert small is not None
    assert preview.image.height() > 1.8 * small.height()


def test_the_preview_has_a_name_in_the_language_of_the_screen(preview: LabelPreview, speaking: QApplication) -> None:
    assert preview.accessibleName() == "Label as it will print"
    languages.speak(speaking, Language.CHINESE)
    QApplication.sendPostedEvents(None, QEvent.Type.LanguageChange)
    assert not preview.accessibleName().isascii()
