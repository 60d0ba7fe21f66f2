"""A counter without windows that puts parcels on a truck's list and closes it, and can be ended in the midst of it.

`python trucking.py FOLDER ACCOUNT COUNT [STEP]` works on the outlet that `tests.outlets` made in FOLDER. It says `open`
once somebody is signed in, `wrap <record id> <hex>` before a parcel goes on, `on <record id>` when a screen would say
so, and `closed <list id>`. COUNT lists of three are made and closed; with STEP one more, and the process dies where
that step of it is reached. COUNT 0 without STEP never ends.
"""

from __future__ import annotations

import os
import signal
import sys
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from outlet_app.paths import OutletPlace
from outlet_app.services.entrance import Entrance
from outlet_app.services.outlet_keys import OutletKeys
from outlet_app.store import label_wraps
from tests.builders import draft
from tests.faults.accepting import say
from tests.outlets import CHEN_PASSWORD, LABEL_PRINTER, QUICK, Clock

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import FrameType

    from outlet_app.services import Services
    from outlet_app.store.connection import Reader

PARCELS = 3

PUT_ON_STEPS = {
    "label judged": ("return", "services/label_sight.py", "judged"),
    "list opened": ("return", "store/handover_lists.py", "opened.<locals>.apply"),
    "on the list": ("return", "store/handover_lists.py", "listed.<locals>.apply"),
    "scan's acts written": ("return", "store/activities.py", "append"),
    "scan committed": ("return", "store/store.py", "Store.write"),
    "scan told": ("return", "services/hand_over.py", "HandOver.put_on"),
}
CLOSE_STEPS = {
    "list held against its acts": ("return", "store/handover_lists.py", "checked_items"),
    "transaction begun": ("call", "store/waybill_ends.py", "handed_over.<locals>.apply"),
    "first handed over": ("return", "store/waybill_ends.py", "handed_over.<locals>.apply"),
    "list's row closed": ("return", "store/handover_lists.py", "closed.<locals>.apply"),
    "acts written": ("return", "store/activities.py", "append"),
    "committed": ("call", "store/store.py", "Store._tidy_after_commit"),
    "log emptied": ("return", "store/connection.py", "Database.truncate_log"),
    "codes forgotten": ("return", "services/session.py", "Session.end_labels"),
    "paper recorded": ("return", "services/handover_drawing.py", "made"),
    "paper drawn": ("return", "services/handover_drawing.py", "list_job"),
    "closed": ("return", "services/hand_over.py", "HandOver.close"),
}
"""Where the process can die: at the call or the return of the program's own function, in the order of the work."""

ON = frozenset({"scan committed", "scan told"})
CLOSED = frozenset(list(CLOSE_STEPS)[list(CLOSE_STEPS).index("committed") :])
"""By then it is durable."""


def die_at(step: tuple[str, str, str]) -> None:
    """From now on end the process, as a power cut would, where the program's own code reaches `step`."""
    event, file, function = step

    def look(frame: FrameType, happened: str, _: object) -> None:
        code = frame.f_code
        if happened == event and code.co_qualname == function and code.co_filename.endswith(f"outlet_app/{file}"):
            os.kill(os.getpid(), signal.SIGKILL)

    sys.setprofile(look)


def serve_truck(services: Services, at_put_on: Callable[[], None], at_close: Callable[[], None]) -> None:
    """Three parcels accepted, scanned in two ways, and the list closed and printed."""
    parcels = [services.entry.accept(draft(), LABEL_PRINTER) for _ in range(PARCELS)]
    for place, made in enumerate(parcels):
        kept, wrap = services.session.labels.find(made.record_id), label_wraps.of(_reader(services), made.record_id)
        assert kept is not None
        assert wrap is not None
        say(f"wrap {made.record_id.hex()} {wrap.wrap.hex()}")
        at_put_on()
        text = made.number if place % 2 else kept.code_text or ""
        standing = services.hand_over.put_on("yto", text, typed=False).list
        say(f"on {made.record_id.hex()}")
        assert standing is not None
    at_close()
    services.hand_over.close(standing.list_id, LABEL_PRINTER)
    say(f"closed {standing.list_id.hex()}")


def _reader(services: Services) -> Reader:
    return services.session.store.reader


def _nothing() -> None:
    return


def main(folder: Path, account_id: bytes, list_count: int, step: str | None) -> None:
    """Sign in, serve trucks, die."""
    keys = OutletKeys(OutletPlace(folder / "outlet", folder / "state"), keystore=False, cost=QUICK)
    services = Entrance(keys, clock=Clock()).sign_in(account_id, CHEN_PASSWORD)
    say("open")
    for _ in range(list_count) if list_count or step else count():
        serve_truck(services, _nothing, _nothing)
    if step in PUT_ON_STEPS:
        serve_truck(services, lambda: die_at(PUT_ON_STEPS[step]), _nothing)
    elif step:
        serve_truck(services, _nothing, lambda: die_at(CLOSE_STEPS[step]))
    services.session.sign_out()


if __name__ == "__main__":
    main(Path(sys.argv[1]), bytes.fromhex(sys.argv[2]), int(sys.argv[3]), sys.argv[4] if len(sys.argv) > 4 else None)
