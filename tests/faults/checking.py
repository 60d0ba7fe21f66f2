"""A counter without windows that closes and is checked whole, and can be ended in the middle of it.

`python checking.py FOLDER closing|now [STEP]`: `closing` signs Lin in and out, keeps a copy of the closed database as
`closed.db`, checks it, says `checked`, and opens the outlet again, `told`; `now` is the check that the owner asks for
and says `checked`. With STEP it ends itself by SIGKILL right there.
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from outlet_app.paths import OutletPlace
from outlet_app.services.entrance import Entrance
from outlet_app.services.outlet_keys import OutletKeys
from outlet_app.store import integrity
from tests.faults.accepting import say
from tests.faults.staffing import Step, Watch, come_in
from tests.faults.watched_sql import watch_statements
from tests.outlets import LIN_PASSWORD, QUICK, Clock

if TYPE_CHECKING:
    from outlet_app.services.care import CheckProgress

CHILD = Path(__file__)

_LOOKED_AT = {
    "asked": Step("stage", "trees", 1),
    "trees looked at": Step("stage", "trees", 4),
    "seals begun": Step("stage", "seals", 1),
    "seals looked at": Step("stage", "seals", 2),
}
CLOSING_STEPS = {
    **_LOOKED_AT,
    "being noted": Step("os.rename", "last-check", 1),
    "noted": Step("said", "checked"),
    "being recorded": Step("sql", "COMMIT", 1),
    "recorded": Step("os.rename", "last-check", 2),
    "told": Step("said", "told"),
}
NOW_STEPS = {
    **_LOOKED_AT,
    "being recorded": Step("sql", "COMMIT", 1),
    "recorded": Step("os.rename", "last-check", 1),
    "noted": Step("said", "checked"),
}
STEPS = {"closing": CLOSING_STEPS, "now": NOW_STEPS}
"""Every step of each work with a damaged database, in its order; of a sound one nothing is recorded."""


class CheckWatch(Watch):
    """Hears a check too."""

    def hear(self, progress: CheckProgress) -> None:
        """How far it is."""
        self.happened("stage", progress.stage.value)


def close_and_check(folder: Path, watch: CheckWatch) -> None:
    """Close the outlet, check it, open it again."""
    keys = OutletKeys(OutletPlace(folder / "outlet", folder / "state"), keystore=False, cost=QUICK)
    clock = Clock()
    clock.move(hours=1)
    entrance = Entrance(keys, clock=clock)
    lin_id = bytes.fromhex((folder / "lin").read_text())
    entrance.sign_in(lin_id, LIN_PASSWORD)
    entrance.close()
    check = entrance.closing_check()
    assert check is not None
    shutil.copyfile(keys.place.folder / keys.key_file().database_name, folder / "closed.db")
    watch_statements(watch, CLOSING_STEPS.values())
    sys.addaudithook(watch.hook)
    say("open")
    check.run(watch.hear)
    say("checked")
    watch.happened("said", "checked")
    entrance.sign_in(lin_id, LIN_PASSWORD)
    say("told")
    watch.happened("said", "told")
    entrance.close()


def check_now(folder: Path, watch: CheckWatch) -> None:
    """The owner checks the open outlet."""
    owner, _ = come_in(folder)
    watch_statements(watch, NOW_STEPS.values())
    sys.addaudithook(watch.hook)
    say("open")
    owner.care.check_now(watch.hear)
    say("checked")
    watch.happened("said", "checked")
    owner.session.sign_out()


def main(folder: Path, work: str, step: str | None) -> None:
    """Do the work once."""
    watch = CheckWatch(STEPS[work][step] if step else Step("never", ""))
    integrity._STEPS_EACH = 100
    (close_and_check if work == "closing" else check_now)(folder, watch)
    say("left")


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], sys.argv[3] if len(sys.argv) > 3 else None)
