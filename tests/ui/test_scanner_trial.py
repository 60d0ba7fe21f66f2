"""What is said of a scan."""

from __future__ import annotations

import pytest

from outlet_app.ui.scanner_trial import GunFault, Stroke, Trial, judge


def _trial(text: str, gap_ms: int = 10, *, entered: bool = True, composed: bool = False) -> Trial:
    strokes = tuple(Stroke(character, place * gap_ms) for place, character in enumerate(text))
    return Trial(strokes, entered=entered, composed=composed)


@pytest.mark.parametrize(
    ("trial", "faults"),
    [
        (_trial("OUTLET-2468"), ()),
        (_trial("78001234567890"), ()),
        (_trial("outlet-2468"), (GunFault.LOWER_CASE,)),
        (_trial("ＯＵＴＬＥＴ－２４６８"), (GunFault.FULL_WIDTH,)),
        (_trial("OUTLET-2468", entered=False), (GunFault.NO_ENTER,)),
        (_trial("OUTLET-2468", 60), (GunFault.TOO_SLOW,)),
        (_trial("OUT"), (GunFault.TOO_SHORT,)),
        (_trial("OUTLETß2468"), (GunFault.LOWER_CASE, GunFault.OTHER_CHARACTERS)),
        (_trial("OUTLET_2468"), (GunFault.OTHER_CHARACTERS,)),
        (_trial("outlet-2468", 60, entered=False), (GunFault.TOO_SLOW, GunFault.LOWER_CASE, GunFault.NO_ENTER)),
        (_trial("欧", composed=True, entered=False), (GunFault.INPUT_METHOD,)),
    ],
)
def test_each_fault_of_a_scanner_is_told_and_nothing_else(trial: Trial, faults: tuple[GunFault, ...]) -> None:
    assert judge(trial) == faults


def test_one_slow_key_is_enough_because_it_breaks_the_scan() -> None:
    strokes = tuple(Stroke("1", at_ms) for at_ms in (0, 10, 20, 30, 40, 90, 100))
    assert judge(Trial(strokes, entered=True)) == (GunFault.TOO_SLOW,)
    assert Trial(strokes).longest_gap_ms == 50
    assert Trial(()).longest_gap_ms == 0
