"""What may stand beside the reason of a reveal."""

from __future__ import annotations

import pytest

from outlet_app.domain.reveal_note import LONGEST_NOTE, note_fault
from outlet_app.errors import FaultKind


@pytest.mark.parametrize(
    "note", ["", "电话打不通", "客户 14:30 来取", "shelf A-12, 3 boxes", "三楼，放两件，一共六十元", "x" * LONGEST_NOTE]
)
def test_a_few_words_can_be_taken(note: str) -> None:
    assert note_fault(note) is None


@pytest.mark.parametrize(
    "note",
    [
        "打13800138000",
        "138 0013 8000",
        "138-0013-8000",
        "１３８００１３８０００",
        "一三八零零一三八零零零",
        "壹叁捌零零壹叁捌零零零",
        "1/2/3/4/5",
        "1*3*8*0*0",
        "1̇3̇8̇0̇0̇",
        "1a3b8c0d0e1f3",
        "八八 八八 楼 零 零 零",
        "12\u200b345",
    ],
)
def test_a_number_long_enough_to_be_somebodys_is_refused_however_it_is_written(note: str) -> None:
    assert note_fault(note) is FaultKind.CONTAINS_PHONE


@pytest.mark.parametrize(
    ("note", "kind"),
    [
        ("oa1。7XKQ", FaultKind.LABEL_CODE),
        ("a\nb", FaultKind.CONTROL_CHARACTER),
        ("x" * (LONGEST_NOTE + 1), FaultKind.TOO_LONG),
    ],
)
def test_what_no_note_may_hold_is_named(note: str, kind: FaultKind) -> None:
    assert note_fault(note) is kind
