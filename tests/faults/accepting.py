"""A counter without windows that accepts waybills and can be ended in the middle of one.

`python accepting.py DATABASE COUNT [STEP]`: accepts COUNT waybills and says `confirmed <record id> <number>` after
each, as a screen would; with STEP, ends itself by SIGKILL at that step of one waybill more. COUNT 0 without STEP never
ends.
"""

from __future__ import annotations

import os
import signal
import sys
from dataclasses import replace
from itertools import count
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from outlet_app.domain.activity import Activity, ActivityKind
from outlet_app.store import number_ranges
from outlet_app.store.connection import Cursor, Reader, Value
from outlet_app.store.store import Entry, Store
from tests.store.rows import AUTHOR, KEY, OUTLET, Clock, accepted, sealed_waybill

RANGE = ("YT0000001", "YT9999999")
BEFORE = {
    "begin": "BEGIN",
    "number used": "UPDATE number_ranges",
    "row": "INSERT INTO waybills",
    "wrap": "INSERT INTO label_wraps",
    "label taken": "UPDATE label_wraps",
    "acts": "INSERT INTO acts",
    "commit": "COMMIT",
}
STEPS = ("clock", *BEFORE, "signature", "committed", "confirmed")
"""Every step of the database's part of accepting, in the words of its code."""


class DyingCursor(Cursor):
    """A cursor that ends the process before a statement, or after the commit."""

    def __init__(self, whole: Reader, step: str) -> None:
        self._driver, self._path, self._step = whole._driver, whole._path, step

    def run(self, sql: str, *values: Value) -> int:
        """Run the statement, unless it is the one to die before."""
        self._die_before(sql)
        changed = super().run(sql, *values)
        if self._step == "committed" and sql == "COMMIT":
            die()
        return changed

    def run_each(self, sql: str, values: object) -> None:
        """As `run`."""
        self._die_before(sql)
        super().run_each(sql, values)  # type: ignore[arg-type] # handed on as it came

    def _die_before(self, sql: str) -> None:
        if sql.startswith(BEFORE.get(self._step, "never")):
            die()


def die() -> None:
    """As a power cut ends a process, as far as a process can."""
    os.kill(os.getpid(), signal.SIGKILL)


def say(line: str) -> None:
    """Tell whoever watches, at once."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def accept_one(store: Store) -> None:
    """Accept the next waybill and confirm it."""
    sealed = sealed_waybill(number_ranges.next_free(store.reader, "yto"))
    store.write(AUTHOR, *accepted(sealed))
    say(f"confirmed {sealed.masked.record_id.hex()} {sealed.masked.number}")


def accept_and_die(store: Store, step: str) -> None:
    """Accept one more and die at `step`."""
    sealed = sealed_waybill(number_ranges.next_free(store.reader, "yto"))
    author = replace(AUTHOR, sign=lambda _: die()) if step == "signature" else AUTHOR  # type: ignore[arg-type] # dies
    if step == "clock":
        store._clock = die  # type: ignore[assignment, return-value] # never returns
    store._database._cursor = DyingCursor(store._database._cursor, step)
    store.write(author, *accepted(sealed))
    say(f"confirmed {sealed.masked.record_id.hex()} {sealed.masked.number}")
    die()


def main(path: Path, accept_count: int, step: str | None) -> None:
    """Open or found the outlet, accept, die."""
    if path.exists():
        store = Store.open(path, KEY, outlet_id=OUTLET, clock=Clock())
    else:
        store = Store.create(path, KEY, outlet_id=OUTLET, clock=Clock())
        founded = Entry(Activity(ActivityKind.OUTLET_FOUNDED))
        store.write(AUTHOR, founded, number_ranges.entered("yto", *RANGE))
    say("open")
    for _ in range(accept_count) if accept_count or step else count():
        accept_one(store)
    if step:
        accept_and_die(store, step)
    store.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3] if len(sys.argv) > 3 else None)
