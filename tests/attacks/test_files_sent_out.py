"""Files that leave the shop, made by a dishonest outlet: the computers of the carrier and of the police, attacked.

Whoever writes such a file holds every key that signs it, so no signature stops him here.
"""

from __future__ import annotations

import io
import json
import sys
import time
import tracemalloc
from dataclasses import replace
from pathlib import Path

import pytest

from outlet_app import carrier_side, evidence_side
from outlet_app.domain.context import ctx
from outlet_app.domain.record_segment import Covered, write_segment
from outlet_app.domain.segment_check import Fault
from outlet_app.errors import FileDamaged
from outlet_app.sealing import handover_file, handover_key, record_key, suite
from outlet_app.sealing.facts import VerifyKeyNamed
from outlet_app.sealing.handover_file import HandoverRecord, decode
from outlet_app.sealing.segment_proof import owner_fingerprint, prove_segment
from outlet_app.sealing.statements import sign_statement
from outlet_app.sealing.suite import SigningKey
from tests.sealing.conftest import CHEAP
from tests.sealing.handovers import CARRIER, CARRIER_SECRET, CHEN, HEAD, OUTLET, WRITER, record, waybills, written
from tests.segments import CHEN as CHEN_ID
from tests.segments import FACTS, LIN, segment
from tests.segments import OWNER as EVIDENCE_OWNER

PASSPHRASE = "a-carrier-keeps-this"
ORDERS = "\x9b31m\x1b]0;x\x07\x7f\u202e\u2028"
"""What terminals and readers obey: a CSI of one byte, an escape, delete, a turn of the writing, an end of line."""


@pytest.fixture(autouse=True)
def typed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO(f"{PASSPHRASE}\n"))


@pytest.fixture(scope="module")
def key(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("carrier") / "carrier.key"
    path.write_bytes(handover_key.write_key_file(CARRIER_SECRET, PASSPHRASE, CHEAP))
    return path


def sealed_by_hand(packed: bytes, number: str = "YT8801234567890") -> HandoverRecord:
    """A waybill of whatever bytes, sealed to the carrier as the program seals."""
    secret, context = b"r" * 32, record_key.RecordContext(OUTLET, b"q" * 16, 1, number)
    locked = record_key.lock_details(secret, packed, context)
    wrap = record_key.wrap_to_carrier(CARRIER.public_key, secret, locked, context)
    mark = handover_key.key_mark(CARRIER.public_key)
    return HandoverRecord(
        record_id=b"q" * 16, number=number, version=1, key_mark=mark, details=locked, carrier_wrap=wrap
    )


def packed(remark: str, size: int = 2048) -> bytes:
    """Details with this remark, in JSON of his own spelling."""
    party = {"name": "a", "phone": "1", "extension": "", "province": "", "city": "", "district": "", "detail": ""}
    text = json.dumps({"contents": "", "recipient": party, "remark": "@", "sender": party}).replace("@", remark)
    return (len(text.encode()).to_bytes(2, "big") + text.encode()).ljust(size, b"\0")


def handed(folder: Path, data: bytes) -> Path:
    path = folder / "list.handover"
    path.write_bytes(data)
    return path


def test_what_is_sealed_in_a_waybill_gives_the_carriers_terminal_no_orders(
    tmp_path: Path, key: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    first = waybills()[0]
    hostile = replace(first, recipient=replace(first.recipient, name=f"张{ORDERS}"))
    head = replace(HEAD, outlet_name=f"网点{ORDERS}")

    assert carrier_side.open_file(handed(tmp_path, written([record(hostile)], head=head)), [key]) == carrier_side.DONE

    told = capsys.readouterr()
    assert not set(ORDERS) - set("31m]0;x") & set(told.out + told.err)
    assert json.loads(told.out)["recipient"]["name"] == f"张{ORDERS}"


def test_a_carriers_output_that_knows_no_chinese_gets_the_same_json(
    tmp_path: Path, key: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    output = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(output, encoding="cp1252"))

    assert carrier_side.open_file(handed(tmp_path, written([record(waybills()[0])])), [key]) == carrier_side.DONE

    assert json.loads(output.getvalue().decode("ascii"))["outlet"] == HEAD.outlet_name


@pytest.mark.parametrize("remark", ["\\ud800", "\u0958" * 500], ids=["half a pair", "longer in NFC"])
def test_details_that_cannot_be_packed_again_cost_the_carrier_that_waybill_alone(
    tmp_path: Path, key: Path, capsys: pytest.CaptureFixture[str], remark: str
) -> None:
    file = written([sealed_by_hand(packed(remark)), record(waybills()[1])])

    assert carrier_side.open_file(handed(tmp_path, file), [key]) == carrier_side.NOT_ALL

    told = capsys.readouterr()
    assert "YT8801234567890" in told.err
    assert len(told.out.splitlines()) == 1


def test_many_waybills_that_do_not_open_are_counted_and_not_all_named(
    tmp_path: Path, key: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bad = [replace(sealed_by_hand(packed("x")), number=f"YT{n:013d}") for n in range(60)]

    assert carrier_side.open_file(handed(tmp_path, written(bad)), [key]) == carrier_side.NOT_ALL

    told = capsys.readouterr().err
    assert told.count("YT00") == 50
    assert "and 10 more" in told


def test_a_file_of_empty_fields_takes_no_memory_on_the_carriers_computer() -> None:
    """Two bytes of length each; taken apart, 64 MB of such fields were a quarter of a gigabyte and more."""
    counted = handover_file._joined(handover_file._head_fields(HEAD, 66_000, WRITER))
    empty = b"\0\0" * 400_000
    bombs = {
        "more waybills than the head says": written([])[: -suite.SIGNATURE_BYTES] + empty,
        "as many as the head says": b"OH1" + len(counted).to_bytes(4, "big") + counted + empty,
        "a head of them": b"OH1" + len(empty).to_bytes(4, "big") + empty,
    }
    for name, text in bombs.items():
        data = text + CHEN.sign(ctx("handover", OUTLET, suite.digest(text)))
        tracemalloc.start()
        with pytest.raises(FileDamaged):
            decode(data, Path(name))
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        assert peak < 3 * len(data), name


def test_names_and_numbers_too_long_for_any_outlet_fill_no_carriers_disk() -> None:
    """An outlet's name stands in each line that is opened: of 64 kB, one file of 64 MB gave some six gigabytes."""
    for made in (
        lambda: written([], head=replace(HEAD, outlet_name="网" * 20_000)),
        lambda: written([], head=replace(HEAD, carrier="y" * 600)),
        lambda: written([sealed_by_hand(packed("x"), number="\u0958" * 20_000)]),
    ):
        with pytest.raises(ValueError, match="no"):
            made()


def test_an_evidence_file_that_names_thousands_of_keys_keeps_no_police_computer_busy() -> None:
    """Each key was tried on each transaction: 300 of both were 14 s, and 10,000 hours."""
    facts = tuple(VerifyKeyNamed(LIN, n.to_bytes(32, "big")) for n in range(1_000))
    statements = tuple(sign_statement(EVIDENCE_OWNER, serial, fact) for serial, fact in enumerate(facts, start=1))
    parts = tuple(Covered(n, n, LIN, bytes(32), bytes(64)) for n in range(3, 1_003))
    began = time.monotonic()
    proof = prove_segment(replace(segment(), parts=parts, statements=statements))
    assert not proof.is_whole
    assert {finding.fault for finding in proof.verdict.findings} == {Fault.WRONG}
    assert time.monotonic() - began < 10


def test_an_account_with_many_keys_of_its_own_is_still_proven() -> None:
    spare = [VerifyKeyNamed(CHEN_ID, SigningKey(bytes([n]) * 32).verify_key) for n in range(40)]
    proof = prove_segment(segment(facts=(*FACTS, *spare)))
    assert proof.is_whole


def test_an_evidence_file_without_end_is_not_read_to_its_end(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    endless = tmp_path / "endless.record"
    endless.symlink_to("/dev/zero")
    assert evidence_side.verify(endless) == evidence_side.REFUSED
    assert "no part of a record" in capsys.readouterr().err


def test_what_is_true_an_evidence_file_made_up_with_keys_of_ones_own_is_whole_for_that_key_alone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Everything in it is signed by him who made it up; the paper that the owner signed names another key."""
    made_up = tmp_path / "made-up.record"
    made_up.write_bytes(write_segment(segment()))
    assert evidence_side.verify(made_up) == evidence_side.PROVEN
    result = next(line for line in capsys.readouterr().out.splitlines() if line.startswith("RESULT"))
    assert f"if {owner_fingerprint(EVIDENCE_OWNER.verify_key)} is the owner key on the signed paper" in result
