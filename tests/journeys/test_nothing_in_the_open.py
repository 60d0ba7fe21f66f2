"""A day with 200 parcels, real sign-ins, prints and a crash: nobody's name, phone or room is left on the disk."""

from __future__ import annotations

import logging
import random
import shutil
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import pytest
from reportlab.pdfgen.canvas import Canvas

from outlet_app import log, printing
from outlet_app.domain.reveal_terms import RevealField, RevealReason, ScanOutcome
from outlet_app.errors import WrongPassword
from outlet_app.paths import OutletPlace
from outlet_app.services.outlet_keys import OutletKeys
from outlet_app.services.setup import Setup
from outlet_app.ui.crash_report import technical_report
from tests import print_server
from tests.builders import draft, person
from tests.journeys import open_text
from tests.outlets import CHEN_PASSWORD, LIN_PASSWORD, OWNER_PASSWORD, QUICK, make_outlet

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from outlet_app.domain.draft import PartyDraft, WaybillDraft
    from outlet_app.domain.printer import Printer
    from outlet_app.services import Services
    from tests.outlets import Outlet

WAYBILLS = 200
WRONG_PASSWORD = "bicycle-in-the-rain"
CONTENTS = "祖母绿耳环"


@dataclass(frozen=True)
class Day:
    """What a run left under `folder`, who was there, and the secrets that must not lie there either."""

    folder: Path
    people: list[PartyDraft]
    secrets: list[str]

    @property
    def needles(self) -> list[str]:
        return [text for each in self.people for text in open_text.of_person(each)] + self.secrets


@pytest.fixture(autouse=True)
def _own_temporary_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "temporary").mkdir()
    for name in ("TMPDIR", "SQLITE_TMPDIR", "TEMP", "TMP"):
        monkeypatch.setenv(name, str(tmp_path / "temporary"))
    monkeypatch.setattr("tempfile.tempdir", None)


@pytest.fixture
def _logging(tmp_path: Path) -> Iterator[None]:
    """The log as the program keeps it, for the length of a test."""
    logger = logging.getLogger("outlet_app")
    before, level = list(logger.handlers), logger.level
    log.keep_in(tmp_path / "state")
    yield
    for handler in [each for each in logger.handlers if each not in before]:
        logger.removeHandler(handler)
        handler.close()
    logger.setLevel(level)


@pytest.fixture(scope="module")
def server() -> Iterator[print_server.PrintServer]:
    """A real print server; its folder is its own user's, apart from the run's."""
    if (reason := print_server.why_not()) is not None:
        pytest.skip(reason)
    with print_server.running() as running:
        yield running


def _draft(chance: random.Random, people: list[PartyDraft]) -> WaybillDraft:
    sender, recipient = person(chance), person(chance)
    people += [sender, recipient]
    spelled = f"{sender.phone[:3]}-{sender.phone[3:7]}-{sender.phone[7:]}"
    remark = chance.choice(("", "放门口", f"打{recipient.phone}", f"电话 {spelled}"))
    return draft(sender=sender, recipient=recipient, remark=remark, contents=CONTENTS)


def _serve(services: Services, wanted: WaybillDraft, printer: Printer | None) -> None:
    """Preview, accept, print, report; each seventh is put right and each fifth printed again."""
    services.entry.preview(wanted)
    accepted = services.entry.accept(wanted, printer)
    jobs = [accepted.job]
    if int(accepted.number[-3:]) % 7 == 0:
        opened = services.reveal.open_for_correction(accepted.record_id).draft
        jobs.append(services.entry.correct(accepted.record_id, replace(opened, weight="9.5"), printer).job)
    if printer is not None and int(accepted.number[-3:]) % 5 == 0:
        jobs.append(services.printing_desk.take(accepted.record_id, printer))
    for job in jobs:
        if job is not None:
            printing.print_pdf(job.pdf, job.printer, job.number, coded=job.coded)
            services.printing_desk.report(job, printed=job.copy % 2 == 1)


def _open_some(services: Services, tray: Printer) -> None:
    """Three labels are scanned and one field of each is revealed and copied; the last gets a new label."""
    labels = [kept for kept in services.session.labels.holding() if kept.coded][:3]
    fields = (RevealField.RECIPIENT_PHONE, RevealField.RECIPIENT_ADDRESS, RevealField.CONTENTS)
    for kept, field in zip(labels, fields, strict=True):
        record_id = kept.masked.record_id
        assert services.scans.take(kept.code_text or "").outcome is ScanOutcome.OPENS
        assert services.reveal.by_scan(record_id, field, RevealReason.OTHER, "电话打不通").text
        services.reveal.note_copied(record_id, field)
    job = services.printing_desk.relabel(labels[-1].masked.record_id, tray)
    printing.print_pdf(job.pdf, job.printer, job.number, coded=job.coded)


def _crash(services: Services, wanted: WaybillDraft) -> None:
    """A bug of ours while somebody's details are in every frame, and its report in the log."""
    name = wanted.recipient.name
    try:
        services.entry.accept(replace(wanted, weight=1.5), None)  # type: ignore[arg-type] # the bug
    except AttributeError as bug:
        bug.args = (name, wanted.recipient.phone)
        log.crash(technical_report(bug))
    else:
        pytest.fail("the bug did not happen")


def _live(folder: Path) -> Day:
    """A day of the shop: some labels fall into a tray with their codes, some become files without."""
    for name in ("tray", "files"):
        (folder / name).mkdir()
    tray, files = printing.tray(folder / "tray"), printing.folder_printer(folder / "files")
    outlet = make_outlet(folder, printers=(tray,))
    people: list[PartyDraft] = []
    chance = random.Random(2026)
    codes: list[str] = []
    for sign_in, printers in ((outlet.chen, (tray, None, files, None)), (outlet.lin, (files, None, None, tray))):
        with pytest.raises(WrongPassword):
            outlet.entrance.sign_in(outlet.chen_id, WRONG_PASSWORD)
        services = sign_in()
        for place in range(WAYBILLS // 2):
            _serve(services, _draft(chance, people), printers[place % len(printers)])
        codes += [kept.code_text for kept in services.session.labels.holding() if kept.code_text is not None]
        _open_some(services, tray)
        codes += [kept.code_text for kept in services.session.labels.holding() if kept.code_text is not None]
        _crash(services, _draft(chance, people))
        needles = [text for each in people for text in open_text.of_person(each)]
        assert open_text.found(needles, *(folder / name for name in ("outlet", "state", "temporary"))) == []
        outlet.clock.move(minutes=11)
        services.printing_desk.drop_expired()
        services.session.sign_out()
    outlet.owner().session.sign_out()
    return Day(folder, people, [*_secrets(outlet), *codes, *(code.split(".")[4] for code in codes)])


def _secrets(outlet: Outlet) -> list[str]:
    return [OWNER_PASSWORD, CHEN_PASSWORD, LIN_PASSWORD, WRONG_PASSWORD, CONTENTS, outlet.card, "OA1.", "OK1."]


def _plant(folder: Path, needle: PartyDraft) -> set[str]:
    """Put one person where a careless program might, each time in another form; the names of the files."""
    with (folder / "state" / "outlet-app.log").open("ab") as careless:
        careless.write(f"accepted {needle.name}\n".encode("utf-16-le"))
    (folder / "temporary" / "spooled").write_bytes(f"{needle.detail}".encode("gb18030"))
    (folder / "state" / "choices.json").write_bytes(needle.name.encode("unicode_escape"))
    (folder / "files" / f"{needle.phone}.txt").touch()
    canvas = Canvas(str(folder / "files" / "page.pdf"))
    canvas.drawString(50, 50, f"{needle.phone[:3]}-{needle.phone[3:7]}-{needle.phone[7:]}")
    canvas.save()
    canvas = Canvas(str(folder / "files" / "title.pdf"))
    canvas.setTitle(needle.name)
    canvas.showPage()
    canvas.save()
    return {"outlet-app.log", "spooled", "choices.json", f"{needle.phone}.txt", "page.pdf", "title.pdf"}


@pytest.mark.usefixtures("_logging")
@pytest.mark.logs("crash")
def test_after_200_parcels_nobodys_name_phone_or_room_stands_in_any_file(tmp_path: Path) -> None:
    day = _live(tmp_path)
    assert len(day.people) == 2 * WAYBILLS + 4
    assert open_text.found(day.needles, day.folder) == []
    log_text = (tmp_path / "state" / "outlet-app.log").read_text()
    assert log_text.count("ERROR crash") == 2
    assert "entry.py" in log_text
    pdfs = list(tmp_path.rglob("*.pdf"))
    texts = [open_text.pdf_text(path.read_bytes()) for path in pdfs]
    assert len(pdfs) == WAYBILLS // 2
    assert all(path.stem in text and "**" in text for path, text in zip(pdfs, texts, strict=True))
    assert not any(each.phone[:7] in text for each in day.people for text in texts)
    _the_search_finds(day)


def _the_search_finds(day: Day) -> None:
    """The same search over the same files with one person planted among them, in six ways, names all six files."""
    copy = day.folder.with_name("planted")
    shutil.copytree(day.folder, copy, ignore=shutil.ignore_patterns("YT*.pdf"))
    planted = _plant(copy, day.people[7])
    assert {path.rsplit("/", 1)[1] for _, path in open_text.found(day.needles, copy)} == planted
    shutil.rmtree(copy)


def test_a_label_on_its_way_through_the_print_system_shows_nobody_in_spool_and_logs(
    server: print_server.PrintServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """While it waits in the spool, when it is printed, and afterwards; with its code, which is a picture there."""
    monkeypatch.setenv("CUPS_SERVER", server.address)
    (printer,) = printing.printers()
    outlet = make_outlet(tmp_path, printers=(printer,))
    services = outlet.chen()
    people: list[PartyDraft] = []
    job = services.entry.accept(_draft(random.Random(1), people), printer).job
    assert job is not None
    assert job.coded
    needles = [text for each in people for text in open_text.of_person(each)] + _secrets(outlet)
    server.run("cupsdisable", "--hold", print_server.QUEUE)
    printing.print_pdf(job.pdf, job.printer, job.number, coded=True)
    server.wait_for(lambda: server.spooled() != [])
    assert open_text.found([job.number], server.folder) != []
    assert open_text.found(needles, server.folder, tmp_path) == []
    server.run("cupsenable", "--release", print_server.QUEUE)
    server.wait_for(lambda: server.device.jobs != [] and not server.spooled())
    services.printing_desk.report(job, printed=True)
    services.session.sign_out()
    assert open_text.found(needles, server.folder, tmp_path) == []


def test_founding_leaves_neither_card_nor_recovery_words_nor_password_on_the_disk(tmp_path: Path) -> None:
    outlet = make_outlet(tmp_path)
    folder = tmp_path / "second"
    keys = OutletKeys(OutletPlace(folder / "outlet", folder / "state"), keystore=False, cost=QUICK)
    founded = Setup(keys, outlet.clock).found("网点", "王店主", "shelf-above-door")
    words = [between.join(founded.recovery_words[:5]) for between in ("", " ", "\n")]
    needles = [founded.card, founded.card.split(".")[2], "shelf-above-door", OWNER_PASSWORD, outlet.card, *words]
    assert open_text.found(needles, tmp_path) == []
