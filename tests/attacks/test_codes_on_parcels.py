"""Codes that somebody else printed, and our own read badly: in every view, with what a scanner makes of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QImage, QKeyEvent, QPixmap
from PySide6.QtWidgets import QLabel

from outlet_app import printing
from outlet_app.ui.navigation import PageName
from outlet_app.ui.outlet_view import OutletView
from outlet_app.ui.scanner import LONGEST_PAUSE_BEFORE_ENTER_MS
from outlet_app.ui.tasks import Lane
from tests.attacks import readable
from tests.builders import LI, ZHANG, draft
from tests.outlets import LABEL_PRINTER, OWNER_PASSWORD, make_outlet
from tests.ui.conftest import LONG_MS, preferences, speaking, tasks, translations
from tests.ui.door import Door, open_door

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from outlet_app.services import Services
    from outlet_app.ui.preferences import Preferences
    from outlet_app.ui.tasks import Tasks
    from tests.outlets import Outlet

__all__ = ["preferences", "speaking", "tasks", "translations"]

_CTRL = Qt.KeyboardModifier.ControlModifier
_NONE = Qt.KeyboardModifier.NoModifier
_RGB = QImage.Format.Format_RGB888
_FAST_MS, _PAUSE_MS = 10, LONGEST_PAUSE_BEFORE_ENTER_MS + 1
"""Between two keys of a scanner; and where a slow cable interrupts it, longer than any scan may halt."""

CONTROLS = {
    "accept": (Qt.Key.Key_Return, "\r", _CTRL),
    "take back": (Qt.Key.Key_Z, "\x1a", _CTRL),
    "paste": (Qt.Key.Key_V, "\x16", _CTRL),
    "select all": (Qt.Key.Key_A, "\x01", _CTRL),
    "copy": (Qt.Key.Key_C, "\x03", _CTRL),
    "lock": (Qt.Key.Key_L, "\x0c", _CTRL),
    "sign out": (Qt.Key.Key_L, "\x0c", _CTRL | Qt.KeyboardModifier.ShiftModifier),
    "find": (Qt.Key.Key_F, "\x06", _CTRL),
    "another page": (Qt.Key.Key_F11, "", _NONE),
    "help": (Qt.Key.Key_F1, "", _NONE),
    "next field": (Qt.Key.Key_Tab, "\t", _NONE),
    "escape": (Qt.Key.Key_Escape, "\x1b", _NONE),
    "rub out": (Qt.Key.Key_Backspace, "\x08", _NONE),
    "close": (Qt.Key.Key_F4, "", Qt.KeyboardModifier.AltModifier),
    "a menu": (Qt.Key.Key_A, "a", Qt.KeyboardModifier.AltModifier),
}
"""What a code on a parcel can make a scanner press, when somebody puts control characters into it."""


@dataclass
class Gun:
    """A scanner at the window: sends keys with times of its own."""

    door: Door
    now_ms: int = 10_000

    def send(self, text: str, first_gap_ms: int = _FAST_MS) -> None:
        for place, character in enumerate(text):
            key = Qt.Key.Key_Return if character == "\r" else Qt.Key(ord(character.upper()))
            self.press(key, character, _NONE, first_gap_ms if place == 0 else _FAST_MS)

    def press(self, key: Qt.Key, text: str, modifiers: Qt.KeyboardModifier, gap_ms: int = _FAST_MS) -> None:
        self.now_ms += gap_ms
        for kind in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, key, modifiers, text)
            event.setTimestamp(self.now_ms)
            QCoreApplication.sendEvent(self.door.window.windowHandle(), event)


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Outlet:
    return make_outlet(tmp_path_factory.mktemp("template"))


@pytest.fixture
def door(
    template: Outlet,
    tmp_path: Path,
    tasks: Tasks,
    preferences: Preferences,
    speaking: QApplication,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Door]:
    """The owner, whose window has every page, with a parcel in the form that could be accepted as it stands."""
    monkeypatch.setattr(printing, "printers", lambda: (LABEL_PRINTER,))
    monkeypatch.setattr(printing, "spool_keeps_jobs", lambda: None)
    for opened in open_door(template, tmp_path, tasks, preferences, speaking, qtbot):
        opened.come_in(opened.outlet.owner_id, OWNER_PASSWORD)
        opened.settle()
        yield opened


def _pages(door: Door) -> Iterator[str]:
    """Put each page in front, one after the other."""
    for name, view in door.main.pages.views.items():
        door.main.open_page(name)
        for page in view.pages if isinstance(view, OutletView) else (None,):
            if page is not None and isinstance(view, OutletView):
                view.open(page)
            door.settle()
            yield f"{name} {'' if page is None else type(page).__name__}"


def _services(door: Door) -> Services:
    services = door.window._services
    assert services is not None
    return services


def _standing(door: Door) -> tuple[object, ...]:
    """What a key press could have changed: the page, the lock, the focus, the record, the window itself."""
    main = door.main
    return (
        main.pages.name,
        door.window.is_locked,
        door.window.isVisible(),
        main.help.isVisible(),
        main.focusWidget(),
        _services(door).session.store.checkpoint().n,
        list(readable.clipboard_texts()),
    )


def test_control_characters_in_a_code_press_nothing_in_any_view(door: Door) -> None:
    gun = Gun(door)
    door.main.entry.form.show_draft(draft())
    door.press(Qt.Key.Key_F8)
    typed, seen = door.main.entry.draft(), []
    assert (typed.inspected, typed.real_name_checked) == (True, True)
    for page in _pages(door):
        before = _standing(door)
        for name, (key, text, modifiers) in CONTROLS.items():
            gun.send("YT881234567", first_gap_ms=400)
            gun.press(key, text, modifiers)
            gun.send("89\r\r")
            door.settle()
            assert _standing(door) == before, (page, name)
        seen.append(page)
    assert len(seen) >= len(door.main.pages.views)
    assert door.main.entry.draft() == typed


def test_behind_a_lock_a_code_presses_nothing_and_types_no_pin(door: Door) -> None:
    """Neither with control characters in it, nor when it is six digits as a PIN has."""
    door.lock()
    gun, before = Gun(door), _services(door).session.store.checkpoint().n
    for name, (key, text, modifiers) in CONTROLS.items():
        gun.send("YT881234567", first_gap_ms=400)
        gun.press(key, text, modifiers)
        gun.send("89\r\r")
        gun.send("271828\r", first_gap_ms=400)
        door.settle()
        assert door.window.is_locked, name
        assert door.window.isVisible(), name
        assert door.window.sign_in.password.text.text() == "", name
    assert _services(door).session.store.checkpoint().n == before
    assert not door.outlet.place.refusals.exists()


def test_a_label_code_read_in_two_halves_leaves_no_token_anywhere(door: Door, qtbot: QtBot) -> None:
    """Wherever the scanner was interrupted: on no widget, in no undo, on no clipboard."""
    accepted = []
    services = _services(door)
    door.tasks.run(Lane.DATA, lambda: services.entry.accept(draft(), LABEL_PRINTER), door.window, accepted.append)
    qtbot.waitUntil(lambda: bool(accepted), timeout=LONG_MS)
    code = _code(services, accepted[0].record_id)
    token = code.split(".")[4]
    gun = Gun(door)
    start = code.index(token)
    for page in _pages(door):
        for cut in (2, 9, start, start + 13, start + 21):
            gun.send(code[:cut], first_gap_ms=400)
            gun.send(code[cut:] + "\r", first_gap_ms=_PAUSE_MS)
            door.settle()
        assert not _holds("\n".join([*readable.texts(door.window), *readable.clipboard_texts()]), token), page
        assert door.window._services is services


def test_a_label_scanned_in_every_view_and_a_field_revealed_and_copied_leave_nothing_once_the_counter_is_locked(
    door: Door, qtbot: QtBot
) -> None:
    """Neither token nor person: on no widget, in no undo, on no clipboard; and no picture on the way shows the code."""
    services, accepted = _services(door), []
    door.tasks.run(Lane.DATA, lambda: services.entry.accept(draft(), LABEL_PRINTER), door.window, accepted.append)
    qtbot.waitUntil(lambda: bool(accepted), timeout=LONG_MS)
    code = _code(services, accepted[0].record_id)
    gun = Gun(door)
    for page in _pages(door):
        gun.send(code + "\r", first_gap_ms=400)
        door.settle()
        # On the page of lists it goes onto the list, and where the owner's card is waited for nowhere.
        assert door.main.pages.name in {PageName.FIND, PageName.HAND_OVER, PageName.ACCOUNT}, page
        assert not any(_holds(text, code.split(".")[4]) for text in readable.decoded(door.window)), page
    door.main.open_page(PageName.FIND)
    gun.send(code + "\r", first_gap_ms=400)
    door.settle()
    for key in (Qt.Key.Key_Q, Qt.Key.Key_1, Qt.Key.Key_C):
        door.press(key)
        door.settle()
    assert ZHANG.phone in list(readable.clipboard_texts())
    door.lock()
    left = "\n".join([*readable.texts(door.window), *readable.clipboard_texts()])
    assert not _holds(left, code.split(".")[4])
    assert [each for each in (ZHANG.name, ZHANG.phone, "501室", LI.name, LI.phone) if each in left] == []


def _code(services: Services, record_id: bytes) -> str:
    kept = services.session.labels.find(record_id)
    assert kept is not None
    assert kept.code_text is not None
    return kept.code_text


def _holds(text: str, token: str) -> bool:
    """Whether eight characters in a row of the token stand in it, which is 40 of its 130 bits."""
    upper = text.upper()
    return any(token[at : at + 8] in upper for at in range(len(token) - 7))


def test_the_search_through_windows_finds_what_was_rubbed_out_and_what_a_camera_decodes(door: Door) -> None:
    """It can find: a text that only a field's undo has, and the code of a label that is shown as a picture."""
    main, services = door.main, _services(door)
    main.open_page(PageName.ACCEPT)
    field = main.entry.form.parcel.number
    field.setFocus()
    field.insert("YT99000000000001X")
    field.selectAll()
    field.insert("Y")
    assert "YT99000000000001X" in list(readable.texts(door.window))
    job = services.entry.accept(draft(), LABEL_PRINTER).job
    assert job is not None
    page = printing.page_picture(job.pdf, 8.0)
    picture = QLabel(main)
    picture.setPixmap(QPixmap.fromImage(QImage(page.data, page.width, page.height, 3 * page.width, _RGB)))
    picture.adjustSize()
    picture.show()
    assert {_code(services, job.record_id), job.number} <= readable.decoded(door.window)
    picture.hide()
