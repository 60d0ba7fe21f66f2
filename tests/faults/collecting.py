"""A counter without windows that shelves parcels and gives them out, and can be ended by SIGKILL in the midst of it.

`python collecting.py FOLDER COUNT [WORK STEP]` works on the outlet that `collect_aftermath.make_shelf` made in FOLDER.
Of each parcel it says `shelved <record id> <fen>` once it stands; then `given <record id> <fen>` once it was given out;
of every third `back <record id> <fen>` once that was taken back. COUNT parcels go through; with STEP one more, and the
process dies where that step of WORK (shelving, giving or undoing) is reached. COUNT 0 without STEP never ends.
"""

from __future__ import annotations

import json
import os
import signal
import sys
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from outlet_app.domain.arrived_parcel import ArrivalDraft
from outlet_app.paths import OutletPlace
from outlet_app.services import label_drawing
from outlet_app.services.entrance import Entrance
from outlet_app.services.outlet_keys import OutletKeys
from tests.faults.accepting import say
from tests.outlets import CHEN_PASSWORD, LABEL_PRINTER, QUICK, Clock

if TYPE_CHECKING:
    from types import FrameType

    from outlet_app.services import Services

_WRITTEN = {
    "act written": ("return", "store/activities.py", "append"),
    "committed": ("return", "store/store.py", "Store.write"),
}
_ROW_WRITTEN = {
    "shelving": "arrived.<locals>.apply",
    "giving": "left.<locals>.apply",
    "undoing": "collection_undone.<locals>.apply",
}
_CALLS = {
    "shelving": ("services/arrivals.py", "Arrivals.register"),
    "giving": ("services/collection.py", "Collection.give_out"),
    "undoing": ("services/collection.py", "Collection.undo"),
}
_BETWEEN = {
    "shelving": {
        "place found": ("return", "store/shelves.py", "next_place"),
        "label drawn": ("return", "services/shelf_labels.py", "shelf_job"),
    },
    "giving": {"row compared": ("return", "store/parcels.py", "checked")},
    "undoing": {"row compared": ("return", "store/parcels.py", "checked")},
}
STEPS = {
    work: {
        "asked": ("call", *called),
        **_BETWEEN[work],
        "row written": ("return", "store/parcels.py", _ROW_WRITTEN[work]),
        **_WRITTEN,
        "returned": ("return", *called),
    }
    for work, called in _CALLS.items()
}
"""Where the process can die: at the call or the return of the program's own function."""

DURABLE = frozenset({"committed", "returned"})
"""From here on it stands, whether somebody was told or not."""


def come_in(folder: Path) -> Services:
    """Chen signs in."""
    keys = OutletKeys(OutletPlace(folder / "outlet", folder / "state"), keystore=False, cost=QUICK)
    chen_id = bytes.fromhex(json.loads((folder / "shelf.json").read_text())["chen"])
    return Entrance(keys, clock=Clock()).sign_in(chen_id, CHEN_PASSWORD)


def draft_of(place: int) -> ArrivalDraft:
    """The parcel in this place of the day: every second one has something to pay."""
    due = {"cash_on_delivery": "12.50", "collect": "8"} if place % 2 else {}
    return ArrivalDraft(number=f"SF{place:013d}", carrier="sf", tail="5678", shelf=f"S{place % 7}", **due)


def die_at(work: str, step: str) -> None:
    """End the process, as a power cut would, where the next piece of `work` reaches `step`."""
    begun = False

    def look(frame: FrameType, happened: str, _: object) -> None:
        nonlocal begun
        begun = begun or _is_at(STEPS[work]["asked"], frame, happened)
        if begun and _is_at(STEPS[work][step], frame, happened):
            os.kill(os.getpid(), signal.SIGKILL)

    sys.setprofile(look)


def _is_at(step: tuple[str, str, str], frame: FrameType, happened: str) -> bool:
    event, file, function = step
    code = frame.f_code
    return happened == event and code.co_qualname == function and code.co_filename.endswith(f"outlet_app/{file}")


def one_parcel(services: Services, place: int) -> None:
    """A parcel comes, is given out, and sometimes taken back; each said as soon as it is done."""
    parcel = services.arrivals.register(draft_of(place), LABEL_PRINTER).parcel
    words = f"{parcel.record_id.hex()} {parcel.due_fen}"
    say(f"shelved {words}")
    if place % 4 == 3:
        return
    services.collection.give_out(parcel.record_id, "5678", cash_taken=True)
    say(f"given {words}")
    if place % 3 == 0:
        services.collection.undo(parcel.record_id)
        say(f"back {words}")


def main(folder: Path, parcel_count: int, work: str | None, step: str | None) -> None:
    """Sign in, work, die."""
    services = come_in(folder)
    reader = services.session.store.reader
    first = 1 + reader.number("SELECT max(CAST(substr(number, 3) AS INTEGER)) FROM parcels WHERE number < 'SF8'")
    first += -first % 12  # every run begins with a parcel that is taken back
    label_drawing.load_faces()  # which would take the first half second, in which nothing is written
    say("open")
    for place in range(first, first + parcel_count) if parcel_count or step else count(first):
        one_parcel(services, place)
    if work and step:
        die_at(work, step)
        one_parcel(services, first + 12)
    services.session.sign_out()


if __name__ == "__main__":
    arguments = sys.argv[3:5] if len(sys.argv) > 4 else [None, None]
    main(Path(sys.argv[1]), int(sys.argv[2]), *arguments)
