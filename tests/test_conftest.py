"""The ground under the tests holds: each way of leaving something behind, or of getting out, fails a test."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Mapping

ROOT = Path(__file__).resolve().parent.parent

TESTS = '''
"""Tests that behave well and badly."""
import logging, socket, threading, warnings
import pytest
from PySide6.QtCore import QThread, QTimer, qWarning
from PySide6.QtWidgets import QLabel
from outlet_app import log

kept = []
done = threading.Event()

def test_bad_warning():
    warnings.warn("old")

def test_bad_far_connection():
    with socket.socket() as one:
        one.settimeout(0.1)
        one.connect(("192.0.2.1", 80))

def test_bad_far_datagram():
    with socket.socket(type=socket.SOCK_DGRAM) as one:
        one.sendto(b"x", ("192.0.2.1", 53))

def test_bad_open_door():
    with socket.socket() as one:
        one.bind(("", 0))

def test_good_near_connection():
    with socket.create_server(("127.0.0.1", 0)) as door, socket.create_connection(door.getsockname()):
        pass

def test_bad_fault_in_the_log():
    log.fault("printer_gone")

@pytest.mark.logs("printer_gone")
def test_good_expected_fault_in_the_log():
    log.fault("printer_gone")

@pytest.mark.logs("printer_gone")
def test_bad_expected_fault_that_does_not_come():
    pass

def test_bad_fault_of_a_library_in_the_log():
    logging.getLogger("someone").error("bad news")

def test_bad_thread():
    threading.Thread(target=done.wait, args=(30,), name="stray").start()

def test_good_thread_that_ends():
    threading.Thread(target=threading.Event().wait, args=(0.1,)).start()

def test_bad_window(qapp):
    kept.append(QLabel("stray"))
    kept[-1].show()

def test_good_window_that_goes(qtbot):
    qtbot.addWidget(QLabel("tidy"))

def test_bad_timer(qapp):
    kept.append(QTimer())
    kept[-1].start(60_000)

def test_bad_timer_of_a_kept_parent(qapp):
    QTimer(qapp).start(60_000)

def test_bad_thread_of_the_toolkit(qapp):
    kept.append(QThread())
    kept[-1].start()

def test_bad_warning_of_the_toolkit(qapp):
    qWarning("hm")

def test_good_last_one(qapp):
    done.set()
    kept[-1].quit()
    kept[-1].wait()
    kept[0].deleteLater()
'''


OLDER = '''
"""A timer that is older than the test that starts it."""
import pytest
from PySide6.QtCore import QTimer

@pytest.fixture(scope="module")
def timer(qapp):
    return QTimer(qapp)

def test_bad_older_timer(timer):
    timer.start(60_000)
'''


@pytest.fixture(scope="module")
def outcomes(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, set[str]]:
    """What the runner says of each of those tests: PASSED, FAILED or ERROR, or more than one of them."""
    folder = tmp_path_factory.mktemp("ground")
    shutil.copy(ROOT / "pyproject.toml", folder)
    (folder / "tests").mkdir()
    for name in ("__init__.py", "conftest.py", "order.py", "stranger.py", "stretching.py"):
        shutil.copy(ROOT / "tests" / name, folder / "tests")
    (folder / "tests" / "test_ground.py").write_text(TESTS, encoding="utf-8")
    (folder / "tests" / "test_older.py").write_text(OLDER, encoding="utf-8")
    ended = subprocess.run(
        [sys.executable, "-m", "pytest", "-rA", "-p", "no:cacheprovider", "tests"],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )
    found: dict[str, set[str]] = {}
    for outcome, name in re.findall(r"^(PASSED|FAILED|ERROR) tests/test_\w+\.py::(\w+)", ended.stdout, re.MULTILINE):
        found.setdefault(name, set()).add(outcome)
    assert found, ended.stdout + ended.stderr
    return found


@pytest.mark.parametrize("name", re.findall(r"def (test_good_\w+)", TESTS))
def test_what_is_allowed_passes(outcomes: Mapping[str, set[str]], name: str) -> None:
    assert outcomes[name] == {"PASSED"}


@pytest.mark.parametrize("name", re.findall(r"def (test_bad_\w+)", TESTS + OLDER))
def test_what_is_not_allowed_fails(outcomes: Mapping[str, set[str]], name: str) -> None:
    assert outcomes[name] & {"FAILED", "ERROR"}
