"""The program as it starts by itself. A teller beside it prints what stands on the screen; keys come from outside.

Each line is a JSON object: `page`, the class of what stands in front; `active`, whether the window has the keys;
`idle`, whether no work is under way; `accepted`, how many waybills were; `focus`, the class of what has the keys.
"""

from __future__ import annotations

import json
import sys

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from outlet_app.__main__ import main
from outlet_app.ui.outlet_window import OutletWindow

LOOK_MS = 10


class _Teller(QObject):
    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        self._application = application
        self._told = ""
        self._accepted: list[str] = []
        self._heard: object = None
        self._look = QTimer(self, interval=LOOK_MS)
        self._look.timeout.connect(self._tell)
        self._look.start()

    def _tell(self) -> None:
        windows = [each for each in self._application.topLevelWidgets() if isinstance(each, OutletWindow)]
        if not windows or not windows[0].isVisible():
            return
        window = windows[0]
        if window.main is not None and window.main is not self._heard:
            self._heard = window.main
            window.main.entry.waybill_accepted.connect(self._accepted.append)
        state = {
            "page": type(window.currentWidget()).__name__,
            "active": window.isActiveWindow(),
            "idle": window._tasks.is_idle(),
            "accepted": len(self._accepted),
            "focus": type(self._application.focusWidget()).__name__,
        }
        line = json.dumps(state)
        if line != self._told:
            self._told = line
            sys.stdout.write(line + "\n")
            sys.stdout.flush()


if __name__ == "__main__":
    teller = _Teller(QApplication(["outlet-app"]))
    sys.exit(main([]))
