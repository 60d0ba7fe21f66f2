"""Smart paste on the made-up samples: right fields and time for one text, beside the public parsers that are installed.

Peers lie under `out/bench/peers`, outside the project's dependencies:
`npm i --prefix out/bench/peers address-parse@1.2.19 zh-address-parse@1.3.16 address-smart-parse@4.0.3` and
`python3 -m venv out/bench/peers/venv && out/bench/peers/venv/bin/pip install jionlp==1.5.31 cpca==0.5.5`.
"""

from __future__ import annotations

import json
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from outlet_app.domain.paste import PasteProposal, read_paste
from outlet_app.errors import PasteTooLong
from tests.domain.paste_scoring import FIELDS, Sample, Score, samples, scored

ROOT = Path(__file__).parents[2]
PEERS = ROOT / "out" / "bench" / "peers"
NPM = (
    "address-parse, parseAll",
    "address-parse",
    "zh-address-parse, regex",
    "zh-address-parse, tree",
    "address-smart-parse",
)
PYPI = ("jionlp", "cpca")
PASSES = 7
FIRST = "张三 13800138000 浙江省杭州市余杭区文一西路969号3号楼2单元501室"
ANCHOR = "address-parse, parseAll"
GOAL_MS, GOAL_RATIO, GOAL_FIRST_MS, GOAL_REFUSAL_MS = 0.30, 3.0, 60.0, 50.0


@dataclass(frozen=True)
class Row:
    """One parser: its readings in the samples' order, milliseconds for a text (median of best passes) and to start."""

    name: str
    readings: list[dict[str, str]]
    median_ms: float
    load_ms: float


def fields(proposal: PasteProposal) -> dict[str, str]:
    """The scored fields of a proposal."""
    return {name: getattr(proposal, name) for name in FIELDS}


def ours(texts: list[str], first_ms: float) -> Row:
    """This program's parser; the first reading, with the table, was timed before, in processor time."""
    best = [float("inf")] * len(texts)
    for _ in range(PASSES):
        for at, text in enumerate(texts):
            before = time.perf_counter()
            read_paste(text)
            best[at] = min(best[at], (time.perf_counter() - before) * 1e3)
    readings = [fields(read_paste(text)) for text in texts]
    return Row("Outlet App", readings, sorted(best)[len(best) // 2], first_ms)


def peer(name: str, texts: list[str]) -> Row | None:
    """A public parser, in a process of its own; None where it is not installed."""
    here = Path(__file__).parent / "peers"
    if name in NPM:
        package = PEERS / "node_modules" / name.split(",", maxsplit=1)[0]
        command = ["node", str(here / "npm.cjs"), str(PEERS), name]
    else:
        package = next((PEERS / "venv" / "lib").glob(f"python3*/site-packages/{name}"), PEERS / "missing")
        command = [str(PEERS / "venv" / "bin" / "python"), str(here / "pypi.py"), name]
    if not package.exists():
        return None
    done = subprocess.run(command, input=json.dumps(texts), capture_output=True, text=True, check=True)
    answer = json.loads(done.stdout)
    return Row(name, answer["readings"], answer["median_ms"], answer["load_ms"])


def score_of(row: Row, chosen: list[Sample], everything: list[Sample]) -> Score:
    """The score of a row over some of the samples."""
    read = {sample.text: reading for sample, reading in zip(everything, row.readings, strict=True)}
    return scored(chosen, lambda text: read[text])


def print_row(row: Row, everything: list[Sample]) -> None:
    """One line of the table."""
    blobs = [sample for sample in everything if sample.expected["name"] and sample.expected["phone"]]
    held = [sample for sample in everything if sample.held_out]
    whole, blob, kept = (score_of(row, chosen, everything) for chosen in (everything, blobs, held))
    shares = (
        whole.share(whole.right),
        blob.share(blob.right),
        kept.share(kept.right),
        blob.share(blob.name),
        blob.share(blob.named_wrongly),
        blob.share(blob.phone),
        whole.share(whole.region),
        whole.share(whole.detail),
    )
    print(f"{row.name:26}" + "".join(f"{share:8.3f}" for share in shares) + f"{row.median_ms:9.3f}{row.load_ms:8.0f}")


def refusal_ms() -> float:
    """How long a megabyte pasted by mistake takes to be refused."""
    text = "余杭区文一西路969号，" * 90_000
    before = time.perf_counter()
    try:
        read_paste(text)
    except PasteTooLong:
        return (time.perf_counter() - before) * 1e3
    return float("inf")


def print_kinds(row: Row, everything: list[Sample]) -> None:
    """Our own score by kind of text."""
    kinds = score_of(row, everything, everything).kinds
    print("\nby kind: " + ", ".join(f"{kind} {right}/{count}" for kind, (right, count) in sorted(kinds.items())))


def print_goals(own: Row, anchor: Row | None) -> bool:
    """The goals of speed and whether each is met."""
    refused = refusal_ms()
    goals = [
        (f"median of one text {own.median_ms:.3f} ms, goal {GOAL_MS}", own.median_ms <= GOAL_MS),
        (f"table and first reading {own.load_ms:.0f} ms, goal {GOAL_FIRST_MS:.0f}", own.load_ms <= GOAL_FIRST_MS),
        (f"a megabyte refused in {refused:.2f} ms, goal {GOAL_REFUSAL_MS:.0f}", refused <= GOAL_REFUSAL_MS),
    ]
    if anchor is not None:
        ratio = anchor.median_ms / own.median_ms
        goals.append((f"{ratio:.1f} times as fast as {ANCHOR}, goal {GOAL_RATIO:.0f}", ratio >= GOAL_RATIO))
    for sentence, met in goals:
        print(f"{'met   ' if met else 'MISSED'} {sentence}")
    return all(met for _, met in goals)


def main() -> int:
    """Measure, print the table, say whether the goals are met."""
    before = time.process_time()
    read_paste(FIRST)
    first_ms = (time.process_time() - before) * 1e3
    everything = samples()
    texts = [sample.text for sample in everything]
    own = ours(texts, first_ms)
    print(
        f"{len(texts)} made-up samples; blobs hold name and phone; each text's best of {PASSES} passes, median of all"
    )
    heads = ("all", "blobs", "held", "name", "misnamed", "phone", "region", "detail")
    print(f"{'':26}" + "".join(f"{head:>8}" for head in heads) + f"{'ms/text':>9}{'load ms':>8}")
    print_row(own, everything)
    anchor = None
    for name in (*NPM, *PYPI):
        row = peer(name, texts)
        if row is None:
            print(f"{name:26} not installed")
            continue
        anchor = row if name == ANCHOR else anchor
        print_row(row, everything)
    print_kinds(own, everything)
    return 0 if print_goals(own, anchor) else 1


if __name__ == "__main__":
    sys.exit(main())
