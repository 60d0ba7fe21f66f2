"""A process that has loaded the program once and gives birth to the children that are killed.

Loading takes most of the time of a child that is started anew. What is killed is a process of its own all the same: it
is forked, runs one of the scripts here as its main program, and ends by SIGKILL or by itself.
"""

from __future__ import annotations

import contextlib
import ctypes
import json
import os
import runpy
import select
import subprocess
import sys
import tempfile
import traceback
from pathlib import Path
from typing import TYPE_CHECKING, Self

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import TracebackType

_LONGEST_S = 120
_PR_SET_PTRACER, _ANYBODY = 0x59616D61, 2**64 - 1
"""Linux prctl(2): lets somebody who is no parent of it trace a process, where the Yama module asks for that."""


class Nursery:
    """Runs children one after another; use it as a context manager. Linux and macOS, where processes can be forked."""

    def __init__(self) -> None:
        self._folder = tempfile.TemporaryDirectory(prefix="outlet-app-nursery-")
        self._mother = subprocess.Popen([sys.executable, __file__], stdin=subprocess.PIPE, stdout=subprocess.PIPE)

    def run(
        self, script: Path, *arguments: object, tracing: tuple[object, ...] = ()
    ) -> subprocess.CompletedProcess[bytes]:
        """Run the script with these arguments to its end. Raises TimeoutError after two minutes.

        `tracing` is a command of strace, which is with the child from before its first line.
        """
        files = [Path(self._folder.name) / name for name in ("out", "errors")]
        command = [str(script), *(str(argument) for argument in arguments)]
        self._tell(json.dumps([command, *(str(file) for file in files)]))
        born = self._hear(command)
        with _traced(born, tracing):
            self._tell("live")
            code = self._hear(command)
        return subprocess.CompletedProcess(command, code, *(file.read_bytes() for file in files))

    def _tell(self, line: str) -> None:
        assert self._mother.stdin is not None
        self._mother.stdin.write(line.encode() + b"\n")
        self._mother.stdin.flush()

    def _hear(self, command: list[str]) -> int:
        assert self._mother.stdout is not None
        if not select.select([self._mother.stdout], [], [], _LONGEST_S)[0]:
            raise TimeoutError(command)
        return int(self._mother.stdout.readline())

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: object, trace: TracebackType | None) -> None:
        assert self._mother.stdin is not None
        assert self._mother.stdout is not None
        self._mother.stdin.close()
        self._mother.wait(_LONGEST_S)
        self._mother.stdout.close()
        self._folder.cleanup()


@contextlib.contextmanager
def _traced(process: int, tracing: tuple[object, ...]) -> Iterator[None]:
    """As long as that process lives, strace is with it."""
    if not tracing:
        yield
        return
    command = [*(str(part) for part in tracing), "-p", str(process)]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as tracer:
        assert tracer.stderr is not None
        attached = tracer.stderr.readline()
        assert "attached" in attached, attached
        yield
        tracer.stderr.read()


def _give_birth(command: list[str], out: str, errors: str) -> int:
    """A child that waits until it is told to live; its process."""
    waiting, waking = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(waking)
        if sys.platform == "linux":
            ctypes.CDLL(None).prctl(_PR_SET_PTRACER, ctypes.c_ulong(_ANYBODY), 0, 0, 0)
        os.read(waiting, 1)
        _live(command, out, errors)
    os.close(waiting)
    _say(child)
    sys.stdin.readline()
    os.close(waking)
    _, status = os.waitpid(child, 0)
    return os.waitstatus_to_exitcode(status)


def _say(number: int) -> None:
    sys.stdout.write(f"{number}\n")
    sys.stdout.flush()


def _live(command: list[str], out: str, errors: str) -> None:
    """The child: what it says goes to files, and it never comes back from here."""
    for path, descriptor in ((out, 1), (errors, 2)):
        file = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        os.dup2(file, descriptor)
        os.close(file)
    code = 1
    try:
        sys.argv = command
        runpy.run_path(command[0], run_name="__main__")
        code = 0
    except BaseException:  # noqa: BLE001 - as the interpreter does at the end of a script
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)


def main() -> None:
    """Load everything, then one child for each line that comes, until there is no more."""
    from outlet_app.domain import paste  # noqa: PLC0415 - for the mother alone, not for the tests
    from outlet_app.services import admission, label_drawing, rescue  # noqa: PLC0415 - as above
    from tests.store import old_outlets  # noqa: PLC0415 - as above

    assert all((admission, rescue, old_outlets))
    label_drawing.load_faces()
    paste.read_paste("张三 浙江省杭州市余杭区文一西路")
    while line := sys.stdin.readline():
        _say(_give_birth(*json.loads(line)))


if __name__ == "__main__":
    main()
