"""The accept page in a wide window and in a narrow one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QWidget

from outlet_app.ui.entry_room import EntryRoom

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.fixture
def parts(qtbot: QtBot) -> tuple[EntryRoom, QWidget, QWidget, QWidget]:
    form, label, labels = QWidget(), QWidget(), QWidget()
    for part in (form, label, labels):
        part.setMinimumSize(100, 100)
    room = EntryRoom(form, (label, labels))
    qtbot.addWidget(room)
    room.resize(900, 600)
    room.show()
    return room, form, label, labels


def corner(part: QWidget, room: EntryRoom) -> tuple[int, int]:
    point = part.mapTo(room, part.rect().topLeft())
    return point.x(), point.y()


def test_with_room_the_label_stands_beside_the_form_and_the_last_labels_under_it(
    parts: tuple[EntryRoom, QWidget, QWidget, QWidget], qtbot: QtBot
) -> None:
    room, form, label, labels = parts
    room.spread(narrow=False)
    qtbot.waitUntil(lambda: corner(label, room)[0] > corner(form, room)[0] + form.width() - 1)
    assert corner(labels, room)[1] > corner(label, room)[1]
    assert corner(labels, room)[0] == corner(label, room)[0]
    assert label.height() > labels.height()
    assert form.width() > label.width()


def test_without_room_both_stand_under_the_form_beside_each_other(
    parts: tuple[EntryRoom, QWidget, QWidget, QWidget], qtbot: QtBot
) -> None:
    room, form, label, labels = parts
    room.spread(narrow=True)
    qtbot.waitUntil(lambda: corner(label, room)[1] > corner(form, room)[1] + form.height() - 1)
    assert corner(labels, room)[0] > corner(label, room)[0]
    assert corner(labels, room)[1] == corner(label, room)[1]


def test_what_does_not_fit_is_scrolled_downwards_and_never_sideways(
    parts: tuple[EntryRoom, QWidget, QWidget, QWidget], qtbot: QtBot
) -> None:
    room, form, _, _ = parts
    form.setMinimumHeight(900)
    qtbot.waitUntil(lambda: room.verticalScrollBar().maximum() > 0)
    assert not room.horizontalScrollBar().isVisible()
