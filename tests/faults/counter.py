"""A whole counter without windows: signs in, accepts, prints, reports; can be ended by SIGKILL in the midst of it.

`python counter.py FOLDER ACCOUNT COUNT [STEP]` works on the outlet that `tests.outlets` made in FOLDER and says `ready`
before it signs in, `confirmed <record id> <number>` when a screen would, and `done <number>` when the label's outcome
is recorded. COUNT waybills are accepted; with STEP one more, and the process dies where that step of it is reached.
COUNT 0 without STEP never ends.
"""

from __future__ import annotations

import os
import random
import signal
import sys
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from outlet_app import printing
from outlet_app.paths import OutletPlace
from outlet_app.services.entrance import Entrance
from outlet_app.services.outlet_keys import OutletKeys
from tests.builders import draft, person
from tests.outlets import CHEN_PASSWORD, QUICK, Clock

if TYPE_CHECKING:
    from types import FrameType

    from outlet_app.domain.draft import PartyDraft
    from outlet_app.services import Services

STEPS = {
    "masked": ("return", "domain/masking.py", "mask"),
    "sealed": ("return", "sealing/seal.py", "seal"),
    "code written": ("return", "sealing/label_code.py", "write_label_code"),
    "drawn": ("return", "services/label_drawing.py", "draw"),
    "mask proved": ("return", "domain/mask_floor.py", "require_floor"),
    "transaction begun": ("call", "store/number_ranges.py", "use"),
    "number used": ("return", "store/number_ranges.py", "use"),
    "row and wrap written": ("return", "store/waybills.py", "accepted.<locals>.apply"),
    "label taken": ("return", "store/label_wraps.py", "taken.<locals>.apply"),
    "acts written": ("return", "store/activities.py", "append"),
    "committed": ("return", "store/store.py", "Store.write"),
    "code kept": ("return", "services/labels.py", "KeptLabels.keep"),
    "accepted": ("return", "services/entry.py", "Entry.accept"),
    "printing": ("call", "printing/jobs.py", "print_pdf"),
    "printed": ("return", "printing/jobs.py", "print_pdf"),
    "reporting": ("call", "services/printing_desk.py", "PrintingDesk.report"),
    "reported": ("return", "services/printing_desk.py", "PrintingDesk.report"),
}
"""Where the process can die: at the call or the return of one of the program's own functions."""

COMMITTED = frozenset(list(STEPS)[list(STEPS).index("committed") :])
CONFIRMED = frozenset(list(STEPS)[list(STEPS).index("printing") :])


def people(number: str) -> tuple[PartyDraft, PartyDraft]:
    """The made-up sender and recipient of the waybill with this number."""
    chance = random.Random(number)
    return person(chance), person(chance)


def die_at(step: str) -> None:
    """From now on end the process, as a power cut would, where the program's own code reaches `step`."""
    event, file, function = STEPS[step]

    def look(frame: FrameType, happened: str, _: object) -> None:
        code = frame.f_code
        if happened == event and code.co_qualname == function and code.co_filename.endswith(f"outlet_app/{file}"):
            os.kill(os.getpid(), signal.SIGKILL)

    sys.setprofile(look)


def say(line: str) -> None:
    """Tell whoever watches, at once."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def serve_one(services: Services) -> None:
    """One customer: accept, confirm, print, report."""
    sender, recipient = people(services.entry.next_number("yto"))
    (printer,) = services.printing_desk.approved()
    accepted = services.entry.accept(draft(sender=sender, recipient=recipient), printer)
    say(f"confirmed {accepted.record_id.hex()} {accepted.number}")
    job = accepted.job
    assert job is not None
    printing.print_pdf(job.pdf, job.printer, job.number, coded=job.coded)
    services.printing_desk.report(job, printed=True)
    say(f"done {accepted.number}")


def main(folder: Path, account_id: bytes, accept_count: int, step: str | None) -> None:
    """Sign in, serve, die."""
    keys = OutletKeys(OutletPlace(folder / "outlet", folder / "state"), keystore=False, cost=QUICK)
    say("ready")
    services = Entrance(keys, clock=Clock()).sign_in(account_id, CHEN_PASSWORD)
    for _ in range(accept_count) if accept_count or step else count():
        serve_one(services)
    if step:
        die_at(step)
        serve_one(services)
    services.session.sign_out()


if __name__ == "__main__":
    main(Path(sys.argv[1]), bytes.fromhex(sys.argv[2]), int(sys.argv[3]), sys.argv[4] if len(sys.argv) > 4 else None)
