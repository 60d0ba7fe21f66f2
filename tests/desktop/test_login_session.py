"""The login session, with made-up functions of systemd in the place of the real ones, and once with the real ones."""

from __future__ import annotations

import ctypes
import sys
from typing import TYPE_CHECKING, Any

import pytest

from outlet_app.desktop.login_session import of_login_session
from outlet_app.desktop.remote_kind import RemoteKind
from tests.desktop.table import Table

if TYPE_CHECKING:
    from collections.abc import Callable

_NOT_IN_A_SESSION = -61


def _systemd(session: str, service: str, *, remote: bool) -> dict[str, Callable[..., int]]:
    def pid_session(_pid: int, found: Any) -> int:
        found._obj.value = session.encode()
        return 0 if session else _NOT_IN_A_SESSION

    def session_service(asked: ctypes.c_char_p, found: Any) -> int:
        found._obj.value = service.encode()
        return 0 if asked.value else _NOT_IN_A_SESSION

    def is_remote(asked: ctypes.c_char_p) -> int:
        return int(remote) if asked.value else _NOT_IN_A_SESSION

    return {
        "sd_pid_get_session": pid_session,
        "sd_session_get_service": session_service,
        "sd_session_is_remote": is_remote,
        "free": lambda _: 0,
    }


@pytest.mark.parametrize(
    ("service", "remote", "kind"),
    [
        ("gdm-password", False, None),
        ("lightdm", False, None),
        ("sshd", True, RemoteKind.SSH),
        ("xrdp-sesman", False, RemoteKind.XRDP),
        ("tigervnc", False, RemoteKind.VNC),
    ],
)
def test_the_session_says_where_its_person_came_in(
    monkeypatch: pytest.MonkeyPatch, service: str, kind: RemoteKind | None, *, remote: bool
) -> None:
    table = Table(_systemd("c2", service, remote=remote)).stand_in(monkeypatch, "linux")
    assert of_login_session("") is kind
    assert table.names().count("free") == 2


def test_a_process_outside_of_sessions_goes_by_the_one_that_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    table = Table(_systemd("", "sshd", remote=True)).stand_in(monkeypatch, "linux")
    assert of_login_session("c7") is RemoteKind.SSH
    ((session, _),) = [arguments for _, name, arguments in table.asked if name == "sd_session_get_service"]
    assert isinstance(session, ctypes.c_char_p)
    assert session.value == b"c7"


def test_a_process_in_no_session_at_all_is_not_said_to_be_remote(monkeypatch: pytest.MonkeyPatch) -> None:
    Table(_systemd("", "sshd", remote=True)).stand_in(monkeypatch, "linux")
    assert of_login_session("") is None


def test_a_system_without_systemd_cannot_say(monkeypatch: pytest.MonkeyPatch) -> None:
    Table({}).stand_in(monkeypatch, "linux")
    assert of_login_session("c2") is None


@pytest.mark.skipif(sys.platform != "linux", reason="systemd is Linux's")
def test_the_real_library_is_asked_without_harm() -> None:
    assert of_login_session("no-such-session") in {None, *RemoteKind}
