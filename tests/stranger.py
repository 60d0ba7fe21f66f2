"""Somebody without rights: the unprivileged user that file-right tests and attacks run as.

Root passes every check of the file system, so a test that runs as root proves nothing about file rights.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
import sys
import sysconfig
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_ROOT = Path(__file__).resolve().parent.parent
_NOBODY = 65534
"""The user and group id that owns nothing (Linux, `nobody`)."""


@dataclass(frozen=True, slots=True)
class Stranger:
    """Runs Python as `nobody` when the tests run as root, else as the person who runs the tests.

    `folder` belongs to him and to nobody else. The interpreter, its packages and the checkout are handed to him as
    open folders, because their paths may lead through folders that he cannot enter (`/root`).
    """

    folder: Path
    uid: int
    _interpreter: int
    _packages: int
    _checkout: int

    def give(self, source: Path) -> Path:
        """Copy a file or folder into his folder, with every right on it; where it is now."""
        target = self.folder / source.name
        if source.is_dir():
            shutil.copytree(source, target)
        else:
            shutil.copy(source, target)
        self._hand_over(target)
        return target

    def run(self, script: str, *arguments: str | Path, timeout_s: float = 60) -> subprocess.CompletedProcess[str]:
        """Run a Python script of his in his folder; its exit code, output and errors are for the test to judge."""
        return subprocess.run(
            self._command(script, *arguments),
            cwd=self.folder,
            env=self._environment(),
            pass_fds=(self._interpreter, self._packages, self._checkout),
            capture_output=True,
            text=True,
            timeout=timeout_s,
            check=False,
        )

    @contextlib.contextmanager
    def start(self, script: str, *arguments: str | Path) -> Iterator[subprocess.Popen[str]]:
        """A Python script of his that runs while the test goes on; its input and output are pipes, and it is ended."""
        program = subprocess.Popen(
            self._command(script, *arguments),
            cwd=self.folder,
            env=self._environment(),
            pass_fds=(self._interpreter, self._packages, self._checkout),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        try:
            yield program
        finally:
            program.kill()
            program.communicate()

    def _command(self, script: str, *arguments: str | Path) -> list[str]:
        python = f"/proc/self/fd/{self._interpreter}/bin/python{sys.version_info[0]}.{sys.version_info[1]}"
        return [*self._as_nobody(), python, "-B", "-c", script, *(str(argument) for argument in arguments)]

    def _as_nobody(self) -> list[str]:
        if os.geteuid() != 0:
            return []
        user = str(self.uid)
        return ["setpriv", "--reuid", user, "--regid", user, "--clear-groups", "--no-new-privs", "--"]

    def _environment(self) -> dict[str, str]:
        return {
            "PATH": "/usr/bin:/bin",
            "HOME": str(self.folder),
            "TMPDIR": str(self.folder),
            "LANG": "C.UTF-8",
            "LD_LIBRARY_PATH": f"/proc/self/fd/{self._interpreter}/lib",
            "PYTHONPATH": f"/proc/self/fd/{self._checkout}:/proc/self/fd/{self._packages}",
        }

    def _hand_over(self, path: Path) -> None:
        for each in (path, *(path.rglob("*") if path.is_dir() else ())):
            os.chown(each, self.uid, -1)
            each.chmod(0o700 if each.is_dir() else 0o600)


@contextlib.contextmanager
def stranger() -> Iterator[Stranger]:
    """Somebody for the length of a test; his folder, in the one place that everybody can enter, goes with him."""
    uid = _NOBODY if os.geteuid() == 0 else os.geteuid()
    folder = Path(tempfile.mkdtemp(prefix="stranger-", dir="/tmp"))
    os.chown(folder, uid, -1)
    with contextlib.ExitStack() as open_folders:
        open_folders.callback(shutil.rmtree, folder)
        handed = [
            _open_folder(open_folders, Path(path)) for path in (sys.base_prefix, sysconfig.get_path("purelib"), _ROOT)
        ]
        yield Stranger(folder, uid, *handed)


def _open_folder(until: contextlib.ExitStack, path: Path) -> int:
    handle = os.open(path, os.O_RDONLY | os.O_DIRECTORY)
    until.callback(os.close, handle)
    return handle
