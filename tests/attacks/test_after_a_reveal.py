"""What is left of a revealed field in the running program's memory when the reveal is closed, and who can look there.

Measured: 7 copies of a phone while it is shown and 7 afterwards, because Python does not wipe what it gives back. So
nothing but the system's own protection keeps another program of the same person from it.
"""

from __future__ import annotations

import json
import random
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.builders import draft, person
from tests.outlets import CHEN_PASSWORD, LABEL_PRINTER, make_outlet

if TYPE_CHECKING:
    from tests.stranger import Stranger

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="memory of another process is looked at as on Linux")

_YAMA = Path("/proc/sys/kernel/yama/ptrace_scope")

_PROGRAM = """
import gc, json, sys
from pathlib import Path
from outlet_app import __main__, app

def serve(*_):
    from outlet_app.domain.reveal_terms import RevealField, RevealReason
    from outlet_app.paths import OutletPlace
    from outlet_app.services.entrance import Entrance
    from outlet_app.services.outlet_keys import OutletKeys
    from tests.outlets import QUICK, Clock

    folder, account_id, password, code = json.loads(sys.stdin.readline())
    keys = OutletKeys(OutletPlace(Path(folder, "outlet"), Path(folder, "state")), keystore=False, cost=QUICK)
    services = Entrance(keys, clock=Clock()).sign_in(bytes.fromhex(account_id), password)
    record_id = services.scans.take(code).waybill.masked.record_id
    revealed = services.reveal.by_scan(record_id, RevealField.RECIPIENT_PHONE, RevealReason.CALL)
    print(len(revealed.text), flush=True)
    sys.stdin.readline()
    services.scans.put_down()
    del revealed
    gc.collect()
    print("closed", flush=True)
    sys.stdin.readline()
    services.session.sign_out()
    return 0

app.run_own = serve
__main__.main([]) if sys.argv[1] == "started" else serve()
"""
"""Signs in, scans, reveals a phone, and closes that: started as the program starts, or without its protection."""

_THIEF = r"""
import json, re, sys
from pathlib import Path

pid, halves = int(sys.argv[1]), sys.argv[2:4]
forms = ["".join(halves).encode(code) for code in ("utf-8", "utf-16-le")]
try:
    found = re.findall(r"^([0-9a-f]+)-([0-9a-f]+) rw", Path(f"/proc/{pid}/maps").read_text(), re.MULTILINE)
    copies = 0
    with open(f"/proc/{pid}/mem", "rb", 0) as memory:
        for first, last in ((int(each[0], 16), int(each[1], 16)) for each in found):
            memory.seek(first)
            try:
                held = memory.read(last - first)
            except OSError:
                continue
            copies += sum(held.count(form) for form in forms)
    print(json.dumps(copies))
except PermissionError:
    print(json.dumps("refused"))
"""


@pytest.fixture
def parcel(stranger: Stranger, tmp_path: Path) -> tuple[list[str], str]:
    """What the program is told on its way, and the phone of the recipient, which nobody tells it."""
    outlet = make_outlet(tmp_path)
    recipient = person(random.Random(77))
    services = outlet.chen()
    accepted = services.entry.accept(draft(recipient=recipient), LABEL_PRINTER)
    kept = services.session.labels.find(accepted.record_id)
    assert kept is not None
    assert kept.code_text is not None
    services.session.sign_out()
    for folder in (outlet.place.folder, outlet.place.state):
        stranger.give(folder)
    return [str(stranger.folder), outlet.chen_id.hex(), CHEN_PASSWORD, kept.code_text], recipient.phone


def _copies(stranger: Stranger, kind: str, parcel: tuple[list[str], str]) -> list[object]:
    """How often the phone stands in the memory of a running program of that kind: while it is shown, and afterwards."""
    told, phone = parcel
    with stranger.start(_PROGRAM, kind) as program:
        assert program.stdin is not None
        assert program.stdout is not None
        program.stdin.write(json.dumps(told) + "\n")
        program.stdin.flush()
        assert program.stdout.readline() == f"{len(phone)}\n"
        found = [_look(stranger, program.pid, phone)]
        program.stdin.write("close\n")
        program.stdin.flush()
        assert program.stdout.readline() == "closed\n"
        found.append(_look(stranger, program.pid, phone))
    return found


def _look(stranger: Stranger, process_id: int, phone: str) -> object:
    ended = stranger.run(_THIEF, str(process_id), phone[:5], phone[5:])
    assert ended.returncode == 0, ended.stderr
    return json.loads(ended.stdout)


def test_a_second_program_of_the_same_person_finds_nothing_while_a_field_is_shown_and_after(
    stranger: Stranger, parcel: tuple[list[str], str]
) -> None:
    assert _copies(stranger, "started", parcel) == ["refused", "refused"]


def test_without_the_systems_protection_it_finds_the_field_while_it_is_shown(
    stranger: Stranger, parcel: tuple[list[str], str]
) -> None:
    if _YAMA.exists() and _YAMA.read_text().strip() != "0":
        pytest.skip("this system refuses such readers by itself (Yama)")
    shown, after = _copies(stranger, "bare", parcel)
    assert isinstance(shown, int)
    assert isinstance(after, int)
    assert shown > 0
