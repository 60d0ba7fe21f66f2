"""Which waybills of a range are due, by their own acts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from outlet_app.services.terms_over import judged
from outlet_app.store.erased_ranges import Part
from tests.services.erasing import accept, gone
from tests.services.scanning import edit

if TYPE_CHECKING:
    from outlet_app.services import Services


def test_what_left_is_due_and_what_stands_here_is_told_of_whatever_its_row_says(chen: Services) -> None:
    left, here = gone(chen)[0], accept(chen)[0]
    edit(chen, "UPDATE waybills SET left_ms = 1 WHERE record_id = ?", here)
    reader, now = chen.session.store.reader, chen.session.clock()
    for part in Part:
        found = judged(reader, part, 0, now)
        assert (found.due, found.odd) == ([left], set())
        assert [entry.activity.record_id for entry in found.faults] == [here]


def test_a_row_whose_acts_do_not_follow_is_left_to_the_running_check(chen: Services) -> None:
    (left,) = gone(chen)
    edit(chen, "UPDATE acts SET detail = '{}' WHERE record_id = ? AND kind = 'accepted'", left)
    found = judged(chen.session.store.reader, Part.MASKED, 0, chen.session.clock())
    assert (found.due, found.faults) == ([], [])
