"""What a carrier runs: its own key, its own files, no outlet, no window."""

from __future__ import annotations

import dataclasses
import io
import json
import os
import stat
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from outlet_app import carrier_side
from outlet_app.sealing import handover_key
from outlet_app.sealing.handover_file import outlet_fingerprint
from tests.sealing.conftest import CHEAP, flipped
from tests.sealing.handovers import CARRIER, CARRIER_SECRET, FORMER, FORMER_SECRET, HEAD, OWNER, plain, record, waybills
from tests.sealing.handovers import written as handed_over

if TYPE_CHECKING:
    from pathlib import Path

PASSPHRASE = "a-carrier-keeps-this"


@pytest.fixture(autouse=True)
def typed(monkeypatch: pytest.MonkeyPatch) -> io.StringIO:
    """The passphrase comes by the input, as from a program that calls this one."""
    lines = io.StringIO(f"{PASSPHRASE}\n" * 3)
    monkeypatch.setattr(sys, "stdin", lines)
    return lines


@pytest.fixture(scope="module")
def keys(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("carrier")
    for name, secret in (("carrier.key", CARRIER_SECRET), ("former.key", FORMER_SECRET)):
        (folder / name).write_bytes(handover_key.write_key_file(secret, PASSPHRASE, CHEAP))
    return folder


@pytest.fixture
def key(keys: Path) -> Path:
    return keys / "carrier.key"


def file_of(folder: Path, data: bytes, name: str = "list.handover") -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_a_key_is_made_once_and_its_text_and_fingerprint_are_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "carrier.key"

    assert carrier_side.make_key(path, CHEAP) == carrier_side.DONE

    told = dict(line.split(": ", 1) for line in capsys.readouterr().out.splitlines())
    made = handover_key.read_key_file(path.read_bytes(), PASSPHRASE, path)
    assert handover_key.read_public_key(told["Public key"]) == made.public_key
    assert handover_key.is_same_fingerprint(told["Fingerprint"], made.public_key)
    assert mode(path) == 0o600

    before = path.read_bytes()
    assert carrier_side.make_key(path, CHEAP) == carrier_side.REFUSED
    assert "none is overwritten" in capsys.readouterr().err
    assert path.read_bytes() == before


def test_a_short_passphrase_makes_no_key(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO("short\n"))

    assert carrier_side.make_key(tmp_path / "carrier.key", CHEAP) == carrier_side.REFUSED

    assert "at least 10 characters" in capsys.readouterr().err
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(("second", "code"), [(PASSPHRASE, carrier_side.DONE), ("another one", carrier_side.REFUSED)])
def test_on_a_terminal_a_new_passphrase_is_asked_twice(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, second: str, code: int
) -> None:
    answers = iter([PASSPHRASE, second])
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True)
    monkeypatch.setattr("getpass.getpass", lambda _question: next(answers))

    assert carrier_side.make_key(tmp_path / "carrier.key", CHEAP) == code
    assert (tmp_path / "carrier.key").exists() is (code == carrier_side.DONE)


def test_a_folder_that_is_not_there_is_told_in_a_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert carrier_side.make_key(tmp_path / "none" / "carrier.key", CHEAP) == carrier_side.REFUSED
    assert "No such file" in capsys.readouterr().err


def test_every_waybill_becomes_a_line_of_json(tmp_path: Path, key: Path, capsys: pytest.CaptureFixture[str]) -> None:
    made = waybills(3)
    path = file_of(tmp_path, handed_over([record(each) for each in made]))

    assert carrier_side.open_file(path, [key]) == carrier_side.DONE

    told = capsys.readouterr()
    lines = [json.loads(line) for line in told.out.splitlines()]
    assert [line["number"] for line in lines] == [each.number for each in made]
    assert [line["recipient"] for line in lines] == [plain(each.recipient) for each in made]
    assert {line["outlet"] for line in lines} == {"好运网点"}
    assert {(line["carrier"], line["list"]) for line in lines} == {("yto", 12)}
    assert [(line["contents"], line["remark"]) for line in lines] == [(each.contents, each.remark) for each in made]
    assert "3 of 3 waybills opened" in told.err
    assert outlet_fingerprint(OWNER.verify_key) in told.err


def test_lines_can_go_to_a_file_that_nobody_else_reads(tmp_path: Path, key: Path) -> None:
    path, out = file_of(tmp_path, handed_over([record(waybills()[0])])), tmp_path / "opened.json"

    assert carrier_side.open_file(path, [key], out) == carrier_side.DONE

    assert mode(out) == 0o600
    assert json.loads(out.read_text("utf-8"))["number"] == waybills()[0].number
    assert carrier_side.open_file(path, [key], out) == carrier_side.REFUSED


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="Linux's full device")  # noqa: PTH110 - a device
def test_a_file_that_cannot_be_finished_is_not_left(
    tmp_path: Path, key: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    path, out = file_of(tmp_path, handed_over([record(waybills()[0])])), tmp_path / "opened.json"
    real = os.open

    def full(name: object, flags: int, mode: int = 0o777) -> int:
        opened = real(name, flags, mode)  # type: ignore[arg-type] # whatever was given
        if name != out:
            return opened
        os.close(opened)
        return real("/dev/full", os.O_WRONLY)

    monkeypatch.setattr(os, "open", full)

    assert carrier_side.open_file(path, [key], out) == carrier_side.REFUSED
    assert "No space left" in capsys.readouterr().err
    assert not out.exists()


def test_a_file_sealed_to_another_key_is_refused_with_both_fingerprints(
    tmp_path: Path, keys: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = file_of(tmp_path, handed_over([record(each) for each in waybills()]))

    assert carrier_side.open_file(path, [keys / "former.key"]) == carrier_side.REFUSED

    told = capsys.readouterr()
    assert handover_key.fingerprint(CARRIER.public_key) in told.err
    assert handover_key.fingerprint(FORMER.public_key) in told.err
    assert told.out == ""


def test_while_a_key_is_replaced_each_key_opens_its_part_and_both_open_all(
    tmp_path: Path, keys: Path, key: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    old, new = waybills()
    path = file_of(tmp_path, handed_over([record(old, FORMER), record(new)]))

    assert carrier_side.open_file(path, [key]) == carrier_side.NOT_ALL
    told = capsys.readouterr()
    assert [json.loads(line)["number"] for line in told.out.splitlines()] == [new.number]
    assert f"1 sealed to another key, {handover_key.fingerprint(FORMER.public_key)}" in told.err

    assert carrier_side.open_file(path, [key, keys / "former.key"]) == carrier_side.DONE
    assert len(capsys.readouterr().out.splitlines()) == 2


def test_a_waybill_that_is_not_as_it_was_sealed_is_named_and_the_others_open(
    tmp_path: Path, key: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    good, bad = (record(each) for each in waybills())
    swapped = type(bad)(**{name: getattr(bad, name) for name in bad.__slots__} | {"details": flipped(bad.details, 500)})
    path = file_of(tmp_path, handed_over([good, swapped]))

    assert carrier_side.open_file(path, [key]) == carrier_side.NOT_ALL

    told = capsys.readouterr()
    assert [json.loads(line)["number"] for line in told.out.splitlines()] == [good.number]
    assert f"or of another outlet: {bad.number}." in told.err


def test_the_outlet_that_is_expected_can_be_named(
    tmp_path: Path, key: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = file_of(tmp_path, handed_over([record(waybills()[0])]))
    ours = outlet_fingerprint(OWNER.verify_key)

    assert carrier_side.open_file(path, [key], outlet=ours.lower().replace("-", " ")) == carrier_side.DONE
    assert carrier_side.open_file(path, [key], outlet="0000-0000-0000-0000") == carrier_side.REFUSED
    told = capsys.readouterr()
    assert len(told.out.splitlines()) == 1
    assert "another outlet" in told.err


@pytest.mark.parametrize(
    ("made", "sentence"),
    [
        (b"", "not a sealed hand-over"),
        (handed_over([])[:-1], "cut, mixed or changed"),
        (flipped(handed_over([]), 300), "cut, mixed or changed"),
        (b"OH2" + bytes(80), "a later version"),
    ],
)
def test_what_is_no_file_of_an_outlet_is_refused_with_a_sentence(
    tmp_path: Path, key: Path, made: bytes, sentence: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert carrier_side.open_file(file_of(tmp_path, made), [key]) == carrier_side.REFUSED
    assert sentence in capsys.readouterr().err


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"{}", "not a key file"),
        (b" " * 4097, "too long"),
        (b'{"format":"outlet-app handover key 9"}', "a later version"),
        (handover_key.write_key_file(CARRIER_SECRET, "another passphrase", CHEAP), "wrong passphrase"),
        (None, "No such file"),
    ],
)
def test_what_is_no_key_is_refused_with_a_sentence(
    tmp_path: Path, data: bytes | None, sentence: str, capsys: pytest.CaptureFixture[str]
) -> None:
    path = file_of(tmp_path, handed_over([record(waybills()[0])]))
    key = tmp_path / "other.key" if data is None else file_of(tmp_path, data, "other.key")

    assert carrier_side.open_file(path, [key]) == carrier_side.REFUSED
    assert sentence in capsys.readouterr().err


def test_nothing_in_a_file_makes_the_terminal_do_anything(
    tmp_path: Path, key: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    head = dataclasses.replace(HEAD, outlet_name="\x1b[2J\x9b31m网点")
    path = file_of(tmp_path, handed_over([record(waybills()[0])], head=head))

    assert carrier_side.open_file(path, [key]) == carrier_side.DONE

    told = capsys.readouterr()
    assert "?[2J?31m网点" in told.err
    assert "\x1b" not in told.out + told.err


def test_an_empty_list_is_opened_to_nothing(tmp_path: Path, key: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert carrier_side.open_file(file_of(tmp_path, handed_over([])), [key]) == carrier_side.DONE
    assert "0 of 0" in capsys.readouterr().err


def test_the_commands_run_without_qt_and_without_an_outlet(tmp_path: Path) -> None:
    made = handed_over([record(waybills()[0])])
    path = file_of(tmp_path, made)
    file_of(tmp_path, handover_key.write_key_file(CARRIER_SECRET, PASSPHRASE, CHEAP), "carrier.key")
    script = (
        "import sys, outlet_app.__main__ as m;"
        "code = m.main(['open-handover', sys.argv[1], '--key', sys.argv[2]]);"
        "loaded = [name for name in sys.modules if name.split('.')[0] in {'PySide6', 'sqlcipher3'}];"
        "sys.exit(code or len(loaded))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, str(path), str(tmp_path / "carrier.key")],
        input=f"{PASSPHRASE}\n".encode(),
        capture_output=True,
        check=True,
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": os.getcwd()},  # noqa: PTH109 - where the program lies
    )
    assert json.loads(done.stdout)["number"] == waybills()[0].number


def test_a_reader_that_goes_away_is_told_in_a_sentence(tmp_path: Path, key: Path) -> None:
    path = file_of(tmp_path, handed_over([record(each) for each in waybills(6) * 40]))
    command = [sys.executable, "-m", "outlet_app", "open-handover", str(path), "--key", str(key)]
    read, write = os.pipe()
    os.close(read)
    with os.fdopen(write, "wb") as gone:
        done = subprocess.run(
            command, input=f"{PASSPHRASE}\n".encode(), stdout=gone, stderr=subprocess.PIPE, check=False
        )
    assert done.returncode == carrier_side.REFUSED
    assert "Broken pipe" in done.stderr.decode()
    assert "Traceback" not in done.stderr.decode()


def test_the_command_line_asks_for_a_key_and_hands_everything_on(tmp_path: Path, key: Path) -> None:
    path = file_of(tmp_path, handed_over([record(waybills()[0])]))
    out, ours = tmp_path / "opened.json", outlet_fingerprint(OWNER.verify_key)

    assert _run("open-handover", path, "--key", key, "--out", out, "--outlet", ours).returncode == carrier_side.DONE
    assert out.exists()
    lacking = _run("open-handover", path)
    assert lacking.returncode == 2
    assert b"--key" in lacking.stderr
    assert _run("make-handover-key", key).returncode == carrier_side.REFUSED


def _run(*arguments: str | Path) -> subprocess.CompletedProcess[bytes]:
    """The program as a carrier starts it; a process of its own, because it makes its memory private."""
    command = [sys.executable, "-m", "outlet_app", *map(str, arguments)]
    return subprocess.run(command, input=f"{PASSPHRASE}\n".encode(), capture_output=True, check=False)
