"""A waybill back in the accept form to be put right, by who typed it or by its label; what stood there waits."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from outlet_app.ui.copy_guard import CopyGuard
from outlet_app.ui.tasks import Lane

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from outlet_app.services.labels import LatestLabel
    from outlet_app.services.reveal import OpenedDraft, Reveal
    from outlet_app.ui.accept_bar import AcceptBar
    from outlet_app.ui.entry_form import EntryForm
    from outlet_app.ui.form_state import FormState
    from outlet_app.ui.tasks import Tasks


@dataclass(frozen=True, slots=True)
class PutRight:
    """The waybill that stands in the form, until when (UTC) it can be put right, and whether its label opened it."""

    record_id: bytes
    number: str
    until: datetime
    is_by_label: bool


@dataclass(frozen=True, slots=True, repr=False)
class _Aside:
    """What stood in the form before, and where the keys were."""

    form: FormState
    ticks: tuple[bool, bool]
    focus: QWidget | None


class Correction(QObject):
    """`opened(PutRight)`: its waybill stands in the form. `refused(error)`: it could not be opened.

    `became_new`: it was too late, and what stands in the form is a new parcel. `ended`: the form stands again as it
    was before.
    """

    opened = Signal(object)
    refused = Signal(object)
    became_new = Signal()
    ended = Signal()

    def __init__(
        self, reveal: Reveal, tasks: Tasks, form: EntryForm, bar: AcceptBar, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._reveal = reveal
        self._tasks = tasks
        self._form = form
        self._bar = bar
        self.guard = CopyGuard(form, self)
        self._waybill: PutRight | None = None
        self._aside: _Aside | None = None

    @property
    def has_form(self) -> bool:
        """Whether the form holds a waybill that was opened here, to be put right or as a new parcel by now."""
        return self._aside is not None

    @property
    def waybill(self) -> PutRight | None:
        """The waybill that stands in the form to be put right; None when none does."""
        return self._waybill

    def open(self, record_id: bytes) -> None:
        """Open this waybill in the form; `opened` or `refused` follows."""
        open_draft = partial(self._reveal.open_for_correction, record_id)
        show = partial(self._show, record_id, QApplication.focusWidget())
        self._tasks.run(Lane.DATA, open_draft, self, show, self.refused.emit)

    def become_new(self) -> None:
        """Too late to put it right: what stands in the form becomes a new parcel with a number of its own."""
        self._waybill = None
        self._form.parcel.fix_number(fixed=False)
        self._form.parcel.number.put("")
        self.became_new.emit()

    def is_over(self, latest: Iterable[LatestLabel]) -> bool:
        """Whether what was typed here stands in the form and its time is over, by what is known of the latest."""
        corrected = self._waybill
        if corrected is None or corrected.is_by_label:
            return False
        return any(each.record_id == corrected.record_id and each.right_until is None for each in latest)

    def end(self) -> None:
        """Put the form back as it was before; nothing happens when no waybill is being put right."""
        aside, self._aside, self._waybill = self._aside, None, None
        if aside is None:
            return
        self._form.parcel.fix_number(fixed=False)
        self._form.restore(aside.form)
        self.guard.release()
        self._bar.put_ticks(aside.ticks)
        if aside.focus is not None and isValid(aside.focus):
            aside.focus.setFocus()
        self.ended.emit()

    def _show(self, record_id: bytes, focus: QWidget | None, opened: OpenedDraft) -> None:
        self._aside = _Aside(self._form.state(), self._bar.ticks(), focus)
        draft = opened.draft
        self._waybill = PutRight(record_id, draft.number, opened.until, opened.is_by_label)
        if opened.is_by_label:
            self.guard.hold()
        self._form.show_draft(draft)
        self._form.parcel.fix_number(fixed=True)
        self._bar.put_ticks((draft.inspected, draft.real_name_checked))
        self.opened.emit(self._waybill)
