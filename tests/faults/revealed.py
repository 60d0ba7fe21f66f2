"""What must hold after a counter was killed while it revealed: what somebody saw stands in the record."""

from __future__ import annotations

import json
import random
import sys
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from outlet_app.domain.activity import ActivityKind
from outlet_app.services.session import RecordState
from outlet_app.store import activities
from tests.builders import draft, person
from tests.faults import revealing
from tests.outlets import LABEL_PRINTER, OWNER_PASSWORD, Outlet, make_outlet

CHILD = Path(revealing.__file__)
PARCELS = 12
_OPENINGS = frozenset({ActivityKind.REVEALED.value, ActivityKind.OPENED_FOR_CORRECTION.value})


@dataclass
class Shop:
    """An outlet with some parcels, whose clerk has no limit today, and the phone that each of them hides.

    `told` is how many acts of opening each waybill had when this was checked the last time.
    """

    outlet: Outlet
    phones: dict[bytes, str]
    told: Counter[bytes] = field(default_factory=Counter)


def make_shop(folder: Path) -> Shop:
    """Found the outlet, take the parcels in, lift Chen's and the owner's limits, lay what a child needs beside."""
    folder.mkdir(exist_ok=True)
    outlet = make_outlet(folder)
    chance, phones, codes = random.Random(PARCELS), {}, []
    lin = outlet.lin()
    for _ in range(PARCELS):
        recipient = person(chance)
        accepted = lin.entry.accept(draft(recipient=recipient), LABEL_PRINTER)
        kept = lin.session.labels.find(accepted.record_id)
        assert kept is not None
        phones[accepted.record_id] = recipient.phone
        codes.append((accepted.record_id.hex(), kept.code_text))
    lin.session.sign_out()
    owner = outlet.owner()
    for account_id in (outlet.chen_id, outlet.owner_id):
        owner.limits.lift_today(account_id, password=OWNER_PASSWORD)
    owner.session.sign_out()
    told = {"card": outlet.card, "owner": outlet.owner_id.hex(), "chen": outlet.chen_id.hex(), "codes": codes}
    (folder / "shop.json").write_text(json.dumps(told))
    return Shop(outlet, phones)


def shown(output: str) -> list[tuple[bytes, str]]:
    """Record id and text of everything that the counter showed; a line cut short was seen as well."""
    lines = [line.split() for line in output.splitlines() if line.startswith("shown ")]
    return [(bytes.fromhex(words[1]), words[2]) for words in lines if len(words) == 3]


def check(shop: Shop, seen: list[tuple[bytes, str]]) -> int:
    """Prove that every text shown is the waybill's, and has an act of its own; how many acts came since the last check.

    The record verifies to its end, signatures too.
    """
    services = shop.outlet.lin()
    try:
        reader = services.session.store.reader
        acts = activities.after(reader, 0, 1_000_000)
        told = Counter(act.record_id for act in acts if act.kind in _OPENINGS and act.record_id is not None)
        since, shop.told = told - shop.told, told
        for record_id, text in seen:
            assert shop.phones[record_id].startswith(text), "another text than the waybill's"
        assert not Counter(record_id for record_id, _ in seen) - since, "somebody saw what no act tells of"
        while services.session.verify_some():
            pass
        assert services.session.record_state() is RecordState.GOOD
        assert reader.rows(tuple, "PRAGMA integrity_check") == [("ok",)]
        return since.total()
    finally:
        services.session.sign_out()
