"""CUPS through its own programs: which queues there are, a document in, what became of it, its files out.

`ipptool` asks and `lp` sends, both of the same server, neither with a setting of the person's own: no language and no
`lpoptions` may change what is asked or printed.
"""

from __future__ import annotations

import os
import plistlib
import re
import shutil
import subprocess
import tempfile
import urllib.parse
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final, cast

from outlet_app import paths
from outlet_app.domain.printer import Printer
from outlet_app.errors import PrinterUnavailable
from outlet_app.printing.pictures import MM_PER_INCH, page_size_mm

if TYPE_CHECKING:
    from collections.abc import Iterator

USUAL_DOTS_PER_MM = 8.0
"""Of a label printer that does not tell: 203 dpi, by far the commonest."""

STOPPED: Final = 5
"""printer-state `stopped` (RFC 8011, 5.4.11)."""

_SOCKET = Path("/run/cups/cups.sock")
"""Where CUPS listens on this machine. By it the server knows who asks, so that one may clear one's own jobs."""

_ASKING_SECONDS = 5
_SENDING_SECONDS = 30
_NOT_FOUND = "client-error-not-found"
_REFUSALS = frozenset({"client-error-forbidden", "client-error-not-authenticated", "client-error-not-authorized"})
_SERVER_SILENT = "no-answer"
_REQUEST = re.compile(rb"-(\d+) \(")

Attributes = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Queue:
    """A print queue now. `reasons` are its printer-state-reasons (RFC 8011, 5.4.12)."""

    printer: Printer
    accepts: bool
    stopped: bool
    reasons: frozenset[str]


@dataclass(frozen=True, slots=True)
class JobAttributes:
    """A job now. `state` is its job-state, 3 to 9 (RFC 8011, 5.3.7); `reasons` tell of its printer."""

    state: int
    reasons: frozenset[str]


def queues() -> Iterator[Queue]:
    """The queues of the server, none where `ipptool` is missing or the server does not answer in 5 s.

    Each with its device URI and make and model as the server tells them, and its resolution where the driver names
    one.
    """
    _, groups = _ask("", "get-printers.test")
    return (_queue(group) for group in groups if "printer-name" in group)


def send(pdf: bytes, printer: Printer, job_name: str) -> int:
    """Hand one copy to the spooler, unscaled, on paper of its first page's size; gives the job's id.

    The bytes go to `lp` by its standard input; its temporary folder is ours, mode 0700, and gone afterwards. Raises
    PrinterUnavailable when the spooler refuses.
    """
    if (program := shutil.which("lp")) is None:
        raise PrinterUnavailable(printer.name)
    options = ("print-scaling=none", f"PageSize={_page_size(pdf)}")
    with tempfile.TemporaryDirectory(prefix="outlet-app-") as own:
        command = [program, "-h", _server(), "-d", printer.name, "-t", job_name, "-n", "1"]
        for option in options:
            command += ["-o", option]
        try:
            answer = subprocess.run(  # noqa: S603 - a fixed command; the queue's name came from the server
                [*command, "-"],
                input=pdf,
                capture_output=True,
                check=True,
                timeout=_SENDING_SECONDS,
                env=_environment() | {"TMPDIR": own, "HOME": own},
            )
        except (subprocess.CalledProcessError, subprocess.TimeoutExpired) as refusal:
            raise PrinterUnavailable(printer.name) from refusal
    if (told := _REQUEST.search(answer.stdout)) is None:
        raise PrinterUnavailable(printer.name)
    return int(told[1])


def job(job_id: int) -> JobAttributes | None:
    """What the server tells of a job; None when it knows of none by that id. Raises TimeoutError when it is silent."""
    status, groups = _ask(f"jobs/{job_id}", paths.resource("ipp/job.test"))
    if status == _NOT_FOUND:
        return None
    found = next((group for group in groups if "job-state" in group), None)
    if found is None:
        raise TimeoutError(status)
    return JobAttributes(cast("int", found["job-state"]), _words(found.get("job-printer-state-reasons")))


def purge(job_id: int) -> None:
    """Cancel a job where it is not done, and take its document and its entry out of the spool.

    Takes effect a moment later where the job is being printed. Raises PermissionError when the server lets only
    others do that.
    """
    status, _ = _ask(f"jobs/{job_id}", paths.resource("ipp/purge-job.test"))
    if status in _REFUSALS:
        raise PermissionError(status)


def spool_keeps_jobs() -> bool | None:
    """Whether this machine's CUPS keeps the files of finished jobs on disk; None where that cannot be read.

    CUPS keeps them for a day unless `PreserveJobFiles No` stands in its cupsd.conf (CUPS 2.4, cupsd.conf(5)).
    """
    local = not (server := os.environ.get("CUPS_SERVER", "")) or server.startswith(("/", "localhost", "127."))
    path = Path(os.environ.get("CUPS_SERVERROOT", "/etc/cups")) / "cupsd.conf"
    try:
        text = path.read_text(encoding="utf-8", errors="replace") if local else None
    except OSError:
        text = None
    if text is None:
        return None
    values = re.findall(r"^[ \t]*PreserveJobFiles[ \t]+(\S+)", text, re.IGNORECASE | re.MULTILINE)
    return not values or values[-1].lower() not in {"no", "false", "off", "0"}


def _ask(place: str, question: Path | str) -> tuple[str, list[Attributes]]:
    """The status and the groups of attributes that the server answers with.

    The question is a file of ours, or the name of one in `ipptool`'s own collection.
    """
    if (program := shutil.which("ipptool")) is None:
        return _SERVER_SILENT, []
    ours = question.read_bytes() if isinstance(question, Path) else None
    name = "/dev/stdin" if ours is not None else str(question)
    command = [program, "-T", str(_ASKING_SECONDS), "-tX", f"{_server_uri()}{place}", name]
    try:
        # A refusal ends ipptool with 1 and stands in its answer; without a server there is no answer.
        answer = subprocess.run(  # noqa: S603 - a fixed command; the server's name is the system's own setting
            command, input=ours, capture_output=True, check=False, timeout=_ASKING_SECONDS + 1, env=_environment()
        )
        test = plistlib.loads(answer.stdout)["Tests"][0]
    except (subprocess.TimeoutExpired, plistlib.InvalidFileException, LookupError):
        return _SERVER_SILENT, []
    return str(test.get("StatusCode", _SERVER_SILENT)), list(test.get("ResponseAttributes", ()))


def _queue(attributes: Attributes) -> Queue:
    printer = Printer(
        str(attributes["printer-name"]),
        str(attributes["device-uri"]),
        str(attributes["printer-make-and-model"]),
        _dots_per_mm(attributes.get("printer-resolution-default")),
    )
    return Queue(
        printer,
        accepts=bool(attributes["printer-is-accepting-jobs"]),
        stopped=attributes["printer-state"] == STOPPED,
        reasons=_words(attributes.get("printer-state-reasons")),
    )


def _words(value: object) -> frozenset[str]:
    """One keyword or a list of them; `none` is no word."""
    words = value if isinstance(value, list) else [value] if value else []
    return frozenset(str(word) for word in words) - {"none"}


def _dots_per_mm(resolution: object) -> float:
    if not isinstance(resolution, dict):
        return USUAL_DOTS_PER_MM
    across = cast("int", resolution["xres"])
    return across / (10 if resolution["units"] == "dpcm" else MM_PER_INCH)


def _page_size(pdf: bytes) -> str:
    """The first page's size for the option `PageSize`.

    Not for `media`: CUPS cuts a custom medium to whole points and moves the page by half of what it lost, so that
    bars leave their dots (seen with CUPS 2.4.2).
    """
    width, height = page_size_mm(pdf)
    return f"Custom.{width:g}x{height:g}mm"


def _server() -> str:
    """The print server as CUPS's programs name it. Said to both of them, so that both ask the same one."""
    return os.environ.get("CUPS_SERVER") or (str(_SOCKET) if _SOCKET.exists() else "localhost")


def _server_uri() -> str:
    server = _server()
    return f"ipp://{urllib.parse.quote(server, safe='')}/" if server.startswith("/") else f"ipp://{server}/"


def _environment() -> dict[str, str]:
    return {"PATH": os.environ.get("PATH", os.defpath), "LC_ALL": "C", "HOME": os.devnull}
