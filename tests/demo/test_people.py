"""Made-up people."""

from __future__ import annotations

import random

from outlet_app.demo.people import NUMBERS, drafts, made_up_person
from outlet_app.domain import acceptance


def test_every_draft_can_be_accepted() -> None:
    made = list(drafts(random.Random(1), 50))
    assert len(made) == 50
    assert {draft.carrier for draft in made} == set(NUMBERS)
    assert not [draft for draft in made if acceptance.faults(draft)]


def test_nobody_real_has_such_a_phone() -> None:
    chance = random.Random(2)
    assert {made_up_person(chance).phone[3:7] for _ in range(50)} == {"0000"}
