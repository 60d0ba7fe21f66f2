"""What is wrong with a scanner, judged by the keys that one scan sends."""

from __future__ import annotations

import itertools
import unicodedata
from dataclasses import dataclass
from enum import StrEnum

from outlet_app.ui.scanner import LONGEST_GAP_MS, SHORTEST_SCAN


class GunFault(StrEnum):
    """Why a scan would not be understood, or not as quickly as it could be."""

    INPUT_METHOD = "input_method"
    LOWER_CASE = "lower_case"
    FULL_WIDTH = "full_width"
    NO_ENTER = "no_enter"
    TOO_SLOW = "too_slow"
    TOO_SHORT = "too_short"
    OTHER_CHARACTERS = "other_characters"


@dataclass(frozen=True, slots=True)
class Stroke:
    """A key of the scan: the text it made, and when, in milliseconds of any clock."""

    text: str
    at_ms: int


@dataclass(frozen=True, slots=True)
class Trial:
    """One scan. `composed`: an input method took the keys; `entered`: an Enter ended it."""

    strokes: tuple[Stroke, ...]
    entered: bool = False
    composed: bool = False

    @property
    def text(self) -> str:
        """What was typed, as it was typed."""
        return "".join(stroke.text for stroke in self.strokes)

    @property
    def longest_gap_ms(self) -> int:
        """Between two keys; 0 for fewer than two."""
        times = [stroke.at_ms for stroke in self.strokes]
        return max((after - before for before, after in itertools.pairwise(times)), default=0)


def judge(trial: Trial) -> tuple[GunFault, ...]:
    """Everything that is wrong with the scan, worst first; empty for a scanner that is set up right.

    An input method hides the keys themselves, so nothing else can be said beside it.
    """
    if trial.composed:
        return (GunFault.INPUT_METHOD,)
    text = trial.text
    plain = unicodedata.normalize("NFKC", text).replace("。", ".")
    signs = (
        (GunFault.TOO_SHORT, len(text) < SHORTEST_SCAN),
        (GunFault.TOO_SLOW, trial.longest_gap_ms > LONGEST_GAP_MS),
        (GunFault.LOWER_CASE, any(character.islower() for character in plain)),
        (GunFault.FULL_WIDTH, plain != text),
        (GunFault.OTHER_CHARACTERS, not _is_scannable(_capitals(plain))),
        (GunFault.NO_ENTER, not trial.entered),
    )
    return tuple(fault for fault, holds in signs if holds)


def _capitals(text: str) -> str:
    """Only what a gun types has capitals: ß would become two letters it can type."""
    return "".join(character.upper() if character.isascii() else character for character in text)


def _is_scannable(text: str) -> bool:
    return all(character.isascii() and (character.isalnum() or character in ".-/") for character in text)
