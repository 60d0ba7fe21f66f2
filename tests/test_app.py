"""The parts put together."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from functools import partial
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from outlet_app import app as program
from outlet_app import desktop
from outlet_app.app import App, run_demo, run_own
from outlet_app.desktop import capture, system
from outlet_app.paths import OutletPlace
from outlet_app.services.entrance import Entrance, wall_clock
from outlet_app.services.first_day import FirstDay
from outlet_app.services.outlet_keys import OutletKeys
from outlet_app.services.rescue import rescue_of
from outlet_app.services.setup import Setup
from outlet_app.ui import look, prompts, theme
from outlet_app.ui.languages import Language, current
from outlet_app.ui.outlet_window import OutletWindow
from outlet_app.ui.preferences import Choices, Preferences
from outlet_app.ui.setup_wizard import SetupWizard
from outlet_app.ui.tasks import Lane
from tests.desktop.table import Table
from tests.outlets import OWNER_PASSWORD, QUICK, make_outlet
from tests.ui.rescued import make_saved

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

pytestmark = pytest.mark.usefixtures("_usual_hook")


@pytest.fixture
def _usual_hook(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:  # noqa: ARG001 - the windows need it
    """The hook of the tests comes back, and a crash window, which would wait for ever, fails the test instead."""
    hook, crashes = sys.excepthook, list[str]()
    monkeypatch.setattr(prompts, "show_crash", crashes.append)
    yield
    sys.excepthook = hook
    assert not crashes


def _close_soon(qapp: QApplication) -> None:
    """Close the program's window once it stands; what comes before it closes by itself."""

    def look() -> None:
        ours = [window for window in qapp.topLevelWidgets() if isinstance(window, OutletWindow | SetupWizard)]
        standing = [window for window in ours if window.isVisible()]
        for window in standing:
            window.close()
        if not standing:
            QTimer.singleShot(100, look)

    look()


def test_the_window_opens_over_the_outlet_of_this_pc_and_closes_with_0(tmp_path: Path, qapp: QApplication) -> None:
    outlet = make_outlet(tmp_path)
    _close_soon(qapp)
    assert run_own(outlet.place) == 0
    assert (outlet.place.state / "outlet-app.log").exists()


def test_the_demo_leaves_nothing_behind_but_its_labels(
    tmp_path: Path, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    monkeypatch.setattr(program, "OUT", tmp_path / "out")
    _close_soon(qapp)
    assert run_demo(waybills=2) == 0
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_language_and_look_are_kept_for_the_next_start(tmp_path: Path) -> None:
    outlet = make_outlet(tmp_path)
    app = App(outlet.entrance, outlet.place)
    app.choose(Choices(Language.ENGLISH, dark=True))
    assert current() is Language.ENGLISH
    app.end()
    assert Preferences(outlet.place.state).choices == Choices(Language.ENGLISH, dark=True)
    again = App(outlet.entrance, outlet.place)
    assert current() is Language.ENGLISH
    again.choose(Choices(Language.CHINESE))
    again.end()


def test_windows_are_kept_out_of_pictures_from_the_start(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    """On a system that offers it, with a made-up function of Windows in the place of the real one."""
    table = Table({"SetWindowDisplayAffinity": lambda *_: 1})
    monkeypatch.setattr(system, "function", table.function)
    for module in (desktop, capture):
        monkeypatch.setattr(module, "excludes_from_capture", lambda: True)
    outlet = make_outlet(tmp_path)
    app = App(outlet.entrance, outlet.place)
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    kept_out = [arguments[0].value for _, _, arguments in table.asked]  # type: ignore[attr-defined]  # a ctypes pointer
    assert int(window.winId()) in kept_out
    app.end()


def test_a_look_that_follows_the_system_turns_with_it_and_another_does_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    outlet = make_outlet(tmp_path)
    app = App(outlet.entrance, outlet.place)
    monkeypatch.setattr(look, "system_is_dark", lambda: True)
    turn = app.qt.styleHints().colorSchemeChanged
    app.choose(Choices(Language.CHINESE))
    turn.emit(Qt.ColorScheme.Dark)
    assert theme.current() is theme.LIGHT
    app.choose(Choices(Language.CHINESE, follows_system=True))
    assert theme.current() is theme.DARK
    monkeypatch.setattr(look, "system_is_dark", lambda: False)
    turn.emit(Qt.ColorScheme.Light)
    assert theme.current() is theme.LIGHT
    app.choose(Choices(Language.CHINESE))
    app.end()


def test_where_there_is_no_outlet_its_first_day_opens_and_founds_nothing_by_itself(
    tmp_path: Path, qapp: QApplication
) -> None:
    place = OutletPlace(tmp_path / "outlet", tmp_path / "state")
    _close_soon(qapp)
    assert run_own(place) == 0
    assert not place.folder.exists()


def test_when_the_program_has_ended_no_window_is_left_that_could_ask_for_work(tmp_path: Path) -> None:
    outlet = make_outlet(tmp_path)
    app = App(outlet.entrance, outlet.place)
    app.window.show()
    app.end()
    assert not any(isValid(part) for part in (app.window, app.tasks, app.scanner))


def test_who_ends_his_first_day_stands_in_the_window_signed_in(tmp_path: Path, qtbot: QtBot) -> None:
    keys = OutletKeys(OutletPlace(tmp_path / "outlet", tmp_path / "state"), keystore=False, cost=QUICK)
    entrance = Entrance(keys)
    day = FirstDay(Setup(keys, wall_clock), entrance, wall_clock)
    app = App(entrance, keys.place, day)
    assert app.wizard is not None
    app.wizard.show()
    day.name_outlet("网点")
    day.prepare("王店主", OWNER_PASSWORD)
    app.tasks.run(Lane.DATA, day.begin, app.wizard, lambda _: None)
    qtbot.waitUntil(lambda: day.has_begun and app.tasks.is_idle(), timeout=20_000)
    app.wizard.finished.emit(day.end())
    assert app.wizard is None
    assert app.window.isVisible()
    assert app.window.sign_in.outlet.text() == "网点"
    qtbot.waitUntil(lambda: not app.window.is_locked, timeout=20_000)
    app.window.close()
    qtbot.waitUntil(lambda: not app.window.isVisible(), timeout=20_000)
    app.end()


def test_a_first_day_leads_to_a_backup_and_back(tmp_path: Path, qtbot: QtBot) -> None:
    saved = make_saved(tmp_path / "saved")
    keys = OutletKeys(OutletPlace(tmp_path / "outlet", tmp_path / "state"), keystore=False, cost=QUICK)
    entrance = Entrance(keys)
    app = App(entrance, keys.place, FirstDay(Setup(keys, wall_clock), entrance, wall_clock))
    app.offer_rescue(partial(rescue_of, keys, entrance, wall_clock))
    assert app.wizard is not None
    assert app.rescue is not None
    app.wizard.show()
    app.wizard.language.restore.click()
    assert app.window.isVisible()
    assert app.wizard.isHidden()
    for _ in range(2):
        assert app.rescue.view is not None
        app.rescue.view.go_back()
    qtbot.waitUntil(app.wizard.isVisible, timeout=20_000)
    assert not app.window.isVisible()
    app.wizard.language.restore.click()
    assert app.rescue.view is not None
    restore = rescue_of(keys, entrance, wall_clock).restore
    restore.look(saved.backup)
    restore.open_with_sheet(" ".join(saved.outlet.words))
    restore.prepare(restore.unpack(lambda _: None).owners[0].account_id, OWNER_PASSWORD)
    restore.commit({}, lambda _: None)
    app.rescue.view.came_in.emit(restore.begin())
    assert app.wizard is None
    qtbot.waitUntil(lambda: not app.window.is_locked and app.tasks.is_idle(), timeout=20_000)
    assert app.window.sign_in.outlet.text() == "余杭文一西路网点"
    app.tasks.run(Lane.DATA, entrance.close, app.window, lambda _: None)
    qtbot.waitUntil(app.tasks.is_idle, timeout=20_000)
    app.window.close()
    qtbot.waitUntil(lambda: not app.window.isVisible(), timeout=20_000)
    app.end()


def test_the_sign_in_window_is_put_together_without_what_comes_after_it() -> None:
    script = "import sys, outlet_app.app; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    loaded = set(done.stdout.split())
    assert "outlet_app.ui.sign_in_view" in loaded
    later = {"outlet_app.services.admission", "outlet_app.ui.main_window", "outlet_app.ui.setup_wizard"}
    libraries = {"sqlcipher3", "reportlab", "zxingcpp", "pypdfium2", "keyring", "regex"}
    assert not loaded & (later | libraries | {"outlet_app.demo"})


def test_once_the_sign_in_window_is_painted_the_rest_is_loaded_by_itself(tmp_path: Path) -> None:
    make_outlet(tmp_path)
    script = """
import sys
import tempfile
from pathlib import Path
from PySide6.QtCore import QTimer
from outlet_app import app
from outlet_app.paths import OutletPlace

app.App._load_the_rest, load = None, app.App._load_the_rest
def loaded(self, entrance):
    before = set(sys.modules)
    load(self, entrance)
    look = QTimer(self.window, interval=5)
    look.timeout.connect(lambda: self.tasks.is_idle() and self.window.close())
    look.start()
    print("outlet_app.services.admission" in before, "outlet_app.ui.main_window" in before)
app.App._load_the_rest = loaded
folder = Path(sys.argv[1])
code = app.run_own(OutletPlace(folder / "outlet", folder / "state"))
from reportlab.pdfbase.pdfmetrics import getRegisteredFontNames
print("outlet_app.services.admission" in sys.modules, "outlet_app.ui.main_window" in sys.modules, code)
print(*(name for name in getRegisteredFontNames() if name.startswith("Noto")))
"""
    done = subprocess.run([sys.executable, "-c", script, str(tmp_path)], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False", "False", "True", "True", "0", "NotoSansSC-Bold", "NotoSansSC-Regular"]
