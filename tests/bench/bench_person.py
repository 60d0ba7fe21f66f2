"""Change of person: from the sixth digit of the PIN to the other's form with the keys in it, beside a bare window.

The goal is three seconds at the counter. Off screen, the program's own window with every page of a clerk.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from outlet_app.ui import theme
from outlet_app.ui.main_window import MainWindow
from outlet_app.ui.preferences import Preferences
from outlet_app.ui.tasks import Tasks
from tests.bench.bench_sign_in import PASSWORDS, PINS
from tests.outlets import make_outlet

ROUNDS = 10
GOAL_S = 3.0


def measure(folder: Path, application: QApplication) -> tuple[list[float], list[float]]:
    """Seconds by the clock of each round: another person's window, and a bare window."""
    outlet = make_outlet(folder)
    people = (outlet.chen_id, outlet.lin_id)
    for account_id, password, pin in zip(people, PASSWORDS, PINS, strict=True):
        services = outlet.entrance.sign_in(account_id, password)
        services.people.set_pin(pin, password=password)
    tasks, preferences = Tasks(), Preferences(folder / "choices")
    others, bare = [], []
    for turn in range(ROUNDS):
        began = time.perf_counter()
        services = outlet.entrance.change_person(people[turn % 2], PINS[turn % 2])
        window = MainWindow(services, tasks, preferences)
        window.resize(1366, 728)
        window.show()
        _settle(tasks)
        others.append(time.perf_counter() - began)
        window.stop()
        _settle(tasks)
        window.deleteLater()
        began = time.perf_counter()
        plain = QWidget()
        plain.resize(1366, 728)
        plain.show()
        application.sendPostedEvents()
        bare.append(time.perf_counter() - began)
        plain.deleteLater()
    tasks.close()
    outlet.entrance.close()
    return others, bare


def _settle(tasks: Tasks) -> None:
    waiting = QEventLoop()
    look = QTimer(interval=1)
    look.timeout.connect(lambda: waiting.quit() if tasks.is_idle() else None)
    look.start()
    waiting.exec()


def main() -> None:
    """Measure and print."""
    application = QApplication([])
    theme.apply(application, dark=False)
    with tempfile.TemporaryDirectory() as folder:
        others, bare = measure(Path(folder), application)
    ours, least = sorted(others)[ROUNDS // 2], sorted(bare)[ROUNDS // 2]
    print(f"another person's window {ours:.2f} s (slowest {max(others):.2f}), a bare one {least * 1000:.1f} ms")
    print(f"goal {GOAL_S} s: {'met' if max(others) <= GOAL_S else 'MISSED'}")


if __name__ == "__main__":
    main()
