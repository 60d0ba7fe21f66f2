"""A PDF on its way to paper: handed to a printer, watched until it is out, and cleared from the spool."""

from __future__ import annotations

import re
import time
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from outlet_app import log
from outlet_app.errors import PrinterNotApproved, PrinterUnavailable, SpoolKeepsJob
from outlet_app.printing import cups, folders

if TYPE_CHECKING:
    from outlet_app.domain.printer import Printer

SECRET_SECONDS = 60
"""A card or sheet comes out in two; the rest is for whoever has to put paper in."""

WATCH_SECONDS = 8
"""A label is out within a second; what takes longer waits for somebody."""

_SECRET_NAME = "PAPER"  # noqa: S105 - a job's name, which says nothing of what it holds
_POLL_SECONDS = 0.2
_CANCEL_SECONDS = 10
_JOB_NAME = re.compile(r"[0-9A-Za-z-]{1,40}")


class JobState(StrEnum):
    """What becomes of a job. The last three are final.

    `WAITING` is behind other jobs. `HELD_UP` needs somebody: the printer's troubles say what for. `GONE`: the server
    knows nothing of it, which is what a done job comes to where the server keeps no history.
    """

    WAITING = "waiting"
    PRINTING = "printing"
    HELD_UP = "held_up"
    DONE = "done"
    FAILED = "failed"
    GONE = "gone"

    @property
    def is_final(self) -> bool:
        """Whether nothing more becomes of the job."""
        return self in {JobState.DONE, JobState.FAILED, JobState.GONE}


class Trouble(StrEnum):
    """Why a printer does not print."""

    NO_PAPER = "no_paper"
    JAM = "jam"
    COVER_OPEN = "cover_open"
    NO_RIBBON = "no_ribbon"
    NO_ANSWER = "no_answer"
    PAUSED = "paused"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class SpooledJob:
    """A job that a spooler took."""

    printer: Printer
    job_id: int


@dataclass(frozen=True, slots=True)
class JobReport:
    """How far a job has come, and what keeps its printer from printing."""

    state: JobState
    troubles: frozenset[Trouble] = frozenset()


_PENDING, _HELD, _PROCESSING, _STOPPED, _CANCELLED, _ABORTED, _COMPLETED = range(3, 10)
_FINAL = {_CANCELLED: JobState.FAILED, _ABORTED: JobState.FAILED, _COMPLETED: JobState.DONE}

_TROUBLES = {
    "media-empty": Trouble.NO_PAPER,
    "media-needed": Trouble.NO_PAPER,
    "input-tray-missing": Trouble.NO_PAPER,
    "media-jam": Trouble.JAM,
    "door-open": Trouble.COVER_OPEN,
    "cover-open": Trouble.COVER_OPEN,
    "interlock-open": Trouble.COVER_OPEN,
    "marker-supply-empty": Trouble.NO_RIBBON,
    "toner-empty": Trouble.NO_RIBBON,
    "offline": Trouble.NO_ANSWER,
    "shutdown": Trouble.NO_ANSWER,
    "timed-out": Trouble.NO_ANSWER,
    "connecting-to-device": Trouble.NO_ANSWER,
    "paused": Trouble.PAUSED,
}
"""printer-state-reasons (RFC 8011, 5.4.12; `offline` is CUPS's own). Those ending in -report or -warning do not keep a
printer from printing, but for `offline-report`, which is how CUPS tells that a device does not answer."""


def printers() -> tuple[Printer, ...]:
    """The print queues of this machine; empty where CUPS or its `ipptool` is missing or does not answer in 5 s.

    `Printer.makes_files` marks those that cannot be approved for coded labels.
    """
    return tuple(queue.printer for queue in cups.queues())


def print_pdf(pdf: bytes, printer: Printer, job_name: str, *, coded: bool = True) -> SpooledJob | None:
    """Hand one copy of `pdf` to the spooler, unscaled; returns when it is taken, which is not yet printed.

    `job_name` is the waybill number and nothing else; it shows in queues and names the file of a folder. `coded` says
    that the PDF holds a label token, and unless told otherwise it is taken to. Before each job the queue is asked for
    its URI and driver again. None where the destination is a folder: the file is there.

    Raises PrinterNotApproved when they are not those of `printer`, or when a coded PDF would become a file;
    PrinterUnavailable when the queue is gone, stopped, or refuses the job; DiskFull.
    """
    if not _JOB_NAME.fullmatch(job_name):
        msg = "a job's name is a waybill number"
        raise ValueError(msg)
    if coded and printer.makes_files:
        raise PrinterNotApproved(printer.name)
    if folders.is_folder(printer):
        folders.lay(pdf, printer, job_name)
        return None
    _check(printer)
    return SpooledJob(printer, cups.send(pdf, printer, job_name))


def job_report(job: SpooledJob) -> JobReport:
    """How far a job has come; takes some 30 ms. What is final is cleared from a spool that keeps files.

    A server that does not answer holds the job up.
    """
    try:
        told = cups.job(job.job_id)
    except TimeoutError:
        return JobReport(JobState.HELD_UP, frozenset({Trouble.NO_ANSWER}))
    if told is None:
        return JobReport(JobState.GONE)
    if told.state in _FINAL:
        _clear(job)
        return JobReport(_FINAL[told.state])
    troubles = _troubles(told, job.printer)
    if troubles:
        return JobReport(JobState.HELD_UP, troubles)
    return JobReport(JobState.PRINTING if told.state == _PROCESSING else JobState.WAITING)


def watch(job: SpooledJob, patience_seconds: float = WATCH_SECONDS) -> JobReport:
    """Ask again and again until the report is final or the time is over; gives the last report."""
    end = time.monotonic() + patience_seconds
    while True:
        report = job_report(job)
        if report.state.is_final or time.monotonic() > end:
            return report
        time.sleep(_POLL_SECONDS)


def cancel(job: SpooledJob) -> None:
    """Take a job out of the queue and its document out of the spool, so that it does not print later.

    A job that is being printed takes a second or two to stop. Raises SpoolKeepsJob when the server still holds it
    after ten, refuses, or does not answer.
    """
    end = time.monotonic() + _CANCEL_SECONDS
    while time.monotonic() < end:
        try:
            cups.purge(job.job_id)
            if cups.job(job.job_id) is None:
                return
        except (PermissionError, TimeoutError):
            break
        time.sleep(_POLL_SECONDS)
    raise SpoolKeepsJob(job.printer.name)


def print_secret(pdf: bytes, printer: Printer, patience_seconds: float = SECRET_SECONDS) -> None:
    """Print the owner card or the recovery sheet, and leave nothing of it in the spool, printed or not.

    Returns when it is printed and the server knows nothing of the job any more. Should the program be killed
    meanwhile, the job stays with the spooler. Of a job that was cancelled while it was being drawn, CUPS's filters may
    leave a file in CUPS's own temporary folder, which root alone reads, until CUPS starts again (seen with CUPS 2.4.2):
    what failed to print is better made anew.

    Raises PrinterNotApproved for a destination that makes files, the demo outlet's tray among them, and for a queue
    that is no longer what `printer` says; PrinterUnavailable when it was not printed in time, and then it is taken out
    of the queue; SpoolKeepsJob when the server keeps the document: what it opens has to be replaced.
    """
    if printer.makes_files or folders.is_folder(printer):
        raise PrinterNotApproved(printer.name)
    _check(printer)
    job = SpooledJob(printer, cups.send(pdf, printer, _SECRET_NAME))
    try:
        report = watch(job, patience_seconds)
    finally:
        cancel(job)
    if report.state not in {JobState.DONE, JobState.GONE}:
        raise PrinterUnavailable(printer.name)


def _clear(job: SpooledJob) -> None:
    """What is done leaves a spool that keeps files; where it may not, `spool_keeps_jobs` is what the owner is told."""
    if cups.spool_keeps_jobs() is not False:
        try:
            cups.purge(job.job_id)
        except PermissionError:
            log.event("spool_not_cleared", job=job.job_id)


def _check(printer: Printer) -> None:
    now = _queue(printer)
    if now is None or now.stopped or not now.accepts:
        raise PrinterUnavailable(printer.name)
    if (now.printer.uri, now.printer.driver) != (printer.uri, printer.driver):
        raise PrinterNotApproved(printer.name)


def _queue(printer: Printer) -> cups.Queue | None:
    return next((queue for queue in cups.queues() if queue.printer.name == printer.name), None)


def _troubles(job: cups.JobAttributes, printer: Printer) -> frozenset[Trouble]:
    queue = _queue(printer)
    reasons = job.reasons | (queue.reasons if queue is not None else frozenset())
    known = frozenset(filter(None, map(_trouble, reasons)))
    stands = queue is None or queue.stopped or job.state == _STOPPED
    return known or (frozenset({Trouble.OTHER}) if stands else frozenset())


def _trouble(reason: str) -> Trouble | None:
    word, _, weight = reason.rpartition("-")
    if weight in {"report", "warning"}:
        return _TROUBLES[word] if word == "offline" else None
    return _TROUBLES.get(word if weight == "error" else reason)
