"""What must hold of a whole outlet after its counter was killed, asked through the real services."""

from __future__ import annotations

import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from outlet_app import printing
from outlet_app.paper import codes
from outlet_app.sealing.label_code import LabelCode, read_code
from outlet_app.sealing.unseal import unseal_with_owner_key, unseal_with_token
from outlet_app.services.session import RecordState
from outlet_app.store import activities, label_wraps, number_ranges, waybills
from tests.faults import counter
from tests.outlets import OWNER_PASSWORD, Outlet, make_outlet

if TYPE_CHECKING:
    from outlet_app.domain.sealed_waybill import SealedWaybill
    from outlet_app.sealing.owner_seed import OwnerSeed
    from outlet_app.services import Services

CHILD = Path(counter.__file__)
MOST_NUMBERS = 1000


@dataclass(frozen=True)
class Counter:
    """An outlet whose labels fall into a tray, and the owner's seed to look into what was sealed."""

    folder: Path
    outlet: Outlet
    seed: OwnerSeed = field(repr=False)

    @property
    def tray(self) -> Path:
        return self.folder / "tray"


def make_counter(folder: Path) -> Counter:
    """Found an outlet under `folder`."""
    (folder / "tray").mkdir(parents=True)
    outlet = make_outlet(folder, printers=(printing.tray(folder / "tray"),))
    return Counter(folder, outlet, outlet.keys.owner_seed(outlet.owner_id, OWNER_PASSWORD, outlet.card))


def confirmed(output: str) -> list[tuple[bytes, str]]:
    """Record id and number of every waybill that the counter confirmed; a line cut short was not said."""
    lines = [line.split() for line in output.splitlines(keepends=True) if line.endswith("\n")]
    return [(bytes.fromhex(words[1]), words[2]) for words in lines if words[0] == "confirmed"]


def check(counter_: Counter, told: list[tuple[bytes, str]]) -> int:
    """Sign in as another clerk and prove that what was confirmed is whole and nothing is half; how many there are.

    Every waybill has its row, wrap, acts and number, and opens to the people who were typed; every label in the tray
    is of one of them; the record verifies with signatures and fits the checkpoint beside; the next number is free.
    """
    services = counter_.outlet.lin()
    reader = services.session.store.reader
    kept = reader.rows(lambda row: (bytes(row[0]), str(row[1])), "SELECT record_id, number FROM waybills")
    assert set(told) <= set(kept), "a confirmed waybill is gone"
    numbers = [number for _, number in kept]
    assert len(set(numbers)) == len(numbers), "a number was given twice"
    assert number_ranges.next_free(reader, "yto") not in numbers
    assert number_ranges.count_free(reader, "yto") == MOST_NUMBERS - len(numbers)
    for record_id, number in kept:
        _is_whole(services, counter_.seed, record_id, number)
    assert {path.stem for path in counter_.tray.glob("*.pdf")} <= set(numbers), "a label without its waybill"
    while services.session.verify_some():
        pass
    assert services.session.record_state() is RecordState.GOOD
    assert reader.rows(tuple, "PRAGMA integrity_check") == [("ok",)]
    services.session.sign_out()
    return len(kept)


def _is_whole(services: Services, seed: OwnerSeed, record_id: bytes, number: str) -> None:
    reader = services.session.store.reader
    sealed = waybills.sealed(reader, record_id)
    details = unseal_with_owner_key(sealed, seed, outlet_id=seed.outlet_id)
    assert (details.sender.name, details.recipient.name) == tuple(each.name for each in counter.people(number))
    assert label_wraps.of(reader, record_id) is not None
    kinds = [act.kind for act in activities.of_record(reader, record_id)]
    assert kinds in (["accepted", "label_taken"], ["accepted", "label_taken", "printed"])


def label_opens(counter_: Counter, number: str) -> bool:
    """Whether the label in the tray carries a code that opens its waybill."""
    picture = printing.page_picture((counter_.tray / f"{number}.pdf").read_bytes(), 12.0)
    texts = codes.read_back(picture.width, picture.height, picture.data)
    (code,) = [read for text in texts - {number} if isinstance(read := read_code(text), LabelCode)]
    services = counter_.outlet.lin()
    reader = services.session.store.reader
    (kept,) = waybills.by_number(reader, number)
    sealed: SealedWaybill = waybills.sealed(reader, kept.masked.record_id)
    wrap = label_wraps.of(reader, kept.masked.record_id)
    assert wrap is not None
    details = unseal_with_token(sealed, wrap, code.token, outlet_id=services.session.outlet_id)
    services.session.sign_out()
    return details.recipient.name == counter.people(number)[1].name
