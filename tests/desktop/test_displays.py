"""Displays and the programs that send them elsewhere: made-up /proc folders, and real processes by their real names."""

from __future__ import annotations

import platform
import socket
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from outlet_app.desktop.displays import of_display
from outlet_app.desktop.remote_kind import RemoteKind

if TYPE_CHECKING:
    from collections.abc import Iterator

_HEAD = "  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode"
_LINUX = pytest.mark.skipif(sys.platform != "linux", reason="processes are read from Linux's /proc")


@pytest.fixture
def proc(tmp_path: Path) -> Path:
    """A /proc of a PC on which an ordinary X server runs."""
    _process(tmp_path, 100, "Xorg", "/usr/lib/xorg/Xorg", ":0", "-nolisten", "tcp")
    _process(tmp_path, 101, "xfce4-session", "xfce4-session")
    (tmp_path / "net").mkdir()
    _connect(tmp_path)
    return tmp_path


def _process(proc: Path, number: int, name: str, *words: str, sockets: tuple[str, ...] = ()) -> None:
    folder = proc / str(number)
    (folder / "fd").mkdir(parents=True)
    (folder / "comm").write_text(f"{name}\n")
    (folder / "cmdline").write_text("\0".join(words) + "\0")
    for handle, target in enumerate(("/dev/null", *(f"socket:[{inode}]" for inode in sockets))):
        (folder / "fd" / str(handle)).symlink_to(target)


def _connect(proc: Path, *inodes: str, state: str = "01") -> None:
    rows = [f"   0: 0100007F:170C 0100007F:A2B4 {state} 0:0 00:0 0 1000 0 {inode} 1 0" for inode in inodes]
    (proc / "net" / "tcp").write_text("\n".join([_HEAD, *rows, ""]))


@pytest.mark.parametrize("display", ["", ":0", ":0.0", "unix:0", "localhost:1", "nonsense", f"{platform.node()}:0"])
def test_a_screen_that_stands_here_is_not_remote(proc: Path, display: str) -> None:
    assert of_display(display, proc) is None


@pytest.mark.parametrize("display", ["localhost:10.0", "localhost:11", "127.0.0.1:10.0", "[::1]:12", "far-away:10.0"])
def test_a_display_that_sshd_forwards_is_ssh(proc: Path, display: str) -> None:
    assert of_display(display, proc) is RemoteKind.SSH


def test_the_screen_of_another_computer_is_remote(proc: Path) -> None:
    assert of_display("far-away:0", proc) is RemoteKind.X11


def test_a_high_number_of_a_screen_that_is_here_is_no_forwarding(proc: Path) -> None:
    assert of_display(":42", proc) is None


@pytest.mark.parametrize("name", ["Xvnc", "Xtigervnc", "Xtightvnc"])
def test_a_screen_that_is_seen_over_vnc_alone_is_vnc(proc: Path, name: str) -> None:
    _process(proc, 200, name, name, ":1", "-auth", "x")
    assert of_display(":1.0", proc) is RemoteKind.VNC
    assert of_display(":0", proc) is None


def test_a_screen_that_xrdp_started_is_xrdp(proc: Path) -> None:
    _process(proc, 200, "Xorg", "/usr/lib/xorg/Xorg", ":10", "-config", "xrdp/xorg.conf", "-noreset")
    assert of_display(":10", proc) is RemoteKind.XRDP
    assert of_display(":0", proc) is None


def test_a_mirror_counts_while_somebody_is_connected_to_it(proc: Path) -> None:
    _process(proc, 200, "x11vnc", "x11vnc", "-display", ":0", sockets=("777", "778"))
    assert of_display(":0", proc) is None
    _connect(proc, "778", state="0A")
    assert of_display(":0", proc) is None
    _connect(proc, "5", "778")
    assert of_display(":0", proc) is RemoteKind.VNC
    assert of_display(":3", proc) is None


def test_a_mirror_that_names_no_display_shows_the_one_that_is_here(proc: Path) -> None:
    _process(proc, 200, "wayvnc", "wayvnc", "--keyboard=cn", sockets=("778",))
    _connect(proc, "778")
    assert of_display("", proc) is RemoteKind.VNC


def test_a_mirror_of_another_account_counts_because_it_cannot_be_asked(proc: Path) -> None:
    _process(proc, 200, "x11vnc", "x11vnc", "-display", ":0")
    for handle in (proc / "200" / "fd").iterdir():
        handle.unlink()
    (proc / "200" / "fd").rmdir()
    assert of_display(":0", proc) is RemoteKind.VNC


def test_a_process_that_ends_meanwhile_is_nobody(proc: Path) -> None:
    (proc / "300").mkdir()
    assert of_display(":0", proc) is None


@pytest.fixture
def running() -> Iterator[list[subprocess.Popen[bytes]]]:
    """Programs of this test, ended with it."""
    programs: list[subprocess.Popen[bytes]] = []
    yield programs
    for program in programs:
        program.kill()
        program.communicate()


def _start(running: list[subprocess.Popen[bytes]], path: Path, body: str, *words: str) -> None:
    """A real process by that name; waits until it says that it runs."""
    path.write_text(f"#!{sys.executable}\n{body}\nprint('runs', flush=True)\ntime.sleep(60)\n")
    path.chmod(0o700)
    program = subprocess.Popen([path, *words], stdout=subprocess.PIPE)
    running.append(program)
    assert program.stdout is not None
    assert program.stdout.readline() == b"runs\n"


@_LINUX
def test_a_real_process_named_like_a_vnc_server_is_found_by_its_display(
    tmp_path: Path, running: list[subprocess.Popen[bytes]]
) -> None:
    assert of_display(":7771", Path("/proc")) is None
    _start(running, tmp_path / "Xtigervnc", "import time", ":7771")
    assert of_display(":7771", Path("/proc")) is RemoteKind.VNC
    assert of_display(":7772", Path("/proc")) is None


@_LINUX
def test_a_real_mirror_counts_from_the_moment_somebody_connects(
    tmp_path: Path, running: list[subprocess.Popen[bytes]]
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as viewer:
        port = viewer.getsockname()[1]
        body = f"import os, socket, time\nif os.path.exists({str(tmp_path / 'go')!r}): s = "
        _start(running, tmp_path / "x11vnc", "import time", "-display", ":7773")
        assert of_display(":7773", Path("/proc")) is None
        (tmp_path / "go").touch()
        connect = f"socket.create_connection(('127.0.0.1', {port}))"
        _start(running, tmp_path / "x0vncserver", body + connect, "-display", ":7773")
        seen, _ = viewer.accept()
        with seen:
            assert of_display(":7773", Path("/proc")) is RemoteKind.VNC


@_LINUX
def test_looking_takes_a_few_milliseconds() -> None:
    began = time.perf_counter()
    for _ in range(5):
        of_display(":0", Path("/proc"))
    assert (time.perf_counter() - began) / 5 < 0.25
