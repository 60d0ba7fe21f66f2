"""A counter without windows that opens an older outlet, and can be ended in the middle of its upgrade.

`python upgrading.py FOLDER [STEP]`: opens the outlet of schema version 1 in FOLDER and says `upgraded`; a day later it
opens it again, when the copy from before goes, and says `tidied`. With STEP, it ends itself by SIGKILL right there.
"""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.faults.accepting import say
from tests.faults.staffing import Step, Watch
from tests.faults.watched_sql import watch_statements
from tests.store.old_outlets import LATEST, outlet_at

CHILD = Path(__file__)

_COPY = "outlet-1.db.before-1"


def _steps() -> dict[str, Step]:
    taken: dict[str, Step] = {}
    for version in range(2, LATEST + 1):
        turn = version - 1
        taken[f"version {version} begins"] = Step("sql", "BEGIN", turn)
        taken[f"version {version} half made"] = Step("sql", f"PRAGMA user_version={version}")
        taken[f"version {version} made"] = Step("sql", "COMMIT", turn)
    return {
        "asked": Step("open", f"{_COPY}.new"),
        "copied": Step("os.rename", _COPY),
        **taken,
        "upgraded, not recorded": Step("sql", "BEGIN", LATEST),
        "being recorded": Step("sql", "COMMIT", LATEST),
        "recorded": Step("os.rename", "checkpoint", 1),
        "confirmed": Step("said", "upgraded"),
        "the copy goes": Step("os.remove", _COPY),
        "all done": Step("said", "tidied"),
    }


STEPS = _steps()
"""Every step of the work, in its order: what is about to be done, in the words of the code."""


def main(folder: Path, step: str | None) -> None:
    """Open it on two days."""
    watch = Watch(STEPS[step] if step else Step("never", ""))
    outlet = outlet_at(folder)
    watch_statements(watch, STEPS.values())
    sys.addaudithook(watch.hook)
    say("open")
    lin = outlet.lin()
    say("upgraded")
    watch.happened("said", "upgraded")
    lin.session.sign_out()
    outlet.clock.move(days=1)
    lin = outlet.lin()
    say("tidied")
    watch.happened("said", "tidied")
    lin.session.sign_out()
    say("left")


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2] if len(sys.argv) > 2 else None)
