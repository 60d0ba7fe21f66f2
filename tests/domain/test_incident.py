"""The incident form as typed."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from outlet_app.domain.incident import LONGEST, IncidentDraft, discovered_at, incident_faults
from outlet_app.errors import Fault, FaultKind

NOW = datetime(2026, 11, 22, 6, 30, tzinfo=UTC)
WHOLE = IncidentDraft(
    discovered="2026-11-22 14:05",
    data_kinds="电话",
    cause="不明",
    harm="骚扰",
    measures="已停用",
    advice="警惕",
    contact="网点",
)


def test_a_form_with_every_field_has_no_fault_and_an_empty_one_has_one_for_each() -> None:
    assert incident_faults(WHOLE, NOW) == ()
    assert [fault.field for fault in incident_faults(IncidentDraft(), NOW)] == [
        "discovered",
        "data_kinds",
        "cause",
        "harm",
        "measures",
        "advice",
        "contact",
    ]


@pytest.mark.parametrize(
    "typed", ["2026-11-22 14:05", "2026-11-22T14:05", "２０２６-11-22 14:05", " 2026-11-22 14:05 "]
)
def test_a_moment_is_read_on_the_outlets_clock(typed: str) -> None:
    at = discovered_at(replace(WHOLE, discovered=typed))
    assert at is not None
    assert at.astimezone(UTC) == datetime(2026, 11, 22, 6, 5, tzinfo=UTC)


@pytest.mark.parametrize(
    "typed", ["", "today", "2026-11-22", "2026-13-22 10:00", "2026-11-22 25:00", "2026-11-22 14:31"]
)
def test_what_is_no_moment_or_is_still_to_come_is_a_fault(typed: str) -> None:
    assert incident_faults(replace(WHOLE, discovered=typed), NOW) == (Fault("discovered", FaultKind.NOT_A_MOMENT),)


@pytest.mark.parametrize(
    ("typed", "kind"),
    [
        (" \n", FaultKind.EMPTY),
        ("字" * (LONGEST + 1), FaultKind.TOO_LONG),
        ("OA1.K7QM.X", FaultKind.LABEL_CODE),
        ("11010519491231002X", FaultKind.IDENTITY_NUMBER),
    ],
)
def test_a_field_says_what_is_wrong_with_it(typed: str, kind: FaultKind) -> None:
    assert incident_faults(replace(WHOLE, cause=typed), NOW) == (Fault("cause", kind),)
