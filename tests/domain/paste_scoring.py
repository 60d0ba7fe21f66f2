"""Scores a reading of a pasted text against its label, as forgiving as a person: width, punctuation and spaces."""

from __future__ import annotations

import json
import unicodedata
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

FIELDS = ("name", "phone", "extension", "province", "city", "district", "detail")
REGION = ("province", "city", "district")
_MUNICIPALITIES = {"北京市", "上海市", "天津市", "重庆市"}
_SAMPLES = Path(__file__).parent / "paste_samples.jsonl"


@dataclass(frozen=True)
class Sample:
    """One made-up text and what is in it. A held-out one is scored, and never looked at when the parser is changed."""

    kind: str
    text: str
    expected: Mapping[str, str]
    sender: Mapping[str, str] | None
    held_out: bool


def samples() -> list[Sample]:
    """All samples of `paste_samples.jsonl`, in its order."""
    lines = _SAMPLES.read_text("utf-8").splitlines()
    rows = [json.loads(line) for line in lines]
    return [Sample(r["kind"], r["text"], r["expected"], r.get("sender"), r["held_out"]) for r in rows]


def plain(text: str) -> str:
    """The text without what the score forgives: width, punctuation, spaces."""
    folded = unicodedata.normalize("NFKC", text)
    return "".join(c for c in folded if unicodedata.category(c)[0] not in "PZC" and c not in "+|~")


def wrong_fields(expected: Mapping[str, str], read: Mapping[str, str]) -> tuple[str, ...]:
    """The fields that differ; the placeholder city of a municipality does not count."""
    wrong = []
    for name in FIELDS:
        want, got = plain(expected[name]), plain(read.get(name) or "")
        placeholder = name == "city" and expected["province"] in _MUNICIPALITIES
        if want != got and not (placeholder and got in {"", expected["province"], "市辖区", "县"}):
            wrong.append(name)
    return tuple(wrong)


@dataclass
class Score:
    """Counts over many samples; `named_wrongly` counts names given that are not the name, not those left blank."""

    samples: int = 0
    right: int = 0
    region: int = 0
    phone: int = 0
    name: int = 0
    detail: int = 0
    named_wrongly: int = 0
    kinds: dict[str, list[int]] = field(default_factory=dict)

    def add(self, sample: Sample, read: Mapping[str, str]) -> None:
        """Count one reading."""
        wrong = wrong_fields(sample.expected, read)
        self.samples += 1
        self.right += not wrong
        self.region += not any(name in wrong for name in REGION)
        self.phone += not any(name in wrong for name in ("phone", "extension"))
        self.name += "name" not in wrong
        self.detail += "detail" not in wrong
        self.named_wrongly += "name" in wrong and bool(plain(read.get("name") or ""))
        kind = self.kinds.setdefault(sample.kind, [0, 0])
        kind[0] += not wrong
        kind[1] += 1

    def share(self, count: int) -> float:
        """A count as a share of all samples."""
        return count / self.samples


def scored(chosen: Iterable[Sample], read: Callable[[str], Mapping[str, str]]) -> Score:
    """The score of one reader over some samples."""
    score = Score()
    for sample in chosen:
        score.add(sample, read(sample.text))
    return score
