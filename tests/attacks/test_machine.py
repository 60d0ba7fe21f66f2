"""The machine around the program: planted variables and settings, other people's rights, printers that are none."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from outlet_app import printing
from outlet_app.errors import PrinterMakesFiles, PrinterNotApproved
from outlet_app.paper import codes
from tests import print_server
from tests.builders import draft
from tests.outlets import LABEL_PRINTER, OTHER_PRINTER, OWNER_PASSWORD, make_outlet

if TYPE_CHECKING:
    from collections.abc import Iterator

    from outlet_app.domain.printer import Printer
    from tests.outlets import Outlet
    from tests.stranger import Stranger

_ROOT = Path(__file__).resolve().parents[2]
_MODULE = "open({marker!r}, 'w').close()\n"
_START = """
import json, os, subprocess, sys
if sys.argv[1] == "program":
    from outlet_app.__main__ import main
    try:
        main(["--help"])
    except SystemExit:
        pass
from PySide6.QtCore import QCoreApplication
child = [sys.executable, "-c", "import json, os; print(json.dumps(list(os.environ)))"]
inherited = json.loads(subprocess.run(child, capture_output=True, check=True).stdout)
print("told", json.dumps([list(os.environ), inherited, QCoreApplication.libraryPaths()]))
"""
_FOUND = """
import sys
from pathlib import Path
from tests.outlets import QUICK, Clock
from outlet_app.paths import OutletPlace
from outlet_app.services.entrance import Entrance
from outlet_app.services.outlet_keys import OutletKeys
from outlet_app.services.setup import Setup
keys = OutletKeys(OutletPlace(Path(sys.argv[1], "outlet"), Path(sys.argv[1], "state")), keystore=True, cost=QUICK)
founded = Setup(keys, Clock()).found("Outlet", "Owner", "stones-in-a-river")
Entrance(keys, clock=Clock()).sign_in(founded.owner_id, "stones-in-a-river").session.sign_out()
print("signed in")
"""


def _python(*arguments: str | Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Python in this checkout, with variables that somebody planted."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "LD_", "QT_"))}
    command = [sys.executable, *arguments]
    return subprocess.run(command, cwd=_ROOT, env=clean | environment, capture_output=True, text=True, check=False)


@pytest.fixture
def planted(tmp_path: Path) -> Path:
    """A folder with modules that tell when they were run, named where Python and keyring look."""
    folder = tmp_path / "planted"
    (folder / "config" / "python_keyring").mkdir(parents=True)
    for name in ("sitecustomize.py", "planted.py"):
        (folder / name).write_text(_MODULE.format(marker=str(folder / f"{name} ran")))
    settings = f"[backend]\ndefault-keyring=planted.Keyring\nkeyring-path={folder}\n"
    (folder / "config" / "python_keyring" / "keyringrc.cfg").write_text(settings)
    return folder


def test_variables_that_load_planted_code_are_gone_before_qt_and_for_every_child(planted: Path) -> None:
    names = ("PYTHONPATH", "PYTHONSTARTUP", "LD_LIBRARY_PATH", "QT_PLUGIN_PATH", "QT_QPA_PLATFORM_PLUGIN_PATH")
    told = {}
    for who in ("somebody", "program"):
        lines = _python("-c", _START, who, **dict.fromkeys(names, str(planted))).stdout.splitlines()
        told[who] = json.loads(next(line for line in lines if line.startswith("told")).removeprefix("told"))
    own, inherited, libraries = told["somebody"]
    assert set(names) <= set(own)
    assert set(names) <= set(inherited)
    assert str(planted) in libraries
    own, inherited, libraries = told["program"]
    assert set(names).isdisjoint(own)
    assert set(names).isdisjoint(inherited)
    assert str(planted) not in libraries


def test_an_isolated_start_runs_nothing_that_was_planted_and_only_an_isolated_one(planted: Path) -> None:
    """What is true: Python itself runs a planted `sitecustomize` before the program's first line can forget it.

    So installed builds start isolated; who starts the program from source in a planted environment runs both.
    """
    ended = _python("-I", "-m", "outlet_app", "--help", PYTHONPATH=str(planted), PYTHONHOME="")
    assert ended.returncode == 0, ended.stderr
    assert not (planted / "sitecustomize.py ran").exists()
    _python("-m", "outlet_app", "--help", PYTHONPATH=str(planted))
    assert (planted / "sitecustomize.py ran").exists()


@pytest.mark.skipif(sys.platform != "linux", reason="keyring's settings lie elsewhere on other systems")
def test_a_planted_keyring_setting_is_not_obeyed_at_founding_and_sign_in(planted: Path, tmp_path: Path) -> None:
    where = {"XDG_CONFIG_HOME": str(planted / "config"), "PYTHON_KEYRING_BACKEND": "planted.Keyring"}
    ended = _python("-c", _FOUND, tmp_path, **where)
    assert ended.stdout == "signed in\n", ended.stderr
    assert not (planted / "planted.py ran").exists()
    _python("-c", "import keyring; keyring.get_keyring()", XDG_CONFIG_HOME=str(planted / "config"))
    assert (planted / "planted.py ran").exists()


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes; a person's folder there is his own")
def test_every_file_of_outlet_and_state_is_its_owners_alone(outlet: Outlet) -> None:
    services = outlet.chen()
    services.entry.accept(draft(), LABEL_PRINTER)
    for folder in (outlet.place.folder, outlet.place.state):
        paths = [folder, *folder.rglob("*")]
        assert len(paths) > 2
        open_to_others = [path for path in paths if path.stat().st_mode & 0o077]
        assert open_to_others == []
    services.session.sign_out()


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="a second person is made by root alone")
def test_another_person_of_the_system_reads_no_file_of_the_outlet(outlet: Outlet, stranger: Stranger) -> None:
    (stranger.folder / "shop").mkdir()
    for folder in (outlet.place.folder, outlet.place.state):
        shutil.copytree(folder, stranger.folder / "shop" / folder.name)
    paths = [path for path in (stranger.folder / "shop").rglob("*") if path.is_file()]
    script = """
import sys
for path in sys.argv[1:]:
    try:
        open(path, "rb").read()
        print("read", path)
    except PermissionError:
        print("refused")
"""
    ended = stranger.run(script, *paths)
    assert ended.stdout.split("\n") == ["refused"] * len(paths) + [""]


def _codes(pdf: bytes) -> frozenset[str]:
    picture = printing.page_picture(pdf, 12.0)
    return codes.read_back(picture.width, picture.height, picture.data)


_UNLISTED = {
    "a folder": replace(OTHER_PRINTER, name="PDF", uri="file-folder:/tmp"),
    "a tray": replace(OTHER_PRINTER, name="tray", uri="tray:/tmp"),
    "cups-pdf": replace(OTHER_PRINTER, name="PDF", uri="cups-pdf:/"),
    "a file": replace(OTHER_PRINTER, name="PDF", uri="file:///tmp/labels"),
    "a real printer": OTHER_PRINTER,
    "the listed name over a file": replace(LABEL_PRINTER, uri="cups-pdf:/"),
    "the listed name over another device": replace(LABEL_PRINTER, uri="socket://10.0.0.66"),
    "the listed device under another driver": replace(LABEL_PRINTER, driver="Generic PDF"),
    "the listed device under another name": replace(LABEL_PRINTER, name="counter2"),
}


@pytest.mark.parametrize("kind", _UNLISTED)
def test_a_printer_that_is_not_as_the_owner_listed_it_never_gets_a_code(outlet: Outlet, kind: str) -> None:
    printer: Printer = _UNLISTED[kind]
    services = outlet.chen()
    accepted = services.entry.accept(draft(), printer)
    again = services.printing_desk.take(accepted.record_id, printer)
    for job in (accepted.job, again):
        assert job is not None
        assert not job.coded
        assert _codes(job.pdf) == {accepted.number}
    listed = services.printing_desk.take(accepted.record_id, LABEL_PRINTER)
    assert len(_codes(listed.pdf)) == 2
    services.session.sign_out()


@pytest.mark.parametrize("uri", ["file-folder:{0}", "file://{0}/label.pdf", "cups-pdf:/", "CUPS-PDF:/", "nul:"])
def test_a_coded_label_is_never_written_to_a_file_even_when_the_program_is_told_to(
    outlet: Outlet, tmp_path: Path, uri: str
) -> None:
    (tmp_path / "files").mkdir()
    services = outlet.chen()
    job = services.entry.accept(draft(), LABEL_PRINTER).job
    services.session.sign_out()
    assert job is not None
    assert job.coded
    with pytest.raises(PrinterNotApproved):
        printing.print_pdf(job.pdf, replace(job.printer, uri=uri.format(tmp_path / "files")), job.number, coded=True)
    assert list((tmp_path / "files").iterdir()) == []


def test_even_the_owner_cannot_list_a_printer_that_makes_files(outlet: Outlet, tmp_path: Path) -> None:
    owner = outlet.owner()
    with pytest.raises(PrinterMakesFiles):
        owner.supplies.approve_printers(
            (LABEL_PRINTER, printing.folder_printer(tmp_path)), password=OWNER_PASSWORD, card=outlet.card
        )
    assert owner.printing_desk.approved() == (LABEL_PRINTER,)
    owner.session.sign_out()


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[print_server.PrintServer]:
    if (reason := print_server.why_not()) is not None:
        pytest.skip(reason)
    with print_server.running() as running:
        monkeypatch.setenv("CUPS_SERVER", running.address)
        yield running


def test_a_listed_queue_that_was_pointed_elsewhere_or_made_anew_gets_no_coded_label(
    server: print_server.PrintServer, tmp_path: Path
) -> None:
    """The queue is asked again before each job; the label then goes out only when the queue is what was listed."""
    (listed,) = printing.printers()
    outlet = make_outlet(tmp_path, printers=(listed,))
    services = outlet.chen()
    job = services.entry.accept(draft(), listed).job
    assert job is not None
    assert job.coded
    server.point_to("socket://127.0.0.1:1")
    with pytest.raises(PrinterNotApproved):
        printing.print_pdf(job.pdf, job.printer, job.number, coded=job.coded)
    (pointed,) = printing.printers()
    assert not services.printing_desk.take(job.record_id, pointed).coded
    server.run("lpadmin", "-x", print_server.QUEUE)
    server.run("lpadmin", "-p", print_server.QUEUE, "-E", "-v", listed.uri, "-m", "drv:///sample.drv/generic.ppd")
    with pytest.raises(PrinterNotApproved):
        printing.print_pdf(job.pdf, job.printer, job.number, coded=job.coded)
    (made_anew,) = printing.printers()
    assert not services.printing_desk.take(job.record_id, made_anew).coded
    assert server.device.jobs == []
    assert server.spooled() == []
    server.point_to(listed.uri)
    printing.print_pdf(job.pdf, job.printer, job.number, coded=job.coded)
    server.wait_for(lambda: len(server.device.jobs) == 1)
    services.session.sign_out()
