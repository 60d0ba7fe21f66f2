"""Which limits and hours an act was done under."""

from __future__ import annotations

from outlet_app.domain.limits import Limits
from outlet_app.domain.opening_hours import USUAL_HOURS, OpenFrom, OpeningHours
from outlet_app.domain.rules_in_force import RulesInForce, rules_in_force

TIGHT, LOOSE = Limits(scan_reveals_hour=2), Limits(scan_reveals_hour=20)
SHORT = OpeningHours((OpenFrom(9 * 60, 12 * 60),) * 7)


def test_without_a_statement_the_defaults_are_in_force() -> None:
    for rules in (RulesInForce(), rules_in_force({}, {}, {})):
        assert (rules.limits(0), rules.limits(10**6), rules.hours(7)) == (Limits(), Limits(), USUAL_HOURS)


def test_a_change_is_in_force_from_its_act_on_and_changes_nothing_else() -> None:
    rules = rules_in_force({4: LOOSE, 9: TIGHT}, {6: SHORT}, {4: 40, 5: 50, 6: 60, 9: 90})
    assert [rules.limits(n) for n in (39, 40, 89, 90)] == [Limits(), LOOSE, LOOSE, TIGHT]
    assert [rules.hours(n) for n in (59, 60, 200)] == [USUAL_HOURS, SHORT, SHORT]


def test_a_statement_from_before_what_was_read_was_in_force_all_along() -> None:
    rules = rules_in_force({2: LOOSE, 3: TIGHT, 8: LOOSE}, {}, {8: 500})
    assert [rules.limits(n) for n in (1, 499, 500)] == [TIGHT, TIGHT, LOOSE]


def test_a_statement_that_is_named_again_was_in_force_before_the_next_one_was_made() -> None:
    rules = rules_in_force({5: LOOSE}, {}, {5: 900, 6: 500})
    assert [rules.limits(n) for n in (499, 500)] == [Limits(), LOOSE]
