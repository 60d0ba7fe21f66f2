"""A counter without windows that reveals, and can be ended by SIGKILL in the midst of it.

`python revealing.py FOLDER WAY COUNT [STEP]` works on the outlet that `revealed.make_shop` made in FOLDER: by `scan`
of a label one field, by `form` all that stands in it, by `owner` with password and card. It says `open` once somebody
is signed in, `shown <record id> <text>` as soon as it has the text, and `refused <error>` where a person is told one.
COUNT waybills are opened; with STEP one more, and the process dies where that step of it is reached. COUNT 0 without
STEP never ends.
"""

from __future__ import annotations

import json
import os
import signal
import sys
from itertools import count, cycle
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from outlet_app.domain.reveal_terms import RevealField, RevealReason
from outlet_app.errors import OutletError
from outlet_app.paths import OutletPlace
from outlet_app.services.entrance import Entrance
from outlet_app.services.outlet_keys import OutletKeys
from tests.faults.accepting import say
from tests.outlets import CHEN_PASSWORD, OWNER_PASSWORD, QUICK, Clock

if TYPE_CHECKING:
    from types import FrameType

    from outlet_app.services import Services

STEPS = {
    "asked": ("call", "services/reveal.py", "Reveal."),
    "row read": ("return", "services/reveal.py", "Reveal._row"),
    "counted": ("return", "services/allowance.py", "Allowance._require"),
    "act written": ("return", "store/activities.py", "append"),
    "committed": ("return", "store/store.py", "Store.write"),
    "unsealing": ("call", "sealing/unseal.py", "unseal_with_"),
    "unsealed": ("return", "sealing/unseal.py", "unseal_with_"),
    "text taken": ("return", "services/opened_details.py", "field_text"),
}
"""Where the process can die: at the call or the return of the program's own function.

A name that ends in a point or a line stands for all that begin so.
"""

DURABLE = frozenset(list(STEPS)[list(STEPS).index("committed") :])
"""From here on the act must be there; before the seal is opened is one of them."""


class Shop:
    """The files that the outlet's test lays beside it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        told = json.loads((folder / "shop.json").read_text())
        self.card = str(told["card"])
        self.owner_id, self.chen_id = bytes.fromhex(told["owner"]), bytes.fromhex(told["chen"])
        self.codes = [(bytes.fromhex(record_id), str(code)) for record_id, code in told["codes"]]

    def come_in(self, way: str) -> Services:
        """The owner or Chen signs in."""
        keys = OutletKeys(OutletPlace(self.folder / "outlet", self.folder / "state"), keystore=False, cost=QUICK)
        entrance = Entrance(keys, clock=Clock())
        if way == "owner":
            return entrance.sign_in(self.owner_id, OWNER_PASSWORD)
        return entrance.sign_in(self.chen_id, CHEN_PASSWORD)


def reveal_one(services: Services, way: str, shop: Shop, record_id: bytes, code: str) -> str:
    """The recipient's phone, by one of the three ways."""
    phone, call = RevealField.RECIPIENT_PHONE, RevealReason.CALL
    if way == "owner":
        return services.reveal.by_owner(record_id, phone, call, "", OWNER_PASSWORD, shop.card).text
    services.scans.take(code)
    if way == "form":
        return services.reveal.open_for_correction(record_id).draft.recipient.phone
    return services.reveal.by_scan(record_id, phone, call).text


def die_at(step: str) -> None:
    """End the process, as a power cut would, where the next reveal reaches `step`; its scan is an act before."""
    asked = False

    def look(frame: FrameType, happened: str, _: object) -> None:
        nonlocal asked
        asked = asked or _is_at(STEPS["asked"], frame, happened)
        if asked and _is_at(STEPS[step], frame, happened):
            os.kill(os.getpid(), signal.SIGKILL)

    sys.setprofile(look)


def _is_at(step: tuple[str, str, str], frame: FrameType, happened: str) -> bool:
    event, file, function = step
    code = frame.f_code
    name = code.co_qualname
    is_meant = name.startswith(function) if function.endswith((".", "_")) else name == function
    return is_meant and happened == event and code.co_filename.endswith(f"outlet_app/{file}")


def main(folder: Path, way: str, reveal_count: int, step: str | None) -> None:
    """Sign in, reveal, die."""
    shop = Shop(folder)
    services = shop.come_in(way)
    parcels = cycle(shop.codes)
    say("open")
    for _ in range(reveal_count) if reveal_count or step else count():
        record_id, code = next(parcels)
        tell(services, way, shop, record_id, code)
    if step:
        record_id, code = next(parcels)
        die_at(step)
        tell(services, way, shop, record_id, code)
    services.session.sign_out()


def tell(services: Services, way: str, shop: Shop, record_id: bytes, code: str) -> None:
    """Reveal one, and say at once what came of it."""
    try:
        say(f"shown {record_id.hex()} {reveal_one(services, way, shop, record_id, code)}")
    except OutletError as error:
        say(f"refused {type(error).__name__}")


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]), sys.argv[4] if len(sys.argv) > 4 else None)
