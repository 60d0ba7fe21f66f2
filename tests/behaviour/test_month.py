"""The made-up month is what it says it is, before anything judges it."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta

from outlet_app.domain.activity import ActivityKind as Kind
from outlet_app.domain.outlet_day import outlet_day
from outlet_app.store.moment import from_ms
from tests.behaviour.month import TUNED_ON, Month, make_month
from tests.behaviour.people import DAYS, FIRST_DAY
from tests.behaviour.stories import Misbehaviour


def test_the_month_holds_twelve_thousand_waybills_of_five_clerks(month: Month) -> None:
    kinds = Counter(act.kind for act in month.acts)
    assert abs(kinds[Kind.ACCEPTED] - 12_000) < 50
    assert len(month.roster.clerks) == 5
    assert {act.account_id for act in month.acts} == {
        month.roster.owner.account_id,
        *(each.account_id for each in month.roster.clerks),
    }


def test_its_acts_are_numbered_without_a_gap(month: Month) -> None:
    assert [act.n for act in month.acts] == list(range(1, len(month.acts) + 1))


def test_it_has_thirty_days_with_their_weekends_and_a_festival(month: Month) -> None:
    accepted = Counter(outlet_day(from_ms(act.at_ms)) for act in month.acts if act.kind == Kind.ACCEPTED)
    assert sorted(accepted) == [FIRST_DAY + timedelta(days=day) for day in range(DAYS)]
    sunday, festival = FIRST_DAY + timedelta(days=6), FIRST_DAY + timedelta(days=17)
    monday = FIRST_DAY + timedelta(days=7)
    assert accepted[sunday] < 0.6 * accepted[monday] < accepted[monday] < 0.6 * accepted[festival]


def test_all_ten_misbehaviours_are_in_it_each_begun_on_a_day_of_its_own(month: Month) -> None:
    assert {story.what for story in month.stories} == set(Misbehaviour)
    assert len({story.days[0] for story in month.stories}) == len(Misbehaviour)


def test_the_same_seed_makes_the_same_month_and_honest_people_make_mistakes(month: Month) -> None:
    assert make_month(TUNED_ON).acts == month.acts
    honest = make_month(TUNED_ON, honest=True)
    kinds = Counter(act.kind for act in honest.acts)
    assert kinds[Kind.SIGN_IN_REFUSED] > 0
    assert kinds[Kind.REVEALED] > 30
    assert sum('"hits":0' in act.detail for act in honest.acts) > 300
    assert len(honest.acts) < len(month.acts)
