"""What a bug of ours leaves: a report of code lines and versions that may leave the shop, and the hook that tells."""

from __future__ import annotations

import platform
import sys
import traceback
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import qVersion

from outlet_app import log
from outlet_app.ui import prompts

if TYPE_CHECKING:
    from types import TracebackType

_DEEPEST = 40


def technical_report(bug: BaseException) -> str:
    """Where and on what the program failed: kinds of exceptions, code lines, versions.

    An exception's own text is left out, since it may hold what somebody typed; so are folders.
    """
    from importlib.metadata import version  # noqa: PLC0415 - loads slowly, and most days nothing crashes

    head = f"Outlet App {version('outlet-app')}, Python {platform.python_version()}, Qt {qVersion()}, {sys.platform}"
    return "\n".join([head, *_lines(bug)])


def catch_bugs() -> None:
    """From now on log each bug and show the crash window; one window at a time, further bugs are only logged."""
    sys.excepthook = _CrashHook()


class _CrashHook:
    def __init__(self) -> None:
        self._showing = False

    def __call__(self, kind: type[BaseException], bug: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, bug, trace)
            return
        report = technical_report(bug.with_traceback(trace))
        log.crash(report)
        if self._showing:
            return
        self._showing = True
        try:
            prompts.show_crash(report)
        finally:
            self._showing = False


def _lines(bug: BaseException) -> list[str]:
    before = bug.__cause__ or (None if bug.__suppress_context__ else bug.__context__)
    earlier = [*_lines(before), "then"] if before is not None else []
    frames = traceback.extract_tb(bug.__traceback__)[-_DEEPEST:]
    where = [f"  {Path(frame.filename).name}:{frame.lineno} {frame.name}" for frame in frames]
    return [*earlier, type(bug).__name__, *where]
