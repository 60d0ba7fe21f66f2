"""What the owner states, and the one text that says it."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from outlet_app.domain.account import Role
from outlet_app.domain.acknowledgement import Acknowledgement
from outlet_app.domain.branches import BranchPoint
from outlet_app.domain.carrier_key import CarrierKey
from outlet_app.domain.erasing import ErasingAsked, ErasingOrdered, Second
from outlet_app.domain.history import Checkpoint
from outlet_app.domain.holes import Hole
from outlet_app.domain.limits import Limits
from outlet_app.domain.opening_hours import OpenFrom, OpeningHours
from outlet_app.domain.policies import Retention
from outlet_app.domain.printer import Printer
from outlet_app.errors import StatementRefused
from outlet_app.sealing.facts import (
    AccountDismissed,
    ActsLost,
    CarrierKeyNamed,
    ErasingStated,
    Fact,
    HoursSet,
    IdleTimeSet,
    LimitsSet,
    MismatchAcknowledged,
    OwnerKeyNamed,
    PersonNamed,
    PrintersApproved,
    Restored,
    RetentionSet,
    RoleGiven,
    SheetNamed,
    VerifyKeyNamed,
    read_fact,
    statement_text,
    subject_about,
    subject_of,
)

CHEN = b"c" * 16
LEFT = Checkpoint(1, 20, bytes(32))
SIX = datetime(2026, 11, 22, 6, tzinfo=UTC)
FACTS: tuple[Fact, ...] = (
    RoleGiven(CHEN, Role.OWNER),
    VerifyKeyNamed(CHEN, bytes(32)),
    PersonNamed(CHEN, "陈伟"),
    AccountDismissed(CHEN),
    OwnerKeyNamed(bytes(32)),
    SheetNamed(bytes(32)),
    PrintersApproved((Printer("面单机", "usb://Zebra/GK888", "Zebra ZPL", 8.0),)),
    Restored(BranchPoint(5, LEFT)),
    ActsLost(Hole(7, 19, bytes(32))),
    MismatchAcknowledged(Acknowledgement(BranchPoint(9, LEFT), 15, 21, bytes(32), (), "换过硬盘")),
    LimitsSet(Limits()),
    HoursSet(OpeningHours((OpenFrom(480, 1200),) * 6 + (None,))),
    IdleTimeSet(3),
    RetentionSet(Retention(30, 60)),
    CarrierKeyNamed(CarrierKey("yto", bytes(range(32)), datetime(2026, 11, 22, 6, tzinfo=UTC))),
    CarrierKeyNamed(CarrierKey("zto", None, datetime(2026, 11, 22, 6, tzinfo=UTC))),
    ErasingStated(ErasingAsked(SIX, SIX)),
    ErasingStated(ErasingOrdered(SIX, SIX, 3, CHEN, Second.WAIT, b"", SIX)),
)
OTHER_FORMS: tuple[Fact, ...] = (
    RetentionSet(Retention(30, 60, 7)),
    ErasingStated(ErasingAsked(None, SIX)),
    ErasingStated(ErasingOrdered(SIX, SIX, 3, CHEN, Second.OWNER, bytes(16), SIX)),
)


@pytest.mark.parametrize("fact", FACTS + OTHER_FORMS, ids=lambda fact: type(fact).__name__)
def test_every_fact_comes_back_from_its_text(fact: Fact) -> None:
    assert read_fact(statement_text(fact)) == fact


@pytest.mark.parametrize("fact", FACTS + OTHER_FORMS, ids=lambda fact: type(fact).__name__)
def test_a_text_with_one_field_more_is_refused(fact: Fact) -> None:
    text = statement_text(fact)
    with pytest.raises(StatementRefused):
        read_fact(text[:-1] + ',"zz":1}')


def test_no_two_facts_have_one_subject() -> None:
    subjects = [subject_of(statement_text(fact)) for fact in FACTS]
    assert len(set(subjects)) == len(subjects)
    assert subjects[0] == subject_about("role", CHEN)


def test_a_subject_of_another_kind_states_nothing_that_this_program_knows() -> None:
    assert read_fact('{"subject":"weather"}') is None
    for text in ("[]", "x", '{"subject":1}', "{}"):
        with pytest.raises(StatementRefused):
            subject_of(text)


@pytest.mark.parametrize(
    "text",
    [
        '{"public_key":"","stated_ms":"1","subject":"carrier-key:yto"}',
        '{"public_key":"","stated_ms":true,"subject":"carrier-key:yto"}',
        '{"public_key":"","stated_ms":99999999999999999999,"subject":"carrier-key:yto"}',
        '{"public_key":"00","stated_ms":1,"subject":"carrier-key:yto"}',
        '{"public_key":"xx","stated_ms":1,"subject":"carrier-key:yto"}',
        '{"subject":"carrier-key:yto"}',
    ],
)
def test_a_carriers_key_of_another_form_is_refused(text: str) -> None:
    with pytest.raises(StatementRefused):
        read_fact(text)


@pytest.mark.parametrize(
    "text",
    [
        '{"end_ms":"1","stated_ms":1,"subject":"erasing-asked"}',
        '{"end_ms":1,"stated_ms":true,"subject":"erasing-asked"}',
        '{"end_ms":9223372036854775807,"stated_ms":1,"subject":"erasing-asked"}',
        statement_text(ErasingStated(ErasingOrdered(SIX, SIX, 3, CHEN, Second.WAIT, b"", SIX))).replace(
            "wait", "owner"
        ),
        statement_text(OTHER_FORMS[-1]).replace("00" * 16, CHEN.hex()),
    ],
)
def test_an_erasing_of_another_form_is_refused(text: str) -> None:
    with pytest.raises(StatementRefused):
        read_fact(text)
