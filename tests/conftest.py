"""The ground every test stands on: nothing leaves the machine, nothing unexpected is logged, nothing is left behind."""

from __future__ import annotations

import gc
import logging
import os
import shutil
import sys
import tempfile
import threading
from collections import Counter
from itertools import compress
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

import coverage
import hypothesis
import pytest

from tests import order, stretching
from tests import stranger as strangers

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtCore import QObject

_GRACE_S = 2.0
"""How long a thread that was told to end may take."""

_STORIES = frozenset({"attacks", "faults", "journeys"})

_WITH_TOOLKIT: set[Path] = set()
"""The files with a test that asks for Qt's application; without it nothing of Qt runs."""

_APART = Path(tempfile.mkdtemp(prefix="outlet-app-tests-"))


def _stand_apart() -> None:
    """Keep the tests away from this person's outlet, key store and, where there is none, from a screen."""
    for name in ("XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME", "LOCALAPPDATA", "APPDATA"):
        os.environ[name] = str(_APART / name)
    os.environ.pop("DBUS_SESSION_BUS_ADDRESS", None)
    if sys.platform.startswith("linux") and not os.environ.get("DISPLAY") and not os.environ.get("WAYLAND_DISPLAY"):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


_stand_apart()
stretching.remember()

hypothesis.settings.register_profile("here", deadline=None)
hypothesis.settings.register_profile("ci", deadline=None, derandomize=True, database=None)
hypothesis.settings.load_profile("ci" if os.environ.get("CI") else "here")


def pytest_configure(config: pytest.Config) -> None:
    """Close the way out of this machine before the first test is read."""
    sys.addaudithook(_refuse_far_sockets)
    config.addinivalue_line(
        "markers", "logs(event, ...): the test makes the program log these events at WARNING or above"
    )


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put the files that take longest first; the tests of each stay as they stand in it."""
    _WITH_TOOLKIT.update(item.path for item in items if "qapp" in getattr(item, "fixturenames", ()))
    files = order.longest_first(Counter(item.path for item in items))
    place = {file: at for at, file in enumerate(files)}
    items.sort(key=lambda item: place[item.path])


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Iterator[None]:
    """Whole stories count for no line: what they walk through in passing is tried by the tests of each module.

    And being measured takes half as long again.
    """
    measuring = coverage.Coverage.current() if item.path.parent.name in _STORIES else None
    if measuring is None:
        return (yield)
    measuring.stop()
    try:
        return (yield)
    finally:
        measuring.start()


def pytest_unconfigure() -> None:
    """Take away what the tests kept apart."""
    shutil.rmtree(_APART, ignore_errors=True)


def _refuse_far_sockets(event: str, arguments: tuple[object, ...]) -> None:
    if event not in {"socket.connect", "socket.bind", "socket.sendto"}:
        return
    address = arguments[1]
    if isinstance(address, tuple) and not _is_loopback(str(address[0])):
        msg = f"{event} to {address[0]!r}: tests talk to this machine only"
        raise PermissionError(msg)


def _is_loopback(host: str) -> bool:
    return host in {"localhost", "::1"} or host.startswith("127.")


class _Heard(logging.Handler):
    """Keeps the records of WARNING and above."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep one record."""
        self.records.append(record)


@pytest.fixture(autouse=True)
def _no_unexpected_log(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail a test whose code logged a fault that the test does not name, or did not log one that it names."""
    expected = {event for mark in request.node.iter_markers("logs") for event in mark.args}
    heard = _Heard()
    logging.getLogger().addHandler(heard)
    yield
    logging.getLogger().removeHandler(heard)
    messages = [record.getMessage() for record in heard.records]
    events = {message.split()[0] for message in messages if message}
    unexpected = [message for message in messages if message.split()[:1] != [] and message.split()[0] not in expected]
    assert not unexpected, f"unexpected in the log: {unexpected}"
    assert expected <= events, f"not in the log: {sorted(expected - events)}"


@pytest.fixture(autouse=True, scope="module")
def _nothing_left_by_the_file(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail the last test of a file when something that is older than its tests still runs.

    That is looked for among all that lives in this process, a million of things, and only where something can run.
    """
    yield
    if request.path not in _WITH_TOOLKIT:
        return
    left = _QtLeftovers.names()
    assert not left, f"left behind by this file: {left}"


@pytest.fixture(autouse=True)
def _nothing_left_behind() -> Iterator[None]:
    """Fail a test that leaves a thread, a running timer or a window behind."""
    before = set(threading.enumerate())
    gc.freeze()  # looking through everything that stood before would take longer than most tests do
    try:
        yield
        for thread in _threads_since(before):
            thread.join(_GRACE_S)
        threads = [thread.name for thread in _threads_since(before)]
        assert not threads, f"threads left behind: {threads}"
        left = _QtLeftovers.names()
        assert not left, f"left behind: {left}"
    finally:
        gc.unfreeze()


def _threads_since(before: set[threading.Thread]) -> list[threading.Thread]:
    """Threads that are new and still run; Qt's own workers, which Python only met in passing, are looked at by Qt."""
    return [
        thread
        for thread in threading.enumerate()
        if thread not in before and thread.is_alive() and not isinstance(thread, threading._DummyThread)
    ]


class _QtLeftovers:
    """Windows, running timers and running threads of Qt that outlive their test; each is told once."""

    _told: ClassVar[set[int]] = set()

    @classmethod
    def names(cls) -> list[str]:
        """What is left, by class and object name; windows that were told to go are let go first."""
        if "PySide6.QtWidgets" not in sys.modules:
            return []
        from PySide6.QtCore import QCoreApplication, QEvent  # noqa: PLC0415  tests without Qt stay without Qt
        from PySide6.QtWidgets import QApplication  # noqa: PLC0415  as above

        app = QApplication.instance()
        if not isinstance(app, QApplication):
            return []
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        if app.topLevelWidgets():
            gc.collect()
        left: list[QObject] = [*app.topLevelWidgets(), *cls._running()]
        new = [each for each in left if id(each) not in cls._told]
        cls._told.update(id(each) for each in new)
        return [f"{type(each).__name__} {each.objectName()}".strip() for each in new]

    @staticmethod
    def _running() -> list[QObject]:
        from PySide6.QtCore import QThread, QTimer  # noqa: PLC0415  as above
        from shiboken6 import isValid  # noqa: PLC0415  as above

        here = QThread.currentThread()
        seen = gc.get_objects()
        # By kind: there are few, and asking the toolkit of each object what it is takes longer than most tests do.
        runs = {kind for kind in set(map(type, seen)) if issubclass(kind, QTimer | QThread)}
        known = filter(isValid, compress(seen, map(runs.__contains__, map(type, seen))))
        return [
            each
            for each in known
            if (each.isActive() if isinstance(each, QTimer) else each.isRunning() and each is not here)
        ]


@pytest.fixture
def stranger() -> Iterator[strangers.Stranger]:
    """Somebody without rights on this machine, with Python, the program's code and a folder of his own.

    Skips where the operating system has no such person to offer.
    """
    if not sys.platform.startswith("linux"):
        pytest.skip("a person without rights is made with setpriv, which is Linux")
    if os.geteuid() == 0 and shutil.which("setpriv") is None:
        pytest.skip("setpriv (util-linux) is not installed")
    with strangers.stranger() as somebody:
        yield somebody
