"""An owner without windows who invites and dismisses, and can be ended in the middle of it.

`python staffing.py FOLDER invite|dismiss [STEP]`: does it at the outlet in FOLDER and says `invited <id> <code>` or
`dismissed`, as a screen would; with STEP, ends itself by SIGKILL right there.
"""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from typing import TYPE_CHECKING

from outlet_app.paths import OutletPlace
from outlet_app.services.entrance import Entrance
from outlet_app.services.outlet_keys import OutletKeys
from outlet_app.services.session import Session
from outlet_app.store import connection
from tests.faults.accepting import die, say
from tests.outlets import OWNER_PASSWORD, QUICK, Clock

if TYPE_CHECKING:
    from outlet_app.services import Services
    from outlet_app.store.rotation import Progress

CHILD = Path(__file__)


@dataclass(frozen=True)
class Step:
    """The `count`th time that this happens to a file of this name: `os.rename`, `open`, `os.remove`, or a stage."""

    event: str
    name: str
    count: int = 1


INVITE_STEPS = {
    "asked": Step("state", "begin"),
    "stated": Step("os.rename", "outlet.keys", 1),
    "invited at one place": Step("os.rename", "outlet.keys", 2),
    "confirmed": Step("said", "invited"),
}
DISMISS_STEPS = {
    "asked": Step("state", "begin"),
    "stated": Step("os.rename", "outlet.keys", 1),
    "slot gone at one place": Step("os.rename", "outlet.keys", 2),
    "slot gone": Step("open", "outlet-2.db"),
    "copying": Step("stage", "copying", 2),
    "copied": Step("stage", "checking", 1),
    "checked": Step("stage", "checking", 5),
    "new keys written": Step("os.rename", "outlet.keys", 3),
    "new keys in force at one place": Step("os.rename", "outlet.keys", 4),
    "new keys in force": Step("os.remove", "outlet-1.db"),
    "former database deleted": Step("os.rename", "checkpoint"),
    "confirmed": Step("said", "dismissed"),
}
"""Every step of the work, in its order: what is durable by then, in the words of the code."""


class Watch:
    """Ends the process at one step."""

    def __init__(self, step: Step) -> None:
        self._step = step
        self._seen = 0

    def happened(self, event: str, name: str) -> None:
        """Something happened, or is just about to."""
        if (event, name) == (self._step.event, self._step.name):
            self._seen += 1
            if self._seen == self._step.count:
                die()

    def hook(self, event: str, arguments: tuple[object, ...]) -> None:
        """Hear what the interpreter is about to do to files."""
        if event in {"os.rename", "open", "os.remove"} and arguments[0] is not None:
            path = arguments[1] if event == "os.rename" else arguments[0]
            if isinstance(path, str | bytes | os.PathLike):
                self.happened(event, Path(os.fsdecode(path)).name)

    def tell(self, progress: Progress) -> None:
        """Hear how far a rotation is."""
        self.happened("stage", progress.stage.value)


class WatchedSession(Session):
    """A session that tells when the owner begins to state something."""

    watch: Watch

    def state(self, *arguments: object, **named: object) -> None:
        """As its parent, told first."""
        self.watch.happened("state", "begin")
        super().state(*arguments, **named)  # type: ignore[arg-type] # handed on as it came


def come_in(folder: Path) -> tuple[Services, str]:
    """The owner at the outlet in `folder`, and his card."""
    keys = OutletKeys(OutletPlace(folder / "outlet", folder / "state"), keystore=False, cost=QUICK)
    owner_id, card = (folder / "owner").read_text().split()
    return Entrance(keys, clock=Clock()).sign_in(bytes.fromhex(owner_id), OWNER_PASSWORD), card


def main(folder: Path, work: str, step: str | None) -> None:
    """Do the work once."""
    watch = Watch((INVITE_STEPS if work == "invite" else DISMISS_STEPS)[step] if step else Step("never", ""))
    owner, card = come_in(folder)
    WatchedSession.watch = watch
    owner.session.__class__ = WatchedSession
    connection._COPY_PAGES = 8
    sys.addaudithook(watch.hook)
    say("open")
    if work == "invite":
        invited = owner.staff.invite_clerk("周敏", password=OWNER_PASSWORD, card=card)
        say(f"invited {invited.account_id.hex()} {invited.code}")
        watch.happened("said", "invited")
    else:
        chen_id = bytes.fromhex((folder / "chen").read_text())
        owner.staff.dismiss(chen_id, password=OWNER_PASSWORD, card=card, tell=watch.tell)
        say("dismissed")
        watch.happened("said", "dismissed")
    owner.session.sign_out()
    say("left")


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], sys.argv[3] if len(sys.argv) > 3 else None)
