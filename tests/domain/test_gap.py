"""What in the record does not fit together."""

from __future__ import annotations

from outlet_app.domain.gap import Misfit, Sight, acts_in_doubt, first_in_doubt, of_acts

CUT = Misfit(Sight.LABEL, 1, 150, 120)
REWRITTEN = Misfit(Sight.NEAR, 1, 100, 130)
ROW = Misfit(Sight.ROW, 1, 7, 130, b"r" * 16)


def test_of_a_record_that_was_cut_the_acts_behind_its_end_are_missing() -> None:
    assert first_in_doubt([CUT]) == 121
    assert acts_in_doubt([CUT]) == 30


def test_of_a_record_that_was_rewritten_everything_from_that_act_on_is_in_doubt() -> None:
    assert first_in_doubt([REWRITTEN]) == 100
    assert acts_in_doubt([REWRITTEN]) == 31


def test_several_misfits_make_one_gap() -> None:
    assert first_in_doubt([CUT, REWRITTEN]) == 100
    assert acts_in_doubt([CUT, REWRITTEN]) == 51


def test_a_waybill_that_is_not_what_its_acts_say_puts_no_act_in_doubt() -> None:
    assert of_acts([ROW, CUT]) == (CUT,)
    assert first_in_doubt([ROW]) is None
    assert acts_in_doubt([ROW]) == 0


def test_the_same_place_seen_twice_is_one_misfit() -> None:
    assert CUT.is_same(Misfit(Sight.NEAR, 1, 150, 140))
    assert not CUT.is_same(Misfit(Sight.LABEL, 2, 150, 120))
    assert not CUT.is_same(REWRITTEN)
    assert not ROW.is_same(Misfit(Sight.CHAIN, 1, 7, 130))
