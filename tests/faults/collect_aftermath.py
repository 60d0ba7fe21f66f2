"""What must hold after a counter was killed while parcels came and went: what was told stands, and nothing is half."""

from __future__ import annotations

import json
import sys
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from outlet_app.domain.act_detail import read_detail
from outlet_app.domain.activity import ActivityKind
from outlet_app.domain.arrived_parcel import ParcelState
from outlet_app.services.session import RecordState
from outlet_app.store import activities, parcels
from tests.faults import collecting
from tests.outlets import LABEL_PRINTER, Outlet, make_outlet

if TYPE_CHECKING:
    from outlet_app.domain.activity import Act
    from outlet_app.services import Services

CHILD = Path(collecting.__file__)
_SIGNS = {ActivityKind.COLLECTED.value: 1, ActivityKind.COLLECTION_UNDONE.value: -1}
_TOLD = {
    "shelved": ParcelState.WAITING,
    "given": ParcelState.COLLECTED,
    "back": ParcelState.WAITING,
}


@dataclass
class Shelf:
    """An outlet with shelves; `told` is the last thing that was told of each parcel, `cash_fen` what was taken."""

    outlet: Outlet
    told: dict[bytes, str] = field(default_factory=dict)
    cash_fen: int = 0

    @property
    def folder(self) -> Path:
        """Where the outlet lies."""
        return self.outlet.place.folder.parent


def make_shelf(folder: Path) -> Shelf:
    """Found the outlet, and lay beside it what a child needs."""
    folder.mkdir(exist_ok=True)
    return lay_beside(Shelf(make_outlet(folder)))


def lay_beside(shelf: Shelf) -> Shelf:
    """Write down who works here."""
    (shelf.folder / "shelf.json").write_text(json.dumps({"chen": shelf.outlet.chen_id.hex()}))
    return shelf


def read_told(output: str) -> list[tuple[str, bytes, int]]:
    """What was told of which parcel, and its money in fen, in order; a line cut short was not told."""
    lines = [line.split() for line in output.splitlines(keepends=True) if line.endswith("\n")]
    return [(words[0], bytes.fromhex(words[1]), int(words[2])) for words in lines if words[0] in _TOLD]


def check(shelf: Shelf, output: str) -> Counter[str]:
    """Prove it; how many of each thing were told, and how many were done and not yet told.

    Every row is what its acts say, and every arrival has its row. What was told last of a parcel is so, but for one
    thing done since and not told. Money in the record is the money of what was told and of that one thing. The record
    verifies to its end, signatures too, and the next parcel comes and goes.
    """
    told = read_told(output)
    services = shelf.outlet.lin()
    try:
        session = services.session
        reader = session.store.reader
        ids = reader.rows(lambda row: bytes(row[0]), "SELECT record_id FROM parcels")
        rows = {record_id: parcels.checked(reader, record_id) for record_id in ids}
        acts = activities.after(reader, 0, 1_000_000)
        arrived = Counter(act.record_id for act in acts if act.kind == ActivityKind.ARRIVED)
        assert arrived == Counter(rows.keys()), "an arrival without its row, or two of one"
        shelf.told |= {record_id: word for word, record_id, _ in told}
        ahead = {each for each, word in shelf.told.items() if rows[each].state is not _TOLD[word]}
        ahead |= rows.keys() - shelf.told.keys()
        assert len(ahead) <= 1, "more was done than the last thing before the end"
        _check_money(shelf, told, acts, untold_fen=sum(rows[each].due_fen for each in ahead))
        shelf.told |= {each: "shelved" if rows[each].state is ParcelState.WAITING else "given" for each in ahead}
        while session.verify_some():
            pass
        assert session.record_state() is RecordState.GOOD
        assert reader.rows(tuple, "PRAGMA integrity_check") == [("ok",)]
        shelf.told[_one_more(services)] = "given"
        return Counter({**Counter(word for word, _, _ in told), "not yet told": len(ahead)})
    finally:
        services.session.sign_out()


def _check_money(shelf: Shelf, told: list[tuple[str, bytes, int]], acts: list[Act], untold_fen: int) -> None:
    in_record = 0
    for act in acts:
        detail = read_detail(act)
        fen = int(detail.get("cod_fen", 0)) + int(detail.get("collect_fen", 0))
        in_record += _SIGNS.get(act.kind, 0) * fen
    said = shelf.cash_fen + sum({"given": 1, "back": -1}.get(word, 0) * fen for word, _, fen in told)
    assert abs(in_record - said) in {0, untold_fen}, "money that nobody was told of"
    shelf.cash_fen = in_record


def _one_more(services: Services) -> bytes:
    """A parcel comes and goes as before; its record id."""
    arrived = services.arrivals.register(collecting.draft_of(8_888_888_888_888), LABEL_PRINTER)
    services.collection.give_out(arrived.parcel.record_id, "5678", cash_taken=True)
    return arrived.parcel.record_id
