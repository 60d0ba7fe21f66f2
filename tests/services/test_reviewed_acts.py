"""Acts read for the review: names, waybills, statements and signatures."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from outlet_app.domain.activity import Act, Activity
from outlet_app.domain.activity import ActivityKind as Kind
from outlet_app.domain.context import canonical_json
from outlet_app.domain.proof import Proof
from outlet_app.sealing import suite
from outlet_app.services.reviewed_acts import ActReading
from outlet_app.store import activities
from outlet_app.store.store import Entry, Signers
from tests.builders import draft
from tests.outlets import LABEL_PRINTER

if TYPE_CHECKING:
    from outlet_app.services import Services
    from tests.outlets import Outlet


@pytest.fixture
def reading(outlet: Outlet, chen: Services) -> ActReading:
    """Chen accepted a parcel with a label: one transaction of two acts."""
    chen.entry.accept(draft(), LABEL_PRINTER)
    session = chen.session
    signers = Signers(session.statements.signers(), suite.verify)
    return ActReading(session.store, session.outlet_id, {outlet.chen_id: "陈伟"}, session.statements, signers)


def _newest(reading: ActReading, count: int = 2) -> list[Act]:
    return activities.after(reading.store.reader, reading.store.checkpoint().n - count, count)


def _made_up(detail: str, kind: Kind = Kind.STATEMENT_MADE) -> Act:
    return Act(1, 0, b"x" * 16, "counter-1", kind.value, None, detail, b"", None)


def test_both_acts_of_a_transaction_are_proved_by_its_one_signature(reading: ActReading) -> None:
    accepted, taken = reading.read(_newest(reading))
    assert (accepted.kind, taken.kind) == (Kind.ACCEPTED, Kind.LABEL_TAKEN)
    assert (accepted.proof, taken.proof) == (Proof.SIGNED, Proof.SIGNED)
    assert accepted.number == "YT8800000000001"
    assert accepted.recipient == "张**"
    assert accepted.person == "陈伟"


def test_acts_come_in_the_order_they_were_given(reading: ActReading) -> None:
    acts = _newest(reading, 5)
    assert [act.n for act in reading.read(acts[::-1])] == [act.n for act in acts[::-1]]
    assert reading.read([]) == ()


def test_an_act_of_another_s_transaction_is_wrong_and_the_others_stay_as_they_are(
    reading: ActReading, outlet: Outlet
) -> None:
    with reading.store._database.transaction() as cursor:
        cursor.run("UPDATE acts SET account_id = ? WHERE kind = 'accepted'", outlet.lin_id)
    before, accepted, taken = reading.read(_newest(reading, 3))
    assert [before.proof, accepted.proof, taken.proof] == [Proof.SIGNED, Proof.WRONG, Proof.WRONG]
    assert accepted.person == ""


def test_an_account_without_a_verify_key_has_signed_nothing(reading: ActReading) -> None:
    nobody = replace(reading, signers=Signers({}, suite.verify))
    assert {act.proof for act in nobody.read(_newest(reading))} == {Proof.WRONG}


def test_a_waybill_that_is_not_there_leaves_its_number_empty(reading: ActReading, chen: Services) -> None:
    chen.session.write(Entry(Activity(Kind.PRINTED, b"?" * 16)))
    (act,) = reading.read(_newest(reading, 1))
    assert (act.number, act.recipient) == ("", "")


@pytest.mark.parametrize("detail", ["{}", '{"serial":999}', '{"serial":"one"}', "{"])
def test_a_statement_that_is_not_in_the_book_says_nothing(reading: ActReading, detail: str) -> None:
    facts = reading._facts(_made_up(detail))
    assert "subject" not in facts
    assert "person" not in facts


def test_an_account_that_nobody_knows_leaves_no_trace_in_the_facts(reading: ActReading, outlet: Outlet) -> None:
    unknown = canonical_json({"account": "ff" * 16, "from": "not an id"})
    assert reading._facts(_made_up(unknown, Kind.DISMISSED)) == {}
    known = canonical_json({"from": outlet.chen_id.hex()})
    assert reading._facts(_made_up(known, Kind.CHANGED_PERSON)) == {"person": "陈伟"}
