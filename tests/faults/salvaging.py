"""An owner without windows who saves a damaged database, and can be ended in the middle of it.

`python salvaging.py FOLDER [STEP]`: saves the outlet in FOLDER, agrees to the loss, and says `saved` and `agreed` as a
screen would; with STEP, ends itself by SIGKILL right there.
"""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from typing import TYPE_CHECKING

from outlet_app.paths import OutletPlace
from outlet_app.services.entrance import Entrance
from outlet_app.services.outlet_keys import OutletKeys
from outlet_app.services.salvage import Salvage
from outlet_app.store import wreck
from tests.faults.accepting import say
from tests.faults.staffing import Step, Watch
from tests.outlets import OWNER_PASSWORD, QUICK, Clock

if TYPE_CHECKING:
    from outlet_app.services.salvage import SalvageProgress

CHILD = Path(__file__)

STEPS = {
    "reading": Step("read", "rows", 2),
    "read": Step("said", "saved"),
    "file named": Step("os.rename", "outlet-3.db"),
    "key file set aside": Step("os.rename", "outlet.keys", 1),
    "in force at one place": Step("os.rename", "outlet.keys", 2),
    "in force": Step("os.rename", "checkpoint"),
    "confirmed": Step("said", "agreed"),
}
"""Every step of the work, in its order."""


def salvage_at(folder: Path) -> tuple[Salvage, bytes, str]:
    """What the owner has at the outlet in `folder`, his account id and card."""
    wreck.PORTION = 20
    keys = OutletKeys(OutletPlace(folder / "outlet", folder / "state"), keystore=False, cost=QUICK)
    owner_id, card = (folder / "owner").read_text().split()
    clock = Clock()
    return Salvage(keys, Entrance(keys, clock=clock), clock), bytes.fromhex(owner_id), card


def main(folder: Path, step: str | None) -> None:
    """Save once."""
    watch = Watch(STEPS[step] if step else Step("never", ""))
    salvage, owner_id, card = salvage_at(folder)
    sys.addaudithook(watch.hook)
    say("open")

    def tell(_: SalvageProgress) -> None:
        watch.happened("read", "rows")

    salvage.save(owner_id, OWNER_PASSWORD, card, tell)
    say("saved")
    watch.happened("said", "saved")
    salvage.agree()
    say("agreed")
    watch.happened("said", "agreed")


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2] if len(sys.argv) > 2 else None)
