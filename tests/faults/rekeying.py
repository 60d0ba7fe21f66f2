"""An owner without windows who replaces his keys, and can be ended in the middle of it.

`python rekeying.py FOLDER seed|card|key [STEP]`: writes what the new papers say into FOLDER/papers, as the owner has
them by then, changes the keys of the outlet in FOLDER and says `replaced`; after a new seed it moves every waybill and
says `moved`. With STEP it ends itself by SIGKILL right there.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from outlet_app.store import connection
from tests.faults.accepting import say
from tests.faults.staffing import Step, Watch, come_in
from tests.faults.watched_sql import WatchedCursor, watch_statements
from tests.outlets import OWNER_PASSWORD

if TYPE_CHECKING:
    from outlet_app.services import Services

CHILD = Path(__file__)

KEY_STEPS = {
    "asked": Step("stage", "copying", 1),
    "copying": Step("stage", "copying", 2),
    "copied": Step("stage", "checking", 1),
    "checked": Step("stage", "checking", 5),
    "new keys written": Step("os.rename", "outlet.keys", 1),
    "new keys in force at one place": Step("os.rename", "outlet.keys", 2),
    "new keys in force": Step("os.remove", "outlet-1.db"),
    "former database deleted": Step("os.rename", "checkpoint"),
    "confirmed": Step("said", "replaced"),
}
SEED_STEPS = {
    **KEY_STEPS,
    "statements signed again": Step("sql", "UPDATE statements", 3),
    "in the middle of a range": Step("sql", "UPDATE waybills SET owner_wrap", 2),
    "a range said": Step("sql", "INSERT INTO rewrapped_ranges", 1),
    "a range moved": Step("moved", "range", 1),
    "all ranges moved": Step("moved", "range", 2),
    "the end said": Step("sql", "DELETE FROM settings", 1),
    "former seed leaves": Step("os.rename", "outlet.keys", 3),
    "former seed gone at one place": Step("os.rename", "outlet.keys", 4),
    "tried": Step("said", "moved"),
}
CARD_STEPS = {
    "recorded": Step("os.rename", "outlet.keys", 1),
    "in force at one place": Step("os.rename", "outlet.keys", 2),
    "confirmed": Step("said", "replaced"),
}
STEPS = {"seed": SEED_STEPS, "key": KEY_STEPS, "card": CARD_STEPS}
"""Every step of each work: what is durable by then, in the words of the code."""


def replace(owner: Services, folder: Path, card: str, work: str, watch: Watch) -> None:
    """Do the work; what goes onto paper is there before it counts."""
    keys = owner.owner_keys
    if work == "key":
        keys.renew_database_key(password=OWNER_PASSWORD, card=card, tell=watch.tell)
    elif work == "card":
        in_hand = keys.draw_card(owner.session.account.account_id)
        (folder / "papers").write_text(in_hand.papers.card())
        keys.replace_card(in_hand, password=OWNER_PASSWORD, card=card)
    else:
        seed = keys.draw_seed()
        words = " ".join(seed.papers.recovery_words("en"))
        (folder / "papers").write_text(f"{seed.papers.card()}\n{words}")
        keys.replace_seed(seed, password=OWNER_PASSWORD, card=card, tell=watch.tell)
    say("replaced")
    watch.happened("said", "replaced")


def main(folder: Path, work: str, step: str | None) -> None:
    """Do the work once."""
    watch = Watch(STEPS[work][step] if step else Step("never", ""))
    owner, card = come_in(folder)
    watch_statements(watch, (*SEED_STEPS.values(), *CARD_STEPS.values()))
    owner.session.store._database._cursor.__class__ = WatchedCursor
    connection._COPY_PAGES = 8
    sys.addaudithook(watch.hook)
    say("open")
    replace(owner, folder, card, work, watch)
    while owner.wraps.some():
        watch.happened("moved", "range")
    say("moved")
    watch.happened("said", "moved")
    owner.session.sign_out()
    say("left")


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], sys.argv[3] if len(sys.argv) > 3 else None)
