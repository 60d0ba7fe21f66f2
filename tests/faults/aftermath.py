"""What must hold of an outlet after its program was killed."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from outlet_app.store import activities, label_wraps, number_ranges, waybills
from outlet_app.store.store import Store
from tests.store.rows import AUTHOR, KEY, OUTLET, SIGNERS, Clock, accepted, sealed_waybill

CHILD = Path(__file__).with_name("accepting.py")


def confirmed(output: str) -> list[tuple[bytes, str]]:
    """Record id and number of each waybill that the counter said was accepted; a line cut short was not said."""
    lines = [line.split() for line in output.splitlines(keepends=True) if line.endswith("\n")]
    return [(bytes.fromhex(words[1]), words[2]) for words in lines if words[0] == "confirmed"]


def check(path: Path, told: list[tuple[bytes, str]]) -> int:
    """Open the outlet and prove that nothing confirmed was lost and nothing is half; how many waybills there are.

    Every waybill is whole: row, label wrap, its two acts, its number used. The record verifies to its end, signatures
    too, and the next waybill is accepted.
    """
    with Store.open(path, KEY, outlet_id=OUTLET, clock=Clock()) as store:
        kept = store.reader.rows(lambda row: (bytes(row[0]), str(row[1])), "SELECT record_id, number FROM waybills")
        assert set(told) <= set(kept), "a confirmed waybill is gone"
        for record_id, _ in kept:
            waybills.sealed(store.reader, record_id)
            assert label_wraps.of(store.reader, record_id) is not None
            assert [act.kind for act in activities.of_record(store.reader, record_id)] == ["accepted", "label_taken"]
        reached = store.genesis
        while reached != store.checkpoint():
            reached = store.verify(reached, signers=SIGNERS)
        assert reached.n == 2 + 2 * len(kept), "an act without its waybill"
        assert store.reader.rows(tuple, "PRAGMA integrity_check") == [("ok",)]
        following = number_ranges.next_free(store.reader, "yto")
        assert following not in {number for _, number in kept}
        store.write(AUTHOR, *accepted(sealed_waybill(following)))
        return len(kept)
