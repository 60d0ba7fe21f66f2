"""Which waybill a genuine label of ours belongs to, and what it opens now."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from outlet_app.domain.reveal_terms import ScanOutcome
from outlet_app.domain.sealed_waybill import WaybillState
from outlet_app.sealing.label_code import LabelToken
from outlet_app.services.label_verdict import LabelJudge, Verdict
from outlet_app.store import label_wraps, waybills
from tests.services.scanning import Labelled, label, read_label

if TYPE_CHECKING:
    from outlet_app.sealing.label_code import LabelCode
    from outlet_app.services import Services


def _judge(services: Services, code: LabelCode, *, is_known: bool = True) -> Verdict:
    session = services.session
    reader, now = session.store.reader, session.clock()
    return LabelJudge(reader, code, outlet_id=session.outlet_id, now=now, is_known=is_known).verdict()


@pytest.fixture
def made(chen: Services) -> Labelled:
    return label(chen)


@pytest.mark.parametrize("is_known", [True, False])
def test_a_token_opens_its_wrap_whether_the_record_knows_the_label_or_not(
    chen: Services, made: Labelled, *, is_known: bool
) -> None:
    found = _judge(chen, read_label(made.text), is_known=is_known)
    assert found.outcome is ScanOutcome.OPENS
    assert found.wrap == label_wraps.of(chen.session.store.reader, made.record_id)
    assert found.kept == waybills.by_id(chen.session.store.reader, made.record_id)


def test_of_a_label_that_the_record_does_not_know_only_the_token_tells(chen: Services, made: Labelled) -> None:
    code = replace(read_label(made.text), token=LabelToken(bytes(16)))
    assert _judge(chen, code) == Verdict(ScanOutcome.FOREIGN)
    assert _judge(chen, code, is_known=False) == Verdict(ScanOutcome.LOST_DAYS)


def test_a_label_is_known_by_the_act_that_issued_it_once_its_wrap_is_gone(chen: Services, made: Labelled) -> None:
    chen.session.write(waybills.left(made.record_id, WaybillState.COLLECTED, chen.session.clock()))
    assert _judge(chen, read_label(made.text)).outcome is ScanOutcome.CLOSED
    assert _judge(chen, read_label(made.text), is_known=False) == Verdict(ScanOutcome.LOST_DAYS)


def test_a_serial_that_no_act_issued_there_is_a_misfit(chen: Services, made: Labelled) -> None:
    assert _judge(chen, replace(read_label(made.text), serial=7)) == Verdict(ScanOutcome.MISFIT)


def test_a_genuine_label_under_another_number_is_nobodys(chen: Services, made: Labelled) -> None:
    assert _judge(chen, replace(read_label(made.text), number="YT8800000000999")) == Verdict(ScanOutcome.FOREIGN)


def test_a_row_whose_acts_do_not_follow_is_odd(chen: Services, made: Labelled) -> None:
    with chen.session.store._database.transaction() as cursor:
        cursor.run("UPDATE acts SET at_ms = at_ms + 1 WHERE record_id = ?", made.record_id)
    assert _judge(chen, read_label(made.text)) == Verdict(ScanOutcome.MISFIT, odd=made.record_id)
