"""How the owner set a printer up: which paper lies in it, and how far its print is off."""

from __future__ import annotations

import re
from dataclasses import dataclass

USUAL_STOCK = "76x130"
"""The paper of a printer that nobody set up: the one-sheet waybill."""

MOST_OFFSET_TENTHS = 100
LEAST_SCALE_MILLE, MOST_SCALE_MILLE = 980, 1020
"""Within these every number that fits a label still fits it. A feed that is off by more is a fault to mend."""

_TEXT = re.compile(r"(\S{1,40}) ([+-]\d{1,3}) ([+-]\d{1,3}) (\d{3,4})")


@dataclass(frozen=True, slots=True)
class Placing:
    """Where on the paper a print begins and how large it comes out.

    `right_tenths` and `down_tenths` move it, in tenths of a millimetre, at most 10 mm either way; negative ones to the
    left and up. `scale_mille` stretches it from the top left corner, in tenths of a percent: 980 to 1,020. Raises
    ValueError for anything else.
    """

    right_tenths: int = 0
    down_tenths: int = 0
    scale_mille: int = 1000

    def __post_init__(self) -> None:
        if max(abs(self.right_tenths), abs(self.down_tenths)) > MOST_OFFSET_TENTHS:
            raise ValueError("a print is moved by at most 10 mm")
        if not LEAST_SCALE_MILLE <= self.scale_mille <= MOST_SCALE_MILLE:
            raise ValueError("a print is scaled by at most 2 %")

    @property
    def scale(self) -> float:
        """How large the print comes out, 1 for as large as it is."""
        return self.scale_mille / 1000


AS_IT_IS = Placing()
"""Neither moved nor scaled."""


@dataclass(frozen=True, slots=True)
class PrinterSetup:
    """One printer's paper, by the name of its stock, and its placing."""

    stock: str = USUAL_STOCK
    placing: Placing = AS_IT_IS


USUAL_SETUP = PrinterSetup()
"""Of a printer that nobody set up."""


def write_setup(setup: PrinterSetup) -> str:
    """The setup as it is stored and as its act tells it: `100x150 +3 -12 1005`."""
    placing = setup.placing
    return f"{setup.stock} {placing.right_tenths:+d} {placing.down_tenths:+d} {placing.scale_mille}"


def read_setup(text: str) -> PrinterSetup:
    """What `write_setup` wrote. Raises ValueError for another text."""
    if (found := _TEXT.fullmatch(text)) is None:
        raise ValueError("no printer's setup")
    stock, right, down, scale = found.groups()
    return PrinterSetup(stock, Placing(int(right), int(down), int(scale)))
