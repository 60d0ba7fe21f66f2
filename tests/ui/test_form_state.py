"""The accept form put away and put back."""

from __future__ import annotations

from outlet_app.domain.draft import PartyDraft, WaybillDraft
from outlet_app.domain.paste import Doubt, DoubtReason
from outlet_app.ui.form_state import FormState
from tests.builders import LI, ZHANG, draft
from tests.ui.test_entry_form import WANG, Form, choose, form, people, said, sentences

__all__ = ["form"]


def test_a_state_put_back_is_the_form_as_it_was(form: Form) -> None:
    form.place(said(ZHANG, sender=said(LI), leftover="请轻放", doubts=(Doubt("name", DoubtReason.WEAK),)))
    form.parcel.weight.setText("1.2")
    choose(form, "zto", "books", "monthly")
    form.wish_target("sender")
    before, said_before = form.state(), sentences(form)
    form.show_draft(WaybillDraft(sender=WANG, recipient=LI, carrier="yto", number="YT8812345678901", fee="12"))
    assert people(form) == (WANG, LI)
    assert sentences(form) == []
    assert not form.undo_paste()
    form.restore(before)
    assert form.state() == before
    assert sentences(form) == said_before
    assert form.target.role() == "sender"
    assert form.undo_paste()
    assert people(form) == (PartyDraft(), PartyDraft())


def test_no_log_or_traceback_can_show_what_stood_in_the_form() -> None:
    state = FormState(draft(), leftover="放门口")
    assert "张三" not in repr(state)
    assert "放门口" not in repr(state)
