"""What a report is made with."""

from __future__ import annotations

from outlet_app.domain.history import Checkpoint
from outlet_app.services.report import Recomputed, Report, ReportKind

START, END = Checkpoint(1, 0, bytes(32)), Checkpoint(1, 9, bytes(32))


def test_a_recomputation_is_done_at_its_goal_or_where_the_record_breaks() -> None:
    assert not Recomputed(START, 9).is_done
    assert Recomputed(END, 9).is_done
    assert Recomputed(START, 9, broken_at=3).is_done


def test_what_is_in_a_report_does_not_show_when_it_is_printed_out() -> None:
    assert "secret" not in repr(Report(ReportKind.EVIDENCE, "x", b"secret", b"secret", b"secret"))
