"""Pictures painted by hand: what they say, how they are reached, and that they can be read."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, TypeVar

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest

from outlet_app.ui import charts, theme
from outlet_app.ui.charts import DayLine, HourMap, Series

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

DAYS = tuple(date(2026, 11, 9) + timedelta(days=each) for each in range(14))
HOURS = tuple(tuple((day * 24 + hour) % 97 for hour in range(24)) for day in range(14))
Chart = TypeVar("Chart", HourMap, DayLine)
SERIES = Series(DAYS, tuple(map(sum, HOURS)), HOURS)


@pytest.fixture
def hour_map(speaking: QApplication, qtbot: QtBot) -> HourMap:
    assert speaking
    return shown(HourMap(), qtbot)


@pytest.fixture
def line(speaking: QApplication, qtbot: QtBot) -> DayLine:
    assert speaking
    return shown(DayLine(), qtbot)


def shown(chart: Chart, qtbot: QtBot) -> Chart:
    qtbot.addWidget(chart)
    chart.resize(1000, 300)
    chart.put(SERIES)
    chart.show()
    chart.activateWindow()
    qtbot.waitUntil(chart.isActiveWindow)
    return chart


@pytest.mark.parametrize("dark", [False, True])
def test_more_is_told_by_lightness_alone_and_every_figure_can_be_read(qapp: QApplication, *, dark: bool) -> None:
    theme.apply(qapp, dark=dark)
    surface = QColor(theme.current().surface)
    steps = [charts.contrast(charts.shade(share / 20), surface) for share in range(21)]
    assert steps == sorted(steps)
    assert len(set(steps)) == 21
    assert all(charts.contrast(charts.ink_on(each / 100), charts.shade(each / 100)) >= 4.5 for each in range(1, 101))
    theme.apply(qapp, dark=False)


def test_the_keys_go_from_hour_to_hour_and_day_to_day_and_each_says_its_number(hour_map: HourMap) -> None:
    hour_map.setFocus()
    assert hour_map.current == (23, 13)
    QTest.keyClick(hour_map, Qt.Key.Key_Up)
    QTest.keyClick(hour_map, Qt.Key.Key_Left)
    assert hour_map.current == (22, 12)
    assert hour_map.accessibleDescription() == f"2026-11-21, 02:00 to 03:00: {HOURS[12][2]} acts"
    for _ in range(40):
        QTest.keyClick(hour_map, Qt.Key.Key_Right)
        QTest.keyClick(hour_map, Qt.Key.Key_Down)
    assert hour_map.current == (23, 13)


def test_a_night_stands_in_one_piece(hour_map: HourMap) -> None:
    assert "04:00 to 05:00" in hour_map.words_at((0, 0))
    assert "23:00 to 00:00" in hour_map.words_at((19, 0))
    assert "03:00 to 04:00" in hour_map.words_at((23, 0))


def test_every_mark_leads_to_its_hour_or_day_by_enter_and_by_click(
    hour_map: HourMap, line: DayLine, qtbot: QtBot
) -> None:
    for chart, hour in ((hour_map, 3), (line, None)):
        chart.setFocus()
        with qtbot.waitSignal(chart.chosen) as heard:
            QTest.keyClick(chart, Qt.Key.Key_Return)
        assert heard.args == [DAYS[-1], hour]
    with qtbot.waitSignal(hour_map.chosen) as heard:
        QTest.mouseClick(hour_map, Qt.MouseButton.LeftButton, pos=QPointF(500, 8).toPoint())
    assert heard.args == [DAYS[0], 15]
    with qtbot.waitSignal(line.chosen) as heard:
        QTest.mouseClick(line, Qt.MouseButton.LeftButton, pos=QPointF(57, 60).toPoint())
    assert heard.args == [DAYS[0], None]


def test_beside_the_marks_nothing_is_chosen(hour_map: HourMap, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(hour_map.chosen):
        QTest.mouseClick(hour_map, Qt.MouseButton.LeftButton, pos=QPointF(10, 100).toPoint())
    assert hour_map.place_at(QPointF(500, 299)) is None


def test_the_line_says_its_days_and_goes_no_further_than_they_do(line: DayLine) -> None:
    line.setFocus()
    assert line.accessibleDescription() == f"2026-11-22: {SERIES.counts[-1]}"
    QTest.keyClick(line, Qt.Key.Key_Right)
    QTest.keyClick(line, Qt.Key.Key_Up)
    assert line.current == (13, 0)
    QTest.keyClick(line, Qt.Key.Key_Left)
    assert line.current == (12, 0)


def test_pictures_of_nothing_are_painted_and_chosen_by_nobody(hour_map: HourMap, line: DayLine, qtbot: QtBot) -> None:
    for chart in (hour_map, line):
        chart.put(Series())
        chart.setFocus()
        with qtbot.assertNotEmitted(chart.chosen):
            QTest.keyClick(chart, Qt.Key.Key_Return)
            QTest.keyClick(chart, Qt.Key.Key_Left)
        assert not chart.grab().isNull()


def test_a_cell_with_the_most_is_painted_in_the_primary_colour_and_an_empty_one_in_none(hour_map: HourMap) -> None:
    hour_map.put(Series(DAYS[:1], (9,), (tuple(9 if hour == 4 else 0 for hour in range(24)),)))
    image = hour_map.grab().toImage()
    assert image.pixelColor(60, 20).name().upper() == theme.current().primary.upper()
    assert image.pixelColor(200, 20).name().upper() == theme.current().surface.upper()


def test_the_mouse_over_a_mark_is_told_its_number(hour_map: HourMap) -> None:
    QTest.mouseMove(hour_map, QPointF(500, 8).toPoint())
    hour_map.setToolTip("")
    place = hour_map.place_at(QPointF(500, 8))
    assert place is not None
    assert "acts" in hour_map.words_at(place)
