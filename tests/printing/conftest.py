"""A print server for the tests of printing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests import print_server

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.print_server import PrintServer


@pytest.fixture(scope="session")
def started() -> Iterator[PrintServer]:
    if (reason := print_server.why_not()) is not None:
        pytest.skip(reason)
    with print_server.running() as server:
        yield server


@pytest.fixture
def server(started: PrintServer, monkeypatch: pytest.MonkeyPatch) -> Iterator[PrintServer]:
    """The server as it was at its start: one ready queue that prints to the device."""
    monkeypatch.setenv("CUPS_SERVER", started.address)
    monkeypatch.setenv("CUPS_SERVERROOT", str(started.folder / "etc"))
    yield started
    started.restore()


@pytest.fixture
def keeping_server(monkeypatch: pytest.MonkeyPatch) -> Iterator[PrintServer]:
    """A server as systems ship it: it keeps the documents of finished jobs."""
    if (reason := print_server.why_not()) is not None:
        pytest.skip(reason)
    with print_server.running(keeps_jobs=True) as server:
        monkeypatch.setenv("CUPS_SERVER", server.address)
        monkeypatch.setenv("CUPS_SERVERROOT", str(server.folder / "etc"))
        yield server
