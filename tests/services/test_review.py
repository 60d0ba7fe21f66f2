"""The owner's review over a real outlet."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from outlet_app.domain.account import Role
from outlet_app.domain.act_groups import ActGroup
from outlet_app.domain.activity import Activity
from outlet_app.domain.activity import ActivityKind as Kind
from outlet_app.domain.day_totals import PersonTotals
from outlet_app.domain.proof import Proof
from outlet_app.errors import WrongPassword
from outlet_app.services import review as module
from outlet_app.services.record_check import RecordState
from outlet_app.services.review import ActFilter, VerifyState
from outlet_app.store import activities
from outlet_app.store.store import Entry
from tests.builders import draft
from tests.outlets import LABEL_PRINTER, OTHER_PRINTER
from tests.services.arriving import arrive

if TYPE_CHECKING:
    from collections.abc import Iterator

    from outlet_app.domain.activity import Act
    from outlet_app.services import Services
    from outlet_app.services.review import ActPage, Review, Verification
    from outlet_app.services.reviewed_acts import ReviewedAct
    from tests.outlets import Outlet

SUNDAY, MONDAY = date(2026, 11, 22), date(2026, 11, 23)


@pytest.fixture
def worked(outlet: Outlet) -> Outlet:
    """Chen accepted two parcels on Sunday and printed the first once more; a sign-in of Lin was refused."""
    chen = outlet.chen()
    for printer in (LABEL_PRINTER, OTHER_PRINTER):
        job = chen.entry.accept(draft(), printer).job
        assert job is not None
        chen.printing_desk.report(job, printed=True)
    first = chen.printing_desk.latest()[1]
    chen.printing_desk.report(chen.printing_desk.take(first.record_id, OTHER_PRINTER), printed=True)
    chen.session.sign_out()
    with pytest.raises(WrongPassword):
        outlet.entrance.sign_in(outlet.lin_id, "not her password")
    return outlet


@pytest.fixture
def owner(worked: Outlet) -> Iterator[Services]:
    services = worked.owner()
    yield services
    services.session.store.close()


@pytest.fixture
def review(owner: Services) -> Review:
    return owner.review


def every(review: Review, wanted: ActFilter | None = None, limit: int = 100) -> list[ReviewedAct]:
    """All pages, one behind the other."""
    found: list[ReviewedAct] = []
    page = review.acts(wanted or ActFilter(), limit=limit)
    while True:
        found += page.acts
        if page.older is None:
            return found
        page = review.acts(wanted or ActFilter(), before=page.older, limit=limit)


def kinds(acts: list[ReviewedAct]) -> list[Kind | None]:
    return [act.kind for act in acts]


def change(services: Services, sql: str) -> None:
    with services.session.store._database.transaction() as cursor:
        cursor.run(sql)


def test_the_people_are_named_with_their_roles_in_the_order_they_came(review: Review) -> None:
    assert [(person.name, person.role) for person in review.everybody()] == [
        ("王店主", Role.OWNER),
        ("陈伟", Role.CLERK),
        ("林芳", Role.CLERK),
    ]


def test_every_act_is_on_exactly_one_page_newest_first(review: Review, owner: Services) -> None:
    count = owner.session.store.checkpoint().n
    for limit in (1, 7, 100):
        assert [act.n for act in every(review, limit=limit)] == list(range(count, 0, -1))


def test_an_act_says_who_what_and_which_waybill_masked(review: Review, worked: Outlet) -> None:
    accepted = [act for act in every(review) if act.kind is Kind.ACCEPTED]
    assert {act.person for act in accepted} == {"陈伟"}
    assert {act.account_id for act in accepted} == {worked.chen_id}
    assert [act.number for act in accepted] == ["YT8800000000002", "YT8800000000001"]
    assert all("**" in act.recipient for act in accepted)
    assert all(act.proof is Proof.SIGNED for act in every(review))


def test_acts_are_filtered_by_person_kind_day_and_waybill(review: Review, worked: Outlet) -> None:
    assert {act.person for act in every(review, ActFilter(account_id=worked.chen_id))} == {"陈伟"}
    assert set(kinds(every(review, ActFilter(group=ActGroup.SIGN_INS)))) == {
        Kind.SIGNED_IN,
        Kind.SIGNED_OUT,
        Kind.SIGN_IN_REFUSED,
    }
    assert every(review, ActFilter(day=MONDAY)) == []
    assert len(every(review, ActFilter(day=SUNDAY))) == len(every(review))
    hours = [every(review, ActFilter(day=SUNDAY, hour=hour)) for hour in range(24)]
    assert [len(acts) for acts in hours] == [0] * 9 + [len(every(review))] + [0] * 14
    assert len(every(review, ActFilter(hour=3))) == len(every(review))
    one = every(review, ActFilter(number=" yt88 0000-0000001 "))
    assert {act.number for act in one} == {"YT8800000000001"}
    assert kinds(one)[-2:] == [Kind.LABEL_TAKEN, Kind.ACCEPTED]
    both = every(review, ActFilter(worked.chen_id, SUNDAY, ActGroup.PARCELS, "YT8800000000002"))
    assert kinds(both) == [Kind.ACCEPTED]
    assert every(review, ActFilter(number="YT9999999999999")) == []


def test_an_arrived_parcel_is_found_by_its_number_and_named_without_a_recipient(owner: Services) -> None:
    parcel = arrive(owner)
    (act,) = every(owner.review, ActFilter(number=" sf12 3456-7890123"))
    assert (act.kind, act.number, act.carrier, act.shelf_code) == (Kind.ARRIVED, parcel.number, "sf", parcel.shelf_code)
    assert (act.recipient, act.record_id) == ("", parcel.record_id)


def test_a_rare_act_is_looked_for_in_short_stretches(
    review: Review, worked: Outlet, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "LOOKED_THROUGH", 5)
    rare = ActFilter(group=ActGroup.STAFF)
    page = review.acts(rare)
    assert len(page.acts) < 2
    assert page.older is not None
    assert page.reached == worked.clock.now
    whole = every(review, rare)
    monkeypatch.setattr(module, "LOOKED_THROUGH", 1000)
    assert whole == every(review, rare)
    assert Kind.ACCOUNT_INVITED in kinds(whole)


def test_an_account_in_a_detail_is_named_and_no_bare_id_is_left(review: Review, worked: Outlet) -> None:
    refused = next(act for act in every(review) if act.kind is Kind.SIGN_IN_REFUSED)
    assert refused.facts["person"] == "林芳"
    ids = {worked.owner_id.hex(), worked.chen_id.hex(), worked.lin_id.hex()}
    assert not any(value in ids for act in every(review) for value in act.facts.values())


def test_an_owner_statement_says_what_it_is_about(review: Review) -> None:
    stated = [act.facts for act in every(review) if act.kind is Kind.STATEMENT_MADE]
    subjects = {(facts["subject"], facts.get("person"), facts.get("role")) for facts in stated}
    assert ("role", "陈伟", "clerk") in subjects
    assert ("verify-key", "林芳", None) in subjects
    assert ("printers", None, None) in subjects


def test_days_begin_at_four_and_only_those_with_acts_are_told(worked: Outlet) -> None:
    worked.clock.move(days=3, hours=18)
    services = worked.owner()
    review = services.review
    assert review.days(9) == (date(2026, 11, 25), SUNDAY)
    assert review.days(1) == (date(2026, 11, 25),)
    services.session.store.close()


def test_a_day_is_counted_for_each_person(review: Review) -> None:
    totals = review.totals(SUNDAY)
    assert totals.whole
    by_name = {person.name: row for person, row in totals.rows}
    assert list(by_name) == ["王店主", "陈伟", "林芳"]
    assert by_name["陈伟"] == PersonTotals(sign_ins=2, accepted=2, printed=3, reprints=1)
    assert by_name["林芳"].refusals == 1
    assert review.totals(MONDAY).rows == ()


def test_a_label_of_an_earlier_day_printed_again_is_a_reprint(worked: Outlet) -> None:
    worked.clock.move(days=1)
    chen = worked.chen()
    record_id = next(act.record_id for act in _acts_of(chen) if act.kind == Kind.ACCEPTED)
    assert record_id is not None
    chen.printing_desk.take(record_id, OTHER_PRINTER)
    chen.session.sign_out()
    services = worked.owner()
    totals = {person.name: row for person, row in services.review.totals(MONDAY).rows}
    assert totals["陈伟"].reprints == 1
    services.session.store.close()


def _acts_of(services: Services) -> list[Act]:
    return activities.after(services.session.store.reader, 0, 1000)


def test_a_day_with_a_changed_act_is_counted_and_said_not_to_be_whole(review: Review, owner: Services) -> None:
    change(owner, "UPDATE acts SET kind = 'accepted' WHERE kind = 'printed'")
    totals = review.totals(SUNDAY)
    assert not totals.whole
    assert {person.name: row for person, row in totals.rows}["陈伟"].accepted == 5


@pytest.mark.parametrize(
    ("sql", "proof"),
    [
        ("UPDATE acts SET at_ms = at_ms - 1 WHERE n = (SELECT max(n) FROM acts)", Proof.WRONG),
        ("UPDATE acts SET signature = zeroblob(64) WHERE n = (SELECT max(n) FROM acts)", Proof.WRONG),
        ("UPDATE acts SET signature = NULL WHERE n = (SELECT max(n) FROM acts)", Proof.UNSIGNED),
        ("UPDATE acts SET account_id = x'00' WHERE n = (SELECT max(n) FROM acts)", Proof.WRONG),
        ("UPDATE acts SET detail = '{', kind = 'made_up' WHERE n = (SELECT max(n) FROM acts)", Proof.WRONG),
    ],
)
def test_an_act_that_is_not_what_was_signed_is_marked(review: Review, owner: Services, sql: str, proof: Proof) -> None:
    change(owner, sql)
    newest = review.acts(ActFilter()).acts[0]
    assert newest.proof is proof


def test_what_nobody_ever_named_is_shown_without_a_name(review: Review, owner: Services) -> None:
    change(owner, "UPDATE acts SET account_id = x'00', kind = 'made_up' WHERE n = (SELECT max(n) FROM acts)")
    newest = review.acts(ActFilter()).acts[0]
    assert (newest.person, newest.kind) == ("", None)
    assert [person.name for person, _ in review.totals(SUNDAY).rows][-1] == ""


def run(review: Review) -> Verification:
    state = review.begin_verify()
    for _ in range(1000):
        if state.state is not VerifyState.RUNNING:
            return review.verify_portion(state)
        state = review.verify_portion(state)
    raise AssertionError(state)


def test_a_whole_record_is_verified_in_portions_and_that_is_recorded(
    review: Review, owner: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "VERIFIED_AT_ONCE", 3)
    begun = review.begin_verify()
    assert begun.goal == owner.session.store.checkpoint().n
    assert 0 < review.verify_portion(begun).reached.n < begun.goal
    ended = run(review)
    assert ended.state is VerifyState.WHOLE
    recorded = review.acts(ActFilter()).acts[0]
    assert recorded.kind is Kind.RECORD_VERIFIED
    assert recorded.facts == {"result": "whole", "acts": begun.goal}
    assert len([act for act in every(review) if act.kind is Kind.RECORD_VERIFIED]) == 1


def test_acts_written_meanwhile_do_not_keep_a_verification_from_its_end(
    review: Review, owner: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "VERIFIED_AT_ONCE", 3)
    state = review.begin_verify()
    while state.state is VerifyState.RUNNING:
        owner.session.write(Entry(Activity(Kind.SEARCHED)))
        state = review.verify_portion(state)
    assert state.state is VerifyState.WHOLE


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE acts SET kind = 'printed' WHERE n = 6",
        "DELETE FROM acts WHERE n = 6",
        "UPDATE acts SET signature = zeroblob(64) WHERE n = 6",
    ],
)
def test_the_place_of_a_break_is_found_and_recorded(review: Review, worked: Outlet, owner: Services, sql: str) -> None:
    reader = owner.session.store.reader
    assert reader.number("SELECT count(*) FROM acts WHERE n = 6 AND signature IS NOT NULL") == 1
    change(owner, sql)
    ended = run(review)
    assert (ended.state, ended.broken_at) == (VerifyState.BROKEN, 6)
    assert owner.session.record_state() is RecordState.BROKEN
    assert ended.broken_time is not None
    assert ended.broken_time <= worked.clock.now
    facts = review.acts(ActFilter()).acts[0].facts
    assert (facts["result"], facts["at"]) == ("broken", 6)


def test_nothing_of_a_page_is_in_the_clear(review: Review) -> None:
    person = draft().recipient
    pages: list[ActPage] = [review.acts(ActFilter())]
    assert person.name not in repr(pages)
    assert person.phone not in repr(pages)
    assert person.detail[-8:] not in repr(pages)


def test_a_page_shows_how_far_was_looked_when_it_is_cut(review: Review) -> None:
    cut, whole = review.acts(ActFilter(), limit=3), review.acts(ActFilter())
    assert cut.reached is not None
    assert cut.older == cut.acts[-1].n
    assert (whole.older, whole.reached) == (None, None)
