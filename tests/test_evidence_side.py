"""What whoever gets an evidence report runs."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from outlet_app import evidence_side
from outlet_app.__main__ import main
from outlet_app.domain.history import Checkpoint
from outlet_app.domain.record_segment import write_segment
from outlet_app.sealing.facts import PersonNamed
from outlet_app.sealing.label_code import LabelToken, write_checkpoint_code, write_label_code
from tests.segments import CHEN, FACTS, OUTLET, record, segment

LABEL_KEY = b"k" * 32


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "evidence.record"
    path.write_bytes(write_segment(segment()))
    return path


def checkpoint(n: int, outlet: bytes = OUTLET) -> str:
    return write_checkpoint_code(outlet, Checkpoint(1, n, record()[n - 1].chain_hash), LABEL_KEY)


def test_what_is_proven_is_told_and_what_is_not(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert evidence_side.verify(path) == evidence_side.PROVEN
    told = capsys.readouterr().out
    for words in ("3–14", "陈伟", "6 / 6 acts", "RESULT: whole", "What this does not prove", "fingerprint"):
        assert words in told
    assert "NOT PROVEN" not in told


def test_what_the_acts_concern_is_counted_and_arrived_parcels_are_named(
    path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    evidence_side.verify(path)
    told = capsys.readouterr().out
    assert "涉及运单: 0" in told
    assert "只查找过的运单或到件: 3" in told
    detail = '{"carrier":"sf\\u001b[2J","parcel":"waiting","shelf_code":"15-1-01"}'
    acts = [replace(act, kind="arrived", detail=detail) if act.record_id else act for act in record()[2:14]]
    path.write_bytes(write_segment(segment(acts)))
    monkeypatch.setattr(evidence_side, "_MOST_PARCELS", 2)
    evidence_side.verify(path)
    told = capsys.readouterr().out
    assert "涉及到件: 3" in told
    assert "- sf?[2J 15-1-01: acts 操作 5\n" in told
    assert "acts 操作 7\n" in told
    assert "… 1 more 件未列出" in told


def test_a_changed_act_is_named_and_the_exit_code_says_so(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    acts = [replace(act, detail="{}") if act.n == 7 else act for act in record()[2:14]]
    path.write_bytes(write_segment(segment(acts)))
    assert evidence_side.verify(path) == evidence_side.NOT_PROVEN
    told = capsys.readouterr().out
    assert "7–7: changed, or does not follow" in told
    assert "RESULT: NOT WHOLE" in told


def test_a_day_sheets_checkpoint_and_a_labels_are_held_against_it(path: Path) -> None:
    assert evidence_side.verify(path, checkpoint(8)) == evidence_side.PROVEN
    assert evidence_side.verify(path, checkpoint(8).replace(".", ". ")) == evidence_side.PROVEN
    label = write_label_code(
        outlet_id=OUTLET,
        number="YT1",
        serial=1,
        token=LabelToken(bytes(16)),
        checkpoint=Checkpoint(1, 10, record()[9].chain_hash),
        label_key=LABEL_KEY,
    )
    assert evidence_side.verify(path, label) == evidence_side.PROVEN
    assert evidence_side.verify(path, checkpoint(16)) == evidence_side.NOT_PROVEN
    wrong = write_checkpoint_code(OUTLET, Checkpoint(1, 8, bytes(32)), LABEL_KEY)
    assert evidence_side.verify(path, wrong) == evidence_side.NOT_PROVEN


def test_what_is_no_such_file_or_no_such_code_is_refused(
    path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert evidence_side.verify(path, "OC1.nonsense") == evidence_side.REFUSED
    assert evidence_side.verify(path, checkpoint(8, b"another outlet's")) == evidence_side.REFUSED
    assert evidence_side.verify(tmp_path / "nothing.record") == evidence_side.REFUSED
    path.write_bytes(b"%PDF")
    assert evidence_side.verify(path) == evidence_side.REFUSED
    assert capsys.readouterr().out == ""


def test_statements_of_another_owner_are_told(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path.write_bytes(write_segment(replace(segment(), owner_verify_key=bytes(32))))
    assert evidence_side.verify(path) == evidence_side.NOT_PROVEN
    assert "the owner's statements do not hold" in capsys.readouterr().out


def test_a_name_in_the_file_gives_no_orders_to_the_terminal(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    facts = (*FACTS, PersonNamed(CHEN, "\x1b[2J\x1b[1;1Hwhole"))
    path.write_bytes(write_segment(segment(facts=facts)))
    evidence_side.verify(path)
    assert "\x1b" not in capsys.readouterr().out


def test_many_findings_are_counted_and_not_all_listed(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    part = segment().parts[1]
    path.write_bytes(write_segment(replace(segment(), parts=(part,) * 80)))
    assert evidence_side.verify(path) == evidence_side.NOT_PROVEN
    told = capsys.readouterr().out
    assert told.count("NOT PROVEN") == evidence_side._MOST_FINDINGS
    assert "more" in told


def test_it_runs_on_a_machine_without_outlet_screen_or_chinese(path: Path, tmp_path: Path) -> None:
    program = (
        "import sys; sys.modules.update(PySide6=None, sqlcipher3=None, keyring=None, reportlab=None)\n"
        "from outlet_app import evidence_side\n"
        "import pathlib; sys.exit(evidence_side.verify(pathlib.Path(sys.argv[1])))"
    )
    environment = {**os.environ, "HOME": str(tmp_path), "PYTHONIOENCODING": "ascii:strict"}
    root = Path(evidence_side.__file__).parents[1]
    done = subprocess.run(
        [sys.executable, "-c", program, path], capture_output=True, env=environment, cwd=root, check=False
    )
    assert (done.returncode, done.stderr) == (0, b"")
    assert b"RESULT: whole" in done.stdout


def test_the_command_line_knows_it(path: Path) -> None:
    assert main(["verify", str(path), "--checkpoint", checkpoint(8)]) == evidence_side.PROVEN
    assert main(["verify", str(path), "--checkpoint", "x"]) == evidence_side.REFUSED
