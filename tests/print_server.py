"""A real CUPS of the tests' own: its socket, its spool, a Zebra label queue, and the printer behind it."""

from __future__ import annotations

import os
import plistlib
import shutil
import socket
import subprocess
import tempfile
import threading
import time
import urllib.parse
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

QUEUE = "Zebra"
PATIENCE_SECONDS = 30
_PROGRAMS = ("cupsd", "lp", "lpadmin", "ipptool", "cupsdisable", "cupsreject", "cupsaccept", "cupsenable")
_CHANGING = ("lpadmin", "cupsdisable", "cupsreject")
_SYSTEM_PATH = f"{os.environ.get('PATH', '')}:/usr/sbin:/sbin"
_CONFIGURATION = """
Listen {folder}/cups.sock
PreserveJobFiles {keeps}
Browsing No
WebInterface No
DefaultAuthType None
LogLevel warn
<Location />
  Order allow,deny
  Allow all
</Location>
<Policy default>
  JobPrivateAccess all
  JobPrivateValues none
  <Limit Cancel-Job CUPS-Authenticate-Job>
    Require user @OWNER @SYSTEM
    Order deny,allow
  </Limit>
  <Limit All>
    Order deny,allow
    Allow all
  </Limit>
</Policy>
"""
_FILES = """
ServerRoot {folder}/etc
ServerBin {folder}/bin
RequestRoot {folder}/spool
CacheDir {folder}/cache
StateDir {folder}/state
TempDir {folder}/tmp
AccessLog {folder}/access_log
ErrorLog {folder}/error_log
PageLog {folder}/page_log
SystemGroup root
"""


_PROGRAMS_OF_CUPS = Path("/usr/lib/cups")
_MOODY = """#!/bin/sh
test $# -eq 0 && exit 0
said=none
while test -s {mood}; do
  word=$(cat {mood})
  test "$word" = broken && exit 1
  test "$word" = "$said" || echo "STATE: -$said" >&2
  test "$word" = "$said" || echo "STATE: +$word" >&2
  said=$word
  sleep 0.05
done
echo "STATE: -$said" >&2
DEVICE_URI=socket://${{DEVICE_URI#moody://}} exec {socket} "$@"
"""
"""A backend that tells CUPS what its mood says, prints once the mood is gone, and fails while it is `broken`."""


def why_not() -> str | None:
    """What a machine lacks to run the print server, in one sentence; None when it lacks nothing."""
    if not hasattr(os, "geteuid") or os.geteuid() != 0:
        return "a print server of our own needs root"
    missing = [program for program in _PROGRAMS if shutil.which(program, path=_SYSTEM_PATH) is None]
    return f"CUPS is not installed: {', '.join(missing)} missing" if missing else None


class Device:
    """A network label printer: takes one connection after the other and keeps what each brought."""

    def __init__(self) -> None:
        self.jobs: list[bytes] = []
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.uri = f"socket://127.0.0.1:{self._listener.getsockname()[1]}"
        self._thread = threading.Thread(target=self._serve)
        self._thread.start()

    def close(self) -> None:
        """Stop listening."""
        with suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        self._thread.join()

    def _serve(self) -> None:
        while True:
            try:
                connection, _ = self._listener.accept()
            except OSError:
                return
            with connection:
                job = b"".join(iter(lambda: connection.recv(65_536), b""))  # noqa: B023  read before the next one
            if job:
                self.jobs.append(job)


class PrintServer:
    """A running CUPS with one queue, `QUEUE`, that prints to `device`."""

    def __init__(self, folder: Path, device: Device) -> None:
        self.folder = folder
        self.device = device
        self.address = f"{folder}/cups.sock"
        self._is_changed = False

    def run(self, *command: str) -> bytes:
        """Run one of CUPS's programs on this server; gives what it said."""
        self._is_changed |= command[0] in _CHANGING
        environment = {"PATH": _SYSTEM_PATH, "CUPS_SERVER": self.address, "LC_ALL": "C"}
        return subprocess.run(command, check=True, capture_output=True, env=environment).stdout

    def ask(self, question: str, attribute: str) -> list[object]:
        """One attribute of all that a question of CUPS's own collection gives about the queue."""
        uri = f"ipp://{urllib.parse.quote(self.address, safe='')}/printers/{QUEUE}"
        answer = plistlib.loads(self.run("ipptool", "-tX", uri, question))
        groups = [group for test in answer["Tests"] for group in test["ResponseAttributes"]]
        return [group[attribute] for group in groups if attribute in group]

    def point_to(self, uri: str) -> None:
        """Let the queue print to another device."""
        self.run("lpadmin", "-p", QUEUE, "-E", "-v", uri, "-m", "drv:///sample.drv/zebra.ppd")

    def restore(self) -> None:
        """Make the queue what it was at the start: ready, empty, printing to the device."""
        if self._is_changed:
            self.feel("")
            self.point_to(self.device.uri)
            self.run("cupsenable", QUEUE)
            self.run("cancel", "-a", "-x")
            self._is_changed = False

    def moody(self, policy: str = "retry-job") -> None:
        """Let the queue print to the same device through a backend that has moods; `policy` is for its failures."""
        self.point_to(self.device.uri.replace("socket:", "moody:"))
        self.run("lpadmin", "-p", QUEUE, "-o", f"printer-error-policy={policy}")

    def feel(self, mood: str) -> None:
        """What the device tells from now on, a printer-state-reason or `broken`; it prints when it feels nothing."""
        (self.folder / "mood").write_text(mood)

    def left_behind(self) -> list[Path]:
        """Everything of documents, finished or not, that is on the server's disk: spooled files and filters' own."""
        return [*self.spooled(), *(path for path in (self.folder / "tmp").rglob("*") if path.is_file())]

    def spooled(self) -> list[Path]:
        """The documents of jobs that are on the server's disk."""
        return sorted((self.folder / "spool").glob("d*"))

    def wait_for(self, reached: Callable[[], bool]) -> None:
        """Wait until something is so. Raises TimeoutError with the server's log when it does not come."""
        end = time.monotonic() + PATIENCE_SECONDS
        while not reached():
            if time.monotonic() > end:
                raise TimeoutError((self.folder / "error_log").read_text(errors="replace")[-4000:])
            time.sleep(0.05)


@contextmanager
def running(*, keeps_jobs: bool = False) -> Iterator[PrintServer]:
    """A print server for as long as the block lasts, in a folder that CUPS's own user can enter."""
    folder = Path(tempfile.mkdtemp(prefix="outlet-app-cups-"))
    device = Device()
    try:
        _lay_out(folder, "Yes" if keeps_jobs else "No")
        command = ["cupsd", "-f", "-c", f"{folder}/etc/cupsd.conf", "-s", f"{folder}/etc/cups-files.conf"]
        process = subprocess.Popen(command, env={"PATH": _SYSTEM_PATH})
        try:
            server = PrintServer(folder, device)
            server.wait_for((folder / "cups.sock").exists)
            server.point_to(device.uri)
            yield server
        finally:
            process.terminate()
            process.wait(PATIENCE_SECONDS)
    finally:
        device.close()
        shutil.rmtree(folder)


def _lay_out(folder: Path, keeps: str) -> None:
    folder.chmod(0o755)
    for name in ("etc", "spool", "cache", "state", "tmp"):
        (folder / name).mkdir()
    shutil.chown(folder / "tmp", "lp", "lp")
    (folder / "etc" / "cupsd.conf").write_text(_CONFIGURATION.format(folder=folder, keeps=keeps))
    (folder / "etc" / "cups-files.conf").write_text(_FILES.format(folder=folder))
    _lay_out_programs(folder)


def _lay_out_programs(folder: Path) -> None:
    """CUPS's own programs, and one backend more."""
    backends = folder / "bin" / "backend"
    backends.mkdir(parents=True)
    for part in _PROGRAMS_OF_CUPS.iterdir():
        if part.name != "backend":
            (folder / "bin" / part.name).symlink_to(part)
    for backend in (_PROGRAMS_OF_CUPS / "backend").iterdir():
        (backends / backend.name).symlink_to(backend.resolve())
    moody = backends / "moody"
    moody.write_text(_MOODY.format(mood=folder / "mood", socket=_PROGRAMS_OF_CUPS / "backend" / "socket"))
    moody.chmod(0o755)
    (folder / "mood").write_text("")
