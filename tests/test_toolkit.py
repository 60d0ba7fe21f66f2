"""The Qt binding keeps its references: one that loses them ends the process after some thousands of calls."""

from __future__ import annotations

import subprocess
import sys

_CALLS_AND_EMITS = """
from PySide6.QtCore import QObject, Signal

class Bell(QObject):
    rung = Signal(bool)

bell, heard = Bell(), []
bell.rung.connect(heard.append)
for n in range(20_000):
    bell.setObjectName("bell")
for n in range(2_000):
    bell.rung.emit(n % 2 == 0)
print(len(heard), bell.objectName())
"""


def test_twenty_thousand_void_calls_and_two_thousand_emits_leave_the_interpreter_alive() -> None:
    ended = subprocess.run([sys.executable, "-c", _CALLS_AND_EMITS], capture_output=True, text=True, check=False)

    assert (ended.returncode, ended.stdout, ended.stderr) == (0, "2000 bell\n", "")
