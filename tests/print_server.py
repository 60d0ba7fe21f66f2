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
_SYSTEM_PATH = f"{os.environ.get('PATH', '')}:/usr/sbin:/sbin"
_CONFIGURATION = """
Listen {folder}/cups.sock
PreserveJobFiles No
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
  <Limit All>
    Order deny,allow
    Allow all
  </Limit>
</Policy>
"""
_FILES = """
ServerRoot {folder}/etc
RequestRoot {folder}/spool
CacheDir {folder}/cache
StateDir {folder}/state
TempDir {folder}/tmp
AccessLog {folder}/access_log
ErrorLog {folder}/error_log
PageLog {folder}/page_log
SystemGroup root
"""


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

    def run(self, *command: str) -> bytes:
        """Run one of CUPS's programs on this server; gives what it said."""
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
def running() -> Iterator[PrintServer]:
    """A print server for as long as the block lasts, in a folder that CUPS's own user can enter."""
    folder = Path(tempfile.mkdtemp(prefix="outlet-app-cups-"))
    device = Device()
    try:
        _lay_out(folder)
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


def _lay_out(folder: Path) -> None:
    folder.chmod(0o755)
    for name in ("etc", "spool", "cache", "state", "tmp"):
        (folder / name).mkdir()
    shutil.chown(folder / "tmp", "lp", "lp")
    (folder / "etc" / "cupsd.conf").write_text(_CONFIGURATION.format(folder=folder))
    (folder / "etc" / "cups-files.conf").write_text(_FILES.format(folder=folder))
