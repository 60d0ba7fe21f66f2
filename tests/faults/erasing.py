"""An owner without windows at whose outlet terms are over, and who can be ended by SIGKILL in the midst of it.

`python erasing.py FOLDER [WORK STEP]` works on the outlet that `erasing_aftermath.template` made in FOLDER, two years
later: empties masked parts, orders the erasing of details and erases them; says `emptied`, `ordered` and `erased` once
each is done. With STEP the process dies where WORK (emptying, ordering or erasing) reaches it: of the portions of a
work, in the second.
"""

from __future__ import annotations

import json
import os
import signal
import sys
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from outlet_app.paths import OutletPlace
from outlet_app.services.entrance import Entrance
from outlet_app.services.outlet_keys import OutletKeys
from outlet_app.services.retention import BySheet
from outlet_app.store import erased_ranges
from outlet_app.store import erasing as erasing_store
from tests.faults.accepting import say
from tests.outlets import MORNING, OWNER_PASSWORD, QUICK, Clock

if TYPE_CHECKING:
    from types import FrameType

    from outlet_app.services import Services

RANGE_ROWS = 4
LATER = MORNING + timedelta(days=800)
_PORTION = {
    "rows changed": ("return", "store/erasing.py", "_erased.<locals>.apply"),
    "committed": ("return", "store/store.py", "Store.write"),
}
_WRITTEN = ("return", "store/activities.py", "append")
STEPS = {
    "emptying": {
        "asked": ("call", "services/retention_round.py", "RetentionRound.some"),
        **_PORTION,
        "act written": _WRITTEN,
        "returned": ("return", "services/retention_round.py", "RetentionRound.some"),
    },
    "ordering": {
        "confirmed": ("return", "services/retention.py", "Retention._confirmed"),
        "act written": _WRITTEN,
        "committed": ("return", "store/store.py", "Store.write"),
    },
    "erasing": _PORTION,
}
"""Where the process can die: at the call or the return of the program's own function."""

_BEGINS = {
    "emptying": STEPS["emptying"]["asked"],
    "ordering": ("call", "services/retention.py", "Retention.order"),
    "erasing": ("call", "services/retention.py", "Retention.some"),
}


def come_in(folder: Path) -> tuple[Services, dict[str, str]]:
    """The owner signs in two years later and confirms the date; what else he has in his hands."""
    erased_ranges.RANGE_ROWS = erasing_store.RANGE_ROWS = RANGE_ROWS
    held: dict[str, str] = json.loads((folder / "owner.json").read_text())
    keys = OutletKeys(OutletPlace(folder / "outlet", folder / "state"), keystore=False, cost=QUICK)
    owner = Entrance(keys, clock=Clock(LATER)).sign_in(bytes.fromhex(held["owner"]), OWNER_PASSWORD)
    owner.date.confirm(LATER)
    return owner, held


def die_at(work: str, step: str) -> None:
    """End the process, as a power cut would, where `work` reaches `step` next."""
    begun = False

    def look(frame: FrameType, happened: str, _: object) -> None:
        nonlocal begun
        begun = begun or _is_at(_BEGINS[work], frame, happened)
        if begun and _is_at(STEPS[work][step], frame, happened):
            os.kill(os.getpid(), signal.SIGKILL)

    sys.setprofile(look)


def _is_at(step: tuple[str, str, str], frame: FrameType, happened: str) -> bool:
    event, file, function = step
    code = frame.f_code
    return happened == event and code.co_qualname == function and code.co_filename.endswith(f"outlet_app/{file}")


def main(folder: Path, work: str, step: str) -> None:
    """Do everything that is due, or die on the way."""
    owner, held = come_in(folder)
    say("open")
    owner.retention_round.some()
    if work == "emptying":
        die_at(work, step)
    while owner.retention_round.some():
        pass
    say("emptied")
    if work == "ordering":
        die_at(work, step)
    owner.retention.order(BySheet(held["words"]), password=OWNER_PASSWORD, card=held["card"])
    say("ordered")
    owner.retention.some()
    if work == "erasing":
        die_at(work, step)
    while owner.retention.some():
        pass
    say("erased")
    owner.session.sign_out()


if __name__ == "__main__":
    main(Path(sys.argv[1]), *(sys.argv[2:4] if len(sys.argv) > 3 else ("", "")))
