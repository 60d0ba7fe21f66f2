"""The incident form on paper; over a real outlet in test_reports."""

from __future__ import annotations

from datetime import UTC, date, datetime

from outlet_app.domain.act_counts import ActCounts
from outlet_app.domain.history import Checkpoint
from outlet_app.domain.incident import IncidentDraft, IncidentKind
from outlet_app.paper.sheet import draw_sheet
from outlet_app.services.incident_sheet import IncidentFacts, incident_sheet
from outlet_app.services.report import Recomputed
from tests.paper.labels import text_of

FACTS = IncidentFacts(
    outlet_name="余杭网点",
    made_at=datetime(2026, 11, 24, 6, 7, tzinfo=UTC),
    made_by="王店主",
    code_text="OC1.K7QM.1.12345.ABCDEFGHJKMNPQRSTVWXYZ0123456789.0123ABCD",
    checked=Recomputed(Checkpoint(1, 9, bytes(32)), 9, broken_at=4),
    first=date(2026, 11, 1),
    last=date(2026, 11, 24),
    counts=ActCounts(accepted=12, reveals=3),
)


def test_the_kind_the_time_since_discovery_and_a_broken_record_are_told() -> None:
    draft = IncidentDraft(kind=IncidentKind.ALTERED, discovered="2026-11-22 14:05", contact="一\n二")
    lines = text_of(draw_sheet(incident_sheet(draft, FACTS)))
    assert "事件 发生或者可能发生个人信息篡改" in lines
    assert "出具时间 2026-11-24 14:07 距发现 48 小时 2 分" in lines
    assert lines[lines.index("6. 联系方式") + 1 :][:2] == ["一", "二"]
    assert any("第 4 条处不相接" in line for line in lines)
