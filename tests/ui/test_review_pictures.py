"""The pictures of the review over a real record."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from outlet_app.domain.act_groups import ActGroup
from outlet_app.domain.behaviour import Measure
from outlet_app.services.review import ActFilter
from outlet_app.ui.review_pictures import DAYS, MAP_DAYS, ReviewPictures
from tests.ui.passing import LONG_MS

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from outlet_app.services import Services
    from outlet_app.ui.tasks import Tasks


@pytest.fixture
def pictures(owner: Services, tasks: Tasks, qtbot: QtBot, speaking: QApplication) -> ReviewPictures:
    assert speaking
    shown = ReviewPictures(owner.flags, owner.review, tasks)
    qtbot.addWidget(shown)
    shown.resize(1198, 600)
    shown.show()
    shown.activateWindow()
    qtbot.waitUntil(lambda: bool(shown.line.series.days) and tasks.is_idle(), timeout=LONG_MS)
    return shown


def test_the_same_numbers_stand_in_the_map_the_line_and_the_table(pictures: ReviewPictures) -> None:
    assert len(pictures.line.series.days) == DAYS
    assert len(pictures.map.series.days) == MAP_DAYS
    pictures.measure.choose(Measure.ACCEPTED.value)
    assert pictures.line_heading.text() == f"Accepted by day, the last {DAYS} days"
    rows = pictures.numbers.model()
    for day in range(DAYS):
        count = pictures.line.series.counts[DAYS - 1 - day]
        assert rows.index(day, 1).data() == (str(count) if count else "–")
    assert sum(pictures.line.series.counts) >= 1
    today = [rows.index(0, 2 + hour).data() for hour in range(24)]
    shown = pictures.map.series.hours[-1]
    assert today == [str(shown[(hour + 4) % 24] or "–") for hour in range(24)]
    heads = [rows.headerData(place, Qt.Orientation.Horizontal) for place in (0, 1, 2, 25)]
    assert heads == ["Day", "Accepted", "04", "03"]


def test_one_persons_pictures_are_his_alone(
    pictures: ReviewPictures, owner: Services, tasks: Tasks, qtbot: QtBot
) -> None:
    every = sum(map(sum, pictures.line.series.hours))
    pictures.person.choose(owner.session.account.account_id.hex())
    qtbot.waitUntil(tasks.is_idle, timeout=LONG_MS)
    own = sum(map(sum, pictures.line.series.hours))
    assert 0 < own <= every
    with qtbot.waitSignal(pictures.acts_asked) as heard:
        pictures.map.setFocus()
        QTest.keyClick(pictures.map, Qt.Key.Key_Return)
    assert heard.args == [ActFilter(owner.session.account.account_id, pictures.map.series.days[-1], hour=3)]


def test_the_table_takes_the_pictures_place_and_leads_to_the_days_too(pictures: ReviewPictures, qtbot: QtBot) -> None:
    assert not pictures.numbers.isVisible()
    pictures.as_numbers.click()
    assert pictures.numbers.isVisible()
    assert not pictures.map.isVisible()
    pictures.numbers.selectRow(1)
    with qtbot.waitSignal(pictures.acts_asked) as heard:
        QTest.keyClick(pictures.numbers, Qt.Key.Key_Return)
    assert heard.args == [ActFilter(None, pictures.line.series.days[-2], ActGroup.REVEALS)]


def test_a_day_of_a_measure_leads_to_the_kind_of_acts_that_it_counts(pictures: ReviewPictures, qtbot: QtBot) -> None:
    for measure, group in ((Measure.ACCEPTED, ActGroup.PARCELS), (Measure.REFUSALS, None), (Measure.HOURS, None)):
        pictures.measure.choose(measure.value)
        pictures.line.setFocus()
        with qtbot.waitSignal(pictures.acts_asked) as heard:
            QTest.keyClick(pictures.line, Qt.Key.Key_Return)
        assert heard.args == [ActFilter(None, pictures.line.series.days[-1], group)]
