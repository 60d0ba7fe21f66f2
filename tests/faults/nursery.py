"""A process that has loaded the program once and gives birth to the children that are killed.

Loading takes most of the time of a child that is started anew. What is killed is a process of its own all the same: it
is forked, runs one of the scripts here as its main program, and ends by SIGKILL or by itself.
"""

from __future__ import annotations

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
    from types import TracebackType

_LONGEST_S = 120


class Nursery:
    """Runs children one after another; use it as a context manager. Linux and macOS, where processes can be forked."""

    def __init__(self) -> None:
        self._folder = tempfile.TemporaryDirectory(prefix="outlet-app-nursery-")
        self._mother = subprocess.Popen([sys.executable, __file__], stdin=subprocess.PIPE, stdout=subprocess.PIPE)

    def run(self, script: Path, *arguments: object) -> subprocess.CompletedProcess[bytes]:
        """Run the script with these arguments to its end. Raises TimeoutError after two minutes."""
        mother, files = self._mother, [Path(self._folder.name) / name for name in ("out", "errors")]
        command = [str(script), *(str(argument) for argument in arguments)]
        assert mother.stdin is not None
        assert mother.stdout is not None
        mother.stdin.write(json.dumps([command, *(str(file) for file in files)]).encode() + b"\n")
        mother.stdin.flush()
        if not select.select([mother.stdout], [], [], _LONGEST_S)[0]:
            raise TimeoutError(command)
        code = int(mother.stdout.readline())
        return subprocess.CompletedProcess(command, code, *(file.read_bytes() for file in files))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: object, trace: TracebackType | None) -> None:
        assert self._mother.stdin is not None
        assert self._mother.stdout is not None
        self._mother.stdin.close()
        self._mother.wait(_LONGEST_S)
        self._mother.stdout.close()
        self._folder.cleanup()


def _give_birth(command: list[str], out: str, errors: str) -> int:
    child = os.fork()
    if child == 0:
        _live(command, out, errors)
    _, status = os.waitpid(child, 0)
    return os.waitstatus_to_exitcode(status)


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
    for line in sys.stdin:
        sys.stdout.write(f"{_give_birth(*json.loads(line))}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
