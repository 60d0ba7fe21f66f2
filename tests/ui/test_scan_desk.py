"""Where codes of ours go: judged by the real service, told once, the last one only."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from outlet_app.domain.reveal_terms import ScanOutcome
from outlet_app.errors import LabelCodeRefused
from outlet_app.ui.scan_desk import ScanDesk
from tests.builders import draft
from tests.ui.conftest import LONG_MS
from tests.ui.counter import LABEL_CODE
from tests.ui.finding import foreign_label

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from outlet_app.errors import OutletError
    from outlet_app.services import Services
    from outlet_app.services.scans import ScanReport
    from outlet_app.ui.tasks import Tasks


class Told:
    """The desk and what it told."""

    def __init__(self, services: Services, tasks: Tasks) -> None:
        self.desk = ScanDesk(services.scans, tasks, tasks)
        self.began: list[bool] = []
        self.reports: list[ScanReport] = []
        self.errors: list[OutletError] = []
        self.desk.began.connect(lambda: self.began.append(True))
        self.desk.reported.connect(self.reports.append)
        self.desk.refused.connect(self.errors.append)


@pytest.fixture
def told(services: Services, tasks: Tasks) -> Told:
    return Told(services, tasks)


def _own_label(services: Services) -> str:
    accepted = services.entry.accept(draft(), None)
    kept = services.session.labels.find(accepted.record_id)
    assert kept is not None
    assert kept.code_text is not None
    return kept.code_text


@pytest.mark.parametrize(
    ("text", "is_judged"),
    [
        (LABEL_CODE, True),
        (LABEL_CODE.lower(), True),
        ("ＯＡ１．7XKQ", True),
        ("OC1.7XKQ.0.42.ABCDEF.12345678", True),
        ("OK1.7XKQ.ABCDEF", False),
        ("OR1.7XKQ.ABCDEF", False),
        ("YT8800000000001", False),
        ("3-2-0815", False),
    ],
)
def test_labels_and_day_sheets_are_judged_here_cards_and_numbers_are_not(
    told: Told, text: str, *, is_judged: bool
) -> None:
    assert told.desk.takes(text) is is_judged


def test_a_label_s_report_comes_back_and_its_waybill_is_in_hand(
    told: Told, services: Services, tasks: Tasks, qtbot: QtBot
) -> None:
    told.desk.take(_own_label(services))
    assert told.began == [True]
    qtbot.waitUntil(lambda: bool(told.reports), timeout=LONG_MS)
    (report,) = told.reports
    assert report.outcome is ScanOutcome.OPENS
    assert report.waybill is not None
    assert services.session.label_in_hand(report.waybill.masked.record_id)
    told.desk.put_down()
    qtbot.waitUntil(tasks.is_idle, timeout=LONG_MS)
    assert services.session.in_hand is None


def test_of_two_scans_in_a_row_the_later_one_alone_is_told(
    told: Told, services: Services, tasks: Tasks, qtbot: QtBot
) -> None:
    told.desk.take(foreign_label(services))
    told.desk.take(_own_label(services))
    qtbot.waitUntil(tasks.is_idle, timeout=LONG_MS)
    assert [report.outcome for report in told.reports] == [ScanOutcome.OPENS]
    assert told.began == [True, True]


def test_what_only_looks_like_a_code_is_refused_and_a_refusal_overtaken_by_a_scan_is_not_told(
    told: Told, services: Services, tasks: Tasks, qtbot: QtBot
) -> None:
    told.desk.take("OA1.NOT.A.CODE")
    qtbot.waitUntil(tasks.is_idle, timeout=LONG_MS)
    assert [type(error) for error in told.errors] == [LabelCodeRefused]
    told.desk.take("OA1.NOT.A.CODE")
    told.desk.take(foreign_label(services))
    qtbot.waitUntil(tasks.is_idle, timeout=LONG_MS)
    assert len(told.errors) == 1
    assert [report.outcome for report in told.reports] == [ScanOutcome.FOREIGN]
