"""The full check of a closed outlet at 10 k and 1 M waybills: seconds, beside hashing the same bytes."""

from __future__ import annotations

import hashlib
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from outlet_app.store import integrity
from outlet_app.store.integrity import CheckStage
from tests.bench import outlet_rows

SIZES = (10_000, 1_000_000)


def measure(path: Path) -> dict[str, float]:
    """Seconds of each stage, and of SHA-256 over the file."""
    marks = {"begun": time.perf_counter()}

    def hear(step: integrity.CheckProgress) -> None:
        if step.stage is CheckStage.SEALS:
            marks.setdefault("trees", time.perf_counter())

    if not integrity.check(path, outlet_rows.KEY, hear).is_sound:
        raise SystemExit(f"{path} is damaged")
    ended = time.perf_counter()
    with path.open("rb") as file:
        hashlib.file_digest(file, "sha256")
    return {
        "trees and indexes, s": marks["trees"] - marks["begun"],
        "page seals, s": ended - marks["trees"],
        "sha256 of the file, s": time.perf_counter() - ended,
    }


def main() -> None:
    """Build what is missing, measure, print the table."""
    found = {size: measure(outlet_rows.build(size)[0]) for size in SIZES}
    print(f"{'full check':28}" + "".join(f"{size:>12,} waybills" for size in SIZES))
    for name in found[SIZES[0]]:
        print(f"{name:28}" + "".join(f"{found[size][name]:21.2f}" for size in SIZES))


if __name__ == "__main__":
    main()
