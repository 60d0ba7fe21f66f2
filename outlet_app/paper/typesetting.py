"""Fitting text into its place: the largest type that fits, line breaks as Chinese breaks them, cutting."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from outlet_app.paper.faces import MM_PER_POINT, Weight

if TYPE_CHECKING:
    from collections.abc import Iterable

    from outlet_app.paper.faces import Faces

LEADING = 1.18
"""From one baseline to the next, in type sizes."""
ASCENT = 0.88
"""From the top of a Chinese character to its baseline, in type sizes (Noto Sans SC)."""

_PIECE = re.compile(r"(?:[!-~]+[号弄]?\** ?|.)[，。、；：！？）》”·…]*", re.DOTALL)
"""What a line's end keeps together: a Latin word, a number with its 号 and mask, one character; and closing marks."""


@dataclass(frozen=True, slots=True)
class Type:
    """Type size in points and weight."""

    size_pt: float
    weight: Weight = Weight.REGULAR

    @property
    def line_mm(self) -> float:
        """From one baseline to the next."""
        return self.size_pt * LEADING * MM_PER_POINT

    @property
    def ascent_mm(self) -> float:
        """From the top of a line to its baseline."""
        return self.size_pt * ASCENT * MM_PER_POINT


def sizes(largest_pt: float, smallest_pt: float) -> Iterable[float]:
    """Type sizes from the largest to the smallest in half points."""
    return (step / 2 for step in range(int(largest_pt * 2), int(smallest_pt * 2) - 1, -1))


def wrap(text: str, width_mm: float, kind: Type, faces: Faces) -> list[str]:
    """`text` in lines of at most `width_mm`; a Latin word longer than a line is broken where the line ends."""
    room = width_mm / (kind.size_pt * MM_PER_POINT)
    lines, line, taken = [], "", 0.0
    for piece in _pieces(text, room, kind.weight, faces):
        if line and taken + faces.ems(piece.rstrip(), kind.weight) > room:
            lines.append(line.rstrip())
            line, taken = "", 0.0
        line += piece
        taken += faces.ems(piece, kind.weight)
    return [*lines, line.rstrip()] if line.rstrip() else lines


def cut(lines: list[str], most: int, width_mm: float, kind: Type, faces: Faces) -> list[str]:
    """The first `most` lines; where something was left off, the last one ends in `…`."""
    if len(lines) <= most:
        return lines
    last = lines[most - 1]
    while last and faces.width_mm(last + "…", kind.weight, kind.size_pt) > width_mm:
        last = last[:-1]
    return [*lines[: most - 1], last + "…"]


def _pieces(text: str, room_ems: float, weight: Weight, faces: Faces) -> Iterable[str]:
    for piece in _PIECE.findall(text):
        if len(piece) > 1 and faces.ems(piece.rstrip(), weight) > room_ems:
            yield from piece
        else:
            yield piece
