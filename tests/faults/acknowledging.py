"""An owner without windows who acknowledges a gap, and can be ended in the middle of it.

`python acknowledging.py FOLDER [STEP]`: signs in at the outlet in FOLDER, whose checkpoint beside knows more than the
record, says `open`, acknowledges that and says `acknowledged`, as a screen would; with STEP, ends itself by SIGKILL
right there.
"""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.faults.accepting import say
from tests.faults.staffing import Step, Watch, come_in
from tests.faults.watched_sql import watch_statements
from tests.outlets import OWNER_PASSWORD

CHILD = Path(__file__)
STEPS = {
    "begin": Step("sql", "BEGIN"),
    "numbers left alone": Step("sql", "INSERT INTO numbers_uncertain"),
    "branch raised": Step("sql", "UPDATE outlet SET branch"),
    "stated": Step("sql", "INSERT INTO statements"),
    "committing": Step("sql", "COMMIT"),
    "committed": Step("os.rename", "checkpoint"),
    "confirmed": Step("said", "acknowledged"),
}
"""Every step of the work, in its order: before what it dies, in the words of the code."""

DURABLE = frozenset({"committed", "confirmed"})


class ArmedWatch(Watch):
    """Hears nothing until the owner is at the counter."""

    armed = False

    def happened(self, event: str, name: str) -> None:
        """As its parent, once it is armed."""
        if self.armed:
            super().happened(event, name)


def main(folder: Path, step: str | None) -> None:
    """Do the work once."""
    watch = ArmedWatch(STEPS[step] if step else Step("never", ""))
    watch_statements(watch, STEPS.values())
    owner, card = come_in(folder)
    sys.addaudithook(watch.hook)
    watch.armed = True
    say("open")
    owner.scans.acknowledge("电脑换过硬盘", OWNER_PASSWORD, card)
    say("acknowledged")
    watch.happened("said", "acknowledged")
    owner.session.sign_out()
    say("left")


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2] if len(sys.argv) > 2 else None)
