"""What stands in the form."""

from __future__ import annotations

from tests.builders import ZHANG, draft


def test_no_log_or_traceback_can_show_what_was_typed() -> None:
    assert repr(ZHANG) == "PartyDraft(…)"
    assert repr(draft(remark="放门口")) == "WaybillDraft(…)"
