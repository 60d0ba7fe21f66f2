"""The program as it starts by itself. A teller beside it prints what stands on the screen; keys come from outside.

Each line is a JSON object: `page`, the class of what stands in front; `active`, whether the window has the keys;
`idle`, whether no work is under way; `accepted`, how many waybills were; `focus`, the class of what has the keys;
`found`, how many waybills stand on the find page while that is open, else -1; `revealed`, whether a field stands open;
`scan` and `scans`, the last scan by its hash and how many there were; `shelved`, how often an arrival came or was taken
back; `unfinished`, how many were set aside; `given`, how many parcels were given out; `listed`, how many stand on open
hand-over lists; `asks`, whether parcels may stay behind is asked; `band` and `verdict`, what stands over the width of
the page in front; `wrong`, whether something is wrong with what a parcel is given out by.
"""

from __future__ import annotations

import hashlib
import json
import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from outlet_app.__main__ import main
from outlet_app.ui.outlet_window import OutletWindow
from outlet_app.ui.scanner import Scanner

if TYPE_CHECKING:
    from outlet_app.ui.main_window import MainWindow

LOOK_MS = 10


class _Teller(QObject):
    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        self._application = application
        self._told = ""
        self._accepted: list[str] = []
        self._shelved: list[bool] = []
        self._given: list[object] = []
        self._heard: object = None
        self._scanner: Scanner | None = None
        self._scan, self._scans = "", 0
        self._look = QTimer(self, interval=LOOK_MS)
        self._look.timeout.connect(self._tell)
        self._look.start()

    def _tell(self) -> None:
        windows = [each for each in self._application.topLevelWidgets() if isinstance(each, OutletWindow)]
        if not windows or not windows[0].isVisible():
            return
        window = windows[0]
        if self._scanner is None and (scanner := self._application.findChild(Scanner)) is not None:
            self._scanner = scanner
            scanner.scanned.connect(self._note_scan)
        if window.main is not None and window.main is not self._heard:
            self._heard = window.main
            window.main.entry.waybill_accepted.connect(self._accepted.append)
            window.main.pages.arrivals.parcel_shelved.connect(lambda: self._shelved.append(True))
            window.main.find_view.parcel_card.given_out.connect(self._given.append)
        state = {
            "page": type(window.currentWidget()).__name__,
            "active": window.isActiveWindow(),
            "idle": window._tasks.is_idle(),
            "accepted": len(self._accepted),
            "focus": type(self._application.focusWidget()).__name__,
            "scan": self._scan,
            "scans": self._scans,
            "shelved": len(self._shelved),
            "given": len(self._given),
            **_finding(window.main),
            **_lists(window.main),
        }
        line = json.dumps(state)
        if line != self._told:
            self._told = line
            sys.stdout.write(line + "\n")
            sys.stdout.flush()

    def _note_scan(self, text: str) -> None:
        self._scans += 1
        self._scan = hashlib.sha256(text.encode()).hexdigest()


def _finding(main: MainWindow | None) -> dict[str, int | bool]:
    if main is None or not main.find_view.isVisible():
        return {"found": -1, "revealed": False, "wrong": False}
    view = main.find_view
    return {
        "found": view.cards.rows.rowCount(),
        "revealed": view.card.panel.is_showing,
        "wrong": view.parcel_card.giving.fault.isVisible(),
    }


def _lists(main: MainWindow | None) -> dict[str, int | str | bool]:
    if main is None:
        return {"listed": 0, "asks": False, "band": "", "verdict": "", "unfinished": 0}
    pages = main.pages
    bands = (pages.arrivals.band, pages.find_view.band, pages.hand_over.band)
    band = next((each for each in bands if each.isVisible()), None)
    kind = "" if band is None or band.kind is None else band.kind.value
    verdict = "" if band is None else f"{band.headline.text()} {band.advice.text()}"
    listed = sum(each.count for each in pages.hand_over._lists.values())
    return {
        "listed": listed,
        "asks": pages.hand_over.closing_card.is_asking,
        "band": kind,
        "verdict": verdict,
        "unfinished": len(pages.arrivals.aside.drafts),
    }


if __name__ == "__main__":
    teller = _Teller(QApplication(["outlet-app"]))
    sys.exit(main([]))
