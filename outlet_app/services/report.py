"""What a report is, and what it is made with: words for acts and flags that somebody else has."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from outlet_app.paper.sheet import draw_sheet

if TYPE_CHECKING:
    from collections.abc import Callable

    from outlet_app.domain.history import Checkpoint
    from outlet_app.paper.sheet_blocks import Sheet
    from outlet_app.services.flag_view import FlagView
    from outlet_app.services.reviewed_acts import ReviewedAct


class ReportKind(StrEnum):
    """The reports there are. The values stand in acts and file names: never rename one."""

    DAY_SHEET = "day_sheet"
    EVIDENCE = "evidence"
    INCIDENT = "incident"
    TOTALS = "totals"


@dataclass(frozen=True, slots=True)
class Report:
    """A report in memory. `name` is ASCII without a folder or an ending: for the file and for the print job.

    `pages` is the PDF, empty for totals; `table` the CSV of totals, `segment` the part of the record that goes with an
    evidence report: each empty where the report has none.
    """

    kind: ReportKind
    name: str
    pages: bytes = field(default=b"", repr=False)
    table: bytes = field(default=b"", repr=False)
    segment: bytes = field(default=b"", repr=False)


@dataclass(frozen=True, slots=True)
class Undrawn:
    """A report whose pages are still to be drawn: `draw` needs neither store nor keys, so the paper lane does it."""

    kind: ReportKind
    name: str
    sheet: Sheet = field(repr=False)
    segment: bytes = field(repr=False)

    def draw(self) -> Report:
        """The report, on office paper; some 0.5 ms an act."""
        return Report(self.kind, self.name, draw_sheet(self.sheet), segment=self.segment)


@dataclass(frozen=True, slots=True)
class FlagLine:
    """A flag as a sheet tells it. `note` is what the owner wrote when he ticked it off; None while he did not."""

    sentence: str
    note: str | None


@dataclass(frozen=True, slots=True)
class Sayings:
    """What papers need said in Chinese: an act and a flag, each as a sentence."""

    act: Callable[[ReviewedAct], str]
    flag: Callable[[FlagView], str]


@dataclass(frozen=True, slots=True)
class Recomputed:
    """How far the record was recomputed for a report: up to `reached`, of the acts up to `goal`.

    `broken_at` is the number of the first act that does not follow from the one before it.
    """

    reached: Checkpoint
    goal: int
    broken_at: int | None = None

    @property
    def is_done(self) -> bool:
        """Whether there is no more to look at."""
        return self.broken_at is not None or self.reached.n >= self.goal
