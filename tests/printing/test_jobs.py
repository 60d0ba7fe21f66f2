"""Jobs on their way to paper."""

from __future__ import annotations

import time
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PIL import Image

from outlet_app import printing
from outlet_app.domain.printer import Printer
from outlet_app.errors import PrinterNotApproved, PrinterUnavailable, SpoolKeepsJob
from outlet_app.paper.label import draw_label
from outlet_app.paper.owner_papers import OwnerCard, draw_owner_card
from outlet_app.paper.stocks import STOCK_76_130
from outlet_app.printing import JobReport, JobState, SpooledJob, Trouble, jobs
from tests import print_server
from tests.paper.labels import DPI_203, NUMBER, PLAIN, codes_on
from tests.paper.zebra import printed_bitmap
from tests.stranger import stranger

if TYPE_CHECKING:
    from pathlib import Path

    from tests.print_server import PrintServer

PDF = draw_label(PLAIN, STOCK_76_130, DPI_203).pdf


def test_a_persons_own_options_do_not_change_what_a_queue_is(server: PrintServer, tmp_path: Path) -> None:
    (tmp_path / ".cups").mkdir()
    line = f"Dest {print_server.QUEUE} device-uri=socket://elsewhere printer-make-and-model=Other copies=3\n"
    (tmp_path / ".cups" / "lpoptions").write_text(line)
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("HOME", str(tmp_path))
        (printer,) = printing.printers()
        before = len(server.device.jobs)
        printing.print_pdf(PDF, printer, NUMBER, coded=False)
    server.wait_for(lambda: len(server.device.jobs) > before and not server.spooled())
    assert printer.uri == server.device.uri
    assert server.device.jobs[-1].count(b"~DGR:") == 1
    assert b"^PQ1," in server.device.jobs[-1] or b"^PQ" not in server.device.jobs[-1]


def test_nothing_of_a_job_is_left_in_the_temporary_folder(
    server: PrintServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    (printer,) = printing.printers()
    before = len(server.device.jobs)
    printing.print_pdf(PDF, printer, NUMBER, coded=False)
    assert list(tmp_path.iterdir()) == []
    server.wait_for(lambda: len(server.device.jobs) > before)


@pytest.mark.parametrize("change", [{"uri": "socket://127.0.0.1:1"}, {"driver": "Zebra EPL2 Label Printer"}])
def test_a_queue_that_is_no_longer_what_was_approved_gets_no_job(server: PrintServer, change: dict[str, str]) -> None:
    (now,) = printing.printers()
    with pytest.raises(PrinterNotApproved) as refused:
        printing.print_pdf(PDF, replace(now, **change), NUMBER, coded=True)
    assert refused.value.printer == print_server.QUEUE
    assert server.spooled() == []


def test_a_queue_that_was_pointed_elsewhere_gets_no_job(server: PrintServer) -> None:
    (approved,) = printing.printers()
    server.point_to("socket://127.0.0.1:1")
    with pytest.raises(PrinterNotApproved):
        printing.print_pdf(PDF, approved, NUMBER, coded=True)


@pytest.mark.parametrize(("stop", "start"), [("cupsdisable", "cupsenable"), ("cupsreject", "cupsaccept")])
def test_a_stopped_queue_gets_no_job_to_keep(server: PrintServer, stop: str, start: str) -> None:
    (printer,) = printing.printers()
    server.run(stop, print_server.QUEUE)
    try:
        with pytest.raises(PrinterUnavailable) as refused:
            printing.print_pdf(PDF, printer, NUMBER, coded=False)
    finally:
        server.run(start, print_server.QUEUE)
    assert refused.value.printer == print_server.QUEUE
    assert server.spooled() == []


def test_a_queue_that_is_gone_is_unavailable(server: PrintServer) -> None:
    gone = Printer("Elsewhere", server.device.uri, "Zebra ZPL Label Printer")
    with pytest.raises(PrinterUnavailable):
        printing.print_pdf(PDF, gone, NUMBER, coded=False)


def test_a_spooler_that_takes_no_document_is_unavailable(
    server: PrintServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (printer,) = printing.printers()
    (tmp_path / "ipptool").symlink_to("/usr/bin/ipptool")
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(PrinterUnavailable):
        printing.print_pdf(PDF, printer, NUMBER, coded=False)
    (tmp_path / "lp").write_text("#!/bin/sh\nexit 1\n")
    (tmp_path / "lp").chmod(0o700)
    with pytest.raises(PrinterUnavailable):
        printing.print_pdf(PDF, printer, NUMBER, coded=False)
    assert server.spooled() == []


@pytest.mark.parametrize("name", ["", "张三", "YT1 -o raw", "../YT1", "YT1\n", "A" * 41])
def test_a_job_has_no_other_name_than_a_number(name: str, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="waybill number"):
        printing.print_pdf(PDF, printing.folder_printer(tmp_path), name, coded=False)


@pytest.mark.parametrize("uri", ["cups-pdf:/", "file:///tmp/x", "file-folder:/x"])
def test_what_makes_files_gets_no_coded_label(uri: str) -> None:
    with pytest.raises(PrinterNotApproved):
        printing.print_pdf(PDF, Printer("Queue", uri, "Driver"), NUMBER, coded=True)


def test_a_queue_with_another_driver_gets_no_job(server: PrintServer) -> None:
    (approved,) = printing.printers()
    epl = "drv:///sample.drv/zebraep2.ppd"
    server.run("lpadmin", "-p", print_server.QUEUE, "-E", "-v", server.device.uri, "-m", epl)
    with pytest.raises(PrinterNotApproved):
        printing.print_pdf(PDF, approved, NUMBER)
    assert server.spooled() == []


def test_a_renamed_queue_is_another_printer_and_the_old_name_is_gone(server: PrintServer) -> None:
    (approved,) = printing.printers()
    server.run("lpadmin", "-x", print_server.QUEUE)
    server.run("lpadmin", "-p", "Other", "-E", "-v", server.device.uri, "-m", "drv:///sample.drv/zebra.ppd")
    try:
        (renamed,) = printing.printers()
        assert renamed == replace(approved, name="Other")
        assert renamed != approved
        with pytest.raises(PrinterUnavailable):
            printing.print_pdf(PDF, approved, NUMBER)
    finally:
        server.run("lpadmin", "-x", "Other")
    assert server.spooled() == []


def _sent() -> SpooledJob:
    (printer,) = printing.printers()
    job = printing.print_pdf(PDF, printer, NUMBER, coded=False)
    assert job is not None
    return job


def test_a_job_that_is_out_is_done(server: PrintServer) -> None:
    before = len(server.device.jobs)
    assert printing.watch(_sent()) == JobReport(JobState.DONE)
    server.wait_for(lambda: len(server.device.jobs) == before + 1)


@pytest.mark.parametrize(
    ("reason", "trouble"),
    [
        ("media-empty-error", Trouble.NO_PAPER),
        ("media-needed", Trouble.NO_PAPER),
        ("media-jam-error", Trouble.JAM),
        ("cover-open", Trouble.COVER_OPEN),
        ("door-open-error", Trouble.COVER_OPEN),
        ("marker-supply-empty-error", Trouble.NO_RIBBON),
        ("offline-report", Trouble.NO_ANSWER),
        ("connecting-to-device", Trouble.NO_ANSWER),
        ("paused", Trouble.PAUSED),
        ("media-empty-warning", None),
        ("media-low-report", None),
        ("cups-insecure-filter-warning", None),
        ("com.example-strange", None),
    ],
)
def test_a_printers_reason_is_a_trouble_when_it_keeps_it_from_printing(reason: str, trouble: Trouble | None) -> None:
    assert jobs._trouble(reason) is trouble


@pytest.mark.parametrize(
    ("mood", "trouble"), [("media-empty-error", Trouble.NO_PAPER), ("offline-report", Trouble.NO_ANSWER)]
)
def test_a_printer_that_wants_something_holds_its_job_up_until_it_has_it(
    server: PrintServer, mood: str, trouble: Trouble
) -> None:
    server.moody()
    server.feel(mood)
    job = _sent()
    server.wait_for(lambda: printing.job_report(job).state is JobState.HELD_UP)
    assert printing.job_report(job) == JobReport(JobState.HELD_UP, frozenset({trouble}))
    server.feel("")
    assert printing.watch(job) == JobReport(JobState.DONE)


def test_a_printer_that_only_warns_is_printing(server: PrintServer) -> None:
    server.moody()
    server.feel("media-low-warning")
    job = _sent()
    server.wait_for(
        lambda: "media-low-warning" in str(server.ask("get-printer-attributes.test", "printer-state-reasons"))
    )
    assert printing.job_report(job) == JobReport(JobState.PRINTING)


def test_watching_ends_when_its_time_is_over(server: PrintServer) -> None:
    server.moody()
    server.feel("media-empty-error")
    job = _sent()
    start = time.monotonic()
    assert printing.watch(job, 1.0).state is JobState.HELD_UP
    assert 1.0 <= time.monotonic() - start < 4


def test_a_job_behind_another_waits_and_one_at_a_stopped_printer_is_held_up(server: PrintServer) -> None:
    server.moody()
    server.feel("media-low-warning")
    first, second = _sent(), _sent()
    server.wait_for(lambda: printing.job_report(first).state is JobState.PRINTING)
    assert printing.job_report(second) == JobReport(JobState.WAITING)
    server.run("cupsdisable", print_server.QUEUE)
    report = printing.job_report(second)
    assert report.state is JobState.HELD_UP
    assert Trouble.PAUSED in report.troubles


def test_a_job_whose_printer_breaks_has_failed(server: PrintServer) -> None:
    server.moody("abort-job")
    server.feel("broken")
    assert printing.watch(_sent()) == JobReport(JobState.FAILED)


def test_a_job_whose_queue_was_taken_away_has_failed(server: PrintServer) -> None:
    server.moody()
    server.feel("media-empty-error")
    job = _sent()
    server.run("lpadmin", "-x", print_server.QUEUE)
    server.wait_for(lambda: printing.job_report(job).state.is_final)
    assert printing.job_report(job) == JobReport(JobState.FAILED)


def test_a_cancelled_job_is_out_of_the_spool_and_never_prints(server: PrintServer) -> None:
    server.moody()
    server.feel("media-empty-error")
    before = len(server.device.jobs)
    first, second = _sent(), _sent()
    for job in (second, first):
        printing.cancel(job)
        assert printing.job_report(job) == JobReport(JobState.GONE)
    assert server.spooled() == []
    server.feel("")
    assert printing.watch(_sent()).state is JobState.DONE
    server.wait_for(lambda: len(server.device.jobs) == before + 1)


def test_a_server_that_does_not_answer_holds_a_job_up_and_cannot_be_trusted_to_cancel_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("CUPS_SERVER", "127.0.0.1:9")
    job = SpooledJob(Printer("Zebra", "usb://Zebra", "Zebra"), 7)
    assert printing.job_report(job) == JobReport(JobState.HELD_UP, frozenset({Trouble.NO_ANSWER}))
    with pytest.raises(SpoolKeepsJob) as refused:
        printing.cancel(job)
    assert refused.value.printer == "Zebra"


def test_a_finished_job_leaves_a_spool_that_keeps_documents(keeping_server: PrintServer) -> None:
    assert printing.spool_keeps_jobs()
    sent = [_sent(), _sent()]
    keeping_server.wait_for(lambda: len(keeping_server.device.jobs) == 2)
    assert len(keeping_server.spooled()) == 2
    for job in sent:
        assert printing.watch(job).state is JobState.DONE
    assert keeping_server.left_behind() == []


SECRET_PAPER = draw_owner_card(
    OwnerCard(outlet_name="网点", owner_name="王店主", card_text="OK1.K7QM.ABCDEFGHJKMNPQRSTVWXYZ0123.0123ABCD"),
    STOCK_76_130,
    203 / 25.4,
)


def _read(job: bytes) -> frozenset[str]:
    bitmap = printed_bitmap(job)
    return codes_on(Image.frombytes("L", (bitmap.width, bitmap.height), bitmap.dots))


def _nothing_is_left_of_the_card(server: PrintServer) -> None:
    assert server.left_behind() == []
    for path in server.folder.rglob("*"):
        if path.is_file() and not path.is_symlink() and path.parent.name != "bin":
            assert b"OK1." not in path.read_bytes()
    assert server.ask("get-completed-jobs.test", "job-id") == []


def test_a_secret_comes_out_of_the_printer_and_nothing_of_it_stays(keeping_server: PrintServer) -> None:
    (printer,) = printing.printers()
    printing.print_secret(SECRET_PAPER, printer)
    keeping_server.wait_for(lambda: len(keeping_server.device.jobs) == 1)
    assert _read(keeping_server.device.jobs[0]) == {"OK1.K7QM.ABCDEFGHJKMNPQRSTVWXYZ0123.0123ABCD"}
    _nothing_is_left_of_the_card(keeping_server)


def test_a_secret_that_does_not_come_out_in_time_is_taken_back(server: PrintServer) -> None:
    server.moody()
    server.feel("media-empty-error")
    (printer,) = printing.printers()
    before = len(server.device.jobs)
    with pytest.raises(PrinterUnavailable) as refused:
        printing.print_secret(SECRET_PAPER, printer, 1.0)
    assert refused.value.printer == print_server.QUEUE
    assert server.spooled() == []
    server.feel("")
    assert printing.watch(_sent()).state is JobState.DONE
    server.wait_for(lambda: len(server.device.jobs) == before + 1)
    assert _read(server.device.jobs[-1]) == {NUMBER}


def test_a_secret_is_never_made_a_file(tmp_path: Path) -> None:
    maker = Printer("PDF", "cups-pdf:/", "Generic CUPS-PDF Printer")
    for printer in (printing.folder_printer(tmp_path), printing.tray(tmp_path), maker):
        with pytest.raises(PrinterNotApproved):
            printing.print_secret(SECRET_PAPER, printer)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("change", [{"uri": "socket://127.0.0.1:1"}, {"driver": "Zebra EPL2 Label Printer"}])
def test_a_secret_goes_to_no_queue_that_is_not_what_was_approved(server: PrintServer, change: dict[str, str]) -> None:
    (now,) = printing.printers()
    with pytest.raises(PrinterNotApproved):
        printing.print_secret(SECRET_PAPER, replace(now, **change))
    assert server.spooled() == []


SCRIPT = """
import os, sys
from pathlib import Path
os.environ["CUPS_SERVER"], os.environ["CUPS_SERVERROOT"] = sys.argv[1], sys.argv[2]
from outlet_app import printing
from outlet_app.errors import SpoolKeepsJob
(printer,) = printing.printers()
printing.print_secret(Path(sys.argv[3]).read_bytes(), printer)
try:
    printing.cancel(printing.SpooledJob(printer, int(sys.argv[4])))
except SpoolKeepsJob:
    print("refused")
"""


def test_a_person_without_rights_clears_his_own_jobs_and_nobody_elses(
    keeping_server: PrintServer, tmp_path: Path
) -> None:
    (printer,) = printing.printers()
    others = printing.print_pdf(PDF, printer, NUMBER)
    assert others is not None
    keeping_server.wait_for(lambda: len(keeping_server.device.jobs) == 1)
    (tmp_path / "card.pdf").write_bytes(SECRET_PAPER)
    with stranger() as somebody:
        card = somebody.give(tmp_path / "card.pdf")
        root = keeping_server.folder / "etc"
        told = somebody.run(SCRIPT, keeping_server.address, root, card, str(others.job_id))
    assert told.stderr == ""
    assert told.stdout.strip() == "refused"
    keeping_server.wait_for(lambda: len(keeping_server.device.jobs) == 2)
    assert [path.name for path in keeping_server.spooled()] == [f"d{others.job_id:05}-001"]
