"""A waybill put right by its label: opened in the accept form, corrected there, and not copied from it."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from outlet_app.domain.outlet_day import outlet_time
from outlet_app.ui.tasks import Lane
from tests.services.revealing import code_of, hold
from tests.ui.counter import CTRL, PAIR, Counter, Model, make_model, open_counter

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from outlet_app.sealing.label_code import LabelCode
    from outlet_app.ui.preferences import Preferences
    from outlet_app.ui.tasks import Tasks

FIRST = "YT8800000000001"
WANG = "王芳 13912345678 广东省深圳市南山区科技园路1号2栋303室"


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Model:
    return make_model(tmp_path_factory.mktemp("model"))


@pytest.fixture
def counter(
    model: Model, tmp_path: Path, tasks: Tasks, preferences: Preferences, speaking: QApplication, qtbot: QtBot
) -> Iterator[Counter]:
    assert speaking
    opened = open_counter(model.copy_to(tmp_path / "copy"), model.tray, tasks, preferences, qtbot)
    opened.fill()
    opened.accept()
    yield opened
    qtbot.waitUntil(tasks.is_idle)
    tasks.run(Lane.DATA, opened.services.session.sign_out, tasks, lambda _: None)
    qtbot.waitUntil(tasks.is_idle)


def put_right_by_label(counter: Counter) -> tuple[bytes, LabelCode]:
    """Eleven minutes later the parcel's label is scanned, and its waybill asked for."""
    record_id = counter.services.printing_desk.latest()[0].record_id
    code = code_of(counter.services, record_id)
    counter.outlet.clock.move(minutes=11)
    counter.tasks.run(Lane.DATA, counter.services.printing_desk.drop_expired, counter.view, lambda _: None)
    counter.settle()
    counter.view.refresh_latest()
    hold(counter.services, record_id, code)
    counter.view.put_right(record_id)
    counter.settle()
    return record_id, code


def test_by_its_label_a_waybill_comes_back_into_the_form_and_what_stood_there_waits(counter: Counter) -> None:
    counter.paste(WANG)
    before = counter.view.form.state()
    put_right_by_label(counter)
    assert counter.view.draft().recipient.name == "张三"
    assert counter.view.banner.what.text() == f"Putting {FIRST} right"
    until = outlet_time(counter.outlet.clock() + timedelta(minutes=10))
    assert f"{until:%H:%M}" in counter.view.banner.how.text()
    counter.view.refresh_latest()
    assert not counter.view.banner.as_new.isVisible()
    counter.paste(PAIR.replace("张三", "张三丰"))
    counter.accept()
    assert counter.accepted == [FIRST]
    assert counter.messages[-1][1].startswith(f"New label of {FIRST} printed. Put it on and tear up the old one")
    assert counter.view.form.state() == before
    assert not counter.view.banner.isVisible()


def test_what_its_label_opened_is_kept_when_the_minutes_end_and_goes_on_once_it_is_scanned_again(
    counter: Counter,
) -> None:
    record_id, code = put_right_by_label(counter)
    counter.paste(PAIR.replace("张三", "张三丰"))
    typed = counter.view.draft()
    counter.outlet.clock.move(minutes=10)
    counter.accept()
    assert counter.view.draft() == typed
    assert "Scan its label to go on" in counter.view.banner.how.text()
    hold(counter.services, record_id, code)
    counter.accept()
    assert not counter.view.banner.isVisible()
    assert counter.view.latest.rows[0].recipient.text() == "张**"
    assert counter.services.printing_desk.latest()[0].copies == 1


def test_without_its_label_a_waybill_of_an_hour_ago_is_not_opened(counter: Counter) -> None:
    record_id = counter.services.printing_desk.latest()[0].record_id
    counter.outlet.clock.move(hours=1)
    counter.view.put_right(record_id)
    counter.settle()
    assert counter.messages[-1] == (
        "warn",
        "The ten minutes for this are over. Scan the parcel's label to put it right.",
    )
    assert counter.view.form.isEnabled()
    assert not counter.view.correction.has_form


def test_what_its_label_opened_is_not_copied_and_that_is_told(counter: Counter) -> None:
    put_right_by_label(counter)
    QApplication.clipboard().setText("before")
    phone = counter.view.form.recipient_fields.phone
    phone.setFocus()
    phone.selectAll()
    for key in (Qt.Key.Key_C, Qt.Key.Key_X):
        counter.press(key, CTRL)
        assert counter.messages[-1] == ("warn", "What a label opened is not copied. Change it here, or leave it: Esc.")
    assert QApplication.clipboard().text() == "before"
    assert phone.text() == "13800138000"
    counter.press(Qt.Key.Key_Escape)
    counter.paste(WANG)
    phone.setFocus()
    phone.selectAll()
    counter.press(Qt.Key.Key_C, CTRL)
    assert QApplication.clipboard().text() == "13912345678"
